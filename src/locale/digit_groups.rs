//! Digits in groups with blanks between them: thousands, `12 500`, telephone numbers, `03 123 4567`, and those of cards. Other
//! numbers with blanks between them are a list.

use std::ops::Range;

/// So many groups of digits a number may have.
pub const MOST_GROUPS: usize = 8;

/// How many groups of digits with blanks between them are one number, by how many digits each has.
pub fn groups_of_one_number(counts: &[usize], begins_with_zero: bool) -> usize {
    let first = counts.first().copied().unwrap_or_default();
    let is_telephone = begins_with_zero && first > 1;
    let mut of_four = usize::from(first == 4);
    let mut groups = 1;
    for count in counts.iter().skip(1) {
        let fits = match count {
            _ if is_telephone => *count > 1,
            3 => first <= 3,
            4 => of_four == groups,
            _ => false,
        };
        if !fits {
            break;
        }
        groups += 1;
        of_four += usize::from(*count == 4);
    }
    // Two or three groups of four are years.
    if of_four == groups && groups != 4 && !is_telephone { 1 } else { groups }
}

/// The numbers of a right-to-left text that have Arabic-Indic digits in groups: `٠١٠ ١٢٣٤ ٥٦٧٨`. Such digits keep their order in
/// it, and the groups do not.
pub fn grouped_arabic_numbers(text: &str) -> Vec<Range<usize>> {
    let is_own = |c: char| matches!(c, '٠'..='٩');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_own).map(|next| at + next) {
        let (mut ends, mut counts, mut end) = (Vec::new(), Vec::new(), start);
        while counts.len() < MOST_GROUPS {
            let length = text[end..].find(|c| !is_own(c)).unwrap_or(text.len() - end);
            if length == 0 {
                break;
            }
            counts.push(text[end..end + length].chars().count());
            ends.push(end + length);
            end += length;
            at = end;
            match text[end..].strip_prefix(' ') {
                Some(rest) if rest.starts_with(is_own) => end += 1,
                _ => break,
            }
        }
        let has_plus = text[..start].ends_with('+');
        let is_alone = !text[..start].ends_with(['.', ',', '٫', '٬', '/', '-', '–', ':']) && counts[0] <= 5;
        let groups = match has_plus {
            true => counts.len(),
            false => groups_of_one_number(&counts, text[start..].starts_with('٠')),
        };
        if is_alone && groups > 1 {
            found.push(start - usize::from(has_plus)..ends[groups - 1]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_from_lists() {
        for (counts, zero, groups) in [
            (&[2, 3][..], false, 2),
            (&[3, 3, 3], false, 3),
            (&[3, 4, 4], true, 3),
            (&[4, 4, 4, 4], false, 4),
            (&[4, 4], false, 1),
            (&[1, 1, 1], false, 1),
            (&[2, 2], false, 1),
        ] {
            assert_eq!(groups_of_one_number(counts, zero), groups, "{counts:?}");
        }
    }

    #[test]
    fn arabic_numbers_in_groups() {
        let found = |text| grouped_arabic_numbers(text).into_iter().map(|range| &text[range]).collect::<Vec<&str>>();
        assert_eq!(found("رقمه +٩٦٦ ٥٠ ١٢٣ و١٢ ٥٠٠."), ["+٩٦٦ ٥٠ ١٢٣", "١٢ ٥٠٠"]);
        assert_eq!(found("في ٢٠٢٤ ٢٠٢٥ و٣٫٥ ٢٠٠ و١ ٢"), [""; 0]);
    }
}
