//! The renderer: what every document is made with. Documents and parts add to it what they need.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;

use crate::config::{Config, LanguageId};
use crate::content::{PageKind, PageText};
use crate::diagnostic::{Code, Diagnostic};
use crate::render::address::{Addresses, under};
use crate::render::social_image::ImageStore;
use crate::render::templates::{Shared, html, share};
use crate::render::theme::Theme;
use crate::site::{Freshness, PageId, Site};
use crate::text::Sources;
use crate::text::html::escape;

/// The name of a page's Markdown beside it.
pub const MARKDOWN: &str = "index.md";

/// The texts of all pages, for documents that show those of many.
pub trait PageTexts: Sync {
    /// The text of a page by language.
    fn text(&self, page: PageId) -> Vec<Option<PageText>>;

    /// The file that the text of a page in a language is made of; `None` where it cannot be read.
    fn markdown(&self, page: PageId, language: LanguageId) -> Option<String>;

    /// What sections of a page in a language, by their ids, were when they last agreed with the other languages; those are left
    /// out of which the history of the repository does not tell.
    fn agreed(&self, page: PageId, language: LanguageId, sections: &[&str]) -> BTreeMap<String, String>;
}

/// All that rendering is given.
pub struct Input<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The model.
    pub site: &'a Site,
    /// Which texts are behind.
    pub freshness: &'a Freshness,
    /// Templates, messages and static files.
    pub theme: &'a Theme,
    /// Texts, for the places of template errors.
    pub sources: &'a Sources,
    /// Texts of pages; nothing where no document is made that shows those of many.
    pub texts: Option<&'a dyn PageTexts>,
    /// Where pictures are that have been drawn before.
    pub images: &'a dyn ImageStore,
}

/// The bytes of a document, or why there are none.
pub type Rendered = Result<Bytes, Diagnostic>;

/// Makes documents for readers: what all of them need, and the words of one page.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    /// All that rendering is given.
    pub input: &'a Input<'a>,
    /// The settings.
    pub config: &'a Config,
    /// The model.
    pub site: &'a Site,
    /// Where everything is.
    pub addresses: &'a Addresses,
    /// By language: what every document in it shows.
    pub shared: &'a [Shared],
    /// The page whose documents are being made, and its words by language. Of other pages only faces are known.
    pub own: Option<(PageId, &'a [Option<PageText>])>,
}

/// The folder of templates that pages name in their front matter.
const PAGES: &str = "pages/";

/// Room for most documents, in bytes, so that they need not be moved as they grow; and for each row of a long one.
const ROOM: usize = 24 << 10;

const ROOM_OF_A_ROW: usize = 2 << 10;

/// What all documents of a linked site share, made once.
pub struct SharedViews {
    addresses: Addresses,
    /// By language: what every document in it shows.
    site: Vec<Shared>,
}

impl SharedViews {
    /// Of a site with its theme.
    pub fn new(input: &Input<'_>) -> Self {
        let addresses = Addresses::new(input.config, &input.theme.statics);
        let Input { config, site, .. } = *input;
        let bare = Renderer { input, config, site, addresses: &addresses, shared: &[], own: None };
        let views = config.language_ids().map(|language| share(&bare.site_view(language))).collect();
        Self { site: views, addresses }
    }
}

impl<'a> Renderer<'a> {
    /// A renderer of what does not show the words of any page.
    pub fn new(input: &'a Input<'a>, shared: &'a SharedViews) -> Self {
        let Input { config, site, .. } = *input;
        Self { input, config, site, addresses: &shared.addresses, shared: &shared.site, own: None }
    }

    /// The same for documents of a page, whose words are given by language.
    pub fn with_words(self, page: PageId, words: &'a [Option<PageText>]) -> Self {
        Self { own: Some((page, words)), ..self }
    }
}

