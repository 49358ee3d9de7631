//! Marks that stay as they are and are told by the beginning of a line: headings, lists, tables and directives that are none.

use std::ops::Range;

use super::alerts::AlertKind;
use super::list_digits::value_of_digit;
use super::structure::cells;

/// In the words of a block: where, what is wrong, and what to do.
pub type Found = (Range<usize>, String, String);

/// What a line begins with: how long that is, what is wrong with it, and what to do.
type LineBeginning = (usize, String, String);

/// Where the words of a block stand.
#[derive(Clone, Copy, Debug)]
pub struct BlockPlace {
    pub in_quote: bool,
    pub in_item: bool,
    /// Whether they begin the block: code, a link or an image may stand before them.
    pub begins_line: bool,
}

/// The first line of a block that nearly is something.
pub fn lines(text: &str, place: BlockPlace) -> Option<Found> {
    let in_item = place.in_item;
    let mut start = 0;
    let mut marked: Option<(Range<usize>, &str)> = None;
    let mut in_table: Option<&str> = None;
    let mut late: Option<(Range<usize>, u32)> = None;
    for line in text.split('\n') {
        let at = start;
        start += line.len() + 1;
        let is_first = at == 0 && place.begins_line;
        let found = beginning(line)
            .or_else(|| two_colons(line, is_first))
            .or_else(|| joined_colon(line).filter(|_| at > 0))
            .or_else(|| box_without_blank(line, is_first, in_item))
            .or_else(|| quoted_fence(line, is_first));
        if let Some((length, message, help)) = found {
            return Some((at..at + length, message, help));
        }
        if let Some(above) = in_table.filter(|_| is_row(line)) {
            return Some(table(at - above.len() - 1..at - 1, above, line));
        }
        in_table = Some(line).filter(|line| is_row(line));
        let item = late_item(line).filter(|_| at > 0).map(|(length, number)| (at..at + length, number));
        let is_announced = text[..at].trim_end().ends_with([':', '：']);
        let first = late.take().filter(|(_, last)| item.as_ref().is_some_and(|(_, number)| *number == last + 1));
        if let Some((range, _)) = first.or_else(|| item.clone().filter(|_| is_announced)) {
            let message = "no list begins here: one that is in a paragraph begins with 1".to_owned();
            return Some((range, message, "write an empty line before it".to_owned()));
        }
        late = item;
        if let Some(rest) = line.strip_prefix("~ ").filter(|_| at > 0) {
            let message = "`~` begins no definition, and is shown as it is".to_owned();
            let begins = rest.starts_with(char::is_alphabetic);
            return begins.then(|| (at..at + 1, message, format!("write a colon: `: {}`", rest.trim_end())));
        }
        // A marker without its blank, in the midst of a list.
        if let Some(marker) = joined_marker(line).filter(|_| in_item && at > 0) {
            return Some(no_item(at..at + marker.len(), marker));
        }
        let Some(marker) = pseudo_marker(line) else { continue };
        let is_bullet = |marker: &str| ["•", "▪", "◦", "●"].contains(&marker) || marker.starts_with(is_private);
        let beside_items = Some((at..at + marker.len(), marker)).filter(|_| in_item && at > 0 && is_bullet(marker));
        if let Some((range, marker)) = beside_items.or_else(|| marked.take()) {
            return Some(no_item(range, marker));
        }
        marked = Some((at..at + marker.len(), marker));
    }
    None
}

fn beginning(line: &str) -> Option<LineBeginning> {
    heading(line)
        .or_else(|| container(line))
        .or_else(|| import(line))
        .or_else(|| directive(line))
        .or_else(|| contents(line))
        .or_else(|| attributes(line))
        .or_else(|| abbreviation(line))
        .or_else(|| tex(line))
        .or_else(|| textile(line))
        .or_else(|| to_do(line))
}

/// A sign that one face alone has.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn no_item(range: Range<usize>, marker: &str) -> Found {
    let help = "write it as Markdown does, a blank behind it: `1.`, `١.` or `-`";
    if marker.starts_with(is_private) {
        let message = "the bullets of a word processor begin no items of a list, and readers may see boxes";
        return (range, message.to_owned(), help.to_owned());
    }
    (range, format!("`{marker}` begins no item of a list, and the lines become one paragraph"), help.to_owned())
}

