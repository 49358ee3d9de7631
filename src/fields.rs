//! TOML, or YAML in front matter, read key by key. Asking for a key is what makes it a valid key: what nothing asked for is reported as
//! unknown, with the nearest key that was asked for, so that the list of keys cannot differ from the code that reads them.

mod booleans;
mod brackets;
mod invisible;
mod keys;
mod mended;
mod misspelt;
mod no_sign;
mod numbers;
mod other_brackets;
mod outline;
mod ranges;
mod region;
mod shape;
mod slips;
mod strings;
mod syntax;
mod tables;
mod told;
mod toml_slip;
mod yaml;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, Matter, quoted_list};
use crate::text::{BaseUrl, Date, Located, Span, WebAddress, between_commas, date_help, find_control};
use mended::Mended;
pub use outline::{TableOutline, recorded};
pub use region::Region;
pub use shape::ValueShape;
use shape::article;
pub use strings::quoted;
use syntax::Readable;
use tables::TableRecord;

/// Parses `text`, lets `read` ask for its keys, and reports syntax errors and whatever was not asked for. What breaks the
/// syntax is mended where it is plain what was meant, so that the rest can be read. Where something was lost, missing keys
/// are not reported: they may stand there. The fault that says so puts the file in doubt.
pub fn read_toml<T>(
    text: &str,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return read_table(table.get_ref(), Readable::default(), region, faults, read);
    }
    let mut readable = syntax::readable(text, region);
    let text = std::mem::take(&mut readable.mended.text);
    let (table, _) = DeTable::parse_recoverable(&text);
    read_table(table.get_ref(), readable, region, faults, read)
}

/// The same for YAML, whose keys and values are read as those of TOML are.
pub fn read_yaml<T>(
    text: &str,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let (table, errors) = yaml::parse_yaml(text);
    let is_whole = errors.is_empty();
    for (range, message) in errors {
        let (message, help) = yaml::words_of_fault(message, text.get(range.clone()).unwrap_or_default());
        faults.push(Diagnostic::error(Code::InvalidYaml, message).at(region.span(range)).help(help));
    }
    let readable = Readable { mended: Mended::default(), faults: Vec::new(), is_whole };
    read_table(&table, readable, region, faults, read)
}

/// Lets `read` ask for the keys of a table, whatever the syntax is in which it was written.
fn read_table<T>(
    table: &DeTable<'_>,
    readable: Readable,
    region: Region,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_, '_>) -> T,
) -> T {
    let Readable { mended, faults: broken, is_whole } = readable;
    let is_recording = outline::is_recording();
    let mut report = FieldReport { is_partial: !is_whole, is_recording, ..FieldReport::default() };
    let place = SourceMap { region, mended: &mended };
    let mut fields = Fields::new(place, table, 0..0, TableRecord::default(), &mut report);
    let value = read(&mut fields);
    fields.finish();
    outline::record(&report.tables);
    let mut own = report.faults;
    let judged = tables::judge(report.tables);
    own.extend(judged.into_iter().filter(|fault| is_whole || fault.code != Code::MissingKey));
    let mut all = syntax::without_doubles(broken, &own);
    all.extend(own);
    if !all.is_empty() {
        let first = report.doubts.into_iter().fold(all.remove(0), Diagnostic::doubting);
        faults.push(first);
    }
    faults.append(&mut all);
    value
}

/// A way from the text that is parsed to the file.
#[derive(Clone, Copy)]
struct SourceMap<'m> {
    region: Region,
    mended: &'m Mended,
}

impl SourceMap<'_> {
    fn span(self, range: Range<usize>) -> Span {
        let (start, end) = (self.mended.original(range.start), self.mended.original(range.end));
        self.region.span(start..end.max(start))
    }
}

/// What reading tables finds.
#[derive(Default)]
struct FieldReport {
    faults: Vec<Diagnostic>,
    /// What is in doubt, if anything is wrong.
    doubts: Vec<Matter>,
    /// Whether a part of the text could not be read.
    is_partial: bool,
    /// Whether what is asked is to be told.
    is_recording: bool,
    tables: Vec<TableRecord>,
}

