//! `site.toml`: what is true of the whole site, typed and checked.

mod appearance;
mod contrast;
mod levels;
mod names;
mod output_parts;
mod security;
mod weightings;

use std::collections::BTreeMap;

use crate::diagnostic::{Cause, Code, Diagnostic, Level, Levels, Matter, quoted_list};
use crate::fields::{Fields, Region, read_toml};
use crate::locale::{Digits, Isolator, Locale};
pub use crate::text::BaseUrl;
use crate::text::{Located, Source, Span, WebAddress};
use appearance::colour;
pub use appearance::{Appearance, MenuLink, MenuTarget};
use contrast::ink_fault;
pub use levels::CheckedFolder;
use levels::read_levels;
use names::{Tags, names_in_languages, of_known_languages};
pub use output_parts::OutputParts;
pub use security::ContentSources;
pub use weightings::Weighting;
use weightings::read_weightings;

/// Identifies a language of the site; an index into [`Config::languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(pub usize);

/// A site's settings.
#[derive(Debug)]
pub struct Config {
    /// What the site is called, in the order of the languages; nothing where it is called as its home page is.
    pub names: Option<Vec<String>>,
    /// At least one, the site's first language first.
    pub languages: Vec<Language>,
    /// The language whose pages stand at the root of the site, those of others in the folders of their tags; nothing where
    /// each has a folder. The only language of a site is at the root.
    pub root: Option<LanguageId>,
    /// At least two for a comparison, and at most [`MOST_SUBJECTS`]; none for a site of documentation.
    pub subjects: Vec<Subject>,
    /// How some in particular weigh the dimensions.
    pub weightings: Vec<Weighting>,
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// The address of the repository's web page, for "edit this page".
    pub repository: Option<WebAddress>,
    /// The licence of the words.
    pub licence: Option<Licence>,
    /// What the foot of every page says, plain text in the order of the languages; nothing where it says nothing.
    pub footer: Option<Vec<String>>,
    /// How the site looks.
    pub appearance: Appearance,
    /// What happens to HTML in articles.
    pub raw_html: RawHtml,
    /// Which files the site has beside its pages.
    pub output: OutputParts,
    /// Whether images, sounds and films of other sites may be shown: readers' browsers then ask those sites for them.
    pub external_images: bool,
    /// What pages may load beside the files of the site; nothing where `site.toml` has no `[security]`.
    pub security: Option<ContentSources>,
    /// How bad each kind of fault is.
    pub levels: Levels,
    /// The folders with levels of their own, as the settings name them.
    pub checked_folders: Vec<CheckedFolder>,
}

/// As many subjects as the default sheet and templates have inks and marks for.
pub const MOST_SUBJECTS: usize = 8;

/// A language of the site.
#[derive(Debug)]
pub struct Language {
    /// Its own name of itself.
    pub name: String,
    /// What Unicode knows of it.
    pub locale: Locale,
    /// Keeps runs of the other direction in order.
    pub isolator: Isolator,
    /// Where its tag stands.
    pub place: Span,
    /// The tag of the language whose words of the interface stand where there are none in this one.
    pub interface: Option<Located<String>>,
}

/// One of the things that are compared.
#[derive(Debug)]
pub struct Subject {
    /// Names it in front matter and `page.toml`.
    pub id: String,
    /// Its name, in the order of the languages.
    pub names: Vec<String>,
    /// Its ink: `#rrggbb`.
    pub accent: String,
}

/// A licence.
#[derive(Debug)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Where its text is.
    pub url: WebAddress,
}

/// What happens to HTML that stands in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawHtml {
    /// What could do harm is taken out, with a warning.
    Sanitize,
    /// It is an error.
    Deny,
    /// It is kept as it is.
    Allow,
}

impl Config {
    /// The language of a tag.
    pub fn language(&self, tag: &str) -> Option<LanguageId> {
        self.languages.iter().position(|language| language.locale.tag == tag).map(LanguageId)
    }

