//! `muwazana new`: the files of a dimension, term or page in every language, with what is required and a word of
//! guidance. What it writes builds as it stands, so that an editor begins from something that works.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome};
use crate::config::{Config, Language, read_config};
use crate::content::placeholder::{ARABIC, DOTS, ENGLISH};
use crate::content::{PageKind, read_facts};
use crate::diagnostic::human;
use crate::locale::Direction;
use crate::output::create_source_file;
use crate::text::{Date, FileId};
use crate::tree::{SourceTree, discover, read_text};

#[derive(Debug, clap::Args)]
pub struct NewArguments {
    /// What to begin
    kind: NewKind,
    /// Its name in addresses: small letters, digits and hyphens; a page's may be a path
    slug: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NewKind {
    Dimension,
    Term,
    Page,
}

pub fn run(global: &Global, arguments: &NewArguments) -> Outcome {
    let (found, mut faults) = discover(&global.root);
    let Some(file) = found.site else {
        return Err(
            "there is no site.toml here; run this in the folder that holds it, or name it with --root".to_owned()
        );
    };
    faults.clear();
    let config = read_config(file.top(), found.sources.get(file), &mut faults);
    let Some(config) = config.filter(|_| faults.is_empty()) else {
        return Err(format!("site.toml has to be right first\n\n{}", human(&found.sources, &faults, global.colour())));
    };
    let slug = slug(&arguments.slug, arguments.kind)?;
    let path = match arguments.kind {
        NewKind::Dimension => format!("dimensions/{slug}"),
        NewKind::Term => format!("terms/{slug}"),
        NewKind::Page => slug.to_owned(),
    };
    if found.folders.iter().any(|folder| folder.path == path) {
        return Err(format!("content/{path} is there already"));
    }
    let orders = found
        .folders
        .iter()
        .filter(|folder| folder.path.rsplit_once('/').map(|(parent, _)| parent) == Some("dimensions"));
    let order = orders
        .filter_map(|folder| order(&global.root, &found, &config, folder.facts?))
        .max()
        .map_or(10, |last| last + 10);
    let folder = global.root.join("content").join(&path);
    let mut written = Vec::new();
    if arguments.kind == NewKind::Dimension {
        written.push(create(&folder, "page.toml", &facts(&config, order))?);
    }
    for language in 0..config.languages.len() {
        let name = format!("{}.md", config.languages[language].locale.tag);
        written.push(create(&folder, &name, &words(&config, language, arguments.kind, slug))?);
    }
    for name in written {
        global.say(&format!("wrote content/{path}/{name}"));
    }
    global.say("now write the words, see them with `muwazana serve`, and ask `muwazana check` what is left to do");
    Ok(ExitCode::SUCCESS)
}

fn slug(written: &str, kind: NewKind) -> Result<&str, String> {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || c == '-');
    let parts = written.split('/').count();
    if written.split('/').all(part) && (parts == 1 || kind == NewKind::Page) {
        return Ok(written);
    }
    Err(format!("`{written}` makes no good address: small letters, digits and hyphens do"))
}

/// The place of a dimension among the others, as its `page.toml` says it.
fn order(root: &Path, found: &SourceTree, config: &Config, file: FileId) -> Option<i64> {
    let source = read_text(root, &found.sources.get(file).path, file).0?;
    let facts = read_facts(file.top(), &source, PageKind::Dimension, config, &mut Vec::new());
    Some(facts.order?.value)
}

fn create(folder: &Path, name: &str, text: &str) -> Result<String, String> {
    create_source_file(&folder.join(name), text.as_bytes()).map_err(|failure| failure.to_string())?;
    Ok(name.to_owned())
}

fn facts(config: &Config, order: i64) -> String {
    let today: Option<Date> = super::today();
    let date = today.map_or(String::new(), |date| format!("date = {date}\n"));
    let step = 100 / (config.subjects.len() + 1);
    let marks = config.subjects.iter().enumerate().map(|(n, subject)| format!("{} = {}\n", subject.id, step * (n + 1)));
    format!(
        "kind = \"difference\"            # similarity | difference | synthesis\n\
         order = {order}\n\
         related = []                   # other dimensions, such as [\"open-source\"]\n\
         {date}\n\
         [axis]                         # where each subject stands, 0 to 100 between the two poles\n{}",
        marks.collect::<String>()
    )
}

/// The guidance is in the language of the file where the generator speaks it, and in English elsewhere.
fn words(config: &Config, language: usize, kind: NewKind, slug: &str) -> String {
    let here: &Language = &config.languages[language];
    let arabic =
        here.locale.direction == Direction::Rtl && here.locale.arabic_script && here.locale.tag.starts_with("ar");
    let say = |arabic_words: &'static str, english: &'static str| if arabic { arabic_words } else { english };
    let guidance = if arabic { &ARABIC } else { &ENGLISH };
    let title = slug.rsplit('/').next().unwrap_or(slug).replace('-', " ");
    let mut text = format!("+++\ntitle = \"{title}\"\nsummary = \"{}\"\naliases = []\n", guidance.summary);
    if kind == NewKind::Dimension {
        text.push_str("\n[stance]\n");
        for subject in &config.subjects {
            text.push_str(&format!("{} = \"{}: {DOTS}\"\n", subject.id, subject.names[language]));
        }
        text.push_str(&format!("\n[axis]\nstart = \"{}\"\nend = \"{}\"\n", guidance.poles[0], guidance.poles[1]));
    }
    text.push_str("+++\n");
    if kind != NewKind::Dimension {
        text.push_str(guidance.article);
        text.push('\n');
        return text;
    }
    for (id, arabic_heading, english_heading) in [
        ("claim", "الدعوى التي نختبرها", "The claim"),
        ("evidence-for", "ما يشهد لها", "The evidence for"),
        ("evidence-against", "ما يشهد عليها", "The evidence against"),
        ("where-each-stands", "أين يقف كلٌّ منهما، وما مدى يقيننا", "Where each stands, and how sure we are"),
        ("change-our-mind", "ما قد يغيّر رأينا", "What would change our mind"),
    ] {
        text.push_str(&format!("\n## {} {{#{id}}}\n\n{DOTS}\n", say(arabic_heading, english_heading)));
    }
    text
}
