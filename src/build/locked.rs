//! Locks of a build.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The value behind a lock, also if a thread has panicked while it held it: each change of such a value is one call.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
