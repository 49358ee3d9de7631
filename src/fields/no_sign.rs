//! Lines of TOML without an equals sign, and what they are meant to be.

use super::toml_slip::{TomlSlip, edit};

/// What is said of a line that begins at `at` with `name` and has no equals sign there; with it, the end of what is passed over.
pub fn slip(text: &str, at: usize, name: &str) -> (TomlSlip, usize) {
    let end = at + name.len();
    if let Some(end) = bibtex_end(text, at) {
        let message = "here stands an entry of BibTeX, and no TOML";
        let help = "save such entries as a file of their own, and run `muwazana sources import FILE`";
        return (TomlSlip::new(vec![edit(at, end, "")], message, help), end);
    }
    let (key, value) = name.split_at(name.find(char::is_whitespace).unwrap_or(name.len()));
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_key && value.trim_start().starts_with(['"', '\'', '[', '{']) {
        let sign = at + key.len();
        let message = format!("between `{key}` and its value stands no `=`");
        return (TomlSlip::new(vec![edit(sign, sign, " =")], message, format!("write {key} ={value}")), end);
    }
    let marks = name.starts_with("+++") || name.starts_with("---");
    let help = match marks {
        true => "remove this line",
        false => "write key = value, or begin a remark with `#`",
    };
    (TomlSlip::new(vec![edit(at, end, "")], format!("`{name}` has no `=`, and is no line of TOML"), help), end)
}

/// Where the last of the entries of BibTeX ends that begin at a place, `@article{…}` and what follows it; nothing where none
/// begins there.
fn bibtex_end(text: &str, at: usize) -> Option<usize> {
    let kind = text[at..].strip_prefix('@')?;
    let open = kind.find('{')?;
    if open == 0 || !kind[..open].trim_end().bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut depth = 0_usize;
    let closes = |(_, c): &(usize, char)| {
        depth = if *c == '{' { depth + 1 } else { depth - 1 };
        depth == 0
    };
    let mut braces = text[at..].char_indices().filter(|(_, c)| matches!(c, '{' | '}'));
    let end = braces.find(closes).map_or(text.len(), |(close, _)| at + close + 1);
    let behind = text[end..].trim_start();
    Some(bibtex_end(text, text.len() - behind.len()).unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::bibtex_end;

    #[test]
    fn entries_of_bibtex() {
        let end = |text: &str| bibtex_end(text, 0).map(|end| text[end..].to_owned());
        assert_eq!(end("@article{a,\n title = {A {B}},\n}\nb = 1").as_deref(), Some("\nb = 1"));
        assert_eq!(end("@book{a}\n\n@Misc {b,}\n[c]").as_deref(), Some("\n[c]"));
        assert_eq!(end("@book{a, title = {b}\n").as_deref(), Some(""));
        for other in ["a = 1", "@", "@{a}", "@a b = {}", "@name = 1"] {
            assert_eq!(end(other), None, "{other}");
        }
    }
}
