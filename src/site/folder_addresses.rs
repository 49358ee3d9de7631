//! Which path a page has below its language: the one place that decides it. Each part is the name of a folder, or the `slug` of its
//! page.toml (read in `content/page/slug.rs`) in place of it. `address_checks.rs` says whether a page can stand there, and
//! `render/address.rs` makes whole addresses of it.

use std::collections::BTreeMap;

use crate::content::Facts;
use crate::text::Located;

/// The addresses of folders below `content/`, of pages that are left out as drafts too: the pages below them have their
/// places all the same.
#[derive(Debug, Default)]
pub struct FolderAddresses {
    /// By folder.
    slugs: BTreeMap<String, Located<String>>,
}

impl FolderAddresses {
    /// Of folders by their paths, with what their page.toml say.
    pub fn new<'a>(folders: impl Iterator<Item = (&'a str, &'a Facts)>) -> Self {
        let slug = |(path, facts): (&str, &Facts)| Some((path.to_owned(), facts.slug.clone()?));
        Self { slugs: folders.filter_map(slug).collect() }
    }

    /// The address of a folder, below that of its language; nothing where it is the folder's path.
    pub fn other_than_path(&self, folder: &str) -> Option<String> {
        if self.slugs.is_empty() || folder.is_empty() {
            return None;
        }
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        let mut address = String::new();
        let mut start = 0;
        for end in ends {
            let part = self.slugs.get(&folder[..end]).map_or(&folder[start..end], |slug| slug.value.as_str());
            address = if start == 0 { part.to_owned() } else { address + "/" + part };
            start = end + 1;
        }
        Some(address).filter(|address| address != folder)
    }

    /// The address of a folder, below that of its language.
    pub fn of(&self, folder: &str) -> String {
        self.other_than_path(folder).unwrap_or_else(|| folder.to_owned())
    }

    /// The folders that have a slug, sorted.
    pub fn slugs(&self) -> impl Iterator<Item = (&str, &Located<String>)> {
        self.slugs.iter().map(|(folder, slug)| (folder.as_str(), slug))
    }

    /// The slug of a folder.
    pub fn slug(&self, folder: &str) -> Option<&Located<String>> {
        self.slugs.get(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn a_slug_stands_for_one_part_in_the_addresses_of_all_that_is_below() {
        let facts = |slug: &str| Facts {
            slug: Some(Located { value: slug.to_owned(), span: FileId(0).top() }),
            ..Facts::default()
        };
        let (guide, setup) = (facts("guide"), facts("start"));
        let addresses = FolderAddresses::new([("The Guide", &guide), ("The Guide/a/set up", &setup)].into_iter());
        let address = |folder: &str| addresses.other_than_path(folder);
        assert_eq!(address("The Guide").as_deref(), Some("guide"));
        assert_eq!(address("The Guide/a").as_deref(), Some("guide/a"));
        assert_eq!(address("The Guide/a/set up/x").as_deref(), Some("guide/a/start/x"));
        assert_eq!((address(""), address("The Guides"), address("a/The Guide")), (None, None, None));
        assert_eq!(addresses.of("other"), "other");
    }
}