/// `##Heading`, `####### Heading`, and signs of another width.
fn heading(line: &str) -> Option<LineBeginning> {
    let level = line.len() - line.trim_start_matches('#').len();
    if level == 0 {
        let wide = line.len() - line.trim_start_matches('＃').len();
        let message = "these wide signs begin no heading";
        let help = format!("write plain ones and a blank: {} …", "#".repeat((wide / 3).clamp(2, 6)));
        return (wide > 0).then(|| (wide, message.to_owned(), help));
    }
    let next = line[level..].chars().next()?;
    if level > 6 && next == ' ' && line[level..].contains(char::is_alphabetic) {
        let message = "headings have six levels at most, and this is none";
        return Some((level, message.to_owned(), "write fewer signs: ## …".to_owned()));
    }
    let is_heading = (2..=6).contains(&level) && next.is_alphabetic();
    let message = "no blank stands behind the signs of this heading, which is none";
    is_heading.then(|| (level, message.to_owned(), format!("write a blank behind them: {} …", "#".repeat(level))))
}

fn foreign(sign: &str, help: &str) -> LineBeginning {
    (sign.len(), format!("`{sign}` is the syntax of another generator, and is shown as it is"), help.to_owned())
}

/// `h2. Heading` and `bq. Words`, as Jira, Confluence and Textile write them, and their blocks between braces.
fn textile(line: &str) -> Option<LineBeginning> {
    if let Some(level) = line.strip_prefix('h').and_then(|rest| rest.chars().next()).filter(|c| ('1'..='6').contains(c))
    {
        let words = line[2..].strip_prefix(". ").filter(|words| words.starts_with(char::is_alphabetic))?;
        let signs = "#".repeat(level.to_digit(10).unwrap_or(2).clamp(2, 6) as usize);
        let message = format!("`h{level}.` begins no heading, and is shown as it is");
        return Some((3, message, format!("write {signs} {}", words.trim_end())));
    }
    if line.strip_prefix("bq. ").is_some_and(|words| words.starts_with(char::is_alphabetic)) {
        return Some(foreign("bq.", "write `> ` before each line of a quotation"));
    }
    let name = line.trim_end().strip_prefix('{')?.strip_suffix('}')?.split(':').next()?;
    let help = match name {
        "code" | "noformat" => "put the code between two lines of ```",
        "quote" => "write `> ` before each line of a quotation",
        "panel" | "info" | "note" | "tip" | "warning" | "expand" => CONTAINER,
        _ => return None,
    };
    let (_, message, help) = foreign(&format!("{{{name}}}"), help);
    Some((line.trim_end().len(), message, help))
}

/// `import X from 'y'` and `export const x = …`, with which Docusaurus and others bring components into a page.
fn import(line: &str) -> Option<LineBeginning> {
    let help = "take the line out, and write what it brings in Markdown; code stands between lines of ```";
    if let Some(rest) = line.strip_prefix("export ") {
        let declares = ["const ", "let ", "default ", "function ", "async "].iter().any(|word| rest.starts_with(word));
        let is_code = declares && rest.contains(['=', '(', '{']) || rest.starts_with("* from ");
        return is_code.then(|| foreign("export", help));
    }
    let rest = line.strip_prefix("import ")?.trim_end().trim_end_matches(';');
    let (_, module) = rest.split_once(" from ")?;
    let is_module = ['\'', '"']
        .into_iter()
        .any(|quote| module.len() > 2 && module.starts_with(quote) && module.ends_with(quote) && !module.contains(' '));
    is_module.then(|| foreign("import", help))
}

/// How blocks that stand out are written here.
const CONTAINER: &str = "write `> [!NOTE]` before a note, or three colons around it: `::: tip` … `:::`";

