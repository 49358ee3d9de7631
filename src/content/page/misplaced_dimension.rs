//! A folder with what dimensions have, in a place where none are: it was dragged there, or the folder above it is misspelt.

use crate::diagnostic::{Cause, Code, Diagnostic, Matter};
use crate::fields::Fields;
use crate::text::Located;

/// The keys of the head that dimensions alone have.
pub const IN_HEAD: [&str; 2] = ["stance", "axis"];

/// Those of `page.toml`, without `kind`, which other generators give to any page.
pub const IN_PAGE_TOML: [&str; 5] = ["finding", "axis", "evidence", "history", "tests"];

/// Takes such keys of a page that is no dimension as read: what is wrong is told once for the folder. The first of them.
pub fn take(fields: &mut Fields<'_, '_>, of_dimensions: &[&'static str]) -> Option<Located<String>> {
    let there: Vec<&str> = of_dimensions.iter().copied().filter(|key| fields.has(key)).collect();
    if there.is_empty() {
        return None;
    }
    there.iter().chain(&["kind"]).for_each(|key| fields.accept(key));
    there.first().map(|key| Located { value: (*key).to_owned(), span: fields.key_span(key) })
}

/// The fault of a file of such a folder; `path` is that of the file.
pub fn fault(key: &Located<String>, path: &str) -> Diagnostic {
    let folder = path.strip_prefix("content/").unwrap_or(path);
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    let message = format!("`{}` belongs to dimensions, and this page is none", key.value);
    let help = match name {
        "" => "take it out".to_owned(),
        _ => format!(
            "dimensions lie directly below `content/dimensions/`: move the folder to `content/dimensions/{name}`, or take it out"
        ),
    };
    let fault = Diagnostic::error(Code::UnknownKey, message).at(key.span).help(help);
    let fault = fault.doubting(Matter::Folder(above.to_owned())).doubting(Matter::Dimensions);
    fault.because_of(Cause { name: format!("dimension in {folder}"), instead: None })
}
