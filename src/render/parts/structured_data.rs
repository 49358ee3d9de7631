//! What a page is in the words of <https://schema.org>, as JSON-LD: an article with its sources, data and translations, a
//! term of a glossary, the way to it from home.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::{Chart, PageKind};
use crate::render::parts::ReaderContext;
use crate::render::renderer::Renderer;
use crate::render::templates::{Shared, html};
use crate::site::{PageId, SourceId, Tree};
use crate::text::html::json_in_script;
use crate::text::{Date, WebAddress};

/// Everything that is said of a page.
#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<GraphNode<'a>>,
}

/// A thing of schema.org.
#[derive(Serialize)]
#[serde(untagged)]
enum GraphNode<'a> {
    Work(Box<CreativeWork<'a>>),
    List(BreadcrumbList),
    Data(Box<ChartData<'a>>),
}

/// A page that was written: a `CreativeWork` of whatever kind.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreativeWork<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'a WebAddress>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_translation: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<&'a WebAddress>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<DefinedTerm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Dataset<'a>>,
}

/// A thing that is described elsewhere.
#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct DefinedTerm<'a> {
    name: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    alternate_name: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    in_defined_term_set: Option<String>,
}

/// The data of a chart.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Dataset<'a> {
    name: &'a str,
    distribution: DataDownload,
}

/// The data of a chart that has a page of its own.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Dataset", rename_all = "camelCase")]
struct ChartData<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    description: &'a str,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'a WebAddress>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Reference>,
    work_translation: Vec<Reference>,
    citation: Vec<&'a WebAddress>,
    image: &'a str,
    distribution: Vec<DataDownload>,
}

/// What a chart says of itself.
#[derive(Debug)]
pub struct ChartFacts<'a> {
    /// The page that it stands in.
    pub page: Option<PageId>,
    /// The day of its last change.
    pub changed: Option<Date>,
    pub language: LanguageId,
    /// The languages that have it.
    pub languages: &'a [LanguageId],
    /// The path of its page below the folder of a language.
    pub path: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub sources: &'a [SourceId],
    /// Where its picture and its data are, below the host.
    pub image: &'a str,
    pub csv: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct DataDownload {
    encoding_format: &'static str,
    content_url: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct BreadcrumbList {
    item_list_element: Vec<ListItem>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    position: usize,
    name: String,
    /// Nothing for the page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

impl Renderer<'_> {
    /// What a page is, as the content of a script.
    pub fn structured_data(&self, page: PageId, reader: LanguageId) -> Option<Shared> {
        let mut graph = vec![GraphNode::Work(Box::new(self.work(page, reader)))];
        let way = self.breadcrumbs(page, reader);
        if way.len() > 1 {
            graph.push(GraphNode::List(BreadcrumbList { item_list_element: way }));
        }
        let json = serde_json::to_string(&Graph { context: "https://schema.org", graph }).ok()?;
        Some(html(&json_in_script(&json)))
    }

    /// The same for the page of a chart.
    pub fn chart_data(&self, chart: &ChartFacts<'_>) -> Option<Shared> {
        let absolute = |language| self.addresses.absolute(&self.addresses.page(language, chart.path));
        let (url, image) = (absolute(chart.language), self.addresses.absolute(chart.image));
        let others = chart.languages.iter().filter(|language| **language != chart.language);
        let data = ChartData {
            id: &url,
            url: &url,
            name: chart.title,
            description: chart.description,
            in_language: &self.config.at(chart.language).locale.tag,
            date_modified: chart.changed.map(|date| date.to_string()),
            license: self.config.licence.as_ref().map(|licence| &licence.url),
            is_part_of: chart
                .page
                .map(|page| Reference { id: self.addresses.absolute(&self.url(page, chart.language)) }),
            work_translation: others.map(|language| Reference { id: absolute(*language) }).collect(),
            citation: chart.sources.iter().map(|source| &self.site.bibliography[source.0].url).collect(),
            image: &image,
            distribution: chart
                .csv
                .map(|url| DataDownload { encoding_format: "text/csv", content_url: self.addresses.absolute(url) })
                .into_iter()
                .collect(),
        };
        let graph = vec![GraphNode::Data(Box::new(data))];
        let json = serde_json::to_string(&Graph { context: "https://schema.org", graph }).ok()?;
        Some(html(&json_in_script(&json)))
    }

    fn work(&self, page: PageId, reader: LanguageId) -> CreativeWork<'_> {
        let here = self.site.page(page);
        let (words, face) = here.face(reader);
        let url = |language| self.addresses.absolute(&self.url(page, language));
        let kind = here.input.kind;
        let is_article = matches!(kind, PageKind::Dimension | PageKind::Ordinary);
        let sources = here.citations[words.0].iter().flatten().map(|source| &self.site.bibliography[source.0].url);
        let others = self.config.language_ids().filter(|language| *language != reader && here.speaks(*language));
        let above = self.site.tree.parent(Tree::node(page)).and_then(|node| self.site.tree.page(node));
        let set = above.filter(|_| kind == PageKind::Term);
        CreativeWork {
            kind: match kind {
                PageKind::Home => "WebSite",
                PageKind::Dimensions => "CollectionPage",
                PageKind::Terms => "DefinedTermSet",
                PageKind::Term => "WebPage",
                PageKind::Dimension => "Article",
                PageKind::Ordinary => "TechArticle",
            },
            id: url(words),
            headline: is_article.then_some(face.title.as_str()),
            name: match kind {
                PageKind::Home => Some(self.site_name(reader)),
                _ => (!is_article).then(|| face.title.clone()),
            },
            in_language: &self.config.at(words).locale.tag,
            date_published: here.input.facts.date.map(|date| date.to_string()),
            date_modified: here.input.facts.updated.map(|date| date.to_string()),
            license: self.config.licence.as_ref().map(|licence| &licence.url),
            work_translation: others.map(|language| Reference { id: url(language) }).collect(),
            citation: sources.collect(),
            main_entity: (kind == PageKind::Term).then(|| DefinedTerm {
                name: &face.title,
                description: &face.summary,
                alternate_name: &face.aliases,
                in_defined_term_set: set.map(|set| self.addresses.absolute(&self.url(set, reader))),
            }),
            has_part: self.datasets(page, reader, words),
        }
    }

    fn datasets<'a>(&'a self, page: PageId, reader: LanguageId, words: LanguageId) -> Vec<Dataset<'a>> {
        let reading = ReaderContext { page, reader, words, prefix: "" };
        let charts = self.words(page, words).map_or(&[][..], |words| &words.body.charts);
        let dataset = |chart: &'a Chart| {
            let url = self.link_url(reading, chart.link)?;
            Some(Dataset {
                name: &chart.title,
                distribution: DataDownload { encoding_format: "text/csv", content_url: self.addresses.absolute(&url) },
            })
        };
        charts.iter().filter_map(dataset).collect()
    }

    /// The pages above one, and the page itself, without home and groups.
    fn breadcrumbs(&self, page: PageId, reader: LanguageId) -> Vec<ListItem> {
        let tree = &self.site.tree;
        let above = [page].into_iter().chain(tree.ancestors(Tree::node(page)).filter_map(|node| tree.page(node)));
        let mut way: Vec<PageId> = above.filter(|page| !self.site.page(*page).input.path.is_empty()).collect();
        way.reverse();
        let item = |(n, page): (usize, &PageId)| ListItem {
            position: n + 1,
            name: self.site.page(*page).face(reader).1.name().to_owned(),
            item: (n + 1 < way.len()).then(|| self.addresses.absolute(&self.url(*page, reader))),
        };
        way.iter().enumerate().map(item).collect()
    }
}
