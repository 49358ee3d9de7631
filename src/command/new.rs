//! `muwazana new`: the files of a page in every language, with what is required and a word of guidance. It begins as a
//! draft: `serve` shows it, and a build leaves it out until it is ready.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome};
use crate::config::{Config, read_config};
use crate::content::{PageKind, is_address_name, read_facts};
use crate::diagnostic::human;
use crate::output::create_source_files;
use crate::schema::{SchemaOf, schema_file};
use crate::site::Generated;
use crate::starter::{PageFacts, new_page};
use crate::text::FileId;
use crate::tree::{SourceTree, TreeEntry, discover, entry_at, read_text};

#[derive(Debug, clap::Args)]
pub struct NewArguments {
    /// What to begin
    kind: NewKind,
    /// Its name in addresses: letters, digits, `-`, `_` and `.`; that of a page or section may be a path; the home
    /// page has none
    slug: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NewKind {
    /// The home page
    Home,
    /// The page of a folder of pages, such as dimensions, terms or guide
    Section,
    /// A point of comparison
    Dimension,
    /// An entry of the glossary
    Term,
    /// Any other page
    Page,
}

pub fn run(global: &Global, arguments: &NewArguments) -> Outcome {
    let (found, mut faults) = discover(&global.root);
    let Some(file) = found.site else {
        let help = "begin a site with `muwazana init DIR`, run this in the folder that holds site.toml, or name that folder \
                    with --root";
        return Err(super::no_site(&faults, help));
    };
    faults.clear();
    let config = read_config(file.top(), found.sources.get(file), &mut faults);
    let Some(config) = config.filter(|_| faults.is_empty()) else {
        return Err(format!("site.toml has to be right first\n\n{}", human(&found.sources, &faults, global.colour())));
    };
    if arguments.kind == NewKind::Dimension && !config.compares() {
        return Err("this site compares nothing, so it has no dimensions\n  help: write `muwazana new page`, or list \
                    [[subjects]] in site.toml"
            .to_owned());
    }
    let path = path(arguments, &found)?;
    let place = if path.is_empty() { "content".to_owned() } else { format!("content/{path}") };
    // Some systems do not tell capitals apart.
    if let Some(folder) = found.folders.iter().find(|folder| folder.path.to_lowercase() == path.to_lowercase()) {
        return Err(format!("{} is there already", format!("content/{}", folder.path).trim_end_matches('/')));
    }
    let facts = PageFacts {
        order: next_order(&global.root, &found, &config, &path),
        has_schema: entry_at(&global.root, &schema_file(SchemaOf::Page)) == TreeEntry::File,
        date: super::today().filter(|_| PageKind::of(&path, &config).is_dimension()),
    };
    let files = new_page(&config, &path, facts);
    create_source_files(&global.root, files.iter().map(|file| (file.path.as_str(), file.text.as_bytes())))
        .map_err(|failure| failure.to_string())?;
    for file in files {
        global.say(&format!("wrote {}", file.path));
    }
    global.say(&format!(
        "now write the words, see them with `muwazana serve`, and ask `muwazana check --drafts` what is left to do; take \
         `draft = true` out of {place}/page.toml to publish them"
    ));
    Ok(ExitCode::SUCCESS)
}

/// The path below `content/` that the arguments name.
fn path(arguments: &NewArguments, found: &SourceTree) -> Result<String, String> {
    let slug = match (arguments.kind, &arguments.slug) {
        (NewKind::Home, None) => return Ok(String::new()),
        (NewKind::Home, Some(other)) => {
            return Err(format!("a site has one home page, and `{other}` is none\n  help: write `muwazana new home`"));
        }
        (_, None) => return Err("say what it is called in addresses, such as `muwazana new page team`".to_owned()),
        (_, Some(slug)) => slug,
    };
    let may_be_path = matches!(arguments.kind, NewKind::Page | NewKind::Section);
    // Folders that are there have addresses already, whatever they are called.
    let is_there = |path: &str| {
        let below =
            |folder: &str| folder.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        found.folders.iter().any(|folder| below(&folder.path))
    };
    let above = slug.rmatch_indices('/').map(|(at, _)| &slug[..at]).find(|above| is_there(above)).unwrap_or_default();
    let new = slug[above.len()..].strip_prefix('/').unwrap_or(slug);
    if !new.split('/').all(is_address_name) || (slug.contains('/') && !may_be_path) {
        return Err(format!("`{slug}` makes no good address: letters, digits, `-`, `_` and `.` do"));
    }
    let path = match arguments.kind {
        NewKind::Dimension => format!("dimensions/{slug}"),
        NewKind::Term => format!("terms/{slug}"),
        _ => slug.clone(),
    };
    if Generated::is_taken(&path) {
        return Err(format!(
            "`{path}` is the address of what Muwazana makes itself\n  help: give the page another name"
        ));
    }
    Ok(path)
}

/// A place behind the other pages of the folder. A dimension has one always, any other page where the others have one.
fn next_order(root: &Path, found: &SourceTree, config: &Config, path: &str) -> Option<i64> {
    let parent = |path: &str| path.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.to_owned());
    let is_sibling = |other: &str| !path.is_empty() && !other.is_empty() && parent(other) == parent(path);
    let siblings = found.folders.iter().filter(|folder| is_sibling(&folder.path));
    let orders = siblings.filter_map(|folder| order(root, found, config, &folder.path, folder.facts?));
    let next = orders.max().map(|last| last + 10);
    next.or_else(|| PageKind::of(path, config).is_dimension().then_some(10))
}

/// The place of a page among the others, as its `page.toml` says it.
fn order(root: &Path, found: &SourceTree, config: &Config, path: &str, file: FileId) -> Option<i64> {
    let source = read_text(root, &found.sources, file).0?;
    let facts = read_facts(file.top(), &source, PageKind::of(path, config), config, &mut Vec::new());
    Some(facts.order?.value)
}
