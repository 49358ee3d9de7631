//! Every example of the manual is a file that is built. A block of code with `title="PATH"` is that file of a site, and one in
//! Markdown without a title the text of a page of it; all blocks of a section are laid over the site in
//! `tests/fixtures/comparison`. Nothing is wrong with them, unless the section shows messages: then exactly these come. Lines
//! of the shell that begin with `muwazana` are read as the program reads its command line.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use clap::error::ErrorKind;
use muwazana::build::build;
use muwazana::command::command_line;
use muwazana::diagnostic::{Code, human};
use support::{files, fixture, options, root};
use toml::Table;

/// The folder in which pieces of Markdown become pages, as the manual shows it. A number follows it.
const PIECES: &str = "content/example";

/// A block of code of the manual.
struct Block {
    language: String,
    title: Option<String>,
    /// The language that is named before it, as `[English]` or `[العربية]`.
    label: Option<String>,
    text: String,
}

/// The blocks of a section, in order.
struct Section {
    /// `content/manual/write/en.md#links`
    name: String,
    /// The language of the page.
    tag: String,
    blocks: Vec<Block>,
    /// Data and pictures that stand in this page up to here, for the pieces of Markdown to use.
    beside: BTreeMap<String, String>,
}

/// The sections of all pages of the manual that have blocks.
fn sections() -> Vec<Section> {
    let manual = files(&root().join("content/manual"));
    let pages = manual.iter().filter_map(|(path, bytes)| Some((path, path.strip_suffix(".md")?, bytes)));
    let mut all = Vec::new();
    for (path, stem, bytes) in pages {
        let tag = stem.rsplit('/').next().unwrap_or_default();
        sections_of(&format!("manual/{path}"), tag, &String::from_utf8_lossy(bytes), &mut all);
    }
    all
}

fn sections_of(path: &str, tag: &str, text: &str, all: &mut Vec<Section>) {
    let begin = |id: &str, beside: &BTreeMap<String, String>| Section {
        name: format!("{path}#{id}"),
        tag: tag.to_owned(),
        blocks: Vec::new(),
        beside: beside.clone(),
    };
    let mut here = begin("", &BTreeMap::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some((_, id)) = line.strip_prefix("## ").and_then(|heading| heading.rsplit_once("{#")) {
            let next = begin(id.trim_end_matches('}'), &here.beside);
            all.push(std::mem::replace(&mut here, next));
        }
        let fence: String = line.chars().take_while(|c| *c == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let mut inner = String::new();
        for line in lines.by_ref().take_while(|line| *line != fence) {
            inner.extend([line, "\n"]);
        }
        let info = &line[fence.len()..];
        let between = |open: &str, close: &str| Some(info.split_once(open)?.1.split_once(close)?.0.to_owned());
        let block = Block {
            language: info.split_whitespace().next().unwrap_or_default().to_owned(),
            title: between("title=\"", "\""),
            label: between("[", "]"),
            text: inner,
        };
        if let Some(title) = block.title.as_ref().filter(|title| !title.contains('/') && block.language == "csv") {
            here.beside.insert(title.clone(), block.text.clone());
        }
        here.blocks.push(block);
    }
    all.push(here);
}

impl Section {
    /// The files of its examples by path, and the messages that it shows. The number tells its pieces from others.
    fn example(&self, number: usize) -> (BTreeMap<String, String>, Vec<&str>) {
        let mut written = BTreeMap::new();
        let mut piece = 0;
        let mut last = None;
        let folder = |piece: usize| format!("{PIECES}{number}-{piece}");
        for block in &self.blocks {
            match (&block.title, block.language.as_str()) {
                (Some(title), _) if is_of_a_site(title) => {
                    written.insert(title.clone(), block.text.clone());
                }
                (None, "md") => {
                    let tag = self.tag_of(block);
                    // Languages that follow each other are one page.
                    piece += usize::from(last.is_none_or(|last| last == tag));
                    last = Some(tag).filter(|_| last.is_none());
                    written.insert(format!("{}/{tag}.md", folder(piece)), with_head(piece, &block.text));
                }
                _ => {}
            }
        }
        for folder in (1..=piece).map(folder) {
            written.extend(self.beside.iter().map(|(name, text)| (format!("{folder}/{name}"), text.clone())));
        }
        let texts = self.blocks.iter().filter(|block| block.language == "text").map(|block| block.text.trim_end());
        let shown = texts.filter(|text| is_head(text));
        (written, shown.collect())
    }

    fn tag_of<'a>(&'a self, block: &'a Block) -> &'a str {
        match block.label.as_deref() {
            Some("العربية") => "ar",
            Some("English") => "en",
            _ => &self.tag,
        }
    }
}

/// Whether a title names a file that a site has, and not one of a host or another program.
fn is_of_a_site(title: &str) -> bool {
    title == "site.toml" || ["content/", "static/", "templates/"].iter().any(|folder| title.starts_with(folder))
}

/// A piece of Markdown as a page.
fn with_head(piece: usize, text: &str) -> String {
    format!("+++\ntitle = \"Example {piece}\"\nsummary = \"Markdown.\"\n+++\n{text}")
}

/// A table laid over another.
fn lay_over(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => drop(below.insert(key, value)),
        }
    }
}

