//! Files of pages whose names are nearly those that mean something: `en.md.txt`, `Page.toml`.

use super::{PageId, PageInput, Site};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::tree::meant_file;

/// The file that is most likely meant to be the words in a language.
pub fn meant_words<'a>(page: &'a PageInput, tag: &str) -> Option<&'a str> {
    let is_meant = |name: &&str| {
        let name = name.to_lowercase();
        let rest = name.strip_prefix(&tag.to_lowercase()).and_then(|rest| rest.strip_prefix('.'));
        rest.is_some_and(|rest| {
            matches!(rest, "txt" | "text" | "markdown" | "mdx" | "mkd" | "mdown" | "rtf" | "docx")
                || rest.starts_with("md")
        })
    };
    page.files.iter().map(|file| file.name.as_str()).find(is_meant)
}

/// The file that is most likely meant to be `page.toml`.
pub fn meant_facts(page: &PageInput) -> Option<&str> {
    meant_file("page.toml", &["json", "txt"], names(page))
}

fn names(page: &PageInput) -> impl Iterator<Item = &str> + Clone {
    page.files.iter().map(|file| file.name.as_str())
}

/// A page of its own kind may have no page.toml, and then nothing misses the one that is called otherwise.
pub fn misnamed(site: &Site, id: PageId, diagnostics: &mut Vec<Diagnostic>) {
    let page = &site.page(id).input;
    if page.path.is_empty()
        && site.bibliography.is_empty()
        && let Some(file) = meant_file("sources.toml", &[], names(page))
    {
        let fault = Diagnostic::error(Code::UnknownName, format!("nothing reads the file `content/{file}`"));
        let fault = fault.at(page.top).help("did you mean `content/sources.toml`? Rename the file");
        diagnostics.push(fault.doubting(Matter::Sources));
        return;
    }
    if page.has_facts || page.kind.is_dimension() {
        return;
    }
    if let Some(file) = meant_facts(page) {
        let fault = Diagnostic::warning(Code::UnknownName, format!("nothing reads the file `{file}` of this page"));
        diagnostics.push(fault.at(page.top).help("did you mean `page.toml`? Rename the file"));
    }
}

/// Terms that are called the same: the glossary would list one word twice.
pub fn same_titles(site: &Site, diagnostics: &mut Vec<super::Fault>) {
    let mut reported = std::collections::BTreeSet::new();
    for language in 0..site.pages.first().map_or(0, |page| page.input.faces.len()) {
        let mut titles = std::collections::BTreeMap::new();
        for id in &site.terms {
            let Some(face) = &site.page(*id).input.faces[language] else { continue };
            let title = face.title.to_lowercase();
            if title.is_empty() {
                continue;
            }
            let first = *titles.entry(title).or_insert(*id);
            if first != *id && reported.insert(*id) {
                let other = &site.page(first).input.path;
                let message = format!("the term `{other}` is called `{}`, too", face.title);
                let diagnostic = Diagnostic::warning(Code::DuplicateTitle, message);
                diagnostics.push(super::Fault {
                    page: *id,
                    language: crate::config::LanguageId(language),
                    place: super::Place::Section(None),
                    diagnostic: diagnostic.help("give one of the two another title, or make one page of them"),
                });
            }
        }
    }
}
