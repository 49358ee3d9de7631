//! Numbers the notes of an article, footnotes and citations alike, in the order in which they are referred to first. What a reader
//! sees of the number is written in `render/parts/slots.rs`.

use std::ops::Range;

use super::Writer;
use crate::content::note::{Note, NoteKind};
use crate::content::slot::{NoteRef, Slot};
use crate::text::Span;

impl Writer<'_> {
    /// Writes a reference to a note.
    pub(super) fn note(&mut self, key: String, range: Range<usize>, kind: impl FnOnce(String) -> NoteKind) {
        self.check_controls(&key, range.clone());
        let reference = self.refer(key, self.span(range), kind);
        self.write_slot(Slot::Note(reference));
        self.typesetter.pass_object();
    }

    /// Counts a reference to a note, wherever it will be shown: the first gives the note the next number.
    pub(in crate::content::article) fn refer(
        &mut self,
        key: String,
        span: Span,
        kind: impl FnOnce(String) -> NoteKind,
    ) -> NoteRef {
        let number = *self.notes.entry(key.clone()).or_insert_with(|| {
            self.body.notes.push(Note { kind: kind(key), uses: 0, span, of_chart: false, nearly_defined: None });
            self.body.notes.len() - 1
        });
        let earlier = self.body.notes[number].uses;
        self.body.notes[number].uses += 1;
        self.cite_here();
        NoteRef { note: number, earlier }
    }
}
