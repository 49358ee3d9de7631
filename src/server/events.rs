//! What open pages are told: that the site has changed, that this is another run, and what is wrong with the site.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use futures_util::stream;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;
use tokio::sync::watch::Receiver;

use super::body::ResponseBody;
use super::files::SiteFiles;

/// Where pages listen. Below no site's own paths: it begins with a name that no slug can have.
pub(super) const EVENTS: &str = "/.muwazana/events";
/// Where the script lies that listens.
pub(super) const SCRIPT: &str = "/.muwazana/reload.js";
/// Its text.
pub(super) const RELOAD: &str = include_str!("reload.js");

/// How often something is sent though there is nothing to tell, so that a peer that is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The site that is served, and what is wrong with the one that should be.
#[derive(Clone)]
pub(super) struct Served {
    /// Names this run of the program.
    pub(super) run: Arc<str>,
    /// How many sites were published in this run; 0 as long as there is none.
    pub(super) version: u64,
    /// The last good site; nothing at first.
    pub(super) files: Option<Arc<dyn SiteFiles>>,
    /// The path that the site lies below; it begins and ends with a slash.
    pub(super) base: Arc<str>,
    /// The errors that keep a newer site from being published, as text; empty if there are none.
    pub(super) errors: Arc<str>,
}

impl Served {
    /// No site, in a run unlike any other.
    pub(super) fn nothing() -> Self {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let run = format!("{:x}-{:x}", std::process::id(), since_epoch.as_nanos());
        Self { run: run.into(), version: 0, files: None, base: "/".into(), errors: "".into() }
    }

    /// The element that a page gets. The page is of this very site, so that a change between its sending and its first
    /// listening is noticed.
    pub(super) fn script(&self) -> String {
        format!("<script src=\"{SCRIPT}\" data-run=\"{}\" data-version=\"{}\"></script>\n", self.run, self.version)
    }

    fn message(&self) -> Bytes {
        let data = serde_json::json!({
            "run": &*self.run, "version": self.version, "errors": &*self.errors,
        });
        Bytes::from(format!("retry: 500\ndata: {data}\n\n"))
    }
}

/// Server-sent events: one at once, then one a change. Each has the fields of [`Served`] but the site.
pub(super) fn stream(served: Receiver<Served>) -> ResponseBody {
    let events = stream::unfold((served, true), |(mut served, is_first)| async move {
        let message = if is_first {
            served.borrow_and_update().message()
        } else {
            match tokio::time::timeout(HEARTBEAT, served.changed()).await {
                Ok(changed) => {
                    changed.ok()?;
                    served.borrow_and_update().message()
                }
                Err(_) => Bytes::from_static(b":\n\n"),
            }
        };
        Some((Ok::<_, Infallible>(Frame::data(message)), (served, false)))
    });
    StreamBody::new(events).boxed_unsync()
}
