//! Reads a site's tree: the only place that reads the site's files. It sorts what it finds into page folders,
//! templates and static files, and judges nothing but whether a file can be read. The texts of pages are read one by
//! one when they are wanted, so that those of a large site never lie in memory together.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use walkdir::WalkDir;

use super::near_names::misnamed_at_root;
use super::{Asset, Stamp, embedded_assets, embedded_templates};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::{Conflicts, FileId, Source, Sources, find_conflicts, find_control, find_left_lines};

/// A site as it lies on the disk.
#[derive(Debug, Default)]
pub struct SourceTree {
    /// Every text file; those of pages without their texts, which [`read_text`] reads.
    pub sources: Sources,
    /// Every file of the site's own by its path, sorted, with what tells whether it has changed; `None` where a change
    /// could escape the file system's clock.
    pub stamps: Vec<(String, Option<Stamp>)>,
    /// `site.toml`.
    pub site: Option<FileId>,
    /// Whether something of that name, or nearly of it, is there that is not read, which is reported.
    pub settings_are_reported: bool,
    /// `content/sources.toml`.
    pub bibliography: Option<FileId>,
    /// `content/translations.lock`.
    pub lock: Option<FileId>,
    /// `content/addresses.lock`.
    pub addresses: Option<FileId>,
    /// The page folders, sorted by path, so that a parent stands before its children.
    pub folders: Vec<Folder>,
    /// Templates and message files by name, the site's own in place of the defaults, sorted.
    pub templates: Vec<(String, FileId)>,
    /// The defaults alone, sorted.
    pub default_templates: Vec<(String, FileId)>,
    /// Static files by name, likewise.
    pub assets: Vec<Asset>,
}

/// A folder under `content/` that holds words or `page.toml`.
#[derive(Debug, Default)]
pub struct Folder {
    /// Below `content/`, parts joined by `/`; empty for the home page.
    pub path: String,
    /// The `.md` files, sorted by tag.
    pub words: Vec<LanguageFile>,
    /// `page.toml`.
    pub facts: Option<FileId>,
    /// What tells whether that has changed, likewise.
    pub facts_stamp: Option<Stamp>,
    /// Everything else in the folder, and in folders below it that are no pages; named relative to it.
    pub assets: Vec<Asset>,
}

impl Folder {
    /// Whether it surely holds the same as at an earlier reading.
    pub fn has_same_files(&self, earlier: &Self) -> bool {
        let is_known = self.words.iter().all(|words| words.stamp.is_some())
            && (self.facts.is_none() || self.facts_stamp.is_some());
        is_known
            && self.words == earlier.words
            && (self.facts, self.facts_stamp) == (earlier.facts, earlier.facts_stamp)
            && self.assets == earlier.assets
    }

    /// Its texts have been read since it was listed, perhaps in another state: the next listing tells nothing of them.
    pub fn forget_stamps(&mut self) {
        self.words.iter_mut().for_each(|words| words.stamp = None);
        self.facts_stamp = None;
    }
}

impl SourceTree {
    /// Whether a path, or anything below it, was listed.
    pub fn holds(&self, path: &str) -> bool {
        let is_at = |file: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.stamps.iter().any(|(file, _)| is_at(file))
    }

    /// The text of `site.toml`.
    pub fn settings_text(&self) -> Option<&str> {
        self.site.map(|file| self.sources.get(file).text.as_str())
    }

    /// The text of `sources.toml`.
    pub fn bibliography_text(&self) -> Option<&str> {
        self.bibliography.map(|file| self.sources.get(file).text.as_str())
    }

    /// A site's own template or message file.
    pub fn own_template(&self, name: &str) -> Option<FileId> {
        let file = template_of(name, &self.templates)?;
        (Some(file) != self.default_template(name)).then_some(file)
    }

    /// A default template or message file, whatever the site has in its place.
    pub fn default_template(&self, name: &str) -> Option<FileId> {
        template_of(name, &self.default_templates)
    }

