//! Whole numbers, one by one and as the ends of intervals.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::Fields;
use super::shape::ValueShape;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Located;

impl Fields<'_, '_> {
    /// A whole number within `range`, if it is there.
    pub fn integer(&mut self, key: &str, range: Range<i64>) -> Option<Located<i64>> {
        self.shape(key, || ValueShape::Integer(range.start, range.end - 1));
        let value = self.value(key)?;
        let wanted = format!("a whole number from {} to {}", range.start, range.end - 1);
        Some(Located { value: self.whole(key, value, &range, &wanted)?, span: self.place.span(value.span()) })
    }

    /// A whole number within `range`, or a list of two, the least first: the ends of an interval, which are one number
    /// where a single one is written.
    pub fn interval(&mut self, key: &str, range: Range<i64>) -> Option<Located<[i64; 2]>> {
        self.shape(key, || ValueShape::Interval(range.start, range.end - 1));
        let value = self.value(key)?;
        let span = self.place.span(value.span());
        let (start, last) = (range.start, range.end - 1);
        let wanted = format!("a whole number from {start} to {last}, or a range of two such as [20, 35]");
        let Some(items) = value.get_ref().as_array() else {
            let at = self.whole(key, value, &range, &wanted)?;
            return Some(Located { value: [at, at], span });
        };
        let ends: Option<Vec<i64>> = items.iter().map(|item| self.whole(key, item, &range, &wanted)).collect();
        let message = match *ends?.as_slice() {
            [low, high] if low <= high => return Some(Located { value: [low, high], span }),
            [high, low] => format!("the range `{}{key}` goes down, from {high} to {low}", self.record.name),
            _ => format!("the range `{}{key}` has not two ends", self.record.name),
        };
        self.report.faults.push(
            Diagnostic::error(Code::InvalidValue, message)
                .at(span)
                .help(format!("write {wanted}, the lower end first")),
        );
        None
    }

    /// The value of a key, or an item of it, as a whole number within `range`; reported as not `wanted` if it is none.
    fn whole(&mut self, key: &str, value: &Spanned<DeValue<'_>>, range: &Range<i64>, wanted: &str) -> Option<i64> {
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong(key, value, wanted);
            return None;
        };
        let parsed = i64::from_str_radix(number.as_str(), number.radix()).ok().filter(|n| range.contains(n));
        if parsed.is_none() {
            let message = format!("`{}{key}` is {}, which is out of range", self.record.name, number.as_str());
            let fault = Diagnostic::error(Code::InvalidValue, message).at(self.place.span(value.span()));
            self.report.faults.push(fault.help(format!("write {wanted}")));
        }
        parsed
    }
}
