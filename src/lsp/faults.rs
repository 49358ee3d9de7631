//! What is wrong with a site, as an editor shows it: by file, with the places in other files that belong to it.

use std::collections::BTreeMap;

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Range,
    TextEdit,
};

use super::addresses::FileAddresses;
use super::place::TextPlaces;
use crate::build::{Build, SiteModel};
use crate::config::LanguageId;
use crate::content::PageText;
use crate::diagnostic::{self, Code, Severity};
use crate::site::PageId;

/// Where faults are shown that have no file of the site's own.
const SETTINGS: &str = "site.toml";

/// The faults of each file that has any, by its path.
pub fn by_file(
    report: &Build,
    model: Option<&SiteModel<'_>>,
    addresses: &FileAddresses,
) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut files: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    let mut lines: BTreeMap<&str, TextPlaces<'_>> = BTreeMap::new();
    // Faults of one slip are shown each at its place.
    for fault in report.diagnostics.iter().flat_map(diagnostic::Diagnostic::each) {
        let source = fault.span.map(|span| report.sources.get(span.file));
        // A default template is in the program.
        let source = source.filter(|source| !source.path.starts_with('('));
        let path = source.map_or(SETTINGS, |source| source.path.as_str());
        let range = match source.zip(fault.span) {
            Some((source, span)) => {
                let lines = lines.entry(path).or_insert_with(|| TextPlaces::new(&source.text));
                lines.range(span.start..span.end)
            }
            None => Range::default(),
        };
        let mend = source.and_then(|source| Some((TextPlaces::new(&source.text), fault.edit(&report.sources)?)));
        let mend = mend.map(|(places, (at, mend))| TextEdit { range: places.range(at), new_text: mend.to.clone() });
        let related = model.map(|model| related(model, addresses, path, fault)).unwrap_or_default();
        files.entry(path.to_owned()).or_default().push(Diagnostic {
            data: mend.and_then(|edit| serde_json::to_value(edit).ok()),
            ..shown(fault, range, related)
        });
    }
    files
}

fn shown(fault: &diagnostic::Diagnostic, range: Range, related: Vec<DiagnosticRelatedInformation>) -> Diagnostic {
    let help = fault.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    Diagnostic {
        range,
        severity: Some(match fault.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(fault.code.as_str().to_owned())),
        code_description: diagnostic::manual_address(fault.code)
            .and_then(|address| address.parse().ok())
            .map(|href| CodeDescription { href }),
        source: Some("muwazana".to_owned()),
        message: format!("{}{help}", fault.message),
        related_information: Some(related).filter(|related| !related.is_empty()),
        ..Diagnostic::default()
    }
}

/// The counterparts of a section that differs from them.
fn related(
    model: &SiteModel<'_>,
    addresses: &FileAddresses,
    path: &str,
    fault: &diagnostic::Diagnostic,
) -> Vec<DiagnosticRelatedInformation> {
    if !matches!(fault.code, Code::Behind | Code::SectionId | Code::SectionOrder | Code::MissingSection) {
        return Vec::new();
    }
    let Some(((page, Some(language)), span)) = model.page_of(path).zip(fault.span) else { return Vec::new() };
    let texts = model.texts(page);
    let Some(Some(words)) = texts.get(language.0) else { return Vec::new() };
    let own = || words.body.sections.iter().filter_map(|section| section.heading.as_ref());
    let at = own().filter(|heading| heading.span.start <= span.start).count().checked_sub(1);
    let id = at.and_then(|at| own().nth(at)).map_or("", |heading| heading.id.as_str());
    let newer = model.freshness.behind(page, language, id);
    let others = model.config.language_ids().filter(|other| match fault.code {
        Code::Behind => Some(*other) == newer || model.freshness.behind(page, *other, id) == Some(language),
        _ => *other != language,
    });
    others
        .filter_map(|other| counterpart(model, addresses, (page, other), texts.get(other.0)?.as_ref()?, id, at))
        .collect()
}

/// The heading of this id in another language, or else the one at this place; the file where there is none.
fn counterpart(
    model: &SiteModel<'_>,
    addresses: &FileAddresses,
    (page, language): (PageId, LanguageId),
    words: &PageText,
    id: &str,
    at: Option<usize>,
) -> Option<DiagnosticRelatedInformation> {
    let path = model.words_path(page, language)?;
    let headings = || words.body.sections.iter().filter_map(|section| section.heading.as_ref());
    let same = headings().find(|heading| heading.id == id);
    let heading = same.or_else(|| headings().nth(at?));
    let source = model.source(path)?;
    let range = heading.map_or(0..0, |heading| heading.span.start..heading.span.end);
    let tag = &model.config.at(language).locale.tag;
    let location = Location { uri: addresses.uri(path)?, range: TextPlaces::new(&source.text).range(range) };
    let message = format!("the text in `{tag}`");
    Some(DiagnosticRelatedInformation { location, message })
}
