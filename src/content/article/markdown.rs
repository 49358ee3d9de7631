//! Markdown to a [`Body`](super::Body): this file and its folder alone know pulldown-cmark. It turns events into calls of the
//! [`Writer`] and decides nothing about HTML itself.

mod beginning;
mod checks;
mod marks;
mod parsed;
mod text_run;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::containers::{Container, ContainersByPlace};
use super::dollars::Dollars;
use super::link::Target;
use super::list_numbers::OpenList;
use super::literal_marks::InlineText;
use super::math::MathStyle;
use super::reference_lines::{check_references, reference_lines};
use super::source_text::{SourceText, without_indentation};
use super::structure::{self, Holder};
use super::writer::{CodeBlock, Writer};
use crate::content::code::Fence;
use crate::diagnostic::Diagnostic;
pub use beginning::opening;
use marks::{MadeMark, alert_kind, is_inline};
use parsed::parsed;

/// Writes an article, which is all of its file behind the front matter.
pub fn article(markdown: &str, writer: &mut Writer<'_>) {
    let SourceText { text, containers, faults } = SourceText::new(markdown);
    let named = faults.iter().map(|(range, _)| range.start).collect();
    for (range, fault) in faults {
        // Where containers end decides which headings are those of sections.
        writer.fault(writer.doubting_headings(fault), range);
    }
    let dollars = Dollars::new(text.as_str());
    let mut all = parsed(&text, &dollars).into_iter();
    let unbalanced = dollars.unbalanced().iter().map(|formula| text.origin_range(formula.clone())).collect();
    let lines = reference_lines(markdown);
    check_references(&lines, writer);
    let inline = InlineText::with_references(lines);
    let mut events = Events { containers, unbalanced, named, inline, ..Events::default() };
    while let Some((event, range)) = all.next() {
        let begins_text = matches!(&event, Event::Start(tag) if holds_text(tag));
        let begins_link = matches!(&event, Event::Start(Tag::Link { .. }));
        let written = matches!(&event, Event::End(_)).then(|| text.as_str().get(range.clone()).unwrap_or_default());
        let place = text.origin_range(range.clone());
        events.check(&event, written.unwrap_or_default(), place.clone(), writer);
        events.take(event, place, writer);
        if begins_text {
            writer.set_style(&text_of_block(all.as_slice()));
        }
        if begins_link && shows_address(all.as_slice()) {
            events.begin_address_words(writer);
        }
    }
    events.end_code_group(writer);
}

/// Writes Markdown that stands inside HTML of the author's. What is one paragraph becomes none.
fn fragment(writer: &mut Writer<'_>, markdown: &str) {
    let markdown = without_indentation(markdown);
    let text = SourceText::without_containers(&markdown);
    let dollars = Dollars::new(text.as_str());
    let events_of = parsed(&text, &dollars);
    let blocks = events_of.iter().filter(|(event, _)| matches!(event, Event::Start(tag) if !is_inline(&tag.to_end())));
    let is_line = blocks.count() == 1 && matches!(events_of.first(), Some((Event::Start(Tag::Paragraph), _)));
    let blank = |edge: Option<char>, writer: &mut Writer<'_>| {
        if let Some(edge) = edge.filter(|edge| is_line && edge.is_whitespace()) {
            writer.text(edge.encode_utf8(&mut [0; 4]), 0);
        }
    };
    blank(markdown.chars().next(), writer);
    // Places in the HTML are not known so well.
    let mut events = Events::default();
    let mut all = events_of.into_iter();
    while let Some((event, _)) = all.next() {
        let edge = matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
        let begins_text = matches!(&event, Event::Start(tag) if holds_text(tag)) && !is_line;
        let begins_link = matches!(&event, Event::Start(Tag::Link { .. }));
        if !(is_line && edge) {
            events.take(event, 0..0, writer);
        }
        if begins_text {
            writer.set_style(&text_of_block(all.as_slice()));
        }
        if begins_link && shows_address(all.as_slice()) {
            events.begin_address_words(writer);
        }
    }
    blank(markdown.chars().next_back(), writer);
}

/// Whether text stands directly in an element, and is a block.
fn holds_text(tag: &Tag<'_>) -> bool {
    use Tag::{DefinitionListDefinition, DefinitionListTitle, Heading, Item, Paragraph, TableCell};
    matches!(tag, Paragraph | Heading { .. } | Item | DefinitionListTitle | DefinitionListDefinition | TableCell)
}

