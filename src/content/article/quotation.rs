//! What a straight mark stands for: the beginning or end of a quotation, an apostrophe, feet and inches, or a mark of
//! Hebrew. A mark ends what is open and begins something where nothing is; what stands on both sides of it decides the rest.

use super::style::Style;

/// How many quotations inside each other are followed.
const DEEPEST: usize = 8;

/// With what a quotation was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begun {
    Double,
    Single,
    /// With the right mark.
    Curly,
}

#[derive(Clone, Copy, Debug)]
struct Quotation {
    begun: Begun,
    marks: (char, char),
    /// Where its mark stands in the text that is being read; nothing once that is passed.
    at: Option<usize>,
}

/// The quotations that are open at a place in a text.
#[derive(Clone, Debug, Default)]
pub struct Quotations(Vec<Quotation>);

/// A mark in a text.
pub struct QuoteMark<'a> {
    /// The text.
    pub text: &'a str,
    /// Where the mark stands in it.
    pub at: usize,
    /// What stands before it, in the form in which it is shown.
    pub before: Option<char>,
    /// Whether a mark of its kind follows that can end a quotation; of a single one, also behind the text.
    pub may_end: MayEnd,
}

/// Whether a quotation that a mark begins can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayEnd {
    /// In the text.
    Here,
    /// Behind the text, as far as is known.
    Later,
    Nowhere,
}

impl QuoteMark<'_> {
    fn rest(&self) -> &str {
        self.text[self.at..].char_indices().nth(1).map_or("", |(next, _)| &self.text[self.at + next..])
    }

    fn after(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What stands before it can stand before a quotation.
    fn can_begin(&self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || "([{«“‘„‚—–-/".contains(c))
    }

    /// Something that is quoted begins after it; not known at the end of the text.
    fn begins(&self) -> Option<bool> {
        self.after().map(|c| c.is_alphanumeric() || "([{«“‘„‚$€£#@%&+*'\"".contains(c) || self.begins_with_sign())
    }

    /// Behind a particle, and in French behind an apostrophe, a path, an option or a number with its sign may be quoted:
    /// `و"-v"`, `l'"/etc"`.
    fn begins_with_sign(&self) -> bool {
        let is_particle = |c: char| is_arabic(c) || is_hebrew(c) || matches!(c, '’' | '\'');
        if !self.before.is_some_and(is_particle) || !self.ends_here() {
            return false;
        }
        let is_sign = |c: &char| matches!(c, '-' | '−' | '/' | '.' | '~' | '\\' | '…');
        let signs = self.rest().chars().take(3).take_while(is_sign).count();
        let next = self.rest().chars().nth(signs);
        signs > 0 && (next.is_some_and(char::is_alphanumeric) || self.rest().starts_with('…'))
    }

    /// A guillemet that something follows stands at its beginning, whichever way it points.
    fn opens(&self) -> bool {
        self.can_begin() && !self.after().is_some_and(|c| c.is_whitespace() || ".,;:!?…)]}«»".contains(c))
    }

    fn ends_here(&self) -> bool {
        self.may_end == MayEnd::Here
    }

    /// Whether the next mark of its kind can end a quotation.
    fn next_ends(&self) -> bool {
        let mark = &self.text[self.at..=self.at];
        self.rest().find(mark).is_some_and(|next| can_end(self.rest(), next))
    }
}

/// The last of some marks of a text that can end a quotation: something stands before it, and no word goes on behind it.
pub fn last_end(text: &str, mark: char) -> usize {
    text.rmatch_indices(mark).map(|(at, _)| at).find(|at| can_end(text, *at)).unwrap_or(0)
}

/// Whether the straight mark at a place can end a quotation.
pub fn can_end(text: &str, at: usize) -> bool {
    let is_after_word = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
    is_after_word && !text[at + 1..].starts_with(char::is_alphanumeric)
}

/// Whether a straight mark begins the value of an attribute: `name="value"`.
pub fn begins_value(text: &str, at: usize) -> bool {
    text[..at].strip_suffix('=').is_some_and(|name| name.ends_with(is_of_name))
}

/// A sign that the name of an attribute or of an option can hold.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Where the value of an attribute or of an option of a command ends that a straight mark begins: `name="value"`,
/// `-m "words"`, `--name "words"`. Its marks are part of the code.
pub fn end_of_value(text: &str, at: usize) -> Option<usize> {
    let before = &text[..at];
    let is_option = || {
        let word = before.strip_suffix(' ')?.rsplit(char::is_whitespace).next()?;
        let option = word.strip_prefix('-')?;
        let (name, is_long) = option.strip_prefix('-').map_or((option, false), |name| (name, true));
        let fits = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_of_name);
        Some(fits && (is_long || name.len() == 1))
    };
    if !(begins_value(text, at) || is_option() == Some(true)) {
        return None;
    }
    // The mark is looked for before the end of the line: it is rarely far.
    let behind = &text[at + 1..];
    let end = behind.find(&text[at..=at])?;
    (!behind[..end].contains('\n')).then_some(at + 1 + end + 1)
}

