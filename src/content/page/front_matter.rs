//! The TOML between two `+++` lines, or the YAML between two `---` lines, at the head of a language file; and what the article
//! says itself where title and summary are not there.

use std::cell::LazyCell;
use std::ops::Range;

use super::keys::only_in_page_toml;
use super::kind::PageKind;
use super::misplaced_dimension;
use crate::config::{Config, keys_are_subjects};
use crate::content::article::{Opening, opening};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::fields::{Fields, Region, read_toml, read_yaml};
use crate::text::{FileId, Located};

/// What the front matter says.
#[derive(Debug, Default)]
pub struct FrontMatter {
    pub title: Option<Located<String>>,
    pub short_title: Option<Located<String>>,
    pub summary: Option<Located<String>>,
    pub aliases: Vec<Located<String>>,
    pub redirects: Vec<Located<String>>,
    pub template: Option<Located<String>>,
    pub image: Option<Located<String>>,
    /// The first key that dimensions alone have, on a page that is none.
    pub of_dimension: Option<Located<String>>,
    pub stances: Vec<Located<String>>,
    pub poles: Option<[Located<String>; 2]>,
    /// Whether the summary is the first paragraph of the article, where readers see it.
    pub is_summary_in_article: bool,
}

/// The parts of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What stands between the two lines `+++` or `---`.
    pub keys: &'a str,
    /// What language that is.
    pub notation: Notation,
    /// Where that begins, in bytes.
    pub offset: usize,
    /// Where the article begins, in bytes.
    pub body: usize,
    /// What is wrong with the lines that enclose the front matter, if anything is.
    fault: Option<Enclosure>,
}

/// The language of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Between two lines `+++`.
    Toml,
    /// Between two lines `---`.
    Yaml,
}

impl Notation {
    /// How a text is given to a key, for messages.
    fn text_of(self, key: &str) -> String {
        match self {
            Self::Toml => format!("{key} = \"…\""),
            Self::Yaml => format!("{key}: \"…\""),
        }
    }
}

/// What can be wrong with the two lines that enclose the front matter. In each case the article is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Enclosure {
    /// No line like that begins the file.
    Absent,
    /// Words stand before the first one; where, in bytes.
    Late(usize, usize),
    /// They are of other signs, such as `---`.
    OtherSigns,
    /// The second one is not there.
    Open,
    /// The second one of two lines `---` is not there.
    OpenYaml,
    /// The second one is of other signs; where that line begins and ends, in bytes.
    OtherEnd(usize, usize),
}

/// Splits a file at its front matter. Empty lines may stand before it; words before it are a fault.
pub fn split(text: &str) -> Parts<'_> {
    let start = late_start(text).unwrap_or_default();
    let parts = split_at_start(&text[start..]);
    let before = &text[..start];
    let words = before.len() - before.trim_start().len()..before.trim_end().len();
    let fault = if words.start < words.end { Some(Enclosure::Late(words.start, words.end)) } else { parts.fault };
    let fault = match fault {
        Some(Enclosure::OtherEnd(from, to)) => Some(Enclosure::OtherEnd(start + from, start + to)),
        fault => fault,
    };
    Parts { offset: start + parts.offset, body: start + parts.body, fault, ..parts }
}

/// Where the line stands that ends a block of code around the whole file, front matter included.
pub fn closing_fence(text: &str) -> Option<usize> {
    let before = &text[..late_start(text)?];
    let line = before.trim();
    let signs = ["```", "~~~"].into_iter().find(|signs| line.starts_with(signs) && !line.contains('\n'))?;
    let rest = text.trim_end().strip_suffix(signs)?;
    (rest.ends_with('\n') && rest.len() > before.len()).then_some(rest.len())
}

/// So many lines may stand before front matter that is meant as such.
const MOST_LINES_BEFORE: usize = 8;

