//! The documents that are made of others: parallel reading, matrix, sources, gate, 404, sitemap, feeds.

use std::collections::BTreeSet;

use super::templates::html;
use super::views::{
    Cell, Choice, CitedSource, Column, Door, FeedEntry, FeedView, GateView, MatrixView, ParallelView, SectionView,
    SitemapEntry, SitemapView, SourcesView,
};
use super::{Output, Rendered, Renderer};
use crate::config::LanguageId;
use crate::content::{SourceKind, Stand};
use crate::site::{Generated, PageId, SourceId};
use crate::text::Date;

/// Makes one document.
pub type Job = Box<dyn Fn(&Renderer<'_>) -> Rendered + Send>;

/// Everything but the pages with folders and parallel reading.
pub fn rest(renderer: &Renderer<'_>) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for language in renderer.config.language_ids() {
        jobs.push(Box::new(move |renderer| matrix(renderer, language)));
        jobs.push(Box::new(move |renderer| Ok(matrix_csv(renderer, language))));
        jobs.push(Box::new(move |renderer| sources(renderer, language)));
        jobs.push(Box::new(move |renderer| super::search::page(renderer, language)));
        jobs.push(Box::new(move |renderer| feed(renderer, language)));
    }
    jobs.extend([Box::new(sitemap) as Job, Box::new(gate), Box::new(not_found), Box::new(|r| Ok(robots(r)))]);
    jobs
}

impl Renderer<'_> {
    /// Where a dimension can be read in all its languages side by side; nothing if it has only one.
    pub fn parallel_url(&self, page: PageId) -> Option<String> {
        let here = self.site.page(page);
        let spoken = self.config.language_ids().filter(|language| here.speaks(*language)).count();
        let name = here.input.path.rsplit('/').next().unwrap_or_default();
        (spoken > 1).then(|| self.addresses.under(&format!("parallel/{name}/")))
    }
}

impl Renderer<'_> {
    /// What a language is called by a reader: as the messages say, or else as it calls itself, or its tag.
    pub fn tongue(&self, reader: LanguageId, tag: &str) -> String {
        let own = || self.config.language(tag).map(|language| self.config.at(language).name.clone());
        let said = Some(self.ui(reader, &format!("tongue_{tag}"))).filter(|name| !name.is_empty());
        said.or_else(own).unwrap_or_else(|| tag.to_owned())
    }
}

