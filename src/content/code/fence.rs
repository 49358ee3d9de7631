//! What stands after the backticks of a block of code, as VitePress, Docusaurus, MkDocs, Hugo and Pandoc write it: one
//! reader for all, since their notations do not contradict each other.

use std::ops::RangeInclusive;

use super::language::is_plain;

/// The info string of a block of code, and what notes in its comments add to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// The language, if one is named, as it was written.
    pub language: Option<String>,
    /// A title to show above the code.
    pub title: Option<String>,
    /// What was written as `[label]`, which names one of several blocks of which a reader needs one.
    pub label: Option<String>,
    /// Lines to mark, counted from 1.
    pub marked: Vec<RangeInclusive<usize>>,
    /// Lines that are added, counted from 1.
    pub inserted: Vec<RangeInclusive<usize>>,
    /// Lines that are taken out, counted from 1.
    pub deleted: Vec<RangeInclusive<usize>>,
    /// The number of the first line, if lines are to be numbered.
    pub first_number: Option<usize>,
}

/// The names of attributes, for a message that names the nearest.
pub const ATTRIBUTES: [&str; 15] = [
    "title",
    "filename",
    "tab",
    "hl_lines",
    "highlight",
    "mark",
    "ins",
    "del",
    "linenums",
    "linenos",
    "linenostart",
    "startFrom",
    "line-numbers",
    "no-line-numbers",
    "showLineNumbers",
];

impl Fence {
    /// Whether a language is named that has colours.
    pub fn is_highlighted(&self) -> bool {
        self.language.as_deref().is_some_and(|language| !is_plain(language))
    }

    /// Reads an info string; the second value holds what in it is not understood, in order.
    pub fn parse(info: &str) -> (Self, Vec<String>) {
        let mut reader = FenceReader::default();
        let rest = reader.language(info.trim());
        reader.attributes(rest, false);
        reader.finish()
    }
}

/// Reads the parts of an info string one after the other.
#[derive(Default)]
struct FenceReader {
    fence: Fence,
    unclear: Vec<String>,
    /// Whether lines are to be numbered, if that was said.
    numbered: Option<bool>,
    first: Option<usize>,
}

