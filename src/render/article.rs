//! An article's view: its slots filled for a reader of a language, its notes numbered.

use super::templates::html;
use super::views::{Article, Cite, DateView, HeadingView, LinkView, NoteView, SectionView, SourceView, StandIn};
use super::{Renderer, attribute};
use crate::config::LanguageId;
use crate::content::{Body, Heading, NoteKind, NoteRef, PageKind, Section, Slot, SourceEntry, Words};
use crate::site::{PageId, Resolved, SourceId};
use crate::text::Date;

/// The name of a page's Markdown beside it.
pub const MARKDOWN: &str = "index.md";

/// Whose eyes an article is shown to, and where.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub page: PageId,
    /// The language of the links.
    pub reader: LanguageId,
    /// The language of the words.
    pub words: LanguageId,
    /// Stands before every id, where two articles share a document.
    pub prefix: &'a str,
}

impl Renderer<'_> {
    /// The words of a page for a reader; the first language's where the reader's has none.
    pub fn article(&self, page: PageId, reader: LanguageId, prefix: &str) -> Article {
        let here = self.site.page(page);
        let (words, face) = here.face(reader);
        let reading = Reading { page, reader, words, prefix };
        let locale = &self.config.at(words).locale;
        let stand_in = (words != reader).then(|| StandIn {
            tag: locale.tag.clone(),
            dir: locale.direction,
            notice: self.input.messages[reader.0].with("stand_in", &[("language", &self.config.at(words).name)]),
        });
        let facts = &here.input.facts;
        let date = |date: Date| DateView { iso: date.to_string(), text: self.config.at(reader).locale.date(date) };
        let mut article = Article {
            title: self.isolated(words, &face.title),
            summary: self.isolated(words, &face.summary),
            stand_in,
            lede: html(""),
            behind: self.behind(reading, ""),
            sections: Vec::new(),
            notes: Vec::new(),
            published: facts.date.map(date),
            updated: facts.updated.map(date),
            edit_url: self.edit_url(page, words),
            markdown_url: (words == reader).then(|| format!("{}{MARKDOWN}", self.url(page, reader))),
            reading_time: None,
            terms: self.cards(&here.terms, reader),
            cite: self.cite(page, words),
        };
        if let Some(Words { body, .. }) = self.words(page, words) {
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
        (minutes > 0).then(|| self.input.messages[reader.0].count(locale, "reading_time", minutes))
    }

    /// A reference to the page as a reader of another text would print it.
    fn cite(&self, page: PageId, words: LanguageId) -> Cite {
        let here = self.site.page(page);
        let locale = &self.config.at(words).locale;
        let url = self.addresses.absolute(&self.url(page, words));
        let title = here.face(words).1.title.as_str();
        let site = self.site.find("").map_or("", |home| self.site.page(home).face(words).1.title.as_str());
        let [(open, close), _] = locale.quotes();
        let date = here.changed();
        let mut text = self.config.at(words).isolator.plain(&format!("{open}{title}{close}"));
        if !here.input.path.is_empty() {
            text += &format!(". {site}");
        }
        if let Some(date) = date {
            text += &format!(". {}", locale.date(date));
        }
        text += &format!(". \u{2068}{url}\u{2069}");
        let mut fields = vec![("title", title.to_owned()), ("organization", site.to_owned())];
        fields.extend(date.map(|date| ("date", date.to_string())));
        fields.push(("url", url));
        fields.push(("langid", locale.bibliography_name().to_owned()));
        let key = here.input.path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("home");
        let mut bibtex = format!("@online{{{key}-{},\n", locale.tag);
        for (name, value) in fields {
            // Braces would end the field early; in a title they say nothing.
            bibtex += &format!("  {name} = {{{}}},\n", value.replace(['{', '}', '\\'], ""));
        }
        Cite { text, bibtex: bibtex + "}" }
    }

    fn section(&self, reading: Reading<'_>, body: &Body, section: &Section) -> SectionView {
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
    fn behind(&self, reading: Reading<'_>, section: &str) -> Option<LinkView> {
        let newer = self.input.freshness.behind(reading.page, reading.words, section)?;
        let fragment = if section.is_empty() { String::new() } else { format!("#{section}") };
        let name = &self.config.at(newer).name;
        let message = if section.is_empty() { "head_behind" } else { "section_behind" };
        let said = self.input.messages[reading.words.0].with(message, &[("language", name)]);
        Some(LinkView { url: self.url(reading.page, newer) + &fragment, title: html(&attribute(&said)) })
    }

    fn fill(&self, reading: Reading<'_>, body: &Body, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        body.fill(text, &mut out, |slot, out| self.slot(reading, body, slot, out));
        out
    }

    pub fn slot(&self, reading: Reading<'_>, body: &Body, slot: &Slot, out: &mut String) {
        let Reading { page, words, prefix, .. } = reading;
        let here = self.site.page(page);
        match slot {
            Slot::Link(n) => out.push_str(&self.link_attributes(reading, here.links[words.0].get(*n))),
            Slot::LinkTitle(n) => match here.links[words.0].get(*n) {
                Some(Some(Resolved::Page(target, _))) => {
                    // The words around it are in `words`, so its title is wanted in that language.
                    out.push_str(self.title(*target, words).as_str().unwrap_or_default());
                }
                Some(Some(Resolved::Generated(generated))) => {
                    out.push_str(&attribute(&self.ui(words, &format!("{}_title", generated.path()))));
                }
                _ => {}
            },
            Slot::Note(NoteRef { note: n, earlier }) => {
                let id = reference_id(prefix, *n, *earlier);
                let number = self.config.at(words).locale.number(n + 1);
                let html = format!("<sup><a id={id} href=#{prefix}n{}>{number}</a></sup>", n + 1);
                out.push_str(&html);
            }
            Slot::Image(n) => {
                if let Some(Some(file)) = here.images[words.0].get(*n) {
                    out.push_str(&self.addresses.file(self.site, *file));
                    let asset = &self.site.page(file.0).input.files[file.1];
                    if let Some((width, height)) = asset.dimensions {
                        out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
                    }
                }
            }
            Slot::Chart(n) => self.chart(reading, body, *n, out),
            Slot::Id(id) => {
                out.push_str(prefix);
                out.push_str(&attribute(id));
            }
            Slot::Message(id) => out.push_str(&attribute(&self.ui(words, id))),
        }
    }

    /// What stands after `href=`: the address, and for a term its class.
    fn link_attributes(&self, reading: Reading<'_>, link: Option<&Option<Resolved>>) -> String {
        let Reading { page, reader, prefix, .. } = reading;
        match link {
            Some(Some(Resolved::Page(target, anchor))) => {
                let fragment =
                    |prefix: &str| anchor.as_ref().map_or(String::new(), |id| format!("#{prefix}{}", attribute(id)));
                if *target == page && anchor.is_some() {
                    return unquoted(fragment(prefix));
                }
                let url = unquoted(format!("{}{}", self.url(*target, reader), fragment("")));
                match self.site.page(*target).input.kind {
                    PageKind::Term => url + " class=term",
                    _ => url,
                }
            }
            Some(Some(Resolved::Generated(generated))) => unquoted(self.addresses.page(reader, generated.path())),
            Some(Some(Resolved::File(file))) => unquoted(self.addresses.file(self.site, *file)),
            _ => "\"\"".to_owned(),
        }
    }

    fn notes(&self, reading: Reading<'_>, body: &Body) -> Vec<NoteView> {
        let Reading { page, words, prefix, .. } = reading;
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
                number,
            }
        };
        body.notes.iter().enumerate().map(view).collect()
    }

    /// A source as a reader of a language sees it.
    pub fn source(&self, id: SourceId, reader: LanguageId) -> SourceView {
        let SourceEntry { key, title, publisher, url, published, accessed, language, kind, note, .. } =
            &self.site.bibliography[id.0];
        let locale = &self.config.at(reader).locale;
        let language = language.clone().filter(|tag| *tag != locale.tag);
        // A title in a language of the site is isolated as that language asks.
        let own = language.as_ref().and_then(|tag| self.config.language(tag)).unwrap_or(reader);
        SourceView {
            key: key.value.clone(),
            title: self.isolated(own, title),
            stop: !title.ends_with(['.', '?', '!', '؟', '…']),
            publisher: self.isolated(own, publisher),
            url: url.clone(),
            published: published.map(|date| locale.date(date)),
            accessed: accessed.map(|date| locale.date(date)),
            kind: kind.map(|kind| self.ui(reader, &format!("source_{}", kind.as_str()))),
            note: note.as_ref().map(|note| self.isolated(own, note)),
            language,
        }
    }

    fn edit_url(&self, page: PageId, words: LanguageId) -> Option<String> {
        let repository = self.config.repository.as_ref()?;
        let folder = match self.site.page(page).input.path.as_str() {
            "" => "content".to_owned(),
            path => format!("content/{path}"),
        };
        Some(format!("{repository}/edit/main/{folder}/{}.md", self.config.at(words).locale.tag))
    }
}

/// The value of an attribute, in quotes only if it needs them: there are hundreds in an article.
fn unquoted(value: String) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%#&;".contains(&byte) || !byte.is_ascii();
    match !value.is_empty() && value.bytes().all(plain) {
        true => value,
        false => format!("\"{value}\""),
    }
}

fn reference_id(prefix: &str, note: usize, use_: usize) -> String {
    match use_ {
        0 => format!("{prefix}r{}", note + 1),
        _ => format!("{prefix}r{}-{}", note + 1, use_ + 1),
    }
}
