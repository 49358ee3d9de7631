//! The site on this machine while it is written: answered over HTTP as GitHub Pages would, watched for changes, and
//! followed by open pages. What is served comes from outside: whoever hears of a change publishes the next site.

mod body;
mod change;
mod conditional;
mod connections;
mod content_type;
mod editor;
mod events;
mod faults;
mod files;
mod http;
mod page_state;
mod poll;
mod watch;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::Sender;

pub use connections::Limits;
pub use editor::Editor;
pub use faults::ShownFault;
pub use files::SiteFiles;
pub use watch::{Watch, WatchMethod};

use editor::Desk;
use events::Served;

/// How many files can be made at a time; more wait.
const BLOCKING_THREADS: usize = 16;

/// A bound listener, and the site that it answers with.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    limits: Limits,
    served: Arc<Sender<Served>>,
}

/// Replaces the site that a server answers with. Clones share one server.
#[derive(Clone)]
pub struct Publisher(Arc<Sender<Served>>);

impl Server {
    /// Takes a port on 127.0.0.1; 0 takes any that is free. Connections wait until [`run`](Self::run).
    pub fn bind(port: u16) -> io::Result<Self> {
        Self::bind_with(port, Limits::default())
    }

    /// The same with other limits.
    pub fn bind_with(port: u16, limits: Limits) -> io::Result<Self> {
        let runtime =
            Builder::new_current_thread().enable_io().enable_time().max_blocking_threads(BLOCKING_THREADS).build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))?;
        let address = listener.local_addr()?;
        let served = Arc::new(Sender::new(Served::nothing()));
        Ok(Self { runtime, listener, address, limits, served })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets pages lead an editor to the places of faults in the files below a root. Fails if the root cannot be found.
    pub fn set_editor(&self, root: &Path, editor: Editor) -> io::Result<()> {
        let desk = Arc::new(Desk::new(root, editor)?);
        self.served.send_modify(|served| served.desk = Some(desk));
        Ok(())
    }

    /// Where a page is shown in two of its languages side by side, by its path.
    pub fn side_by_side(&self, path: &str) -> String {
        format!("http://{}{}?page={path}", self.address, events::SPLIT)
    }

    /// What the answers come from.
    pub fn publisher(&self) -> Publisher {
        Publisher(self.served.clone())
    }

    /// Answers on this thread. Does not return.
    pub fn run(self) {
        let served = self.served.subscribe();
        self.runtime.block_on(connections::accept(self.listener, self.limits, served));
    }
}

impl Publisher {
    /// Answers with this site from now on, below the path `base`, which begins and ends with a slash. Open pages that are
    /// others now follow, and all show what is wrong.
    pub fn publish(&self, base: &str, files: Arc<dyn SiteFiles>, faults: Vec<ShownFault>) {
        self.0.send_modify(|served| {
            (served.base, served.files) = (base.into(), Some(files));
            (served.faults, served.pages) = (faults.into(), Arc::default());
        });
    }
}
