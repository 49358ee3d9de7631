//! Hears of changes under the site's root and tells what has changed. Watches break when what they watch is moved or
//! removed: then all of them are set up again. Where the system cannot watch, the files are polled.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::change::{Batch, FOLDERS, Locations, Relevance};
use super::poll::FileStamps;
use crate::tree::Change;

/// How often the files are polled; less often where that would take more than a tenth of the time.
const INTERVAL: Duration = Duration::from_millis(500);
/// How often to check whether a root that went has come back.
const RETURN: Duration = Duration::from_millis(100);
/// How long folders that vanish while they are being watched may keep the watches from being set up.
const PATIENCE: Duration = Duration::from_secs(5);

/// How changes are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WatchMethod {
    /// The system tells; where it cannot, as `Poll`.
    #[default]
    Auto,
    /// The times of all files are compared about twice a second: for file systems that send no events, such as network
    /// shares.
    Poll,
}

/// Hears of changes from the moment at which it begins, so that none between a first build and the first wait is missed.
pub struct Watch {
    root: PathBuf,
    locations: Locations,
    backend: Backend,
    warn: Box<dyn Fn(&str) + Send>,
}

/// Where changes come from.
enum Backend {
    /// The system's events; and, once events were lost, the stamps to compare with when that happens again.
    Native {
        watcher: RecommendedWatcher,
        events: Receiver<notify::Result<Event>>,
        batch: Batch,
        stamps: Option<FileStamps>,
    },
    /// The stamps of the last poll.
    Poll(FileStamps),
}

/// Why the watches could not be set up.
enum SetupError {
    /// Something vanished meanwhile; it is worth trying again.
    Vanished,
    /// The system cannot; what is to be told.
    Unable(String),
}

impl Watch {
    /// Begins to listen. `warn` is told, once, why the system cannot watch and files are polled instead. Fails if
    /// the root cannot be found.
    pub fn begin(root: &Path, method: WatchMethod, warn: impl Fn(&str) + Send + 'static) -> io::Result<Self> {
        let root = std::path::absolute(root)?;
        let locations = Locations::of(&root)?;
        let backend = Backend::Poll(FileStamps::default());
        let mut watch = Self { root, locations, backend, warn: Box::new(warn) };
        match method {
            WatchMethod::Auto => watch.set_up(),
            WatchMethod::Poll => watch.backend = Backend::Poll(FileStamps::at(&watch.locations)),
        }
        Ok(watch)
    }

    /// Calls `changed` with whatever changes, one call after the other. Does not return.
    pub fn run(mut self, mut changed: impl FnMut(Change)) {
        loop {
            self.next().into_iter().for_each(&mut changed);
        }
    }

    /// Waits for the next changes.
    fn next(&mut self) -> Vec<Change> {
        match &mut self.backend {
            Backend::Native { .. } => self.listen(),
            Backend::Poll(_) => self.poll(),
        }
    }

    fn poll(&mut self) -> Vec<Change> {
        let Backend::Poll(earlier) = &mut self.backend else { return Vec::new() };
        let before = Instant::now();
        // While the root is missing, the last stamps stay.
        let Ok(locations) = Locations::of(&self.root) else {
            std::thread::sleep(INTERVAL);
            return Vec::new();
        };
        let now = FileStamps::at(&locations);
        let changes = now.since(earlier);
        self.locations = locations;
        *earlier = now;
        if changes.is_empty() {
            std::thread::sleep(INTERVAL.max(before.elapsed() * 10));
        }
        changes
    }

