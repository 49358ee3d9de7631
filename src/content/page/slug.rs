//! The last part of a page's address: what may be one, and `slug`, which says another than the folder's name.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::kind::PageKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::text::Located;

/// The name that makes a good part of an address, nearest to this one.
pub fn address_name(name: &str) -> String {
    let fit: String = ComposingNormalizerBorrowed::new_nfc()
        .normalize(name)
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .collect();
    // A link to `x.html` or `x.md` leads to the page `x`.
    match fit.rsplit_once('.') {
        Some((stem, ending @ ("html" | "htm" | "md" | "markdown"))) => format!("{stem}-{ending}"),
        _ => fit,
    }
}

/// Whether a name makes a good part of an address.
pub fn is_address_name(name: &str) -> bool {
    name.contains(char::is_alphanumeric) && !name.starts_with('.') && address_name(name) == name
}

/// Reads `slug`. Of one that makes no address the nearest that does is taken, so that the folder's name is not held to what
/// the author has already written another name for.
pub fn read_slug(fields: &mut Fields<'_, '_>, kind: PageKind) -> Option<Located<String>> {
    let slug = fields.string("slug")?;
    let fault = |message: String| Diagnostic::error(Code::InvalidSlug, message).at(slug.span);
    if kind == PageKind::Home {
        let message = "the home page has no `slug`: its address is that of the site or of a language";
        fields.fault(fault(message.to_owned()).help("take it out"));
        return None;
    }
    if is_address_name(&slug.value) {
        return Some(slug);
    }
    let written = slug.value.escape_debug();
    let path = slug.value.trim().trim_matches('/');
    let (last, message) = match path.rsplit_once('/') {
        Some((_, last)) => {
            (last, format!("`{written}` is a path, and `slug` is the last part of one: the folders above say the rest"))
        }
        None => (path, format!("`{written}` makes no good address: letters, digits, `-`, `_` and `.` do")),
    };
    let fit = address_name(last.trim_matches('.'));
    let fit = fit.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if !is_address_name(&fit) {
        fields.fault(fault(message).help("write a name such as slug = \"install\", or take it out"));
        return None;
    }
    fields.fault(fault(message).help(format!("write slug = \"{fit}\"")));
    Some(Located { value: fit, span: slug.span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_an_address_or_is_near_one_that_does() {
        for name in ["install", "Install_2", "v1.2", "صفحة", "a-b"] {
            assert!(is_address_name(name), "{name}");
        }
        for (name, near) in [("a b", "a-b"), ("x.html", "x-html"), ("a&b?", "a-b-"), ("cafe\u{301}", "caf\u{e9}")] {
            assert!(!is_address_name(name), "{name}");
            assert_eq!(address_name(name), near);
        }
        for name in ["", "-", ".hidden", "a/b", ".."] {
            assert!(!is_address_name(name), "{name}");
        }
    }
}
