//! The navigation of the old tool: what it lists, in its order, under which names.

use super::literal::{Literal, literals_behind, module};
use super::tool::{ForeignFiles, Layout, Tool};

/// An entry of a navigation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NavEntry {
    /// What it is called there, where it has a name of its own.
    pub label: Option<String>,
    /// What it leads to: a path or the name of a document.
    pub target: Option<String>,
    /// What stands under it.
    pub below: Vec<NavEntry>,
}

impl NavEntry {
    fn leaf(label: Option<&str>, target: Option<&str>) -> Option<Self> {
        let target = Some(target?.to_owned());
        Some(Self { label: label.map(str::to_owned), target, below: Vec::new() })
    }

    /// What it and all under it lead to, in order.
    pub fn targets(&self) -> Vec<&str> {
        let below = self.below.iter().flat_map(Self::targets);
        self.target.as_deref().into_iter().chain(below).collect()
    }
}

/// All entries of the navigation.
pub fn navigation(files: &ForeignFiles, layout: &Layout) -> Vec<NavEntry> {
    match layout.tool {
        Tool::VitePress => layout.settings.iter().flat_map(|(_, text)| of_vitepress(text)).collect(),
        Tool::Docusaurus => {
            let sidebars = layout.settings.iter().filter(|(name, _)| name.starts_with("sidebars."));
            sidebars.filter_map(|(_, text)| module(text)).flat_map(|sidebars| of_docusaurus(&sidebars)).collect()
        }
        Tool::MkDocs => layout.settings.iter().flat_map(|(_, text)| of_mkdocs(text)).collect(),
        Tool::MdBook => {
            let summary = files.get(&format!("{}SUMMARY.md", layout.root()));
            let summary = summary.map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
            summary.lines().filter_map(of_mdbook).collect()
        }
        Tool::Hugo | Tool::Zola | Tool::Jekyll | Tool::Plain => Vec::new(),
    }
}

/// Each sidebar is a list, or categories by their names.
fn of_docusaurus(sidebars: &Literal) -> Vec<NavEntry> {
    match sidebars {
        Literal::Table(sidebars) => sidebars.iter().flat_map(|(_, sidebar)| docusaurus_items(sidebar)).collect(),
        _ => Vec::new(),
    }
}

fn docusaurus_items(items: &Literal) -> Vec<NavEntry> {
    match items {
        Literal::Text(id) => NavEntry::leaf(None, Some(id)).into_iter().collect(),
        Literal::List(items) => items.iter().flat_map(docusaurus_items).collect(),
        Literal::Table(entries) => match items.text_of("type") {
            Some("category") => {
                let own = items.get("link").and_then(|link| link.text_of("id"));
                vec![NavEntry {
                    label: items.text_of("label").map(str::to_owned),
                    target: own.map(str::to_owned),
                    below: items.get("items").map(docusaurus_items).unwrap_or_default(),
                }]
            }
            Some("doc" | "ref") => NavEntry::leaf(items.text_of("label"), items.text_of("id")).into_iter().collect(),
            Some(_) => Vec::new(),
            None => {
                let category = |(label, items): &(String, Literal)| NavEntry {
                    label: Some(label.clone()),
                    target: None,
                    below: docusaurus_items(items),
                };
                entries.iter().map(category).collect()
            }
        },
        Literal::Other => Vec::new(),
    }
}

/// The list beside pages, and then the bar at the top; where a program makes the list, all links in their order.
fn of_vitepress(program: &str) -> Vec<NavEntry> {
    let sidebars = literals_behind(program, "sidebar:");
    let made = || literals_behind(program, "return").into_iter().filter(|value| matches!(value, Literal::List(_)));
    let sidebars =
        if sidebars.iter().any(|sidebar| !targets_of(sidebar).is_empty()) { sidebars } else { made().collect() };
    let bars = literals_behind(program, "nav:");
    let mut entries: Vec<NavEntry> = sidebars.iter().flat_map(vitepress_items).collect();
    // What the bar names, it names for the bar.
    entries.extend(bars.iter().flat_map(targets_of).filter_map(|target| NavEntry::leaf(None, Some(&target))));
    entries
}

fn targets_of(value: &Literal) -> Vec<String> {
    vitepress_items(value).iter().flat_map(NavEntry::targets).map(str::to_owned).collect()
}

