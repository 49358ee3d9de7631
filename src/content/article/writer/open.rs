//! What is open while an article is written: its end is still to come.

use crate::text::Span;

/// A heading whose words are being written.
pub struct OpenHeading {
    pub level: u8,
    /// The id that was written.
    pub id: Option<String>,
    /// Its words so far, without HTML.
    pub text: String,
    /// Whether a section begins with it.
    pub begins_section: bool,
}

/// An element of the author's that is open.
pub struct OpenElement {
    pub name: &'static str,
    /// How many elements of the generator's it stands in.
    pub depth: usize,
    pub span: Span,
    /// Whether text in it is Markdown.
    pub markdown: bool,
    /// Whether its text is said to be in another language than the page.
    pub in_other_language: bool,
}

/// The inside of an element that is taken out whole, such as a script in a line of text.
pub struct HiddenText {
    /// How many elements of the generator's it stands in.
    pub depth: usize,
}

/// An image whose alternative text is being written.
pub struct OpenImage {
    pub source: String,
    pub title: String,
    pub span: Span,
    /// Its alternative text so far.
    pub alternative: String,
    /// Its width and height, where they are written.
    pub size: [Option<String>; 2],
}

/// A link of Markdown whose words are being written.
pub struct OpenLink {
    pub span: Span,
    /// How long the output was when they began.
    pub from: usize,
    /// Whether the title of where it leads stands in the place of words.
    pub shows_title: bool,
}
