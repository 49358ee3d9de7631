//! Components of MDX whose meaning is plain, such as `<Steps>`, `<Card title="…">` and `<Note>`, as the Markdown that means the
//! same: lists, headings, containers. Others stay as they are, and are said.

use std::collections::BTreeSet;

use super::fences::CodeFence;
use super::tabs::attribute;

/// A text without the components that are known.
#[derive(Debug)]
pub struct Unwrapped {
    /// Its lines, each with its number in the text as it was, from 0.
    pub lines: Vec<(usize, String)>,
    /// What reads otherwise now, with the line of the first of its kind.
    pub said: Vec<(usize, &'static str)>,
}

/// How deep components may stand in one another; what is deeper stays as it is.
const DEEPEST: usize = 12;
/// On how many lines a tag may stand.
const LONGEST_TAG: usize = 20;

/// What a component means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meaning {
    /// Nothing but what is in it.
    Holder,
    /// An item of an ordered list.
    Step(Option<String>),
    /// What readers open.
    Fold(Option<String>),
    /// One of several such, of which the old tool showed one.
    Tab(String),
    /// A container of this name.
    Container(&'static str, Option<String>),
    /// A heading with words below it, or an item of a list.
    Card { title: String, address: Option<String>, words: Option<String> },
}

impl Meaning {
    /// Of a tag, from its name to before its end.
    fn of(tag: &str) -> Option<Self> {
        let name = name_of(tag);
        let own = |names: &[&str]| names.iter().find_map(|name| attribute(tag, name)).filter(|text| !text.is_empty());
        Some(match name {
            "Steps" | "Cards" | "CardGrid" | "CardGroup" | "Columns" | "Tabs" | "TabGroup" | "Accordions"
            | "AccordionGroup" | "FileTree" | "Fragment" | "CodeGroup" => Self::Holder,
            "Step" => Self::Step(own(&["title"])),
            "Tab" | "TabItem" => Self::Tab(own(&["label", "title", "value"])?),
            "Accordion" | "Expandable" | "Collapsible" | "Toggle" => Self::Fold(own(&["title", "label", "summary"])),
            "Callout" | "Aside" | "Admonition" | "Alert" => {
                let kind = own(&["type", "kind", "variant"]).unwrap_or_default();
                Self::Container(container(&kind).unwrap_or("note"), own(&["title"]))
            }
            "Note" | "Info" | "Tip" | "Success" | "Check" | "Warning" | "Caution" | "Danger" | "Important" => {
                Self::Container(container(name)?, own(&["title"]))
            }
            "Card" | "LinkCard" => Self::Card {
                title: own(&["title"])?,
                address: own(&["href", "to", "link"]),
                words: own(&["description"]),
            },
            _ => return None,
        })
    }

    /// What is said of it, where something reads otherwise.
    fn said(&self) -> Option<&'static str> {
        match self {
            Self::Holder | Self::Container(..) | Self::Fold(_) => None,
            Self::Step(_) => Some("steps become an ordered list"),
            Self::Tab(_) => Some("tabs around words become folds, one below the other"),
            Self::Card { .. } => Some("cards become headings with their words, or lists of links"),
        }
    }
}

/// The container that shows a note of this kind.
fn container(kind: &str) -> Option<&'static str> {
    Some(match &*kind.to_lowercase() {
        "note" | "default" => "note",
        "info" => "info",
        "tip" | "success" | "check" => "tip",
        "important" => "important",
        "warning" | "warn" => "warning",
        "caution" => "caution",
        "danger" | "error" => "danger",
        _ => return None,
    })
}

fn name_of(tag: &str) -> &str {
    &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())]
}

/// A part of a text.
enum MdxNode {
    Line(usize, String),
    Component { meaning: Meaning, line: usize, inside: Vec<MdxNode> },
}

/// A component that is open, with the lines of its tag as they were.
struct OpenComponent {
    name: String,
    meaning: Meaning,
    tag: Vec<(usize, String)>,
    inside: Vec<MdxNode>,
}

/// The text with Markdown in the place of the components that are known.
pub fn unwrapped(text: &str) -> Unwrapped {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut reader = ComponentReader { lines: &lines, open: Vec::new(), nodes: Vec::new() };
    reader.read();
    let mut writer = ComponentWriter { out: Vec::new(), said: Vec::new(), kinds: BTreeSet::new(), level: 1 };
    writer.nodes(reader.nodes);
    Unwrapped { lines: writer.out, said: writer.said }
}

struct ComponentReader<'t> {
    lines: &'t [&'t str],
    open: Vec<OpenComponent>,
    nodes: Vec<MdxNode>,
}

