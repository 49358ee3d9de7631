//! The book: the pages of a language, or those that can be read in several side by side, as a file to keep: EPUB 3.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use bytes::Bytes;
use serde::Serialize;

use super::book_cover::cover;
use super::book_views::{
    BookAboutView, BookChapterView, BookItem, BookNavView, BookPackageView, BookParallelView, BookSheetView,
    BookSourcesView,
};
use super::parallel::{ParallelView, parallel_prefix, parallel_view};
use crate::config::LanguageId;
use crate::content::PageKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::render::epub::{BookAddresses, BookFile, book_faces, chapter_markup, character_set, container, xml_id};
use crate::render::parts::PARALLEL_BOOK;
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::html;
use crate::site::{Generated, NodeId, PageId, Site, SiteFile, SourceId, Tree};
use crate::text::Date;
use crate::text::html::escape;

/// As many pages as a book has at most: readers of books open no larger ones.
const MOST_CHAPTERS: usize = 1000;

/// Which book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// The pages of a language.
    Language(LanguageId),
    /// The pages that can be read in all their languages side by side.
    Parallel,
}

/// A place in the table of contents.
struct BookPlace {
    depth: usize,
    node: NodeId,
    page: Option<PageId>,
}

/// Whether a site has a book of all languages.
pub fn has_parallel(site: &Site) -> bool {
    site.pages.iter().any(|page| page.parallel.is_some())
}

/// The pages whose words are in a book.
pub fn texts(site: &Site, edition: Edition) -> Vec<PageId> {
    places(site, edition).0.into_iter().filter_map(|place| place.page).collect()
}

/// What a book has, in its order, and how many pages it leaves out.
fn places(site: &Site, edition: Edition) -> (Vec<BookPlace>, usize) {
    let mut places = in_order(site, |page| match edition {
        Edition::Parallel => site.page(*page).parallel.is_some(),
        Edition::Language(language) => site.page(*page).speaks(language),
    });
    let pages = places.iter().filter(|place| place.page.is_some()).count();
    let left_out = pages.saturating_sub(MOST_CHAPTERS);
    if left_out > 0 {
        places.truncate(MOST_CHAPTERS);
    }
    // A group without a page below it has nothing to be found under.
    while places.last().is_some_and(|place| place.page.is_none()) {
        places.pop();
    }
    (places, left_out)
}

/// Home, the dimensions, what else there is along the tree, and the terms, as far as they belong to the book.
fn in_order(site: &Site, is_in: impl Fn(&PageId) -> bool) -> Vec<BookPlace> {
    let kind = |node: &NodeId| site.tree.page(*node).map(|page| site.page(page).input.kind);
    let mut top = site.tree.top().to_vec();
    top.sort_by_key(|node| match kind(node) {
        Some(PageKind::Dimensions | PageKind::Dimension) => 0,
        Some(PageKind::Terms | PageKind::Term) => 2,
        _ => 1,
    });
    let home = site.find("").filter(&is_in);
    let mut places: Vec<BookPlace> =
        home.iter().map(|page| BookPlace { depth: 0, node: Tree::node(*page), page: Some(*page) }).collect();
    let mut open: Vec<(usize, NodeId)> = top.into_iter().rev().map(|node| (0, node)).collect();
    while let Some((depth, node)) = open.pop() {
        let page = site.tree.page(node).filter(|page| Some(*page) != home);
        let is_group = site.tree.group(node).is_some() && site.tree.pages(node).iter().any(&is_in);
        let is_there = page.as_ref().is_some_and(&is_in) || is_group;
        if is_there {
            places.push(BookPlace { depth, node, page });
        }
        let below = if is_there { depth + 1 } else { depth };
        open.extend(site.tree.children(node).iter().rev().map(|child| (below, *child)));
    }
    places
}

/// A book.
pub fn book(renderer: &Renderer<'_>, edition: Edition) -> Rendered {
    let fault = |message: String| Diagnostic::error(Code::Template, format!("the book cannot be packed: {message}"));
    let files = Binding::new(renderer, edition).bind()?;
    container(&files).map_err(fault)
}

