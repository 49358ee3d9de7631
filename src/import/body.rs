//! The text of a document: its links and images lead to their new places, marks of the old tool are taken out or said, and
//! nothing else changes. Code stays as it is.

use std::collections::BTreeSet;

use super::attributes::{id, list_at, of_heading, remarked_id, sizes};
use super::documents::ForeignPage;
use super::fences::CodeFence;
use super::links::{LinkTarget, Links};
use super::remark::Remark;
use super::shortcodes::reference;
use super::tabs::attribute;
use super::tool::{Layout, Tool};

/// What comes of a text.
#[derive(Debug, Default)]
pub struct Findings {
    /// The files that it shows or links to: their paths in the tree, and in the site.
    pub files: BTreeSet<(String, String)>,
    /// What could not be carried over.
    pub remarks: Vec<Remark>,
    /// Whether it shows an image of another site.
    pub has_external_images: bool,
}

/// Marks of tools that mean nothing here, and what they are called.
const FOREIGN: [(&str, &str); 10] = [
    ("{{<", "a shortcode"),
    ("{{%", "a shortcode"),
    ("{%", "a tag of Liquid or Tera"),
    ("{{ ", "a value that the old tool filled in"),
    ("{{#include ", "a command of mdBook"),
    ("{{#rustdoc_include ", "a command of mdBook"),
    ("{{#playground ", "a command of mdBook"),
    ("{:", "a list of attributes"),
    ("=== \"", "a tab"),
    ("<<< ", "code from a file"),
];

/// Whether a mark is one of the tool of a tree, and no text like any other.
fn is_mark(mark: &str, layout: &Layout) -> bool {
    let has = |name: &str| layout.settings.iter().any(|(_, text)| text.contains(name));
    match layout.tool {
        // What mdBook itself understands was done before, and was said there.
        Tool::MdBook => !mark.starts_with("{{") && !mark.starts_with("{%"),
        Tool::MkDocs if mark.starts_with("{{<") || mark.starts_with("{{%") => false,
        Tool::MkDocs if mark == "{%" || mark == "{{ " => {
            has("macros") || has("include-markdown") || has("j2") || has("jinja") || has("INHERIT:")
        }
        _ => true,
    }
}

/// A line without what is code in it.
fn without_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.find('`').map(|at| rest.split_at(at)) {
        let ticks = after.len() - after.trim_start_matches('`').len();
        let (open, behind) = after.split_at(ticks);
        out.push_str(before);
        match behind.find(open) {
            Some(end) => rest = &behind[end + ticks..],
            None => {
                out.push_str(open);
                rest = behind;
            }
        }
    }
    out + rest
}

/// Carries the text of a document over, given line by line, each with its number from 0.
pub fn carried(
    document: &ForeignPage,
    lines: &[(usize, String)],
    layout: &Layout,
    links: &Links<'_>,
) -> (String, Findings) {
    let mut writer = Carrier::new(document, layout, links);
    let is_mdx = layout.tool == Tool::Docusaurus || document.file.ends_with(".mdx");
    let mut out = String::new();
    let mut fence = CodeFence::default();
    let mut block: Option<&str> = None;
    let mut end_of_module = 0;
    for (at, (number, line)) in lines.iter().enumerate() {
        writer.line = document.first_line + number;
        let line = format!("{line}\n");
        let shown = line.trim();
        if at < end_of_module {
            // A statement that began above.
        } else if let Some(end) = block {
            block = Some(end).filter(|_| !shown.contains(end));
        } else if fence.is_open() {
            out.push_str(&line);
            fence.is_open_after(&line);
        } else if fence.is_open_after(&line) {
            out.push_str(&with_title(&line).unwrap_or(line));
        } else if let Some((what, end)) = code_of_page(shown, is_mdx) {
            writer.say(format!("{what} is left out"));
            block = end.filter(|end| !shown[1..].contains(end));
            if end.is_none() {
                end_of_module = at + statement_length(&lines[at..]);
            }
        } else if matches!(shown.to_lowercase().as_str(), "[[toc]]" | "[toc]" | "[[_toc_]]" | "<!-- toc -->") {
            // Every page has its contents.
        } else {
            out.push_str(&writer.line(&line));
        }
    }
    (out, writer.findings)
}

