//! The head of a document: what it says that a page of this program can say as well.

use super::remark::Remark;
use super::tool::Tool;
use crate::fields::{Fields, Region, read_toml, read_yaml};
use crate::text::FileId;

/// What the head of a document says.
#[derive(Debug, Default)]
pub struct Front {
    /// Its title.
    pub title: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// Its place among its neighbours.
    pub order: Option<i64>,
    /// Whether it was not published.
    pub is_draft: bool,
    /// Other addresses that led to it, from the top of the site.
    pub addresses: Vec<String>,
    /// Its own address from the top of the site, where it gave one.
    pub own_address: Option<String>,
    /// Its own place in addresses, where it gave one: from the top of the documents if it begins with a slash.
    pub slug: Option<String>,
    /// The name by which the navigation knows it.
    pub id: Option<String>,
    /// What it is called in the navigation and in other lists.
    pub label: Option<String>,
    /// The words of a home page that stand in its head.
    pub hero: Vec<String>,
}

/// The head, the text below it, and on which line that begins. Keys that no page here has are said.
pub fn read_front(file: &str, text: &str, tool: Tool, remarks: &mut Vec<Remark>) -> (Front, String, usize) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let fence = ["---\n", "+++\n"].into_iter().find(|fence| text.starts_with(fence));
    let Some((fence, rest)) = fence.map(|fence| (fence, &text[4..])) else { return (Front::default(), text, 1) };
    let end = format!("\n{}", fence.trim_end());
    let (head, body) = match rest.strip_prefix(fence) {
        Some(body) => ("", body),
        None => match rest.split_once(end.as_str()).filter(|(_, body)| body.is_empty() || body.starts_with('\n')) {
            Some((head, body)) => (head, body.strip_prefix('\n').unwrap_or(body)),
            None => return (Front::default(), text, 1),
        },
    };
    let first_line = text[..text.len() - body.len()].matches('\n').count() + 1;
    let mut dropped = Vec::new();
    let mut faults = Vec::new();
    let region = Region { file: FileId(0), offset: 0 };
    let read = |fields: &mut Fields<'_, '_>| keys(fields, tool, &mut dropped);
    let head = format!("{head}\n");
    let front = match fence {
        "+++\n" => read_toml(&head, region, &mut faults, read),
        _ => read_yaml(&head, region, &mut faults, read),
    };
    if !dropped.is_empty() {
        remarks.push(Remark::of_file(file, format!("these keys of its head say nothing here: {}", dropped.join(", "))));
    }
    (front, body.to_owned(), first_line)
}

fn keys(fields: &mut Fields<'_, '_>, tool: Tool, dropped: &mut Vec<String>) -> Front {
    let mut front = Front::default();
    let text = |fields: &mut Fields<'_, '_>, key: &str| fields.string(key).map(|text| text.value);
    for key in fields.keys() {
        match key.as_str() {
            "title" => front.title = text(fields, "title").filter(|title| !title.trim().is_empty()),
            "description" | "summary" | "excerpt" => {
                front.summary =
                    front.summary.take().or_else(|| text(fields, &key)).filter(|said| !said.trim().is_empty());
            }
            "sidebar_position" | "weight" | "nav_order" | "order" => {
                front.order = fields.integer(&key, 0..1_000_000).map(|order| order.value);
            }
            "draft" => front.is_draft = fields.boolean("draft"),
            "published" => front.is_draft |= !fields.boolean("published"),
            "slug" => front.slug = text(fields, "slug").filter(|slug| !slug.is_empty()),
            // Jekyll and Hugo fill in what begins with a colon.
            "permalink" | "url" => {
                let address = text(fields, &key);
                let is_one = |address: &String| match tool {
                    Tool::Hugo => !address.is_empty() && !address.starts_with(':'),
                    _ => address.starts_with('/'),
                };
                front.own_address = address.filter(|address| is_one(address) && !address.contains("/:"));
            }
            "path" if tool == Tool::Zola => {
                front.own_address = text(fields, "path").map(|path| format!("/{}", path.trim_matches('/')));
            }
            "id" => front.id = text(fields, "id").filter(|id| !id.is_empty()),
            "sidebar_label" => front.label = text(fields, &key).filter(|label| !label.trim().is_empty()),
            // Hugo tells keys apart by their letters alone.
            other if tool == Tool::Hugo && other.eq_ignore_ascii_case("linkTitle") => {
                front.label = text(fields, &key).filter(|label| !label.trim().is_empty());
            }
            "aliases" | "redirect_from" => {
                front.addresses.extend(fields.one_or_more(&key).into_iter().map(|address| address.value));
            }
            "hero" if tool == Tool::VitePress => {
                fields.table("hero", |hero| {
                    front.hero.extend(text(hero, "text"));
                    front.title = front.title.take().or_else(|| text(hero, "name"));
                    front.summary = front.summary.take().or_else(|| text(hero, "tagline"));
                    let link = |action: &mut Fields<'_, '_>| {
                        Some(format!("- [{}]({})", text(action, "text")?, text(action, "link")?))
                    };
                    let links: Vec<String> = hero.tables("actions", link).into_iter().flatten().collect();
                    front.hero.extend((!links.is_empty()).then(|| links.join("\n")));
                });
            }
            "features" if tool == Tool::VitePress => {
                let feature = |feature: &mut Fields<'_, '_>| {
                    let (title, details) = (text(feature, "title")?, text(feature, "details").unwrap_or_default());
                    Some(format!("## {title}\n\n{details}"))
                };
                front.hero.extend(fields.tables("features", feature).into_iter().flatten());
            }
            "layout" | "lang" | "outline" => {}
            other => dropped.push(format!("`{other}`")),
        }
    }
    front
}
