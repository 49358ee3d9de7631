//! What many tools add to Markdown inside a line, and people therefore write: `==marked==`, `++inserted++`, `H~2~O`, `x^2^`,
//! `++ctrl+c++`, `:rocket:`, and the size of an image behind it, `{width=300}`. Signs that could as well be code or arithmetic stay text.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::text_run::TextRun;
use crate::content::article::alerts::AlertKind;
use crate::content::article::autolinks::autolinks;
use crate::content::article::emoji::emoji;
use crate::locale::is_right_to_left;
use crate::text::scan::escapes_next;

/// What is made of such signs. The parser has no events for it: it travels as HTML that no author can write, because it begins
/// with no `<`.
#[derive(Debug, PartialEq, Eq)]
pub enum MadeMark<'a> {
    /// An element begins.
    Begin(&'a str),
    /// It ends.
    End(&'a str),
    /// The width and height of the image that is open, as they are written.
    Size(Option<&'a str>, Option<&'a str>),
}

impl<'a> MadeMark<'a> {
    /// What an event of HTML stands for, if it is none of the author's.
    pub fn of(html: &'a str) -> Option<Self> {
        if html.starts_with('<') {
            return None;
        }
        if let Some(size) = html.strip_prefix("size ") {
            let (width, height) = size.split_once('x')?;
            let known = |length: &'a str| Some(length).filter(|length| !length.is_empty());
            return Some(Self::Size(known(width), known(height)));
        }
        let made = html.strip_prefix('/').map_or(Self::Begin(html), Self::End);
        ELEMENTS.contains(&html.trim_start_matches('/')).then_some(made)
    }
}

/// The elements that are made of signs. Nothing else goes into a page without being looked at.
const ELEMENTS: [&str; 5] = ["ins", "kbd", "mark", "sub", "sup"];

/// The events of a text, and where each stands in it.
type PlacedEvents<'e> = Vec<(Event<'e>, Range<usize>)>;

/// The events of a text with these signs read.
pub fn with_marks<'e>(events: PlacedEvents<'e>, source: &str) -> PlacedEvents<'e> {
    let may = |event: &Event<'_>| match event {
        Event::Text(text) => may_hold_marks(text),
        Event::Start(Tag::Image { .. }) => true,
        _ => false,
    };
    if !events.iter().any(|(event, _)| may(event)) {
        return events;
    }
    let mut reader =
        MarkReader { source, out: Vec::with_capacity(events.len() + 16), frames: vec![MarkFrame::default()] };
    let mut run: PlacedEvents<'e> = Vec::new();
    for (event, range) in events {
        match &event {
            Event::Text(_) if run.last().is_none_or(|(_, last)| last.end == range.start) => run.push((event, range)),
            Event::Text(_) => {
                reader.read(std::mem::take(&mut run));
                run.push((event, range));
            }
            _ => {
                reader.read(std::mem::take(&mut run));
                reader.pass(event, range);
            }
        }
    }
    reader.read(run);
    reader.out
}

fn may_hold_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'~', b'^', b':', bytes).is_some()
        || bytes.starts_with(b"{")
        || memchr::memchr2(b'=', b'+', bytes).is_some() && (text.contains("==") || text.contains("++"))
}

