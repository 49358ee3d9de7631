//! The site that is served, page by page, and what open pages are told: how they are now, and what is wrong with the site.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use http_body_util::{BodyExt, StreamBody};
use hyper::StatusCode;
use hyper::body::Frame;
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Receiver;

use super::body::ResponseBody;
use super::content_type::is_page;
use super::editor::Desk;
use super::faults::{FaultsOfPage, ShownFault, ShownPlace};
use super::files::{Lookup, SiteFiles, find};
use super::page_state::page_state;

/// Where pages listen. Below no site's own paths: it begins with a name that no slug can have.
pub(super) const EVENTS: &str = "/.muwazana/events";
/// Where the script lies that listens.
pub(super) const SCRIPT: &str = "/.muwazana/reload.js";
/// Where the view is that shows a page in two languages: `?page=` and its path.
pub(super) const SPLIT: &str = "/.muwazana/split";
/// Where pages ask for the editor.
pub(super) const OPEN: &str = "/.muwazana/open";
/// The text of the script.
const RELOAD: &str =
    concat!("(() => {\n", include_str!("swap.js"), include_str!("faults.js"), include_str!("reload.js"), "})();\n");
/// The files of the server itself: the address of each, a name that tells its type, and its text.
pub(super) const OWN_FILES: [(&str, &str, &str); 4] = [
    (SCRIPT, "reload.js", RELOAD),
    (SPLIT, "split.html", include_str!("split.html")),
    ("/.muwazana/split.css", "split.css", include_str!("split.css")),
    ("/.muwazana/split.js", "split.js", include_str!("split.js")),
];
/// What is sent where there is no page to send, not even `404.html`.
pub(super) const NO_SITE: &[u8] =
    b"<!doctype html><html lang=\"en\"><title>Muwazana</title><p>The site has errors.</p>\n";
/// The page that says that there is none.
const MISSING: &str = "404.html";
/// How many pages are known at a time.
const KNOWN_PAGES: usize = 64;

/// How often something is sent though there is nothing to tell, so that a peer that is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The site that is served, and what is wrong with the one that should be.
#[derive(Clone)]
pub(super) struct Served {
    /// The last good site; nothing at first.
    pub(super) files: Option<Arc<dyn SiteFiles>>,
    /// The path that the site lies below; it begins and ends with a slash.
    pub(super) base: Arc<str>,
    /// What is wrong with the site, and with the one that should be.
    pub(super) faults: Arc<[ShownFault]>,
    /// Where the files lie that faults are in, and what opens them there.
    pub(super) desk: Option<Arc<Desk>>,
    /// Pages that were asked for since the site was published: who has heard that one has changed asks for it.
    pub(super) pages: Arc<Mutex<BTreeMap<String, Arc<AnsweredPage>>>>,
}

/// A page as it answers an address.
pub(super) struct AnsweredPage {
    pub(super) status: StatusCode,
    /// Its path in the output folder.
    pub(super) name: String,
    /// Without the script of the server.
    pub(super) html: Bytes,
    /// What [`page_state`] says of it.
    pub(super) state: String,
}

impl Served {
    /// No site.
    pub(super) fn nothing() -> Self {
        Self { files: None, base: "/".into(), faults: Arc::default(), desk: None, pages: Arc::default() }
    }

    /// The page that answers a path as it is written in an address; nothing where that is a file of another kind, or no
    /// site is there yet.
    fn page(&self, path: &str) -> Option<Arc<AnsweredPage>> {
        match self.answer(path)? {
            Resource::Page(page) => Some(page),
            Resource::File(..) | Resource::Slash => None,
        }
    }

