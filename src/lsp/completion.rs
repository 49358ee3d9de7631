//! What could be written at a place: pages, sections, sources, ids, keys and the names of kinds.

use std::collections::BTreeSet;

use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, TextEdit};

use super::cursor::{Context, Cursor, cursor};
use super::place::TextPlaces;
use super::spot::Spot;
use crate::config::LanguageId;
use crate::content::{Target, code_languages, columns};
use crate::diagnostic::Code;
use crate::schema::{SchemaOf, keys_of};
use crate::site::{Destination, Face, PageId};
use crate::symbols::{LineKind, lines, resolve};
use crate::tree::Asset;

/// A proposal, before it is known where it goes.
struct Proposal {
    /// What is written.
    name: String,
    /// What else it is found by.
    also: String,
    detail: String,
    documentation: String,
    kind: CompletionItemKind,
}

impl Proposal {
    fn new(name: impl Into<String>, kind: CompletionItemKind, detail: impl Into<String>) -> Self {
        let (also, documentation) = (String::new(), String::new());
        Self { name: name.into(), also, detail: detail.into(), documentation, kind }
    }
}

/// The proposals at a place, the likeliest first.
pub fn completion(spot: &Spot<'_>) -> Vec<CompletionItem> {
    let text = &spot.source.text;
    let Some(Cursor { context, range, close }) = cursor(spot.path, text, spot.offset) else { return Vec::new() };
    let proposals = match &context {
        Context::Page => spot.pages(),
        Context::Anchor { page, is_wiki } => spot.anchors(page, *is_wiki),
        Context::Source => spot.sources(),
        Context::HeadingId => spot.ids(),
        Context::Alert => alerts(),
        Context::Language => languages(),
        Context::Key(notation, table) => spot.keys(*notation, table),
        Context::ChartValue(key, block) => spot.chart_values(key, &text[block.clone()]),
    };
    let range = TextPlaces::new(text).range(range);
    let items = proposals.into_iter().enumerate().map(|(at, proposal)| {
        let new_text = format!("{}{close}", proposal.name);
        CompletionItem {
            filter_text: Some(format!("{} {}", proposal.name, proposal.also).trim().to_owned()),
            sort_text: Some(format!("{at:05}")),
            kind: Some(proposal.kind),
            detail: Some(proposal.detail).filter(|detail| !detail.is_empty()),
            documentation: Some(proposal.documentation).filter(|text| !text.is_empty()).map(Documentation::String),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
            label: proposal.name,
            ..CompletionItem::default()
        }
    });
    items.collect()
}