    /// All languages, in order.
    pub fn language_ids(&self) -> impl Iterator<Item = LanguageId> + Clone + use<> {
        (0..self.languages.len()).map(LanguageId)
    }

    /// The folder of a language's pages in the site; empty for the language at its root.
    pub fn folder(&self, language: LanguageId) -> &str {
        if self.root == Some(language) { "" } else { &self.at(language).locale.tag }
    }

    /// A language by its id.
    pub fn at(&self, id: LanguageId) -> &Language {
        &self.languages[id.0]
    }

    /// Whether the site compares things. One that does not has documentation alone: no dimensions, matrix or scale.
    pub fn compares(&self) -> bool {
        !self.subjects.is_empty()
    }

    /// The ids of the subjects, in order.
    pub fn subject_ids(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().map(|subject| subject.id.as_str())
    }
}

/// Reads `site.toml`. What is wrong in it is reported, and stands at a default or is left out, so that the rest of the
/// site can still be looked at; nothing only where no language can be read.
pub fn read_config(span: Span, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<Config> {
    let region = Region { file: span.file, offset: 0 };
    read_toml(&source.text, region, faults, |site| {
        let base_url = base_url(site);
        let repository = site.web_address("repository").map(|address| address.value.without_last_slash());
        let licence = site.table("licence", licence).flatten();
        let raw_html = site
            .choice("raw_html", &[("sanitize", RawHtml::Sanitize), ("deny", RawHtml::Deny), ("allow", RawHtml::Allow)]);
        let output = site.table("output", OutputParts::read);
        OutputParts::KEYS.iter().for_each(|key| {
            site.elsewhere(
                key,
                &format!("write it below a line `[output]`, behind all keys of the file as a whole: {key} = …"),
            );
        });
        let external_images = site.boolean("external_images");
        let security = site.table("security", ContentSources::read);
        let (languages, tags) = read_languages(site);
        let names = names_in_languages(site, "name", &tags, "name the site in this language");
        let names = names.filter(|names| names.iter().any(|name| !name.is_empty()));
        let footer = names_in_languages(site, "footer", &tags, "say it in this language, too");
        let mut appearance = Appearance::read(site, &tags);
        let subjects = read_subjects(site, &tags, &appearance);
        let root = root_language(site, &tags);
        let weightings = read_weightings(site, &tags);
        let (mut levels, checked_folders) = read_levels(site);
        if !site.has("subjects") {
            // In documentation most figures are settings and limits, which no source says.
            levels.site.entry(Code::UncitedFigure).or_insert(Level::Off);
        }
        site.doubt_if_unread("languages", Matter::Languages);
        site.doubt_if_unread("subjects", Matter::Subjects);
        let known = |names: Vec<String>| of_known_languages(names, &tags);
        appearance.links.iter_mut().for_each(|link| link.names = known(std::mem::take(&mut link.names)));
        let subjects = subjects.into_iter().map(|subject| Subject { names: known(subject.names), ..subject });
        let config = Config {
            root,
            names: names.map(known),
            footer: footer.map(known),
            appearance,
            base_url,
            repository,
            licence,
            output: output.unwrap_or_default(),
            security,
            raw_html: raw_html.map_or(RawHtml::Sanitize, |choice| choice.value),
            external_images,
            subjects: subjects.collect(),
            weightings,
            levels,
            checked_folders,
            languages,
        };
        (!config.languages.is_empty()).then_some(config)
    })
}

fn base_url(site: &mut Fields<'_, '_>) -> BaseUrl {
    if !site.has("base_url") {
        site.missing("base_url", "say where the site will be: base_url = \"https://example.org/\"");
    }
    let Some(Located { value: url, span }) = site.base_url("base_url") else { return BaseUrl::placeholder() };
    if url.is_local() {
        let message = format!("`{}` is your own machine, and links to the published site would lead there", url.origin);
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(span);
        site.fault(fault.help("write where the site will be; `serve` and --base-url put another address in its place"));
    }
    url
}

/// `root = "en"`: the language whose pages stand at the root. The only language of a site stands there by itself.
fn root_language(site: &mut Fields<'_, '_>, tags: &Tags) -> Option<LanguageId> {
    let known: Vec<&str> = tags.iter().filter(|(_, is_known)| *is_known).map(|(tag, _)| tag.as_str()).collect();
    let choices: Vec<(&str, LanguageId)> = known.iter().enumerate().map(|(at, tag)| (*tag, LanguageId(at))).collect();
    let only = (tags.len() == 1 && !known.is_empty()).then_some(LanguageId(0));
    let root = site.choice("root", &choices).map(|choice| choice.value).or(only);
    site.is_name("root");
    root
}

fn licence(fields: &mut Fields<'_, '_>) -> Option<Licence> {
    let name = fields.required_string("name", "name the licence, such as \"CC BY 4.0\"");
    if !fields.has("url") {
        fields.missing("url", "give the address of its text");
    }
    let url = fields.web_address("url");
    Some(Licence { name: name?.value, url: url?.value })
}

/// The languages that can be read, and the tags of all.
fn read_languages(site: &mut Fields<'_, '_>) -> (Vec<Language>, Tags) {
    let (mut languages, mut tags): (Vec<Language>, Tags) = (Vec::new(), Vec::new());
    let found = site.tables("languages", |fields| {
        let tag = fields.string("tag").map(|tag| tag.value).filter(|tag| !tag.is_empty());
        (tag, language(fields), fields.key_span("name"))
    });
    for (tag, language, place) in found {
        let Some(Located { value: language, span }) = language else {
            site.doubt(Matter::Languages);
            tags.extend(tag.map(|tag| (tag, false)));
            continue;
        };
        let tag = &language.locale.tag;
        if languages.iter().any(|other| other.locale.tag == *tag) {
            let fault = Diagnostic::error(Code::InvalidValue, format!("the language `{tag}` is listed twice"));
            site.fault(fault.at(span).help("give this one the tag of its language, or remove it"));
            site.doubt(Matter::Languages);
        } else {
            let is_same = |other: &&Language| other.name == language.name;
            if let Some(other) = languages.iter().find(is_same).map(|other| &other.locale.tag) {
                let message = format!("the languages `{other}` and `{tag}` have one name, `{}`", language.name);
                let fault = Diagnostic::warning(Code::InvalidValue, message).at(place);
                site.fault(fault.help(format!("call `{tag}` as its readers do: the menu of languages shows the name")));
            }
            tags.push((tag.clone(), true));
            languages.push(language);
        }
    }
    if !site.has("languages") {
        site.doubt(Matter::Languages);
        site.missing("languages", "list at least one: [[languages]], tag = \"ar\", name = \"العربية\"");
    }
    give_isolators(&mut languages);
    (languages, tags)
}

/// The subjects with a usable id. Their names are in the order of `tags`.
fn read_subjects(site: &mut Fields<'_, '_>, tags: &Tags, appearance: &Appearance) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    let mut inks = BTreeMap::new();
    let listed = site.tables("subjects", |fields| subject(fields, tags, appearance, &mut inks));
    let count = listed.len();
    for subject in listed {
        match subject {
            None => site.doubt(Matter::Subjects),
            Some(Located { value, span }) if subjects.iter().any(|other| other.id == value.id) => {
                let fault =
                    Diagnostic::error(Code::InvalidValue, format!("the subject `{}` is listed twice", value.id));
                site.fault(fault.at(span).help("give this one an id of its own, or remove it"));
                site.doubt(Matter::Subjects);
            }
            Some(Located { value, span }) => {
                let has_name = |other: &&Subject| {
                    other.names.iter().zip(&value.names).any(|(one, name)| one == name && !name.is_empty())
                };
                if let Some(other) = subjects.iter().find(has_name) {
                    let message = format!("the subjects `{}` and `{}` have one name", other.id, value.id);
                    let fault = Diagnostic::warning(Code::InvalidValue, message).at(span);
                    site.fault(
                        fault.help(format!("name `{}` as readers know it: they tell subjects apart by it", value.id)),
                    );
                }
                subjects.push(value);
            }
        }
    }
    number_of_subjects(site, count);
    subjects
}

