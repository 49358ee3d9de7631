//! `muwazana ids`: the same ids for headings that stand at the same place in the languages of a page. It shows what it would
//! change, for review, and changes it when it is told to.

use std::process::ExitCode;

use super::{Global, Outcome, counted, near_page, print};
use crate::config::read_config;
use crate::content::{IdEdit, Pairing, pair_ids, with_ids};
use crate::diagnostic::human;
use crate::output::write_source_file;
use crate::text::Source;
use crate::tree::{discover, read_text};

#[derive(Debug, clap::Args)]
pub struct IdsArguments {
    /// Pages, such as guide/setup [default: all]
    pages: Vec<String>,
    /// Change the files
    #[arg(long)]
    write: bool,
}

pub fn run(global: &Global, arguments: &IdsArguments) -> Outcome {
    let (found, mut faults) = discover(&global.root);
    let Some(file) = found.site else {
        return Err(super::no_site(&faults, "name its folder with --root"));
    };
    faults.clear();
    let config = read_config(file.top(), found.sources.get(file), &mut faults);
    let Some(config) = config.filter(|_| faults.is_empty()) else {
        return Err(format!("site.toml has to be right first\n\n{}", human(&found.sources, &faults, global.colour())));
    };
    // An id is easiest to type in Latin letters, whatever language comes first.
    let is_latin = |tag: &str| config.language(tag).is_some_and(|language| config.at(language).locale.latin_script);
    let wanted: Vec<&str> = arguments.pages.iter().map(|page| page.trim_matches('/')).collect();
    let known = |page: &&&str| found.folders.iter().any(|folder| folder.path == **page);
    if let Some(page) = wanted.iter().find(|page| !known(page)) {
        let near = near_page(page, found.folders.iter().map(|folder| folder.path.as_str()));
        return Err(format!("there is no page `{page}`{near}"));
    }
    let (mut headings, mut pages) = (0, 0);
    for folder in &found.folders {
        if !wanted.is_empty() && !wanted.contains(&folder.path.as_str()) {
            continue;
        }
        let words = folder.words.iter().filter(|words| config.language(&words.tag).is_some());
        let texts: Vec<(&str, Source)> = words
            .filter_map(|words| Some((words.tag.as_str(), read_text(&global.root, &found.sources, words.file).0?)))
            .collect();
        if texts.len() < 2 {
            continue;
        }
        let prefers = texts.iter().position(|(tag, _)| is_latin(tag)).unwrap_or(0);
        let plain: Vec<&str> = texts.iter().map(|(_, source)| source.text.as_str()).collect();
        let Pairing { edits, unequal, differing } = pair_ids(&plain, prefers);
        let shown = if folder.path.is_empty() { "the home page" } else { folder.path.as_str() };
        if let Some(counts) = unequal {
            let counts: Vec<_> = texts.iter().zip(counts).map(|((tag, _), n)| format!("{n} in {tag}")).collect();
            global.say(&format!("{shown}: headings do not pair ({})", counts.join(", ")));
        }
        for ids in differing {
            global.say(&format!("{shown}: one heading has several ids: {}", ids.join(", ")));
        }
        pages += usize::from(!edits.is_empty());
        headings += edits.len();
        for (at, (_, source)) in texts.iter().enumerate() {
            let own: Vec<IdEdit> = edits.iter().filter(|edit| edit.text == at).cloned().collect();
            if own.is_empty() {
                continue;
            }
            if arguments.write {
                let text = with_ids(&source.text, &own);
                write_source_file(&global.root.join(&source.path), text.as_bytes())
                    .map_err(|failure| failure.to_string())?;
            }
            for IdEdit { line, before, after, .. } in own {
                print(&format!("{}:{line}\n-{before}\n+{after}\n", source.path));
            }
        }
    }
    let done = if arguments.write { "given" } else { "to be given: `muwazana ids --write` does it" };
    global.say(&format!("{} on {} {done}", counted(headings, "id"), counted(pages, "page")));
    Ok(ExitCode::SUCCESS)
}
