//! All that any other page can see of a page in one language. It holds no byte offset and no digest of a body, so
//! that an edit that leaves it equal leaves every other page as it was.

use serde::{Deserialize, Serialize};

use crate::content::{Chart, ChartName, NoteKind, PageText, Target};
use crate::text::Located;

/// A page's face in one language.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// Plain text.
    pub title: String,
    /// What lists that name the page again and again call it, if not by its title; plain text.
    pub short_title: Option<String>,
    /// Plain text.
    pub summary: String,
    /// Whether that is the beginning of the article.
    pub is_summary_in_article: bool,
    /// Other names.
    pub aliases: Vec<String>,
    /// Old paths that lead here.
    pub redirects: Vec<String>,
    /// One sentence a subject; dimensions only.
    pub stances: Vec<String>,
    /// The names of the axis's ends; dimensions only.
    pub poles: Option<[String; 2]>,
    /// Ids and titles of the sections.
    pub sections: Vec<(String, String)>,
    /// Every id that a link may lead to.
    pub anchors: Vec<String>,
    /// Other names of headings that links may use, each with the id.
    pub anchor_aliases: Vec<(String, String)>,
    /// Where its links lead, as they are written.
    pub links: Vec<Target>,
    /// The keys that it cites, by the number of the note; footnotes are empty.
    pub citations: Vec<Option<String>>,
    /// What stands alone in square brackets and may be meant as a source or a page.
    pub bracketed: Vec<String>,
    /// Its images, as they are written.
    pub images: Vec<String>,
    /// The one of them that is shown where a link to the page is shared, if its front matter names one.
    pub image: Option<usize>,
    /// Its charts.
    pub charts: Vec<ChartFace>,
}

/// What other pages can see of a chart.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartFace {
    /// By what it is known.
    pub name: ChartName,
    /// What it shows; plain text.
    pub title: String,
    /// The link to its data, by its number.
    pub link: usize,
    /// How many values it shows.
    pub values: usize,
}

impl Face {
    /// The face of a page without words.
    pub const EMPTY: &'static Face = &Face {
        title: String::new(),
        short_title: None,
        summary: String::new(),
        is_summary_in_article: false,
        aliases: Vec::new(),
        redirects: Vec::new(),
        stances: Vec::new(),
        poles: None,
        sections: Vec::new(),
        anchors: Vec::new(),
        anchor_aliases: Vec::new(),
        links: Vec::new(),
        citations: Vec::new(),
        bracketed: Vec::new(),
        images: Vec::new(),
        image: None,
        charts: Vec::new(),
    };

    /// What lists that name the page again and again call it; plain text.
    pub fn name(&self) -> &str {
        self.short_title.as_ref().unwrap_or(&self.title)
    }

    /// The face that words show.
    pub fn of(words: &PageText) -> Self {
        let body = &words.body;
        let headings = || body.sections.iter().filter_map(|section| section.heading.as_ref());
        let note = |kind: &NoteKind| match kind {
            NoteKind::Citation(key) => Some(key.clone()),
            NoteKind::Footnote(_) => None,
        };
        let chart = |chart: &Chart| ChartFace {
            name: chart.name.clone(),
            title: chart.title.clone(),
            link: chart.link,
            values: chart.values.iter().map(Vec::len).sum(),
        };
        Self {
            title: words.title.clone(),
            short_title: words.short_title.clone(),
            summary: words.summary.clone(),
            is_summary_in_article: words.is_summary_in_article,
            aliases: words.aliases.iter().map(|alias| alias.value.clone()).collect(),
            redirects: words.redirects.iter().map(|Located { value, .. }| value.clone()).collect(),
            stances: words.stances.clone(),
            poles: words.poles.clone(),
            sections: headings().map(|heading| (heading.id.clone(), heading.text.clone())).collect(),
            anchors: body.anchors.iter().map(|anchor| anchor.value.clone()).collect(),
            anchor_aliases: body.anchor_aliases.clone(),
            links: body.links.iter().map(|link| link.target.clone()).collect(),
            citations: body.notes.iter().map(|entry| note(&entry.kind)).collect(),
            bracketed: body.bracketed.iter().map(|found| found.value.clone()).collect(),
            images: body.images.iter().map(|image| image.source.clone()).collect(),
            image: words.image,
            charts: body.charts.iter().map(chart).collect(),
        }
    }
}
