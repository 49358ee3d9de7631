//! How the judgement of a dimension has changed: where each subject stood in which time, drawn and in words.

use serde::Serialize;

use crate::config::LanguageId;
use crate::content::{AxisPlace, Reweighing};
use crate::locale::Direction;
use crate::render::parts::LinkView;
use crate::render::renderer::Renderer;
use crate::render::templates::Shared;
use crate::site::PageId;
use crate::text::Date;

/// How a judgement has changed.
#[derive(Debug, Serialize)]
pub struct CourseView {
    /// By subject: where it stood in which time. Per cent of width and height, from the left and the top, mirrored in
    /// right-to-left; the upper edge is the end of the axis that 100 stands for.
    pub subjects: Vec<Vec<PeriodView>>,
    /// What the two ends of the axis are called, that of 0 first.
    pub poles: [Shared; 2],
    /// The first day and the last change.
    pub days: [String; 2],
    /// The changes, the oldest first.
    pub changes: Vec<ChangeView>,
}

/// A time in which a subject stood at one place.
#[derive(Debug, Serialize)]
pub struct PeriodView {
    /// Where it begins.
    pub x: u8,
    /// How long it lasts.
    pub width: u8,
    /// The upper edge of the range.
    pub y: u8,
    /// The height of the range; 0 where the place is sure.
    pub height: u8,
    /// The middle of the range.
    pub middle: u8,
}

/// A change of a judgement.
#[derive(Debug, Serialize)]
pub struct ChangeView {
    /// Its id on the page of the evidence.
    pub id: String,
    /// ISO 8601.
    pub iso: String,
    /// The day in words.
    pub date: String,
    /// Which subjects were moved from where to where.
    pub moves: Vec<Shared>,
    /// Why.
    pub reason: Shared,
    /// What brought it.
    pub sources: Vec<LinkView>,
}

/// How much of the width the time up to the last change takes, in per cent: what holds since then needs room as well.
const UNTIL_LAST: i64 = 80;

/// How the judgement of a dimension has changed; nothing where it has not.
pub fn course(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> Option<CourseView> {
    let here = renderer.site.page(page);
    let facts = &here.input.facts;
    let (first, last) = (facts.history.first()?, facts.history.last()?);
    let begin = facts.date.filter(|date| date.is_day() && *date < first.date).unwrap_or(first.date);
    let time = TimeAxis { begin: begin.days(), last: last.date.days() };
    let locale = &renderer.config.at(language).locale;
    let is_mirrored = locale.direction == Direction::Rtl;
    let periods = |n: usize, now: AxisPlace| -> Vec<PeriodView> {
        let moves =
            facts.history.iter().filter_map(|change| Some((time.x(change.date), change.moves.get(n).copied()??)));
        let moves: Vec<_> = moves.collect();
        let mut from = 0;
        let mut periods = Vec::new();
        let ends = moves
            .iter()
            .map(|(x, [before, _])| (*x, *before))
            .chain([(100, moves.last().map_or(now, |(_, [_, to])| *to))]);
        for (until, place) in ends.filter(|(until, _)| *until > 0) {
            periods.push(period([from, until], place, is_mirrored));
            from = until;
        }
        periods
    };
    let [start, end] = here.face(language).1.poles.clone().unwrap_or_default();
    let words = here.face(language).0;
    Some(CourseView {
        subjects: facts.axis.iter().enumerate().map(|(n, now)| periods(n, *now)).collect(),
        poles: [&start, &end].map(|pole| renderer.foreign(language, words, pole)),
        days: [locale.date(begin), locale.date(last.date)],
        changes: facts.history.iter().map(|change| change_view(renderer, page, change, language)).collect(),
    })
}

/// A time in days.
struct TimeAxis {
    begin: i64,
    last: i64,
}

impl TimeAxis {
    /// Where a day lies, in per cent of the width from where time begins.
    fn x(&self, day: Date) -> u8 {
        let share = (UNTIL_LAST * (day.days() - self.begin)).checked_div(self.last - self.begin);
        u8::try_from(share.unwrap_or(0)).unwrap_or(100)
    }
}

fn period([from, until]: [u8; 2], place: AxisPlace, is_mirrored: bool) -> PeriodView {
    PeriodView {
        x: if is_mirrored { 100 - until } else { from },
        width: until - from,
        y: 100 - place.high,
        height: place.high - place.low,
        middle: 100 - place.middle(),
    }
}

/// The id of a change on the page of the evidence.
pub fn change_id(name: &str, date: Date) -> String {
    format!("{name}-{date}")
}

/// Which subjects a change moves from where to where, in words.
pub fn moves_in_words(renderer: &Renderer<'_>, change: &Reweighing, language: LanguageId) -> Vec<String> {
    let place = |place: AxisPlace| renderer.range_in_words(place.low, place.high, language);
    let moved =
        renderer.config.subjects.iter().zip(&change.moves).filter_map(|(subject, moved)| Some((subject, (*moved)?)));
    let said = moved.map(|(subject, [from, to])| {
        let (from, to) = (place(from), place(to));
        let texts = [("name", subject.names[language.0].as_str()), ("from", &from), ("to", &to)];
        renderer.input.theme.messages[language.0].with("history_moved", &texts)
    });
    said.collect()
}

fn change_view(renderer: &Renderer<'_>, page: PageId, change: &Reweighing, language: LanguageId) -> ChangeView {
    let moves = moves_in_words(renderer, change, language);
    ChangeView {
        id: change_id(renderer.site.page(page).address_name(), change.date),
        iso: change.date.to_string(),
        date: renderer.config.at(language).locale.date(change.date),
        moves: moves.iter().map(|moved| renderer.isolated(language, moved)).collect(),
        reason: renderer.isolated(language, change.reasons.get(language.0).map_or("", String::as_str)),
        sources: renderer.sources_of_keys(&change.sources, language),
    }
}
