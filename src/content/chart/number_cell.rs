//! A cell in a column of numbers: the number, or what it is meant to be and what to type instead.

use super::block::Spec;
use super::model::{ChartKind, Number};
use crate::diagnostic::{Cause, Code, Diagnostic, Matter};
use crate::text::{Located, ascii_digits, has_other_digits};

/// The number of a cell, none if it is empty, and what is wrong with it.
pub fn read_number(cell: &Located<String>, column: &str, spec: &Spec) -> (Option<Number>, Option<Diagnostic>) {
    let written = &cell.value;
    let number = Number::parse(written);
    let has_digits_only = || written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let (message, help) = match &number {
        None if written.is_empty() => return (None, None),
        None if written.len() > Number::MOST_DIGITS && has_digits_only() => (
            format!("a number in the column `{column}` has more than {} digits", Number::MOST_DIGITS),
            "round it, or count in thousands or millions and say so in `unit`".to_owned(),
        ),
        None => explain(written, column),
        Some(Number { value, .. }) if spec.log() && *value <= 0.0 => (
            format!("`{written}` in the column `{column}` has no place on a logarithmic scale"),
            "leave out scale = \"log\", or leave the cell empty".to_owned(),
        ),
        Some(Number { value, .. }) if spec.is(ChartKind::Share) && *value < 0.0 => (
            format!("`{written}` in the column `{column}` is less than nothing and no part of a whole"),
            "draw bars, which may be negative".to_owned(),
        ),
        Some(_) => return (number, None),
    };
    let fault = Diagnostic::error(Code::InvalidCell, message).at(cell.span).help(help);
    // That it would act in a program for tables is nothing more to mend.
    let fault = if written.starts_with('=') { fault.doubting(Matter::File(cell.span.file)) } else { fault };
    // Whoever types one number in other digits types all so.
    let is_typed_so = number.is_none() && has_other_digits(written);
    let cause = || Cause { name: format!("digits of the file {}", cell.span.file.0), instead: None };
    (number, Some(if is_typed_so { fault.because_of(cause()) } else { fault }))
}

/// Message and remedy for a cell that is no number.
fn explain(written: &str, column: &str) -> (String, String) {
    let western = ascii_digits(written).replace('٫', ".").replace('٬', "");
    let plain = plain(&western);
    let instead = || format!("write `{}`", plain.as_deref().unwrap_or("1234.5"));
    let in_column = format!("in the column `{column}`");
    if has_other_digits(written) && plain.is_some() {
        let name = if written.contains(|c| matches!(c, '۰'..='۹')) { "Persian" } else { "Arabic" };
        return (
            format!("`{written}` {in_column} is in {name} digits"),
            format!("{}, and so in each cell of the file", instead()),
        );
    }
    if written.contains(['٫', '٬']) && plain.is_some() {
        return (format!("`{written}` {in_column} holds an Arabic decimal sign or one for thousands"), instead());
    }
    if let Some(plain) = plain.filter(|plain| plain != written) {
        let message = format!("`{written}` {in_column} is not a number as data files write it");
        return (message, format!("write `{plain}`: digits with a point, and no other signs"));
    }
    if written.starts_with('=') {
        let message = format!("`{written}` {in_column} is a formula");
        return (message, "write the number that it gives: save the table with values".to_owned());
    }
    let message = format!("`{written}` {in_column} is not a number");
    let nothing =
        ["n/a", "na", "n.a.", "none", "null", "nan", "-", "–", "—", "…", "...", "?", "x", ".", "لا يوجد", "غير متاح"];
    let help = if nothing.contains(&written.to_lowercase().as_str()) {
        "leave the cell empty where there is no number"
    } else {
        "write digits with a point and no separators, such as 1234.5; a range has two columns, which `range` names, and a remark one of its own"
    };
    (message, help.to_owned())
}

/// The number without signs between its groups of digits; nothing if it is none then.
fn plain(written: &str) -> Option<String> {
    let parts = |sign: char| written.split(sign).map(str::len).collect::<Vec<_>>();
    let is_grouped = |sign: char| parts(sign).iter().skip(1).all(|len| *len == 3);
    let blanks: String = written.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_')).collect();
    let commas = blanks.matches(',').count();
    let text = match commas {
        0 => blanks.clone(),
        // A comma before three digits parts thousands; any other stands for the point.
        1 if !blanks.contains('.') && !is_grouped(',') => blanks.replace(',', "."),
        _ => blanks.replace(',', ""),
    };
    let text = text.strip_prefix('+').or(text.strip_prefix('−').map(|_| text.as_str())).unwrap_or(&text);
    let text = text.replace('−', "-");
    Number::parse(&text).map(|number| number.written)
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[test]
    fn numbers_of_people_are_shown_as_data_files_write_them() {
        for (written, help) in [
            ("٣٦٥", "`365`"),
            ("۳۶۵", "`365`"),
            ("365٫5", "`365.5`"),
            ("١٬٤٠٠٫٥", "`1400.5`"),
            ("1 400", "`1400`"),
            ("1\u{202f}400", "`1400`"),
            ("1,400", "`1400`"),
            ("1,400,000.5", "`1400000.5`"),
            ("365,5", "`365.5`"),
            ("−4", "`-4`"),
            ("+4", "`4`"),
            ("n/a", "leave the cell empty"),
            ("–", "leave the cell empty"),
            ("about 3", "such as 1234.5"),
        ] {
            let said = explain(written, "c");
            assert!(said.1.contains(help), "{written}: {said:?}");
        }
    }
}
