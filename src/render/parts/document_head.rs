//! What every document shows around its words: `document` in templates.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::PageKind;
use crate::locale::Direction;
use crate::render::faces::FontFace;
use crate::render::parts::PageTree;
use crate::render::renderer::Renderer;
use crate::render::social_image::{HEIGHT, SOCIAL_IMAGE, WIDTH, has_own_image};
use crate::render::templates::Shared;
use crate::site::{Generated, PageId};

/// What every document shows: `document` in templates.
#[derive(Debug, Serialize)]
pub struct DocumentHead {
    /// For `<title>`: plain text, isolated.
    pub title: String,
    /// The same without the name of the site.
    pub own_title: String,
    /// What kind of thing it is: `article` or `website`.
    pub r#type: &'static str,
    /// For `<meta>`: plain text, isolated; empty for none.
    pub description: String,
    /// The document's own address, absolute; the original's where this is a stand-in.
    pub canonical: String,
    /// Absolute addresses of the page in every language that has it, and by `x-default` the one for other readers.
    pub alternates: Vec<Alternate>,
    /// The page in every language, for the language switch.
    pub languages: Vec<LanguageLink>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// Whether an article in it holds blocks of code.
    pub code: bool,
    /// The addresses of the faces that it is written with, where it is in several languages; else empty.
    pub faces: Vec<String>,
    /// Names the kind of page in class names.
    pub kind: &'static str,
    /// The path of the page below its language's folder, for marking where the reader is.
    pub path: String,
    /// The tree of pages beside it.
    pub tree: Option<PageTree>,
    /// The picture that is shown where a link to the document is shared.
    pub image: Option<HeadImage>,
    /// What the page is in the words of schema.org: JSON-LD, as the content of a script.
    pub structured_data: Option<Shared>,
}

/// A page's address in a language.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// The language's tag.
    pub tag: String,
    /// Absolute.
    pub url: String,
}

/// A picture that is shown where a link to a document is shared.
#[derive(Debug, Serialize)]
pub struct HeadImage {
    /// Its address, absolute.
    pub url: String,
    /// How wide it is, in points; nothing where that is not known.
    pub width: Option<u32>,
    /// How high it is, in points.
    pub height: Option<u32>,
}

/// An entry of the language switch.
#[derive(Debug, Serialize)]
pub struct LanguageLink {
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// The page in that language.
    pub url: String,
    /// Whether it is the language of this document.
    pub current: bool,
}

