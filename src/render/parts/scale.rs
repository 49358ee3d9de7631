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
    /// How far down it lies, per cent of the height: one below the other where marks would hide each other.
    pub y: u8,
    /// Where its range begins in the picture, and how wide it is, in the same unit; nothing where the place is sure.
    pub range: Option<[u8; 2]>,
    /// The place, or both ends of its range, as the language writes them.
    pub number: String,
    /// What is said of the subject here.
    pub stance: Shared,
}

/// Marks that are less far apart than this, per cent of the width, hide each other.
const CLOSE: u8 = 6;

/// Puts marks that would hide each other one below the other, in their order.
fn part(marks: &mut [Mark]) {
    let mut order: Vec<(u8, usize)> = marks.iter().map(|mark| mark.x).zip(0..).collect();
    order.sort_unstable();
    for group in order.chunk_by(|(one, _), (next, _)| next - one < CLOSE) {
        let mut group: Vec<usize> = group.iter().map(|(_, n)| *n).collect();
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
