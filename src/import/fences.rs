//! Blocks of code in Markdown, read line by line: what stands in one is nothing else.

/// The fence of the block that a reader is in, if any.
#[derive(Debug, Default)]
pub struct CodeFence(Option<String>);

impl CodeFence {
    /// Takes the next line. Whether a block is open behind it: one that closes a block is none of its lines any more.
    pub fn is_open_after(&mut self, line: &str) -> bool {
        let shown = line.trim();
        let sign = ['`', '~'].into_iter().find(|sign| shown.starts_with(*sign));
        let run: String = shown.chars().take_while(|c| Some(*c) == sign).collect();
        self.0 = match self.0.take() {
            None => Some(run).filter(|run| run.len() >= 3),
            Some(open) if shown.starts_with(&open) && run.len() == shown.len() => None,
            open => open,
        };
        self.is_open()
    }

    pub fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_ends_at_a_fence_as_long_as_its_own() {
        let mut fence = CodeFence::default();
        let lines = ["a", "````md", "```sh", "# b", "```", "~~~~", "```` c", "````", "d", "  ~~~", "```", "~~~~"];
        let open = lines.map(|line| fence.is_open_after(line));
        assert_eq!(open, [false, true, true, true, true, true, true, false, false, true, true, false]);
    }
}
