//! The balance: how alike the subjects come out as a reader weighs the dimensions. The script of the page computes what
//! [`weigh`] computes here for the weights that the page begins with.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::parts::{DocumentHead, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::{Distance, Generated, MOST_WEIGHT, PageId, SharedSources, extremes, strongest, weigh};

/// `balance.html`
#[derive(Debug, Serialize)]
pub struct BalanceView {
    pub site: Shared,
    pub document: DocumentHead,
    /// The subjects two by two.
    pub pairs: Vec<PairView>,
    /// The dimensions, in their order.
    pub weights: Vec<WeightView>,
    /// Which dimensions have no weight at first, because nothing decides them; empty where all have.
    pub unknown: String,
    /// All equal, then those of `site.toml`.
    pub weightings: Vec<WeightingView>,
    /// Dimensions that rest on the same sources.
    pub shared: Vec<SharedView>,
    /// A result as the script writes it, with `{low}`, `{middle}` and `{high}` in it.
    pub ranging: String,
    /// The same where the ends are one, with `{middle}` in it.
    pub sure: String,
    /// What it says where nothing counts.
    pub nothing: String,
}

/// Two subjects.
#[derive(Debug, Serialize)]
pub struct PairView {
    /// "A and B"; empty where a site has no more than two.
    pub name: String,
    /// As the dimensions count alike.
    pub result: ResultView,
    /// By dimension the least distance, numbers with a blank between them.
    pub low: String,
    /// The same of the middle distance.
    pub middle: String,
    /// The same of the greatest distance.
    pub high: String,
    /// Within what the result stays, however it is weighed.
    pub extremes: String,
    /// How far the weights alone move it, how far what the ranges leave open, and which of the two more; empty where no place is a range.
    pub spread: String,
    /// Where the mark stands, and which dimensions move it most.
    pub strongest: Shared,
}

/// A balance as it is drawn, with the words of it.
#[derive(Debug, Serialize)]
pub struct ResultView {
    /// "Between 33 and 52 of 100", or "41 of 100"
    pub words: String,
    /// Where the mark lies: per cent of the width from the left of the picture, mirrored in right-to-left.
    pub x: u8,
    /// Where its range lies, in the same unit: the lesser end, then the greater.
    pub span: [u8; 2],
}

/// A dimension to be weighed.
#[derive(Debug, Serialize)]
pub struct WeightView {
    /// The last part of its path, which stands for it in the address.
    pub name: String,
    /// The dimension.
    pub link: LinkView,
    /// The weight that it begins with.
    pub weight: u8,
    /// The same as the language writes it.
    pub number: String,
    /// How far apart the subjects stand, by pair.
    pub distances: String,
}

/// Weights to begin with.
#[derive(Debug, Serialize)]
pub struct WeightingView {
    pub name: Shared,
    /// Whose it is and why.
    pub reason: Shared,
    /// The page with these weights.
    pub url: String,
    /// The dimensions, the heaviest first, those last that are left out; none where all count alike.
    pub weights: Vec<GivenWeight>,
    /// By pair.
    pub results: Vec<ResultView>,
}

/// A dimension with its weight among those to begin with.
#[derive(Debug, Serialize)]
pub struct GivenWeight {
    pub title: Shared,
    /// Its weight as the language writes it.
    pub number: String,
}

/// Two dimensions that rest on the same sources.
#[derive(Debug, Serialize)]
pub struct SharedView {
    /// The dimensions.
    pub links: [LinkView; 2],
    /// "5 of 12 sources"
    pub words: String,
}

/// What other documents say of the balance.
#[derive(Debug, Serialize)]
pub struct BalanceLine {
    /// Within what the first two subjects stay, however the dimensions are weighed.
    pub words: String,
    pub url: String,
}

