//! Texts in and out in the formats of translators' tools: XLIFF 1.2, the PO of gettext, and TMX 1.4. A unit is a section or a
//! text of front matter, under the id that it has in every language. What is no prose (links, citations, code, ids) stands in
//! protected codes where a format has any. And the bibliography in the formats of reference managers.

mod apply;
mod codes;
mod po;
mod references;
mod tmx;
mod unit;
mod xliff;
mod xml;

pub use apply::{AppliedTranslations, apply};
pub use references::{
    MergePolicy, MergedSources, ReferenceFormat, References, SourceRecord, merge_sources, read_references,
    source_records, write_references,
};
pub use unit::{Exchange, Unit, UnitState, units};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeFormat {
    /// XLIFF 1.2.
    Xliff,
    /// PO, as gettext has it.
    Po,
    /// TMX 1.4, for translation memories.
    Tmx,
}

/// Writes units in a format.
pub fn write(exchange: &Exchange, format: ExchangeFormat) -> String {
    match format {
        ExchangeFormat::Xliff => xliff::write(exchange),
        ExchangeFormat::Po => po::write(exchange),
        ExchangeFormat::Tmx => tmx::write(exchange),
    }
}

/// Reads units in whichever format a text is. An error is one sentence on what is wrong with it.
pub fn read(text: &str) -> Result<Exchange, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('<') {
        return po::read(&text.replace("\r\n", "\n"));
    }
    // A type of document is declared by some tools; what it declares is not needed.
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| error.to_string())?;
    match document.root_element().tag_name().name() {
        "xliff" => xliff::read(&document),
        "tmx" => tmx::read(&document),
        other => Err(format!("a file whose first element is `{other}` is neither XLIFF nor TMX")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exchange() -> impl Strategy<Value = Exchange> {
        let piece = prop::sample::select(vec![
            "كلمة",
            "word",
            " ",
            "\n",
            "\n\n",
            "[[a#b|",
            "]]",
            "[^k-1]",
            "`a < b`",
            "{#id}",
            "](../x/ \"t\")",
            "[",
            "<b>",
            "&amp;",
            "\"",
            "\\",
            "\\n",
            "%",
            "😀",
            "\t",
            "```rust\nfn a() {}\n```\n",
            "$x^2$",
            "-",
            "#",
            "]]>",
            "'",
        ]);
        let text = prop::collection::vec(piece, 1..12)
            .prop_map(|pieces| pieces.concat())
            .prop_filter("a text says something", |text| !text.trim().is_empty());
        let unit = (text.clone(), prop::option::of(text)).prop_map(|(source, target)| (source, target));
        prop::collection::vec(unit, 1..5).prop_map(|texts| Exchange {
            source: "en".to_owned(),
            target: "ar".to_owned(),
            units: texts
                .into_iter()
                .enumerate()
                .map(|(n, (source, target))| Unit {
                    page: "dimensions/cost".to_owned(),
                    part: if n == 0 { "@title".to_owned() } else { format!("#s{n}") },
                    state: if target.is_some() { UnitState::Translated } else { UnitState::Missing },
                    source,
                    target: target.unwrap_or_default(),
                })
                .collect(),
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(exchange in exchange()) {
            for format in [ExchangeFormat::Xliff, ExchangeFormat::Po, ExchangeFormat::Tmx] {
                let written = write(&exchange, format);
                let read = read(&written).map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
                prop_assert_eq!((&read.source, &read.target), (&exchange.source, &exchange.target));
                let texts = |exchange: &Exchange| -> Vec<_> {
                    let units = exchange.units.iter().filter(|unit| format != ExchangeFormat::Tmx || !unit.target.is_empty());
                    units.map(|unit| (unit.page.clone(), unit.part.clone(), unit.source.clone(), unit.target.clone())).collect()
                };
                prop_assert_eq!(texts(&read), texts(&exchange), "{}", written);
            }
        }
    }
}
