//! Names in every language of a site, by the tags of the languages.

use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::fields::Fields;
use crate::locale::{WritingSystem, language_of, slips_of_text};
use crate::text::Located;

/// The tags of languages as they are written, each with whether its language can be read: a tag that is wrong is one
/// fault, and none more for each name in it.
pub type Tags = Vec<(String, bool)>;

/// What something is called in every language; a site of one language may write it as one text.
pub fn names_in_languages(fields: &mut Fields<'_, '_>, key: &str, tags: &Tags, help: &str) -> Option<Vec<String>> {
    if tags.len() == 1 && fields.has(key) && !fields.is_table(key) {
        let name = fields.required_string(key, help)?;
        tags.iter().flat_map(|(tag, _)| slips_of_text(&name, tag)).for_each(|slip| fields.fault(slip));
        return Some(vec![name.value]);
    }
    fields.names(key, |names| in_every_language(names, tags, help))
}

/// A name by the tags of the languages; `help` says what to do where one is missing, which leaves an empty one.
fn in_every_language(names: &mut Fields<'_, '_>, tags: &Tags, help: &str) -> Vec<String> {
    names.keys_are("the tag of a language of site.toml", Matter::Languages);
    let name = |(tag, is_known): &(String, bool)| {
        let name = if *is_known { names.required_string(tag, help) } else { names.string(tag) }?;
        slips_of_text(&name, tag).into_iter().for_each(|slip| names.fault(slip));
        Some(name)
    };
    let read: Vec<Option<Located<String>>> = tags.iter().map(name).collect();
    let written = tags.iter().zip(&read).filter_map(|((tag, _), name)| Some((tag.as_str(), name.as_ref()?)));
    let written: Vec<_> = written.collect();
    if let Some(fault) = changed_places(&written).or_else(|| left_in_another(&written)) {
        names.fault(fault);
    }
    read.into_iter().map(|name| name.map_or_else(String::new, |name| name.value)).collect()
}

/// Says of two texts that each stands under the other's language, if their letters tell it.
fn changed_places(names: &[(&str, &Located<String>)]) -> Option<Diagnostic> {
    if names.iter().all(|(_, name)| name.value.is_ascii()) {
        return None;
    }
    let systems: Vec<WritingSystem> = names.iter().filter_map(|(tag, _)| WritingSystem::new(tag)).collect();
    let read_as: Vec<Option<&str>> = names.iter().map(|(_, name)| language_of(&name.value, &systems)).collect();
    for (n, (tag, name)) in names.iter().enumerate() {
        let other = read_as[n].filter(|other| other != tag);
        let is_other = |m: &usize| Some(names[*m].0) == other && read_as[*m] == Some(*tag);
        if let Some((other, _)) = (n + 1..names.len()).find(is_other).map(|m| names[m]) {
            let message = format!("the texts of `{tag}` and `{other}` have changed places");
            return Some(Diagnostic::warning(Code::InvalidValue, message).at(name.span).help(format!(
                "write the text in the letters of `{tag}` behind `{tag}`, and that in those of `{other}` behind `{other}`"
            )));
        }
    }
    None
}

/// Fewer words than these may be the same in two languages: names, titles of works.
const FEW_WORDS: usize = 3;

/// Says of a sentence that it is word for word that of another language, if its letters tell whose it is.
fn left_in_another(texts: &[(&str, &Located<String>)]) -> Option<Diagnostic> {
    let is_sentence = |text: &str| {
        text.ends_with(['.', '!', '?', '؟', '۔', '।', '。']) && text.split_whitespace().count() >= FEW_WORDS
    };
    let (n, (tag, text)) = texts.iter().enumerate().find(|(n, (_, text))| {
        let is_same = |other: usize| other != *n && texts[other].1.value == text.value;
        is_sentence(&text.value) && (0..texts.len()).any(is_same)
    })?;
    let systems: Vec<WritingSystem> = texts.iter().filter_map(|(tag, _)| WritingSystem::new(tag)).collect();
    let own = language_of(&text.value, &systems)?;
    let is_copy = |(tag, other): &&(&str, &Located<String>)| *tag != own && other.value == text.value;
    let (copy, place) = if *tag == own { texts[n + 1..].iter().find(is_copy)? } else { &(*tag, *text) };
    let message = format!("the text of `{copy}` is word for word that of `{own}`, and in its letters");
    Some(Diagnostic::warning(Code::InvalidValue, message).at(place.span).help(format!("write it in `{copy}`")))
}

/// Names by the tags as they are written, without those of languages that cannot be read.
pub fn of_known_languages(names: Vec<String>, tags: &[(String, bool)]) -> Vec<String> {
    names.into_iter().zip(tags).filter(|(_, (_, known))| *known).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn sentences_that_were_left_in_another_language() {
        let arabic = "يُعرف هذا بالنظر.";
        for (texts, copy) in [
            (&[("ar", arabic), ("en", "It is known by looking.")][..], None),
            (&[("ar", arabic), ("en", arabic)], Some("the text of `en` is word for word that of `ar`")),
            (&[("en", arabic), ("ar", arabic)], Some("the text of `en` is word for word that of `ar`")),
            (&[("ar", "It is so here."), ("en", "It is so here.")], Some("the text of `ar` is word for word")),
            // Letters do not tell these apart, and names stay what they are.
            (&[("fr", "It is so here."), ("en", "It is so here.")], None),
            (&[("ar", "The Free Software Foundation"), ("en", "The Free Software Foundation")], None),
            (&[("ar", "Acme Inc."), ("en", "Acme Inc.")], None),
        ] {
            let located = |text: &&str| Located { value: (*text).to_owned(), span: FileId(0).top() };
            let located: Vec<_> = texts.iter().map(|(tag, text)| (*tag, located(text))).collect();
            let texts: Vec<_> = located.iter().map(|(tag, text)| (*tag, text)).collect();
            let said = left_in_another(&texts).map(|fault| fault.message).unwrap_or_default();
            assert!(copy.map_or(said.is_empty(), |copy| said.starts_with(copy)), "{texts:?}: {said}");
        }
    }

    #[test]
    fn texts_that_have_changed_places() {
        for (names, changed) in [
            (&[("ar", "الترام"), ("en", "The tram")][..], false),
            (&[("ar", "The tram"), ("en", "الترام")], true),
            (&[("ar", "الترام"), ("he", "החשמלית"), ("en", "The tram")], false),
            (&[("ar", "החשמלית"), ("he", "الترام"), ("en", "The tram")], true),
            // Letters do not tell these apart, and a name may be the same in all.
            (&[("fr", "Le tram"), ("en", "The tram")], false),
            (&[("ar", "GPT-4"), ("en", "GPT-4")], false),
            (&[("ar", "The tram"), ("en", "The tram")], false),
        ] {
            let located = |text: &&str| Located { value: (*text).to_owned(), span: FileId(0).top() };
            let located: Vec<_> = names.iter().map(|(tag, text)| (*tag, located(text))).collect();
            let names: Vec<_> = located.iter().map(|(tag, text)| (*tag, text)).collect();
            assert_eq!(changed_places(&names).is_some(), changed, "{names:?}");
        }
    }
}
