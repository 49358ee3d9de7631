//! What is told of other sites' answers, at every place that names the address.

use super::answer::ExternalOutcome;
use super::records::{ChangedSince, ExternalRecord};
use super::survey::Survey;
use crate::build::ExternalAddress;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Date;

/// The faults that follow from the answers. Where no site could be reached that is one fault, and not one for each.
pub fn findings(addresses: &[ExternalAddress], survey: &Survey, today: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(why) = &survey.offline {
        let message = format!(
            "no other site can be reached ({why}): none of {} addresses was checked",
            addresses.len() - survey.known
        );
        found.push(
            Diagnostic::warning(Code::AddressUnreachable, message)
                .help("check again with a connection to the internet"),
        );
    }
    for address in addresses {
        let Some(record) = survey.records.get(&address.url) else { continue };
        if survey.offline.is_some() && record.outcome.is_passing() {
            continue;
        }
        let faults = [outcome(address, record), changed(address, record, today)];
        for fault in faults.into_iter().flatten() {
            found.extend(address.places.iter().map(|place| fault.clone().at(*place)));
        }
    }
    found
}

fn outcome(address: &ExternalAddress, record: &ExternalRecord) -> Option<Diagnostic> {
    let url = &address.url;
    // Readers are shown the copy, so that nothing is lost to them.
    if address.has_copy && matches!(record.outcome, ExternalOutcome::Gone(_) | ExternalOutcome::FrontPage(_)) {
        return None;
    }
    let away = match address.key {
        Some(_) => {
            "look for where it stands now, name a copy of it in an archive with `archived`, or cite another source"
        }
        None => "look for where it stands now, or take the link away",
    };
    Some(match &record.outcome {
        ExternalOutcome::Present => return None,
        ExternalOutcome::Moved(to) => {
            let fault = Diagnostic::warning(Code::AddressMoved, format!("`{url}` has moved for good to `{to}`"));
            fault.help(format!("write `{to}`")).likely_mended(url, to)
        }
        ExternalOutcome::FrontPage(to) => {
            let message = format!("`{url}` leads to the front page `{to}` now: what was there is most likely gone");
            Diagnostic::warning(Code::AddressMoved, message).help(away)
        }
        ExternalOutcome::Gone(status) => {
            Diagnostic::error(Code::AddressGone, format!("`{url}` is gone: its site answers {status}")).help(away)
        }
        ExternalOutcome::Refused(status @ 500..) => {
            let message = format!("`{url}` cannot be read: its site answers {status}");
            Diagnostic::warning(Code::AddressUnreachable, message).help("check again later")
        }
        ExternalOutcome::Refused(429) => {
            let message = format!("`{url}` cannot be checked: its site answers 429, it is asked too often");
            Diagnostic::warning(Code::AddressUnreachable, message).help("check again later")
        }
        ExternalOutcome::Refused(status) => {
            let message = format!("`{url}` cannot be checked: its site answers programs with {status}");
            let help = "open it in a browser; if it is there, nothing has to be done";
            Diagnostic::warning(Code::AddressUnreachable, message).help(help)
        }
        ExternalOutcome::Forbidden(why) => {
            let message = format!("`{url}` is not checked: {why}");
            let help = "readers elsewhere cannot open it; with --private such addresses are asked, too";
            Diagnostic::warning(Code::AddressUnreachable, message).help(help)
        }
        ExternalOutcome::Silent => {
            let message = format!("`{url}` cannot be reached: it did not answer in time");
            Diagnostic::warning(Code::AddressUnreachable, message).help("check again later, and open it in a browser")
        }
        ExternalOutcome::Unreachable(why) | ExternalOutcome::Offline(why) => {
            let message = format!("`{url}` cannot be reached: {why}");
            Diagnostic::warning(Code::AddressUnreachable, message).help("check again later, and open it in a browser")
        }
    })
}

fn changed(address: &ExternalAddress, record: &ExternalRecord, today: Date) -> Option<Diagnostic> {
    let (key, read) = (address.key.as_ref()?, record.read.as_ref()?);
    let how = match read.changed? {
        ChangedSince::Said(day) => format!("its server says that it changed on {day}"),
        ChangedSince::Seen(day) => format!("its words are not those of {day}"),
    };
    let message = format!("the source `{key}` has changed since it was read on {}: {how}", read.accessed);
    let help = format!("read it again, mend what cites it, and write accessed = \"{today}\"");
    Some(Diagnostic::warning(Code::SourceChanged, message).help(help))
}
