//! LineRanges of coloured code with what a fence says of them: marks and numbers.

use std::ops::RangeInclusive;

use super::fence::Fence;

/// Wraps lines in `<mark>`, `<ins>` or `<del>`, and puts an `<i>` before each where the sheet is to number them; no tag is
/// open at the end of a line, so that each can be taken by itself. The end of a line stands after its mark: inside, it
/// would join the line with the next.
pub fn decorated(html: &str, fence: &Fence) -> String {
    let mut looks = [
        ("<del>", "</del>", LineRanges::new(&fence.deleted)),
        ("<ins>", "</ins>", LineRanges::new(&fence.inserted)),
        ("<mark>", "</mark>", LineRanges::new(&fence.marked)),
    ];
    if fence.first_number.is_none() && looks.iter().all(|(_, _, lines)| lines.is_empty()) {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + 64);
    for (at, line) in html.split_inclusive('\n').enumerate() {
        let (inside, end) = line.strip_suffix('\n').map_or((line, ""), |inside| (inside, "\n"));
        let mut tags = ("", "");
        for (open, close, lines) in looks.iter_mut().rev() {
            if lines.contains(at + 1) {
                tags = (open, close);
            }
        }
        // An attribute, which is not copied with the code, and needs no inline style as a counter that begins later would.
        let number = fence.first_number.map(|first| format!("<i data-n=\"{}\"></i>", first.saturating_add(at)));
        for part in [tags.0, number.as_deref().unwrap_or_default(), inside, tags.1, end] {
            out.push_str(part);
        }
    }
    out
}

/// Ranges of lines, asked for one line after the other.
struct LineRanges {
    /// By where they begin, the first at the end.
    ranges: Vec<RangeInclusive<usize>>,
    /// The last line of the ranges so far.
    until: usize,
}

impl LineRanges {
    fn new(ranges: &[RangeInclusive<usize>]) -> Self {
        let mut ranges = ranges.to_vec();
        ranges.sort_unstable_by_key(|range| std::cmp::Reverse(*range.start()));
        Self { ranges, until: 0 }
    }

    fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    fn contains(&mut self, number: usize) -> bool {
        while let Some(range) = self.ranges.pop_if(|range| *range.start() <= number) {
            self.until = self.until.max(*range.end());
        }
        number <= self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_look_and_number() {
        let fence = Fence { marked: vec![3..=3, 1..=1], deleted: vec![2..=2], ..Fence::default() };
        assert_eq!(decorated("a\nb\nc\nd", &fence), "<mark>a</mark>\n<del>b</del>\n<mark>c</mark>\nd");
        let fence = Fence { inserted: vec![2..=9], first_number: Some(4), ..Fence::default() };
        assert_eq!(decorated("a\nb\n", &fence), "<i data-n=\"4\"></i>a\n<ins><i data-n=\"5\"></i>b</ins>\n");
    }
}
