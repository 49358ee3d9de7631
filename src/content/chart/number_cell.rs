//! What a cell that is no number is meant to be, and what to type instead.

use super::model::Number;
use crate::text::{ascii_digits, has_other_digits};

/// Message and remedy for a cell in a column of numbers.
pub fn explain(written: &str, column: &str) -> (String, String) {
    let western = ascii_digits(written).replace('٫', ".").replace('٬', "");
    let plain = plain(&western);
    let instead = || format!("write `{}`", plain.as_deref().unwrap_or("1234.5"));
    let in_column = format!("in the column `{column}`");
    if has_other_digits(written) && plain.is_some() {
        let name = if written.contains(|c| matches!(c, '۰'..='۹')) { "Persian" } else { "Arabic" };
        return (format!("`{written}` {in_column} is in {name} digits"), instead());
    }
    if written.contains(['٫', '٬']) && plain.is_some() {
        return (format!("`{written}` {in_column} holds an Arabic decimal sign or one for thousands"), instead());
    }
    if let Some(plain) = plain.filter(|plain| plain != written) {
        let message = format!("`{written}` {in_column} is not a number as data files write it");
        return (message, format!("write `{plain}`: digits with a point, and no other signs"));
    }
    let message = format!("`{written}` {in_column} is not a number");
    let nothing =
        ["n/a", "na", "n.a.", "none", "null", "nan", "-", "–", "—", "…", "...", "?", "x", ".", "لا يوجد", "غير متاح"];
    let help = if nothing.contains(&written.to_lowercase().as_str()) {
        "leave the cell empty where there is no number"
    } else {
        "write digits with a point and no separators, such as 1234.5; a range needs two columns, and a remark one of its own"
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