/// The line that begins a block of code, with the name of a file behind its language as the title of the block.
fn with_title(line: &str) -> Option<String> {
    let (opening, rest) = line.trim_end().rsplit_once(['`', '~'])?;
    let mark = &line[opening.len()..=opening.len()];
    let (language, words) = rest.trim_start().split_once(' ')?;
    let (name, others) = words.trim_start().split_once(' ').unwrap_or((words.trim_start(), ""));
    let (stem, ending) = name.rsplit_once('.')?;
    let is_name = |part: &str| part.chars().all(|c| c.is_alphanumeric() || "-_./@+".contains(c));
    let is_file = is_name(stem) && ending.len() <= 10 && ending.starts_with(char::is_alphabetic) && is_name(ending);
    let others = if others.is_empty() { String::new() } else { format!(" {others}") };
    is_file.then(|| format!("{opening}{mark}{language} title=\"{name}\"{others}\n"))
}

/// The words in the attributes of a component, which readers of the old site saw.
fn shown_words(element: &str) -> Vec<String> {
    let names = ["title", "label", "name", "path", "caption", "tip", "description", "header", "alt"];
    names.iter().filter_map(|name| attribute(element, name)).filter(|words| !words.is_empty()).collect()
}

/// What runs on the pages of the old tool: what it is, and what ends it where that is not on the same line.
fn code_of_page(line: &str, is_mdx: bool) -> Option<(&'static str, Option<&'static str>)> {
    if line.starts_with("<script") {
        return Some(("a script", Some("</script>")));
    }
    if line.starts_with("<style") {
        return Some(("a style sheet", Some("</style>")));
    }
    let is_import = line.contains(" from ") || line.contains(['"', '\'']) || line == "import {";
    let is_module = line.starts_with("import ") && is_import || line.starts_with("export ");
    (is_mdx && is_module).then_some(("an import or export of MDX", None))
}

/// On how many lines a statement of MDX may stand.
const LONGEST_STATEMENT: usize = 400;

/// How many lines the statement has that begins with the first one: it ends where all its brackets are closed and nothing has
/// to follow. One that has no end is its first line alone, so that no words are lost.
fn statement_length(lines: &[(usize, String)]) -> usize {
    let mut depth = 0_i64;
    for (at, (_, line)) in lines.iter().take(LONGEST_STATEMENT).enumerate() {
        let (mut rest, mut code) = (line.as_str(), String::new());
        // What is in quotation marks has no brackets. A mark that is not closed on its line is an apostrophe.
        while let Some(start) = rest.find(['"', '\'', '`']) {
            let length = rest[start + 1..].find(&rest[start..=start]).map_or(1, |end| end + 2);
            code.push_str(&rest[..start]);
            rest = &rest[start + length..];
        }
        code.push_str(rest);
        depth += code.matches(['(', '[', '{']).count() as i64 - code.matches([')', ']', '}']).count() as i64;
        let goes_on = ["=", "=>", ",", "?", ":", "+", "&&", "||"].iter().any(|sign| line.trim_end().ends_with(sign));
        if depth <= 0 && !goes_on {
            return at + 1;
        }
    }
    1
}

struct Carrier<'a> {
    document: &'a ForeignPage,
    links: &'a Links<'a>,
    findings: Findings,
    line: usize,
    /// The marks that mean something in this tree.
    marks: Vec<(&'static str, &'static str)>,
    /// Whether braces behind links and images hold attributes.
    has_attributes: bool,
    /// What has been said that is said once for a file.
    said: BTreeSet<&'static str>,
}

impl<'a> Carrier<'a> {
    fn new(document: &'a ForeignPage, layout: &'a Layout, links: &'a Links<'a>) -> Self {
        let has_attributes = matches!(layout.tool, Tool::MkDocs | Tool::VitePress | Tool::Jekyll);
        let marks = FOREIGN.into_iter().filter(|(mark, _)| is_mark(mark, layout)).collect();
        let (findings, said) = (Findings::default(), BTreeSet::new());
        Self { marks, document, links, findings, line: document.first_line, has_attributes, said }
    }

    fn say(&mut self, said: String) {
        self.findings.remarks.push(Remark { file: self.document.file.clone(), line: self.line, said });
    }

