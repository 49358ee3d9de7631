//! Edits of a text as it was read, made in the file: what stands beside them stays as it was, line ends and byte order mark
//! included.

use std::ops::Range;

/// A change: bytes, and what takes their place.
pub type FileEdit = (Range<usize>, String);

/// The file with its changes, which come sorted; `None` where the bytes of the text that was read cannot be found in it again.
pub fn edited(written: &str, read: &str, edits: &[FileEdit]) -> Option<String> {
    let (mark, body) = written.strip_prefix('\u{feff}').map_or(("", written), |body| ("\u{feff}", body));
    let mut text = body.replace("\r\n", "\n");
    let has_returns = text.len() != body.len();
    if text != read || has_returns && text.replace('\n', "\r\n") != body {
        return None;
    }
    for (range, to) in edits.iter().rev() {
        text.replace_range(range.clone(), to);
    }
    let text = if has_returns { text.replace('\n', "\r\n") } else { text };
    Some(format!("{mark}{text}"))
}
