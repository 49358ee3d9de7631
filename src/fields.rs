//! TOML, or YAML in front matter, read key by key. Asking for a key is what makes it a valid key: what nothing asked for is reported as
//! unknown, with the nearest key that was asked for, so that the list of keys cannot differ from the code that reads them.

mod yaml;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, nearest, quoted_list};
use crate::text::{BaseUrl, Date, FileId, Located, Span, WebAddress, find_control};

/// The place of a TOML text in a file.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The file.
    pub file: FileId,
    /// Where in the file the TOML begins, in bytes.
    pub offset: usize,
}

impl Region {
    fn span(self, range: Range<usize>) -> Span {
        self.file.span(self.offset + range.start..self.offset + range.end)
    }
}

/// Parses `text`, lets `read` ask for its keys, and reports syntax errors and whatever was not asked for.
/// Where the syntax is broken, missing keys are not reported: they may stand in the part that was lost.
pub fn read_toml<T>(
    text: &str,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text);
    let broken = !errors.is_empty();
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        faults.push(
            Diagnostic::error(Code::InvalidToml, format!("this is not valid TOML: {}", error.message()))
                .at(region.span(range))
                .help("texts stand in double quotes, lists in brackets, dates as 2026-11-23"),
        );
    }
    read_table(table.get_ref(), broken, region, faults, read)
}

/// The same for YAML, whose keys and values are read as those of TOML are.
pub fn read_yaml<T>(
    text: &str,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let (table, errors) = yaml::parse_yaml(text);
    let broken = !errors.is_empty();
    for (range, message) in errors {
        let fault = Diagnostic::error(Code::InvalidYaml, message).at(region.span(range));
        faults.push(fault.help("put a text that holds `: `, `#` or quotation marks into quotation marks"));
    }
    read_table(&table, broken, region, faults, read)
}

fn read_table<T>(
    table: &DeTable<'_>,
    broken: bool,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let mut own = Vec::new();
    let mut fields = Fields {
        region,
        table,
        header: 0..0,
        name: String::new(),
        asked: Vec::new(),
        missing: Vec::new(),
        known: BTreeSet::new(),
        faults: &mut own,
    };
    let value = read(&mut fields);
    fields.finish();
    faults.extend(own.into_iter().filter(|fault| !(broken && fault.code == Code::MissingKey)));
    value
}

/// One table, being read.
pub struct Fields<'a, 'f> {
    region: Region,
    table: &'a DeTable<'a>,
    header: Range<usize>,
    name: String,
    /// In the order in which they were asked for, for messages.
    asked: Vec<String>,
    /// Keys that have to be there and are not: reported at the end, when it is known which were only misspelt.
    missing: Vec<(String, Diagnostic)>,
    /// The same, to be found.
    known: BTreeSet<String>,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'a> Fields<'a, '_> {
    /// Where the table begins, for faults of the table as a whole.
    pub fn span(&self) -> Span {
        self.region.span(self.header.clone())
    }

    /// Adds a fault that the reader found.
    pub fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// The keys that stand in the table, in alphabetical order, for tables whose keys are names.
    pub fn keys(&self) -> Vec<String> {
        self.table.keys().map(|key| key.get_ref().to_string()).collect()
    }

    /// Whether a key stands in the table.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where a key stands; the table's own place if it does not.
    pub fn key_span(&self, key: &str) -> Span {
        let found = self.table.get_key_value(key);
        found.map_or_else(|| self.span(), |(written, _)| self.region.span(written.span()))
    }

    /// Takes a key as read, so that it is not reported once more as unknown.
    pub fn accept(&mut self, key: &str) {
        if self.known.insert(key.to_owned()) {
            self.asked.push(key.to_owned());
        }
    }

    fn value(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.accept(key);
        self.table.get(key)
    }

