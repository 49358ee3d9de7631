//! The order of pages, as the old tool's navigation gives it, and the folders that have no page of their own.

use std::collections::BTreeMap;

use super::documents::ForeignPage;
use super::links::Links;
use super::tool::{ForeignFiles, Layout, Tool};
use crate::fields::quoted;

/// What the navigation does not list stands behind what it lists.
const UNLISTED: i64 = 1 << 32;

/// The order of a tree.
pub struct ForeignOrder {
    /// By path: the pages, and the folders that are none.
    places: BTreeMap<String, Standing>,
}

#[derive(Default)]
struct Standing {
    /// Where it stands; nothing where neither the navigation nor the page itself says it.
    rank: Option<i64>,
    is_page: bool,
    is_draft: bool,
}

impl ForeignOrder {
    /// Looks through the navigation.
    pub fn new(files: &ForeignFiles, layout: &Layout, documents: &[ForeignPage], links: &Links<'_>) -> Self {
        let mut places: BTreeMap<String, Standing> = BTreeMap::new();
        for document in documents {
            let place = places.entry(document.page.clone()).or_default();
            place.is_page = true;
            place.is_draft |= document.front.is_draft;
            let own = document.front.order.or(document.number).map(|order| UNLISTED + order);
            place.rank = place.rank.or(own);
            for (at, _) in document.page.match_indices('/') {
                places.entry(document.page[..at].to_owned()).or_default();
            }
        }
        let listed = navigation(files, layout);
        let listed = listed.iter().filter_map(|(folder, path)| links.page(folder, path));
        for (rank, page) in (0..).zip(listed) {
            // A folder stands where the first of its pages does.
            for at in page.match_indices('/').map(|(at, _)| at).chain([page.len()]) {
                if let Some(place) = places.get_mut(&page[..at]) {
                    place.rank = Some(place.rank.map_or(rank, |known| known.min(rank)));
                }
            }
        }
        Self { places }
    }

    /// The folders that have no page of their own.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.places.iter().filter(|(_, place)| !place.is_page).map(|(path, _)| path.as_str())
    }

    /// The `page.toml` of each page and folder that has one, by its path.
    pub fn settings(&self, layout: &Layout) -> Vec<(String, String)> {
        let mut siblings: BTreeMap<&str, Vec<(&str, &Standing)>> = BTreeMap::new();
        for (path, place) in self.places.iter().filter(|(path, _)| !path.is_empty()) {
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            siblings.entry(parent).or_default().push((path, place));
        }
        let mut settings = Vec::new();
        for mut own in siblings.into_values() {
            own.sort_by_key(|(path, place)| (place.rank.unwrap_or(i64::MAX), *path));
            let is_ordered = own.iter().any(|(_, place)| place.rank.is_some());
            for (n, (path, place)) in (1..).zip(own) {
                let mut text = String::new();
                if place.is_draft {
                    text += "draft = true\n";
                }
                if is_ordered {
                    text += &format!("order = {}\n", n * 10);
                }
                if !place.is_page {
                    text += &group_title(path, layout);
                }
                if !text.is_empty() {
                    settings.push((format!("content/{path}/page.toml"), text));
                }
            }
        }
        settings
    }
}

/// The name of a group, made of that of its folder: the same in every language, to be translated.
fn group_title(path: &str, layout: &Layout) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).replace('-', " ");
    let mut letters = name.chars();
    let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let titles: Vec<String> =
        layout.languages.iter().map(|tag| format!("{} = {}", quoted(tag), quoted(&name))).collect();
    format!("title = {{ {} }}\n", titles.join(", "))
}

/// What the navigation leads to, in its order: a folder of the tree, and a path from there.
fn navigation(files: &ForeignFiles, layout: &Layout) -> Vec<(String, String)> {
    let root = layout.root().trim_end_matches('/').to_owned();
    let in_quotes = |text: &str| -> Vec<String> {
        let parts = text.split(['\'', '"', '`']).skip(1).step_by(2);
        parts.filter(|part| !part.contains('\n')).map(str::to_owned).collect()
    };
    let mut paths = Vec::new();
    match layout.tool {
        Tool::VitePress => {
            for (_, text) in &layout.settings {
                // The bar at the top comes after the list beside the page, whichever stands first in the file.
                let (before, after) = text.split_once("sidebar").unwrap_or(("", text));
                for part in [after, before] {
                    let links = part.split("link:").skip(1);
                    paths.extend(links.filter_map(|rest| in_quotes(rest.lines().next()?).into_iter().next()));
                }
            }
        }
        Tool::Docusaurus => {
            let sidebars = layout.settings.iter().filter(|(name, _)| name.starts_with("sidebars."));
            paths.extend(sidebars.flat_map(|(_, text)| in_quotes(text)));
        }
        Tool::MkDocs => {
            for (_, text) in &layout.settings {
                let nav = text.lines().skip_while(|line| !line.starts_with("nav:")).skip(1);
                let nav = nav.take_while(|line| line.starts_with([' ', '-', '#']) || line.trim().is_empty());
                paths.extend(nav.filter_map(|line| {
                    let last = line.trim().trim_start_matches("- ").rsplit(": ").next()?.trim_matches(['\'', '"', ' ']);
                    last.ends_with(".md").then(|| last.to_owned())
                }));
            }
        }
        Tool::MdBook => {
            let summary = files.get(&format!("{root}/SUMMARY.md")).map(|bytes| String::from_utf8_lossy(bytes));
            let lines = summary.iter().flat_map(|text| text.lines());
            paths.extend(lines.filter_map(|line| {
                let target = line.split_once("](")?.1.split(')').next()?;
                Some(target.trim_start_matches("./").to_owned())
            }));
        }
        Tool::Hugo | Tool::Zola | Tool::Jekyll | Tool::Plain => {}
    }
    paths.into_iter().map(|path| (root.clone(), path)).collect()
}
