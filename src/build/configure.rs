//! The settings of a build: `site.toml`, and what the command line puts in its place.

use std::borrow::Cow;

use super::options::Options;
use crate::config::{Config, read_config};
use crate::content::markup_in_plain_text;
use crate::diagnostic::{Code, Diagnostic, Level, Levels};
use crate::text::{FileId, Source};
use crate::tree::SourceTree;

/// The settings; `None` without a usable `site.toml`.
pub fn configure(tree: &SourceTree, options: &Options) -> (Option<Config>, Vec<Diagnostic>) {
    let Some(file) = tree.site else {
        let fault = Diagnostic::error(Code::NoSite, "there is no site.toml here")
            .help("run this in the folder that holds site.toml, or name that folder with --root");
        return (None, if tree.settings_are_reported { Vec::new() } else { vec![fault] });
    };
    let mut faults = Vec::new();
    let config = read_config(file.top(), tree.sources.get(file), &mut faults);
    faults.extend(config.iter().flat_map(|config| plain_words(config, file, tree.sources.get(file))));
    let config = config.map(|config| Config {
        base_url: options.base_url.clone().unwrap_or(config.base_url),
        repository: options.repository.clone().or(config.repository),
        ..config
    });
    (config, faults)
}

/// What stands in words of the settings as Markdown, which nobody reads as that.
fn plain_words(config: &Config, file: FileId, source: &Source) -> Vec<Diagnostic> {
    let names = config.names.iter().chain(&config.footer).flatten();
    let links = config.appearance.links.iter().flat_map(|link| &link.names);
    let subjects = config.subjects.iter().flat_map(|subject| &subject.names);
    let weightings = config.weightings.iter().flat_map(|weighting| weighting.names.iter().chain(&weighting.reasons));
    let marked = names.chain(links).chain(subjects).chain(weightings).filter_map(|words| markup_in_plain_text(words));
    let fault = |markup: &str| {
        let message = format!("this text is shown as it is written, and readers see the signs of `{markup}`");
        let at = source.text.find(markup).map_or(file.top(), |start| file.span(start..start + markup.len()));
        let help =
            "write the words alone; a link belongs into `[[theme.links]]`, or into the block `footer` of a template";
        Diagnostic::warning(Code::Markup, message).at(at).help(help)
    };
    marked.map(fault).collect()
}

/// How bad each kind of fault is to the site: as its settings say. Where nothing is compared and no source is listed, as in a
/// manual, figures need none unless the settings say otherwise.
pub fn levels<'a>(config: &'a Config, tree: &SourceTree) -> Cow<'a, Levels> {
    if tree.bibliography.is_some() || !config.subjects.is_empty() {
        return Cow::Borrowed(&config.levels);
    }
    let mut levels = config.levels.clone();
    levels.site.entry(Code::UncitedFigure).or_insert(Level::Off);
    Cow::Owned(levels)
}
