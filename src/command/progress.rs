//! A bar at the foot of a terminal that shows how far a build is, for whoever has waited a second already. Where nobody
//! watches, it is never there.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::build::{Progress, Stage};

/// Builds that take no longer say nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows how far a build is.
pub struct Bar {
    start: Instant,
    bar: Option<ProgressBar>,
    shown: OnceLock<()>,
}

impl Bar {
    /// For a build that began at `start`; `quiet` if nothing is to be shown in any case.
    pub fn new(start: Instant, quiet: bool) -> Self {
        let bar = (!quiet && std::io::stderr().is_terminal()).then(ProgressBar::hidden);
        if let Some((bar, style)) =
            bar.as_ref().zip(ProgressStyle::with_template("{msg:9} {wide_bar} {pos}/{len}").ok())
        {
            bar.set_style(style);
        }
        Self { start, bar, shown: OnceLock::new() }
    }

    /// Takes the bar away, so that what is printed next begins a line.
    pub fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Bar {
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