    /// Whether templates, messages and static files are the same.
    pub fn has_same_theme(&self, earlier: &Self) -> bool {
        let text = |tree: &Self, file: FileId| tree.sources.get(file).text.clone();
        let pairs = || self.templates.iter().zip(&earlier.templates);
        self.assets == earlier.assets
            && self.templates.len() == earlier.templates.len()
            && pairs().all(|((name, file), (before, old))| name == before && text(self, *file) == text(earlier, *old))
    }
}

fn template_of(name: &str, files: &[(String, FileId)]) -> Option<FileId> {
    files.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| files[at].1)
}

/// One `<language>.md`.
#[derive(Debug, PartialEq, Eq)]
pub struct LanguageFile {
    /// The file's stem; not yet known to be a language of the site.
    pub tag: String,
    /// Its text.
    pub file: FileId,
    /// What tells whether it has changed; `None` where a change could escape the file system's clock.
    pub stamp: Option<Stamp>,
}

enum FileRole {
    Site,
    Bibliography,
    Lock,
    Addresses,
    PageText { folder: String, tag: String },
    Facts { folder: String },
    Template(String),
    PageAsset(String),
    StaticAsset(String),
}

/// A file under the root.
struct Listed {
    path: String,
    kind: FileRole,
}

/// Reads the site under `root`, but for the texts of its pages. Faults are files that cannot be read or are not UTF-8;
/// the rest goes on.
pub fn discover(root: &Path) -> (SourceTree, Vec<Diagnostic>) {
    read(root, Sources::default())
}

/// Reads it once more: files that were there before keep their ids.
pub fn discover_again(root: &Path, earlier: &SourceTree) -> (SourceTree, Vec<Diagnostic>) {
    read(root, Sources::continuing(&earlier.sources))
}

fn read(root: &Path, sources: Sources) -> (SourceTree, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let now = SystemTime::now();
    let listed = list(root, &sources, &mut faults);
    let read = |listed: &Listed| {
        if let Some(text) = sources.unsaved(&listed.path) {
            return (None, Ok(text.as_bytes().to_vec()));
        }
        let path = root.join(&listed.path);
        // Taken first: what is read is never older than its stamp.
        let stamp = std::fs::metadata(&path).ok().and_then(|data| stamp(&data, now));
        let bytes = match listed.kind {
            FileRole::PageText { .. } | FileRole::Facts { .. } => Ok(Vec::new()),
            _ => std::fs::read(path),
        };
        (stamp, bytes)
    };
    let read: Vec<_> = listed.par_iter().map(read).collect();

    let misnamed = misnamed_at_root(root);
    let settings_are_reported = root.join("site.toml").is_symlink() || misnamed.has_settings;
    faults.extend(misnamed.faults);
    let mut found = SourceTree { sources, settings_are_reported, ..SourceTree::default() };
    let mut folders = Folders::default();
    let mut page_assets = Vec::new();
    let mut templates = std::collections::BTreeMap::new();
    let mut assets: std::collections::BTreeMap<_, _> = embedded_assets()
        .into_iter()
        .map(|(name, bytes)| (name.clone(), Asset { default: true, ..Asset::new(name, bytes) }))
        .collect();
    for (name, text) in embedded_templates() {
        let file = found.sources.add(Source::new(format!("(default) templates/{name}"), text));
        found.default_templates.push((name.clone(), file));
        templates.insert(name, file);
    }
    for (Listed { path, kind }, (stamp, bytes)) in listed.into_iter().zip(read) {
        found.stamps.push((path.clone(), stamp));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => {
                faults.push(unreadable(&path, &error.to_string()));
                continue;
            }
        };
        match kind {
            FileRole::PageAsset(below_content) => {
                let mut asset = Asset::new(below_content, &bytes);
                // Other encodings are published as they are; a chart of such a file says what is wrong with it.
                if asset.name.ends_with(".csv") || asset.name.ends_with(".toml") {
                    let is_text = std::str::from_utf8(&bytes).is_ok();
                    let faults = if is_text { &mut faults } else { &mut Vec::new() };
                    asset.text = Some(add_text(&mut found.sources, path, bytes, faults));
                }
                page_assets.push(asset);
            }
            FileRole::StaticAsset(name) => {
                if assets.get(&name).is_none_or(|default| *default.bytes != *bytes) {
                    let mut asset = Asset::new(name.clone(), &bytes);
                    // What is wrong with a sheet has a place in it.
                    let sheet = std::str::from_utf8(&bytes).ok().filter(|_| name.ends_with(".css"));
                    asset.text = sheet.map(|text| found.sources.add(Source::new(path, text)));
                    assets.insert(name, asset);
                }
            }
            FileRole::Site => found.site = Some(add_text(&mut found.sources, path, bytes, &mut faults)),
            FileRole::Bibliography => found.bibliography = Some(add_text(&mut found.sources, path, bytes, &mut faults)),
            FileRole::Lock => found.lock = Some(add_text(&mut found.sources, path, bytes, &mut faults)),
            FileRole::Addresses => found.addresses = Some(add_text(&mut found.sources, path, bytes, &mut faults)),
            FileRole::Template(name) => {
                let file = add_text(&mut found.sources, path, bytes, &mut faults);
                templates.insert(name, file);
            }
            FileRole::PageText { folder, tag } => {
                let file = found.sources.add(Source::new(path, ""));
                folders.at(folder).words.push(LanguageFile { tag, file, stamp });
            }
            FileRole::Facts { folder } => {
                let file = found.sources.add(Source::new(path, ""));
                let folder = folders.at(folder);
                (folder.facts, folder.facts_stamp) = (Some(file), stamp);
            }
        }
    }
    found.folders = folders.folders;
    found.folders.sort_by(|a, b| a.path.cmp(&b.path));
    found.folders.iter_mut().for_each(|folder| folder.words.sort_by(|a, b| a.tag.cmp(&b.tag)));
    found.templates = templates.into_iter().collect();
    found.assets = assets.into_values().collect();
    for asset in page_assets {
        give_to_its_page(&mut found.folders, asset);
    }
    (found, faults)
}

