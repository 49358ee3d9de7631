//! Which sections have fallen behind: in one language the text has changed since all were last confirmed to agree, in
//! another it has not. It rests on digests of texts, which no page's face holds, and so stands beside the model.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::standing::{PageStanding, StandingKind};
use super::{Face, Fault, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::content::{ArticleDigest, Lock, PageText, SectionDifference, SectionFacts};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::locale::{Direction, is_right_to_left};

/// How much text a page has in one language, and what stands for it. Nothing that other pages show depends on it, and every
/// edit changes it: so it is no part of the face.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionDigests {
    /// How many words the article has.
    pub words: usize,
    /// The digests of the sections, in their order: see [`PageText::digests`].
    pub digests: Vec<(String, String)>,
    /// What the sections hold beside words, in the same order.
    pub facts: Vec<SectionFacts>,
    /// That of the article without its head.
    pub article: ArticleDigest,
}

impl SectionDigests {
    /// Those of a language file.
    pub fn of(words: &PageText) -> Self {
        Self {
            words: words.body.words,
            digests: words.digests.clone(),
            facts: words.section_facts.clone(),
            article: words.article_digest.clone(),
        }
    }

    fn facts_of(&self, section: &str) -> Option<&SectionFacts> {
        let at = self.digests.iter().position(|(id, _)| id == section)?;
        self.facts.get(at)
    }
}

/// How the texts of a page in its languages stand to each other.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Freshness {
    /// For each text that is behind, how each of its sections is.
    behind: BTreeMap<(PageId, LanguageId), BTreeMap<String, SectionBehind>>,
    /// For each page whose words are those of another language, that language.
    copies: BTreeMap<(PageId, LanguageId), LanguageId>,
    /// For each page, the sections that hold something else in a language than in the first, though nobody has said that they
    /// agree.
    differing: BTreeMap<PageId, Vec<DifferingSection>>,
    /// How each page stands in each language, where that is told.
    standings: BTreeMap<PageId, Vec<Option<PageStanding>>>,
}

/// A section that is behind.
#[derive(Debug, PartialEq, Eq)]
struct SectionBehind {
    /// The language in which its counterpart has changed.
    newer: LanguageId,
    /// What the change seems to have lost or mistyped there: what is held there, and what here.
    lost: Option<SectionDifference>,
}

/// A section that holds other things in two languages.
#[derive(Debug, PartialEq, Eq)]
struct DifferingSection {
    id: String,
    /// The two, and what each holds.
    languages: [LanguageId; 2],
    difference: SectionDifference,
}

/// So many words can be the same in two languages by chance or by right: names, figures, code.
const FEW_WORDS: usize = 8;

