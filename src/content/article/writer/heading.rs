//! Headings: their levels, their ids, and where a section begins.

use std::ops::Range;

use icu_normalizer::ComposingNormalizer;

use super::Writer;
use super::open::OpenHeading;
use crate::content::article::body::Heading;
use crate::content::article::heading_id::{is_taken, wrong_character};
use crate::content::slot::Slot;
use crate::diagnostic::{Cause, Code, Diagnostic, Matter};
use crate::text::{Located, Span};

/// What ends a sentence, and hardly a heading.
const SENTENCE_ENDS: [char; 5] = ['.', '؟', '!', '۔', '。'];

/// What stands between the two sides of a conflict.
const MARK: &str = "=======";

/// Bytes of a section that are compared with another: an id may stand at very many headings.
const MOST_COMPARED: usize = 4_096;

/// Characters of a heading beyond which nobody underlines it with seven signs.
const LONG_HEADING: usize = 40;

impl Writer<'_> {
    pub fn begin_heading(&mut self, level: u8, id: Option<&str>, range: Range<usize>) {
        self.flush();
        if is_front_matter(&self.markdown[..range.start], &self.markdown[range.clone()]) {
            let fault = Diagnostic::warning(Code::Markup, "front matter stands inside the article, and readers see it");
            let fault = fault.help("take it out, or move its keys to the front matter at the beginning of the file");
            self.faults.push(self.doubting_headings(fault.at(self.span(range.clone()))));
        }
        self.check_level(level, range);
        let level = level.max(2);
        self.last_level = level;
        let begins_section = level == 2 && self.depth == 0;
        if begins_section {
            self.end_section();
        } else {
            self.blank();
        }
        self.typesetter.begin_block();
        self.waiting.push(std::mem::take(&mut self.out));
        self.id_above = None;
        self.heading = Some(OpenHeading { level, id: id.map(str::to_owned), text: String::new(), begins_section });
        self.depth += 1;
    }

    fn check_level(&mut self, level: u8, range: Range<usize>) {
        if self.is_left_of_merge(&self.markdown[range.clone()]) {
            let message = "this line is left over from a merge, and makes a heading of what stands above it";
            let end = range.start + self.markdown[range].trim_end().len();
            let fault = Diagnostic::warning(Code::MergeConflict, message).at(self.span(end - MARK.len()..end));
            let fault = fault.help("leave what is right, and remove the lines of `<`, `=` and `>`");
            self.faults.push(self.doubting_headings(fault));
            return;
        }
        let (message, help) = if level == 1 {
            let message = "a first-level heading in an article stands beside the page's title";
            (message.to_owned(), "begin sections with `##`".to_owned())
        } else if level > self.last_level + 1 {
            let message = format!("this heading of level {level} follows one of level {}", self.last_level);
            let below = "#".repeat(usize::from(self.last_level) + 1);
            let section = if self.last_level == 2 { ", or with ## if it begins a section" } else { "" };
            (message, format!("write it with {below}{section}"))
        } else {
            return;
        };
        let end = range.start + self.markdown[range.clone()].trim_end().len();
        let span = self.span(range.start..end);
        // Which sections there are follows from levels that are right.
        let fault = Diagnostic::warning(Code::SkippedLevel, message).at(span).help(help).doubting(Matter::Value(span));
        // Whoever takes the first level for that of sections does so throughout a page.
        let cause = || Cause { name: format!("first level in {}", self.page()), instead: None };
        self.faults.push(if level == 1 { fault.because_of(cause()) } else { fault });
    }

    /// Whether the words of a heading are a long text or a sentence, and what underlines them is the line between the sides
    /// of a conflict. Where another heading is underlined so, it is the author's way to write headings.
    fn is_left_of_merge(&self, heading: &str) -> bool {
        let Some((words, MARK)) = heading.trim_end().rsplit_once('\n') else { return false };
        let words = words.trim_end();
        (words.ends_with(SENTENCE_ENDS) || words.chars().count() > LONG_HEADING)
            && self.markdown.match_indices("\n===").take(2).count() == 1
    }

    pub fn end_heading(&mut self, range: Range<usize>) {
        self.end("");
        self.blank();
        let html = std::mem::replace(&mut self.out, self.waiting.pop().unwrap_or_default());
        let Some(OpenHeading { level, id, text, begins_section }) = self.heading.take() else { return };
        let text = text.trim().to_owned();
        let span = self.span(range.start..range.start + self.markdown[range.clone()].trim_end().len());
        if text.is_empty() && html.as_str().trim().is_empty() && html.offsets().next().is_none() {
            let fault = Diagnostic::warning(Code::Markup, "this heading has no words").at(span);
            let fault = self.doubting_headings(fault);
            self.faults.push(fault.help("write what the section is about behind its signs, or take them out"));
        }
        let id = self.heading_id(id, &text, span);
        self.id_above = Some(id.clone());
        self.ids.name_as_github(&text, &id);
        // GitHub names a heading by what is written: a dash may have been two hyphens, or three.
        if text.contains(['–', '—']) {
            self.ids.name_as_github(&text.replace(['–', '—'], "--"), &id);
            self.ids.name_as_github(&text.replace('—', "---"), &id);
        }
        let mut heading = Heading { id: id.clone(), text, html: html.trimmed(), span };
        if begins_section {
            self.give_directions(&mut heading.html);
            self.section.id = id;
            self.section.heading = Some(heading);
            return;
        }
        self.write(&format!("<h{level} id=\""));
        self.write_slot(Slot::Id(id));
        self.write("\">");
        self.out.append(&heading.html);
        self.write(&format!("</h{level}>\n"));
        if level == 3 {
            self.section.inner.push(heading);
        }
    }

    /// The id as it is written, as it was meant, or made of the heading's words.
    fn heading_id(&mut self, id: Option<String>, text: &str, span: Span) -> String {
        let source = self.input.source.text.get(span.start..span.end).unwrap_or_default();
        if let Some(fault) = slip_of_heading(source, text).filter(|_| !self.is_left_of_merge(source)) {
            self.faults.push(self.doubting_headings(fault.at(span)));
        }
        let mistyped = || mistyped_id(source).filter(|(written, name)| self.is_meant_as_id(written, name, text));
        if let (None, Some((written, name))) = (&id, mistyped()) {
            // What stands in square brackets is named as such.
            if !written.starts_with('[') || !written.ends_with(']') {
                let fault = Diagnostic::warning(Code::InvalidId, format!("an id is not written as `{written}`"));
                let otherwise =
                    if is_braced(written) { "" } else { ", or a backslash before the bracket if it is none" };
                let fault = fault.at(span).help(format!("write `{{#{name}}}`{otherwise}"));
                self.faults.push(fault.mended(written.to_owned(), format!("{{#{name}}}")));
            }
            let name = name.to_owned();
            return self.written_id(&name, span);
        }
        match (attributes(source), id) {
            // `{evidence}` is an id whose sign was forgotten; attributes of other generators have signs of their own.
            (Some(name), None)
                if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') =>
            {
                let fault = Diagnostic::warning(Code::InvalidId, format!("the id `{{{name}}}` has no `#`"));
                let fault = fault.at(span).help(format!("write `{{#{name}}}`"));
                self.faults.push(fault.mended(format!("{{{name}}}"), format!("{{#{name}}}")));
                let name = name.to_owned();
                self.written_id(&name, span)
            }
            (Some(inner), _)
                if inner.starts_with('#') && inner.contains(char::is_whitespace) && !inner.contains(['=', '.']) =>
            {
                let joined = inner[1..].split_whitespace().collect::<Vec<_>>().join("-");
                let fault = Diagnostic::error(Code::InvalidId, "an id holds no blanks").at(span);
                let fault = self.doubting_headings(fault);
                self.faults.push(fault.help(format!("write `{{#{joined}}}`, as in the other languages")));
                self.free_id(text, span)
            }
            (_, Some(id)) => self.written_id(&id, span),
            (_, None) => self.free_id(text, span),
        }
    }

    /// Whether what could be an id between wrong brackets is one: it has a brace, other headings of the page have theirs
    /// between braces, it repeats what the heading
    /// says, or is written in other letters.
    fn is_meant_as_id(&self, written: &str, name: &str, text: &str) -> bool {
        let said = text.strip_suffix(written).unwrap_or(text).to_lowercase();
        let repeats = || name.split(['-', '_']).all(|word| said.contains(word));
        // Letters that no other word of the heading has.
        let is_foreign = || name.is_ascii() && !said.contains(|c: char| c.is_ascii_alphabetic());
        // `(#MeToo)` is none.
        let is_id = || name.to_lowercase() == name && (self.has_ids || repeats() || is_foreign());
        self.ids.get(name).is_none() && (is_braced(written) || is_id())
    }

    /// An id of a heading's words. Headings that say the same are told apart.
    fn free_id(&mut self, text: &str, span: Span) -> String {
        let id = self.ids.free(text);
        self.give_id(id.clone(), span);
        id
    }

    /// An id as an author wrote it: it stays as it is, and what is wrong with it is reported.
    pub(super) fn written_id(&mut self, id: &str, span: Span) -> String {
        self.id_with(id, "", span)
    }

    /// The same for an id in HTML, which may hold more of what an address can.
    pub(super) fn html_id(&mut self, id: &str, span: Span) -> String {
        self.id_with(id, "@/+~", span)
    }

    /// An id that may hold some signs besides those of all ids.
    fn id_with(&mut self, id: &str, signs: &str, span: Span) -> String {
        let id = ComposingNormalizer::new_nfc().normalize(id).into_owned();
        let fault = if id.is_empty() {
            Some((Code::InvalidId, "this id is empty".to_owned(), "write letters and digits, or leave the id out"))
        } else if let Some(c) = wrong_character(&id.replace(|c| signs.contains(c), "")) {
            let c = if c.is_whitespace() || c.is_control() { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
            let message = format!("an id cannot hold the character `{c}`");
            Some((
                Code::InvalidId,
                message,
                "write letters and digits of any script, and `-`, `_`, `.` or `:` between them",
            ))
        } else if let Some(other) = self.ids.get(&id) {
            let line = self.input.source.line_column(other.start).line;
            if self.section_at(other).is_some_and(|section| Some(section) == self.section_at(span)) {
                let message = format!("the section `{id}` stands on line {line} already, in the same words");
                Some((Code::DuplicateId, message, "take one of the two out"))
            } else {
                let message = format!("the id `{id}` stands on line {line} already");
                Some((Code::DuplicateId, message, "give one of the two another id"))
            }
        } else if is_taken(&id) {
            let message = format!("the id `{id}` is one of the page's own");
            Some((Code::DuplicateId, message, "choose another id"))
        } else {
            None
        };
        if let Some((code, message, help)) = fault {
            // Which sections there are follows from ids that are right.
            let fault = self.doubting_headings(Diagnostic::error(code, message).at(span).help(help));
            self.faults.push(fault);
        }
        self.give_id(id.clone(), span);
        id
    }

    /// What stands from a heading to the next one, or as much of it as is compared; nothing where an id is not that of a heading.
    fn section_at(&self, heading: Span) -> Option<&str> {
        let section = self.input.source.text.get(heading.start..).filter(|text| text.starts_with('#'))?;
        let section = &section[..section.floor_char_boundary(MOST_COMPARED)];
        let end = section.find("\n#").unwrap_or(section.len());
        Some(section[..end].trim_end())
    }

    /// Whether an id in HTML is that of the heading directly above it. Many write an anchor there for other generators, and a
    /// link leads to the heading anyway.
    pub(super) fn is_of_heading_above(&self, id: &str) -> bool {
        let id = ComposingNormalizer::new_nfc().normalize(id);
        self.id_above.as_deref() == Some(&*id)
    }

    /// An id in HTML that is written as it is: a link may lead to it.
    pub(super) fn anchor(&mut self, id: &str, span: Span) {
        let id = ComposingNormalizer::new_nfc().normalize(id).into_owned();
        if !id.is_empty() && self.ids.get(&id).is_none() {
            self.give_id(id, span);
        }
    }

    fn give_id(&mut self, id: String, span: Span) {
        if self.ids.get(&id).is_none() {
            self.body.anchors.push(Located { value: id.clone(), span });
        }
        self.ids.insert(id, span);
    }
}

