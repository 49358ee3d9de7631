//! Where pages stand on the new site: at their old addresses, or as near to them as `slug` brings them. A slug says one part
//! of an address, so a page that stood elsewhere in the tree of addresses than its file keeps none.

use std::collections::{BTreeMap, BTreeSet};

use super::documents::ForeignPage;
use super::tool::Layout;
use crate::content::{Facts, is_address_name};
use crate::site::{FolderAddresses, Generated};
use crate::text::{FileId, Located};

/// The addresses of the new site.
#[derive(Debug)]
pub struct ImportedAddresses {
    of_folders: FolderAddresses,
    /// Where pages are, below the folder of a language.
    taken: BTreeSet<String>,
}

/// By folder: what its part of the address was, each time with what stood before it.
type Wishes<'a> = BTreeMap<&'a str, Vec<(String, String)>>;

impl ImportedAddresses {
    /// Gives each folder the part of an address by which most of its pages stay where they were.
    pub fn new(documents: &[ForeignPage], layout: &Layout) -> Self {
        let mut siblings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut wishes = Wishes::new();
        for document in documents {
            let old = old_parts(document, layout);
            let ends = document.page.match_indices('/').map(|(at, _)| at).chain([document.page.len()]);
            for (n, end) in ends.enumerate().filter(|(_, end)| *end > 0) {
                let folder = &document.page[..end];
                siblings.entry(split(folder).0).or_default().insert(folder);
                if let Some(old) = &old {
                    wishes.entry(folder).or_default().push((old[..n].join("/"), old[n].clone()));
                }
            }
        }
        // The folder above comes first, so that its address is known.
        let mut slugs: BTreeMap<&str, Facts> = BTreeMap::new();
        let mut addresses = BTreeMap::from([("", String::new())]);
        for (above, folders) in siblings {
            let above = addresses.get(above).cloned().unwrap_or_default();
            let mut names = Names::new(&folders, above.is_empty().then_some(layout));
            for folder in folders {
                let name = split(folder).1;
                let wish = wishes.get(folder).and_then(|wishes| most_wished(&above, wishes));
                let part = wish.filter(|part| names.takes(name, part)).unwrap_or(name);
                if part != name {
                    let slug = Some(Located { value: part.to_owned(), span: FileId(0).top() });
                    slugs.insert(folder, Facts { slug, ..Facts::default() });
                }
                addresses.insert(folder, if above.is_empty() { part.to_owned() } else { format!("{above}/{part}") });
            }
        }
        let of_folders = FolderAddresses::new(slugs.iter().map(|(folder, facts)| (*folder, facts)));
        let taken = documents.iter().map(|document| of_folders.of(&document.page)).collect();
        Self { of_folders, taken }
    }

    /// The slug of a folder that has one.
    pub fn slug(&self, folder: &str) -> Option<&str> {
        self.of_folders.slug(folder).map(|slug| slug.value.as_str())
    }

    /// Whether a page stands at an address below the folder of a language, one that the program makes included.
    pub fn is_taken(&self, address: &str) -> bool {
        self.taken.contains(address) || generated().any(|own| own == address)
    }
}

/// Addresses of pages that the program makes.
fn generated() -> impl Iterator<Item = &'static str> {
    Generated::ALL.into_iter().map(Generated::path)
}

/// The parts of the address at which a document was, below the folder of its language, where they are as many as those of its
/// folder.
fn old_parts(document: &ForeignPage, layout: &Layout) -> Option<Vec<String>> {
    let old = match &document.front.own_address {
        Some(own) => {
            let own = own.trim_matches('/').trim_end_matches(".html");
            match document.language {
                0 => own,
                language => own.strip_prefix(layout.languages[language].as_str())?.strip_prefix('/')?,
            }
        }
        None => document.old_path.as_str(),
    };
    let parts: Vec<String> = old.split('/').map(str::to_owned).collect();
    (!document.file.is_empty() && parts.len() == document.page.split('/').count()).then_some(parts)
}

