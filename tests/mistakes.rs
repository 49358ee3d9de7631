//! Ordinary mistakes of an editor, each made alone in a small site that is right: each is answered by exactly one
//! message at its place that names cause and remedy. All that fail are printed together.

#[path = "mistakes/copied.rs"]
mod copied;
#[path = "mistakes/hurried.rs"]
mod hurried;
#[path = "mistakes/languages.rs"]
mod languages;
#[path = "mistakes/letters.rs"]
mod letters;
#[path = "mistakes/pasted.rs"]
mod pasted;
#[path = "mistakes/rows.rs"]
mod rows;
#[path = "mistakes/site.rs"]
mod site;
#[path = "mistakes/slips.rs"]
mod slips;
mod support;
#[path = "mistakes/templates.rs"]
mod templates;
#[path = "mistakes/told_once.rs"]
mod told_once;
#[path = "mistakes/toml.rs"]
mod toml;
#[path = "mistakes/typed.rs"]
mod typed;

use std::path::Path;

use muwazana::build::{Build, Options, build};
use muwazana::diagnostic::human;
use rayon::prelude::*;
use rows::{Answer, Edit, OPEN, Row};

fn apply(root: &Path, edit: &Edit) {
    let path = |name: &str| {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        path
    };
    match edit {
        Edit::Replace(name, from, to) => {
            let text = std::fs::read_to_string(path(name)).expect("a text");
            assert!(text.contains(from), "{name} does not hold {from:?}");
            std::fs::write(path(name), text.replacen(from, to, 1)).expect("written");
        }
        Edit::Write(name, text) => std::fs::write(path(name), text).expect("written"),
        Edit::Bytes(name, bytes) => std::fs::write(path(name), bytes).expect("written"),
        Edit::Rename(from, to) => {
            let to = path(to);
            std::fs::rename(path(from), to).expect("renamed");
        }
        Edit::Delete(name) => std::fs::remove_file(path(name)).expect("deleted"),
        Edit::Each(name, change) => {
            let text = std::fs::read_to_string(path(name)).expect("a text");
            std::fs::write(path(name), change(&text)).expect("written");
        }
        Edit::New(kind, slug) => {
            let program = std::process::Command::new(env!("CARGO_BIN_EXE_muwazana"))
                .args(["--quiet", "new", kind, slug, "--root"])
                .arg(root)
                .status();
            assert!(program.is_ok_and(|status| status.success()), "new {kind} {slug}");
        }
    }
}

/// Makes the mistake; what comes back is what is wrong with the answer, if anything is.
fn wrong(row: &Row) -> Option<String> {
    let folder = support::site(site::FILES.iter().copied());
    row.edits.iter().for_each(|edit| apply(folder.path(), edit));
    // As `check` does: no picture is drawn.
    let options = Options { faults_only: true, ..support::options(None) };
    let built = build(folder.path(), &options);
    let why = match &row.answer {
        Answer::Clean => (!built.diagnostics.is_empty()).then(|| "something is reported".to_owned()),
        Answer::One(file, needle, words) => misses(folder.path(), &built, (file, needle), words),
    };
    why.map(|why| format!("== {}: {why}\n{}", row.name, human(&built.sources, &built.diagnostics, false).trim()))
}

fn misses(root: &Path, built: &Build, (file, needle): (&str, &str), words: &[&str]) -> Option<String> {
    let [fault] = built.diagnostics.as_slice() else {
        return Some(format!("{} messages", built.diagnostics.len()));
    };
    let said = format!("{} {}", fault.message, fault.help.as_deref().unwrap_or_default());
    if let Some(word) = words.iter().find(|word| !said.contains(**word)) {
        return Some(format!("it does not say {word:?}"));
    }
    let Some(span) = fault.span else { return (!file.is_empty()).then(|| "it has no place".to_owned()) };
    let source = built.sources.get(span.file);
    let bytes = std::fs::read(root.join(file)).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let at = text.find(needle).unwrap_or_else(|| panic!("{file} does not hold {needle:?}"));
    let (wanted, found) = (text[..at].matches('\n').count() + 1, source.line_column(span.start).line);
    (source.path != file || wanted.abs_diff(found) > 1).then(|| format!("it stands not at {file}:{wanted}"))
}

#[test]
fn the_site_is_right() {
    let row = Row { name: "nothing", edits: Vec::new(), answer: Answer::Clean };
    assert_eq!(wrong(&row), None);
}

/// How many rows hold is printed, so that it can be read off with `--nocapture`.
#[test]
fn each_mistake_is_answered_by_one_message() {
    let rows: Vec<Row> = rows::rows().into_iter().filter(|row| !OPEN.contains(&row.name)).collect();
    let wrong: Vec<String> = rows.par_iter().filter_map(wrong).collect();
    let all = rows.len() + OPEN.len();
    println!("{} of {all} mistakes are answered rightly", rows.len() - wrong.len());
    assert!(wrong.is_empty(), "{} of {}\n\n{}\n", wrong.len(), rows.len(), wrong.join("\n\n"));
}

/// These are known not to be answered rightly yet; one that comes to be is struck off their list.
#[test]
fn what_is_not_answered_yet_is_still_not() {
    let rows = rows::rows();
    assert!(OPEN.iter().all(|name| rows.iter().any(|row| row.name == *name)), "a name of none");
    let open = rows.iter().filter(|row| OPEN.contains(&row.name));
    let right: Vec<_> = open.filter(|row| wrong(row).is_none()).map(|row| row.name).collect();
    assert!(right.is_empty(), "strike off: {right:?}");
}