/// Lines with which other tools bring in a file, break a page or leave a remark.
fn directive(line: &str) -> Option<LineBeginning> {
    let file = "write here what the file says: no file is brought into another";
    if let Some(rest) = line.strip_prefix("<<< ") {
        return rest.starts_with(['@', '.', '/', '~']).then(|| foreign("<<<", file));
    }
    if line.starts_with("--8<--") {
        return Some(foreign("--8<--", file));
    }
    if line.trim_end() == "+++" {
        let message = "front matter stands inside the article, and readers see it".to_owned();
        return Some((3, message, "move its keys to the front matter at the beginning of the file".to_owned()));
    }
    if line.starts_with("<<<<<<< ") {
        let message = "this line is left over from a merge, and is shown as it is".to_owned();
        return Some((7, message, "leave what is right, and remove the lines of `<`, `=` and `>`".to_owned()));
    }
    if let Some((name, _)) = line.strip_prefix(".. ").and_then(|rest| rest.split_once("::")) {
        let is_name =
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(&byte));
        let help = "write it in Markdown: `> [!NOTE]` for a note, code between lines of ```";
        return is_name.then(|| (3 + name.len() + 2, foreign(&format!(".. {name}::"), "").1, help.to_owned()));
    }
    if let Some(block) = line.strip_prefix("///").map(str::trim).filter(|_| line != "//////") {
        let name = block.split('|').next().unwrap_or_default().trim_end();
        let is_block = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        return (is_block && (block.is_empty() || line.starts_with("/// "))).then(|| foreign("///", CONTAINER));
    }
    if let Some(rest) = line.strip_prefix("::").filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let name = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len())];
        let behind = rest[name.len()..].trim_end();
        let is_component =
            behind.is_empty() || behind.starts_with('{') && behind.ends_with('}') || behind.ends_with(']');
        return is_component.then(|| foreign(&format!("::{name}"), CONTAINER));
    }
    let shown = line.trim_end();
    if matches!(shown, "\\newpage" | "\\pagebreak" | "\\clearpage") {
        return Some((
            shown.len(),
            format!("`{shown}` breaks no page here, and is shown as it is"),
            "take the line out".to_owned(),
        ));
    }
    if shown.len() > 4 && shown.starts_with('+') && shown.ends_with('+') && shown.chars().all(|c| "+-=:".contains(c)) {
        let help = "write the table with bars: | a | b |, and below it |---|---|";
        return Some((shown.len(), "this is no table, and readers see its lines".to_owned(), help.to_owned()));
    }
    if shown.len() > 4 && shown.starts_with("%%") && shown.ends_with("%%") {
        let message = "readers see this remark: `%%` hides nothing here".to_owned();
        return Some((shown.len(), message, "write it as <!-- … -->".to_owned()));
    }
    if shown.len() == 7 && shown.chars().all(|c| c == '=') {
        let message = "this line is left over from a merge, and is shown as it is".to_owned();
        return Some((7, message, "leave what is right, and remove the lines of `<`, `=` and `>`".to_owned()));
    }
    ["!> ", "?> "].into_iter().find(|sign| line.starts_with(sign)).map(|sign| foreign(sign.trim_end(), CONTAINER))
}

/// A line that stands for the contents of the page in other tools.
fn contents(line: &str) -> Option<LineBeginning> {
    let shown = line.trim();
    let known = ["[toc]", "{:toc}", "{toc}", "${toc}", "@[toc]", "[[_toc_]]", "* toc"];
    let is_contents = known.iter().any(|sign| shown.eq_ignore_ascii_case(sign));
    is_contents.then(|| {
        let help = "take the line out: the contents of a page are made of its headings, and stand beside it";
        (
            line.trim_end().len(),
            format!("`{shown}` is the syntax of another generator, and is shown as it is"),
            help.to_owned(),
        )
    })
}

/// `{: .note }`, `{.note}` or `{#id}` that makes up a line.
fn attributes(line: &str) -> Option<LineBeginning> {
    let shown = line.trim();
    let inside = shown.strip_prefix('{')?.strip_suffix('}')?;
    let is_list = is_attribute_list(inside);
    is_list.then(|| {
        let help = "take it out: a class has no effect here; an id stands behind its heading: ## … {#id}";
        (line.trim_end().len(), format!("`{shown}` changes nothing here, and is shown as it is"), help.to_owned())
    })
}

/// What stands between the braces of attributes, as Pandoc, kramdown and MkDocs write them: `.class`, `#id`, `key=value`.
pub fn is_attribute_list(inside: &str) -> bool {
    let inside = inside.strip_prefix(':').unwrap_or(inside).trim();
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '-')
            && name.chars().all(|c| c.is_alphanumeric() || "-_:.".contains(c))
    };
    let is_attribute = |word: &str| match word.chars().next() {
        Some('.' | '#') => is_name(&word[1..]),
        _ => word
            .split_once('=')
            .is_some_and(|(name, value)| is_name(name) && name.is_ascii() && !value.starts_with('=')),
    };
    let quoted = inside.contains(['"', '\'', '“', '”']);
    let mut words = inside.split_whitespace();
    // A value in quotation marks may hold blanks.
    words.next().is_some_and(is_attribute) && (quoted || words.all(is_attribute))
}

