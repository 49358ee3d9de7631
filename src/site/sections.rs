//! Sections of a page that should correspond in two languages and do not. One heading whose id differs from that of its
//! counterpart is one fault, at that heading.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Fault, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::content::{Lock, is_slug_of};
use crate::diagnostic::{Code, Diagnostic, Matter, nearest};

/// Two languages of a page.
pub struct SectionPair<'a> {
    pub site: &'a Site,
    pub config: &'a Config,
    pub page: PageId,
    /// The language that the other is held against.
    pub first: LanguageId,
    pub other: LanguageId,
    /// What both were when they were last said to agree.
    pub lock: &'a Lock,
    pub uses: &'a SectionUses<'a>,
}

/// How many sections of the site have each id; counted when it is first asked for.
#[derive(Default)]
pub struct SectionUses<'a>(OnceCell<HashMap<&'a str, usize>>);

impl<'a> SectionUses<'a> {
    fn of(&self, site: &'a Site, id: &str) -> usize {
        let counted = self.0.get_or_init(|| {
            let mut counted = HashMap::new();
            let faces = site.pages.iter().flat_map(|page| page.input.faces.iter().flatten());
            faces.flat_map(|face| &face.sections).for_each(|(id, _)| *counted.entry(id.as_str()).or_default() += 1);
            counted
        });
        counted.get(id).copied().unwrap_or_default()
    }
}

/// So many pairs of sections of a page are compared to find those whose ids are nearly one.
const MOST_COMPARED: usize = 10_000;

/// The sections of one language that the other lacks, by their numbers.
type Unmatched = Vec<usize>;

impl<'a> SectionPair<'a> {
    /// Reports how they differ.
    pub fn compare(&self, faults: &mut Vec<Fault>) {
        let (left, right) = (self.unmatched(self.first, self.other), self.unmatched(self.other, self.first));
        let pairs = self.pairs(&left, &right);
        let mut left: BTreeSet<usize> = left.into_iter().collect();
        let mut right: BTreeSet<usize> = right.into_iter().collect();
        let mut without = Vec::new();
        for (at, counterpart) in pairs {
            left.remove(&at);
            right.remove(&counterpart);
            match self.differing(at, counterpart) {
                Some(fault) => faults.push(fault),
                None => without.push(counterpart),
            }
        }
        faults.extend(self.without_ids(&without));
        faults.extend(self.uncounted(&mut left, &mut right));
        faults.extend(left.iter().map(|n| self.missing(self.first, self.other, *n)));
        faults.extend(right.iter().map(|n| self.missing(self.other, self.first, *n)));
        faults.extend(self.order());
    }