impl Freshness {
    /// Compares the texts of a site with what was confirmed; what stands for them comes page by page, by
    /// language. What nobody confirmed is neither fresh nor behind.
    pub fn new<'a>(
        lock: &Lock,
        site: &Site,
        digests_by_page: impl Iterator<Item = &'a [Option<SectionDigests>]>,
        config: &Config,
    ) -> Self {
        let mut freshness = Self::default();
        for (page, digests_by_language) in site.ids().zip(digests_by_page) {
            freshness.update(lock, site, page, digests_by_language, config);
        }
        freshness
    }

    /// The same for one page, whose text has changed.
    pub fn update(
        &mut self,
        lock: &Lock,
        site: &Site,
        page: PageId,
        digests_by_language: &[Option<SectionDigests>],
        config: &Config,
    ) {
        for language in config.language_ids() {
            self.behind.remove(&(page, language));
            self.copies.remove(&(page, language));
        }
        for (copy, original) in copies(site, page, digests_by_language, config) {
            self.copies.insert((page, copy), original);
        }
        for (section, changed) in changes(lock, &site.page(page).input.path, digests_by_language, config) {
            let Some((newer, _)) = changed.iter().find(|(_, changed)| *changed) else { continue };
            for (language, _) in changed.iter().filter(|(_, changed)| !*changed) {
                let facts = |language: LanguageId| digests_by_language[language.0].as_ref()?.facts_of(section);
                let lost = facts(*newer).zip(facts(*language)).and_then(|(newer, own)| newer.lost(own));
                let behind = SectionBehind { newer: *newer, lost };
                self.behind.entry((page, *language)).or_default().insert(section.to_owned(), behind);
            }
        }
        self.differing.remove(&page);
        let differing = differing(lock, &site.page(page).input.path, digests_by_language, config);
        if !differing.is_empty() && !self.copies.keys().any(|(copied, _)| *copied == page) {
            self.differing.insert(page, differing);
        }
        let standings = config.language_ids().map(|language| self.stand(page, language, digests_by_language)).collect();
        self.standings.insert(page, standings);
    }

    /// The language in which a section's counterpart has changed, if the section is behind.
    pub fn behind(&self, page: PageId, language: LanguageId, section: &str) -> Option<LanguageId> {
        self.behind.get(&(page, language))?.get(section).map(|behind| behind.newer)
    }

    /// The language whose words a page has in another, in which nobody has translated it.
    pub fn copy_of(&self, page: PageId, language: LanguageId) -> Option<LanguageId> {
        self.copies.get(&(page, language)).copied()
    }

    /// How a page stands in a language; `None` where the language lacks it.
    pub fn standing(&self, page: PageId, language: LanguageId) -> Option<&PageStanding> {
        self.standings.get(&page)?.get(language.0)?.as_ref()
    }

    /// How many of the pages stand how in a language, in the order of [`StandingKind::ALL`].
    pub fn count_standings(&self, language: LanguageId) -> [usize; 5] {
        let of = |standings: &Vec<Option<PageStanding>>| {
            StandingKind::of(standings.get(language.0).and_then(Option::as_ref))
        };
        StandingKind::ALL.map(|kind| self.standings.values().filter(|standings| of(standings) == kind).count())
    }

    /// How a page stands in a language among the texts of all of them.
    fn stand(&self, page: PageId, language: LanguageId, digests: &[Option<SectionDigests>]) -> Option<PageStanding> {
        let own = digests.get(language.0)?.as_ref()?;
        let all = digests.iter().flatten().flat_map(|own| &own.digests);
        let all: BTreeSet<&str> = all.map(|(id, _)| id.as_str()).collect();
        let ids = || own.digests.iter().map(|(id, _)| id.as_str());
        let known: BTreeSet<&str> = ids().collect();
        let lacks = |id: &&str| !known.contains(id);
        Some(PageStanding {
            words: own.words,
            copy_of: self.copy_of(page, language),
            missing: all.into_iter().filter(lacks).map(str::to_owned).collect(),
            behind: ids().filter_map(|id| Some((id.to_owned(), self.behind(page, language, id)?))).collect(),
        })
    }

    /// A warning for each section that is behind, and for each page that is a copy.
    pub fn faults(&self, site: &Site, config: &Config) -> Vec<Fault> {
        let numbers = |face: &Face| -> BTreeMap<String, usize> {
            face.sections.iter().enumerate().rev().map(|(n, (id, _))| (id.clone(), n)).collect()
        };
        let fault = |page: PageId, language: LanguageId, section: &str, behind: &SectionBehind, known: &mut Numbers| {
            let newer = behind.newer;
            let here = site.page(page);
            let path = here.input.path.as_str();
            let (_, face) = here.face(language);
            let what = match section {
                "" => "the head of this page".to_owned(),
                id => part_with_id(id),
            };
            // Looked up once for all sections of a page.
            let mut number = |language: LanguageId, face: &Face| {
                known.entry(language).or_insert_with(|| numbers(face)).get(section).copied()
            };
            let changed = here.input.faces[newer.0].as_ref().and_then(|face| number(newer, face));
            let place = Place::Behind { section: number(language, face), newer, changed, within: None };
            let (own, changed_tag) = (&config.at(language).locale.tag, &config.at(newer).locale.tag);
            let shown = if path.is_empty() { "/" } else { path };
            let Some(lost) = &behind.lost else {
                let message =
                    format!("{what} is behind its counterpart in `{changed_tag}`, which has changed since they agreed");
                let help = format!("bring the `{own}` text up to date, then say so: muwazana sync {shown}");
                let diagnostic = Diagnostic::warning(Code::Behind, message).help(help);
                return Fault { page, language, place, diagnostic };
            };
            // What was lost is to be put right where it stood, and not in the text that still has it.
            let message = format!(
                "{} has changed since the languages agreed: it has {}",
                part_with_id(section),
                held_in_both(&lost.held, [changed_tag, own])
            );
            let help = format!(
                "put back what was lost here, or bring the `{own}` text up to date, then say so: muwazana sync {shown}"
            );
            let place = Place::Behind { section: changed, newer, changed, within: lost.within[0] };
            let diagnostic = Diagnostic::warning(Code::Behind, message).help(help);
            Fault { page, language: newer, place, diagnostic }
        };
        let of_page = |((page, language), sections): (&(PageId, LanguageId), &BTreeMap<String, SectionBehind>)| {
            let mut known = Numbers::new();
            let sections =
                sections.iter().map(|(section, behind)| fault(*page, *language, section, behind, &mut known));
            sections.collect::<Vec<_>>()
        };
        let copied = |((page, language), original): (&(PageId, LanguageId), &LanguageId)| {
            let path = site.page(*page).input.path.as_str();
            let (own, original) = (&config.at(*language).locale.tag, &config.at(*original).locale.tag);
            let message = format!("the words of this page in `{own}` are those in `{original}`, and not translated");
            let help = match path {
                "" => "translate them".to_owned(),
                path => format!(
                    "translate them, or remove `content/{path}/{own}.md`: readers are then shown the words in `{original}` as such"
                ),
            };
            let diagnostic = Diagnostic::warning(Code::MissingTranslation, message).help(help);
            Fault { page: *page, language: *language, place: Place::Section(None), diagnostic }
        };
        let differing = self.differing.iter().flat_map(|(page, sections)| {
            sections.iter().map(|section| differing_fault(site, config, *page, section)).collect::<Vec<_>>()
        });
        self.behind.iter().flat_map(of_page).chain(self.copies.iter().map(copied)).chain(differing).collect()
    }
}