/// The part that most pages had behind what stands above; of several the first, which is that of the folder's own page in
/// the first language.
fn most_wished<'w>(above: &str, wishes: &'w [(String, String)]) -> Option<&'w str> {
    let fit = wishes.iter().filter(|(before, part)| before == above && is_address_name(part));
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (_, part) in fit {
        match counts.iter_mut().find(|(known, _)| known == part) {
            Some((_, count)) => *count += 1,
            None => counts.push((part, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(part, _)| part)
}

/// The names in one folder, without regard to capitals, as some systems of files take them.
struct Names(BTreeMap<String, usize>);

impl Names {
    /// Of these folders, and at the top of a site of what else stands there.
    fn new(folders: &BTreeSet<&str>, top: Option<&Layout>) -> Self {
        let mut names = Self(BTreeMap::new());
        folders.iter().for_each(|folder| names.add(split(folder).1));
        if let Some(layout) = top {
            generated().chain(["assets", "parallel"]).for_each(|name| names.add(name));
            layout.languages.iter().for_each(|tag| names.add(tag));
        }
        names
    }

    fn add(&mut self, name: &str) {
        *self.0.entry(name.to_lowercase()).or_default() += 1;
    }

    /// Whether a folder of one name may have another for its address, which is its own then.
    fn takes(&mut self, name: &str, part: &str) -> bool {
        let (name, part) = (name.to_lowercase(), part.to_lowercase());
        let own = usize::from(name == part);
        let is_free = self.0.get(&part).is_none_or(|count| *count == own);
        if is_free && own == 0 {
            self.add(&part);
        }
        is_free
    }
}

/// The folder above one, and the last part of its path.
fn split(folder: &str) -> (&str, &str) {
    folder.rsplit_once('/').unwrap_or(("", folder))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tool::{ForeignFiles, Tool};

    /// The address of each page, by its folder and where it was in each language.
    fn addresses(pages: &[(&str, &[&str])]) -> Vec<String> {
        let settings = ForeignFiles::from([("_config.yml".to_owned(), b"title: x\n".to_vec())]);
        let layout = Layout::new(&settings, Tool::Jekyll, &["en".to_owned(), "ar".to_owned()]);
        let mut documents: Vec<ForeignPage> = Vec::new();
        for (folder, olds) in pages {
            for (language, old) in olds.iter().enumerate() {
                let page = ForeignPage::home(language, "", "");
                let file = format!("{folder}.md");
                documents.push(ForeignPage { file, page: (*folder).to_owned(), old_path: (*old).to_owned(), ..page });
            }
        }
        documents.sort_by(|a, b| (&a.page, a.language).cmp(&(&b.page, b.language)));
        let found = ImportedAddresses::new(&documents, &layout);
        pages.iter().map(|(folder, _)| found.of_folders.of(folder)).collect()
    }

    #[test]
    fn a_page_stays_where_it_was_if_one_part_for_each_folder_can_say_it() {
        assert_eq!(addresses(&[("guide/filters", &["guide/filter-things"])]), ["guide/filter-things"]);
        assert_eq!(addresses(&[("Guide/First", &["guide/first"]), ("Guide", &["guide"])]), ["guide/first", "guide"]);
        // A part more or less than the folder has, and signs that no address has here.
        assert_eq!(addresses(&[("guide/a", &["a"]), ("b", &["x/b"]), ("c-d", &["c d"])]), ["guide/a", "b", "c-d"]);
    }

    #[test]
    fn of_pages_that_want_different_parts_most_have_their_way() {
        let below: &[(&str, &[&str])] =
            &[("guide", &["handbook"]), ("guide/a", &["guide/a"]), ("guide/b", &["guide/b"])];
        assert_eq!(addresses(below), ["guide", "guide/a", "guide/b"]);
        assert_eq!(addresses(&below[..2]), ["handbook", "handbook/a"], "of as many, the folder's own page");
        assert_eq!(addresses(&[("a", &["one", "two"])]), ["one"], "and the first language");
        let group: &[(&str, &[&str])] = &[("guide/a", &["start/a"]), ("guide/b", &["start/bee"])];
        assert_eq!(addresses(group), ["start/a", "start/bee"]);
    }

    #[test]
    fn no_page_takes_the_address_of_another_or_of_what_the_program_makes() {
        assert_eq!(addresses(&[("a", &["b"]), ("b", &["b"]), ("c", &["B"])]), ["a", "b", "c"]);
        assert_eq!(addresses(&[("a", &["x"]), ("b", &["X"])]), ["x", "b"]);
        assert_eq!(addresses(&[("a", &["search"]), ("b", &["ar"]), ("c/d", &["c/search"])]), ["a", "b", "c/search"]);
    }
}