/// Where the two lines `+++` begin that do not stand at the very top, or two lines `---` below nothing but empty lines.
fn late_start(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(MOST_LINES_BEFORE) {
        match line.trim_end() {
            "+++" => return closing_line(&text[at + line.len()..], "+++").map(|_| at).filter(|at| *at > 0),
            // Between words it is a rule.
            "---" if !text[..at].trim().is_empty() => return None,
            "---" => return closing_line(&text[at + line.len()..], "---").map(|_| at).filter(|at| *at > 0),
            _ => at += line.len(),
        }
    }
    None
}

fn split_at_start(text: &str) -> Parts<'_> {
    let first = text.lines().next().unwrap_or_default();
    let fence = first.trim_end();
    if !is_fence(fence) {
        return Parts { keys: "", notation: Notation::Toml, offset: 0, body: 0, fault: Some(Enclosure::Absent) };
    }
    let offset = (first.len() + 1).min(text.len());
    let rest = &text[offset..];
    let is_yaml = fence == "---" && !is_toml(rest);
    let (end, body, close) = closing_line(rest, fence).unwrap_or_else(|| match is_yaml {
        true => likely_yaml_end(rest),
        false => likely_end(rest),
    });
    let keys = &text[offset..offset + end];
    let notation = if is_yaml { Notation::Yaml } else { Notation::Toml };
    let fault = match (fence, close) {
        ("+++", Some("+++")) => None,
        ("---", Some("---")) if is_yaml => None,
        ("---", None) if is_yaml => Some(Enclosure::OpenYaml),
        ("+++", Some(other)) => Some(Enclosure::OtherEnd(offset + end, offset + end + other.len())),
        ("+++", None) => Some(Enclosure::Open),
        _ => Some(Enclosure::OtherSigns),
    };
    Parts { keys, notation, offset, body: offset + body, fault }
}

/// Whether the first line that says anything is one of TOML.
fn is_toml(keys: &str) -> bool {
    let mut lines = keys.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().is_none_or(|line| match (line.find('='), line.find(':')) {
        (Some(equals), Some(colon)) => equals < colon,
        (equals, None) => equals.is_some() || line.starts_with('['),
        (None, Some(_)) => false,
    })
}

/// Where the front matter ends and the article begins, in bytes, and the line between them, if there is one.
type End<'a> = (usize, usize, Option<&'a str>);

/// The first line that is as the one before the front matter.
fn closing_line<'a>(text: &'a str, fence: &str) -> Option<End<'a>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == fence {
            return Some((at, end, Some(line.trim_end())));
        }
        at = end;
    }
    None
}

/// Where front matter that is not closed comes to an end: at a line of other such signs, or at the first that can be no
/// TOML, such as that of a heading or of a paragraph.
fn likely_end(text: &str) -> End<'_> {
    let mut at = 0;
    let mut unfinished = Unfinished::default();
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        if !unfinished.is_open() {
            if is_fence(shown.trim_start()) {
                return (at, at + line.len(), Some(shown));
            }
            if !may_be_toml(shown) {
                break;
            }
        }
        unfinished.take(line);
        at += line.len();
    }
    (at, at, None)
}

/// The same for YAML: at the first line that has no key, belongs to none and is no comment.
fn likely_yaml_end(text: &str) -> End<'_> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        if is_fence(shown) {
            return (at, at + line.len(), Some(shown));
        }
        let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "-_.\"'".contains(c));
        let has_key = shown
            .split_once(':')
            .is_some_and(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with(' ')));
        if !(has_key || shown.starts_with([' ', '\t']) || shown.starts_with("- ") || shown.starts_with("# ")) {
            break;
        }
        at += line.len();
    }
    (at, at, None)
}

/// Whether a line is meant to enclose front matter.
fn is_fence(line: &str) -> bool {
    let all = |sign: char| line.chars().all(|c| c == sign);
    line.len() >= 2 && all('+') || line.len() >= 3 && all('-')
}

