//! Names in every language of a site, by the tags of the languages.

use crate::diagnostic::Matter;
use crate::fields::Fields;

/// The tags of languages as they are written, each with whether its language can be read: a tag that is wrong is one
/// fault, and none more for each name in it.
pub type Tags = Vec<(String, bool)>;

/// What something is called in every language; a site of one language may write it as one text.
pub fn names_in_languages(fields: &mut Fields<'_, '_>, key: &str, tags: &Tags, help: &str) -> Option<Vec<String>> {
    if tags.len() == 1 && fields.has(key) && !fields.is_table(key) {
        return fields.required_string(key, help).map(|name| vec![name.value]);
    }
    fields.names(key, |names| in_every_language(names, tags, help))
}

/// A name by the tags of the languages; `help` says what to do where one is missing, which leaves an empty one.
fn in_every_language(names: &mut Fields<'_, '_>, tags: &Tags, help: &str) -> Vec<String> {
    names.keys_are("the tag of a language of site.toml", Matter::Languages);
    let name = |(tag, is_known): &(String, bool)| {
        let name = if *is_known { names.required_string(tag, help) } else { names.string(tag) };
        name.map_or_else(String::new, |name| name.value)
    };
    tags.iter().map(name).collect()
}

/// Names by the tags as they are written, without those of languages that cannot be read.
pub fn of_known_languages(names: Vec<String>, tags: &[(String, bool)]) -> Vec<String> {
    names.into_iter().zip(tags).filter(|(_, (_, known))| *known).map(|(name, _)| name).collect()
}
