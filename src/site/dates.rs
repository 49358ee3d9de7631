//! Dates that lie in the future: two digits of them have most likely changed places.

use super::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Date, Located};

/// Reports them. Where it is tomorrow already while it is today elsewhere, that is no mistake.
pub fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let Some(tomorrow) = site.today.map(Date::next) else { return };
    let of_pages = site.pages.iter().flat_map(|page| &page.input.facts.written);
    let of_sources = site.bibliography.iter().flat_map(|source| &source.written);
    for Located { value, span } in of_pages.chain(of_sources).filter(|date| date.value > tomorrow) {
        let message = format!("the date {value} lies in the future");
        let fault = Diagnostic::warning(Code::FutureDate, message).at(*span);
        diagnostics.push(fault.help("write the day on which it happened, or leave the line out until it has"));
    }
}
