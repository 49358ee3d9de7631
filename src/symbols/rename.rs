//! Renames a page, a section, or a source everywhere: in all languages, in links, in lists, in the lock of translations; and
//! the old address of a page leads to the new one. What cannot be changed as a whole is not changed in part.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lines::{FileLine, LineKind, lines};
use super::occurrences::{Occurrence, Role, images, links, occurrences, related};
use super::symbol::{Symbol, unquoted};
use super::written::WrittenLink;
use crate::build::SiteModel;
use crate::config::MenuTarget;
use crate::content::is_address_name;
use crate::fields::quoted;
use crate::site::{Destination, FileRef, Generated, PageId, Resolved};

/// What a renaming does.
#[derive(Debug, Default)]
pub struct Renaming {
    /// By file: bytes, and what takes their place; sorted, and none overlaps another.
    pub edits: BTreeMap<String, Vec<(Range<usize>, String)>>,
    /// A folder that gets another name after that, with the name.
    pub folder: Option<(String, String)>,
}

/// The name that a symbol has now. An error says why it can have no other.
pub fn current_name(model: &SiteModel<'_>, symbol: &Symbol) -> Result<String, String> {
    match symbol {
        Symbol::Page(page) => match model.site.page(*page).input.path.as_str() {
            "" => Err("the home page has no name".to_owned()),
            path => Ok(path.rsplit('/').next().unwrap_or_default().to_owned()),
        },
        Symbol::Section(_, id) => Ok(id.clone()),
        Symbol::Source(key) => Ok(key.clone()),
    }
}

/// The whole of a renaming. An error is one sentence on why it cannot be.
pub fn rename(model: &SiteModel<'_>, symbol: &Symbol, new: &str) -> Result<Renaming, String> {
    current_name(model, symbol)?;
    let new = new.trim();
    let mut renamer = Renamer { model, renaming: Renaming::default() };
    match symbol {
        Symbol::Page(page) => renamer.page(*page, new)?,
        Symbol::Section(page, id) => renamer.section(*page, id, new)?,
        Symbol::Source(key) => renamer.source(key, new)?,
    }
    let mut renaming = renamer.renaming;
    for edits in renaming.edits.values_mut() {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        edits.dedup();
    }
    Ok(renaming)
}

/// On which line of a text a byte stands, from 1.
fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

struct Renamer<'a> {
    model: &'a SiteModel<'a>,
    renaming: Renaming,
}

