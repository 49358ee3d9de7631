//! Code in a line and in blocks.

use std::ops::Range;

use super::Writer;
use crate::content::code::{ATTRIBUTES, Fence, is_running_text, nearest_language, take_notes, unknown_note};
use crate::content::slot::Slot;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Direction, is_right_to_left};
use crate::text::Span;
use crate::text::html::escape;

/// A block of code as it was written.
pub struct CodeBlock {
    /// What stands after the backticks; empty for an indented block.
    pub info: String,
    /// Its text.
    pub code: String,
    /// Where it stands, its fences included.
    pub range: Range<usize>,
}

impl Writer<'_> {
    /// Inline code. It gets its direction with the text around it.
    pub fn code(&mut self, code: &str, range: Range<usize>) {
        self.check_turned(code, range);
        self.put("<code>");
        self.out.write(|out| escape(code, out));
        self.write("</code>");
        self.typesetter.pass_object();
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(code);
        }
        self.say(code);
    }

    /// Names code whose brackets were put before its name.
    fn check_turned(&mut self, code: &str, range: Range<usize>) {
        if self.language.locale.direction == Direction::Rtl
            && let Some(turned) = turned(code)
        {
            let message = format!("the brackets of the code `{code}` stand before its name");
            let help = format!("code is shown from left to right on every page: write `{turned}`");
            self.faults.push(Diagnostic::warning(Code::TurnedCode, message).at(self.span(range)).help(help));
        }
    }

    /// The same in the lines of a block. Their places are those in the Markdown, where a quotation or an item may stand before each.
    fn check_turned_lines(&mut self, block: Range<usize>) {
        let markdown = self.markdown;
        let mut at = block.start;
        for line in markdown[block].split_inclusive('\n') {
            let call = line.trim().trim_start_matches(['>', ' ']);
            if call.contains("()") {
                let from = at + line.find(call).unwrap_or_default();
                self.check_turned(call, from..from + call.len());
            }
            at += line.len();
        }
    }

    /// Names a block of code that has the label of the one directly before it: side by side both would be one tab, and so
    /// they are no choice any more. `before` is the label of the last block that has one, and where that ends.
    pub fn check_label(&mut self, label: &str, before: Option<(String, usize)>, range: &Range<usize>) {
        let Some((_, end)) = before.filter(|(before, _)| before == label) else { return };
        if !self.markdown.get(end..range.start).is_some_and(|between| between.trim().is_empty()) {
            return;
        }
        let line = self.markdown[range.start..].lines().next().map_or(0, str::len);
        let message = format!("two blocks of code, one behind the other, are called `{label}`");
        let fault = Diagnostic::warning(Code::Markup, message);
        self.fault(fault.help("give each its own name, so that readers can choose"), range.start..range.start + line);
    }

    /// A fenced or indented block of code.
    pub fn code_block(&mut self, block: &CodeBlock) {
        self.flush();
        let (mut fence, first_line) = self.fence(block);
        // A label that names one of several, and has no others beside it, is a title.
        fence.title = match (fence.label.take(), fence.title) {
            (Some(label), Some(title)) => Some(format!("{label} · {title}")),
            (label, title) => title.or(label),
        };
        self.figure(&fence, block, first_line);
    }

    /// Blocks of which a reader needs one, each with its label, as tabs that need no script: the radio buttons and labels of
    /// all stand before the code, and the sheet shows the code of the one that is chosen. Printed, or without the
    /// sheet, each label stands above its code.
    pub fn code_group(&mut self, blocks: &[CodeBlock]) {
        self.flush();
        let id = self.ids.free("code-tabs");
        let span = blocks.first().map(|block| self.span(block.range.clone()));
        span.into_iter().for_each(|span| self.ids.insert(id.clone(), span));
        self.write("<div class=\"code-group\">\n");
        for (at, block) in blocks.iter().enumerate() {
            let (mut fence, first_line) = self.fence(block);
            let label = fence.label.take().unwrap_or_default();
            self.write("<input type=\"radio\" name=\"");
            self.write_slot(Slot::Id(id.clone()));
            self.write("\" id=\"");
            self.write_slot(Slot::Id(format!("{id}-{}", at + 1)));
            self.write(if at == 0 { "\" checked><label for=\"" } else { "\"><label for=\"" });
            self.write_slot(Slot::Id(format!("{id}-{}", at + 1)));
            self.write("\"");
            self.title(&label, "label");
            self.figure(&fence, block, first_line);
        }
        self.write("</div>\n");
    }

    /// What the first line of a block says, what notes in its code add, and the place of that line.
    fn fence(&mut self, block: &CodeBlock) -> (Fence, Span) {
        let (fence, unclear) = Fence::parse(&block.info);
        let start = block.range.start;
        let first_line = start..start + self.markdown[start..].lines().next().map_or(0, str::len);
        self.check_controls(&block.info, first_line.clone());
        if self.language.locale.direction == Direction::Rtl {
            self.check_turned_lines(block.range.clone());
        }
        let place = self.span(first_line);
        // As with languages, the first block tells of the others.
        if let Some(first) = unclear.first()
            && self.unknown_attributes.insert(unclear.join(" "))
        {
            let name = first.split('=').next().unwrap_or_default();
            let message = format!("`{}` after the backticks is not understood", unclear.join(" "));
            let fault = Diagnostic::warning(Code::InvalidValue, message).at(place);
            // A name that is right has a wrong value.
            let names = ATTRIBUTES.into_iter().filter(|_| !ATTRIBUTES.contains(&name));
            let help = "write the language, then title=\"…\", then lines to mark as {3,7-9}";
            let tab = first.strip_prefix('(').and_then(|first| first.strip_suffix(')'));
            let fault = match tab.filter(|tab| !tab.is_empty()) {
                Some(tab) => fault.help(format!("the name of a tab stands in square brackets: [{tab}]")),
                None => fault.nearest(name, names, help),
            };
            self.faults.push(fault);
        }
        if fence.language.as_deref().is_some_and(|language| language.eq_ignore_ascii_case("mermaid")) {
            let fault = Diagnostic::warning(Code::Mermaid, "this diagram is not drawn: readers see its source")
                .at(place)
                .help("show a picture of it, with its words as alternative text: ![…](diagram.svg); or write `text` for its language");
            self.faults.push(fault);
        }
        (fence, place)
    }

    fn figure(&mut self, fence: &Fence, block: &CodeBlock, place: Span) {
        let mut fence = fence.clone();
        let code = take_notes(&block.code, &mut fence);
        if let Some(words) = unknown_note(&code) {
            let message = format!("the note `[!code {words}]` in this code is not understood, and readers see it");
            let help = "known are `highlight`, `focus`, `warning`, `error`, `++` and `--`, each with a number of lines";
            self.faults.push(Diagnostic::warning(Code::Markup, message).at(place).help(help));
        }
        self.check_marks(&fence, &code, place);
        let html = self.coloured(&fence, &code, place);
        self.body.code = true;
        self.write("<figure class=\"code\">");
        self.blank();
        if let Some(title) = &fence.title {
            self.write("<figcaption");
            self.title(title, "figcaption");
        }
        // Code runs from left to right. A line of Markdown is read as its words are, or its marks stand at the wrong end.
        let is_text = fence.language.as_deref().is_some_and(is_running_text) && code.contains(is_right_to_left);
        self.write(if is_text { "<pre dir=\"auto\"" } else { "<pre dir=\"ltr\"" });
        self.write(" tabindex=\"0\"><code>");
        self.write(&html);
        self.write("</code></pre></figure>\n");
        self.say(&code);
        self.blank();
    }

    /// The rest of an element that holds the title of a block: its direction, the words, its end. The name of a file goes
    /// from left to right; words get their direction with the text around them, and one of Arabic alone is no name.
    fn title(&mut self, title: &str, element: &str) {
        let is_name =
            !title.trim().contains(char::is_whitespace) && title.contains(|c: char| c.is_ascii_alphanumeric());
        self.write(if is_name { " dir=\"ltr\">" } else { ">" });
        self.out.write(|out| escape(title, out));
        self.write("</");
        self.write(element);
        self.write(">");
        self.say(title);
        self.blank();
    }

    /// Marks of code that was shortened later are not lost unseen.
    fn check_marks(&mut self, fence: &Fence, code: &str, place: Span) {
        let lines = code.lines().count();
        let marks = fence.marked.iter().chain(&fence.inserted).chain(&fence.deleted);
        if let Some(beyond) = marks.map(|marked| *marked.end()).find(|line| *line > lines) {
            let message = format!("line {beyond} of this code is to be marked, and it has {lines}");
            let help = "count its lines from 1, and name those that are there";
            self.faults.push(Diagnostic::warning(Code::InvalidValue, message).at(place).help(help));
        }
    }

    fn coloured(&mut self, fence: &Fence, code: &str, span: Span) -> String {
        if fence.is_highlighted() && !self.budget.spend(code) {
            self.faults.push(
                Diagnostic::warning(Code::PlainCode, "this code stays plain: its lines take too long to colour")
                    .at(span)
                    .help("break its longest lines, or write `text` for its language"),
            );
            return self.input.highlights.plain(code, fence);
        }
        let (html, known) = self.input.highlights.html(code, fence);
        if !known {
            self.unknown_language(fence.language.as_deref().unwrap_or_default(), span);
        }
        html
    }

    /// One finding for one language in a file: whoever mends the first block sees the others.
    fn unknown_language(&mut self, language: &str, span: Span) {
        if !self.unknown_languages.insert(language.to_owned()) {
            return;
        }
        let help = match nearest_language(language) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a language that is known, such as rust, toml or python, or `text` for none".to_owned(),
        };
        let message = format!("code in `{language}` cannot be coloured");
        self.faults.push(Diagnostic::warning(Code::UnknownName, message).at(span).help(help));
    }
}

/// Code as it was meant whose brackets an author put before the name of a function, so that a program which shows it from
/// right to left draws them behind it. No language begins a call with empty brackets.
fn turned(code: &str) -> Option<String> {
    let rest = code.strip_prefix(';').unwrap_or(code);
    let name = rest.strip_prefix("()")?;
    let (name, end) = match name.strip_prefix(';') {
        Some(name) => (name, ";"),
        None => (name, if rest.len() < code.len() { ";" } else { "" }),
    };
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ':'));
    is_name.then(|| format!("{name}(){end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_before_a_name_are_turned() {
        for (code, meant) in [
            ("()setup", Some("setup()")),
            (";()run", Some("run();")),
            ("();run", Some("run();")),
            ("()std::fs.read", Some("std::fs.read()")),
            ("setup()", None),
            ("()", None),
            ("();", None),
            ("() => x", None),
            ("()()", None),
            ("[]string", None),
        ] {
            assert_eq!(turned(code).as_deref(), meant, "{code}");
        }
    }
}
