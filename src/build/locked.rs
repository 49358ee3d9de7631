//! Locks of a build.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The value behind a lock; what a thread that panicked has left of it is as good as what it has not.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
