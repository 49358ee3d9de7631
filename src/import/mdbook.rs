//! What mdBook does to a text before it is Markdown: files that are brought in, lines of code that are hidden, and attributes
//! of blocks that say how they are tested. Beside it what its summary and settings say of pages.

use std::collections::{BTreeMap, BTreeSet};

use super::brought::{BroughtText, DEEPEST, ENDLESS, MOST, NotBrought, not_brought, part_of, text_at};
use super::fences::CodeFence;
use super::preprocessed::preprocessed;
use super::remark::Remark;
use super::tool::{ForeignFiles, Layout, joined, of_table};

/// Attributes of blocks of code that change nothing of what readers see.
const OF_TESTS: [&str; 16] = [
    "allow_fail",
    "compile_fail",
    "does_not_compile",
    "editable",
    "ignore",
    "mdbook-runnable",
    "no_run",
    "noplayground",
    "noplaypen",
    "noheading",
    "not_desired_behavior",
    "panics",
    "should_panic",
    "test_harness",
    "unstable",
    "warnunused",
];

/// A text with what it brings in, without what readers did not see. `line` is that of its first line in its file.
pub fn book_text(
    file: &str,
    text: &str,
    line: usize,
    files: &ForeignFiles,
    layout: &Layout,
    remarks: &mut Vec<Remark>,
) -> BroughtText {
    let mut reader = BookReader {
        file,
        files,
        layout,
        line,
        hides: None,
        out: BroughtText::default(),
        remarks,
        said: BTreeSet::new(),
    };
    let mut fence = CodeFence::default();
    for (number, line) in text.split('\n').enumerate() {
        reader.lines(line, number, &mut fence, 0);
    }
    reader.out.text.pop();
    let BroughtText { text, lines } = reader.out;
    BroughtText { text: preprocessed(text, layout), lines }
}

struct BookReader<'a> {
    file: &'a str,
    files: &'a ForeignFiles,
    layout: &'a Layout,
    line: usize,
    /// What lines of the block that is open begin with that are hidden.
    hides: Option<String>,
    out: BroughtText,
    remarks: &'a mut Vec<Remark>,
    said: BTreeSet<&'static str>,
}