/// `*[HTML]: Hypertext Markup Language`.
fn abbreviation(line: &str) -> Option<LineBeginning> {
    let (name, rest) = line.strip_prefix("*[")?.split_once("]:")?;
    let fits = !name.is_empty() && !name.contains(['[', ']', '(']);
    fits.then(|| {
        let help = format!(
            "write it where it is used, as <abbr title=\"{}\">{name}</abbr>, or as a page of its own in the glossary",
            rest.trim()
        );
        (name.len() + 4, "abbreviations are not read, and this one is shown as it is".to_owned(), help)
    })
}

/// Containers, tabs and the like of other generators.
fn container(line: &str) -> Option<LineBeginning> {
    let is_kind = |rest: &str| AlertKind::parse(rest.split(' ').next().unwrap_or_default()).is_some();
    let begins = |sign: &str| {
        let rest = line.strip_prefix(sign);
        rest.is_some_and(|rest| rest.starts_with([' ', '+', '!']) || rest.is_empty() || sign != "===" && is_kind(rest))
    };
    let sign = ["!!!", "???", ":::", "==="].into_iter().find(|sign| begins(sign))?;
    let rest = line[sign.len()..].trim();
    // `===` alone underlines a heading, and three signs may end a sentence.
    if sign != ":::" && (rest.is_empty() || !rest.contains(|c: char| c.is_ascii_alphabetic() || c == '"')) {
        return None;
    }
    let help = match sign {
        "===" => "write a section for each tab: ### …",
        ":::" => "write a container with a kind, at the beginning of a line of its own: `::: note Title` … `:::`",
        _ => "write `!!! note \"Title\"` and indent what it holds by four, or `> [!NOTE]`",
    };
    Some(foreign(sign, help))
}

/// `:Definition` below its term. Names of emoji and fields of other tools stand between two colons.
fn joined_colon(line: &str) -> Option<LineBeginning> {
    let rest = line.strip_prefix(':').filter(|rest| rest.starts_with(char::is_alphabetic))?;
    (!rest.contains(':')).then(|| {
        let message = "no blank stands behind this colon, which begins no definition".to_owned();
        (1, message, format!("write a blank behind it: `: {}`", rest.trim_end()))
    })
}

/// `:: note`. Below a paragraph the first colon begins a definition, and the second one is left.
fn two_colons(line: &str, is_first: bool) -> Option<LineBeginning> {
    let rest = line.strip_prefix(":: ").or_else(|| line.strip_prefix(": ").filter(|_| is_first))?;
    let begins = rest.starts_with(char::is_alphabetic);
    let length = line.len() - rest.len() - 1;
    let (message, help) = if length == 1 {
        let help = match AlertKind::parse(rest.split(' ').next().unwrap_or_default()) {
            Some(_) => format!("a container has three colons: `::: {}`", rest.trim_end()),
            None => "write the term on the line before it, and neither of the two as an item of a list".to_owned(),
        };
        ("this colon begins neither a definition nor a container, and is shown as it is", help)
    } else {
        ("two colons begin no container, and are shown as they are", format!("write three: ::: {}", rest.trim_end()))
    };
    begins.then(|| (length, message.to_owned(), help))
}

/// The environment of a formula of LaTeX.
fn tex(line: &str) -> Option<LineBeginning> {
    let (name, _) = line.strip_prefix("\\begin{")?.split_once('}')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'*');
    let sign = format!("\\begin{{{name}}}");
    let message = format!("`{sign}` begins no formula, and is shown as it is");
    is_name.then(|| (sign.len(), message, "write it between two lines of `$$`".to_owned()))
}

/// What an author has left for later: `TODO: …`.
fn to_do(line: &str) -> Option<LineBeginning> {
    let sign = ["TODO:", "FIXME:", "TBD:", "XXX:"].into_iter().find(|sign| line.starts_with(sign))?;
    let message = format!("`{sign}` is left here, and readers see it");
    Some((sign.len(), message, "write what is to stand here, or put the remark between `<!--` and `-->`".to_owned()))
}

