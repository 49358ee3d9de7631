//! `content/addresses.lock`: every address that the site has been published with, a line each, sorted. The program adds
//! lines when it is told to (`command/addresses.rs`); a person removes those of what is meant to be gone.

use std::collections::BTreeSet;

use crate::text::{Located, Source, Span};

/// Addresses below the base path, as they are written: `/en/about/`, `/files/about/data.csv`.
#[derive(Clone, Debug, Default)]
pub struct AddressesLock(Vec<Located<String>>);

const HEAD: &str = "\
# Written by `muwazana addresses`: what the site has been published with. `muwazana check` says which of these leads nowhere now.
";

impl AddressesLock {
    /// Reads the file. Whatever a line holds is an address, unless it begins with `#`.
    pub fn read(top: Span, source: &Source) -> Self {
        let mut at = 0;
        let mut addresses = Vec::new();
        for line in source.text.split_inclusive('\n') {
            let address = line.trim();
            let start = at + line.len() - line.trim_start().len();
            at += line.len();
            if !address.is_empty() && !address.starts_with('#') {
                let span = top.file.span(start..start + address.len());
                addresses.push(Located { value: address.to_owned(), span });
            }
        }
        Self(addresses)
    }

    /// The addresses and where they stand.
    pub fn addresses(&self) -> &[Located<String>] {
        &self.0
    }

    /// The file with these addresses beside its own.
    pub fn write_with(&self, more: &BTreeSet<String>) -> String {
        let all: BTreeSet<&str> =
            self.0.iter().map(|known| known.value.as_str()).chain(more.iter().map(String::as_str)).collect();
        let lines = all.iter().map(|address| format!("{address}\n"));
        lines.fold(HEAD.to_owned(), |file, line| file + &line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn what_is_written_is_read_again_and_lines_are_only_added() {
        let more = |addresses: &[&str]| -> BTreeSet<String> {
            addresses.iter().map(|address| (*address).to_owned()).collect()
        };
        let read = |text: &str| AddressesLock::read(FileId(0).top(), &Source::new("content/addresses.lock", text));
        let first = AddressesLock::default().write_with(&more(&["/en/ب/", "/a.csv"]));
        assert_eq!(first.lines().skip(1).collect::<Vec<_>>(), ["/a.csv", "/en/ب/"]);
        let second = read(&first).write_with(&more(&["/b/"]));
        assert_eq!(second.lines().skip(1).collect::<Vec<_>>(), ["/a.csv", "/b/", "/en/ب/"]);
        assert_eq!(read(&second).write_with(&BTreeSet::new()), second);
        let lock = read("# x\r\n\r\n /a/ \r\n/b/");
        let places: Vec<_> =
            lock.addresses().iter().map(|known| (known.value.as_str(), known.span.start, known.span.end)).collect();
        assert_eq!(places, [("/a/", 8, 11), ("/b/", 14, 17)]);
    }
}