impl Spot<'_> {
    fn language(&self) -> LanguageId {
        self.page().map_or(LanguageId(0), |(_, language)| language)
    }

    fn face(&self, page: PageId) -> &Face {
        self.model.site.page(page).face(self.language()).1
    }

    /// Pages by the shortest name that means them alone.
    fn pages(&self) -> Vec<Proposal> {
        let site = self.model.site;
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let page = |page: PageId| {
            let path = &site.page(page).input.path;
            let others = site.ids().filter(|other| last(&site.page(*other).input.path) == last(path)).count();
            let face = self.face(page);
            let own_address = site.page(page).own_address();
            let names = [&face.title].into_iter().chain(&face.short_title).chain(&face.aliases);
            Proposal {
                also: names.map(String::as_str).chain(own_address).collect::<Vec<_>>().join(" "),
                documentation: face.summary.clone(),
                ..Proposal::new(
                    if others > 1 { path.clone() } else { last(path) },
                    CompletionItemKind::REFERENCE,
                    &face.title,
                )
            }
        };
        let has_name = |id: &PageId| !site.page(*id).input.path.is_empty();
        let made = site
            .generated(self.model.config)
            .map(|made| Proposal::new(made.path(), CompletionItemKind::REFERENCE, "a page that is made of others"));
        site.ids().filter(has_name).map(page).chain(made).collect()
    }

    /// The sections of the page that is written before `#`.
    fn anchors(&self, written: &str, is_wiki: bool) -> Vec<Proposal> {
        let Some((own, language)) = self.page() else { return Vec::new() };
        let target = if is_wiki { Target::wiki(written) } else { Target::inline(written) };
        let page = match written.trim().is_empty() {
            true => Some(own),
            false => self.page_meant(own, language, &target),
        };
        let Some(page) = page else { return Vec::new() };
        let face = self.face(page);
        let section = |(id, title): &(String, String)| Proposal {
            also: title.clone(),
            ..Proposal::new(id.clone(), CompletionItemKind::REFERENCE, title)
        };
        let is_section = |id: &&String| face.sections.iter().any(|(section, _)| section == *id);
        let inner = face.anchors.iter().filter(|id| !is_section(id));
        let inner = inner.map(|id| Proposal::new(id, CompletionItemKind::REFERENCE, ""));
        face.sections.iter().map(section).chain(inner).collect()
    }

    /// The page of a link that is not finished: one that the site knows from elsewhere, or one of that name.
    fn page_meant(&self, own: PageId, language: LanguageId, target: &Target) -> Option<PageId> {
        let without = match target.clone() {
            Target::Wiki { page, .. } => Target::Wiki { page, anchor: None },
            Target::Path { path, query, .. } => Target::Path { path, query, anchor: None },
            other => other,
        };
        if let Some(Destination::Page(page)) = resolve(self.model, own, language, &without).map(|found| &found.to) {
            return Some(*page);
        }
        let name = match &without {
            Target::Wiki { page, .. } => page.as_str(),
            Target::Path { path, .. } => path.trim_end_matches(".md").trim_matches(['.', '/']),
            _ => return None,
        };
        let ends = |id: &PageId| {
            let path = &self.model.site.page(*id).input.path;
            path.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        self.model.site.find(name).or_else(|| self.model.site.ids().find(ends))
    }

    fn sources(&self) -> Vec<Proposal> {
        let sources = self.model.bibliography().iter().map(|source| {
            let date = source.published.map_or_else(String::new, |date| format!(", {date}"));
            Proposal {
                also: format!("{} {}", source.title, source.publisher),
                documentation: source.title.clone(),
                ..Proposal::new(&source.key.value, CompletionItemKind::REFERENCE, format!("{}{date}", source.publisher))
            }
        });
        sources.collect()
    }

    /// The ids that the page has in other languages and lacks in this one, in their order.
    fn ids(&self) -> Vec<Proposal> {
        let Some((page, language)) = self.page() else { return Vec::new() };
        let text = &self.source.text;
        let faces = &self.model.site.page(page).input.faces;
        let mut proposals = Vec::new();
        let mut known = BTreeSet::new();
        for other in self.model.config.language_ids().filter(|other| *other != language) {
            for (id, title) in faces[other.0].iter().flat_map(|face| &face.sections) {
                if known.insert(id.clone()) && !text.contains(&format!("{{#{id}}}")) {
                    let tag = &self.model.config.at(other).locale.tag;
                    let detail = format!("{title} ({tag})");
                    let proposal = Proposal::new(id, CompletionItemKind::REFERENCE, detail);
                    proposals.push(Proposal { also: title.clone(), ..proposal });
                }
            }
        }
        proposals
    }

    fn keys(&self, notation: SchemaOf, table: &str) -> Vec<Proposal> {
        let config = self.model.config;
        let is_dimension = self.page().is_some_and(|(page, _)| self.model.site.page(page).input.kind.is_dimension());
        let fits = |name: &str| match (notation, name) {
            // Another name of `summary` is understood, and not proposed.
            (SchemaOf::Head, "description") => false,
            // A folder with a page has the title that its words give it.
            (SchemaOf::Page, "title") => self.page().is_none(),
            (SchemaOf::Head, "stance" | "axis") => is_dimension,
            (SchemaOf::Page, "kind" | "axis" | "evidence" | "history" | "tests") => is_dimension,
            _ => true,
        };
        let keys = keys_of(notation, table).filter(|key| !key.table.is_empty() || fits(&key.name));
        let keys = keys.map(|key| Proposal::new(&key.name, CompletionItemKind::PROPERTY, &key.meaning));
        let mut keys: Vec<Proposal> = keys.collect();
        if matches!((notation, table), (SchemaOf::Head, "stance") | (SchemaOf::Page, "axis") | (_, "subjects"))
            && notation != SchemaOf::Site
        {
            let subjects = config.subjects.iter().map(|subject| {
                let name = subject.names.get(self.language().0).map_or("", String::as_str);
                Proposal::new(&subject.id, CompletionItemKind::PROPERTY, name)
            });
            keys.extend(subjects);
        }
        if notation == SchemaOf::Site && table.starts_with("check") {
            let kinds =
                Code::ALL.iter().map(|code| Proposal::new(code.as_str(), CompletionItemKind::PROPERTY, code.meaning()));
            keys.extend(kinds);
        }
        keys
    }

    fn chart_values(&self, key: &str, block: &str) -> Vec<Proposal> {
        let Some((page, _)) = self.page() else { return Vec::new() };
        let values = |values: &[&str]| -> Vec<Proposal> {
            values.iter().map(|value| Proposal::new(*value, CompletionItemKind::VALUE, "")).collect()
        };
        let tables = || self.model.folder(page).assets.iter().filter(|asset| asset.table().is_some());
        match key {
            "type" => values(&["bar", "line", "dot", "share"]),
            "scale" => values(&["linear", "log"]),
            "data" => values(&tables().map(|asset| asset.name.as_str()).collect::<Vec<_>>()),
            "subject" => values(&self.model.config.subject_ids().collect::<Vec<_>>()),
            "x" | "y" | "range" | "series" | "facet" | "also" | "cite" => {
                let data = block.lines().find_map(|line| {
                    let (name, value) = line.split_once('=')?;
                    (name.trim() == "data").then(|| value.trim().trim_matches('"').to_owned())
                });
                let file = tables().find(|asset| Some(&asset.name) == data.as_ref()).and_then(Asset::table);
                let source = file.and_then(|file| self.model.source(self.model.path(file)));
                let names = source.map(|source| columns(&source.text)).unwrap_or_default();
                let kind = CompletionItemKind::FIELD;
                names.into_iter().map(|name| Proposal::new(name, kind, data.clone().unwrap_or_default())).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn alerts() -> Vec<Proposal> {
    let kinds = [
        ("NOTE", "something worth knowing"),
        ("TIP", "advice"),
        ("IMPORTANT", "what has to be known"),
        ("WARNING", "what needs care at once"),
        ("CAUTION", "what may do harm"),
    ];
    kinds.into_iter().map(|(name, meaning)| Proposal::new(name, CompletionItemKind::ENUM_MEMBER, meaning)).collect()
}

fn languages() -> Vec<Proposal> {
    let own = [("chart", "a chart of a CSV file beside the page"), ("math", "a formula in TeX")];
    let own = own.into_iter().map(|(name, meaning)| Proposal::new(name, CompletionItemKind::KEYWORD, meaning));
    let grammars = code_languages().into_iter().map(|name| Proposal::new(name, CompletionItemKind::VALUE, ""));
    own.chain(grammars).collect()
}

/// Whether a line of a language file at this byte is part of its front matter.
pub fn is_front_matter(text: &str, offset: usize) -> bool {
    let line = lines(text).into_iter().find(|line| line.range.start <= offset && offset <= line.range.end);
    line.is_some_and(|line| line.kind == LineKind::FrontMatter)
}
