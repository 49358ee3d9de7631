//! `muwazana rename`: a page gets another name, as an editor gives it one by the language server. What has faults is left
//! alone, since a link that cannot be read cannot be carried along.

use std::process::ExitCode;

use similar::TextDiff;

use super::edited::edited;
use super::{Global, Outcome, counted, page_named, print, tally};
use crate::build::{Options, Workspace, build};
use crate::diagnostic::human;
use crate::output::{move_source_folder, read_source_file, write_source_file};
use crate::symbols::{Renaming, Symbol, rename};
use crate::tree::{TreeEntry, entry_at};

#[derive(Debug, clap::Args)]
pub struct RenameArguments {
    /// The page, such as cost or dimensions/cost
    page: String,
    /// Its new name in addresses: letters, digits, `-`, `_` and `.`; it stays in the folder that it is in
    new: String,
    /// Show what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(global: &Global, arguments: &RenameArguments) -> Outcome {
    let options = Options { drafts: true, ..global.options() };
    let built = build(&global.root, &Options { faults_only: true, ..options.clone() });
    if built.faults().0 > 0 {
        let errors: Vec<_> = built.errors().cloned().collect();
        super::print_error(&human(&built.sources, &errors, global.colour()));
        global.say(&format!("nothing was renamed: {}", tally((errors.len(), 0))));
        return Ok(ExitCode::from(1));
    }
    let workspace = Workspace::open_for_writing(global.root.clone(), options);
    let Some(model) = workspace.model() else {
        return Err("there is no site.toml here; name its folder with --root".to_owned());
    };
    let page = page_named(&model, &arguments.page)?;
    let path = &model.site.page(page).input.path;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    // The whole path may be written, as for the page itself.
    let written = arguments.new.trim_matches('/');
    let written = written.strip_prefix("content/").unwrap_or(written);
    let new = match written.rsplit_once('/') {
        Some((to, name)) if to == folder => name,
        Some(_) => {
            return Err(format!(
                "`{path}` stays in its folder, and `{written}` is in another\n  help: write the new name alone, such as \
                 `{}`",
                written.rsplit('/').next().unwrap_or(written)
            ));
        }
        None => written,
    };
    let Renaming { edits, folder } = rename(&model, &Symbol::Page(page), new)?;
    if let Some((_, new)) = folder.as_ref().filter(|(_, new)| entry_at(&global.root, new) != TreeEntry::Nothing) {
        return Err(format!("{new} is there already"));
    }
    let mut files = Vec::new();
    for (path, edits) in &edits {
        let before = read_source_file(&global.root.join(path)).map_err(|failure| failure.to_string())?;
        let after = model.source(path).and_then(|source| edited(&before, &source.text, edits));
        let after = after.ok_or_else(|| format!("`{path}` cannot be changed: its lines end in more than one way"))?;
        files.push((path, before, after));
    }
    for (path, before, after) in &files {
        match arguments.dry_run {
            true => {
                let diff = TextDiff::from_lines(before, after);
                print(&diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string());
            }
            false => {
                write_source_file(&global.root.join(path), after.as_bytes()).map_err(|failure| failure.to_string())?
            }
        }
    }
    if let Some((old, new)) = folder {
        if !arguments.dry_run {
            move_source_folder(&global.root.join(&old), &global.root.join(&new))
                .map_err(|failure| failure.to_string())?;
        }
        let is = if arguments.dry_run { "would be" } else { "is" };
        let changed = counted(files.len(), "file");
        let addresses = match model.site.page(page).input.facts.slug {
            Some(_) => "the addresses stay, by `slug`",
            None => "the old addresses lead to the new ones",
        };
        global.say(&format!("{old} {is} {new}; {changed} changed, and {addresses}"));
    }
    Ok(ExitCode::SUCCESS)
}