    fn listen(&mut self) -> Vec<Change> {
        let Backend::Native { watcher, events, batch, stamps } = &mut self.backend else { return Vec::new() };
        let mut lost = false;
        let mut moved_out = 0_usize;
        let changes = loop {
            let received = match batch.deadline() {
                Some(deadline) => events.recv_timeout(deadline.saturating_duration_since(Instant::now())),
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let now = Instant::now();
            match received {
                Ok(Ok(event)) if event.need_rescan() => {
                    lost = true;
                    batch.everything(now);
                }
                Ok(Ok(event)) => {
                    match event.kind {
                        EventKind::Modify(ModifyKind::Name(RenameMode::From)) => moved_out += 1,
                        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
                            moved_out = moved_out.saturating_sub(1);
                        }
                        _ => {}
                    }
                    record(&self.locations, &event, batch, now);
                }
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => batch.everything(now),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let changes = batch.take(now);
            if !changes.is_empty() {
                break changes;
            }
        };
        if changes == [Change::Everything] {
            let earlier = stamps.take();
            return self.start_again(earlier, lost);
        }
        if cfg!(target_os = "linux") && catch_up(watcher, &self.locations, moved_out > 0).is_err() {
            batch.everything(Instant::now());
        }
        changes
    }

    /// Sets everything up again. Where events were lost a second time, only files with other stamps have changed: reading
    /// all files makes events, too, and those could be too many for the queue again, and so for ever.
    fn start_again(&mut self, earlier: Option<FileStamps>, lost: bool) -> Vec<Change> {
        self.set_up();
        if !lost {
            return vec![Change::Everything];
        }
        let now = FileStamps::at(&self.locations);
        let changes = earlier.map_or_else(|| vec![Change::Everything], |earlier| now.since(&earlier));
        if let Backend::Native { stamps, .. } = &mut self.backend {
            *stamps = Some(now);
        }
        changes
    }

    /// Watches what is there now, with new watches throughout; waits for a root that is missing.
    fn set_up(&mut self) {
        let mut begun = Instant::now();
        loop {
            let Ok(locations) = Locations::of(&self.root) else {
                std::thread::sleep(RETURN);
                begun = Instant::now();
                continue;
            };
            self.locations = locations;
            match native(&self.locations) {
                Ok((watcher, events)) => {
                    self.backend = Backend::Native { watcher, events, batch: Batch::default(), stamps: None };
                    return;
                }
                Err(SetupError::Vanished) if begun.elapsed() < PATIENCE => std::thread::sleep(RETURN / 10),
                Err(SetupError::Vanished) => return self.fall_back("folders vanish while they are being watched"),
                Err(SetupError::Unable(reason)) => return self.fall_back(&reason),
            }
        }
    }

    fn fall_back(&mut self, reason: &str) {
        self.backend = Backend::Poll(FileStamps::at(&self.locations));
        (self.warn)(reason);
    }
}

/// A watcher of all that matters, and its events.
fn native(locations: &Locations) -> Result<(RecommendedWatcher, Receiver<notify::Result<Event>>), SetupError> {
    let (send, events): (Sender<notify::Result<Event>>, _) = channel();
    let handler = move |heard: notify::Result<Event>| {
        // Reading makes many events, too, and changes nothing.
        let matters = heard.as_ref().map_or(true, |event| !is_reading(event.kind));
        if matters {
            let _ = send.send(heard); // Nobody listens any more while the watches are set up again.
        }
    };
    let mut watcher = RecommendedWatcher::new(handler, Config::default().with_follow_symlinks(false))
        .map_err(|error| setup_error(&error))?;
    // The root is watched for site.toml and for folders that go and come.
    watcher.watch(&locations.root, RecursiveMode::NonRecursive).map_err(|error| setup_error(&error))?;
    watch_folders(&mut watcher, locations)?;
    if let Some(repository) = &locations.repository {
        let [own, logs, branches] = repository.folders();
        watch_if_there(&mut watcher, &own, RecursiveMode::NonRecursive)?;
        watch_if_there(&mut watcher, &logs, RecursiveMode::NonRecursive)?;
        watch_if_there(&mut watcher, &branches, RecursiveMode::Recursive)?;
    }
    Ok((watcher, events))
}

/// Waits until the folders that events have told of are watched, so that who reads them after this misses nothing. The
/// watcher of Linux adds such watches after it has sent the events, but before it answers the next request.
///
/// When something was moved to where no watch was yet, such as into a folder made a moment ago, that watcher may have
/// taken the watch of its new place for the one of its old place, and removed it. Then all are asked for again.
fn catch_up(watcher: &mut RecommendedWatcher, locations: &Locations, has_moved_out: bool) -> Result<(), SetupError> {
    watcher.watch(&locations.root, RecursiveMode::NonRecursive).map_err(|error| setup_error(&error))?;
    match has_moved_out {
        true => watch_folders(watcher, locations),
        false => Ok(()),
    }
}

fn watch_folders(watcher: &mut RecommendedWatcher, locations: &Locations) -> Result<(), SetupError> {
    FOLDERS
        .iter()
        .try_for_each(|folder| watch_if_there(watcher, &locations.root.join(folder), RecursiveMode::Recursive))
}

fn watch_if_there(watcher: &mut RecommendedWatcher, folder: &Path, mode: RecursiveMode) -> Result<(), SetupError> {
    match folder.is_dir() {
        true => watcher.watch(folder, mode).map_err(|error| setup_error(&error)),
        false => Ok(()),
    }
}

fn setup_error(error: &notify::Error) -> SetupError {
    match &error.kind {
        ErrorKind::PathNotFound => SetupError::Vanished,
        ErrorKind::Io(error) if error.kind() == io::ErrorKind::NotFound => SetupError::Vanished,
        ErrorKind::MaxFilesWatch => {
            SetupError::Unable("the system watches no more folders (fs.inotify.max_user_watches)".to_owned())
        }
        _ => SetupError::Unable(error.to_string()),
    }
}

fn is_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Sorts an event into the batch.
fn record(locations: &Locations, event: &Event, batch: &mut Batch, now: Instant) {
    let comes_or_goes =
        matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
    let is_end = match event.kind {
        EventKind::Create(kind) => kind == CreateKind::Folder,
        EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => true,
        EventKind::Access(_) => !is_reading(event.kind),
        _ => false,
    };
    for path in &event.paths {
        match locations.relevance(path) {
            Relevance::RootFolder if comes_or_goes => batch.everything(now),
            Relevance::Inside(path) if is_end => batch.finish(path, now),
            Relevance::Inside(path) => batch.write(path, now),
            Relevance::Commit => batch.commit(now),
            Relevance::RootFolder | Relevance::Foreign => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::{Arc, Mutex};

    fn paths(path: &str) -> Vec<Change> {
        vec![Change::Paths([path.to_owned()].into())]
    }

    #[test]
    fn events_lost_again_are_told_by_stamps() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("content/a")).expect("a folder");
        let mut watch = Watch::begin(folder.path(), WatchMethod::Auto, |_| ()).expect("a root");
        assert_eq!(watch.start_again(None, false), [Change::Everything]);
        assert_eq!(watch.start_again(None, true), [Change::Everything]);
        let mut lose_again = || {
            let Backend::Native { stamps, .. } = &mut watch.backend else { panic!("it polls") };
            let earlier = stamps.take();
            watch.start_again(earlier, true)
        };
        assert_eq!(lose_again(), [], "reading is no change");
        fs::write(folder.path().join("content/a/en.md"), "new").expect("written");
        assert_eq!(lose_again(), paths("content/a/en.md"));
        assert_eq!(lose_again(), []);
    }

    #[test]
    fn where_the_system_cannot_watch_it_is_said_once_and_files_are_polled() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("content")).expect("a folder");
        let said = Arc::new(Mutex::new(Vec::new()));
        let warn = {
            let said = said.clone();
            move |reason: &str| said.lock().expect("alone").push(reason.to_owned())
        };
        let mut watch = Watch::begin(folder.path(), WatchMethod::Auto, warn).expect("a root");
        let SetupError::Unable(reason) = setup_error(&notify::Error::new(ErrorKind::MaxFilesWatch)) else {
            panic!("it is worth no second attempt")
        };
        watch.fall_back(&reason);
        for n in 0..3 {
            fs::write(folder.path().join("content/en.md"), "x".repeat(n)).expect("written");
            let mut told = Vec::new();
            while told.is_empty() {
                told = watch.next();
            }
            assert_eq!(told, paths("content/en.md"));
        }
        let said = said.lock().expect("alone");
        assert!(said.len() == 1 && said[0].contains("max_user_watches"), "{said:?}");
    }
}
