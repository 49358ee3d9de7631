//! The charts of a site in a language, by the pages that they stand in.

use serde::Serialize;

use super::llms_full::reading_order;
use crate::config::LanguageId;
use crate::render::chart::chart_path;
use crate::render::parts::{DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId, SCALE};

/// `charts.html`
#[derive(Debug, Serialize)]
pub struct ChartsView {
    pub site: Shared,
    pub document: DocumentHead,
    /// The scale; nothing where the site has none.
    pub scale: Option<LinkView>,
    /// The pages that have charts in the language.
    pub pages: Vec<ChartsOfPage>,
}

/// The charts of a page.
#[derive(Debug, Serialize)]
pub struct ChartsOfPage {
    /// The page.
    pub page: LinkView,
    /// Its charts, in their order.
    pub charts: Vec<LinkView>,
}

/// All charts of a language.
pub fn charts(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Charts.path();
    let mut document = renderer.bare_head(language, path, "charts", &renderer.ui(language, "charts_title"));
    document.description = renderer.ui(language, "charts_summary");
    document.tree = renderer.tree_of_site(language);
    let of_page = |page: PageId| ChartsOfPage {
        page: renderer.link(page, language),
        charts: renderer
            .charts_of(page, language)
            .map(|(id, title)| LinkView {
                url: renderer.addresses.page(language, &chart_path(id)),
                title: renderer.isolated(language, title),
            })
            .collect(),
    };
    let pages =
        reading_order(renderer.config, renderer.site).into_iter().map(of_page).filter(|page| !page.charts.is_empty());
    let scale = renderer.site.has_scale(renderer.config).then(|| LinkView {
        url: renderer.addresses.page(language, &chart_path(SCALE)),
        title: html(&renderer.ui(language, "scale_title")),
    });
    let view = ChartsView { scale, site: renderer.shared[language.0].clone(), pages: pages.collect(), document };
    renderer.template("charts.html", &view)
}

impl Renderer<'_> {
    /// Ids and titles of the charts of a page that have addresses in a language.
    pub fn charts_of(&self, page: PageId, language: LanguageId) -> impl Iterator<Item = (&str, &str)> {
        let here = self.site.page(page);
        here.charts.iter().filter_map(move |place| {
            let face = here.charts_in(language).get(place.numbers[language.0]?)?;
            Some((place.id.as_str(), face.title.as_str()))
        })
    }
}
