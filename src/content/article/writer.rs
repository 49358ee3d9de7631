//! Writes the HTML of an article as its parts come by, splits it into sections, leaves slots for what depends on
//! others, and notes the faults that can be seen in one file alone.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use icu_normalizer::ComposingNormalizer;
use memchr::memmem;

use super::body::{Body, Heading, Image, Link, Section, Slot};
use super::figures::figure;
use super::heading_id::{is_taken, slug};
use super::link::Target;
use super::raw_html::{removed, sanitize};
use super::typography::{slips, typographic, words};
use crate::config::{Language, RawHtml};
use crate::content::code::Fence;
use crate::content::note::{Footnote, Note, NoteKind, NoteRef};
use crate::content::page::LanguageFileInput;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Direction;
use crate::text::Span;
use crate::text::html::escape;

/// Builds one [`Body`].
pub struct Writer<'a> {
    pub(super) input: &'a LanguageFileInput<'a>,
    language: &'a Language,
    /// Where the article begins in its file; ranges are relative to it.
    pub(super) offset: usize,
    pub(super) markdown: &'a str,
    pub(super) body: Body,
    pub(super) faults: Vec<Diagnostic>,
    section: Section,
    /// The section holds HTML of the author's.
    raw: bool,
    out: String,
    /// Outputs that wait while another is written: the article's while a heading, footnote or image is open.
    waiting: Vec<String>,
    /// Text not yet written, and for each piece of it where it stands in the Markdown.
    pending: String,
    pieces: Vec<(usize, usize)>,
    before: Option<char>,
    depth: usize,
    heading: Option<(u8, Option<String>)>,
    heading_text: String,
    last_level: u8,
    ids: HashMap<String, Span>,
    blocks: Vec<Block>,
    notes: HashMap<String, usize>,
    footnotes: BTreeMap<String, String>,
    footnote: Option<String>,
    image: Option<(String, String, Span)>,
}

/// A paragraph, list item or definition: the reach of a citation.
#[derive(Default)]
struct Block {
    figure: Option<Span>,
    cited: bool,
}

impl<'a> Writer<'a> {
    pub fn new(input: &'a LanguageFileInput<'a>, offset: usize) -> Self {
        Self {
            input,
            language: input.config.at(input.language),
            offset,
            markdown: &input.source.text[offset..],
            body: Body::default(),
            faults: Vec::new(),
            section: Section::default(),
            raw: false,
            out: String::new(),
            waiting: Vec::new(),
            pending: String::new(),
            pieces: Vec::new(),
            before: None,
            depth: 0,
            heading: None,
            heading_text: String::new(),
            last_level: 1,
            ids: HashMap::new(),
            blocks: Vec::new(),
            notes: HashMap::new(),
            footnotes: BTreeMap::new(),
            footnote: None,
            image: None,
        }
    }

    pub fn finish(mut self) -> (Body, Vec<Diagnostic>) {
        self.flush();
        self.end_section();
        for note in &mut self.body.notes {
            if let NoteKind::Footnote(footnote) = &mut note.kind {
                footnote.html = self.footnotes.remove(&footnote.label).unwrap_or_default();
            }
        }
        (self.body, self.faults)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.input.file.span(self.offset + range.start..self.offset + range.end)
    }

    /// Writes HTML of the generator's own.
    pub fn put(&mut self, html: &str) {
        self.flush();
        self.out.push_str(html);
    }

    pub(super) fn put_slot(&mut self, slot: Slot) {
        let mark = self.body.mark(slot);
        self.put(&mark);
    }

    /// Opens something that holds blocks.
    pub fn open(&mut self, html: &str) {
        self.begin_text(html);
        self.depth += 1;
    }

    /// Closes it.
    pub fn close(&mut self, html: &str) {
        self.put(html);
        self.depth -= 1;
    }

    /// Opens a place where text begins anew.
    pub fn begin_text(&mut self, html: &str) {
        self.put(html);
        self.before = None;
    }

    /// Opens a block of text.
    pub fn begin_block(&mut self, html: &str) {
        self.open(html);
        self.blocks.push(Block::default());
    }

