//! What settings may say: as JSON Schemas, for editors that complete and check them, and in words, for our own. The keys and what they may hold come from the
//! readers themselves, which are asked while they read; what each key means stands in the comments of the samples beside
//! this file. Tests hold both to each other: a key that is read and not explained fails, and so does the other way round.

mod comments;
mod json;
mod meaning;

use std::collections::BTreeMap;

use crate::config::{Config, read_config};
use crate::content::{PageKind, read_bibliography, read_chart_block, read_facts, read_front_matter, read_group};
use crate::diagnostic::Diagnostic;
use crate::fields::{Region, TableOutline, recorded};
use crate::text::{FileId, Source};
use comments::comments;
pub use meaning::{KeyMeaning, keys_of};

/// A kind of text that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaOf {
    /// `site.toml`.
    Site,
    /// `page.toml`.
    Page,
    /// The head of a language file.
    Head,
    /// `content/sources.toml`.
    Sources,
    /// A block that draws a chart, which stands in an article and is no file.
    Chart,
}

impl SchemaOf {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Site, Self::Page, Self::Head, Self::Sources, Self::Chart];

    /// Those that editors read a schema for.
    pub const FILES: [Self; 4] = [Self::Site, Self::Page, Self::Head, Self::Sources];

    /// Its name in file names and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Page => "page",
            Self::Head => "head",
            Self::Sources => "sources",
            Self::Chart => "chart",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Site => "site.toml of Muwazana",
            Self::Page => "page.toml of Muwazana",
            Self::Head => "The head of a page of Muwazana",
            Self::Sources => "sources.toml of Muwazana",
            Self::Chart => "A chart of Muwazana",
        }
    }

    /// Texts in which every key stands, with what it means, and others that hold it in another form.
    fn samples(self) -> &'static [&'static str] {
        match self {
            Self::Site => &[include_str!("site.toml"), include_str!("site-short.toml")],
            Self::Page => &[include_str!("page.toml"), include_str!("group.toml")],
            Self::Head => &[include_str!("head.toml"), include_str!("head-short.toml")],
            Self::Sources => &[include_str!("sources.toml"), include_str!("sources-short.toml")],
            Self::Chart => &[include_str!("chart.toml")],
        }
    }

    /// Texts that lack everything, or have only empty tables, so that what they lack is told. A page needs nothing: what it
    /// does not say, its article does.
    fn empty(self) -> &'static [&'static str] {
        match self {
            Self::Site => &["", "licence = {}\nlanguages = [{}]\nsubjects = [{}, {}]\n"],
            Self::Page | Self::Head => &[],
            Self::Sources => &["x = {}\n"],
            Self::Chart => &[""],
        }
    }
}

/// Where a site keeps the schema, for its files to name.
pub fn schema_file(of: SchemaOf) -> String {
    format!(".schemas/{}.json", of.as_str())
}

/// The schema, as JSON with line ends.
pub fn schema(of: SchemaOf) -> String {
    let (outline, _) = outline(of);
    let value = json::object(of.title(), &outline, &explanations(of));
    format!("{value:#}\n")
}

/// What keys mean, by their paths; an asterisk stands for a name that the author gives.
fn explanations(of: SchemaOf) -> BTreeMap<String, String> {
    explained(of).into_iter().collect()
}

/// The same in the order of the samples.
fn explained(of: SchemaOf) -> Vec<(String, String)> {
    let all = of.samples().iter().flat_map(|sample| comments(sample));
    let named = |(path, said): (String, String)| match path.split_once('.') {
        Some(("x", rest)) if of == SchemaOf::Sources => (format!("*.{rest}"), said),
        _ => (path, said),
    };
    all.map(named).collect()
}

/// What the readers ask of all texts of a kind, and what they find wrong with the samples.
fn outline(of: SchemaOf) -> (TableOutline, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let site = Source::new("site.toml", SchemaOf::Site.samples().first().copied().unwrap_or_default());
    let Some(config) = read_config(FileId(0).top(), &site, &mut faults) else {
        return (TableOutline::default(), faults);
    };
    let mut found = recorded(|| {
        for (n, sample) in of.samples().iter().enumerate() {
            read(of, n, sample, &config, &mut faults);
        }
    });
    let lacking = recorded(|| {
        for text in of.empty() {
            read(of, 0, text, &config, &mut Vec::new());
        }
    });
    found.require_only(&lacking);
    (found, faults)
}

