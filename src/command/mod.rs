//! The command line. One file a command; this one says what can be typed, and turns results into exit statuses:
//! 0 fine, 1 faults in the content, 2 wrong usage.

mod addresses;
mod build;
mod check;
mod defaults;
mod edited;
mod explain;
mod fix;
mod ids;
mod import;
mod init;
mod lsp;
mod new;
mod progress;
mod rename;
mod schema;
mod serve;
mod sources;
mod status;
mod sync;
mod translations;
mod word_diff;

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::build::{Build, Options, SiteModel};
use crate::cache::Counts;
use crate::config::BaseUrl;
use crate::diagnostic::{
    Code, Diagnostic, Severity, errors_first, github, human, json, nearest, overview, quoted_list, sarif,
};
use crate::site::{PageId, SourceCounts};
use crate::starter::has_interface;
use crate::text::{Date, WebAddress};

/// Builds a comparison site in any number of languages from Markdown.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Global {
    /// The folder that holds site.toml
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// Where the site will be, in place of base_url in site.toml
    #[arg(long, global = true, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: Option<BaseUrl>,
    /// The repository's web page, in place of repository in site.toml
    #[arg(long, global = true, value_name = "URL", value_parser = repository)]
    repository: Option<WebAddress>,
    /// Print nothing but faults
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Whether to colour what is printed
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the whole site into a folder
    Build(build::BuildArguments),
    /// Build and serve the site on this machine; rebuild when anything changes
    Serve(serve::ServeArguments),
    /// Report every fault and write nothing
    Check(check::CheckArguments),
    /// Begin a site: everything that is needed, ready for GitHub Pages
    Init(init::InitArguments),
    /// Make a site of a tree of Markdown that was written for another generator
    Import(import::ImportArguments),
    /// Begin a page, as a draft, in every language
    New(new::NewArguments),
    /// Give a page another name: in its folder, in links and lists, and its old address leads to the new one
    Rename(rename::RenameArguments),
    /// Show what is complete, missing or behind in which language
    Status(status::StatusArguments),
    /// Record that the languages agree now
    Sync(sync::SyncArguments),
    /// Exchange texts with translators' tools
    Translations(translations::TranslationsArguments),
    /// Exchange the bibliography with reference managers
    Sources(sources::SourcesArguments),
    /// Answer an editor, over standard input and output
    Lsp,
    /// List, print or write the templates, messages, sheets and scripts that come with the program
    Defaults(defaults::DefaultsArguments),
    /// Show which headings would get the same ids in all languages, and give them those with --write
    Ids(ids::IdsArguments),
    /// Record the addresses that the site is published with
    Addresses,
    /// Say what a kind of fault means, with an example
    Explain(explain::ExplainArguments),
    /// Print a JSON Schema of settings, or write all of them into the site
    Schema(schema::SchemaArguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| with_remedy(error, std::env::args().skip(1)).exit());
    let result = match &cli.command {
        Command::Build(arguments) => build::run(&cli.global, arguments),
        Command::Serve(arguments) => serve::run(&cli.global, arguments),
        Command::Check(arguments) => check::run(&cli.global, arguments),
        Command::Init(arguments) => init::run(&cli.global, arguments),
        Command::Import(arguments) => import::run(&cli.global, arguments),
        Command::New(arguments) => new::run(&cli.global, arguments),
        Command::Rename(arguments) => rename::run(&cli.global, arguments),
        Command::Status(arguments) => status::run(&cli.global, arguments),
        Command::Sync(arguments) => sync::run(&cli.global, arguments),
        Command::Translations(arguments) => translations::run(&cli.global, arguments),
        Command::Sources(arguments) => sources::run(&cli.global, arguments),
        Command::Lsp => lsp::run(&cli.global),
        Command::Defaults(arguments) => defaults::run(&cli.global, arguments),
        Command::Ids(arguments) => ids::run(&cli.global, arguments),
        Command::Addresses => addresses::run(&cli.global),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Schema(arguments) => schema::run(&cli.global, arguments),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Cli::command(), "muwazana", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    };
    result.unwrap_or_else(|message| {
        print_error(&format!("error: {message}\n"));
        ExitCode::from(1)
    })
}