/// The text of a file of these sources, as it is now. One that cannot be read is a fault and no text.
pub fn read_text(root: &Path, sources: &Sources, file: FileId) -> (Option<Source>, Vec<Diagnostic>) {
    let path = sources.get(file).path.as_str();
    let read = match sources.unsaved(path) {
        Some(text) => Ok(text.as_bytes().to_vec()),
        None => std::fs::read(root.join(path)),
    };
    match read {
        Ok(bytes) => {
            let mut faults = Vec::new();
            let source = text(path.to_owned(), bytes, file, &mut faults);
            (Some(source), faults)
        }
        Err(error) => (None, vec![unreadable(path, &error.to_string())]),
    }
}

/// What stands at a path under the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeEntry {
    /// A regular file.
    File,
    /// A folder, a link or anything else.
    Other,
    /// Nothing.
    Nothing,
}

/// Looks what stands at a path under the root; links are not followed.
pub fn entry_at(root: &Path, path: &str) -> TreeEntry {
    match std::fs::symlink_metadata(root.join(path)) {
        Ok(data) if data.is_file() => TreeEntry::File,
        Ok(_) => TreeEntry::Other,
        Err(_) => TreeEntry::Nothing,
    }
}

/// What is under the root, sorted by path; at the end, what an editor holds that is not there yet.
fn list(root: &Path, sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<Listed> {
    let mut listed = Vec::new();
    if root.join("site.toml").is_symlink() {
        faults.push(a_link("site.toml"));
    } else if root.join("site.toml").is_file() {
        listed.push(Listed { path: "site.toml".to_owned(), kind: FileRole::Site });
    }
    for top in ["content", "templates", "static"] {
        if !root.join(top).is_dir() {
            continue;
        }
        let visible = |entry: &walkdir::DirEntry| !is_hidden(top, &entry.file_name().to_string_lossy());
        for entry in WalkDir::new(root.join(top)).sort_by_file_name().into_iter().filter_entry(visible) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let at = error.path().map(|path| relative(root, path)).unwrap_or_default();
                    faults.push(unreadable(&at, &error.to_string()));
                    continue;
                }
            };
            if entry.file_type().is_symlink() {
                let path = relative(root, entry.path());
                faults.push(a_link(&path));
            } else if entry.file_type().is_file() {
                let path = relative(root, entry.path());
                let kind = kind_of(top, &path[top.len() + 1..]);
                listed.push(Listed { path, kind });
            }
        }
    }
    let is_new = |path: &&str| entry_at(root, path) == TreeEntry::Nothing;
    for path in sources.unsaved_paths().filter(is_new) {
        let kind = match path.split_once('/') {
            Some((top @ ("content" | "templates" | "static"), below))
                if !below.split('/').any(|name| is_hidden(top, name)) =>
            {
                kind_of(top, below)
            }
            None if path == "site.toml" => FileRole::Site,
            _ => continue,
        };
        listed.push(Listed { path: path.to_owned(), kind });
    }
    listed
}

