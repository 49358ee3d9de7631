//! A chart among the other parts of an article: its sources are cited and its data is linked like anything else, and
//! the drawing is left open, because it depends on where the data is published.

use super::body::Link;
use super::link::Target;
use super::writer::Writer;
use crate::content::chart::{GridRow, read_chart};
use crate::content::note::NoteKind;
use crate::content::slot::NoteRef;
use crate::content::slot::Slot;
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Region;
use crate::text::Located;

impl Writer<'_> {
    /// A block that says `chart`; `at` is where its text begins in the Markdown, `rest` what stands beside the word.
    pub fn chart(&mut self, toml: &str, at: usize, rest: &str) {
        // In a list or a quotation the block's lines lie apart, and no place in it could be named.
        let whole = self.markdown.get(at..).is_some_and(|markdown| markdown.starts_with(toml));
        if !rest.is_empty() || !whole {
            let line = self.span(at..at);
            let (message, help) = match whole {
                true => (format!("`{rest}` after `chart` is not understood"), "write ```chart alone on its line"),
                false => ("a chart cannot stand inside another block".to_owned(), "begin its lines at the margin"),
            };
            self.faults.push(Diagnostic::error(Code::InvalidValue, message).at(line).help(help));
            return;
        }
        let region = Region { file: self.input.file, offset: self.offset + at };
        let Some(draft) = read_chart(toml, region, self.input, &mut self.faults) else { return };
        let mut chart = draft.chart;
        let path = draft.data.value;
        self.body.links.push(Link { target: Target::file(path), span: draft.data.span });
        chart.link = self.body.links.len() - 1;
        chart.citations = self.cite(draft.sources);
        for (GridRow { citations, .. }, keys) in chart.table.rows.iter_mut().zip(draft.row_sources) {
            *citations = self.cite(keys);
        }
        self.body.charts.push(chart);
        self.flush();
        let slot = Slot::Chart(self.body.charts.len() - 1);
        self.blank();
        self.section.text.push_slot(slot.clone());
        self.blank();
        self.write_slot(slot);
    }

    fn cite(&mut self, keys: Vec<Located<String>>) -> Vec<NoteRef> {
        let cited = keys.into_iter().map(|Located { value, span }| {
            let reference = self.refer(value, span, NoteKind::Citation);
            let note = &mut self.body.notes[reference.note];
            note.of_chart |= note.uses == 1;
            reference
        });
        cited.collect()
    }
}
