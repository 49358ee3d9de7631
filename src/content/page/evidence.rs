//! What a dimension says of its own judgement in `page.toml`: how sure it is and why, how it has changed, and what would
//! change it.

use serde::{Deserialize, Serialize};

use super::axis::AxisPlace;
use crate::config::{Config, keys_are_subjects, names_in_site_languages};
use crate::content::article::unread_in_plain_text;
use crate::diagnostic::{Code, Diagnostic, Matter, quoted_list};
use crate::fields::Fields;
use crate::text::{Date, Located, Span};

/// How sure a judgement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EvidenceLevel {
    /// The evidence may turn out otherwise.
    Low,
    /// Enough for a judgement, with gaps.
    Moderate,
    /// Hardly to be overturned by what is to come.
    High,
}

impl EvidenceLevel {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Moderate, Self::Low];

    /// Its name in page.toml, among the messages and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Moderate => "moderate",
            Self::Low => "low",
        }
    }
}

/// How sure a dimension is of its judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// How sure.
    pub level: EvidenceLevel,
    /// Why, in the order of the languages.
    pub reasons: Vec<String>,
    /// Keys of the sources that the judgement rests on most.
    pub sources: Vec<Located<String>>,
}

/// A change of a judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reweighing {
    /// The day.
    pub date: Date,
    /// Where each subject stood before and stands since, in their order; nothing for one that was not moved.
    pub moves: Vec<Option<[AxisPlace; 2]>>,
    /// Why, in the order of the languages.
    pub reasons: Vec<String>,
    /// Keys of sources.
    pub sources: Vec<Located<String>>,
}

/// Whether what would change a judgement has come nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Movement {
    /// It stands where it stood when the judgement was made.
    None,
    /// Nearer.
    Closer,
    /// Farther away.
    Farther,
    /// It has come to pass.
    Met,
}

impl Movement {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Closer, Self::Farther, Self::Met];

    /// Its name in page.toml and among the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Closer => "closer",
            Self::Farther => "farther",
            Self::Met => "met",
        }
    }
}

/// Something that would change the judgement if it came to pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgementTest {
    /// What, in the order of the languages.
    pub claims: Vec<String>,
    /// From when on it counts, in the order of the languages.
    pub thresholds: Vec<String>,
    /// Where it stands, in the order of the languages; empty where nobody has measured it.
    pub values: Vec<String>,
    /// The day, month or year of that.
    pub date: Option<Date>,
    /// Whether it has moved since the judgement was made.
    pub movement: Movement,
    /// Keys of sources.
    pub sources: Vec<Located<String>>,
}

impl JudgementTest {
    /// Whether somebody has measured where it stands.
    pub fn is_measured(&self) -> bool {
        !self.values.is_empty()
    }
}

/// Reads `[evidence]`.
pub fn read_evidence(fields: &mut Fields<'_, '_>, config: &Config) -> Option<Evidence> {
    fields.table("evidence", |evidence| {
        if !evidence.has("level") {
            evidence.missing("level", "say how sure the judgement is: level = \"high\", \"moderate\" or \"low\"");
        }
        let level = evidence.choice("level", &EvidenceLevel::ALL.map(|level| (level.as_str(), level)));
        let reasons = words(evidence, "reason", config, "say in every language why the judgement is that sure");
        let sources = evidence.strings("sources");
        Some(Evidence { level: level?.value, reasons, sources })
    })?
}