/// An element that is open, as far as these signs are concerned.
#[derive(Default)]
struct MarkFrame {
    /// Whether text in it stands for itself: code, a bare address.
    is_verbatim: bool,
    /// Signs that may begin an element: which one, and the number of their event.
    openers: Vec<(&'static str, usize)>,
}

struct MarkReader<'e, 's> {
    source: &'s str,
    out: PlacedEvents<'e>,
    frames: Vec<MarkFrame>,
}

/// What stands at a sign.
enum MarkToken {
    /// An emoji, up to there.
    Emoji(&'static str, usize),
    /// An element with these words in it, up to one byte behind them.
    Raised(&'static str, Range<usize>),
    /// Keys to press together, up to there.
    Keys(usize),
    /// The edge of an element.
    Edge { element: &'static str, opens: bool, closes: bool },
}

impl<'e> MarkReader<'e, '_> {
    fn pass(&mut self, event: Event<'e>, range: Range<usize>) {
        match &event {
            Event::Start(tag) => {
                if !is_inline(&tag.to_end()) {
                    self.frames.iter_mut().for_each(|frame| frame.openers.clear());
                }
                let is_verbatim = match tag {
                    Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => true,
                    Tag::Link { link_type, .. } => {
                        use LinkType::{Autolink, Email, WikiLink};
                        matches!(link_type, Autolink | Email | WikiLink { has_pothole: false })
                    }
                    _ => self.frames.last().is_some_and(|frame| frame.is_verbatim),
                };
                self.frames.push(MarkFrame { is_verbatim, ..MarkFrame::default() });
            }
            Event::End(TagEnd::Image) => {
                self.size_in_words();
                self.frames.pop();
            }
            Event::End(_) => drop(self.frames.pop()),
            _ => {}
        }
        self.out.push((event, range));
    }

    fn read(&mut self, events: PlacedEvents<'e>) {
        let is_verbatim = self.frames.last().is_none_or(|frame| frame.is_verbatim);
        let holds = events.iter().any(|(event, _)| matches!(event, Event::Text(text) if may_hold_marks(text)));
        if is_verbatim || !holds {
            return self.out.extend(events);
        }
        let run = TextRun::new(&events, self.source);
        let mut done = self.image_size(&run);
        let mut at = done;
        // The sign behind a backslash is one that the author wants to be seen.
        let start = run.pieces.first().map_or(0, |(_, start)| *start);
        if self.source.get(..start).is_some_and(escapes_next) {
            at += run.words[at..].chars().next().map_or(0, char::len_utf8);
        }
        let mut addresses = autolinks(&run.words).into_iter().map(|found| found.range).peekable();
        while let Some(found) = run.words[at..].find(['=', '+', '~', '^', ':']).map(|found| at + found) {
            while addresses.next_if(|address| address.end <= found).is_some() {}
            if let Some(address) = addresses.peek().filter(|address| address.contains(&found)) {
                at = address.end;
                continue;
            }
            let Some(token) = token(&run.words, found, done) else {
                let sign = run.words.as_bytes()[found];
                at = found + run.words.as_bytes()[found..].iter().take_while(|byte| **byte == sign).count();
                continue;
            };
            self.text(&run, done..found);
            done = self.take(&token, &run, found);
            at = done;
        }
        self.text(&run, done..run.words.len());
    }

    /// Writes what stands at a sign, and says where it ends.
    fn take(&mut self, token: &MarkToken, run: &TextRun, at: usize) -> usize {
        match token {
            MarkToken::Emoji(emoji, end) => {
                self.out.push((Event::Text(CowStr::from(*emoji)), run.place(&(at..*end))));
                *end
            }
            MarkToken::Raised(element, inside) => {
                self.make(element, &run.place(&(at..inside.start)));
                self.text(run, inside.clone());
                self.make(&format!("/{element}"), &run.place(&(inside.end..inside.end + 1)));
                inside.end + 1
            }
            MarkToken::Keys(end) => {
                let place = run.place(&(at..*end));
                for (n, key) in run.words[at + 2..end - 2].split('+').enumerate() {
                    if n > 0 {
                        self.out.push((Event::Text(CowStr::Borrowed("+")), place.clone()));
                    }
                    self.make("kbd", &place);
                    self.out.push((Event::Text(CowStr::from(name_of_key(key))), place.clone()));
                    self.make("/kbd", &place);
                }
                *end
            }
            MarkToken::Edge { element, opens, closes } => {
                let place = run.place(&(at..at + 2));
                let Some(frame) = self.frames.last_mut() else { return at };
                let open = frame.openers.iter().rposition(|(open, _)| open == element).filter(|_| *closes);
                let begun = open.map(|n| (n, frame.openers[n].1)).filter(|(_, begun)| {
                    let inside = self.out[begun + 1..].iter().map(|(event, _)| match event {
                        Event::Text(text) => text.as_ref(),
                        _ => " ",
                    });
                    is_phrase(&inside.collect::<String>())
                });
                if let Some((n, begun)) = begun {
                    frame.openers.truncate(n);
                    self.out[begun].0 = Event::InlineHtml(CowStr::from(*element));
                    self.make(&format!("/{element}"), &place);
                    return at + 2;
                }
                if *opens {
                    frame.openers.push((*element, self.out.len()));
                }
                self.text(run, at..at + 2);
                at + 2
            }
        }
    }

    fn text(&mut self, run: &TextRun, range: Range<usize>) {
        for piece in run.split(range) {
            let place = run.place(&piece);
            self.out.push((Event::Text(CowStr::from(run.words[piece].to_owned())), place));
        }
    }

    fn make(&mut self, html: &str, place: &Range<usize>) {
        self.out.push((Event::InlineHtml(CowStr::from(html.to_owned())), place.clone()));
    }

    /// Reads the size at the end of an image's words, `![words|300]`, as Obsidian has it; of `![[file|300]]` and `![[file]]`
    /// all of them, which say nothing.
    fn size_in_words(&mut self) {
        let is_text = |(event, _): &(Event<'_>, _)| matches!(event, Event::Text(_));
        let begun = self.out.iter().rposition(|event| !is_text(event)).map_or(0, |last| last + 1);
        let texts = self.out[begun..]
            .iter()
            .filter_map(|(event, _)| if let Event::Text(text) = event { Some(text.as_ref()) } else { None });
        let words: String = texts.collect();
        let embedded = match self.out[..begun].last() {
            Some((Event::Start(Tag::Image { link_type: LinkType::WikiLink { has_pothole }, .. }), _)) => {
                Some(*has_pothole)
            }
            _ => None,
        };
        let size = |text: &str| {
            let (width, height) = text.split_once('x').unwrap_or((text, ""));
            let fits = is_length(width) && (height.is_empty() || is_length(height)) && !text.ends_with('x');
            fits.then(|| format!("size {width}x{height}"))
        };
        let (kept, written) = words.rsplit_once('|').unwrap_or(match embedded {
            Some(_) => ("", words.as_str()),
            None => (words.as_str(), ""),
        });
        let made = size(written);
        if made.is_none() && embedded != Some(false) {
            return;
        }
        let place = self.out.last().map_or(0..0, |(_, range)| range.clone());
        let mut left = kept.trim_end().len();
        for (event, _) in &mut self.out[begun..] {
            if let Event::Text(text) = event {
                let shown = text[..left.min(text.len())].to_owned();
                left -= shown.len();
                *text = CowStr::from(shown);
            }
        }
        if let Some(made) = made {
            self.out.push((Event::InlineHtml(CowStr::from(made)), place));
        }
    }

    /// Reads the size behind an image, and says where the text goes on.
    fn image_size(&mut self, run: &TextRun) -> usize {
        let is_behind_image = matches!(self.out.last(), Some((Event::End(TagEnd::Image), _)));
        let Some((width, height, end)) = size(&run.words).filter(|_| is_behind_image) else { return 0 };
        let place = run.place(&(0..end));
        let made = Event::InlineHtml(CowStr::from(format!("size {width}x{height}")));
        self.out.insert(self.out.len() - 1, (made, place));
        end
    }
}

/// `{width=300 height=200}` at the beginning of a text: both numbers as they are written, empty where one is not there, and
/// where it ends. Nothing if anything else stands between the braces.
fn size(text: &str) -> Option<(&str, &str, usize)> {
    let (inside, _) = text.strip_prefix('{')?.split_once('}')?;
    let (mut width, mut height) = ("", "");
    for attribute in inside.trim_start_matches(':').split_whitespace() {
        let (name, value) = attribute.split_once('=')?;
        let value = value.trim_matches(['"', '\'']);
        let value = value.strip_suffix("px").unwrap_or(value);
        match name {
            "width" if is_length(value) => width = value,
            "height" if is_length(value) => height = value,
            _ => return None,
        }
    }
    (!width.is_empty() || !height.is_empty()).then_some((width, height, inside.len() + 2))
}

/// Whether a text is a number of pixels.
fn is_length(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The token at one of the signs; `done` is where the one before it ends.
fn token(text: &str, at: usize, done: usize) -> Option<MarkToken> {
    let rest = &text[at..];
    let before = text[done..at].chars().next_back();
    match rest.as_bytes().first()? {
        b':' => emoji(rest, before).map(|(emoji, length)| MarkToken::Emoji(emoji, at + length)),
        b'^' if !matches!(before, Some('[' | '^' | '\\')) => {
            let inside = rest[1..].split_once('^').map(|(inside, _)| inside)?;
            let is_index = inside.contains(char::is_alphanumeric) && !inside.contains(['[', ']', '`', '~']);
            let fits = is_index
                && is_short(inside)
                && (!inside.contains('(') || is_bracketed(inside, &rest[1..]))
                && !are_powers(before, inside, &rest[2 + inside.len()..]);
            fits.then(|| MarkToken::Raised("sup", at + 1..at + 1 + inside.len()))
        }
        b'~' if before.is_some_and(char::is_alphanumeric) => {
            let inside = rest[1..].split_once('~').map(|(inside, _)| inside)?;
            let is_index = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '−' | ',' | '(' | ')');
            let fits =
                !inside.is_empty() && inside.chars().all(is_index) && !rest[1 + inside.len()..].starts_with("~~");
            // `100~200円から300~400円` are ranges.
            let are_ranges =
                before.is_some_and(char::is_numeric) && rest[2 + inside.len()..].starts_with(char::is_numeric);
            (fits && is_short(inside) && !are_ranges).then(|| MarkToken::Raised("sub", at + 1..at + 1 + inside.len()))
        }
        b'=' => edge(rest, before, "==", "mark"),
        b'+' => match keys(rest) {
            Some(length) => Some(MarkToken::Keys(at + length)),
            None => edge(rest, before, "++", "ins"),
        },
        _ => None,
    }
}

/// Whether two signs `^` are those of two powers, with what stands between them and behind the second: `x^2+y^2`, `2^10^3`.
fn are_powers(before: Option<char>, inside: &str, behind: &str) -> bool {
    let goes_on = behind.trim_start_matches(['-', '−', '+']).starts_with(char::is_alphanumeric);
    let has_signs = inside.chars().skip(1).any(|c| !c.is_alphanumeric());
    let is_tower = before.is_some_and(char::is_numeric) && behind.starts_with(char::is_numeric);
    goes_on && (has_signs || is_tower)
}

/// Keys that have names, as MkDocs writes them.
const KEYS: &[&str] = &[
    "alt",
    "backspace",
    "caps-lock",
    "cmd",
    "command",
    "control",
    "ctrl",
    "del",
    "delete",
    "down",
    "end",
    "enter",
    "esc",
    "escape",
    "fn",
    "home",
    "insert",
    "left",
    "meta",
    "option",
    "page-down",
    "page-up",
    "print-screen",
    "return",
    "right",
    "shift",
    "space",
    "super",
    "tab",
    "up",
    "win",
    "windows",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
];

/// How long `++ctrl+c++` is, if a text begins with keys to press together.
fn keys(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("++")?.split("++").next().filter(|inside| inside.len() <= 60)?;
    let is_function =
        |key: &str| key.strip_prefix('f').is_some_and(|n| n.parse::<u8>().is_ok_and(|n| (1..=24).contains(&n)));
    let is_named = |key: &str| KEYS.contains(&key) || is_function(key);
    let is_key = |key: &str| is_named(key) || key.chars().count() == 1 && key.chars().all(char::is_alphanumeric);
    let fits = rest[2 + inside.len()..].starts_with("++") && inside.split('+').any(is_named);
    (fits && inside.split('+').all(is_key)).then_some(inside.len() + 4)
}

/// What stands on a key.
fn name_of_key(key: &str) -> String {
    let words = key.split('-').map(|word| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// So long an index can be, in characters.
const LONGEST_INDEX: usize = 24;

fn is_short(inside: &str) -> bool {
    !inside.contains(char::is_whitespace) && inside.chars().count() <= LONGEST_INDEX
}

/// Whether an index stands in one pair of brackets, `x^(n+1)^`, and no power of a power, `2^(a)^(b)`, goes on behind it.
fn is_bracketed(inside: &str, rest: &str) -> bool {
    let bare = inside.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
    let goes_on = rest[inside.len() + 1..].starts_with(|c: char| c == '(' || c.is_alphanumeric());
    bare.is_some_and(|bare| !bare.contains(['(', ')'])) && !goes_on
}

/// `==` or `++` at the beginning of a text, if it may be the edge of an element. Between letters of code it is an operator.
fn edge(rest: &str, before: Option<char>, sign: &str, element: &'static str) -> Option<MarkToken> {
    let same = sign.chars().next();
    let after = rest.strip_prefix(sign)?.chars().next();
    if after.is_some() && after == same {
        return None;
    }
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_operator = |c: char| Some(c) == same || "!<>+-*/=:".contains(c);
    let opens = after.is_none_or(|c| !c.is_whitespace()) && before.is_none_or(|c| !is_code(c) && !is_operator(c));
    let closes = before.is_none_or(|c| !c.is_whitespace()) && after.is_none_or(|c| !is_code(c));
    (opens || closes).then_some(MarkToken::Edge { element, opens, closes })
}

/// Whether words are some, and no operands: `++i and j++` is code.
fn is_phrase(inside: &str) -> bool {
    let mut words = inside.split_whitespace();
    let is_operand = |word: &str| word.len() <= 2 && word.is_ascii();
    let (first, last) = (words.next(), words.next_back());
    !(first.is_some_and(is_operand) && last.is_some_and(is_operand))
        && inside.chars().any(|c| c.is_alphanumeric() || is_right_to_left(c))
}

/// Whether an element stands in a line of text.
pub fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The alert that a quotation of GitHub's kinds is.
pub fn alert_kind(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser};

    use super::*;

    fn shown(markdown: &str) -> String {
        let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_WIKILINKS;
        let events = Parser::new_ext(markdown, options).into_offset_iter().collect();
        let mut shown = String::new();
        for (event, _) in with_marks(events, markdown) {
            match event {
                Event::Text(text) | Event::Code(text) => shown.push_str(&text),
                Event::InlineHtml(made) => shown.push_str(&format!("<{made}>")),
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => shown.push('('),
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => shown.push(')'),
                Event::SoftBreak => shown.push('\n'),
                _ => {}
            }
        }
        shown
    }

    #[test]
    fn signs_become_elements() {
        for (markdown, wanted) in [
            ("a ==marked== word", "a <mark>marked</mark> word"),
            ("==mark me== and ==the rest==", "<mark>mark me</mark> and <mark>the rest</mark>"),
            ("==two **bold** words==.", "<mark>two (bold) words</mark>."),
            ("==**all**==", "<mark>(all)</mark>"),
            ("كلمة و==موسومة== هنا", "كلمة و<mark>موسومة</mark> هنا"),
            ("==over\ntwo lines==", "<mark>over\ntwo lines</mark>"),
            ("++new++ and ++two words++", "<ins>new</ins> and <ins>two words</ins>"),
            (
                "H~2~O and CO~2~, x^2^ + 10^-3^, 19^th^",
                "H<sub>2</sub>O and CO<sub>2</sub>, x<sup>2</sup> + 10<sup>-3</sup>, 19<sup>th</sup>",
            ),
            ("++ctrl+c++ or ++page-up++", "<kbd>Ctrl</kbd>+<kbd>C</kbd> or <kbd>Page Up</kbd>"),
            ("م^2^", "م<sup>2</sup>"),
            ("x^(n+1)^ and 10^(-3)^.", "x<sup>(n+1)</sup> and 10<sup>(-3)</sup>."),
            ("~~gone~~ and ~gone~", "(gone) and (gone)"),
            (":rocket: تم :+1:", "🚀 تم 👍"),
            ("(:tada:)", "(🎉)"),
        ] {
            assert_eq!(shown(markdown), wanted, "{markdown}");
        }
    }

    #[test]
    fn code_and_arithmetic_stay() {
        for markdown in [
            "a == b, a==b and c==d, x === y == z",
            "C++ and D++, i++ or ++i and j++",
            "~5% to ~7%, HEAD~1 and HEAD~2, HEAD~1..HEAD~3, ~/a~b",
            "x^2 and y^3, ^_^ and a[^x] b[^y]",
            "2^(a)^(b), 2^(n)*3^(m), 2^(n+1)^x",
            "x^2+y^2=z^2, 2^10-2^20, 10^-3/10^-6, 2^10^3, z^2，还有2^10",
            "100~200円から300~400円, 1~2~3",
            "10:30:45, a:b:c, std::io::Error, key: value: more, :nosuch:",
            "https://x.example/?a==b&c==d and https://x.example/a:tada:b",
            "`==a==` and `:tada:`",
            "<https://x.example/==a==>",
        ] {
            assert_eq!(shown(markdown), markdown.replace(['`', '<', '>'], ""), "{markdown}");
        }
        assert_eq!(shown(r"\==a== \:tada:"), "==a== :tada:");
    }

    #[test]
    fn the_size_of_an_image() {
        assert_eq!(size("{width=300}"), Some(("300", "", 11)));
        assert_eq!(size("{ width=\"30px\" height=20 } x"), Some(("30", "20", 26)));
        for text in ["{width=50%}", "{.right}", "{#id width=3}", "{}", "x", "{width=3"] {
            assert_eq!(size(text), None, "{text}");
        }
        assert!(shown("![a](b.png){width=30} c").contains("<size 30x>"));
        assert!(!shown("a {width=30} c").contains("<size"));
        assert_eq!(shown("![a street|300](b.png)"), "a street<size 300x>");
        assert_eq!(shown("![a *b*|300x20](b.png)"), "a (b)<size 300x20>");
        assert_eq!(shown("![a|b](b.png) ![a|1x](b.png) ![300](b.png)"), "a|b a|1x 300");
        assert_eq!(shown("![[b.png|300]]![[b.png]]![[b.png|a street]]"), "<size 300x>a street");
    }
}
