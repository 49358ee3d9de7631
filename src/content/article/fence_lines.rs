//! Tells line by line what stands in fenced code, for what looks at a text before Markdown is parsed.

/// The fence that is open, from one line to the next.
#[derive(Clone, Copy, Debug, Default)]
pub struct FenceLines {
    open: Option<(char, usize)>,
}

impl FenceLines {
    /// Whether the next line belongs to fenced code, its fences included.
    pub fn take(&mut self, line: &str) -> bool {
        let text = line.trim_start_matches([' ', '\t', '>']);
        match self.open {
            Some((mark, length)) => {
                let text = text.trim();
                if text.len() >= length && text.chars().all(|c| c == mark) {
                    self.open = None;
                }
                true
            }
            None => {
                self.open = fence(text).or_else(|| fence(behind_marker(text)));
                self.open.is_some()
            }
        }
    }
}

/// The mark of a fence that a line begins with, and how many of it.
fn fence(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(mark).len();
    let info = &text[length..];
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}

/// What stands behind the marker of a list item.
fn behind_marker(text: &str) -> &str {
    let digits = text.trim_start_matches(|c: char| c.is_numeric());
    let rest = match digits.len() < text.len() {
        true => digits.strip_prefix(['.', ')']),
        false => text.strip_prefix(['-', '*', '+']),
    };
    rest.filter(|rest| rest.starts_with(' ')).map_or("", str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_code() {
        let mut fences = FenceLines::default();
        let text = "a\n```rust\n:::\n~~~\n```\nb\n- ````\n  ```\n  ````\n`` x ``\n> ~~~ a`b\n> ~~~\nc";
        let inside: String = text.lines().map(|line| if fences.take(line) { '#' } else { '.' }).collect();
        assert_eq!(inside, ".####.###.##.");
    }
}