fn number_of_subjects(site: &mut Fields<'_, '_>, count: usize) {
    if site.has("subjects") && count == 0 {
        let message = "`subjects` lists nothing";
        let fault = Diagnostic::error(Code::InvalidValue, message).at(site.key_span("subjects"));
        site.lacks(&["subjects"], fault.help("list two things to compare, or leave the key out for documentation"));
        site.doubt(Matter::Subjects);
    } else if count == 1 {
        let message = "a comparison has at least two subjects";
        let fault = Diagnostic::error(Code::InvalidValue, message).at(site.key_span("subjects"));
        site.lacks(&["subjects"], fault.help("add another [[subjects]]"));
        site.doubt(Matter::Subjects);
    } else if count > MOST_SUBJECTS {
        let message = format!("these are {count} subjects, and {MOST_SUBJECTS} can be told apart");
        let fault = Diagnostic::error(Code::InvalidValue, message).at(site.key_span("subjects"));
        site.fault(fault.help(format!("compare {MOST_SUBJECTS} of them: each has a colour and a mark of its own")));
    }
}

fn language(fields: &mut Fields<'_, '_>) -> Option<Located<Language>> {
    let tag = fields.required_string("tag", "give its language tag, such as \"ar\"");
    let name = fields.required_string("name", "give its name in the language itself, such as \"العربية\"");
    let digits =
        fields.choice("digits", &[("latn", Digits::Latin), ("arab", Digits::Arabic), ("arabext", Digits::Persian)]);
    let interface = fields.string("interface");
    let (tag, name) = (tag?, name?);
    let tag = usual_tag(tag, fields);
    let locale = Locale::new(&tag.value, digits.map_or(Digits::Latin, |choice| choice.value));
    let reserved = matches!(tag.value.as_str(), "assets" | "parallel");
    let Some(locale) = locale.filter(|_| !reserved) else {
        fields.fault(
            Diagnostic::error(Code::InvalidValue, format!("`{}` is not a language tag", tag.value))
                .at(tag.span)
                .help("write a tag of BCP 47, such as \"ar\", \"en\" or \"pt-BR\""),
        );
        return None;
    };
    let isolator = Isolator::new(locale.direction, &[]);
    let language = Language { name: name.value, locale, isolator, place: tag.span, interface };
    Some(Located { value: language, span: tag.span })
}

