//! The slips that make TOML invalid, looked for in the text itself as its author sees it: quotation marks, commas and
//! digits of another keyboard, texts without marks, what is not closed. Each has a message and a change that mends it,
//! so that the rest of the file can be read as it was meant.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::toml_slip::{TomlSlip, edit};
use super::{brackets, invisible, no_sign, other_brackets, ranges, strings};

/// What may come next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Next {
    #[default]
    Key,
    Value,
    /// A comma, or the end of the line or of the list.
    End,
}

/// Finds all of them, in their order.
pub fn find(text: &str) -> Vec<TomlSlip> {
    let mut scanner = SlipScanner { text, ..SlipScanner::default() };
    scanner.scan();
    scanner.slips
}

#[derive(Default)]
struct SlipScanner<'t> {
    text: &'t str,
    at: usize,
    /// A part of a line that ends where the line does: each value asks for that.
    line_seen: Cell<(usize, usize)>,
    /// Where the last thing ends that is neither a blank nor a remark.
    said: usize,
    /// The brackets that are open.
    open: Vec<char>,
    next: Next,
    slips: Vec<TomlSlip>,
    /// Names of lists whose tables have been named as such.
    several: BTreeSet<String>,
}

impl SlipScanner<'_> {
    fn scan(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            let start = self.at;
            match c {
                '\n' => self.line_end(),
                ' ' | '\t' => self.at += 1,
                '#' => self.at = self.line_end_at(),
                '"' | '\'' => self.text_in_marks(),
                '[' if self.next == Next::Key && self.open.is_empty() => self.header(),
                '{' if self.next == Next::Key && self.open.is_empty() => self.key(),
                '[' | '{' | '(' | '（' if self.next == Next::Value && self.in_other_brackets() => {}
                '[' | '{' => {
                    self.open.push(c);
                    self.next = if c == '{' { Next::Key } else { Next::Value };
                    self.at += 1;
                }
                ']' | '}' => self.close(c),
                _ if !self.open.is_empty() && brackets::closes_wrongly(self.rest()) => self.close(c),
                ',' => self.comma(),
                '=' => self.equals_sign(),
                _ if strings::is_invisible(c) => self.invisible(c),
                '،' | '؛' | '٬' if !self.open.is_empty() => self.foreign_comma(c),
                ';' if !self.open.is_empty() && self.next == Next::End => self.foreign_comma(c),
                _ if strings::is_typographic_mark(c) && self.next != Next::End => self.typographic(),
                _ if self.next == Next::Key => self.key(),
                _ if self.next == Next::Value => self.bare_value(),
                _ => self.at += c.len_utf8(),
            }
            // Whatever a branch does, it goes on.
            self.at = self.text.ceil_char_boundary(self.at.max(start + 1));
            self.said = if matches!(c, '\n' | ' ' | '\t' | '#') { self.said } else { self.at };
        }
        self.close_all();
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn line_end_at(&self) -> usize {
        let (start, end) = self.line_seen.get();
        if (start..end).contains(&self.at) {
            return end;
        }
        let end = self.rest().find('\n').map_or(self.text.len(), |end| self.at + end);
        self.line_seen.set((self.at, end));
        end
    }

    /// What stands on the line from here on.
    fn line(&self) -> &str {
        &self.text[self.at..self.line_end_at()]
    }

    fn line_end(&mut self) {
        let below = &self.text[self.at + 1..];
        let is_blank = below.split_once('\n').is_some_and(|(line, _)| line.trim_matches([' ', '\t']).is_empty());
        // Of several blank lines the last one sees what follows.
        let next = if is_blank { "" } else { below.trim_start_matches([' ', '\t']).lines().next().unwrap_or_default() };
        let ends_item = !self.text[..self.said].trim_end().ends_with([',', '{', '[']);
        let begins_key = strings::begins_with_key(next);
        let is_left_open = match self.open.last() {
            Some('[') => begins_key || strings::is_header(next) && ends_item,
            Some(_) => begins_key && ends_item || strings::is_header(next),
            None => false,
        };
        if is_left_open {
            self.close_all();
        }
        if self.open.is_empty() {
            self.next = Next::Key;
        }
        self.at += 1;
    }

    /// Closes what is open where an item of the table begins, or the text ends.
    fn close_all(&mut self) {
        let end = self.text[..self.said].trim_end().len();
        while let Some(open) = self.open.pop() {
            self.not_closed(open, end);
        }
    }

    fn not_closed(&mut self, open: char, end: usize) {
        let (what, close) = (brackets::name_of(open), brackets::closing_of(open));
        self.slips.push(TomlSlip::new(
            vec![edit(end, end, close.to_string())],
            format!("this {what} is not closed"),
            format!("write `{close}` at its end"),
        ));
    }

    /// A bracket that closes what is open, or should.
    fn close(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        if let Some(open) = self.open.pop().filter(|open| brackets::closing_of(*open) != c) {
            let closes_outer = self.open.last().is_some_and(|outer| brackets::closing_of(*outer) == c);
            if closes_outer && !self.text[end..self.line_end_at()].contains([']', '}']) {
                self.not_closed(open, self.text[..self.at].trim_end().len());
                self.open.pop();
            } else {
                let (what, right) = (brackets::name_of(open), brackets::closing_of(open));
                let edits = vec![edit(self.at, end, right.to_string())];
                let message = format!("this {what} is closed by `{c}`");
                self.slips.push(TomlSlip::new(edits, message, format!("write `{right}` in its place")));
            }
        }
        (self.at, self.next) = (end, Next::End);
    }

    /// A list or table in brackets of another kind, on one line; whether there is one.
    fn in_other_brackets(&mut self) -> bool {
        let Some((length, value)) = other_brackets::in_others(self.line()).filter(|_| self.open.is_empty()) else {
            return false;
        };
        let end = self.at + length;
        let (what, brackets) = if value.starts_with('[') { ("list", "square brackets") } else { ("table", "braces") };
        let message = format!("`{}` is no {what} as TOML writes it", &self.text[self.at..end]);
        let help = format!("a {what} stands in {brackets}: {value}");
        self.slips.push(TomlSlip::new(vec![edit(self.at, end, value)], message, help));
        (self.at, self.next) = (end, Next::End);
        true
    }

    fn comma(&mut self) {
        self.next = match self.open.last() {
            Some('{') => Next::Key,
            _ => Next::Value,
        };
        self.at += 1;
    }

    fn foreign_comma(&mut self, c: char) {
        let name = match c {
            '،' => "the Arabic comma",
            '؛' => "the Arabic semicolon",
            ';' => "a semicolon",
            _ => "an Arabic sign for thousands",
        };
        let end = self.at + c.len_utf8();
        self.slips.push(TomlSlip::new(
            vec![edit(self.at, end, ",")],
            format!("here stands {name}, `{c}`"),
            "write `,` in its place: so TOML parts the items of a list",
        ));
        self.at = end - 1;
        self.comma();
    }

    fn invisible(&mut self, c: char) {
        let end = self.at + c.len_utf8();
        let with = if c.is_whitespace() { " " } else { "" };
        self.slips.push(TomlSlip::new(vec![edit(self.at, end, with)], invisible::message(c), invisible::help(c)));
        self.at = end;
    }

    fn text_in_marks(&mut self) {
        if self.next == Next::Value
            && self.open.is_empty()
            && let Some(length) = strings::texts_without_brackets(self.line())
        {
            let end = self.at + length;
            let list = &self.text[self.at..end];
            let help = format!("a list stands in brackets: [{list}]");
            let edits = vec![edit(self.at, self.at, "["), edit(end, end, "]")];
            self.slips.push(TomlSlip::new(edits, "several texts stand here without brackets", help));
            (self.at, self.next) = (end, Next::End);
            return;
        }
        if let Some(end) = self.without_key() {
            let text = &self.text[self.at..end];
            let help = format!("write the key before it, such as `en = {text}`");
            let before = self.text[..self.at].trim_end();
            let start = if before.ends_with(',') { before.len() - 1 } else { self.at };
            let edits = vec![edit(self.at, self.at, ""), edit(start, end, "")];
            let slip = TomlSlip::new(edits, format!("{text} has no key"), help);
            self.slips.push(TomlSlip { loses_value: true, ..slip });
            (self.at, self.next) = (end, Next::End);
            return;
        }
        match self.before_semicolon() {
            Some(end) => self.at = end,
            None => {
                let found = strings::in_marks(self.text, self.at, self.open.last().copied());
                self.slips.extend(found.slip);
                self.at = found.end;
            }
        }
        self.after_text();
    }

    /// Where a text of a table in braces ends that stands where a key should, with its value.
    fn without_key(&self) -> Option<usize> {
        let is_key_next = self.next == Next::Key && self.open.last() == Some(&'{');
        let mark = self.rest().chars().next().filter(|_| is_key_next)?;
        let close = self.line()[1..].find(mark)? + 2;
        let behind = self.line()[close..].trim_start();
        (behind.starts_with(',') || behind.starts_with('}')).then_some(self.at + close)
    }

    /// Where a text of a list or table ends behind which a semicolon stands in place of the comma.
    fn before_semicolon(&self) -> Option<usize> {
        self.open.last()?;
        let mark = self.rest().chars().next()?;
        let close = self.line()[1..].find(mark)? + 2;
        let behind = self.line()[close..].trim_start().strip_prefix(';')?.trim_start();
        let ends_item = behind.is_empty() || behind.starts_with(['"', '\'', '[', '{', ']', '}', '#']);
        let begins_item =
            ends_item || behind.starts_with(|c: char| c.is_ascii_digit()) || strings::begins_with_key(behind);
        begins_item.then_some(self.at + close)
    }

    fn typographic(&mut self) {
        let found = strings::in_typographic_marks(self.text, self.at);
        self.slips.extend(found.slip);
        self.at = found.end;
        self.after_text();
    }

    fn after_text(&mut self) {
        if self.next == Next::Value {
            self.next = Next::End;
        }
    }

    /// `[name]` or `[[name]]`.
    fn header(&mut self) {
        let line = self.line();
        let double = line.starts_with("[[");
        let close = if double { "]]" } else { "]" };
        let name = line.trim_start_matches('[');
        let start = self.at + line.len() - name.len();
        let end = name.find([']', '#']).unwrap_or(name.trim_end().len());
        let foreign = brackets::foreign_end(name[..end].trim_end());
        let end = if foreign > 0 { name[..end].trim_end().len() - foreign } else { end };
        let name = name[..end].trim_end().to_owned();
        let behind = &self.text[start + end..self.line_end_at()];
        let mut edits = Vec::new();
        let mut words = None;
        let bare: String = name.chars().filter(|c| !strings::is_invisible(*c)).collect();
        if let Some(c) = name.chars().find(|c| strings::is_invisible(*c)) {
            words = Some((invisible::message(c), invisible::help(c).to_owned()));
        }
        if bare != name || !strings::is_key(&bare) {
            let quoted = if strings::is_key(&bare) { bare.clone() } else { strings::quoted_parts(&bare) };
            if bare.contains(['/', '.']) && !quoted.starts_with('"') && words.is_none() {
                let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
                let message = format!("the name in `{open}{bare}{close}` needs quotation marks");
                words = Some((message, format!("write {open}{quoted}{close}")));
            }
            edits.push(edit(start, start + name.len(), quoted));
        }
        if let Some(more) = behind.strip_prefix(close).map(|more| more.split('#').next().unwrap_or_default().trim())
            && !more.is_empty()
            && !more.starts_with(']')
        {
            let at = start + end + behind.find(more).unwrap_or(0);
            edits.push(edit(at, at + more.len(), ""));
            let header = &line[..line.len() - behind.len() + close.len()];
            words = Some((format!("behind this header stands `{more}`"), format!("take it out: {header}")));
        }
        let lacks_brackets = !double && self.is_one_of_several(&bare);
        if lacks_brackets {
            edits.push(edit(start, start, "["));
            if !behind.starts_with("]]") {
                edits.push(edit(start + end, start + end, "]"));
            }
            words = Some((
                format!("`[{bare}]` begins one table, and there may be several `{bare}`"),
                format!("write [[{bare}]] for each, with two brackets on each side"),
            ))
            .filter(|_| !self.several.contains(&bare));
        }
        if !behind.starts_with(close) {
            let there = behind.len() - behind[foreign..].trim_start_matches(']').len();
            edits.push(edit(start + end, start + end + there, close));
            let open = &line[..line.len() - line.trim_start_matches('[').len()];
            let message = match foreign {
                0 => format!("this line is not closed by `{close}`"),
                _ => format!("this line is closed by `{}`", &behind[..there]),
            };
            words = Some((message, format!("write {open}{bare}{close}")));
        }
        let brackets = behind.len() - behind.trim_start_matches(']').len();
        if brackets > close.len() && !lacks_brackets {
            edits.push(edit(start + end + close.len(), start + end + brackets, ""));
            let header = &line[..line.len() - behind.len() + close.len()];
            words = Some(("this line is closed by a bracket too many".to_owned(), format!("write {header}")));
        }
        self.at = self.line_end_at();
        if lacks_brackets {
            self.several.insert(bare);
        }
        if !edits.is_empty() {
            let gives_way = words.is_none();
            self.slips.push(TomlSlip { gives_way, ..TomlSlip::giving_way(edits, words) });
        }
    }

    fn equals_sign(&mut self) {
        if self.next == Next::Key && self.rest().starts_with("=>") {
            self.slips.push(TomlSlip::new(
                vec![edit(self.at + 1, self.at + 2, "")],
                "here stands `=>` between key and value",
                "write `=` in its place: key = value",
            ));
            self.at += 1;
        }
        self.next = Next::Value;
        self.at += 1;
    }

    /// A list, a table or a sign between key and value that is written otherwise than TOML has it; whether there is one.
    fn of_another_syntax(&mut self) -> bool {
        let line = self.line().trim_end();
        let end = self.at + line.len();
        let sign = line.find(['＝', '：', '=', '#', '"', ',']).filter(|sign| line[*sign..].starts_with(['＝', '：']));
        if let Some(sign) = sign {
            let start = self.at + sign;
            let wide = line[sign..].chars().next().unwrap_or_default();
            self.slips.push(TomlSlip::new(
                vec![edit(start, start + wide.len_utf8(), "=")],
                format!("here stands a wide sign, `{wide}`"),
                "write `=` in its place: key = value",
            ));
            (self.at, self.next) = (start + wide.len_utf8(), Next::Value);
            return true;
        }
        if !self.open.is_empty() {
            return false;
        }
        let below = self.text.get(end..).unwrap_or_default();
        let below = below.split_once('\n').map_or("", |(_, below)| below);
        let bracketed = other_brackets::header_in_others(line);
        let named = line.strip_suffix(':').map(str::trim).filter(|name| strings::is_key(name));
        let Some(header) = bracketed.clone().or(named.map(|name| format!("[{name}]"))) else { return false };
        let name = named.unwrap_or_default();
        let items: Vec<&str> = below.lines().map(str::trim).map_while(|line| line.strip_prefix("- ")).collect();
        if bracketed.is_none() && !items.is_empty() {
            let lines = below.split_inclusive('\n').take(items.len()).map(str::len).sum::<usize>();
            let end = self.text.len() - below.len() + below[..lines].trim_end().len();
            let texts: Vec<_> =
                items.iter().map(|item| strings::quoted(item.trim().trim_matches(['"', '\'']))).collect();
            let list = format!("{name} = [{}]", texts.join(", "));
            let help = format!("write its items in brackets: {list}");
            self.slips.push(TomlSlip::new(vec![edit(self.at, end, list)], "this list is written as in YAML", help));
            (self.at, self.next) = (end, Next::End);
            return true;
        }
        let begins_table = below.lines().find(|line| !line.trim().is_empty()).is_some_and(strings::begins_with_key);
        if begins_table {
            let message = format!("`{line}` is not how TOML begins a table");
            self.slips.push(TomlSlip::new(
                vec![edit(self.at, end, header.clone())],
                message,
                format!("write {header}"),
            ));
            self.at = end;
        }
        begins_table
    }

    /// Whether a header of this name, whose line begins here, begins one of the languages or subjects.
    fn is_one_of_several(&self, name: &str) -> bool {
        let below = self.text[self.line_end_at()..].lines().map(str::trim).find(|line| !line.is_empty());
        let key = below.and_then(|line| line.split_once('=')).map(|(key, _)| key.trim());
        matches!(name, "languages" | "subjects") && matches!(key, Some("tag" | "id" | "name"))
    }

    /// A key that stands without marks, up to its equals sign.
    fn key(&mut self) {
        if self.of_another_syntax() {
            return;
        }
        let line = self.line();
        let end = line.find(['=', '#', '\n', ',', '}']).unwrap_or(line.len());
        let (written, sign) = (line[..end].to_owned(), line[end..].starts_with('='));
        let name = written.trim_end_matches([' ', '\t']);
        if let Some(colon) = name.find(':').filter(|colon| !sign || name[*colon..].contains('"')) {
            self.slips.push(TomlSlip {
                on_each_line: true,
                ..TomlSlip::new(
                    vec![edit(self.at + colon, self.at + colon + 1, " =")],
                    "here stands a colon between key and value",
                    "write `=` in its place, and texts in quotes: key = \"value\"",
                )
            });
            self.at += colon + 1;
            self.next = Next::Value;
            return;
        }
        if !sign {
            let slip = self.open.is_empty().then(|| no_sign::slip(self.text, self.at, name));
            let whole = slip.as_ref().map_or(0, |(_, end)| *end);
            self.slips.extend(slip.map(|(slip, _)| slip));
            self.at = (self.at + end.max(1)).max(whole);
            return;
        }
        let bare: String = name.chars().filter(|c| !strings::is_invisible(*c)).collect();
        let parts = || bare.split('.').map(str::trim);
        if bare.trim() != name || !parts().all(strings::is_key) {
            if let Some(c) = written.chars().find(|c| strings::is_invisible(*c)) {
                let at = self.at + written.find(c).unwrap_or(0);
                // What stands inside a key is taken out together with the rest of it.
                self.slips.push(TomlSlip::new(
                    vec![edit(self.at, self.at + written.len(), format!("{} ", strings::key_or_quoted(bare.trim())))],
                    invisible::message(c),
                    invisible::help(c),
                ));
                self.at = at.max(self.at + written.len());
                return;
            }
            let edits = vec![edit(self.at, self.at + name.len(), strings::quoted(&bare))];
            let words = Some((
                format!("the key `{name}` stands without quotation marks"),
                format!("write \"{name}\": only small and capital letters from A to Z, digits, `-` and `_` need none"),
            ));
            self.slips.push(TomlSlip::giving_way(edits, words));
        }
        self.at += end;
    }

    /// A value without marks, up to the end of the line or of the item.
    fn bare_value(&mut self) {
        let line = self.line();
        let stops: &[char] = match self.open.last() {
            Some('[') => &[',', '،', '؛', ';', ']', '#'],
            Some(_) => &[',', '،', '؛', ';', '}', '#'],
            None => &['#'],
        };
        let stop = line.find(stops).unwrap_or(line.len());
        let close = self.open.last().and_then(|_| brackets::wrong_close(&line[..stop])).unwrap_or(stop);
        let written = line[..close].trim_end();
        let (start, end) = (self.at, self.at + written.len());
        if self.open.is_empty()
            && let Some((value, slip)) = strings::other_key_behind(written, start)
        {
            self.at = start + value;
            self.next = Next::End;
            self.slips.push(slip);
            return;
        }
        if self.open.is_empty()
            && let Some(value) = written.strip_suffix(',').map(str::trim_end).filter(|value| strings::is_value(value))
        {
            self.slips.push(strings::comma_at_end(start + value.len(), end));
            (self.at, self.next) = (end, Next::End);
            return;
        }
        let slip =
            ranges::slip(written, start, self.open.last().copied()).or_else(|| strings::bare_value(written, start));
        (self.at, self.next) = (end, Next::End);
        self.slips.extend(slip);
    }
}
