//! HTML that an author wrote into Markdown, taken apart into what may go into a page: beside `render::xhtml` the only file that knows html5ever.
//! Nothing is copied: what is allowed is named here, and the [`Writer`](super::writer::Writer) writes it anew, quoted and
//! escaped, so that what is not understood cannot get through.

use std::borrow::Cow;
use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::diagnostic::nearest;
use crate::text::html_tags::is_void;

/// Elements that authors may write.
const ALLOWED: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements of HTML that are taken out.
const TAKEN_OUT: &[&str] = &[
    "applet", "base", "body", "button", "canvas", "embed", "fieldset", "font", "form", "frame", "frameset", "head",
    "html", "iframe", "label", "legend", "link", "main", "marquee", "math", "meta", "noscript", "object", "option",
    "param", "path", "portal", "script", "select", "slot", "style", "svg", "template", "textarea", "title", "dialog",
];

/// Elements that stand inside a line of text; the others part words.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];

/// Elements whose text is shown as it is written.
const VERBATIM: &[&str] = &["code", "kbd", "pre", "samp", "tt", "var"];

/// Attributes that any element may have; `id` is among them, and is no business of this file.
const ANYWHERE: &[&str] = &["class", "dir", "lang", "role", "tabindex", "title"];

/// A piece of HTML of the author's.
#[derive(Debug, PartialEq, Eq)]
pub enum HtmlPiece {
    /// Text, its entities decoded.
    Text(String),
    /// The beginning of an element that is allowed.
    Start(HtmlElement),
    /// The end of one; whether it was begun is not known here.
    End(&'static str),
    /// Something that is taken out, as an author would name it.
    Removed(String),
}

/// The beginning of an element.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HtmlElement {
    /// Its name, which is one of those that are allowed.
    pub name: &'static str,
    /// Its id, as it was written.
    pub id: Option<String>,
    /// The attributes that lead or load, as they were written, each with what it is.
    pub addresses: Vec<(&'static str, AddressKind, String)>,
    /// Whether the text in it is Markdown, as `markdown="1"` says to other generators.
    pub markdown: bool,
    /// The other attributes that are allowed, decoded.
    pub attributes: Vec<(&'static str, String)>,
}

/// What an attribute does with its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressKind {
    /// Leads there when a reader wants it.
    Link,
    /// Shows what is there.
    Shown,
    /// Shows one of several, each with the width or density that it is for.
    ShownSet,
}

impl HtmlElement {
    /// An attribute whose value goes on into another tag, up to the mark that opens a value there, and over how many lines.
    pub fn open_value(&self) -> Option<(&'static str, u64)> {
        let addresses = self.addresses.iter().map(|(name, _, value)| (*name, value));
        let mut all = addresses.chain(self.attributes.iter().map(|(name, value)| (*name, value)));
        let (name, value) = all.find(|(_, value)| value.contains('<') && value.ends_with('='))?;
        Some((name, value.matches('\n').count() as u64))
    }

    /// Whether it has neither content nor end.
    pub fn is_void(&self) -> bool {
        is_void(self.name)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }
}

/// Whether words on both sides of a tag of this name are one line of text.
pub fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Whether an element of HTML has this name, in small letters: any other is a component of another tool, or code.
pub fn is_html_name(name: &str) -> bool {
    ALLOWED.contains(&name) || TAKEN_OUT.contains(&name)
}

/// The element that a name is most likely meant to be: of short names, many are nearly others.
pub fn nearest_html_name(name: &str) -> Option<&'static str> {
    let is_small = name.len() > 4 && !is_html_name(name) && name.bytes().all(|byte| byte.is_ascii_lowercase());
    nearest(name, ALLOWED.iter().chain(TAKEN_OUT).copied().filter(|_| is_small))
}

/// Whether text in this element is shown as it is written, without typography.
pub fn is_verbatim(name: &str) -> bool {
    VERBATIM.contains(&name)
}

/// Whether text in an element of this name is read as Markdown: those that authors write in Markdown for want of a sign of its
/// own, and expect to go on in it.
pub fn reads_markdown(name: &str) -> bool {
    matches!(name, "details" | "summary" | "figure" | "figcaption")
}

/// The names of elements that end where another of their kind begins, by that other's name.
pub fn implied_ends(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["li"],
        "dt" | "dd" => &["dt", "dd"],
        "p" => &["p"],
        "td" | "th" => &["td", "th"],
        "tr" => &["td", "th", "tr"],
        "tbody" | "thead" | "tfoot" => &["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"],
        _ => &[],
    }
}

/// Whether HTML lets the end of an element of this name be left out.
pub fn may_lack_end(name: &str) -> bool {
    matches!(name, "li" | "dt" | "dd" | "p" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "colgroup")
}

