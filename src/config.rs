//! `site.toml`: what is true of the whole site, typed and checked.

use crate::diagnostic::{Code, Diagnostic, nearest, quoted_list};
use crate::fields::{Fields, Region, read_toml};
use crate::locale::{Digits, Direction, Isolator, Locale};
use crate::text::{Located, Source, Span};

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
    /// At least two for a comparison.
    pub subjects: Vec<Subject>,
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// The address of the repository's web page, for "edit this page".
    pub repository: Option<String>,
    /// The licence of the words.
    pub licence: Option<Licence>,
    /// What happens to HTML in articles.
    pub raw_html: RawHtml,
}

/// A language of the site.
#[derive(Debug)]
pub struct Language {
    /// Its own name of itself.
    pub name: String,
    /// What Unicode knows of it.
    pub locale: Locale,
    /// Keeps runs of the other direction in order.
    pub isolator: Isolator,
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
    pub url: String,
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

/// An absolute address in two parts: `https://example.org` and `/repository/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end.
    pub origin: String,
    /// Begins and ends with a slash.
    pub path: String,
}

impl BaseUrl {
    /// Reads `https://host/path`, with or without the last slash.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let clean = |part: &str, extra: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c));
        if !matches!(scheme, "http" | "https") || host.is_empty() || !clean(host, ".-:[]") || !clean(path, "/._~-%") {
            return None;
        }
        let path = path.trim_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        if path.contains("//") || path.split('/').any(|part| matches!(part, "." | "..")) {
            return None;
        }
        Some(Self { origin: format!("{scheme}://{host}"), path })
    }
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

    /// A language by its id.
    pub fn at(&self, id: LanguageId) -> &Language {
        &self.languages[id.0]
    }

    /// The ids of the subjects, in order.
    pub fn subject_ids(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().map(|subject| subject.id.as_str())
    }
}

