//! How alike the subjects come out when the dimensions are weighed: the mean of the distances between their places, each
//! counted by its weight. Distances on different axes mean different things, so places are never added, only how far apart
//! they lie.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{PageId, Site};
use crate::config::Config;
use crate::content::{AxisPlace, DimensionKind, Finding};

/// The weight that each dimension has where all count alike.
pub const EQUAL_WEIGHT: u8 = 3;
/// The most that a dimension can count; the least of one that counts at all is 1.
pub const MOST_WEIGHT: u8 = 5;

/// A number from 0, alike, to 100, as far apart as an axis is long, that lies between two ends; one where all places are sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The least that the places leave open.
    pub low: u8,
    /// That of the middles of the places.
    pub middle: u8,
    /// The most.
    pub high: u8,
}

impl Distance {
    /// How far apart two subjects stand.
    pub fn between(one: AxisPlace, other: AxisPlace) -> Self {
        let gap = |from: AxisPlace, to: AxisPlace| to.low.saturating_sub(from.high);
        Self {
            low: gap(one, other).max(gap(other, one)),
            middle: one.middle().abs_diff(other.middle()),
            high: one.low.abs_diff(other.high).max(other.low.abs_diff(one.high)),
        }
    }

    /// The middle as if it were sure.
    pub fn middle_alone(self) -> Self {
        Self { low: self.middle, high: self.middle, ..self }
    }
}

/// The mean of numbers, each counted as often as its weight says; a half counts up. `None` if nothing counts.
fn mean(values: impl Iterator<Item = (u8, u8)>) -> Option<u8> {
    let (sum, total) = values.fold((0, 0), |(sum, total): (u64, u64), (value, weight)| {
        (sum + u64::from(value) * u64::from(weight), total + u64::from(weight))
    });
    let rounded = (2 * sum + total).checked_div(2 * total)?;
    u8::try_from(rounded).ok()
}

/// The balance of two subjects. `weights` has one for each of their distances.
pub fn weigh(distances: &[Distance], weights: &[u8]) -> Option<Distance> {
    let of = |end: fn(&Distance) -> u8| mean(distances.iter().map(end).zip(weights.iter().copied()));
    Some(Distance { low: of(|at| at.low)?, middle: of(|at| at.middle)?, high: of(|at| at.high)? })
}

/// The least and the most that the balance can be when each dimension counts from 1 to [`MOST_WEIGHT`]: exact, because a
/// weighted mean is extreme where all numbers on one side of it count most and all others least. The work is
/// quadratic in the dimensions, of which there are at most a hundred. `None` without distances.
pub fn extremes(distances: &[Distance]) -> Option<(u8, u8)> {
    // The first `heavy` of the sorted values count most.
    let weighted = |values: &[u8], heavy: usize| {
        let weight = |at: usize| if at < heavy { MOST_WEIGHT } else { 1 };
        mean(values.iter().enumerate().map(|(at, value)| (*value, weight(at))))
    };
    let all = |values: Vec<u8>| (0..=values.len()).filter_map(|heavy| weighted(&values, heavy)).collect::<Vec<_>>();
    let sorted = |end: fn(&Distance) -> u8| {
        let mut values: Vec<u8> = distances.iter().map(end).collect();
        values.sort_unstable();
        values
    };
    let low = all(sorted(|at| at.low)).into_iter().min()?;
    let high = all(sorted(|at| at.high).into_iter().rev().collect()).into_iter().max()?;
    Some((low, high))
}