/// Code between three marks that are no backticks, as some keyboards and word processors write them.
fn quoted_fence(line: &str, is_first: bool) -> Option<LineBeginning> {
    let mark = line.chars().next().filter(|c| matches!(c, '\'' | '’' | '‘' | '´' | '"'))?;
    let language = line.strip_prefix(String::from_iter([mark; 3]).as_str())?.trim_end();
    let is_language = language.chars().all(|c| c.is_ascii_alphanumeric() || "+#-".contains(c));
    (is_language && (is_first || !language.is_empty())).then(|| {
        let message = "these three signs begin no code".to_owned();
        (3 * mark.len_utf8(), message, format!("write three backticks: ```{language}"))
    })
}

/// The box of a task that is none: `[]`, `[-]`, `-[ ] …`.
fn box_without_blank(line: &str, is_first: bool, in_item: bool) -> Option<LineBeginning> {
    let behind = ["[ ]", "[x]", "[X]"].into_iter().find_map(|sign| line.strip_prefix(sign));
    if is_first && in_item && behind.is_some_and(|behind| behind.starts_with(char::is_alphabetic)) {
        let help = format!("write a blank behind it: {} …", &line[..3]);
        return Some((3, "no blank stands behind the box of this task, which is none".to_owned(), help));
    }
    let joined = line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with("[ ] ") || rest.starts_with("[x] "));
    if joined.is_some() {
        let help = format!("write a blank behind `{0}`: `{0} [ ] …`", &line[..1]);
        return Some((4, "this is no item of a list".to_owned(), help));
    }
    let inside = line.strip_prefix('[').filter(|_| is_first && in_item)?.split_once("] ").map(|(inside, _)| inside)?;
    let is_padded = inside != inside.trim() && matches!(inside.trim(), "x" | "X" | "✓" | "✔")
        || matches!(inside, "v" | "V" | "y" | "Y" | "ok" | "OK" | "xx" | "٪" | "χ" | "х");
    let mut chars = (if is_padded { "✓" } else { inside }).chars();
    let sign = chars.next();
    let is_sign = sign.is_none_or(|c| !c.is_alphanumeric() && !c.is_whitespace() && c != '^' && c != '\u{fffc}');
    (is_sign && chars.next().is_none()).then(|| {
        (
            inside.len() + 2,
            format!("`[{inside}]` is no box of a task"),
            "write `[ ]` for what is to do, and `[x]` for what is done".to_owned(),
        )
    })
}

/// What people write before the items of a list, and Markdown does not know.
fn pseudo_marker(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(' ');
    if let Some(sign) = ["•", "–", "—", "▪", "◦", "●", "·", "\u{f0b7}", "\u{f0a7}", "\u{f0d8}", "\u{f0fc}"]
        .into_iter()
        .find(|sign| line.starts_with(sign))
    {
        return line[sign.len()..].starts_with([' ', '\t', '\u{a0}']).then_some(sign);
    }
    if let Some(hyphens) = ["-\u{a0}", "-- "].into_iter().find(|hyphens| line.starts_with(hyphens)) {
        return Some(hyphens.trim_end());
    }
    if let Some(marker) = joined_marker(line) {
        return Some(marker);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_numeric()).len();
    let rest = line[digits..].trim_start_matches(' ');
    if let Some(rest) = rest.strip_prefix(['-', 'ـ', '–']).filter(|rest| rest.starts_with(' ')) {
        return (digits > 0 && digits <= 4).then(|| &line[..line.len() - rest.len()]);
    }
    if let Some(rest) =
        rest.strip_prefix(['.', ')']).filter(|behind| behind.starts_with(' ') && line[digits..] != *rest)
    {
        return (1..=4).contains(&digits).then(|| &line[..line.len() - rest.len()]);
    }
    lettered_marker(line)
}

/// `-word` or `1.word`: the marker of an item without its blank.
fn joined_marker(line: &str) -> Option<&str> {
    let is_word = |rest: &str| rest.starts_with(char::is_alphabetic);
    if let Some(rest) = line.strip_prefix('-') {
        return is_word(rest).then_some("-");
    }
    // `*words*` is emphasis.
    if let Some(rest) = line.strip_prefix('*').filter(|rest| !rest.contains('*')) {
        return is_word(rest).then_some("*");
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_numeric()).len();
    let end = line[digits..].starts_with(['.', ')']).then_some(digits + 1)?;
    // `1.x` may as well be a version.
    let is_sentence = line[end..].contains(' ')
        || line[end..].starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
    let is_item = (1..=4).contains(&digits) && is_word(&line[end..]) && is_sentence;
    is_item.then(|| &line[..end])
}

