//! Code in a line and in blocks.

use std::ops::Range;

use super::Writer;
use crate::content::code::Fence;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Direction;
use crate::text::html::escape;

impl Writer<'_> {
    /// Inline code. It gets its direction with the text around it.
    pub fn code(&mut self, code: &str, range: Range<usize>) {
        if self.language.locale.direction == Direction::Rtl
            && let Some(turned) = turned(code)
        {
            let message = format!("the brackets of the code `{code}` stand before its name");
            let help = format!("code is shown from left to right on every page: write `{turned}`");
            self.faults.push(Diagnostic::warning(Code::TurnedCode, message).at(self.span(range)).help(help));
        }
        self.put("<code>");
        self.out.write(|out| escape(code, out));
        self.write("</code>");
        self.typesetter.pass_object();
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(code);
        }
        self.say(code);
    }

    /// A fenced or indented block of code.
    pub fn code_block(&mut self, info: &str, code: &str, range: Range<usize>) {
        self.flush();
        let (fence, unclear) = Fence::parse(info);
        let first_line = range.start..range.start + self.markdown[range.start..].lines().next().map_or(0, str::len);
        self.check_controls(info, first_line.clone());
        let fence_span = self.span(first_line);
        if let Some(unclear) = unclear {
            self.faults.push(
                Diagnostic::error(Code::InvalidValue, format!("`{unclear}` after the backticks is not understood"))
                    .at(fence_span)
                    .help("write the language, then title=\"…\", then lines to mark as {3,7-9}"),
            );
        }
        let lines = code.lines().count();
        if let Some(beyond) = fence.marked.iter().map(|marked| *marked.end()).find(|line| *line > lines) {
            let message = format!("line {beyond} of this code is to be marked, and it has {lines}");
            let help = "count its lines from 1, and name those that are there";
            self.faults.push(Diagnostic::warning(Code::InvalidValue, message).at(fence_span).help(help));
        }
        let html = self.coloured(&fence, code, fence_span);
        self.body.code = true;
        self.write("<figure class=\"code\">");
        self.blank();
        if let Some(title) = &fence.title {
            // The name of a file goes from left to right; words go as the page does, and one of Arabic alone is no name.
            let is_name =
                !title.trim().contains(char::is_whitespace) && title.contains(|c: char| c.is_ascii_alphanumeric());
            self.write(if is_name { "<figcaption dir=\"ltr\">" } else { "<figcaption>" });
            self.out.write(|out| escape(title, out));
            self.write("</figcaption>");
            self.say(title);
            self.blank();
        }
        self.write("<pre dir=\"ltr\" tabindex=\"0\"><code>");
        self.write(&html);
        self.write("</code></pre></figure>\n");
        self.say(code);
        self.blank();
    }

    fn coloured(&mut self, fence: &Fence, code: &str, span: crate::text::Span) -> String {
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
            let language = fence.language.as_deref().unwrap_or_default();
            self.faults.push(
                Diagnostic::warning(Code::UnknownName, format!("code in `{language}` cannot be coloured"))
                    .at(span)
                    .help("write a language that is known, such as rust, toml or python, or `text` for none"),
            );
        }
        html
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