/// Reads `[[history]]`, the oldest change first. `axis` is where the subjects stand now, which the last changes have to lead
/// to, and `published` the day of the page. The days of the changes come second.
pub fn read_history(
    fields: &mut Fields<'_, '_>,
    axis: &[AxisPlace],
    published: Option<&Located<Date>>,
    config: &Config,
) -> (Vec<Reweighing>, Vec<Located<Date>>) {
    let mut days = Vec::new();
    let mut course = Course { places: vec![None; config.subjects.len()], last: None, is_in_order: true };
    let read = fields.tables("history", |change| {
        let date = day(change);
        let reasons = words(change, "reason", config, "say in every language why the places have changed");
        let sources = change.strings("sources");
        let moves = moves(change, config);
        course.follow(change, date.as_ref(), &moves, config);
        let date = date?;
        let is_older = |published: &&Located<Date>| date.value < published.value && course.is_in_order;
        if let Some(published) = published.filter(is_older) {
            let message =
                format!("the change of {} is older than the page, whose `date` is {}", date.value, published.value);
            let fault = Diagnostic::warning(Code::InvalidValue, message).at(date.span);
            let fault = fault.resting_on(Matter::Value(published.span));
            change.fault(
                fault.help("a judgement is changed after it was published: write the later day, or an earlier `date`"),
            );
        }
        let change = Reweighing { date: date.value, moves, reasons, sources };
        days.push(date);
        Some(change)
    });
    // Where the order is wrong, which change is the last is not known.
    let last = if course.is_in_order { course.places.as_slice() } else { &[] };
    let ends = last.iter().enumerate().filter_map(|(n, place)| Some((n, (*place)?)));
    // Where a place could not be read, that is said elsewhere.
    for (n, (at, span)) in ends {
        let Some(now) = axis.get(n).filter(|now| **now != at) else { continue };
        let id = &config.subjects[n].id;
        let message =
            format!("the history of `{id}` ends at {}, and its place on the axis is {}", shown(at), shown(*now));
        let fault = Diagnostic::error(Code::InvalidValue, message).at(span);
        fields.fault(fault.help("add the change that led there: [[history]] with date, from, to and reason"));
    }
    // What is drawn of it takes the days in order, also while that they are not is being reported.
    let mut changes: Vec<Reweighing> = read.into_iter().flatten().collect();
    changes.sort_by_key(|change| change.date);
    (changes, days)
}

/// Reads `[[tests]]`.
pub fn read_tests(fields: &mut Fields<'_, '_>, config: &Config) -> (Vec<JudgementTest>, Vec<Located<Date>>) {
    let mut days = Vec::new();
    let tests = fields.tables("tests", |test| {
        let claims = words(test, "claim", config, "say in every language what would change the judgement");
        let thresholds = words(test, "threshold", config, "say in every language from when on it counts");
        let is_measured = test.has("value");
        let values = names_in_site_languages(test, "value", config, "say in this language where it stands");
        plain_words(test, "value", values.iter().flatten());
        let date = test.date("date");
        let movement = test.choice("movement", &Movement::ALL.map(|movement| (movement.as_str(), movement)));
        let sources = test.strings("sources");
        if is_measured && date.is_none() && !test.has("date") {
            test.missing("date", "say of which day, month or year the value is");
        }
        if let Some(movement) = movement.as_ref().filter(|_| !is_measured) {
            let message = "a test says whether it has moved, and not where it stands";
            let fault = Diagnostic::error(Code::InvalidValue, message).at(movement.span);
            test.fault(fault.help("write `value`, where it stands in every language, or leave `movement` out"));
        }
        if is_measured && movement.is_none() && !test.has("movement") {
            let message = "this test says where it stands, and not whether it has moved";
            let fault = Diagnostic::warning(Code::MissingKey, message).at(test.key_span("value"));
            let all = quoted_list(Movement::ALL.iter().map(|movement| movement.as_str()));
            test.fault(fault.help(format!("write movement = …, one of {all}: without it readers see that it has not")));
        }
        let (value, movement) = (date.as_ref().map(|date| date.value), movement.map(|movement| movement.value));
        days.extend(date);
        JudgementTest {
            claims,
            thresholds,
            values: values.unwrap_or_default(),
            date: value,
            movement: movement.unwrap_or(Movement::None),
            sources,
        }
    });
    (tests, days)
}

/// Places that differ by less than this are within what another reader may judge of the same evidence.
const NARROW: u8 = 10;

