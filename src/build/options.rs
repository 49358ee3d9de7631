//! How to build.

use crate::text::{BaseUrl, Date, WebAddress};

/// What is asked of a build beside the files of the site.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// In place of the one in site.toml.
    pub base_url: Option<BaseUrl>,
    /// Whether pages that are marked as drafts are part of the site.
    pub drafts: bool,
    /// The day against which `review_by` of sources is held; nothing leaves that out.
    pub today: Option<Date>,
    /// In place of the one in site.toml.
    pub repository: Option<WebAddress>,
    /// Whether the addresses of other sites are gathered, which are asked by `check --external`.
    pub addresses: bool,
    /// The commit whose history tells when pages were last changed that do not say so; nothing leaves that out.
    pub commit: Option<String>,
    /// Whether only what is wrong is asked for: then nothing is made in which nothing can be wrong.
    pub faults_only: bool,
}
