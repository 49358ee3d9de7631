//! Muwazana makes a website of a comparison: Markdown in several languages in, a cross-linked static site out.
//!
//! The folders of the crate are the stages of a build, in order, and what flows between them are values:
//!
//! | rank | room | what lives here |
//! |---|---|---|
//! | 0 | [`text`] | texts, places in them, days; every trick with bytes beside its plain twin; HTML escaping |
//! | 1 | [`diagnostic`] | what is wrong, as data, and its printers |
//! | 2 | [`fields`] | TOML, and YAML of front matter, read key by key |
//! | 2 | [`tree`] | the walk over a site's files, embedded defaults, stamps, the repository's history |
//! | 3 | [`locale`] | direction, digits, plurals, dates, order, the words of the interface |
//! | 4 | [`config`] | `site.toml` |
//! | 5 | [`content`] | one folder in, one page out: front matter, Markdown, charts, code, bibliography, confirmed translations |
//! | 6 | [`schema`] | JSON Schemas of the settings, made of what their readers ask |
//! | 6 | [`site`] | the frozen model: pages and their faces, links, backlinks, order, freshness, checks |
//! | 7 | [`search`] | how words are analysed, here and in the browser; the format of the index; the index, made of plain entries |
//! | 8 | [`render`] | one typed view a template; documents and charts as bytes; the Content-Security-Policy; what the index is given |
//! | 9 | [`cache`] | what one build leaves for the next: the snapshot, highlighted code, parts of the search index |
//! | 10 | [`build`] | one build from the tree to the bytes; the workspace of `serve`, where results stay in memory |
//! | 11 | [`exchange`] | texts in and out in the formats of translators' tools |
//! | 11 | [`symbols`] | what has a name: where it is named, and how it gets another name everywhere |
//! | 11 | [`output`] | bytes into the output folder |
//! | 12 | [`external`] | what other sites answer: the only room that speaks to them |
//! | 12 | [`lsp`] | the language server: what an editor asks, and what it is told |
//! | 12 | [`server`] | HTTP, watching, reload |
//! | 12 | [`import`] | trees that were written for other generators, moved into place |
//! | 12 | [`starter`] | the files that a new page or a new site begins with |
//! | 13 | [`command`] | the command line, one file a command |
//!
//! A room (a folder or file of the crate) uses rooms of lower rank only. Only `tree` reads a site's files; only `output`
//! writes into the output folder or beside the sources; only `cache` reads and writes the cache folder. What lies between is
//! pure: no file, clock, environment or network. Nothing depends on the order of a hash map or of threads: the same input
//! gives the same bytes. `tests/tidy.rs` holds the crate to this page.
//!
//! Two types explain most of the rest. A page's [`Face`](site::Face) is what other pages can see of it: title, summary,
//! section ids, links. The model of a site is built from faces alone, so an edit of a text cannot change other pages. A page's
//! *view* (in `render::documents`) is the struct that its template receives: a page is rendered again if its view can differ.

pub mod build;
pub mod cache;
pub mod command;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod exchange;
pub mod external;
pub mod fields;
pub mod import;
pub mod locale;
pub mod lsp;
pub mod output;
pub mod render;
pub mod schema;
pub mod search;
pub mod server;
pub mod site;
pub mod starter;
pub mod symbols;
pub mod text;
pub mod tree;
