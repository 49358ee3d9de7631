//! The scale of a comparison as a chart: every dimension an axis.

use super::shown_chart::ShownChart;
use crate::config::LanguageId;
use crate::content::{AxisPlace, Cell, Chart, ChartKind, ChartName, Grid, GridRow, Number};
use crate::render::parts::LinkView;
use crate::render::renderer::Renderer;
use crate::render::templates::html;
use crate::site::{Generated, PageId, SCALE, SiteFile};

impl Renderer<'_> {
    /// All dimensions, in the words of a language.
    pub fn scale_chart(&self, language: LanguageId) -> Chart {
        let ui = |id: &str| self.ui(language, id);
        let subjects = self.config.subjects.iter().map(|subject| subject.names[language.0].clone());
        let subjects: Vec<String> = subjects.collect();
        let axes: Vec<[String; 3]> = self.site.dimensions.iter().map(|page| self.axis_words(*page, language)).collect();
        // Where an axis could not be read, which is an error, its subjects have no places.
        let places = |page: &PageId| {
            let axis = &self.site.page(*page).input.facts.axis;
            (0..self.config.subjects.len()).map(|subject| axis.get(subject).copied())
        };
        let number = |at: u8| Number { written: at.to_string(), value: f64::from(at) };
        let ends = |place: Option<AxisPlace>| [place.map(|at| number(at.low)), place.map(|at| number(at.high))];
        let row = |(page, words): (&PageId, &[String; 3])| {
            let [title, start, end] = words.clone().map(Cell::Text);
            let place = |place: Option<AxisPlace>| match place {
                None => Cell::Empty,
                Some(place) if place.is_sure() => Cell::Number(number(place.low)),
                Some(place) => Cell::Text(self.range_in_words(place.low, place.high, language)),
            };
            let cells = [title].into_iter().chain(places(page).map(place)).chain([start, end]);
            GridRow { cells: cells.collect(), citations: Vec::new() }
        };
        let dimensions = &self.site.dimensions;
        let ends_of_axis = ["0", "100"].map(|end| self.config.at(language).locale.decimal(end));
        Chart {
            name: ChartName::Own(SCALE.to_owned()),
            kind: ChartKind::Axes,
            log: false,
            title: ui("scale_title"),
            unit: None,
            note: Some(ui("scale_note")),
            subjects: vec![None; axes.len()],
            categories: axes.iter().map(|words| words.clone().map(Cell::Text).to_vec()).collect(),
            values: dimensions.iter().map(|page| places(page).flat_map(ends).collect()).collect(),
            ranges: Vec::new(),
            facets: Vec::new(),
            annotations: Vec::new(),
            table: Grid {
                head: [ui("dimension")].into_iter().chain(subjects.iter().cloned()).chain(ends_of_axis).collect(),
                names: 1,
                rows: dimensions.iter().zip(&axes).map(row).collect(),
            },
            series: subjects,
            link: 0,
            citations: Vec::new(),
        }
    }

    /// The scale as a chart is shown.
    pub fn shown_scale<'a>(&'a self, chart: &'a Chart, language: LanguageId) -> ShownChart<'a> {
        ShownChart {
            chart,
            id: SCALE,
            language,
            languages: self.config.language_ids().collect(),
            page: None,
            drawing: self.drawing(language, chart),
            within: LinkView {
                url: self.addresses.page(language, Generated::Matrix.path()),
                title: html(&self.ui(language, "matrix_title")),
            },
            changed: self.site.dimensions.iter().filter_map(|page| self.site.page(*page).changed()).max(),
            notes: &[],
            csv: Some(self.addresses.site_file(language, SiteFile::MatrixCsv)),
        }
    }

    /// The title of a dimension and the names of both ends of its axis.
    fn axis_words(&self, page: PageId, language: LanguageId) -> [String; 3] {
        let face = self.site.page(page).face(language).1;
        let [start, end] = face.poles.clone().unwrap_or_default();
        [face.title.clone(), start, end]
    }
}
