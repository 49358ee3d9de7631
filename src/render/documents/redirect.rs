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

/// Where a page was read in all its languages side by side while it had the name that a redirect says: as a path below the
/// output folder. Nothing where it is not read so, or another page has that place now.
pub fn old_parallel(config: &Config, site: &Site, page: PageId, language: LanguageId, number: usize) -> Option<String> {
    let new = site.page(page).parallel_name()?;
    let old = old_path(config, site, page, language, number);
    let folder = config.folder(language);
    let below = if folder.is_empty() { &*old } else { old.strip_prefix(folder)?.strip_prefix('/')? };
    let name = match site.page(page).input.kind.is_dimension() {
        true => below.rsplit_once('/').filter(|(folder, _)| *folder == "dimensions" || *folder == dimensions(site))?.1,
        false => below,
    };
    let is_of_dimension = site.dimensions.iter().any(|page| site.page(*page).address_name() == name);
    let is_taken = is_of_dimension || site.at_address(name).is_some();
    (name != new && !is_taken && !name.ends_with(".html")).then(|| format!("parallel/{name}"))
}

/// The address of the folder of dimensions.
fn dimensions(site: &Site) -> &str {
    let first = site.dimensions.first().map(|page| site.page(*page).address());
    first.and_then(|address| address.rsplit_once('/')).map_or("dimensions", |(folder, _)| folder)
}

/// The document at an old address.
pub fn redirect(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    to(renderer, page, reader, renderer.url(page, reader))
}

/// The document at the old address of a page in all its languages side by side.
pub fn redirect_to_parallel(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    to(renderer, page, reader, renderer.parallel_url(page).unwrap_or_else(|| renderer.url(page, reader)))
}

fn to(renderer: &Renderer<'_>, page: PageId, reader: LanguageId, url: String) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
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