impl BookReader<'_> {
    /// Says what is true of many places once for a file.
    fn say_once(&mut self, number: usize, said: &'static str) {
        if self.said.insert(said) {
            self.say(number, said.to_owned());
        }
    }

    fn say(&mut self, number: usize, said: String) {
        self.remarks.push(Remark { file: self.file.to_owned(), line: self.line + number, said });
    }

    fn lines(&mut self, line: &str, number: usize, fence: &mut CodeFence, depth: usize) {
        let shown = line.trim();
        if !fence.is_open() && shown.starts_with("{{#title ") && shown.ends_with("}}") {
            self.say_once(number, "`{{#title …}}` is left out: the title of a page is its heading");
            return;
        }
        let Some((before, command, behind)) = command(line) else {
            return self.line(line, number, fence);
        };
        let brought = match self.brought(command, depth) {
            Some(Ok(brought)) => brought,
            Some(Err(reason)) => {
                self.say(number, not_brought(&format!("{{{{#{command}}}}}"), reason));
                return self.line(line, number, fence);
            }
            None => {
                if !fence.is_open() && self.has_other_commands() {
                    self.say(number, format!("a command of mdBook stays as it is written: {}", command.trim()));
                }
                return self.line(line, number, fence);
            }
        };
        for line in format!("{before}{brought}{behind}").split('\n') {
            // Nothing goes on by itself: what is behind a command may hold another.
            self.lines(line, number, fence, depth + 1);
        }
    }

    fn line(&mut self, line: &str, number: usize, fence: &mut CodeFence) {
        let was_open = fence.is_open();
        let is_open = fence.is_open_after(line);
        let line = match (was_open, is_open) {
            (false, true) => self.opening(line),
            (true, true) => {
                let Some(line) = self.seen(line) else {
                    self.say_once(number, "lines of code that mdBook hides are left out");
                    return;
                };
                line
            }
            _ => line.to_owned(),
        };
        // As in mdBook, to which code is text like any other here.
        let line = line.replace("\\{{#", "{{#");
        self.out.text.push_str(&line);
        self.out.text.push('\n');
        self.out.lines.push(number);
    }

    /// The line that opens a block of code, without attributes for tests.
    fn opening(&mut self, line: &str) -> String {
        let marks = line.len() - line.trim_start_matches([' ', '\t', '`', '~']).len();
        let mut words = line[marks..].split([',', ' ', '\t']).filter(|word| !word.is_empty());
        let language = words.next().unwrap_or_default();
        let attributes: Vec<&str> = words.collect();
        let own = attributes.iter().find_map(|attribute| attribute.strip_prefix("hidelines="));
        self.hides = own.map(str::to_owned).or_else(|| self.hidden_in(language));
        let is_of_tests = |attribute: &&str| {
            OF_TESTS.contains(attribute)
                || attribute.starts_with("edition20")
                || attribute.starts_with("hidelines=")
                || attribute.starts_with("ignore-")
        };
        match attributes.iter().all(is_of_tests) {
            true => format!("{}{language}", &line[..marks]),
            false => line.to_owned(),
        }
    }

    /// What hidden lines begin with in a language.
    fn hidden_in(&self, language: &str) -> Option<String> {
        if language == "rust" {
            return Some("#".to_owned());
        }
        let of_settings = of_table(&self.layout.settings, "[output.html.code.hidelines]");
        of_settings.into_iter().find(|(name, _)| name == language).map(|(_, prefix)| prefix)
    }

    /// A line of code as readers saw it; nothing where they did not.
    fn seen(&self, line: &str) -> Option<String> {
        let shown = line.trim_start();
        match self.hides.as_deref() {
            // As in the documentation of Rust: `##` is the sign itself, and `#[` and `#!` begin attributes.
            Some("#") => match shown.strip_prefix('#') {
                Some(rest) if rest.starts_with('#') => Some(line.replacen('#', "", 1)),
                Some(rest) if rest.is_empty() || rest.starts_with(' ') => None,
                _ => Some(line.to_owned()),
            },
            Some(prefix) if !prefix.is_empty() && shown.starts_with(prefix) => None,
            _ => Some(line.to_owned()),
        }
    }

    /// Whether the book is made by programs that have commands of their own: without them, others are text.
    fn has_other_commands(&self) -> bool {
        self.layout.settings.iter().any(|(_, text)| text.contains("[preprocessor."))
    }

    /// What a command brings in, or why not; nothing where it is none of mdBook's.
    fn brought(&self, command: &str, depth: usize) -> Option<Result<String, NotBrought>> {
        let (name, rest) = command.split_once(' ')?;
        if !matches!(name, "include" | "rustdoc_include" | "playground" | "playpen") {
            return None;
        }
        let is_code = name.starts_with('p');
        // What stands behind the path of code says how it is run.
        let named = if is_code { rest.split_whitespace().next().unwrap_or_default() } else { rest.trim() };
        let (path, part) = if is_code { (named, "") } else { named.split_once(':').unwrap_or((named, "")) };
        let folder = self.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text =
            text_at(self.files, &[folder], path).and_then(|(_, text)| part_of(&text, part, ["ANCHOR:", "ANCHOR_END:"]));
        Some(match text {
            Ok(text) if depth >= DEEPEST || self.out.text.len() + text.len() > MOST => Err(ENDLESS),
            Ok(text) if is_code => Ok(format!("```rust\n{text}\n```")),
            text => text,
        })
    }
}

/// The first command of a line, without its braces, with what stands before and behind it.
fn command(line: &str) -> Option<(&str, &str, &str)> {
    let start = line.match_indices("{{#").map(|(at, _)| at).find(|at| !line[..*at].ends_with('\\'))?;
    let end = start + line[start..].find("}}")?;
    Some((&line[..start], &line[start + 3..end], &line[end + 2..]))
}

/// The address of a page without what only files have, for comparing.
pub fn plain_address(address: &str) -> String {
    let address = address.trim_matches('/');
    let address = address.strip_suffix("index.html").or_else(|| address.strip_suffix(".html")).unwrap_or(address);
    address.trim_matches('/').to_owned()
}

/// The addresses that the settings redirect, by the plain address of the page to which they lead.
pub fn redirects(layout: &Layout) -> BTreeMap<String, Vec<String>> {
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (from, to) in of_table(&layout.settings, "[output.html.redirect]") {
        let folder = from.trim_start_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
        let to = to.split('#').next().unwrap_or_default();
        let target = if to.starts_with('/') { to.to_owned() } else { joined(folder, to) };
        pages.entry(plain_address(&target)).or_default().push(from);
    }
    pages
}

