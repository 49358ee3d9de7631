//! The web manifest of a language: what a browser needs to keep the site among its programs.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::{Rendered, Renderer};

/// The paper of the light theme.
const PAPER: &str = "#fbf8f1";

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
    background_color: &'static str,
    theme_color: &'static str,
    icons: [ManifestIcon; 1],
}

/// An icon that is as large as wanted.
#[derive(Debug, Serialize)]
struct ManifestIcon {
    src: String,
    sizes: &'static str,
    r#type: &'static str,
}

/// The manifest of a language, which begins at home.
pub fn manifest(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let locale = &renderer.config.at(language).locale;
    let home = renderer.site.find("");
    let manifest = WebManifest {
        name: renderer.site_name(language),
        description: home.map_or_else(String::new, |home| renderer.plain_summary(home, language)),
        lang: &locale.tag,
        dir: locale.direction,
        start_url: &renderer.addresses.page(language, ""),
        scope: renderer.addresses.under(""),
        display: "minimal-ui",
        background_color: PAPER,
        theme_color: PAPER,
        icons: [ManifestIcon { src: renderer.icon_file(), sizes: "any", r#type: "image/svg+xml" }],
    };
    // Nothing in it is what JSON cannot hold.
    Ok(serde_json::to_string(&manifest).unwrap_or_default().into())
}