    /// Ids and titles.
    fn sections(&self, language: LanguageId) -> &'a [(String, String)] {
        let page = &self.site.page(self.page).input;
        page.faces[language.0].as_ref().map_or(&[], |face| &face.sections)
    }

    fn ids(&self, language: LanguageId) -> impl Iterator<Item = &'a str> + use<'a> {
        self.sections(language).iter().map(|(id, _)| id.as_str())
    }

    fn tag(&self, language: LanguageId) -> &'a str {
        &self.config.at(language).locale.tag
    }

    fn unmatched(&self, language: LanguageId, other: LanguageId) -> Unmatched {
        let theirs: BTreeSet<_> = self.ids(other).collect();
        self.ids(language).enumerate().filter(|(_, id)| !theirs.contains(id)).map(|(n, _)| n).collect()
    }

    /// Sections that are most likely meant to correspond: their ids are nearly one, or as many stand between the same two.
    fn pairs(&self, left: &Unmatched, right: &Unmatched) -> Vec<(usize, usize)> {
        let (ids, theirs) = (self.sections(self.first), self.sections(self.other));
        let mut pairs = Vec::new();
        let mut free: BTreeSet<usize> = right.iter().copied().collect();
        // Each is compared with each: of very many, none is nearly the other.
        let few = left.len().saturating_mul(right.len()) <= MOST_COMPARED;
        for n in left.iter().filter(|_| few) {
            let near = nearest(&ids[*n].0, free.iter().map(|n| theirs[*n].0.as_str()));
            if let Some(found) = near.and_then(|near| free.iter().copied().find(|n| theirs[*n].0 == near)) {
                free.remove(&found);
                pairs.push((*n, found));
            }
        }
        let paired: BTreeSet<usize> = pairs.iter().map(|(at, _)| *at).collect();
        let left: Vec<_> = left.iter().copied().filter(|n| !paired.contains(n)).collect();
        let right: Vec<_> = free.into_iter().collect();
        let (gaps, others) = (self.gaps(self.first, &left), self.gaps(self.other, &right));
        for (before, own) in gaps {
            if let Some(theirs) = others.get(before).filter(|theirs| theirs.len() == own.len()) {
                pairs.extend(own.into_iter().zip(theirs.iter().copied()));
            }
        }
        pairs.sort_unstable();
        pairs
    }

    /// Sections by the last one before them that both languages have.
    fn gaps(&self, language: LanguageId, unmatched: &[usize]) -> BTreeMap<&'a str, Vec<usize>> {
        let other = if language == self.first { self.other } else { self.first };
        let common: BTreeSet<_> = self.ids(other).collect();
        let unmatched: BTreeSet<usize> = unmatched.iter().copied().collect();
        let mut gaps: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut before = "";
        for (n, id) in self.ids(language).enumerate() {
            if common.contains(id) {
                before = id;
            } else if unmatched.contains(&n) {
                gaps.entry(before).or_default().push(n);
            }
        }
        gaps
    }

    /// What is wrong with one of two headings that correspond; nothing where neither has an id of its own.
    fn differing(&self, at: usize, counterpart: usize) -> Option<Fault> {
        let own = &self.sections(self.first)[at];
        let theirs = &self.sections(self.other)[counterpart];
        let has_none = |(id, title): &(String, String)| is_slug_of(id, title);
        let (first, other) = ((self.first, at, own), (self.other, counterpart, theirs));
        let ((language, n, (id, _)), (model, _, (wanted, _))) =
            match (has_none(own), has_none(theirs)) {
                (true, true) => return None,
                (false, true) => (other, first),
                (true, false) => (first, other),
                // What was one id when both agreed has changed in one of them since.
                (false, false) if self.was_common(&theirs.0) != self.was_common(&own.0) => {
                    if self.was_common(&theirs.0) { (first, other) } else { (other, first) }
                }
                (false, false) if self.is_better(theirs, own) => (first, other),
                (false, false) => (other, first),
            };
        let tag = self.tag(model);
        let is_derived = has_none(&self.sections(language)[n]);
        let fault = |message: String| Diagnostic::warning(Code::SectionId, message);
        let is_near = nearest(id, [wanted.as_str()]).is_some();
        let fault = if is_derived {
            fault(format!("this heading has no id, and its counterpart in `{tag}` has `#{wanted}`"))
                .help(format!("give it the same one: `{{#{wanted}}}`"))
                .mended("", format!(" {{#{wanted}}}"))
        } else if self.was_common(wanted) && !self.was_common(id) {
            fault(format!("the section `#{id}` was `#{wanted}` when the languages agreed, and is so in `{tag}`"))
                .help(format!("write `{{#{wanted}}}` again: links lead to it, and a new id belongs into both headings"))
                .likely_mended(format!("{{#{id}}}"), format!("{{#{wanted}}}"))
        } else if is_near {
            fault(format!("`{tag}` has no section `#{id}`"))
                .help(format!("did you mean `{wanted}`?"))
                .likely_mended(format!("{{#{id}}}"), format!("{{#{wanted}}}"))
        } else {
            fault(format!("the section `#{id}` stands where `{tag}` has `#{wanted}`")).help(format!(
                "give both headings one id, such as `{{#{wanted}}}`, or write the section that is missing"
            ))
        };
        Some(self.fault(language, n, fault))
    }

    /// Whether a section had an id in both languages when they were last said to agree.
    fn was_common(&self, id: &str) -> bool {
        let confirmed = self.lock.section(&self.site.page(self.page).input.path, id);
        confirmed.is_some_and(|by_tag| [self.first, self.other].iter().all(|of| by_tag.contains_key(self.tag(*of))))
    }

    /// Whether of two ids that are nearly one, this one is the right one: small letters, words of a title, the id that
    /// other pages have, too.
    fn is_better(&self, (id, title): &(String, String), (than, other_title): &(String, String)) -> bool {
        let is_small = |id: &str| !id.contains(char::is_uppercase);
        let titles = format!("{title} {other_title}").to_lowercase();
        let is_word = |id: &str| id.split('-').all(|part| titles.contains(&part.to_lowercase()));
        let used = |id: &str| self.uses.of(self.site, id);
        let worth = |id: &str| (is_small(id), is_word(id), used(id));
        worth(id) > worth(than)
    }

    /// Headings in both languages that have no id of their own.
    fn without_ids(&self, counterparts: &[usize]) -> Option<Fault> {
        let n = *counterparts.iter().min()?;
        let tag = self.tag(self.first);
        let message = match counterparts.len() {
            1 => format!("nothing tells that this heading and its counterpart in `{tag}` are of one section"),
            count => {
                format!("nothing tells that this heading and {} more are of the same sections in `{tag}`", count - 1)
            }
        };
        let help = shared_id_help([&self.sections(self.other)[n].0]);
        Some(self.fault(self.other, n, Diagnostic::warning(Code::SectionId, message).help(help)))
    }

    /// Headings without ids of their own, more of them in one language than in the other: which one is missing nobody can
    /// tell, and so all are named at once. They are taken out of the sections that are left.
    fn uncounted(&self, left: &mut BTreeSet<usize>, right: &mut BTreeSet<usize>) -> Vec<Fault> {
        if left.is_empty() || right.is_empty() {
            return Vec::new();
        }
        let of = |language, left: &BTreeSet<usize>| self.gaps(language, &left.iter().copied().collect::<Vec<_>>());
        let (own, mut theirs) = (of(self.first, left), of(self.other, right));
        let has_id = |language, n: &usize| {
            let (id, title) = &self.sections(language)[*n];
            !is_slug_of(id, title)
        };
        let mut faults = Vec::new();
        for (before, own) in own {
            let Some(theirs) = theirs.remove(before).filter(|theirs| theirs.len() != own.len()) else { continue };
            let is_alone = own.len() + theirs.len() < 3;
            if is_alone || own.iter().any(|n| has_id(self.first, n)) || theirs.iter().any(|n| has_id(self.other, n)) {
                continue;
            }
            own.iter().for_each(|n| _ = left.remove(n));
            theirs.iter().for_each(|n| _ = right.remove(n));
            let (first, other) = ((self.first, &own), (self.other, &theirs));
            let [(fewer, few), (more, many)] = if own.len() < theirs.len() { [first, other] } else { [other, first] };
            let message = format!(
                "here are {} headings, and {} in `{}`: nothing tells which are of the same sections, and which is missing",
                many.len(),
                few.len(),
                self.tag(fewer)
            );
            let ids =
                [(self.first, own[0]), (self.other, theirs[0])].map(|(language, n)| &self.sections(language)[n].0);
            let warning = Diagnostic::warning(Code::MissingSection, message).help(shared_id_help(ids));
            faults.push(self.fault(more, many[0], warning));
        }
        faults
    }

    fn missing(&self, has: LanguageId, lacks: LanguageId, n: usize) -> Fault {
        let (section, tag) = (&self.sections(has)[n].0, self.tag(lacks));
        let face = self.site.page(self.page).input.faces[lacks.0].as_ref();
        if let Some(at) = face.and_then(|face| face.anchors.iter().position(|id| id == section)) {
            let message =
                format!("the section `#{section}` has a heading of another level here than in `{}`", self.tag(has));
            let diagnostic =
                Diagnostic::warning(Code::MissingSection, message).help("begin the section with `##`, as there");
            // What stands in it counts to the section above it there.
            let theirs: BTreeSet<&str> = self.ids(lacks).collect();
            let above = self.sections(has)[..n].iter().rev().map(|(id, _)| id.as_str()).find(|id| theirs.contains(id));
            let path = self.site.page(self.page).input.path.clone();
            let above = Matter::Section(path, tag.to_owned(), above.unwrap_or_default().to_owned());
            let diagnostic = diagnostic.doubting(above);
            return Fault { page: self.page, language: lacks, place: Place::Anchor(at), diagnostic };
        }
        let message = format!("the section `#{section}` has no counterpart in `{tag}`");
        let help = format!("write it there too, and give both headings one id: {{#{section}}}");
        // Links in the other language lead nowhere for the same reason.
        let path = self.site.page(self.page).input.path.clone();
        let diagnostic = Diagnostic::warning(Code::MissingSection, message).help(help);
        let diagnostic = diagnostic.doubting(Matter::Section(path, tag.to_owned(), section.clone()));
        Fault { page: self.page, language: has, place: Place::Section(Some(n)), diagnostic }
    }

    fn order(&self) -> Option<Fault> {
        let common = |own: LanguageId, other: LanguageId| -> Vec<&str> {
            let theirs: BTreeSet<_> = self.ids(other).collect();
            self.ids(own).filter(|section| theirs.contains(section)).collect()
        };
        let (want, have) = (common(self.first, self.other), common(self.other, self.first));
        let (wanted, found) = want.iter().zip(&have).find(|(wanted, found)| wanted != found)?;
        let tag = self.tag(self.first);
        let diagnostic = Diagnostic::warning(
            Code::SectionOrder,
            format!("the section `#{found}` stands where `{tag}` has `#{wanted}`"),
        )
        .help("put the sections into one order in all languages");
        let place = Place::Section(self.ids(self.other).position(|section| section == *found));
        Some(Fault { page: self.page, language: self.other, place, diagnostic })
    }

    /// A fault of a heading's id, which leaves open where links to headings of the page lead.
    fn fault(&self, language: LanguageId, n: usize, diagnostic: Diagnostic) -> Fault {
        let path = self.site.page(self.page).input.path.clone();
        let diagnostic = diagnostic.doubting(Matter::Anchors(path, self.tag(language).to_owned()));
        Fault { page: self.page, language, place: Place::Section(Some(n)), diagnostic }
    }
}

/// What to do about headings of which nothing tells that they are of one section; with the first of the ids that both
/// languages can have.
fn shared_id_help<const N: usize>(ids: [&String; N]) -> String {
    let id = ids.into_iter().find(|id| id.is_ascii()).map_or("evidence", String::as_str);
    format!("give each heading the id of its counterpart, such as `{{#{id}}}` behind both")
}
