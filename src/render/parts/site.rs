//! What every document of a language shows of the site, made once.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::{LanguageId, MenuLink, MenuTarget};
use crate::locale::Direction;
use crate::render::icon::data_address;
use crate::render::parts::LinkView;
use crate::render::renderer::{Renderer, attribute};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId, SiteFile};
use crate::text::{Located, WebAddress};

/// The icon that a site brings, below `static/assets/`.
const OWN_ICON: &str = "icon.svg";

/// What every document of a language shows: `site` in templates.
#[derive(Serialize)]
pub struct SiteView {
    /// What the site is called, plain text.
    name: String,
    /// The tag of the language.
    tag: String,
    /// The direction of the language.
    dir: Direction,
    /// How the language writes numbers, as a tag that browsers understand.
    numbers: String,
    /// The address of the home page.
    home: String,
    /// The path of the site on its host.
    base: String,
    /// The messages of the interface that need no argument.
    ui: BTreeMap<String, String>,
    /// The pages of the menu.
    nav: Vec<NavItem>,
    /// Whether the menu has more entries than any window is wide enough for.
    long_menu: bool,
    /// What is compared, in order.
    subjects: Vec<SubjectView>,
    /// The addresses of the files in `static/assets/`.
    assets: BTreeMap<String, String>,
    /// The address of the feed; `None` for documentation without dates.
    feed: Option<String>,
    /// The addresses of the book of the language, and of that of all languages; `None` where there is none.
    books: [Option<String>; 2],
    /// The address of the bibliography; `None` where the site has no sources.
    sources: Option<String>,
    /// The address of what a browser needs to keep the site among its programs.
    manifest: String,
    /// The address of the icon for telephones.
    touch_icon: String,
    /// The colours behind text, in the light theme and in the dark one.
    papers: [String; 2],
    /// The address of the icon, as an attribute in double quotes has it.
    icon: Shared,
    /// The page of the search, for whoever has no JavaScript; its script finds the rest. `None` without a search.
    search: Option<String>,
    /// The address of the page that shows how far the languages go together; `None` unless `site.toml` asks for it.
    status: Option<String>,
    /// The address of the repository's web page.
    repository: Option<WebAddress>,
    /// The name of the licence of the words, and its address.
    licence: Option<(String, WebAddress)>,
    /// The addresses of the faces that the language is written with.
    faces: Vec<String>,
    /// What stands in the menu after the site's own pages.
    links: Vec<MenuLinkView>,
    /// A picture before the name of the site.
    logo: Option<LogoView>,
    /// The addresses of the sheets that every page loads after the default one.
    styles: Vec<String>,
    /// The addresses of the scripts that every page loads.
    scripts: Vec<String>,
    /// What the foot of every page says, as HTML; `None` where `site.toml` has no `footer`.
    footer: Option<Shared>,
}

/// Where the book of all languages lies.
pub const PARALLEL_BOOK: &str = "parallel/book.epub";

/// As many entries as the menu may have that stands open in a wide window.
const WIDE: usize = 8;

/// As many pages as the menu holds: the page of the search lists all.
const MENU: usize = 40;

/// A page of the menu.
#[derive(Serialize)]
struct NavItem {
    url: String,
    title: Shared,
    path: String,
}

/// A link of the menu that `site.toml` names.
#[derive(Serialize)]
struct MenuLinkView {
    url: String,
    title: Shared,
}

/// A picture, with its size in CSS pixels where the file says it.
#[derive(Serialize)]
struct LogoView {
    url: String,
    /// Width and height.
    dimensions: Option<(u32, u32)>,
}

/// One of the things that are compared.
#[derive(Serialize)]
struct SubjectView {
    /// Its name in front matter.
    id: String,
    name: Shared,
    /// Its ink, as `#rrggbb`.
    accent: String,
}

