//! Ranges whose ends are not told apart as TOML has it: `20-35`, `20..35`, `[20 35]`.

use super::toml_slip::{TomlSlip, edit};

/// Two numbers that are meant as the ends of a range, with another sign than a comma between them, or without brackets.
pub fn slip(written: &str, start: usize, open: Option<char>) -> Option<TomlSlip> {
    let is_sign = |c: char| matches!(c, '.' | ':' | '/' | '-' | '–' | '—' | '…') || c == ' ';
    let (low, rest) = written.split_at(written.find(is_sign)?);
    let high = rest.trim_start_matches(is_sign);
    let sign = rest[..rest.len() - high.len()].trim();
    let is_end = |number: &str| (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_decimal = sign == "." && !rest.contains(' ');
    if !is_end(low) || !is_end(high) || is_decimal {
        return None;
    }
    let end = start + written.len();
    let help = format!("write `,` between its ends: [{low}, {high}]");
    let (with, message) = match (open, sign) {
        (Some('['), "") => (format!("{low}, {high}"), format!("between {low} and {high} no comma stands")),
        (Some('['), _) => (format!("{low}, {high}"), format!("between {low} and {high} stands `{sign}`")),
        (None, _) => (format!("[{low}, {high}]"), format!("`{written}` is no range as TOML writes it")),
        _ => return None,
    };
    // What is meant may be something else; the reader of the key says so at the same place.
    Some(TomlSlip::giving_way(vec![edit(start, end, with)], Some((message, help))))
}
