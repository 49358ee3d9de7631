//! YAML in the front matter of other generators, brought into the form in which TOML is read: the only file that knows
//! saphyr-parser. Aliases and tags, which front matter does without, are not read.

use std::borrow::Cow;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// What is wrong with a text, and where in it.
pub type YamlFault = (Range<usize>, String);

/// How deep lists and tables may stand in one another: no front matter goes so far, and no stack is that small.
const DEEPEST: usize = 32;

/// The table that a text is, and what cannot be read of it. A text that is no table gives an empty one.
pub fn parse_yaml(text: &str) -> (DeTable<'_>, Vec<YamlFault>) {
    // The parser counts characters.
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(text.len());
    let mut reading = Reading { text, ..Reading::default() };
    let read = tabs_as_blanks(text);
    for event in Parser::new_from_str(&read) {
        let (event, span) = match event {
            Ok((event, span)) => (event, byte(span.start.index())..byte(span.end.index())),
            Err(error) => {
                let at = byte(error.marker().index());
                let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                reading.faults.push((line..end, format!("this is not valid YAML: {}", error.info())));
                break;
            }
        };
        if !reading.take(event, span) {
            break;
        }
    }
    reading.finish()
}

/// A text in which a tab behind the colon of a key or the dash of an item is a blank, which YAML reads as the same and the
/// parser takes for an error. No place changes.
fn tabs_as_blanks(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let mut read = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut last = ' ';
        let mut in_value = false;
        for c in line.chars() {
            in_value |= matches!(c, '"' | '\'' | '#');
            if c == '\t' && !in_value && matches!(last, ':' | '-') {
                read.push(' ');
                continue;
            }
            last = if c == ' ' { last } else { c };
            read.push(c);
        }
    }
    Cow::Owned(read)
}

/// What is said of a text that is no table.
const NO_KEYS: &str = "these are no keys of YAML, such as `title: …`";

/// What is wrong, as an author sees it, and what to write instead; `written` is the text at the fault.
pub fn words_of_fault(message: String, written: &str) -> (String, String) {
    let line = written.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    if message == NO_KEYS
        && let Some((key, value)) = line.split_once([':', '：'])
        && !key.contains(char::is_whitespace)
    {
        let help = format!("write a colon and a blank behind the key: `{key}: {}`", value.trim());
        return ("between key and value stand no colon and blank".to_owned(), help);
    }
    if message.contains("a second time") {
        return (message, "a key stands once; keep one of the two".to_owned());
    }
    if ["a tab", "tabs disallowed", "tab cannot"].iter().any(|said| message.contains(said)) {
        return (
            "this line is indented with a tab".to_owned(),
            "write blanks in its place: YAML knows no others".to_owned(),
        );
    }
    let is_open =
        ["end of stream", "document indicator", "invalid indentation"].iter().any(|said| message.contains(said));
    if message.contains("quoted scalar") && is_open {
        return (
            "the text that begins here is not closed".to_owned(),
            "write the same quotation mark at its end".to_owned(),
        );
    }
    if message.contains("escape") {
        return (message, "write two backslashes for one, or put the text between single quotation marks".to_owned());
    }
    let help = match line
        .split_once(": ")
        .filter(|(_, value)| message.contains("mapping values") && value.contains(':'))
    {
        Some((key, value)) => format!("put the text into quotation marks: {key}: {}", super::strings::quoted(value)),
        None => "put a text that holds `: `, `#` or quotation marks into quotation marks".to_owned(),
    };
    (message, help)
}

/// A list or table that is open.
enum Open<'a> {
    List(DeArray<'a>),
    Table {
        table: DeTable<'a>,
        /// The key whose value comes next.
        key: Option<Spanned<String>>,
    },
}

#[derive(Default)]
struct Reading<'a> {
    text: &'a str,
    /// With the place at which each begins.
    open: Vec<(Open<'a>, usize)>,
    top: DeTable<'a>,
    faults: Vec<YamlFault>,
}

