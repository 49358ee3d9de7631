//! A chart by itself: its page, which says where it stands, what it rests on and how it is cited and embedded; a document for
//! other sites to embed; and pictures of it that stand alone.

use bytes::Bytes;
use serde::Serialize;

use super::chart_embed::{embed_code, embed_document, image_code};
use super::shown_chart::{ChartForm, ShownChart};
use crate::config::{Config, LanguageId};
use crate::content::NoteRef;
use crate::render::chart::{PlateColours, PlateMetadata, chart_path};
use crate::render::parts::{ChartFacts, Cite, CitedWork, DocumentHead, HeadImage, LinkView, SourceView};
use crate::render::renderer::{Rendered, Renderer, document_path};
use crate::render::templates::{Shared, html};
use crate::site::{Generated, PageId};

/// Where a file of a chart lies.
pub fn path(config: &Config, language: LanguageId, id: &str, form: ChartForm) -> String {
    document_path(config.folder(language), &chart_path(id), &form.file_name(id))
}

/// `chart.html`
#[derive(Debug, Serialize)]
pub struct ChartView {
    pub site: Shared,
    pub document: DocumentHead,
    /// What it shows.
    pub title: Shared,
    /// Bars, a line, marks or shares: a class.
    pub kind: &'static str,
    /// The legend and the drawing.
    pub picture: Shared,
    /// The remark; may be empty.
    pub note: Shared,
    /// The section that it stands in.
    pub place: LinkView,
    /// When the page that it stands in was last changed, in words and as a machine reads it.
    pub updated: Option<[String; 2]>,
    /// The data as a table, whose rows refer to the sources.
    pub table: Shared,
    /// What the data are from, in the order of their numbers.
    pub sources: Vec<SourceView>,
    /// What is to be had of it: the ending of each file, and its address.
    pub files: Vec<[String; 2]>,
    /// HTML by which other sites show it: as a document of this site, and as a picture.
    pub codes: [String; 2],
    /// How to cite it.
    pub cite: Cite,
}

/// A file of a chart of a page, whose words the renderer has at hand.
pub fn chart(renderer: &Renderer<'_>, page: PageId, (language, n): (LanguageId, usize), form: ChartForm) -> Rendered {
    // Whoever renders a document of a page has its words at hand.
    renderer.chart_on_page(page, language, n).map_or_else(|| Ok(Bytes::new()), |chart| file(renderer, &chart, form))
}

/// A file of the scale.
pub fn scale(renderer: &Renderer<'_>, language: LanguageId, form: ChartForm) -> Rendered {
    let chart = renderer.scale_chart(language);
    file(renderer, &renderer.shown_scale(&chart, language), form)
}

fn file(renderer: &Renderer<'_>, chart: &ShownChart<'_>, form: ChartForm) -> Rendered {
    match form {
        ChartForm::Page => chart_page(renderer, chart),
        ChartForm::Embed => embed_document(renderer, chart),
        ChartForm::Svg => Ok(svg(renderer, chart)),
        ChartForm::Png => {
            let (plate, colours) = (chart.plate(renderer), renderer.plate_colours());
            let key = plate.key(&colours, &renderer.picture_faces());
            renderer.drawn_once(&key, |faces| plate.png(&colours, faces))
        }
    }
}

