//! What documents bring in of other files by a command on a line of its own, as extensions of MkDocs and VitePress have it.
//! Whatever cannot be brought in stays as it is written, and is said with the reason.

use std::collections::BTreeMap;

use super::fences::CodeFence;
use super::remark::Remark;
use super::tool::{ForeignFiles, Layout, Tool, joined};

/// A text with what it brings in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct BroughtText {
    /// The text.
    pub text: String,
    /// For each of its lines, the number of that in the text as it was, from 0.
    pub lines: Vec<usize>,
}

/// How deep files are brought into one another.
pub const DEEPEST: usize = 8;
/// How many bytes are brought into one document: a few files that bring one another in twice have no end.
pub const MOST: usize = 1 << 22;

/// Why nothing is brought in, as the end of a sentence about it.
pub type NotBrought = &'static str;

const OUTSIDE: NotBrought =
    "lies outside of the tree: copy the file into the tree and mend the path, or write its text here";
const MISSING: NotBrought = "is not in the tree: mend the path, or write its text here";
pub const PART: NotBrought = "is a part of a file that is not found: write its text here";
pub const ENDLESS: NotBrought = "would make the page too long: write its text here";

/// A remark on a command that stays as it is written.
pub fn not_brought(command: &str, reason: NotBrought) -> String {
    format!("`{}` stays as it is written, for what it brings in {reason}", command.trim())
}

/// A file of the tree as text, by a path from the first of several folders in which it is.
pub fn text_at(files: &ForeignFiles, folders: &[&str], path: &str) -> Result<(String, String), NotBrought> {
    let places: Vec<String> = folders.iter().filter_map(|folder| place_inside(folder, path)).collect();
    let found = places.iter().find_map(|place| Some((place, std::str::from_utf8(files.get(place)?).ok()?)));
    let (place, text) = found.ok_or(if places.is_empty() { OUTSIDE } else { MISSING })?;
    Ok((place.clone(), text.replace("\r\n", "\n").trim_end_matches('\n').to_owned()))
}

/// A path from a folder; nothing where it leads out of the tree.
fn place_inside(folder: &str, path: &str) -> Option<String> {
    let mut depth = folder.split('/').filter(|part| !matches!(*part, "" | ".")).count();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        depth = if part == ".." { depth.checked_sub(1)? } else { depth + 1 };
    }
    Some(joined(folder, path))
}

/// A part of a file: `2`, `2:10`, `:10`, `2:`, or what stands between the lines that have these marks and its name.
pub fn part_of(text: &str, part: &str, [start_mark, end_mark]: [&str; 2]) -> Result<String, NotBrought> {
    if part.is_empty() {
        return Ok(text.to_owned());
    }
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, last) = part.split_once(':').unwrap_or((part, part));
    if is_number(first) && is_number(last) {
        let start = first.parse().unwrap_or(1_usize).max(1);
        let end = last.parse().unwrap_or(usize::MAX);
        let lines = text.lines().skip(start - 1).take(end.saturating_sub(start - 1));
        return Ok(lines.collect::<Vec<_>>().join("\n"));
    }
    let name_behind = |line: &str, mark: &str| {
        let rest = line.split_once(mark)?.1.trim_start();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(rest.len());
        Some(rest[..end].to_owned())
    };
    let (mut is_inside, mut was_found, mut found) = (false, false, Vec::new());
    for line in text.lines() {
        if let Some(name) = name_behind(line, end_mark) {
            is_inside &= name != part;
        } else if let Some(name) = name_behind(line, start_mark) {
            is_inside |= name == part;
            was_found |= name == part;
        } else if is_inside {
            found.push(line);
        }
    }
    if was_found { Ok(found.join("\n")) } else { Err(PART) }
}

/// A text of MkDocs or VitePress with what it brings in. `line` is that of its first line in its file.
pub fn with_brought(
    file: &str,
    text: &str,
    line: usize,
    files: &ForeignFiles,
    layout: &Layout,
    remarks: &mut Vec<Remark>,
) -> BroughtText {
    let fence = CodeFence::default();
    let (out, left) = (BroughtText::default(), MOST);
    let mut reader = BringingReader { file, line, files, layout, bases: base_paths(layout), fence, out, left, remarks };
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    reader.lines(text, folder, None, "", 0);
    reader.out.text.pop();
    reader.out
}

