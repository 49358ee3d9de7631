//! `muwazana new`: the files of a dimension, term or page in every language, with what is required and a word of
//! guidance. What it writes builds as it stands, so that an editor begins from something that works.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome};
use crate::config::{Config, Language, read_config};
use crate::diagnostic::human;
use crate::locale::Direction;
use crate::text::{Date, FileId};
use crate::tree::{SourceTree, discover, read_text};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to begin
    kind: Kind,
    /// Its name in addresses: small letters, digits and hyphens; a page's may be a path
    slug: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Dimension,
    Term,
    Page,
}

pub fn run(global: &Global, arguments: &Arguments) -> Outcome {
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
        Kind::Dimension => format!("dimensions/{slug}"),
        Kind::Term => format!("terms/{slug}"),
        Kind::Page => slug.to_owned(),
    };
    if found.folders.iter().any(|folder| folder.path == path) {
        return Err(format!("content/{path} is there already"));
    }
    let orders = found
        .folders
        .iter()
        .filter(|folder| folder.path.rsplit_once('/').map(|(parent, _)| parent) == Some("dimensions"));
    let order =
        orders.filter_map(|folder| order(&global.root, &found, folder.facts?)).max().map_or(10, |last| last + 10);
    let folder = global.root.join("content").join(&path);
    let mut written = Vec::new();
    if arguments.kind == Kind::Dimension {
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

fn slug(written: &str, kind: Kind) -> Result<&str, String> {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || c == '-');
    let parts = written.split('/').count();
    if written.split('/').all(part) && (parts == 1 || kind == Kind::Page) {
        return Ok(written);
    }
    Err(format!("`{written}` makes no good address: small letters, digits and hyphens do"))
}

fn order(root: &Path, found: &SourceTree, facts: FileId) -> Option<i64> {
    let source = read_text(root, &found.sources.get(facts).path, facts).0?;
    let line = source.text.lines().find_map(|line| line.strip_prefix("order"))?;
    line.trim_start().strip_prefix('=')?.trim().parse().ok()
}

fn create(folder: &Path, name: &str, text: &str) -> Result<String, String> {
    let path = folder.join(name);
    let failure = |error: std::io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(folder).map_err(failure)?;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(failure)?;
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(failure)?;
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
fn words(config: &Config, language: usize, kind: Kind, slug: &str) -> String {
    let here: &Language = &config.languages[language];
    let arabic =
        here.locale.direction == Direction::Rtl && here.locale.arabic_script && here.locale.tag.starts_with("ar");
    let say = |arabic_words: &'static str, english: &'static str| if arabic { arabic_words } else { english };
    let title = slug.rsplit('/').next().unwrap_or(slug).replace('-', " ");
    let mut text = format!(
        "+++\ntitle = \"{title}\"\nsummary = \"{}\"\naliases = []\n",
        say("جملة أو جملتان: ما الذي يعرفه القارئ هنا؟", "One or two sentences: what does a reader learn here?")
    );
    if kind == Kind::Dimension {
        text.push_str("\n[stance]\n");
        for subject in &config.subjects {
            text.push_str(&format!("{} = \"{}: …\"\n", subject.id, subject.names[language]));
        }
        text.push_str(&format!(
            "\n[axis]\nstart = \"{}\"\nend = \"{}\"\n",
            say("الطرف الأول", "One pole"),
            say("الطرف الآخر", "The other pole")
        ));
    }
    text.push_str("+++\n");
    if kind != Kind::Dimension {
        text.push_str(say("اكتب هنا.\n", "Write here.\n"));
        return text;
    }
    for (id, arabic_heading, english_heading) in [
        ("claim", "الدعوى التي نختبرها", "The claim"),
        ("evidence-for", "ما يشهد لها", "The evidence for"),
        ("evidence-against", "ما يشهد عليها", "The evidence against"),
        ("where-each-stands", "أين يقف كلٌّ منهما، وما مدى يقيننا", "Where each stands, and how sure we are"),
        ("change-our-mind", "ما قد يغيّر رأينا", "What would change our mind"),
    ] {
        text.push_str(&format!("\n## {} {{#{id}}}\n\n…\n", say(arabic_heading, english_heading)));
    }
    text
}