/// The HTML with straight marks around the values of attributes, where editors have made marks of print of them.
pub fn with_straight_marks(html: &str) -> Cow<'_, str> {
    const MARKS: [char; 5] = ['“', '”', '„', '«', '»'];
    if !MARKS.iter().any(|mark| html.contains(&format!("={mark}"))) {
        return Cow::Borrowed(html);
    }
    let (mut straight, mut in_tag) = (String::with_capacity(html.len()), false);
    for (at, c) in html.char_indices() {
        match c {
            '<' => in_tag = html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()),
            '>' => in_tag = false,
            _ => {}
        }
        straight.push(if in_tag && MARKS.contains(&c) { '"' } else { c });
    }
    Cow::Owned(straight)
}

/// Takes HTML apart. With each piece comes the line of the HTML on which it ends, from 1.
pub fn html_pieces(html: &str) -> Vec<(HtmlPiece, u64)> {
    let tokenizer = Tokenizer::new(Pieces::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // It stops early only for a sink that asks it to.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut pieces = tokenizer.sink.pieces.into_inner();
    name_as_written(html, &mut pieces);
    pieces
}

/// The tokenizer gives names in small letters; authors look for what they typed.
fn name_as_written(html: &str, pieces: &mut [(HtmlPiece, u64)]) {
    let mut rest = html;
    for (piece, _) in pieces {
        let HtmlPiece::Removed(what) = piece else { continue };
        let Some(name) = what.strip_prefix('<').and_then(|what| what.strip_suffix('>')) else { continue };
        let written = rest.match_indices('<').find_map(|(at, _)| {
            let written = rest.get(at + 1..at + 1 + name.len())?;
            let ends = rest[at + 1 + name.len()..].starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
            (ends && written.eq_ignore_ascii_case(name)).then_some((at, written))
        });
        let Some((at, written)) = written else { return };
        rest = &rest[at + 1..];
        *what = format!("<{written}>");
    }
}

/// Collects pieces from tokens.
#[derive(Default)]
struct Pieces {
    pieces: RefCell<Vec<(HtmlPiece, u64)>>,
    /// The element that is open and is taken out with all that is in it.
    hidden: RefCell<Option<String>>,
}

impl TokenSink for Pieces {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut pieces = self.pieces.borrow_mut();
        let mut hidden = self.hidden.borrow_mut();
        match token {
            TagToken(tag) => {
                let starts = tag.kind == StartTag;
                if hidden.as_deref() == Some(&*tag.name) && !starts {
                    *hidden = None;
                } else if hidden.is_none() {
                    pieces.extend(tag_pieces(&tag).into_iter().map(|piece| (piece, line)));
                    if let Some(kind) = raw_kind(&tag.name).filter(|_| starts) {
                        *hidden = Some(tag.name.to_string());
                        return TokenSinkResult::RawData(kind);
                    }
                }
            }
            CharacterTokens(text) if hidden.is_none() => match pieces.last_mut() {
                Some((HtmlPiece::Text(last), _)) => last.push_str(&text),
                _ => pieces.push((HtmlPiece::Text(text.to_string()), line)),
            },
            // Comments are for authors; of documents there is one already.
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How what stands in an element is to be read if it is no HTML.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "textarea" | "title" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn known(names: &[&'static str], name: &str) -> Option<&'static str> {
    names.iter().find(|known| **known == name).copied()
}

fn tag_pieces(tag: &Tag) -> Vec<HtmlPiece> {
    let Some(name) = known(ALLOWED, &tag.name) else {
        // Its end says nothing more.
        let removed = (tag.kind == StartTag).then(|| HtmlPiece::Removed(format!("<{}>", tag.name)));
        return removed.into_iter().collect();
    };
    if tag.kind != StartTag {
        return if is_void(name) { Vec::new() } else { vec![HtmlPiece::End(name)] };
    }
    let mut element = HtmlElement { name, ..HtmlElement::default() };
    let mut pieces = Vec::new();
    for attribute in &tag.attrs {
        let (own, value) = (&*attribute.name.local, attribute.value.to_string());
        match (name, own) {
            (_, "id") => element.id = Some(value),
            // As ids were written before HTML 5.
            ("a", "name") => {
                element.id.get_or_insert(value);
            }
            (_, "markdown") => element.markdown = !matches!(value.as_str(), "0" | "off" | "false"),
            _ if let Some((attribute, kind)) = address_kind(name, own) => {
                element.addresses.push((attribute, kind, value));
            }
            // The names of other windows are no names of this site.
            ("a", "target") if value != "_blank" => pieces.push(HtmlPiece::Removed(format!("{own}=…"))),
            _ => match known(ANYWHERE, own).or_else(|| known(attributes_of(name), own)) {
                Some(own) => element.attributes.push((own, value)),
                None => pieces.push(HtmlPiece::Removed(format!("{own}=…"))),
            },
        }
    }
    pieces.push(HtmlPiece::Start(element));
    pieces
}

/// What an attribute of an element does with its address; nothing if it has none.
pub fn address_kind(element: &str, attribute: &str) -> Option<(&'static str, AddressKind)> {
    match (element, attribute) {
        ("a" | "area", "href") => Some(("href", AddressKind::Link)),
        ("img" | "video" | "audio" | "source" | "track", "src") => Some(("src", AddressKind::Shown)),
        ("video", "poster") => Some(("poster", AddressKind::Shown)),
        ("img" | "source", "srcset") => Some(("srcset", AddressKind::ShownSet)),
        _ => None,
    }
}

/// The attributes that an element may have besides those of every element. None is an address.
fn attributes_of(name: &str) -> &'static [&'static str] {
    match name {
        "a" => &["hreflang", "target"],
        "area" => &["alt", "coords", "hreflang", "shape"],
        "audio" => &["controls", "loop", "muted", "preload"],
        "col" | "colgroup" => &["align", "span"],
        "data" => &["value"],
        "del" | "ins" | "time" => &["datetime"],
        "details" => &["open"],
        "hr" => &["align", "size", "width"],
        "img" => &["align", "alt", "decoding", "height", "loading", "sizes", "width"],
        "input" => &["checked", "disabled", "type"],
        "li" => &["value"],
        "ol" => &["reversed", "start", "type"],
        "source" => &["height", "media", "sizes", "type", "width"],
        "track" => &["default", "kind", "label", "srclang"],
        "video" => &["autoplay", "controls", "height", "loop", "muted", "playsinline", "preload", "width"],
        "table" => &["align", "summary"],
        "tbody" | "tfoot" | "thead" | "tr" => &["align"],
        "td" => &["align", "colspan", "rowspan"],
        "th" => &["align", "colspan", "rowspan", "scope"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(html: &str) -> Vec<HtmlPiece> {
        html_pieces(html).into_iter().map(|(piece, _)| piece).collect()
    }

    fn removed(html: &str) -> Vec<String> {
        let name = |piece| if let HtmlPiece::Removed(name) = piece { Some(name) } else { None };
        pieces(html).into_iter().filter_map(name).collect()
    }

    #[test]
    fn what_runs_or_loads_is_taken_out_and_named() {
        for (html, what) in [
            ("<script>a<b></script>", "<script>"),
            ("<TabItem value=\"x\">", "<TabItem>"),
            ("<b ONCLICK=x>", "onclick=…"),
            ("<p style=\"x\">", "style=…"),
            ("<svg onload=x>", "<svg>"),
            ("<math>", "<math>"),
            ("<iframe src=x></iframe>", "<iframe>"),
            ("<object data=x>", "<object>"),
            ("<form action=x>", "<form>"),
            ("<base href=x>", "<base>"),
            ("<q cite=javascript:x>", "cite=…"),
            ("<img longdesc=x>", "longdesc=…"),
            ("<video onplay=x>", "onplay=…"),
            ("<table background=x>", "background=…"),
        ] {
            assert_eq!(removed(html), [what], "{html}");
        }
        for html in ["<kbd>K</kbd>", "<!-- note -->", "<a href=x id=y class='z'>", "<br/>", "</nonsense>", "a < b"] {
            assert_eq!(removed(html), [""; 0], "{html}");
        }
    }

    #[test]
    fn marks_of_print_around_values() {
        let html = "<figure>\n<img src=“bag.png” alt=“A “red” bag”>\n“Words”";
        let straight = with_straight_marks("<img src=“bag.png” alt=«A bag»>“Words” ");
        assert_eq!(straight, "<img src=\"bag.png\" alt=\"A bag\">“Words” ");
        assert!(with_straight_marks(html).contains("src=\"bag.png\""));
        assert_eq!(with_straight_marks("<b title=\"“so”\">"), "<b title=\"“so”\">");
    }

    #[test]
    fn only_what_is_known_is_left() {
        let element = HtmlElement {
            name: "a",
            id: Some("x".to_owned()),
            markdown: false,
            addresses: vec![("href", AddressKind::Link, "\u{e000}0".to_owned())],
            attributes: vec![("title", "a\"b".to_owned())],
        };
        assert_eq!(
            pieces("<A id=x href='&#xE000;0' title=a&quot;b>&lt;b&gt;<script>no</script> &amp;</a>"),
            [
                HtmlPiece::Start(element),
                HtmlPiece::Text("<b>".to_owned()),
                HtmlPiece::Removed("<script>".to_owned()),
                HtmlPiece::Text(" &".to_owned()),
                HtmlPiece::End("a"),
            ]
        );
        assert_eq!(pieces("<b title=\"no end"), []);
        let lines: Vec<_> = html_pieces("<p>\nx\n</p>\n").into_iter().map(|(_, line)| line).collect();
        assert_eq!(lines[0], 1);
        assert_eq!(lines[2], 3);
    }
}