/// A dimension in all its languages, section by section.
pub fn parallel(renderer: &Renderer<'_>, page: PageId) -> Option<Rendered> {
    let url = renderer.parallel_url(page)?;
    let here = renderer.site.page(page);
    let languages: Vec<LanguageId> = renderer.config.language_ids().filter(|language| here.speaks(*language)).collect();
    let columns: Vec<Column> = languages.iter().map(|language| column(renderer, page, *language)).collect();
    let titles: Vec<_> = languages.iter().map(|language| renderer.plain_title(page, *language)).collect();
    let first = languages[0];
    let mut frame = renderer.bare_frame(first, &here.input.path, "parallel", &titles.join(" · "));
    frame.canonical = renderer.addresses.absolute(&url);
    frame.alternates.clear();
    frame.code = languages.iter().any(|language| renderer.has_code(page, *language));
    frame.languages.iter_mut().for_each(|link| link.current = false);
    let rows = sections(renderer, page, &languages);
    let rows = rows.iter().map(|id| {
        let cells = languages.iter().zip(&columns);
        cells.map(|(language, column)| cell(renderer, page, *language, column, id)).collect()
    });
    let rows = rows.collect();
    let view = ParallelView { site: renderer.shared[first.0].clone(), page: frame, columns, rows };
    let name = here.input.path.rsplit('/').next().unwrap_or_default();
    Some(renderer.template("parallel.html", format!("parallel/{name}/index.html"), &view))
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

fn column(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> Column {
    let here = renderer.config.at(language);
    Column {
        tag: here.locale.tag.clone(),
        dir: here.locale.direction,
        name: here.name.clone(),
        url: renderer.url(page, language),
        article: renderer.article(page, language, &prefix(renderer, language)),
        notes_title: renderer.ui(language, "notes_title"),
        accessed: renderer.ui(language, "accessed"),
    }
}

/// What stands before every id of a language's column.
pub fn prefix(renderer: &Renderer<'_>, language: LanguageId) -> String {
    format!("{}-", renderer.config.at(language).locale.tag)
}

fn cell(renderer: &Renderer<'_>, page: PageId, language: LanguageId, column: &Column, id: &str) -> Cell {
    let own = format!("{}{id}", prefix(renderer, language));
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
    Cell {
        tag: column.tag.clone(),
        dir: column.dir,
        missing: renderer.ui(language, "section_missing"),
        url: format!("{}{anchor}", renderer.url(page, language)),
        section,
    }
}

fn matrix(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Matrix.path();
    let mut page = renderer.bare_frame(language, path, "matrix", &renderer.ui(language, "matrix_title"));
    page.description = renderer.ui(language, "matrix_summary");
    let dimensions = &renderer.site.dimensions;
    let locale = &renderer.config.at(language).locale;
    let count = renderer.input.messages[language.0].count(locale, "dimensions_count", dimensions.len());
    let kinds = dimensions.iter().filter_map(|page| renderer.site.page(*page).input.facts.stand);
    let kinds = choices(kinds.map(Stand::as_str), |kind| renderer.ui(language, &format!("kind_{kind}")));
    let csv_url = format!("{}{MATRIX_CSV}", renderer.addresses.page(language, path));
    let messages = &renderer.input.messages[language.0];
    let sorts = renderer.config.subjects.iter().enumerate().map(|(n, subject)| Choice {
        name: messages.with("sort_by", &[("name", &subject.names[language.0])]),
        value: format!("s{}", n + 1),
    });
    let view = MatrixView {
        site: renderer.shared[language.0].clone(),
        page,
        rows: renderer.lists(language).rows,
        count,
        part: part(renderer, language),
        kinds,
        sorts: sorts.collect(),
        csv_url,
    };
    renderer.long_document("matrix.html", language, path, &view)
}

const MATRIX_CSV: &str = "matrix.csv";

/// The matrix for spreadsheets: a row a dimension, what is said of each subject and where it stands, 0 to 100.
fn matrix_csv(renderer: &Renderer<'_>, language: LanguageId) -> Output {
    let ui = |id: &str| renderer.ui(language, id);
    let mut head = vec![ui("dimension"), ui("filter_kind")];
    for subject in &renderer.config.subjects {
        let name = &subject.names[language.0];
        head.extend([name.clone(), format!("{name} (0–100)")]);
    }
    head.extend(["0".to_owned(), "100".to_owned(), "URL".to_owned()]);
    let mut lines = vec![head];
    for id in &renderer.site.dimensions {
        let page = renderer.site.page(*id);
        let face = page.face(language).1;
        let kind = page.input.facts.stand.map(|stand| ui(&format!("kind_{}", stand.as_str())));
        let mut line = vec![face.title.clone(), kind.unwrap_or_default()];
        for (n, at) in page.input.facts.axis.iter().enumerate() {
            line.extend([face.stances.get(n).cloned().unwrap_or_default(), at.to_string()]);
        }
        line.extend(face.poles.clone().unwrap_or_default());
        line.push(renderer.addresses.absolute(&renderer.url(*id, language)));
        lines.push(line);
    }
    // Spreadsheets take a file for UTF-8 by the mark at its head.
    let mut text = "\u{feff}".to_owned();
    for line in lines {
        let cells: Vec<_> = line.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    let path = renderer.document_path(language, Generated::Matrix.path(), MATRIX_CSV);
    Output { path, bytes: text.into_bytes().into() }
}

fn sources(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Sources.path();
    let mut page = renderer.bare_frame(language, path, "sources", &renderer.ui(language, "sources_title"));
    page.description = renderer.ui(language, "sources_summary");
    let locale = &renderer.config.at(language).locale;
    let mut ids: Vec<SourceId> = (0..renderer.site.bibliography.len()).map(SourceId).collect();
    ids.retain(|id| !renderer.site.cited_by[id.0].is_empty());
    let publisher = |id: &SourceId| renderer.site.bibliography[id.0].publisher.as_str();
    ids.sort_by(|a, b| locale.compare(publisher(a), publisher(b)).then(a.cmp(b)));
    let count = renderer.input.messages[language.0].count(locale, "sources_count", ids.len());
    let cited = |id: &SourceId| {
        let entry = &renderer.site.bibliography[id.0];
        CitedSource {
            source: renderer.source(*id, language),
            kind: entry.kind.map_or("", SourceKind::as_str),
            tongue: entry.language.clone().unwrap_or_default(),
            cited_by: renderer.links(&renderer.site.cited_by[id.0], language),
        }
    };
    let sources: Vec<CitedSource> = ids.iter().map(cited).collect();
    let kind = |kind: &str| renderer.ui(language, &format!("source_{kind}"));
    let view = SourcesView {
        site: renderer.shared[language.0].clone(),
        page,
        kinds: choices(sources.iter().map(|source| source.kind), kind),
        tongues: choices(sources.iter().map(|source| source.tongue.as_str()), |tag| renderer.tongue(language, tag)),
        sources,
        count,
        part: part(renderer, language),
    };
    renderer.document("sources.html", language, path, &view)
}

/// What a filtered list says of itself; the script puts the numbers in.
fn part(renderer: &Renderer<'_>, language: LanguageId) -> String {
    renderer.input.messages[language.0].with("part_of", &[("shown", "{shown}"), ("all", "{all}")])
}

/// The values that occur, each once, in the order of their names.
fn choices<'a>(values: impl Iterator<Item = &'a str>, name: impl Fn(&str) -> String) -> Vec<Choice> {
    let values: BTreeSet<&str> = values.filter(|value| !value.is_empty()).collect();
    let mut choices: Vec<_> =
        values.into_iter().map(|value| Choice { name: name(value), value: value.to_owned() }).collect();
    choices.sort();
    choices
}

fn gate(renderer: &Renderer<'_>) -> Rendered {
    renderer.template("gate.html", "index.html".to_owned(), &gate_view(renderer, "gate"))
}

fn not_found(renderer: &Renderer<'_>) -> Rendered {
    let mut view = gate_view(renderer, "not-found");
    let titles: Vec<_> = view.doors.iter().map(|door| door.not_found_title.clone()).collect();
    view.page.title = titles.join(" · ");
    view.page.noindex = true;
    renderer.template("404.html", "404.html".to_owned(), &view)
}

/// Both languages side by side; the document itself is in the first.
fn gate_view(renderer: &Renderer<'_>, kind: &'static str) -> GateView {
    let first = LanguageId(0);
    let home = renderer.site.find("");
    let titles =
        home.map(|home| renderer.config.language_ids().map(move |language| renderer.plain_title(home, language)));
    let titles: Vec<_> = titles.into_iter().flatten().collect();
    let mut page = renderer.bare_frame(first, "", kind, "");
    page.title = titles.join(" · ");
    page.canonical = renderer.addresses.absolute(&renderer.addresses.under(""));
    page.languages.iter_mut().for_each(|link| link.current = false);
    let door = |language: LanguageId| {
        let here = renderer.config.at(language);
        Door {
            tag: here.locale.tag.clone(),
            dir: here.locale.direction,
            url: renderer.addresses.page(language, ""),
            title: home.map_or_else(|| html(""), |home| renderer.title(home, language)),
            summary: home.map_or_else(|| html(""), |home| renderer.summary(home, language)),
            enter: renderer.ui(language, "gate_enter"),
            not_found_title: renderer.ui(language, "not_found_title"),
            not_found_text: renderer.ui(language, "not_found_text"),
            not_found_home: renderer.ui(language, "not_found_home"),
        }
    };
    GateView { site: renderer.shared[first.0].clone(), page, doors: renderer.config.language_ids().map(door).collect() }
}

fn sitemap(renderer: &Renderer<'_>) -> Rendered {
    let mut entries = Vec::new();
    let mut add = |path: &str, languages: &[LanguageId], changed: Option<Date>| {
        for language in languages {
            entries.push(SitemapEntry {
                url: renderer.addresses.absolute(&renderer.addresses.page(*language, path)),
                changed: changed.filter(|date| date.is_day()).map(|date| date.to_string()),
                alternates: languages.iter().map(|language| renderer.alternate(*language, path)).collect(),
            });
        }
    };
    let all: Vec<_> = renderer.config.language_ids().collect();
    for id in renderer.site.ids() {
        let page = renderer.site.page(id);
        let spoken: Vec<_> = all.iter().copied().filter(|language| page.speaks(*language)).collect();
        add(&page.input.path, &spoken, page.changed());
    }
    for generated in Generated::ALL {
        add(generated.path(), &all, None);
    }
    renderer.template("sitemap.xml", "sitemap.xml".to_owned(), &SitemapView { entries })
}

fn robots(renderer: &Renderer<'_>) -> Output {
    let sitemap = renderer.addresses.absolute(&renderer.addresses.under("sitemap.xml"));
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    Output { path: "robots.txt".to_owned(), bytes: text.into_bytes().into() }
}

/// The dimensions of a language, the newest change first.
fn feed(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let locale = &renderer.config.at(language).locale;
    let mut dated: Vec<(Date, PageId)> = Vec::new();
    for id in &renderer.site.dimensions {
        let page = renderer.site.page(*id);
        dated.extend(page.changed().filter(|date| date.is_day() && page.speaks(language)).map(|date| (date, *id)));
    }
    dated.sort_by_key(|(date, id)| (std::cmp::Reverse(*date), *id));
    let at = |date: Date| format!("{date}T00:00:00Z");
    let entries = dated.iter().map(|(changed, id)| {
        let page = renderer.site.page(*id);
        FeedEntry {
            url: renderer.addresses.absolute(&renderer.url(*id, language)),
            title: renderer.plain_title(*id, language),
            summary: renderer.config.at(language).isolator.plain(&page.face(language).1.summary),
            published: at(page.input.facts.date.unwrap_or(*changed)),
            updated: at(*changed),
        }
    });
    let home = renderer.site.find("").map(|home| renderer.site.page(home).face(language).1);
    let view = FeedView {
        tag: locale.tag.clone(),
        title: home.map_or(String::new(), |face| face.title.clone()),
        subtitle: home.map_or(String::new(), |face| face.summary.clone()),
        home: renderer.addresses.absolute(&renderer.addresses.page(language, "")),
        url: renderer.addresses.absolute(&renderer.addresses.under(&format!("{}/feed.xml", locale.tag))),
        // A feed has to say when it changed; one without entries never did.
        updated: at(dated.first().map_or(Date { year: 1970, month: Some(1), day: Some(1) }, |(date, _)| *date)),
        entries: entries.collect(),
    };
    renderer.template("feed.xml", format!("{}/feed.xml", locale.tag), &view)
}
