//! Days as the content names them: whole days for pages, and days, months or years for sources, which seldom say more.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ascii_digits;

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

    /// The day of a time in UTC, in seconds since 1970.
    pub fn of_unix_seconds(seconds: u64) -> Option<Self> {
        let days = i64::try_from(seconds / 86_400).ok()?;
        let epoch = icu_calendar::Date::try_new_iso(1970, 1, 1).ok()?.to_rata_die();
        let day = icu_calendar::Date::from_rata_die(epoch + days, icu_calendar::Iso);
        let year = u16::try_from(day.year().extended_year()).ok()?;
        Some(Self { year, month: Some(day.month().ordinal), day: Some(day.day_of_month().0) })
    }

    /// How many days after another day this one is; `None` where one of them is no day.
    pub fn days_since(self, earlier: Self) -> Option<i64> {
        let count = |date: Self| {
            let day = icu_calendar::Date::try_new_iso(date.year.into(), date.month?, date.day?).ok()?;
            Some(day.to_rata_die().to_i64_date())
        };
        Some(count(self)? - count(earlier)?)
    }

    /// Whether it names a day, and not only a month or year.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }

    /// The next day; a month or year is its own next.
    pub fn next(self) -> Self {
        let Self { year, month: Some(month), day: Some(day) } = self else { return self };
        match (month, day) {
            (12, 31) => Self { year: year.saturating_add(1), month: Some(1), day: Some(1) },
            (_, day) if day >= self.last_day() => Self { year, month: Some(month + 1), day: Some(1) },
            _ => Self { year, month: Some(month), day: Some(day + 1) },
        }
    }

    /// How many days after the first day of the common era it is; a month or year stands for its first day.
    pub fn days(self) -> i64 {
        let day = icu_calendar::Date::try_new_iso(self.year.into(), self.month.unwrap_or(1), self.day.unwrap_or(1));
        day.map_or(0, |day| day.to_rata_die().to_i64_date())
    }

    /// The last day of its month.
    fn last_day(self) -> u8 {
        let first = icu_calendar::Date::try_new_iso(self.year.into(), self.month.unwrap_or(1), 1);
        first.map_or(31, |first| first.days_in_month())
    }

    fn exists(self) -> bool {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        icu_calendar::Date::try_new_iso(self.year.into(), month, day).is_ok()
    }
}

/// What to type in place of a date that [`Date::parse`] does not know, in one sentence.
pub fn date_help(written: &str) -> String {
    let digits = ascii_digits(written);
    let groups: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (year, month, day) = match groups[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        [date] if date.len() == 8 => (&date[..4], &date[4..6], &date[6..]),
        [year, month] | [month, year] if year.len() == 4 && month.len() <= 2 => return month_help(year, month),
        [year] if year.len() == 4 && written.chars().all(char::is_numeric) => return format!("write \"{year}\""),
        [year] if year.len() == 4 => {
            return match named_month(written) {
                Some(month) => format!("write \"{year}-{month:02}\", the year and the month, or the day as well"),
                None => format!("{FORM}; \"{year}\" is a year alone"),
            };
        }
        [year] if year.len() == 2 => {
            return match month_in_words(written) {
                Some((year, month)) => format!("write \"{year}-{month:02}\", the year and the month, if that is meant"),
                None => FORM.to_owned(),
            };
        }
        _ => return FORM.to_owned(),
    };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<u16>(), month.parse::<u8>(), day.parse::<u8>()) else {
        return FORM.to_owned();
    };
    // Some write the month before the day.
    let (month, day) = if groups[0].len() != 4 && month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let date = Date { year, month: Some(month), day: Some(day) };
    if !(1..=12).contains(&month) {
        format!("there is no month {month}; {FORM}")
    } else if day == 0 || !date.exists() {
        format!("there is no day {day} in {year:04}-{month:02}, whose last is {}", date.last_day())
    } else {
        format!("write {date}: the year, the month and the day")
    }
}

/// What to do about a month that is written otherwise.
fn month_help(year: &str, month: &str) -> String {
    let number = month.parse::<u8>().unwrap_or_default();
    if (1..=12).contains(&number) {
        format!("write \"{year}-{number:02}\", the year and the month, or the day as well")
    } else {
        format!("there is no month {month}; {FORM}")
    }
}

/// The year and the month of `Jan-25` or `January 2025`, as spreadsheets and people write them in English.
pub fn month_in_words(written: &str) -> Option<(u16, usize)> {
    let (month, digits) = written.split_once(['-', '–', ' ', '/'])?;
    let month = month.to_lowercase();
    let is_it = |name: &&str| month == **name || month == name[..3] || month == "sept" && **name == *"september";
    let month = MONTHS.iter().position(is_it)? + 1;
    let year: u16 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    match digits.len() {
        2 => Some((2000 + year, month)),
        4 => Some((year, month)),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month that a text names in English.
fn named_month(written: &str) -> Option<usize> {
    let written = written.to_lowercase();
    let mut words = written.split(|c: char| !c.is_alphabetic());
    words.find_map(|word| MONTHS.iter().position(|month| word.starts_with(&month[..3]))).map(|at| at + 1)
}

const FORM: &str = "write the year, the month and the day, such as 2026-11-23";

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, date_help};

    #[test]
    fn dates_of_other_forms_are_shown_as_they_should_be() {
        for (written, help) in [
            ("20-10-2026", "write 2026-10-20"),
            ("20.10.2026", "write 2026-10-20"),
            ("10/20/2026", "write 2026-10-20"),
            ("2026/1/5", "write 2026-01-05"),
            ("٢٠٢٦-١٠-٢٠", "write 2026-10-20"),
            ("2026-13-40", "there is no month 13"),
            ("02-2026", "write \"2026-02\""),
            ("2026/2", "write \"2026-02\""),
            ("١١/٢٠٢٦", "write \"2026-11\""),
            ("13-2026", "there is no month 13"),
            ("20270523", "write 2027-05-23"),
            ("20271323", "there is no month 13"),
            ("2026-02-30", "there is no day 30 in 2026-02, whose last is 28"),
            ("2026-10-00", "there is no day 0"),
            ("20 October 2026", "such as 2026-11-23"),
            ("", "such as 2026-11-23"),
        ] {
            assert!(date_help(written).contains(help), "{written}: {}", date_help(written));
        }
    }

    #[test]
    fn the_next_day() {
        for (day, next) in [("2026-12-31", "2027-01-01"), ("2024-02-28", "2024-02-29"), ("2026-04-30", "2026-05-01")] {
            assert_eq!(Date::parse(day).map(Date::next), Date::parse(next), "{day}");
        }
    }

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
