//! The documents of a tree: which file is which page in which language.

use std::collections::{BTreeMap, BTreeSet};

use super::brought::{Appended, BroughtText, with_brought};
use super::front::{Front, read_front};
use super::mdbook::{book_text, chapters, plain_address, redirects, summary_remarks};
use super::remark::Remark;
use super::tool::{ForeignFiles, Layout, Tool, joined};
use crate::content::{address_name, is_address_name};

/// A document of the old tree.
#[derive(Debug)]
pub struct ForeignPage {
    /// Its file; empty for one that is made up.
    pub file: String,
    /// Its language, by number.
    pub language: usize,
    /// The path of the page that it becomes, below `content/`; empty for the home page.
    pub page: String,
    /// Where it was published below the address of all documents, without ending.
    pub old_path: String,
    /// The name by which the navigation of Docusaurus knows it; empty elsewhere.
    pub id: String,
    /// Whether it was the page of its folder.
    pub is_index: bool,
    /// What its head says.
    pub front: Front,
    /// The text below its head.
    pub body: String,
    /// On which line of the file that begins, from 1.
    pub first_line: usize,
    /// For each line of the text, its number in the text as it stands in the file, from 0; empty where they are the same.
    pub lines: Vec<usize>,
    /// The place that its name gives it, such as `01-intro`.
    pub number: Option<i64>,
}

impl ForeignPage {
    /// A home page where there is none.
    pub fn home(language: usize, title: &str, summary: &str) -> Self {
        let front = Front { title: Some(title.to_owned()), summary: Some(summary.to_owned()), ..Front::default() };
        Self {
            file: String::new(),
            language,
            page: String::new(),
            old_path: String::new(),
            id: String::new(),
            is_index: true,
            front,
            body: String::new(),
            first_line: 1,
            lines: Vec::new(),
            number: None,
        }
    }

    /// On which line of the file a line of the text stands that would be on this one if nothing had been brought in.
    pub fn line_in_file(&self, line: usize) -> usize {
        let number = line.checked_sub(self.first_line).and_then(|number| self.lines.get(number));
        number.map_or(line, |number| self.first_line + number)
    }
}

/// All documents, and what is left out.
pub fn documents(files: &ForeignFiles, layout: &Layout) -> (Vec<ForeignPage>, Vec<Remark>) {
    let mut found: BTreeMap<(String, usize), ForeignPage> = BTreeMap::new();
    let mut remarks = Vec::new();
    let summaries = summaries(files, layout, &mut remarks);
    let appended = Appended::new(files, layout, &mut remarks);
    for (file, bytes) in files {
        let Some((root, language)) = root_of(file, layout) else { continue };
        let rest = &file[root.len()..];
        let Some(stem) = ["md", "mdx", "markdown"].iter().find_map(|end| rest.strip_suffix(end)?.strip_suffix('.'))
        else {
            continue;
        };
        if is_left_out(rest, layout) {
            // Docsify keeps its navigation and its cover in such files.
            if layout.tool == Tool::Plain && rest.rsplit('/').next().is_some_and(|name| name.starts_with('_')) {
                remarks.push(Remark::of_file(file, "begins with `_`, and is left out".to_owned()));
            }
            continue;
        }
        if summaries.get(root).is_some_and(|chapters| !chapters.is_empty() && !chapters.contains(rest)) {
            remarks.push(Remark::of_file(file, "is not in SUMMARY.md, and was no page: it is left out".to_owned()));
            continue;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            remarks.push(Remark::of_file(file, "is not UTF-8, and is left out"));
            continue;
        };
        let mut document = document(file, stem, language, text, layout, &mut remarks);
        let (body, first) = (&document.body, document.first_line);
        let made = match layout.tool {
            Tool::MdBook => Some(book_text(file, body, first, files, layout, &mut remarks)),
            Tool::MkDocs | Tool::VitePress => Some(with_brought(file, body, first, files, layout, &mut remarks)),
            _ => None,
        };
        if let Some(mut made) = made {
            appended.add_to(&mut made);
            let BroughtText { text, lines } = made;
            (document.body, document.lines) = (text, lines);
        }
        let key = (document.page.clone(), document.language);
        if let Some(other) = found.get(&key) {
            let said = format!("would be the same page as {}, and is left out", other.file);
            remarks.push(Remark::of_file(file, said));
            continue;
        }
        found.insert(key, document);
    }
    let mut documents: Vec<ForeignPage> = found.into_values().collect();
    if layout.tool == Tool::MdBook {
        let mut redirects = redirects(layout);
        for document in documents.iter_mut().filter(|document| document.language == 0) {
            let old = redirects.remove(&plain_address(&document.old_path));
            document.front.addresses.extend(old.into_iter().flatten());
        }
    }
    if layout.is_at_root() {
        make_home(&mut documents);
    }
    (documents, remarks)
}

/// The chapters of books, by the folder of each. Translations that stand in catalogs are said.
fn summaries<'l>(
    files: &ForeignFiles,
    layout: &'l Layout,
    remarks: &mut Vec<Remark>,
) -> BTreeMap<&'l str, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    if layout.tool != Tool::MdBook {
        return found;
    }
    for (root, _) in &layout.roots {
        let file = format!("{root}SUMMARY.md");
        let Some(summary) = files.get(&file).map(|bytes| String::from_utf8_lossy(bytes).into_owned()) else { continue };
        remarks.extend(summary_remarks(&file, &summary));
        found.insert(root.as_str(), chapters(&summary));
    }
    let catalogs = files.keys().filter(|path| path.starts_with("po/") && path.ends_with(".po"));
    remarks.extend(catalogs.map(|path| {
        Remark::of_file(path, "translations in catalogs are not read, and this one is left out".to_owned())
    }));
    found
}

