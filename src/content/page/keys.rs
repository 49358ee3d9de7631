//! The keys of a page by the file in which they stand: the lists from which each file answers the keys of the other, and by which
//! the texts of a head are found for translators. The tests below hold them to what the readers ask for.

/// A key of the head of a language file.
pub struct HeadKey {
    /// The key.
    pub name: &'static str,
    /// What stands there.
    pub holds: HeadValue,
}

/// What a key of the head holds, as far as translators are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadValue {
    /// A text, which is translated.
    Text,
    /// The same, under another name for this key, which it stands for where that is not there.
    TextOf(&'static str),
    /// A table of such texts.
    Texts,
    /// What each language has of its own and is no translation: names, addresses, files.
    Own,
}

/// The keys of the head of a language file.
pub const HEAD_KEYS: &[HeadKey] = &[
    HeadKey { name: "title", holds: HeadValue::Text },
    HeadKey { name: "short_title", holds: HeadValue::Text },
    HeadKey { name: "summary", holds: HeadValue::Text },
    HeadKey { name: "description", holds: HeadValue::TextOf("summary") },
    HeadKey { name: "aliases", holds: HeadValue::Own },
    HeadKey { name: "redirects", holds: HeadValue::Own },
    HeadKey { name: "template", holds: HeadValue::Own },
    HeadKey { name: "image", holds: HeadValue::Own },
    HeadKey { name: "stance", holds: HeadValue::Texts },
    HeadKey { name: AXIS, holds: HeadValue::Texts },
];

/// The keys of `page.toml`.
pub const PAGE_KEYS: &[&str] = &[
    "kind", "slug", "nav", "order", "related", "date", "updated", "finding", "draft", "parallel", AXIS, "evidence",
    "history", "tests",
];

/// The table that stands in both files: here the places, there what the ends are called.
const AXIS: &str = "axis";

/// The keys of the head that `page.toml` does not have.
pub fn only_in_head() -> impl Iterator<Item = &'static str> {
    HEAD_KEYS.iter().map(|key| key.name).filter(|name| *name != AXIS)
}

