//! The columns of its data that a chart uses.

/// The columns of the data that a chart uses, by their numbers.
pub struct Columns {
    pub x: Vec<usize>,
    pub y: Vec<usize>,
    /// Of the least and of the most that a number of the one `y` may be.
    pub range: Option<[usize; 2]>,
    pub series: Option<usize>,
    pub facet: Option<usize>,
    pub also: Vec<usize>,
    pub cite: Option<usize>,
}

impl Columns {
    /// Those whose cells say what a number is of, as the table has them.
    pub fn names(&self) -> impl Iterator<Item = usize> {
        self.facet.into_iter().chain(self.x.iter().copied()).chain(self.series)
    }

    /// Those that hold numbers, as the table has them.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        self.y.iter().copied().chain(self.range.into_iter().flatten())
    }

    /// All that the block names.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.names().chain(self.numbers()).chain(self.also.iter().copied()).chain(self.cite)
    }

    /// Those whose cells say of which category a row is: the drawing, if there are several, and `x`.
    pub fn category(&self) -> impl Iterator<Item = usize> {
        self.facet.into_iter().chain(self.x.iter().copied())
    }
}