/// The dimensions whose weight moves the balance most, if all others keep theirs, as far as whole numbers show it: the number of
/// each, and the balance without it and with it at [`MOST_WEIGHT`]. None unless there are two that count.
pub fn strongest(distances: &[Distance], weights: &[u8]) -> Vec<(usize, [u8; 2])> {
    // From leaving it out to MOST_WEIGHT the mean moves by 5(v - m) / (t + 5), where m is the mean of the others and t their
    // weight; compared as fractions over t(t + 5).
    let movement = |at: usize| {
        let others = || distances.iter().zip(weights).enumerate().filter(move |(other, _)| *other != at);
        let total: i64 = others().map(|(_, (_, weight))| i64::from(*weight)).sum();
        let sum: i64 = others().map(|(_, (distance, weight))| i64::from(distance.middle) * i64::from(*weight)).sum();
        let moved = (i64::from(distances[at].middle) * total - sum).abs();
        (moved, total * (total + i64::from(MOST_WEIGHT)))
    };
    let ends = |at: usize| {
        let with = |weight: u8| {
            let mut weights = weights.to_vec();
            weights[at] = weight;
            weigh(distances, &weights).map(|result| result.middle)
        };
        Some((at, [with(0)?, with(MOST_WEIGHT)?]))
    };
    let counting = || (0..distances.len()).filter(|at| weights[*at] > 0 && movement(*at).1 > 0);
    let first = counting().min_by(|one, other| {
        let ((a, b), (c, d)) = (movement(*one), movement(*other));
        (c * b).cmp(&(a * d))
    });
    let shown = |(_, [without, most]): &(usize, [u8; 2])| without.abs_diff(*most);
    let Some(furthest) = first.and_then(ends).as_ref().map(shown) else { return Vec::new() };
    counting().filter_map(ends).filter(|moves| shown(moves) == furthest).collect()
}

/// The most dimensions that a reader can weigh one by one; a site with more has no balance.
const MOST_DIMENSIONS: usize = 100;

/// Two dimensions that rest on the same sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedSources {
    /// The dimensions, in the site's order.
    pub dimensions: [PageId; 2],
    /// How many sources both cite.
    pub shared: usize,
    /// How many the one that cites fewer has.
    pub of: usize,
}

impl Site {
    /// Whether there is something to weigh: subjects, and dimensions that count, but no more than a reader can weigh.
    pub fn has_balance(&self, config: &Config) -> bool {
        let counting = || self.dimensions.iter().filter(|page| self.weighs(**page)).count();
        config.subjects.len() > 1 && self.dimensions.len() <= MOST_DIMENSIONS && counting() > 1
    }

    /// Whether a dimension counts by itself: one that draws others together would count them again, and has their sources.
    pub fn counts(&self, dimension: PageId) -> bool {
        self.page(dimension).input.facts.kind != Some(DimensionKind::Synthesis)
    }

    /// Whether a dimension has weight at first: what nothing decides would count as a likeness, for its places are much the same.
    pub fn weighs(&self, dimension: PageId) -> bool {
        self.counts(dimension) && self.page(dimension).input.facts.finding != Some(Finding::Unknown)
    }

    /// The weight of each dimension where all that are weighed at first count alike.
    pub fn equal_weights(&self) -> Vec<u8> {
        let weight = |page: &PageId| if self.weighs(*page) { EQUAL_WEIGHT } else { 0 };
        self.dimensions.iter().map(weight).collect()
    }

    /// How far apart two subjects, by their numbers, stand on each dimension. A dimension without its places, which is an
    /// error elsewhere, counts as none.
    pub fn distances(&self, [one, other]: [usize; 2]) -> Vec<Distance> {
        let places = |page: &PageId| {
            let axis = &self.page(*page).input.facts.axis;
            axis.get(one).copied().zip(axis.get(other).copied())
        };
        let nowhere = Distance { low: 0, middle: 0, high: 0 };
        let between = |page| places(page).map_or(nowhere, |(one, other)| Distance::between(one, other));
        self.dimensions.iter().map(between).collect()
    }

