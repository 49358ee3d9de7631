//! Asks all addresses of a site, as far as they have not been asked of late.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use url::Url;

use super::answer::{Answer, ExternalOutcome};
use super::client::{Client, Wanted, host_of};
use super::records::{ExternalRecord, ExternalRecords, ReadVersion, read_records, store_records};
use super::{ExternalOptions, Reach};
use crate::build::ExternalAddress;
use crate::cache::Storage;

/// How many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 8;
/// After so many hosts that are out of reach, and none that is not, this machine counts as offline.
const HOSTS_BEFORE_OFFLINE: usize = 5;

/// What was asked and what came of it.
#[derive(Debug, Default)]
pub struct Survey {
    /// By address: what is known of it now.
    pub records: ExternalRecords,
    /// How many addresses were asked now.
    pub asked: usize,
    /// How many were asked of late.
    pub known: usize,
    /// Why no other site could be reached, where none could.
    pub offline: Option<String>,
}

/// What the threads share.
#[derive(Default)]
struct SurveyProgress {
    answers: Vec<(String, Answer)>,
    offline_hosts: BTreeSet<String>,
    any_answer: bool,
    why: Option<String>,
}

impl SurveyProgress {
    fn is_offline(&self) -> bool {
        !self.any_answer && self.offline_hosts.len() >= HOSTS_BEFORE_OFFLINE
    }
}

/// Asks what is not known, and stores what is known then.
pub fn survey(addresses: &[ExternalAddress], storage: &dyn Storage, options: &ExternalOptions) -> Survey {
    let mut records = read_records(storage);
    let is_known =
        |address: &&ExternalAddress| records.get(&address.url).is_some_and(|record| is_fresh(record, address, options));
    let (known, wanted): (Vec<&ExternalAddress>, Vec<&ExternalAddress>) = addresses.iter().partition(is_known);
    let progress = ask_all(&wanted, &records, options);
    let offline = progress.why.filter(|_| !progress.any_answer && !progress.answers.is_empty());
    let asked = progress.answers.len();
    let accessed: BTreeMap<&str, _> =
        wanted.iter().filter_map(|address| Some((address.url.as_str(), address.accessed?))).collect();
    if offline.is_none() {
        for (url, answer) in progress.answers {
            let before = records.get(&url).and_then(|record| record.read.as_ref());
            let read = accessed
                .get(url.as_str())
                .and_then(|accessed| ReadVersion::seen_again(before, *accessed, answer.fingerprint, options.today));
            records.insert(url, ExternalRecord { asked: options.today, outcome: answer.outcome, read });
        }
    }
    let of_site: BTreeSet<&str> = addresses.iter().map(|address| address.url.as_str()).collect();
    records.retain(|url, _| of_site.contains(url.as_str()));
    if asked > 0 && offline.is_none() {
        store_records(storage, &records);
    }
    Survey { records, asked, known: known.len(), offline }
}

/// Whether an answer is still good.
fn is_fresh(record: &ExternalRecord, address: &ExternalAddress, options: &ExternalOptions) -> bool {
    let age = options.today.days_since(record.asked);
    let is_read_again = address.accessed != record.read.as_ref().map(|read| read.accessed);
    let is_near = matches!(record.outcome, ExternalOutcome::Forbidden(_)) && options.reach == Reach::Everywhere;
    let is_of_version = !is_read_again
        || address.accessed.is_none()
        || !matches!(record.outcome, ExternalOutcome::Present | ExternalOutcome::Moved(_));
    !record.outcome.is_passing()
        && !is_near
        && is_of_version
        && age.is_some_and(|age| (0..i64::from(options.max_age)).contains(&age))
}

fn ask_all(wanted: &[&ExternalAddress], records: &ExternalRecords, options: &ExternalOptions) -> SurveyProgress {
    let mut by_host: BTreeMap<String, Vec<&ExternalAddress>> = BTreeMap::new();
    for address in wanted {
        let host = Url::parse(&address.url).map(|url| host_of(&url)).unwrap_or_default();
        by_host.entry(host).or_default().push(address);
    }
    let threads = by_host.len().min(HOSTS_AT_ONCE);
    let queue = Mutex::new(by_host.into_iter().collect::<VecDeque<_>>());
    let progress = Mutex::new(SurveyProgress::default());
    if threads == 0 {
        return SurveyProgress::default();
    }
    let client = Client::new(options);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((host, addresses)) = locked(&queue).pop_front() {
                    for address in addresses {
                        if locked(&progress).is_offline() {
                            return;
                        }
                        let read = records.get(&address.url).and_then(|record| record.read.as_ref());
                        let wanted = match address.accessed {
                            Some(accessed) => {
                                let of_version = read.filter(|read| read.accessed == accessed);
                                Wanted::Fingerprint(of_version.map(|read| &read.fingerprint))
                            }
                            None => Wanted::Presence,
                        };
                        let answer = client.ask(&address.url, wanted);
                        locked(&progress).add(&host, address, answer);
                    }
                }
            });
        }
    });
    progress.into_inner().unwrap_or_else(PoisonError::into_inner)
}

impl SurveyProgress {
    fn add(&mut self, host: &str, address: &ExternalAddress, answer: Answer) {
        match &answer.outcome {
            ExternalOutcome::Offline(why) => {
                self.offline_hosts.insert(host.to_owned());
                self.why.get_or_insert_with(|| why.clone());
            }
            ExternalOutcome::Silent => {
                self.offline_hosts.insert(host.to_owned());
                self.why.get_or_insert_with(|| "nothing answers in time".to_owned());
            }
            // What must not be asked says nothing of the network.
            ExternalOutcome::Forbidden(_) => {}
            _ => self.any_answer = true,
        }
        self.answers.push((address.url.clone(), answer));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
