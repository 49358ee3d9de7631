//! Muwazana makes a website of a comparison: Markdown in several languages in, a cross-linked static site out.
//!
//! The folders of the crate are the stages of a build, in order, and what flows between them are values:
//!
//! | rank | room | what lives here |
//! |---|---|---|
//! | 0 | [`source`] | texts, places in them, TOML read key by key; reads the tree from the disk, and its history from Git |
//! | 0 | [`diagnostic`] | what is wrong, as data, and its printers |
//! | 1 | [`locale`] | direction, digits, plurals, dates, order, words taken apart for search, the words of the interface |
//! | 2 | [`config`] | `site.toml` |
//! | 3 | [`content`] | one file in, one value out: front matter, Markdown, charts, facts, bibliography, what was confirmed to agree |
//! | 4 | [`site`] | the frozen model: pages and their faces, links, backlinks, order, freshness, checks |
//! | 5 | [`render`] | one typed view a template; documents, charts and the index of the search as bytes |
//! | 6 | [`session`] | one build from the tree to the bytes, and what it leaves for the next |
//! | 7 | [`output`] | bytes into the output folder |
//! | 8 | [`server`] | HTTP, watching, reload |
//! | 9 | [`command`] | the command line, one file a command |
//!
//! A room uses rooms of lower rank only; the two of rank 0 use each other. Only `source` reads a site's files, and only
//! `output` writes any and reads again what it wrote; what lies between touches no file, clock, environment or network, and
//! nothing depends on the order of a hash map or of threads: the same input gives the same bytes. `tests/tidy.rs` holds the
//! crate to this page.

pub mod command;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod locale;
pub mod output;
pub mod render;
pub mod server;
pub mod session;
pub mod site;
pub mod source;