    /// Pairs of dimensions of which one cites at least a fifth of its sources, and three, with the other: the same
    /// evidence counts in both. Those that share most come first.
    pub fn shared_sources(&self) -> Vec<SharedSources> {
        let mut counts = vec![0; self.dimensions.len()];
        let number = |page: &PageId| self.dimensions.iter().position(|dimension| dimension == page);
        let mut together = BTreeMap::new();
        for cited_by in &self.cited_by {
            let citing: Vec<usize> = cited_by.iter().filter_map(number).collect();
            for (at, one) in citing.iter().enumerate() {
                counts[*one] += 1;
                for other in &citing[at + 1..] {
                    *together.entry((*one.min(other), *one.max(other))).or_insert(0) += 1;
                }
            }
        }
        let pair = |((one, other), shared): ((usize, usize), usize)| SharedSources {
            dimensions: [self.dimensions[one], self.dimensions[other]],
            shared,
            of: counts[one].min(counts[other]),
        };
        let mut pairs: Vec<_> = together.into_iter().map(pair).collect();
        let count = |pair: &SharedSources| pair.dimensions.iter().all(|page| self.counts(*page));
        pairs.retain(|pair| pair.shared >= 3 && 5 * pair.shared >= pair.of && count(pair));
        pairs.sort_by_key(|pair| Reverse((100 * pair.shared).checked_div(pair.of)));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place() -> impl Strategy<Value = AxisPlace> {
        (0..=100_u8, 0..=100_u8).prop_map(|(a, b)| AxisPlace { low: a.min(b), high: a.max(b) })
    }

    fn distance() -> impl Strategy<Value = Distance> {
        (place(), place()).prop_map(|(one, other)| Distance::between(one, other))
    }

    /// All weightings of `n` dimensions with weights from 1.
    fn weightings(n: u32) -> impl Iterator<Item = Vec<u8>> {
        let most = u32::from(MOST_WEIGHT);
        (0..most.pow(n))
            .map(move |code| (0..n).map(|at| 1 + u8::try_from(code / most.pow(at) % most).unwrap()).collect())
    }

    proptest! {
        #[test]
        fn a_distance_holds_for_all_places_that_the_ranges_allow(one in place(), other in place()) {
            let Distance { low, middle, high } = Distance::between(one, other);
            let all = || (one.low..=one.high).flat_map(|a| (other.low..=other.high).map(move |b| a.abs_diff(b)));
            prop_assert_eq!((Some(low), Some(high)), (all().min(), all().max()));
            prop_assert!(low <= middle && middle <= high);
        }

        #[test]
        fn the_extremes_are_those_of_all_weightings(distances in prop::collection::vec(distance(), 1..5)) {
            let n = u32::try_from(distances.len()).unwrap();
            let all: Vec<_> = weightings(n).filter_map(|weights| weigh(&distances, &weights)).collect();
            let found = extremes(&distances).unwrap();
            prop_assert_eq!(found.0, all.iter().map(|at| at.low).min().unwrap());
            prop_assert_eq!(found.1, all.iter().map(|at| at.high).max().unwrap());
        }

        #[test]
        fn the_strongest_moves_at_least_as_far_as_any_other(distances in prop::collection::vec(distance(), 2..6)) {
            let exact = |weights: &[u8]| {
                let total: f64 = weights.iter().map(|weight| f64::from(*weight)).sum();
                let sums = distances.iter().zip(weights).map(|(at, weight)| f64::from(at.middle) * f64::from(*weight));
                sums.sum::<f64>() / total
            };
            let equal = vec![EQUAL_WEIGHT; distances.len()];
            let moved = |at: usize| {
                let [none, most] = [0, MOST_WEIGHT].map(|weight| {
                    let mut weights = equal.clone();
                    weights[at] = weight;
                    exact(&weights)
                });
                (most - none).abs()
            };
            let found = strongest(&distances, &equal);
            let most = (0..distances.len()).map(moved).fold(0.0, f64::max);
            // As far as whole numbers show it.
            prop_assert!(found.iter().any(|(at, _)| moved(*at) >= most - 1e-9), "{:?}", found);
            for (at, _) in found {
                prop_assert!(moved(at) >= most - 2.0, "{} of {}", moved(at), most);
            }
        }
    }

    #[test]
    fn weights_of_nothing_have_no_balance() {
        let distance = Distance { low: 10, middle: 20, high: 30 };
        assert_eq!(weigh(&[distance], &[0]), None);
        assert_eq!(weigh(&[distance], &[1]), Some(distance));
        assert_eq!((extremes(&[]), strongest(&[distance], &[3])), (None, Vec::new()));
    }
}
