//! `muwazana sync`: records that the languages agree now. From then on a section that changes in one language alone
//! leaves the others behind.

use std::collections::BTreeMap;
use std::process::ExitCode;

use super::{Global, Outcome, counted, near_page, tally};
use crate::build::{Options, PageStatus, TranslationStatus, translation_status};
use crate::content::Confirmed;
use crate::diagnostic::{Code, Diagnostic, human, quoted_list};
use crate::output::write_source_file;

#[derive(Debug, clap::Args)]
pub struct SyncArguments {
    /// Pages, such as speed or dimensions/speed, or / for the home page [default: all]
    pages: Vec<String>,
    /// Only take what has changed in sections that agreed before, as a change that needs no translation
    #[arg(long)]
    minor: bool,
    /// Show what would be recorded, and record nothing
    #[arg(long)]
    dry_run: bool,
}

/// How many pages are named of which something is recorded, where not all of them were asked for.
const MOST_PAGES: usize = 20;

pub fn run(global: &Global, arguments: &SyncArguments) -> Outcome {
    let (_, built) = translation_status(&global.root, &global.options());
    let faults = built.faults();
    let is_of_lock = |fault: &Diagnostic| {
        let path = fault.span.map(|span| built.sources.get(span.file).path.as_str());
        fault.code == Code::MergeConflict && path == Some("content/translations.lock")
    };
    // The lock is written anew, which resolves its conflicts.
    if built.errors().any(|fault| !is_of_lock(fault)) {
        super::print_error(&human(&built.sources, &built.diagnostics, global.colour()));
        global.say(&format!("nothing was recorded: {}", tally(faults)));
        return Ok(ExitCode::from(1));
    }
    // A draft that was confirmed before it became one is still a page: only faults are those of the site without drafts.
    let (status, _) = translation_status(&global.root, &Options { drafts: true, ..global.options() });
    let named = arguments.pages.iter().map(|written| page(&status, written));
    let named = named.collect::<Result<Vec<_>, _>>()?;
    let mut lock = status.lock.clone();
    if named.is_empty() {
        lock.keep(|path| status.page(path).is_some());
    }
    // Nobody says of a draft that its languages agree, unless they name it.
    let finished = || status.pages.iter().filter(|page| !page.is_draft).collect();
    let pages: Vec<&PageStatus> = if named.is_empty() { finished() } else { named };
    let (mut sections, mut new) = (0, 0);
    let mut said = Vec::new();
    for page in pages {
        let agreement = match arguments.minor {
            true => minor(&status, page),
            false => status.agreement(page),
        };
        let differs = |(id, now): &(&String, &Confirmed)| lock.section(&page.path, id) != Some(*now);
        let recorded: Vec<String> = agreement
            .iter()
            .filter(differs)
            .map(|(id, now)| described(id, lock.section(&page.path, id), now))
            .collect();
        new += recorded.len();
        sections += agreement.len();
        if !recorded.is_empty() {
            let path = if page.path.is_empty() { "/" } else { &page.path };
            said.push(format!("  {path}: {}", recorded.join(", ")));
        }
        lock.confirm(&page.path, agreement);
    }
    let most = if arguments.dry_run { said.len() } else { MOST_PAGES };
    said.iter().take(most).for_each(|line| global.say(line));
    if said.len() > most {
        global.say(&format!("  and sections of {}", counted(said.len() - most, "other page")));
    }
    let agree = format!("{} {}", counted(sections, "section"), if sections == 1 { "agrees" } else { "agree" });
    if arguments.dry_run {
        global.say(&format!("{agree} in their languages, {new} of them would be newly recorded"));
        return Ok(ExitCode::SUCCESS);
    }
    if lock != status.lock || built.diagnostics.iter().any(is_of_lock) {
        let file = global.root.join("content/translations.lock");
        write_source_file(&file, lock.write().as_bytes()).map_err(|failure| failure.to_string())?;
    }
    global.say(&format!("{agree} in their languages, {new} of them newly recorded"));
    Ok(ExitCode::SUCCESS)
}

/// What was confirmed of a page before, and is true of it now where a section has changed in one language alone.
fn minor(status: &TranslationStatus, page: &PageStatus) -> BTreeMap<String, Confirmed> {
    let now = status.agreement(page);
    let mut sections = status.lock.page(&page.path);
    for (id, confirmed) in &mut sections {
        if let Some(now) = now.get(id) {
            confirmed.clone_from(now);
        }
    }
    sections
}

/// A section that is about to be recorded, and what is new in it.
fn described(id: &str, before: Option<&Confirmed>, now: &Confirmed) -> String {
    let name = if id.is_empty() { "(head)".to_owned() } else { format!("#{id}") };
    let Some(before) = before else { return format!("{name} (new)") };
    let differing = now.iter().filter(|(tag, digest)| before.get(*tag) != Some(digest));
    let tags: Vec<&str> = differing.map(|(tag, _)| tag.as_str()).collect();
    match tags.is_empty() {
        true => format!("{name} (in fewer languages)"),
        false => format!("{name} (changed in {})", tags.join(" and ")),
    }
}

/// A page by its path below `content/`, as it may be typed or completed by a shell.
fn page<'a>(status: &'a TranslationStatus, written: &str) -> Result<&'a PageStatus, String> {
    let path = written.trim_matches(['/', '.']);
    let path = path.strip_prefix("content").map_or(path, |below| below.trim_matches('/'));
    if let Some(page) = status.page(path) {
        return Ok(page);
    }
    let named: Vec<&PageStatus> = status.pages_named(path).collect();
    if let [page] = named[..] {
        return Ok(page);
    }
    if !named.is_empty() {
        let paths = quoted_list(named.iter().map(|page| page.path.as_str()));
        return Err(format!("several pages are called `{written}`: {paths}"));
    }
    Err({
        let near = near_page(path, status.pages.iter().map(|page| page.path.as_str()));
        format!("there is no page `{written}`{near}")
    })
}