    fn say_once(&mut self, said: &'static str) {
        if self.said.insert(said) {
            self.say(said.to_owned());
        }
    }

    fn line(&mut self, line: &str) -> String {
        let heading = self.heading(line);
        let carried = self.words(heading.as_deref().unwrap_or(line));
        let shown = if heading.is_some() { of_heading(&carried).0 } else { &*carried };
        let shown = without_code(shown);
        // Four and more of its signs are those of a merge.
        let is_one = |mark: &str| shown.contains(mark) && (mark != "<<< " || shown.trim_start().starts_with(mark));
        let found = self.marks.iter().find(|(mark, _)| is_one(mark));
        if let Some((_, name)) = found {
            self.say(format!("{name} stays as it is written: {}", line.trim()));
        }
        carried
    }

    /// A heading without attributes but its id; nothing where it has none.
    fn heading(&mut self, line: &str) -> Option<String> {
        let line = line.trim_start().starts_with('#').then_some(line)?;
        if let Some((words, id)) = remarked_id(line) {
            return Some(format!("{words} {{#{id}}}\n"));
        }
        let (words, list) = of_heading(line);
        let list = list?;
        if list.iter().all(|attribute| attribute.starts_with('#')) {
            return Some(line.to_owned());
        }
        self.say_once("attributes of headings are left out but for ids: they have no effect here");
        let id = id(&list).map(|id| format!(" {{#{id}}}"));
        Some(format!("{words}{}\n", id.unwrap_or_default()))
    }

