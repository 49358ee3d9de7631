//! A tree of Markdown that was written for another generator, moved into the places that this one wants. Nothing here reads
//! or writes: a tree comes in, files come out, and what could not be carried over is said file by file.

mod addresses;
mod attributes;
mod body;
mod brought;
mod components;
mod documents;
mod fences;
mod front;
mod links;
mod literal;
mod mdbook;
mod navigation;
mod order;
mod plugins;
mod preprocessed;
mod remark;
mod shortcodes;
mod site_page;
mod tabs;
mod titles;
mod tool;

use std::collections::{BTreeMap, BTreeSet};

use crate::text::BaseUrl;
pub use remark::Remark;
pub use tool::{ForeignFiles, Tool};

use addresses::ImportedAddresses;
use documents::{ForeignPage, documents};
use links::Links;
use order::ForeignOrder;
use plugins::plugin_remarks;
use site_page::{page_file, title_of};
use tool::Layout;

/// What a tree becomes.
#[derive(Debug, Default)]
pub struct Imported {
    /// What the site is called by its own settings; nothing where they do not say.
    pub title: Option<String>,
    /// Where the site is by its own settings; nothing where they do not say.
    pub base_url: Option<BaseUrl>,
    /// The tags of the languages, the first one first.
    pub languages: Vec<String>,
    /// The files of the site, below its root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many pages there are in all languages.
    pub pages: usize,
    /// Whether a page shows an image of another site.
    pub has_external_images: bool,
    /// What could not be carried over, sorted by file.
    pub remarks: BTreeSet<Remark>,
}

/// Moves a tree. Without languages, those are taken for which the tree has folders, behind the one that its settings name.
pub fn import(files: &ForeignFiles, tool: Tool, languages: &[String]) -> Imported {
    let layout = Layout::new(files, tool, languages);
    let mut imported = Imported { title: layout.title.clone(), ..Imported::default() };
    imported.languages.clone_from(&layout.languages);
    match layout.base_url.as_deref().map(|written| (written, BaseUrl::parse(written))) {
        Some((_, Ok(base_url))) => imported.base_url = Some(base_url),
        Some((written, Err(_))) => {
            let said = format!("`{written}` is no address of a site: write base_url in site.toml");
            imported.remarks.insert(Remark::of_file("settings", said));
        }
        None => {}
    }
    if let Some(named) = &layout.unknown_language {
        let first = &layout.languages[0];
        let said = format!(
            "`{named}` is no language that is known here: pages are taken for `{first}`; name theirs with --languages"
        );
        imported.remarks.insert(Remark::of_file("settings", said));
    }
    imported.remarks.extend(plugin_remarks(&layout));
    let (mut documents, remarks) = documents(files, &layout);
    imported.remarks.extend(remarks);
    add_homes(&mut documents, &layout);
    let links = Links::new(files, &layout, &documents);
    let addresses = ImportedAddresses::new(&documents, &layout);
    let order = ForeignOrder::new(files, &layout, &documents, &links);
    for document in &documents {
        let (path, text, found) = page_file(document, &layout, &links, &addresses);
        imported.files.insert(path, text.into_bytes());
        imported.remarks.extend(found.remarks);
        imported.has_external_images |= found.has_external_images;
        for (from, to) in found.files {
            imported.files.extend(files.get(&from).map(|bytes| (to, bytes.clone())));
        }
    }
    imported.pages = documents.len();
    for (path, text) in order.settings(&layout, &addresses) {
        imported.files.insert(path, text.into_bytes());
    }
    imported.remarks.extend(order.remarks().cloned());
    for (path, bytes) in files {
        if let Some(name) = layout.published(path) {
            imported.files.insert(format!("static/{name}"), bytes.clone());
        }
    }
    imported
}

/// How many pages the summary of a home page names that the program makes.
const MOST_NAMED: usize = 5;

/// A home page for each language that has other pages and none.
fn add_homes(documents: &mut Vec<ForeignPage>, layout: &Layout) {
    for language in 0..layout.languages.len() {
        let mut own = documents.iter().filter(|document| document.language == language).peekable();
        if own.peek().is_some() && own.clone().all(|document| !document.page.is_empty()) {
            let title = layout.title.as_deref().unwrap_or("Home");
            // What a site is about that does not say it: its first pages.
            let titles: Vec<String> = own.take(MOST_NAMED).map(|document| title_of(document, layout)).collect();
            let summary = layout.description.clone().unwrap_or_else(|| titles.join(" · "));
            documents.push(ForeignPage::home(language, title, &summary));
        }
    }
    documents.sort_by(|a, b| (&a.page, a.language).cmp(&(&b.page, b.language)));
}