/// The members of a list in settings in YAML, wherever its key stands; they may stand in brackets, or be one alone.
fn listed(settings: &str, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = settings.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some(named) = line.trim_start_matches("- ").strip_prefix(key).and_then(|rest| rest.strip_prefix(':'))
        else {
            continue;
        };
        let alone = named.trim().trim_start_matches('[').trim_end_matches(']');
        found.extend(alone.split(',').map(str::to_owned));
        while let Some(item) = lines.peek().and_then(|line| line.strip_prefix("- ")) {
            found.push(item.to_owned());
            lines.next();
        }
    }
    let plain = found.iter().map(|item| item.trim().trim_matches(['"', '\'']).to_owned());
    plain.filter(|item| !item.is_empty()).collect()
}

/// The folders from which extensions of MkDocs count their paths.
fn base_paths(layout: &Layout) -> Vec<String> {
    const MOST_BASES: usize = 16;
    let named = layout.settings.iter().flat_map(|(_, text)| listed(text, "base_path"));
    // Where none is named, they count from the top, and people from the folder of the documents.
    let own = [String::new(), layout.root().to_owned()];
    named.take(MOST_BASES).chain(own).collect()
}

/// The addresses of links in files that `auto_append` of `pymdownx.snippets` puts below every page.
#[derive(Debug, Default)]
pub struct Appended(BTreeMap<String, String>);

impl Appended {
    /// Reads the files; what else is in them is said.
    pub fn new(files: &ForeignFiles, layout: &Layout, remarks: &mut Vec<Remark>) -> Self {
        let mut appended = Self::default();
        if layout.tool != Tool::MkDocs {
            return appended;
        }
        let bases = base_paths(layout);
        let bases: Vec<&str> = bases.iter().map(String::as_str).collect();
        for (name, settings) in &layout.settings {
            for path in listed(settings, "auto_append") {
                let Ok((place, text)) = text_at(files, &bases, &path) else {
                    let said = format!(
                        "`auto_append` names `{path}`, which is not in the tree: write the addresses of its links into the pages"
                    );
                    remarks.push(Remark::of_file(name, said));
                    continue;
                };
                let (mut has_other, mut in_remark) = (false, false);
                for line in text.lines().map(str::trim) {
                    in_remark |= line.starts_with("<!--");
                    match label(line) {
                        Some(label) => drop(appended.0.entry(label).or_insert(line.to_owned())),
                        None => has_other |= !line.is_empty() && !in_remark,
                    }
                    in_remark &= !line.contains("-->");
                }
                if has_other {
                    let said =
                        "stood below every page by `auto_append`: of it the addresses of links are carried over alone";
                    remarks.push(Remark::of_file(&place, said));
                }
            }
        }
        appended
    }

    /// Adds to a text the addresses that it names and does not have.
    pub fn add_to(&self, made: &mut BroughtText) {
        let mut fence = CodeFence::default();
        let prose = made.text.lines().filter(|line| !fence.is_open_after(line)).collect::<Vec<_>>().join("\n");
        let named = prose.split('[').skip(1).filter_map(|rest| Some(plain_label(rest.split_once(']')?.0)));
        let mut used: BTreeMap<String, &str> =
            named.filter_map(|label| self.0.get(&label).map(|line| (label, line.as_str()))).collect();
        for own in prose.lines().filter_map(|line| label(line.trim())) {
            used.remove(&own);
        }
        if used.is_empty() {
            return;
        }
        let added = format!("\n\n{}\n", used.into_values().collect::<Vec<_>>().join("\n"));
        let last = made.lines.last().copied().unwrap_or_default();
        made.lines.resize(made.lines.len() + added.matches('\n').count(), last);
        made.text.push_str(&added);
    }
}

/// The label of a line that gives it an address.
fn label(line: &str) -> Option<String> {
    line.strip_prefix('[')?.split_once("]:").map(|(label, _)| plain_label(label))
}