/// The numbers of a page's sections by their ids, in a language.
type Numbers = BTreeMap<LanguageId, BTreeMap<String, usize>>;

/// The languages in which a page has the words of another, each with that one.
fn copies(
    site: &Site,
    page: PageId,
    digests_by_language: &[Option<SectionDigests>],
    config: &Config,
) -> Vec<(LanguageId, LanguageId)> {
    let page = site.page(page);
    let text = |language: LanguageId| digests_by_language[language.0].as_ref();
    let family = |language: LanguageId| config.at(language).locale.tag.split('-').next();
    let summary = |language: LanguageId| page.input.faces[language.0].as_ref().map_or("", |face| &face.summary);
    let is_much = |words: usize| words >= FEW_WORDS;
    // The same article is a copy though its head is translated; one of few words only together with its head.
    let is_same = |a: &SectionDigests, b: &SectionDigests, language: LanguageId| {
        let is_same_article = a.article == b.article && is_much(a.words);
        is_same_article || a == b && is_much(a.words + summary(language).split_whitespace().count())
    };
    // Of two, the copy is the one whose letters are not its own; where that does not tell, the one that is listed later.
    let is_own = |language: LanguageId, text: &SectionDigests| {
        let is_right_to_left = if is_much(text.words) {
            text.article.is_right_to_left
        } else {
            summary(language).contains(is_right_to_left)
        };
        is_right_to_left == (config.at(language).locale.direction == Direction::Rtl)
    };
    let mut copies = Vec::new();
    for other in config.language_ids() {
        let Some(own) = text(other) else { continue };
        let earlier = (0..other.0).map(LanguageId).filter(|first| family(*first) != family(other));
        let mut texts = earlier.filter_map(|first| Some((first, text(first)?)));
        if let Some((first, original)) = texts.find(|(_, first)| is_same(first, own, other)) {
            let is_original = is_own(other, own) && !is_own(first, original);
            copies.push(if is_original { (first, other) } else { (other, first) });
        }
    }
    copies
}