/// Whether a file or folder of this name is no part of a site, in one of its folders `top`. Names with a dot at their head
/// are those of tools; but what `static/` has of them is there for hosts and browsers, as `.well-known/` is.
pub fn is_hidden(top: &str, name: &str) -> bool {
    let of_tools = || {
        let known = [".DS_Store", ".AppleDouble", ".Spotlight-V100", ".Trashes", ".hg", ".svn", ".idea", ".vscode"];
        let starts = [".git", "._", ".#", ".~", ".muwazana"];
        known.contains(&name) || starts.iter().any(|start| name.starts_with(start)) || name.ends_with(".swp")
    };
    name.starts_with('.') && (top != "static" || of_tools())
}

/// A file that was changed so shortly before it was looked at could be changed again within one tick of the file
/// system's clock; some count whole seconds only.
fn stamp(data: &Metadata, now: SystemTime) -> Option<Stamp> {
    let stamp = Stamp::of(data)?;
    let tick = if stamp.counts_seconds() { Duration::from_secs(2) } else { Duration::from_millis(50) };
    let before = now.checked_sub(tick)?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    stamp.is_older_than(before.as_nanos()).then_some(stamp)
}

fn kind_of(top: &str, below: &str) -> FileRole {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    match top {
        "templates" => FileRole::Template(below.to_owned()),
        "static" => FileRole::StaticAsset(below.to_owned()),
        _ if below == "sources.toml" => FileRole::Bibliography,
        _ if below == "translations.lock" => FileRole::Lock,
        _ if below == "addresses.lock" => FileRole::Addresses,
        _ if name == "page.toml" => FileRole::Facts { folder: folder.to_owned() },
        _ => match name.strip_suffix(".md") {
            Some(tag) => FileRole::PageText { folder: folder.to_owned(), tag: tag.to_owned() },
            None => FileRole::PageAsset(below.to_owned()),
        },
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(root).unwrap_or(path).into();
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn unreadable(path: &str, why: &str) -> Diagnostic {
    Diagnostic::error(Code::Unreadable, format!("`{path}` cannot be read: {why}"))
        .help("put a readable file in its place, or remove it")
}

fn a_link(path: &str) -> Diagnostic {
    unreadable(path, "it is a symbolic link, and links may lead out of the site")
}

fn add_text(sources: &mut Sources, path: String, bytes: Vec<u8>, faults: &mut Vec<Diagnostic>) -> FileId {
    let file = sources.id_for(&path);
    sources.add(text(path, bytes, file, faults))
}

fn text(path: String, bytes: Vec<u8>, file: FileId, faults: &mut Vec<Diagnostic>) -> Source {
    let (text, valid) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(valid))
        }
    };
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if let Some(valid) = valid {
        let at = text[mark.min(valid)..valid].replace("\r\n", "\n").len();
        let not_utf8 = match text.contains('\0') {
            true => "this file is in UTF-16, or in no encoding of text",
            false => "this file is not UTF-8 from here on",
        };
        faults.push(
            Diagnostic::error(Code::InvalidUtf8, not_utf8)
                .at(file.span(at..at + '\u{fffd}'.len_utf8()))
                .doubting(Matter::File(file))
                .help("save it again with the encoding UTF-8"),
        );
    }
    // Nearly every text is as it should be, and is not copied.
    let text = if mark > 0 || text.contains('\r') { text[mark..].replace("\r\n", "\n") } else { text };
    // Very old systems end lines with this sign alone.
    let text = if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n") } else { text };
    let (text, written) = without_conflicts(&path, file, text, faults);
    if let Some((at, c)) = find_control(&text) {
        let fault = Diagnostic::control_character(c).at(file.span(at..at + c.len_utf8()));
        faults.push(fault.resting_on(Matter::File(file)));
    }
    Source::new(path, text).shown_as(written)
}