/// The fault of a command line, with what was most likely meant: an option of one hyphen, or the folder of a site.
fn with_remedy(mut error: clap::Error, typed: impl Iterator<Item = String>) -> clap::Error {
    let Some(ContextValue::String(wrong)) = error.get(ContextKind::InvalidArg).cloned() else { return error };
    if error.kind() != ErrorKind::UnknownArgument || error.get(ContextKind::SuggestedArg).is_some() {
        return error;
    }
    let typed: Vec<String> = typed.collect();
    let whole = Cli::command();
    let Some(command) = typed.iter().find_map(|word| whole.find_subcommand(word)) else { return error };
    let options = command.get_arguments().chain(whole.get_arguments()).filter_map(clap::Arg::get_long);
    let options: Vec<String> = options.map(|name| format!("--{name}")).collect();
    // Of `-all`, the first letter alone is named.
    let is_it = |word: &&String| word.starts_with(&wrong) && word.len() > 2 && !word.starts_with("--");
    let meant = typed.iter().filter(|_| wrong.starts_with('-')).find(is_it).and_then(|word| {
        nearest(&format!("-{}", word.split('=').next().unwrap_or_default()), options.iter().map(String::as_str))
    });
    if let Some(meant) = meant {
        error.insert(ContextKind::SuggestedArg, ContextValue::String(meant.to_owned()));
    } else if !wrong.starts_with('-') && command.get_positionals().next().is_none() {
        let name = command.get_name();
        let tip =
            format!("`{name}` takes the site as a whole; the folder that holds site.toml is named with --root DIR");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}

/// The commands with their arguments and what the program says of them, of which the manual's page is made.
pub fn command_line() -> clap::Command {
    Cli::command()
}

/// A command's exit status, or one sentence on why it could not do its work.
type Outcome = Result<ExitCode, String>;

fn repository(text: &str) -> Result<WebAddress, String> {
    WebAddress::parse(text).map(WebAddress::without_last_slash)
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One JSON object a line
    Json,
    /// Annotations on GitHub
    Github,
    /// SARIF 2.1.0, for code hosts
    Sarif,
}

/// How much of many diagnostics a person is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// Each of them.
    All,
    /// What has room on a screen.
    Screen,
}

impl Global {
    fn options(&self) -> Options {
        Options {
            base_url: self.base_url.clone(),
            drafts: false,
            addresses: false,
            today: today(),
            repository: self.repository.clone(),
            commit: None,
            faults_only: false,
        }
    }

    fn colour(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stderr().is_terminal() && !anstyle_query::no_color(),
        }
    }

    /// The same for what is printed as the output.
    fn colour_of_output(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stdout().is_terminal() && !anstyle_query::no_color(),
        }
    }

    /// Prints what is for people, unless they want quiet.
    fn say(&self, line: &str) {
        if !self.quiet {
            print_error(&format!("{line}\n"));
        }
    }

    /// Prints a build's diagnostics: those for people beside the output, those for programs as the output.
    fn report(&self, build: &Build, format: Format, detail: Detail) {
        let Build { sources, diagnostics, .. } = build;
        match format {
            Format::Human if detail == Detail::All => {
                print_error(&human(sources, &errors_first(diagnostics), self.colour()));
            }
            Format::Human => print_error(&overview(sources, diagnostics, self.colour())),
            Format::Json => print(&json(&build.sources, &build.diagnostics)),
            Format::Sarif => print(&sarif(&build.sources, &build.diagnostics)),
            Format::Github => print(&github(&build.sources, &build.diagnostics)),
        }
    }
}

/// Makes warnings errors.
fn strict(build: &mut Build) {
    build.diagnostics.iter_mut().for_each(|fault| fault.severity = Severity::Error);
}

/// "3 pages, 1 of them a draft, in 2 languages".
fn extent(counts: Counts) -> String {
    let Counts { pages, drafts, languages, .. } = counts;
    let drafts = match drafts {
        0 => String::new(),
        1 => ", 1 of them a draft,".to_owned(),
        n => format!(", {n} of them drafts,"),
    };
    format!("{}{drafts} in {}", counted(pages, "page"), counted(languages, "language"))
}

/// "12 sources (7 primary, 3 accounts, 1 copy, 1 without a grade), 2 past their date"; without grades where no source has one.
fn sources_in_words(SourceCounts { all, grades, overdue }: SourceCounts) -> String {
    let [primary, accounts, copies] = grades;
    let ungraded = all - grades.iter().sum::<usize>();
    let copies = if copies == 1 { "1 copy".to_owned() } else { format!("{copies} copies") };
    let mut said = vec![format!("{primary} primary"), counted(accounts, "account"), copies];
    said.extend((ungraded > 0).then(|| format!("{ungraded} without a grade")));
    let grades = if ungraded == all { String::new() } else { format!(" ({})", said.join(", ")) };
    format!("{}{grades}, {overdue} past their date", counted(all, "source"))
}

/// What a new site lacks in a language that the program has no words in.
fn interface_remark(tag: &str) -> Option<String> {
    let place = format!("templates/i18n/{tag}.ftl");
    let said =
        || format!("note: the interface has no words in `{tag}`, and speaks English there: write them in {place}");
    (!has_interface(tag)).then(said)
}