/// The keys of `page.toml` that the head does not have.
pub fn only_in_page_toml() -> impl Iterator<Item = &'static str> {
    PAGE_KEYS.iter().copied().filter(|name| *name != AXIS)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::config::{Config, LanguageId, read_config};
    use crate::content::code::HighlightCache;
    use crate::content::page::{LanguageFileInput, PageKind, head_texts, read_language_file, section_texts};
    use crate::content::page::{read_facts, read_front_matter};
    use crate::diagnostic::Diagnostic;
    use crate::fields::{TableOutline, ValueShape, recorded};
    use crate::text::{FileId, Source, Sources};

    const FILE: FileId = FileId(0);

    fn config() -> Config {
        let site = "name = \"Site\"\nbase_url = \"https://a.org/\"\nlanguages = [{ tag = \"en\", name = \"English\" }]\n\
            [[subjects]]\nid = \"tram\"\nname = \"Tram\"\naccent = \"#a3312b\"\n\
            [[subjects]]\nid = \"foot\"\nname = \"Foot\"\naccent = \"#1d5c7a\"\n";
        let mut faults = Vec::new();
        let config = read_config(FILE.top(), &Source::new("site.toml", site), &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        config.unwrap()
    }

    /// What the reader of the head asks of a text, and what it finds wrong.
    fn asked_of_head(text: &str) -> (TableOutline, Vec<Diagnostic>) {
        let (config, mut faults) = (config(), Vec::new());
        let outline = recorded(|| drop(read_front_matter(FILE, text, PageKind::Dimension, &config, &mut faults)));
        (outline, faults)
    }

    fn asked_of_page_toml(text: &str) -> (TableOutline, Vec<Diagnostic>) {
        let (config, mut faults) = (config(), Vec::new());
        let source = Source::new("page.toml", text);
        let outline = recorded(|| drop(read_facts(FILE.top(), &source, PageKind::Dimension, &config, &mut faults)));
        (outline, faults)
    }

    /// A head with every key that is a text or a table, filled with words that stand nowhere else.
    fn full_head() -> String {
        let (outline, _) = asked_of_head("+++\nstance = {}\naxis = {}\n+++\n");
        let mut head = String::new();
        // What is required and is not there tells no shape.
        let is_text = |shapes: &BTreeSet<ValueShape>| shapes.is_empty() || shapes.contains(&ValueShape::Text);
        for (key, _) in outline.keys.iter().filter(|(_, shapes)| is_text(shapes)) {
            head += &format!("{key} = \"Words of {key}.\"\n");
        }
        for (name, table) in &outline.tables {
            head += &format!("\n[{name}]\n");
            head.extend(table.keys.keys().map(|key| format!("{key} = \"Words of {name} and {key}.\"\n")));
        }
        format!("+++\n{head}+++\n")
    }

    #[test]
    fn the_lists_hold_what_the_readers_ask_for() {
        let (mut asked, _) = asked_of_head(&full_head());
        asked.add(asked_of_head("+++\ndescription = \"Words.\"\n+++\n").0);
        for HeadKey { name, holds } in HEAD_KEYS {
            let allowed: &[ValueShape] = match holds {
                HeadValue::Text | HeadValue::TextOf(_) => &[ValueShape::Text],
                HeadValue::Texts => &[ValueShape::Table],
                HeadValue::Own => &[ValueShape::Text, ValueShape::Texts],
            };
            let shapes = asked.keys.get(*name).cloned().unwrap_or_default();
            let is_as_listed = !shapes.is_empty() && shapes.iter().all(|shape| allowed.contains(shape));
            assert!(is_as_listed, "`{name}` of a head holds {shapes:?}");
        }
        let listed: BTreeSet<&str> = HEAD_KEYS.iter().map(|key| key.name).collect();
        let read: BTreeSet<&str> = asked.keys.keys().map(String::as_str).collect();
        assert_eq!(read, listed, "what a head is asked for, and HEAD_KEYS");

        let (asked, _) = asked_of_page_toml("");
        let read: BTreeSet<&str> = asked.keys.keys().map(String::as_str).collect();
        let listed: BTreeSet<&str> = PAGE_KEYS.iter().copied().collect();
        assert_eq!(read, listed, "what page.toml is asked for, and PAGE_KEYS");
    }

    #[test]
    fn a_key_in_the_other_file_is_sent_where_it_belongs() {
        let sent = |key: &str, faults: Vec<Diagnostic>, to: &str| {
            let about = format!("`{key}` does not belong here");
            let fault = faults.into_iter().find(|fault| fault.message == about);
            let help = fault.and_then(|fault| fault.help).unwrap_or_default();
            assert!(help.contains(to), "`{key}`: {help}");
        };
        for key in only_in_head() {
            sent(key, asked_of_page_toml(&format!("{key} = 1\n")).1, "in the language's file");
        }
        for key in only_in_page_toml() {
            sent(key, asked_of_head(&format!("+++\n{key} = 1\n+++\n")).1, "in page.toml");
        }
    }

    #[test]
    fn the_texts_of_a_head_are_translated_and_told_when_they_change() {
        let (text, config) = (full_head(), config());
        let texts: Vec<String> = head_texts(FILE, &text).into_iter().map(|(_, text)| text.value).collect();
        for line in text.lines().filter(|line| line.contains('"')) {
            let (key, words) = line.split_once(" = ").unwrap();
            let is_own = HEAD_KEYS.iter().any(|own| own.name == key && own.holds == HeadValue::Own);
            let is_found = texts.iter().any(|text| *text == words.trim_matches('"'));
            assert!(is_own != is_found, "head_texts and `{line}`");
        }
        let (sources, highlights) = (Sources::default(), HighlightCache::default());
        let (source, kind) = (Source::new("content/dimensions/cost/en.md", text.as_str()), PageKind::Dimension);
        let (source, config, sources, highlights) = (&source, &config, &sources, &highlights);
        let language = LanguageId(0);
        let input = LanguageFileInput {
            file: FILE,
            source,
            files: &[],
            sources,
            kind,
            finds_alike: false,
            language,
            config,
            highlights,
        };
        let (words, _) = read_language_file(&input);
        let (_, digested) = section_texts(&words, &text).swap_remove(0);
        for text in texts {
            assert!(digested.contains(&text), "the digest of a head leaves out {text:?}");
        }
    }

    #[test]
    fn another_name_of_a_text_is_that_text() {
        let texts = |head: &str| {
            let texts = head_texts(FILE, head).into_iter();
            texts.map(|(key, text)| format!("{key}: {}", text.value)).collect::<Vec<_>>()
        };
        assert_eq!(texts("---\ntitle: A\ndescription: B\n---\n"), ["title: A", "summary: B"]);
        assert_eq!(texts("+++\ndescription = \"B\"\nsummary = \"C\"\n+++\n"), ["summary: C"]);
    }
}