/// Warns where little evidence is to tell exactly where a subject stands. `places` come with where they are written.
pub fn narrow_judgements(evidence: Option<&Evidence>, places: &[Located<AxisPlace>], fields: &mut Fields<'_, '_>) {
    if evidence.is_none_or(|evidence| evidence.level != EvidenceLevel::Low) {
        return;
    }
    for Located { value: place, span } in places.iter().filter(|place| place.value.high - place.value.low < NARROW) {
        let message = format!("the evidence is low, and the place on the axis is as narrow as {}", shown(*place));
        let (low, high) = (place.middle().saturating_sub(NARROW), (place.middle() + NARROW).min(100));
        let fault = Diagnostic::warning(Code::NarrowJudgement, message).at(*span);
        let help =
            format!("write between what it lies, such as [{low}, {high}], unless the evidence is better than low");
        fields.fault(fault.help(help));
    }
}

/// Where the subjects stand after each change.
struct Course {
    places: Vec<Option<(AxisPlace, Span)>>,
    last: Option<Located<Date>>,
    /// Whether each change is later than the one before.
    is_in_order: bool,
}

impl Course {
    /// One change after another: later, and from where the one before has led.
    fn follow(
        &mut self,
        fields: &mut Fields<'_, '_>,
        date: Option<&Located<Date>>,
        moves: &[Option<[AxisPlace; 2]>],
        config: &Config,
    ) {
        if let Some((last, date)) = self.last.as_ref().zip(date).filter(|(last, date)| last.value >= date.value) {
            let message = format!("the change of {} stands after that of {}", date.value, last.value);
            let fault = Diagnostic::error(Code::InvalidValue, message).at(date.span);
            let fault = fault.resting_on(Matter::Value(last.span));
            fields.fault(
                fault.help("mend the date that is wrong, or put the oldest change first; there is one for each day"),
            );
            self.is_in_order = false;
        }
        self.last = date.cloned().or(self.last.take());
        let span = fields.key_span("to");
        for (n, [from, to]) in moves.iter().enumerate().filter_map(|(n, places)| Some((n, (*places)?))) {
            // From where a change leads on is not known behind one that stands in the wrong place.
            let before = self.places[n].filter(|(before, _)| self.is_in_order && *before != from);
            if let Some((before, _)) = before {
                let id = &config.subjects[n].id;
                let message =
                    format!("`{id}` moves from {}, and the change before led to {}", shown(from), shown(before));
                let fault = Diagnostic::error(Code::InvalidValue, message).at(fields.key_span("from"));
                fields.fault(fault.help("write where it stood, or add the change in between"));
            }
            self.places[n] = Some((to, span));
        }
    }
}

/// The day of a change.
fn day(fields: &mut Fields<'_, '_>) -> Option<Located<Date>> {
    if !fields.has("date") {
        fields.missing("date", "say on which day the places were changed");
    }
    let date = fields.date("date")?;
    if date.value.is_day() {
        return Some(date);
    }
    let message = format!("the change is dated {}, which is no day", date.value);
    let fault = Diagnostic::error(Code::InvalidValue, message).at(date.span);
    fields.fault(fault.help("write the day, such as 2026-11-29: the feed of changes needs it"));
    None
}