impl Renderer<'_> {
    /// What a page that has a folder shows around its words.
    pub fn document_head(&self, page: PageId, reader: LanguageId, kind: &'static str) -> DocumentHead {
        let here = self.site.page(page);
        let (words, face) = here.face(reader);
        let mut head = self.bare_head(reader, here.address(), kind, &face.title);
        head.own_title = self.plain_title(page, reader);
        if here.input.path.is_empty() {
            head.title.clone_from(&head.own_title);
        }
        if matches!(here.input.kind, PageKind::Dimension | PageKind::Term | PageKind::Ordinary) {
            head.r#type = "article";
        }
        head.description = self.config.at(words).isolator.plain(&face.summary);
        head.canonical = self.addresses.absolute(&self.url(page, words));
        head.noindex = words != reader;
        head.code = self.has_code(page, words);
        head.tree = self.page_tree(page, reader);
        let spoken: Vec<_> = self.config.language_ids().filter(|language| here.speaks(*language)).collect();
        head.alternates = self.alternates(&spoken, here.address());
        head.image = self.image_of_page(page, words);
        head.structured_data = (!head.noindex).then(|| self.structured_data(page, reader)).flatten();
        head
    }

    /// Whether the article of the page that is being rendered holds blocks of code.
    pub fn has_code(&self, page: PageId, words: LanguageId) -> bool {
        self.words(page, words).is_some_and(|words| words.body.code)
    }

    /// What a document shows that exists alike in every language.
    pub fn bare_head(&self, reader: LanguageId, path: &str, kind: &'static str, title: &str) -> DocumentHead {
        let own_title = self.config.at(reader).isolator.plain(title);
        DocumentHead {
            title: self.document_title(reader, &own_title),
            own_title,
            r#type: "website",
            description: String::new(),
            canonical: self.addresses.absolute(&self.addresses.page(reader, path)),
            alternates: self.alternates(&self.config.language_ids().collect::<Vec<_>>(), path),
            languages: self.language_links(Some(reader), path),
            noindex: false,
            code: false,
            faces: Vec::new(),
            kind,
            path: path.to_owned(),
            tree: None,
            image: self.image_of_path(reader, path),
            structured_data: None,
        }
    }

    /// The picture of a page: the one that its words name, or else the one that is drawn.
    fn image_of_page(&self, page: PageId, words: LanguageId) -> Option<HeadImage> {
        if let Some((url, size)) = self.own_image(page, words) {
            let (width, height) = size.unzip();
            let url = if url.starts_with('/') { self.addresses.absolute(&url) } else { url };
            return Some(HeadImage { url, width, height });
        }
        if has_own_image(self.config, self.site, page) {
            return Some(self.drawn_image(words, self.site.page(page).address()));
        }
        let home = self.site.find("").filter(|home| *home != page)?;
        self.image_of_page(home, self.site.page(home).face(words).0)
    }

    /// The picture of a document that is made of others, or else of the home page.
    fn image_of_path(&self, reader: LanguageId, path: &str) -> Option<HeadImage> {
        let generated = Generated::at(path);
        let is_there = |page| self.site.generated(self.config).any(|own| own == page);
        if self.config.output.social_images != Some(false) && generated.is_some_and(is_there) {
            return Some(self.drawn_image(reader, path));
        }
        let home = self.site.find("")?;
        self.image_of_page(home, self.site.page(home).face(reader).0)
    }

    fn drawn_image(&self, language: LanguageId, path: &str) -> HeadImage {
        let url = self.addresses.page(language, path) + SOCIAL_IMAGE;
        HeadImage { url: self.addresses.absolute(&url), width: Some(WIDTH), height: Some(HEIGHT) }
    }

    /// The page's title, then the site's name.
    fn document_title(&self, reader: LanguageId, title: &str) -> String {
        format!("{title} · {}", self.site_name(reader))
    }

    /// A page's address in each of the languages that have it, and for readers of none of them: at home the page on which one
    /// chooses a language, or else the first of these. None on a site of one language, where there is no other.
    pub fn alternates(&self, languages: &[LanguageId], path: &str) -> Vec<Alternate> {
        let ([first, ..], true) = (languages, self.config.languages.len() > 1) else { return Vec::new() };
        let alternate =
            |tag: &str, address: &str| Alternate { tag: tag.to_owned(), url: self.addresses.absolute(address) };
        let own = |language: &LanguageId| {
            alternate(&self.config.at(*language).locale.tag, &self.addresses.page(*language, path))
        };
        let other = if path.is_empty() { self.addresses.under("") } else { self.addresses.page(*first, path) };
        languages.iter().map(own).chain([alternate("x-default", &other)]).collect()
    }

    /// The faces that languages are written with, as their words of the interface show.
    pub fn faces(&self, languages: &[LanguageId]) -> Vec<String> {
        let statics = &self.input.theme.statics;
        let is_for = |face: &FontFace| {
            languages.iter().any(|language| {
                let locale = &self.config.at(*language).locale;
                face.is_for(self.input.theme.messages[language.0].letters()) && statics.is_written_with(locale, face)
            })
        };
        let faces = statics.faces.iter().filter(|face| is_for(face));
        faces.filter_map(|face| self.addresses.assets.get(&face.file).cloned()).collect()
    }

    fn language_links(&self, current: Option<LanguageId>, path: &str) -> Vec<LanguageLink> {
        let link = |language: LanguageId| {
            let here = self.config.at(language);
            LanguageLink {
                tag: here.locale.tag.clone(),
                name: here.name.clone(),
                dir: here.locale.direction,
                url: self.addresses.page(language, path),
                current: current == Some(language),
            }
        };
        self.config.language_ids().map(link).collect()
    }
}