/// What is wrong with an example: what is printed, and the messages alone.
fn faults(written: &BTreeMap<String, String>) -> (String, Vec<String>) {
    let mut site = files(&fixture());
    // What is beside the pages says nothing of an example and takes time.
    let plain = site.get_mut("site.toml").expect("settings");
    plain.extend(b"\n[output]\nparallel = false\nmarkdown = false\nsearch = false\n");
    for extra in ["street.svg", "street.ar.svg"] {
        let picture = std::fs::read(root().join("tests/manual").join(extra)).expect("a picture");
        let folders = written.keys().filter(|path| path.starts_with(PIECES)).filter_map(|path| path.rsplit_once('/'));
        site.extend(folders.map(|(folder, _)| (format!("{folder}/{extra}"), picture.clone())).collect::<Vec<_>>());
    }
    for (path, text) in written {
        let is_laid_over = path == "site.toml" || path == "content/sources.toml";
        let text = match site.get(path).filter(|_| is_laid_over) {
            Some(below) => {
                let mut below: Table = String::from_utf8_lossy(below).parse().expect("TOML");
                lay_over(&mut below, text.parse().unwrap_or_else(|error| panic!("{path}: {error}")));
                below.to_string()
            }
            None => text.clone(),
        };
        site.insert(path.clone(), text.into_bytes());
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in &site {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let mut built = build(folder.path(), &options(None));
    // What an example leaves out of the other language is not its fault.
    let alone = |path: &str| {
        path.ends_with("/en.md") && !written.contains_key(&path.replace("/en.md", "/ar.md"))
            || path.ends_with("/ar.md") && !written.contains_key(&path.replace("/ar.md", "/en.md"))
    };
    built.diagnostics.retain(|found| {
        let path = found.span.map(|span| built.sources.get(span.file).path.clone()).unwrap_or_default();
        let parity = ["missing-translation", "missing-section", "section-order", "section-id", "languages-differ"];
        // Two sections may have one example.
        let is_of_site = found.code == Code::DuplicateTitle && path.starts_with(PIECES);
        written.contains_key(&path) && !is_of_site && !(alone(&path) && parity.contains(&found.code.as_str()))
    });
    let printed = human(&built.sources, &built.diagnostics, false).replace(['\u{2068}', '\u{2069}'], "");
    let printed = without_numbers(&printed);
    let heads = printed.lines().filter(|line| is_head(line)).map(str::to_owned).collect();
    (printed, heads)
}

/// Examples that can stand in one site, since none of them writes what another does.
#[derive(Default)]
struct Site {
    names: Vec<String>,
    written: BTreeMap<String, String>,
    shown: Vec<String>,
}

/// The examples of the manual, in as few sites as will do.
fn sites() -> Vec<Site> {
    let mut all: Vec<Site> = vec![Site::default()];
    for (n, section) in sections().iter().enumerate() {
        let (written, shown) = section.example(n);
        if written.is_empty() {
            assert!(shown.is_empty(), "{} shows messages and no example", section.name);
            continue;
        }
        // Nor do languages of one page that come from two sections: each may be there without the other.
        let folder =
            |path: &String| path.rsplit_once('/').map_or_else(|| path.clone(), |(folder, _)| folder.to_owned());
        let here: BTreeSet<String> = written.keys().map(folder).collect();
        if all.last().is_some_and(|last| last.written.keys().map(folder).any(|folder| here.contains(&folder))) {
            all.push(Site::default());
        }
        let last = all.last_mut().expect("a site");
        last.names.push(section.name.clone());
        last.written.extend(written);
        last.shown.extend(shown.into_iter().map(str::to_owned));
    }
    all
}

#[test]
fn every_example_is_built_and_says_what_the_manual_says() {
    let mut wrong = String::new();
    let mut examples = 0;
    for site in sites() {
        examples += site.written.len();
        let (printed, heads) = faults(&site.written);
        let shown = site.shown.iter().flat_map(|text| text.lines()).filter(|line| is_head(line));
        let (expected, found): (BTreeSet<&str>, BTreeSet<&str>) =
            (shown.collect(), heads.iter().map(String::as_str).collect());
        let absent: Vec<_> = site.shown.iter().filter(|text| !printed.contains(*text)).collect();
        if found != expected || !absent.is_empty() {
            let _ = write!(wrong, "\n# {}\n{printed}\nnot said: {absent:#?}\n", site.names.join(", "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(examples > 60, "only {examples} examples");
}

/// What is printed, with all pieces of Markdown in one folder.
fn without_numbers(printed: &str) -> String {
    let mut parts = printed.split(PIECES);
    let first = parts.next().unwrap_or_default().to_owned();
    let numbered = |c: char| c.is_ascii_digit() || c == '-';
    parts.fold(first, |out, part| format!("{out}{PIECES}{}", part.trim_start_matches(numbered)))
}

/// Whether a line is the first one of a message.
fn is_head(line: &str) -> bool {
    line.starts_with("error[") || line.starts_with("warning[")
}

#[test]
fn every_command_of_the_manual_and_the_readme_can_be_typed() {
    let mut wrong = String::new();
    let mut all = sections();
    for file in ["README.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root().join(file)).expect("a page");
        sections_of(file, "en", &text, &mut all);
    }
    for section in all {
        let lines = section.blocks.iter().filter(|block| matches!(block.language.as_str(), "sh" | "bash"));
        for line in lines.flat_map(|block| block.text.lines()).filter(|line| line.starts_with("muwazana ")) {
            let line = line.replace("\"$1\"", "https://example.org/");
            let words = typed(line.split(" > ").next().unwrap_or_default().split("  #").next().unwrap_or_default());
            if let Err(error) = command_line().try_get_matches_from(words)
                && !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
            {
                let _ = write!(wrong, "\n{}: {line}\n{error}", section.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_option_that_the_manual_names_is_there() {
    let mut line = command_line();
    line.build();
    let all: BTreeSet<String> = with_inner(&line)
        .iter()
        .flat_map(|command| command.get_arguments())
        .filter_map(|argument| Some(format!("--{}", argument.get_long()?)))
        .collect();
    let mut wrong = String::new();
    for (path, bytes) in files(&root().join("content/manual")).iter().filter(|(path, _)| path.ends_with(".md")) {
        let text = String::from_utf8_lossy(bytes);
        // Between two marks of code stands code: every second part.
        for code in
            text.split('`').skip(1).step_by(2).filter(|code| code.starts_with("muwazana ") && !code.contains('\n'))
        {
            let command = code.split_whitespace().nth(1).unwrap_or_default();
            let known = command.chars().any(char::is_uppercase)
                || line.find_subcommand(command).is_some()
                || command == "help"
                || command.starts_with('-');
            let options = code.split_whitespace().filter(|word| word.starts_with("--"));
            let unknown: Vec<_> =
                options.filter(|word| !all.contains(word.split('=').next().unwrap_or_default())).collect();
            if !known || !unknown.is_empty() {
                let _ = writeln!(wrong, "manual/{path}: `{code}`");
            }
        }
    }
    assert!(wrong.is_empty(), "no such command or option:\n{wrong}");
}

/// A command and all below it.
fn with_inner(command: &clap::Command) -> Vec<&clap::Command> {
    let mut all = vec![command];
    all.extend(command.get_subcommands().flat_map(with_inner));
    all
}

/// The words of a line of the shell.
fn typed(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = None;
    for c in line.trim().chars() {
        match (quoted, c) {
            (None, '"' | '\'') => quoted = Some(c),
            (Some(mark), c) if c == mark => quoted = None,
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().expect("a word").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
