//! What tells builds apart that cannot use one another's results.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::tree::Stamp;

/// Everything beside the site's files that decides what is built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildKey {
    /// The program's file: another program of the same version may make another site.
    pub program: Stamp,
    /// In place of the one in site.toml.
    pub base_url: Option<String>,
    /// In place of the one in site.toml.
    pub repository: Option<String>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// The commit whose history tells when pages were last changed.
    pub commit: Option<String>,
    /// The output folder.
    pub output: PathBuf,
}