/// The text without what a merge has left, and the text as it was if anything was taken out of it.
fn without_conflicts(path: &str, file: FileId, text: String, faults: &mut Vec<Diagnostic>) -> (String, Option<String>) {
    let is_markdown = path.ends_with(".md");
    if let Some(conflicts) = find_conflicts(&text, is_markdown) {
        faults.push(merge_conflict(path, file, &conflicts));
        return (conflicts.ours, Some(text));
    }
    // In Markdown, whoever reads the article tells such a line from a quotation or a heading.
    let is_plain = [".toml", ".csv", ".ftl", ".html"].iter().any(|ending| path.ends_with(ending));
    match find_left_lines(&text, path.ends_with(".html")).filter(|_| is_plain) {
        Some(left) => {
            faults.push(left_lines(file, &left));
            (left.ours, Some(text))
        }
        None => (text, None),
    }
}

fn left_lines(file: FileId, left: &Conflicts) -> Diagnostic {
    let more = if left.count > 1 { format!(", and {} more in this file", left.count - 1) } else { String::new() };
    let message = format!("this line is left over from a merge{more}");
    let fault = Diagnostic::error(Code::MergeConflict, message).at(file.span(left.first.clone()));
    fault.help("leave what is right, and remove the lines of `<`, `=` and `>`")
}

fn merge_conflict(path: &str, file: FileId, conflicts: &Conflicts) -> Diagnostic {
    let more =
        if conflicts.count > 1 { format!(", nor {} more in this file", conflicts.count - 1) } else { String::new() };
    let fault =
        Diagnostic::error(Code::MergeConflict, format!("the merge conflict that begins here was not resolved{more}"));
    let help = match path.ends_with("translations.lock") {
        true => "keep all lines of one side and none of the other, and remove the three lines of `<`, `=` and `>`",
        false => "leave what is right, and remove the three lines of `<`, `=` and `>`",
    };
    fault.at(file.span(conflicts.first.clone())).help(help)
}

/// The folders of pages, as their files turn up.
#[derive(Default)]
struct Folders {
    folders: Vec<Folder>,
    known: FxHashMap<String, usize>,
}

impl Folders {
    fn at(&mut self, path: String) -> &mut Folder {
        let at = *self.known.entry(path).or_insert_with_key(|path| {
            self.folders.push(Folder { path: path.clone(), ..Folder::default() });
            self.folders.len() - 1
        });
        &mut self.folders[at]
    }
}

/// A file belongs to the nearest page folder above it.
fn give_to_its_page(folders: &mut [Folder], mut asset: Asset) {
    let path = std::mem::take(&mut asset.name);
    let mut above = path.as_str();
    while let Some((parent, _)) = above.rsplit_once('/') {
        above = parent;
        if let Ok(at) = folders.binary_search_by(|folder| folder.path.as_str().cmp(parent)) {
            folders[at].assets.push(Asset { name: path[parent.len() + 1..].to_owned(), ..asset });
            return;
        }
    }
    if let Some(home) = folders.first_mut().filter(|folder| folder.path.is_empty()) {
        home.assets.push(Asset { name: path, ..asset });
    }
}
