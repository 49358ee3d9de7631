//! Gives headings that stand at the same place in two languages the same id, where at most one of them has one.

use super::front_matter::split;
use crate::content::article::Ids;
use crate::text::FileId;

/// A line that gets an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdEdit {
    /// The number of the text.
    pub text: usize,
    /// The line in it, from 1.
    pub line: usize,
    /// As it is.
    pub before: String,
    /// As it is to be.
    pub after: String,
}

/// What comes of holding the texts of a page in its languages to each other.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// What to change, in the order of the texts.
    pub edits: Vec<IdEdit>,
    /// By text, how many headings of the second level there are, where they cannot be paired because the numbers differ.
    pub unequal: Option<Vec<usize>>,
    /// Ids that stand at the same place and differ, which a person has to settle.
    pub differing: Vec<Vec<String>>,
}

struct SecondHeading<'a> {
    line: usize,
    written: &'a str,
    words: &'a str,
    id: Option<&'a str>,
}

/// Holds texts with their front matter to each other. `prefers` is the text whose words make an id where none has one.
pub fn pair_ids(texts: &[&str], prefers: usize) -> Pairing {
    let all: Vec<Vec<SecondHeading<'_>>> = texts.iter().map(|text| headings(text)).collect();
    let counts: Vec<usize> = all.iter().map(Vec::len).collect();
    if counts.windows(2).any(|pair| pair[0] != pair[1]) {
        return Pairing { unequal: Some(counts), ..Pairing::default() };
    }
    let mut ids = Ids::default();
    for id in all.iter().flatten().filter_map(|heading| heading.id) {
        ids.insert(id.to_owned(), FileId(0).top());
    }
    let mut pairing = Pairing::default();
    for at in 0..counts.first().copied().unwrap_or_default() {
        let row: Vec<&SecondHeading<'_>> = all.iter().map(|headings| &headings[at]).collect();
        let mut own: Vec<&str> = row.iter().filter_map(|heading| heading.id).collect();
        own.sort_unstable();
        own.dedup();
        let id = match own.as_slice() {
            [] => {
                let id = ids.free(row.get(prefers).map_or("", |heading| heading.words));
                ids.insert(id.clone(), FileId(0).top());
                id
            }
            [only] => (*only).to_owned(),
            several => {
                pairing.differing.push(several.iter().map(|id| (*id).to_owned()).collect());
                continue;
            }
        };
        for (text, heading) in row.iter().enumerate().filter(|(_, heading)| heading.id.is_none()) {
            let after = format!("{} {{#{id}}}", heading.written.trim_end().trim_end_matches('#').trim_end());
            pairing.edits.push(IdEdit { text, line: heading.line, before: heading.written.to_owned(), after });
        }
    }
    pairing.edits.sort_by_key(|edit| (edit.text, edit.line));
    pairing
}

/// A text with some of its lines changed; their ends stay as they are.
pub fn with_ids(text: &str, edits: &[IdEdit]) -> String {
    let line = |(n, line): (usize, &str)| match edits.iter().find(|edit| edit.line == n + 1) {
        Some(edit) => line.replacen(&edit.before, &edit.after, 1),
        None => line.to_owned(),
    };
    text.split_inclusive('\n').enumerate().map(line).collect()
}

/// The headings of the second level, outside code.
fn headings(text: &str) -> Vec<SecondHeading<'_>> {
    let body = split(text).body;
    let mut fence: Option<&str> = None;
    let mut found = Vec::new();
    let mut at = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        if start < body {
            continue;
        }
        let written = line.trim_end_matches(['\n', '\r']);
        let shown = written.trim_start();
        match fence {
            Some(open) if shown.starts_with(open) => fence = None,
            Some(_) => {}
            None => fence = ["```", "~~~"].into_iter().find(|open| shown.starts_with(open)),
        }
        let Some(words) = written.strip_prefix("## ").filter(|_| fence.is_none()) else { continue };
        let (words, id) = match words.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#")) {
            Some((words, id)) => (words, Some(id)),
            None => (words, None),
        };
        found.push(SecondHeading { line: n + 1, written, words: words.trim().trim_end_matches('#').trim_end(), id });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRONT: &str = "+++\ntitle = \"x\"\n## no heading\n+++\n";

    #[test]
    fn headings_at_the_same_place_get_the_same_id() {
        let english =
            format!("{FRONT}## First, and `more` ##\r\n```\n## code\n```\n## Second {{#b}}\n### deeper\n## Notes\n");
        let arabic = format!("{FRONT}## الأول {{#a}}\n## الثاني\n## حواشٍ\n");
        let texts = [english.as_str(), arabic.as_str()];
        let pairing = pair_ids(&texts, 0);
        let of = |text: usize| {
            let edits: Vec<_> = pairing.edits.iter().filter(|edit| edit.text == text).cloned().collect();
            with_ids(texts[text], &edits)
        };
        let notes = "notes-1";
        assert_eq!(
            of(0),
            format!(
                "{FRONT}## First, and `more` {{#a}}\r\n```\n## code\n```\n## Second {{#b}}\n### deeper\n## Notes {{#{notes}}}\n"
            )
        );
        assert_eq!(of(1), format!("{FRONT}## الأول {{#a}}\n## الثاني {{#b}}\n## حواشٍ {{#{notes}}}\n"));
        assert_eq!((pairing.unequal, pairing.differing), (None, Vec::new()));
        let again = [of(0), of(1)];
        assert_eq!(pair_ids(&[&again[0], &again[1]], 0), Pairing::default(), "nothing is left to do");
    }

    #[test]
    fn what_does_not_pair_is_said_and_left_alone() {
        let pairing = pair_ids(&["## a\n## b\n", "## c\n"], 0);
        assert_eq!((pairing.edits.len(), pairing.unequal), (0, Some(vec![2, 1])));
        let pairing = pair_ids(&["## a {#one}\n## b\n", "## c {#two}\n## d\n"], 1);
        assert_eq!(pairing.differing, [["one", "two"]]);
        let after: Vec<_> = pairing.edits.iter().map(|edit| edit.after.as_str()).collect();
        assert_eq!(after, ["## b {#d}", "## d {#d}"]);
    }
}
