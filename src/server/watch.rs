//! Hears of changes under the site's root and says so once, after they have settled.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

/// Editors write a file in several steps; this is how long they may take.
const SETTLE: Duration = Duration::from_millis(50);

/// What a site is made of; everything else under the root may change as it likes.
const WATCHED: [&str; 4] = ["site.toml", "content", "templates", "static"];

/// Calls `changed` whenever something that the site is made of has changed. Does not return while that works.
pub fn watch(root: &Path, changed: impl Fn()) -> io::Result<()> {
    let root = root.canonicalize()?;
    let (send, events) = std::sync::mpsc::channel::<DebounceEventResult>();
    let mut debouncer = new_debouncer(SETTLE, None, send).map_err(io::Error::other)?;
    // The root itself is watched for site.toml and for folders that come later.
    debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    let mut folders = Vec::new();
    let mut watch_new = |debouncer: &mut notify_debouncer_full::Debouncer<_, _>| {
        for folder in ["content", "templates", "static"].map(|name| root.join(name)) {
            if !folders.contains(&folder)
                && folder.is_dir()
                && debouncer.watch(&folder, RecursiveMode::Recursive).is_ok()
            {
                folders.push(folder);
            }
        }
    };
    watch_new(&mut debouncer);
    while let Ok(result) = events.recv() {
        let relevant = result.unwrap_or_default().iter().any(|event| {
            !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_watched(&root, path))
        });
        if relevant {
            watch_new(&mut debouncer);
            changed();
        }
    }
    Ok(())
}

fn is_watched(root: &Path, path: &Path) -> bool {
    let below: PathBuf = path.strip_prefix(root).unwrap_or(path).into();
    let first = below.iter().next().map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    let hidden = below.iter().any(|part| part.to_string_lossy().starts_with('.'));
    WATCHED.contains(&first.as_str()) && !hidden
}
