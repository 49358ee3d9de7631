//! An article's view: its slots filled for a reader of a language, its notes numbered.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::{Body, Heading, NoteKind, PageText, Section};
use crate::locale::Direction;
use crate::render::address::file_path;
use crate::render::parts::{Card, ReaderContext, SourceView, reference_id};
use crate::render::renderer::{MARKDOWN, Renderer, attribute};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId};
use crate::text::Date;

/// An article: `article` in templates.
#[derive(Debug, Serialize)]
pub struct Article {
    /// The page's title.
    pub title: Shared,
    /// The summary; empty where the article begins with it.
    pub summary: Shared,
    /// Set where the words are in another language than the page around them.
    pub stand_in: Option<StandIn>,
    /// Whether the page is a draft, which only its authors see.
    pub draft: bool,
    /// What stands before the first section.
    pub lede: Shared,
    /// Set where title, summary and lede are behind those of another language: says so, and leads there.
    pub behind: Option<BehindView>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// Citations and footnotes.
    pub notes: Vec<NoteView>,
    /// When it was first published, in words and as a machine reads it.
    pub published: Option<DateView>,
    /// When it was last changed.
    pub updated: Option<DateView>,
    /// To when its evidence reaches, in words; pages of a comparison only.
    pub evidence_to: Option<String>,
    /// Where the words can be edited.
    pub edit_url: Option<String>,
    /// The Markdown that the words are made of; `None` where they stand in for missing ones.
    pub markdown_url: Option<String>,
    /// How long it takes to read, in words; nothing for a page that is hardly more than its summary.
    pub reading_time: Option<String>,
    /// The terms that it links to, with their definitions.
    pub terms: Vec<Card>,
    /// How to cite it.
    pub cite: Cite,
}

/// How to cite a page: plain text, isolated, and BibTeX.
#[derive(Debug, Serialize)]
pub struct Cite {
    /// A line for a list of references.
    pub text: String,
    /// An entry for BibLaTeX.
    pub bibtex: String,
}

/// What is cited.
#[derive(Debug)]
pub struct CitedWork<'a> {
    /// What its key begins with.
    pub name: &'a str,
    pub title: &'a str,
    /// The title of the page that it stands in; nothing for a page.
    pub page: Option<&'a str>,
    /// Whether it is the site itself.
    pub is_home: bool,
    pub date: Option<Date>,
    pub url: String,
    /// The language of the reference.
    pub words: LanguageId,
}

/// Words of another language in place of missing ones.
#[derive(Debug, Serialize)]
pub struct StandIn {
    /// The tag of the language that they are in.
    pub tag: String,
    /// Its direction.
    pub dir: Direction,
    /// Says so.
    pub notice: String,
}

/// A date.
#[derive(Debug, Serialize)]
pub struct DateView {
    /// ISO 8601.
    pub iso: String,
    /// In words.
    pub text: String,
}

/// A section of an article.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// The id of its heading.
    pub id: String,
    /// The inside of its heading.
    pub title: Shared,
    /// The words of its heading alone, for lists and links.
    pub words: Shared,
    /// What stands under it.
    pub html: Shared,
    /// Set where it is behind its counterpart in another language: says so, and leads there.
    pub behind: Option<BehindView>,
    /// The headings of the next level in it.
    pub inner: Vec<HeadingView>,
}

/// That a text is behind that of another language.
#[derive(Debug, Serialize)]
pub struct BehindView {
    /// The newer text.
    pub url: String,
    /// Says so.
    pub title: Shared,
    /// What has changed there, on the page of the state of the translations; `None` where the site does without that page.
    pub changes: Option<String>,
}

/// A heading in the table of contents.
#[derive(Debug, Serialize)]
pub struct HeadingView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: Shared,
}

/// An entry in the list of notes.
#[derive(Debug, Serialize)]
pub struct NoteView {
    /// Its id.
    pub id: String,
    /// Its number as the text shows it.
    pub number: String,
    /// A footnote's words; nothing for a citation.
    pub html: Option<Shared>,
    /// The source of a citation.
    pub source: Option<SourceView>,
    /// The id of the first place that refers to it.
    pub back: String,
    /// What a voice says of the way back there.
    pub back_label: String,
    /// The ways back, one for each place that refers to it; none where only a chart does.
    pub backs: Vec<BackLink>,
}

