//! Languages of which no more is known than what their words end with, and what is written together with them: plurals,
//! cases and persons come off, and no more. Letters are as after folding, without accents.

use serde::Serialize;

use super::ending::Ending;

/// What words of a language are taken apart by.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Light {
    /// What may be written before a word: certain only if the rest is a word, too.
    pub prefixes: &'static [&'static str],
    /// Endings that are taken off until none is left, the longest first.
    pub endings: &'static [Ending],
    /// Words that say nothing of what a page is about, as normalised, with spaces between them. A question is asked without
    /// them; they stay in the index, where a page of one language may have words of another that are spelt alike.
    pub stop: &'static str,
}

/// The tables of a language by its tag without region; `None` for one of which nothing is known.
pub fn light(language: &str) -> Option<&'static Light> {
    LANGUAGES.iter().find(|(tag, _)| *tag == language).map(|(_, light)| light)
}

static LANGUAGES: &[(&str, Light)] = &[
    (
        "de",
        Light {
            prefixes: &[],
            endings: &[
                ("ungen", "", 3),
                ("ung", "", 4),
                ("ern", "", 4),
                ("em", "", 4),
                ("en", "", 3),
                ("er", "", 4),
                ("es", "", 4),
                ("e", "", 3),
                ("s", "", 4),
                ("n", "", 4),
            ],
            stop: "der die das den dem des ein eine einen einem einer eines und oder aber auch als an am auf aus bei \
                beim bis da dass durch er es sie wir ihr ich fur hat haben hatte hatten ist sind war waren wird \
                werden wurde wurden sein seine seiner im in ins mit nach nicht noch nur ob so um unter von vom vor \
                was welche welcher welches welchem welchen wann warum weil wenn wer wie wo wozu zu zum zur uber \
                kann man mein sich",
        },
    ),
    (
        "es",
        Light {
            prefixes: &[],
            endings: &[
                ("aciones", "", 3),
                ("amiento", "", 4),
                ("acion", "", 3),
                ("mente", "", 4),
                ("ados", "", 3),
                ("adas", "", 3),
                ("idos", "", 3),
                ("idas", "", 3),
                ("ado", "", 3),
                ("ada", "", 3),
                ("ido", "", 3),
                ("ida", "", 3),
                ("ar", "", 3),
                ("er", "", 3),
                ("ir", "", 3),
                ("es", "", 3),
                ("s", "", 3),
                ("a", "", 3),
                ("o", "", 3),
                ("e", "", 3),
            ],
            stop: "el la los las un una unos unas de del al a y e o u en con por para sin sobre que cual cuales quien \
                quienes como cuando cuanto cuantos cuantas donde es son era eran fue fueron ser esta estan este \
                estos estas ese esa su sus se le les lo no si mas pero ha han hay mi yo entre desde",
        },
    ),
    (
        "fa",
        Light {
            prefixes: &["مي", "نمي", "ب", "ن"],
            endings: &[
                ("هايشان", "", 2),
                ("هايي", "", 2),
                ("هايش", "", 2),
                ("هاي", "", 2),
                ("ترين", "", 3),
                ("ها", "", 2),
                ("تر", "", 3),
                ("ات", "", 3),
                ("ان", "", 4),
                ("ند", "", 3),
                ("ي", "", 3),
            ],
            stop: "از به در با بر براي تا كه را و يا هم اين ان است هست هستند بود بودند شد شدند شده مي نمي چه چي چرا \
                چگونه چطور كجا كي كدام چند ايا هر يك خود من ما شما او انها اگر نيز پس",
        },
    ),
    (
        "fr",
        Light {
            prefixes: &[],
            endings: &[
                ("ations", "", 4),
                ("ateurs", "", 4),
                ("ements", "", 4),
                ("ation", "", 4),
                ("ateur", "", 4),
                ("ement", "", 4),
                ("ees", "", 4),
                ("ant", "", 4),
                ("eaux", "eau", 2),
                ("aux", "al", 2),
                ("ee", "", 4),
                ("es", "", 3),
                ("er", "", 4),
                ("ez", "", 4),
                ("s", "", 3),
                ("x", "", 3),
                ("e", "", 3),
            ],
            stop: "le la les un une des du de au aux et ou a en dans par pour sur sous sans avec chez que qui quoi \
                dont quel quelle quels quelles comment pourquoi quand combien est sont etait etaient fut ete etre \
                ont ai avait ce cet cette ces il elle ils elles on nous vous je tu se sa son ses leur leurs mon ma \
                mes ne pas plus si mais comme y entre depuis lors peut",
        },
    ),
    (
        "he",
        Light {
            prefixes: &["וה", "שה", "וב", "ול", "ומ", "וש", "מה", "ה", "ו", "ב", "ל", "כ", "מ", "ש"],
            endings: &[
                ("יים", "", 2),
                ("יות", "", 2),
                ("ים", "", 2),
                ("ות", "", 2),
                ("ית", "", 2),
                ("ה", "", 3),
                ("ת", "", 3),
            ],
            stop: "של את על אל עם או גם כי אם לא זה זו זאת הוא היא הם הן אני אתה אנחנו יש אין מה מי איך איפה מתי למה \
                מדוע האם איזה אילו כמה כל רק עד בין אשר היה היו",
        },
    ),
    (
        "tr",
        Light {
            prefixes: &[],
            endings: &[
                ("larin", "", 3),
                ("lerin", "", 3),
                ("daki", "", 3),
                ("deki", "", 3),
                ("lari", "", 3),
                ("leri", "", 3),
                ("lar", "", 3),
                ("ler", "", 3),
                ("nin", "", 3),
                ("nun", "", 3),
                ("dan", "", 3),
                ("den", "", 3),
                ("tan", "", 3),
                ("ten", "", 3),
                ("da", "", 3),
                ("de", "", 3),
                ("ta", "", 3),
                ("te", "", 3),
                ("si", "", 3),
                ("su", "", 3),
                ("in", "", 3),
                ("un", "", 3),
                ("i", "", 3),
                ("u", "", 3),
                ("a", "", 3),
                ("e", "", 3),
            ],
            stop: "ve veya ya ile bir bu su o da de ki icin mi mu ne nasil neden nicin kim hangi nerede kac gibi daha \
                cok en olan olarak ise ama degil var yok ben sen biz siz onlar her",
        },
    ),
    (
        "ur",
        Light {
            prefixes: &[],
            endings: &[("وں", "", 2), ("يں", "", 2), ("ات", "", 3), ("ي", "", 3), ("ا", "", 3)],
            stop: "كا كي كو ميں سي پر اور يا هي هيں تها تهي يه وه كه جو كيا كيسي كيوں كب كهاں كون كتني ني بهي تو \
                نهيں ايك اس ان هم اپ",
        },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_spelt_as_they_are_looked_up() {
        for (tag, Light { stop, .. }) in LANGUAGES {
            let mut known = std::collections::BTreeSet::new();
            assert!(stop.split(' ').count() > 30, "{tag}");
            for word in stop.split(' ') {
                assert_eq!(crate::search::analysis::normalise(word), word, "{tag}");
                assert!(known.insert(word), "{tag}: {word} stands twice");
            }
        }
    }

    /// An ending that stands before a longer one with the same end would keep it from ever being taken off.
    #[test]
    fn no_ending_hides_another() {
        for (tag, Light { endings, .. }) in LANGUAGES {
            for (at, (ending, _, least)) in endings.iter().enumerate() {
                let hidden = |(other, _, needs): &&Ending| {
                    let more = other.chars().count() - ending.chars().count();
                    other.ends_with(ending) && needs + more >= *least
                };
                let longer = endings[at + 1..].iter().filter(|(other, ..)| other.len() > ending.len());
                assert_eq!(longer.clone().find(hidden), None, "{tag}: {ending}");
            }
        }
    }
}