/// Reads a sample as the program does.
fn read(of: SchemaOf, sample: usize, text: &str, config: &Config, faults: &mut Vec<Diagnostic>) {
    let top = FileId(0).top();
    let source = Source::new(of.as_str(), text);
    match (of, sample) {
        (SchemaOf::Site, _) => drop(read_config(top, &source, faults)),
        (SchemaOf::Sources, _) => drop(read_bibliography(top, &source, faults)),
        (SchemaOf::Chart, _) => {
            drop(read_chart_block(text, Region { file: top.file, offset: 0 }, config, faults));
        }
        (SchemaOf::Page, 0) => drop(read_facts(top, &source, PageKind::Dimension, config, faults)),
        (SchemaOf::Page, _) => drop(read_group(top, &source, config, faults)),
        (SchemaOf::Head, _) => {
            let text = format!("+++\n{text}+++\nWords.\n");
            drop(read_front_matter(top.file, &text, PageKind::Dimension, config, faults));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnostic::Code;

    /// The paths of all keys. Those that are names of something, and those that are kinds of faults, explain themselves; the
    /// themes of a colour are explained with the table of colours.
    fn paths(outline: &TableOutline, above: &str, into: &mut BTreeSet<String>) {
        let is_kind = |key: &str| above == "check." && Code::parse(key).is_some();
        let is_plain = |key: &&String| !is_kind(key) && !matches!(key.as_str(), "light" | "dark");
        into.extend(
            outline.keys.keys().filter(|_| !outline.has_names).filter(is_plain).map(|key| format!("{above}{key}")),
        );
        for (key, table) in outline.tables.iter().filter(|(key, _)| above != "check." || *key != "folders") {
            let here = if outline.has_names { format!("{above}*.") } else { format!("{above}{key}.") };
            paths(table, &here, into);
        }
    }

    #[test]
    fn every_key_that_is_read_is_explained_and_no_other() {
        for of in SchemaOf::ALL {
            let (outline, faults) = outline(of);
            let messages: Vec<_> = faults.iter().map(|fault| &fault.message).collect();
            assert!(messages.is_empty(), "the samples of {} have faults: {messages:?}", of.as_str());
            let mut read = BTreeSet::new();
            paths(&outline, "", &mut read);
            let explained: BTreeSet<String> = explanations(of).into_keys().collect();
            let unexplained: Vec<_> = read.difference(&explained).collect();
            assert!(
                unexplained.is_empty(),
                "write these into src/schema/{}.toml, with a comment: {unexplained:?}",
                of.as_str()
            );
            let unread: Vec<_> = explained.difference(&read).collect();
            assert!(unread.is_empty(), "nothing reads these of src/schema/{}.toml: {unread:?}", of.as_str());
        }
    }

    #[test]
    fn what_a_key_may_hold_comes_from_its_reader() {
        let site: serde_json::Value = serde_json::from_str(&schema(SchemaOf::Site)).expect("JSON");
        let properties = &site["properties"];
        assert_eq!(properties["raw_html"]["enum"], serde_json::json!(["sanitize", "deny", "allow"]));
        assert_eq!(properties["external_images"]["type"], "boolean");
        assert_eq!(site["required"], serde_json::json!(["base_url", "languages"]));
        assert_eq!(site["additionalProperties"], false);
        assert_eq!(properties["languages"]["items"]["required"], serde_json::json!(["name", "tag"]));
        // One text for a site of one language, or one for each.
        assert_eq!(properties["name"]["anyOf"][0]["type"], "string");
        assert_eq!(properties["name"]["anyOf"][1]["additionalProperties"]["type"], "string");
        let kinds = &properties["check"]["properties"];
        assert_eq!(kinds["orphan"]["enum"], serde_json::json!(["error", "warning", "off"]));
        assert!(kinds["orphan"]["description"].as_str().is_some_and(|said| said.contains("no page links to")));
        let page: serde_json::Value = serde_json::from_str(&schema(SchemaOf::Page)).expect("JSON");
        assert_eq!(page["properties"]["axis"]["additionalProperties"]["anyOf"][0]["maximum"], 100);
        assert!(page["required"].is_null());
    }
}
