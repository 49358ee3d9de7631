//! Which dollar signs are the ends of formulas. A price is more common in prose than a formula, so the rule is GitHub's: the
//! first sign of a formula has no letter or digit before it and no blank after it, the last no blank before it and no letter
//! or digit after it. The parser of Markdown knows the half of it, and would make a formula of `US$5 and US$6`.

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a dollar that is no end of a formula while Markdown is parsed: of one byte as well, so that places stay
/// right; in no text, which may hold no control characters; and the only one of these that may stand in an address.
const MASK: char = '\u{7f}';

/// A text in which only the ends of formulas are dollars, or nearly so: what cannot be read as a formula anyway stays.
pub struct Dollars<'a> {
    text: Cow<'a, str>,
    unbalanced: Vec<Range<usize>>,
}

impl<'a> Dollars<'a> {
    /// Masks the dollars of a text.
    pub fn new(text: &'a str) -> Self {
        if text.contains(MASK) || !text.contains('$') {
            return Self { text: Cow::Borrowed(text), unbalanced: Vec::new() };
        }
        let DollarSigns { masked, unbalanced } = DollarSigns::of(text);
        if masked.is_empty() {
            return Self { text: Cow::Borrowed(text), unbalanced };
        }
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for at in masked {
            out.push_str(&text[done..at]);
            out.push(MASK);
            done = at + 1;
        }
        out.push_str(&text[done..]);
        Self { text: Cow::Owned(out), unbalanced }
    }

    /// The text to parse.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What would be formulas if their braces were balanced, in order; to the parser these are text.
    pub fn unbalanced(&self) -> &[Range<usize>] {
        &self.unbalanced
    }

    /// Whether any dollar is masked.
    pub fn is_masked(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }
}

/// What the dollars of a text are, in order.
#[derive(Default)]
struct DollarSigns {
    /// Those that are no end of a formula.
    masked: Vec<usize>,
    /// What would be a formula, and has braces that are not balanced.
    unbalanced: Vec<Range<usize>>,
}

/// A piece of the parsed text with its dollars.
pub fn unmasked(text: &str) -> Cow<'_, str> {
    if text.contains(MASK) { Cow::Owned(text.replace(MASK, "$")) } else { Cow::Borrowed(text) }
}

impl DollarSigns {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        let (mut start, mut from) = (0, 0);
        // A formula does not go beyond its paragraph.
        for line in text.split_inclusive('\n').chain([""]) {
            if line.trim().is_empty() {
                found.paragraph(text, start..from);
                start = from + line.len();
            }
            from += line.len();
        }
        found
    }

    fn paragraph(&mut self, text: &str, paragraph: Range<usize>) {
        let signs = signs(text, paragraph);
        let mut next = 0;
        while let Some((at, length)) = signs.get(next).copied() {
            next += 1;
            if length > 1 {
                // `$$` … `$$` is rarely anything else; the signs between are its own.
                let end = signs[next..].iter().position(|(_, other)| *other == length);
                if let Some(count) = end {
                    self.formula(text, at..signs[next + count].0 + length, length);
                    next += count + 1;
                }
                continue;
            }
            match signs.get(next) {
                Some((end, 1)) if opens(text, at) && closes(text, *end) => {
                    self.formula(text, at..end + 1, 1);
                    next += 1;
                }
                _ => self.masked.push(at),
            }
        }
    }

    fn formula(&mut self, text: &str, range: Range<usize>, length: usize) {
        if !is_balanced(&text[range.start + length..range.end - length]) {
            self.unbalanced.push(range);
        }
    }
}

fn is_balanced(tex: &str) -> bool {
    let (mut open, mut escaped) = (0_usize, false);
    for byte in tex.bytes() {
        match byte {
            b'{' if !escaped => open += 1,
            b'}' if !escaped => match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return false,
            },
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    open == 0
}

/// Runs of dollars that are not escaped, each with its length.
fn signs(text: &str, paragraph: Range<usize>) -> Vec<(usize, usize)> {
    let mut signs: Vec<(usize, usize)> = Vec::new();
    let bytes = text.as_bytes();
    let mut escaped = false;
    for at in paragraph {
        match bytes[at] {
            b'$' if !escaped => match signs.last_mut() {
                Some((start, length)) if *start + *length == at => *length += 1,
                _ => signs.push((at, 1)),
            },
            b'\\' => {
                escaped = !escaped;
                continue;
            }
            _ => {}
        }
        escaped = false;
    }
    signs
}

fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    !before.is_some_and(is_joined) && after.is_some_and(|c| !c.is_whitespace())
}

fn closes(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && !after.is_some_and(is_joined) && !joins_particle(&text[..at])
}

/// Whether a text ends with a letter from right to left that is a word by itself, perhaps with a hyphen: what follows is joined
/// to it, `${HOME} و$(pwd)`.
fn joins_particle(text: &str) -> bool {
    let mut back = text.strip_suffix(['-', '־']).unwrap_or(text).chars().rev();
    back.next().is_some_and(|c| c.is_alphabetic() && !is_joined(c)) && back.next().is_some_and(char::is_whitespace)
}

/// Letters and digits, but for letters from right to left: Arabic and Hebrew write particles together with what follows.
fn is_joined(c: char) -> bool {
    c.is_numeric() || c.is_alphabetic() && !matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_no_formulas() {
        for (text, dollars) in [
            ("$5 and $6", ""),
            ("US$5.7 and US$3.7", ""),
            ("$5-$6 and $7", ""),
            ("from $5 to $6, $x$ of it", "xx"),
            ("$x$ and $y$", "xxyy"),
            ("و$x$، أو$y$", "xxyy"),
            ("costs $5\n\nand 6$", ""),
            ("$$x$$ costs $5 or $6", "xxyy"),
            (r"\$5 and $x$", "xyy"),
            ("a $ b $ c", ""),
            ("${HOME}/bin و$(pwd) هنا", ""),
            ("${A} ו-${B} כאן", ""),
            ("$HOME و$x$", "xx"),
            ("$$a $b$ c$$", "xxbbyy"),
        ] {
            let masked = Dollars::new(text);
            let left = masked.text().matches('$').count();
            assert_eq!(left, dollars.len(), "{text}: {}", masked.text());
            assert_eq!(unmasked(masked.text()), text);
            assert_eq!(masked.text().len(), text.len());
        }
    }

    #[test]
    fn braces_that_are_not_balanced_are_found() {
        for (text, unbalanced) in [
            (r"$\frac{a}{$", Some(0..11)),
            (r"$$ } $$ and $\{a$", Some(0..7)),
            (r"${x}$ for $5 {", None),
            (r"$\left\{ x \right.$", None),
        ] {
            assert_eq!(Dollars::new(text).unbalanced().first().cloned(), unbalanced, "{text}");
        }
    }
}
