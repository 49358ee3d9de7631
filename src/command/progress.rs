//! A bar at the foot of a terminal that shows how far a build is, for whoever has waited a second already. Where nobody
//! watches, it is never there.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::build::{Sink, Stage};
use crate::render::Output;
use crate::tree::Stamp;

/// Builds that take no longer say nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Hands files on, and shows how far the build is.
pub struct Progress<'a> {
    sink: &'a dyn Sink,
    start: Instant,
    bar: Option<ProgressBar>,
    shown: OnceLock<()>,
}

impl<'a> Progress<'a> {
    /// For a build that began at `start`; `quiet` if nothing is to be shown in any case.
    pub fn new(sink: &'a dyn Sink, start: Instant, quiet: bool) -> Self {
        let bar = (!quiet && std::io::stderr().is_terminal()).then(ProgressBar::hidden);
        if let Some((bar, style)) =
            bar.as_ref().zip(ProgressStyle::with_template("{msg:9} {wide_bar} {pos}/{len}").ok())
        {
            bar.set_style(style);
        }
        Self { sink, start, bar, shown: OnceLock::new() }
    }

    /// Takes the bar away, so that what is printed next begins a line.
    pub fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

impl Sink for Progress<'_> {
    fn take(&self, output: Output) {
        self.sink.take(output);
    }

    fn restart(&self) {
        self.sink.restart();
    }

    fn keep(&self, path: &str) {
        self.sink.keep(path);
    }

    fn stands(&self, path: &str, stamp: Stamp) -> bool {
        self.sink.stands(path, stamp)
    }

    fn begin(&self, stage: Stage, steps: usize) {
        let Some(bar) = &self.bar else { return };
        bar.set_message(match stage {
            Stage::Parse => "reading",
            Stage::Render => "rendering",
        });
        bar.set_length(steps as u64);
        bar.set_position(0);
    }

    fn step(&self) {
        let Some(bar) = &self.bar else { return };
        if self.start.elapsed() > PATIENCE {
            self.shown.get_or_init(|| bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        bar.inc(1);
    }
}
