//! What a book in the format EPUB 3 asks of its files: <https://www.w3.org/TR/epub-33/>. What stands in the book is the
//! business of `documents`.

mod chapter_markup;
mod container;
mod faces;

pub use chapter_markup::{BookAddresses, chapter_markup, xml_id};
pub use container::{BookFile, container};
pub use faces::{book_faces, character_set};