fn vitepress_items(value: &Literal) -> Vec<NavEntry> {
    match value {
        Literal::List(items) => items.iter().flat_map(vitepress_items).collect(),
        Literal::Table(_) if value.text_of("text").is_some() || value.text_of("link").is_some() => {
            vec![NavEntry {
                label: value.text_of("text").map(str::to_owned),
                target: value.text_of("link").map(str::to_owned),
                below: value.get("items").map(vitepress_items).unwrap_or_default(),
            }]
        }
        // Several lists, by the addresses at which they are shown, and a list with an address that its links go on from.
        Literal::Table(entries) => match value.get("items") {
            Some(items) => vitepress_items(items),
            None => entries.iter().flat_map(|(_, list)| vitepress_items(list)).collect(),
        },
        Literal::Text(_) | Literal::Other => Vec::new(),
    }
}

/// `nav:` of YAML: lists in lists by their indentation.
fn of_mkdocs(settings: &str) -> Vec<NavEntry> {
    let nav = settings.lines().skip_while(|line| !line.starts_with("nav:")).skip(1);
    let nav = nav.take_while(|line| line.starts_with([' ', '-', '#']) || line.trim().is_empty());
    let lines: Vec<(usize, NavEntry)> = nav
        .filter_map(|line| {
            let entry = line.trim_start().strip_prefix('-')?;
            let indentation = line.len() - line.trim_start().len();
            Some((indentation, mkdocs_entry(entry.trim())))
        })
        .collect();
    below(&mut lines.into_iter().peekable(), 0)
}

fn mkdocs_entry(written: &str) -> NavEntry {
    let (label, target) = match written.rsplit_once(": ") {
        Some((label, target)) => (Some(label), target.trim()),
        None => match written.strip_suffix(':') {
            Some(label) => (Some(label), ""),
            None => (None, written),
        },
    };
    let plain = |text: &str| text.trim().trim_matches(['\'', '"']).to_owned();
    NavEntry {
        label: label.map(plain),
        target: Some(plain(target)).filter(|target| !target.is_empty()),
        below: Vec::new(),
    }
}

/// The entries from here on that are indented at least so far, each with what is indented farther under it.
fn below(lines: &mut std::iter::Peekable<std::vec::IntoIter<(usize, NavEntry)>>, least: usize) -> Vec<NavEntry> {
    let mut entries = Vec::new();
    while let Some((indentation, mut entry)) = lines.next_if(|(indentation, _)| *indentation >= least) {
        if lines.peek().is_some_and(|(next, _)| *next > indentation) {
            entry.below = below(lines, indentation + 1);
        }
        entries.push(entry);
    }
    entries
}

fn of_mdbook(line: &str) -> Option<NavEntry> {
    let target = line.split_once("](")?.1.split(')').next()?;
    NavEntry::leaf(None, Some(target.trim_start_matches("./")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `label(target)[what is below]`
    fn shown(entries: &[NavEntry]) -> String {
        let one = |entry: &NavEntry| {
            let below = if entry.below.is_empty() { String::new() } else { format!("[{}]", shown(&entry.below)) };
            let target = entry.target.as_ref().map_or(String::new(), |target| format!("({target})"));
            format!("{}{target}{below}", entry.label.as_deref().unwrap_or_default())
        };
        entries.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_notations_of_the_tools() {
        let sidebars = "module.exports = { docs: ['intro', { type: 'category', label: 'The Guide', link: {type: 'doc', id: \
                        'g/index'}, items: ['g/a', {type: 'doc', id: 'g/b', label: 'B'}, {type: 'autogenerated', dirName: \
                        'x'}] }], api: { Reference: ['r/one'] } };";
        let found = of_docusaurus(&module(sidebars).expect("a module"));
        assert_eq!(shown(&found), "(intro) The Guide(g/index)[(g/a) B(g/b)] Reference[(r/one)]");
        let nav = "site_name: x\nnav:\n  - index.md\n  - \"User Guide\":\n      - Set: up: guide/a.md\n      - Deep things:\n\
                   \x20         - 'D': guide/deep/b.md\n  - FAQ: faq.md\nplugins:\n  - search\n";
        let expected = "(index.md) User Guide[Set: up(guide/a.md) Deep things[D(guide/deep/b.md)]] FAQ(faq.md)";
        assert_eq!(shown(&of_mkdocs(nav)), expected);
        let config = "export default { themeConfig: { nav: [{ text: 'N', link: '/n' }], sidebar: { '/g/': [{ text: 'G', items: \
                      [{ text: 'A', link: '/g/a' }] }] } } }";
        assert_eq!(shown(&of_vitepress(config)), "G[A(/g/a)] (/n)");
        let made = "sidebar: list(),\nfunction list() { return [{ text: 'G', items: [{ text: 'A', link: '/g/a' }] }] }";
        assert_eq!(shown(&of_vitepress(made)), "G[A(/g/a)]");
    }
}