    /// Closes it; a figure in it should have had a citation.
    pub fn end_block(&mut self, html: &str) {
        self.close(html);
        let Some(block) = self.blocks.pop() else { return };
        if let Some(span) = block.figure.filter(|_| !block.cited && self.footnote.is_none()) {
            self.faults.push(
                Diagnostic::warning(Code::UncitedFigure, "this figure has no citation in its paragraph")
                    .at(span)
                    .help("cite its source after the sentence: [^key], with the key from content/sources.toml"),
            );
        }
    }

    /// Text as the reader sees it; `at` is where it stands.
    pub fn text(&mut self, text: &str, at: usize) {
        self.pieces.push((self.pending.len(), at));
        self.pending.push_str(text);
    }

    /// Writes the text that has gathered: citations out of it, typography, isolation, escapes.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.pending);
        let pieces = std::mem::take(&mut self.pieces);
        let place = |at: usize| {
            let piece = pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            pieces[piece].1 + (at - pieces[piece].0)
        };
        let mut done = 0;
        while let Some(start) = memmem::find(&text.as_bytes()[done..], b"[^").map(|at| done + at) {
            let key: String = text[start + 2..].chars().take_while(|c| !c.is_whitespace() && *c != ']').collect();
            let end = start + 2 + key.len();
            let escaped = self.markdown[..place(start)].ends_with('\\');
            if escaped || key.is_empty() || !text[end..].starts_with(']') {
                self.write_text(&text[done..start + 2], &place, done);
                done = start + 2;
                continue;
            }
            self.write_text(&text[done..start], &place, done);
            self.note(key, place(start)..place(end) + 1, NoteKind::Citation);
            done = end + 1;
        }
        self.write_text(&text[done..], &place, done);
    }

    fn write_text(&mut self, text: &str, place: &dyn Fn(usize) -> usize, from: usize) {
        if text.is_empty() {
            return;
        }
        let at = |range: Range<usize>| place(from + range.start)..place(from + range.start) + range.len();
        for (range, code, message, help) in slips(text, &self.language.locale, self.before) {
            self.faults.push(Diagnostic::warning(code, message).at(self.span(at(range))).help(help));
        }
        if self.blocks.last().is_some_and(|block| block.figure.is_none())
            && let Some(range) = figure(text)
        {
            let span = self.span(at(range));
            self.blocks.last_mut().into_iter().for_each(|block| block.figure = Some(span));
        }
        self.body.words += words(text);
        let text = typographic(text, &self.language.locale, self.before);
        self.before = text.chars().next_back();
        if self.heading.is_some() {
            self.heading_text.push_str(&text);
        }
        if self.image.is_some() {
            self.out.push_str(&text);
        } else {
            self.language.isolator.html(&text, &mut self.out);
        }
    }

    /// Inline code: isolated, and in an Arabic page always left to right.
    pub fn code(&mut self, code: &str) {
        self.put(match self.language.locale.direction {
            Direction::Ltr => "<code>",
            Direction::Rtl => "<code dir=ltr>",
        });
        escape(code, &mut self.out);
        self.out.push_str("</code>");
        self.before = Some('x');
        if self.heading.is_some() {
            self.heading_text.push_str(code);
        }
    }

    /// A fenced or indented block of code.
    pub fn code_block(&mut self, info: &str, code: &str, range: Range<usize>) {
        let (fence, unclear) = Fence::parse(info);
        let first_line = range.start..range.start + self.markdown[range.start..].lines().next().map_or(0, str::len);
        if let Some(unclear) = unclear {
            self.faults.push(
                Diagnostic::error(Code::InvalidValue, format!("`{unclear}` after the backticks is not understood"))
                    .at(self.span(first_line.clone()))
                    .help("write the language, then title=\"…\", then lines to mark as {3,7-9}"),
            );
        }
        let (html, known) = self.input.highlights.html(code, &fence);
        if !known {
            let language = fence.language.as_deref().unwrap_or_default();
            self.faults.push(
                Diagnostic::warning(Code::UnknownName, format!("code in `{language}` cannot be coloured"))
                    .at(self.span(first_line))
                    .help("write a language that is known, such as rust, toml or python, or `text` for none"),
            );
        }
        self.body.code = true;
        self.put("<figure class=code>");
        if let Some(title) = &fence.title {
            self.out.push_str("<figcaption dir=ltr>");
            escape(title, &mut self.out);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("<pre dir=ltr tabindex=0><code>");
        self.out.push_str(&html);
        self.out.push_str("</code></pre></figure>\n");
    }

    /// HTML of the author's.
    pub fn raw_html(&mut self, html: &str, range: Range<usize>) {
        match self.input.config.raw_html {
            RawHtml::Deny => {
                let fault = Diagnostic::error(Code::RawHtml, "this site allows no HTML in its articles")
                    .at(self.span(range))
                    .help("write it in Markdown, or change `raw_html` in site.toml");
                self.faults.push(fault);
            }
            RawHtml::Sanitize => {
                if let Some(removed) = removed(html) {
                    let fault = Diagnostic::warning(Code::RawHtml, format!("`{removed}` is taken out of the page"))
                        .at(self.span(range))
                        .help(
                            "write it in Markdown, or set raw_html = \"allow\" in site.toml if you trust every author",
                        );
                    self.faults.push(fault);
                }
                self.raw = true;
                self.put(html);
            }
            RawHtml::Allow => self.put(html),
        }
    }

    pub fn begin_heading(&mut self, level: u8, id: Option<&str>, range: Range<usize>) {
        if level == 1 {
            self.faults.push(
                Diagnostic::warning(
                    Code::SkippedLevel,
                    "a first-level heading in an article stands beside the page's title",
                )
                .at(self.span(range.clone()))
                .help("begin sections with `##`"),
            );
        } else if level > self.last_level + 1 {
            let message = format!("this heading of level {level} follows one of level {}", self.last_level);
            self.faults.push(
                Diagnostic::warning(Code::SkippedLevel, message)
                    .at(self.span(range.clone()))
                    .help(format!("write it with {}", "#".repeat(usize::from(self.last_level) + 1))),
            );
        }
        let level = level.max(2);
        self.last_level = level;
        self.flush();
        if level == 2 && self.depth == 0 {
            self.end_section();
        }
        self.before = None;
        self.waiting.push(std::mem::take(&mut self.out));
        self.heading = Some((level, id.map(str::to_owned)));
        self.heading_text.clear();
    }

    pub fn end_heading(&mut self, range: Range<usize>) {
        self.flush();
        let html = std::mem::replace(&mut self.out, self.waiting.pop().unwrap_or_default());
        let Some((level, id)) = self.heading.take() else { return };
        let text = self.heading_text.trim().to_owned();
        let span = self.span(range.start..range.start + self.markdown[range.clone()].trim_end().len());
        let id = self.heading_id(id, &text, span);
        let heading = Heading { id: id.clone(), text, html: html.trim().to_owned(), span };
        if level == 2 && self.depth == 0 {
            self.section.id = id;
            self.section.heading = Some(heading);
            return;
        }
        let mark = self.body.mark(Slot::Id(id));
        self.put(&format!("<h{level} id=\"{mark}\">{}</h{level}>\n", heading.html));
        if level == 3 {
            self.section.inner.push(heading);
        }
    }

    /// The id that was written, or else one made of the heading's words.
    fn heading_id(&mut self, written: Option<String>, text: &str, span: Span) -> String {
        let explicit = written.is_some();
        let mut id = ComposingNormalizer::new_nfc().normalize(&written.unwrap_or_else(|| slug(text))).into_owned();
        if explicit && let Some(other) = self.ids.get(&id) {
            let line = self.input.source.line_column(other.start).line;
            self.faults.push(
                Diagnostic::error(Code::DuplicateId, format!("the id `{id}` also names the heading on line {line}"))
                    .at(span)
                    .help("give one of the two another id"),
            );
        } else if explicit && is_taken(&id) {
            let fault =
                Diagnostic::error(Code::DuplicateId, format!("the id `{id}` is one of the page's own")).at(span);
            self.faults.push(fault.help("give the heading another id"));
        }
        // Headings that say the same are told apart; those with an id of their own keep it.
        for n in 2.. {
            if explicit || !(self.ids.contains_key(&id) || is_taken(&id)) {
                break;
            }
            id = format!("{}-{n}", slug(text));
        }
        self.ids.insert(id.clone(), span);
        id
    }

    fn end_section(&mut self) {
        let mut section = std::mem::take(&mut self.section);
        // A copy is as long as its text; the buffer, which has grown, is written anew.
        section.html = self.out.clone();
        self.out.clear();
        if self.raw {
            section.html = sanitize(&section.html);
            self.raw = false;
        }
        self.body.sections.push(section);
    }

    /// Opens a link; its words follow.
    pub fn begin_link(&mut self, target: Target, written: &str, range: Range<usize>) {
        self.flush();
        let span = self.span(range);
        match target {
            Target::External => {
                self.out.push_str("<a href=\"");
                escape(written, &mut self.out);
                self.out.push_str("\">");
            }
            Target::Forbidden => {
                self.faults.push(
                    Diagnostic::error(Code::BrokenLink, format!("a link must not lead to `{written}`"))
                        .at(span)
                        .help("link to a page, a file of the page, or an https:// address"),
                );
                self.out.push_str("<a>");
            }
            target => {
                self.body.links.push(Link { target, span });
                let mark = self.body.mark(Slot::Link(self.body.links.len() - 1));
                self.out.push_str("<a href=");
                self.out.push_str(&mark);
                self.out.push('>');
            }
        }
    }

    /// The title of the last link's target in place of words.
    pub fn link_title(&mut self) {
        self.put_slot(Slot::LinkTitle(self.body.links.len().saturating_sub(1)));
        self.before = Some('x');
    }

    pub fn footnote_reference(&mut self, label: &str, range: Range<usize>) {
        self.flush();
        self.note(label.to_owned(), range, |label| NoteKind::Footnote(Footnote { label, html: String::new() }));
    }

    fn note(&mut self, key: String, range: Range<usize>, kind: impl FnOnce(String) -> NoteKind) {
        let reference = self.refer(key, self.span(range), kind);
        let mark = self.body.mark(Slot::Note(reference));
        self.out.push_str(&mark);
        self.before = Some('x');
    }

    /// Counts a reference to a note, wherever it will be shown.
    pub(super) fn refer(&mut self, key: String, span: Span, kind: impl FnOnce(String) -> NoteKind) -> NoteRef {
        let number = *self.notes.entry(key.clone()).or_insert_with(|| {
            self.body.notes.push(Note { kind: kind(key), uses: 0, span });
            self.body.notes.len() - 1
        });
        let earlier = self.body.notes[number].uses;
        self.body.notes[number].uses += 1;
        for block in &mut self.blocks {
            block.cited = true;
        }
        NoteRef { note: number, earlier }
    }

    pub fn begin_footnote(&mut self, label: &str) {
        self.flush();
        self.depth += 1;
        self.waiting.push(std::mem::take(&mut self.out));
        self.footnote = Some(label.to_owned());
    }

    pub fn end_footnote(&mut self) {
        self.flush();
        self.depth -= 1;
        let html = std::mem::replace(&mut self.out, self.waiting.pop().unwrap_or_default());
        if let Some(label) = self.footnote.take() {
            self.footnotes.entry(label).or_insert(html);
        }
    }

    pub fn begin_alert(&mut self, (class, message): (&'static str, &'static str)) {
        self.open(&format!("<div class=\"alert {class}\" role=note><p class=alert-title>"));
        self.put_slot(Slot::Message(message.into()));
        self.put("</p>\n");
    }

    /// Opens an image; its alternative text follows.
    pub fn begin_image(&mut self, source: &str, title: &str, range: Range<usize>) {
        self.flush();
        if self.image.is_none() {
            self.waiting.push(std::mem::take(&mut self.out));
            self.image = Some((source.to_owned(), title.to_owned(), self.span(range)));
        }
    }

    pub fn end_image(&mut self) {
        self.flush();
        let Some((source, title, span)) = self.image.take() else { return };
        let alternative = std::mem::replace(&mut self.out, self.waiting.pop().unwrap_or_default());
        if alternative.trim().is_empty() {
            self.faults.push(
                Diagnostic::warning(Code::NoAlternative, format!("the image `{source}` has no alternative text"))
                    .at(span)
                    .help("say in the brackets what it shows: ![…](…)"),
            );
        }
        self.body.images.push(Image { source, span });
        let mark = self.body.mark(Slot::Image(self.body.images.len() - 1));
        self.out.push_str("<img src=\"");
        self.out.push_str(&mark);
        self.out.push_str("\" alt=\"");
        escape(&self.language.isolator.plain(&alternative), &mut self.out);
        self.out.push('"');
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape(&self.language.isolator.plain(&title), &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(" loading=lazy decoding=async>");
    }
}