/// Whether a line that begins no article may stand in TOML. Two number signs are a heading sooner than a comment.
fn may_be_toml(line: &str) -> bool {
    let line = line.trim_start();
    let is_key = |c: char| c.is_alphanumeric() || "-_.\"' \t".contains(c);
    let assigns = line.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && key.chars().all(is_key));
    let is_table = line.starts_with('[') && line.ends_with(']') && !line.starts_with("[^");
    line.is_empty() || assigns || is_table || line.starts_with('#') && !line.starts_with("##")
}

/// What goes on from one line of TOML to the next.
#[derive(Default)]
struct Unfinished {
    /// The three quotation marks of a text that is open.
    text: Option<&'static str>,
    /// How many lists are open.
    lists: usize,
}

impl Unfinished {
    fn is_open(&self) -> bool {
        self.text.is_some() || self.lists > 0
    }

    fn take(&mut self, line: &str) {
        for marks in ["\"\"\"", "'''"] {
            let odd = line.matches(marks).count() % 2 == 1;
            self.text = match self.text {
                Some(open) if open == marks && odd => None,
                None if odd => Some(marks),
                other => other,
            };
        }
        let value = line.split_once('=').map(|(_, value)| value.trim());
        match value {
            _ if self.text.is_some() => {}
            Some(value) if value.starts_with('[') && !value.contains(']') => self.lists += 1,
            None if self.lists > 0 && line.contains(']') => self.lists -= 1,
            _ => {}
        }
    }
}

/// Reads the front matter of a page, and says where the article begins. What is wrong with the lines that enclose it is
/// one fault, and no others follow from it.
pub fn read(
    file: FileId,
    text: &str,
    kind: PageKind,
    config: &Config,
    faults: &mut Vec<Diagnostic>,
) -> (FrontMatter, usize) {
    let Parts { keys: written, notation, offset, body, fault } = split(text);
    let article = &text[body..];
    let opening = LazyCell::new(|| opening(article));
    let is_bare = fault == Some(Enclosure::Absent);
    if let Some(fault) = fault.filter(|_| !is_bare || opening.title.is_none()) {
        faults.push(enclosure(file, text, fault));
        if is_bare {
            return (FrontMatter::default(), body);
        }
    }
    let mut own = Vec::new();
    let region = Region { file, offset };
    let read = |fields: &mut Fields<'_, '_>| keys(fields, notation, kind, config, &opening);
    let mut front = match notation {
        Notation::Toml => read_toml(written, region, &mut own, read),
        Notation::Yaml => read_yaml(written, region, &mut own, read),
    };
    // Between other signs there may be no TOML at all.
    let is_toml = own.iter().all(|fault| fault.code != Code::InvalidToml);
    if fault != Some(Enclosure::OtherSigns) || is_toml {
        faults.extend(own);
    }
    let located = |(value, range): &(String, Range<usize>)| Located {
        value: value.clone(),
        span: file.span(body + range.start..body + range.end),
    };
    // A heading that says the title is no part of the article.
    let mut start = body;
    if front.title.is_none() || article.trim_start().starts_with("# ") {
        let is_title = |title: &Located<String>| opening.title.as_ref().is_some_and(|(own, _)| *own == title.value);
        if front.title.as_ref().is_none_or(is_title) {
            front.title = opening.title.as_ref().map(located);
            start += opening.title_end;
        }
    }
    if front.summary.is_none() {
        front.summary = opening.summary.as_ref().map(located);
        front.is_summary_in_article = front.summary.is_some();
    }
    (front, start)
}

/// Whether a text begins with the line of front matter, but for a blank before it.
fn is_indented(text: &str) -> bool {
    let line = text.trim_start_matches('\n').lines().next().unwrap_or_default();
    line.starts_with([' ', '\t']) && line.trim() == "+++"
}

