//! The glossary: all terms, and each term.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::{Direction, Locale};
use crate::render::parts::{Article, DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::search::analysis::{Analyser, skeleton, tokens};
use crate::site::{Face, PageId};

/// `terms.html`
#[derive(Debug, Serialize)]
pub struct TermsView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    /// The letters of the alphabet that terms begin with.
    pub letters: Vec<Letter>,
    pub count: String,
}

/// The terms that begin with a letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: String,
    /// The terms, in alphabetical order.
    pub terms: Vec<TermEntry>,
}

/// A line of the glossary.
#[derive(Debug, Serialize)]
pub struct TermEntry {
    /// The last part of its path.
    pub id: String,
    pub url: String,
    pub title: Shared,
    pub summary: Shared,
    pub others: Vec<OtherWords>,
}

/// A title in another language of the site.
#[derive(Debug, Serialize)]
pub struct OtherWords {
    pub tag: String,
    pub dir: Direction,
    pub name: String,
    pub title: String,
    pub url: String,
}

/// `term.html`
#[derive(Debug, Serialize)]
pub struct TermView {
    pub site: Shared,
    pub document: DocumentHead,
    pub article: Article,
    pub others: Vec<OtherWords>,
    /// Other names, as a list in words.
    pub aliases: Option<Shared>,
    /// The dimensions and other pages that use it.
    pub used_in: Vec<LinkView>,
    pub related: Vec<LinkView>,
}

/// All terms, in a language.
pub fn terms(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let locale = &renderer.config.at(reader).locale;
    let mut terms = renderer.site.terms.clone();
    let title = |id: &PageId| renderer.site.page(*id).face(reader).1.title.as_str();
    let word = |id: &PageId| locale.headword(title(id));
    terms.sort_by(|a, b| locale.compare(word(a), word(b)).then(a.cmp(b)));
    let entry = |id: &PageId| TermEntry {
        id: renderer.site.page(*id).address_name().to_owned(),
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
        document: renderer.document_head(page, reader, "terms"),
        article: renderer.article(page, reader, ""),
        letters,
        count: renderer.input.theme.messages[reader.0].count(locale, "terms_count", terms.len()),
    };
    renderer.page_template(page, reader, "terms.html", &view)
}

/// A term, in a language.
pub fn term(renderer: &Renderer<'_>, page: PageId, reader: LanguageId) -> Rendered {
    let here = renderer.site.page(page);
    let (words, face) = here.face(reader);
    let separator = format!("{} ", renderer.ui(words, "list_separator"));
    let aliases = also_called(&renderer.config.at(words).locale, face, &here.input.faces).join(&separator);
    let view = TermView {
        site: renderer.shared[reader.0].clone(),
        document: renderer.document_head(page, reader, "term"),
        article: renderer.article(page, reader, ""),
        others: others(renderer, page, reader),
        aliases: (!aliases.is_empty()).then(|| renderer.foreign(reader, words, &aliases)),
        used_in: renderer.links(&here.backlinks, reader),
        related: renderer.links(&here.related, reader),
    };
    renderer.page_template(page, reader, "term.html", &view)
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
            name: renderer.language_name(reader, &here.locale.tag),
            title: face.title.clone(),
            url: renderer.url(page, language),
        })
    };
    renderer.config.language_ids().filter(|language| *language != reader).filter_map(other).collect()
}