/// What stands between the braces at the end of a heading.
fn attributes(source: &str) -> Option<&str> {
    let line = source.trim_end().trim_end_matches('#').trim_end();
    let (_, inner) = line.strip_suffix('}')?.rsplit_once('{')?;
    Some(inner.trim())
}

/// An id at the end of a heading between other brackets than `{#` and `}`, as it is written and without them: `(#brief)`,
/// `{brief#}`. A number is no id: `(#12)` is that of an issue. Neither is the address of a link, or a name that ends in the
/// sign: `(C#)`.
fn mistyped_id(source: &str) -> Option<(&str, &str)> {
    let line = source.trim_end();
    let at = line.rfind(|c| BRACKETS_OPEN.contains(&c))?;
    if line[..at].ends_with([']', '\\']) {
        return None;
    }
    let written = &line[at..];
    let inner = written.strip_prefix(BRACKETS_OPEN)?.strip_suffix(BRACKETS_CLOSE)?.trim();
    let behind = || inner.strip_suffix(NUMBER_SIGNS).filter(|_| is_braced(written));
    let name = inner.strip_prefix(NUMBER_SIGNS).or_else(behind)?.trim();
    let fits = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let has_its_brackets = written.starts_with("{#") && written.ends_with('}');
    (fits && !has_its_brackets && name.contains(char::is_alphabetic)).then_some((written, name))
}