/// A part of an info string.
enum FencePart<'a> {
    /// `{…}`, without its brackets.
    Braces(&'a str),
    /// `[…]`, without its brackets.
    Brackets(&'a str),
    /// A name, and behind `=`, or in braces that follow at once, its value.
    Attribute(&'a str, Option<&'a str>),
}

impl FenceReader {
    /// Takes the language from the beginning of an info string, and what hangs on it: `ts:line-numbers`, `rust,ignore`.
    fn language<'a>(&mut self, info: &'a str) -> &'a str {
        let end = info.find(|c: char| c.is_whitespace() || "{[:,".contains(c)).unwrap_or(info.len());
        let language = &info[..end];
        if language.contains('=') {
            return info;
        }
        self.fence.language = Some(language.to_owned()).filter(|language| !language.is_empty());
        match info[end..].chars().next() {
            Some(':') => &info[end + 1..],
            // What follows a comma is said to the tests of Rust's documentation.
            Some(',') => info[end..].find(char::is_whitespace).map_or("", |at| &info[end + at..]),
            _ => &info[end..],
        }
    }

    /// Reads attributes in any order; inside braces commas part them, too.
    fn attributes(&mut self, text: &str, commas: bool) {
        let separates = |c: char| c.is_whitespace() || commas && c == ',';
        let mut rest = text.trim_start_matches(separates);
        while !rest.is_empty() {
            let Some((part, after)) = part(rest, separates) else { return self.unclear.push(rest.to_owned()) };
            let written = rest[..rest.len() - after.len()].trim_end();
            if self.take(&part).is_none() {
                self.unclear.push(written.to_owned());
            }
            rest = after.trim_start_matches(separates);
        }
    }

    /// Takes one part; nothing if it is not understood.
    fn take(&mut self, part: &FencePart<'_>) -> Option<()> {
        match part {
            FencePart::Braces(inner) if inner.chars().all(|c| c.is_ascii_digit() || ",- ".contains(c)) => {
                self.fence.marked.extend(lines(inner)?);
            }
            FencePart::Braces(inner) => self.attributes(inner, true),
            FencePart::Brackets("") => return None,
            FencePart::Brackets(label) => {
                self.fence.label = Some((*label).trim().to_owned()).filter(|label| !label.is_empty());
            }
            FencePart::Attribute(name, value) => return self.attribute(name, *value),
        }
        Some(())
    }

    fn attribute(&mut self, name: &str, value: Option<&str>) -> Option<()> {
        let key: String = name.chars().filter(|c| !"-_".contains(*c)).flat_map(char::to_lowercase).collect();
        match (key.as_str(), value) {
            ("title" | "filename" | "file" | "caption", Some(title)) => {
                self.fence.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
            }
            // The tabs of SuperFences.
            ("tab", Some(label)) => {
                self.fence.label = Some(label.trim().to_owned()).filter(|label| !label.is_empty());
            }
            ("hllines" | "highlight" | "highlightlines" | "emphasizelines" | "mark", Some(value)) => {
                self.fence.marked.extend(lines(value)?);
            }
            ("ins", Some(value)) => self.fence.inserted.extend(lines(value)?),
            ("del", Some(value)) => self.fence.deleted.extend(lines(value)?),
            (".numberlines" | "numberlines" | "linenums" | "linenos" | "lineno", value)
            | ("linenumbers" | ".linenumbers" | "showlinenumbers", value) => self.numbers(value)?,
            ("nolinenumbers", None) => self.numbered = Some(false),
            ("linenostart" | "startfrom" | "startlinenumber" | "firstline", Some(value)) => {
                self.first = Some(value.parse().ok()?);
            }
            // Says of MkDocs that numbers in comments are those of notes, which they are anyway.
            (".annotate", None) => {}
            // `{.python}` of Pandoc and MkDocs.
            (class, None) if class.starts_with('.') && class.len() > 1 && self.fence.language.is_none() => {
                self.fence.language = Some(name[1..].to_owned());
            }
            _ => return None,
        }
        Some(())
    }

    fn numbers(&mut self, value: Option<&str>) -> Option<()> {
        match value {
            None | Some("true" | "yes" | "on" | "table" | "inline") => self.numbered = Some(true),
            Some("false" | "no" | "off") => self.numbered = Some(false),
            Some(first) => {
                self.first = Some(first.parse().ok()?);
                self.numbered = Some(true);
            }
        }
        Some(())
    }

    fn finish(mut self) -> (Fence, Vec<String>) {
        if self.numbered.unwrap_or(self.first.is_some()) {
            self.fence.first_number = Some(self.first.unwrap_or(1));
        }
        (self.fence, self.unclear)
    }
}

/// Between what the value of an attribute may stand. Editors and chat tools turn straight marks into those of print.
const VALUES: [(char, char); 10] = [
    ('"', '"'),
    ('\'', '\''),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('”', '”'),
    ('„', '“'),
    ('«', '»'),
    ('‘', '’'),
    ('’', '’'),
];

