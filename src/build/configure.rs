//! The settings of a build: `site.toml`, and what the command line puts in its place.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::options::Options;
use crate::config::{Config, read_config};
use crate::content::unread_in_plain_text;
use crate::diagnostic::{Code, Diagnostic, Level, Levels, nearest};
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
    let config = config.map(|config| {
        let levels = levels_of_folders(&config, tree, &mut faults);
        Config { levels, ..config }
    });
    let config = config.map(|config| Config {
        base_url: options.base_url.clone().unwrap_or(config.base_url),
        repository: options.repository.clone().or(config.repository),
        ..config
    });
    (config, faults)
}

/// Whether the settings that were read of an earlier tree are those of this one.
pub fn is_configured(config: &Config, earlier: &SourceTree, tree: &SourceTree) -> bool {
    let is_there = |tree: &SourceTree, name: &str| folder_paths(tree).any(|path| path == name);
    let mut folders = config.checked_folders.iter().map(|folder| folder.value.as_str());
    earlier.settings_text() == tree.settings_text()
        && folders.all(|folder| is_there(earlier, folder) == is_there(tree, folder))
}

/// The folders below `content/`.
fn folder_paths(tree: &SourceTree) -> impl Iterator<Item = &str> {
    tree.folders.iter().flat_map(|folder| with_those_above(&folder.path))
}

/// The levels of faults, where each folder that is not there stands for the one that is most likely meant.
fn levels_of_folders(config: &Config, tree: &SourceTree, faults: &mut Vec<Diagnostic>) -> Levels {
    let mut levels = config.levels.clone();
    let known: BTreeSet<&str> = folder_paths(tree).collect();
    for folder in config.checked_folders.iter().filter(|folder| !known.contains(folder.value.as_str())) {
        let name = folder.value.strip_prefix("content/").unwrap_or(&folder.value);
        let last = || known.iter().copied().find(|path| path.rsplit('/').next() == Some(name));
        let meant = known.get(name).copied().or_else(last).or_else(|| nearest(name, known.iter().copied()));
        let message = format!("there is no folder `content/{}`", folder.value);
        let fault = Diagnostic::warning(Code::UnknownName, message).at(folder.span);
        faults.push(match meant {
            Some(meant) => fault.help(format!("did you mean `{meant}`?")).likely_mended(&folder.value, meant),
            None => fault.help("name a folder by its path below `content/`, or take these lines out"),
        });
        if let Some((meant, kinds)) = meant.zip(levels.folders.get(&folder.value).cloned()) {
            levels.folders.entry(meant.to_owned()).or_insert(kinds);
        }
    }
    levels
}

/// A folder below `content/` and all that hold it, but for `content/` itself.
fn with_those_above(path: &str) -> impl Iterator<Item = &str> {
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    above.chain([path]).filter(|path| !path.is_empty())
}

/// What stands in words of the settings as Markdown, which nobody reads as that.
fn plain_words(config: &Config, file: FileId, source: &Source) -> Vec<Diagnostic> {
    let names = config.names.iter().chain(&config.footer).flatten();
    let links = config.appearance.links.iter().flat_map(|link| &link.names);
    let subjects = config.subjects.iter().flat_map(|subject| &subject.names);
    let weightings = config.weightings.iter().flat_map(|weighting| weighting.names.iter().chain(&weighting.reasons));
    let advice = "a link belongs into `[[theme.links]]`, or into the block `footer` of a template";
    let all = names.chain(links).chain(subjects).chain(weightings);
    let place = |(written, fault): (&str, Diagnostic)| {
        let start = source.text.find(written);
        fault.at(start.map_or(file.top(), |start| file.span(start..start + written.len())))
    };
    all.filter_map(|words| unread_in_plain_text(words, advice)).map(place).collect()
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