/// A book that is being made.
struct Binding<'a> {
    renderer: &'a Renderer<'a>,
    edition: Edition,
    /// The language of its own words.
    language: LanguageId,
    places: Vec<BookPlace>,
    left_out: usize,
    /// The files of the site, from which pictures and faces come, by their paths.
    site_files: BTreeMap<String, Bytes>,
    /// By the address of a page: its file, and what stands before its ids.
    chapters: HashMap<String, (String, String, PageId)>,
    /// The pictures of the book, by their paths in it.
    pictures: RefCell<BTreeMap<String, Bytes>>,
}

/// A document of the book.
struct BookDocument {
    path: String,
    properties: Vec<&'static str>,
    text: String,
}

impl<'a> Binding<'a> {
    fn new(renderer: &'a Renderer<'a>, edition: Edition) -> Self {
        let Renderer { config, site, .. } = *renderer;
        let (places, left_out) = places(site, edition);
        let language = match edition {
            Edition::Language(language) => language,
            Edition::Parallel => LanguageId(0),
        };
        let mut chapters = HashMap::new();
        for (n, page) in places.iter().filter_map(|place| place.page).enumerate() {
            let path = chapter_path(n);
            match edition {
                Edition::Language(language) => {
                    chapters.insert(renderer.url(page, language), (path, String::new(), page));
                }
                Edition::Parallel => {
                    for language in config.language_ids().filter(|language| site.page(page).speaks(*language)) {
                        let prefix = parallel_prefix(renderer, language);
                        chapters.insert(renderer.url(page, language), (path.clone(), prefix, page));
                    }
                }
            }
        }
        let files = renderer.input.theme.statics.files(site).into_iter();
        let site_files = files.map(|file| (file.path, file.bytes)).collect();
        Self { renderer, edition, language, places, left_out, site_files, chapters, pictures: RefCell::default() }
    }

    fn bind(&self) -> Result<Vec<BookFile>, Diagnostic> {
        let renderer = self.renderer;
        let site = &renderer.shared[self.language.0];
        let mut documents = Vec::new();
        let pages: Vec<PageId> = self.places.iter().filter_map(|place| place.page).collect();
        for (n, page) in pages.iter().enumerate() {
            documents.push(self.chapter(*page, chapter_path(n))?);
        }
        let cited = self.sources(&pages);
        if !cited.is_empty() {
            let sources = cited.into_iter().map(|source| renderer.source(source, self.language)).collect();
            let view = BookSourcesView { site: site.clone(), sources };
            let title = renderer.ui(self.language, "sources_title");
            documents.push(self.document("book_sources.html", &view, "sources.xhtml", &title)?);
        }
        let about = renderer.ui(self.language, "book_about");
        documents.push(self.document("book_about.html", &self.about(), "about.xhtml", &about)?);
        let view = BookNavView { site: site.clone(), contents: html(&self.contents()) };
        let contents = renderer.ui(self.language, "book_contents");
        let mut nav = self.document("book_nav.html", &view, "nav.xhtml", &contents)?;
        nav.properties.push("nav");
        let drawing = renderer.template("book_cover.html", &cover(renderer, self.language, self.updated()))?;
        let drawing = chapter_markup(&String::from_utf8_lossy(&drawing), &self.addresses(""), &mut BTreeSet::new());
        let drawing = drawing.trim().to_owned();
        let title = renderer.site_name(self.language);
        let cover = BookDocument {
            path: "cover.xhtml".to_owned(),
            properties: vec!["svg"],
            text: self.shell(&title, &format!("<section class=\"cover\" epub:type=\"cover\">{drawing}</section>")),
        };
        documents.splice(0..0, [cover, nav]);
        self.files(documents, drawing)
    }

