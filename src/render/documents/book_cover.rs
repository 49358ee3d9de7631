//! The cover of a book: the name of the site, drawn as a picture, with the marks of what is compared.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::renderer::Renderer;
use crate::render::templates::Shared;
use crate::text::Date;

/// `book_cover.html`: a picture of 1200 by 1800.
#[derive(Debug, Serialize)]
pub struct BookCoverView {
    pub site: Shared,
    pub dir: Direction,
    /// The name of the site, in lines.
    pub lines: Vec<CoverLine>,
    /// The size of its letters.
    pub size: usize,
    /// The title of the home page, in lines, where the site is called otherwise.
    pub subtitle: Vec<CoverLine>,
    /// Where the site is, without its scheme.
    pub host: String,
    /// The day of the last change, in words.
    pub updated: Option<String>,
    /// Where the marks of the subjects stand, from the start.
    pub marks: Vec<usize>,
}

/// A line on the cover.
#[derive(Debug, Serialize)]
pub struct CoverLine {
    /// Its words, plain text.
    pub text: String,
    /// How far below the top it stands.
    pub y: usize,
}

/// As many characters as a line has, by the size of the letters, the largest first; a name that needs more than five lines
/// has smaller ones.
const LINES: [(usize, usize); 4] = [(104, 17), (84, 22), (66, 28), (50, 38)];

const MOST_LINES: usize = 5;

/// Where the first line stands, and where the middle of the page is.
const FIRST: usize = 620;
const MIDDLE: usize = 600;

/// The cover of the book of a language.
pub fn cover(renderer: &Renderer<'_>, language: LanguageId, updated: Option<Date>) -> BookCoverView {
    let here = renderer.config.at(language);
    let name = renderer.site_name(language);
    let fits = |(size, width): &(usize, usize)| (*size, wrapped(&name, *width));
    let mut tried = LINES.iter().map(fits);
    let (size, lines) = tried.find(|(_, lines)| lines.len() <= MOST_LINES).unwrap_or_else(|| fits(&LINES[3]));
    let place = |lines: Vec<String>, from: usize, size: usize| -> Vec<CoverLine> {
        let lines = lines.into_iter().enumerate();
        lines.map(|(n, text)| CoverLine { text, y: from + n * size * 3 / 2 }).collect()
    };
    let below = FIRST + lines.len() * size * 3 / 2 + 40;
    let title = renderer.site.find("").map(|home| renderer.plain_title(home, language)).filter(|title| *title != name);
    let subtitle = title.map_or_else(Vec::new, |title| wrapped(&title, 38));
    let count = renderer.config.subjects.len();
    let step = 160.min(900 / count.max(1));
    let marks = (0..count).map(|n| MIDDLE + n * step - (count - 1) * step / 2);
    let url = renderer.addresses.absolute(&renderer.addresses.under(""));
    BookCoverView {
        site: renderer.shared[language.0].clone(),
        dir: here.locale.direction,
        lines: place(lines, FIRST, size),
        subtitle: place(subtitle, below, 46),
        size,
        host: url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned(),
        updated: updated.map(|date| here.locale.date(date)),
        marks: marks.collect(),
    }
}

/// A text in lines of about so many characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