/// The first part of a text, and what follows it; nothing if a bracket or a quotation mark is not closed.
fn part(text: &str, separates: impl Fn(char) -> bool) -> Option<(FencePart<'_>, &str)> {
    if let Some(inner) = text.strip_prefix('{') {
        let (inner, after) = inner.split_once('}')?;
        return Some((FencePart::Braces(inner.trim()), after));
    }
    if let Some(inner) = text.strip_prefix('[') {
        let (inner, after) = inner.split_once(']')?;
        return Some((FencePart::Brackets(inner), after));
    }
    let end = text.find(|c: char| separates(c) || "={[".contains(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end.max(1).min(text.len()));
    let Some(value) = rest.strip_prefix('=').or_else(|| rest.starts_with('{').then_some(rest)) else {
        return Some((FencePart::Attribute(name, None), rest));
    };
    for (open, close) in VALUES {
        if let Some(inner) = value.strip_prefix(open) {
            let (inner, after) = inner.split_once(close)?;
            return Some((FencePart::Attribute(name, Some(inner)), after));
        }
    }
    let (value, after) = value.split_at(value.find(separates).unwrap_or(value.len()));
    Some((FencePart::Attribute(name, Some(value)), after))
}

/// Lines and ranges of lines, parted by commas or blanks, each perhaps in quotation marks: `1,4-6`, `2 3`, `2,"4-6"`.
fn lines(text: &str) -> Option<Vec<RangeInclusive<usize>>> {
    let parts = text.split(|c: char| c.is_whitespace() || ",\"'".contains(c)).filter(|part| !part.is_empty());
    let ranges: Vec<_> = parts.map(line_range).collect::<Option<_>>()?;
    Some(ranges).filter(|ranges| !ranges.is_empty())
}

fn line_range(text: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clear(info: &str) -> Fence {
        let (fence, unclear) = Fence::parse(info);
        assert!(unclear.is_empty(), "{info}: {unclear:?}");
        fence
    }

    #[test]
    fn notations_of_other_generators() {
        let lines = [1..=1, 4..=6];
        for (info, language, title, marked, number) in [
            ("", None, None, &lines[..0], None),
            ("js{1,4-6}", Some("js"), None, &lines, None),
            ("js {1,4-6} ", Some("js"), None, &lines, None),
            ("js:line-numbers", Some("js"), None, &[], Some(1)),
            ("ts:line-numbers=2 {1, 4-6}", Some("ts"), None, &lines, Some(2)),
            ("ts:no-line-numbers [a.ts]", Some("ts"), None, &[], None),
            ("sh [npm]", Some("sh"), None, &[], None),
            ("sh [npm] title=\"a.sh\"", Some("sh"), Some("a.sh"), &[], None),
            ("sh title=\"a.sh\" [npm]", Some("sh"), Some("a.sh"), &[], None),
            ("jsx title=\"/src/a b.js\" {1,4-6} showLineNumbers", Some("jsx"), Some("/src/a b.js"), &lines, Some(1)),
            ("jsx showLineNumbers=5 {1,4-6} title='x'", Some("jsx"), Some("x"), &lines, Some(5)),
            ("jsx showLineNumbers{5}", Some("jsx"), None, &[], Some(5)),
            ("py title=\"b.py\" hl_lines=\"1 4-6\" linenums=\"1\"", Some("py"), Some("b.py"), &lines, Some(1)),
            ("{ .py .numberLines hl_lines=\"1 4-6\" startFrom=\"7\" }", Some("py"), None, &lines, Some(7)),
            ("go {linenos=true hl_lines=[1,\"4-6\"]}", Some("go"), None, &lines, Some(1)),
            ("go {linenos=table,hl_lines=[1,\"4-6\"],linenostart=199}", Some("go"), None, &lines, Some(199)),
            ("go {linenos=false,linenostart=9}", Some("go"), None, &[], None),
            ("title=\"x\"", None, Some("x"), &[], None),
            ("py title=“a b.py” {1,4-6}", Some("py"), Some("a b.py"), &lines, None),
            ("py title=«مثال»", Some("py"), Some("مثال"), &[], None),
            ("rust,ignore title=\"x\"", Some("rust"), Some("x"), &[], None),
            ("c++ filename=a.cc", Some("c++"), Some("a.cc"), &[], None),
            ("python title=\"مثال: قراءة ملف (JSON).\"", Some("python"), Some("مثال: قراءة ملف (JSON)."), &[], None),
        ] {
            let fence = clear(info);
            assert_eq!(fence.language.as_deref(), language, "{info}");
            assert_eq!(fence.title.as_deref(), title, "{info}");
            assert_eq!(fence.marked, marked, "{info}");
            assert_eq!(fence.first_number, number, "{info}");
        }
        for info in
            ["sh tab=\"npm\"", "sh [npm]", "sh [npm] title=\"a.sh\"", "sh title=\"a.sh\" [npm]", "sh {1} [ npm ]"]
        {
            assert_eq!(clear(info).label.as_deref(), Some("npm"), "{info}");
        }
        assert_eq!(clear("js ins={2} del={1,3}").inserted, [2..=2]);
        assert_eq!(clear("js ins={2} del={1,3}").deleted, [1..=1, 3..=3]);
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_is_read() {
        for (info, unclear) in [
            ("rust titel=\"x\" {1}", &["titel=\"x\""][..]),
            ("rust {9-7}", &["{9-7}"]),
            ("rust {0}", &["{0}"]),
            ("rust title=\"x", &["title=\"x"]),
            ("ts twoslash {1} wrap", &["twoslash", "wrap"]),
            ("sh []", &["[]"]),
            ("js ==", &["=="]),
            ("yaml { .annotate .big }", &[".big"]),
            ("go {linenos=maybe}", &["linenos=maybe"]),
        ] {
            assert_eq!(Fence::parse(info).1, unclear, "{info}");
        }
        assert_eq!(Fence::parse("rust titel=\"x\" {1}").0.marked, [1..=1]);
    }
}
