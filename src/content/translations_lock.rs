//! `content/translations.lock`: which texts of a section were last confirmed to say the same in all languages. People
//! read its differences, so that it is sorted and holds a line a section; the program alone writes it.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::fields::{Region, quoted, read_toml};
use crate::text::{Source, Span};

/// The digests of a section by the tag of the language.
pub type Confirmed = BTreeMap<String, String>;

/// What was confirmed, by page and section. Neither need exist any more.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    pages: BTreeMap<String, BTreeMap<String, Confirmed>>,
    /// Where each page stands in the file.
    places: BTreeMap<String, Span>,
}

/// What they say is the same, wherever it stands.
impl PartialEq for Lock {
    fn eq(&self, other: &Self) -> bool {
        self.pages == other.pages
    }
}

impl Eq for Lock {}

const HEAD: &str = "\
# Written by `muwazana sync`: the texts that were last confirmed to say the same in all languages.
# The page \"\" is home; the section \"\" is title, summary, stances and what stands before the first heading.
";

impl Lock {
    /// Reads the file.
    pub fn read(top: Span, source: &Source, faults: &mut Vec<Diagnostic>) -> Self {
        let region = Region { file: top.file, offset: 0 };
        read_toml(&source.text, region, faults, |fields| {
            let (mut pages, mut places) = (BTreeMap::new(), BTreeMap::new());
            for path in fields.keys() {
                places.insert(path.clone(), fields.key_span(&path));
                let sections = fields.table(&path, |page| {
                    let mut sections = BTreeMap::new();
                    for id in page.keys() {
                        let confirmed = page.table(&id, |section| {
                            let tags = section.keys().into_iter();
                            tags.filter_map(|tag| Some((tag.clone(), section.string(&tag)?.value))).collect()
                        });
                        sections.extend(confirmed.map(|confirmed: Confirmed| (id, confirmed)));
                    }
                    sections
                });
                pages.extend(sections.map(|sections| (path, sections)));
            }
            Self { pages, places }
        })
    }

    /// What was confirmed of a section; nothing if nobody has done so.
    pub fn section(&self, page: &str, section: &str) -> Option<&Confirmed> {
        self.pages.get(page)?.get(section)
    }

    /// What was confirmed of a page's sections, by their ids.
    pub fn page(&self, page: &str) -> BTreeMap<String, Confirmed> {
        self.pages.get(page).cloned().unwrap_or_default()
    }

    /// Whether anything was confirmed of a page.
    pub fn has(&self, page: &str) -> bool {
        self.pages.get(page).is_some_and(|sections| !sections.is_empty())
    }

    /// The pages, where each stands in the file, and what was confirmed of their sections.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Option<Span>, &BTreeMap<String, Confirmed>)> {
        self.pages.iter().map(|(path, sections)| (path.as_str(), self.places.get(path).copied(), sections))
    }

    /// Puts what is true of a page now in the place of what was confirmed before.
    pub fn confirm(&mut self, page: &str, sections: BTreeMap<String, Confirmed>) {
        if sections.is_empty() {
            self.pages.remove(page);
        } else {
            self.pages.insert(page.to_owned(), sections);
        }
    }

    /// The same with other names of pages and sections, and other digests: `map` is given these three, and the tag before the
    /// digest.
    pub fn mapped(&self, map: impl Fn(&str, &str, &str, &str) -> (String, String, String)) -> Self {
        let mut mapped = Self::default();
        for (page, sections) in &self.pages {
            for (section, confirmed) in sections {
                for (tag, digest) in confirmed {
                    let (page, section, digest) = map(page, section, tag, digest);
                    mapped.pages.entry(page).or_default().entry(section).or_default().insert(tag.clone(), digest);
                }
            }
        }
        mapped
    }

    /// Forgets the pages that are no more.
    pub fn keep(&mut self, exists: impl Fn(&str) -> bool) {
        self.pages.retain(|page, _| exists(page));
    }

    /// The file.
    pub fn write(&self) -> String {
        let mut out = HEAD.to_owned();
        for (page, sections) in &self.pages {
            out += &format!("\n[{}]\n", quoted(page));
            for (section, confirmed) in sections {
                let digests: Vec<_> =
                    confirmed.iter().map(|(tag, digest)| format!("{tag} = {}", quoted(digest))).collect();
                out += &format!("{} = {{ {} }}\n", quoted(section), digests.join(", "));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn read(text: &str) -> (Lock, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let lock = Lock::read(FileId(0).top(), &Source::new("translations.lock", text), &mut faults);
        (lock, faults)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let confirmed = |ar: &str, en: &str| -> Confirmed {
            [("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())].into()
        };
        let mut lock = Lock::default();
        lock.confirm("terms/rollup", [(String::new(), confirmed("1", "2"))].into());
        lock.confirm(
            "",
            [("b\"\\".to_owned(), confirmed("3", "4")), ("المعنى".to_owned(), confirmed("5", "6"))].into(),
        );
        let written = lock.write();
        assert!(written.ends_with(
            "\n[\"\"]\n\"b\\\"\\\\\" = { ar = \"3\", en = \"4\" }\n\"المعنى\" = { ar = \"5\", en = \"6\" }\n\
             \n[\"terms/rollup\"]\n\"\" = { ar = \"1\", en = \"2\" }\n"
        ));
        assert_eq!(read(&written), (lock.clone(), Vec::new()));
        lock.keep(|page| page.is_empty());
        assert_eq!(lock.section("terms/rollup", ""), None);
        assert_eq!(lock.section("", "المعنى").map(|confirmed| confirmed["ar"].as_str()), Some("5"));
    }

    #[test]
    fn what_is_no_lock_is_reported() {
        assert_eq!(read("a = 1\n[b]\nc = \"x\"\n[d]\ne = { ar = 2 }\n").1.len(), 3);
        assert!(!read("<<<<<<< ours\n").1.is_empty());
    }
}
