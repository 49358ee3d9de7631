//! Writes the records and texts of a segment.

use std::borrow::Cow;

use super::error::{IndexError, to_json};
use super::files::IndexFiles;
use super::record::SearchRecord;
use crate::search::format::{FileKind, RecordRow, SMALL_SITE, TextLocation, pages_per_record_file};

/// The least size of a file of texts on a site of [`SMALL_SITE`] pages or fewer, in bytes before compression: about 1 KB
/// after it. A query shows several texts, each from another file, so they are small; but files take time to write. With the
/// pages, their number and their size both grow as the square root.
const TEXT_FILE_SIZE: usize = 2 << 10;

/// The digests of the files that show a segment, by number.
#[derive(Debug, Default)]
pub struct RecordFiles {
    /// Of the files of records.
    pub records: Vec<String>,
    /// Of the files of texts.
    pub texts: Vec<String>,
}

/// Emits the records and texts of a segment by its number, in an index of so many pages.
pub fn write_records(
    records: &[SearchRecord],
    segment: usize,
    page_count: usize,
    files: IndexFiles<'_>,
) -> Result<RecordFiles, IndexError> {
    let mut texts = TextFiles {
        files,
        segment,
        least: TEXT_FILE_SIZE * page_count.div_ceil(SMALL_SITE).isqrt(),
        digests: Vec::new(),
        open: Vec::new(),
        open_size: 0,
    };
    let mut digests = Vec::new();
    for (number, records) in records.chunks(pages_per_record_file(page_count)).enumerate() {
        let rows = records.iter().map(|record| Ok(row(record, &mut texts)?.encode()));
        let rows: Vec<_> = rows.collect::<Result<_, IndexError>>()?;
        digests.push(files.emit(FileKind::Records, &[segment, number], to_json(&rows)?));
    }
    texts.close()?;
    Ok(RecordFiles { records: digests, texts: texts.digests })
}

fn row<'a>(record: &'a SearchRecord, texts: &mut TextFiles<'a>) -> Result<RecordRow<'a>, IndexError> {
    let mut sections = Vec::with_capacity(record.sections.len());
    for section in &record.sections {
        let location = texts.add(&section.text)?;
        sections.push((Cow::Borrowed(&*section.id), Cow::Borrowed(&*section.heading), location));
    }
    let stand_in = record.stand_in.as_ref();
    Ok(RecordRow {
        url: Cow::Borrowed(&record.url),
        title: Cow::Borrowed(&record.title),
        summary: Cow::Borrowed(&record.summary),
        kind: Cow::Borrowed(&record.kind),
        aliases: record.aliases.iter().map(|alias| Cow::Borrowed(&**alias)).collect(),
        sections,
        stand_in: stand_in.map(|(tag, direction)| (Cow::Borrowed(&**tag), Cow::Borrowed(direction.as_str()))),
    })
}

/// Collects texts, and emits them as soon as they fill a file.
struct TextFiles<'a> {
    files: IndexFiles<'a>,
    segment: usize,
    /// The least size of a file in bytes; only the last may have less.
    least: usize,
    digests: Vec<String>,
    open: Vec<&'a str>,
    open_size: usize,
}

impl<'a> TextFiles<'a> {
    fn add(&mut self, text: &'a str) -> Result<TextLocation, IndexError> {
        let location = TextLocation { file: self.digests.len(), position: self.open.len() };
        self.open.push(text);
        self.open_size += text.len();
        if self.open_size >= self.least {
            self.close()?;
        }
        Ok(location)
    }

    fn close(&mut self) -> Result<(), IndexError> {
        if !self.open.is_empty() {
            let numbers = [self.segment, self.digests.len()];
            self.digests.push(self.files.emit(FileKind::Texts, &numbers, to_json(&self.open)?));
            self.open.clear();
            self.open_size = 0;
        }
        Ok(())
    }
}
