//! An old address that leads to a page.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::{PageId, Site};

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub tag: String,
    pub dir: Direction,
    pub title: String,
    pub url: String,
    pub canonical: String,
}

/// The old path below the language's folder.
pub fn path(site: &Site, page: PageId, language: LanguageId, number: usize) -> &str {
    let face = site.page(page).input.faces[language.0].as_ref();
    face.and_then(|face| face.redirects.get(number)).map_or("", |path| path.trim_matches('/'))
}

/// The document at an old path below the language's folder.
pub fn redirect(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
    let url = renderer.url(page, reader);
    let view = RedirectView {
        tag: locale.tag.clone(),
        dir: locale.direction,
        title: renderer.plain_title(page, reader),
        canonical: renderer.addresses.absolute(&url),
        url,
    };
    renderer.template("redirect.html", &view)
}