fn plain_label(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A command that stands alone on its line.
struct BringingCommand<'l> {
    path: &'l str,
    /// The part of the file; nothing where it is named in a way that is not read here.
    part: Option<String>,
    /// How the block of code opens in which the file is shown.
    opening: Option<String>,
    /// What the settings name it by; without it, what is in code may be meant as it stands.
    setting: &'static str,
}

const SNIPPET_MARKS: [&str; 2] = ["8<-- [start:", "8<-- [end:"];

impl<'l> BringingCommand<'l> {
    fn of(line: &'l str, tool: Tool) -> Option<Self> {
        match tool {
            Tool::MkDocs => Self::include(line).or_else(|| Self::code_include(line)).or_else(|| Self::snippet(line)),
            Tool::VitePress => Self::of_vitepress(line),
            _ => None,
        }
    }

    /// `{!path!}` of `mdx_include` and `markdown_include`
    fn include(line: &'l str) -> Option<Self> {
        let path = line.strip_prefix("{!")?.strip_suffix("!}")?.trim();
        let part = (!path.contains([' ', '[', '!'])).then(String::new);
        Some(Self { path, part, opening: None, setting: "include" })
    }

    /// `{* path hl[1,3:5] *}` of `markdown_include_variants`
    fn code_include(line: &'l str) -> Option<Self> {
        let mut words = line.strip_prefix("{*")?.strip_suffix("*}")?.split_whitespace();
        let path = words.next()?;
        let (mut part, mut opening) = (Some(String::new()), format!("```{}", extension(path)));
        for word in words {
            match word.strip_prefix("hl[").and_then(|lines| lines.strip_suffix(']')) {
                Some(lines) => opening += &format!(" hl_lines=\"{}\"", lines.replace(',', " ").replace(':', "-")),
                None => part = None,
            }
        }
        Some(Self { path, part, opening: Some(opening), setting: "include" })
    }

    /// `--8<-- "path"` of `pymdownx.snippets`, alone or with a part; a block of them is not read.
    fn snippet(line: &'l str) -> Option<Self> {
        let rest = line.trim_start_matches('-').strip_prefix("8<")?;
        let named = rest.trim_start_matches('-');
        if !line.starts_with('-') || !rest.starts_with('-') || named.trim_start().starts_with('[') {
            return None;
        }
        let named = named.trim();
        let path = named.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let Some(path) = path.or_else(|| named.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''))) else {
            return Some(Self { path: "", part: None, opening: None, setting: "snippets" })
                .filter(|_| named.is_empty());
        };
        let (path, part) = match path.split_once(':') {
            Some(_) if path.contains("://") => (path, None),
            Some((path, part)) => (path, Some(part.to_owned()).filter(|part| !part.contains(','))),
            None => (path, Some(String::new())),
        };
        Some(Self { path, part, opening: None, setting: "snippets" })
    }

    /// `<!--@include: path{1,3}-->`, and `<<< path` for code.
    fn of_vitepress(line: &'l str) -> Option<Self> {
        if let Some(path) = line.strip_prefix("<<< ").map(str::trim).filter(|path| !path.contains(['{', '#', '[', ' ']))
        {
            let opening = Some(format!("```{}", extension(path)));
            return Some(Self { path, part: Some(String::new()), opening, setting: "" });
        }
        let inside = line.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
        let named = inside.strip_prefix("@include:")?.trim();
        let end = named.find(['{', '#']).unwrap_or(named.len());
        let lines = named[end..].strip_prefix('{').and_then(|lines| lines.strip_suffix('}'));
        let part = match lines {
            Some(lines) => Some(lines.replace(',', ":").replace(' ', "")),
            None => Some(String::new()).filter(|_| end == named.len()),
        };
        Some(Self { path: named[..end].trim(), part, opening: None, setting: "" })
    }
}

fn extension(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, extension)| extension)
}

struct BringingReader<'a> {
    file: &'a str,
    line: usize,
    files: &'a ForeignFiles,
    layout: &'a Layout,
    bases: Vec<String>,
    fence: CodeFence,
    out: BroughtText,
    /// How many bytes may still be brought in.
    left: usize,
    remarks: &'a mut Vec<Remark>,
}

