//! The files of a new site: settings, first pages with finished words, sources, and what GitHub Pages needs.

use super::NewFile;
use super::fill::filled;
use super::page::{PageFacts, PageHead, SECTIONS, dimension_toml, order_and_date, schema_line, toml_key};
use crate::config::Subject;
use crate::fields::quoted;
use crate::locale::{Locale, StarterWords};
use crate::schema::{SchemaOf, schema, schema_file};
use crate::text::Date;
use crate::tree::embedded_templates;

/// What kind of site it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// Things are compared, point by point.
    Comparison,
    /// Something is explained, chapter by chapter.
    Documentation,
}

/// What a new site is to be.
#[derive(Debug)]
pub struct SitePlan {
    /// Its kind.
    pub kind: SiteKind,
    /// At least one.
    pub languages: Vec<PlannedLanguage>,
    /// The tag of the language whose pages stand at the root of the site; nothing where each has a folder.
    pub root: Option<String>,
    /// At least two for a comparison, and none for documentation.
    pub subjects: Vec<PlannedSubject>,
    /// The day on which it is begun.
    pub date: Option<Date>,
}

/// A language of a new site.
#[derive(Debug)]
pub struct PlannedLanguage {
    /// What Unicode knows of it.
    pub locale: Locale,
    /// What the site is called in it.
    pub title: String,
}

/// Something that a new site compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedSubject {
    /// Its name in files.
    pub id: String,
    /// Its name for readers, in the order of the languages.
    pub names: Vec<String>,
}

/// Inks that can be told apart and read on both papers.
const INKS: [&str; 8] = ["#a3312b", "#1d5c7a", "#4f6b1e", "#7a3e86", "#8a5a00", "#1f6f5c", "#a12c6b", "#55534e"];

/// The subjects of a site that names none, or these, by their ids. One that is named in no language bears its id.
pub fn default_subjects(ids: &[String], languages: &[Locale]) -> Vec<PlannedSubject> {
    let ids = if ids.is_empty() { vec!["coffee".to_owned(), "tea".to_owned()] } else { ids.to_vec() };
    let named = |id: String| {
        let name = |locale: &Locale| {
            let known = StarterWords::of(&locale.tag).0.map(|words| words.say(&format!("subject_{id}")));
            known.filter(|name| !name.is_empty()).unwrap_or_else(|| with_capital(&id.replace(['-', '_'], " ")))
        };
        PlannedSubject { names: languages.iter().map(name).collect(), id }
    };
    ids.into_iter().map(named).collect()
}

/// What a site is called that was given no title: as its subjects in a row, or a handbook.
pub fn default_titles(subjects: &[PlannedSubject], languages: &[Locale]) -> Vec<String> {
    let title = |(at, locale): (usize, &Locale)| match subjects {
        [] => StarterWords::of(&locale.tag).0.map_or_else(String::new, |words| words.say("docs_title")),
        subjects => listed(locale, subjects, at),
    };
    languages.iter().enumerate().map(title).collect()
}

/// The subjects in a row, without the marks of direction that some languages put between names: a file has none.
fn listed(locale: &Locale, subjects: &[PlannedSubject], language: usize) -> String {
    let names = subjects.iter().map(|subject| subject.names[language].as_str());
    locale.list(names).replace(['\u{200e}', '\u{200f}'], "")
}

/// The files of a site beside its content: settings, and what GitHub Pages needs.
pub fn site_files(plan: &SitePlan) -> Vec<NewFile> {
    let program = [("program", env!("CARGO_PKG_REPOSITORY"))];
    let mut files = vec![
        NewFile::new("site.toml", site_toml(plan)),
        NewFile::new(".gitignore", filled("gitignore", &[])),
        NewFile::new(".gitattributes", filled("gitattributes", &[])),
        NewFile::new(".github/workflows/pages.yml", filled("pages.yml", &program)),
    ];
    files.extend(SchemaOf::FILES.map(|of| NewFile::new(schema_file(of), schema(of))));
    files
}

/// The files of a new site.
pub fn begin_site(plan: &SitePlan) -> Vec<NewFile> {
    let accessed = plan.date.map_or_else(String::new, |date| format!("accessed = {date}\n"));
    let mut files = site_files(plan);
    files.push(NewFile::new("content/sources.toml", filled("sources.toml", &[("accessed", &accessed)])));
    let settings = match plan.kind {
        SiteKind::Comparison => comparison_facts(plan),
        SiteKind::Documentation => documentation_facts(),
    };
    files.extend(settings);
    for (at, language) in plan.languages.iter().enumerate() {
        let (Some(words), _) = StarterWords::of(&language.locale.tag) else { continue };
        let pages = match plan.kind {
            SiteKind::Comparison => comparison(plan, at, words),
            SiteKind::Documentation => documentation(&language.title, words),
        };
        let file = |(folder, text): (&str, String)| {
            let folder = if folder.is_empty() { "content".to_owned() } else { format!("content/{folder}") };
            NewFile::new(format!("{folder}/{}.md", language.locale.tag), text)
        };
        files.extend(pages.into_iter().map(file));
    }
    files
}

