//! Writes the HTML of an article as its parts come by, splits it into sections, leaves slots for what depends on
//! others, and notes the faults that can be seen in one file alone.

mod addresses;
mod code;
mod container;
mod defined_notes;
mod footnote;
mod heading;
mod html;
mod link;
mod math;
mod note_numbers;
mod note_reference;
mod open;
mod plain_text;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::autolinks::autolinks;
use super::body::{Body, Section};
use super::directed::directions;
use super::figures::figure;
use super::heading_id::Ids;
use super::style::Style;
use super::typography::{END_IT, Typesetter, UNENDED, word_count};
use crate::config::Language;
use crate::content::code::HighlightBudget;
use crate::content::note::NoteKind;
use crate::content::page::LanguageFileInput;
use crate::content::slot::Slot;
use crate::content::slotted::Slotted;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::locale::{Locale, fault_of_slip, right_sign};
use crate::text::html::escape;
use crate::text::scan::escapes_next;
use crate::text::{Span, find_control, is_invisible};
pub use code::CodeBlock;
use defined_notes::Footnotes;
use note_reference::next_reference;
use open::{HiddenText, OpenElement, OpenHeading, OpenImage, OpenLink};

/// Builds one [`Body`].
pub struct Writer<'a> {
    pub(super) input: &'a LanguageFileInput<'a>,
    language: &'a Language,
    /// Where the article begins in its file; ranges are relative to it.
    pub(super) offset: usize,
    pub(super) markdown: &'a str,
    pub(super) body: Body,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) section: Section,
    out: Slotted,
    /// Outputs that wait while another is written: the article's while a heading or footnote is open.
    waiting: Vec<Slotted>,
    /// Text not yet written, and for each piece of it where it stands in the Markdown.
    pending: String,
    pieces: Vec<(usize, usize)>,
    typesetter: Typesetter<'a>,
    /// How many elements of the generator's own are open.
    depth: usize,
    /// Elements of the author's that are open, each inside so many of the generator's.
    elements: Vec<OpenElement>,
    hidden: Option<HiddenText>,
    /// The families of components of which one that holds others has been named.
    component_holders: BTreeSet<usize>,
    heading: Option<OpenHeading>,
    last_level: u8,
    ids: Ids,
    /// Whether an id between braces stands anywhere in the article.
    has_ids: bool,
    /// The id of the last heading, if no words have followed it.
    id_above: Option<String>,
    /// Elements around the article, or parts of it, that say of its direction what the page says already.
    wrappers: Vec<Span>,
    blocks: Vec<Block>,
    notes: HashMap<String, usize>,
    footnotes: Footnotes,
    image: Option<OpenImage>,
    /// The place of all that comes, where it is known no better: Markdown inside HTML.
    fixed_place: Option<Range<usize>>,
    /// Links that are open; only a wikilink or a note can stand in another.
    links: Vec<OpenLink>,
    budget: HighlightBudget,
    /// Where the lines of the section's text without HTML end.
    line_ends: Vec<usize>,
    /// Languages of code that are not known, and have been reported.
    unknown_languages: BTreeSet<String>,
    unknown_attributes: BTreeSet<String>,
    /// Where the last text ends that would be a formula if its braces were balanced, which has been reported.
    unbalanced_until: usize,
    /// Whether a fence is hidden behind an invisible character, so that the next one seems to begin code.
    pub(super) hides_fence: bool,
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
            out: Slotted::default(),
            waiting: Vec::new(),
            pending: String::new(),
            pieces: Vec::new(),
            typesetter: Typesetter::new(Style::of(&input.config.at(input.language).locale)),
            depth: 0,
            elements: Vec::new(),
            hidden: None,
            component_holders: BTreeSet::new(),
            heading: None,
            last_level: 1,
            ids: Ids::default(),
            has_ids: input.source.text[offset..].contains("{#"),
            id_above: None,
            wrappers: Vec::new(),
            blocks: Vec::new(),
            notes: HashMap::new(),
            footnotes: Footnotes::default(),
            image: None,
            fixed_place: None,
            links: Vec::new(),
            budget: HighlightBudget::default(),
            line_ends: Vec::new(),
            unknown_languages: BTreeSet::new(),
            unknown_attributes: BTreeSet::new(),
            unbalanced_until: 0,
            hides_fence: false,
        }
    }

    pub fn finish(mut self) -> (Body, Vec<Diagnostic>) {
        self.flush();
        self.end_section();
        self.end_wrappers();
        self.body.anchor_aliases = self.ids.github_names();
        self.end_footnotes();
        (self.body, self.faults)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let range = self.fixed_place.clone().unwrap_or(range);
        self.input.file.span(self.offset + range.start..self.offset + range.end)
    }

    /// The writing system and the words of the page's language.
    pub fn locale(&self) -> &Locale {
        &self.input.config.at(self.input.language).locale
    }

    /// Reports a fault at a place in the Markdown.
    pub fn fault(&mut self, fault: Diagnostic, range: Range<usize>) {
        let span = self.span(range);
        self.faults.push(fault.at(span));
    }

    /// Writes HTML of the generator's own that opens and closes nothing. An image's alternative text holds none.
    pub fn put(&mut self, html: &str) {
        self.flush();
        self.write(html);
    }

    fn write(&mut self, html: &str) {
        if self.image.is_none() {
            self.out.push_str(html);
        }
    }

    pub(super) fn write_slot(&mut self, slot: Slot) {
        if self.image.is_none() {
            self.out.push_slot(slot);
        }
    }

    /// Writes an attribute, a blank before it.
    fn write_attribute(&mut self, name: &str, value: &str) {
        if self.image.is_none() {
            self.out.write(|out| attribute(name, value, out));
        }
    }

    /// Opens an element inside a line of text.
    pub fn begin(&mut self, html: &str) {
        self.put(html);
        self.depth += 1;
    }

    /// Closes it, and before it what the author opened in it.
    pub fn end(&mut self, html: &str) {
        self.flush();
        self.end_elements();
        self.write(html);
        self.depth -= 1;
    }

    /// Opens something that parts words, such as a block or a cell: in it text begins anew.
    pub fn open(&mut self, html: &str) {
        self.begin(html);
        self.blank();
        self.typesetter.begin_block();
    }

    /// Closes it.
    pub fn close(&mut self, html: &str) {
        self.end(html);
        if let Some(begun) = self.typesetter.unended() {
            self.faults.push(fault_of_slip(Code::Punctuation, UNENDED.to_owned(), END_IT, begun));
        }
        self.blank();
    }

    /// Breaks the line.
    pub fn line_break(&mut self) {
        self.put("<br>\n");
        self.blank();
        self.typesetter.pass_break();
    }

    /// Opens a block of text.
    pub fn begin_block(&mut self, html: &str) {
        self.open(html);
        self.blocks.push(Block::default());
    }

    /// Closes a paragraph that ends there in the source. A quotation of several paragraphs has its first mark before each of
    /// them, and its last behind the last alone; some write the first mark once.
    pub fn end_paragraph(&mut self, end: usize) {
        const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];
        self.flush();
        let below = self.markdown.get(end..).filter(|_| end > 0).unwrap_or_default();
        let below = below.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        // Its lines up to one without words: a quotation of Markdown parts its paragraphs by `>`.
        let mut next = below.lines().take_while(|line| !line.trim_start_matches(['>', ' ']).is_empty());
        if below.starts_with(MARKS) || self.typesetter.is_quoted() && next.any(|line| line.contains(MARKS)) {
            self.typesetter.unended();
        }
        self.end_block("</p>\n");
    }

    /// What seems to begin a quotation that does not end is none.
    pub fn drop_quotation(&mut self) {
        self.flush();
        self.typesetter.unended();
    }

    /// Closes it; a figure in it should have had a citation.
    pub fn end_block(&mut self, html: &str) {
        self.close(html);
        let Some(block) = self.blocks.pop() else { return };
        if let Some(span) = block.figure.filter(|_| !block.cited && !self.footnotes.is_open()) {
            self.faults.push(
                Diagnostic::warning(Code::UncitedFigure, "this figure has no citation in its paragraph")
                    .at(span)
                    .help("cite its source after the sentence: [^key], with the key from content/sources.toml"),
            );
        }
    }

    fn end_section(&mut self) {
        self.end_elements();
        let mut section = std::mem::take(&mut self.section);
        section.html = std::mem::take(&mut self.out);
        self.give_directions(&mut section.html);
        self.isolate_lines(&mut section.text);
        self.body.sections.push(section);
    }

    /// Marks the blocks and isolates the phrases of the other direction in HTML that is finished.
    pub(super) fn give_directions(&self, html: &mut Slotted) {
        let objects: Vec<_> = html.offsets().map(|at| at..at).collect();
        let insertions = directions(html.as_str(), &objects, &self.language.isolator, &self.language.locale.tag);
        html.insert(&insertions);
    }

    /// The path of the page below `content/`.
    fn page(&self) -> &str {
        let path = self.input.source.path.strip_prefix("content/").unwrap_or(&self.input.source.path);
        path.rsplit_once('/').map_or("", |(page, _)| page)
    }

    /// A fault by which headings may be missing: which sections there are, and where links to them lead, is in doubt.
    pub fn doubting_headings(&self, fault: Diagnostic) -> Diagnostic {
        let anchors = Matter::Anchors(self.page().to_owned(), self.language.locale.tag.clone());
        fault.doubting(Matter::File(self.input.file)).doubting(anchors)
    }

    /// Says what text the block has that was just begun: its language decides how its text is set.
    pub fn set_style(&mut self, text: &str) {
        self.typesetter = Typesetter::of_block(Style::of_block(self.input.config, self.input.language, text), text);
    }

    /// Text as the reader sees it; `at` is where it stands.
    pub fn text(&mut self, text: &str, at: usize) {
        if self.hidden.is_some() {
            return;
        }
        self.check_controls(text, at..at + text.len());
        self.pieces.push((self.pending.len(), at));
        self.pending.push_str(text);
    }

    /// Entities can stand for characters that no text may hold.
    fn check_controls(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, c)) = find_control(text) {
            let span = self.span(range);
            // One that stands in the file as it is has been reported there.
            if find_control(self.input.source.text.get(span.start..span.end).unwrap_or_default()).is_none() {
                self.faults.push(Diagnostic::control_character(c).at(span));
            }
        }
    }

    /// Writes the text that has gathered: citations out of it, typography, escapes.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.pending);
        let pieces = std::mem::take(&mut self.pieces);
        let place = |at: usize| {
            let piece = pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            pieces[piece].1 + (at - pieces[piece].0)
        };
        self.check_dollars(&text, &place);
        let mut done = 0;
        let mut from = 0;
        while let Some((reference, key)) = next_reference(&text, from) {
            from = reference.end;
            let start = place(reference.start);
            if self.fixed_place.is_none() && escapes_next(&self.markdown[..start]) {
                continue;
            }
            self.write_text(&text[done..reference.start], &place, done);
            self.note(key.to_owned(), start..start + reference.len(), NoteKind::Citation);
            done = reference.end;
        }
        self.write_text(&text[done..], &place, done);
    }

    fn write_text(&mut self, text: &str, place: &dyn Fn(usize) -> usize, from: usize) {
        if text.is_empty() {
            return;
        }
        let mut done = 0;
        if self.may_link() {
            for address in autolinks(text) {
                self.write_prose(&text[done..address.range.start], place, from + done);
                let range = place(from + address.range.start);
                let range = range..range + address.range.len();
                self.bare_link(&text[address.range.clone()], &address.href, range);
                done = address.range.end;
            }
        }
        self.write_prose(&text[done..], place, from + done);
    }

    /// Text without links, references to notes or code in it.
    fn write_prose(&mut self, text: &str, place: &dyn Fn(usize) -> usize, from: usize) {
        if text.is_empty() {
            return;
        }
        let at = |range: Range<usize>| place(from + range.start)..place(from + range.start) + range.len();
        if (text.contains("--") || text.contains(['"', '\''])) && self.fixed_place.is_none() {
            let before = |at: usize| self.markdown.get(..place(from + at)).unwrap_or_default();
            let escaped = |at: &usize| escapes_next(before(*at));
            let places = text.match_indices(['-', '"', '\'']).map(|(at, _)| at).filter(escaped).collect();
            self.typesetter.keep_signs(places);
        }
        let (shown, slips) = self.typesetter.set(text);
        if let Some(begun) = self.typesetter.begun() {
            let mark = text[begun..].chars().next().map_or(0, char::len_utf8);
            self.typesetter.remember(self.span(at(begun..begun + mark)));
        }
        // Of words that are marked as another language's, nothing is known of letters and signs.
        let is_other = self.elements.last().is_some_and(|element| element.in_other_language);
        let is_of_language = |code: Code| matches!(code, Code::ForeignLetter | Code::Punctuation);
        for (range, code, message, help) in
            slips.into_iter().filter(|(_, code, ..)| !(is_other && is_of_language(*code)))
        {
            let written = &text[range.clone()];
            let right = right_sign(code, written, &self.language.locale.tag);
            let is_sign = |c: char| matches!(c, '#' | '`' | '~' | '>' | '-' | '*' | '+' | '|' | ':' | '!' | '=');
            let hides_sign = written.chars().all(is_invisible) && from + range.start == 0;
            let hides_sign = hides_sign && text[range.end..].starts_with(is_sign);
            self.hides_fence |= hides_sign && text[range.end..].starts_with(['`', '~']);
            let fault = fault_of_slip(code, message, help, self.span(at(range)));
            let fault = if hides_sign {
                self.doubting_headings(fault.help("delete it: what stands behind it begins nothing so"))
            } else {
                fault
            };
            self.faults.push(right.into_iter().fold(fault, |fault, right| fault.mended(written, right)));
        }
        if self.blocks.last().is_some_and(|block| block.figure.is_none())
            && let Some(range) = figure(text)
        {
            let span = self.span(at(range));
            if let Some(block) = self.blocks.last_mut() {
                block.figure = Some(span);
            }
        }
        self.body.words += word_count(text);
        self.write_words(&shown);
    }

    /// Words in the form in which they are shown.
    fn write_words(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        } else if !text.trim().is_empty() {
            self.id_above = None;
        }
        if let Some(image) = &mut self.image {
            image.alternative.push_str(text);
            return;
        }
        self.out.write(|out| escape(text, out));
        self.say(text);
    }
}

/// An attribute with its quotes, a blank before it.
fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}