impl ComponentReader<'_> {
    fn read(&mut self) {
        let (mut fence, mut at) = (CodeFence::default(), 0);
        while at < self.lines.len() {
            let line = self.lines[at];
            let in_code = fence.is_open() | fence.is_open_after(line);
            let is_code = in_code || self.open.is_empty() && line.starts_with("    ");
            let count = if is_code { 0 } else { self.take(at) };
            if count == 0 {
                self.push(MdxNode::Line(at, line.to_owned()));
            }
            at += count.max(1);
        }
        while let Some(open) = self.open.pop() {
            self.dissolve(open);
        }
    }

    fn push(&mut self, node: MdxNode) {
        self.open.last_mut().map_or(&mut self.nodes, |open| &mut open.inside).push(node);
    }

    /// One that is not closed stays as it was.
    fn dissolve(&mut self, open: OpenComponent) {
        let last = open.tag.last().map(|(at, _)| *at);
        open.tag.into_iter().for_each(|(at, line)| self.push(MdxNode::Line(at, line)));
        // What stood behind the tag stands in its line.
        let is_of_tag = |node: &MdxNode| matches!(node, MdxNode::Line(at, _) if Some(*at) == last);
        open.inside.into_iter().filter(|node| !is_of_tag(node)).for_each(|node| self.push(node));
    }

    fn close(&mut self, name: &str) -> bool {
        let Some(n) = self.open.iter().rposition(|open| open.name == name) else { return false };
        while self.open.len() > n + 1 {
            let Some(inner) = self.open.pop() else { break };
            self.dissolve(inner);
        }
        if let Some(OpenComponent { meaning, tag, inside, .. }) = self.open.pop() {
            let line = tag.first().map_or(0, |(at, _)| *at);
            self.push(MdxNode::Component { meaning, line, inside });
        }
        true
    }

    /// How many lines the tags take up that stand on a line; nought where there are none.
    fn take(&mut self, at: usize) -> usize {
        let shown = self.lines[at].trim();
        // Words, and the end of what holds them.
        if let Some((words, name)) = end_of(shown).filter(|(words, _)| !words.starts_with('<')) {
            if self.open.last().is_none_or(|open| open.name != name) {
                return usize::from(words.is_empty() && self.close(name));
            }
            if !words.is_empty() {
                self.push(MdxNode::Line(at, words.to_owned()));
            }
            return usize::from(self.close(name));
        }
        if !shown.starts_with('<') || self.open.len() >= DEEPEST {
            return 0;
        }
        let last = self.lines.len().min(at + LONGEST_TAG);
        let mut tag = String::new();
        for (count, line) in self.lines[at..last].iter().enumerate() {
            tag += if count > 0 { " " } else { "" };
            tag += line.trim();
            let Some(end) = tag_end(&tag) else { continue };
            return self.begin(at, count + 1, &tag[1..end], &tag[end + 1..]);
        }
        0
    }

    /// Takes a tag on some lines, given without its brackets, and what stands behind it on the last of them.
    fn begin(&mut self, at: usize, count: usize, tag: &str, behind: &str) -> usize {
        let (tag, is_whole) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let Some(meaning) = Meaning::of(tag) else { return 0 };
        let (name, behind) = (name_of(tag).to_owned(), behind.trim());
        if is_whole {
            if !behind.is_empty() {
                return 0;
            }
            self.push(MdxNode::Component { meaning, line: at, inside: Vec::new() });
            return count;
        }
        let closed = end_of(behind).filter(|(_, end)| *end == name).map(|(words, _)| words.to_owned());
        if behind.contains("</") && closed.is_none() {
            return 0;
        }
        let tag = (at..at + count).map(|at| (at, self.lines[at].to_owned())).collect();
        let words = closed.clone().unwrap_or_else(|| behind.to_owned());
        let inside = if words.is_empty() { Vec::new() } else { vec![MdxNode::Line(at + count - 1, words)] };
        self.open.push(OpenComponent { name: name.clone(), meaning, tag, inside });
        if closed.is_some() {
            self.close(&name);
        }
        count
    }
}

/// What stands before the end of an element at the end of a line, and its name.
fn end_of(line: &str) -> Option<(&str, &str)> {
    let (words, name) = line.strip_suffix('>')?.rsplit_once("</")?;
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase()) && name_of(name) == name;
    is_name.then(|| (words.trim(), name))
}

/// Where the bracket stands that ends the tag with which a text begins.
fn tag_end(text: &str) -> Option<usize> {
    let (mut quote, mut braces) = (None, 0_usize);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'' | '`') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '{') => braces += 1,
            (None, '}') => braces = braces.saturating_sub(1),
            (None, '>') if braces == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