/// The files that a summary names, below its folder; nothing where it names none.
pub fn chapters(summary: &str) -> BTreeSet<String> {
    let target = |line: &str| {
        let target = line.split_once("](")?.1.split(')').next()?;
        let target = target.trim().trim_start_matches("./").split('#').next()?.replace("%20", " ");
        Some(joined("", &target)).filter(|target| !target.is_empty())
    };
    summary.lines().filter_map(target).collect()
}

/// What a summary has beside its chapters, as remarks.
pub fn summary_remarks(file: &str, summary: &str) -> Vec<Remark> {
    let headings = summary.lines().filter_map(|line| line.strip_prefix("# ")).map(str::trim);
    let parts: Vec<String> = headings.filter(|part| *part != "Summary").map(|part| format!("`{part}`")).collect();
    let is_draft = |line: &&str| line.contains("]()");
    let name = |line: &str| Some(format!("`{}`", line.split_once('[')?.1.split(']').next()?));
    let drafts: Vec<String> = summary.lines().filter(is_draft).filter_map(name).collect();
    let said = |names: Vec<String>, said: &str| {
        (!names.is_empty()).then(|| Remark::of_file(file, format!("{said}: {}", names.join(", "))))
    };
    let parts = said(parts, "pages stand in folders and not in parts, of which these are left out");
    parts.into_iter().chain(said(drafts, "these chapters have no file, and are left out")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tool::Tool;
    use super::*;

    #[test]
    fn what_is_brought_in_and_what_is_hidden() {
        let text = |text: &str| text.as_bytes().to_vec();
        let mut files = ForeignFiles::new();
        files.insert("book.toml".to_owned(), text("[book]\n[output.html.code.hidelines]\npython = \"~\"\n[x]\n"));
        files.insert("list/a.rs".to_owned(), text("// ANCHOR: main\nfn main() {\n    // ANCHOR: x\n    a();\n    // ANCHOR_END: x\n}\n// ANCHOR_END: main\nb\n"));
        files.insert("src/part.md".to_owned(), text("See {{#include v.txt}}.\n"));
        files.insert("src/v.txt".to_owned(), text("1.2\n"));
        let layout = Layout::new(&files, Tool::MdBook, &[]);
        let mut remarks = Vec::new();
        let mut made = |text: &str| book_text("src/a.md", text, 1, &files, &layout, &mut remarks);
        for (written, expected) in [
            (
                "```rust,editable,edition2021\n# use x;\n#\n#[a]\nlet b;\n## c\n```\n",
                "```rust\n#[a]\nlet b;\n# c\n```\n",
            ),
            ("```rust,custom\n{{#include ../list/a.rs:x}}\n```", "```rust,custom\n    a();\n```"),
            ("```\n{{#rustdoc_include ../list/a.rs:main}}\n```", "```\nfn main() {\n    a();\n}\n```"),
            ("{{#include ../list/a.rs:2}}", "fn main() {"),
            ("{{#include ../list/a.rs::2}}", "// ANCHOR: main\nfn main() {"),
            ("{{#include ../list/a.rs:8:}}", "b"),
            ("{{#include part.md}}\n", "See 1.2.\n"),
            ("```python\n~a\nb\n```", "```python\nb\n```"),
            ("{{#title X}}\n\\{{#include a}} {{#include no.md}}", "{{#include a}} {{#include no.md}}"),
            (
                "{{#playground ../list/a.rs editable}}",
                "```rust\n// ANCHOR: main\nfn main() {\n    // ANCHOR: x\n    a();\n    // ANCHOR_END: x\n}\n// ANCHOR_END: main\nb\n```",
            ),
            ("# A\n\n```sh\n# b\n```\n", "# A\n\n```sh\n# b\n```\n"),
        ] {
            assert_eq!(made(written).text, expected, "{written}");
        }
        assert_eq!(made("a\n{{#include ../list/a.rs:2:4}}\nb").lines, [0, 1, 1, 1, 2]);
        assert_eq!(made("```\n{{#include no.rs}}\n```").text, "```\n{{#include no.rs}}\n```");
        assert!(
            remarks.iter().any(|remark| remark.said.starts_with("`{{#include no.rs}}` stays as it is written")),
            "{remarks:?}"
        );
    }
}
