//! The documents of pages that have a folder.

use std::collections::BTreeSet;

use super::views::{
    DimensionView, DimensionsView, HomeView, Letter, OtherWords, PageView, RedirectView, TermEntry, TermView, TermsView,
};
use super::{Lists, Rendered, Renderer, generated};
use crate::config::LanguageId;
use crate::content::PageKind;
use crate::locale::Locale;
use crate::search::analysis::{Analyser, skeleton, tokens};
use crate::site::{Face, PageId};

/// A page in a language, and what redirects to it.
pub fn page(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Vec<Rendered> {
    let document = match renderer.site.page(page).input.kind {
        PageKind::Home => home(renderer, page, reader),
        PageKind::Dimensions => dimensions(renderer, page, reader),
        PageKind::Dimension => dimension(renderer, page, reader),
        PageKind::Terms => terms(renderer, page, reader),
        PageKind::Term => term(renderer, page, reader),
        PageKind::Ordinary => ordinary(renderer, page, reader),
    };
    let mut rendered = vec![document];
    if let Some(face) = &renderer.site.page(page).input.faces[reader.0] {
        rendered.extend(face.redirects.iter().map(|path| redirect(renderer, page, reader, path.trim_matches('/'))));
    }
    rendered
}

fn home(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let Lists { rows, cards } = renderer.lists(reader);
    let view = HomeView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "home"),
        article: renderer.article(page, reader, ""),
        scale: rows,
        dimensions: cards,
    };
    renderer.long_document("home.html", reader, "", &view)
}

fn dimensions(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let Lists { rows, cards } = renderer.lists(reader);
    let view = DimensionsView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "dimensions"),
        article: renderer.article(page, reader, ""),
        scale: rows,
        dimensions: cards,
    };
    renderer.long_document("dimensions.html", reader, "dimensions", &view)
}

fn dimension(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let link = |other: Option<PageId>| other.map(|other| renderer.link(other, reader));
    let view = DimensionView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "dimension"),
        article: renderer.article(page, reader, ""),
        row: renderer.row(page, reader),
        parallel_url: renderer.parallel_url(page).unwrap_or_default(),
        related: renderer.links(&here.related, reader),
        backlinks: renderer.links(&here.backlinks, reader),
        parallel_prefix: generated::prefix(renderer, here.face(reader).0),
        previous: link(here.previous),
        next: link(here.next),
    };
    renderer.document("dimension.html", reader, &here.input.path, &view)
}

fn terms(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
    let mut terms = renderer.site.terms.clone();
    let title = |id: &PageId| renderer.site.page(*id).face(reader).1.title.as_str();
    let word = |id: &PageId| locale.headword(title(id));
    terms.sort_by(|a, b| locale.compare(word(a), word(b)).then(a.cmp(b)));
    let entry = |id: &PageId| TermEntry {
        id: renderer.site.page(*id).input.path.rsplit('/').next().unwrap_or_default().to_owned(),
        url: renderer.url(*id, reader),
        title: renderer.title(*id, reader),
        summary: renderer.summary(*id, reader),
        others: others(renderer, *id, reader),
    };
    let mut letters: Vec<Letter> = Vec::new();
    for id in &terms {
        let letter = locale.letter(title(id));
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.terms.push(entry(id)),
            None => letters.push(Letter { letter, terms: vec![entry(id)] }),
        }
    }
    let view = TermsView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "terms"),
        article: renderer.article(page, reader, ""),
        letters,
        count: renderer.input.messages[reader.0].count(locale, "terms_count", terms.len()),
    };
    renderer.document("terms.html", reader, "terms", &view)
}

fn term(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let (words, face) = here.face(reader);
    let separator = format!("{} ", renderer.ui(words, "list_separator"));
    let aliases = also_called(&renderer.config.at(words).locale, face, &here.input.faces).join(&separator);
    let view = TermView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "term"),
        article: renderer.article(page, reader, ""),
        others: others(renderer, page, reader),
        aliases: (!aliases.is_empty()).then(|| renderer.foreign(reader, words, &aliases)),
        used_in: renderer.links(&here.backlinks, reader),
        related: renderer.links(&here.related, reader),
    };
    renderer.document("term.html", reader, &here.input.path, &view)
}

fn ordinary(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let link = |other: Option<PageId>| other.map(|other| renderer.link(other, reader));
    // At the top of the tree the neighbours are sections of other kinds; only pages of one folder follow each other.
    let nested = here.input.path.contains('/');
    let view = PageView {
        site: renderer.shared[reader.0].clone(),
        page: renderer.frame(page, reader, "page"),
        article: renderer.article(page, reader, ""),
        parent: link(here.parent.filter(|_| nested)),
        children: renderer.cards(&here.children, reader),
        backlinks: renderer.links(&here.backlinks, reader),
        previous: link(here.previous.filter(|_| nested)),
        next: link(here.next.filter(|_| nested)),
    };
    renderer.document("page.html", reader, &here.input.path, &view)
}

/// The aliases that are other names. Those that only spell or inflect the title or a name before them are for the search.
fn also_called<'a>(locale: &Locale, face: &'a Face, faces: &[Option<Face>]) -> Vec<&'a str> {
    let key = |name: &str| -> String {
        tokens(name).iter().map(|token| skeleton(&Analyser::of(locale).forms(&token.word).stem)).collect()
    };
    let mut seen: BTreeSet<String> = faces.iter().flatten().map(|face| key(&face.title)).collect();
    face.aliases.iter().filter(|alias| seen.insert(key(alias))).map(String::as_str).collect()
}

/// A page's title in the languages that are not the reader's.
fn others(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Vec<OtherWords> {
    let other = |language: LanguageId| {
        let face = renderer.site.page(page).input.faces[language.0].as_ref()?;
        let here = renderer.config.at(language);
        Some(OtherWords {
            tag: here.locale.tag.clone(),
            dir: here.locale.direction,
            name: renderer.tongue(reader, &here.locale.tag),
            title: face.title.clone(),
            url: renderer.url(page, language),
        })
    };
    renderer.config.language_ids().filter(|language| *language != reader).filter_map(other).collect()
}

fn redirect(renderer: &Renderer<'_>, page: PageId, reader: LanguageId, from: &str) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
    let url = renderer.url(page, reader);
    let view = RedirectView {
        tag: locale.tag.clone(),
        dir: locale.direction,
        title: renderer.plain_title(page, reader),
        canonical: renderer.addresses.absolute(&url),
        url,
    };
    renderer.document("redirect.html", reader, from, &view)
}