/// Reads `site.toml`. Without a usable one there is no site: then only the faults count.
pub fn read_config(span: Span, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<Config> {
    let before = faults.len();
    let region = Region { file: span.file, offset: 0 };
    let config = read_toml(&source.text, region, faults, |site| {
        let base_url =
            site.required_string("base_url", "say where the site will be: base_url = \"https://example.org/\"");
        let base_url = base_url.and_then(|text| {
            let parsed = BaseUrl::parse(&text.value);
            if parsed.is_none() {
                site.fault(
                    Diagnostic::error(
                        Code::InvalidValue,
                        format!("`base_url` is `{}`, which is not a web address", text.value),
                    )
                    .at(text.span)
                    .help("write it whole, such as \"https://example.org/\" or \"https://name.github.io/repository/\""),
                );
            }
            parsed
        });
        let repository = site.string("repository").map(|text| text.value.trim_end_matches('/').to_owned());
        let licence = site.table("licence", |licence| {
            Some(Licence {
                name: licence.required_string("name", "name the licence, such as \"CC BY 4.0\"")?.value,
                url: licence.required_string("url", "give the address of its text")?.value,
            })
        });
        let raw_html = site
            .choice("raw_html", &[("sanitize", RawHtml::Sanitize), ("deny", RawHtml::Deny), ("allow", RawHtml::Allow)]);
        let mut languages: Vec<Located<Language>> = Vec::new();
        // As they are written: a tag that is wrong is one fault, and none more for each name in it.
        let mut tags = Vec::new();
        let read = |fields: &mut Fields<'_, '_>| {
            tags.extend(fields.string("tag").map(|tag| tag.value));
            language(fields)
        };
        for language in site.tables("languages", read).into_iter().flatten() {
            let tag = &language.value.locale.tag;
            if languages.iter().any(|other| other.value.locale.tag == *tag) {
                let message = format!("the language `{tag}` is listed twice");
                site.fault(
                    Diagnostic::error(Code::InvalidValue, message).at(language.span).help("keep one of the two"),
                );
            } else {
                languages.push(language);
            }
        }
        let mut languages: Vec<_> = languages.into_iter().map(|language| language.value).collect();
        if !site.has("languages") {
            site.missing("languages", "list at least one: [[languages]], tag = \"ar\", name = \"العربية\"");
        }
        give_isolators(&mut languages);
        let names = site.table("name", |names| in_every_language(names, &tags, "name the site in this language"));
        let subjects: Vec<_> = site.tables("subjects", |fields| subject(fields, &tags)).into_iter().flatten().collect();
        if !site.has("subjects") {
            site.missing(
                "subjects",
                "list at least two things to compare: [[subjects]], id = \"one\", name = { … }, accent = \"#a3312b\"",
            );
        } else if subjects.len() == 1 {
            let message = "a comparison has at least two subjects";
            let fault = Diagnostic::error(Code::InvalidValue, message).at(site.key_span("subjects"));
            site.fault(fault.help("add another [[subjects]]"));
        }
        Some(Config {
            names: names.flatten(),
            base_url: base_url?,
            repository,
            licence: licence.flatten(),
            raw_html: raw_html.map_or(RawHtml::Sanitize, |choice| choice.value),
            languages,
            subjects,
        })
    });
    config.filter(|_| faults.len() == before)
}

fn language(fields: &mut Fields<'_, '_>) -> Option<Located<Language>> {
    let tag = fields.required_string("tag", "give its language tag, such as \"ar\"");
    let name = fields.required_string("name", "give its name in the language itself, such as \"العربية\"");
    let digits = fields.choice("digits", &[("latn", Digits::Latin), ("arab", Digits::Arabic)]);
    let (tag, name) = (tag?, name?);
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
    let isolator = Isolator::new(locale.direction, None);
    Some(Located { value: Language { name: name.value, locale, isolator }, span: tag.span })
}

/// A phrase in the other direction is taken to be of the site's first language of that direction.
fn give_isolators(languages: &mut [Language]) {
    let first = |direction: Direction, languages: &[Language]| {
        languages
            .iter()
            .find(|language| language.locale.direction == direction)
            .map(|language| language.locale.tag.clone())
    };
    let (ltr, rtl) = (first(Direction::Ltr, languages), first(Direction::Rtl, languages));
    for language in languages {
        let direction = language.locale.direction;
        let other = if direction == Direction::Ltr { rtl.clone() } else { ltr.clone() };
        language.isolator = Isolator::new(direction, other);
    }
}

fn subject(fields: &mut Fields<'_, '_>, tags: &[String]) -> Option<Subject> {
    let id = fields.required_string("id", "give it a short name for front matter, such as \"llm\"");
    let names = fields.table("name", |names| in_every_language(names, tags, "name the subject in this language"));
    if names.is_none() {
        fields.missing("name", "name it in every language: name = { ar = \"…\", en = \"…\" }");
    }
    let accent = fields.required_string("accent", "give its colour as \"#rrggbb\"")?;
    let hex =
        accent.value.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    if !hex {
        let message = format!("`accent` is `{}`, which is not a colour", accent.value);
        fields.fault(Diagnostic::error(Code::InvalidValue, message).at(accent.span).help("write it as \"#rrggbb\""));
    }
    Some(Subject { id: id?.value, names: names??, accent: accent.value })
}

/// A name by the tags of the languages; `help` says what to do where one is missing.
fn in_every_language(names: &mut Fields<'_, '_>, tags: &[String], help: &str) -> Option<Vec<String>> {
    let names: Vec<_> = tags.iter().map(|tag| names.required_string(tag, help)).collect();
    names.into_iter().map(|name| Some(name?.value)).collect()
}

/// Reports that a name is none of the site's subjects.
pub fn unknown_subject(name: &Located<String>, config: &Config) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::UnknownName, format!("`{}` is not a subject of site.toml", name.value)).at(name.span);
    match nearest(&name.value, config.subject_ids()) {
        Some(near) => fault.help(format!("did you mean `{near}`?")),
        None => fault.help(format!("the subjects are {}", quoted_list(config.subject_ids()))),
    }
}

/// Keys that name no subject are reported as such, and not only as keys that are unknown.
pub fn unknown_subjects(fields: &mut Fields<'_, '_>, config: &Config) {
    for key in fields.keys() {
        if !config.subject_ids().any(|id| id == key) {
            let span = fields.key_span(&key);
            fields.fault(unknown_subject(&Located { value: key.clone(), span }, config));
            fields.accept(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls() {
        let parse = |text| BaseUrl::parse(text).map(|url| (url.origin, url.path));
        let site = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(parse("https://example.org"), site("https://example.org", "/"));
        assert_eq!(parse("http://127.0.0.1:80/a/b"), site("http://127.0.0.1:80", "/a/b/"));
        for bad in ["example.org", "ftp://x/", "https:///x", "https://x/../y", "https://x/a b", "https://x/\"><script>"]
        {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