/// A tag in the letters that it is written in, `en` and `pt-BR`; another form is named.
fn usual_tag(tag: Located<String>, fields: &mut Fields<'_, '_>) -> Located<String> {
    let joined = tag.value.replace('_', "-");
    let usual = match joined.split_once('-') {
        Some((language, rest)) => format!("{}-{rest}", language.to_ascii_lowercase()),
        None => joined.to_ascii_lowercase(),
    };
    if usual == tag.value || Locale::new(&usual, Digits::Latin).is_none() {
        return tag;
    }
    let fault = Diagnostic::error(Code::InvalidValue, format!("the tag `{}` is not written as tags are", tag.value));
    fields.fault(fault.at(tag.span).help(format!("write tag = \"{usual}\"")));
    fields.doubt(Matter::Languages);
    Located { value: usual, span: tag.span }
}

/// A phrase in the other direction may be in any language of the site.
fn give_isolators(languages: &mut [Language]) {
    let tags: Vec<_> = languages.iter().map(|language| language.locale.tag.clone()).collect();
    let tags: Vec<_> = tags.iter().map(String::as_str).collect();
    for language in languages {
        language.isolator = Isolator::new(language.locale.direction, &tags);
    }
}

/// A subject and where its id stands; nothing without one.
fn subject(
    fields: &mut Fields<'_, '_>,
    tags: &Tags,
    appearance: &Appearance,
    inks: &mut BTreeMap<String, String>,
) -> Option<Located<Subject>> {
    let id = fields.required_string("id", "give it a short name for front matter, such as \"llm\"");
    let unfit = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_');
    if let Some(id) = id.as_ref().filter(|id| id.value.contains(unfit)) {
        let message = format!("`{}` cannot be the id of a subject", id.value);
        let fault = Diagnostic::error(Code::InvalidValue, message).at(id.span);
        fields.fault(fault.help("write it with letters, digits, `-` and `_`"));
        fields.doubt(Matter::Subjects);
    }
    let names = names_in_languages(fields, "name", tags, "name the subject in this language");
    if !fields.has("name") {
        fields.missing("name", "name it in every language: name = { ar = \"…\", en = \"…\" }");
    }
    let accent = accent(fields, appearance);
    let id = id?;
    if let Some(accent) = &accent
        && let Some(other) = inks.insert(accent.value.to_lowercase(), id.value.clone())
        && other != id.value
    {
        let message = format!("the subject `{}` has the colour of `{other}`", id.value);
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(accent.span);
        fields.fault(fault.help("give it one of its own: readers tell subjects apart by their colours"));
    }
    let accent = accent.map_or_else(|| "#000000".to_owned(), |accent| accent.value);
    let names = names.unwrap_or_else(|| vec![id.value.clone(); tags.len()]);
    Some(Located { value: Subject { id: id.value, names, accent }, span: id.span })
}