/// `2. ` and `٢) `, which begin a list but not in a paragraph: how long they are, and the number.
fn late_item(line: &str) -> Option<(usize, u32)> {
    let shown = line.trim_start_matches(' ');
    let rest = shown.trim_start_matches(|c: char| c.is_numeric());
    let digits = &shown[..shown.len() - rest.len()];
    let behind = rest.strip_prefix(['.', ')'])?;
    let is_item =
        (1..=2).contains(&digits.chars().count()) && behind.strip_prefix(' ')?.starts_with(char::is_alphabetic);
    // More digits than these would be no number that can be held.
    let number = || digits.chars().try_fold(0, |number, c| Some(number * 10 + value_of_digit(c)?));
    is_item.then(number)?.map(|number| (line.len() - behind.len(), number))
}

/// `أ- …`, `أ) …`, `أ. …`, `a) …`, `a. …` and `(1) …`.
fn lettered_marker(line: &str) -> Option<&str> {
    // Persian and Urdu write the first letter by its name.
    if let Some(rest) = line.strip_prefix("الف").and_then(|rest| rest.strip_prefix([')', '.', '-'])) {
        return rest.starts_with(' ').then(|| &line[..line.len() - rest.len()]);
    }
    let open = usize::from(line.starts_with('('));
    let letter = line[open..].chars().next().filter(|c| c.is_alphanumeric())?;
    let end = open + letter.len_utf8();
    let sign = line[end..].chars().next()?;
    let is_sign = match (open, sign) {
        (1, sign) => sign == ')',
        (_, ')') => letter.is_alphabetic(),
        (_, '.') => letter.is_lowercase() || letter.is_alphabetic() && !letter.is_ascii() && !letter.is_uppercase(),
        (_, '-' | '–' | 'ـ') => letter.is_alphabetic() && !letter.is_ascii(),
        _ => false,
    };
    (is_sign && line[end + sign.len_utf8()..].starts_with(' ')).then(|| &line[..end + sign.len_utf8()])
}

/// A line that looks like the row of a table.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.starts_with('|') && line.ends_with('|') && !line.starts_with("||")
}

/// Two rows that are in no table.
fn table(range: Range<usize>, above: &str, line: &str) -> Found {
    let (head, below) = (cells(above).len(), cells(line).len());
    if is_rule(line) && head == below {
        let message = "this is no table: a bar in a formula or in code parts its head".to_owned();
        return (range, message, "write that bar as `\\|`, and in a formula as `\\vert`".to_owned());
    }
    if !is_rule(line) && line.chars().all(|c| "|-–—: \t".contains(c)) {
        let start = range.end + 1;
        let message = "long dashes part no head from a table, and readers see its bars".to_owned();
        return (start..start + line.len(), message, format!("write hyphens in this line: {}", rule(head)));
    }
    if is_rule(line) {
        let message = format!("this is no table: its head has {head} cells, and the line below it {below}");
        return (range, message, format!("write as many below: {}", rule(head)));
    }
    let help = format!("write a line below the head of the table: {}", rule(head));
    (range, "these lines are no table, and readers see their bars".to_owned(), help)
}