    fn words(&mut self, line: &str) -> String {
        let component =
            line.match_indices('<').find(|(at, _)| line[at + 1..].starts_with(|c: char| c.is_ascii_uppercase()));
        if let Some((at, _)) =
            component.filter(|(at, _)| !line[..*at].contains('`') && !line[*at..].starts_with("<http"))
        {
            let name: String = line[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
            let words = shown_words(&line[at..]);
            self.say(match words.is_empty() {
                true => format!("the component `{name}` means nothing here"),
                false => format!("the component `{name}` means nothing here, nor do its words: {}", words.join(", ")),
            });
        }
        let line = match line.trim_start().strip_prefix('[').filter(|rest| !rest.starts_with('^')) {
            Some(rest) if rest.contains("]: ") && !rest.starts_with('[') => self.definition(line),
            _ => line.to_owned(),
        };
        let line = self.inline(&line);
        self.attributes(&line)
    }

    /// `[name]: target "title"`
    fn definition(&mut self, line: &str) -> String {
        let Some((name, rest)) = line.split_once("]: ") else { return line.to_owned() };
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        match self.target(&rest[..end], false) {
            Some(target) => format!("{name}]: {target}{}", &rest[end..]),
            // Without its definition, a reference is no link any more; one to the page as a whole harms nobody.
            None => format!("{name}]: #{}", &rest[end..]),
        }
    }

    /// `[words](target)` and `![words](target)`, outside code.
    fn inline(&mut self, line: &str) -> String {
        let mut out = String::new();
        let mut rest = line;
        while let Some(at) = rest.find(['`', ']']) {
            let (before, after) = rest.split_at(at);
            out.push_str(before);
            if after.starts_with('`') {
                let ticks = after.len() - after.trim_start_matches('`').len();
                let close = after[ticks..].find(&after[..ticks]).map_or(ticks, |end| end + 2 * ticks);
                out.push_str(&after[..close]);
                rest = &after[close..];
                continue;
            }
            let Some((inside, length)) = after.strip_prefix("](").and_then(destination) else {
                out.push(']');
                rest = &after[1..];
                continue;
            };
            rest = &after[2 + length..];
            let (target, title) = match reference(inside) {
                Some(target) => (target, ""),
                None if inside.starts_with("{{") => (inside, ""),
                None => inside.split_once([' ', '\t']).unwrap_or((inside, "")),
            };
            let target = target.trim_start_matches('<').trim_end_matches('>');
            let open = opening(&out);
            let is_image = open.is_some_and(|open| out[..open].ends_with('!'));
            let mut is_shown = true;
            match (self.target(target, is_image), open) {
                (Some(target), _) => {
                    let title = if title.is_empty() { String::new() } else { format!(" {title}") };
                    out.push_str(&format!("]({target}{title})"));
                }
                (None, Some(open)) => {
                    out.remove(open);
                    if is_image {
                        out.remove(open - 1);
                    }
                    is_shown = false;
                }
                (None, None) => out.push_str(&format!("]({inside})")),
            }
            if let Some((list, length)) = list_at(rest).filter(|_| self.has_attributes) {
                let sizes = sizes(&list).filter(|_| is_image);
                if list.len() > sizes.as_deref().map_or(0, |sizes| sizes.split(' ').count()) {
                    self.say_once(
                        "attributes behind links and images are left out but for sizes: they have no effect here",
                    );
                }
                out.push_str(&sizes.filter(|_| is_shown).unwrap_or_default());
                rest = &rest[length..];
            }
        }
        out + rest
    }

    /// `href` and `src` in HTML.
    fn attributes(&mut self, line: &str) -> String {
        if !line.contains('<') {
            return line.to_owned();
        }
        let mut out = self.images(line);
        for name in [" href=\"", " src=\""] {
            let mut from = 0;
            while let Some(at) = out[from..].find(name).map(|at| from + at) {
                let start = at + name.len();
                let Some(end) = out[start..].find('"').map(|end| start + end) else { break };
                let written = out[start..end].to_owned();
                let found = self.target(&written, name == " src=\"");
                let new = found.map_or_else(String::new, |target| format!("{name}{target}\""));
                out.replace_range(at..=end, &new);
                from = at + new.len();
            }
        }
        out
    }

    /// Images of HTML that lead to nothing become their alternative text, as those of Markdown do.
    fn images(&mut self, line: &str) -> String {
        let mut out = String::new();
        let mut rest = line;
        while let Some((at, end)) = rest.find("<img ").and_then(|at| Some((at, at + rest[at..].find('>')? + 1))) {
            let element = &rest[at..end];
            let source = attribute(element, "src").unwrap_or_default();
            let is_lost = self.links.find(self.document, &source) == LinkTarget::Nothing;
            out.push_str(&rest[..at]);
            rest = &rest[end..];
            if !is_lost || out.matches('`').count() % 2 == 1 {
                out.push_str(element);
                continue;
            }
            self.say(format!("an image leads to nothing in the tree, and is left out: {source}"));
            out.push_str(&attribute(element, "alt").unwrap_or_default());
            rest = list_at(rest).map_or(rest, |(_, length)| &rest[length..]);
        }
        out + rest
    }

    /// The new target; nothing where there is none, which is said.
    fn target(&mut self, written: &str, is_image: bool) -> Option<String> {
        match self.links.find(self.document, written) {
            LinkTarget::Same => {
                self.findings.has_external_images |= is_image && written.contains("://");
                Some(written.to_owned())
            }
            LinkTarget::Page(address, lost) => {
                if lost {
                    self.say(format!("there is no heading `{written}` leads to: the link leads to the page"));
                }
                Some(address)
            }
            LinkTarget::File(from, name) => {
                self.findings.files.insert((from, format!("static/{name}")));
                let name: String = name.replace(' ', "%20");
                Some(format!("/{name}"))
            }
            LinkTarget::Nothing => {
                let what = if is_image { "an image" } else { "a link" };
                self.say(format!("{what} leads to nothing in the tree, and is left out: {written}"));
                None
            }
        }
    }
}

/// What stands between the parentheses of a link, and how long it is with the closing one.
fn destination(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some((text[..at].trim(), at + 1)),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where the bracket stands that the end of a text is about to close.
fn opening(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_is_the_title_of_its_code() {
        for (line, written) in [
            ("```json crew.jsonc\n", Some("```json title=\"crew.jsonc\"\n")),
            ("  ```js src/App.js hidden\n", Some("  ```js title=\"src/App.js\" hidden\n")),
            ("```js run\n", None),
            ("```js title=\"a.js\"\n", None),
            ("```js {1,3}\n", None),
            ("```\n", None),
            ("~~~~ sh install.sh\n", Some("~~~~sh title=\"install.sh\"\n")),
        ] {
            assert_eq!(with_title(line).as_deref(), written, "{line}");
        }
    }
}