fn enclosure(file: FileId, text: &str, fault: Enclosure) -> Diagnostic {
    let first = 0..text.lines().next().map_or(0, str::len);
    if text.trim().is_empty() {
        let help =
            "write the front matter, title and summary between two lines `+++`, and the article; or remove the file";
        return Diagnostic::error(Code::FrontMatter, "this file is empty")
            .at(file.span(0..0))
            .doubting(Matter::File(file))
            .help(help);
    }
    let (message, range, help) = match fault {
        Enclosure::Absent if is_indented(text) => {
            ("a blank stands before the `+++` that begins the front matter", first, "take it away")
        }
        Enclosure::Absent => (
            "this page has no front matter",
            first,
            "begin the file with a line `+++`, then title = \"…\" and summary = \"…\", then a line `+++`",
        ),
        Enclosure::OtherSigns => (
            "front matter stands between two lines `+++`",
            first,
            "write `+++` in place of both lines, and between them TOML, such as title = \"…\"",
        ),
        Enclosure::Open => (
            "the front matter that begins here is not closed by a line `+++`",
            first,
            "write a line `+++` behind its last key, before the article",
        ),
        Enclosure::OpenYaml => (
            "the front matter that begins here is not closed by a line `---`",
            first,
            "write a line `---` behind its last key, before the article",
        ),
        Enclosure::Late(start, end) if closing_fence(text).is_some() => (
            "the whole of this file stands in a block of code, as chat tools write their answers",
            start..end,
            "take this line away, and the one at the end of the file that closes the block",
        ),
        Enclosure::Late(start, end) => (
            "something stands before the front matter of this page",
            start..text[start..end].find('\n').map_or(end, |at| start + at),
            "put the line `+++` at the top of the file, and these words behind the second one",
        ),
        Enclosure::OtherEnd(start, end) => {
            ("the front matter is not closed by a line `+++`", start..end, "write `+++` in place of this line")
        }
    };
    Diagnostic::error(Code::FrontMatter, message).at(file.span(range)).help(help)
}

fn keys(
    fields: &mut Fields<'_, '_>,
    notation: Notation,
    kind: PageKind,
    config: &Config,
    opening: &LazyCell<Opening, impl FnOnce() -> Opening>,
) -> FrontMatter {
    let mut front = FrontMatter {
        title: match !fields.has("title") && opening.title.is_some() {
            true => fields.string("title"),
            false => fields.required_string("title", &format!("give the page a title: {}", notation.text_of("title"))),
        },
        short_title: match fields.has("short_title") {
            true => fields.required_string("short_title", "name the page in a few words, or take the key out"),
            false => fields.string("short_title"),
        },
        summary: summary(fields, notation, opening),
        aliases: fields.strings("aliases"),
        redirects: fields.strings("redirects"),
        template: fields.string("template"),
        image: fields.string("image"),
        ..FrontMatter::default()
    };
    for key in only_in_page_toml() {
        fields.elsewhere(key, "write it once for all languages, in page.toml beside this file");
    }
    for key in ["weight", "position", "sidebar_position", "nav_order"] {
        fields.elsewhere(key, "write the place of the page among others in page.toml beside this file: order = 10");
    }
    if !kind.is_dimension() {
        front.of_dimension = misplaced_dimension::take(fields, &misplaced_dimension::IN_HEAD);
        return front;
    }
    let top = fields.span();
    let stances = fields.table("stance", |stance| {
        let said =
            config.subject_ids().map(|id| stance.required_string(id, "say in one sentence where this subject stands"));
        // A missing sentence is reported, and the others keep their places.
        let nothing = || Located { value: String::new(), span: top };
        let said: Vec<_> = said.map(|said| said.unwrap_or_else(nothing)).collect();
        keys_are_subjects(stance);
        said
    });
    let subjects: Vec<&str> = config.subject_ids().filter(|id| fields.has(id)).collect();
    if let (false, Some(first)) = (fields.has("stance"), subjects.first()) {
        let message = format!("the subject `{first}` stands in no table");
        let fault = Diagnostic::error(Code::InvalidValue, message).at(fields.key_span(first));
        fields.fault(fault.help(match notation {
            Notation::Toml => "write [stance] on a line of its own above it",
            Notation::Yaml => {
                "write `stance:` on a line of its own above it, and indent the lines of subjects by two blanks"
            }
        }));
        subjects.iter().for_each(|id| fields.accept(id));
    } else if !fields.has("stance") {
        let help = match notation {
            Notation::Toml => "say where each subject stands: [stance], then one line for each subject",
            Notation::Yaml => {
                "say where each subject stands: `stance:`, then one line for each subject, indented by two blanks"
            }
        };
        fields.missing("stance", help);
    }
    front.stances = stances.unwrap_or_default();
    let poles = fields.table("axis", |axis| {
        let start = axis.required_string("start", "name the end of the axis that 0 stands for");
        let end = axis.required_string("end", "name the end of the axis that 100 stands for");
        for id in config.subject_ids() {
            axis.elsewhere(id, "say where the subjects stand once for all languages, in [axis] of page.toml");
        }
        let (start, end) = (start?, end?);
        if start.value.trim() == end.value.trim() {
            let message = "`axis.end` is the same as `axis.start`";
            let fault = Diagnostic::warning(Code::InvalidValue, message).at(end.span);
            axis.fault(fault.help("say in `end` what 100 stands for, and in `start` what 0 does"));
        }
        Some([start, end])
    });
    if !fields.has("axis") {
        let help = match notation {
            Notation::Toml => "name the two ends of the axis: [axis], start = \"…\", end = \"…\"",
            Notation::Yaml => {
                "name the two ends of the axis: `axis:`, and indented below it start: \"…\" and end: \"…\""
            }
        };
        fields.missing("axis", help);
    }
    front.poles = poles.flatten();
    front
}