impl Renamer<'_> {
    fn edit(&mut self, path: &str, range: Range<usize>, text: String) {
        self.renaming.edits.entry(path.to_owned()).or_default().push((range, text));
    }

    /// Puts another name in the place of what is certainly the old one.
    fn replace(&mut self, path: &str, range: Range<usize>, old: &str, new: &str) -> Result<(), String> {
        let source = self.model.source(path).ok_or_else(|| format!("`{path}` cannot be read"))?;
        if source.text.get(range.clone()) != Some(old) {
            let line = line_at(&source.text, range.start);
            return Err(format!("line {line} of `{path}` names `{old}` in other signs: change it by hand first"));
        }
        self.edit(path, range, new.to_owned());
        Ok(())
    }

    fn unknown_form(&self, occurrence: &Occurrence) -> String {
        let source = self.model.source(&occurrence.path);
        let line = source.map_or(0, |source| line_at(&source.text, occurrence.whole.start));
        format!("the link on line {line} of `{}` cannot be changed: write it as [[…]] first", occurrence.path)
    }

    fn section(&mut self, page: PageId, id: &str, new: &str) -> Result<(), String> {
        check_name(new, |c| c.is_alphanumeric() || "-_.:".contains(c), "letters, digits and hyphens")?;
        let input = &self.model.site.page(page).input;
        if input.faces.iter().flatten().any(|face| face.anchors.iter().any(|known| known == new)) {
            return Err(format!("the page has a heading `#{new}` already"));
        }
        for occurrence in occurrences(self.model, &Symbol::Section(page, id.to_owned())) {
            match (&occurrence.name, occurrence.role) {
                (Some(name), Role::Definition) => self.replace(&occurrence.path, name.clone(), id, new)?,
                // A link may be written with the name that GitHub would give the heading.
                (Some(name), _) => self.edit(&occurrence.path, name.clone(), new.to_owned()),
                (None, Role::Definition) => {
                    let end = occurrence.whole.end;
                    self.edit(&occurrence.path, end..end, format!(" {{#{new}}}"));
                }
                (None, _) => return Err(self.unknown_form(&occurrence)),
            }
        }
        let path = input.path.clone();
        self.lock(|page, section| {
            let renamed = if page == path && section == id { new } else { section };
            (page.to_owned(), renamed.to_owned())
        });
        Ok(())
    }

    fn source(&mut self, key: &str, new: &str) -> Result<(), String> {
        check_name(new, |c| c.is_alphanumeric() || "-_.:".contains(c), "letters, digits and hyphens")?;
        if self.model.bibliography().iter().any(|source| source.key.value == new) {
            return Err(format!("there is a source `{new}` already"));
        }
        for occurrence in occurrences(self.model, &Symbol::Source(key.to_owned())) {
            let Some(name) = occurrence.name.clone() else { return Err(self.unknown_form(&occurrence)) };
            self.replace(&occurrence.path, name, key, new)?;
        }
        self.lock(|page, section| (page.to_owned(), section.to_owned()));
        Ok(())
    }

    fn page(&mut self, page: PageId, new: &str) -> Result<(), String> {
        if !is_address_name(new) {
            return Err(format!("`{new}` makes no good address: letters, digits, `-`, `_` and `.` do"));
        }
        let site = self.model.site;
        let old_path = site.page(page).input.path.clone();
        let (above, old) = old_path.rsplit_once('/').map_or(("", old_path.as_str()), |(above, old)| (above, old));
        let new_path = if above.is_empty() { new.to_owned() } else { format!("{above}/{new}") };
        if above.is_empty() && matches!(old, "dimensions" | "terms") {
            return Err(format!("`{old}` is the folder of all {old}, and its name means that"));
        }
        if site.find(&new_path).is_some() {
            return Err(format!("there is a page `{new_path}` already"));
        }
        if Generated::is_taken(&new_path) {
            return Err(format!("`{new_path}` is the address of what Muwazana makes itself"));
        }
        // A page with a slug has its address by that, whatever its folder is called.
        let slug = site.page(page).input.facts.slug.as_ref();
        if slug.is_none() {
            self.is_free(page, new)?;
        }
        let moved_path = |path: &str| {
            let rest = path.strip_prefix(&old_path)?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{new_path}{rest}"))
        };
        let moved: Vec<PageId> = site.ids().filter(|id| moved_path(&site.page(*id).input.path).is_some()).collect();
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let is_taken = site.pages.iter().any(|page| last(&page.input.path) == new);
        let depth = old_path.split('/').count() - 1;
        for target in &moved {
            let full = site.page(*target).input.path.clone();
            let is_it = |resolved: &Resolved| matches!(resolved.to, Destination::Page(to) | Destination::Parallel(to) if to == *target);
            let from = site.page(*target).backlinks.iter().copied().chain([*target]);
            for (occurrence, written) in links(self.model, from, is_it) {
                let Some(WrittenLink { page: range, .. }) = written else {
                    return Err(self.unknown_form(&occurrence));
                };
                let Some(source) = self.model.source(&occurrence.path) else { continue };
                let is_wiki = source.text[occurrence.whole.clone()].starts_with("[[");
                let place = Segment { full: &full, depth, old, new };
                let renamed = match is_wiki {
                    true => place.in_name(&source.text[range.clone()], is_taken),
                    false => place.in_path(&source.text[range.clone()]),
                };
                if let Some(renamed) = renamed {
                    self.edit(&occurrence.path, range, renamed);
                }
            }
            self.files(*target, &full, depth, (old, new));
            for (path, range) in related(self.model, *target) {
                let Some(source) = self.model.source(&path) else { continue };
                let renamed = Segment { full: &full, depth, old, new }.in_path(&source.text[range.clone()]);
                if let Some(renamed) = renamed {
                    self.edit(&path, range, renamed);
                }
            }
            if slug.is_none() {
                self.redirects(*target, site.page(*target).address())?;
            }
        }
        if slug.is_some_and(|slug| slug.value == new) {
            self.drop_slug(page);
        }
        self.menus(page, (old, new), moved_path)?;
        if site.page(page).input.kind.is_dimension() {
            let weights = self.model.config.weightings.iter().flat_map(|weighting| &weighting.weights);
            for (name, _) in weights.filter(|(name, _)| name.value == old) {
                self.replace("site.toml", name.span.start..name.span.end, old, new)?;
            }
        }
        self.lock(|page, section| (moved_path(page).unwrap_or_else(|| page.to_owned()), section.to_owned()));
        self.renaming.folder = Some((format!("content/{old_path}"), format!("content/{new_path}")));
        Ok(())
    }

    /// Whether the address that a page has by another name of its folder is that of no other, nor ever was.
    fn is_free(&self, page: PageId, new: &str) -> Result<(), String> {
        let site = self.model.site;
        let above = site.page(page).address().rsplit_once('/').map_or("", |(above, _)| above);
        let address = if above.is_empty() { new.to_owned() } else { format!("{above}/{new}") };
        if let Some(other) = site.at_address(&address) {
            return Err(format!("the page `{}` has the address `{address}` already", site.page(other).input.path));
        }
        let mut faces = site.pages.iter().flat_map(|page| page.input.faces.iter().flatten());
        match faces.any(|face| face.redirects.iter().any(|old| old.trim_matches('/') == address)) {
            true => Err(format!("`{address}` is an old address of a page: take it out of `redirects` first")),
            false => Ok(()),
        }
    }

    /// A folder that is called as its slug needs none: its line goes.
    fn drop_slug(&mut self, page: PageId) {
        let slug = self.model.site.page(page).input.facts.slug.as_ref();
        let (Some(path), Some(slug)) = (self.model.facts_path(page), slug) else { return };
        let Some(source) = self.model.source(path) else { return };
        let start = source.text[..slug.span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = source.text[slug.span.end..].find('\n').map_or(source.text.len(), |at| slug.span.end + at + 1);
        if source.text[start..slug.span.start].trim_start().starts_with("slug") {
            self.edit(path, start..end, String::new());
        }
    }

    /// The links of pages to files that lie in the folder of a page, and the images that show them.
    fn files(&mut self, page: PageId, full: &str, depth: usize, (old, new): (&str, &str)) {
        let files = &self.model.site.page(page).input.files;
        for (at, file) in files.iter().enumerate() {
            let is_it = |resolved: &Resolved| resolved.to == Destination::File(FileRef(page, at));
            let full = format!("{full}/{}", file.name);
            let links = links(self.model, self.model.site.ids(), is_it);
            for (occurrence, written) in links.into_iter().chain(images(self.model, is_it)) {
                let source = self.model.source(&occurrence.path);
                let Some((source, WrittenLink { page: range, .. })) = source.zip(written) else { continue };
                if let Some(renamed) = (Segment { full: &full, depth, old, new }).in_path(&source.text[range.clone()]) {
                    self.edit(&occurrence.path, range, renamed);
                }
            }
        }
    }

    /// The lists that name a page: `nav` above it, and the links of the menu.
    fn menus(
        &mut self,
        page: PageId,
        (old, new): (&str, &str),
        moved_path: impl Fn(&str) -> Option<String>,
    ) -> Result<(), String> {
        let (site, model) = (self.model.site, self.model);
        if let Some(above) = site.row_of(page) {
            let path = format!("content/{}/page.toml", above.path).replace("//", "/");
            for entry in above.facts.nav.iter().filter(|entry| entry.value == old) {
                let Some(source) = model.source(&path) else { continue };
                self.replace(&path, unquoted(&source.text, entry.span.start..entry.span.end), old, new)?;
            }
        }
        let Some(settings) = model.source("site.toml") else { return Ok(()) };
        for link in &model.config.appearance.links {
            let MenuTarget::Page(named) = &link.to else { continue };
            if let Some(moved) = moved_path(&named.value) {
                let range = unquoted(&settings.text, named.span.start..named.span.end);
                self.replace("site.toml", range, &named.value, &moved)?;
            }
        }
        Ok(())
    }

    /// Whoever has the old address of a page is led to the new one.
    fn redirects(&mut self, page: PageId, old_path: &str) -> Result<(), String> {
        let texts = self.model.texts(page);
        for language in self.model.config.language_ids() {
            let Some(path) = self.model.words_path(page, language) else { continue };
            let (Some(Some(words)), Some(source)) = (texts.get(language.0), self.model.source(path)) else {
                return Err(format!("`{path}` cannot be read: mend its errors first"));
            };
            if let Some(first) = words.redirects.first() {
                self.edit(path, first.span.start..first.span.start, format!("{}, ", quoted(old_path)));
                continue;
            }
            let lines = lines(&source.text);
            let front: Vec<_> = lines.iter().take_while(|line| line.kind == LineKind::FrontMatter).collect();
            let Some(close) = front.len().checked_sub(1).filter(|close| *close > 0) else {
                return Err(format!("`{path}` has no front matter for `redirects`: give it one first"));
            };
            let is_header = |line: &&&FileLine<'_>| line.text.starts_with('[');
            let header = front.iter().find(is_header).map_or(front[close].range.start, |line| line.range.start);
            let before = source.text[..header].trim_end().len();
            let sign = if front[0].text.starts_with('-') { ": " } else { " = " };
            self.edit(path, before..before, format!("\nredirects{sign}[{}]", quoted(old_path)));
        }
        Ok(())
    }

    /// Carries the lock along: pages and sections get their new names, and what agreed before the renaming agrees after it.
    fn lock(&mut self, new: impl Fn(&str, &str) -> (String, String)) {
        const LOCK: &str = "content/translations.lock";
        let Some(source) = self.model.source(LOCK) else { return };
        let edited = self.edited_texts();
        let mut digests: BTreeMap<(String, String, String), (String, String)> = BTreeMap::new();
        let touched = edited.keys().filter_map(|path| self.model.page_of(path));
        for page in touched.map(|(page, _)| page).collect::<BTreeSet<_>>() {
            let path = &self.model.site.page(page).input.path;
            let (before, after) = (self.model.texts(page), self.model.texts_with(page, &edited));
            for ((old, new), language) in before.iter().zip(&after).zip(&self.model.config.languages) {
                let sections = old.iter().flat_map(|old| &old.digests).zip(new.iter().flat_map(|new| &new.digests));
                for ((id, old), (_, new)) in sections {
                    let key = (path.clone(), id.clone(), language.locale.tag.clone());
                    digests.insert(key, (old.clone(), new.clone()));
                }
            }
        }
        let lock = self.model.lock.mapped(|page, section, tag, digest| {
            let (new_page, new_section) = new(page, section);
            let known = digests.get(&(page.to_owned(), section.to_owned(), tag.to_owned()));
            let digest = known.filter(|(old, _)| old == digest).map_or(digest, |(_, new)| new);
            (new_page, new_section, digest.to_owned())
        });
        if lock != *self.model.lock {
            self.edit(LOCK, 0..source.text.len(), lock.write());
        }
    }

    /// The texts of the files as the edits leave them.
    fn edited_texts(&self) -> BTreeMap<String, String> {
        let edited = self.renaming.edits.iter().filter_map(|(path, edits)| {
            let mut text = self.model.source(path)?.text;
            let mut edits: Vec<_> = edits.iter().collect();
            edits.sort_by_key(|(range, _)| (range.start, range.end));
            edits.dedup();
            for (range, new) in edits.into_iter().rev() {
                text.replace_range(range.clone(), new);
            }
            Some((path.clone(), text))
        });
        edited.collect()
    }
}

/// Whether a name can be one: not empty, and of these signs.
fn check_name(name: &str, fits: impl Fn(char) -> bool, what: &str) -> Result<(), String> {
    match !name.is_empty() && name.chars().all(fits) {
        true => Ok(()),
        false => Err(format!("`{name}` cannot be a name here: write {what}")),
    }
}

/// The part of a page's path that gets another name.
struct Segment<'a> {
    /// The whole path.
    full: &'a str,
    /// Which part of it.
    depth: usize,
    old: &'a str,
    new: &'a str,
}

