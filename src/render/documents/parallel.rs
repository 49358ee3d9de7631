//! A page in all its languages side by side, section by section.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::ParallelUnit;
use crate::locale::Direction;
use crate::render::parts::{Article, DocumentHead, SectionView, blocks};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html as markup};
use crate::site::{PageId, Site};

/// `parallel.html`
#[derive(Debug, Serialize)]
pub struct ParallelView {
    pub site: Shared,
    pub document: DocumentHead,
    pub columns: Vec<ParallelColumn>,
    pub rows: Vec<Vec<ParallelCell>>,
    /// The openings of the article block by block, by line and language; empty unless the page asks for blocks, and where the
    /// languages have not as many.
    pub opening: Vec<Vec<ParallelBlock>>,
    /// The same for each of the rows.
    pub blocks: Vec<Vec<Vec<ParallelBlock>>>,
}

/// A paragraph, list, table, figure or the like in one language.
#[derive(Clone, Debug, Serialize)]
pub struct ParallelBlock {
    pub tag: String,
    pub dir: Direction,
    /// The block.
    pub html: Shared,
}

/// A language of a parallel page.
#[derive(Debug, Serialize)]
pub struct ParallelColumn {
    pub tag: String,
    pub dir: Direction,
    pub name: String,
    pub url: String,
    pub article: Article,
    /// The heading of its notes.
    pub notes_title: String,
    /// What stands before the date on which a source was read.
    pub accessed: String,
}

/// A section in one language.
#[derive(Debug, Serialize)]
pub struct ParallelCell {
    pub tag: String,
    pub dir: Direction,
    /// `None` where the language lacks the section.
    pub section: Option<SectionView>,
    /// Says so, in the language.
    pub missing: String,
    /// The section on the page in that language.
    pub url: String,
}

/// Where the document lies; nothing for a page that has none.
pub fn path(site: &Site, page: PageId) -> Option<String> {
    site.page(page).parallel_name().map(|name| format!("parallel/{name}/index.html"))
}

impl Renderer<'_> {
    /// Where a page can be read in all its languages side by side; `None` if it cannot be.
    pub fn parallel_url(&self, page: PageId) -> Option<String> {
        let name = self.site.page(page).parallel_name()?;
        Some(self.addresses.under(&format!("parallel/{name}/")))
    }
}

/// A page in all its languages, section by section.
pub fn parallel(renderer: &Renderer<'_>, page: PageId) -> Rendered {
    renderer.template("parallel.html", &parallel_view(renderer, page))
}

/// What its document shows.
pub fn parallel_view(renderer: &Renderer<'_>, page: PageId) -> ParallelView {
    let url = renderer.parallel_url(page).unwrap_or_default();
    let here = renderer.site.page(page);
    let languages: Vec<LanguageId> = renderer.config.language_ids().filter(|language| here.speaks(*language)).collect();
    let columns: Vec<ParallelColumn> = languages.iter().map(|language| column(renderer, page, *language)).collect();
    let titles: Vec<_> = languages.iter().map(|language| renderer.plain_title(page, *language)).collect();
    let first = languages[0];
    let mut head = renderer.bare_head(first, here.address(), "parallel", &titles.join(" · "));
    head.canonical = renderer.addresses.absolute(&url);
    let summaries = languages.iter().map(|language| renderer.plain_summary(page, *language));
    head.description = summaries.collect::<Vec<_>>().join(" · ");
    head.r#type = "article";
    head.alternates.clear();
    head.faces = renderer.faces(&languages);
    head.code = languages.iter().any(|language| renderer.has_code(page, *language));
    head.languages.iter_mut().for_each(|link| link.current = false);
    let rows = sections(renderer, page, &languages);
    let rows = rows.iter().map(|id| {
        let cells = languages.iter().zip(&columns);
        cells.map(|(language, column)| cell(renderer, page, *language, column, id)).collect()
    });
    let rows: Vec<Vec<ParallelCell>> = rows.collect();
    let (mut opening, mut blocks) = (Vec::new(), vec![Vec::new(); rows.len()]);
    if here.parallel == Some(ParallelUnit::Blocks) {
        opening = lines(columns.iter().map(|column| (column, Some(&column.article.lede))));
        for (lines_of_row, row) in blocks.iter_mut().zip(&rows) {
            let html = row.iter().map(|cell| cell.section.as_ref().map(|section| &section.html));
            *lines_of_row = lines(columns.iter().zip(html));
        }
    }
    let site = renderer.shared[first.0].clone();
    ParallelView { site, document: head, columns, rows, opening, blocks }
}

/// What stands beside each other, line by line; nothing where the languages have not as many blocks.
fn lines<'a>(columns: impl Iterator<Item = (&'a ParallelColumn, Option<&'a Shared>)>) -> Vec<Vec<ParallelBlock>> {
    let mut lines: Vec<Vec<ParallelBlock>> = Vec::new();
    for (n, (column, html)) in columns.enumerate() {
        let Some(own) = html.and_then(Shared::as_str).and_then(blocks) else { return Vec::new() };
        if n == 0 {
            lines.resize_with(own.len(), Vec::new);
        }
        if own.len() != lines.len() {
            return Vec::new();
        }
        for (line, block) in lines.iter_mut().zip(own) {
            line.push(ParallelBlock { tag: column.tag.clone(), dir: column.dir, html: markup(block) });
        }
    }
    lines
}

/// The ids of all sections, in the first language's order; one that it lacks stands after the one before it.
fn sections(renderer: &Renderer<'_>, page: PageId, languages: &[LanguageId]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for language in languages {
        let mut after = 0;
        for (id, _) in &renderer.site.page(page).face(*language).1.sections {
            match ids.iter().position(|known| known == id) {
                Some(at) => after = at + 1,
                None => {
                    ids.insert(after, id.clone());
                    after += 1;
                }
            }
        }
    }
    ids
}

fn column(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> ParallelColumn {
    let here = renderer.config.at(language);
    ParallelColumn {
        tag: here.locale.tag.clone(),
        dir: here.locale.direction,
        name: here.name.clone(),
        url: renderer.url(page, language),
        article: renderer.article(page, language, &parallel_prefix(renderer, language)),
        notes_title: renderer.ui(language, "notes_title"),
        accessed: renderer.ui(language, "accessed"),
    }
}

/// What stands before every id of a language's column.
pub fn parallel_prefix(renderer: &Renderer<'_>, language: LanguageId) -> String {
    format!("{}-", renderer.config.at(language).locale.tag)
}

fn cell(
    renderer: &Renderer<'_>,
    page: PageId,
    language: LanguageId,
    column: &ParallelColumn,
    id: &str,
) -> ParallelCell {
    let own = format!("{}{id}", parallel_prefix(renderer, language));
    let section = column.article.sections.iter().find(|section| section.id == own);
    let section = section.map(|section| SectionView {
        id: section.id.clone(),
        title: section.title.clone(),
        words: section.words.clone(),
        html: section.html.clone(),
        // The newer text stands beside it.
        behind: None,
        inner: Vec::new(),
    });
    let anchor = if section.is_some() { format!("#{id}") } else { String::new() };
    ParallelCell {
        tag: column.tag.clone(),
        dir: column.dir,
        missing: renderer.ui(language, "section_missing"),
        url: format!("{}{anchor}", renderer.url(page, language)),
        section,
    }
}
