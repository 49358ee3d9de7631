//! The faults that only show when pages are seen together: addresses that collide, languages that differ, and what
//! nothing links to, uses or cites.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::{Fault, Generated, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::content::PageKind;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::{Date, find_control};

pub fn check(
    site: &Site,
    config: &Config,
    today: Option<Date>,
    faults: &mut Vec<Fault>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for id in site.ids() {
        address(site, config, id, diagnostics);
        dimension_without_facts(site, id, diagnostics);
        languages(site, config, id, faults);
        unreachable(site, id, faults);
    }
    redirects(site, config, faults);
    bibliography(site, today, diagnostics);
}

fn address(site: &Site, config: &Config, id: PageId, diagnostics: &mut Vec<Diagnostic>) {
    let page = site.page(id);
    let path = page.input.path.as_str();
    if Generated::of_site(config).any(|generated| generated.path() == path) {
        diagnostics.push(
            Diagnostic::error(
                Code::DuplicatePath,
                format!("`{path}` is the address of a page that Muwazana makes itself"),
            )
            .at(page.input.top)
            .help("give the folder another name"),
        );
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let fit: String = ComposingNormalizerBorrowed::new_nfc()
        .normalize(name)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    if fit != name {
        let folder = path.strip_suffix(name).unwrap_or_default();
        let taken = site.find(&format!("{folder}{fit}")).is_some();
        let help = match taken {
            true => format!("remove it, or rename it: `{fit}` is there already"),
            false => format!("rename it to `{fit}`"),
        };
        let message = format!("the folder name `{name}` makes no good address: small letters, digits and hyphens do");
        diagnostics.push(Diagnostic::error(Code::InvalidSlug, message).at(page.input.top).help(help));
    }
}

/// A dimension's page.toml says what no other place can; a missing file is a missing key for each.
fn dimension_without_facts(site: &Site, id: PageId, diagnostics: &mut Vec<Diagnostic>) {
    let page = &site.page(id).input;
    if page.kind.is_dimension() && !page.has_facts {
        diagnostics.push(
            Diagnostic::error(Code::MissingKey, format!("the dimension `{}` has no page.toml", page.path))
                .at(page.top)
                .help("write one beside this file: kind = \"difference\", and [axis] with a number from 0 to 100 a subject"),
        );
    }
}

fn languages(site: &Site, config: &Config, id: PageId, faults: &mut Vec<Fault>) {
    let page = site.page(id);
    let spoken: Vec<_> = config.language_ids().filter(|language| page.speaks(*language)).collect();
    let Some((first, others)) = spoken.split_first() else { return };
    for language in config.language_ids().filter(|language| !page.speaks(*language)) {
        let tag = &config.at(language).locale.tag;
        let shown = if page.input.path.is_empty() { "the home page" } else { &page.input.path };
        let file = if page.input.path.is_empty() {
            format!("content/{tag}.md")
        } else {
            format!("content/{}/{tag}.md", page.input.path)
        };
        faults.push(Fault {
            page: id,
            language: *first,
            place: Place::Section(None),
            diagnostic: Diagnostic::warning(Code::MissingTranslation, format!("`{shown}` has no words in `{tag}`"))
                .resting_on(Matter::Languages)
                .resting_on(Matter::Translation(page.input.path.clone(), tag.clone()))
                .help(format!("write `{file}`; until then readers of that language see these words")),
        });
    }
    for language in others {
        sections(site, config, id, *first, *language, faults);
    }
}

fn sections(site: &Site, config: &Config, id: PageId, first: LanguageId, other: LanguageId, faults: &mut Vec<Fault>) {
    let ids = |language: LanguageId| -> Vec<&str> {
        site.page(id).face(language).1.sections.iter().map(|(id, _)| id.as_str()).collect()
    };
    let (left, right) = (ids(first), ids(other));
    let mut lacks = |language: LanguageId, has: LanguageId, own: &[&str], theirs: &[&str]| {
        let own: BTreeSet<_> = own.iter().collect();
        for (n, section) in theirs.iter().enumerate().filter(|(_, section)| !own.contains(section)) {
            let tag = &config.at(language).locale.tag;
            faults.push(Fault {
                page: id,
                language: has,
                place: Place::Section(Some(n)),
                diagnostic: Diagnostic::warning(
                    Code::MissingSection,
                    format!("the section `#{section}` has no counterpart in `{tag}`"),
                )
                .help(format!("write it there too, and give both headings one id: {{#{section}}}")),
            });
        }
    };
    lacks(other, first, &right, &left);
    lacks(first, other, &left, &right);
    let common = |own: &[&str], theirs: &[&str]| -> Vec<String> {
        let theirs: BTreeSet<_> = theirs.iter().collect();
        own.iter().filter(|section| theirs.contains(section)).map(|section| (*section).to_owned()).collect()
    };
    let (want, have) = (common(&left, &right), common(&right, &left));
    if let Some((wanted, found)) = want.iter().zip(&have).find(|(wanted, found)| wanted != found) {
        let tag = &config.at(first).locale.tag;
        let n = right.iter().position(|section| section == found);
        faults.push(Fault {
            page: id,
            language: other,
            place: Place::Section(n),
            diagnostic: Diagnostic::warning(
                Code::SectionOrder,
                format!("the section `#{found}` stands where `{tag}` has `#{wanted}`"),
            )
            .help("put the sections into one order in all languages"),
        });
    }
}

/// Dimensions that no words lead to, and terms that no words use.
fn unreachable(site: &Site, id: PageId, faults: &mut Vec<Fault>) {
    let page = site.page(id);
    let (code, message, help) = match page.input.kind {
        PageKind::Dimension => {
            (Code::Orphan, "no page links to the dimension", "link to it where another article touches it")
        }
        PageKind::Term => (Code::UnusedTerm, "no page uses the term", "link to it where it is used, or remove it"),
        _ => return,
    };
    if page.backlinks.is_empty() {
        let name = page.input.path.rsplit('/').next().unwrap_or_default();
        let (language, _) = page.face(LanguageId(0));
        faults.push(Fault {
            page: id,
            language,
            place: Place::Section(None),
            diagnostic: Diagnostic::warning(code, format!("{message} `{name}`")).help(format!("{help}: [[{name}]]")),
        });
    }
}

/// Where an old path of a page lies on the site: one that begins with a slash is a path of the whole site, any other is
/// below the folder of the language of this tag. A path that ends in `.html` is a file, any other a folder. Nothing if it
/// cannot be the path of a page.
pub fn redirect_path(written: &str, tag: &str) -> Option<String> {
    let path = written.trim_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let whole = if written.starts_with('/') { path.to_owned() } else { format!("{tag}/{path}") };
    no_path(path).is_none().then_some(whole)
}

/// A redirect must not take the place of a page or of another redirect.
fn redirects(site: &Site, config: &Config, faults: &mut Vec<Fault>) {
    let mut taken: BTreeMap<String, (PageId, LanguageId)> = BTreeMap::new();
    for language in config.language_ids() {
        for id in site.ids() {
            let Some(face) = &site.page(id).input.faces[language.0] else { continue };
            for (n, written) in face.redirects.iter().enumerate() {
                if find_control(written).is_some() {
                    continue; // This was said where it was read.
                }
                let fault = redirect_fault(site, config, &mut taken, (id, language), written);
                faults.extend(fault.map(|(message, help)| {
                    let diagnostic = Diagnostic::error(Code::DuplicatePath, message).help(help);
                    Fault { page: id, language, place: Place::Redirect(n), diagnostic }
                }));
            }
        }
    }
}

/// What is wrong with an old path of a page's words in a language, and what to do.
fn redirect_fault(
    site: &Site,
    config: &Config,
    taken: &mut BTreeMap<String, (PageId, LanguageId)>,
    (page, language): (PageId, LanguageId),
    written: &str,
) -> Option<(String, String)> {
    let tag = &config.at(language).locale.tag;
    let Some(path) = redirect_path(written, tag) else {
        let why = no_path(written.trim_matches('/')).unwrap_or_default();
        return Some((
            format!("`{}` is not a path: {why}", written.escape_debug()),
            "write an old path of this page below its language, such as \"dimensions/old-name\", or of the whole site, \
             such as \"/old-name/\""
                .to_owned(),
        ));
    };
    let (folder, below) = path.split_once('/').unwrap_or((&path, ""));
    let below = if below == "index.html" { "" } else { below };
    let is_page = config.language(folder).is_some()
        && (site.find(below).is_some() || Generated::of_site(config).any(|generated| generated.path() == below));
    if is_page || matches!(path.as_str(), "index.html" | "404.html") {
        return Some((
            format!("the redirect `{written}` is the address of a page"),
            "a redirect starts from a path that is no longer used".to_owned(),
        ));
    }
    let is_of_site = written.starts_with('/');
    match taken.entry(path) {
        Entry::Vacant(free) => {
            free.insert((page, language));
            None
        }
        // An old address without a language leads to the first language that names it.
        Entry::Occupied(first) if is_of_site && first.get().0 == page && first.get().1 != language => None,
        Entry::Occupied(first) => Some((
            format!("the redirect `{written}` leads to `{}` already", site.page(first.get().0).input.path),
            "keep it on one of the two pages".to_owned(),
        )),
    }
}

/// Why a text cannot be the path of a folder in the output and in addresses, if it cannot.
fn no_path(path: &str) -> Option<&'static str> {
    let unfit = |c: char| c.is_control() || "\\?#\"<>\u{2028}\u{2029}".contains(c);
    if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("no part of it may be empty, `.` or `..`")
    } else if path.contains(unfit) {
        Some("it holds a sign that no name of a folder may have")
    } else {
        None
    }
}

fn bibliography(site: &Site, today: Option<Date>, diagnostics: &mut Vec<Diagnostic>) {
    for (source, cited_by) in site.bibliography.iter().zip(&site.cited_by) {
        let key = &source.key.value;
        if cited_by.is_empty() {
            diagnostics.push(
                Diagnostic::warning(Code::UncitedSource, format!("no page cites the source `{key}`"))
                    .resting_on(Matter::Sources)
                    .at(source.key.span)
                    .help(format!("cite it where it is used: [^{key}], or remove it")),
            );
        }
        if let Some((review, today)) =
            source.review_by.as_ref().zip(today).filter(|(review, today)| review.value < *today)
        {
            diagnostics.push(
                Diagnostic::warning(
                    Code::SourceReview,
                    format!("the source `{key}` was to be looked at again by {}", review.value),
                )
                .at(review.span)
                .help(format!("see what has changed by {today}, then move the date on")),
            );
        }
    }
}
