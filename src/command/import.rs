//! `muwazana import`: a tree of Markdown that was written for another generator becomes a site.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome, counted, interface_remark, print, refuse_in_site};
use crate::fields::quoted;
use crate::import::{Imported, Remark, Tool, import};
use crate::locale::{Digits, Locale};
use crate::output::create_source_files;
use crate::starter::{PlannedLanguage, SiteKind, SitePlan, site_files};
use crate::tree::{TreeEntry, entry_at, foreign_files};

#[derive(Debug, clap::Args)]
pub struct ImportArguments {
    /// The folder of the tree; nothing in it is changed
    folder: PathBuf,
    /// What it was written for
    #[arg(long, value_name = "TOOL")]
    from: From,
    /// Tags of its languages, that of the pages at its top first [default: those that it has folders for]
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    languages: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    Vitepress,
    Mkdocs,
    Docusaurus,
    Mdbook,
    Hugo,
    Zola,
    Jekyll,
    /// Markdown files in folders
    Plain,
}

pub fn run(global: &Global, arguments: &ImportArguments) -> Outcome {
    refuse_in_site(&global.root)?;
    for name in ["site.toml", "content"] {
        if entry_at(&global.root, name) != TreeEntry::Nothing {
            return Err(format!(
                "{} is there already\n  help: name a new folder for the site with --root",
                global.root.join(name).display()
            ));
        }
    }
    let tool = match arguments.from {
        From::Vitepress => Tool::VitePress,
        From::Mkdocs => Tool::MkDocs,
        From::Docusaurus => Tool::Docusaurus,
        From::Mdbook => Tool::MdBook,
        From::Hugo => Tool::Hugo,
        From::Zola => Tool::Zola,
        From::Jekyll => Tool::Jekyll,
        From::Plain => Tool::Plain,
    };
    let tree = foreign_files(&arguments.folder).map_err(|error| format!("{}: {error}", arguments.folder.display()))?;
    let mut imported = import(&tree.files, tool, &arguments.languages);
    let said = "is a symbolic link to no file of this tree, and is left out: put the file itself in its place";
    imported.remarks.extend(tree.links.iter().map(|link| Remark::of_file(link, said)));
    if imported.pages == 0 {
        return Err(format!("there is no page in {} that {tool:?} would publish", arguments.folder.display()));
    }
    let settings = settings(&imported)?;
    let mut all: BTreeMap<String, Vec<u8>> = settings;
    all.append(&mut imported.files);
    create_source_files(&global.root, all.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
        .map_err(|failure| failure.to_string())?;
    for remark in &imported.remarks {
        let line = if remark.line > 0 { format!(":{}", remark.line) } else { String::new() };
        print(&format!("{}{line}: {}\n", remark.file, remark.said));
    }
    imported.languages.iter().filter_map(|tag| interface_remark(tag)).for_each(|remark| global.say(&remark));
    global.say(&format!(
        "{} in {} written into {}; {} on what could not be carried over\nsee what there is to do with \
         `muwazana check`, and the site with `muwazana serve`",
        counted(imported.pages, "page"),
        imported.languages.join(", "),
        global.root.display(),
        counted(imported.remarks.len(), "remark"),
    ));
    Ok(ExitCode::SUCCESS)
}

/// The address in site.toml of a site that has none yet.
const PLACEHOLDER: &str = "base_url = \"https://example.org/\"\n";

/// The comment in site.toml before which images of other sites are allowed, and the lines that allow them.
const EXTERNAL: (&str, &str) = (
    "# Where the site's files",
    "# Pages of the old tree show images of other sites, which then hear of their readers.\nexternal_images = true\n\n",
);

/// The settings of the site, and what GitHub Pages needs.
fn settings(imported: &Imported) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let title = imported.title.clone().unwrap_or_else(|| "Documentation".to_owned());
    let mut languages = Vec::new();
    for tag in &imported.languages {
        let Some(locale) = Locale::new(tag, Digits::Latin) else {
            return Err(super::no_language(tag));
        };
        languages.push(PlannedLanguage { locale, title: title.clone() });
    }
    let root = imported.languages.first().cloned();
    let plan = SitePlan { kind: SiteKind::Documentation, languages, root, subjects: Vec::new(), date: None };
    let mut files = BTreeMap::new();
    for file in site_files(&plan) {
        let mut text = file.text;
        if let Some(base_url) = imported.base_url.as_ref().filter(|_| file.path == "site.toml") {
            text = text.replacen(
                PLACEHOLDER,
                &format!("base_url = {}\n", quoted(&format!("{}{}", base_url.origin, base_url.path))),
                1,
            );
        }
        if file.path == "site.toml" && imported.has_external_images {
            text = text.replacen(EXTERNAL.0, &format!("{}{}", EXTERNAL.1, EXTERNAL.0), 1);
        }
        files.insert(file.path, text.into_bytes());
    }
    Ok(files)
}