    /// A text as it was written. Escapes of TOML can stand for characters that no text may hold.
    fn located(&mut self, text: &str, range: Range<usize>) -> Located<String> {
        let span = self.region.span(range);
        if let Some((_, c)) = find_control(text) {
            self.faults.push(Diagnostic::control_character(c).at(span));
        }
        Located { value: text.to_owned(), span }
    }

    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let message = format!("`{}{key}` is {}, not {wanted}", self.name, article(value.get_ref().type_str()));
        self.faults.push(
            Diagnostic::error(Code::InvalidValue, message)
                .at(self.region.span(value.span()))
                .help(format!("write {wanted}")),
        );
    }

    /// A text, if it is there.
    pub fn string(&mut self, key: &str) -> Option<Located<String>> {
        let value = self.value(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, "a text in quotes");
            return None;
        };
        Some(self.located(text, value.span()))
    }

    /// A text that has to be there and to say something.
    pub fn required_string(&mut self, key: &str, guidance: &str) -> Option<Located<String>> {
        match self.value(key) {
            None => self.missing(key, guidance),
            Some(_) => {
                let text = self.string(key)?;
                if !text.value.trim().is_empty() {
                    return Some(text);
                }
                let message = format!("`{}{key}` is empty", self.name);
                self.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).help(guidance));
            }
        }
        None
    }

    /// Reports a key that has to be there, unless it turns out to be there under a name that is nearly its own.
    pub fn missing(&mut self, key: &str, guidance: &str) {
        let message = format!("`{}{key}` is missing", self.name);
        let fault = Diagnostic::error(Code::MissingKey, message).at(self.span()).help(guidance);
        self.missing.push((key.to_owned(), fault));
    }

    /// The address of a page on the web, if it is there and is one.
    pub fn web_address(&mut self, key: &str) -> Option<Located<WebAddress>> {
        let text = self.string(key)?;
        self.address(key, &text, WebAddress::parse(&text.value))
    }

    /// The address of a site, if it is there and is one.
    pub fn base_url(&mut self, key: &str) -> Option<Located<BaseUrl>> {
        let text = self.string(key)?;
        self.address(key, &text, BaseUrl::parse(&text.value))
    }

    fn address<T>(&mut self, key: &str, text: &Located<String>, parsed: Result<T, String>) -> Option<Located<T>> {
        match parsed {
            Ok(value) => Some(Located { value, span: text.span }),
            Err(help) => {
                let message = format!("`{}{key}` is `{}`, which is not a web address", self.name, text.value);
                self.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).help(help));
                None
            }
        }
    }

    /// A list of texts; empty if it is not there.
    pub fn strings(&mut self, key: &str) -> Vec<Located<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of texts, such as [\"one\", \"two\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(self.located(text, item.span())),
                None => self.wrong(key, item, "a text in quotes"),
            }
        }
        texts
    }

    /// A text or a list of texts; empty if it is not there.
    pub fn one_or_more(&mut self, key: &str) -> Vec<Located<String>> {
        match self.table.get(key).and_then(|value| value.get_ref().as_str()) {
            Some(_) => self.string(key).into_iter().collect(),
            None => self.strings(key),
        }
    }

    /// A whole number within `range`, if it is there.
    pub fn integer(&mut self, key: &str, range: Range<i64>) -> Option<Located<i64>> {
        let value = self.value(key)?;
        let wanted = format!("a whole number from {} to {}", range.start, range.end - 1);
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong(key, value, &wanted);
            return None;
        };
        let span = self.region.span(value.span());
        let parsed = i64::from_str_radix(number.as_str(), number.radix()).ok().filter(|n| range.contains(n));
        if parsed.is_none() {
            let message = format!("`{}{key}` is {}, which is out of range", self.name, number.as_str());
            self.faults.push(Diagnostic::error(Code::InvalidValue, message).at(span).help(format!("write {wanted}")));
        }
        Some(Located { value: parsed?, span })
    }

    /// `true` or `false`; `false` if it is not there.
    pub fn boolean(&mut self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, value, "true or false");
            false
        })
    }

    /// A day as TOML writes it, or a day, month or year as text.
    pub fn date(&mut self, key: &str) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let Some(date) = Date::parse(&written) else {
            self.wrong(key, value, "a date, such as 2026-11-23");
            return None;
        };
        Some(Located { value: date, span: self.region.span(value.span()) })
    }

    /// One of a few names.
    pub fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)]) -> Option<Located<T>> {
        let text = self.string(key)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text.value) {
            return Some(Located { value: *choice, span: text.span });
        }
        let message = format!("`{}{key}` is `{}`, which is not one of its values", self.name, text.value);
        let names = || choices.iter().map(|(name, _)| *name);
        let otherwise = format!("write {}", quoted_list(names()));
        self.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).nearest(
            &text.value,
            names(),
            &otherwise,
        ));
        None
    }

    /// A table, if it is there.
    pub fn table<T>(&mut self, key: &str, read: impl FnOnce(&mut Fields<'_, '_>) -> T) -> Option<T> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, &format!("a table, such as {key} = {{ … }}"));
            return None;
        };
        Some(self.nested(table, value.span(), format!("{}{key}.", self.name), read))
    }

    /// A list of tables, `[[key]]`; empty if it is not there.
    pub fn tables<T>(&mut self, key: &str, mut read: impl FnMut(&mut Fields<'_, '_>) -> T) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("a list of tables, each begun by [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(table) => tables.push(self.nested(table, item.span(), format!("{key}."), &mut read)),
                None => self.wrong(key, item, &format!("a table, begun by [[{key}]]")),
            }
        }
        tables
    }

    fn nested<T>(
        &mut self,
        table: &DeTable<'_>,
        header: Range<usize>,
        name: String,
        read: impl FnOnce(&mut Fields<'_, '_>) -> T,
    ) -> T {
        let (asked, known, missing) = (Vec::new(), BTreeSet::new(), Vec::new());
        let region = self.region;
        let mut fields = Fields { region, table, header, name, asked, known, missing, faults: self.faults };
        let value = read(&mut fields);
        fields.finish();
        value
    }

    fn finish(mut self) {
        for (key, _) in self.table.iter() {
            let written = key.get_ref().as_ref();
            if let Some((_, c)) = find_control(written) {
                self.faults.push(Diagnostic::control_character(c).at(self.region.span(key.span())));
            }
            if self.known.contains(written) {
                continue;
            }
            let message = format!("`{}{written}` is not a key that is known here", self.name);
            let fault = Diagnostic::error(Code::UnknownKey, message).at(self.region.span(key.span()));
            let known = || self.asked.iter().map(String::as_str);
            // A key that stands there already is not what was meant.
            let free = known().filter(|key| !self.table.contains_key(*key));
            let near = nearest(written, free).or_else(|| nearest(written, known())).map(str::to_owned);
            self.faults.push(match &near {
                Some(near) => fault.help(format!("did you mean `{near}`?")),
                None => fault.help(format!("the keys here are {}", quoted_list(known()))),
            });
            self.missing.retain(|(missing, _)| near.as_ref() != Some(missing));
        }
        self.faults.extend(self.missing.into_iter().map(|(_, fault)| fault));
    }
}