/// Whether the program has words of the interface in a language.
pub fn has_interface(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or(tag);
    let names = [format!("i18n/{tag}.ftl"), format!("i18n/{language}.ftl")];
    embedded_templates().iter().any(|(known, _)| names.contains(known))
}

fn site_toml(plan: &SitePlan) -> String {
    let by_language = |texts: &mut dyn Iterator<Item = &str>| {
        let pairs = plan.languages.iter().zip(texts);
        let pairs: Vec<_> =
            pairs.map(|(language, text)| format!("{} = {}", toml_key(&language.locale.tag), quoted(text))).collect();
        format!("{{ {} }}", pairs.join(", "))
    };
    let language = |language: &PlannedLanguage| {
        let tag = &language.locale.tag;
        let name = language.locale.language_name(tag).map_or_else(|| tag.clone(), |name| with_capital(&name));
        let interface = match has_interface(tag) {
            true => "",
            false => {
                "interface = \"en\"               # whose words stand for those that templates/i18n/ lacks in this one\n"
            }
        };
        let digits = match (language.locale.arabic_script, language.locale.language()) {
            (false, _) => String::new(),
            (true, of) => {
                let digits = if of == "fa" { "arabext" } else { "latn" };
                format!("{:<31}# latn: 123 | arab: ١٢٣ | arabext: ۱۲۳\n", format!("digits = \"{digits}\""))
            }
        };
        format!("\n[[languages]]\ntag = {}\nname = {}\n{interface}{digits}", quoted(tag), quoted(&name))
    };
    let subject = |(at, subject): (usize, &PlannedSubject)| {
        let names = by_language(&mut subject.names.iter().map(String::as_str));
        let ink = INKS[at % INKS.len()];
        format!("\n[[subjects]]\nid = {}\nname = {names}\naccent = \"{ink}\"\n", quoted(&subject.id))
    };
    let footer: String = plan.languages.iter().map(|language| format!("# {} = \"…\"\n", language.locale.tag)).collect();
    let languages: String = plan.languages.iter().map(language).collect();
    let name = by_language(&mut plan.languages.iter().map(|language| language.title.as_str()));
    let root = match &plan.root {
        Some(tag) => format!(
            "\n# The language whose pages stand at the root of the site, and not in a folder `{tag}/`.\nroot = {}\n",
            quoted(tag)
        ),
        None => String::new(),
    };
    let values = [
        ("name", name.as_str()),
        ("root", &root),
        ("footer", &footer),
        ("languages", languages.trim_start_matches('\n')),
    ];
    let text = filled("site.toml", &values).trim_end().to_owned() + "\n";
    let subjects: String = plan.subjects.iter().enumerate().map(subject).collect();
    let text = match plan.kind {
        SiteKind::Comparison => {
            text + filled("subjects.toml", &[("subjects", subjects.trim_start_matches('\n'))]).trim_end() + "\n"
        }
        SiteKind::Documentation => text,
    };
    // Pages that begin in English in two languages are copies of one another, and meant as such.
    let begins_in_english = |language: &PlannedLanguage| !StarterWords::of(&language.locale.tag).1;
    match plan.languages.len() > 1 && plan.languages.iter().any(begins_in_english) {
        true => text + UNTRANSLATED,
        false => text,
    }
}

/// The settings of a site whose first pages are not in all its languages.
const UNTRANSLATED: &str = "\n[check]\nmissing-translation = \"off\"    # until the pages that begin in English are translated: take this line out then\n";

/// The first letter as a capital, in scripts that have some.
fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn comparison_facts(plan: &SitePlan) -> Vec<NewFile> {
    let facts = order_and_date(PageFacts { order: Some(10), date: plan.date, ..PageFacts::default() });
    let subjects = plan.subjects.iter().map(|subject| Subject {
        id: subject.id.clone(),
        names: subject.names.clone(),
        accent: String::new(),
    });
    let subjects: Vec<_> = subjects.collect();
    let text = schema_line(POINT) + &dimension_toml(&facts, &subjects);
    vec![NewFile::new(format!("content/{POINT}/page.toml"), text)]
}

/// The first point of a comparison.
const POINT: &str = "dimensions/comparable";

/// A page without sections.
fn plain(words: StarterWords, name: &str) -> String {
    front(words, name).write() + &words.say(&format!("{name}_text")) + "\n"
}

fn front(words: StarterWords, name: &str) -> PageHead {
    let summary = words.say(&format!("{name}_summary"));
    PageHead { title: words.say(&format!("{name}_title")), summary, ..PageHead::default() }
}

