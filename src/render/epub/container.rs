//! The container: a ZIP archive whose first file says what it is. The only file that knows the archive. The same files give
//! the same bytes: no clock, and the order that they come in.

use std::io::{Cursor, Write};

use bytes::Bytes;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file of the book.
pub struct BookFile {
    /// Its path in the container.
    pub path: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// Leads to the package.
const CONTAINER: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// What is compressed already.
const COMPRESSED: [&str; 6] = [".woff2", ".woff", ".png", ".jpg", ".jpeg", ".webp"];

/// The archive of these files; an error names what could not be packed.
pub fn container(files: &[BookFile]) -> Result<Bytes, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let deflated = stored.compression_method(CompressionMethod::Deflated);
    let mut put = |path: &str, bytes: &[u8], options: SimpleFileOptions| {
        let done = archive.start_file(path, options).map_err(|error| error.to_string());
        done.and_then(|()| archive.write_all(bytes).map_err(|error| error.to_string()))
    };
    put("mimetype", b"application/epub+zip", stored)?;
    put("META-INF/container.xml", CONTAINER.as_bytes(), deflated)?;
    for BookFile { path, bytes } in files {
        let is_compressed = COMPRESSED.iter().any(|ending| path.ends_with(ending));
        put(&format!("book/{path}"), bytes, if is_compressed { stored } else { deflated })?;
    }
    archive.finish().map(|archive| archive.into_inner().into()).map_err(|error| error.to_string())
}
