//! Tells whether a file has changed without reading it, by its size, times and inode. Two changes within one tick of the
//! file system's clock can leave the same stamp: whoever takes a stamp has to rule that out.

use serde::{Deserialize, Serialize};

/// A file's size, times and identity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// In bytes.
    size: u64,
    /// When its bytes were last changed, in nanoseconds since 1970.
    modified: u128,
    /// When anything about it was last changed, likewise; 0 where the platform does not say.
    changed: u128,
    /// Which file it is; 0 where the platform does not say.
    identity: u64,
}

impl Stamp {
    /// The stamp of a file; `None` where the platform keeps no times.
    pub fn of(data: &std::fs::Metadata) -> Option<Self> {
        let modified = data.modified().ok()?.duration_since(std::time::SystemTime::UNIX_EPOCH).ok()?.as_nanos();
        #[cfg(unix)]
        let (changed, identity) = {
            use std::os::unix::fs::MetadataExt;
            let seconds = u128::try_from(data.ctime()).ok()?;
            (seconds * 1_000_000_000 + u128::try_from(data.ctime_nsec()).ok()?, data.ino())
        };
        #[cfg(not(unix))]
        let (changed, identity) = (0, 0);
        Some(Self { size: data.len(), modified, changed, identity })
    }

    /// The stamp of this very program's file; `None` where that cannot be told.
    pub fn of_program() -> Option<Self> {
        std::env::current_exe().and_then(std::fs::metadata).ok().and_then(|data| Self::of(&data))
    }

    /// The same but for what a renaming changes.
    pub fn of_content(self) -> Self {
        Self { changed: 0, ..self }
    }

    /// Whether its times are those of a clock that counts whole seconds.
    pub fn counts_seconds(self) -> bool {
        self.modified.is_multiple_of(1_000_000_000)
    }

    /// Whether it was last changed before a time in nanoseconds since 1970.
    pub fn is_older_than(self, time: u128) -> bool {
        self.modified.max(self.changed) < time
    }
}
