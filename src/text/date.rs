//! Days as the content names them: whole days for pages, and days, months or years for sources, which seldom say more.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, or a month or year where no more is known. Orders by time, the vaguer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Common era.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, and a day of that month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2026`, `2026-11` or `2026-11-23`; `None` if that is no day, month or year.
    ///
    /// ```
    /// use muwazana::text::Date;
    ///
    /// assert!(Date::parse("2026-11-23").is_some_and(Date::is_day));
    /// assert_eq!(Date::parse("2026-02-30"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
        let mut pair = |range: std::ops::RangeInclusive<u8>| match parts.next() {
            None => Some(None),
            Some(part) => part.parse().ok().filter(|n| part.len() == 2 && range.contains(n)).map(Some),
        };
        let (month, day) = (pair(1..=12)?, pair(1..=31)?);
        let date = Self { year, month, day };
        (parts.next().is_none() && date.exists()).then_some(date)
    }

    /// Whether it names a day, and not only a month or year.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }

    fn exists(self) -> bool {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        icu_calendar::Date::try_new_iso(self.year.into(), month, day).is_ok()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_that_exist() {
        for good in ["2026", "2026-11", "2024-02-29"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "26", "2026-13", "2026-1", "2023-02-29", "2026-11-23-1", "soon"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert!(Date::parse("2026") < Date::parse("2026-01") && Date::parse("2026-12-31") < Date::parse("2027"));
    }
}
