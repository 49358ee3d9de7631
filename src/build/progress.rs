//! How far a build is, for whoever shows it.

/// A stage of a build that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Language files are parsed.
    Parse,
    /// Pages are rendered.
    Render,
}

/// Is told how far a build is. Called from many threads.
pub trait Progress: Sync {
    /// A stage begins, with so many steps.
    fn begin(&self, _stage: Stage, _steps: usize) {}

    /// A step of the stage is done.
    fn step(&self) {}
}

/// Tells nobody.
#[derive(Debug)]
pub struct NoProgress;

impl Progress for NoProgress {}
