//! The published format of the index: every number, sign and position in it, written and read. Its twin in the browser is
//! `static/assets/search-index.js`; a change to either is a new [`VERSION`].
//!
//! A language has a manifest at [`manifest_path`], whose address never changes, and the files that it names by their
//! digests, at [`file_path`]. All are JSON, since hosts compress that and not files of a kind that they do not know:
//! - *terms*: one string, the stems sorted by skeleton and then by letter, each as [`push_stem`] writes it, and after each
//!   its spellings, sorted, as [`push_spelling`] does. A stem whose only spelling is the stem itself has none. A term is a
//!   stem in one spelling.
//! - *places*: for each term of the block a list of numbers: its pages in ascending order, each as the distance from the
//!   page before (the first from 0), then its groups as [`push_group`] writes them. [`decode_places`] reads a list.
//! - *records*: the pages of a segment as search shows them, [`pages_per_record_file`] to a file, each as [`RecordRow`].
//! - *texts*: lists of the texts of sections, to which records refer.
//!
//! The manifest tells how long each page is, a digit for each: [`length_digit`].
//!
//! Pages are numbered from 0, those of a segment together. A query reads the manifest and the terms, then the blocks of
//! places of the terms that it matches, then the records of the pages that it finds and the texts that it shows.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The version of the format, the first key of each manifest. A browser may have an older script than the site has an
/// index, or the reverse: a script refuses every version but its own.
pub const VERSION: u32 = 4;

/// Pages in a segment; the last one may have fewer.
pub const PAGES_PER_SEGMENT: usize = 64;

/// A site of so many pages or fewer is small: its index is cut into smaller files, so that a question fetches less, since it
/// needs one file for each page that it finds; but files take time to write.
pub const SMALL_SITE: usize = 150;

/// Pages in a file of records of a site with so many pages; the last one of a segment may have fewer.
pub fn pages_per_record_file(page_count: usize) -> usize {
    if page_count <= SMALL_SITE { 2 } else { 4 }
}

/// A file of terms ends only between terms whose skeletons differ in so many first letters.
pub const LETTERS_OF_TERM_FILES: usize = 2;

/// The folder of all files, below the output folder.
const FOLDER: &str = "assets/search";

/// The segment that a page belongs to, and its position there.
pub fn segment_of(page: usize) -> (usize, usize) {
    (page / PAGES_PER_SEGMENT, page % PAGES_PER_SEGMENT)
}

/// The number of the first page of a segment.
pub fn first_page_of(segment: usize) -> usize {
    segment * PAGES_PER_SEGMENT
}

/// A kind of file beside the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Pages of a segment, as search shows them.
    Records,
    /// Texts of sections of a segment.
    Texts,
    /// The terms of the language.
    Terms,
    /// Where terms stand.
    Places,
}

impl FileKind {
    /// Its name in addresses, and in the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Texts => "texts",
            Self::Terms => "terms",
            Self::Places => "places",
        }
    }
}

/// The path of the manifest of a language.
pub fn manifest_path(tag: &str) -> String {
    format!("{FOLDER}/{tag}.json")
}

/// The path of another file of a language: `numbers` are the number of the segment, if it belongs to one, and that of the
/// file; `digest` is that of its bytes.
pub fn file_path(tag: &str, kind: FileKind, numbers: &[usize], digest: &str) -> String {
    let numbers: String = numbers.iter().map(|number| format!("-{number}")).collect();
    format!("{FOLDER}/{tag}-{}{numbers}.{digest}.json", kind.as_str())
}

/// Whether a path below the output folder is that of a file of some index.
pub fn is_index_file(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// Which words of a page a term stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title, which is slot 0, and its other names.
    Name = 0,
    /// Its titles and names in other languages.
    Foreign = 1,
    /// The heading of a section and those inside it; the slot is the section.
    Heading = 2,
    /// Its summary.
    Summary = 3,
    /// The text of a section; the slot is the section.
    Body = 4,
}

