//! The picture of a chart as an SVG that stands alone: light and dark in one file, with its words as text, which every program
//! writes in a face of its own, and what it is, from where and under which licence as metadata.

use std::fmt::Write;

use super::canvas::{StrokeKind, TextTone, dash_attribute, filling, mark_path, round};
use super::plate::{LineSide, PlateLine, PlatePart, WIDTH};
use super::{Plate, PlateColours};
use crate::text::html::escape;

/// What an SVG says of itself beside what is seen: plain text.
#[derive(Debug)]
pub struct PlateMetadata<'a> {
    /// The tag of its language.
    pub language: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The site.
    pub creator: &'a str,
    /// Who the data are from, and when.
    pub source: &'a str,
    /// The day of its last change.
    pub date: Option<String>,
    /// The address of its page.
    pub url: &'a str,
    /// The address of the licence.
    pub licence: Option<&'a str>,
}

/// The faces of text that is read from the left, and from the right: such as most systems have.
const FACES: [&str; 2] =
    ["Georgia,'Noto Serif',serif", "'Noto Naskh Arabic','Geeza Pro','Traditional Arabic',Georgia,serif"];

impl Plate {
    /// The file.
    pub fn svg(&self, colours: &PlateColours, metadata: &PlateMetadata<'_>) -> String {
        let (width, height, faces) = (round(WIDTH), round(self.height), FACES[usize::from(self.is_mirrored)]);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             role=\"img\" aria-labelledby=\"title desc\" lang=\"{}\" font-family=\"{faces}\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n{}{}\
             <rect class=\"p\" width=\"{width}\" height=\"{height}\"/>\n",
            escaped(metadata.language),
            escaped(metadata.title),
            escaped(metadata.description),
            described(metadata),
            sheet(colours),
        );
        self.parts.iter().for_each(|part| write_part(part, &mut out));
        out + "</svg>\n"
    }
}

/// Dublin Core, as programs for pictures read it.
fn described(metadata: &PlateMetadata<'_>) -> String {
    let mut out = String::from(
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\"><cc:Work rdf:about=\"\">",
    );
    let date = metadata.date.as_deref().unwrap_or_default();
    for (name, text) in [
        ("title", metadata.title),
        ("creator", metadata.creator),
        ("language", metadata.language),
        ("date", date),
        ("source", metadata.source),
        ("identifier", metadata.url),
    ] {
        if !text.is_empty() {
            // Writing to a text cannot fail.
            let _ = write!(out, "<dc:{name}>{}</dc:{name}>", escaped(text));
        }
    }
    if let Some(licence) = metadata.licence {
        let _ = write!(out, "<cc:license rdf:resource=\"{}\"/>", escaped(licence));
    }
    out + "</cc:Work></rdf:RDF></metadata>\n"
}

/// Plain colours for the light theme, which every program knows; the dark one is for those that know themes.
fn sheet(colours: &PlateColours) -> String {
    let theme = |[paper, ink, quiet, line]: &[String; 4]| {
        format!(
            ".p{{fill:{paper}}}text{{fill:{ink}}}.q{{fill:{quiet}}}.g{{stroke:{line}}}.a{{stroke:{quiet}}}.m{{fill:{ink}}}.m,.l{{stroke:{ink}}}\
             @supports(paint-order:stroke){{text{{stroke:{paper}}}}}"
        )
    };
    let subject = |(n, ink): (usize, String)| format!(".s{0}{{stroke:{ink}}}.m.s{0}{{fill:{ink}}}", n + 1);
    let inks = colours.subjects.iter().cloned().enumerate().map(subject).collect::<String>();
    let mixed = colours.subjects.iter().map(|ink| format!("color-mix(in oklab,{ink},white 45%)"));
    let dark_inks = mixed.enumerate().map(subject).collect::<String>();
    format!(
        "<style>.m,.l{{stroke-width:2px}}@supports(paint-order:stroke){{text{{paint-order:stroke;stroke-width:3px}}}}{}{inks}\
         @media(prefers-color-scheme:dark){{{}{dark_inks}}}</style>\n",
        theme(&colours.light),
        theme(&colours.dark),
    )
}

fn write_part(part: &PlatePart, out: &mut String) {
    let written = match part {
        PlatePart::Bar { at: [x, y], size: [width, height], ink, pattern } => {
            let filling = filling(*pattern);
            let (x, y, width, height) = (round(*x), round(*y), round(*width), round(*height));
            format!("<rect class=\"m{ink}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{filling}/>\n")
        }
        PlatePart::Line { from, to, kind, dashes } => {
            let class = match kind {
                StrokeKind::Grid => "g".to_owned(),
                StrokeKind::Leader => "a".to_owned(),
                StrokeKind::Series(ink) => format!("l{ink}"),
            };
            let [x1, y1, x2, y2] = [from[0], from[1], to[0], to[1]].map(round);
            let dashes = dash_attribute(dashes);
            format!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{dashes}/>\n")
        }
        PlatePart::Mark { at: [x, y], ink, form } => {
            let (x, y, path) = (round(*x), round(*y), mark_path(*form));
            format!("<path class=\"m{ink}\" transform=\"translate({x} {y})\" d=\"{path}\"/>\n")
        }
        PlatePart::Text(line) => text(line),
    };
    out.push_str(&written);
}

/// A line from right to left is one piece in that direction, whatever the program takes for that of the picture.
fn text(line: &PlateLine) -> String {
    let anchor = match line.side {
        LineSide::Left => "",
        LineSide::Middle => " text-anchor=\"middle\"",
        LineSide::Right => " text-anchor=\"end\"",
    };
    let class = if line.tone == TextTone::Quiet { " class=\"q\"" } else { "" };
    let weight = if line.is_bold { " font-weight=\"700\"" } else { "" };
    let (x, y, size) = (round(line.at[0]), round(line.at[1]), round(line.size));
    let (open, close) = if line.is_mirrored { ("\u{2067}", "\u{2069}") } else { ("", "") };
    let words = escaped(&line.text);
    format!("<text{class}{anchor}{weight} x=\"{x}\" y=\"{y}\" font-size=\"{size}\">{open}{words}{close}</text>\n")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What no XML may hold.
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    escape(&text, &mut out);
    out
}