impl Quotations {
    /// Whether a quotation between « and » is open.
    pub fn in_guillemets(&self) -> bool {
        self.0.iter().any(|quotation| quotation.marks.0 == '«')
    }

    /// A text begins; what is open was begun before it.
    pub fn begin_text(&mut self) {
        self.0.iter_mut().for_each(|quotation| quotation.at = None);
    }

    /// The outermost quotation that is open between double marks: where it begins in the text, if it does so there.
    pub fn open(&self) -> Option<Option<usize>> {
        self.0.iter().find(|quotation| quotation.begun != Begun::Single).map(|quotation| quotation.at)
    }

    /// Takes in a mark that an author wrote as it is shown.
    pub fn pass(&mut self, c: char, mark: &QuoteMark<'_>, style: &Style<'_>) {
        let at = mark.at;
        match c {
            '“' if self.0.last().is_some_and(|last| last.marks.1 == '“') => {
                self.0.pop();
            }
            '«' if !mark.opens()
                && (style.points_inwards() || self.0.iter().any(|quotation| quotation.marks.1 == '«')) =>
            {
                self.leave(|quotation| quotation.marks.1 == '«');
            }
            '«' => self.push(Begun::Curly, ('«', '»'), at),
            '“' => self.push(Begun::Curly, ('“', '”'), at),
            '„' => self.push(Begun::Curly, ('„', '“'), at),
            '»' if (style.points_inwards() || style.arabic_script) && mark.opens() && !self.in_guillemets() => {
                self.push(Begun::Curly, ('»', '«'), at);
            }
            '”' if self.is_turned(c, mark, style) => self.push(Begun::Curly, ('”', '“'), at),
            '»' | '”' => {
                // Polish and Romanian end with this mark what „ begins, as Hebrew did.
                let others: &[char] = if c == '»' { &['«'] } else { &['“', '„', '”'] };
                self.leave(|quotation| others.contains(&quotation.marks.0) || quotation.marks.1 == c);
            }
            _ => {}
        }
    }

    /// Whether a mark that ends quotations in the language stands where one begins.
    pub fn is_turned(&self, c: char, mark: &QuoteMark<'_>, style: &Style<'_>) -> bool {
        let is_begun = || self.0.iter().any(|quotation| quotation.begun == Begun::Curly);
        match c {
            '»' => style.arabic_script && mark.opens() && !self.in_guillemets(),
            // Swedish and Finnish begin quotations with this mark.
            '”' => style.keyboard().language == "en" && mark.opens() && !is_begun(),
            _ => false,
        }
    }

    /// Ends the innermost of some quotations, and those in it.
    fn leave(&mut self, is: impl Fn(&Quotation) -> bool) {
        if let Some(begin) = self.0.iter().rposition(is) {
            self.0.truncate(begin);
        }
    }

    /// What a double straight mark is shown as; nothing if it ends a quotation that was never begun.
    pub fn double(&mut self, mark: &QuoteMark<'_>, style: &Style<'_>) -> Option<char> {
        let is_open = self.0.iter().any(|quotation| quotation.begun != Begun::Single);
        let before = mark.before;
        if before.is_some_and(is_hebrew) && mark.after().is_some_and(is_hebrew) && (is_open || !follows_prefix(mark)) {
            return Some('״');
        }
        if before.is_some_and(char::is_numeric) && (!is_open || follows_feet(mark)) {
            return Some('″');
        }
        let begins = match (mark.begins(), is_open) {
            (Some(true), false) => true,
            (Some(false), false) => mark.can_begin(),
            (None, false) => mark.can_begin() || before.is_some_and(is_arabic),
            (Some(true), true) => {
                mark.can_begin() && (!before.is_some_and(|c| "«“‘„‚".contains(c)) || self.follows_typed(mark))
            }
            // The text goes on with code or a link, or it ends: behind a dash or a slash it is rather that.
            (None, true) => mark.can_begin() && !before.is_some_and(|c| "«“‘„‚—–-/".contains(c)),
            (Some(false), true) => before == Some('('),
        };
        if begins {
            let inner = if style.arabic_script { !self.0.is_empty() } else { is_open };
            return Some(self.begin(Begun::Double, style.quotes[usize::from(inner)], mark.at));
        }
        self.end(|begun| begun != Begun::Single)
    }

    /// Whether a quotation that the author began with its right mark begins directly before a mark.
    fn follows_typed(&self, mark: &QuoteMark<'_>) -> bool {
        let begin = mark.before.and_then(|c| mark.at.checked_sub(c.len_utf8()));
        self.0.last().is_some_and(|last| last.begun == Begun::Curly && begin.is_some() && last.at == begin)
    }

