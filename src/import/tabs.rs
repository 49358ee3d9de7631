//! Tabs of the old tool around code: each becomes a label of its block, which is what blocks are shown as tabs by. The text
//! keeps its lines, so that remarks name those of the old file.

use super::fences::CodeFence;
use super::tool::Tool;

/// The text with labels at its blocks of code, where every tab of a row is such a block and nothing else, and with folds in
/// the place of other tabs of MkDocs, whose lines come beside it.
pub fn with_labels(text: &str, tool: Tool) -> (String, Vec<usize>) {
    match tool {
        Tool::Docusaurus | Tool::Plain if text.contains("<TabItem") => (with_tab_items(text), Vec::new()),
        Tool::MkDocs if text.contains("=== ") => with_indented_tabs(text),
        _ => (text.to_owned(), Vec::new()),
    }
}

/// A tab: its name, and its lines by number.
struct Tab {
    label: String,
    lines: Vec<usize>,
}

/// `<Tabs>` around `<TabItem>`.
fn with_tab_items(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let mut at = 0;
    while at < lines.len() {
        let row = lines[at].trim_start().starts_with("<Tabs").then(|| tab_items(&lines, at)).flatten();
        let Some((tabs, marks, end)) = row else {
            at += 1;
            continue;
        };
        if let Some(written) = labelled(&lines, &tabs) {
            marks.into_iter().for_each(|line| out[line].clear());
            written.into_iter().for_each(|(line, text)| out[line] = text);
        }
        at = end + 1;
    }
    out.join("\n")
}

/// The tabs that begin on a line, the lines that are marks of theirs, and their last line.
fn tab_items(lines: &[&str], start: usize) -> Option<(Vec<Tab>, Vec<usize>, usize)> {
    let (mut tabs, mut marks) = (Vec::<Tab>::new(), Vec::new());
    let (mut fence, mut in_mark, mut in_tab) = (CodeFence::default(), false, false);
    for (at, line) in lines.iter().enumerate().skip(start) {
        let shown = line.trim();
        let in_code = fence.is_open_after(shown);
        if in_mark || !in_code && (shown.starts_with("<Tabs") || shown.starts_with("<TabItem")) {
            marks.push(at);
            if shown.starts_with("<TabItem") {
                in_tab = true;
                tabs.push(Tab { label: String::new(), lines: Vec::new() });
            }
            if let Some(tab) = tabs.last_mut().filter(|_| in_tab) {
                let label = attribute(shown, "label").or_else(|| attribute(shown, "value"));
                // The value is there for a program, the label for readers.
                tab.label = match label {
                    Some(label) if tab.label.is_empty() || attribute(shown, "label").is_some() => label,
                    _ => std::mem::take(&mut tab.label),
                };
            }
            in_mark = !shown.ends_with('>');
        } else if !in_code && shown == "</TabItem>" {
            marks.push(at);
            in_tab = false;
        } else if !in_code && shown == "</Tabs>" {
            marks.push(at);
            return Some((tabs, marks, at));
        } else if in_tab {
            tabs.last_mut()?.lines.push(at);
        } else if !shown.is_empty() {
            return None;
        }
    }
    None
}

/// What an attribute of an element says.
pub fn attribute(element: &str, name: &str) -> Option<String> {
    let at = element
        .find(&format!(" {name}="))
        .map(|at| at + 1)
        .or_else(|| element.starts_with(&format!("{name}=")).then_some(0))?;
    let value = element[at + name.len() + 1..].trim_start_matches('{');
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    Some(value[1..].split(quote).next()?.to_owned())
}

/// `=== "Name"` with its block below it, indented.
fn with_indented_tabs(text: &str) -> (String, Vec<usize>) {
    let mut folds = Vec::new();
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let (mut at, mut fence) = (0, CodeFence::default());
    while at < lines.len() {
        let shown = lines[at].trim_start();
        let in_code = fence.is_open_after(shown);
        if in_code || tab_name(lines[at]).is_none() {
            at += 1;
            continue;
        }
        let (mut tabs, mut marks) = (Vec::new(), Vec::new());
        let indentation = lines[at].len() - shown.len();
        while let Some(label) = lines.get(at).and_then(|line| tab_name(line)) {
            marks.push(at);
            let is_inside = |line: &&&str| line.trim().is_empty() || indented(line) > indentation;
            let count = lines[at + 1..].iter().take_while(is_inside).count();
            tabs.push(Tab { label, lines: (at + 1..=at + count).collect() });
            at += count + 1;
        }
        if let Some(written) = labelled(&lines, &tabs) {
            marks.into_iter().for_each(|line| out[line].clear());
            let prefix = " ".repeat(indentation);
            written.into_iter().filter(|(_, text)| !text.is_empty()).for_each(|(line, text)| {
                out[line] = format!("{prefix}{text}");
            });
        } else {
            folds.extend(marks.first());
            folded(&mut out, &tabs, &marks, indentation);
        }
    }
    (out.join("\n"), folds)
}

