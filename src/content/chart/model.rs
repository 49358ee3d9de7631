//! A chart as an article writes it, in a fenced block of TOML: what is drawn of which columns, and the words that it is
//! drawn with. How it looks, and what its numbers look like in a language, is the business of `render`.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::content::slot::NoteRef;
use crate::text::Date;

/// What a chart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartKind {
    /// A bar a value.
    Bar,
    /// Values over time, or over what else comes in an order.
    Line,
    /// A mark a value, on one scale.
    Dot,
    /// One bar, cut into the parts of a hundred.
    Share,
    /// The scale of a comparison: an axis a category, whose two ends are called as the second and the third of its words say,
    /// with a range of 0 to 100 for each series, both of whose ends are among the values. No block asks for it.
    Axes,
}

impl ChartKind {
    /// All that a block may ask for.
    pub const ALL: [Self; 4] = [Self::Bar, Self::Line, Self::Dot, Self::Share];

    /// Its name in the block, in class names and, after `chart_`, among the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Line => "line",
            Self::Dot => "dot",
            Self::Share => "share",
            Self::Axes => "axes",
        }
    }
}

/// By what a chart is known on the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartName {
    /// What its block says.
    Own(String),
    /// What its file of data is called, without the ending: a part of a name, to which that of its page belongs.
    OfData(String),
}

impl ChartName {
    /// The id of a chart on a page of that name; home has none.
    pub fn id(&self, page: &str) -> String {
        match self {
            Self::Own(id) => id.clone(),
            Self::OfData(name) if page.is_empty() => name.clone(),
            Self::OfData(name) => format!("{page}-{name}"),
        }
    }
}

/// A chart that can be drawn: in every row of `values` there are as many as `series` has names, or twice as many of axes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Chart {
    /// By what it is known.
    pub name: ChartName,
    /// Bars, a line, marks or shares.
    pub kind: ChartKind,
    /// Whether the scale is logarithmic; then every value is greater than zero.
    pub log: bool,
    /// What it shows; plain text.
    pub title: String,
    /// What its numbers count; plain text.
    pub unit: Option<String>,
    /// A remark; plain text.
    pub note: Option<String>,
    /// By category: the number of the subject that it is about, which gives the ink and the mark.
    pub subjects: Vec<Option<usize>>,
    /// What values are of, each in one or more words.
    pub categories: Vec<Vec<Cell>>,
    /// Names of the series; one name where there is one series, and then it need not be shown.
    pub series: Vec<String>,
    /// By category and series.
    pub values: Vec<Vec<Option<Number>>>,
    /// By category and series, as the values are: the least and the most that a value may be. Nothing at all where the chart has
    /// no ranges.
    pub ranges: Vec<Vec<Option<[Number; 2]>>>,
    /// Its small drawings, in order; none where all of it is one drawing.
    pub facets: Vec<ChartFacet>,
    /// What is said of single values.
    pub annotations: Vec<ChartAnnotation>,
    /// The same and more, row by row.
    pub table: Grid,
    /// The link to the data, by its number in the `links` of the article.
    pub link: usize,
    /// The references to its sources.
    pub citations: Vec<NoteRef>,
}

impl Chart {
    /// Between what a value lies, if the data say so.
    pub fn range(&self, [category, series]: [usize; 2]) -> Option<&[Number; 2]> {
        self.ranges.get(category)?.get(series)?.as_ref()
    }

    /// Every number that has a place on the scale of values.
    pub fn numbers(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        let values = self.values.iter().flatten().flatten().map(|number| number.value);
        values.chain(self.ranges.iter().flatten().flatten().flatten().map(|end| end.value))
    }
}

/// One of several small drawings.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChartFacet {
    /// The cell that its rows have in common.
    pub name: Cell,
    /// Its categories among those of the chart.
    pub categories: Range<usize>,
}

/// Words at a value, which is there.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChartAnnotation {
    /// The category of the value.
    pub category: usize,
    /// Its series.
    pub series: usize,
    /// The words; plain text.
    pub text: String,
}

/// The table under a chart.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    /// The names of its columns, in the article's language.
    pub head: Vec<String>,
    /// How many of the columns name their row.
    pub names: usize,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A row of a [`Grid`].
#[derive(Debug, Serialize, Deserialize)]
pub struct GridRow {
    /// As many as the head has names.
    pub cells: Vec<Cell>,
    /// The references to the row's own sources.
    pub citations: Vec<NoteRef>,
}

/// A cell of the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Words, in the article's language if the block translates them.
    Text(String),
    /// A day, month or year.
    Date(Date),
    /// A number.
    Number(Number),
    /// Nothing.
    Empty,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// As the file writes it, with every digit.
    pub written: String,
    /// Where it stands on a scale.
    pub value: f64,
}

impl Number {
    /// How many digits a number may have. So the greatest and the least are far from the ends of what a machine can
    /// reckon with, and their differences and powers are, too.
    pub const MOST_DIGITS: usize = 30;

    /// Reads digits with at most one point and a minus sign; nothing else is a number here, nor what has more than
    /// [`Number::MOST_DIGITS`].
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > Self::MOST_DIGITS + 2 {
            return None;
        }
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let size = text.strip_prefix('-').unwrap_or(text);
        let good = size.split_once('.').map_or(digits(size), |(whole, part)| digits(whole) && digits(part));
        let few = text.bytes().filter(u8::is_ascii_digit).count() <= Self::MOST_DIGITS;
        let value = text.parse().ok().filter(|value: &f64| good && few && value.is_finite())?;
        Some(Self { written: text.to_owned(), value })
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_plain_or_none() {
        for (text, value) in [("0", 0.0), ("-4.50", -4.5), ("12400000", 12_400_000.0), ("0.010", 0.01)] {
            assert_eq!(Number::parse(text).map(|number| number.value), Some(value), "{text}");
        }
        let (most, least) = ("9".repeat(30), format!("-0.{}1", "0".repeat(28)));
        assert!(Number::parse(&most).is_some() && Number::parse(&least).is_some());
        assert!(Number::parse(&format!("1{most}")).is_none() && Number::parse(&format!("{least}1")).is_none());
        for text in ["", "-", "1,000", "11–13", "1e5", "+5", ".5", "5.", "inf", "٥", "about 3", "1.2.3"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