/// What a message calls a section; the first one has no id.
fn part_with_id(id: &str) -> String {
    match id {
        "" => "what stands before the first heading".to_owned(),
        id => format!("the section `#{id}`"),
    }
}

/// What a section holds in two languages, which have these tags.
fn held_in_both(held: &[String; 2], [own, theirs]: [&str; 2]) -> String {
    let said = |held: &str, tag: &str| match held {
        "not" => format!("and not in `{tag}`"),
        held => format!("{held} in `{tag}`"),
    };
    let [here, there] = held;
    let both = match here.as_str() {
        "not" => [said(there, theirs), said(here, own)],
        _ => [said(here, own), said(there, theirs)],
    };
    both.join(if both[1].starts_with("and") { " " } else { ", and " })
}

/// A warning at the section of the language that lacks something, and else of the second.
fn differing_fault(site: &Site, config: &Config, page: PageId, section: &DifferingSection) -> Fault {
    let input = &site.page(page).input;
    let [first, other] = section.languages;
    let [own, theirs] = section.languages.map(|language| &config.at(language).locale.tag);
    let message =
        format!("{} has {}", part_with_id(&section.id), held_in_both(&section.difference.held, [own, theirs]));
    let path = if input.path.is_empty() { "/" } else { &input.path };
    let help = format!("write the same in both, or say that they agree as they are: muwazana sync {path}");
    let diagnostic = Diagnostic::warning(Code::LanguagesDiffer, message).help(help);
    let matter = |language: LanguageId| {
        Matter::Section(input.path.clone(), config.at(language).locale.tag.clone(), section.id.clone())
    };
    let diagnostic = section.languages.map(matter).into_iter().fold(diagnostic, Diagnostic::resting_on);
    let number = |language: LanguageId| {
        let face = input.faces[language.0].as_ref()?;
        face.sections.iter().position(|(id, _)| *id == section.id)
    };
    let (own, counterpart, within) = match section.difference.is_lack_of_first() {
        true => (first, other, section.difference.within[0]),
        false => (other, first, section.difference.within[1]),
    };
    let place = Place::Behind { section: number(own), newer: counterpart, changed: number(counterpart), within };
    Fault { page, language: own, place, diagnostic }
}

/// The sections of a page that hold other things in a language than in the first that has them, and that nobody has said to agree.
fn differing(
    lock: &Lock,
    path: &str,
    digests_by_language: &[Option<SectionDigests>],
    config: &Config,
) -> Vec<DifferingSection> {
    let mut first: BTreeMap<&str, (LanguageId, &SectionFacts)> = BTreeMap::new();
    let mut differing = Vec::new();
    for language in config.language_ids() {
        let Some(own) = &digests_by_language[language.0] else { continue };
        for ((id, _), facts) in own.digests.iter().zip(&own.facts) {
            let Some((earlier, theirs)) = first.get(id.as_str()).copied() else {
                first.insert(id, (language, facts));
                continue;
            };
            let is_confirmed = || {
                let confirmed = lock.section(path, id);
                confirmed.is_some_and(|all| {
                    [earlier, language].iter().all(|of| all.contains_key(&config.at(*of).locale.tag))
                })
            };
            if let Some(difference) = theirs.differs(facts).filter(|_| !is_confirmed()) {
                differing.push(DifferingSection { id: id.clone(), languages: [earlier, language], difference });
            }
        }
    }
    differing
}

/// For each confirmed section of a page, the languages that were confirmed and still have it, each with whether its
/// text has changed.
fn changes<'a>(
    lock: &Lock,
    path: &str,
    digests_by_language: &'a [Option<SectionDigests>],
    config: &Config,
) -> BTreeMap<&'a str, Vec<(LanguageId, bool)>> {
    let mut sections: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for language in config.language_ids() {
        let Some(own) = &digests_by_language[language.0] else { continue };
        for (section, digest) in &own.digests {
            let confirmed = lock.section(path, section).and_then(|all| all.get(&config.at(language).locale.tag));
            if let Some(confirmed) = confirmed {
                sections.entry(section).or_default().push((language, confirmed != digest));
            }
        }
    }
    sections
}
