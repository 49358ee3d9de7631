//! What groups of pages are called: by the categories of the old navigation, by files in their folders, or else after the
//! folder. Where the shape of the navigation is another one than that of the folders, that is said.

use std::collections::{BTreeMap, BTreeSet};

use super::links::Links;
use super::navigation::NavEntry;
use super::remark::Remark;
use super::tool::{ForeignFiles, Layout, Tool, value};
use crate::fields::quoted;

/// The names of groups, and what is to be said of them.
#[derive(Default)]
pub struct GroupTitles {
    /// By language and folder, what the navigation calls it.
    labels: Vec<BTreeMap<String, String>>,
    /// By folder, in all languages.
    titles: BTreeMap<String, Vec<String>>,
    /// What could not be carried over.
    pub remarks: Vec<Remark>,
}

impl GroupTitles {
    /// The names that a navigation gives to folders.
    pub fn new(layout: &Layout, entries: &[NavEntry], links: &Links<'_>) -> Self {
        let mut titles = Self { labels: vec![BTreeMap::new(); layout.languages.len()], ..Self::default() };
        let root = layout.root().trim_end_matches('/');
        let mut wanted = Vec::new();
        for entry in entries {
            titles.entry(entry, root, layout, links, &mut wanted);
        }
        // Of two categories in one folder, the one with more of its pages names it.
        wanted.sort_by_key(|category: &Category| std::cmp::Reverse(category.inside));
        for Category { label, language, folder, pages, .. } in wanted {
            match titles.labels[language].get(&folder) {
                Some(other) if *other == label => {}
                Some(other) => {
                    let said = format!(
                        "the category `{label}` of the navigation has no folder of its own: its pages stand under `{other}`"
                    );
                    titles.remarks.push(Remark::of_file(&format!("content/{folder}"), said));
                }
                None => drop(titles.labels[language].insert(folder.clone(), label.clone())),
            }
            let below = format!("{folder}/");
            // The lists of other languages have the same pages.
            let pages = if language == 0 { pages } else { Vec::new() };
            for page in pages.into_iter().filter(|page| *page != folder && !page.starts_with(&below)) {
                let said = format!(
                    "stood under `{label}` in the navigation, and stands where its folder is; the others are in content/{folder}"
                );
                titles.remarks.push(Remark::of_file(&format!("content/{page}"), said));
            }
        }
        titles
    }

    /// A category, and what is below it. One whose pages lie in no folder together cannot be here.
    fn entry(&mut self, entry: &NavEntry, root: &str, layout: &Layout, links: &Links<'_>, wanted: &mut Vec<Category>) {
        for below in &entry.below {
            self.entry(below, root, layout, links, wanted);
        }
        let (Some(label), false) = (&entry.label, entry.below.is_empty()) else { return };
        let pages: BTreeSet<&str> = entry.targets().into_iter().filter_map(|target| links.page(root, target)).collect();
        let mut inside: BTreeMap<&str, usize> = BTreeMap::new();
        for page in &pages {
            for at in page.match_indices('/').map(|(at, _)| at).chain([page.len()]) {
                *inside.entry(&page[..at]).or_default() += 1;
            }
        }
        // The folder that has most of them, and half of them at least; of several the deepest. A page below which none of
        // them stands is no folder of theirs.
        let folders = inside.into_iter().filter(|(folder, count)| *count > 1 || !pages.contains(folder));
        let most =
            folders.filter(|(_, count)| count * 2 >= pages.len()).max_by_key(|(folder, count)| (*count, folder.len()));
        match most {
            Some((folder, inside)) => wanted.push(Category {
                label: label.clone(),
                language: entry.targets().first().map_or(0, |target| layout.language_of(target)),
                folder: folder.to_owned(),
                inside,
                pages: pages.iter().map(|page| (*page).to_owned()).collect(),
            }),
            None if pages.is_empty() => {}
            None => {
                let said = format!(
                    "the category `{label}` of the navigation has no folder: its pages stand where their folders are ({})",
                    pages.iter().copied().collect::<Vec<_>>().join(", ")
                );
                self.remarks.push(Remark::of_file("content", said));
            }
        }
    }

