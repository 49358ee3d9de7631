//! Places on the axis of a dimension.

use serde::{Deserialize, Serialize};

use crate::fields::Fields;
use crate::text::Located;

/// Where a subject stands on an axis, 0 to 100: somewhere between two ends, which are one where the place is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisPlace {
    /// The least that is likely.
    pub low: u8,
    /// The most that is likely.
    pub high: u8,
}

impl AxisPlace {
    /// The place to show where one has to do; half a step counts up.
    pub fn middle(self) -> u8 {
        self.low + (self.high - self.low).div_ceil(2)
    }

    /// Whether it is one place, and no range.
    pub fn is_sure(self) -> bool {
        self.low == self.high
    }

    /// The place of a subject, if it is there and is one: a number, or a range of two.
    pub fn read(fields: &mut Fields<'_, '_>, subject: &str) -> Option<Located<Self>> {
        let ends = fields.interval(subject, 0..101)?;
        let [Ok(low), Ok(high)] = ends.value.map(u8::try_from) else { return None };
        Some(Located { value: Self { low, high }, span: ends.span })
    }
}
