//! Components of other generators, `<Steps>` or `<Card title="…">`: what is a tag of one, what to write in its place, and the
//! Markdown in it, which those generators read as if the tags were not there.

use super::edited_text::TextChange;
use super::fence_lines::FenceLines;
use super::raw_html::is_html_name;

/// What people write with a component and what to write instead. Its names are in small letters; of those of the first list
/// each holds others of both lists.
struct ComponentFamily {
    holders: &'static [&'static str],
    others: &'static [&'static str],
    remedy: &'static str,
}

const FAMILIES: &[ComponentFamily] = &[
    ComponentFamily {
        holders: &["tabs", "codegroup", "tabgroup"],
        others: &["tabitem", "tab", "tabpanel"],
        remedy: "blocks of code with a `[label]` each that follow one another are tabs; for words, write `::: details Title` \
                 or a section each",
    },
    ComponentFamily {
        holders: &["steps", "stepper"],
        others: &["step"],
        remedy: "write an ordered list, an item for each step: `1. …`",
    },
    ComponentFamily {
        holders: &["cards", "cardgrid", "cardgroup", "columns"],
        others: &["card", "linkcard"],
        remedy: "write a heading and the words below it, or an item of a list: `- [title](address): words`",
    },
    ComponentFamily {
        holders: &[],
        others: &[
            "callout",
            "aside",
            "admonition",
            "alert",
            "note",
            "info",
            "tip",
            "success",
            "warning",
            "caution",
            "danger",
            "check",
        ],
        remedy: "write `::: note Title`, the words, and `:::`, each on lines of their own",
    },
    ComponentFamily {
        holders: &["accordiongroup", "accordions"],
        others: &["accordion", "expandable", "collapse", "collapsible", "toggle"],
        remedy: "write `::: details Title`, the words, and `:::`, each on lines of their own",
    },
    ComponentFamily { holders: &["filetree"], others: &[], remedy: "the list in it is a list without the tags, too" },
    ComponentFamily { holders: &[], others: &["badge", "pill", "chip"], remedy: "write its words: **new**" },
    ComponentFamily { holders: &[], others: &["image"], remedy: "write ![words](address)" },
    ComponentFamily { holders: &[], others: &["link", "linkbutton"], remedy: "write [words](address)" },
];

/// A component that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownComponent {
    /// Which family it is of, by number.
    pub family: usize,
    /// Whether it holds others of the same family.
    pub is_holder: bool,
    /// What to write instead.
    pub remedy: &'static str,
}

impl KnownComponent {
    /// The component of this name, as it is written.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        FAMILIES.iter().enumerate().find_map(|(family, known)| {
            let is_holder = known.holders.contains(&&*name);
            let is_known = is_holder || known.others.contains(&&*name);
            is_known.then_some(Self { family, is_holder, remedy: known.remedy })
        })
    }
}

/// Whether a name, as it is written, is that of a component and none of HTML: a capital, and small letters behind it.
pub fn is_component_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_lowercase())
        && !is_html_name(&name.to_ascii_lowercase())
}

/// A tag of a component that makes up a line.
#[derive(Debug, PartialEq, Eq)]
enum LoneTag {
    Start,
    End,
    Whole,
}

impl LoneTag {
    fn of(line: &str) -> Option<Self> {
        let inside = line.trim().strip_prefix('<')?.strip_suffix('>')?;
        let (inside, is_end) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let (name, rest) = inside.split_at(end);
        let fits = rest.is_empty() || rest.starts_with([' ', '\t', '/']);
        if !fits || !is_component_name(name) || has_free_bracket(rest) {
            return None;
        }
        Some(match (is_end, rest.ends_with('/')) {
            (true, _) => Self::End,
            (_, true) => Self::Whole,
            _ => Self::Start,
        })
    }
}

/// Whether an angle bracket stands outside quotation marks: then there is more than one tag.
fn has_free_bracket(attributes: &str) -> bool {
    let mut quote: Option<char> = None;
    for c in attributes.chars() {
        match (quote, c) {
            (None, '<' | '>') => return true,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    false
}

/// Parts tags of components that make up a line from the lines beside them, and takes the indentation off what stands in
/// them, so that all of it is read as Markdown.
pub fn component_lines(text: &str, changes: &mut Vec<TextChange>) {
    let may = text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        rest.starts_with(|c: char| c.is_ascii_uppercase())
    });
    if !may {
        return;
    }
    let mut fences = FenceLines::default();
    // For each component that is open, how far the first line in it is indented.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let shown = line.trim_end();
        let indentation = shown.len() - shown.trim_start().len();
        let in_code = fences.take(line);
        let Some(tag) = LoneTag::of(shown).filter(|_| !in_code) else {
            if let Some(base) = open.last_mut().filter(|_| !shown.is_empty()) {
                let cut = indentation.min(*base.get_or_insert(indentation));
                changes.extend((cut > 0).then(|| TextChange { range: at..at + cut, with: String::new() }));
            }
            continue;
        };
        match tag {
            LoneTag::Start => open.push(None),
            LoneTag::End => drop(open.pop()),
            LoneTag::Whole => {}
        }
        changes.push(TextChange { range: at..at + indentation, with: "\n".to_owned() });
        changes.push(TextChange { range: at + shown.len()..at + shown.len(), with: "\n".to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::article::edited_text::EditedText;

    #[test]
    fn what_stands_in_components_is_markdown() {
        let edited = |text: &'static str| {
            let mut changes = Vec::new();
            component_lines(text, &mut changes);
            EditedText::new(text, changes, None).as_str().to_owned()
        };
        assert_eq!(
            edited("<Tabs>\n  <Tab title=\"a > b\">\n    # A\n      x\n  </Tab>\n</Tabs>\nB\n"),
            "\n<Tabs>\n\n\n<Tab title=\"a > b\">\n\n# A\n  x\n\n</Tab>\n\n\n</Tabs>\n\nB\n"
        );
        for text in [
            "a <Step>b</Step>\n",
            "```\n<Steps>\n```\n",
            "<Step>b</Step>\n",
            "<DIV>\n*a*\n",
            "<Details>\na\n",
            "Vec<T>\n<T>\n",
        ] {
            assert_eq!(edited(text), text);
        }
    }

    #[test]
    fn names_of_components() {
        assert!(is_component_name("TabItem") && is_component_name("Card"));
        for name in ["tabs", "DIV", "Details", "T", "Script"] {
            assert!(!is_component_name(name), "{name}");
        }
        let steps = KnownComponent::named("Steps").expect("it is known");
        let step = KnownComponent::named("Step").expect("it is known");
        assert!(steps.is_holder && !step.is_holder && steps.family == step.family);
        assert_eq!(KnownComponent::named("Chart"), None);
    }
}
