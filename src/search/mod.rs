//! Full-text search: how words are analysed, here and in the browser alike.

pub mod analysis;