fn chart_page(renderer: &Renderer<'_>, chart: &ShownChart<'_>) -> Rendered {
    let here = renderer.config.at(chart.language);
    let plain = |text: &str| here.isolator.plain(text);
    let (title, path) = (chart.chart.title.as_str(), chart_path(chart.id));
    let languages = &chart.languages;
    let mut document = renderer.bare_head(chart.language, &path, "chart", title);
    document.description = plain(&chart.drawing.description());
    document.alternates = renderer.alternates(languages, &path);
    document.tree = renderer.tree_of_site(chart.language);
    renderer.lead_elsewhere(&mut document, languages, Generated::Charts.path());
    let plate = chart.plate(renderer);
    let [width, height] = plate.points();
    let png = chart.url(renderer, ChartForm::Png);
    // Without a face nothing can be written on a picture in points.
    let has_faces = !renderer.input.theme.statics.faces.is_empty();
    if has_faces {
        let url = renderer.addresses.absolute(&png);
        document.image = Some(HeadImage { url, width: Some(width), height: Some(height) });
    }
    let mut files = vec![["SVG".to_owned(), chart.url(renderer, ChartForm::Svg)]];
    files.extend(has_faces.then(|| ["PNG".to_owned(), png]));
    files.extend(chart.csv.clone().map(|url| ["CSV".to_owned(), url]));
    let sources = chart.sources();
    document.structured_data = renderer.chart_data(&ChartFacts {
        page: chart.page.map(|(page, _)| page),
        changed: chart.changed,
        language: chart.language,
        languages,
        path: &path,
        title,
        description: &document.description,
        sources: &sources,
        image: &files[0][1],
        csv: chart.csv.as_deref(),
    });
    let number = |note: &NoteRef| {
        let source = chart.notes.get(note.note).copied().flatten()?;
        let number = sources.iter().position(|own| *own == source)? + 1;
        Some(format!("<sup><a href=\"#n{number}\">{}</a></sup>", here.locale.number(number)))
    };
    let notes = |notes: &[NoteRef]| notes.iter().filter_map(number).collect::<Vec<_>>().join(" ");
    let view = ChartView {
        site: renderer.shared[chart.language.0].clone(),
        title: renderer.isolated(chart.language, title),
        kind: chart.chart.kind.as_str(),
        picture: html(&chart.drawing.picture()),
        note: renderer.isolated(chart.language, chart.chart.note.as_deref().unwrap_or_default()),
        place: LinkView { url: chart.within.url.clone(), title: chart.within.title.clone() },
        updated: chart.changed.map(|date| [date.to_string(), here.locale.date(date)]),
        table: html(&chart.drawing.table(&notes)),
        sources: sources.iter().map(|source| renderer.source(*source, chart.language)).collect(),
        files,
        codes: [
            embed_code(renderer, chart),
            image_code(renderer, chart, &plate, &plain(&format!("{title}. {}", chart.drawing.description()))),
        ],
        cite: renderer.citation(CitedWork {
            name: chart.id,
            title,
            page: chart.page.map(|(_, title)| title),
            is_home: false,
            date: chart.changed,
            url: renderer.addresses.absolute(&chart.url(renderer, ChartForm::Page)),
            words: chart.language,
        }),
        document,
    };
    renderer.template("chart.html", &view)
}

fn svg(renderer: &Renderer<'_>, chart: &ShownChart<'_>) -> Bytes {
    let isolator = &renderer.config.at(chart.language).isolator;
    let (title, description) = (isolator.plain(&chart.chart.title), isolator.plain(&chart.drawing.description()));
    let metadata = PlateMetadata {
        language: &renderer.config.at(chart.language).locale.tag,
        title: &title,
        description: &description,
        creator: &renderer.site_name(chart.language),
        source: &chart.providers(renderer).join("; "),
        date: chart.changed.map(|date| date.to_string()),
        url: &renderer.addresses.absolute(&chart.url(renderer, ChartForm::Page)),
        licence: renderer.config.licence.as_ref().map(|licence| licence.url.as_str()),
    };
    chart.plate(renderer).svg(&renderer.plate_colours(), &metadata).into_bytes().into()
}

impl Renderer<'_> {
    /// The colours of pictures that stand alone.
    fn plate_colours(&self) -> PlateColours {
        let names = ["paper", "ink", "quiet", "line"];
        let appearance = &self.config.appearance;
        PlateColours {
            light: names.map(|name| appearance.light(name)),
            dark: names.map(|name| appearance.dark(name)),
            subjects: self.config.subjects.iter().map(|subject| subject.accent.clone()).collect(),
        }
    }

    /// Leads to another page of a language where what a document shows is not in it.
    fn lead_elsewhere(&self, document: &mut DocumentHead, languages: &[LanguageId], path: &str) {
        for (link, language) in document.languages.iter_mut().zip(self.config.language_ids()) {
            if !languages.contains(&language) {
                link.url = self.addresses.page(language, path);
            }
        }
    }
}