/// From where each subject was moved to where. One that stands in one of the tables alone is a fault.
fn moves(fields: &mut Fields<'_, '_>, config: &Config) -> Vec<Option<[AxisPlace; 2]>> {
    for (key, help) in
        [("from", "say where the subjects that were moved stood before"), ("to", "say where they stand since")]
    {
        if !fields.has(key) {
            let other = if key == "from" { "to" } else { "from" };
            let moved =
                fields.keys_of(other).into_iter().find(|id| config.subjects.iter().any(|subject| subject.id == *id));
            let moved = moved.unwrap_or_else(|| subject(config).to_owned());
            fields.missing(key, &format!("{help}: {key} = {{ {moved} = 40 }}"));
        }
    }
    let [from, to] = ["from", "to"].map(|key| fields.table(key, |places| places_of_subjects(places, config)));
    let (Some(from), Some(to)) = (from, to) else { return vec![None; config.subjects.len()] };
    let mut is_any = false;
    let mut moves = Vec::new();
    if let Some(fault) = other_subjects(fields, [&from, &to], config) {
        fields.fault(fault);
        return vec![None; config.subjects.len()];
    }
    for (id, pair) in config.subject_ids().zip(from.into_iter().zip(to)) {
        is_any |= pair.0 != pair.1;
        moves.push(pair.0.zip(pair.1).map(|(from, to)| [from, to]));
        if pair.0.is_some() != pair.1.is_some() {
            let message = format!("`{id}` stands in one of `from` and `to` alone");
            let fault = Diagnostic::error(Code::InvalidValue, message).at(fields.span());
            fields.fault(fault.help("write the subjects that were moved into both, and no others"));
        }
    }
    let are_known = ["from", "to"]
        .iter()
        .flat_map(|key| fields.keys_of(key))
        .all(|id| config.subjects.iter().any(|subject| subject.id == id));
    if !is_any && are_known {
        let fault = Diagnostic::error(Code::InvalidValue, "nothing is moved by this change").at(fields.span());
        fields.fault(fault.help("write where a subject stood into `from`, and where it stands since into `to`"));
    }
    moves
}

/// What is said where each table names one subject, and not the same.
fn other_subjects(
    fields: &Fields<'_, '_>,
    tables: [&Vec<Option<AxisPlace>>; 2],
    config: &Config,
) -> Option<Diagnostic> {
    let only = |places: &Vec<Option<AxisPlace>>| {
        let mut named = config.subject_ids().zip(places).filter(|(_, place)| place.is_some()).map(|(id, _)| id);
        named.next().filter(|_| named.next().is_none())
    };
    let [from, to] = tables.map(only);
    let (from, to) = (from?, to.filter(|to| from != Some(*to))?);
    let message = format!("`from` names `{from}`, and `to` names `{to}`");
    let fault = Diagnostic::error(Code::InvalidValue, message).at(fields.key_span("from"));
    Some(fault.help("write the subject that was moved into both"))
}

fn subject(config: &Config) -> &str {
    config.subjects.first().map_or("subject", |subject| subject.id.as_str())
}

fn places_of_subjects(fields: &mut Fields<'_, '_>, config: &Config) -> Vec<Option<AxisPlace>> {
    let ids = config.subject_ids();
    let places = ids.map(|id| AxisPlace::read(fields, id).map(|place| place.value)).collect();
    keys_are_subjects(fields);
    places
}

fn words(fields: &mut Fields<'_, '_>, key: &str, config: &Config, help: &str) -> Vec<String> {
    if !fields.has(key) {
        let languages: Vec<_> =
            config.languages.iter().map(|language| format!("{} = \"…\"", language.locale.tag)).collect();
        fields.missing(key, &format!("{help}: {key} = {{ {} }}", languages.join(", ")));
    }
    let found = names_in_site_languages(fields, key, config, help);
    plain_words(fields, key, found.iter().flatten());
    found.unwrap_or_else(|| vec![String::new(); config.languages.len()])
}

/// Warns of Markdown in words that are shown as they are written.
fn plain_words<'w>(fields: &mut Fields<'_, '_>, key: &str, words: impl Iterator<Item = &'w String>) {
    let advice = "Markdown belongs in the article, and sources into `sources`";
    for (_, fault) in words.filter_map(|words| unread_in_plain_text(words, advice)) {
        fields.fault(fault.at(fields.key_span(key)));
    }
}

fn shown(place: AxisPlace) -> String {
    if place.is_sure() { place.low.to_string() } else { format!("[{}, {}]", place.low, place.high) }
}
