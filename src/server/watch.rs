//! Hears of changes under the site's root and says so once, after they have settled.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// Editors write a file in several steps; this is how long they may take.
const SETTLE: Duration = Duration::from_millis(50);

/// What a site is made of; everything else under the root may change as it likes.
const WATCHED: [&str; 4] = ["site.toml", "content", "templates", "static"];

/// Hears of changes from the moment at which it begins, so that none between a first build and the first wait is missed.
pub struct Watch {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: Receiver<DebounceEventResult>,
    folders: Vec<PathBuf>,
}

impl Watch {
    /// Begins to listen.
    pub fn begin(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let (send, events) = channel();
        let mut debouncer = new_debouncer(SETTLE, None, send).map_err(io::Error::other)?;
        // The root itself is watched for site.toml and for folders that come later.
        debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        let mut watch = Self { root, debouncer, events, folders: Vec::new() };
        watch.watch_new();
        Ok(watch)
    }

    /// Calls `changed` whenever something that the site is made of has changed. Does not return while that works.
    pub fn run(mut self, changed: impl Fn()) {
        while let Ok(result) = self.events.recv() {
            let relevant = result.unwrap_or_default().iter().any(|event| {
                !matches!(event.kind, EventKind::Access(_))
                    && event.paths.iter().any(|path| is_watched(&self.root, path))
            });
            if relevant {
                self.watch_new();
                changed();
            }
        }
    }

    fn watch_new(&mut self) {
        for folder in ["content", "templates", "static"].map(|name| self.root.join(name)) {
            if !self.folders.contains(&folder)
                && folder.is_dir()
                && self.debouncer.watch(&folder, RecursiveMode::Recursive).is_ok()
            {
                self.folders.push(folder);
            }
        }
    }
}

fn is_watched(root: &Path, path: &Path) -> bool {
    let below: PathBuf = path.strip_prefix(root).unwrap_or(path).into();
    let first = below.iter().next().map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    let hidden = below.iter().any(|part| part.to_string_lossy().starts_with('.'));
    WATCHED.contains(&first.as_str()) && !hidden
}