/// A page that was at the root of the site by its own word is the home page, in all its languages.
fn make_home(documents: &mut [ForeignPage]) {
    if documents.iter().any(|document| document.page.is_empty()) {
        return;
    }
    let home = documents.iter().find(|document| document.old_path.is_empty()).map(|document| document.page.clone());
    if let Some(home) = home {
        documents.iter_mut().filter(|document| document.page == home).for_each(|document| document.page.clear());
    }
}

fn root_of<'a>(file: &str, layout: &'a Layout) -> Option<(&'a str, usize)> {
    let holding = layout.roots.iter().filter(|(root, _)| file.starts_with(root.as_str()));
    holding.max_by_key(|(root, _)| root.len()).map(|(root, language)| (root.as_str(), *language))
}

/// Files that the tools do not publish: hidden ones, those of packages, and the list of chapters.
fn is_left_out(rest: &str, layout: &Layout) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') || part == "node_modules";
    let is_partial = |part: &str| part.starts_with('_') && part != "_index.md" && !part.starts_with("_index.");
    let is_list = layout.tool == Tool::MdBook && rest.ends_with("SUMMARY.md");
    is_list || rest.split('/').any(|part| is_hidden(part) || is_partial(part))
}

fn document(
    file: &str,
    stem: &str,
    language: usize,
    text: &str,
    layout: &Layout,
    remarks: &mut Vec<Remark>,
) -> ForeignPage {
    let (mut stem, mut language) = (stem, language);
    if layout.tool.has_endings()
        && let Some((before, tag)) = stem.rsplit_once('.')
        && let Some(at) = layout.languages.iter().position(|own| own == tag)
    {
        (stem, language) = (before, at);
    }
    let mut parts: Vec<&str> = stem.split('/').collect();
    let file_name = parts.last().copied().unwrap_or_default();
    let is_index = match parts.as_slice() {
        // Docusaurus takes a page with the name of its folder for the page of that.
        [.., folder, name] if layout.tool == Tool::Docusaurus && folder == name => true,
        _ => layout.is_index(file_name),
    };
    let folder: Vec<&str> = parts[..parts.len() - 1].iter().map(|part| without_number(part, layout)).collect();
    if is_index {
        parts.pop();
    }
    let numbered = parts.last().and_then(|last| number_of(last, layout));
    let mut page = page_path(parts.iter().copied(), layout);
    if matches!(page.as_str(), "matrix" | "sources" | "search" | "assets" | "parallel") {
        remarks.push(Remark::of_file(
            file,
            format!("the address `{page}` is the program's own: the page is `{page}-page`"),
        ));
        page += "-page";
    }
    let (mut front, body, first_line) = read_front(file, text, layout.tool, remarks);
    // Hugo takes one without a slash before it for one below the language's own.
    if let Some(own) = front.own_address.as_mut().filter(|own| !own.starts_with('/')) {
        let tag = layout.languages.get(language).filter(|_| language > 0);
        *own = format!("/{}", joined(tag.map_or("", String::as_str), own));
    }
    let name = front.id.as_deref().unwrap_or_else(|| without_number(file_name, layout));
    let id = joined(&folder.join("/"), name);
    let old: Vec<String> = parts.iter().map(|part| layout.published_name(without_number(part, layout))).collect();
    let old_path = match (layout.tool, &front.slug) {
        (Tool::Docusaurus, None) if is_index => old.join("/"),
        (Tool::Docusaurus, None) => id.clone(),
        (Tool::Docusaurus, Some(slug)) if slug.starts_with('/') => joined("", slug),
        (Tool::Docusaurus, Some(slug)) => joined(&folder.join("/"), slug),
        // The page of a section has none.
        (Tool::Hugo | Tool::Zola, Some(slug)) if !file_name.starts_with('_') && !old.is_empty() => {
            joined(&old[..old.len() - 1].join("/"), &layout.published_name(slug))
        }
        // A collection is published under its name.
        (Tool::Jekyll, _) if file.starts_with("_docs/") => format!("docs/{}", old.join("/")),
        (Tool::Jekyll, _) if file.starts_with("_pages/") => format!("pages/{}", old.join("/")),
        _ => old.join("/"),
    };
    ForeignPage {
        file: file.to_owned(),
        language,
        page,
        old_path,
        id: if layout.tool == Tool::Docusaurus { id } else { String::new() },
        is_index,
        front,
        body,
        first_line,
        lines: Vec::new(),
        number: numbered,
    }
}

/// The path of a page, of the parts of that of its file.
pub fn page_path<'p>(parts: impl Iterator<Item = &'p str>, layout: &Layout) -> String {
    parts.map(|part| folder_name(without_number(part, layout), layout)).collect::<Vec<_>>().join("/")
}

/// Docusaurus takes a number before a name for its place.
fn number_of(part: &str, layout: &Layout) -> Option<i64> {
    let name = without_number(part, layout);
    part.strip_suffix(name)?.trim_end_matches(['-', '_', '.', ' ']).parse().ok()
}

fn without_number<'a>(part: &'a str, layout: &Layout) -> &'a str {
    let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.trim_start_matches(['-', '_', '.', ' ']);
    let is_number = layout.tool == Tool::Docusaurus && rest.len() < part.len() && name.len() < rest.len();
    if is_number && !name.is_empty() { name } else { part }
}

/// What a folder is called that a file or folder of this name becomes: the same, unless that makes no address.
fn folder_name(name: &str, layout: &Layout) -> String {
    if is_address_name(name) {
        return name.to_owned();
    }
    let near = address_name(&layout.published_name(name));
    let words: Vec<&str> = near.trim_matches('.').split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "page".to_owned() } else { words.join("-") }
}
