//! The faces of the sheet of all pages, and which of them a language is written with. A document asks for these before
//! anything else: a face that comes after the first picture of a page is not used in it, so that nothing moves.

use std::ops::RangeInclusive;

/// An upright face of the sheet that is a file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFace {
    /// Its file, by its name below `static/assets/`.
    pub file: String,
    /// The names under which the sheet knows what is in the file.
    pub families: Vec<String>,
    /// The characters that it is for; empty for all.
    ranges: Vec<RangeInclusive<u32>>,
}

impl FontFace {
    /// The face of a rule that loads a file.
    pub fn of_rule(file: &str, rule: &str) -> Self {
        let listed =
            rule.split_once("unicode-range:").map_or("", |(_, rest)| rest.split(';').next().unwrap_or_default());
        let family = rule.split_once("font-family:").and_then(|(_, rest)| rest.split(';').next());
        let families = family.map(plain_family).into_iter().collect();
        Self { file: file.to_owned(), families, ranges: listed.split(',').filter_map(range).collect() }
    }

    /// Whether some character of a text is set in it.
    pub fn is_for(&self, text: &str) -> bool {
        self.ranges.is_empty() || text.chars().any(|c| self.has(c))
    }

    /// Whether a character is set in it, if its file has it.
    pub fn has(&self, letter: char) -> bool {
        self.ranges.is_empty() || self.ranges.iter().any(|range| range.contains(&u32::from(letter)))
    }
}

/// The faces of a sheet, each file once. Slanted ones stand in few places of a text, and seldom in the first.
pub fn faces(sheet: &str) -> Vec<FontFace> {
    let mut faces: Vec<FontFace> = Vec::new();
    for rule in sheet.split("@font-face").skip(1) {
        let rule = rule.split('}').next().unwrap_or_default();
        let file = rule.split_once("url(").and_then(|(_, rest)| rest.split_once(')'));
        let Some((file, _)) = file.filter(|_| !rule.contains("italic")) else { continue };
        let face = FontFace::of_rule(file, rule);
        match faces.iter_mut().find(|known| known.file == file) {
            Some(known) => known.families.extend(face.families),
            None => faces.push(face),
        }
    }
    faces
}

/// The names in a list of fonts, as `font-family` and the variables of the sheet have it.
pub fn families(list: &str) -> Vec<String> {
    list.split(',').map(plain_family).collect()
}

fn plain_family(name: &str) -> String {
    name.trim().trim_matches(['"', '\'']).to_owned()
}

/// `U+20` or `U+20-7E`
fn range(written: &str) -> Option<RangeInclusive<u32>> {
    let digits = written.trim().strip_prefix("U+")?;
    let (first, last) = digits.split_once('-').unwrap_or((digits, digits));
    Some(u32::from_str_radix(first, 16).ok()?..=u32::from_str_radix(last, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_says_which_letters_its_faces_are_for() {
        let sheet = "@font-face { font-family: A; src: url(fonts/a.woff2); unicode-range: U+60C-6F9, U+200C }\n\
             @font-face { font-family: B; src: url(fonts/b.woff2); font-style: italic; }\n\
             @font-face { font-family: C; src: local(\"Georgia\"); }\n\
             @font-face { font-family: D; src: url(fonts/d.woff2); size-adjust: 89%; }\n\
             @font-face { font-family: E; src: url(fonts/d.woff2); }\np { color: red; }";
        let faces = faces(sheet);
        let files: Vec<_> = faces.iter().map(|face| face.file.as_str()).collect();
        assert_eq!(files, ["fonts/a.woff2", "fonts/d.woff2"]);
        assert_eq!(faces[1].families, ["D", "E"]);
        assert_eq!(families("\"My Font\", serif"), ["My Font", "serif"]);
        assert!(faces[0].is_for("a \u{645}") && faces[0].is_for("\u{200c}") && !faces[0].is_for("abc \u{6fa}"));
        assert!(faces[1].is_for("anything"));
    }
}