/// Whether a row is the line below the head of a table.
fn is_rule(row: &str) -> bool {
    row.contains('-') && row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

fn rule(cells: usize) -> String {
    format!("|{}", "---|".repeat(cells.min(8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: BlockPlace = BlockPlace { in_quote: false, in_item: false, begins_line: true };

    fn first(text: &str) -> Option<String> {
        lines(text, PLACE).map(|(range, ..)| text[range].to_owned())
    }

    #[test]
    fn what_stands_behind_code_begins_no_line() {
        assert_eq!(first(": note").as_deref(), Some(":"));
        let place = BlockPlace { begins_line: false, in_item: true, ..PLACE };
        for text in [": turns the image", "[-] x", "-like words"] {
            assert_eq!(lines(text, place), None, "{text}");
        }
    }

    #[test]
    fn lines_that_nearly_are_something() {
        for (text, sign) in [
            ("##Heading", "##"),
            ("####### Heading", "#######"),
            ("＃＃ Heading", "＃＃"),
            ("=== \"Tab\"", "==="),
            ("Result:\n2. not a list", "2."),
            ("الخطوات:\n٢. بند", "٢."),
            ("a. one\nb. two", "a."),
            ("أ. بند\nب. بند", "أ."),
            ("*no blank\n*no blank", "*"),
            ("Apple\n~ A fruit", "~"),
            ("Apple\n:A fruit", ":"),
            ("Steps follow\n2. two\n3. three", "2."),
            ("خطوات\n٢. ثان\n٣. ثالث", "٢."),
            ("::: mod.func", ":::"),
            ("+---+---+\n| A | B |", "+---+---+"),
            ("1.First\n2.Second", "1."),
            ("1.أول\n2.ثان", "1."),
            ("الف) مورد\nب) مورد", "الف)"),
            ("!!!note", "!!!"),
            ("/// note | Title", "///"),
            ("::card{title=\"x\"}", "::card"),
            ("١- أول\n٢- ثان", "١-"),
            ("• a\n• b", "•"),
            ("– a\n– b", "–"),
            ("أ- أول\nب- ثان", "أ-"),
            ("a) one\nb) two", "a)"),
            ("(1) one\n(2) two", "(1)"),
            ("1.First of all\n2.Then the other", "1."),
            ("-one\n-two", "-"),
            ("-[ ] to do", "-[ ]"),
            ("import Tabs from '@theme/Tabs';", "import"),
            ("export const a = 1", "export"),
            ("<<< @/snippets/x.js{1}", "<<<"),
            ("--8<-- \"x.md\"", "--8<--"),
            (".. note:: Title", ".. note::"),
            ("\\newpage", "\\newpage"),
            ("%% a remark %%", "%% a remark %%"),
            ("!> Words", "!>"),
            ("?> Words", "?>"),
            ("h2. Where they meet", "h2."),
            ("bq. Words of others", "bq."),
            ("{code:java}", "{code:java}"),
            ("=======", "======="),
            ("[TOC]", "[TOC]"),
            ("{:toc}", "{:toc}"),
            ("{: .note }", "{: .note }"),
            ("{#custom}", "{#custom}"),
            ("*[HTML]: Hypertext", "*[HTML]:"),
            ("| a | b |\n|---|---|---|\n| 1 | 2 |", "| a | b |"),
            ("text\n| a | b |\n| 1 | 2 |", "| a | b |"),
        ] {
            assert_eq!(first(text).as_deref(), Some(sign), "{text}");
        }
        let task = |text| lines(text, BlockPlace { in_item: true, ..PLACE }).map(|(range, ..)| range);
        assert_eq!(task("[] x"), Some(0..2));
        assert_eq!(task("[-] x"), Some(0..3));
        assert_eq!(task("one\n-two"), Some(4..5));
        assert_eq!(task("one\n• two"), Some(4..7));
        assert_eq!(task("[ ]milk"), Some(0..3));
    }

    #[test]
    fn lines_that_are_meant_as_they_stand() {
        for text in [
            "import duties from 'abroad' rise, and so do those\nimport from \"us\"",
            "export of goods = import of money",
            "C# is a language - so",
            "Really???",
            "2026-05-01 - a day\nthe next",
            "x == y === z",
            "– said one line alone",
            "-5 to 5\n-3 to 3",
            "1.5 GB\n2.5 GB",
            "v1.x\n2.x",
            "a) one thing, alone",
            "A. Smith wrote so\nB. Jones did not",
            "as of version\n2. Then it changed",
            "as of version\n2. Then it changed\n4. Again",
            ":) smile\n:param x: the value",
            "*Fees* are left out\n*Taxes* are not",
            "~ 5 % of all\n~5 %",
            "{ a: { b } } and {{}}",
            "{x} and {1, 2}",
            "%% 5",
            "| one line alone |",
            "a | b\nc | d",
            "[sic] that",
            "* [HTML] is",
            "h2. 5\nh7. words\n{codes}\nh2.x",
            "======",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
        for text in ["[x] done", "[a] letter", "[^1] note", "[link] words"] {
            assert_eq!(lines(text, BlockPlace { in_item: true, ..PLACE }), None, "{text}");
        }
    }
}
