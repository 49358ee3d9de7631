//! Connections, so many and no more, none of which can stand idle for ever: what a peer owes it has to send in time.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch::Receiver;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::AbortHandle;
use tokio::time::{Instant, Sleep};

use super::events::Served;
use super::http;

/// How long to rest when no connection can be accepted, such as for want of descriptors.
const REST: Duration = Duration::from_millis(50);

/// What connections may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many may be open at a time. Below the 256 descriptors that some systems give a process.
    pub connections: usize,
    /// How long the head of a request may take, from the opening or from the last answer.
    pub head: Duration,
    /// How long a peer may read nothing of what is sent to it.
    pub stall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 128, head: Duration::from_secs(10), stall: Duration::from_secs(30) }
    }
}

/// Accepts connections and answers on them. Does not return.
pub(super) async fn accept(listener: TcpListener, limits: Limits, served: Receiver<Served>) {
    let room = Arc::new(Semaphore::new(limits.connections));
    let mut unused = UnusedConnections::default();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(REST).await;
            continue;
        };
        if room.available_permits() == 0 {
            unused.end_oldest();
        }
        // The semaphore is never closed.
        let Ok(permit) = room.clone().acquire_owned().await else { return };
        let has_asked = Arc::new(AtomicBool::new(false));
        let task = tokio::spawn(serve(stream, limits, served.clone(), has_asked.clone(), permit));
        unused.add(has_asked, task.abort_handle());
    }
}

async fn serve(
    stream: TcpStream,
    limits: Limits,
    served: Receiver<Served>,
    has_asked: Arc<AtomicBool>,
    _permit: OwnedSemaphorePermit,
) {
    let _ = stream.set_nodelay(true); // It is as right without, but slower.
    let service = service_fn(|request| {
        has_asked.store(true, Ordering::Relaxed);
        let served = served.clone();
        async move { Ok::<_, Infallible>(http::answer(served, request).await) }
    });
    let stream = TimedStream { stream: TokioIo::new(stream), stall: limits.stall, deadline: None };
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let _ = protocol.serve_connection(stream, service).await; // Peers may leave whenever they like.
}

/// Connections on which nothing has been asked yet, oldest first. When there is no room they make it, so that peers that
/// only connect keep nobody else out.
#[derive(Default)]
struct UnusedConnections(VecDeque<(Arc<AtomicBool>, AbortHandle)>);

impl UnusedConnections {
    fn add(&mut self, has_asked: Arc<AtomicBool>, task: AbortHandle) {
        self.0.retain(|(has_asked, task)| !has_asked.load(Ordering::Relaxed) && !task.is_finished());
        self.0.push_back((has_asked, task));
    }

    fn end_oldest(&mut self) {
        while let Some((has_asked, task)) = self.0.pop_front() {
            if !has_asked.load(Ordering::Relaxed) && !task.is_finished() {
                return task.abort();
            }
        }
    }
}

/// A stream on which writing fails once the peer has taken nothing for some time.
struct TimedStream {
    stream: TokioIo<TcpStream>,
    stall: Duration,
    deadline: Option<Pin<Box<Sleep>>>,
}

impl TimedStream {
    /// Passes on the result of a write, or fails when it has been pending for too long.
    fn limit<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.deadline = None;
            return written;
        }
        let until = Instant::now() + self.stall;
        let deadline = self.deadline.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(until)));
        deadline.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl Read for TimedStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for TimedStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.limit(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.limit(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