/// One table, being read.
pub struct Fields<'a, 'f> {
    place: SourceMap<'f>,
    table: &'a DeTable<'a>,
    header: Range<usize>,
    /// Its number among the tables of the report, where its record comes to be.
    at: usize,
    record: TableRecord,
    report: &'f mut FieldReport,
}

impl<'a, 'f> Fields<'a, 'f> {
    fn new(
        place: SourceMap<'f>,
        table: &'a DeTable<'a>,
        header: Range<usize>,
        record: TableRecord,
        report: &'f mut FieldReport,
    ) -> Self {
        let at = report.tables.len();
        report.tables.push(TableRecord::default());
        Self { place, table, header, at, record, report }
    }
}

impl<'a> Fields<'a, '_> {
    /// Where the table begins, for faults of the table as a whole.
    pub fn span(&self) -> Span {
        self.place.span(self.header.clone())
    }

    /// Adds a fault that the reader found.
    pub fn fault(&mut self, fault: Diagnostic) {
        self.report.faults.push(fault);
    }

    /// Whether the value of a key is a table.
    pub fn is_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().is_table())
    }

    /// Whether a key stands in the table.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether a key stands in the table, and its value is not an empty list.
    pub fn lists_something(&self, key: &str) -> bool {
        let value = self.table.get(key).map(|value| value.get_ref());
        value.is_some_and(|value| value.as_array().is_none_or(|items| items.iter().next().is_some()))
    }

    /// Where a key stands; the table's own place if it does not.
    pub fn key_span(&self, key: &str) -> Span {
        let found = self.table.get_key_value(key);
        found.map_or_else(|| self.span(), |(written, _)| self.place.span(written.span()))
    }

    /// Takes a key as read, so that it is not reported once more as unknown.
    pub fn accept(&mut self, key: &str) {
        if self.record.known.insert(key.to_owned()) {
            self.record.asked.push(key.to_owned());
        }
    }

    fn value(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.accept(key);
        self.table.get(key)
    }

    /// A text as it was written. Escapes of TOML can stand for characters that no text may hold.
    fn located(&mut self, text: &str, range: Range<usize>) -> Located<String> {
        let span = self.place.span(range);
        if let Some((_, c)) = find_control(text) {
            self.report.faults.push(Diagnostic::control_character(c).at(span));
        }
        Located { value: text.to_owned(), span }
    }

    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let message = format!("`{}{key}` is {}, not {wanted}", self.record.name, article(value.get_ref().type_str()));
        self.report.faults.push(
            Diagnostic::error(Code::InvalidValue, message)
                .at(self.place.span(value.span()))
                .help(format!("write {wanted}")),
        );
    }

    /// A text, if it is there.
    pub fn string(&mut self, key: &str) -> Option<Located<String>> {
        self.shape(key, || ValueShape::Text);
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
                let message = format!("`{}{key}` is empty", self.record.name);
                self.report.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).help(guidance));
            }
        }
        None
    }

    /// Reports a key that has to be there, unless it turns out to be there under a name that is nearly its own.
    pub fn missing(&mut self, key: &str, guidance: &str) {
        let message = format!("`{}{key}` is missing", self.record.name);
        let fault = Diagnostic::error(Code::MissingKey, message).at(self.span()).help(guidance);
        self.lacks(&[key], fault);
    }

    /// Adds a fault that says that none of these keys is there, unless one turns out to be there misspelt.
    pub fn lacks(&mut self, keys: &[&str], fault: Diagnostic) {
        self.record.missing.push((keys.iter().map(|key| (*key).to_owned()).collect(), fault));
    }

    /// Names a key that belongs to another file, and what to do where it stands here.
    pub fn elsewhere(&mut self, key: &str, help: &str) {
        self.record.elsewhere.push((key.to_owned(), help.to_owned()));
    }

    /// The keys of this table are names, such as "a subject of site.toml"; `matter` settles which there are.
    pub fn keys_are(&mut self, what: &str, matter: Matter) {
        self.record.names = Some((what.to_owned(), matter));
    }

    /// Names keys that may stand here, whether or not they do.
    pub fn suggest<'n>(&mut self, keys: impl Iterator<Item = &'n str>) {
        keys.for_each(|key| self.accept(key));
    }

    /// Puts a matter in doubt: what is wrong in this text leaves it open.
    pub fn doubt(&mut self, matter: Matter) {
        if !self.report.doubts.contains(&matter) {
            self.report.doubts.push(matter);
        }
    }

    /// The same where a part of the text could not be read, and may have settled the matter.
    pub fn doubt_if_partial(&mut self, matter: Matter) {
        if self.report.is_partial {
            self.doubt(matter);
        }
    }

    /// The address of a page on the web, if it is there and is one.
    pub fn web_address(&mut self, key: &str) -> Option<Located<WebAddress>> {
        if let Some(value) = self.table.get(key).filter(|value| !value.get_ref().is_str()) {
            self.accept(key);
            self.wrong(key, value, "an address in quotes, such as \"https://example.org/page\"");
            return None;
        }
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
                let message = format!("`{}{key}` is `{}`, which is not a web address", self.record.name, text.value);
                self.report.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).help(help));
                None
            }
        }
    }

    /// A list of texts; empty if it is not there.
    pub fn strings(&mut self, key: &str) -> Vec<Located<String>> {
        self.shape(key, || ValueShape::Texts);
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            // Several in one pair of quotation marks.
            let parts = |text: &str| between_commas(text).map(quoted).collect::<Vec<_>>().join(", ");
            let text = value.get_ref().as_str().map(parts);
            let wanted = match text {
                Some(text) => format!("a list of texts: [{text}]"),
                None => "a list of texts, such as [\"one\", \"two\"]".to_owned(),
            };
            self.wrong(key, value, &wanted);
            let is_joined =
                value.get_ref().as_str().is_some_and(|text| text.starts_with('-') && !text.starts_with("- "));
            if let Some(fault) = self.report.faults.last_mut().filter(|_| is_joined) {
                fault.help = Some("leave a blank behind the hyphen of each item: `- …`".to_owned());
            }
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

    /// A day as TOML writes it, or a day, month or year as text.
    pub fn date(&mut self, key: &str) -> Option<Located<Date>> {
        self.shape(key, || ValueShape::Day);
        let value = self.value(key)?;
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let Some(date) = Date::parse(&written) else {
            let message = match written.as_str() {
                "" => format!("`{}{key}` is {}, not a date", self.record.name, article(value.get_ref().type_str())),
                written => format!("`{}{key}` is `{written}`, which is not a date", self.record.name),
            };
            let span = self.place.span(value.span());
            let digits = value.get_ref().as_integer().map(|number| number.as_str().to_owned());
            let help = date_help(&digits.unwrap_or(written));
            self.report.faults.push(Diagnostic::error(Code::InvalidValue, message).at(span).help(help));
            return None;
        };
        Some(Located { value: date, span: self.place.span(value.span()) })
    }

    /// One of a few names.
    pub fn choice<T: Copy>(&mut self, key: &str, choices: &[(&str, T)]) -> Option<Located<T>> {
        let text = self.string(key);
        self.only_shape(key, || ValueShape::Choice(choices.iter().map(|(name, _)| (*name).to_owned()).collect()));
        let text = text?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text.value) {
            return Some(Located { value: *choice, span: text.span });
        }
        let message = format!("`{}{key}` is `{}`, which is not one of its values", self.record.name, text.value);
        let names = || choices.iter().map(|(name, _)| *name);
        let otherwise = format!("write {}", quoted_list(names()));
        self.report.faults.push(Diagnostic::error(Code::InvalidValue, message).at(text.span).nearest(
            &text.value,
            names(),
            &otherwise,
        ));
        None
    }

    /// A table, if it is there.
    pub fn table<T>(&mut self, key: &str, read: impl FnOnce(&mut Fields<'_, '_>) -> T) -> Option<T> {
        self.shape(key, || ValueShape::Table);
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            let items = value.get_ref().as_array();
            let Some(items) = items.filter(|items| items.iter().all(|item| item.get_ref().is_table())) else {
                self.wrong(key, value, &format!("a table, such as {key} = {{ … }}"));
                return None;
            };
            self.listed(key, value);
            // One that is alone says what the table was to say.
            let mut items = items.iter();
            let (Some(item), None) = (items.next(), items.next()) else { return None };
            return item.get_ref().as_table().map(|table| self.one_table(key, table, item.span(), read));
        };
        Some(self.one_table(key, table, value.span(), read))
    }

    fn one_table<T>(
        &mut self,
        key: &str,
        table: &DeTable<'_>,
        span: Range<usize>,
        read: impl FnOnce(&mut Fields<'_, '_>) -> T,
    ) -> T {
        let (name, header) = (format!("{}{key}.", self.record.name), format!("[{}{key}]", self.record.name));
        self.nested(key, table, span, (name, header), read)
    }

    /// A table that was begun as one of several.
    fn listed(&mut self, key: &str, value: &Spanned<DeValue<'_>>) {
        let name = format!("{}{key}", self.record.name);
        let fault =
            Diagnostic::error(Code::InvalidValue, format!("`[[{name}]]` begins a list, and there is one `{name}`"));
        self.fault(
            fault.at(self.place.span(value.span())).help(format!("write [{name}], with one bracket on each side")),
        );
    }

    /// A table of names by the tags of languages, if it is there.
    pub fn names<T>(&mut self, key: &str, read: impl FnOnce(&mut Fields<'_, '_>) -> T) -> Option<T> {
        let value = self.table.get(key).filter(|value| value.get_ref().as_table().is_none());
        if let Some(value) = value {
            self.accept(key);
            let message = format!("`{}{key}` is one text for all languages", self.record.name);
            let fault = Diagnostic::error(Code::InvalidValue, message).at(self.place.span(value.span()));
            self.fault(fault.help(format!("name it in every language: {key} = {{ ar = \"…\", en = \"…\" }}")));
            return None;
        }
        self.table(key, read)
    }

    /// A list of tables, `[[key]]`; empty if it is not there.
    pub fn tables<T>(&mut self, key: &str, mut read: impl FnMut(&mut Fields<'_, '_>) -> T) -> Vec<T> {
        self.shape(key, || ValueShape::Tables);
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("a list of tables, each begun by [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(table) => {
                    let names = (format!("{key}."), format!("[[{key}]]"));
                    tables.push(self.nested(key, table, item.span(), names, &mut read));
                }
                None => self.wrong(key, item, &format!("a table, begun by [[{key}]]")),
            }
        }
        tables
    }

    fn nested<T>(
        &mut self,
        key: &str,
        table: &DeTable<'_>,
        place: Range<usize>,
        (name, header): (String, String),
        read: impl FnOnce(&mut Fields<'_, '_>) -> T,
    ) -> T {
        let record = TableRecord { key: key.to_owned(), name, header, parent: Some(self.at), ..TableRecord::default() };
        let mut fields = Fields::new(self.place, table, place, record, self.report);
        let value = read(&mut fields);
        fields.finish();
        value
    }

    fn finish(self) {
        let Self { place, table, at, mut record, report, .. } = self;
        let present = table.iter().map(|(key, _)| (key.get_ref().to_string(), place.span(key.span())));
        record.present = present.collect();
        if record.is_settled() && at + 1 == report.tables.len() && !outline::is_recording() {
            // A list of sources has a hundred thousand such tables.
            report.tables.pop();
        } else {
            report.tables[at] = record;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

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
    fn an_interval_is_a_number_or_two_in_order() {
        let mut read = Vec::new();
        let found =
            faults("a = 7\nb = [3, 9]\nc = [9, 3]\nd = [1, 2, 3]\ne = [5, 900]\nf = \"x\"\ng = []\n", |fields| {
                read.extend(
                    ["a", "b", "c", "d", "e", "f", "g"].map(|key| fields.interval(key, 0..101).map(|at| at.value)),
                );
            });
        assert_eq!(read, [Some([7, 7]), Some([3, 9]), None, None, None, None, None]);
        let begins: Vec<_> = found.iter().filter_map(|fault| fault.split(" (").next()).collect();
        assert_eq!(
            begins,
            [
                "the range `c` goes down, from 9 to 3",
                "the range `d` has not two ends",
                "`e` is 900, which is out of range",
                "`f` is a string, not a whole number from 0 to 100, or a range of two such as [20, 35]",
                "the range `g` has not two ends",
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
        assert!(found[0].starts_with("the text that begins here is not closed"), "{found:?}");
        assert!(found[1].contains("did you mean `summary`"), "{found:?}");
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
