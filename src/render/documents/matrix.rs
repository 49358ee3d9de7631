//! All dimensions by all subjects: as a table to look at, and as one for spreadsheets.

use bytes::Bytes;
use serde::Serialize;

use super::BalanceLine;
use crate::config::LanguageId;
use crate::content::{AxisPlace, DimensionKind, Finding};
use crate::render::chart::chart_path;
use crate::render::parts::{Choice, DocumentHead, choices, shown_of_all};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::{Generated, SCALE, SiteFile};

/// `matrix.html`
#[derive(Debug, Serialize)]
pub struct MatrixView {
    pub site: Shared,
    pub document: DocumentHead,
    /// Of each dimension a [`ScaleRow`](crate::render::parts::ScaleRow).
    pub rows: Shared,
    pub count: String,
    /// How many of the rows are shown: words with `{shown}` and `{all}` in them.
    pub part: String,
    /// The kinds that occur, by class name and in words.
    pub kinds: Vec<Choice>,
    /// What was found of the claims, as far as they say, by class name and in words.
    pub findings: Vec<Choice>,
    /// How sure judgements are, as far as they say, by class name and in words.
    pub levels: Vec<Choice>,
    /// Subjects to sort by.
    pub sorts: Vec<Choice>,
    /// The same table as CSV.
    pub csv_url: String,
    /// The page of the scale; nothing where charts have none.
    pub scale_url: Option<String>,
    /// Nothing where the site has no balance.
    pub balance: Option<BalanceLine>,
}

/// The matrix, in a language.
pub fn matrix(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Matrix.path();
    let mut document = renderer.bare_head(language, path, "matrix", &renderer.ui(language, "matrix_title"));
    document.description = renderer.ui(language, "matrix_summary");
    let dimensions = &renderer.site.dimensions;
    let locale = &renderer.config.at(language).locale;
    let count = renderer.input.theme.messages[language.0].count(locale, "dimensions_count", dimensions.len());
    let kinds = dimensions.iter().filter_map(|page| renderer.site.page(*page).input.facts.kind);
    let kinds = choices(kinds.map(DimensionKind::as_str), |kind| renderer.ui(language, &format!("kind_{kind}")));
    let findings = dimensions.iter().filter_map(|page| renderer.site.page(*page).input.facts.finding);
    let findings =
        choices(findings.map(Finding::as_str), |finding| renderer.ui(language, &format!("finding_{finding}")));
    let levels = dimensions.iter().filter_map(|page| renderer.site.page(*page).input.facts.evidence.as_ref());
    let levels = choices(levels.map(|evidence| evidence.level.as_str()), |level| {
        renderer.ui(language, &format!("evidence_{level}"))
    });
    let csv_url = renderer.addresses.site_file(language, SiteFile::MatrixCsv);
    let messages = &renderer.input.theme.messages[language.0];
    let sorts = renderer.config.subjects.iter().enumerate().map(|(n, subject)| Choice {
        name: messages.with("sort_by", &[("name", &subject.names[language.0])]),
        value: format!("s{}", n + 1),
    });
    let view = MatrixView {
        site: renderer.shared[language.0].clone(),
        document,
        rows: renderer.lists(language).rows,
        count,
        part: shown_of_all(renderer, language),
        kinds,
        findings,
        levels,
        sorts: sorts.collect(),
        csv_url,
        scale_url: renderer
            .site
            .has_scale(renderer.config)
            .then(|| renderer.addresses.page(language, &chart_path(SCALE))),
        balance: renderer.balance_line(language),
    };
    renderer.long_template("matrix.html", &view)
}

/// The matrix for spreadsheets: a row a dimension, what is said of each subject and where it stands, 0 to 100; where any place
/// is a range, also the ends of each.
pub fn matrix_csv(renderer: &Renderer<'_>, language: LanguageId) -> Bytes {
    let ui = |id: &str| renderer.ui(language, id);
    let dimensions = || renderer.site.dimensions.iter().map(|id| &renderer.site.page(*id).input.facts);
    let mut head = vec![ui("dimension"), ui("filter_kind")];
    let has_findings = dimensions().any(|facts| facts.finding.is_some());
    if has_findings {
        head.push(ui("filter_finding"));
    }
    let has_ranges = dimensions().any(|facts| facts.axis.iter().any(|place| !place.is_sure()));
    for subject in &renderer.config.subjects {
        let name = &subject.names[language.0];
        head.extend([name.clone(), format!("{name} (0–100)")]);
        if has_ranges {
            head.extend(["≥", "≤"].map(|sign| format!("{name} {sign}")));
        }
    }
    let has_evidence = dimensions().any(|facts| facts.evidence.is_some());
    if has_evidence {
        head.push(ui("filter_evidence"));
    }
    head.extend(["0".to_owned(), "100".to_owned(), "URL".to_owned()]);
    let mut lines = vec![head];
    for id in &renderer.site.dimensions {
        let page = renderer.site.page(*id);
        let face = page.face(language).1;
        let kind = page.input.facts.kind.map(|kind| ui(&format!("kind_{}", kind.as_str())));
        let mut line = vec![face.title.clone(), kind.unwrap_or_default()];
        if has_findings {
            let finding = page.input.facts.finding.map(|finding| ui(&format!("finding_{}", finding.as_str())));
            line.push(finding.unwrap_or_default());
        }
        for n in 0..renderer.config.subjects.len() {
            // A cell is empty where an axis could not be read, which is an error.
            let place = page.input.facts.axis.get(n);
            let number = |end: fn(&AxisPlace) -> u8| place.map_or_else(String::new, |place| end(place).to_string());
            line.extend([face.stances.get(n).cloned().unwrap_or_default(), number(|place| place.middle())]);
            if has_ranges {
                line.extend([number(|place| place.low), number(|place| place.high)]);
            }
        }
        if has_evidence {
            line.push(renderer.evidence(*id, language).map_or_else(String::new, |evidence| evidence.words));
        }
        line.extend(face.poles.clone().unwrap_or_default());
        line.push(renderer.addresses.absolute(&renderer.url(*id, language)));
        lines.push(line);
    }
    // Spreadsheets take a file for UTF-8 by the mark at its head.
    let mut text = "\u{feff}".to_owned();
    for line in lines {
        let cells: Vec<_> = line.iter().map(|cell| csv_cell(cell)).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    text.into_bytes().into()
}

/// A cell in quotation marks. Spreadsheets take what begins with certain signs for a formula, which could fetch or send
/// something: an apostrophe before it tells them that it is text.
fn csv_cell(text: &str) -> String {
    // What is left out before a cell is not always the same.
    let begins = |c: char| c.is_whitespace() && !matches!(c, '\t' | '\r') || matches!(c, '\u{200b}' | '\u{feff}');
    let formula = text.trim_start_matches(begins).starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}
