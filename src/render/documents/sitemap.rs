//! What search engines read: the sitemap, and robots.txt, which names it.

use std::ops::Range;

use bytes::Bytes;
use serde::Serialize;

use crate::config::{Config, LanguageId};
use crate::render::chart::chart_path;
use crate::render::parts::Alternate;
use crate::render::renderer::{Rendered, Renderer};
use crate::site::{ChartPlace, Generated, PageId, SCALE, Site, SiteFile};
use crate::text::Date;

/// As many addresses as a sitemap may have: <https://www.sitemaps.org/protocol.html>
const MOST_ADDRESSES: usize = 50_000;

/// As many addresses, with those of the same page in other languages, as keep a sitemap below the 50 MB that it may have.
const MOST_LINKS: usize = 300_000;

/// `sitemap.xml`, or a part of it
#[derive(Debug, Serialize)]
pub struct SitemapView {
    pub entries: Vec<SitemapEntry>,
}

/// `sitemap_index.xml`
#[derive(Debug, Serialize)]
pub struct SitemapIndexView {
    /// Absolute addresses of the parts.
    pub parts: Vec<String>,
}

/// A page in the sitemap.
#[derive(Debug, Serialize)]
pub struct SitemapEntry {
    pub url: String,
    /// The day of its last change, if it is known.
    pub changed: Option<String>,
    /// The page in every language that has it, and for readers of none of them.
    pub alternates: Vec<Alternate>,
}

/// What is listed: a page in a language, or the page on which one chooses a language.
enum SitemapAddress<'a> {
    Gate,
    Page(PageId, LanguageId),
    Generated(Generated, LanguageId),
    Chart(PageId, &'a ChartPlace, LanguageId),
    Scale(LanguageId),
}

/// Every page in every language that has it.
fn listed<'a>(config: &'a Config, site: &'a Site) -> impl Iterator<Item = SitemapAddress<'a>> {
    let pages = site.ids().flat_map(move |id| {
        let spoken = config.language_ids().filter(move |language| site.page(id).speaks(*language));
        spoken.map(move |language| SitemapAddress::Page(id, language))
    });
    // How far translations are is of no use to those who search.
    let generated = site
        .generated(config)
        .filter(|page| *page != Generated::Status)
        .flat_map(|page| config.language_ids().map(move |language| SitemapAddress::Generated(page, language)));
    // Where a language is at the root, its home page stands in the place of the gate.
    let gate = config.root.is_none().then_some(SitemapAddress::Gate);
    let charts = site.ids().flat_map(move |id| site.page(id).charts.iter().map(move |chart| (id, chart)));
    let charts = charts
        .flat_map(|(id, chart)| chart.languages().map(move |language| SitemapAddress::Chart(id, chart, language)));
    let scale = config.language_ids().filter(move |_| site.has_scale(config)).map(SitemapAddress::Scale);
    gate.into_iter().chain(pages).chain(generated).chain(scale).chain(charts)
}

/// How many addresses a part has at most in a site of so many languages.
fn most_in_a_part(languages: usize) -> usize {
    MOST_ADDRESSES.min(MOST_LINKS / (languages + 2))
}

/// Which of so many addresses a part has.
fn range(number: usize, addresses: usize, most: usize) -> Range<usize> {
    (number * most).min(addresses)..((number + 1) * most).min(addresses)
}

/// How many parts the sitemap has; none where it is one file.
pub fn parts(config: &Config, site: &Site) -> usize {
    match listed(config, site).count().div_ceil(most_in_a_part(config.languages.len())) {
        1 => 0,
        parts => parts,
    }
}

/// Where a part of the sitemap lies.
pub fn part_path(number: usize) -> String {
    format!("sitemap-{}.xml", number + 1)
}

/// All addresses, or a list of the parts that have them.
pub fn sitemap(renderer: &Renderer<'_>) -> Rendered {
    let url = |number| renderer.addresses.absolute(&renderer.addresses.under(&part_path(number)));
    match parts(renderer.config, renderer.site) {
        0 => part(renderer, 0),
        parts => {
            let view = SitemapIndexView { parts: (0..parts).map(url).collect() };
            renderer.template("sitemap_index.xml", &view)
        }
    }
}

/// The addresses of a part.
pub fn part(renderer: &Renderer<'_>, number: usize) -> Rendered {
    let Renderer { config, site, .. } = *renderer;
    let range = range(number, listed(config, site).count(), most_in_a_part(config.languages.len()));
    let listed = listed(config, site).skip(range.start).take(range.len());
    renderer.template("sitemap.xml", &SitemapView { entries: listed.map(|listed| entry(renderer, &listed)).collect() })
}

fn entry(renderer: &Renderer<'_>, listed: &SitemapAddress<'_>) -> SitemapEntry {
    let all = renderer.config.language_ids();
    let of_page = |path: &str, languages: Vec<LanguageId>, url: String, changed: Option<Date>| SitemapEntry {
        url: renderer.addresses.absolute(&url),
        changed: changed.filter(|date| date.is_day()).map(|date| date.to_string()),
        alternates: renderer.alternates(&languages, path),
    };
    match listed {
        SitemapAddress::Gate => of_page("", all.collect(), renderer.addresses.under(""), None),
        SitemapAddress::Page(id, language) => {
            let page = renderer.site.page(*id);
            let spoken = all.filter(|language| page.speaks(*language)).collect();
            of_page(page.address(), spoken, renderer.url(*id, *language), page.changed())
        }
        SitemapAddress::Scale(language) => {
            let path = chart_path(SCALE);
            of_page(&path, all.collect(), renderer.addresses.page(*language, &path), None)
        }
        SitemapAddress::Chart(id, chart, language) => {
            let (path, changed) = (chart_path(&chart.id), renderer.site.page(*id).changed());
            of_page(&path, chart.languages().collect(), renderer.addresses.page(*language, &path), changed)
        }
        SitemapAddress::Generated(page, language) => {
            of_page(page.path(), all.collect(), renderer.addresses.page(*language, page.path()), None)
        }
    }
}

/// What programs may read: everything.
pub fn robots(renderer: &Renderer<'_>) -> Bytes {
    let sitemap = renderer.addresses.absolute(&renderer.addresses.under(SiteFile::Sitemap.path()));
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    text.into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_in_one_part_and_no_part_has_too_many() {
        for languages in [1, 2, 3, 8, 40] {
            let most = most_in_a_part(languages);
            // With addresses of 150 bytes, as encoded Arabic ones are long.
            assert!(most <= MOST_ADDRESSES && most * (languages + 2) * 150 < 50_000_000);
            for addresses in [1, most - 1, most, most + 1, 3 * most, 3 * most + 7] {
                let ranges: Vec<_> =
                    (0..addresses.div_ceil(most)).map(|number| range(number, addresses, most)).collect();
                assert!(ranges.iter().all(|range| !range.is_empty() && range.len() <= most));
                assert_eq!(ranges.into_iter().flatten().collect::<Vec<_>>(), (0..addresses).collect::<Vec<_>>());
            }
        }
    }
}