/// Tabs that hold more than a block of code each become folds, one below the other.
fn folded(out: &mut [String], tabs: &[Tab], marks: &[usize], indentation: usize) {
    let prefix = " ".repeat(indentation);
    for (tab, mark) in tabs.iter().zip(marks) {
        let without = |line: &usize| {
            let text = &out[*line];
            text.get(indented(text).min(indentation + 4)..).unwrap_or_default().to_owned()
        };
        let inside: Vec<String> = tab.lines.iter().map(without).collect();
        let (inside, _) = with_indented_tabs(&inside.join("\n"));
        let longest =
            inside.lines().map(|line| line.trim_start()).map(|line| line.len() - line.trim_start_matches(':').len());
        let colons = ":".repeat(longest.max().unwrap_or(0).max(2) + 1);
        out[*mark] = format!("{prefix}{colons} details {}", tab.label);
        let mut lines: Vec<String> =
            inside.split('\n').map(|line| format!("{prefix}{line}").trim_end().to_owned()).collect();
        let last = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        // The end takes the place of an empty line, if there is one.
        match lines.get_mut(last) {
            Some(empty) => *empty = format!("{prefix}{colons}"),
            None => lines.push(format!("{prefix}{colons}")),
        }
        let more = lines.split_off(tab.lines.len().min(lines.len()));
        for (line, text) in tab.lines.iter().zip(lines) {
            out[*line] = text;
        }
        if !more.is_empty() {
            let line = tab.lines.last().unwrap_or(mark);
            out[*line] = format!("{}\n{}", out[*line], more.join("\n"));
        }
    }
}

fn indented(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What stands between the quotation marks of `=== "Name"`; it may be marked as the first one shown, or as a new row.
fn tab_name(line: &str) -> Option<String> {
    let rest = line.trim_start().strip_prefix("===")?.trim_start_matches(['+', '!']).trim();
    let name = rest.strip_prefix('"')?.strip_suffix('"').or_else(|| rest.strip_prefix('\'')?.strip_suffix('\''))?;
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// The lines of tabs as blocks of code with labels; nothing where one of them is anything else.
fn labelled(lines: &[&str], tabs: &[Tab]) -> Option<Vec<(usize, String)>> {
    let mut written = Vec::new();
    for tab in tabs {
        let own = || tab.lines.iter().copied().filter(|line| !lines[*line].trim().is_empty());
        let (first, last) = (own().next()?, own().next_back()?);
        let opening = lines[first].trim();
        let sign = opening.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let marks: String = opening.chars().take_while(|c| *c == sign).collect();
        let is_end =
            |line: usize| lines[line].trim().starts_with(&*marks) && lines[line].trim().chars().all(|c| c == sign);
        let ends = tab.lines.iter().filter(|line| **line > first && is_end(**line)).count();
        if marks.len() < 3
            || ends != 1
            || !is_end(last)
            || tab.label.contains(['[', ']', '`', '\n'])
            || tab.label.is_empty()
        {
            return None;
        }
        let indentation = indented(lines[first]);
        for line in tab.lines.iter().copied().filter(|line| (first..=last).contains(line)) {
            let written_line = lines[line];
            let cut = indented(written_line).min(indentation);
            let label = if line == first { format!(" [{}]", tab.label.trim()) } else { String::new() };
            written.push((line, format!("{}{label}", written_line[cut..].trim_end_matches('\r'))));
        }
    }
    (!tabs.is_empty()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_around_code_become_labels_and_others_folds() {
        let mdx = "Before\n\n<Tabs groupId=\"x\">\n  <TabItem value=\"npm\" label=\"With npm\" default>\n\n  ```bash\n  npm i\n    deep\n  \
                   ```\n\n  </TabItem>\n<TabItem\n  value='yarn'\n>\n\n```bash\nyarn\n```\n\n</TabItem>\n</Tabs>\n\nAfter\n";
        let written = with_labels(mdx, Tool::Docusaurus).0;
        assert!(
            written.contains("```bash [With npm]\nnpm i\n  deep\n```\n") && written.contains("```bash [yarn]\n"),
            "{written}"
        );
        assert!(!written.contains("Tab") && written.lines().count() == mdx.lines().count(), "{written}");
        let words = "<Tabs>\n<TabItem value=\"a\">\n\nWords.\n\n</TabItem>\n</Tabs>\n";
        assert_eq!(with_labels(words, Tool::Docusaurus).0, words);
        let material = "=== \"Linux\"\n\n    ```sh\n    apt\n\n    x\n    ```\n\n=== \"macOS\"\n\n    ``` sh\n    brew\n    ```\n\nAfter\n";
        let written = with_labels(material, Tool::MkDocs).0;
        assert_eq!(written, "\n\n```sh [Linux]\napt\n\nx\n```\n\n\n\n``` sh [macOS]\nbrew\n```\n\nAfter\n");
        let words = "=== \"Linux\"\n\n    Words.\n\n    ```sh\n    apt\n    ```\n\n=== \"macOS\"\n    Other words.\n";
        let folds = "::: details Linux\n\nWords.\n\n```sh\napt\n```\n:::\n::: details macOS\nOther words.\n:::";
        assert_eq!(with_labels(words, Tool::MkDocs), (folds.to_owned(), vec![0]));
        let inside = "=== \"A\"\n\n    === \"B\"\n\n        Words.\n\nAfter\n";
        let folds = ":::: details A\n\n::: details B\n\nWords.\n:::\n::::\nAfter\n";
        assert_eq!(with_labels(inside, Tool::MkDocs).0, folds);
        let code = "```md\n=== \"Linux\"\n\n    ```sh\n    apt\n    ```\n```\n";
        assert_eq!(with_labels(code, Tool::Plain).0, code);
    }
}
