//! Full-text search: how words are analysed, here and in the browser alike; the format of the published index; and the
//! index itself, which is made of plain entries and knows no page of the site.

pub mod analysis;
pub mod format;
pub mod index;
