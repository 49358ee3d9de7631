//! What every document of a language shows of the site, made once.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::Renderer;
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId, SiteFile};
use crate::text::WebAddress;

/// What every document of a language shows: `site` in templates.
#[derive(Serialize)]
pub struct SiteView {
    /// What the site is called, plain text.
    name: String,
    tag: String,
    dir: Direction,
    numbers: String,
    home: String,
    base: String,
    ui: BTreeMap<String, String>,
    nav: Vec<NavItem>,
    subjects: Vec<SubjectView>,
    assets: BTreeMap<String, String>,
    feed: String,
    sources: String,
    /// The page of the search, for whoever has no JavaScript; its script finds the rest. `None` without a search.
    search: Option<String>,
    repository: Option<WebAddress>,
    licence: Option<(String, WebAddress)>,
    /// What the foot of every page says, as HTML; `None` where `site.toml` has no `footer`.
    footer: Option<Shared>,
}

#[derive(Serialize)]
struct NavItem {
    url: String,
    title: Shared,
    path: String,
}

#[derive(Serialize)]
struct SubjectView {
    id: String,
    name: Shared,
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
            title: self.title(id, language),
            path: self.site.page(id).input.path.clone(),
        };
        let mut nav: Vec<_> = self.site.find("dimensions").map(page).into_iter().collect();
        nav.push(generated("matrix", "matrix_title"));
        nav.extend(self.site.find("terms").map(page));
        nav.push(generated("sources", "sources_title"));
        nav.extend(self.site.ordinary.iter().map(|id| page(*id)));
        let subjects = self.config.subjects.iter().map(|subject| SubjectView {
            id: subject.id.clone(),
            name: self.isolated(language, &subject.names[language.0]),
            accent: subject.accent.clone(),
        });
        SiteView {
            name: self.site_name(language),
            tag: here.locale.tag.clone(),
            dir: here.locale.direction,
            numbers: here.locale.numbers_tag.clone(),
            home: self.addresses.page(language, ""),
            base: self.config.base_url.path.clone(),
            nav,
            subjects: subjects.collect(),
            assets: self.addresses.assets.clone(),
            feed: self.addresses.site_file(language, SiteFile::Feed),
            sources: self.addresses.page(language, "sources"),
            search: self.config.output.search.then(|| self.addresses.page(language, Generated::Search.path())),
            repository: self.config.repository.clone(),
            licence: self.config.licence.as_ref().map(|licence| (licence.name.clone(), licence.url.clone())),
            footer: self.config.footer.as_ref().map(|words| self.isolated(language, &words[language.0])),
            ui,
        }
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