/// The summary, which other generators call a description.
fn summary(
    fields: &mut Fields<'_, '_>,
    notation: Notation,
    opening: &LazyCell<Opening, impl FnOnce() -> Opening>,
) -> Option<Located<String>> {
    let guidance = &format!("say in one or two sentences what a reader learns here: {}", notation.text_of("summary"));
    if fields.has("summary") {
        return fields.required_string("summary", guidance);
    }
    if fields.has("description") {
        fields.accept("summary");
        return fields.required_string("description", guidance);
    }
    match &opening.summary {
        Some(_) => fields.string("summary"),
        None => fields.required_string("summary", guidance),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_whatever_encloses_the_front_matter() {
        let keys = "title = \"a\" # b\n# a comment\naliases = [\n  \"x\",\n]\n\n[stance]\nllm = \"\"\"\nsaid\n\"\"\"\n";
        let article = "A paragraph.\n\n## One {#one}\n";
        for (begin, end, fault) in [
            ("+++\n", "+++\n", None),
            ("+++\n", "+++ \n", None),
            ("+++\n", "\n", Some(Enclosure::Open)),
            ("+++\n", "", Some(Enclosure::Open)),
            ("+++\n", "++\n", Some(Enclosure::OtherEnd(4 + keys.len(), 6 + keys.len()))),
            ("++\n", "+++\n", Some(Enclosure::OtherSigns)),
            ("---\n", "---\n", Some(Enclosure::OtherSigns)),
        ] {
            for article in [article, "## One {#one}\n", "العربية لغة.\n", "> quoted = so\n", "- item\n", "[^n]: note\n"]
            {
                let text = format!("{begin}{keys}{end}{article}");
                let parts = split(&text);
                assert_eq!((parts.keys.trim_end(), parts.fault), (keys.trim_end(), fault), "{text}");
                assert_eq!(&text[parts.body..], article, "{text}");
            }
        }
        let bare = split("## One\n+++\n");
        assert_eq!((bare.body, bare.fault), (0, Some(Enclosure::Absent)));
        assert_eq!(split("+++\n## a comment\ntitle = \"a\"\n+++").fault, None);
        let yaml = split("\n \n---\ntitle: a\n---\nx");
        assert_eq!((yaml.keys, yaml.fault), ("title: a\n", None));
        assert_eq!(split("words\n\n---\ntitle: a\n---\nx").fault, Some(Enclosure::Absent));
    }
}
