//! Dimensions on the scale: where each subject stands between the two poles.

use serde::Serialize;

use crate::config::{LanguageId, Subject};
use crate::locale::Direction;
use crate::render::parts::EvidenceView;
use crate::render::renderer::Renderer;
use crate::render::templates::{Shared, share};
use crate::site::PageId;

/// A dimension on the scale.
#[derive(Debug, Serialize)]
pub struct ScaleRow {
    /// The dimension: [`Card`](super::Card).
    pub card: Shared,
    /// What the row is called: the short title of the dimension, or its title where it has none.
    pub title: Shared,
    /// The name of the end that 0 stands for.
    pub start: Shared,
    /// The name of the end that 100 stands for.
    pub end: Shared,
    /// Where each subject stands.
    pub marks: Vec<Mark>,
    /// How sure the judgement is; nothing where it does not say so.
    pub evidence: Option<EvidenceView>,
    /// The whole row in words, plain text.
    pub label: String,
    /// How far the outermost marks are apart, 0 to 100.
    pub gap: u8,
    /// Where the outermost marks lie: per cent of the width from the left of the picture, the least first.
    pub span: [u8; 2],
}

/// A subject on an axis.
#[derive(Debug, Serialize)]
pub struct Mark {
    /// Its name.
    pub name: Shared,
    /// 0 to 100; the middle of a range.
    pub at: u8,
    /// Where that lies: per cent of the width from the left of the picture, mirrored in right-to-left.
    pub x: u8,
    /// How far down it lies, per cent of the height: one below the other where marks or ranges would cover each other.
    pub y: u8,
    /// Where its range begins in the picture, and how wide it is, in the same unit; nothing where the place is sure.
    pub range: Option<[u8; 2]>,
    /// The place, or both ends of its range, as the language writes them.
    pub number: String,
    /// What is said of the subject here.
    pub stance: Shared,
}

/// The half of the width of a mark, with a little room, per cent of the width.
const HALF: u8 = 3;

impl Mark {
    /// From where to where it covers the picture, its range included.
    fn extent(&self) -> (u8, u8) {
        let [start, width] = self.range.unwrap_or([self.x, 0]);
        (start.min(self.x.saturating_sub(HALF)), (start + width).max(self.x + HALF))
    }
}

/// Puts subjects that would cover each other one below the other, in their order.
fn part(marks: &mut [Mark]) {
    let mut order: Vec<((u8, u8), usize)> = marks.iter().map(Mark::extent).zip(0..).collect();
    order.sort_unstable();
    let mut groups: Vec<(u8, Vec<usize>)> = Vec::new();
    for ((start, end), n) in order {
        match groups.last_mut() {
            Some((covered, group)) if start < *covered => {
                *covered = end.max(*covered);
                group.push(n);
            }
            _ => groups.push((end, vec![n])),
        }
    }
    for (_, mut group) in groups {
        group.sort_unstable();
        // Two stand at a quarter and at three; a single one in the middle.
        for (place, n) in group.iter().enumerate() {
            marks[*n].y = u8::try_from((2 * place + 1) * 100 / (2 * group.len())).unwrap_or(50);
        }
    }
}

/// All dimensions in their order.
pub struct Lists {
    /// By dimension a [`ScaleRow`].
    pub rows: Shared,
    /// By dimension a [`Card`](super::Card).
    pub cards: Shared,
}

impl Renderer<'_> {
    /// A dimension on the scale.
    pub fn row(&self, page: PageId, reader: LanguageId) -> ScaleRow {
        let input = &self.site.page(page).input;
        let (words, face) = self.site.page(page).face(reader);
        let [start, end] = face.poles.clone().unwrap_or_default();
        let here = self.config.at(reader);
        let mirrored = |at: u8| if here.locale.direction == Direction::Rtl { 100 - at.min(100) } else { at };
        let mut marks: Vec<Mark> = self
            .config
            .subjects
            .iter()
            .zip(&input.facts.axis)
            .enumerate()
            .map(|(n, (subject, place))| Mark {
                name: self.isolated(reader, &subject.names[reader.0]),
                at: place.middle(),
                x: mirrored(place.middle()),
                y: 50,
                range: (!place.is_sure())
                    .then(|| [mirrored(place.low).min(mirrored(place.high)), place.high - place.low]),
                number: self.range_in_words(place.low, place.high, reader),
                stance: self.foreign(reader, words, face.stances.get(n).map_or("", String::as_str)),
            })
            .collect();
        part(&mut marks);
        let ends = [(&start, 0), (&end, 100)]
            .map(|(pole, at)| format!("{}: {}", self.config.at(words).isolator.plain(pole), here.locale.number(at)));
        let place = |(mark, subject): (&Mark, &Subject)| {
            format!("{}: {}", here.isolator.plain(&subject.names[reader.0]), mark.number)
        };
        let places: Vec<_> = marks.iter().zip(&self.config.subjects).map(place).collect();
        let list = |items: &[String]| here.locale.list(items.iter().map(String::as_str));
        let at = || marks.iter().map(|mark| mark.at);
        let gap = at().max().unwrap_or(0) - at().min().unwrap_or(0);
        let x = || marks.iter().map(|mark| mark.x);
        ScaleRow {
            card: share(&self.card(page, reader)),
            title: self.name(page, reader),
            start: self.foreign(reader, words, &start),
            end: self.foreign(reader, words, &end),
            evidence: self.evidence(page, reader),
            label: format!("{} ({})", list(&places), list(&ends)),
            gap,
            span: [x().min().unwrap_or(0), x().max().unwrap_or(0)],
            marks,
        }
    }

    /// A number from 0 to 100 in words, or where it is not sure, between which it lies.
    pub fn range_in_words(&self, low: u8, high: u8, reader: LanguageId) -> String {
        let number = |n: u8| self.config.at(reader).locale.number(usize::from(n));
        match low == high {
            true => number(low),
            false => format!("{}–{}", number(low), number(high)),
        }
    }

    /// All dimensions, on the scale and as cards.
    pub fn lists(&self, reader: LanguageId) -> Lists {
        // Row by row, since those of a large site take much memory, all the more in both forms.
        let row = |page: &PageId| {
            let row = self.row(*page, reader);
            (share(&row), row.card)
        };
        let (rows, cards): (Vec<_>, Vec<_>) = self.site.dimensions.iter().map(row).unzip();
        Lists { rows: rows.into(), cards: cards.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(marks: &[(u8, Option<[u8; 2]>)]) -> Vec<u8> {
        let mark = |(x, range): &(u8, Option<[u8; 2]>)| Mark {
            name: Shared::from(""),
            at: *x,
            x: *x,
            y: 50,
            range: *range,
            number: String::new(),
            stance: Shared::from(""),
        };
        let mut marks: Vec<Mark> = marks.iter().map(mark).collect();
        part(&mut marks);
        marks.into_iter().map(|mark| mark.y).collect()
    }

    #[test]
    fn what_would_be_covered_stands_below() {
        for (marks, lines) in [
            (&[(10, None), (90, None)][..], &[50, 50][..]),
            (&[(52, None), (50, None)], &[25, 75]),
            (&[(20, Some([10, 20])), (40, Some([28, 24]))], &[25, 75]),
            (&[(20, Some([10, 20])), (50, Some([30, 40]))], &[50, 50]),
            (&[(50, Some([0, 100])), (5, None), (95, None)], &[16, 50, 83]),
            (&[(0, None), (100, None), (100, None)], &[50, 25, 75]),
        ] {
            assert_eq!(places(marks), lines, "{marks:?}");
        }
    }
}
