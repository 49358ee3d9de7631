//! The words of an article without its HTML, as a reader would read them aloud: what search finds and shows around what
//! it found.

use memchr::memchr;

use crate::text::scan::may_be_white;

/// Elements that stand inside a line; all others part words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "u",
];

/// Elements whose content nobody reads in its place: drawings, references to notes.
const SILENT: &[&str] = &["script", "style", "sup", "svg", "template"];

/// Plain text, its blanks single, its runs of the other direction between U+2068 and U+2069.
pub fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut silent = 0_usize;
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        if silent == 0 {
            read(&rest[..at], &mut out);
        }
        rest = &rest[at + 1..];
        let ends = |byte: u8| !byte.is_ascii_alphanumeric() && byte != b'/';
        let name = &rest[..rest.bytes().position(ends).unwrap_or(rest.len())];
        let (name, closes) = name.strip_prefix('/').map_or((name, false), |name| (name, true));
        if SILENT.contains(&name) {
            silent = if closes { silent.saturating_sub(1) } else { silent + 1 };
        } else if name == "bdi" && silent == 0 {
            // What was isolated in the article is isolated where it is shown.
            out.push(if closes { '\u{2069}' } else { '\u{2068}' });
        } else if !INLINE.contains(&name) && silent == 0 {
            blank(&mut out);
        }
        rest = &rest[end_of_tag(rest)..];
    }
    if silent == 0 {
        read(rest, &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Past the `>` that ends a tag: the first that stands in no quoted attribute.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn blank(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Text with its entities.
fn read(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        let run = run(rest.as_bytes(), out.is_empty() || out.ends_with(' '));
        out.push_str(&rest[..run]);
        rest = &rest[run..];
        let Some(c) = rest.chars().next() else { return };
        if let Some((sign, name)) = ENTITIES.iter().find(|(_, name)| rest.starts_with(name)) {
            out.push(*sign);
            rest = &rest[name.len()..];
            continue;
        }
        if c.is_whitespace() {
            blank(out);
        } else {
            out.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// How many bytes stand for themselves, up to an `&` or to what may be white space and is no single blank.
fn run(text: &[u8], after_blank: bool) -> usize {
    if after_blank && text.first() == Some(&b' ') {
        return 0;
    }
    let ends = |(at, byte): (usize, &u8)| match byte {
        b' ' => text.get(at + 1) == Some(&b' '),
        byte => *byte == b'&' || may_be_white(*byte),
    };
    text.iter().enumerate().position(ends).unwrap_or(text.len())
}

const ENTITIES: &[(char, &str)] =
    &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;"), (' ', "&nbsp;")];

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_a_reader_reads() {
        for (html, text) in [
            ("<p>one <bdi dir=ltr>GPT</bdi>-4</p>\n<p>two</p>", "one \u{2068}GPT\u{2069}-4 two"),
            ("a<sup><a href=\"#note-1\">1</a></sup>. b", "a. b"),
            ("<a title=\"a > b\" href='x'>c</a>d", "cd"),
            ("<td>1</td><td>2</td>", "1 2"),
            ("x &lt;b&gt; &amp; &quot;y&quot;", "x <b> & \"y\""),
            ("<svg><text>no</text></svg>yes", "yes"),
            ("  a \u{a0} b\u{3000}c  “d” &\n e", "a b c “d” & e"),
            ("1 < 2", "1"),
            ("", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
