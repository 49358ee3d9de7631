//! The charts of a site that have addresses of their own, and those that would share one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{ChartFace, Fault, PageId, Place, Site};
use crate::config::{Config, LanguageId};
use crate::content::ChartName;
use crate::diagnostic::{Code, Diagnostic};

/// The id of the scale of a comparison, which stands among the charts.
pub const SCALE: &str = "scale";

/// A chart of more values has no address, nor has a scale: it is too long for a picture, and drawing one would take as long as
/// the rest of the site.
pub(super) const MOST_VALUES: usize = 200;

/// A chart that has an address, in as many languages as show it.
#[derive(Debug, PartialEq, Eq)]
pub struct ChartPlace {
    /// By what it is known: the last part of its address in every language.
    pub id: String,
    /// Whether its author gave it that id: else the address changes with the names of its page and of its data.
    pub is_named: bool,
    /// By language: its number among the charts of the page.
    pub numbers: Vec<Option<usize>>,
}

impl ChartPlace {
    /// The languages that have it.
    pub fn languages(&self) -> impl Iterator<Item = LanguageId> {
        self.numbers.iter().enumerate().filter(|(_, number)| number.is_some()).map(|(at, _)| LanguageId(at))
    }
}

/// Gives the charts of all pages their addresses. Of several with one id, the first has it.
pub fn place(site: &mut Site, config: &Config, faults: &mut Vec<Fault>) {
    if !config.output.charts {
        return;
    }
    let mut owners: HashMap<String, Option<PageId>> = HashMap::new();
    if site.has_scale(config) {
        owners.insert(SCALE.to_owned(), None);
    }
    for id in site.ids() {
        let page = site.page(id);
        let mut places: Vec<ChartPlace> = Vec::new();
        for language in config.language_ids() {
            let charts = page.charts_in(language).iter().enumerate();
            for (number, chart) in charts.filter(|(_, chart)| chart.values <= MOST_VALUES) {
                let name = chart.name.id(page.address_name());
                let owner = match owners.entry(name.clone()) {
                    Entry::Vacant(free) => *free.insert(Some(id)),
                    Entry::Occupied(taken) => *taken.get(),
                };
                if owner != Some(id) {
                    faults.push(shared(site, config, (id, language), chart, &name, owner));
                    continue;
                }
                let at = places.iter().position(|place| place.id == name).unwrap_or_else(|| {
                    let is_named = matches!(chart.name, ChartName::Own(_));
                    places.push(ChartPlace { id: name.clone(), is_named, numbers: vec![None; config.languages.len()] });
                    places.len() - 1
                });
                let own = &mut places[at].numbers[language.0];
                if own.is_some() {
                    faults.push(shared(site, config, (id, language), chart, &name, owner));
                } else {
                    *own = Some(number);
                }
            }
        }
        unpaired(config, id, page.input.faces.len(), &places, faults, |language, number| {
            page.charts_in(language).get(number).map_or(0, |chart| chart.link)
        });
        site.has_page_charts |= !places.is_empty();
        site.pages[id.0].charts = places;
    }
}

/// A chart whose id another has: it is drawn, and has no address.
fn shared(
    site: &Site,
    config: &Config,
    (page, language): (PageId, LanguageId),
    chart: &ChartFace,
    name: &str,
    owner: Option<PageId>,
) -> Fault {
    let other = match owner {
        Some(owner) if owner == page => "another of this page".to_owned(),
        Some(owner) => format!("one of `{}`", site.page(owner).input.path),
        None => "the scale of the site".to_owned(),
    };
    let message = format!("this chart is called `{name}`, as is {other}, and so has no address of its own");
    let others = if config.languages.len() > 1 { ", the same in every language" } else { "" };
    let help = format!("give it an id: id = \"{name}-2\"{others}");
    let diagnostic = Diagnostic::warning(Code::DuplicateId, message).help(help);
    Fault { page, language, place: Place::Link(chart.link), diagnostic }
}

/// Charts that stand in one language under one id and in another under another: as many in each, so that they are meant to be
/// the same.
fn unpaired(
    config: &Config,
    page: PageId,
    languages: usize,
    places: &[ChartPlace],
    faults: &mut Vec<Fault>,
    link: impl Fn(LanguageId, usize) -> usize,
) {
    let alone = |language: usize, other: usize| {
        let alone = places.iter().filter(move |place| place.numbers[other].is_none());
        alone.filter_map(move |place| Some((place, place.numbers[language]?))).collect::<Vec<_>>()
    };
    for other in 1..languages {
        let (own, theirs) = (alone(0, other), alone(other, 0));
        if own.len() != theirs.len() {
            continue;
        }
        let tag = &config.at(LanguageId(0)).locale.tag;
        for ((own, _), (theirs, number)) in own.into_iter().zip(theirs) {
            let message = format!("this chart is called `{}`, and its counterpart in `{tag}` `{}`", theirs.id, own.id);
            let help = format!("call both the same, so that one leads to the other: id = \"{}\"", own.id);
            let language = LanguageId(other);
            faults.push(Fault {
                page,
                language,
                place: Place::Link(link(language, number)),
                diagnostic: Diagnostic::warning(Code::SectionId, message).help(help),
            });
        }
    }
}
