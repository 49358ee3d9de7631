//! The settings of a build: `site.toml`, and what the command line puts in its place.

use super::options::Options;
use crate::config::{Config, read_config};
use crate::diagnostic::{Code, Diagnostic};
use crate::tree::SourceTree;

/// The settings; `None` without a usable `site.toml`.
pub fn configure(tree: &SourceTree, options: &Options) -> (Option<Config>, Vec<Diagnostic>) {
    let Some(file) = tree.site else {
        let fault = Diagnostic::error(Code::NoSite, "there is no site.toml here")
            .help("run this in the folder that holds site.toml, or name that folder with --root");
        return (None, if tree.settings_is_symlink { Vec::new() } else { vec![fault] });
    };
    let mut faults = Vec::new();
    let config = read_config(file.top(), tree.sources.get(file), &mut faults);
    let config = config.map(|config| Config {
        base_url: options.base_url.clone().unwrap_or(config.base_url),
        repository: options.repository.clone().or(config.repository),
        ..config
    });
    (config, faults)
}
