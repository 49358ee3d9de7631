//! The default templates and assets, carried by the binary, so that a site of somebody else's needs neither
//! folder, and what new sites begin with. A site's own file of the same name takes the place of a default.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/files");

/// Every default template and message file: its name below `templates/`, and its text.
pub fn embedded_templates() -> Vec<(String, &'static str)> {
    files(&TEMPLATES).into_iter().filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?))).collect()
}

/// Every default static file: its name below `static/`, and its bytes.
pub fn embedded_assets() -> Vec<(String, &'static [u8])> {
    files(&STATIC)
}

/// What new pages and sites are made of: the words by language, and files with places to be filled in.
pub fn embedded_starter() -> Vec<(String, &'static str)> {
    files(&STARTER).into_iter().filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?))).collect()
}

fn files(dir: &'static Dir<'static>) -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    let mut open = vec![dir];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        found.extend(dir.files().map(|file| {
            let name: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
            (name.join("/"), file.contents())
        }));
    }
    found.sort();
    found
}
