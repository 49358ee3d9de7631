//! One document as the language file of a page.

use super::body::{Findings, carried};
use super::documents::ForeignPage;
use super::links::Links;
use super::remark::Remark;
use super::tool::Layout;
use crate::fields::quoted;

/// The path of the file, its text, and what was found on the way.
pub fn page_file(document: &ForeignPage, layout: &Layout, links: &Links<'_>) -> (String, String, Findings) {
    let tag = &layout.languages[document.language];
    let (heading, body) = split_title(&document.body);
    let skipped = document.body.len() - body.len();
    let from_head: String = document.front.hero.iter().map(|part| format!("{part}\n\n")).collect();
    let moved = ForeignPage {
        first_line: document.first_line + document.body[..skipped].matches('\n').count(),
        file: document.file.clone(),
        page: document.page.clone(),
        old_path: String::new(),
        front: Default::default(),
        body: String::new(),
        ..*document
    };
    let (text, mut findings) = carried(&moved, &format!("{from_head}{body}"), layout.tool, links);
    let front = &document.front;
    let title = match (&heading, &front.title) {
        (Some(shown), Some(other)) if shown != other => {
            let said = format!("is called `{other}` in its head and `{shown}` in its text, which is the title now");
            findings.remarks.push(Remark::of_file(&document.file, said));
            shown.clone()
        }
        (Some(shown), _) => shown.clone(),
        (None, Some(title)) => title.clone(),
        (None, None) => name(document, layout),
    };
    let mut head = format!("+++\ntitle = {}\n", quoted(&title));
    let summary = front.summary.clone().or_else(|| (!begins_with_words(&text)).then(|| title.clone()));
    if let Some(summary) = summary {
        head += &format!("summary = {}\n", quoted(&summary.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let redirects = redirects(document, layout, links);
    if !redirects.is_empty() {
        head += &format!("redirects = [{}]\n", redirects.join(", "));
    }
    let folder = if document.page.is_empty() { "content".to_owned() } else { format!("content/{}", document.page) };
    let text = text.trim_start_matches('\n').trim_end();
    let text = if text.is_empty() { String::new() } else { format!("\n{text}\n") };
    (format!("{folder}/{tag}.md"), format!("{head}+++\n{text}"), findings)
}

/// The heading with which a text begins, as plain words, and what follows.
fn split_title(body: &str) -> (Option<String>, &str) {
    let start = body.trim_start();
    let Some(rest) = start.strip_prefix("# ") else { return (None, body) };
    let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let words = line.split(" {#").next().unwrap_or(line).trim().trim_end_matches('#').trim();
    let plain = words.replace(['`', '*'], "");
    if plain.contains(['[', '<']) || plain.is_empty() {
        return (None, body);
    }
    (Some(plain), rest)
}

/// Whether a text has a paragraph that can stand for a summary before anything else.
fn begins_with_words(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| line.starts_with(|c: char| c.is_alphanumeric()) && !line.starts_with("- "))
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

/// Old addresses of the page at which the new site has none, in quotation marks.
fn redirects(document: &ForeignPage, layout: &Layout, links: &Links<'_>) -> Vec<String> {
    let tag = &layout.languages[document.language];
    let own = layout.old_addresses(tag, &document.old_path, document.is_index);
    let mut found: Vec<String> = Vec::new();
    for old in own.iter().chain(&document.front.addresses) {
        let old = format!("/{}", old.trim_matches('/'));
        if old != "/" && !links.has_address(&old) && !found.contains(&quoted(&old)) {
            found.push(quoted(&old));
        }
    }
    found
}
