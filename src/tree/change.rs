//! What has changed under the root of a site that is being edited.

use std::collections::BTreeSet;

/// A change of a site's files, as whoever watches them tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Files or folders that have changed, come or gone, relative to the root with `/` between the parts, such as
    /// `content/about/en.md`. Below a folder anything may be new: it has to be listed again. All of them lie in
    /// `content`, `templates` or `static`, or are `site.toml`; no part of a path begins with a dot.
    Paths(BTreeSet<String>),
    /// Another commit may be checked out, so that the history tells other things. Changed files are told apart from it.
    Commit,
    /// Anything may have changed, the commit included: events were lost, or a root folder went or came back.
    Everything,
}