    /// All files, with the sheet and the package.
    fn files(&self, documents: Vec<BookDocument>, cover: String) -> Result<Vec<BookFile>, Diagnostic> {
        let renderer = self.renderer;
        let characters = character_set(documents.iter().map(|document| document.text.as_str()));
        let sheet = |name: &str| {
            let path = renderer.input.theme.statics.assets.get(name);
            path.and_then(|path| self.site_files.get(path)).map(|bytes| String::from_utf8_lossy(bytes))
        };
        let has_math = documents.iter().any(|document| document.properties.contains(&"mathml"));
        let sheets: Vec<_> =
            [sheet("style.css"), sheet("code.css").filter(|_| has_math)].into_iter().flatten().collect();
        let sheets: Vec<&str> = sheets.iter().map(|sheet| &**sheet).collect();
        let (faces, fonts) = book_faces(&sheets, &characters, &self.site_files);
        let view = BookSheetView { site: renderer.shared[self.language.0].clone(), faces: html(&faces) };
        let sheet = renderer.template("book.css", &view)?;
        let mut files = vec![BookFile { path: "book.css".to_owned(), bytes: sheet }];
        let cover = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{cover}\n");
        files.push(BookFile { path: "cover.svg".to_owned(), bytes: cover.into() });
        files.extend(fonts);
        let pictures = self.pictures.borrow();
        files.extend(pictures.iter().map(|(path, bytes)| BookFile { path: path.clone(), bytes: bytes.clone() }));
        let mut items: Vec<BookItem> =
            documents.iter().map(|document| item(&document.path, &document.properties)).collect();
        items.extend(
            files.iter().map(|file| item(&file.path, if file.path == "cover.svg" { &["cover-image"] } else { &[] })),
        );
        let package = renderer.template("book_package.xml", &self.package(items))?;
        let documents =
            documents.into_iter().map(|document| BookFile { path: document.path, bytes: document.text.into() });
        Ok([BookFile { path: "package.opf".to_owned(), bytes: package }]
            .into_iter()
            .chain(documents)
            .chain(files)
            .collect())
    }

    fn package(&self, items: Vec<BookItem>) -> BookPackageView {
        let renderer = self.renderer;
        let locale = &renderer.config.at(self.language).locale;
        let mut languages = vec![locale.tag.clone()];
        let others = renderer.config.language_ids().filter(|_| self.edition == Edition::Parallel);
        languages.extend(others.skip(1).map(|language| renderer.config.at(language).locale.tag.clone()));
        let home = renderer.site.find("").map(|home| renderer.site.page(home).face(self.language).1);
        let file = match self.edition {
            Edition::Language(language) => renderer.addresses.site_file(language, SiteFile::Book),
            Edition::Parallel => renderer.addresses.under(PARALLEL_BOOK),
        };
        let licence = renderer.config.licence.as_ref();
        // A book has to say when it was last changed; one without dates never was.
        let updated = self.updated().unwrap_or(Date { year: 1970, month: Some(1), day: Some(1) });
        BookPackageView {
            languages,
            dir: locale.direction,
            title: renderer.site_name(self.language),
            summary: home.map_or(String::new(), |home| home.summary.clone()),
            identifier: renderer.addresses.absolute(&file),
            url: renderer.addresses.absolute(&renderer.addresses.page(self.language, "")),
            rights: licence.map(|licence| format!("{} ({})", licence.name, licence.url)),
            modified: format!("{updated}T00:00:00Z"),
            items,
        }
    }

    /// The day of the last change of a page of the book.
    fn updated(&self) -> Option<Date> {
        let pages = self.places.iter().filter_map(|place| place.page);
        pages.filter_map(|page| self.renderer.site.page(page).changed()).filter(|date| date.is_day()).max()
    }

    fn about(&self) -> BookAboutView {
        let renderer = self.renderer;
        let here = renderer.config.at(self.language);
        let messages = &renderer.input.theme.messages[self.language.0];
        let home = renderer.site.find("").map(|home| renderer.summary(home, self.language));
        let left_out = (self.left_out > 0).then(|| {
            let pages = messages.count(&here.locale, "search_count", self.left_out);
            messages.with("llms_more", &[("pages", &pages)])
        });
        BookAboutView {
            site: renderer.shared[self.language.0].clone(),
            summary: home.unwrap_or_else(|| html("")),
            url: renderer.addresses.absolute(&renderer.addresses.page(self.language, "")),
            updated: self.updated().map(|date| here.locale.date(date)),
            left_out,
        }
    }

