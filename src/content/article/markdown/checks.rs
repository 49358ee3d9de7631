//! What is nearly Markdown and stays as it is, told by the events around it; what is looked for stands in `literal_marks.rs`
//! and `structure.rs`.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::Events;
use super::marks::is_inline;
use crate::content::article::link::{HAS_BLANK, file_without_blanks, without_title};
use crate::content::article::list_numbers::{OpenList, check_first_number};
use crate::content::article::literal_html::IS_OPEN;
use crate::content::article::literal_links::{OF_TITLE, UNCLOSED_WIKILINK};
use crate::content::article::structure::{self, Holder};
use crate::content::article::writer::Writer;
use crate::diagnostic::{Diagnostic, Matter};

impl Events {
    /// Looks for what is nearly something and stays as it is. `written` is what an element that ends consists of, and
    /// `range` where the event stands in the text as it was written.
    pub(super) fn check(&mut self, event: &Event<'_>, written: &str, range: Range<usize>, writer: &mut Writer<'_>) {
        match event {
            Event::Text(text) if self.code.is_none() => self.inline.push(text, range, writer.markdown),
            Event::SoftBreak | Event::HardBreak => self.inline.push("\n", range, writer.markdown),
            Event::Start(tag) => {
                match tag {
                    Tag::Emphasis | Tag::Strong => self.inline.begin_emphasis(),
                    tag if is_inline(&tag.to_end()) => self.inline.push_opaque(),
                    _ => self.end_words(writer),
                }
                if !is_inline(&tag.to_end()) {
                    let holder = self.ended.take().filter(|_| self.lists.is_empty() && self.quotes.is_empty());
                    if let Some((holder, block)) = holder.zip(name_of_block(tag))
                        && structure::check_indentation(holder, block, range.start, writer)
                    {
                        self.named.insert(range.start);
                    }
                }
                match tag {
                    Tag::List(first) => {
                        if let Some(first) = first {
                            let goes_on = std::mem::replace(&mut self.has_numbers, true);
                            check_first_number(*first, goes_on, range, writer);
                        }
                        self.lists.push(OpenList::new(*first));
                    }
                    Tag::TableHead | Tag::TableRow => self.in_row = true,
                    Tag::Item => structure::check_item(self.lists.last_mut(), range, writer),
                    Tag::CodeBlock(kind) => self.code_is_indented = matches!(kind, CodeBlockKind::Indented),
                    Tag::BlockQuote(_) => structure::check_quote(self.quotes.len(), range, writer),
                    Tag::Emphasis | Tag::Strong => structure::check_operators(range, writer),
                    _ => {}
                }
            }
            Event::End(tag) => {
                match tag {
                    tag if is_inline(tag) => self.inline.push_opaque(),
                    _ => self.end_words(writer),
                }
                match tag {
                    TagEnd::List(_) => {
                        self.lists.pop();
                        self.ended = Some(Holder::Item);
                    }
                    TagEnd::Table => self.ended = Some(Holder::Table),
                    TagEnd::FootnoteDefinition => self.ended = Some(Holder::Note),
                    TagEnd::BlockQuote(kind) => {
                        self.ended = None;
                        if kind.is_some() {
                            structure::check_alert(written, range, writer);
                        }
                    }
                    TagEnd::TableHead | TagEnd::TableRow => self.end_row(written, range, writer),
                    TagEnd::HtmlBlock => structure::check_comment(written, range, writer),
                    TagEnd::CodeBlock if self.code_is_indented => {
                        structure::check_indented_code(written, range, writer);
                    }
                    TagEnd::CodeBlock => structure::check_fence(written, range, writer),
                    _ => {}
                }
            }
            Event::Code(_) => {
                structure::check_code_span(range, writer);
                self.inline.push_opaque();
            }
            Event::Rule => self.ended = None,
            _ => self.inline.push_opaque(),
        }
    }

    /// The words of a block are complete.
    fn end_words(&mut self, writer: &mut Writer<'_>) {
        let bracketed = self.inline.bracketed();
        let faults = self.inline.take_faults(!self.quotes.is_empty(), !self.lists.is_empty());
        for (name, range) in bracketed {
            let is_named = |(fault, _): &(Range<usize>, Diagnostic)| fault.start < range.end && range.start < fault.end;
            if !faults.iter().any(is_named) {
                writer.bracketed(name, range);
            }
        }
        if self.in_row {
            self.cell_faults.extend(faults);
            return;
        }
        for (range, fault) in faults.into_iter().filter(|(range, _)| !self.named.contains(&range.start)) {
            // A heading that is none is a section that is missing, and a reference that is none was meant to
            // cite; a length in an attribute is no figure.
            let signs = writer.markdown.get(range.clone()).unwrap_or_default();
            if ["(^", "{", "[^", "^["].iter().any(|begin| signs.starts_with(begin)) {
                writer.cite_here();
            }
            if fault.message.contains(OF_TITLE) {
                writer.drop_quotation();
            }
            let fault = match file_meant(&fault, &writer.markdown[range.start..], writer) {
                Some(file) => fault.help(format!("the file is called `{file}`: write that name")),
                None => fault,
            };
            let fault = match signs.strip_prefix('<').filter(|_| fault.message.ends_with(IS_OPEN)) {
                Some(name) => {
                    writer.drop_quotation();
                    fault.doubting(Matter::Element(writer.input.file, name.to_lowercase()))
                }
                None => fault,
            };
            let is_heading = !signs.is_empty() && signs.chars().all(|c| matches!(c, '#' | '＃'));
            let is_heading = is_heading || signs.starts_with("{#") || signs.starts_with('h') && signs.ends_with('.');
            let fault = if is_heading { writer.doubting_headings(fault) } else { fault };
            let fault = match signs {
                "!" => fault.doubting(Matter::Value(writer.span(range.clone()))),
                _ => fault,
            };
            writer.fault(fault, range);
        }
    }

    /// The row of a table is complete. What it has too many cells of may be parts of a wikilink, which are no faults of
    /// their own.
    fn end_row(&mut self, row: &str, range: Range<usize>, writer: &mut Writer<'_>) {
        self.in_row = false;
        let surplus = structure::check_row(row, self.alignments.len());
        let is_part = |fault: &Diagnostic| surplus.is_some() && fault.message == UNCLOSED_WIKILINK;
        for (range, fault) in std::mem::take(&mut self.cell_faults).into_iter().filter(|(_, fault)| !is_part(fault)) {
            writer.fault(fault, range);
        }
        if let Some(fault) = surplus {
            writer.fault(fault, range);
        }
    }
}

/// The file beside the page that is meant by an address with a blank in it.
fn file_meant<'f>(fault: &Diagnostic, markdown: &str, writer: &'f Writer<'_>) -> Option<&'f str> {
    if !fault.message.ends_with(HAS_BLANK) {
        return None;
    }
    let (_, inside) = markdown.split_once("](")?;
    let address = without_title(&inside[..inside.find([')', '\n'])?]);
    file_without_blanks(
        address.trim().trim_start_matches("./"),
        writer.input.files.iter().map(|file| file.name.as_str()),
    )
}

/// What an author calls a block that may stand below the words of an item.
fn name_of_block(tag: &Tag<'_>) -> Option<&'static str> {
    match tag {
        Tag::Paragraph => Some("paragraph"),
        Tag::List(_) => Some("list"),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some("code"),
        Tag::BlockQuote(_) => Some("quotation"),
        Tag::Table(_) => Some("table"),
        _ => None,
    }
}
