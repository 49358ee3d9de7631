//! HTML of the author's among the generator's own. Each tag is written anew as it comes by; what is open is closed at the
//! latest where the element of the generator's that holds it is closed, and an end that begins nowhere is left out: so
//! whatever an author opens or closes, the page around it stays whole.

use std::ops::Range;

use super::Writer;
use super::link::says_nothing;
use super::open::{HiddenText, OpenElement};
use crate::config::RawHtml;
use crate::content::article::autolinks::autolinks;
use crate::content::article::components::KnownComponent;
use crate::content::article::literal_marks::template;
use crate::content::article::raw_html::{
    HtmlElement, HtmlPiece, html_pieces, implied_ends, is_html_name, is_inline, is_verbatim, may_lack_end,
    nearest_html_name, reads_markdown, with_straight_marks,
};
use crate::content::article::unread_markup::{block_markup, markup_in_plain_text};
use crate::content::slot::Slot;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::locale::Keyboard;
use crate::text::Span;
use crate::text::html_tags::{MOST_ATTRIBUTES, has_many_attributes};

/// Writes a text as Markdown.
pub type WriteMarkdown = fn(&mut Writer<'_>, &str);

/// How many elements of the author's may be open: a browser gives up at some hundreds.
const DEEPEST: usize = 64;

/// The name of a tag that the next one begins in, for want of its end, and the line on which it would have ended.
fn tag_without_end<'h>(html: &'h str, pieces: &[(HtmlPiece, u64)]) -> Option<(&'h str, u64)> {
    let attribute = pieces.iter().find_map(|(piece, _)| match piece {
        HtmlPiece::Removed(what) => what.strip_suffix("=…").filter(|what| what.starts_with('<')),
        _ => None,
    })?;
    let before = html[..html.to_ascii_lowercase().find(attribute)?].trim_end();
    let tag = &before[before.rfind('<')? + 1..];
    let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())];
    Some((name, 1 + before.matches('\n').count() as u64))
}

/// Whether other text than before it follows a piece.
fn begins_block(piece: &HtmlPiece) -> bool {
    match piece {
        HtmlPiece::Start(HtmlElement { name, .. }) | HtmlPiece::End(name) => {
            !is_inline(name) && !matches!(*name, "br" | "img")
        }
        HtmlPiece::Text(_) | HtmlPiece::Removed(_) => false,
    }
}

/// The text from the beginning of some pieces to the next block.
fn line_of_html(pieces: &[(HtmlPiece, u64)]) -> String {
    let line = pieces.iter().map(|(piece, _)| piece).take_while(|piece| !begins_block(piece));
    line.filter_map(|piece| if let HtmlPiece::Text(text) = piece { Some(text.as_str()) } else { None }).collect()
}

/// Whether HTML was copied from a program that marks each paragraph with its own classes and elements.
fn is_of_word_processor(html: &str) -> bool {
    ["class=\"Mso", "class=Mso", "class='Mso", "<o:p>", "mso-", "docs-internal-guid"]
        .iter()
        .any(|mark| html.contains(mark))
}