impl Field {
    /// All of them, each at its number.
    pub const ALL: [Self; 5] = [Self::Name, Self::Foreign, Self::Heading, Self::Summary, Self::Body];

    /// Whether it names the page as a whole.
    pub fn names_page(self) -> bool {
        matches!(self, Self::Name | Self::Foreign)
    }

    /// Whether its positions tell how many words the name or heading has, and are not told as distances.
    pub fn has_length(self) -> bool {
        matches!(self, Self::Name | Self::Foreign | Self::Heading)
    }
}

/// How many fields there are: a group is `slot * FIELDS + field`.
const FIELDS: u32 = Field::ALL.len() as u32;

/// The highest slot: what comes after it counts as part of it, since the script combines field and slot in one number.
pub const MAX_SLOT: usize = 0xffff;

/// A position with a length is `place * LENGTHS + length`.
const LENGTHS: u32 = 16;

/// The greatest length that is told; what is longer is said to be as long.
pub const MAX_LENGTH: u32 = LENGTHS - 1;

/// Words that a section takes from its counterparts in other languages have their own places plus this, so that they are
/// no neighbours of the section's own words.
pub const FOREIGN_TEXT_OFFSET: usize = 10_000;

/// Where in a page a word occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Slot and field as one number: see [`group`].
    pub group: u32,
    /// The number of the word in the text; of fields that have a length, see [`position_with_length`].
    pub position: u32,
}

impl Hit {
    /// The field that it is in.
    pub fn field(self) -> Field {
        split_group(self.group).0
    }
}

/// A field and a slot as one number.
pub fn group(field: Field, slot: usize) -> u32 {
    u32::try_from(slot.min(MAX_SLOT)).unwrap_or_default() * FIELDS + field as u32
}

/// The field and the slot of a group.
pub fn split_group(group: u32) -> (Field, u32) {
    (Field::ALL[(group % FIELDS) as usize], group / FIELDS)
}

/// The place of a word in a name or heading, and how many words the name or heading has.
pub fn position_with_length(place: u32, length: u32) -> u32 {
    place.saturating_mul(LENGTHS).saturating_add(length.min(MAX_LENGTH))
}

/// The place and the length of such a position.
pub fn split_position(position: u32) -> (u32, u32) {
    (position / LENGTHS, position % LENGTHS)
}

/// A number, and whether others follow it in its list.
fn with_more(number: u32, more: bool) -> u32 {
    number.saturating_mul(2).saturating_add(u32::from(more))
}

/// The two parts of what [`with_more`] gives.
fn split_more(number: u32) -> (u32, bool) {
    (number / 2, number % 2 == 1)
}

/// Appends a comma and a number to a list. A site has millions, most of them with one digit.
pub fn push_number(number: u32, out: &mut String) {
    match u8::try_from(number) {
        Ok(digit @ 0..10) => out.extend([',', char::from(b'0' + digit)]),
        _ => {
            out.push(',');
            out.push_str(itoa::Buffer::new().format(number));
        }
    }
}

/// Appends the occurrences of a term in one group of a page, each after a comma: the group with a bit that says whether
/// another group of the page follows, then the positions, each with a bit that says whether another follows. Where the
/// field has no length, a position is the distance from the one before. All hits are of one group, in ascending order.
pub fn push_group(hits: impl ExactSizeIterator<Item = Hit>, more_groups: bool, out: &mut String) {
    let (mut before, mut relative) = (0, false);
    let last = hits.len().saturating_sub(1);
    for (number, hit) in hits.enumerate() {
        if number == 0 {
            push_number(with_more(hit.group, more_groups), out);
            relative = !hit.field().has_length();
        }
        push_number(with_more(hit.position - before, number < last), out);
        before = if relative { hit.position } else { 0 };
    }
}

