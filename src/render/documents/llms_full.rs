//! `llms-full.txt`: the words of a language in one file of Markdown, in the order in which they are read, for programs that
//! read on somebody's behalf. What Markdown says in the generator's own way is said in everybody's: links have whole
//! addresses, a chart is the table of its figures, and each page has its sources under it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use bytes::Bytes;

use super::llms::{LLMS, plain};
use crate::config::{Config, LanguageId};
use crate::content::{Cell, Chart, NoteKind, PageKind, PageText};
use crate::locale::ends_sentence;
use crate::render::parts::ReaderContext;
use crate::render::renderer::Renderer;
use crate::site::{PageId, Site, Tree};

/// As many pages as it has at most: more than any program reads at once, and no large site is in memory for it.
const MOST_PAGES: usize = 1000;

/// Stands between two pages.
const RULE: &str = "\n\n---\n\n";

/// The pages of a language in the order in which they are read, as many as are in the file, and how many are not.
pub fn texts(config: &Config, site: &Site, language: LanguageId) -> (Vec<PageId>, usize) {
    let mut pages = reading_order(config, site);
    pages.retain(|page| site.page(*page).speaks(language));
    let left_out = pages.len().saturating_sub(MOST_PAGES);
    pages.truncate(MOST_PAGES);
    (pages, left_out)
}

/// All pages as somebody would read them: home, the dimensions in their order, what else there is along the tree, and the
/// terms, in which one looks things up.
pub fn reading_order(config: &Config, site: &Site) -> Vec<PageId> {
    let of_tree = site.tree.top().iter().flat_map(|node| site.tree.pages(*node));
    let below = |page: PageId| site.tree.pages(Tree::node(page));
    let points = config.compares().then(|| site.find("dimensions")).flatten();
    let points = points.into_iter().chain(site.dimensions.iter().flat_map(|page| below(*page)));
    let is_term = |page: &PageId| matches!(site.page(*page).input.kind, PageKind::Terms | PageKind::Term);
    let (terms, others): (Vec<_>, Vec<_>) = of_tree.chain(site.ids()).partition(is_term);
    let mut seen = BTreeSet::new();
    let all = site.find("").into_iter().chain(points).chain(others).chain(terms);
    all.filter(|page| seen.insert(*page)).collect()
}

/// The words of a language.
pub fn llms_full(renderer: &Renderer<'_>, language: LanguageId) -> Bytes {
    let (pages, left_out) = texts(renderer.config, renderer.site, language);
    let mut out = String::new();
    for page in pages {
        let Some(texts) = renderer.input.texts else { break };
        let (words, source) = (texts.text(page), texts.markdown(page, language));
        let Some((words, source)) = words.get(language.0).and_then(Option::as_ref).zip(source) else { continue };
        if !out.is_empty() {
            out.truncate(out.trim_end().len());
            out += RULE;
        }
        PageMarkdown { renderer, page, language, words }.write(&source, &mut out);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    if left_out > 0 {
        let index = renderer.addresses.page(language, "") + LLMS;
        let messages = &renderer.input.theme.messages[language.0];
        let pages = messages.count(&renderer.config.at(language).locale, "search_count", left_out);
        let text = messages.with("llms_more", &[("pages", &pages)]);
        out += &format!("{}{text} <{}>\n", &RULE[1..], renderer.addresses.absolute(&index));
    }
    out.into()
}

/// A page that is written.
struct PageMarkdown<'a> {
    renderer: &'a Renderer<'a>,
    page: PageId,
    language: LanguageId,
    words: &'a PageText,
}