impl Writer<'_> {
    /// HTML of the author's, whole: a block, or a tag or comment in a line. `lines` says where each of its lines stands.
    /// `markdown` writes a text that is Markdown, in elements whose text is; all its places are that of its line.
    pub fn raw_html(&mut self, html: &str, lines: &[Range<usize>], markdown: WriteMarkdown) {
        let place = |line: u64| {
            let at = usize::try_from(line).unwrap_or(usize::MAX).clamp(1, lines.len().max(1)) - 1;
            lines.get(at).cloned().unwrap_or_default()
        };
        if self.input.config.raw_html == RawHtml::Deny {
            let fault = Diagnostic::error(Code::RawHtml, "this site allows no HTML in its articles")
                .at(self.span(place(1)))
                .help("write it in Markdown, or change `raw_html` in site.toml");
            self.faults.push(fault);
            return;
        }
        self.flush();
        let straight = with_straight_marks(html);
        let html = straight.as_ref();
        if has_many_attributes(html) {
            let message = format!("one tag has more than {MOST_ATTRIBUTES} attributes, and this HTML is shown as text");
            let fault = Diagnostic::warning(Code::RawHtml, message).at(self.span(place(1)));
            self.faults.push(fault.help("leave out what the tag does not need"));
            self.out.write(|out| crate::text::html::escape(html, out));
            return;
        }
        if self.image.is_some() {
            return; // An alternative text is no HTML.
        }
        if self.ends_hidden_text(html) {
            return;
        }
        let pieces = html_pieces(html);
        let is_code = |piece: &HtmlPiece| matches!(piece, HtmlPiece::Start(element) if element.name == "pre");
        self.body.code |= pieces.iter().any(|(piece, _)| is_code(piece));
        if self.input.config.raw_html == RawHtml::Allow {
            self.write_trusted_html(html, &place);
            let mut verbatim = 0_usize;
            for (piece, line) in pieces {
                self.say_piece(&piece);
                match piece {
                    HtmlPiece::Start(element) if is_verbatim(element.name) => verbatim += 1,
                    HtmlPiece::End(name) if is_verbatim(name) => verbatim = verbatim.saturating_sub(1),
                    HtmlPiece::Text(text) if verbatim == 0 => self.check_markup(&text, place(line)),
                    _ => {}
                }
            }
            return;
        }
        // An open value swallows what follows, and all that is wrong behind it comes of that.
        let open = pieces.iter().find_map(|(piece, line)| match piece {
            HtmlPiece::Start(element) => element.open_value().map(|(name, lines)| (name, line.saturating_sub(lines))),
            _ => None,
        });
        let faults = self.faults.len();
        // A tag in a line of text; a block is whole.
        let is_tag = lines.len() == 1 && !html.contains("</");
        let is_blank = |(piece, _): &(HtmlPiece, u64)| matches!(piece, HtmlPiece::Text(text) if text.trim().is_empty());
        let is_last = |n: usize| pieces[n + 1..].iter().all(is_blank);
        let mut last = 1;
        for (n, (piece, line)) in pieces.iter().enumerate() {
            let blank_lines = match piece {
                HtmlPiece::Text(text) => text[..text.len() - text.trim_start().len()].matches('\n').count(),
                _ => 0,
            };
            let range = place(last + blank_lines as u64);
            last = *line;
            match piece {
                HtmlPiece::Text(text) if !text.trim().is_empty() && self.reads_markdown() => {
                    self.fixed_place = Some(range);
                    // A script before it in the same piece of HTML has been taken out whole.
                    let hidden = self.hidden.take();
                    markdown(self, text);
                    self.flush();
                    self.hidden = hidden;
                    self.fixed_place = None;
                }
                HtmlPiece::Text(text) => self.html_text(text, range),
                HtmlPiece::Start(element) if is_last(n) && self.is_wrapper(element) => {
                    let span = self.span(place(*line));
                    self.wrappers.push(span);
                }
                HtmlPiece::End("div") if !self.wrappers.is_empty() && self.elements.is_empty() && self.depth == 0 => {
                    self.wrappers.pop();
                }
                HtmlPiece::Start(element) => self.start_element(element, place(*line)),
                HtmlPiece::End(name) => self.end_element(name, place(*line)),
                HtmlPiece::Removed(what) => self.removed(what, place(*line), is_tag),
            }
            // A tag that stands alone in a line of Markdown is followed by the text of that line.
            if begins_block(piece) && n + 1 < pieces.len() {
                self.set_style(&line_of_html(&pieces[n + 1..]));
            }
        }
        if let Some((name, line)) = tag_without_end(html, &pieces) {
            self.faults.truncate(faults);
            let fault =
                Diagnostic::warning(Code::RawHtml, format!("no `>` ends `<{name}`, and the tag behind it is lost"));
            self.fault(fault.help("write `>` behind its last attribute"), place(line));
        } else if let Some((attribute, line)) = open {
            self.faults.truncate(faults);
            let message =
                format!("the quotation mark of `{attribute}` is not closed, and what follows is part of its value");
            self.fault(Diagnostic::warning(Code::RawHtml, message).help("write `\"` behind its value"), place(line));
        } else if is_of_word_processor(html) {
            self.faults.truncate(faults);
            let message = "this is HTML of a word processor, of which nothing but the words stays";
            let help = "paste the words without their form, and write that in Markdown";
            self.fault(Diagnostic::warning(Code::RawHtml, message).help(help), place(1));
        }
    }

    /// The words of HTML that is written as it is.
    fn say_piece(&mut self, piece: &HtmlPiece) {
        match piece {
            HtmlPiece::Text(text) => self.say(text),
            HtmlPiece::Start(HtmlElement { name, .. }) | HtmlPiece::End(name) if !is_inline(name) => self.blank(),
            _ => {}
        }
    }

    pub(super) fn removed(&mut self, what: &str, range: Range<usize>, is_open: bool) {
        let name = what.trim_matches(['<', '>', '/']);
        let is_element = what.starts_with('<');
        let known = KnownComponent::named(name).filter(|_| is_element && !is_html_name(name));
        // What one holds goes with it.
        let is_named = known.is_none_or(|known| known.is_holder || !self.component_holders.contains(&known.family));
        self.component_holders.extend(known.filter(|known| known.is_holder).map(|known| known.family));
        if is_named {
            let near = nearest_html_name(name).filter(|_| known.is_none() && is_element);
            let meant = near
                .map(|near| format!("did you mean `{}`? Code stands between backticks", what.replacen(name, near, 1)));
            let (message, help) = match known {
                Some(known) => (
                    format!("`{what}` is a component of another generator, of which nothing but the words in it stays"),
                    known.remedy,
                ),
                None if is_element && !is_html_name(&name.to_ascii_lowercase()) => (
                    format!("`{what}` is taken out of the page"),
                    "write what it shows in Markdown; code stands between backticks, and `\\<` is the sign itself",
                ),
                None => (
                    format!("`{what}` is taken out of the page"),
                    "write it in Markdown, or set raw_html = \"allow\" in site.toml if you trust every author",
                ),
            };
            let fault = Diagnostic::warning(Code::RawHtml, message);
            self.faults.push(fault.at(self.span(range)).help(meant.unwrap_or_else(|| help.to_owned())));
        }
        // In a line of text, what stands in the element comes as text of the Markdown.
        if is_open && is_element && matches!(&*name.to_ascii_lowercase(), "script" | "style") {
            self.hidden = Some(HiddenText { depth: self.depth });
        }
    }

    fn ends_hidden_text(&mut self, html: &str) -> bool {
        let hidden = self.hidden.is_some();
        if hidden && (html.starts_with("</script") || html.starts_with("</style")) {
            self.hidden = None;
        }
        hidden
    }

    /// Whether text that comes next is Markdown.
    fn reads_markdown(&self) -> bool {
        let verbatim = self.elements.iter().any(|element| is_verbatim(element.name));
        !verbatim && self.elements.iter().any(|element| element.markdown)
    }

    /// Reports Markdown where it is not read.
    fn check_markup(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, message, help)) = template(text) {
            self.fault(Diagnostic::warning(Code::Markup, message).help(help), range.clone());
        }
        let Some(markup) = markup_in_plain_text(text).or_else(|| block_markup(text)) else { return };
        let message = format!("`{markup}` stands inside HTML, where Markdown is not read");
        let fault = Diagnostic::warning(Code::Markup, message);
        self.fault(fault.help("leave an empty line before and behind it, or write it in HTML"), range);
    }

    fn html_text(&mut self, text: &str, range: Range<usize>) {
        self.check_controls(text, range.clone());
        if self.elements.iter().any(|element| is_verbatim(element.name)) {
            self.out.write(|out| crate::text::html::escape(text, out));
            self.say(text);
            return;
        }
        self.check_markup(text, range.clone());
        let mut done = 0;
        if self.may_link() {
            for address in autolinks(text) {
                self.html_words(&text[done..address.range.start]);
                done = address.range.end;
                self.bare_link(&text[address.range], &address.href, range.clone());
            }
        }
        self.html_words(&text[done..]);
    }

    fn html_words(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.body.words += crate::content::article::typography::word_count(text);
        let (shown, _) = self.typesetter.set(text);
        self.write_words(&shown);
    }

    /// Whether an element says of what follows nothing but the direction and language that the page has: it may go on over
    /// headings, as no other can.
    fn is_wrapper(&self, element: &HtmlElement) -> bool {
        let locale = &self.language.locale;
        let says_nothing = |(name, value): &(&str, String)| match *name {
            "dir" => value.eq_ignore_ascii_case(locale.direction.as_str()),
            "lang" => value.eq_ignore_ascii_case(&locale.tag),
            _ => false,
        };
        element.name == "div"
            && self.depth == 0
            && self.elements.is_empty()
            && element.id.is_none()
            && element.addresses.is_empty()
            && !element.attributes.is_empty()
            && element.attributes.iter().all(says_nothing)
    }

    /// Whether a tag `<a>` that leads nowhere stands in a link or an anchor: its slash was forgotten.
    fn ends_link(&self, element: &HtmlElement) -> bool {
        let is_bare = element.id.is_none() && element.addresses.is_empty() && element.attributes.is_empty();
        is_bare && self.elements.last().is_some_and(|open| open.name == "a" && open.depth == self.depth)
    }

    fn start_element(&mut self, element: &HtmlElement, range: Range<usize>) {
        let name = element.name;
        let span = self.span(range.clone());
        if name == "a" && self.ends_link(element) {
            let fault = Diagnostic::warning(Code::RawHtml, "`<a>` begins a link in a link, and is read as its end");
            self.faults.push(fault.at(span).help("write `</a>`"));
            return self.end_element(name, range);
        }
        // Of a caption there is one, and it stands in no other.
        let is_caption = matches!(name, "figcaption" | "caption" | "summary" | "legend");
        if is_caption && self.elements.last().is_some_and(|last| last.name == name && last.depth == self.depth) {
            let message = format!("`<{name}>` begins within another, and is read as its end");
            let fault = Diagnostic::warning(Code::RawHtml, message).at(span);
            self.faults.push(fault.help(format!("write `</{name}>`")));
            return self.end_element(name, range);
        }
        for implied in implied_ends(name) {
            if self.elements.last().is_some_and(|last| last.name == *implied && last.depth == self.depth) {
                self.pop_element();
            }
        }
        if !element.is_void() && self.elements.len() >= DEEPEST {
            let message = format!("`<{name}>` stands in more than {DEEPEST} others, and is taken out of the page");
            let fault = Diagnostic::warning(Code::RawHtml, message).at(span);
            self.faults.push(fault.help("close elements before you open others"));
            return;
        }
        if name == "img" && element.addresses.is_empty() {
            let fault = Diagnostic::warning(Code::RawHtml, "`<img>` without `src` is taken out of the page").at(span);
            self.faults.push(fault.help("write <img src=\"…\" alt=\"…\">, or the image in Markdown: ![…](…)"));
            return;
        }
        if !is_inline(name) {
            self.blank();
            match name {
                "br" => self.typesetter.pass_break(),
                "img" => self.typesetter.pass_object(),
                _ => self.typesetter.begin_block(),
            }
        }
        self.write("<");
        self.write(name);
        self.write_attributes(element, range, span);
        self.write(">");
        if !element.is_void() {
            let markdown = element.markdown || reads_markdown(name);
            let in_other_language = match element.attribute("lang") {
                Some(tag) => Keyboard::of_tag(tag).language != self.language.locale.language(),
                None => self.elements.last().is_some_and(|outer| outer.in_other_language),
            };
            self.elements.push(OpenElement { name, depth: self.depth, span, markdown, in_other_language });
        }
    }

    fn write_attributes(&mut self, element: &HtmlElement, range: Range<usize>, span: Span) {
        for (attribute, kind, address) in &element.addresses {
            self.check_controls(address, range.clone());
            self.write_address(element.name, attribute, *kind, address.trim(), range.clone());
        }
        if element.name == "a" && element.attribute("class").or(element.attribute("hreflang")).is_none() {
            self.write_link_mark(element);
        }
        if element.name == "img" && element.attribute("width").or(element.attribute("height")).is_none() {
            self.write_image_size(element);
        }
        let is_anchor = element.name == "a" && element.addresses.is_empty();
        if let Some(id) = element.id.as_ref().filter(|id| !(is_anchor && self.is_of_heading_above(id))) {
            let id = self.html_id(id, span);
            self.write(" id=\"");
            self.write_slot(Slot::Id(id));
            self.write("\"");
        }
        for (name, value) in &element.attributes {
            self.check_controls(value, range.clone());
            match *name {
                "alt" | "label" | "summary" | "title" => {
                    let shown = self.attribute_words(value, span);
                    self.write_attribute(name, &shown);
                }
                name => self.write_attribute(name, value),
            }
        }
        if let Some((_, _, source)) =
            element.addresses.iter().find(|(name, ..)| element.name == "img" && *name == "src")
        {
            self.check_shown(source.trim(), span);
        }
        if let Some(alternative) = element.attribute("alt") {
            let source = element.addresses.iter().find(|(name, ..)| element.name == "img" && *name == "src");
            if let Some(message) = source.and_then(|(.., source)| says_nothing(alternative.trim(), source)) {
                let fault = Diagnostic::warning(Code::NoAlternative, message).at(span);
                self.faults.push(fault.help("say what it shows: alt=\"…\", or alt=\"\" if it only decorates"));
            }
            self.blank();
            self.say(alternative);
            self.blank();
        } else if element.name == "img" {
            let fault = Diagnostic::warning(Code::NoAlternative, "this image has no alternative text").at(span);
            self.faults.push(fault.help("say what it shows: alt=\"…\", or alt=\"\" if it only decorates"));
        }
    }

    fn end_element(&mut self, name: &'static str, range: Range<usize>) {
        let own = self.elements.iter().rev().take_while(|element| element.depth == self.depth);
        let Some(inner) = own.map(|element| element.name).position(|open| open == name) else {
            let message = format!("`</{name}>` closes nothing that is open here, and is taken out of the page");
            let fault = Diagnostic::warning(Code::RawHtml, message).at(self.span(range));
            let fault = fault.resting_on(Matter::Element(self.input.file, name.to_owned()));
            self.faults.push(
                fault.help(format!("open it in the same section, paragraph or other part of the text: `<{name}>`")),
            );
            return;
        };
        for _ in 0..=inner {
            self.pop_element();
        }
    }

    /// Closes the innermost element of the author's.
    fn pop_element(&mut self) {
        let Some(OpenElement { name, .. }) = self.elements.pop() else { return };
        self.write("</");
        self.write(name);
        self.write(">");
        if !is_inline(name) {
            self.blank();
        }
    }

    /// Names elements around several sections that were never closed.
    pub(super) fn end_wrappers(&mut self) {
        for span in std::mem::take(&mut self.wrappers) {
            let fault = Diagnostic::warning(Code::RawHtml, "`<div>` is not closed anywhere below");
            let help =
                "take it out, as the page has this direction and language by itself, or write `</div>` at the end";
            self.faults.push(fault.at(span).help(help));
        }
    }

    /// Closes what the author opened in the innermost element of the generator's own.
    pub(super) fn end_elements(&mut self) {
        while let Some(OpenElement { name, span, .. }) =
            self.elements.last().filter(|element| element.depth >= self.depth)
        {
            let (name, span) = (*name, *span);
            let around = self.elements.iter().rev().nth(1);
            let begins_again =
                is_inline(name) && around.is_some_and(|element| element.name == name && element.depth >= self.depth);
            if begins_again {
                let fault =
                    Diagnostic::warning(Code::RawHtml, format!("`<{name}>` begins here within another that is open"));
                self.faults.push(fault.at(span).help(format!("write `</{name}>` if that is to end here")));
                // One slip opened both.
                self.pop_element();
            } else if !may_lack_end(name) {
                self.faults.push(
                    Diagnostic::warning(Code::RawHtml, format!("`<{name}>` is not closed where it was opened"))
                        .at(span)
                        .help(format!("write `</{name}>` before the end of this paragraph, cell, heading or section")),
                );
            }
            self.pop_element();
        }
        if self.hidden.as_ref().is_some_and(|hidden| hidden.depth >= self.depth) {
            self.hidden = None;
        }
    }
}
