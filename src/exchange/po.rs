//! The PO of gettext: <https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>. The context of a message is the id
//! of its unit.

use super::unit::{Exchange, Unit, UnitState};

/// Writes units. What is behind is fuzzy.
pub fn write(exchange: &Exchange) -> String {
    let mut out = format!(
        "msgid \"\"\nmsgstr \"\"\n\"Language: {}\\n\"\n\"X-Source-Language: {}\\n\"\n\"MIME-Version: 1.0\\n\"\n\
         \"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n",
        exchange.target, exchange.source
    );
    for unit in &exchange.units {
        out += &format!("\n#: content/{}/{}.md\n", unit.page, exchange.source);
        if unit.state == UnitState::Behind {
            out += "#, fuzzy\n";
        }
        for (keyword, text) in [("msgctxt", &unit.id()), ("msgid", &unit.source), ("msgstr", &unit.target)] {
            out += &format!("{keyword} {}\n", quoted(text));
        }
    }
    out
}

/// A text in quotation marks, a line of it each.
fn quoted(text: &str) -> String {
    let line = |line: &str| {
        let mut out = String::from("\"");
        for c in line.chars() {
            match c {
                '"' => out += "\\\"",
                '\\' => out += "\\\\",
                '\n' => out += "\\n",
                '\t' => out += "\\t",
                c => out.push(c),
            }
        }
        out + "\""
    };
    let lines: Vec<String> = text.split_inclusive('\n').map(line).collect();
    match lines.len() {
        0 => "\"\"".to_owned(),
        1 => lines.concat(),
        _ => format!("\"\"\n{}", lines.join("\n")),
    }
}

/// A message, as far as it has been read.
#[derive(Default)]
struct Message {
    fuzzy: bool,
    texts: [Option<String>; 3],
}

const KEYWORDS: [&str; 3] = ["msgctxt", "msgid", "msgstr"];

/// Reads units. An error is one sentence. What is obsolete is left out.
pub fn read(text: &str) -> Result<Exchange, String> {
    let mut exchange = Exchange { source: String::new(), target: String::new(), units: Vec::new() };
    let mut message = Message::default();
    let mut part = 0;
    for (n, line) in text.lines().map(str::trim).enumerate() {
        let wrong = || format!("line {} is no line of a PO file: {line}", n + 1);
        if line.is_empty() || line.starts_with('#') {
            if message.texts[2].is_some() {
                take(std::mem::take(&mut message), &mut exchange)?;
            }
            message.fuzzy |= line.starts_with("#,") && line.contains("fuzzy");
            continue;
        }
        let found = KEYWORDS.iter().position(|keyword| line.split([' ', '"']).next() == Some(keyword));
        if let Some(found) = found {
            if message.texts[2].is_some() {
                take(std::mem::take(&mut message), &mut exchange)?;
            }
            part = found;
        } else if !line.starts_with('"') {
            return Err(wrong());
        }
        let start = line.find('"').ok_or_else(wrong)?;
        let inside = unquoted(&line[start..]).ok_or_else(wrong)?;
        message.texts[part].get_or_insert_default().push_str(&inside);
    }
    take(message, &mut exchange)?;
    match exchange.source.is_empty() || exchange.target.is_empty() {
        true => Err("its head does not name both languages, as `X-Source-Language` and `Language`".to_owned()),
        false => Ok(exchange),
    }
}

fn take(message: Message, exchange: &mut Exchange) -> Result<(), String> {
    let Message { fuzzy, texts: [context, source, target] } = message;
    let (Some(source), Some(target)) = (source, target) else { return Ok(()) };
    let Some(context) = context else {
        let field = |name: &str| target.lines().find_map(|line| Some(line.strip_prefix(name)?.trim().to_owned()));
        exchange.source = field("X-Source-Language:").unwrap_or_default();
        exchange.target = field("Language:").unwrap_or_default();
        return Ok(());
    };
    let (page, part) =
        Unit::split_id(&context).ok_or_else(|| format!("the context `{context}` names no page and no part of it"))?;
    let state = match (target.is_empty(), fuzzy) {
        (true, _) => UnitState::Missing,
        (false, true) => UnitState::Behind,
        (false, false) => UnitState::Translated,
    };
    exchange.units.push(Unit { page: page.to_owned(), part: part.to_owned(), source, target, state });
    Ok(())
}

fn unquoted(written: &str) -> Option<String> {
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            },
            c => c,
        });
    }
    Some(out)
}
