//! The whole bibliography, and for each source where it is cited.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::{Grade, SourceKind};
use crate::render::parts::{Choice, DocumentHead, LinkView, SourceView, choices, shown_of_all};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::{Generated, SourceId};

/// `sources.html`
#[derive(Debug, Serialize)]
pub struct SourcesView {
    pub site: Shared,
    pub document: DocumentHead,
    pub sources: Vec<CitedSource>,
    pub count: String,
    /// How many of the sources are shown: words with `{shown}` and `{all}` in them.
    pub part: String,
    /// The kinds of source that occur.
    pub kinds: Vec<Choice>,
    /// The grades of source that occur.
    pub grades: Vec<Choice>,
    /// The languages of the sources.
    pub languages: Vec<Choice>,
}

/// A source and where it is cited.
#[derive(Debug, Serialize)]
pub struct CitedSource {
    /// The source.
    pub source: SourceView,
    /// The value of its kind in the filter.
    pub kind: &'static str,
    /// The value of its grade in the filter.
    pub grade: &'static str,
    /// The value of its language in the filter.
    pub language: String,
    /// The pages that cite it.
    pub cited_by: Vec<LinkView>,
}

/// All sources that are cited, in a language.
pub fn sources(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Sources.path();
    let mut document = renderer.bare_head(language, path, "sources", &renderer.ui(language, "sources_title"));
    document.description = renderer.ui(language, "sources_summary");
    document.tree = renderer.tree_of_site(language);
    let locale = &renderer.config.at(language).locale;
    let mut ids: Vec<SourceId> = (0..renderer.site.bibliography.len()).map(SourceId).collect();
    ids.retain(|id| !renderer.site.cited_by[id.0].is_empty());
    let publisher = |id: &SourceId| renderer.site.bibliography[id.0].publisher.as_str();
    ids.sort_by(|a, b| locale.compare(publisher(a), publisher(b)).then(a.cmp(b)));
    let count = renderer.input.theme.messages[language.0].count(locale, "sources_count", ids.len());
    let cited = |id: &SourceId| {
        let entry = &renderer.site.bibliography[id.0];
        CitedSource {
            source: renderer.source(*id, language),
            kind: entry.kind.map_or("", SourceKind::as_str),
            grade: entry.grade.map_or("", Grade::as_str),
            language: entry.language.clone().unwrap_or_default(),
            cited_by: renderer.links(&renderer.site.cited_by[id.0], language),
        }
    };
    let sources: Vec<CitedSource> = ids.iter().map(cited).collect();
    let kind = |kind: &str| renderer.ui(language, &format!("source_{kind}"));
    let view = SourcesView {
        site: renderer.shared[language.0].clone(),
        document,
        kinds: choices(sources.iter().map(|source| source.kind), kind),
        grades: choices(sources.iter().map(|source| source.grade), |grade| {
            renderer.ui(language, &format!("grade_{grade}"))
        }),
        languages: choices(sources.iter().map(|source| source.language.as_str()), |tag| {
            renderer.language_name(language, tag)
        }),
        sources,
        count,
        part: shown_of_all(renderer, language),
    };
    renderer.template("sources.html", &view)
}
