//! Code as its translations have to have it: all but remarks and texts. By this the blocks of two languages are compared.

use super::figure::Figure;
use super::section_difference::{NOT, SectionDifference};
use crate::diagnostic::nearest;

/// What begins a remark in the languages whose code is compared. What commands answer, prose, markup and data hold words that are
/// translated, and are not.
fn remark_sign(fence: &str) -> Option<&'static str> {
    let language = fence.split([' ', '{', ',', ':']).next().unwrap_or_default();
    match language.to_ascii_lowercase().as_str() {
        "c" | "c++" | "cpp" | "cs" | "csharp" | "dart" | "go" | "java" | "javascript" | "js" | "jsx" | "kotlin"
        | "kt" | "php" | "rs" | "rust" | "scala" | "solidity" | "sol" | "swift" | "ts" | "tsx" | "typescript"
        | "zig" => Some("//"),
        "bash" | "julia" | "py" | "python" | "r" | "rb" | "ruby" | "sh" | "shell" | "toml" | "zsh" => Some("#"),
        "haskell" | "lua" | "sql" => Some("--"),
        _ => None,
    }
}

/// The lines of a block of code, read one after another.
pub struct CodeLines {
    /// What begins a remark that goes to the end of its line.
    remark: &'static str,
    /// What ends the remark or the text that has begun on a line above.
    until: Option<SpanEnd>,
}

enum SpanEnd {
    /// These signs, wherever they stand.
    Signs(&'static str),
    /// A line that says nothing else.
    Line(String),
}

impl CodeLines {
    /// Those of a block in the language that a fence names, if its code is compared.
    pub fn of(fence: &str) -> Option<Self> {
        remark_sign(fence).map(|remark| Self { remark, until: None })
    }

    /// The next line without its remark, with nothing in its texts and between `<` and `>`, where names are put that readers have
    /// to put their own for. Nothing where words of another script remain.
    pub fn next(&mut self, shown: &str) -> Option<String> {
        let mut left = String::new();
        let mut rest = match self.until.take() {
            None => shown,
            Some(SpanEnd::Line(word)) if shown.trim() == word => "",
            Some(SpanEnd::Signs(signs)) if shown.contains(signs) => shown.split_once(signs).unwrap_or_default().1,
            unended => {
                self.until = unended;
                return Some(left);
            }
        };
        let mut heredoc = None;
        // Whether a `>` may come: it is not looked for again.
        let mut is_closed = true;
        while let Some(c) = rest.chars().next() {
            if rest.starts_with(self.remark) && !rest.starts_with("--[[") {
                break;
            }
            if let Some((begin, end)) = self.begun(rest) {
                match rest[begin.len()..].split_once(end) {
                    Some((_, behind)) => rest = behind,
                    None => {
                        self.until = Some(SpanEnd::Signs(end));
                        break;
                    }
                }
                continue;
            }
            if self.remark == "#" && heredoc.is_none() {
                heredoc = end_of_heredoc(rest);
            }
            rest = &rest[c.len_utf8()..];
            let close = match c {
                '"' | '\'' | '`' => Some(c),
                '<' if is_closed && rest.starts_with(char::is_alphabetic) => Some('>'),
                _ => None,
            };
            left.push(c);
            match close.and_then(|close| rest.split_once(close)) {
                Some((_, behind)) => {
                    left.extend(close);
                    rest = behind;
                }
                None => is_closed &= c != '<' || close.is_none(),
            }
        }
        self.until = self.until.take().or(heredoc.map(SpanEnd::Line));
        let words: Vec<&str> = left.split_whitespace().collect();
        left.is_ascii().then(|| words.join(" "))
    }

