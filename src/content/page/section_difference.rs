//! How two languages differ in what a section holds, as a message says it.

/// How two languages differ in what a section holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDifference {
    /// What each holds, in the words of a message; `not` for what one lacks that the other has.
    pub held: [String; 2],
    /// Where that stands in each, in bytes from the beginning of the section, if it is a figure.
    pub within: [Option<[usize; 2]>; 2],
}

/// What one language says of what the other has alone.
pub const NOT: &str = "not";

impl SectionDifference {
    /// Whether the first of the two has nothing where the other has something.
    pub fn is_lack_of_first(&self) -> bool {
        self.held[0] == NOT || self.held[0].starts_with("no ")
    }

    /// The same from the other side.
    pub fn turned(self) -> Self {
        let Self { held: [own, theirs], within: [here, there] } = self;
        Self { held: [theirs, own], within: [there, here] }
    }
}

impl From<[String; 2]> for SectionDifference {
    fn from(held: [String; 2]) -> Self {
        Self { held, within: [None, None] }
    }
}
