//! The faults that only show when pages are seen together: addresses that collide, languages that differ, and what
//! nothing links to, uses or cites.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::sections::{SectionPair, SectionUses};
use super::{Around, Fault, Page, PageId, Place, Site};
use super::{address_checks, copied_pages, dates, evidence, names_of_files, names_of_terms};
use crate::config::{Config, LanguageId};
use crate::content::{Lock, PageKind, SourceNote, is_address_name};
use crate::diagnostic::{Code, Diagnostic, Guesses, Matter, quoted_list};
use crate::text::{Located, find_control};

pub fn check(
    site: &Site,
    config: &Config,
    around: &Around<'_>,
    faults: &mut Vec<Fault>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let uses = SectionUses::default();
    for id in site.ids() {
        address_checks::of_page(site, config, id, around.addresses, faults, diagnostics);
        dimension_without_facts(site, id, diagnostics);
        languages(site, config, id, around.lock, &uses, faults);
        unreachable(site, id, faults);
        names_of_files::misnamed(site, id, diagnostics);
        names_of_files::of_languages(site, config, id, faults);
    }
    address_checks::of_folders(site, around.addresses, diagnostics);
    names_of_terms::of_terms(site, faults);
    dates::check(site, diagnostics);
    home_page(site, config, around, diagnostics);
    let copies = copied_pages::copies(site, config);
    copied_pages::check(site, config, &copies, faults);
    redirects(site, config, &copies, faults);
    bibliography(site, config, diagnostics);
    evidence::check(site, diagnostics);
    weightings(site, config, diagnostics);
}

/// A dimension's page.toml says what no other place can; a missing file is a missing key for each.
fn dimension_without_facts(site: &Site, id: PageId, diagnostics: &mut Vec<Diagnostic>) {
    let page = &site.page(id).input;
    if page.kind.is_dimension() && !page.has_facts {
        diagnostics.push(
            Diagnostic::error(Code::MissingKey, format!("the dimension `{}` has no page.toml", page.path))
                .at(page.top)
                .help(match names_of_files::meant_facts(page) {
                    Some(file) => format!("did you mean `page.toml` where the file is called `{file}`?"),
                    None => "write one beside this file: kind = \"difference\", and [axis] with a number from 0 to 100 a subject".to_owned(),
                }),
        );
    }
}

/// A site of pages has a door.
fn home_page(site: &Site, config: &Config, around: &Around<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if site.pages.is_empty() || site.find("").is_some() {
        return;
    }
    if around.drafts.has("") {
        let fault = Diagnostic::error(Code::NoSite, "the home page is a draft, and a site has to have one");
        diagnostics.push(fault.help("take `draft = true` out of content/page.toml when it is ready"));
        return;
    }
    let files: Vec<_> = config.languages.iter().map(|language| format!("content/{}.md", language.locale.tag)).collect();
    let fault = Diagnostic::error(Code::NoSite, "there is no home page").resting_on(Matter::Languages);
    let files = quoted_list(files.iter().map(String::as_str));
    diagnostics.push(fault.help(format!("write {files}, or begin with `muwazana new home`")));
}

/// The fault of a page that lacks some languages.
fn no_words(page: &Page, id: PageId, language: LanguageId, tags: &[&str], help: String) -> Fault {
    let shown = if page.input.path.is_empty() { "the home page" } else { &page.input.path };
    let message = format!("`{shown}` has no words in {}", quoted_list(tags.iter().copied()));
    let fault = Diagnostic::warning(Code::MissingTranslation, message).resting_on(Matter::Languages).help(help);
    let matter = |tag: &&str| Matter::Translation(page.input.path.clone(), (*tag).to_owned());
    let diagnostic = tags.iter().map(matter).fold(fault, Diagnostic::resting_on);
    Fault { page: id, language, place: Place::Section(None), diagnostic }
}

