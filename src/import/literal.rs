//! Values as JavaScript and TypeScript write them, read from settings that are programs: what is no text, list or table is
//! not run, and counts for nothing.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// In quotation marks.
    Text(String),
    /// In brackets.
    List(Vec<Literal>),
    /// In braces: keys and values, in order.
    Table(Vec<(String, Literal)>),
    /// What only a program can tell.
    Other,
}

/// How deep values are read in one another; what is deeper counts for nothing.
const DEEPEST: usize = 64;

impl Literal {
    /// The value of a key of a table.
    pub fn get(&self, key: &str) -> Option<&Literal> {
        match self {
            Self::Table(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text that it is.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What the text of a key is.
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }
}

/// The values that stand behind a mark, such as `sidebar:`, wherever it stands, in order.
pub fn literals_behind(program: &str, mark: &str) -> Vec<Literal> {
    let program = without_comments(program);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    let places = program.match_indices(mark).filter(|(at, _)| !program[..*at].ends_with(is_word));
    places.map(|(at, _)| LiteralReader { rest: &program[at + mark.len()..] }.value(0)).collect()
}

/// The value that a module is: the first table or list that is given to a name or exported.
pub fn module(program: &str) -> Option<Literal> {
    let marks = ["=", "export default"];
    let found = marks.iter().flat_map(|mark| literals_behind(program, mark));
    found.into_iter().find(|value| match value {
        Literal::Table(entries) => !entries.is_empty(),
        Literal::List(members) => !members.is_empty(),
        _ => false,
    })
}

/// A program without its comments; what is in quotation marks is none.
fn without_comments(program: &str) -> String {
    let mut out = String::with_capacity(program.len());
    let mut rest = program;
    while let Some(at) = rest.find(['/', '"', '\'', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[end..];
            continue;
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        } else if rest.starts_with('/') {
            1
        } else {
            quoted_length(rest)
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out + rest
}

/// How long a text in quotation marks is, with them; one that does not end is its first mark alone.
fn quoted_length(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, quote)) = chars.next() else { return 0 };
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return at + 1,
            '\n' if quote != '`' => break,
            _ => {}
        }
    }
    1
}

struct LiteralReader<'a> {
    rest: &'a str,
}

impl LiteralReader<'_> {
    fn skip(&mut self, also: &[char]) {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || also.contains(&c));
    }

    /// The value that begins here, with all that belongs to it.
    fn value(&mut self, depth: usize) -> Literal {
        self.skip(&[]);
        let value = match self.rest.chars().next() {
            Some('"' | '\'' | '`') => {
                let length = quoted_length(self.rest);
                let inside = self.rest.get(1..length - 1).unwrap_or_default();
                self.rest = &self.rest[length..];
                Literal::Text(unescaped(inside))
            }
            Some('[') if depth < DEEPEST => self.list(depth),
            Some('{') if depth < DEEPEST => self.table(depth),
            _ => Literal::Other,
        };
        let before = self.rest;
        self.skip_rest_of_value();
        let behind = before[..before.len() - self.rest.len()].trim();
        // A text to which something is added is another one.
        match value {
            Literal::Text(_) if !behind.is_empty() && !behind.starts_with("as ") => Literal::Other,
            value => value,
        }
    }

    fn list(&mut self, depth: usize) -> Literal {
        self.rest = &self.rest[1..];
        let mut members = Vec::new();
        loop {
            self.skip(&[',']);
            if self.rest.is_empty() || self.closes(']') {
                return Literal::List(members);
            }
            let before = self.rest.len();
            members.push(self.value(depth + 1));
            self.step_on(before);
        }
    }

    fn table(&mut self, depth: usize) -> Literal {
        self.rest = &self.rest[1..];
        let mut entries = Vec::new();
        loop {
            self.skip(&[',']);
            if self.rest.is_empty() || self.closes('}') {
                return Literal::Table(entries);
            }
            let before = self.rest.len();
            let key = self.key();
            self.skip(&[]);
            match (key, self.rest.strip_prefix(':')) {
                (Some(key), Some(rest)) => {
                    self.rest = rest;
                    entries.push((key, self.value(depth + 1)));
                }
                _ => self.skip_rest_of_value(),
            }
            self.step_on(before);
        }
    }

    fn closes(&mut self, bracket: char) -> bool {
        let rest = self.rest.strip_prefix(bracket);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What cannot be read does not hold the reader up.
    fn step_on(&mut self, before: usize) {
        if self.rest.len() == before {
            self.rest = self.rest.char_indices().nth(1).map_or("", |(at, _)| &self.rest[at..]);
        }
    }

    fn key(&mut self) -> Option<String> {
        if self.rest.starts_with(['"', '\'']) {
            let length = quoted_length(self.rest);
            let key = unescaped(self.rest.get(1..length - 1)?);
            self.rest = &self.rest[length..];
            return Some(key);
        }
        let end = self.rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$'))).unwrap_or(self.rest.len());
        let key = &self.rest[..end];
        self.rest = &self.rest[end..];
        Some(key.to_owned()).filter(|key| !key.is_empty())
    }

    /// To the comma or bracket that ends a value, over all that stands in brackets or quotation marks.
    fn skip_rest_of_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.rest.chars().next() {
            let length = match c {
                '"' | '\'' | '`' => quoted_length(self.rest),
                '(' | '[' | '{' => {
                    depth += 1;
                    1
                }
                ')' | ']' | '}' | ',' | ';' if depth == 0 => return,
                ')' | ']' | '}' => {
                    depth -= 1;
                    1
                }
                c => c.len_utf8(),
            };
            self.rest = &self.rest[length..];
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Literal {
        Literal::Text(text.to_owned())
    }

    #[test]
    fn what_is_written_is_read_and_programs_are_not_run() {
        let read = module(
            "// @ts-check\n/** {a: 1} */\nconst site: Config = { // 'no'\n  'a b': [`x`, \"it's\", 'don\\'t',],\n  url: 'https://a/b', \
             n: 2, f() { return {x: 1}; }, ...rest, g: (a) => [a], h: 'a' + b, deep: {k: 'v'},\n};\nexport default site;\n",
        );
        let read = read.expect("a module");
        assert_eq!(read.get("a b"), Some(&Literal::List(vec![text("x"), text("it's"), text("don't")])));
        assert_eq!(read.text_of("url"), Some("https://a/b"));
        for key in ["n", "g", "h"] {
            assert_eq!(read.get(key), Some(&Literal::Other), "{key}");
        }
        assert_eq!(read.get("deep").and_then(|deep| deep.text_of("k")), Some("v"));
        assert_eq!(module("module.exports = [ 'a' ]"), Some(Literal::List(vec![text("a")])));
        assert_eq!(literals_behind("mysidebar: 'no', sidebar: ['a'], x: { sidebar: [] }", "sidebar:").len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_has_an_end(program in "[\\[\\]{}(),:;='\"`/*\\\\ a\n]{0,60}") {
            let _ = module(&format!("={program}"));
        }
    }
}
