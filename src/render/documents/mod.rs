//! The documents of a site, one file each: its view, how that is filled, and its path. This file says which documents there
//! are, so that the paths of a site are known before anything is rendered.

mod balance;
mod book;
mod book_cover;
mod book_views;
mod chart;
mod chart_embed;
mod charts;
mod course;
mod dimension;
mod evidence;
mod feed;
mod gate;
mod glossary;
mod llms;
mod llms_full;
mod manifest;
mod markdown;
mod matrix;
mod overview;
mod page;
mod parallel;
mod redirect;
mod scale_chart;
mod search_page;
mod shown_chart;
mod sitemap;
mod social_image;
mod sources;
mod status;

use std::collections::BTreeSet;

use crate::config::{Config, LanguageId};
use crate::content::PageKind;
use crate::render::icon::drawing;
use crate::render::output::DependsOn;
use crate::render::parts::PARALLEL_BOOK;
use crate::render::renderer::{Rendered, Renderer, document_path};
use crate::render::social_image::{SOCIAL_IMAGE, has_own_image};
use crate::render::touch_icon::touch_icon;
use crate::site::{Generated, PageId, SCALE, Site, SiteFile};
pub use balance::BalanceLine;
use book::Edition;
pub use markdown::{markdown_copy, markdown_path};
use shown_chart::ChartForm;

/// A document: what is made for one file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// A page with a folder, in a language.
    Page(PageId, LanguageId),
    /// A redirect to a page, by its number in the front matter of a language.
    Redirect(PageId, LanguageId, usize),
    /// A redirect to a page in all its languages side by side, where one of the same number says that it had another
    /// name.
    OldParallel(PageId, LanguageId, usize),
    /// A dimension in all its languages side by side.
    Parallel(PageId),
    /// The picture of a page with a folder, in a language that it has words in.
    SocialImage(PageId, LanguageId),
    /// The picture of a page that is made of others.
    GeneratedImage(Generated, LanguageId),
    /// A file of a chart of a page, by its number among those that have addresses.
    Chart(PageId, LanguageId, usize, ChartForm),
    /// A file of the scale.
    Scale(LanguageId, ChartForm),
    /// The list of charts.
    Charts(LanguageId),
    /// The matrix.
    Matrix(LanguageId),
    /// The balance.
    Balance(LanguageId),
    /// What the judgements rest on.
    Evidence(LanguageId),
    /// The feed of changes of judgements.
    Judgements(LanguageId),
    /// The matrix for spreadsheets.
    MatrixCsv(LanguageId),
    /// The bibliography.
    Sources(LanguageId),
    /// The page of the search.
    SearchPage(LanguageId),
    /// How far the languages go together.
    Status(LanguageId),
    /// The feed.
    Feed(LanguageId),
    /// The sitemap; where it has several parts, the list of them.
    Sitemap,
    /// A part of the sitemap, by its number.
    SitemapPart(usize),
    /// What programs that read for somebody find the pages of a language by.
    Llms(LanguageId),
    /// The same for the site: where that of each language is.
    LlmsOfSite,
    /// The words of all pages of a language, for the same programs.
    LlmsFull(LanguageId),
    /// A book of the site.
    Book(Edition),
    /// The icon.
    Icon,
    /// The icon for telephones.
    TouchIcon,
    /// What a browser needs to keep the site among its programs.
    Manifest(LanguageId),
    /// The page at the root.
    Gate,
    /// The page for an address at which nothing is.
    NotFound,
    /// What programs may read.
    Robots,
}

impl Document {
    /// The documents that show the words of a page.
    pub fn of_page(config: &Config, site: &Site, page: PageId) -> Vec<Self> {
        let (mut documents, mut redirects) = (Vec::new(), BTreeSet::new());
        for language in config.language_ids() {
            documents.push(Self::Page(page, language));
            let has_image = site.page(page).speaks(language) && has_own_image(config, site, page);
            documents.extend(has_image.then_some(Self::SocialImage(page, language)));
            let face = site.page(page).input.faces[language.0].as_ref();
            for number in 0..face.map_or(0, |face| face.redirects.len()) {
                // An address without a language may be named in each.
                let old = redirect::old_path(config, site, page, language, number);
                if !old.is_empty() && redirects.insert(old) {
                    documents.push(Self::Redirect(page, language, number));
                }
            }
        }
        for (n, chart) in site.page(page).charts.iter().enumerate() {
            let files = |language| ChartForm::ALL.map(|form| Self::Chart(page, language, n, form));
            documents.extend(chart.languages().flat_map(files));
        }
        documents.extend(parallel::path(site, page).map(|_| Self::Parallel(page)));
        for redirect in documents.clone() {
            let Self::Redirect(page, language, number) = redirect else { continue };
            let old = redirect::old_parallel(config, site, page, language, number);
            if old.is_some_and(|old| redirects.insert(old)) {
                documents.push(Self::OldParallel(page, language, number));
            }
        }
        documents
    }