impl Segment<'_> {
    /// In the last parts of the path, as wikilinks are written; `None` where the part is not among them. Where another page
    /// has the new name already, the whole path is written.
    fn in_name(&self, written: &str, is_taken: bool) -> Option<String> {
        let name = written.trim().trim_matches('/');
        let mut parts: Vec<&str> = name.split('/').collect();
        let all: Vec<&str> = self.full.split('/').collect();
        let left_out = all.len().checked_sub(parts.len())?;
        let at = self.depth.checked_sub(left_out)?;
        if name.is_empty() || parts.get(at) != Some(&self.old) {
            return None;
        }
        if is_taken {
            parts = all;
            parts[self.depth] = self.new;
        } else {
            parts[at] = self.new;
        }
        Some(parts.join("/"))
    }

    /// In a path as links and lists write it; `None` where the part is not written there.
    fn in_path(&self, written: &str) -> Option<String> {
        let below = self.full.split('/').count() - 1 - self.depth;
        let mut parts: Vec<String> = written.split('/').map(str::to_owned).collect();
        let is_file = |part: &str| part.ends_with(".md") || matches!(part, "index.html" | "index.htm");
        let mut after = 0;
        for part in parts.iter_mut().rev() {
            let decoded = percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned();
            let stem = decoded.strip_suffix(".html").unwrap_or(&decoded);
            if stem == self.old && after == below {
                *part = format!("{}{}", self.new, &decoded[stem.len()..]);
                return Some(parts.join("/"));
            }
            if !part.is_empty() && part != "." && !is_file(part) {
                after += 1;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_a_path_is_renamed_however_it_is_written() {
        let page = Segment { full: "dimensions/cost", depth: 1, old: "cost", new: "price" };
        assert_eq!(page.in_name("cost", false).as_deref(), Some("price"));
        assert_eq!(page.in_name("dimensions/cost", false).as_deref(), Some("dimensions/price"));
        assert_eq!(page.in_name("cost", true).as_deref(), Some("dimensions/price"));
        for (written, renamed) in [
            ("../cost/", "../price/"),
            ("../cost/en.md", "../price/en.md"),
            ("../cost.html", "../price.html"),
            ("/ar/dimensions/cost/index.html", "/ar/dimensions/price/index.html"),
            ("/parallel/cost/", "/parallel/price/"),
            ("cost", "price"),
        ] {
            assert_eq!(page.in_path(written).as_deref(), Some(renamed), "{written}");
        }
        assert_eq!(page.in_path("./"), None);
        let below = Segment { full: "guide/cost/cost", depth: 1, old: "cost", new: "price" };
        assert_eq!(below.in_path("../cost/cost/").as_deref(), Some("../price/cost/"));
        assert_eq!(below.in_name("cost", false), None);
        assert_eq!(below.in_name("cost/cost", false).as_deref(), Some("price/cost"));
    }
}
