//! Values that are true or false, and what is meant by those that are neither.

use toml::Spanned;
use toml::de::DeValue;

use super::Fields;
use super::shape::{ValueShape, article};
use super::strings::meant_boolean;
use crate::diagnostic::{Code, Diagnostic, nearest};

impl Fields<'_, '_> {
    /// `true` or `false`; `false` if it is not there.
    pub fn boolean(&mut self, key: &str) -> bool {
        self.shape(key, || ValueShape::Boolean);
        let Some(value) = self.value(key) else { return false };
        match value.get_ref().as_bool() {
            // One that was guessed is not acted upon: a page that becomes a draft is missed by every link to it.
            Some(is_on) => is_on && !self.place.mended.is_changed(value.span().end),
            None => {
                self.no_boolean(key, value);
                false
            }
        }
    }

    fn no_boolean(&mut self, key: &str, value: &Spanned<DeValue<'_>>) {
        let meant = match value.get_ref() {
            DeValue::String(text) => meant_boolean(text).or_else(|| nearest(&text.to_lowercase(), ["true", "false"])),
            DeValue::Integer(number) if number.as_str() == "1" => Some("true"),
            DeValue::Integer(number) if number.as_str() == "0" => Some("false"),
            _ => None,
        };
        let found = article(value.get_ref().type_str());
        let message = format!("`{}{key}` is {found}, not true or false", self.record.name);
        let help = meant.map_or("write true or false".to_owned(), |meant| format!("write `{meant}`, without quotes"));
        let fault = Diagnostic::error(Code::InvalidValue, message).at(self.place.span(value.span()));
        self.report.faults.push(fault.help(help));
    }
}
