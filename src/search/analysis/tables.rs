//! The facts that the analysis of words works from, in one place: the index carries them to the browser, so that what
//! is typed there is taken apart exactly as the pages were. No code here, and no fact of the analysis anywhere else.

use serde::Serialize;

use super::arabic::{self, ARABIC, Arabic};
use super::english::{self, ENGLISH, English};

/// All tables. Ranges are of code points, both ends included.
#[derive(Debug, Serialize)]
pub struct Tables {
    /// What stands inside a word but is no part of it: vowel marks, accents, tatweel, joiners, direction marks.
    pub drop: &'static [(u32, u32)],
    /// Letters of scripts that put no space between words: each is a word.
    pub alone: &'static [(u32, u32)],
    /// Letters and digits that are other spellings of one.
    pub fold: &'static [(&'static str, &'static str)],
    /// The Arabic script, without its digits.
    pub script: &'static [(u32, u32)],
    /// How Arabic words are taken apart.
    pub arabic: &'static Arabic,
    /// How English words are.
    pub english: &'static English,
    /// Words that say nothing of what a page is about, as they are after folding, by language.
    pub stop: [&'static [&'static str]; 2],
}

/// The tables.
pub static TABLES: Tables = Tables {
    drop: &[
        (0xad, 0xad),
        (0x2b9, 0x2bf),
        (0x300, 0x36f),
        (0x483, 0x489),
        (0x591, 0x5bd),
        (0x5bf, 0x5bf),
        (0x5c1, 0x5c2),
        (0x5c4, 0x5c5),
        (0x5c7, 0x5c7),
        (0x610, 0x61a),
        (0x61c, 0x61c),
        (0x640, 0x640),
        (0x64b, 0x652),
        (0x656, 0x65f),
        (0x670, 0x670),
        (0x6d6, 0x6dc),
        (0x6df, 0x6e8),
        (0x6ea, 0x6ed),
        (0x8ca, 0x8e1),
        (0x8e3, 0x8ff),
        (0x1ab0, 0x1aff),
        (0x1dc0, 0x1dff),
        (0x200b, 0x200f),
        (0x202a, 0x202e),
        (0x2060, 0x2064),
        (0x2066, 0x2069),
        (0xfe00, 0xfe0f),
        (0xfe20, 0xfe2f),
        (0xfeff, 0xfeff),
    ],
    alone: &[
        (0xe01, 0xe4e),
        (0xe81, 0xecd),
        (0x1000, 0x109f),
        (0x1780, 0x17d3),
        (0x3041, 0x30ff),
        (0x3400, 0x4dbf),
        (0x4e00, 0x9fff),
        (0xf900, 0xfaff),
        (0x20000, 0x3ffff),
    ],
    fold: &[
        ("ٱ", "ا"),
        ("ى", "ي"),
        ("ی", "ي"),
        ("ې", "ي"),
        ("ے", "ي"),
        ("ۍ", "ي"),
        ("ک", "ك"),
        ("ڪ", "ك"),
        ("ګ", "گ"),
        ("ہ", "ه"),
        ("ھ", "ه"),
        ("ە", "ه"),
        ("ۀ", "ه"),
        ("ۂ", "ه"),
        ("ۃ", "ة"),
        ("٠", "0"),
        ("١", "1"),
        ("٢", "2"),
        ("٣", "3"),
        ("٤", "4"),
        ("٥", "5"),
        ("٦", "6"),
        ("٧", "7"),
        ("٨", "8"),
        ("٩", "9"),
        ("۰", "0"),
        ("۱", "1"),
        ("۲", "2"),
        ("۳", "3"),
        ("۴", "4"),
        ("۵", "5"),
        ("۶", "6"),
        ("۷", "7"),
        ("۸", "8"),
        ("۹", "9"),
        ("٫", "."),
        ("٬", ""),
        (",", ""),
        ("'", ""),
        ("’", ""),
        ("⁄", "/"),
        ("ς", "σ"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ø", "o"),
        ("đ", "d"),
        ("ð", "d"),
        ("þ", "th"),
        ("ł", "l"),
        ("ı", "i"),
    ],
    script: &[
        (0x620, 0x65f),
        (0x66e, 0x6dc),
        (0x6df, 0x6ef),
        (0x6fa, 0x6ff),
        (0x750, 0x77f),
        (0x870, 0x8ff),
        (0xfb50, 0xfdff),
        (0xfe70, 0xfefc),
    ],
    arabic: &ARABIC,
    english: &ENGLISH,
    stop: [arabic::STOP, english::STOP],
};
