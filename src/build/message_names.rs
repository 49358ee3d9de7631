//! Names of messages that cannot be any or that nobody asks for, and which ones are meant by them: those that the other files of
//! the site have and theirs lacks.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Matter, nearest, quoted_list};
use crate::text::{FileId, Source};

/// Names that other files of the site's have and one lacks.
pub struct Lacking<'n> {
    /// Those of messages that the program has no words for.
    pub needed: BTreeSet<&'n str>,
    /// Those of messages for which the program's words stand in.
    pub others: BTreeSet<&'n str>,
}

/// For a line that cannot be read because of the name at its beginning, what is said of that name. `known` are the names of
/// the program.
pub fn of_no_message<'n>(
    file: FileId,
    source: &Source,
    at: usize,
    lacking: &Lacking<'_>,
    known: impl Iterator<Item = &'n str>,
) -> Option<Diagnostic> {
    let (start, line) = source.line_at(at);
    let name = unfit_name(line)?;
    let fault = Diagnostic::error(Code::Message, format!("`{name}` cannot be the name of a message"));
    let fault = fault.at(file.span(start..start + name.len()));
    let why = if name.is_ascii() { "" } else { "names of messages are not translated: " };
    let all: BTreeSet<&str> = lacking.needed.union(&lacking.others).copied().collect();
    let is_alone = source.text.lines().filter_map(unfit_name).nth(1).is_none();
    let alone = || only(&lacking.needed).or_else(|| only(&all)).filter(|_| is_alone);
    let near = nearest(name, all.iter().copied()).or_else(|| nearest(name, known)).or_else(alone);
    let help = match near {
        Some(near) => format!("{why}did you mean `{near}`?"),
        None if !all.is_empty() => format!("{why}this file lacks {}", quoted_list(all.iter().copied())),
        None => format!("{why}write it with letters from a to z, digits, `-` and `_`, as a template asks for it"),
    };
    let meant: Vec<&str> = near.map_or_else(|| all.iter().copied().collect(), |near| vec![near]);
    Some(meant.into_iter().fold(fault.help(help), |fault, name| fault.doubting(Matter::Message(name.to_owned()))))
}

/// What stands where a line has the name of a message, and can be none.
fn unfit_name(line: &str) -> Option<&str> {
    let name = line.split_once('=')?.0.trim_end();
    let is_other = name.is_empty() || name.starts_with([' ', '\t', '#', '-', '{', '}']);
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(fits);
    (!is_other && !is_name).then_some(name)
}

/// The name that is meant by one that nobody asks for: one that its file lacks, which is near or the only one there is.
pub fn meant_by_idle<'n>(idle: &str, all_idle: &[&str], lacking: &BTreeSet<&'n str>) -> Option<&'n str> {
    nearest(idle, lacking.iter().copied()).or_else(|| only(lacking).filter(|_| all_idle.len() == 1))
}

fn only<'n>(names: &BTreeSet<&'n str>) -> Option<&'n str> {
    names.first().copied().filter(|_| names.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_none_is_one_that_is_lacking() {
        let said = |text: &str, lacking: &[&str]| {
            let source = Source::new("ar.ftl", text);
            let at = text.find('\n').map_or(0, |end| end + 1);
            let lacking = Lacking { needed: lacking.iter().copied().collect(), others: BTreeSet::new() };
            let fault = of_no_message(FileId(0), &source, at, &lacking, ["menu"].into_iter())?;
            Some((fault.help.unwrap_or_default(), fault.span.map(|span| &text[span.start..span.end])?.to_owned()))
        };
        for (line, lacking, help, name) in [
            ("اتصال = x", &["contact"][..], "not translated: did you mean `contact`?", "اتصال"),
            ("اتصال = x", &["contact", "us"], "this file lacks `contact` or `us`", "اتصال"),
            ("contact us = x", &["contact", "us"], "did you mean `contact`?", "contact us"),
            ("\u{200f}menu = x", &[], "did you mean `menu`?", "\u{200f}menu"),
            ("2nd = x", &[], "letters from a to z", "2nd"),
        ] {
            let (found, place) = said(&format!("a = b\n{line}\n"), lacking).expect(line);
            assert!(found.contains(help), "{line}: {found}");
            assert_eq!(place, name);
        }
        for line in ["menu = { $x", "    words = more", "no sign", "# menu = x", "}"] {
            assert_eq!(said(&format!("a = b\n{line}\n"), &["contact"]), None, "{line}");
        }
    }
}
