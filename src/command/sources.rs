//! `muwazana sources`: the bibliography for reference managers, and what comes back of them.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use super::{Global, Outcome, counted, page_named, print};
use crate::build::{Options, SiteModel, Workspace};
use crate::diagnostic::printable_lines;
use crate::exchange::{
    MergePolicy, ReferenceFormat, SourceRecord, merge_sources, read_references, source_records, write_references,
};
use crate::output::{read_source_file, write_source_file};

#[derive(Debug, clap::Args)]
pub struct SourcesArguments {
    #[command(subcommand)]
    command: SourcesCommand,
}

#[derive(Debug, Subcommand)]
enum SourcesCommand {
    /// Write the bibliography, or that of some pages
    Export(SourcesExport),
    /// Put the sources of a file into content/sources.toml
    Import(SourcesImport),
}

#[derive(Debug, clap::Args)]
struct SourcesExport {
    /// The format
    #[arg(long, default_value = "bibtex")]
    format: WantedReferences,
    /// Only what this page cites, in any language, such as speed or dimensions/speed; several times for several pages
    #[arg(long, value_name = "PAGE")]
    page: Vec<String>,
    /// The file to write [default: what is printed]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct SourcesImport {
    /// A file in BibTeX, BibLaTeX or CSL-JSON, such as Zotero writes
    file: PathBuf,
    /// Change sources that are there already, where the file says something else
    #[arg(long)]
    update: bool,
    /// Show what would be added and changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum WantedReferences {
    /// BibTeX, with the fields of BibLaTeX
    Bibtex,
    /// CSL-JSON
    CslJson,
}

/// Where the bibliography is.
const FILE: &str = "content/sources.toml";

pub fn run(global: &Global, arguments: &SourcesArguments) -> Outcome {
    let options = Options { drafts: true, ..global.options() };
    let workspace = Workspace::open_for_writing(global.root.clone(), options);
    let Some(model) = workspace.model() else {
        return Err(
            "there is no site here: run this in the folder that holds site.toml, or name it with --root".to_owned()
        );
    };
    let text = match model.bibliography_path() {
        Some(path) => read_source_file(&global.root.join(path)).map_err(|failure| failure.to_string())?,
        None => String::new(),
    };
    match &arguments.command {
        SourcesCommand::Export(arguments) => export(global, &model, &text, arguments),
        SourcesCommand::Import(arguments) => import(global, &text, arguments),
    }
}

fn export(global: &Global, model: &SiteModel<'_>, text: &str, arguments: &SourcesExport) -> Outcome {
    let mut records = source_records(text)?;
    let pages = arguments.page.iter().map(|written| page_named(model, written)).collect::<Result<Vec<_>, _>>()?;
    if !pages.is_empty() {
        let faces = pages.iter().flat_map(|page| model.site.page(*page).input.faces.iter().flatten());
        let cited: Vec<&String> = faces.flat_map(|face| face.citations.iter().flatten()).collect();
        records.retain(|record| cited.contains(&&record.key));
    }
    // A source without an address has a fault, which `check` names.
    let faulty: Vec<SourceRecord> =
        records.extract_if(.., |record| record.title.is_empty() || record.url.is_empty()).collect();
    for record in &faulty {
        global.say(&format!("left out: `{}` has no title or no address: see `muwazana check`", record.key));
    }
    let format = match arguments.format {
        WantedReferences::Bibtex => ReferenceFormat::BibTex,
        WantedReferences::CslJson => ReferenceFormat::CslJson,
    };
    let written = write_references(&records, format);
    match &arguments.out {
        Some(path) => write_source_file(path, written.as_bytes()).map_err(|failure| failure.to_string())?,
        None => print(&printable_lines(&written)),
    }
    global.say(&counted(records.len(), "source"));
    Ok(ExitCode::from(u8::from(!faulty.is_empty())))
}

fn import(global: &Global, text: &str, arguments: &SourcesImport) -> Outcome {
    let foreign = read_source_file(&arguments.file).map_err(|failure| failure.to_string())?;
    let read = read_references(&foreign).map_err(|why| format!("{}: {why}", arguments.file.display()))?;
    let policy = if arguments.update { MergePolicy::Update } else { MergePolicy::Keep };
    let merged = merge_sources(text, &read.records, policy)?;
    read.remarks.iter().for_each(|remark| global.say(&format!("  {remark}")));
    merged.added.iter().for_each(|key| global.say(&format!("  new: `{key}`")));
    for (key, fields) in &merged.updated {
        global.say(&format!("  changed: `{key}` in {}", fields.join(", ")));
    }
    for (key, fields) in &merged.kept {
        global.say(&format!("  not changed: `{key}` is there already, and differs in {}", fields.join(", ")));
    }
    if merged.text != text && !arguments.dry_run {
        let file = global.root.join(FILE);
        write_source_file(&file, merged.text.as_bytes()).map_err(|failure| failure.to_string())?;
    }
    let would = if arguments.dry_run { "would be " } else { "" };
    let (added, updated) = (merged.added.len(), merged.updated.len());
    let added = counted(added, "source");
    global.say(&format!("{added} {would}added, {updated} {would}changed, {} the same", merged.same.len()));
    if !merged.kept.is_empty() {
        global.say(&format!("{} stay as they are; with --update they take what the file says", merged.kept.len()));
    }
    Ok(ExitCode::SUCCESS)
}
