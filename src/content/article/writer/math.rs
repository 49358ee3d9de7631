//! Formulas in a line and on lines of their own.

use std::ops::Range;

use memchr::memmem;

use super::Writer;
use crate::content::article::math::{MathStyle, mathml};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::is_right_to_left;
use crate::text::html::escape;

/// Whether what stands between two dollars is words rather than a formula: none of its signs, and blanks between words.
fn is_prose(tex: &str) -> bool {
    let is_word = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphabetic());
        letters.chars().count() > 1 && letters.chars().all(char::is_alphabetic)
    };
    let is_formula = tex.contains(['\\', '^', '_', '=', '{', '+', '<', '>', '|', '&']);
    // `$5، و10$`: in Arabic and Hebrew a word may be one letter, which is joined to a number.
    let is_joined = |word: &str| word.starts_with(is_right_to_left) && word.ends_with(char::is_numeric);
    let words = || tex.split(|c: char| c.is_whitespace() || c == '،').filter(|word| !word.is_empty());
    let is_list = tex.contains(char::is_numeric) && words().any(|word| word.chars().all(is_right_to_left));
    !is_formula && words().count() > 1 && (is_list || words().any(|word| is_word(word) || is_joined(word)))
}

/// Where a `%` stands that is meant as the sign: in a formula of one line; in one of several lines, in which authors write remarks,
/// behind a number and where a part of the formula follows.
fn begins_remark(tex: &str, style: MathStyle) -> Option<usize> {
    let is_escaped = |at: usize| tex[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    let is_of_one_line = style == MathStyle::Inline || !tex.trim().contains('\n');
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let goes_on = |at: usize| {
        let behind = tex[at..].lines().next().unwrap_or_default();
        (behind.contains('=') || behind.ends_with("\\\\")) && !behind.split_whitespace().any(is_word)
    };
    let is_meant = |at: usize| is_of_one_line || tex[..at].ends_with(char::is_numeric) || goes_on(at);
    memchr::memchr_iter(b'%', tex.as_bytes()).find(|at| !is_escaped(*at) && is_meant(*at))
}

impl Writer<'_> {
    /// A formula, which goes from left to right in every page. Readers search for it, and lists of contents show it, as it
    /// was written. `start` is where its TeX begins.
    pub fn math(&mut self, tex: &str, style: MathStyle, start: usize) {
        self.flush();
        // `$`…`$` of GitHub, where Markdown would see signs of its own in a formula.
        let inner = tex.strip_prefix('`').and_then(|tex| tex.strip_suffix('`')).filter(|_| style == MathStyle::Inline);
        let (tex, start) = inner.map_or((tex, start), |inner| (inner, start + 1));
        let written = tex.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(image) = &mut self.image {
            image.alternative.push_str(&written);
            return;
        }
        let remark = begins_remark(tex, style);
        if let Some(at) = remark {
            let message = "`%` begins a remark in TeX, and what stands behind it is left out of the formula";
            let span = self.tex_span(tex, start + at..start + at + 1, start);
            self.faults.push(Diagnostic::warning(Code::Markup, message).at(span).help("write \\% for the sign itself"));
        } else if style == MathStyle::Inline && inner.is_none() && is_prose(tex) {
            let message = "the words between these two dollars become a formula, and run together";
            let help = "write \\$ for the sign itself, or the words of a formula as \\text{…}";
            self.faults
                .push(Diagnostic::warning(Code::Markup, message).at(self.span(start..start + tex.len())).help(help));
        }
        match mathml(tex, style) {
            Ok(html) => self.formula(&html, style),
            // What the remark took from it is missing.
            Err(_) if remark.is_some() => self.out.write(|out| escape(&written, out)),
            Err(fault) => {
                let end = start + fault.range.end.max(fault.range.start + 1).min(tex.len().max(1));
                let span = self.tex_span(tex, start + fault.range.start..end, start);
                let message = format!("this formula is not right: {}", fault.message);
                self.faults.push(Diagnostic::error(Code::InvalidMath, message).at(span).help(fault.help()));
                self.out.write(|out| escape(&written, out));
            }
        }
        self.typesetter.pass_object();
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(&written);
        }
        self.say(&written);
        if style == MathStyle::Display {
            self.blank();
        }
    }

    /// A formula in a fence of the language `math`, as GitHub has it.
    pub fn math_block(&mut self, tex: &str, start: usize) {
        self.open("<p>");
        self.math(tex, MathStyle::Display, start);
        self.close("</p>\n");
    }

    /// What would be a formula if its braces were balanced, and is text.
    pub fn unbalanced_formula(&mut self, range: Range<usize>) {
        self.unbalanced_until = range.end;
        let message = "the braces of this formula are not balanced";
        let help = "give every `{` its `}`; a dollar that begins no formula is written as \\$";
        self.faults.push(Diagnostic::error(Code::InvalidMath, message).at(self.span(range)).help(help));
    }

    /// Dollars that stay in a text as they are; `place` tells where in the Markdown a byte of it stands.
    pub(super) fn check_dollars(&mut self, text: &str, place: &dyn Fn(usize) -> usize) {
        let starts = memmem::find_iter(text.as_bytes(), b"$$").map(place);
        let Some(start) = starts.into_iter().find(|start| *start >= self.unbalanced_until) else { return };
        let end = start + 2;
        // Escaped dollars are meant.
        if self.markdown.get(start..end) == Some("$$") {
            let message = "this `$$` begins or ends no formula";
            let help =
                "write `$$` at both ends of a formula, in one paragraph without empty lines, or \\$\\$ for the signs";
            self.faults.push(Diagnostic::warning(Code::InvalidMath, message).at(self.span(start..end)).help(help));
        }
    }

    fn formula(&mut self, html: &str, style: MathStyle) {
        self.body.code = true;
        self.write(match style {
            MathStyle::Inline => "<math dir=\"ltr\">",
            // It may stand inside a paragraph.
            MathStyle::Display => "<span class=\"formula\" tabindex=\"0\"><math dir=\"ltr\" display=\"block\">",
        });
        self.write(html);
        self.write(match style {
            MathStyle::Inline => "</math>",
            MathStyle::Display => "</math></span>",
        });
    }

    /// The place of a part of a formula; all of the formula where it does not stand in the file as it was parsed, as in
    /// several lines of a quotation.
    fn tex_span(&self, tex: &str, part: Range<usize>, start: usize) -> crate::text::Span {
        let whole = start..start + tex.len();
        let is_as_written = self.markdown.get(whole.clone()) == Some(tex);
        let is_boundary = self.markdown.is_char_boundary(part.end) && self.markdown.is_char_boundary(part.start);
        let first_line = whole.start..whole.start + tex.lines().next().map_or(0, str::len);
        self.span(if is_as_written && is_boundary { part } else { first_line })
    }
}