impl PageMarkdown<'_> {
    fn write(&self, source: &str, out: &mut String) {
        let Self { renderer, page, language, words } = *self;
        let here = renderer.site.page(page);
        let (title, summary) = (plain(&words.title), plain(&words.summary));
        let url = renderer.addresses.absolute(&renderer.url(page, language));
        // Writing into a text cannot fail.
        let _ = write!(out, "# {title}\n\n<{url}>\n");
        let facts = &here.input.facts;
        for (message, date) in [("published", facts.date), ("updated", facts.updated)] {
            if let Some(date) = date {
                let _ = writeln!(out, "\n{} {date}", renderer.ui(language, message));
            }
        }
        if !words.is_summary_in_article {
            let _ = write!(out, "\n> {summary}\n");
        }
        if here.input.kind.is_dimension() {
            self.write_stances(out);
        }
        out.push('\n');
        let (body, from) = body(words, source);
        let mut edits = self.edits(source);
        edits.retain(|(range, _)| range.start >= from && source.get(range.clone()).is_some());
        edits.sort_by_key(|(range, _)| range.start);
        let mut at = from;
        for (range, text) in edits {
            // What stands in something that has been replaced is gone.
            if range.start >= at {
                out.push_str(&source[at..range.start]);
                out.push_str(&text);
                at = range.end;
            }
        }
        out.push_str(body.get(at - from..).unwrap_or_default().trim_end());
        out.push('\n');
        self.write_sources(out);
    }

    /// What is said of each subject, and where it stands.
    fn write_stances(&self, out: &mut String) {
        let Self { renderer, page, language, words } = *self;
        let names = renderer.config.subjects.iter().map(|subject| subject.names[language.0].as_str());
        out.push('\n');
        for (name, stance) in names.zip(&words.stances) {
            let _ = writeln!(out, "- {}: {}", plain(name), plain(stance));
        }
        let _ = write!(out, "\n{}\n", plain(&renderer.row(page, language).label));
    }

    /// What stands in the file in the generator's own way, and what to write in its place.
    fn edits(&self, source: &str) -> Vec<(Range<usize>, String)> {
        let Self { renderer, page, language, words } = *self;
        let reading = ReaderContext { page, reader: language, words: language, prefix: "" };
        let here = renderer.url(page, language);
        let whole = |address: String| renderer.addresses.whole(&here, &address);
        let mut edits = Vec::new();
        for (n, link) in words.body.links.iter().enumerate() {
            let Some(address) = renderer.link_url(reading, n).map(&whole) else { continue };
            let range = link.span.start..link.span.end;
            let written = source.get(range.clone()).unwrap_or_default();
            match written.strip_prefix("[[").and_then(|inside| inside.strip_suffix("]]")) {
                Some(inside) => {
                    let words = inside.split_once('|').map(|(_, words)| words.trim().to_owned());
                    let words = words.filter(|words| !words.is_empty());
                    let words = words.unwrap_or_else(|| plain(&renderer.link_title(reading, n)));
                    edits.push((range, format!("[{words}]({address})")));
                }
                None => edits.extend(destination(written, range.start).map(|range| (range, address))),
            }
        }
        for (n, image) in words.body.images.iter().enumerate() {
            let written = source.get(image.span.start..image.span.end).unwrap_or_default();
            let address = renderer.shown_image(reading, n).map(|(url, _)| whole(url));
            edits.extend(destination(written, image.span.start).zip(address));
        }
        for chart in &words.body.charts {
            let fence = words.body.links.get(chart.link).and_then(|link| fence(source, link.span.start));
            edits.extend(fence.map(|range| (range, self.table(chart))));
        }
        edits
    }

    /// A chart as its title, the table of its figures, and its remark.
    fn table(&self, chart: &Chart) -> String {
        let unit = chart.unit.as_ref().map(|unit| format!(" ({})", plain(unit))).unwrap_or_default();
        let cite = |notes: &[crate::content::NoteRef]| -> String {
            let notes = notes.iter().filter_map(|note| self.words.body.notes.get(note.note));
            let keys = notes.filter_map(|note| match &note.kind {
                NoteKind::Citation(key) => Some(format!("[^{key}]")),
                NoteKind::Footnote(_) => None,
            });
            keys.collect()
        };
        let row = |cells: Vec<String>, notes: &str| format!("| {}{notes} |\n", cells.join(" | "));
        let mut out = format!("**{}**{unit}{}\n\n", plain(&chart.title), cite(&chart.citations));
        out += &row(chart.table.head.iter().map(|name| plain(name)).collect(), "");
        out += &row(chart.table.head.iter().map(|_| "---".to_owned()).collect(), "");
        for line in &chart.table.rows {
            out += &row(line.cells.iter().map(cell).collect(), &cite(&line.citations));
        }
        for said in &chart.annotations {
            let cells = chart.categories.get(said.category).into_iter().flatten().map(cell);
            out += &format!("\n{}: {}\n", cells.collect::<Vec<_>>().join(" · "), plain(&said.text));
        }
        if let Some(note) = &chart.note {
            out += &format!("\n{}\n", plain(note));
        }
        out
    }

    /// The sources that the page cites, as footnotes of Markdown.
    fn write_sources(&self, out: &mut String) {
        let Self { renderer, page, language, words } = *self;
        let cited = &renderer.site.page(page).citations[language.0];
        let keys = words.body.notes.iter().zip(cited).filter_map(|(note, source)| match &note.kind {
            NoteKind::Citation(key) => Some((key, (*source)?)),
            NoteKind::Footnote(_) => None,
        });
        for (n, (key, source)) in keys.enumerate() {
            let source = &renderer.site.bibliography[source.0];
            let dates = [("published", source.published), ("accessed", source.accessed)];
            let dates = dates.map(|(message, date)| {
                date.map_or(String::new(), |date| format!(" {} {date}.", renderer.ui(language, message)))
            });
            let (title, publisher) = (plain(&source.title), plain(&source.publisher));
            let before = if n == 0 { "\n" } else { "" };
            let stop = if ends_sentence(&source.title) { "" } else { "." };
            let _ = writeln!(out, "{before}[^{key}]: {title}{stop} {publisher}. <{}>.{}", source.url, dates.concat());
        }
    }
}