/// "1 page" or "2 pages"; the command line speaks English alone.
fn counted(n: usize, one: &str) -> String {
    let plural = match (n, one) {
        (1, _) => "",
        (_, one) if one.ends_with("ss") => "es",
        _ => "s",
    };
    format!("{n} {one}{plural}")
}

/// "2 errors, 1 warning".
fn tally((errors, warnings): (usize, usize)) -> String {
    match (errors, warnings) {
        (0, 0) => "no faults".to_owned(),
        (0, warnings) => counted(warnings, "warning"),
        (errors, 0) => counted(errors, "error"),
        (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

/// The day on this machine's clock, in UTC: the only clock that is read, and only checks see it.
fn today() -> Option<Date> {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    Date::of_unix_seconds(seconds)
}

/// A page by its path or its end.
fn page_named(model: &SiteModel<'_>, written: &str) -> Result<PageId, String> {
    let path = written.trim_matches(['/', '.']);
    let path = path.strip_prefix("content").map_or(path, |below| below.trim_matches('/'));
    let end = format!("/{path}");
    let of = |id: PageId| model.site.page(id).input.path.as_str();
    let named: Vec<PageId> = model.site.ids().filter(|id| of(*id).ends_with(&end)).collect();
    match (model.site.find(path), named.as_slice()) {
        (Some(page), _) => Ok(page),
        (None, [page]) => Ok(*page),
        (None, []) => {
            let near = near_page(path, model.site.ids().map(of));
            Err(format!("there is no page `{written}`{near}"))
        }
        (None, several) => {
            let paths = quoted_list(several.iter().map(|id| of(*id)));
            Err(format!("several pages are called `{written}`: {paths}"))
        }
    }
}

/// What somebody may have meant by the path of a page, or the end of one, that none has: words behind those that say so.
fn near_page<'a>(path: &str, paths: impl Iterator<Item = &'a str>) -> String {
    let last = |path: &'_ str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let paths: Vec<&str> = paths.collect();
    let names: Vec<String> = paths.iter().copied().map(last).collect();
    let name = last(path);
    let near = nearest(path, paths).or_else(|| nearest(&name, names.iter().map(String::as_str)));
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Why a command finds no site: what lies in its place, or else that there is none.
fn no_site(faults: &[Diagnostic], otherwise: &str) -> String {
    let cause = faults.iter().find(|fault| fault.code == Code::NoSite);
    let (message, help) = match cause {
        Some(fault) => (fault.message.as_str(), fault.help.as_deref().unwrap_or(otherwise)),
        None => ("there is no site.toml here", otherwise),
    };
    format!("{message}\n  help: {help}")
}

/// Names that something else than a comma parts, such as `ar;en`, as they are to be written.
fn parted_otherwise(written: &str) -> Option<String> {
    let parts = written.split([';', '؛', '،', '、', '/', '+', '|']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    (parts.len() > 1 && !written.contains('=')).then(|| parts.join(","))
}

/// Why something is not the tag of a language.
fn no_language(written: &str) -> String {
    match parted_otherwise(&written.split_whitespace().collect::<Vec<_>>().join(";")) {
        Some(parts) => format!("`{written}` is no language\n  help: commas part the tags: {parts}"),
        None => format!("`{written}` is no language\n  help: write tags of BCP 47, such as ar, en or pt-BR"),
    }
}

/// Reads the number of an option, from nought to the most that it can be.
fn whole_number<T: FromStr + Display + Clone>(most: T) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| {
        text.parse().map_err(|_| match text.parse::<u128>() {
            Ok(_) => format!("it can be {most} at the most"),
            Err(_) => "write a whole number, in the digits 0 to 9".to_owned(),
        })
    }
}

/// A reader that stops reading, such as `head`, is no fault.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn print_error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Refuses to begin a site among the files of another, which would take them for its own.
fn refuse_in_site(folder: &Path) -> Result<(), String> {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    // What is there already of its path, without links and steps upwards.
    let there = absolute.ancestors().find_map(|above| above.canonicalize().ok()).unwrap_or_default();
    let holder = there.ancestors().find(|above| {
        let rest = there.strip_prefix(above).unwrap_or(Path::new(""));
        let is_part = ["content", "static", "templates"].into_iter().any(|part| rest.starts_with(part));
        is_part && above.join("site.toml").is_file()
    });
    match holder {
        Some(site) => Err(format!(
            "{} is in the folder of the site in {}\n  help: name a folder outside of it",
            folder.display(),
            site.display()
        )),
        None => Ok(()),
    }
}
