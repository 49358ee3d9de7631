//! The files of one new page, in every language of the site: a draft with what is required and a word of guidance.

use super::NewFile;
use super::fill::filled;
use crate::config::{Config, Subject};
use crate::content::PageKind;
use crate::content::placeholder::{DOTS, working_title};
use crate::fields::quoted;
use crate::locale::StarterWords;
use crate::schema::{SchemaOf, schema_file};
use crate::text::Date;

/// What a new page's `page.toml` says, beside that it is a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// Its place among the pages of the same folder.
    pub order: Option<i64>,
    /// The day on which it is begun.
    pub date: Option<Date>,
    /// Whether the site has the schema of `page.toml` in it.
    pub has_schema: bool,
}

/// The sections of a dimension: their ids, and the names of their titles among the words.
pub const SECTIONS: [(&str, &str); 5] = [
    ("claim", "claim_title"),
    ("evidence-for", "for_title"),
    ("evidence-against", "against_title"),
    ("where-each-stands", "stands_title"),
    ("change-our-mind", "change_title"),
];

/// The files of a page at a path below `content/`, the home page's being empty. The guidance is in the language of each
/// file where the program has words in it, and in English elsewhere.
pub fn new_page(config: &Config, path: &str, facts: PageFacts) -> Vec<NewFile> {
    let kind = PageKind::of(path, config);
    let folder = if path.is_empty() { "content".to_owned() } else { format!("content/{path}") };
    let draft = "draft = true                   # not published until this line is taken out\n";
    let own = format!("{draft}{}", order_and_date(facts));
    let schema = if facts.has_schema { schema_line(path) } else { String::new() };
    let settings = schema + &if kind.is_dimension() { dimension_toml(&own, &config.subjects) } else { own };
    let mut files = vec![NewFile::new(format!("{folder}/page.toml"), settings)];
    for (at, language) in config.languages.iter().enumerate() {
        let tag = &language.locale.tag;
        let (Some(words), _) = StarterWords::of(tag) else { continue };
        let text = guidance(config, at, kind, path, words);
        files.push(NewFile::new(format!("{folder}/{tag}.md"), text));
    }
    files
}

/// The line by which an editor finds the schema of the `page.toml` of a page at a path below `content/`.
pub fn schema_line(path: &str) -> String {
    let up = path.split('/').filter(|part| !part.is_empty()).map(|_| "../").collect::<String>();
    format!("#:schema ../{up}{}\n", schema_file(SchemaOf::Page))
}

/// The lines of `page.toml` that any page may have.
pub fn order_and_date(facts: PageFacts) -> String {
    let order = facts.order.map_or_else(String::new, |order| format!("order = {order}\n"));
    order + &facts.date.map_or_else(String::new, |date| format!("date = {date}\n"))
}

/// The `page.toml` of a dimension, with the subjects evenly on the axis.
pub fn dimension_toml(facts: &str, subjects: &[Subject]) -> String {
    let step = 100 / (subjects.len() + 1);
    let place = |(n, subject): (usize, &Subject)| format!("{} = {}\n", toml_key(&subject.id), step * (n + 1));
    let places: String = subjects.iter().enumerate().map(place).collect();
    filled("dimension.toml", &[("facts", facts), ("axis", places.trim_end())])
}

/// The text of a page in one language.
fn guidance(config: &Config, language: usize, kind: PageKind, path: &str, words: StarterWords) -> String {
    let folder = path.rsplit('/').next().unwrap_or(path);
    // The folder of the home page bears the name of the site's root.
    let name = if path.is_empty() { "content" } else { folder };
    let mut front = PageHead { title: working_title(name), summary: words.say("draft_summary"), ..PageHead::default() };
    if !kind.is_dimension() {
        return front.write() + &words.say("draft_article") + "\n";
    }
    for subject in &config.subjects {
        let said = words.say_of("draft_stance", ("subject", &subject.names[language]));
        front.stances.push((subject.id.clone(), said));
    }
    front.poles = Some([words.say("draft_start"), words.say("draft_end")]);
    let mut text = front.write();
    for (id, title) in SECTIONS {
        text += &format!("\n## {} {{#{id}}}\n\n{DOTS}\n", words.say(title));
    }
    text
}

/// What stands at the head of a language file.
#[derive(Default)]
pub struct PageHead {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// By the id of the subject, what is said of it; dimensions only.
    pub stances: Vec<(String, String)>,
    /// The names of the ends of the axis; dimensions only.
    pub poles: Option<[String; 2]>,
}

impl PageHead {
    /// As TOML between its two lines.
    pub fn write(&self) -> String {
        let mut text = format!("+++\ntitle = {}\nsummary = {}\n", quoted(&self.title), quoted(&self.summary));
        if !self.stances.is_empty() {
            text += "\n[stance]\n";
            let lines = self.stances.iter().map(|(id, said)| format!("{} = {}\n", toml_key(id), quoted(said)));
            text.extend(lines);
        }
        if let Some([start, end]) = &self.poles {
            text += &format!("\n[axis]\nstart = {}\nend = {}\n", quoted(start), quoted(end));
        }
        text + "+++\n"
    }
}

/// A key as TOML wants it: in quotation marks where it holds letters that are not ASCII.
pub fn toml_key(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if is_bare { key.to_owned() } else { quoted(key) }
}
