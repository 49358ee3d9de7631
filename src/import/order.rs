//! The order of pages, as the old tool's navigation gives it, and the folders that have no page of their own.

use std::collections::BTreeMap;

use super::addresses::ImportedAddresses;
use super::documents::ForeignPage;
use super::links::Links;
use super::navigation::navigation;
use super::remark::Remark;
use super::titles::GroupTitles;
use super::tool::{ForeignFiles, Layout};
use crate::fields::quoted;

/// What the navigation does not list stands behind what it lists.
const UNLISTED: i64 = 1 << 32;

/// The order of a tree.
pub struct ForeignOrder {
    /// By path: the pages, and the folders that are none.
    places: BTreeMap<String, Standing>,
    titles: GroupTitles,
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
        let entries = navigation(files, layout);
        let root = layout.root().trim_end_matches('/');
        let targets = entries.iter().flat_map(|entry| entry.targets());
        let listed = targets.filter_map(|target| links.page(root, target));
        for (rank, page) in (0..).zip(listed) {
            // A folder stands where the first of its pages does.
            for at in page.match_indices('/').map(|(at, _)| at).chain([page.len()]) {
                if let Some(place) = places.get_mut(&page[..at]) {
                    place.rank = Some(place.rank.map_or(rank, |known| known.min(rank)));
                }
            }
        }
        let mut titles = GroupTitles::new(layout, &entries, links);
        for (path, place) in &mut places {
            let own = titles.of_file(files, layout, path, links);
            place.rank = place.rank.or(own.map(|position| UNLISTED + position));
        }
        let groups = places.iter().filter(|(_, place)| !place.is_page).map(|(path, _)| path.as_str());
        titles.settle(files, layout, groups.collect());
        Self { places, titles }
    }

    /// What of the navigation could not be carried over.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.titles.remarks.iter()
    }

    /// The `page.toml` of each page and folder that has one, by its path.
    pub fn settings(&self, layout: &Layout, addresses: &ImportedAddresses) -> Vec<(String, String)> {
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
                let slug = addresses.slug(path).map(|slug| format!("slug = {}\n", quoted(slug)));
                let mut text = slug.unwrap_or_default();
                if place.is_draft {
                    text += "draft = true\n";
                }
                if is_ordered {
                    text += &format!("order = {}\n", n * 10);
                }
                if !place.is_page {
                    text += &self.titles.line(path, layout);
                }
                if !text.is_empty() {
                    settings.push((format!("content/{path}/page.toml"), text));
                }
            }
        }
        settings
    }
}
