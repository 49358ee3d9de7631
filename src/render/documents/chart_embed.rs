//! A chart for other sites: a document without anything around the chart, and the HTML by which a site shows it.

use serde::Serialize;

use super::shown_chart::{ChartForm, ShownChart};
use crate::render::chart::Plate;
use crate::render::renderer::{Rendered, Renderer, attribute};
use crate::render::templates::{Shared, html};

/// As wide as a chart is shown at most: wider, its bars would say no more.
const MOST_WIDTH: u32 = 720;

/// `chart_embed.html`
#[derive(Debug, Serialize)]
pub struct ChartEmbedView {
    pub site: Shared,
    /// What it shows.
    pub title: Shared,
    /// The same for the title of the document.
    pub plain_title: String,
    /// Bars, a line, marks or shares: a class.
    pub kind: &'static str,
    /// The legend and the drawing.
    pub picture: Shared,
    /// The remark; may be empty.
    pub note: Shared,
    /// Who the data are from, and when; may be empty.
    pub provided_by: Shared,
    /// The address of its page, absolute.
    pub url: String,
}

/// What other sites embed: it works in a frame of any width, and needs no script.
pub fn embed_document(renderer: &Renderer<'_>, chart: &ShownChart<'_>) -> Rendered {
    let view = ChartEmbedView {
        site: renderer.shared[chart.language.0].clone(),
        title: renderer.isolated(chart.language, &chart.chart.title),
        plain_title: renderer.config.at(chart.language).isolator.plain(&chart.chart.title),
        kind: chart.chart.kind.as_str(),
        picture: html(&chart.drawing.picture()),
        note: renderer.isolated(chart.language, chart.chart.note.as_deref().unwrap_or_default()),
        provided_by: html(&attribute(&chart.provided_by(renderer))),
        url: renderer.addresses.absolute(&chart.url(renderer, ChartForm::Page)),
    };
    renderer.template("chart_embed.html", &view)
}

/// A frame with the document in it: as wide as there is room, and so high that nothing in it is cut off at 320 pixels. The
/// height is said before anything is loaded, so that nothing moves.
pub fn embed_code(renderer: &Renderer<'_>, chart: &ShownChart<'_>) -> String {
    let url = renderer.addresses.absolute(&chart.url(renderer, ChartForm::Embed));
    let title = renderer.config.at(chart.language).isolator.plain(&chart.chart.title);
    let height = chart.drawing.height_in_frame(&[
        chart.chart.note.as_deref().unwrap_or_default(),
        &chart.provided_by(renderer),
        &renderer.site_name(chart.language),
    ]);
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0;max-width:{MOST_WIDTH}px\"></iframe>",
        attribute(&url),
        attribute(&title),
    )
}

/// The picture, which leads to the page of the chart. Its size is said, so that nothing moves.
pub fn image_code(renderer: &Renderer<'_>, chart: &ShownChart<'_>, plate: &Plate, alternative: &str) -> String {
    let absolute = |form| attribute(&renderer.addresses.absolute(&chart.url(renderer, form)));
    let [width, height] = plate.size();
    format!(
        "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         style=\"max-width:100%;height:auto\"></a>",
        absolute(ChartForm::Page),
        absolute(ChartForm::Svg),
        attribute(alternative),
    )
}
