//! Pages of the manual that are made of the program: what stands between the lines `<!-- generated: NAME -->` and
//! `<!-- end -->` is written anew where `UPDATE_REFERENCE` is set, and held to the program where it is not.

use std::fmt::Write;

/// Whether what is generated is to be written anew.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE_REFERENCE").is_some()
}

/// Holds a file of the repository to what its generated parts should be, or writes them.
pub fn hold_generated(file: &str, part: &dyn Fn(&str) -> String) {
    let path = super::root().join(file);
    let found = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let written = filled(&found, part);
    if is_update() {
        std::fs::write(&path, &written).expect("a page");
        return;
    }
    let differs = found.lines().zip(written.lines()).find(|(found, written)| found != written);
    assert!(found == written, "{file} is out of date ({differs:?}); UPDATE_REFERENCE=1 writes it anew");
}

/// A page with what stands between its marks made anew.
fn filled(text: &str, part: &dyn Fn(&str) -> String) -> String {
    const MARK: &str = "<!-- generated: ";
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(MARK) {
        let (name, from) = from.split_once(" -->").expect("the end of a mark");
        let (_, after) = from.split_once("<!-- end -->").expect("an end of what is generated");
        let _ = write!(out, "{before}{MARK}{name} -->\n\n{}\n\n<!-- end -->", part(name).trim());
        rest = after;
    }
    out + rest
}