/// The balance, in a language.
pub fn balance(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Balance.path();
    let mut document = renderer.bare_head(language, path, "balance", &renderer.ui(language, "balance_title"));
    document.description = renderer.ui(language, "balance_summary");
    let words = BalanceWords { renderer, language };
    let equal = renderer.site.equal_weights();
    let distances: Vec<_> = pairs(renderer.config.subjects.len()).map(|pair| renderer.site.distances(pair)).collect();
    let pair = |(subjects, distances): ([usize; 2], &Vec<Distance>)| words.pair(subjects, distances, &equal);
    let dimensions = renderer.site.dimensions.iter().enumerate();
    let view = BalanceView {
        site: renderer.shared[language.0].clone(),
        document,
        pairs: pairs(renderer.config.subjects.len()).zip(&distances).map(pair).collect(),
        weights: dimensions
            .map(|(at, page)| words.weight(*page, equal[at], distances.iter().map(|all| all[at])))
            .collect(),
        unknown: words.unknown(),
        weightings: words.weightings(&distances, equal.clone()),
        shared: renderer.site.shared_sources().iter().map(|shared| words.shared(shared)).collect(),
        ranging: words.with(
            "balance_range",
            &[("low", "{low}"), ("middle", "{middle}"), ("high", "{high}"), ("all", &words.number(100))],
        ),
        sure: words.with("part_of", &[("shown", "{middle}"), ("all", &words.number(100))]),
        nothing: renderer.ui(language, "balance_nothing"),
    };
    renderer.template("balance.html", &view)
}

/// All pairs of numbers below `n`, the lesser first.
fn pairs(n: usize) -> impl Iterator<Item = [usize; 2]> {
    (0..n).flat_map(move |one| (one + 1..n).map(move |other| [one, other]))
}

/// The distances of the dimensions that count at all.
fn counting(distances: &[Distance], weights: &[u8]) -> Vec<Distance> {
    let counting = distances.iter().zip(weights).filter(|(_, weight)| **weight > 0);
    counting.map(|(distance, _)| *distance).collect()
}

impl Renderer<'_> {
    /// What other documents say of the balance; nothing where the site has none.
    pub fn balance_line(&self, language: LanguageId) -> Option<BalanceLine> {
        let words = BalanceWords { renderer: self, language };
        // Of more than two subjects no pair stands for the others.
        let is_of_two = self.config.subjects.len() == 2;
        let extremes = || words.extremes(&self.site.distances([0, 1]), &self.site.equal_weights());
        self.site.has_balance(self.config).then(|| BalanceLine {
            words: if is_of_two { extremes() } else { String::new() },
            url: self.addresses.page(language, Generated::Balance.path()),
        })
    }
}

/// The balance in words of a language.
struct BalanceWords<'r> {
    renderer: &'r Renderer<'r>,
    language: LanguageId,
}

