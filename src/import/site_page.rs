//! One document as the language file of a page.

use std::borrow::Cow;

use super::addresses::ImportedAddresses;
use super::attributes::of_heading;
use super::body::{Findings, carried};
use super::components::{Unwrapped, unwrapped};
use super::documents::ForeignPage;
use super::fences::CodeFence;
use super::links::Links;
use super::remark::Remark;
use super::shortcodes::{with_components, without_shortcodes};
use super::tabs::with_labels;
use super::tool::{Layout, Tool};
use crate::content::opening;
use crate::fields::quoted;
use crate::site::redirect_path;

/// The path of the file, its text, and what was found on the way.
pub fn page_file(
    document: &ForeignPage,
    layout: &Layout,
    links: &Links<'_>,
    addresses: &ImportedAddresses,
) -> (String, String, Findings) {
    let tag = &layout.languages[document.language];
    let (heading, body) = split_title(&document.body);
    let skipped = if let Cow::Borrowed(body) = &body { document.body.len() - body.len() } else { 0 };
    let (body, folds) = with_labels(&body, layout.tool);
    let body = if layout.tool == Tool::Hugo { with_components(&body) } else { body };
    let Unwrapped { lines, said } = unwrapped(&body);
    let from_head = document.front.hero.iter().flat_map(|part| [part.as_str(), ""]).flat_map(|part| part.split('\n'));
    let lines: Vec<_> = from_head.map(|line| (0, line.to_owned())).chain(lines).collect();
    let moved = ForeignPage {
        first_line: document.first_line + document.body[..skipped].matches('\n').count(),
        file: document.file.clone(),
        page: document.page.clone(),
        old_path: String::new(),
        id: String::new(),
        front: Default::default(),
        body: String::new(),
        lines: Vec::new(),
        ..*document
    };
    let first_line = moved.first_line;
    let (text, mut findings) = carried(&moved, &lines, layout, links);
    let folds = folds.into_iter().map(|line| (line, "tabs around words become folds, one below the other"));
    for (line, said) in folds.chain(said) {
        let (file, said) = (document.file.clone(), said.to_owned());
        findings.remarks.push(Remark { file, line: first_line + line, said });
    }
    for remark in &mut findings.remarks {
        remark.line = document.line_in_file(remark.line);
    }
    let front = &document.front;
    if let (Some(shown), Some(other)) = (&heading, &front.title)
        && shown != other
    {
        let said = format!("is called `{other}` in its head and `{shown}` in its text, which is the title now");
        findings.remarks.push(Remark::of_file(&document.file, said));
    }
    let title = title_of(document, layout);
    let mut head = format!("+++\ntitle = {}\n", quoted(&title));
    if let Some(label) = front.label.as_deref().map(str::trim).filter(|label| *label != title) {
        head += &format!("short_title = {}\n", quoted(label));
    }
    // The program takes the first paragraph itself where that comes before all else.
    let lacks = !begins_with_words(&text) || opening(&text).summary.is_none();
    let found = || lacks.then(|| first_words(&text)).flatten();
    let summary = front.summary.clone().or_else(found);
    let summary = summary.or_else(|| {
        if lacks && !document.file.is_empty() {
            let said = "has no sentence that could be its summary, which is its title now: write one";
            findings.remarks.push(Remark::of_file(&document.file, said));
        }
        lacks.then(|| title.clone())
    });
    if let Some(summary) = summary {
        head += &format!("summary = {}\n", quoted(&summary.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let (redirects, lost): (Vec<_>, Vec<_>) =
        old_addresses(document, layout, addresses).into_iter().partition(|old| redirect_path(old, "").is_some());
    if !redirects.is_empty() {
        let redirects: Vec<String> = redirects.iter().map(|old| quoted(old)).collect();
        head += &format!("redirects = [{}]\n", redirects.join(", "));
    }
    findings.remarks.extend(lost.iter().map(|old| {
        let said = format!("was at `{old}`, from where no page can lead on: no folder can be called so everywhere");
        Remark::of_file(&document.file, said)
    }));
    let folder = if document.page.is_empty() { "content".to_owned() } else { format!("content/{}", document.page) };
    let text = text.trim_start_matches('\n').trim_end();
    let text = if text.is_empty() { String::new() } else { format!("\n{text}\n") };
    (format!("{folder}/{tag}.md"), format!("{head}+++\n{text}"), findings)
}

/// What the page of a document is called: as its text, its head or its place in the navigation says it.
pub fn title_of(document: &ForeignPage, layout: &Layout) -> String {
    let (heading, _) = split_title(&document.body);
    let front = &document.front;
    heading.or_else(|| front.title.clone()).or_else(|| front.label.clone()).unwrap_or_else(|| name(document, layout))
}

/// The first heading of a text, if it is one of the first level, as plain words, and the text without it. Badges, remarks and
/// the like may stand before it.
fn split_title(body: &str) -> (Option<String>, Cow<'_, str>) {
    let mut at = 0;
    let (mut fence, mut in_remark) = (CodeFence::default(), false);
    for line in body.split_inclusive('\n') {
        let shown = line.trim_start();
        let is_code = line.len() - shown.len() > 3;
        let in_code = if is_code { fence.is_open() } else { fence.is_open_after(line) };
        in_remark = (in_remark || shown.starts_with("<!--")) && !shown.contains("-->");
        if !in_code && !is_code && !in_remark && shown.starts_with('#') {
            break;
        }
        at += line.len();
    }
    let (before, start) = body.split_at(at);
    let Some(rest) = start.trim_start().strip_prefix("# ") else { return (None, Cow::Borrowed(body)) };
    let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let (words, _) = of_heading(line);
    let words = words.trim().trim_end_matches('#').trim();
    let title = opening(&format!("# {}", without_shortcodes(words))).title.map(|(title, _)| title);
    let Some(title) = title.filter(|_| !words.contains('[')) else { return (None, Cow::Borrowed(body)) };
    // The text keeps its lines, so that remarks name those of the old file.
    let body = if before.trim().is_empty() { Cow::Borrowed(rest) } else { Cow::Owned(format!("{before}\n{rest}")) };
    (Some(title), body)
}

/// Whether a text has a paragraph that can stand for a summary before anything else.
fn begins_with_words(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| line.starts_with(|c: char| c.is_alphanumeric()) && !line.starts_with("- "))
}

/// The words of the first paragraph of a text, wherever it stands, as far as a sentence or two go; nothing where it has
/// headings, lists, code and the like alone.
fn first_words(text: &str) -> Option<String> {
    let (mut fence, mut is_free) = (CodeFence::default(), true);
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        let shown = line.trim();
        let in_code = fence.is_open_after(shown);
        let begins = is_free && !line.starts_with("    ") && shown.starts_with(|c: char| c.is_alphabetic());
        if !in_code && !shown.is_empty() && (begins || !paragraph.is_empty()) {
            paragraph.push(shown);
        } else if !paragraph.is_empty() {
            // A definition, and the heading of a table or one with a line below it, are no sentences.
            let is_other = paragraph.iter().any(|line| line.starts_with([':', '|', '=']) || line.starts_with("--"));
            let words = without_shortcodes(&std::mem::take(&mut paragraph).join("\n"));
            let summary = opening(&words).summary.map(|(summary, _)| summary).unwrap_or_default();
            if !is_other && summary.chars().filter(|c| c.is_alphabetic()).count() > 2 {
                return Some(summary);
            }
        }
        is_free = shown.is_empty() || in_code || shown.starts_with(['#', '`', '~', '<']);
    }
    None
}

/// What a page is called that has no title.
fn name(document: &ForeignPage, layout: &Layout) -> String {
    match document.page.rsplit('/').next() {
        None | Some("") => layout.title.clone().unwrap_or_else(|| "Home".to_owned()),
        Some(name) => {
            let mut letters = name.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<String>().replace('-', " ")
        }
    }
}

/// Old addresses of the page at which the new site has none, from the top of the site.
fn old_addresses(document: &ForeignPage, layout: &Layout, addresses: &ImportedAddresses) -> Vec<String> {
    let tag = &layout.languages[document.language];
    // A page that gives itself an address had no other.
    let own = match &document.front.own_address {
        Some(own) => vec![own.clone()],
        None if document.file.is_empty() => Vec::new(),
        None => layout.old_addresses(tag, &document.old_path, document.is_index),
    };
    let mut found: Vec<String> = Vec::new();
    for old in own.iter().chain(&document.front.addresses) {
        let old = format!("/{}", old.trim_matches('/'));
        if old != "/" && !addresses.is_taken(layout.without_language(&old[1..])) && !found.contains(&old) {
            found.push(old);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_what_the_first_paragraph_says() {
        for (text, summary) in [
            (
                "## H\n\nUse the tags `<h1>` and `Vec<T>`, not _node_ or ~~old~~.\n",
                "Use the tags <h1> and Vec<T>, not node or old.",
            ),
            (
                "## H\n\nIf a < b and c > d then stop, `a*b*c` &amp; [x](y).\n",
                "If a < b and c > d then stop, a*b*c & x.",
            ),
            ("![x](y)\n\nWords here\n> quoted\n", "Words here"),
            ("## H\n\nExpose the {{< tip text=\"Service\" >}} here.\n", "Expose the Service here."),
        ] {
            assert_eq!(first_words(text).as_deref(), Some(summary));
        }
    }

    #[test]
    fn a_title_is_no_line_of_code() {
        let title = |body: &str| split_title(body).0;
        assert_eq!(title("[![badge](b.svg)](/b)\n\n# Title {#id}\n\nWords.\n").as_deref(), Some("Title"));
        assert_eq!(title("# Big {: #big .c }\n\nWords.\n").as_deref(), Some("Big"));
        assert_eq!(title("# The {name} of `{x}`\n").as_deref(), Some("The {name} of {x}"));
        assert_eq!(title("# Use `<h1>` & _more_\n").as_deref(), Some("Use <h1> & more"));
        assert_eq!(title("Words.\n\n    # install\n    make\n"), None);
        assert_eq!(title("````md\n```sh\n# install\n```\n# two\n````\n\n# Title\n").as_deref(), Some("Title"));
        assert_eq!(title("```\n# one\n"), None);
        assert_eq!(title("<!--\n# one\n-->\n\n# Title\n").as_deref(), Some("Title"));
    }
}