/// The article in the file of a page, and where it begins there.
fn body<'a>(words: &PageText, source: &'a str) -> (&'a str, usize) {
    let range = crate::content::section_ranges(words, source).into_iter().next();
    let from = range.map_or(0, |(_, range)| range.start);
    let text = source.get(from..).unwrap_or_default();
    let from = from + text.len() - text.trim_start_matches(['\n', '\r']).len();
    (source.get(from..).unwrap_or_default(), from)
}

/// Where the address stands in `[words](address "title")`, which begins at `start`; nothing for what is no such link.
fn destination(written: &str, start: usize) -> Option<Range<usize>> {
    if !written.starts_with(['[', '!']) || !written.ends_with(')') {
        return None;
    }
    let from = written.rfind("](")? + 2;
    let inside = &written[from..written.len() - 1];
    let from = from + inside.len() - inside.trim_start().len();
    let inside = inside.trim();
    let length = match inside.starts_with('<') {
        true => inside.find('>').map(|end| end + 1),
        false => inside.find(char::is_whitespace),
    };
    Some(start + from..start + from + length.unwrap_or(inside.len()))
}

/// The lines of the fenced block in which a place stands.
fn fence(source: &str, at: usize) -> Option<Range<usize>> {
    let before = source.get(..at)?;
    let start = ["```", "~~~"].iter().filter_map(|fence| before.rfind(&format!("{fence}chart"))).max()?;
    // A fence may be longer than three signs.
    let sign = source[start..].chars().next()?;
    let start = before[..start].trim_end_matches(sign).len();
    let signs = source[start..].chars().take_while(|c| *c == sign).count();
    let close = format!("\n{}", sign.to_string().repeat(signs));
    let end = source.get(at..)?.find(&close).map_or(source.len(), |end| at + end + close.len());
    Some(start..end)
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => plain(text),
        Cell::Date(date) => date.to_string(),
        Cell::Number(number) => number.written.clone(),
        Cell::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_link_is_found() {
        for (written, expected) in [
            ("[a](../b/)", Some("../b/")),
            ("[a]( ../b/ \"title\" )", Some("../b/")),
            ("[a](<b c.csv> 'x')", Some("<b c.csv>")),
            ("[![x](y.png)](z)", Some("z")),
            ("![x](y.png)", Some("y.png")),
            ("[a][b]", None),
            ("<a href=\"b\">(c)", None),
        ] {
            let found = destination(written, 10).map(|range| &written[range.start - 10..range.end - 10]);
            assert_eq!(found, expected, "{written}");
        }
    }

    #[test]
    fn a_chart_is_replaced_with_its_fences() {
        let source = "a\n\n````chart\ndata = \"x\"\n```\n````\n\nb";
        let at = source.find("\"x\"").expect("there");
        assert_eq!(&source[fence(source, at).expect("a fence")], "````chart\ndata = \"x\"\n```\n````");
    }
}