impl BalanceWords<'_> {
    fn with(&self, message: &str, texts: &[(&str, &str)]) -> String {
        self.renderer.input.theme.messages[self.language.0].with(message, texts)
    }

    fn number(&self, n: u8) -> String {
        self.renderer.config.at(self.language).locale.number(usize::from(n))
    }

    fn result(&self, distances: &[Distance], weights: &[u8]) -> ResultView {
        let Some(Distance { low, middle, high }) = weigh(distances, weights) else {
            return ResultView { words: self.renderer.ui(self.language, "balance_nothing"), x: 0, span: [0, 0] };
        };
        let numbers = [low, middle, high, 100].map(|n| self.number(n));
        let [from, at, to, all] = numbers.each_ref().map(String::as_str);
        let words = match low == high {
            true => self.with("part_of", &[("shown", at), ("all", all)]),
            false => self.with("balance_range", &[("low", from), ("middle", at), ("high", to), ("all", all)]),
        };
        let rtl = self.renderer.config.at(self.language).locale.direction == Direction::Rtl;
        let x = |at: u8| if rtl { 100 - at } else { at };
        ResultView { words, x: x(middle), span: [x(low).min(x(high)), x(low).max(x(high))] }
    }

    fn pair(&self, subjects: [usize; 2], distances: &[Distance], equal: &[u8]) -> PairView {
        let listed = |end: fn(&Distance) -> u8| {
            let numbers: Vec<_> = distances.iter().map(|at| end(at).to_string()).collect();
            numbers.join(" ")
        };
        let here = self.renderer.config.at(self.language);
        let all = &self.renderer.config.subjects;
        let names = subjects.map(|subject| here.isolator.plain(&all[subject].names[self.language.0]));
        PairView {
            name: if all.len() == 2 { String::new() } else { here.locale.list(names.iter().map(String::as_str)) },
            result: self.result(distances, equal),
            low: listed(|at| at.low),
            middle: listed(|at| at.middle),
            high: listed(|at| at.high),
            extremes: self.extremes(distances, equal),
            spread: self.spread(distances, equal),
            strongest: self.strongest(distances, equal),
        }
    }

    /// The dimensions without weight at first, because nothing decides them, in quotation marks.
    fn unknown_titles(&self) -> Vec<String> {
        let Self { renderer, language } = *self;
        let is_it = |page: &&PageId| renderer.site.counts(**page) && !renderer.site.weighs(**page);
        let names = renderer.site.dimensions.iter().filter(is_it).map(|page| renderer.plain_name(*page, language));
        names.map(|name| renderer.config.at(language).locale.quoted(&name)).collect()
    }

    /// Which dimensions are left out because nothing decides them.
    fn unknown(&self) -> String {
        let names = self.unknown_titles();
        if names.is_empty() {
            return String::new();
        }
        let listed = self.renderer.config.at(self.language).locale.list(names.iter().map(String::as_str));
        self.with("balance_unknown", &[("titles", &listed)])
    }

    /// Within what the balance stays, of the dimensions that count at all.
    fn extremes(&self, distances: &[Distance], equal: &[u8]) -> String {
        extremes(&counting(distances, equal)).map_or_else(String::new, |(low, high)| {
            let [low, high, least, most, all] = [low, high, 1, MOST_WEIGHT, 100].map(|n| self.number(n));
            let texts = [("low", &*low), ("high", &high), ("least", &least), ("most", &most), ("all", &all)];
            let range = self.with("balance_extremes", &texts);
            match self.unknown_titles().is_empty() {
                true => range,
                false => format!("{range} {}", self.with("balance_extremes_known", &[])),
            }
        })
    }

    /// What moves the balance more, the weights or what the places leave open.
    fn spread(&self, distances: &[Distance], equal: &[u8]) -> String {
        let sure: Vec<_> = counting(distances, equal).into_iter().map(Distance::middle_alone).collect();
        let weighed = extremes(&sure).filter(|(low, high)| low < high);
        let open = weigh(distances, equal).filter(|open| open.low < open.high);
        let Some((weighed, open)) = weighed.zip(open) else { return String::new() };
        let numbers = [weighed.0, weighed.1, open.low, open.high, 1, MOST_WEIGHT].map(|n| self.number(n));
        let [lightest, heaviest, low, high, least, most] = numbers.each_ref().map(String::as_str);
        let more = match open.high - open.low > weighed.1 - weighed.0 {
            true => "balance_bars_more",
            false => "balance_weights_more",
        };
        let texts = [
            ("lightest", lightest),
            ("heaviest", heaviest),
            ("low", low),
            ("high", high),
            ("least", least),
            ("most", most),
        ];
        format!("{} {}", self.renderer.ui(self.language, more), self.with("balance_spread", &texts))
    }

    fn strongest(&self, distances: &[Distance], equal: &[u8]) -> Shared {
        let moves = strongest(distances, equal).into_iter().map(|(at, [without, most])| {
            let title = self.renderer.plain_name(self.renderer.site.dimensions[at], self.language);
            let (without, most) = (self.number(without), self.number(most));
            self.with("balance_move", &[("title", &title), ("without", &without), ("most", &most)])
        });
        let moves: Vec<String> = moves.collect();
        let text = match weigh(distances, equal).filter(|_| !moves.is_empty()) {
            Some(now) => {
                let moves = self.renderer.config.at(self.language).locale.list(moves.iter().map(String::as_str));
                self.with("balance_strongest", &[("now", &self.number(now.middle)), ("moves", &moves)])
            }
            None => String::new(),
        };
        self.renderer.isolated(self.language, &text)
    }

    /// A dimension with its distance by pair.
    fn weight(&self, page: PageId, weight: u8, distances: impl Iterator<Item = Distance>) -> WeightView {
        let distance = |at: Distance| {
            let numbers = [at.low, at.middle, at.high].map(|n| self.number(n));
            let [low, middle, high] = numbers.each_ref().map(String::as_str);
            match at.low == at.high {
                true => middle.to_owned(),
                false => self.with("balance_distance_range", &[("low", low), ("middle", middle), ("high", high)]),
            }
        };
        let here = self.renderer.config.at(self.language);
        let distances: Vec<_> = distances.map(distance).collect();
        WeightView {
            name: self.renderer.site.page(page).address_name().to_owned(),
            link: self.renderer.short_link(page, self.language),
            weight,
            number: self.number(weight),
            distances: self
                .with("balance_distance", &[("distance", &here.locale.list(distances.iter().map(String::as_str)))]),
        }
    }

    /// All equal, then those of the settings.
    fn weightings(&self, distances: &[Vec<Distance>], equal: Vec<u8>) -> Vec<WeightingView> {
        let ui = |message: &str| self.renderer.ui(self.language, message);
        let path = Generated::Balance.path();
        let dimensions = || self.renderer.site.dimensions.iter().map(|page| self.renderer.site.page(*page));
        let view = |name: &str, reason: &str, weights: &[u8]| {
            let chosen = dimensions().zip(weights).map(|(page, weight)| format!("{}={weight}", page.address_name()));
            let chosen: Vec<_> = chosen.collect();
            WeightingView {
                name: self.renderer.isolated(self.language, name),
                reason: self.renderer.isolated(self.language, reason),
                url: format!("{}?{}", self.renderer.addresses.page(self.language, path), chosen.join("&")),
                weights: self.given(weights),
                results: distances.iter().map(|distances| self.result(distances, weights)).collect(),
            }
        };
        let own = self.renderer.config.weightings.iter().map(|weighting| {
            // The settings name folders, as links do.
            let weights: Vec<_> = dimensions().map(|page| weighting.weight(page.name())).collect();
            view(&weighting.names[self.language.0], &weighting.reasons[self.language.0], &weights)
        });
        [view(&ui("balance_equal"), &ui("balance_equal_reason"), &equal)].into_iter().chain(own).collect()
    }

    fn given(&self, weights: &[u8]) -> Vec<GivenWeight> {
        let site = self.renderer.site;
        // What draws the others together is not said to be left out where nobody has given it a weight.
        let may_count = |(page, weight): &(&PageId, &u8)| **weight > 0 || site.counts(**page);
        let mut weighted: Vec<_> = site.dimensions.iter().zip(weights).filter(may_count).collect();
        if weighted.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            return Vec::new();
        }
        weighted.sort_by_key(|(_, weight)| std::cmp::Reverse(**weight));
        let given = |(page, weight): (&PageId, &u8)| GivenWeight {
            title: self.renderer.name(*page, self.language),
            number: self.number(*weight),
        };
        weighted.into_iter().map(given).collect()
    }

    fn shared(&self, SharedSources { dimensions, shared, of }: &SharedSources) -> SharedView {
        let number = |n: usize| self.renderer.config.at(self.language).locale.number(n);
        SharedView {
            links: dimensions.map(|page| self.renderer.short_link(page, self.language)),
            words: self.with("part_of", &[("shown", &number(*shared)), ("all", &number(*of))]),
        }
    }
}
