//! `llms.txt`: how a program that reads on somebody's behalf finds its way, in Markdown: <https://llmstxt.org>. There is one
//! a language, and one at the root that names these.

use bytes::Bytes;

use crate::config::{Config, LanguageId};
use crate::content::PageKind;
use crate::render::chart::chart_path;
use crate::render::renderer::{MARKDOWN, Renderer};
use crate::site::{PageId, Site, SiteFile};

/// Its name, at the root and in the folder of each language.
pub const LLMS: &str = "llms.txt";

/// The name of the words of all pages, in the folder of each language.
pub const LLMS_FULL: &str = "llms-full.txt";

/// A site of more pages, all languages counted, has the words of all pages on request only: after the edit of one page they
/// are put together again, which takes longer than the rest of such a build.
const MOST_PAGES_UNASKED: usize = 1000;

/// Whether a site has the words of all pages of a language in one file.
pub fn has_full(config: &Config, site: &Site) -> bool {
    let is_small = || site.pages.len() * config.languages.len() <= MOST_PAGES_UNASKED;
    config.output.llms_full.unwrap_or_else(is_small)
}

/// The pages of a language with their summaries; each leads to its Markdown, where the site has that.
pub fn llms(renderer: &Renderer<'_>, language: LanguageId) -> Bytes {
    let site = renderer.site;
    let spoken = |pages: &[PageId]| -> Vec<PageId> {
        pages.iter().copied().filter(|page| site.page(*page).speaks(language)).collect()
    };
    let ordinary: Vec<PageId> = site.ids().filter(|page| site.page(*page).input.kind == PageKind::Ordinary).collect();
    let title = |path: &str, message: &str| match site.find(path) {
        Some(page) => plain(&site.page(page).face(language).1.title),
        None => renderer.ui(language, message),
    };
    let mut out = head(renderer, language);
    if has_full(renderer.config, site) {
        let url = renderer.addresses.absolute(&(renderer.addresses.page(language, "") + LLMS_FULL));
        out += &format!("\n- [{}]({url})\n", plain(&renderer.ui(language, "llms_full")));
    }
    if renderer.config.output.epub {
        let url = renderer.addresses.absolute(&renderer.addresses.site_file(language, SiteFile::Book));
        out += &format!("\n- [{}]({url})\n", plain(&renderer.ui(language, "book")));
    }
    for (title, pages) in [
        (title("dimensions", "search_dimension"), spoken(&site.dimensions)),
        (title("terms", "search_term"), spoken(&site.terms)),
        (renderer.ui(language, "search_pages"), spoken(&ordinary)),
    ] {
        if !pages.is_empty() {
            out += &format!("\n## {title}\n\n");
        }
        for page in pages {
            let face = site.page(page).face(language).1;
            let file = if renderer.config.output.markdown { MARKDOWN } else { "" };
            let url = renderer.addresses.absolute(&renderer.url(page, language));
            out += &format!("- [{}]({url}{file}): {}\n", plain(&face.title), plain(&face.summary));
        }
    }
    let charts: Vec<_> = site.ids().flat_map(|page| renderer.charts_of(page, language)).collect();
    if !charts.is_empty() {
        out += &format!("\n## {}\n\n", plain(&renderer.ui(language, "charts_title")));
    }
    for (id, title) in charts {
        let url = renderer.addresses.absolute(&renderer.addresses.page(language, &chart_path(id)));
        out += &format!("- [{}]({url})\n", plain(title));
    }
    out.into()
}

/// What the site is in each of its languages, and where the rest is said.
pub fn llms_of_site(renderer: &Renderer<'_>) -> Bytes {
    let mut out = head(renderer, LanguageId(0));
    out.push('\n');
    for language in renderer.config.language_ids() {
        let path = renderer.addresses.page(language, "") + LLMS;
        let (name, url) = (plain(&renderer.config.at(language).name), renderer.addresses.absolute(&path));
        out += &format!("- [{name}]({url})\n");
    }
    out.into()
}

/// Name and summary of the site in a language.
fn head(renderer: &Renderer<'_>, language: LanguageId) -> String {
    let home = renderer.site.find("").map(|home| renderer.site.page(home).face(language).1);
    let summary = home.map_or("", |home| home.summary.as_str());
    format!("# {}\n\n> {}\n", plain(&renderer.site_name(language)), plain(summary))
}

/// A text that Markdown shows as it is, on one line.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' => out.extend(['\\', c]),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