    /// The documents that are made of what all pages show of themselves.
    pub fn of_site(config: &Config, site: &Site) -> Vec<Self> {
        let mut documents = Vec::new();
        for language in config.language_ids() {
            documents.extend(site.generated(config).map(|page| match page {
                Generated::Matrix => Self::Matrix(language),
                Generated::Balance => Self::Balance(language),
                Generated::Evidence => Self::Evidence(language),
                Generated::Charts => Self::Charts(language),
                Generated::Sources => Self::Sources(language),
                Generated::Search => Self::SearchPage(language),
                Generated::Status => Self::Status(language),
            }));
            let images = site.generated(config).filter(|_| config.output.social_images != Some(false));
            documents.extend(images.map(|page| Self::GeneratedImage(page, language)));
            let files = ChartForm::ALL.into_iter().filter(|_| site.has_scale(config));
            documents.extend(files.map(|form| Self::Scale(language, form)));
        }
        for file in site.site_files(config) {
            match file {
                SiteFile::Feed if feed::has_text(config) => {}
                SiteFile::Feed => documents.extend(config.language_ids().map(Self::Feed)),
                SiteFile::Book => {}
                SiteFile::Judgements => documents.extend(config.language_ids().map(Self::Judgements)),
                SiteFile::MatrixCsv => documents.extend(config.language_ids().map(Self::MatrixCsv)),
                SiteFile::Manifest => documents.extend(config.language_ids().map(Self::Manifest)),
                SiteFile::Sitemap => documents.push(Self::Sitemap),
                SiteFile::Robots => documents.push(Self::Robots),
                SiteFile::Icon => documents.push(Self::Icon),
                SiteFile::TouchIcon => documents.push(Self::TouchIcon),
            }
        }
        documents.extend(config.language_ids().map(Self::Llms));
        // Where a language is at the root, what it has stands there.
        documents.extend(config.root.is_none().then_some([Self::Gate, Self::LlmsOfSite]).into_iter().flatten());
        documents.extend((0..sitemap::parts(config, site)).map(Self::SitemapPart));
        documents.push(Self::NotFound);
        documents
    }

    /// The documents that show the words of many pages.
    pub fn of_texts(config: &Config, site: &Site) -> Vec<Self> {
        let feeds = feed::has_text(config) && site.site_files(config).any(|file| file == SiteFile::Feed);
        let feeds = config.language_ids().filter(move |_| feeds).map(Self::Feed);
        let full = config.language_ids().filter(|_| llms::has_full(config, site)).map(Self::LlmsFull);
        let parallel = book::has_parallel(site).then_some(Edition::Parallel);
        let books = config.language_ids().map(Edition::Language).chain(parallel);
        let books = books.filter(|_| config.output.epub).map(Self::Book);
        feeds.chain(full).chain(books).collect()
    }

    /// The pages whose words a document of [`Self::of_texts`] shows.
    pub fn texts(self, config: &Config, site: &Site) -> Vec<PageId> {
        match self {
            Self::Feed(language) => feed::texts(config, site, language),
            Self::LlmsFull(language) => llms_full::texts(config, site, language).0,
            Self::Book(edition) => book::texts(site, edition),
            _ => Vec::new(),
        }
    }

    /// Where it lies below the output folder.
    pub fn path(self, config: &Config, site: &Site) -> String {
        let index = |language: LanguageId, path: &str| document_path(config.folder(language), path, "index.html");
        let of_language =
            |language: LanguageId, file: SiteFile| document_path(config.folder(language), "", file.path());
        match self {
            Self::Page(page, language) => index(language, site.page(page).address()),
            Self::Redirect(page, language, number) => {
                let old = redirect::old_path(config, site, page, language, number);
                if old.ends_with(".html") { old } else { format!("{old}/index.html") }
            }
            Self::OldParallel(page, language, number) => {
                let old = redirect::old_parallel(config, site, page, language, number).unwrap_or_default();
                format!("{old}/index.html")
            }
            Self::Parallel(page) => parallel::path(site, page).unwrap_or_default(),
            Self::SocialImage(page, language) => {
                document_path(config.folder(language), site.page(page).address(), SOCIAL_IMAGE)
            }
            Self::GeneratedImage(page, language) => document_path(config.folder(language), page.path(), SOCIAL_IMAGE),
            Self::Chart(page, language, n, form) => {
                let id = site.page(page).charts.get(n).map_or("", |chart| chart.id.as_str());
                chart::path(config, language, id, form)
            }
            Self::Scale(language, form) => chart::path(config, language, SCALE, form),
            Self::Charts(language) => index(language, Generated::Charts.path()),
            Self::Matrix(language) => index(language, Generated::Matrix.path()),
            Self::Balance(language) => index(language, Generated::Balance.path()),
            Self::Evidence(language) => index(language, Generated::Evidence.path()),
            Self::Judgements(language) => of_language(language, SiteFile::Judgements),
            Self::MatrixCsv(language) => of_language(language, SiteFile::MatrixCsv),
            Self::Sources(language) => index(language, Generated::Sources.path()),
            Self::SearchPage(language) => index(language, Generated::Search.path()),
            Self::Status(language) => index(language, Generated::Status.path()),
            Self::Feed(language) => of_language(language, SiteFile::Feed),
            Self::Sitemap => SiteFile::Sitemap.path().to_owned(),
            Self::SitemapPart(number) => sitemap::part_path(number),
            Self::Llms(language) => document_path(config.folder(language), "", llms::LLMS),
            Self::LlmsOfSite => llms::LLMS.to_owned(),
            Self::LlmsFull(language) => document_path(config.folder(language), "", llms::LLMS_FULL),
            Self::Book(Edition::Language(language)) => of_language(language, SiteFile::Book),
            Self::Book(Edition::Parallel) => PARALLEL_BOOK.to_owned(),
            Self::Icon => SiteFile::Icon.path().to_owned(),
            Self::TouchIcon => SiteFile::TouchIcon.path().to_owned(),
            Self::Manifest(language) => of_language(language, SiteFile::Manifest),
            Self::Gate => "index.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::Robots => SiteFile::Robots.path().to_owned(),
        }
    }

