//! What the parser finds in a text that was changed before: its events as they would be if nothing had been changed.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag};

use super::marks::with_marks;
use crate::content::article::dollars::{Dollars, unmasked};
use crate::content::article::edited_text::EditedText;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_MATH
}

/// The events of a text and where each stands in it, as they would be if nothing had been changed and no dollar masked.
pub fn parsed<'e>(text: &EditedText<'_>, dollars: &'e Dollars<'_>) -> Vec<(Event<'e>, Range<usize>)> {
    let restored = |event| if dollars.is_masked() { with_dollars(event) } else { event };
    let parser = Parser::new_ext(dollars.text(), options()).into_offset_iter();
    let mut events: Vec<(Event<'e>, Range<usize>)> = Vec::new();
    let mut is_piece = false;
    for (event, range) in parser {
        // The words of a line begin behind what was put before them, so that places in them are those in the text.
        let range = if matches!(event, Event::Text(_)) { text.past_separator(range) } else { range };
        let event = as_written(restored(event), &range, text);
        let follows_piece = std::mem::replace(&mut is_piece, is_piece_of(dollars.text(), &event, &range));
        match events.last_mut() {
            Some((before, place)) if is_piece && follows_piece && place.end == range.start => {
                place.end = range.end;
                *before = Event::Text(CowStr::Borrowed(&dollars.text()[place.clone()]));
            }
            _ => events.push((event, range)),
        }
    }
    with_marks(events, text.as_str())
}

/// Whether an event is a piece of the text that was parsed, to be joined with the next: where a bracket could begin something the
/// parser ends a text, and a page of brackets would be as many events. Dollars stay apart: a formula that is none is found by
/// them.
fn is_piece_of(text: &str, event: &Event<'_>, range: &Range<usize>) -> bool {
    let Event::Text(CowStr::Borrowed(words)) = event else { return false };
    text.get(range.clone()).is_some_and(|piece| std::ptr::eq(*words, piece)) && !words.contains('$')
}

/// An event as it would be if nothing had been changed in the text.
fn as_written<'e>(event: Event<'e>, range: &Range<usize>, text: &EditedText<'_>) -> Event<'e> {
    let clean = |words: CowStr<'e>| CowStr::from(text.without_separators(Cow::from(words)));
    let whole = |words: CowStr<'e>| CowStr::from(text.as_written(Cow::from(words), range));
    match event {
        Event::Text(words) => Event::Text(whole(words)),
        Event::Html(words) => Event::Html(whole(words)),
        // The bar of a wikilink may cut a tag, `[[<i a=|x b=c>]]`: the parser calls what is left of it HTML, and it is text. What
        // begins with no `<` would be taken for a mark that the program has made.
        Event::InlineHtml(words) if !words.starts_with('<') => Event::Text(clean(words)),
        Event::InlineHtml(words) => Event::InlineHtml(clean(words)),
        Event::Code(words) => Event::Code(clean(words)),
        Event::InlineMath(tex) => Event::InlineMath(clean(tex)),
        Event::DisplayMath(tex) => Event::DisplayMath(clean(tex)),
        Event::FootnoteReference(label) => Event::FootnoteReference(clean(label)),
        Event::Start(Tag::FootnoteDefinition(label)) => Event::Start(Tag::FootnoteDefinition(clean(label))),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(clean(info))))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            // React's documentation writes the id of a heading as a remark: `{/*id*/}`.
            let remarked = attrs.iter().find_map(|(name, _)| name.strip_prefix("/*")?.strip_suffix("*/"));
            let id = id.or_else(|| remarked.map(|id| CowStr::from(id.to_owned())));
            Event::Start(Tag::Heading { level, id: id.map(clean), classes, attrs })
        }
        other => other,
    }
}

/// An event with the dollars that were masked while Markdown was parsed.
fn with_dollars(event: Event<'_>) -> Event<'_> {
    let restored = |text: CowStr<'_>| CowStr::from(unmasked(&text).into_owned());
    match event {
        Event::Text(text) => Event::Text(restored(text)),
        Event::Code(text) => Event::Code(restored(text)),
        Event::Html(text) => Event::Html(restored(text)),
        Event::InlineHtml(text) => Event::InlineHtml(restored(text)),
        Event::InlineMath(text) => Event::InlineMath(restored(text)),
        Event::DisplayMath(text) => Event::DisplayMath(restored(text)),
        Event::FootnoteReference(label) => Event::FootnoteReference(restored(label)),
        Event::Start(tag) => Event::Start(match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(restored(info))),
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(restored(label)),
            Tag::Link { link_type, dest_url, title, id } => {
                Tag::Link { link_type, dest_url: restored(dest_url), title: restored(title), id }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                Tag::Image { link_type, dest_url: restored(dest_url), title: restored(title), id }
            }
            tag => tag,
        }),
        event => event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::article::markdown::marks::MadeMark;

    #[test]
    fn nobody_can_write_what_the_program_makes() {
        for text in [
            "[[<i s=|x n=)>]]",
            "[[<i s=|img src=x onerror=alert(1)>]]",
            "[[a|b <i s=|/mark>]]",
            "[[<i s=|size 1x1>]]",
            "![[<i s=|size 1x1>]](a.svg)",
        ] {
            let edited = EditedText::new(text, Vec::new(), None);
            let dollars = Dollars::new(text);
            for (event, _) in parsed(&edited, &dollars) {
                let Event::InlineHtml(html) = event else { continue };
                assert_eq!(MadeMark::of(&html), None, "{text}: {html}");
            }
        }
    }
}
