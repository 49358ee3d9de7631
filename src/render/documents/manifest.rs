//! The web manifest of a language: what a browser needs to keep the site among its programs.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::{Rendered, Renderer};
use crate::render::touch_icon::SIDE;
use crate::site::SiteFile;

/// `site.webmanifest`: <https://www.w3.org/TR/appmanifest/>
#[derive(Debug, Serialize)]
struct WebManifest<'a> {
    name: String,
    description: String,
    lang: &'a str,
    dir: Direction,
    start_url: &'a str,
    /// The whole site: the languages are no programs of their own.
    scope: String,
    display: &'static str,
    background_color: &'a str,
    theme_color: &'a str,
    icons: [ManifestIcon; 2],
}

/// An icon, and how large it is: `any` for a drawing.
#[derive(Debug, Serialize)]
struct ManifestIcon {
    src: String,
    sizes: String,
    r#type: &'static str,
}

/// The manifest of a language, which begins at home.
pub fn manifest(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let locale = &renderer.config.at(language).locale;
    let home = renderer.site.find("");
    let paper = &renderer.config.appearance.papers[0];
    let drawing = ManifestIcon { src: renderer.icon_file(), sizes: "any".to_owned(), r#type: "image/svg+xml" };
    let picture = ManifestIcon {
        src: renderer.addresses.under(SiteFile::TouchIcon.path()),
        sizes: format!("{SIDE}x{SIDE}"),
        r#type: "image/png",
    };
    let manifest = WebManifest {
        name: renderer.site_name(language),
        description: home.map_or_else(String::new, |home| renderer.plain_summary(home, language)),
        lang: &locale.tag,
        dir: locale.direction,
        start_url: &renderer.addresses.page(language, ""),
        scope: renderer.addresses.under(""),
        display: "minimal-ui",
        background_color: paper,
        theme_color: paper,
        icons: [drawing, picture],
    };
    // Nothing in it is what JSON cannot hold.
    Ok(serde_json::to_string(&manifest).unwrap_or_default().into())
}
