//! Tells what keys may hold, to whoever records it.

use super::Fields;
use super::shape::ValueShape;

impl Fields<'_, '_> {
    /// Tells what a key may hold, to whoever records it.
    pub(super) fn shape(&mut self, key: &str, shape: impl FnOnce() -> ValueShape) {
        if self.report.is_recording {
            self.record.shapes.entry(key.to_owned()).or_default().insert(shape());
        }
    }

    /// Tells that a key holds what was told of it last and nothing else: it was asked by means of a wider question.
    pub(super) fn only_shape(&mut self, key: &str, shape: impl FnOnce() -> ValueShape) {
        if self.report.is_recording {
            self.record.shapes.remove(key);
            self.shape(key, shape);
        }
    }

    /// The keys of this table are names that the author gives.
    pub fn keys_are_given(&mut self) {
        self.record.has_given_names = true;
    }

    /// What a key may hold depends on the rest of the text: it is a name in it.
    pub fn is_name(&mut self, key: &str) {
        self.only_shape(key, || ValueShape::Text);
    }
}
