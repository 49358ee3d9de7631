//! Files of `src/starter/files/` with what differs from site to site put in.

use crate::tree::embedded_starter;

/// A file with each `@name@` in it replaced by what is given for that name.
pub fn filled(name: &str, values: &[(&str, &str)]) -> String {
    let found = embedded_starter().into_iter().find(|(known, _)| known == name);
    let mut text = found.map_or_else(String::new, |(_, text)| text.to_owned());
    for (name, value) in values {
        text = text.replace(&format!("@{name}@"), value);
    }
    text
}
