//! Lists of attributes in braces, as extensions of Markdown have them behind headings, links and images: `{#id}`,
//! `{: #id .class }`, `{target=_blank}`.

/// The words of a heading, and the attributes behind them; nothing where what stands in braces is words, too.
pub fn of_heading(line: &str) -> (&str, Option<Vec<&str>>) {
    let line = line.trim_end();
    let Some(at) = line.rfind('{').filter(|_| line.ends_with('}')) else { return (line, None) };
    match list_at(&line[at..]) {
        Some((list, length)) if at + length == line.len() => (line[..at].trim_end(), Some(list)),
        _ => (line, None),
    }
}

/// The words of a heading, and the id behind them that other tools read in a remark or in brackets: `{/*id*/}`, `{/* #id */}`,
/// `[#id]`.
pub fn remarked_id(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let remark = || {
        let (words, id) = line.strip_suffix("*/}")?.rsplit_once("{/*")?;
        Some((words, id.trim()))
    };
    let bracketed = || line.strip_suffix(']')?.rsplit_once("[#");
    let (words, id) = remark().or_else(bracketed)?;
    let id = id.strip_prefix('#').unwrap_or(id);
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    is_id.then(|| (words.trim_end(), id))
}

/// The attributes of the list with which a text begins, and how long it is.
pub fn list_at(text: &str) -> Option<(Vec<&str>, usize)> {
    let (inside, _) = text.strip_prefix('{')?.split_once('}')?;
    let length = inside.len() + 2;
    let named = inside.strip_prefix(':');
    let list = words(named.unwrap_or(inside), &['"', '\'']);
    let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'));
    let is_attribute = |word: &&str| match word.split_once('=') {
        Some((name, _)) => !name.is_empty() && is_name(name),
        // Behind a colon there is nothing but attributes.
        None => word.len() > 1 && (named.is_some() || word.starts_with(['#', '.']) && is_name(&word[1..])),
    };
    (!inside.contains('\n') && !list.is_empty() && list.iter().all(is_attribute)).then_some((list, length))
}

/// Words parted by blanks that stand outside of these quotation marks.
pub fn words<'t>(text: &'t str, quotes: &[char]) -> Vec<&'t str> {
    let mut quote = None;
    let parts = text.split(|c: char| {
        match quote {
            Some(open) if c == open => quote = None,
            None if quotes.contains(&c) => quote = Some(c),
            _ => {}
        }
        quote.is_none() && c.is_whitespace()
    });
    parts.filter(|word| !word.is_empty()).collect()
}

/// The sizes of an image in a list as they are written here, in pixels; nothing where it has none.
pub fn sizes(list: &[&str]) -> Option<String> {
    let size = |attribute: &&str| {
        let (name, value) = attribute.split_once('=')?;
        let value = value.trim_matches(['"', '\'']);
        let value = value.strip_suffix("px").unwrap_or(value);
        let is_length = (1..=5).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
        (is_length && matches!(name, "width" | "height")).then(|| format!("{name}={value}"))
    };
    let sizes: Vec<String> = list.iter().filter_map(size).collect();
    (!sizes.is_empty()).then(|| format!("{{{}}}", sizes.join(" ")))
}

/// The id in a list.
pub fn id<'l>(list: &[&'l str]) -> Option<&'l str> {
    list.iter().find_map(|attribute| attribute.strip_prefix('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_hold_attributes_or_words() {
        for (line, words, list) in [
            ("Big {: #big .c }", "Big", Some(vec!["#big", ".c"])),
            ("Big ## {#big}", "Big ##", Some(vec!["#big"])),
            ("Big { title=\"a b\" }", "Big", Some(vec!["title=\"a b\""])),
            ("A {name}", "A {name}", None),
            ("A {#a b}", "A {#a b}", None),
            ("A {} ", "A {}", None),
            ("A {{ x }}", "A {{ x }}", None),
            ("A {: nosearch }", "A", Some(vec!["nosearch"])),
        ] {
            assert_eq!(of_heading(line), (words, list), "{line}");
        }
        assert_eq!(remarked_id("## עורך {/*your-editor*/}"), Some(("## עורך", "your-editor")));
        assert_eq!(remarked_id("## BigInt [#bigint-type]\n"), Some(("## BigInt", "bigint-type")));
        assert_eq!(remarked_id("## A {/* a remark */} or [#1 of 2]"), None);
        assert_eq!(sizes(&["width=\"300px\"", "height=50%", ".c"]).as_deref(), Some("{width=300}"));
    }
}