impl<'a> Reading<'a> {
    /// Takes an event; `false` where nothing more can be read.
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> bool {
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) if self.open.len() >= DEEPEST => {
                self.faults.push((range, "lists and tables stand too deep in one another here".to_owned()));
                return false;
            }
            Event::MappingStart(..) => {
                self.open.push((Open::Table { table: DeTable::new(), key: None }, range.start));
            }
            Event::SequenceStart(..) => self.open.push((Open::List(DeArray::default()), range.start)),
            Event::MappingEnd | Event::SequenceEnd => self.close(range.end),
            // What follows a text where keys should stand is read as part of it.
            Event::Scalar(..) if self.open.is_empty() => {
                self.faults.push((range, NO_KEYS.to_owned()));
                return false;
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, range),
            Event::Alias(_) => {
                self.faults.push((range.clone(), "an alias of YAML is not read here".to_owned()));
                self.add(None, range);
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, end: usize) {
        let Some((open, start)) = self.open.pop() else { return };
        match open {
            Open::Table { table, .. } if self.open.is_empty() => self.top = table,
            Open::Table { table, .. } => self.add(Some(DeValue::Table(table)), start..end.max(start)),
            Open::List(list) => self.add(Some(DeValue::Array(list)), start..end.max(start)),
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) {
        if let Some((Open::Table { key: key @ None, table }, _)) = self.open.last_mut() {
            if table.contains_key(text) {
                self.faults.push((range.clone(), format!("the key `{text}` stands here a second time")));
            }
            *key = Some(Spanned::new(range, text.to_owned()));
            return;
        }
        let value = match style {
            // A number or a day is written in the text as it is.
            ScalarStyle::Plain => plain(text, self.text.get(range.clone()).unwrap_or_default()),
            // The end of the last line of a block is none of the text.
            _ => Some(DeValue::String(text.trim_end_matches('\n').to_owned().into())),
        };
        self.add(value, range);
    }

    /// Adds a value to what is open; nothing for one that is empty, as if its key were not there.
    fn add(&mut self, value: Option<DeValue<'a>>, range: Range<usize>) {
        match self.open.last_mut() {
            Some((Open::List(list), _)) => {
                if let Some(value) = value {
                    list.push(Spanned::new(range, value));
                }
            }
            Some((Open::Table { table, key }, _)) => {
                if let Some((key, value)) = key.take().zip(value) {
                    let key = Spanned::new(key.span(), key.into_inner().into());
                    table.insert(key, Spanned::new(range, value));
                }
            }
            None => self.faults.push((range, NO_KEYS.to_owned())),
        }
    }

    fn finish(self) -> (DeTable<'a>, Vec<YamlFault>) {
        // What is still open was broken off.
        let mut top = self.top;
        if let Some((Open::Table { table, .. }, _)) = self.open.into_iter().next() {
            top = table;
        }
        (top, self.faults)
    }
}

/// The value of a text without quotation marks, which stands in the file as `written`.
fn plain<'a>(text: &str, written: &'a str) -> Option<DeValue<'a>> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return None,
        "true" | "True" | "TRUE" => return Some(DeValue::Boolean(true)),
        "false" | "False" | "FALSE" => return Some(DeValue::Boolean(false)),
        _ => {}
    }
    let value =
        text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+')).then(|| DeValue::parse(written));
    if let Some(Ok(value)) = value {
        let value = value.into_inner();
        if value.is_integer() || value.is_float() || value.is_datetime() {
            return Some(value);
        }
    }
    Some(DeValue::String(text.to_owned().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_by_its_own_cause() {
        let said = |message: &str| words_of_fault(message.to_owned(), "title: x").0;
        assert_eq!(said("the key `tabs` stands here a second time"), "the key `tabs` stands here a second time");
        assert_eq!(said("lists and tables stand too deep"), "lists and tables stand too deep");
        assert_eq!(said("tabs disallowed in this context"), "this line is indented with a tab");
        let behind = "invalid trailing content after double-quoted scalar";
        assert_eq!(said(behind), behind);
        let open = "while scanning a quoted scalar, found unexpected end of stream";
        assert_eq!(said(open), "the text that begins here is not closed");
    }

    #[test]
    fn a_tab_behind_a_colon_is_a_blank() {
        let text = "title:\tA\ttab\nsummary: \tB\nlist:\n  -\tx:\ty\n  - \"a:\tb\" # c:\td\n";
        let read = "title: A\ttab\nsummary:  B\nlist:\n  - x: y\n  - \"a:\tb\" # c:\td\n";
        assert_eq!(tabs_as_blanks(text), read);
        assert_eq!(parse_yaml("title:\tA\nlist:\n  -\tx\n").1, []);
    }

    #[test]
    fn front_matter_of_other_generators() {
        let text = "# comment\ntitle: \"عنوان: أول\"\ndescription: >\n  Two\n  lines.\naliases: [a, 'b']\nredirects:\n  - old/x\n\
                    order: 3\ndate: 2024-05-01\ndraft: true\nempty:\nstance:\n  llm: yes it is\n";
        let (table, faults) = parse_yaml(text);
        assert_eq!(faults, []);
        let shown: Vec<_> =
            table.iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref().type_str())).collect();
        assert_eq!(
            shown,
            [
                ("aliases", "array"),
                ("date", "datetime"),
                ("description", "string"),
                ("draft", "boolean"),
                ("order", "integer"),
                ("redirects", "array"),
                ("stance", "table"),
                ("title", "string"),
            ]
        );
        let (key, title) = table.get_key_value("title").unwrap();
        assert_eq!((&text[key.span()], title.get_ref().as_str()), ("title", Some("عنوان: أول")));
        assert_eq!(&text[title.span()], "\"عنوان: أول\"");
    }

    #[test]
    fn what_cannot_be_read_is_one_fault_with_its_place() {
        for (text, place) in [
            ("title: a: b\n", "title: a: b"),
            ("title: \"open\nsummary: x\n", ""),
            ("just words", "just words"),
            ("a: 1\na: 2\n", "a"),
            ("a: &x 1\nb: *x\n", "*x"),
        ] {
            let (_, faults) = parse_yaml(text);
            assert_eq!(faults.len(), 1, "{text}: {faults:?}");
            assert!(text[faults[0].0.clone()].starts_with(place), "{text}: {faults:?}");
        }
        assert_eq!(parse_yaml(&"[".repeat(100)).1.len(), 1);
    }
}