/// Reads the list of a term: each page with the occurrences in it. `None` if the list breaks off.
pub fn decode_places(list: &[u32]) -> Option<Vec<(u32, Vec<Hit>)>> {
    let mut pages = Vec::new();
    let mut numbers = list.iter().copied();
    let mut page = 0_u32;
    while let Some(distance) = numbers.next() {
        page = page.checked_add(distance)?;
        let mut hits = Vec::new();
        let mut more_groups = true;
        while more_groups {
            let (group, more) = split_more(numbers.next()?);
            more_groups = more;
            let (mut before, mut more_positions) = (0_u32, true);
            while more_positions {
                let (distance, more) = split_more(numbers.next()?);
                more_positions = more;
                let hit = Hit { group, position: before.checked_add(distance)? };
                before = if hit.field().has_length() { 0 } else { hit.position };
                hits.push(hit);
            }
        }
        pages.push((page, hits));
    }
    Some(pages)
}

/// Begins a stem that is in a name of some page.
const NAMED: char = '!';
/// Begins any other.
const UNNAMED: char = ' ';
/// Begins a spelling of the stem before it. No stem and no spelling holds one of the three signs.
pub const SPELLING: char = '=';
/// In this base is told, as one digit, how many characters a stem or spelling shares with what is before it in the file.
const SHARED_BASE: u32 = 36;

/// A stem in one of its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The stem.
    pub stem: String,
    /// Whether the stem is in a name of some page.
    pub named: bool,
    /// The spelling.
    pub spelling: String,
}

/// Appends a stem to a file of terms: a sign, how many characters it shares with `before`, and the others. `before` is the
/// stem or spelling before it in the file, empty for the first.
pub fn push_stem(stem: &str, named: bool, before: &str, out: &mut String) {
    push_signed(if named { NAMED } else { UNNAMED }, stem, before, out);
}

/// Appends a spelling of the stem before it in the same way.
pub fn push_spelling(spelling: &str, before: &str, out: &mut String) {
    push_signed(SPELLING, spelling, before, out);
}

fn push_signed(sign: char, word: &str, before: &str, out: &mut String) {
    let most = SHARED_BASE - 1;
    let shared = (0..most).zip(before.chars().zip(word.chars())).take_while(|(_, (a, b))| a == b).count();
    out.push(sign);
    out.extend(u32::try_from(shared).ok().and_then(|shared| char::from_digit(shared, SHARED_BASE)));
    out.extend(word.chars().skip(shared));
}

/// Reads a file of terms. `None` if it is not such a file.
pub fn decode_terms(file: &str) -> Option<Vec<Term>> {
    let mut terms: Vec<Term> = Vec::new();
    let mut before = String::new();
    // Whether the last term is a stem of which no spelling has been read.
    let mut bare = false;
    let mut rest = file;
    while let Some(sign) = rest.chars().next() {
        let end = rest[1..].find([NAMED, UNNAMED, SPELLING]).map_or(rest.len(), |at| at + 1);
        let mut letters = rest[1..end].chars();
        let shared = letters.next()?.to_digit(SHARED_BASE)?;
        before = before.chars().take(shared as usize).chain(letters).collect();
        match sign {
            NAMED | UNNAMED => {
                terms.push(Term { stem: before.clone(), named: sign == NAMED, spelling: before.clone() });
                bare = true;
            }
            SPELLING => {
                let stem = if bare { terms.pop()? } else { terms.last()?.clone() };
                terms.push(Term { spelling: before.clone(), ..stem });
                bare = false;
            }
            _ => return None,
        }
        rest = &rest[end..];
    }
    Some(terms)
}

/// In this base is told, as one digit, how long a page is.
const LENGTH_BASE: u32 = 36;
/// Pages are told apart by so many words, …
const LENGTH_STEP: u32 = 8;
/// … and longer ones by a part of the power of two below their length.
const LENGTH_PARTS: u32 = 4;