    /// What answers a path as it is written in an address; nothing if there is no site yet.
    pub(super) fn answer(&self, path: &str) -> Option<Resource> {
        let files = self.files.as_ref()?;
        if let Some(page) = self.known_pages().get(path) {
            return Some(Resource::Page(page.clone()));
        }
        let decoded = percent_decode_str(path).decode_utf8();
        let (status, name, html) = match decoded.map_or(Lookup::Nothing, |path| find(&**files, &self.base, &path)) {
            Lookup::File(name, bytes) if !is_page(&name) => return Some(Resource::File(name, bytes)),
            Lookup::File(name, bytes) => (StatusCode::OK, name, bytes),
            Lookup::Slash => return Some(Resource::Slash),
            Lookup::Nothing => {
                let missing = files.file(MISSING).unwrap_or_else(|| Bytes::from_static(NO_SITE));
                (StatusCode::NOT_FOUND, MISSING.to_owned(), missing)
            }
        };
        let state = page_state(&**files, &self.base, &html);
        let page = Arc::new(AnsweredPage { status, name, html, state });
        let mut known = self.known_pages();
        // Open pages are few; whoever asks for all of them shall not hold the whole site.
        if known.len() < KNOWN_PAGES {
            known.insert(path.to_owned(), page.clone());
        }
        Some(Resource::Page(page))
    }

    fn known_pages(&self) -> MutexGuard<'_, BTreeMap<String, Arc<AnsweredPage>>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The element that a page gets. It names the page as it was sent, so that a change between its sending and its first
    /// listening is noticed, and one while the server was away.
    pub(super) fn script(&self, page: &AnsweredPage) -> String {
        let (templates, state) = (self.templates(), &page.state);
        format!("<script src=\"{SCRIPT}\" data-templates=\"{templates}\" data-state=\"{state}\"></script>\n")
    }

    fn templates(&self) -> String {
        self.files.as_ref().map(|files| files.templates()).unwrap_or_default()
    }

    /// The paths of drafts as addresses have them, decoded.
    fn drafts(&self) -> Vec<String> {
        let Some(files) = &self.files else { return Vec::new() };
        let address = |path: &String| format!("{}{}", self.base, path.strip_suffix("index.html").unwrap_or(path));
        files.drafts().iter().map(address).collect()
    }

    /// What the page at a path is told: how it is now, and what is wrong.
    fn message(&self, path: Option<&str>) -> Bytes {
        let page = path.and_then(|path| self.page(path));
        let state = page.as_ref().map(|page| page.state.as_str());
        let made_of = match (&self.files, &page) {
            (Some(files), Some(page)) => files.made_of(&page.name),
            _ => Vec::new(),
        };
        let address = |place: &ShownPlace| self.desk.as_ref()?.address(place);
        let data = serde_json::json!({
            "templates": self.templates(),
            "state": state,
            "editor": self.desk.as_ref().is_some_and(|desk| desk.runs_command()),
            "drafts": self.drafts(),
            "faults": FaultsOfPage::new(&self.faults, &made_of, address),
        });
        Bytes::from(format!("retry: 500\ndata: {data}\n\n"))
    }
}

/// What is at an address.
pub(super) enum Resource {
    /// A page, be it the one that says that there is none.
    Page(Arc<AnsweredPage>),
    /// A file of another kind, by its path in the output folder.
    File(String, Bytes),
    /// The address with a slash at its end.
    Slash,
}

/// Server-sent events for the page at a path: one at once, then one whenever the page or what it has to be told has changed.
pub(super) fn stream(served: Receiver<Served>, path: Option<String>) -> ResponseBody {
    let path: Option<Arc<str>> = path.map(Into::into);
    let events = stream::unfold((served, path, None), |(mut served, path, told)| async move {
        loop {
            if told.is_some() {
                match tokio::time::timeout(HEARTBEAT, served.changed()).await {
                    Ok(changed) => changed.ok()?,
                    Err(_) => {
                        let message = Bytes::from_static(b":\n\n");
                        return Some((Ok::<_, Infallible>(Frame::data(message)), (served, path, told)));
                    }
                }
            }
            let (now, of) = (served.borrow_and_update().clone(), path.clone());
            // The page may have to be made first; others are told meanwhile.
            let message = tokio::task::spawn_blocking(move || now.message(of.as_deref())).await.ok()?;
            if told.as_ref() != Some(&message) {
                return Some((Ok(Frame::data(message.clone())), (served, path, Some(message))));
            }
        }
    });
    StreamBody::new(events).boxed_unsync()
}
