//! `[check]`: how bad each kind of fault is, for the whole site and for folders. What is misspelt in it is told, and taken as it
//! was most likely meant: else all that it was to keep back would be told as well.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Level, Levels, nearest};
use crate::fields::Fields;
use crate::text::Located;

/// The name of a folder below `content/` for which faults have levels of their own, without slashes around it, and where it
/// stands.
pub type CheckedFolder = Located<String>;

/// The table of the folders in `[check]`.
const FOLDERS: &str = "folders";

/// Kinds of faults, and folders with kinds of their own.
pub fn read_levels(site: &mut Fields<'_, '_>) -> (Levels, Vec<CheckedFolder>) {
    let read = |check: &mut Fields<'_, '_>| {
        let own = kinds(check);
        let of_folders = check.table(FOLDERS, folders).or_else(|| check.misspelt_table(FOLDERS, folders));
        (own, of_folders.unwrap_or_default())
    };
    let found = site.table("check", read).or_else(|| site.misspelt_table("check", read));
    let (own, of_folders) = found.unwrap_or_default();
    let named = of_folders.iter().map(|(folder, _)| folder.clone()).collect();
    let folders = of_folders.into_iter().map(|(folder, kinds)| (folder.value, kinds)).collect();
    (Levels { site: own, folders }, named)
}

fn folders(folders: &mut Fields<'_, '_>) -> Vec<(CheckedFolder, BTreeMap<Code, Level>)> {
    folders.keys_are_given();
    let paths = folders.keys().into_iter();
    let read = paths.filter_map(|path| {
        let folder = Located { value: path.trim_matches('/').to_owned(), span: folders.key_span(&path) };
        Some((folder, folders.table(&path, kinds)?))
    });
    read.collect()
}

fn kinds(fields: &mut Fields<'_, '_>) -> BTreeMap<Code, Level> {
    let choices = [("error", Level::Error), ("warning", Level::Warning), ("off", Level::Off)];
    let mut kinds = BTreeMap::new();
    for code in Code::ALL {
        let level = fields.choice(code.as_str(), &choices);
        if let Some(level) = level.as_ref().filter(|level| level.value != Level::Error && !code.may_be_lowered()) {
            let message = format!("`{}` is always an error", code.as_str());
            let fault = Diagnostic::error(Code::InvalidValue, message).at(level.span);
            fields.fault(fault.help("leave the line out: a site cannot be written over it"));
            continue;
        }
        // Where it cannot be read how bad it is to be, nothing is said of it until it can.
        let is_unread = level.is_none() && fields.has(code.as_str()) && code.may_be_lowered();
        let level = level.map(|level| level.value).or(is_unread.then_some(Level::Off));
        kinds.extend(level.map(|level| (*code, level)));
    }
    let names = || Code::ALL.iter().map(|code| code.as_str());
    for key in fields.keys().into_iter().filter(|key| Code::parse(key).is_none() && *key != FOLDERS) {
        let meant = nearest(&key, names().filter(|name| !fields.has(name))).and_then(Code::parse);
        let Some(code) = meant.filter(|code| code.may_be_lowered()) else { continue };
        let written = fields.written(&key).unwrap_or_default();
        let level = choices.iter().find(|(name, _)| *name == written).map_or(Level::Off, |(_, level)| *level);
        kinds.insert(code, level);
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Region, read_toml};
    use crate::text::FileId;

    #[test]
    fn what_is_misspelt_is_told_once_and_taken_as_meant() {
        for (text, folder) in [
            ("[check]\nuncited-figures = \"off\"\n", None),
            ("[check]\nuncited-figure = \"of\"\n", None),
            ("[check]\nuncited-figure = false\n", None),
            ("[chek]\nuncited-figure = \"off\"\n", None),
            ("[check.folders.\"docs\"]\nuncited-figures = \"off\"\n", Some("docs")),
            ("[check.folder.\"docs\"]\nuncited-figure = \"off\"\n", Some("docs")),
        ] {
            let mut faults = Vec::new();
            let region = Region { file: FileId(0), offset: 0 };
            let (levels, _) = read_toml(text, region, &mut faults, read_levels);
            assert_eq!(faults.len(), 1, "{text}{faults:?}");
            let kinds = folder.map_or(Some(&levels.site), |folder| levels.folders.get(folder));
            let level = kinds.and_then(|kinds| kinds.get(&Code::UncitedFigure));
            assert_eq!(level, Some(&Level::Off), "{text}");
        }
    }
}
