//! What other sites answer: the only room that speaks to them. It is asked by `check --external` alone; no build, server or
//! editor needs the network.
//!
//! Addresses are asked politely: one request at a time to a host, with a pause between two, few hosts at once, `Retry-After`
//! kept, nothing read that is not needed, and what was answered lately not asked again. Only `http` and `https` are spoken,
//! and nothing in a private network is asked unless that is wished, so that a text from elsewhere cannot make this machine
//! speak to its neighbours; redirects are held to the same.

mod answer;
mod client;
mod findings;
mod fingerprint;
mod pace;
mod reach;
mod records;
mod survey;

use std::time::Duration;

pub use findings::findings;
pub use survey::{Survey, survey};

use crate::text::Date;

/// How other sites are asked.
#[derive(Clone, Debug)]
pub struct ExternalOptions {
    /// The day of asking.
    pub today: Date,
    /// For how many days an answer is good.
    pub max_age: u32,
    /// Between two requests to one host.
    pub pause: Duration,
    /// How long a whole request may take, with its answer.
    pub timeout: Duration,
    /// Whether hosts in private networks, and this machine, are asked.
    pub reach: Reach,
    /// Where those who run other sites find this one.
    pub contact: String,
}

/// Which hosts are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those on the open internet.
    Public,
    /// Those of private networks, too.
    Everywhere,
}
