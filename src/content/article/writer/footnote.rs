//! Footnotes: what is defined, what is referred to, and what of both has no counterpart. Labels match whatever their case.
//! Their numbers come from `note_numbers.rs`.

use std::ops::Range;

use super::Writer;
use super::defined_notes::DefinedNote;
use crate::content::note::{Footnote, NearDefinition, Note, NoteKind};
use crate::content::slotted::Slotted;
use crate::diagnostic::{Code, Diagnostic, Matter, nearest};

impl Writer<'_> {
    /// A reference to a footnote that is defined somewhere.
    pub fn footnote_reference(&mut self, label: &str, range: Range<usize>) {
        self.flush();
        let kind = |label| NoteKind::Footnote(Footnote { label, html: Slotted::default() });
        self.note(label.to_lowercase(), range, kind);
    }

    /// Opens a footnote, whose words follow.
    pub fn begin_footnote(&mut self, label: &str, range: Range<usize>) {
        self.flush();
        self.depth += 1;
        self.waiting.push(std::mem::take(&mut self.out));
        // The mark alone, `[^label]:`, is its place.
        let end = range.start + "[^]:".len() + label.len();
        self.footnotes.open = Some((label.to_lowercase(), self.span(range.start..end.min(range.end))));
    }

    /// Closes it.
    pub fn end_footnote(&mut self) {
        self.end("");
        let mut html = std::mem::replace(&mut self.out, self.waiting.pop().unwrap_or_default());
        let Some((label, span)) = self.footnotes.open.take() else { return };
        if let Some(first) = self.footnotes.defined.get(&label) {
            let line = self.input.source.line_column(first.span.start).line;
            let message = format!("the note `{label}` is defined on line {line} already, and these words are lost");
            let fault = Diagnostic::warning(Code::Footnote, message).at(span);
            self.faults.push(fault.help("give one of the two another label"));
            return;
        }
        self.give_directions(&mut html);
        self.footnotes.defined.insert(label, DefinedNote { html, span });
    }

    /// Puts the words of footnotes into the notes that are referred to, and reports those that are not.
    pub(super) fn end_footnotes(&mut self) {
        let mut defined = std::mem::take(&mut self.footnotes.defined);
        for note in &mut self.body.notes {
            // Inside HTML a reference is read without what is defined outside it.
            if let NoteKind::Citation(key) = &note.kind
                && defined.contains_key(&key.to_lowercase())
            {
                note.kind = NoteKind::Footnote(Footnote { label: key.to_lowercase(), html: Slotted::default() });
            }
            if let NoteKind::Footnote(footnote) = &mut note.kind {
                footnote.html = defined.remove(&footnote.label).map(|definition| definition.html).unwrap_or_default();
            }
        }
        for (key, range) in nearly_defined(self.markdown) {
            let span = self.span(range);
            let is_it = |note: &&mut Note| matches!(&note.kind, NoteKind::Citation(cited) if cited == key);
            if let Some(note) = self.body.notes.iter_mut().find(is_it) {
                note.nearly_defined.get_or_insert(NearDefinition::Line(span));
            }
        }
        for (label, DefinedNote { span, .. }) in defined {
            let is_near = |note: &&mut Note| {
                let key = if let NoteKind::Citation(key) = &note.kind { key.to_lowercase() } else { return false };
                note.nearly_defined.is_none() && nearest(&label, [key.as_str()]).is_some()
            };
            // Whether the reference is one to a source, only the site knows.
            if let Some(note) = self.body.notes.iter_mut().find(is_near) {
                note.nearly_defined = Some(NearDefinition::Label(label.clone()));
            }
            let message = format!("nothing refers to the note `{label}`, and its words are lost");
            let fault = Diagnostic::warning(Code::Footnote, message).at(span);
            let fault = fault.resting_on(Matter::Note(span.file, label.clone()));
            self.faults.push(fault.help(format!("refer to it where it belongs: [^{label}], or remove it")));
        }
    }
}

/// The lines of a text that would define notes, stood no blank before the colon, `[^key] : words`, or were there one,
/// `[^key] Words`, at the beginning of a paragraph: the key, and what stands up to the colon or the words.
fn nearly_defined(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.match_indices("[^").filter_map(|(start, _)| {
        let (key, behind) = text[start + 2..].split(['\n', '[']).next()?.split_once(']')?;
        let colon = behind.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']);
        let blanks = behind.len() - colon.len();
        let begins_line = text[..start].chars().rev().find(|c| *c != ' ').is_none_or(|c| c == '\n');
        let end = start + "[^".len() + key.len() + "]".len() + blanks;
        let begins_paragraph = || text[..start].is_empty() || text[..start].ends_with("\n\n");
        let is_other_colon = colon.starts_with(['：', '؛', '﹕']);
        if !begins_line || key.is_empty() || key.contains(char::is_whitespace) {
            return None;
        }
        match colon.starts_with(':') {
            true => (blanks > 0).then_some((key, start..end + 1)),
            false => (begins_paragraph() && (is_other_colon || blanks > 0 && colon.starts_with(char::is_alphanumeric)))
                .then_some((key, start..end)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_before_the_colon_of_a_note() {
        let text = "A[^1] : b\n\n[^1] : Words\n  [^b-2]\u{a0}: more\n[^c]: right\n[^d] words: x\n[^] : x\n[^e[f] : x\n\n[^g] Words\n\n[^h]： x";
        let found: Vec<_> = nearly_defined(text).map(|(key, range)| (key, &text[range])).collect();
        assert_eq!(found, [("1", "[^1] :"), ("b-2", "[^b-2]\u{a0}:"), ("g", "[^g] "), ("h", "[^h]")]);
        assert_eq!(nearly_defined(&"[^a] ".repeat(100_000)).count(), 0);
        assert_eq!(nearly_defined(&" ".repeat(200_000)).count(), 0);
    }
}