/// The text of the block that begins with some events.
fn text_of_block(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut text = String::new();
    let mut images = 0;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Start(_) | Event::End(_) | Event::Html(_) | Event::Rule => break,
            Event::Text(words) if images == 0 => text.push_str(words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Whether the words of the link that begins with some events are an address that is not written in Latin letters alone.
fn shows_address(events: &[(Event<'_>, Range<usize>)]) -> bool {
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) => words.push_str(text),
            Event::End(TagEnd::Link) => break,
            _ => return false,
        }
    }
    let is_address = ["https://", "http://"].iter().any(|scheme| words.starts_with(scheme));
    is_address && !words.is_ascii() && !words.contains(char::is_whitespace)
}

/// A code block that is open.
struct Code {
    info: String,
    text: String,
    /// Where its text begins.
    start: Option<usize>,
}

/// A block of the author's HTML, which comes line by line.
#[derive(Default)]
struct HtmlBlock {
    text: String,
    /// Where each line of it stands.
    lines: Vec<Range<usize>>,
}

/// What has to be remembered from one event to the next.
#[derive(Default)]
struct Events {
    code: Option<Code>,
    /// Whether that is code by its indentation, and has no fences.
    code_is_indented: bool,
    /// Blocks of code with a label each, one directly after the other, that are not written yet.
    group: Vec<CodeBlock>,
    /// The label of the last such block, and where it ends.
    last_label: Option<(String, usize)>,
    html: Option<HtmlBlock>,
    alignments: Vec<Alignment>,
    cell: usize,
    head: bool,
    /// How many images are open, one inside the other's alternative text.
    images: usize,
    /// What would be formulas, in order, if their braces were balanced.
    unbalanced: Vec<Range<usize>>,
    /// The address between angle brackets that is open, which shows itself.
    address: Option<String>,
    /// Whether the words of the link that is open are an address.
    is_address_words: bool,
    /// For each open link, whether it shows the words that were written.
    wiki_words: Vec<bool>,
    /// The quotations that stand for containers, by where they begin.
    containers: ContainersByPlace,
    /// Where containers begin that are none and have been named.
    named: BTreeSet<usize>,
    /// For each open quotation, which container it is, if it is one.
    quotes: Vec<Option<Container>>,
    /// The container whose title is the next paragraph, or the one that is open.
    title: Option<Container>,
    /// The words of the innermost block so far, for marks that stay as they are.
    inline: InlineText,
    /// Whether a row of a table is open, and what is wrong in its cells so far.
    in_row: bool,
    cell_faults: Vec<(Range<usize>, Diagnostic)>,
    /// The lists that are open, the outer ones first.
    lists: Vec<OpenList>,
    /// Whether a list with numbers has come.
    has_numbers: bool,
    /// In a term of a list of definitions, how many elements are open in it.
    term: Option<usize>,
    /// What the last block was that a block may have been meant to belong to, until another begins.
    ended: Option<Holder>,
}

impl Events {
    fn take(&mut self, event: Event<'_>, range: Range<usize>, writer: &mut Writer<'_>) {
        if self.code.is_none() && !matches!(event, Event::Start(Tag::CodeBlock(_))) {
            self.end_code_group(writer);
        }
        match event {
            Event::Text(text) => self.text(text, range.start, writer),
            Event::Code(code) if self.images == 0 => writer.code(&code, range),
            Event::Code(code) => writer.text(&code, range.start),
            Event::Html(html) => self.html_line(&html, range),
            Event::InlineHtml(html) => match MadeMark::of(&html) {
                None => writer.raw_html(&html, &[range], fragment),
                Some(MadeMark::Begin(element)) => writer.begin(&format!("<{element}>")),
                Some(MadeMark::End(element)) => writer.end(&format!("</{element}>")),
                Some(MadeMark::Size(width, height)) => writer.image_size(width, height),
            },
            Event::FootnoteReference(label) => writer.footnote_reference(&label, range),
            // Each line above a definition is a term of its own.
            Event::SoftBreak if self.term == Some(0) => {
                writer.close("\n");
                writer.open("<dt>");
            }
            Event::SoftBreak => writer.text("\n", range.start),
            Event::HardBreak if self.images == 0 => writer.line_break(),
            Event::HardBreak => writer.text("\n", range.start),
            Event::Rule => writer.put("<hr>\n"),
            Event::TaskListMarker(done) => writer.task(done),
            Event::InlineMath(tex) => writer.math(&tex, MathStyle::Inline, range.start + 1),
            Event::DisplayMath(tex) => writer.math(&tex, MathStyle::Display, range.start + 2),
            Event::Start(tag) => self.start(tag, range, writer),
            Event::End(tag) => self.end(tag, range, writer),
        }
    }

    fn text(&mut self, text: CowStr<'_>, at: usize, writer: &mut Writer<'_>) {
        match &mut self.code {
            Some(code) => {
                code.text.push_str(&text);
                code.start.get_or_insert(at);
            }
            // A wikilink without words of its own shows its target's title instead of what was written.
            None if self.wiki_words.last() == Some(&false) => {}
            None if self.address.is_some() => {
                let href = self.address.as_deref().unwrap_or_default();
                writer.address_link(&text, href, at..at + text.len());
            }
            None => {
                if let Ok(found) = self.unbalanced.binary_search_by_key(&at, |formula| formula.start) {
                    writer.unbalanced_formula(self.unbalanced[found].clone());
                }
                writer.text(&text, at);
            }
        }
    }

    fn html_line(&mut self, html: &str, range: Range<usize>) {
        let block = self.html.get_or_insert_default();
        // One event can be several lines.
        let mut start = range.start;
        for line in html.split_inclusive('\n') {
            let end = (start + line.trim_end().len()).min(range.end);
            block.lines.push(start..end.max(start));
            start += line.len();
        }
        block.text.push_str(html);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, writer: &mut Writer<'_>) {
        if is_inline(&tag.to_end()) {
            self.term = self.term.map(|depth| depth + 1);
        }
        match tag {
            Tag::Paragraph => match self.title {
                Some(container) => writer.begin_container_title(container),
                None => writer.begin_block("<p>"),
            },
            Tag::Heading { level, id, classes, attrs } => {
                let class = classes.first().map(|class| format!(".{class}"));
                // A name without a value may be a part of an id with blanks, which is named as such.
                let other = attrs.iter().find(|(name, value)| value.is_some() && name.as_ref() != "id");
                if let Some(name) = class.or(other.map(|(name, _)| name.to_string())) {
                    structure::check_heading(&name, &range, writer);
                }
                let written = attrs.iter().find(|(name, _)| name.as_ref() == "id").and_then(|(_, id)| id.as_deref());
                let id = id.as_deref().or(written.map(|id| id.trim_matches(['"', '\''])));
                writer.begin_heading(level as u8, id, range);
            }
            Tag::BlockQuote(kind) => self.begin_quote(kind, range.start, writer),
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some(Code { info, text: String::new(), start: None });
            }
            Tag::List(None) => writer.open("<ul>\n"),
            Tag::List(Some(1)) => writer.open("<ol>\n"),
            Tag::List(Some(start)) => writer.open(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => writer.begin_block("<li>"),
            Tag::FootnoteDefinition(label) => writer.begin_footnote(&label, range),
            Tag::DefinitionList => writer.open("<dl>\n"),
            Tag::DefinitionListTitle => {
                self.term = Some(0);
                writer.open("<dt>");
            }
            Tag::DefinitionListDefinition => writer.begin_block("<dd>"),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                writer.open("<div class=\"scroll\" tabindex=\"0\"><table>\n");
            }
            Tag::TableHead => {
                self.head = true;
                self.cell = 0;
                writer.put("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                writer.put("<tr>");
            }
            Tag::TableCell => {
                let cell = writer.markdown.get(range).unwrap_or_default();
                writer.open(&self.cell_tag(cell.chars().all(|c| c.is_whitespace() || c == '|')));
            }
            Tag::Emphasis => writer.begin("<em>"),
            Tag::Strong => writer.begin("<strong>"),
            Tag::Strikethrough => writer.begin("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.begin_link(link_type, (&dest_url, &title), range, writer)
            }
            Tag::Image { dest_url, title, .. } => {
                self.images += 1;
                if self.images == 1 {
                    writer.begin_image(&dest_url, &title, range);
                }
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>, writer: &mut Writer<'_>) {
        if is_inline(&tag) {
            self.term = self.term.map(|depth| depth - 1);
        }
        match tag {
            TagEnd::Paragraph => match self.title.take() {
                Some(container) => writer.end_container_title(container),
                None => writer.end_paragraph(range.end),
            },
            TagEnd::Heading(_) => writer.end_heading(range),
            TagEnd::BlockQuote(kind) => match self.quotes.pop().flatten() {
                Some(container) => writer.end_container(container),
                None if kind.is_some() => writer.close("</div>\n"),
                None => writer.close("</blockquote>\n"),
            },
            TagEnd::CodeBlock => self.end_code(range, writer),
            TagEnd::List(false) => writer.close("</ul>\n"),
            TagEnd::List(true) => writer.close("</ol>\n"),
            // What HTML closes of itself is left open: it weighs more than it says.
            TagEnd::Item | TagEnd::DefinitionListDefinition => writer.end_block("\n"),
            TagEnd::FootnoteDefinition => writer.end_footnote(),
            TagEnd::DefinitionList => writer.close("</dl>\n"),
            TagEnd::DefinitionListTitle => {
                self.term = None;
                writer.close("\n");
            }
            TagEnd::Table => writer.close("</table></div>\n"),
            TagEnd::TableHead => {
                self.head = false;
                writer.put("<tbody>\n");
            }
            TagEnd::TableRow => writer.put("\n"),
            TagEnd::TableCell => {
                writer.close("");
                self.cell += 1;
            }
            TagEnd::Emphasis => writer.end("</em>"),
            TagEnd::Strong => writer.end("</strong>"),
            TagEnd::Strikethrough => writer.end("</del>"),
            TagEnd::Link => {
                self.wiki_words.pop();
                if std::mem::take(&mut self.is_address_words) {
                    writer.end("</bdi>");
                }
                if self.address.take().is_none() {
                    writer.end_link();
                }
            }
            TagEnd::Image => {
                self.images -= 1;
                if self.images == 0 {
                    writer.end_image();
                }
            }
            TagEnd::HtmlBlock => {
                if let Some(HtmlBlock { text, lines }) = self.html.take() {
                    writer.raw_html(&text, &lines, fragment);
                }
            }
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    fn end_code(&mut self, range: Range<usize>, writer: &mut Writer<'_>) {
        let Some(Code { info, text, start }) = self.code.take() else { return };
        let chart = info.trim().strip_prefix("chart").filter(|rest| !rest.starts_with(char::is_alphanumeric));
        if chart.is_none()
            && let Some(label) = Fence::parse(&info).0.label
        {
            if self.group.last().is_some_and(|last| self.is_another_group(last, &label, range.start, writer)) {
                self.end_code_group(writer);
            }
            let before = self.last_label.replace((label.clone(), range.end));
            writer.check_label(&label, before, &range);
            return self.group.push(CodeBlock { info, code: text, range });
        }
        self.end_code_group(writer);
        // What follows a chart that is not closed is none of it, and that it is not has been said.
        if chart.is_some() && writer.markdown.get(range.clone()).is_some_and(structure::is_open_code) {
            return;
        }
        if info.trim() == "math" {
            return writer.math_block(&text, start.unwrap_or(range.start));
        }
        match chart {
            Some(rest) => writer.chart(&text, start.unwrap_or(range.start), rest.trim()),
            None => writer.code_block(&CodeBlock { info, code: text, range }),
        }
    }

    /// Whether a block with a label begins a group of its own, though one stands directly before it: a container ends between
    /// them, or the label is there already.
    fn is_another_group(&self, last: &CodeBlock, label: &str, start: usize, writer: &Writer<'_>) -> bool {
        let between = writer.markdown.get(last.range.end..start).unwrap_or_default();
        let is_here = |block: &CodeBlock| Fence::parse(&block.info).0.label.as_deref() == Some(label);
        between.lines().any(|line| line.trim_start().starts_with(":::")) || self.group.iter().any(is_here)
    }

    /// Writes the blocks with labels that have come one directly after the other: several are a group.
    fn end_code_group(&mut self, writer: &mut Writer<'_>) {
        match std::mem::take(&mut self.group).as_slice() {
            [] => {}
            [block] => writer.code_block(block),
            blocks => writer.code_group(blocks),
        }
    }

    fn begin_quote(&mut self, kind: Option<BlockQuoteKind>, at: usize, writer: &mut Writer<'_>) {
        let container = self.containers.get(&at).copied();
        self.quotes.push(container);
        match (container, kind) {
            (Some(container), _) => {
                writer.begin_container(container);
                self.title = container.title.is_none().then_some(container);
            }
            (None, Some(kind)) => writer.begin_alert(alert_kind(kind)),
            (None, None) => writer.open("<blockquote>\n"),
        }
    }

    fn begin_link(
        &mut self,
        kind: LinkType,
        (destination, title): (&str, &str),
        range: Range<usize>,
        writer: &mut Writer<'_>,
    ) {
        let words = !matches!(kind, LinkType::WikiLink { has_pothole: false });
        self.wiki_words.push(words);
        if kind == LinkType::Autolink && Target::inline(destination) == Target::External {
            self.address = Some(destination.to_owned());
            return;
        }
        match kind {
            LinkType::WikiLink { .. } => writer.begin_link(Target::wiki(destination), destination, "", range),
            LinkType::Email => writer.begin_link(Target::External, &format!("mailto:{destination}"), "", range),
            _ => writer.begin_link(Target::inline(destination), destination, title, range),
        }
        if !words {
            writer.link_title();
        }
    }

    /// The words of the link that has begun are an address, which runs from left to right as a whole.
    fn begin_address_words(&mut self, writer: &mut Writer<'_>) {
        if self.address.is_none() && self.wiki_words.last() == Some(&true) && self.images == 0 {
            self.is_address_words = true;
            writer.begin("<bdi dir=\"ltr\">");
        }
    }

    /// Left and right of Markdown are the start and the end of the line here. A cell of the head without words, such as the
    /// corner above the names of rows, is the heading of nothing.
    fn cell_tag(&self, is_empty: bool) -> String {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        format!("<{}{class}>", if self.head && !is_empty { "th scope=\"col\"" } else { "td" })
    }
}
