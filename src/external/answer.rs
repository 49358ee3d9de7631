//! What an address came to.

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;

/// What an address came to, as far as a writer has to know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExternalOutcome {
    /// It is there.
    Present,
    /// It is there, at another address for good.
    Moved(String),
    /// It leads to the front page of a site now, for good: what was there is most likely gone.
    FrontPage(String),
    /// Its site says that it is not there: 404 or 410.
    Gone(u16),
    /// Its site does not answer programs, or not now: the status.
    Refused(u16),
    /// It leads into a private network, or to something that is no web page.
    Forbidden(String),
    /// Its site could not be reached: why.
    Unreachable(String),
    /// Its site did not answer in time.
    Silent,
    /// No name of a host could be looked up, or there is no way to it: most likely this machine is offline.
    Offline(String),
}

impl ExternalOutcome {
    /// Whether it may be otherwise in a moment, so that it is asked again next time.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Silent | Self::Offline(_))
            || matches!(self, Self::Refused(429 | 500..))
    }
}

/// An answer, and what there was to read.
#[derive(Debug)]
pub struct Answer {
    /// What the address came to.
    pub outcome: ExternalOutcome,
    /// By what a change can be told; only of what was read.
    pub fingerprint: Option<Fingerprint>,
}

impl Answer {
    /// An answer without anything to read.
    pub fn plain(outcome: ExternalOutcome) -> Self {
        Self { outcome, fingerprint: None }
    }
}