    /// The sources that pages of the book cite, by their keys.
    fn sources(&self, pages: &[PageId]) -> BTreeSet<SourceId> {
        let is_of = |language: usize| match self.edition {
            Edition::Language(own) => own.0 == language,
            Edition::Parallel => true,
        };
        let citations = pages.iter().flat_map(|page| self.renderer.site.page(*page).citations.iter().enumerate());
        let citations = citations.filter(|(language, _)| is_of(*language));
        citations.flat_map(|(_, sources)| sources.iter().flatten().copied()).collect()
    }

    /// A page as a chapter.
    fn chapter(&self, page: PageId, path: String) -> Result<BookDocument, Diagnostic> {
        let words = self.renderer.input.texts.map(|texts| texts.text(page)).unwrap_or_default();
        let renderer = &self.renderer.with_words(page, &words);
        let language = self.language;
        let site = renderer.shared[language.0].clone();
        if self.edition == Edition::Parallel {
            let ParallelView { columns, rows, document, .. } = parallel_view(renderer, page);
            let view = BookParallelView { site, columns, rows };
            return self.document("book_parallel.html", &view, &path, &document.own_title);
        }
        let here = renderer.site.page(page);
        let kind = here.input.kind;
        let below = renderer.site.tree.children(Tree::node(page)).iter();
        let below = below.filter_map(|node| renderer.site.tree.page(*node));
        let below: Vec<PageId> = below.filter(|page| renderer.site.page(*page).speaks(language)).collect();
        let view = BookChapterView {
            site,
            article: renderer.article(page, language, ""),
            row: kind.is_dimension().then(|| renderer.row(page, language)),
            cards: renderer.cards(&below, language),
            glossary: kind == PageKind::Terms,
        };
        self.document("book_chapter.html", &view, &path, &renderer.plain_title(page, language))
    }

    /// A document of a template.
    fn document(&self, name: &str, view: &impl Serialize, path: &str, title: &str) -> Result<BookDocument, Diagnostic> {
        let html = self.renderer.template(name, view)?;
        let mut ids = BTreeSet::new();
        let body = chapter_markup(&String::from_utf8_lossy(&html), &self.addresses(path), &mut ids);
        let mut properties = Vec::new();
        properties.extend(body.contains("<math").then_some("mathml"));
        properties.extend(body.contains("<svg").then_some("svg"));
        Ok(BookDocument { path: path.to_owned(), properties, text: self.shell(title, body.trim()) })
    }

