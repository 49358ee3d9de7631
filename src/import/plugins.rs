//! Plugins and options that change Markdown in the old tool and are not read here: each is said once, where it is named.

use super::remark::Remark;
use super::tool::{Layout, Tool};

const ORDER: &str = "the order of pages that its files give is not read: write `order` in page.toml";
const BLOCKS: &str = "`///` blocks stay as they are written: write `::: name` or `!!! name`";

/// Plugins and extensions of MkDocs, and what becomes of what they do.
const OF_MKDOCS: [(&str, &str); 16] = [
    ("awesome-nav", ORDER),
    ("awesome-pages", ORDER),
    ("literate-nav", ORDER),
    ("blog", "posts are pages like any others, and its lists are not made"),
    ("gen-files", "pages that a program makes are left out: run it, and put them into the tree"),
    ("include-markdown", "its commands stay as they are written: write there what they bring in"),
    ("macros", "values and tags in braces stay as they are written: write there what they give"),
    ("mkdocs-jupyter", "notebooks are left out: write them as Markdown"),
    ("mkdocstrings", "`:::` commands stay as they are written: write there what they list"),
    ("pymdownx.arithmatex", "formulas between backslashes and brackets stay as they are written: write $…$ and $$…$$"),
    ("pymdownx.critic", "its marks stay as they are written: take them out"),
    ("pymdownx.progressbar", "bars stay as they are written: write what they say"),
    ("redirects", "its redirects are left out: write `redirects` in the pages to which they lead"),
    ("simple-hooks", "programs that change pages are not run"),
    ("table-reader", "tables of files stay commands: write them as tables"),
    ("tags", "lists of tags are not made"),
];

/// What the settings name that changes Markdown and is not read.
pub fn plugin_remarks(layout: &Layout) -> Vec<Remark> {
    let of_file = |(file, text): &(String, String)| {
        let found = match layout.tool {
            Tool::MkDocs => of_mkdocs(text),
            Tool::MdBook => of_mdbook(text),
            Tool::Docusaurus => first_with(text, &["remarkPlugins", "rehypePlugins"]),
            Tool::VitePress => first_with(text, &["md.use("]),
            Tool::Hugo | Tool::Zola | Tool::Jekyll | Tool::Plain => Vec::new(),
        };
        let remark = |(at, said)| Remark { file: file.clone(), line: at + 1, said };
        found.into_iter().map(remark).collect::<Vec<_>>()
    };
    layout.settings.iter().flat_map(of_file).collect()
}

/// The members of `plugins` and `markdown_extensions`, by their lines from 0.
fn of_mkdocs(settings: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut is_list = false;
    for (at, line) in settings.lines().enumerate() {
        if line.starts_with(|c: char| c.is_alphabetic()) {
            is_list = line.starts_with("plugins:") || line.starts_with("markdown_extensions:");
            if line.starts_with("hooks:") {
                found.push((at, "programs in `hooks` that change pages are not run".to_owned()));
            }
            continue;
        }
        let name = line.trim().trim_start_matches("- ").split([':', '#']).next().unwrap_or_default();
        let name = name.trim().trim_matches(['"', '\'']);
        // Themes bring plugins under names of their own: `material/blog`.
        let plain = name.rsplit('/').next().unwrap_or(name);
        let of_list = OF_MKDOCS.iter().find(|(own, _)| *own == plain).map(|(_, said)| *said);
        let said = of_list.or_else(|| plain.starts_with("pymdownx.blocks.").then_some(BLOCKS));
        found.extend(said.filter(|_| is_list).map(|said| (at, format!("`{name}` is not read here: {said}"))));
    }
    found
}

/// The preprocessors of a book but those that are read.
fn of_mdbook(settings: &str) -> Vec<(usize, String)> {
    let header = |(at, line): (usize, &str)| {
        let name = line.trim().strip_prefix("[preprocessor.")?.split([']', '.']).next()?;
        let is_read = matches!(name, "admonish" | "index" | "links");
        let said = format!(
            "the preprocessor `{name}` is not run: what it reads stays as it is written, write there what it makes"
        );
        (!is_read).then_some((at, said))
    };
    settings.lines().enumerate().filter_map(header).collect()
}

/// The first line that names plugins which are programs.
fn first_with(settings: &str, marks: &[&str]) -> Vec<(usize, String)> {
    let is_one = |line: &str| !line.trim_start().starts_with("//") && marks.iter().any(|mark| line.contains(mark));
    let said = "plugins that change Markdown are not run: what they read stays as it is written";
    settings.lines().position(is_one).map(|at| (at, said.to_owned())).into_iter().collect()
}