fn article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str, read: impl FnOnce(&mut Fields<'_, '_>)) -> Vec<String> {
        let mut faults = Vec::new();
        read_toml(text, Region { file: FileId(0), offset: 0 }, &mut faults, read);
        faults.into_iter().map(|fault| format!("{} ({})", fault.message, fault.help.unwrap_or_default())).collect()
    }

    #[test]
    fn every_fault_of_a_text_is_reported_at_once() {
        let found = faults("titel = \"x\"\norder = 900\nkind = \"diference\"\n[axis]\nllm = \"far\"\n", |fields| {
            fields.required_string("title", "say what it is about");
            fields.integer("order", 0..100);
            fields.choice("kind", &[("similarity", 0), ("difference", 1)]);
            fields.table("axis", |axis| axis.integer("llm", 0..101));
        });
        assert_eq!(
            found,
            [
                "`order` is 900, which is out of range (write a whole number from 0 to 99)",
                "`kind` is `diference`, which is not one of its values (did you mean `difference`?)",
                "`axis.llm` is a string, not a whole number from 0 to 100 (write a whole number from 0 to 100)",
                "`titel` is not a key that is known here (did you mean `title`?)",
            ]
        );
    }

    #[test]
    fn escapes_stand_for_no_control_characters() {
        let found =
            faults("title = \"a\\u0001b\\tc\\n\"\nlist = [\"ب\\u007f\"]\n[table]\n\"a\\u0000\" = 1\n", |fields| {
                fields.string("title");
                fields.strings("list");
                fields.table("table", |table| table.keys().iter().for_each(|key| table.accept(key)));
            });
        let signs = ["0001", "007F", "0000"].map(|sign| {
            format!(
                "here stands the control character U+{sign} (delete it: a text holds no control characters but tabs and line ends)"
            )
        });
        assert_eq!(found, signs);
    }

    #[test]
    fn broken_syntax_is_reported_with_what_else_can_be_seen() {
        let found = faults("title = \"x\nsumary = \"y\"\n", |fields| {
            fields.required_string("title", "");
            fields.required_string("summary", "");
        });
        assert!(found[0].starts_with("this is not valid TOML"), "{found:?}");
        assert!(!found.iter().any(|fault| fault.contains("missing")), "{found:?}");
    }
}