/// The length of a page with so many words, as one digit: with `steps = 1 + words / 8` the power of two in it, times four,
/// plus the two bits that follow. The greatest digit stands for 4,000 words and more.
pub fn length_digit(words: u32) -> char {
    let steps = words / LENGTH_STEP + 1;
    let power = steps.ilog2();
    let part = ((steps - (1 << power)) * LENGTH_PARTS) >> power;
    char::from_digit((power * LENGTH_PARTS + part).min(LENGTH_BASE - 1), LENGTH_BASE).unwrap_or_default()
}

/// About how many words a page of such a length has; `None` if the digit is none.
pub fn length_of(digit: char) -> Option<u32> {
    let (power, part) = digit.to_digit(LENGTH_BASE).map(|digit| (digit / LENGTH_PARTS, digit % LENGTH_PARTS))?;
    // The middle of all lengths that have this digit.
    Some(LENGTH_STEP * (((2 * (LENGTH_PARTS + part) + 1) << power) / (2 * LENGTH_PARTS)) - LENGTH_STEP / 2)
}

/// Ascending numbers as the distance of each from the one before, the first from 0.
pub fn distances(numbers: &[usize]) -> Vec<usize> {
    let before = [0].into_iter().chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

/// The numbers of such distances.
pub fn from_distances(distances: &[usize]) -> Vec<usize> {
    let next = |before: &mut usize, distance: &usize| {
        *before += distance;
        Some(*before)
    };
    distances.iter().scan(0, next).collect()
}

/// A page as a file of records has it: `[url, title, summary, kind, aliases, sections, tag, direction]`. In `sections`
/// four values follow one another for each section: id, heading, number of the file of texts within the segment, and
/// position of the text there. Tag and direction are there only where the text is in another language than the reader's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordRow<'a> {
    /// Its address.
    pub url: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its summary.
    pub summary: Cow<'a, str>,
    /// The name of its kind among the messages `search_…`; empty for none.
    pub kind: Cow<'a, str>,
    /// Other names.
    pub aliases: Vec<Cow<'a, str>>,
    /// What comes before the first heading, then the sections: id, heading, and where the text is.
    pub sections: Vec<(Cow<'a, str>, Cow<'a, str>, TextLocation)>,
    /// Tag and direction of the language of the text.
    pub stand_in: Option<(Cow<'a, str>, Cow<'a, str>)>,
}

/// Where the text of a section is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextLocation {
    /// The number of the file of texts within the segment.
    pub file: usize,
    /// The position in that file.
    pub position: usize,
}

/// A value in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RecordValue<'a> {
    /// Plain text.
    Text(Cow<'a, str>),
    /// A number.
    Number(usize),
    /// Others.
    List(Vec<RecordValue<'a>>),
}

/// How many values a section has in a record.
const VALUES_PER_SECTION: usize = 4;

impl<'a> RecordRow<'a> {
    /// The record as it is written.
    pub fn encode(self) -> RecordValue<'a> {
        let mut sections = Vec::with_capacity(self.sections.len() * VALUES_PER_SECTION);
        for (id, heading, TextLocation { file, position }) in self.sections {
            sections.extend([id, heading].map(RecordValue::Text));
            sections.extend([file, position].map(RecordValue::Number));
        }
        let mut values: Vec<_> = [self.url, self.title, self.summary, self.kind].map(RecordValue::Text).into();
        values.push(RecordValue::List(self.aliases.into_iter().map(RecordValue::Text).collect()));
        values.push(RecordValue::List(sections));
        values.extend(self.stand_in.into_iter().flat_map(|(tag, direction)| [tag, direction]).map(RecordValue::Text));
        RecordValue::List(values)
    }

    /// Reads a record; `None` if it is none.
    pub fn decode(value: RecordValue<'a>) -> Option<Self> {
        let mut values = value.list()?.into_iter();
        let mut row = Self {
            url: values.next()?.text()?,
            title: values.next()?.text()?,
            summary: values.next()?.text()?,
            kind: values.next()?.text()?,
            aliases: values.next()?.list()?.into_iter().map(RecordValue::text).collect::<Option<_>>()?,
            ..Self::default()
        };
        let mut sections = values.next()?.list()?.into_iter();
        while let Some(id) = sections.next() {
            let (id, heading) = (id.text()?, sections.next()?.text()?);
            let location = TextLocation { file: sections.next()?.number()?, position: sections.next()?.number()? };
            row.sections.push((id, heading, location));
        }
        if let Some(tag) = values.next() {
            row.stand_in = Some((tag.text()?, values.next()?.text()?));
        }
        Some(row)
    }
}

