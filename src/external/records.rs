//! What other sites have answered before, with the days, in the cache folder. It can be deleted: then everything is asked again,
//! and a change since a source was read shows only by the day that its server names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::ExternalOutcome;
use super::fingerprint::Fingerprint;
use crate::cache::Storage;
use crate::text::Date;

/// The name in the cache folder.
const NAME: &str = "external.json";

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalRecord {
    /// When it was last asked.
    pub asked: Date,
    /// What it came to.
    pub outcome: ExternalOutcome,
    /// What is known of the version that was read, if it is a source.
    pub read: Option<ReadVersion>,
}

/// The version of a source that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadVersion {
    /// The day on which it was read, as the bibliography says.
    pub accessed: Date,
    /// The day on which the fingerprint was taken.
    pub seen: Date,
    /// By what it can be told.
    pub fingerprint: Fingerprint,
    /// How it was found to have changed since.
    pub changed: Option<ChangedSince>,
}

/// How a page was found to have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangedSince {
    /// Its server names the day.
    Said(Date),
    /// It is not what was seen on this day.
    Seen(Date),
}

/// All that is known, by address.
pub type ExternalRecords = BTreeMap<String, ExternalRecord>;

/// What was stored; nothing if that is damaged, or another version's.
pub fn read_records(storage: &dyn Storage) -> ExternalRecords {
    storage.get(NAME).and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Stores it for the next time.
pub fn store_records(storage: &dyn Storage, records: &ExternalRecords) {
    if let Ok(bytes) = serde_json::to_vec_pretty(records) {
        storage.put(NAME, &bytes);
    }
}

impl ReadVersion {
    /// What is known after a source has been seen again.
    pub fn seen_again(before: Option<&Self>, accessed: Date, now: Option<Fingerprint>, today: Date) -> Option<Self> {
        let before = before.filter(|before| before.accessed == accessed);
        let Some(now) = now else { return before.cloned() };
        // A server that makes a page anew for every request says that it has changed today.
        let said = now.last_modified.filter(|day| *day > accessed && *day < today).map(ChangedSince::Said);
        let mut version = match before {
            Some(before) => before.clone(),
            None => Self { accessed, seen: today, fingerprint: now.clone(), changed: None },
        };
        let seen = now.differs_from(&version.fingerprint).then_some(ChangedSince::Seen(version.seen));
        version.changed = seen.or(said);
        Some(version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_changed_until_it_is_read_again() {
        let day = |text: &str| Date::parse(text).expect("a day");
        let print = |words: &str| Some(Fingerprint { words: Some(words.to_owned()), ..Fingerprint::default() });
        let see = |before: Option<&ReadVersion>, accessed: &str, words: &str, today: &str| {
            ReadVersion::seen_again(before, day(accessed), print(words), day(today)).expect("a version")
        };
        let first = see(None, "2026-01-01", "a", "2026-02-01");
        assert_eq!((first.changed, first.seen), (None, day("2026-02-01")));
        let same = see(Some(&first), "2026-01-01", "a", "2026-03-01");
        assert_eq!((same.changed, same.seen), (None, day("2026-02-01")));
        let changed = see(Some(&same), "2026-01-01", "b", "2026-04-01");
        assert_eq!(changed.changed, Some(ChangedSince::Seen(day("2026-02-01"))));
        let still = see(Some(&changed), "2026-01-01", "b", "2026-05-01");
        assert_eq!(still.changed, changed.changed);
        // Nothing that could be read changes nothing.
        let unread = ReadVersion::seen_again(Some(&still), day("2026-01-01"), None, day("2026-06-01"));
        assert_eq!(unread, Some(still.clone()));
        let read_again = see(Some(&still), "2026-05-02", "b", "2026-05-03");
        assert_eq!((read_again.changed, read_again.seen), (None, day("2026-05-03")));
        let said = Some(Fingerprint { last_modified: Some(day("2026-01-20")), ..Fingerprint::default() });
        let told = |accessed: &str, today: &str| {
            ReadVersion::seen_again(None, day(accessed), said.clone(), day(today)).and_then(|version| version.changed)
        };
        assert_eq!(told("2026-01-01", "2026-02-01"), Some(ChangedSince::Said(day("2026-01-20"))));
        assert_eq!((told("2026-01-01", "2026-01-20"), told("2026-01-20", "2026-02-01")), (None, None));
    }
}
