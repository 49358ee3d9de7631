//! What is left of a word when it is taken apart. It reads the tables and knows no letter of its own but those that
//! the tables speak of in their own comments: ة and أ.

use super::ending::Ending;
use super::light::Light;
use super::tables::TABLES;

/// What a word is looked up by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// The stem.
    pub stem: String,
    /// Other stems that it may as well have.
    pub firm: Vec<String>,
    /// Stems that it has only if they are words of the site: what looks like a particle may be a letter of the root.
    pub maybe: Vec<String>,
    /// What the stem and those of `firm` are stems of: the word without what is written together before it, its ending
    /// still there. Then the same for each of `maybe`.
    pub spellings: Vec<String>,
}

impl Forms {
    /// One stem alone.
    pub fn only(stem: String, spelling: String) -> Self {
        Self { stem, spellings: vec![spelling], ..Self::default() }
    }

    /// Each sure stem with its spelling.
    pub fn sure(&self) -> impl Iterator<Item = (&str, &str)> {
        let spelling = self.spellings.first().map_or("", String::as_str);
        [&self.stem].into_iter().chain(&self.firm).map(move |stem| (stem.as_str(), spelling))
    }

    /// The same of the others.
    pub fn possible(&self) -> impl Iterator<Item = (&str, &str)> {
        self.maybe.iter().zip(self.spellings.iter().skip(1)).map(|(stem, spelling)| (stem.as_str(), spelling.as_str()))
    }
}

/// One form for those letters that were kept apart for stemming.
pub fn plain(word: &str) -> String {
    word.replace('ة', "ه").replace('أ', "ا")
}

/// An Arabic word.
pub fn arabic(word: &str) -> Forms {
    let tables = &TABLES.arabic;
    let own = |c: char| tables.fold.iter().find(|(from, _)| from.starts_with(c)).and_then(|(_, to)| to.chars().next());
    let word: String = word.chars().map(|c| own(c).unwrap_or(c)).collect();
    let bare = without_article(&word);
    let mut forms = Forms::only(stem(bare), plain(bare));
    let mut maybe: Vec<(String, String)> = Vec::new();
    // Alef with hamza and lam are no article, unless whoever typed it left hamza out.
    if let Some(rest) = bare.strip_prefix("أل").filter(|rest| letters(rest) > 2) {
        forms.firm.push(stem(rest));
    }
    // The plural of صوت ends like a feminine one.
    if letters(bare) == 5 && bare.starts_with(['ا', 'أ']) && bare.ends_with("ات") {
        forms.firm.push(plain(bare));
    }
    if bare.len() < word.len() {
        if word.starts_with('ا') {
            // What looks like the article may be part of the word.
            maybe.push((stem(&word), plain(&word)));
        }
    } else {
        let rests = tables.clitics.iter().filter_map(|clitic| word.strip_prefix(clitic));
        let rests = rests.filter(|rest| letters(rest) > 2).map(without_article);
        maybe.extend(rests.map(|rest| (stem(rest), plain(rest))));
    }
    let cut = |word: &str, (ending, _, least): &Ending| {
        word.strip_suffix(ending).filter(|rest| letters(rest) >= *least).map(str::to_owned)
    };
    maybe.extend(tables.maybe.iter().filter_map(|ending| cut(bare, ending)).map(|rest| (stem(&rest), plain(bare))));
    let stem = forms.stem.clone();
    forms.firm.retain(|other| *other != stem);
    forms.firm.dedup();
    let mut seen = vec![stem];
    seen.extend(forms.firm.iter().cloned());
    maybe.retain(|(other, _)| {
        // Two letters are left of too many words: كر of فكرة.
        let new = letters(other) > 2 && !seen.contains(other);
        seen.push(other.clone());
        new
    });
    for (stem, spelling) in maybe {
        forms.maybe.push(stem);
        forms.spellings.push(spelling);
    }
    forms
}

fn stem(word: &str) -> String {
    // The last two letters of تعدين and تأمين are no ending of the plural.
    if letters(word) == 5 && word.starts_with('ت') && word.ends_with("ين") {
        return plain(word);
    }
    plain(&ends(word, TABLES.arabic.endings, ""))
}

fn without_article(word: &str) -> &str {
    let mut word = word;
    // Twice at most: the second is the beginning of a word such as التزام.
    for _ in 0..2 {
        let rest = TABLES.arabic.article.iter().find_map(|article| word.strip_prefix(article));
        let Some(rest) = rest.filter(|rest| letters(rest) > 1 && !is_ending(rest)) else { break };
        word = rest;
        if !word.starts_with("ال") {
            break;
        }
    }
    word
}

fn is_ending(rest: &str) -> bool {
    letters(rest) == 2
        && (rest == "ية" || rest == "يه" || TABLES.arabic.endings.iter().any(|(ending, ..)| *ending == rest))
}

/// The consonants that a singular and its broken plural share: weak letters (ا و ي) are left out, and a doubled letter
/// counts once, so that نموذج and نماذج both give نمذج. Where only two letters are left, an ا between them says that a weak
/// letter stood there, which tells صوت (صات) from صت.
pub fn skeleton(stem: &str) -> String {
    let mut out = String::with_capacity(stem.len());
    let mut kept = 0;
    let mut hollow = None;
    let mut gap = false;
    for (at, c) in stem.chars().enumerate() {
        let weak = TABLES.arabic.weak.contains(c);
        if weak && (at > 0 || c == 'ا') {
            gap = true;
            continue;
        }
        if !out.ends_with(c) {
            if kept == 1 && gap {
                hollow = Some(out.len());
            }
            out.push(c);
            kept += 1;
        }
        gap = false;
    }
    if let Some(at) = hollow.filter(|_| kept == 2) {
        out.insert(at, 'ا');
    }
    out
}

/// A word of a language of which little is known.
pub fn light(word: &str, language: &Light) -> Forms {
    let stem = |word: &str| ends(word, language.endings, "");
    let mut forms = Forms::only(stem(word), word.to_owned());
    let rests = language.prefixes.iter().filter_map(|prefix| word.strip_prefix(prefix));
    for rest in rests.filter(|rest| letters(rest) > 2) {
        let stem = stem(rest);
        if letters(&stem) > 2 && stem != forms.stem && !forms.maybe.contains(&stem) {
            forms.maybe.push(stem);
            forms.spellings.push(rest.to_owned());
        }
    }
    forms
}

/// An English word, or one that is treated as such.
pub fn english(word: &str) -> String {
    let tables = &TABLES.english;
    if let Some((_, stem)) = tables.words.iter().find(|(whole, _)| *whole == word) {
        return (*stem).to_owned();
    }
    let mut stem = ends(word, tables.endings, tables.vowels);
    // Modelling, modeling.
    let mut last = stem.chars().rev();
    if letters(&stem) > 3 && last.next() == last.next() {
        stem.pop();
    }
    stem
}

/// Takes endings off until none is left; at most six, which no word has.
fn ends(word: &str, endings: &[Ending], need: &str) -> String {
    let mut word = word.to_owned();
    for _ in 0..6 {
        let fits = |(ending, put, least): &&Ending| {
            let Some(rest) = word.strip_suffix(ending) else { return false };
            let has = need.is_empty() || ending == put || rest.contains(|c| need.contains(c));
            has && letters(rest) >= *least
        };
        // An ending that stands for itself ends the search: the `s` of `process` is none.
        let Some((ending, put, _)) = endings.iter().find(fits).filter(|(ending, put, _)| ending != put) else { break };
        word.truncate(word.len() - ending.len());
        word.push_str(put);
    }
    word
}

fn letters(text: &str) -> usize {
    text.chars().count()
}