impl<'a> RecordValue<'a> {
    fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::List(_) => None,
        }
    }

    fn number(self) -> Option<usize> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(_) | Self::List(_) => None,
        }
    }

    fn list(self) -> Option<Vec<Self>> {
        match self {
            Self::List(list) => Some(list),
            Self::Text(_) | Self::Number(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn field() -> impl Strategy<Value = Field> {
        (0..Field::ALL.len()).prop_map(|number| Field::ALL[number])
    }

    #[test]
    fn fields_have_the_numbers_that_scripts_know() {
        for (number, field) in (0..).zip(Field::ALL) {
            assert_eq!(field as u32, number);
        }
        assert_eq!(group(Field::Body, 2), 14);
        assert_eq!(position_with_length(3, 2), 50);
        assert_eq!(split_group(group(Field::Body, usize::MAX)), (Field::Body, 0xffff));
        assert_eq!(split_position(position_with_length(3, 99)), (3, 15));
    }

    #[test]
    fn paths_name_segments_files_and_digests() {
        assert_eq!(manifest_path("ar"), "assets/search/ar.json");
        assert!(is_index_file("assets/search/ar.json") && !is_index_file("assets/search.js"));
        assert_eq!(file_path("en", FileKind::Places, &[7], "ab"), "assets/search/en-places-7.ab.json");
        assert_eq!(file_path("en", FileKind::Texts, &[2, 0], "ab"), "assets/search/en-texts-2-0.ab.json");
    }

    #[test]
    fn a_list_is_told_as_documented() {
        let mut list = String::new();
        let name = Hit { group: group(Field::Name, 0), position: position_with_length(1, 2) };
        let body = |position| Hit { group: group(Field::Body, 1), position };
        push_group([name].into_iter(), true, &mut list);
        push_group([body(4), body(9)].into_iter(), false, &mut list);
        assert_eq!(list, ",1,36,18,9,10");
        assert_eq!(decode_places(&[6, 1, 36, 18, 9, 10]), Some(vec![(6, vec![name, body(4), body(9)])]));
        assert_eq!(decode_places(&[6, 1, 36, 18, 9]), None);
        assert_eq!(decode_places(&[]), Some(vec![]));
    }

    #[test]
    fn terms_that_are_no_terms_are_refused() {
        let term =
            |stem: &str, named, spelling: &str| Term { stem: stem.to_owned(), named, spelling: spelling.to_owned() };
        let file = "!0one 1ther=5s=0another";
        let terms = [term("one", true, "one"), term("other", false, "others"), term("other", false, "another")];
        assert_eq!(decode_terms(file), Some(terms.into()));
        for file in ["one", " ", "!-x", "=0one"] {
            assert_eq!(decode_terms(file), None, "{file}");
        }
    }

    #[test]
    fn records_of_another_shape_are_refused() {
        let text = || RecordValue::Text("t".into());
        assert_eq!(RecordRow::decode(text()), None);
        assert_eq!(RecordRow::decode(RecordValue::List(vec![text(); 5])), None);
    }

    proptest! {
        #[test]
        fn pages_have_a_place_in_a_segment(page in 0..1_000_000_usize) {
            let (segment, position) = segment_of(page);
            prop_assert!(position < PAGES_PER_SEGMENT);
            prop_assert_eq!(first_page_of(segment) + position, page);
        }

        #[test]
        fn groups_and_positions_come_back(field in field(), slot in 0..=MAX_SLOT, place in 0..1_000_000_u32, length in 0..=MAX_LENGTH) {
            let both = group(field, slot);
            prop_assert_eq!(split_group(both), (field, u32::try_from(slot).unwrap()));
            prop_assert_eq!(split_position(position_with_length(place, length)), (place, length));
            prop_assert_eq!(split_more(with_more(both, true)), (both, true));
            prop_assert_eq!(split_more(with_more(place, false)), (place, false));
        }

        #[test]
        fn lengths_come_back_near_enough(words in 0..4000_u32) {
            let told = length_of(length_digit(words)).unwrap();
            prop_assert!(told.abs_diff(words) <= LENGTH_STEP + words / 8, "{words} {told}");
            prop_assert!(length_digit(words) <= length_digit(words + 1));
        }

        #[test]
        fn distances_come_back(numbers in proptest::collection::btree_set(0..10_000_usize, 0..20)) {
            let numbers: Vec<usize> = numbers.into_iter().collect();
            prop_assert_eq!(from_distances(&distances(&numbers)), numbers);
        }

        #[test]
        fn lists_of_places_come_back(pages in proptest::collection::btree_map(
            0..500_u32,
            proptest::collection::btree_map((field(), 0..40_usize), proptest::collection::btree_set(0..3000_u32, 1..6), 1..5),
            0..6,
        )) {
            let mut list = String::new();
            let (mut before, mut expected) = (0, Vec::new());
            for (page, groups) in pages {
                push_number(page - before, &mut list);
                before = page;
                let groups: std::collections::BTreeMap<u32, _> =
                    groups.into_iter().map(|((field, slot), positions)| (group(field, slot), positions)).collect();
                let mut hits = Vec::new();
                let count = groups.len();
                for (number, (group, positions)) in groups.into_iter().enumerate() {
                    let own: Vec<Hit> = positions.into_iter().map(|position| Hit { group, position }).collect();
                    push_group(own.iter().copied(), number + 1 < count, &mut list);
                    hits.extend(own);
                }
                expected.push((page, hits));
            }
            let json = format!("[{}]", list.trim_start_matches(','));
            let numbers: Vec<u32> = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(decode_places(&numbers), Some(expected));
        }

        #[test]
        fn terms_come_back(stems in proptest::collection::vec(
            ("[a-cوسن0-9.+#]{1,40}", any::<bool>(), proptest::collection::vec("[a-cوسن]{1,6}", 0..3)),
            0..12,
        )) {
            let (mut file, mut before, mut expected) = (String::new(), "", Vec::new());
            for (stem, named, spellings) in &stems {
                push_stem(stem, *named, before, &mut file);
                before = stem;
                for spelling in spellings {
                    push_spelling(spelling, before, &mut file);
                    before = spelling;
                }
                let all = if spellings.is_empty() { std::slice::from_ref(stem) } else { spellings };
                let term = |spelling: &String| Term { stem: stem.clone(), named: *named, spelling: spelling.clone() };
                expected.extend(all.iter().map(term));
            }
            prop_assert_eq!(decode_terms(&file), Some(expected));
        }

        #[test]
        fn records_come_back(
            texts in proptest::collection::vec(".{0,8}", 6),
            sections in proptest::collection::vec((".{0,4}", ".{0,4}", 0..90_usize, 0..90_usize), 0..4),
            stands_in in any::<bool>(),
        ) {
            let text = |number: usize| Cow::Owned(texts[number].clone());
            let section = |(id, heading, file, position): &(String, String, usize, usize)| {
                (Cow::Owned(id.clone()), Cow::Owned(heading.clone()), TextLocation { file: *file, position: *position })
            };
            let row = RecordRow {
                url: text(0),
                title: text(1),
                summary: text(2),
                kind: text(3),
                aliases: vec![text(4), text(5)],
                sections: sections.iter().map(section).collect(),
                stand_in: stands_in.then(|| (text(1), text(2))),
            };
            let json = serde_json::to_string(&row.clone().encode()).unwrap();
            let value: RecordValue<'_> = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(RecordRow::decode(value), Some(row));
        }
    }
}
