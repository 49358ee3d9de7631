//! Tables that are published as they are: no cell of one may be a formula.

/// How the first cell begins that a program for tables would run when the file is opened in it; nothing if none does.
pub fn formula(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (mut in_quotes, mut begins) = (false, true);
    for (at, c) in text.char_indices() {
        if std::mem::take(&mut begins) && is_formula(&text[at..]) {
            return Some(text[at..].chars().take_while(|c| !matches!(c, '\n' | '\r')).take(12).collect());
        }
        match c {
            '"' => in_quotes = !in_quotes,
            ',' | ';' | '\t' | '\n' | '\r' => begins = !in_quotes,
            _ => {}
        }
    }
    None
}

/// Whether a cell is a formula, or would be one to a program that leaves out the blanks before it. A number with a sign is none.
fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['"', ' ', '\u{feff}', '\u{a0}']);
    let end = cell.find(['\n', '\r']).unwrap_or(cell.len());
    let acts = |rest: &str| rest.contains(['(', '|', '!']);
    match cell.chars().next() {
        // A row of such signs is left over from a merge, which is told elsewhere.
        Some('=') => !cell[1..].starts_with('='),
        Some('@' | '＝' | '＠') => true,
        Some(sign @ ('+' | '-' | '＋' | '－')) => {
            let rest = &cell[sign.len_utf8()..end];
            let field = rest.split([',', ';', '\t']).next().unwrap_or_default();
            !field.starts_with(|c: char| c.is_ascii_digit() || c == '.') && acts(rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_would_run() {
        for table in [
            "a,b\n@SUM(1),2\n",
            "a,b\n\"=HYPERLINK(\"\"https://x.example\"\")\",1\n",
            "a,b\n1, =1+1\n",
            "a\tb\n1\t-cmd|'/C calc'!A0\n",
            "\u{feff}=1\n",
        ] {
            assert!(formula(table.as_bytes()).is_some(), "{table:?}");
        }
        for table in [
            "a,b\n-5,+3.2\n-,−4\n",
            "a,b\n\"x, =y\",1\n",
            "a,b\n- other,1\n",
            "a,b\n=======\n1,2\n",
            "",
            "\u{feff}a,b\n",
        ] {
            assert_eq!(formula(table.as_bytes()), None, "{table:?}");
        }
    }
}