impl BringingReader<'_> {
    /// The lines of a text, which count as those of the document or as this one of them, each behind a prefix.
    fn lines(&mut self, text: &str, folder: &str, of: Option<usize>, prefix: &str, depth: usize) {
        for (at, line) in text.split('\n').enumerate() {
            let number = of.unwrap_or(at);
            let shown = line.trim_start();
            if let Some(command) = BringingCommand::of(shown.trim_end(), self.layout.tool) {
                let prefix = format!("{prefix}{}", &line[..line.len() - shown.len()]);
                match self.brought(&command, folder, &prefix, depth) {
                    Ok((folder, text)) => {
                        self.lines(&text, &folder, Some(number), &prefix, depth + 1);
                        continue;
                    }
                    Err(reason) if self.is_said(&command) => {
                        let said = not_brought(shown, reason);
                        self.remarks.push(Remark { file: self.file.to_owned(), line: self.line + number, said });
                    }
                    Err(_) => {}
                }
            }
            let prefix = if line.is_empty() { "" } else { prefix };
            self.fence.is_open_after(line);
            self.out.text.push_str(prefix);
            self.out.text.push_str(line);
            self.out.text.push('\n');
            self.out.lines.push(number);
        }
    }

    /// Whether a command that brings nothing in is surely one. Settings that are taken over from others are not known.
    fn is_said(&self, command: &BringingCommand<'_>) -> bool {
        let is_named = |(_, text): &(String, String)| text.contains(command.setting) || text.contains("INHERIT:");
        // Code from files is said with the marks of other tools.
        command.opening.is_none() && command.setting.is_empty()
            || !command.setting.is_empty() && (!self.fence.is_open() || self.layout.settings.iter().any(is_named))
    }

    /// What a command brings in, and the folder from which paths in it count.
    fn brought(
        &mut self,
        command: &BringingCommand<'_>,
        folder: &str,
        prefix: &str,
        depth: usize,
    ) -> Result<(String, String), NotBrought> {
        let part = command.part.as_deref().ok_or(PART)?;
        let root = self.layout.root();
        let (place, text) = match (self.layout.tool, command.path.strip_prefix("@/")) {
            (Tool::VitePress, Some(path)) => text_at(self.files, &[root], path)?,
            (Tool::VitePress, None) => text_at(self.files, &[folder], command.path)?,
            _ => {
                let bases: Vec<&str> = self.bases.iter().map(String::as_str).chain([folder]).collect();
                text_at(self.files, &bases, command.path)?
            }
        };
        let mut text = part_of(without_head(&text), part, SNIPPET_MARKS)?;
        if command.setting == "snippets" && text.contains("8<-- [") {
            let is_mark = |line: &&str| SNIPPET_MARKS.iter().any(|mark| line.contains(mark));
            text = text.lines().filter(|line| !is_mark(line)).collect::<Vec<_>>().join("\n");
        }
        if let Some(opening) = &command.opening {
            text = format!("{opening}\n{text}\n```");
        }
        let cost = text.len() + (text.matches('\n').count() + 1) * prefix.len();
        if depth >= DEEPEST || cost > self.left {
            return Err(ENDLESS);
        }
        self.left -= cost;
        let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
        Ok((folder.to_owned(), text))
    }
}

/// A document without its head, which is not shown where it is brought in.
fn without_head(text: &str) -> &str {
    let head = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    head.map_or(text, |(_, body)| body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> ForeignFiles {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn files_that_bring_themselves_in_have_an_end() {
        let twice = "<!--@include: ./a.md-->\n".repeat(200);
        let files = tree(&[("a.md", &twice), (".vitepress/config.js", "")]);
        let layout = Layout::new(&files, Tool::VitePress, &[]);
        let mut remarks = Vec::new();
        let made = with_brought("a.md", &twice, 1, &files, &layout, &mut remarks);
        assert!(made.text.len() < 3 * MOST, "{}", made.text.len());
        assert!(remarks.iter().all(|remark| remark.said.contains("too long")));
    }
}