struct ComponentWriter {
    out: Vec<(usize, String)>,
    said: Vec<(usize, &'static str)>,
    kinds: BTreeSet<&'static str>,
    /// The level of the last heading.
    level: usize,
}

impl ComponentWriter {
    fn nodes(&mut self, nodes: Vec<MdxNode>) {
        let mut fence = CodeFence::default();
        let mut steps = 0;
        for node in nodes {
            match node {
                MdxNode::Line(at, line) => {
                    let in_code = fence.is_open() | fence.is_open_after(&line);
                    let level = line.len() - line.trim_start_matches('#').len();
                    if !in_code && level > 0 && line[level..].starts_with(' ') {
                        self.level = level;
                    }
                    self.out.push((at, line));
                }
                MdxNode::Component { meaning, line, inside } => {
                    steps += usize::from(matches!(meaning, Meaning::Step(_)));
                    self.component(&meaning, line, inside, steps);
                }
            }
        }
    }

    fn component(&mut self, meaning: &Meaning, line: usize, inside: Vec<MdxNode>, step: usize) {
        let said = meaning.said().filter(|said| self.kinds.insert(said));
        self.said.extend(said.map(|said| (line, said)));
        let level = self.level;
        if let Meaning::Card { .. } = meaning {
            self.level = (level + 1).min(6);
        }
        let inside = self.inside(inside);
        self.level = level;
        match meaning {
            Meaning::Holder => self.block(line, inside),
            Meaning::Tab(title) => self.contained(line, "details", Some(title), inside),
            Meaning::Fold(title) => self.contained(line, "details", title.as_ref(), inside),
            Meaning::Container(name, title) => self.contained(line, name, title.as_ref(), inside),
            Meaning::Step(title) => self.step(line, title.as_deref(), inside, step),
            Meaning::Card { title, address, words } => {
                let title = one_line(title);
                let title = address.as_ref().map_or_else(|| title.clone(), |address| format!("[{title}]({address})"));
                let words = words.as_deref().map(one_line);
                if inside.is_empty() {
                    let words = words.map(|words| format!(": {words}")).unwrap_or_default();
                    self.block(line, vec![(line, format!("- {title}{words}"))]);
                    return;
                }
                let mut card =
                    vec![(line, format!("{} {title}", "#".repeat((level + 1).min(6)))), (line, String::new())];
                card.extend(words.into_iter().flat_map(|words| [(line, words), (line, String::new())]));
                card.extend(inside);
                self.block(line, card);
            }
        }
    }

    /// What is in a component, written by itself, without the indentation that all its lines have and empty lines around it.
    fn inside(&mut self, mut nodes: Vec<MdxNode>) -> Vec<(usize, String)> {
        let outside = std::mem::take(&mut self.out);
        let indentation = |line: &str| line.len() - line.trim_start().len();
        // A line that stood behind its tag has none, and says nothing of the others.
        let own = nodes.iter().filter_map(|node| match node {
            MdxNode::Line(_, line) => Some(indentation(line)).filter(|own| *own > 0 && *own < line.len()),
            MdxNode::Component { .. } => None,
        });
        let common = own.min().unwrap_or(0);
        for node in &mut nodes {
            if let MdxNode::Line(_, line) = node {
                *line = line[common.min(indentation(line))..].trim_end().to_owned();
            }
        }
        self.nodes(nodes);
        let mut inside = std::mem::replace(&mut self.out, outside);
        let is_empty = |line: &(usize, String)| line.1.trim().is_empty();
        let end = inside.iter().rposition(|line| !is_empty(line)).map_or(0, |last| last + 1);
        inside.truncate(end);
        inside.drain(..inside.iter().take_while(|line| is_empty(line)).count());
        inside
    }

    /// Writes lines as a block of its own.
    fn block(&mut self, line: usize, lines: Vec<(usize, String)>) {
        let is_item = |text: Option<&(usize, String)>| text.is_some_and(|(_, text)| text.starts_with("- "));
        let goes_on = is_item(self.out.iter().rev().find(|(_, text)| !text.is_empty())) && is_item(lines.first());
        if goes_on {
            while self.out.pop_if(|(_, text)| text.is_empty()).is_some() {}
        } else if self.out.last().is_some_and(|(_, text)| !text.trim().is_empty()) {
            self.out.push((line, String::new()));
        }
        let last = lines.last().map_or(line, |(at, _)| *at);
        self.out.extend(lines);
        self.out.push((last, String::new()));
    }

