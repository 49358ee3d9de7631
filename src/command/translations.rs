//! `muwazana translations`: texts for translators' tools, and what comes back of them.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use super::{Global, Outcome, counted, page_named, print};
use crate::build::{Options, Workspace};
use crate::config::{Config, LanguageId};
use crate::diagnostic::quoted_list;
use crate::exchange::{Exchange, ExchangeFormat, apply, read, units, write};
use crate::output::{read_source_file, write_source_file};

#[derive(Debug, clap::Args)]
pub struct TranslationsArguments {
    #[command(subcommand)]
    command: TranslationsCommand,
}

#[derive(Debug, Subcommand)]
enum TranslationsCommand {
    /// Write the texts of pages with their translations, section by section
    Export(TranslationsExport),
    /// Put translations into the files of their language
    Import(TranslationsImport),
}

#[derive(Debug, clap::Args)]
struct TranslationsExport {
    /// Pages, such as speed or dimensions/speed, or / for the home page [default: all]
    pages: Vec<String>,
    /// The format
    #[arg(long, default_value = "xliff")]
    format: WantedFormat,
    /// The tag of the language to translate from [default: the first one]
    #[arg(long, value_name = "TAG")]
    from: Option<String>,
    /// The tag of the language to translate to [default: the other one, of two]
    #[arg(long, value_name = "TAG")]
    to: Option<String>,
    /// The file to write [default: what is printed]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct TranslationsImport {
    /// A file in XLIFF 1.2, PO or TMX, as `export` has written it and others have edited it
    file: PathBuf,
    /// Show which files would change, and change none
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum WantedFormat {
    /// XLIFF 1.2
    Xliff,
    /// PO, as gettext has it
    Po,
    /// TMX 1.4: what is translated, for translation memories
    Tmx,
}

pub fn run(global: &Global, arguments: &TranslationsArguments) -> Outcome {
    let options = Options { drafts: true, ..global.options() };
    let workspace = Workspace::open_for_writing(global.root.clone(), options);
    let Some(model) = workspace.model() else {
        return Err(
            "there is no site here: run this in the folder that holds site.toml, or name it with --root".to_owned()
        );
    };
    match &arguments.command {
        TranslationsCommand::Export(arguments) => {
            let pages =
                arguments.pages.iter().map(|written| page_named(&model, written)).collect::<Result<Vec<_>, _>>()?;
            let pages = if pages.is_empty() { model.site.ids().collect() } else { pages };
            let (from, to) = languages(model.config, arguments)?;
            let exchange = units(&model, &pages, from, to);
            let format = match arguments.format {
                WantedFormat::Xliff => ExchangeFormat::Xliff,
                WantedFormat::Po => ExchangeFormat::Po,
                WantedFormat::Tmx => ExchangeFormat::Tmx,
            };
            let text = write(&exchange, format);
            match &arguments.out {
                Some(path) => write_source_file(path, text.as_bytes()).map_err(|failure| failure.to_string())?,
                None => print(&text),
            }
            let open = exchange.units.iter().filter(|unit| unit.target.is_empty()).count();
            let Exchange { source, target, units } = &exchange;
            let texts = counted(units.len(), "text");
            global.say(&format!("{texts} from {source} to {target}, {open} of them without a translation"));
        }
        TranslationsCommand::Import(arguments) => {
            let text = read_source_file(&arguments.file).map_err(|failure| failure.to_string())?;
            let exchange = read(&text).map_err(|why| format!("{}: {why}", arguments.file.display()))?;
            let applied = apply(&model, &exchange)?;
            for line in &applied.left_out {
                global.say(&format!("left out: {line}"));
            }
            for line in &applied.warnings {
                global.say(&format!("warning: {line}"));
            }
            for (path, text) in &applied.files {
                global.say(&format!("  {path}"));
                if !arguments.dry_run {
                    let file = global.root.join(path);
                    write_source_file(&file, text.as_bytes()).map_err(|failure| failure.to_string())?;
                }
            }
            let verb = if arguments.dry_run { "would change" } else { "changed" };
            global.say(&format!("{} {verb}", counted(applied.files.len(), "file")));
            if !applied.files.is_empty() && !arguments.dry_run {
                global.say("look at them with `muwazana check`, then record that the languages agree: muwazana sync");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The two languages of an export.
fn languages(config: &Config, arguments: &TranslationsExport) -> Result<(LanguageId, LanguageId), String> {
    let known = || config.languages.iter().map(|language| language.locale.tag.as_str());
    let named = |tag: &String| {
        let unknown = || format!("`{tag}` is not a language of this site; they are {}", quoted_list(known()));
        config.language(tag).ok_or_else(unknown)
    };
    let from = arguments.from.as_ref().map(named).transpose()?;
    let to = arguments.to.as_ref().map(named).transpose()?;
    let from = from.unwrap_or_else(|| {
        let mut others = config.language_ids().filter(|language| Some(*language) != to);
        others.next().unwrap_or(LanguageId(0))
    });
    let others: Vec<LanguageId> = config.language_ids().filter(|language| *language != from).collect();
    match (to, others.as_slice()) {
        (Some(to), _) if to == from => Err("the two languages are one".to_owned()),
        (Some(to), _) => Ok((from, to)),
        (None, [to]) => Ok((from, *to)),
        (None, _) => Err(format!("say with --to which language to translate to; they are {}", quoted_list(known()))),
    }
}
