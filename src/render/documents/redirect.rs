//! An old address that leads to a page.

use serde::Serialize;

use crate::config::{Config, LanguageId};
use crate::locale::Direction;
use crate::render::icon::data_address;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::{PageId, Site, redirect_path};

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectView {
    pub tag: String,
    pub dir: Direction,
    pub title: String,
    pub url: String,
    /// The address with the host.
    pub canonical: String,
    /// The address of the icon.
    pub icon: String,
}

/// The old address as a path below the output folder; empty if it can be the address of nothing, which is reported.
pub fn old_path(config: &Config, site: &Site, page: PageId, language: LanguageId, number: usize) -> String {
    let face = site.page(page).input.faces[language.0].as_ref();
    let written = face.and_then(|face| face.redirects.get(number));
    written.and_then(|written| redirect_path(written, config.folder(language))).unwrap_or_default()
}

/// The document at an old address.
pub fn redirect(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
    let url = renderer.url(page, reader);
    let view = RedirectView {
        tag: locale.tag.clone(),
        dir: locale.direction,
        title: renderer.plain_title(page, reader),
        canonical: renderer.addresses.absolute(&url),
        url,
        icon: data_address(renderer.config),
    };
    renderer.template("redirect.html", &view)
}