    /// Takes what the file `_category_` of a folder says, and gives its position.
    pub fn of_file(&mut self, files: &ForeignFiles, layout: &Layout, path: &str, links: &Links<'_>) -> Option<i64> {
        if layout.tool != Tool::Docusaurus || path.is_empty() {
            return None;
        }
        let root = layout.root();
        let is_it = |file: &&String| {
            let folder =
                file.strip_prefix(root).and_then(|rest| rest.split_once("/_category_.")).map(|(folder, _)| folder);
            folder.is_some_and(|folder| links.folder(folder) == path)
        };
        let text = files.get(files.keys().find(is_it)?).map(|bytes| String::from_utf8_lossy(bytes))?;
        if let Some(label) = value(&text, "label") {
            self.labels[0].entry(path.to_owned()).or_insert(label);
        }
        value(&text, "position")?.parse::<f64>().ok().map(|position| position as i64)
    }

    /// Gives every group its name in all languages.
    pub fn settle(&mut self, files: &ForeignFiles, layout: &Layout, groups: BTreeSet<&str>) {
        for (folder, label) in self.labels[0].iter().filter(|(folder, _)| !groups.contains(folder.as_str())) {
            let said = format!("is the category `{label}` of the navigation, which shows the title of its page here");
            self.remarks.push(Remark::of_file(&format!("content/{folder}"), said));
        }
        for path in groups {
            let label = self.labels[0].get(path);
            let said = match label {
                None => format!("has no page of its own: it is called after its folder, in content/{path}/page.toml"),
                Some(label) => {
                    format!("is called `{label}` in all languages: translate it in content/{path}/page.toml")
                }
            };
            let own = |(tag, labels): (&String, &BTreeMap<String, String>)| {
                labels.get(path).cloned().or_else(|| translated(files, tag, label?))
            };
            let titles: Vec<Option<String>> = layout.languages.iter().zip(&self.labels).skip(1).map(own).collect();
            if label.is_none() || titles.iter().any(Option::is_none) {
                self.remarks.push(Remark::of_file(path, said));
            }
            let first = label.cloned().unwrap_or_else(|| after_folder(path));
            let others = titles.into_iter().map(|title| title.unwrap_or_else(|| first.clone()));
            self.titles.insert(path.to_owned(), std::iter::once(first.clone()).chain(others).collect());
        }
    }

    /// The title of a group, as its `page.toml` says it.
    pub fn line(&self, path: &str, layout: &Layout) -> String {
        let Some(titles) = self.titles.get(path) else { return String::new() };
        let pairs = layout.languages.iter().zip(titles);
        let titles: Vec<String> = pairs.map(|(tag, title)| format!("{} = {}", quoted(tag), quoted(title))).collect();
        format!("title = {{ {} }}\n", titles.join(", "))
    }
}

/// A category of the navigation and the folder that has most of its pages.
struct Category {
    label: String,
    language: usize,
    folder: String,
    inside: usize,
    pages: Vec<String>,
}

/// What Docusaurus has as the translation of a category.
fn translated(files: &ForeignFiles, tag: &str, label: &str) -> Option<String> {
    let file = files.get(&format!("i18n/{tag}/docusaurus-plugin-content-docs/current.json"))?;
    let messages: serde_json::Value = serde_json::from_slice(file).ok()?;
    let end = format!(".category.{label}");
    let mut messages = messages.as_object()?.iter();
    let (_, message) = messages.find(|(key, _)| key.starts_with("sidebar.") && key.ends_with(&end))?;
    Some(message.get("message")?.as_str()?.to_owned())
}

/// The name of a folder in words.
fn after_folder(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).replace('-', " ");
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