/// A way back from a note to a place that refers to it.
#[derive(Debug, Serialize)]
pub struct BackLink {
    /// The id of that place.
    pub id: String,
    /// Which of the places it is, where there are several and it is not the first.
    pub number: Option<String>,
    /// What a voice says of it.
    pub label: String,
}

impl Renderer<'_> {
    /// The words of a page for a reader; the first language's where the reader's has none.
    pub fn article(&self, page: PageId, reader: LanguageId, prefix: &str) -> Article {
        let here = self.site.page(page);
        let (words, face) = here.face(reader);
        let reading = ReaderContext { page, reader, words, prefix };
        let locale = &self.config.at(words).locale;
        let stand_in = (words != reader).then(|| StandIn {
            tag: locale.tag.clone(),
            dir: locale.direction,
            notice: self.input.theme.messages[reader.0]
                .with("stand_in", &[("language", &self.language_name(reader, &self.config.at(words).locale.tag))]),
        });
        let facts = &here.input.facts;
        let date = |date: Date| DateView { iso: date.to_string(), text: self.config.at(reader).locale.date(date) };
        let mut article = Article {
            title: self.isolated(words, &face.title),
            summary: self.isolated(words, &face.summary),
            stand_in,
            draft: facts.draft,
            lede: html(""),
            behind: self.behind(reading, ""),
            sections: Vec::new(),
            notes: Vec::new(),
            published: facts.date.map(date),
            updated: facts.updated.map(date),
            evidence_to: self.evidence_to(page, reader),
            edit_url: self.edit_url(page, words),
            markdown_url: (words == reader && self.config.output.markdown)
                .then(|| format!("{}{MARKDOWN}", self.url(page, reader))),
            reading_time: None,
            terms: self.cards(&here.terms, reader),
            cite: self.cite(page, words),
        };
        if let Some(PageText { body, is_summary_in_article, .. }) = self.words(page, words) {
            if *is_summary_in_article {
                article.summary = html("");
            }
            article.reading_time = self.reading_time(reader, words, body.words);
            article.lede =
                html(&body.sections.first().map_or(String::new(), |lede| self.fill(reading, body, &lede.html)));
            article.sections =
                body.sections.iter().skip(1).map(|section| self.section(reading, body, section)).collect();
            article.notes = self.notes(reading, body);
        }
        article
    }

    /// How long the words of a language take a reader, told in the reader's own; nothing under a minute.
    fn reading_time(&self, reader: LanguageId, words: LanguageId, count: usize) -> Option<String> {
        let per_minute = self.config.at(words).locale.words_per_minute();
        let minutes = (count + per_minute / 2) / per_minute;
        let locale = &self.config.at(reader).locale;
        (minutes > 0).then(|| self.input.theme.messages[reader.0].count(locale, "reading_time", minutes))
    }

    /// A reference to the page as a reader of another text would print it.
    fn cite(&self, page: PageId, words: LanguageId) -> Cite {
        let here = self.site.page(page);
        let name = Some(here.address_name()).filter(|name| !name.is_empty()).unwrap_or("home");
        self.citation(CitedWork {
            name,
            title: &here.face(words).1.title,
            page: None,
            is_home: here.input.path.is_empty(),
            date: here.changed(),
            url: self.addresses.absolute(&self.url(page, words)),
            words,
        })
    }

    /// A reference to a page, or to what stands in one.
    pub fn citation(&self, work: CitedWork<'_>) -> Cite {
        let CitedWork { name, title, page, is_home, date, url, words } = work;
        let locale = &self.config.at(words).locale;
        let site = self.site.find("").map_or("", |home| self.site.page(home).face(words).1.title.as_str());
        let mut text = self.config.at(words).isolator.plain(&locale.quoted(title));
        if let Some(page) = page {
            text += &format!(". {}", self.config.at(words).isolator.plain(page));
        }
        if !is_home {
            text += &format!(". {site}");
        }
        if let Some(date) = date {
            text += &format!(". {}", locale.date(date));
        }
        text += &format!(". \u{2068}{url}\u{2069}");
        let mut fields = vec![("title", title.to_owned()), ("organization", site.to_owned())];
        fields.extend(date.map(|date| ("date", date.to_string())));
        fields.push(("url", url));
        fields.push(("langid", locale.bibliography_name()));
        let mut bibtex = format!("@online{{{name}-{},\n", locale.tag);
        for (name, value) in fields {
            // Braces would end the field early; in a title they say nothing.
            bibtex += &format!("  {name} = {{{}}},\n", value.replace(['{', '}', '\\'], ""));
        }
        Cite { text, bibtex: bibtex + "}" }
    }

    fn section(&self, reading: ReaderContext<'_>, body: &Body, section: &Section) -> SectionView {
        let heading = |heading: &Heading| HeadingView {
            id: format!("{}{}", reading.prefix, heading.id),
            title: self.isolated(reading.words, &heading.text),
        };
        let title = section.heading.as_ref().map_or(String::new(), |heading| self.fill(reading, body, &heading.html));
        SectionView {
            id: format!("{}{}", reading.prefix, section.id),
            title: html(&title),
            words: section
                .heading
                .as_ref()
                .map_or_else(|| html(""), |heading| self.isolated(reading.words, &heading.text)),
            html: html(&self.fill(reading, body, &section.html)),
            behind: self.behind(reading, &section.id),
            inner: section.inner.iter().map(heading).collect(),
        }
    }

    /// The way to the newer text of a section, in the words of the page that is behind.
    fn behind(&self, reading: ReaderContext<'_>, section: &str) -> Option<BehindView> {
        let newer = self.input.freshness.behind(reading.page, reading.words, section)?;
        let fragment = if section.is_empty() { String::new() } else { format!("#{section}") };
        let name = self.language_name(reading.words, &self.config.at(newer).locale.tag);
        let message = if section.is_empty() { "head_behind" } else { "section_behind" };
        let said = self.input.theme.messages[reading.words.0].with(message, &[("language", &name)]);
        let status = self.addresses.page(reading.words, Generated::Status.path());
        Some(BehindView {
            url: self.url(reading.page, newer) + &fragment,
            title: html(&attribute(&said)),
            changes: self
                .config
                .output
                .status
                .then(|| format!("{status}#{}", self.changes_id(reading.page, reading.words, section))),
        })
    }

    /// The id, on the page of the state of the translations, of what has changed in the counterpart of a section that is behind.
    pub fn changes_id(&self, page: PageId, behind: LanguageId, section: &str) -> String {
        [self.config.at(behind).locale.tag.as_str(), self.site.page(page).address(), section].join("/")
    }

    fn notes(&self, reading: ReaderContext<'_>, body: &Body) -> Vec<NoteView> {
        let ReaderContext { page, words, prefix, .. } = reading;
        let citations = &self.site.page(page).citations[words.0];
        let back_label = self.ui(words, "note_back");
        let view = |(n, note): (usize, &crate::content::Note)| {
            let number = self.config.at(words).locale.number(n + 1);
            NoteView {
                id: format!("{prefix}n{}", n + 1),
                html: match &note.kind {
                    NoteKind::Footnote(footnote) => Some(html(&self.fill(reading, body, &footnote.html))),
                    NoteKind::Citation(_) => None,
                },
                source: citations.get(n).copied().flatten().map(|source| self.source(source, words)),
                back: reference_id(prefix, n, 0),
                back_label: back_label.clone(),
                backs: (0..note.uses).map(|use_| self.back_link(reading, n, use_)).collect(),
                number,
            }
        };
        body.notes.iter().enumerate().map(view).collect()
    }

    /// The way back from a note to the place that refers to it after so many others.
    fn back_link(&self, reading: ReaderContext<'_>, note: usize, use_: usize) -> BackLink {
        let ReaderContext { words, prefix, .. } = reading;
        let id = reference_id(prefix, note, use_);
        if use_ == 0 {
            return BackLink { id, number: None, label: self.ui(words, "note_back") };
        }
        let number = self.config.at(words).locale.number(use_ + 1);
        let label = self.input.theme.messages[words.0].with("note_back_to", &[("number", &number)]);
        BackLink { id, number: Some(number), label }
    }

    fn edit_url(&self, page: PageId, words: LanguageId) -> Option<String> {
        self.file_url("edit", page, words)
    }

    /// Where the history of a page's words can be read.
    pub fn history_url(&self, page: PageId, words: LanguageId) -> Option<String> {
        self.file_url("commits", page, words)
    }

    /// What the repository's web page does with the file of a page's words.
    fn file_url(&self, action: &str, page: PageId, words: LanguageId) -> Option<String> {
        let repository = self.config.repository.as_ref()?;
        let folder = match self.site.page(page).input.path.as_str() {
            "" => "content".to_owned(),
            path => format!("content/{}", file_path(path)),
        };
        Some(format!("{repository}/{action}/main/{folder}/{}.md", self.config.at(words).locale.tag))
    }
}
