//! What search engines read: the sitemap, and robots.txt, which names it.

use bytes::Bytes;
use serde::Serialize;

use crate::config::LanguageId;
use crate::render::parts::Alternate;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::SiteFile;
use crate::text::Date;

/// `sitemap.xml`
#[derive(Debug, Serialize)]
pub struct SitemapView {
    pub entries: Vec<SitemapEntry>,
}

/// A page in the sitemap.
#[derive(Debug, Serialize)]
pub struct SitemapEntry {
    pub url: String,
    /// The day of its last change, if it is known.
    pub changed: Option<String>,
    /// Its addresses in all its languages.
    pub alternates: Vec<Alternate>,
}

/// Every page in every language that has it.
pub fn sitemap(renderer: &Renderer<'_>) -> Rendered {
    let mut entries = Vec::new();
    let mut add = |path: &str, languages: &[LanguageId], changed: Option<Date>| {
        for language in languages {
            entries.push(SitemapEntry {
                url: renderer.addresses.absolute(&renderer.addresses.page(*language, path)),
                changed: changed.filter(|date| date.is_day()).map(|date| date.to_string()),
                alternates: renderer.alternates(languages, path),
            });
        }
    };
    let all: Vec<_> = renderer.config.language_ids().collect();
    for id in renderer.site.ids() {
        let page = renderer.site.page(id);
        let spoken: Vec<_> = all.iter().copied().filter(|language| page.speaks(*language)).collect();
        add(&page.input.path, &spoken, page.changed());
    }
    for generated in renderer.site.generated(renderer.config) {
        add(generated.path(), &all, None);
    }
    renderer.template("sitemap.xml", &SitemapView { entries })
}

/// What programs may read: everything.
pub fn robots(renderer: &Renderer<'_>) -> Bytes {
    let sitemap = renderer.addresses.absolute(&renderer.addresses.under(SiteFile::Sitemap.path()));
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    text.into_bytes().into()
}