    /// A document around what stands in its body.
    fn shell(&self, title: &str, body: &str) -> String {
        let locale = &self.renderer.config.at(self.language).locale;
        let (tag, dir) = (&locale.tag, locale.direction.as_str());
        let mut words = String::new();
        escape(title, &mut words);
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
             <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{tag}\" \
             xml:lang=\"{tag}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\"/><title>{words}</title>\
             <link rel=\"stylesheet\" href=\"book.css\"/></head>\n<body>\n{body}\n</body>\n</html>\n"
        )
    }

    /// The table of contents: lists in lists, as deep as the tree.
    fn contents(&self) -> String {
        let renderer = self.renderer;
        let mut out = String::from("<ol>");
        let (mut chapter, mut open) = (0, 0);
        for (n, place) in self.places.iter().enumerate() {
            let title = match (self.edition, place.page) {
                (Edition::Language(language), Some(page)) => renderer.title(page, language),
                (Edition::Language(language), None) => renderer.node_title(place.node, language),
                (Edition::Parallel, Some(page)) => html(&self.titles(page)),
                (Edition::Parallel, None) => html(""),
            };
            let title = title.as_str().unwrap_or_default();
            if n > 0 {
                let depth = place.depth.min(open + 1);
                match depth > open {
                    true => out += "<ol>",
                    false => out += &format!("</li>{}", "</ol></li>".repeat(open - depth)),
                }
                open = depth;
            }
            match place.page {
                Some(_) => {
                    out += &format!("<li><a href=\"{}\">{title}</a>", chapter_path(chapter));
                    chapter += 1;
                }
                None => out += &format!("<li><span>{title}</span>"),
            }
        }
        if !self.places.is_empty() {
            out += &format!("</li>{}", "</ol></li>".repeat(open));
        }
        let more = |path: &str, message: &str| {
            let mut title = String::new();
            escape(&renderer.ui(self.language, message), &mut title);
            format!("<li><a href=\"{path}\">{title}</a></li>")
        };
        let pages: Vec<PageId> = self.places.iter().filter_map(|place| place.page).collect();
        if !self.sources(&pages).is_empty() {
            out += &more("sources.xhtml", "sources_title");
        }
        out + &more("about.xhtml", "book_about") + "</ol>"
    }

    /// The title of a page in all its languages.
    fn titles(&self, page: PageId) -> String {
        let languages = self.renderer.config.language_ids().filter(|own| self.renderer.site.page(page).speaks(*own));
        let title = |language| {
            self.renderer.foreign(self.language, language, &self.renderer.site.page(page).face(language).1.title)
        };
        languages.map(|own| title(own).as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(" · ")
    }

    fn addresses<'b>(&'b self, path: &'b str) -> DocumentAddresses<'b> {
        let own = self.chapters.iter().find(|(_, (file, ..))| file == path).map(|(url, _)| url.as_str());
        DocumentAddresses { binding: self, page: own.unwrap_or("/") }
    }
}

/// Where the addresses of a document of the book lead.
struct DocumentAddresses<'a> {
    binding: &'a Binding<'a>,
    /// The address of its page.
    page: &'a str,
}

impl BookAddresses for DocumentAddresses<'_> {
    fn link(&self, address: &str) -> String {
        if let Some(id) = address.strip_prefix('#') {
            return format!("#{}", xml_id(id));
        }
        if address.ends_with(".xhtml") && !address.contains('/') {
            return address.to_owned();
        }
        let Binding { renderer, chapters, edition, .. } = self.binding;
        let (path, id) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
        if let Some((file, prefix, page)) = chapters.get(path) {
            let decoded = id.map(|id| percent_encoding::percent_decode_str(id).decode_utf8_lossy());
            let known = decoded.filter(|id| {
                let faces = renderer.site.page(*page).input.faces.iter().flatten();
                faces.clone().any(|face| face.anchors.iter().any(|own| own == id))
            });
            return match known {
                Some(id) => format!("{file}#{}", xml_id(&format!("{prefix}{id}"))),
                None => file.clone(),
            };
        }
        let sources = renderer.addresses.page(self.binding.language, Generated::Sources.path());
        if path == sources && matches!(edition, Edition::Language(_)) {
            return "sources.xhtml".to_owned();
        }
        renderer.addresses.whole(self.page, address)
    }

    fn picture(&self, address: &str) -> Option<String> {
        let binding = self.binding;
        let base = &binding.renderer.config.base_url.path;
        let path = address.split(['#', '?']).next()?.strip_prefix(base.as_str())?;
        let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        let bytes = binding.site_files.get(&*path)?;
        let name = format!(
            "pictures/{}",
            path.rsplit('/').next()?.replace(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-', "_")
        );
        media_type(&name).filter(|kind| kind.starts_with("image/"))?;
        binding.pictures.borrow_mut().insert(name.clone(), bytes.clone());
        Some(name)
    }
}

fn chapter_path(number: usize) -> String {
    format!("chapter-{:04}.xhtml", number + 1)
}

/// The type of a file that a book may have; nothing for others.
fn media_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit('.').next()? {
        "xhtml" => "application/xhtml+xml",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        _ => return None,
    })
}

fn item(path: &str, properties: &[&'static str]) -> BookItem {
    BookItem {
        id: xml_id(&path.replace('/', "-")),
        href: path.to_owned(),
        media_type: media_type(path).unwrap_or("application/octet-stream"),
        properties: properties.join(" "),
        in_spine: path.ends_with(".xhtml"),
    }
}