impl Renderer<'_> {
    /// What every document of a language shows.
    pub fn site_view(&self, language: LanguageId) -> SiteView {
        let ui = self.input.theme.messages[language.0].plain();
        let here = self.config.at(language);
        let generated = |path: &str, message: &str| NavItem {
            url: self.addresses.page(language, path),
            title: html(ui.get(message).map_or("", String::as_str)),
            path: path.to_owned(),
        };
        let page = |id: PageId| NavItem {
            url: self.url(id, language),
            title: self.name(id, language),
            path: self.site.page(id).address().to_owned(),
        };
        let points = self.site.find("dimensions").filter(|_| self.config.compares());
        let mut nav: Vec<_> = points.map(page).into_iter().collect();
        if !self.site.dimensions.is_empty() {
            nav.push(generated("matrix", "matrix_title"));
        }
        nav.extend(self.site.find("terms").map(page));
        if self.site.cites() {
            nav.push(generated("sources", "sources_title"));
        }
        nav.extend(self.site.sections().filter_map(|node| {
            let LinkView { url, title } = self.node_link(node, language)?;
            Some(NavItem { url, title, path: self.site.address_of(node).to_owned() })
        }));
        if !self.config.compares() {
            // All pages stand in the tree beside each of them.
            nav.clear();
        }
        if nav.len() > MENU && self.config.output.search {
            nav.truncate(MENU);
            nav.push(generated(Generated::Search.path(), "all_pages"));
        }
        let feeds = self.site.site_files(self.config).any(|file| file == SiteFile::Feed);
        let subjects = self.config.subjects.iter().map(|subject| SubjectView {
            id: subject.id.clone(),
            name: self.isolated(language, &subject.names[language.0]),
            accent: subject.accent.clone(),
        });
        let static_file = |file: &Located<String>| self.addresses.static_file(&file.value);
        let appearance = &self.config.appearance;
        let link = |link: &MenuLink| MenuLinkView {
            url: match &link.to {
                MenuTarget::Web(address) => address.to_string(),
                MenuTarget::Page(page) => match self.site.find(&page.value) {
                    Some(page) => self.url(page, language),
                    None => self.addresses.page(language, &page.value),
                },
            },
            title: self.isolated(language, &link.names[language.0]),
        };
        let own_icon = self.addresses.assets.get(OWN_ICON);
        SiteView {
            faces: self.faces(&[language]),
            links: appearance.links.iter().map(link).collect(),
            logo: appearance.logo.as_ref().map(|file| LogoView {
                url: static_file(file),
                dimensions: self.input.theme.statics.dimensions(&file.value),
            }),
            styles: appearance.styles.iter().map(static_file).collect(),
            scripts: appearance.scripts.iter().map(static_file).collect(),
            name: self.site_name(language),
            tag: here.locale.tag.clone(),
            dir: here.locale.direction,
            numbers: here.locale.numbers_tag.clone(),
            home: self.addresses.page(language, ""),
            base: self.config.base_url.path.clone(),
            long_menu: nav.len() + appearance.links.len() > WIDE,
            nav,
            subjects: subjects.collect(),
            assets: self.addresses.assets.clone(),
            feed: feeds.then(|| self.addresses.site_file(language, SiteFile::Feed)),
            books: self.books(language),
            sources: self.site.cites().then(|| self.addresses.page(language, "sources")),
            manifest: self.addresses.site_file(language, SiteFile::Manifest),
            papers: appearance.papers.clone(),
            touch_icon: self.addresses.site_file(language, SiteFile::TouchIcon),
            // In the drawing what an attribute may not hold is percent-encoded; its single quotes it may.
            icon: html(&own_icon.map_or_else(|| data_address(self.config), |address| attribute(address))),
            search: self.config.output.search.then(|| self.addresses.page(language, Generated::Search.path())),
            status: self.config.output.status.then(|| self.addresses.page(language, Generated::Status.path())),
            repository: self.config.repository.clone(),
            licence: self.config.licence.as_ref().map(|licence| (licence.name.clone(), licence.url.clone())),
            footer: self.config.footer.as_ref().map(|words| self.isolated(language, &words[language.0])),
            ui,
        }
    }

    /// The addresses of the book of a language, and of that of all languages.
    fn books(&self, language: LanguageId) -> [Option<String>; 2] {
        let has_parallel = self.site.pages.iter().any(|page| page.parallel.is_some());
        let own = || self.addresses.site_file(language, SiteFile::Book);
        let parallel = || self.addresses.under(PARALLEL_BOOK);
        let is_on = self.config.output.epub;
        [is_on.then(own), (is_on && has_parallel).then(parallel)]
    }

    /// The file of the icon: the site's own, or else the one that is made.
    pub fn icon_file(&self) -> String {
        let own = self.addresses.assets.get(OWN_ICON).cloned();
        own.unwrap_or_else(|| self.addresses.under(SiteFile::Icon.path()))
    }

    /// What the site is called, plain text.
    pub fn site_name(&self, reader: LanguageId) -> String {
        match (&self.config.names, self.site.find("")) {
            (Some(names), _) => self.config.at(reader).isolator.plain(&names[reader.0]),
            (None, Some(home)) => self.plain_title(home, reader),
            (None, None) => String::new(),
        }
    }
}
