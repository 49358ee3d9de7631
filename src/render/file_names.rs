//! Names that no file can have, or not on every system, and when two are one.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What a part of a path may have at most, in bytes, on all common file systems.
const LONGEST_NAME: usize = 255;

/// How bad a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFault {
    Impossible,
    NotEverywhere,
}

/// What is wrong with a name, if anything.
pub(super) fn fault_of_name(name: &str) -> Option<(NameFault, String)> {
    if name.len() > LONGEST_NAME {
        return Some((
            NameFault::Impossible,
            format!("of {} bytes: {LONGEST_NAME} are the most for a file", name.len()),
        ));
    }
    if name.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Some((NameFault::Impossible, "with a control character or a line end in it".to_owned()));
    }
    if name.starts_with(".muwazana") {
        return Some((NameFault::Impossible, "which is one of the program's own".to_owned()));
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let device = |name: &str| stem.eq_ignore_ascii_case(name);
    let port = |name: &str| {
        let number = stem.get(..3).filter(|start| start.eq_ignore_ascii_case(name)).map(|_| &stem[3..]);
        number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"))
    };
    if ["con", "prn", "aux", "nul"].into_iter().any(device) || ["com", "lpt"].into_iter().any(port) {
        return Some((NameFault::NotEverywhere, "which names a device on Windows".to_owned()));
    }
    if name.ends_with(['.', ' ']) {
        return Some((NameFault::NotEverywhere, "whose end Windows drops".to_owned()));
    }
    let sign = name.chars().find(|c| matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*'))?;
    Some((NameFault::NotEverywhere, format!("and Windows takes no `{sign}` in a name")))
}

/// The form in which paths are compared by file systems that do not tell all letters apart.
pub(super) fn fold(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    let folded: String = path.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    Cow::Owned(ComposingNormalizerBorrowed::new_nfc().normalize(&folded).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_for_every_system() {
        let kind = |name: &str| fault_of_name(name).map(|(kind, _)| kind);
        for name in ["index.html", "صفحة", "a b", "console", "com10", "auxiliary.md", ".well-known", "x'&+,;=@"] {
            assert_eq!(kind(name), None, "{name}");
        }
        for name in ["con", "Nul.txt", "COM1", "lpt9.a.b", "a.", "a ", "a:b", "a\\b", "a?"] {
            assert_eq!(kind(name), Some(NameFault::NotEverywhere), "{name}");
        }
        let long = ["n".repeat(256), "ن".repeat(128)];
        for name in ["a\nb", "a\0", "\u{85}", "a\u{2028}b", ".muwazana-files", &long[0], &long[1]] {
            assert_eq!(kind(name), Some(NameFault::Impossible), "{name:?}");
        }
        assert_eq!(kind(&"ن".repeat(127)), None);
    }

    #[test]
    fn what_some_systems_do_not_tell_apart_folds_into_one() {
        assert_eq!(fold("en/About"), fold("en/about"));
        assert_eq!(fold("caf\u{e9}"), fold("cafe\u{301}"));
        assert_eq!(fold("\u{623}"), fold("\u{627}\u{654}"));
        assert_ne!(fold("ا"), fold("أ"));
        assert!(matches!(fold("en/about-1.html"), Cow::Borrowed(_)));
    }
}