/// A page whose sections are named by what their words are called, such as `see` for `start_see_title` and `start_see`.
fn with_sections(words: StarterWords, name: &str, sections: &[(&str, &str)]) -> String {
    let mut text = front(words, name).write();
    for (section, code) in sections {
        let title = words.say(&format!("{name}_{section}_title"));
        let said = words.say(&format!("{name}_{section}"));
        text += &format!("\n## {title} {{#{section}}}\n\n{said}\n");
        if !code.is_empty() {
            text += &format!("\n```sh\n{code}\n```\n");
        }
    }
    text
}

/// The pages of a comparison in one language: their folders and texts.
fn comparison(plan: &SitePlan, language: usize, words: StarterWords) -> Vec<(&'static str, String)> {
    let PlannedLanguage { locale, title } = &plan.languages[language];
    let names = listed(locale, &plan.subjects, language);
    let home = PageHead {
        title: title.clone(),
        summary: words.say_of("home_summary", ("names", &names)),
        ..PageHead::default()
    };
    let said = ["home_text", "home_more", "home_first"].map(|id| words.say(id));
    let home = format!("{}{}\n\n{} {}\n", home.write(), said[0], said[1], said[2]);
    let stance = |subject: &PlannedSubject| {
        (subject.id.clone(), words.say_of("point_stance", ("subject", &subject.names[language])))
    };
    let point = PageHead {
        stances: plan.subjects.iter().map(stance).collect(),
        poles: Some([words.say("point_start"), words.say("point_end")]),
        ..front(words, "point")
    };
    let mut text = point.write();
    let said = ["point_claim", "point_for", "point_against", "point_stands", "point_change"];
    for ((id, heading), said) in SECTIONS.into_iter().zip(said) {
        text += &format!("\n## {} {{#{id}}}\n\n{}\n", words.say(heading), words.say(said));
    }
    vec![
        ("", home),
        ("dimensions", plain(words, "points")),
        (POINT, text),
        ("terms", plain(words, "terms")),
        ("terms/scale", plain(words, "term")),
        ("about", with_sections(words, "about", &[("rules", ""), ("correct", "")])),
    ]
}

/// The chapters of documentation, in their order among the pages of their folder.
const CHAPTERS: [(&str, i64); 5] =
    [("start", 10), ("guide", 20), ("about", 30), ("guide/pages", 10), ("guide/links", 20)];

fn documentation_facts() -> Vec<NewFile> {
    let facts = |(path, order): (&str, i64)| {
        let facts = PageFacts { order: Some(order), ..PageFacts::default() };
        let text = schema_line(path) + &order_and_date(facts);
        NewFile::new(format!("content/{path}/page.toml"), text)
    };
    CHAPTERS.into_iter().map(facts).collect()
}

/// The pages of documentation in one language: their folders and texts.
fn documentation(title: &str, words: StarterWords) -> Vec<(&'static str, String)> {
    let home = PageHead {
        title: title.to_owned(),
        summary: words.say_of("docs_home_summary", ("title", title)),
        ..PageHead::default()
    };
    let guide =
        PageHead { title: words.say("guide_title"), summary: words.say("guide_page_summary"), ..PageHead::default() };
    let about =
        PageHead { title: words.say("about_title"), summary: words.say("docs_about_summary"), ..PageHead::default() };
    let correct = format!("\n## {} {{#correct}}\n\n{}\n", words.say("about_correct_title"), words.say("about_correct"));
    let start = [("see", "muwazana serve"), ("write", ""), ("check", "muwazana check")];
    vec![
        ("", format!("{}{}\n", home.write(), words.say("docs_home_text"))),
        ("start", with_sections(words, "start", &start)),
        ("guide", format!("{}{}\n", guide.write(), words.say("guide_page_text"))),
        ("guide/pages", with_sections(words, "pages", &[("new", "muwazana new page guide/questions"), ("order", "")])),
        ("guide/links", with_sections(words, "links", &[("pages", ""), ("cite", "")])),
        ("about", about.write() + &correct),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;

    #[test]
    fn subjects_have_the_names_that_the_languages_give_them() {
        let locales = ["fr", "ar", "qqq"].map(|tag| Locale::new(tag, Digits::Latin).expect("a language"));
        let names = |ids: &[&str]| {
            let ids: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
            default_subjects(&ids, &locales).into_iter().map(|subject| subject.names).collect::<Vec<_>>()
        };
        assert_eq!(names(&[])[1], ["Thé", "الشاي", "Tea"]);
        assert_eq!(names(&["my-sql"]), [["My sql", "My sql", "My sql"]]);
        let titles = default_titles(&default_subjects(&[], &locales), &locales);
        assert_eq!(titles[..2], ["Café et Thé", "القهوة والشاي"]);
    }
}