    fn contained(&mut self, line: usize, name: &str, title: Option<&String>, inside: Vec<(usize, String)>) {
        let title = title.map(|title| one_line(title)).unwrap_or_default();
        let colons = |text: &str| text.trim_start().len() - text.trim_start().trim_start_matches(':').len();
        let longest = inside.iter().map(|(_, text)| colons(text)).max().unwrap_or(0).max(2);
        let colons = ":".repeat(longest + 1);
        let last = inside.last().map_or(line, |(at, _)| *at);
        let mut lines = vec![(line, format!("{colons} {name} {title}").trim_end().to_owned()), (line, String::new())];
        lines.extend(inside);
        lines.extend([(last, String::new()), (last, colons)]);
        self.block(line, lines);
    }

    fn step(&mut self, line: usize, title: Option<&str>, inside: Vec<(usize, String)>, step: usize) {
        let mut lines: Vec<(usize, String)> =
            title.iter().map(|title| (line, format!("**{}**", one_line(title)))).collect();
        if !lines.is_empty() && !inside.is_empty() {
            lines.push((line, String::new()));
        }
        let mut fence = CodeFence::default();
        let has_headings =
            inside.iter().any(|(_, text)| !(fence.is_open() | fence.is_open_after(text)) && text.starts_with('#'));
        lines.extend(inside);
        if !has_headings {
            let marker = format!("{step}. ");
            for (n, (_, text)) in lines.iter_mut().enumerate() {
                let before = if n == 0 { marker.clone() } else { " ".repeat(marker.len()) };
                *text = format!("{before}{text}").trim_end().to_owned();
            }
        }
        self.block(line, lines);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        unwrapped(text).lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_is_plain_becomes_markdown() {
        for (mdx, markdown) in [
            (
                "A\n\n<Steps>\n  <Step title=\"Get it\">\n    Words.\n\n    ```sh\n    ls\n    ```\n  </Step>\n  <Step>More</Step>\n</Steps>\n\nB\n",
                "A\n\n1. **Get it**\n\n   Words.\n\n   ```sh\n   ls\n   ```\n\n2. More\n\n\nB\n",
            ),
            ("<Steps>\n\n### One\n\nA\n\n### Two\n\n</Steps>\n", "### One\n\nA\n\n### Two\n\n"),
            (
                "<Tabs>\n<TabItem value=\"a\" label=\"With A\">\n\nWords.\n\n:::note\nx\n:::\n\n</TabItem>\n<TabItem value=\"b\">\nB\n</TabItem>\n</Tabs>\n",
                ":::: details With A\n\nWords.\n\n:::note\nx\n:::\n\n::::\n\n::: details b\n\nB\n\n:::\n\n",
            ),
            (
                "## H\n\n<CardGrid>\n  <Card\n    title=\"Big\"\n    href=\"/x\"\n  >\n    Words.\n  </Card>\n</CardGrid>\n",
                "## H\n\n### [Big](/x)\n\nWords.\n\n",
            ),
            (
                "<Cards>\n<Card title=\"A\" href=\"a\" />\n<LinkCard title='B' href='b' description=\"The b\" />\n</Cards>\n",
                "- [A](a)\n- [B](b): The b\n\n",
            ),
            (
                "<Steps>\n<Step title=\"A\">\n```md\n# Head\n```\n</Step>\n</Steps>\n",
                "1. **A**\n\n   ```md\n   # Head\n   ```\n\n",
            ),
            ("<Note>Mind *this*.</Note>\n", "::: note\n\nMind *this*.\n\n:::\n\n"),
            ("<Callout type=\"warning\" title=\"Mind\">\nA\nB</Callout>", "::: warning Mind\n\nA\nB\n\n:::\n"),
        ] {
            assert_eq!(written(mdx), markdown, "{mdx}");
        }
    }

    #[test]
    fn what_is_not_plain_stays() {
        for text in [
            "<Steps>\n\nwords\n",
            "</Steps>\n",
            "<Card title={t('x')}>\nA\n</Card>\n",
            "```mdx\n<Note>\nA\n</Note>\n```\n",
            "    <Note>a</Note>\n",
            "a <Note>b</Note>\n",
            "<Chart>\nA\n</Chart>\n",
            "`<Tabs>` and\n<Tabs>\n",
        ] {
            assert_eq!(written(text), text, "{text}");
        }
        let lines: Vec<usize> = unwrapped("a\n<Note>\nb\n</Note>\nc").lines.iter().map(|(at, _)| *at).collect();
        assert_eq!(lines, [0, 1, 1, 1, 2, 2, 2, 2, 4]);
    }

    proptest::proptest! {
        #[test]
        fn no_words_are_lost(text in "(</?(Steps|Step|Note|Card title=\"t\"|Tab label=\"l\")>|\n|  |w|```|# ){0,40}") {
            let count = |text: &str| text.matches('w').count();
            proptest::prop_assert_eq!(count(&written(&text)), count(&text));
        }
    }
}