fn languages<'a>(
    site: &'a Site,
    config: &'a Config,
    id: PageId,
    lock: &'a Lock,
    uses: &'a SectionUses<'a>,
    faults: &mut Vec<Fault>,
) {
    let page = site.page(id);
    let spoken: Vec<_> = config.language_ids().filter(|language| page.speaks(*language)).collect();
    let Some((first, others)) = spoken.split_first() else { return };
    let lacking = config.language_ids().filter(|language| !page.speaks(*language));
    let lacking = lacking.map(|language| config.at(language).locale.tag.as_str());
    let (misnamed, missing): (Vec<_>, Vec<_>) =
        lacking.map(|tag| (tag, names_of_files::meant_words(&page.input, tag))).partition(|(_, file)| file.is_some());
    for (tag, file) in misnamed {
        let help = format!("did you mean `{tag}.md` where a file is called `{}`?", file.unwrap_or_default());
        faults.push(no_words(page, id, *first, &[tag], help));
    }
    if !missing.is_empty() {
        let tags: Vec<_> = missing.into_iter().map(|(tag, _)| tag).collect();
        let folder = if page.input.path.is_empty() { String::new() } else { format!("{}/", page.input.path) };
        let files: Vec<_> = tags.iter().map(|tag| format!("`content/{folder}{tag}.md`")).collect();
        let readers = if files.len() > 1 { "readers of these languages" } else { "readers of that language" };
        let help = format!("write {}; until then {readers} see these words", files.join(" and "));
        faults.push(no_words(page, id, *first, &tags, help));
    }
    for other in others {
        SectionPair { site, config, page: id, first: *first, other: *other, lock, uses }.compare(faults);
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
    let name = page.input.path.rsplit('/').next().unwrap_or_default();
    // Links to a folder that has to be called otherwise may name it so already.
    if page.backlinks.is_empty() && is_address_name(name) {
        let (language, _) = page.face(LanguageId(0));
        faults.push(Fault {
            page: id,
            language,
            place: Place::Section(None),
            diagnostic: Diagnostic::warning(code, format!("{message} `{name}`"))
                .resting_on(Matter::Links)
                .resting_on(Matter::Words(page.input.path.clone()))
                .help(format!("{help}: [[{name}]]")),
        });
    }
}

/// Where an old path of a page lies on the site: one that begins with a slash is a path of the whole site, any other is
/// below the folder of a language's pages. A path that ends in `.html` is a file, any other a folder. Nothing if it
/// cannot be the path of a page.
pub fn redirect_path(written: &str, folder: &str) -> Option<String> {
    let path = written.trim_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let whole =
        if written.starts_with('/') || folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
    no_path(path).is_none().then_some(whole)
}

/// A redirect must not take the place of a page or of another redirect.
fn redirects(site: &Site, config: &Config, copies: &BTreeMap<PageId, PageId>, faults: &mut Vec<Fault>) {
    let mut taken: BTreeMap<String, (PageId, LanguageId)> = BTreeMap::new();
    for language in config.language_ids() {
        // What a copy has of its original is told with it.
        for id in site.ids().filter(|id| !copies.contains_key(id)) {
            let Some(face) = &site.page(id).input.faces[language.0] else { continue };
            for (n, written) in face.redirects.iter().enumerate() {
                if find_control(written).is_some() {
                    continue; // This was said where it was read.
                }
                let fault = whole_address(config, language, written)
                    .or_else(|| redirect_fault(site, config, &mut taken, (id, language), written));
                let place = Place::Redirect(n);
                faults.extend(fault.map(|diagnostic| Fault { page: id, language, place, diagnostic }));
            }
        }
    }
}

const OLD_PATH: &str = "write an old path of this page below its language, such as \"dimensions/old-name\", or of the whole site, \
                        such as \"/old-name/\"";

/// An address in the place of an old path: whole, or from the name of the site's host on.
fn whole_address(config: &Config, language: LanguageId, written: &str) -> Option<Diagnostic> {
    let (_, own_host) = config.base_url.origin.split_once("://")?;
    let (host, path) = match written.split_once("://") {
        Some(("http" | "https", rest)) => rest.split_once('/').unwrap_or((rest, "")),
        _ => written.split_once('/').filter(|(host, _)| *host == own_host)?,
    };
    let path = format!("/{}", path.split(['?', '#']).next().unwrap_or_default());
    let base = Some(config.base_url.path.as_str()).filter(|_| host == own_host);
    let path = base.and_then(|base| path.strip_prefix(base)).unwrap_or(&path).trim_matches('/');
    let help = match below(path, config.folder(language)) {
        _ if no_path(path).is_some() => OLD_PATH.to_owned(),
        Some(path) if !path.is_empty() => format!("write its path: \"{path}\""),
        _ => format!("write its path: \"/{path}/\""),
    };
    let message = format!("the redirect `{written}` is a whole address, and redirects are paths of this site");
    Some(Diagnostic::error(Code::InvalidValue, message).help(help))
}

/// A path of the whole site that lacks its slash: `en/old` would lie at `/en/en/old`.
fn language_in_redirect(config: &Config, language: LanguageId, written: &str) -> Option<Diagnostic> {
    let (tag, rest) = written.split_once('/').filter(|(tag, rest)| !tag.is_empty() && !rest.is_empty())?;
    if !config.language_ids().any(|language| config.folder(language) == tag) {
        return None;
    }
    let message = format!("the redirect `{written}` begins with a language, below whose pages it lies already");
    let help = match config.folder(language) == tag {
        true => format!("write \"{rest}\", or \"/{written}\" from the beginning of the site"),
        false => format!("write \"/{written}\", which is a path of the whole site"),
    };
    Some(Diagnostic::warning(Code::InvalidValue, message).help(help))
}

/// What is wrong with an old path of a page's words in a language, and what to do.
fn redirect_fault(
    site: &Site,
    config: &Config,
    taken: &mut BTreeMap<String, (PageId, LanguageId)>,
    (page, language): (PageId, LanguageId),
    written: &str,
) -> Option<Diagnostic> {
    let fault = |message: String, help: &str| Some(Diagnostic::error(Code::DuplicatePath, message).help(help));
    let Some(path) = redirect_path(written, config.folder(language)) else {
        let why = no_path(written.trim_matches('/')).unwrap_or_default();
        return fault(format!("`{}` is not a path: {why}", written.escape_debug()), OLD_PATH);
    };
    let is_at = |below: &str| {
        let below = if below == "index.html" { "" } else { below };
        site.at_address(below).is_some() || site.generated(config).any(|generated| generated.path() == below)
    };
    let is_page = config.language_ids().any(|language| below(&path, config.folder(language)).is_some_and(is_at));
    if is_page || matches!(path.as_str(), "index.html" | "404.html") {
        let help = "a redirect starts from a path that is no longer used";
        return fault(format!("the redirect `{written}` is the address of a page"), help);
    }
    let is_of_site = written.starts_with('/');
    match taken.entry(path) {
        Entry::Vacant(free) => {
            free.insert((page, language));
            language_in_redirect(config, language, written)
        }
        // An old address without a language leads to the first language that names it.
        Entry::Occupied(first) if is_of_site && first.get().0 == page && first.get().1 != language => None,
        Entry::Occupied(first) => {
            let other = &site.page(first.get().0).input.path;
            fault(format!("the redirect `{written}` leads to `{other}` already"), "keep it on one of the two pages")
        }
    }
}

/// What of a path is below a folder; nothing for what is not in it.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(folder)?;
    if folder.is_empty() || rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
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

/// A remark is in languages of the site.
fn note_languages(notes: &[(Located<String>, String)], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    for (tag, _) in notes.iter().filter(|(tag, _)| config.language(&tag.value).is_none()) {
        let message = format!("`{}` is not a language of this site", tag.value);
        let fault = Diagnostic::error(Code::UnknownName, message).at(tag.span).resting_on(Matter::Languages);
        let tags = || config.languages.iter().map(|language| language.locale.tag.as_str());
        let otherwise = format!("write the note in {}, or as one text for all", quoted_list(tags()));
        diagnostics.push(fault.nearest(&tag.value, tags(), &otherwise));
    }
}

/// A weighting names dimensions that there are.
fn weightings(site: &Site, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let names: BTreeSet<_> = site.dimensions.iter().map(|page| site.page(*page).name()).collect();
    let guesses = Guesses::default();
    let weights = config.weightings.iter().flat_map(|weighting| &weighting.weights);
    for (name, _) in weights.filter(|(name, _)| !names.contains(name.value.as_str())) {
        let message = format!("`{}` is not a dimension of this site", name.value);
        let fault = Diagnostic::error(Code::UnknownName, message).at(name.span).resting_on(Matter::Dimensions);
        let all = quoted_list(names.iter().copied());
        let is_guessed = guesses.allow(names.len());
        let meant = names.iter().copied().take_while(|_| is_guessed);
        diagnostics.push(fault.nearest(&name.value, meant, &format!("the dimensions are {all}")));
    }
}

fn bibliography(site: &Site, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for (source, cited_by) in site.bibliography.iter().zip(&site.cited_by) {
        if let Some(SourceNote::ByLanguage(notes)) = &source.note {
            note_languages(notes, config, diagnostics);
        }
        let key = &source.key.value;
        if let Some(other) = seen.insert((source.url.to_string(), &source.title), key) {
            let message = format!("`{key}` has the address and the title of `{other}`");
            let fault = Diagnostic::warning(Code::DuplicateTitle, message).at(source.key.span);
            diagnostics.push(fault.help("cite one of the two, and take the other out: readers see the source twice"));
        }
        if cited_by.is_empty() {
            diagnostics.push(
                Diagnostic::warning(Code::UncitedSource, format!("no page cites the source `{key}`"))
                    .resting_on(Matter::Sources)
                    .resting_on(Matter::Citation(key.clone()))
                    .at(source.key.span)
                    .help(format!("cite it where it is used: [^{key}], or remove it")),
            );
        }
        if let Some((review, today)) =
            source.review_by.as_ref().zip(site.today).filter(|_| source.is_overdue(site.today))
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
