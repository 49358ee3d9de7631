//! `muwazana sync`: records that the languages agree now. From then on a section that changes in one language alone
//! leaves the others behind.

use std::process::ExitCode;

use super::{Global, Outcome, tally};
use crate::build::{PageStatus, TranslationStatus, translation_status};
use crate::diagnostic::{Code, Diagnostic, Severity, human, nearest};
use crate::output::write_source_file;

#[derive(Debug, clap::Args)]
pub struct SyncArguments {
    /// Pages, such as dimensions/open-source, or / for the home page [default: all]
    pages: Vec<String>,
}

pub fn run(global: &Global, arguments: &SyncArguments) -> Outcome {
    let (status, built) = translation_status(&global.root, &global.options());
    let faults = built.faults();
    let is_of_lock = |fault: &Diagnostic| {
        let path = fault.span.map(|span| built.sources.get(span.file).path.as_str());
        fault.code == Code::MergeConflict && path == Some("content/translations.lock")
    };
    // The lock is written anew, which resolves its conflicts.
    let others = built.diagnostics.iter().filter(|fault| fault.severity == Severity::Error && !is_of_lock(fault));
    if others.count() > 0 {
        super::print_error(&human(&built.sources, &built.diagnostics, global.colour()));
        global.say(&format!("nothing was recorded: {}", tally(faults)));
        return Ok(ExitCode::from(1));
    }
    let named = arguments.pages.iter().map(|written| page(&status, written));
    let named = named.collect::<Result<Vec<_>, _>>()?;
    let mut lock = status.lock.clone();
    if named.is_empty() {
        lock.keep(|path| status.page(path).is_some());
    }
    let pages: Vec<&PageStatus> = if named.is_empty() { status.pages.iter().collect() } else { named };
    let (mut sections, mut new) = (0, 0);
    for page in pages {
        let agreement = status.agreement(page);
        let differs = |(id, now): &(&String, _)| lock.section(&page.path, id) != Some(*now);
        new += agreement.iter().filter(differs).count();
        sections += agreement.len();
        lock.confirm(&page.path, agreement);
    }
    if lock != status.lock || built.diagnostics.iter().any(is_of_lock) {
        let file = global.root.join("content/translations.lock");
        write_source_file(&file, lock.write().as_bytes()).map_err(|failure| failure.to_string())?;
    }
    global.say(&format!("{sections} sections agree in their languages, {new} of them newly recorded"));
    Ok(ExitCode::SUCCESS)
}

/// A page by its path below `content/`, as it may be typed or completed by a shell.
fn page<'a>(status: &'a TranslationStatus, written: &str) -> Result<&'a PageStatus, String> {
    let path = written.trim_matches(['/', '.']);
    let path = path.strip_prefix("content").map_or(path, |below| below.trim_matches('/'));
    status.page(path).ok_or_else(|| {
        let near = nearest(path, status.pages.iter().map(|page| page.path.as_str()));
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("there is no page `{written}`{near}")
    })
}