    /// The signs that begin a remark or a text here that may go on over several lines, and those that end it.
    fn begun(&self, rest: &str) -> Option<(&'static str, &'static str)> {
        let pairs: &[(&str, &str)] = match self.remark {
            "//" => &[("/*", "*/"), ("\"\"\"", "\"\"\""), ("`", "`")],
            "#" => &[("\"\"\"", "\"\"\""), ("'''", "'''")],
            _ => &[("/*", "*/"), ("--[[", "]]"), ("{-", "-}")],
        };
        pairs.iter().find(|(begin, _)| rest.starts_with(begin)).copied()
    }
}

/// The word that ends the text below a line of a shell if one begins here: `<<END`, `<<-'END'`.
fn end_of_heredoc(rest: &str) -> Option<String> {
    let behind = rest.strip_prefix("<<")?.trim_start_matches(['-', '~']);
    let word = behind.trim_start_matches(['\'', '"', '\\']);
    let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(word.len());
    word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_').then(|| word[..end].to_owned())
}

/// Whether one of two languages has one block more, beside blocks that are the same in both.
pub fn is_one_left_out(own: &[Vec<Figure>], theirs: &[Vec<Figure>]) -> bool {
    let (few, many) = if own.len() < theirs.len() { (own, theirs) } else { (theirs, own) };
    let same = |(one, other): &(&Vec<Figure>, &Vec<Figure>)| {
        one.iter().map(|line| &line.value).eq(other.iter().map(|line| &line.value))
    };
    let first = few.iter().zip(many).take_while(same).count();
    many.len() == few.len() + 1 && few[first..].iter().zip(&many[first + 1..]).all(|pair| same(&pair))
}

/// How two blocks differ, if it is by one line that is lacking in one of them or that is nearly the other's.
pub fn differ(own: &[Figure], theirs: &[Figure]) -> Option<SectionDifference> {
    let first = own.iter().zip(theirs).take_while(|(own, theirs)| own.value == theirs.value).count();
    let (own_rest, their_rest) = (own.get(first..)?, theirs.get(first..)?);
    let same = |own: &[Figure], theirs: &[Figure]| {
        own.iter().map(|line| &line.value).eq(theirs.iter().map(|line| &line.value))
    };
    let (lacks_own, lacks_theirs) = match (own_rest, their_rest) {
        ([own, own_below @ ..], [theirs, their_below @ ..]) if same(own_below, their_below) => {
            return is_near(&own.value, &theirs.value).then(|| SectionDifference {
                held: [own, theirs].map(|line| format!("the line of code `{}`", line.written)),
                within: [own, theirs].map(|line| Some(line.range())),
            });
        }
        // One that has no lines is not compared.
        (own_rest, [_, below @ ..]) if !own.is_empty() && same(own_rest, below) => (true, false),
        ([_, below @ ..], their_rest) if !theirs.is_empty() && same(below, their_rest) => (false, true),
        _ => return None,
    };
    let said = |line: &Figure| (format!("the line of code `{}`", line.written), Some(line.range()));
    // Where the line would stand: at the one below it, or behind the last.
    let place = |rest: &[Figure], of: &[Figure]| rest.first().or(of.last()).map(Figure::range);
    let ((held, at), (other, other_at)) = match (lacks_own, lacks_theirs) {
        (true, _) => ((NOT.to_owned(), place(own_rest, own)), said(&their_rest[0])),
        _ => (said(&own_rest[0]), (NOT.to_owned(), place(their_rest, theirs))),
    };
    Some(SectionDifference { held: [held, other], within: [at, other_at] })
}

/// Whether two lines are one, mistyped: a sign is another, or one word of them is nearly the other or has another number.
fn is_near(own: &str, theirs: &str) -> bool {
    let words = |line: &str| {
        let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    let (own, theirs) = (words(own), words(theirs));
    let mut other = own.iter().zip(&theirs).filter(|(own, theirs)| own != theirs);
    let has_number = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let is_slip = |(own, theirs): (&String, &String)| {
        has_number(own) && has_number(theirs) || nearest(own, [theirs.as_str()]).is_some()
    };
    own.len() == theirs.len() && other.next().is_none_or(is_slip) && other.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str, remark: &'static str) -> Vec<Figure> {
        let mut lines = CodeLines { remark, until: None };
        let lines = text.lines().filter_map(|shown| Some((lines.next(shown)?, shown)));
        let lines = lines.filter(|(value, _)| !value.is_empty());
        lines.map(|(value, shown)| Figure { value, at: 0, written: shown.to_owned() }).collect()
    }

    #[test]
    fn one_slip_is_told() {
        for (own, theirs, told) in [
            ("run --release", "run --relase", "the line of code `run --release` / the line of code `run --relase`"),
            ("listen(8080)", "listen(8008)", "the line of code `listen(8080)` / the line of code `listen(8008)`"),
            ("if a < b", "if a > b", "the line of code `if a < b` / the line of code `if a > b`"),
            ("a()\nb()\nc()", "a()\nc()", "the line of code `b()` / not"),
            ("a()\nc()", "a()\nb()\nc()", "not / the line of code `b()`"),
            ("a()", "a()\nb()", "not / the line of code `b()`"),
            ("a()\n/* one\n two */ b()", "a()\n/* eins */", "the line of code ` two */ b()` / not"),
        ] {
            let found = differ(&block(own, "//"), &block(theirs, "//")).map(|found| found.held.join(" / "));
            assert_eq!(found.as_deref(), Some(told), "{own}");
        }
    }

    #[test]
    fn a_block_that_one_language_lacks_is_told() {
        let blocks = |texts: &[&str]| texts.iter().map(|text| block(text, "//")).collect::<Vec<_>>();
        let is_left_out = |own: &[&str], theirs: &[&str]| is_one_left_out(&blocks(own), &blocks(theirs));
        assert!(is_left_out(&["a()"], &[]) && is_left_out(&["a()", "c()"], &["a()", "b()", "c()"]));
        assert!(!is_left_out(&["a()"], &["b()"]) && !is_left_out(&["a()"], &["b()", "c()"]));
        assert!(!is_left_out(&["a()"], &["a()", "b()", "c()"]) && !is_left_out(&[], &[]));
    }

    #[test]
    fn what_is_translated_in_code_is_no_difference() {
        for (own, theirs) in [
            ("print(\"Hello\") // say it", "print(\"مرحبا\") // قلها"),
            ("open <file>", "open <datei>"),
            ("let price = 3", "let preis = 3"),
            ("a()\nb()", "c()\nd()"),
            ("let x = 1", "let ثمن = 1"),
            ("a()\n/* say it\n * so */\nb()", "a()\n/* sag es\n * anders\n */\nb()"),
            ("f(`one\ntwo`)", "f(`eins\nzwei\ndrei`)"),
        ] {
            assert_eq!(differ(&block(own, "//"), &block(theirs, "//")), None, "{own}");
        }
    }

    #[test]
    fn texts_over_several_lines_are_no_difference() {
        for (own, theirs) in [
            ("cat <<END\nHello\nEND\nrun", "cat <<END\nHallo\ndu\nEND\nrun"),
            ("def f():\n    \"\"\"Say it\n    so.\"\"\"\n    pass", "def f():\n    \"\"\"Sag es.\"\"\"\n    pass"),
        ] {
            assert_eq!(differ(&block(own, "#"), &block(theirs, "#")), None, "{own}");
        }
        let told = differ(&block("cat <<'END'\nx\nEND\nrun 1", "#"), &block("cat <<'END'\ny\nEND\nrun 2", "#"));
        assert!(told.is_some());
    }
}