impl Renderer<'_> {
    /// The words of the page that is being rendered, in a language.
    pub fn words(&self, page: PageId, language: LanguageId) -> Option<&PageText> {
        self.own.filter(|(own, _)| *own == page).and_then(|(_, words)| words.get(language.0)?.as_ref())
    }

    /// A document of a template and a view.
    pub fn template(&self, name: &str, view: &impl Serialize) -> Rendered {
        self.with_room(ROOM, name, view)
    }

    /// A page with a folder: by the template that its front matter names, or else that of its kind.
    pub fn page_template(&self, page: PageId, reader: LanguageId, name: &str, view: &impl Serialize) -> Rendered {
        let here = self.site.page(page);
        let is_long = matches!(here.input.kind, PageKind::Home | PageKind::Dimensions);
        let room = ROOM + if is_long { self.site.pages.len() * ROOM_OF_A_ROW } else { 0 };
        let (words, _) = here.face(reader);
        let Some(own) = self.words(page, words).and_then(|words| words.template.as_ref()) else {
            return self.with_room(room, name, view);
        };
        let path = format!("{PAGES}{}", own.value);
        let templates = &self.input.theme.templates;
        if templates.has(&path) {
            return self.with_room(room, &path, view);
        }
        let fault = Diagnostic::error(Code::Template, format!("there is no template `{}`", own.value)).at(own.span);
        let known = templates.names().filter_map(|name| name.strip_prefix(PAGES));
        Err(fault.nearest(
            &own.value,
            known,
            &format!("write templates/{path}, beginning with {{% extends \"{name}\" %}}"),
        ))
    }

    /// A document that shows all dimensions, or all pages: one that grew from little would be in memory twice as it grows.
    pub fn long_template(&self, name: &str, view: &impl Serialize) -> Rendered {
        self.with_room(ROOM + self.site.pages.len() * ROOM_OF_A_ROW, name, view)
    }

    fn with_room(&self, room: usize, name: &str, view: &impl Serialize) -> Rendered {
        let Theme { templates, policy, .. } = self.input.theme;
        let mut document = templates.render(name, view, room, self.input.sources)?;
        if name.ends_with(".html") {
            policy.write_into(&mut document);
        }
        Ok(document.into())
    }

    /// A word of the interface.
    pub fn ui(&self, language: LanguageId, id: &str) -> String {
        self.input.theme.messages[language.0].with(id, &[])
    }

    /// The address of a page.
    pub fn url(&self, page: PageId, language: LanguageId) -> String {
        self.addresses.page(language, self.site.page(page).address())
    }

    /// Plain text of a language as HTML, isolated.
    pub fn isolated(&self, language: LanguageId, text: &str) -> Shared {
        let mut out = String::with_capacity(text.len());
        self.config.at(language).isolator.html(text, &mut out);
        html(&out)
    }

    /// Text of one language inside a document of another: marked if they differ.
    pub fn foreign(&self, reader: LanguageId, words: LanguageId, text: &str) -> Shared {
        if reader == words {
            return self.isolated(words, text);
        }
        let locale = &self.config.at(words).locale;
        let mut out = format!("<bdi lang=\"{}\" dir=\"{}\">", locale.tag, locale.direction.as_str());
        self.config.at(words).isolator.html(text, &mut out);
        html(&(out + "</bdi>"))
    }

    /// A page's title for a reader.
    pub fn title(&self, page: PageId, reader: LanguageId) -> Shared {
        let (words, face) = self.site.page(page).face(reader);
        self.foreign(reader, words, &face.title)
    }

    /// The words of a link that has none of its own, and whose language they are: the heading of the section that it leads to,
    /// else the title of the page.
    pub fn link_words(&self, page: PageId, anchor: Option<&str>, reader: LanguageId) -> (LanguageId, &str) {
        let (words, face) = self.site.page(page).face(reader);
        let section = anchor.and_then(|anchor| face.sections.iter().find(|(id, _)| id == anchor));
        (words, section.map_or(&face.title, |(_, heading)| heading))
    }

    /// What lists that name a page again and again call it, for a reader.
    pub fn name(&self, page: PageId, reader: LanguageId) -> Shared {
        let (words, face) = self.site.page(page).face(reader);
        self.foreign(reader, words, face.name())
    }

    /// A page's summary for a reader.
    pub fn summary(&self, page: PageId, reader: LanguageId) -> Shared {
        let (words, face) = self.site.page(page).face(reader);
        self.foreign(reader, words, &face.summary)
    }

    /// For titles and attributes.
    pub fn plain_title(&self, page: PageId, reader: LanguageId) -> String {
        let (words, face) = self.site.page(page).face(reader);
        self.config.at(words).isolator.plain(&face.title)
    }

    /// What lists that name a page again and again call it, for sentences that are made of it.
    pub fn plain_name(&self, page: PageId, reader: LanguageId) -> String {
        let (words, face) = self.site.page(page).face(reader);
        self.config.at(words).isolator.plain(face.name())
    }

    /// For attributes.
    pub fn plain_summary(&self, page: PageId, reader: LanguageId) -> String {
        let (words, face) = self.site.page(page).face(reader);
        self.config.at(words).isolator.plain(&face.summary)
    }

    /// What a language is called by a reader: as Unicode has it, or else as it calls itself in site.toml, or its tag.
    pub fn language_name(&self, reader: LanguageId, tag: &str) -> String {
        let own = || self.config.language(tag).map(|language| self.config.at(language).name.clone());
        let name = self.config.at(reader).locale.language_name(tag);
        name.or_else(own).unwrap_or_else(|| tag.to_owned())
    }
}

/// `<folder>/<path>/<name>`: where a file of a page lies in the output folder. `folder` is that of its language.
pub fn document_path(folder: &str, path: &str, name: &str) -> String {
    under(folder, &under(path, name))
}

/// Escaped for an attribute in double quotes.
pub fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}
