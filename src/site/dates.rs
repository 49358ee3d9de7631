//! Dates that cannot be: of what has not happened yet, or of a source that appeared after it was read. Two digits of them have
//! most likely changed places.

use super::Site;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::{Date, Located};

/// Reports them. Where it is tomorrow already while it is today elsewhere, that is no mistake.
pub fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    late_sources(site, diagnostics);
    late_evidence(site, diagnostics);
    let Some(tomorrow) = site.today.map(Date::next) else { return };
    let of_pages = site.pages.iter().flat_map(|page| &page.input.facts.written);
    let of_sources = site.bibliography.iter().flat_map(|source| &source.written);
    for Located { value, span } in of_pages.chain(of_sources).filter(|date| date.value > tomorrow) {
        let message = format!("the date {value} lies in the future");
        let fault = Diagnostic::warning(Code::FutureDate, message).at(*span).doubting(Matter::Value(*span));
        diagnostics.push(fault.help("write the day on which it happened, or leave the line out until it has"));
    }
}

/// What was read on a day tells nothing of later ones. Of a day that lies in the future, that is said.
fn late_evidence(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let tomorrow = site.today.map(Date::next);
    for source in site.bibliography.iter() {
        let Some((evidence_to, accessed)) = source.evidence_to.zip(source.accessed) else { continue };
        let is_late = evidence_to > accessed && tomorrow.is_none_or(|tomorrow| evidence_to <= tomorrow);
        // It is the last of the dates that were read.
        let Some(at) = source.written.iter().rfind(|date| is_late && date.value == evidence_to) else { continue };
        let message = format!("`evidence_to` is {evidence_to}, after the source was read, {accessed}");
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(at.span);
        diagnostics.push(fault.help("write the last day, month or year that its evidence is about"));
    }
}

/// For how many months an issue may be read before the month or the year that it is of.
const AHEAD: i32 = 3;

/// The months since the year 0, the first of a year where none is known.
fn months(date: Date) -> i32 {
    i32::from(date.year) * 12 + date.month.map_or(1, i32::from)
}

/// Sources that were read before the day on which they appeared. A month or a year may be that of an issue, which often appears
/// before it.
fn late_sources(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let tomorrow = site.today.map(Date::next);
    for source in site.bibliography.iter() {
        let Some((published, accessed)) = source.published.zip(source.accessed) else { continue };
        let is_told = |day: Date| tomorrow.is_some_and(|tomorrow| day > tomorrow);
        let is_before = match published.is_day() && accessed.is_day() {
            true => published > accessed,
            false => months(published) - months(accessed) > AHEAD,
        };
        let is_late = is_before && !is_told(published);
        let Some(at) = source.written.iter().find(|date| is_late && date.value == published) else { continue };
        let message = format!("`{}` appeared on {published}, after it was read, {accessed}", source.key.value);
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(at.span);
        diagnostics
            .push(fault.help("write in `published` the day on which it appeared, in `accessed` the one of reading"));
    }
}