    /// What changes with the text of any page: nothing but how far the languages are.
    pub fn depends_on(self) -> DependsOn {
        match self {
            Self::Status(_) => DependsOn::AllText,
            _ => DependsOn::Site,
        }
    }

    /// The page whose text it shows, if any.
    pub fn shows_text_of(self) -> Option<PageId> {
        match self {
            Self::Page(page, _) | Self::Parallel(page) | Self::Chart(page, ..) => Some(page),
            _ => None,
        }
    }

    /// Whether it is drawn: then nothing can be wrong with it.
    pub fn is_drawn(self) -> bool {
        matches!(
            self,
            Self::SocialImage(..)
                | Self::GeneratedImage(..)
                | Self::Chart(.., ChartForm::Png)
                | Self::Scale(_, ChartForm::Png)
        )
    }

    /// Its bytes. The renderer has the words of the page that it shows.
    pub fn render(self, renderer: &Renderer<'_>) -> Rendered {
        match self {
            Self::Page(page, language) => {
                let document = match renderer.site.page(page).input.kind {
                    PageKind::Home if renderer.config.compares() => overview::home,
                    PageKind::Dimensions => overview::dimensions,
                    PageKind::Dimension => dimension::dimension,
                    PageKind::Terms => glossary::terms,
                    PageKind::Term => glossary::term,
                    PageKind::Home | PageKind::Ordinary => page::page,
                };
                document(renderer, page, language)
            }
            Self::Redirect(page, language, _) => redirect::redirect(renderer, page, language),
            Self::OldParallel(page, language, _) => redirect::redirect_to_parallel(renderer, page, language),
            Self::Parallel(page) => parallel::parallel(renderer, page),
            Self::SocialImage(page, language) => social_image::of_page(renderer, page, language),
            Self::GeneratedImage(page, language) => social_image::of_generated(renderer, page, language),
            Self::Chart(page, language, n, form) => chart::chart(renderer, page, (language, n), form),
            Self::Scale(language, form) => chart::scale(renderer, language, form),
            Self::Charts(language) => charts::charts(renderer, language),
            Self::Matrix(language) => matrix::matrix(renderer, language),
            Self::Balance(language) => balance::balance(renderer, language),
            Self::Evidence(language) => evidence::judgements(renderer, language),
            Self::Judgements(language) => feed::changes(renderer, language),
            Self::MatrixCsv(language) => Ok(matrix::matrix_csv(renderer, language)),
            Self::Sources(language) => sources::sources(renderer, language),
            Self::SearchPage(language) => search_page::search_page(renderer, language),
            Self::Status(language) => status::status(renderer, language),
            Self::Feed(language) => feed::feed(renderer, language),
            Self::Sitemap => sitemap::sitemap(renderer),
            Self::SitemapPart(number) => sitemap::part(renderer, number),
            Self::Llms(language) => Ok(llms::llms(renderer, language)),
            Self::LlmsOfSite => Ok(llms::llms_of_site(renderer)),
            Self::LlmsFull(language) => Ok(llms_full::llms_full(renderer, language)),
            Self::Book(edition) => book::book(renderer, edition),
            Self::Icon => Ok(drawing(renderer.config).into()),
            Self::TouchIcon => Ok(touch_icon(renderer.config).into()),
            Self::Manifest(language) => manifest::manifest(renderer, language),
            Self::Gate => gate::gate(renderer),
            Self::NotFound => gate::not_found(renderer),
            Self::Robots => Ok(sitemap::robots(renderer)),
        }
    }
}