/// Whether one of the brackets around it is a brace: nothing but ids stands in braces at the end of a heading.
fn is_braced(written: &str) -> bool {
    written.starts_with(['{', '｛']) || written.ends_with(['}', '｝'])
}

const BRACKETS_OPEN: [char; 6] = ['{', '(', '[', '｛', '（', '［'];
const BRACKETS_CLOSE: [char; 6] = ['}', ')', ']', '｝', '）', '］'];
const NUMBER_SIGNS: [char; 2] = ['#', '＃'];

/// What is plainly a slip in a heading as it is written, whose words are `text`: an id without its last brace, or a sentence
/// above a rule.
fn slip_of_heading(source: &str, text: &str) -> Option<Diagnostic> {
    let source = source.trim_end();
    if let Some((_, id)) = source.rsplit_once("{#")
        && !id.is_empty()
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    {
        let fault = Diagnostic::warning(Code::InvalidId, format!("the id `{{#{id}` is not closed"));
        return Some(fault.help(format!("write `{{#{id}}}`")));
    }
    let (_, rule) = source.rsplit_once('\n')?;
    let is_rule = rule.trim().chars().all(|c| matches!(c, '-' | '='));
    let is_sentence = text.ends_with(SENTENCE_ENDS);
    (is_rule && is_sentence).then(|| {
        let message = format!("the line `{}` below these words makes a heading of them", rule.trim());
        Diagnostic::warning(Code::Markup, message).help("leave an empty line between the two")
    })
}

/// Whether a heading that is underlined is nothing but keys of YAML, below a line of `---`.
fn is_front_matter(before: &str, heading: &str) -> bool {
    let mut lines = heading.trim_end().lines().rev();
    let is_key = |line: &str| {
        line.split_once(':').is_some_and(|(key, value)| {
            (value.is_empty() || value.starts_with(' '))
                && key.starts_with(|c: char| c.is_ascii_alphabetic())
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        })
    };
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && before.trim_end().ends_with("\n---")
        && lines.all(is_key)
}