    /// What a single straight mark is shown as.
    pub fn single(&mut self, mark: &QuoteMark<'_>, style: &Style<'_>) -> char {
        let in_arabic = style.arabic_script;
        let is_open = self.0.iter().any(|quotation| quotation.begun == Begun::Single);
        let (before, after) = (mark.before, mark.after());
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let begins = match before {
            Some(c) if is_hebrew(c) && (!is_open || after.is_some_and(is_hebrew)) => return '׳',
            // Thousands, as they are parted in Switzerland and in code: seconds and inches have two digits.
            Some(c) if c.is_numeric() && mark.rest().chars().take(3).filter(|c| c.is_numeric()).count() == 3 => {
                return '’';
            }
            // The years of a decade, which Hebrew writes as it does an abbreviation.
            Some(c) if c.is_numeric() && !is_open && !is_word(after) && style.language == "he" => return '׳',
            Some(c) if c.is_numeric() && (after.is_some_and(char::is_numeric) || !is_open && !is_word(after)) => {
                return '′';
            }
            // After a particle that Arabic joins to the next word.
            Some(c) if is_arabic(c) => {
                let begins_word = is_word(after) && mark.ends_here() || mark.begins_with_sign();
                let begins = mark.begins() != Some(false) && (after.is_none() || begins_word);
                !is_open && begins
            }
            Some(c) if c.is_alphanumeric() && is_word(after) => return '’',
            _ if mark.can_begin() => match mark.begins() {
                Some(true) if mark.may_end == MayEnd::Nowhere || is_apostrophe(mark, style) => return '’',
                // In Arabic an apostrophe at the beginning of a word can only stand in a foreign one.
                Some(true) if in_arabic && !after.is_some_and(is_arabic) => mark.ends_here(),
                Some(true) => true,
                Some(false) => !is_open && !after.is_some_and(char::is_whitespace) && mark.ends_here(),
                None => !is_open,
            },
            _ => false,
        };
        if begins {
            let inner = !in_arabic || !self.0.is_empty();
            return self.begin(Begun::Single, style.quotes[usize::from(inner)], mark.at);
        }
        self.end(|begun| begun == Begun::Single).unwrap_or('’')
    }

    fn push(&mut self, begun: Begun, marks: (char, char), at: usize) {
        if self.0.len() < DEEPEST {
            self.0.push(Quotation { begun, marks, at: Some(at) });
        }
    }

    fn begin(&mut self, begun: Begun, marks: (char, char), at: usize) -> char {
        self.push(begun, marks, at);
        marks.0
    }

    fn end(&mut self, is: impl Fn(Begun) -> bool) -> Option<char> {
        let begin = self.0.iter().rposition(|quotation| is(quotation.begun))?;
        let end = self.0[begin].marks.1;
        self.0.truncate(begin);
        Some(end)
    }
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{05d0}'..='\u{05ea}')
}

/// A letter of the Arabic script, with the marks on it and the stroke that draws it out.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{065f}' | '\u{0670}'..='\u{06d3}')
}

/// Inches after feet: `6′2"`.
fn follows_feet(mark: &QuoteMark<'_>) -> bool {
    mark.text[..mark.at].trim_end_matches(|c: char| c.is_numeric() || c == ' ').ends_with(['\'', '′'])
}

/// A quotation after a particle that Hebrew joins to the next word, and no abbreviation, whose last letter alone follows.
fn follows_prefix(mark: &QuoteMark<'_>) -> bool {
    let word = |text: &str| text.chars().rev().take_while(|c| is_hebrew(*c)).take(4).collect::<Vec<_>>();
    let before = word(&mark.text[..mark.at]);
    let is_prefix = before.len() < 3 && before.iter().all(|c| "משהוכלב".contains(*c));
    is_prefix && mark.rest().chars().take_while(|c| is_hebrew(*c)).nth(1).is_some() && mark.ends_here()
}

/// An apostrophe at the beginning of a word: in `’90s`, `’n’` and the words that have lost their beginning.
fn is_apostrophe(mark: &QuoteMark<'_>, style: &Style<'_>) -> bool {
    const SHORTENED: &[&str] = &["tis", "twas", "twere", "til", "em", "cause", "bout", "cuz", "round"];
    /// What stands behind the digits of a decade, in English and German.
    const OF_DECADES: &[&str] = &["s", "er", "ern", "ers"];
    let rest = mark.rest();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let decade = OF_DECADES.iter().find_map(|behind| word.strip_suffix(behind)).unwrap_or(word);
    if decade.len() == 2 && decade.bytes().all(|b| b.is_ascii_digit()) {
        return decade.len() < word.len() || !mark.next_ends();
    }
    // `'em'` is a word in quotation marks.
    let is_shortened =
        [SHORTENED, style.shortened()].iter().copied().flatten().any(|short| word.eq_ignore_ascii_case(short));
    word.eq_ignore_ascii_case("n") && after.starts_with(['\'', '’']) || is_shortened && !after.starts_with('\'')
}