/// The ink of a subject, which can be read on the paper of the site.
fn accent(fields: &mut Fields<'_, '_>, appearance: &Appearance) -> Option<Located<String>> {
    if !fields.has("accent") {
        fields.missing("accent", "give its colour as \"#rrggbb\"");
    }
    let accent = colour(fields, "accent")?;
    ink_fault(&accent, &appearance.papers()).into_iter().for_each(|fault| fields.fault(fault));
    Some(accent)
}

/// What something is called in every language of a site; `help` says what to do where a name is missing.
pub fn names_in_site_languages(
    fields: &mut Fields<'_, '_>,
    key: &str,
    config: &Config,
    help: &str,
) -> Option<Vec<String>> {
    let tags: Tags = config.languages.iter().map(|language| (language.locale.tag.clone(), true)).collect();
    names_in_languages(fields, key, &tags, help)
}

/// The keys of a table that are names of subjects: any other is reported as such, and not only as a key that is unknown.
pub fn keys_are_subjects(fields: &mut Fields<'_, '_>) {
    fields.keys_are(A_SUBJECT, Matter::Subjects);
}

const A_SUBJECT: &str = "a subject of site.toml";

/// A name that is none of the subjects, in the place of one.
pub fn no_subject(id: &Located<String>, subjects: &[(&str, usize)]) -> Diagnostic {
    let ids = || subjects.iter().map(|(id, _)| *id);
    let fault = Diagnostic::error(Code::UnknownName, format!("`{}` is not {A_SUBJECT}", id.value)).at(id.span);
    let fault = fault.resting_on(Matter::Subjects);
    let fault = fault.nearest(&id.value, ids(), &format!("they are {}", quoted_list(ids())));
    let cause = Cause::of_name(&id.value, A_SUBJECT, &fault);
    fault.because_of(cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::without_consequences;
    use crate::text::FileId;

    const GOOD: &str = "base_url = \"https://example.org/\"\n\
        name = { ar = \"وزن\", en = \"Weighed\" }\n\
        [[languages]]\ntag = \"ar\"\nname = \"العربية\"\n\
        [[languages]]\ntag = \"en\"\nname = \"English\"\n\
        [[subjects]]\nid = \"tram\"\nname = { ar = \"ترام\", en = \"Tram\" }\naccent = \"#a3312b\"\n\
        [[subjects]]\nid = \"foot\"\nname = { ar = \"مشي\", en = \"Foot\" }\naccent = \"#1d5c7a\"\n";

    fn read(text: &str) -> (Option<Config>, Vec<String>) {
        let mut faults = Vec::new();
        let config = read_config(FileId(0).top(), &Source::new("site.toml", text), &mut faults);
        (config, faults.into_iter().map(|fault| fault.message).collect())
    }

    #[test]
    fn one_fault_leaves_the_rest_of_the_settings() {
        for (good, bad, message) in [
            ("base_url = \"https://example.org/\"", "base_url = \"example.org\"", "`base_url` is `example.org`"),
            ("base_url = \"https://example.org/\"\n", "", "`base_url` is missing"),
            ("base_url", "base_ulr", "`base_ulr` is not a key"),
            ("name = { ar = \"وزن\"", "colour = 1\nname = { ar = \"وزن\"", "`colour` is not a key"),
            ("name = { ar = \"وزن\", en = \"Weighed\" }", "name = \"Weighed\"", "`name` is one text"),
            ("name = { ar = \"ترام\", en = \"Tram\" }", "name = { ar = \"ترام\" }", "`subjects.name.en` is missing"),
            ("name = { ar = \"ترام\", en = \"Tram\" }", "name = \"Tram\"", "`subjects.name` is one text"),
            ("accent = \"#a3312b\"", "acent = \"#a3312b\"", "`subjects.acent` is not a key"),
            ("[[languages]]", "security = { script_src = [\"self\"] }\n[[languages]]", "`self` is no source"),
            ("[[languages]]", "security = { script = [] }\n[[languages]]", "`security.script` is not a key"),
            ("accent = \"#a3312b\"", "accent = \"red\"", "`accent` is `red`"),
            ("accent = \"#a3312b\"", "accent = \"#a3312b;}\"", "`accent` is `#a3312b;}`"),
            ("[[languages]]", "repository = \"javascript:alert(1)\"\n[[languages]]", "`repository` is `javascript:"),
            (
                "[[languages]]",
                "licence = { name = \"x\", url = \"data:,x\" }\n[[languages]]",
                "`licence.url` is `data:,x`",
            ),
        ] {
            let (config, faults) = read(&GOOD.replacen(good, bad, 1));
            assert!(faults.len() == 1 && faults[0].starts_with(message), "{bad}: {faults:?}");
            let config = config.expect("the rest");
            let ids: Vec<_> = config.subject_ids().collect();
            assert_eq!((ids, config.languages.len()), (vec!["tram", "foot"], 2), "{bad}");
            assert!(config.subjects.iter().all(|subject| subject.names.len() == 2), "{bad}");
        }
    }

    #[test]
    fn what_has_no_usable_name_leaves_open_which_there_are() {
        for (good, bad, message, matter) in [
            ("id = \"foot\"", "id = \"tram\"", "the subject `tram` is listed twice", Matter::Subjects),
            ("id = \"foot\"", "idd = \"foot\"", "`subjects.idd` is not a key", Matter::Subjects),
            ("[[subjects]]", "[[subject]]", "`subject` is not a key", Matter::Subjects),
            ("tag = \"en\"", "tag = \"ar\"", "the language `ar` is listed twice", Matter::Languages),
            ("tag = \"en\"", "tag = \"e n\"", "`e n` is not a language tag", Matter::Languages),
        ] {
            let mut faults = Vec::new();
            let text = GOOD.replacen(good, bad, 1);
            let config = read_config(FileId(0).top(), &Source::new("site.toml", text), &mut faults);
            assert!(config.is_some(), "{bad}");
            without_consequences(&mut faults);
            assert!(faults.len() == 1 && faults[0].message.starts_with(message), "{bad}: {faults:?}");
            assert_eq!(faults[0].doubts(), [matter], "{bad}");
        }
        assert!(read("base_url = \"https://example.org/\"\n").0.is_none());
    }
}
