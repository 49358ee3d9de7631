//! The first heading and the first paragraph of an article.

use pulldown_cmark::{Event, HeadingLevel, TagEnd};

use super::marks::is_inline;
use super::parsed::parsed;
use crate::content::article::dollars::Dollars;
use crate::content::article::opening::{Opening, first_sentences, plain_words};
use crate::content::article::source_text::SourceText;

/// Reads the beginning of an article.
pub fn opening(markdown: &str) -> Opening {
    let mut opening = Opening::default();
    let source = SourceText::new(markdown);
    let (mut depth, mut words) = (0, String::new());
    let dollars = Dollars::new(source.text.as_str());
    for (event, range) in parsed(&source.text, &dollars) {
        let place = source.text.origin_range(range);
        match event {
            Event::Start(tag) if !is_inline(&tag.to_end()) => {
                depth += 1;
                words.clear();
            }
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if opening.title.is_none() && depth == 1 => {
                if markdown[..place.start].trim().is_empty() {
                    opening.title_end = place.end;
                }
                opening.title = Some((plain_words(&words), place)).filter(|(title, _)| !title.is_empty());
                depth -= 1;
            }
            Event::End(TagEnd::Paragraph) if depth == 1 => {
                depth -= 1;
                let summary = first_sentences(&plain_words(&words));
                if summary.contains(char::is_alphabetic) {
                    opening.summary.get_or_insert((summary, place));
                }
            }
            Event::End(tag) if !is_inline(&tag) => depth -= 1,
            _ => {}
        }
        if opening.summary.is_some() && (opening.title.is_some() || opening.title_end > 0) {
            break;
        }
    }
    opening
}
