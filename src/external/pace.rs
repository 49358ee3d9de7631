//! When a host may be asked next.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The next time at which each host may be asked. A redirect may lead to a host that another thread asks, so that all share it.
#[derive(Debug)]
pub struct Pace {
    pause: Duration,
    next: Mutex<HashMap<String, Instant>>,
}

impl Pace {
    /// With a pause between two requests to one host.
    pub fn new(pause: Duration) -> Self {
        Self { pause, next: Mutex::default() }
    }

    /// Waits until it is one's turn.
    pub fn wait(&self, host: &str) {
        let now = Instant::now();
        let turn = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let turn = next.get(host).map_or(now, |turn| (*turn).max(now));
            next.insert(host.to_owned(), turn + self.pause);
            turn
        };
        thread::sleep(turn.saturating_duration_since(now));
    }

    /// Leaves a host alone for a while.
    pub fn defer(&self, host: &str, for_a_while: Duration) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let later = Instant::now() + for_a_while;
        let turn = next.entry(host.to_owned()).or_insert(later);
        *turn = (*turn).max(later);
    }
}
