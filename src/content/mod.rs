//! One file in, one value out: front matter, Markdown, facts, the bibliography. Nothing here knows of any
//! other page; what depends on others is left open as a [`Slot`], to be filled when the page is rendered.

mod addresses_lock;
mod article;
mod bibliography;
mod chart;
mod code;
mod note;
mod page;
mod slot;
mod slotted;
mod translations_lock;

pub use addresses_lock::AddressesLock;
pub use article::{
    Body, Heading, Image, LIST_BEGINS, Link, Section, Target, first_sentences, github_slug, is_slug_of, opening,
    remedy_of_path, unread_in_plain_text,
};
pub use bibliography::{Grade, SourceEntry, SourceKind, SourceNote, read_bibliography, source_key};
pub use chart::{
    Cell, Chart, ChartAnnotation, ChartFacet, ChartKind, ChartName, Grid, GridRow, Number, columns, read_chart_block,
};
pub use code::{Coverage, Fence, HighlightCache, code_languages};
pub use note::{Footnote, NearDefinition, Note, NoteKind};
pub use page::placeholder;
pub use page::{
    ArticleDigest, AxisPlace, DimensionKind, Evidence, Facts, Finding, IdEdit, JudgementTest, LanguageFileInput,
    Movement, PageKind, PageText, Pairing, ParallelUnit, Passages, PassagesOfFile, Reweighing, SectionDifference,
    SectionFacts, address_name, head_texts, is_address_name, pair_ids, read_facts, read_front_matter, read_group,
    read_language_file, section_ranges, section_texts, untranslated, with_ids,
};
pub use slot::{NoteRef, Slot};
pub use slotted::Slotted;
pub use translations_lock::{Confirmed, Lock};
