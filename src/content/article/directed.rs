//! Gives the HTML of an article its directions: blocks that are written in the other direction than the page are marked
//! as such, and the phrases in every line are isolated. It works on the finished HTML, so that a phrase may have a link or
//! emphasis in it, and that HTML of the author's is treated as Markdown is.

use std::ops::Range;

use memchr::memchr;

use super::inline::Line;
use crate::content::slotted::Insertion;
use crate::locale::{Direction, Isolate, Isolator, OBJECT, WordCount, may_have_other};
use crate::text::html_tags::{HtmlMarkup, HtmlTag, is_void, markup_at};

/// Elements that end a line, with those that have no words of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Blocks that take the direction of what is in them, if all of it has the same.
const CONTAINERS: &[&str] = &["blockquote", "dd", "details", "dl", "li", "ol", "ul"];
/// Blocks whose direction is the order of what is in them.
const ROWS: &[&str] = &["table", "tbody", "tfoot", "thead", "tr"];
/// Elements whose inside has a direction of its own, or no words.
const OPAQUE: &[&str] = &[
    "audio", "bdi", "bdo", "button", "canvas", "code", "iframe", "kbd", "math", "noscript", "object", "pre", "samp",
    "script", "select", "style", "svg", "template", "textarea", "video",
];
/// Elements that go from left to right wherever they stand.
const CODE: &[&str] = &["code", "kbd", "pre", "samp"];
/// How deep blocks are followed.
const DEPTH: usize = 100;

/// A block of the HTML.
struct DirectedBlock {
    name: String,
    /// Where attributes can be put into its tag.
    attributes_at: usize,
    parent: Option<usize>,
    /// The direction that the author gave it.
    written: Option<Direction>,
    /// Whether they left it to the browser: `dir="auto"`.
    is_auto: bool,
    has_language: bool,
    count: WordCount,
    inside: Inside,
}

/// What directions and languages there are in a block and all blocks inside it.
#[derive(Clone, Debug, Default)]
struct Inside {
    own: bool,
    other: bool,
    /// The language of what is in the other direction; nothing inside if there are several or it is unknown.
    language: Option<Option<String>>,
}

impl Inside {
    fn add(&mut self, more: &Inside) {
        self.own |= more.own;
        self.other |= more.other;
        self.language = match (self.language.take(), more.language.clone()) {
            (Some(language), Some(more)) => Some(language.filter(|language| Some(language) == more.as_ref())),
            (language, more) => language.or(more),
        };
    }
}

/// What gives HTML its directions, in order. `objects` are places that stand for something else than words.
pub fn directions(html: &str, objects: &[Range<usize>], isolator: &Isolator, tag: &str) -> Vec<Insertion> {
    // In a left-to-right page nearly no text has to be looked at more closely.
    if isolator.direction() == Direction::Ltr && !may_have_other(html, Direction::Ltr) {
        return Vec::new();
    }
    let mut scanner = Scanner::new(html, objects, isolator, tag);
    scanner.scan();
    scanner.finish()
}

/// Reads HTML line by line.
struct Scanner<'a> {
    html: &'a str,
    objects: &'a [Range<usize>],
    isolator: &'a Isolator,
    /// Of the page's language.
    tag: &'a str,
    blocks: Vec<DirectedBlock>,
    open: Vec<usize>,
    line: Line,
    /// The lines with anything to isolate, and the blocks that they stand in.
    lines: Vec<(Option<usize>, Line)>,
    /// Code without a direction: the block that it stands in, and where attributes can be put into its tag.
    code: Vec<(Option<usize>, usize)>,
}

impl<'a> Scanner<'a> {
    fn new(html: &'a str, objects: &'a [Range<usize>], isolator: &'a Isolator, tag: &'a str) -> Self {
        let (blocks, open, line, lines, code) = (Vec::new(), Vec::new(), Line::default(), Vec::new(), Vec::new());
        Self { html, objects, isolator, tag, blocks, open, line, lines, code }
    }

    fn page(&self) -> Direction {
        self.isolator.direction()
    }

    fn scan(&mut self) {
        let mut at = 0;
        while at < self.html.len() {
            let next = memchr(b'<', &self.html.as_bytes()[at..]).map_or(self.html.len(), |found| at + found);
            self.words(at..next);
            let markup = if next < self.html.len() { markup_at(self.html, next) } else { None };
            at = match markup {
                Some(HtmlMarkup::Tag(tag)) => self.take(&tag),
                Some(HtmlMarkup::Comment(range)) => range.end,
                None => {
                    let sign = next..self.html.len().min(next + 1);
                    self.words(sign.clone());
                    sign.end
                }
            };
        }
        self.end_line();
    }

    /// Words, with what stands among them for something else.
    fn words(&mut self, range: Range<usize>) {
        let mut done = range.start;
        while let Some((object, rest)) = self
            .objects
            .split_first()
            .filter(|(object, _)| object.start < range.end || object.is_empty() && object.start == range.end)
        {
            self.objects = rest;
            // One that stands in a tag has been passed.
            if object.start >= done {
                self.line.push_words(self.html, done..object.start);
                self.line.push_object(object.clone());
                done = object.end;
            }
        }
        self.line.push_words(self.html, done..range.end.max(done));
    }

    /// Takes a tag in; the answer is where to read on.
    fn take(&mut self, tag: &HtmlTag<'a>) -> usize {
        let name = tag.name.to_ascii_lowercase();
        let is = |names: &[&str]| names.contains(&name.as_str());
        if is(BLOCKS) || name == "br" || name == "hr" {
            self.end_line();
            match tag.is_end {
                true => self.close_block(&name),
                false if is_void(&name) => {}
                false => self.open_block(name, tag),
            }
        } else if is_void(&name) {
            self.line.push_object(tag.range.clone());
        } else if !tag.is_end && (is(OPAQUE) || tag.attribute("dir").is_some()) {
            let end = self.end_of(&name, tag.range.end);
            if is(CODE) && tag.attribute("dir").is_none() {
                self.code.push((self.open.last().copied(), tag.name_range().end));
            }
            let is_code = match tag.attribute("dir") {
                Some(dir) => dir.eq_ignore_ascii_case("ltr"),
                None => is(CODE),
            };
            match name.as_str() {
                "pre" => self.end_line(),
                _ if is_code => self.line.push_code(tag.range.start..end),
                _ => self.line.push_object(tag.range.start..end),
            }
            return end;
        } else if tag.is_end {
            self.line.push_close(self.html, tag.range.clone(), tag.name_range());
        } else {
            self.line.push_open(tag.range.clone(), tag.name_range());
        }
        tag.range.end
    }

    /// Where an element ends whose tag ends at a place.
    fn end_of(&self, name: &str, from: usize) -> usize {
        let (mut at, mut depth) = (from, 1);
        while let Some(found) = memchr(b'<', &self.html.as_bytes()[at..]) {
            at = match markup_at(self.html, at + found) {
                Some(HtmlMarkup::Tag(tag)) => {
                    if tag.is(name) {
                        depth = if tag.is_end { depth - 1 } else { depth + 1 };
                    }
                    tag.range.end
                }
                Some(HtmlMarkup::Comment(range)) => range.end,
                None => at + found + 1,
            };
            if depth == 0 {
                return at;
            }
        }
        self.html.len()
    }

    fn open_block(&mut self, name: String, tag: &HtmlTag<'a>) {
        let ends: (&[&str], &[&str]) = match name.as_str() {
            "li" => (&["li", "p"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd", "p"], &["dl"]),
            "td" | "th" => (&["td", "th", "p"], &["tr"]),
            "tr" => (&["tr", "td", "th", "p"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "td", "th", "p"], &["table"]),
            _ => (&["p"], &[]),
        };
        // What HTML closes of itself.
        while self.open.last().is_some_and(|last| ends.0.contains(&self.blocks[*last].name.as_str())) {
            self.open.pop();
        }
        if self.open.len() == DEPTH {
            return;
        }
        let written = match tag.attribute("dir").map(str::to_ascii_lowercase).as_deref() {
            Some("ltr") => Some(Direction::Ltr),
            Some("rtl") => Some(Direction::Rtl),
            _ => None,
        };
        let is_auto = written.is_none() && tag.attribute("dir").is_some();
        let has_language = tag.attribute("lang").is_some();
        let (parent, count, inside) = (self.open.last().copied(), WordCount::default(), Inside::default());
        self.open.push(self.blocks.len());
        self.blocks.push(DirectedBlock {
            name,
            attributes_at: tag.name_range().end,
            parent,
            written,
            is_auto,
            has_language,
            count,
            inside,
        });
    }

    fn close_block(&mut self, name: &str) {
        if let Some(last) = self.open.iter().rposition(|block| self.blocks[*block].name == name) {
            self.open.truncate(last);
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.text.is_empty() {
            return;
        }
        let page = self.page();
        let block = self.open.last().copied();
        if let Some(block) = block {
            self.blocks[block].count.add(&line.text, page);
            if line.has_code() {
                self.blocks[block].count.add_code();
            }
        }
        // What is in a block of the other direction is looked at the other way.
        let may_turn = may_have_other(&line.text, page) || line.has_code() && line.text.len() > OBJECT.len_utf8();
        if may_turn || block.is_some() && may_have_other(&line.text, page.opposite()) {
            self.lines.push((block, line));
        }
    }

    fn finish(mut self) -> Vec<Insertion> {
        self.sum_up();
        let mut found = Vec::new();
        let directions = self.mark_blocks(&mut found);
        for (block, line) in &self.lines {
            self.mark_line(line, block.map(|block| directions[block]), &mut found);
        }
        for (block, at) in &self.code {
            if block.map_or(self.page(), |block| directions[block]) == Direction::Rtl {
                found.push(((*at, 1, 0), Insertion { at: *at, text: " dir=\"ltr\"".to_owned(), ends: false }));
            }
        }
        // Of two at one place, the first to be found is the outer one.
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, insertion)| insertion).collect()
    }

    /// Tells every block what is in it.
    fn sum_up(&mut self) {
        let page = self.page();
        for at in (0..self.blocks.len()).rev() {
            let block = &mut self.blocks[at];
            let turned = self.isolator.counted(&block.count);
            if let Some((_, language)) = turned {
                block.inside.add(&Inside { own: false, other: true, language: Some(language.map(str::to_owned)) });
            } else if block.count.has_words() {
                block.inside.own = true;
            }
            if let Some(written) = block.written {
                block.inside.own |= written == page;
                block.inside.other |= written != page;
            }
            let (inside, parent) = (block.inside.clone(), block.parent);
            if let Some(parent) = parent {
                self.blocks[parent].inside.add(&inside);
            }
        }
    }

    /// Marks the blocks that are in another direction than what they stand in, and tells the direction of each.
    fn mark_blocks(&self, found: &mut Vec<(Order, Insertion)>) -> Vec<Direction> {
        let page = self.page();
        let mut known: Vec<(Direction, Option<String>)> = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let (around, around_language) = block.parent.map_or((page, None), |parent| known[parent].clone());
            if let Some(written) = block.written {
                known.push((written, None));
                continue;
            }
            let (direction, language) = self.direction_of(block).unwrap_or((around, around_language.clone()));
            let mut attributes = String::new();
            if direction != around && !block.is_auto {
                attributes = format!(" dir=\"{}\"", direction.as_str());
            }
            if language != around_language && !block.has_language {
                attributes += &format!(" lang=\"{}\"", language.as_deref().unwrap_or(self.tag));
            }
            if !attributes.is_empty() {
                found.push((
                    (block.attributes_at, 1, 0),
                    Insertion { at: block.attributes_at, text: attributes, ends: false },
                ));
            }
            known.push((direction, language));
        }
        known.into_iter().map(|(direction, _)| direction).collect()
    }

    /// The direction that a block has of itself, and its language if that is not the page's; nothing if it takes that of
    /// what it stands in.
    fn direction_of(&self, block: &DirectedBlock) -> Option<(Direction, Option<String>)> {
        let page = self.page();
        let name = block.name.as_str();
        if ROWS.contains(&name) {
            return None;
        }
        if CONTAINERS.contains(&name) && block.inside.own != block.inside.other {
            return Some(match block.inside.other {
                true => (page.opposite(), block.inside.language.clone().flatten()),
                false => (page, None),
            });
        }
        match self.isolator.counted(&block.count) {
            Some((direction, language)) => Some((direction, language.map(str::to_owned))),
            None if block.count.has_words() => Some((page, None)),
            None => None,
        }
    }

    /// Isolates the phrases of a line; `direction` is that of its block, if it stands in one.
    fn mark_line(&self, line: &Line, direction: Option<Direction>, found: &mut Vec<(Order, Insertion)>) {
        let isolator = self.isolator;
        let isolates = match direction {
            Some(direction) => isolator.isolates(&line.text, direction),
            None => isolator.all_isolates(&line.text),
        };
        let around = direction.unwrap_or(self.page());
        let isolates = if around == Direction::Rtl { with_code(isolates, line, isolator) } else { isolates };
        let isolates = with_sentences(isolates, line, isolator, around);
        for isolate in &isolates {
            let (place, [open, close]) = match line.whole(&isolate.range) {
                Some(place) => (place, isolate.tags()),
                None => (line.place(&isolate.range), isolate.controls()),
            };
            // What ends at a place comes before what begins there; of two that end, the inner one is first.
            let n = found.len();
            found.push(((place.start, 1, n as isize), Insertion { at: place.start, text: open, ends: false }));
            found.push(((place.end, 0, -(n as isize)), Insertion { at: place.end, text: close, ends: true }));
        }
    }
}

/// What is isolated in a right-to-left line, and the code in it with what belongs to it.
fn with_code<'i>(isolates: Vec<Isolate<'i>>, line: &Line, isolator: &'i Isolator) -> Vec<Isolate<'i>> {
    if !line.has_code() {
        return isolates;
    }
    let joined = line.joined_code(&isolator.phrases(&line.text, Direction::Rtl));
    let code = joined.into_iter().map(|range| {
        let language = isolator.language(&line.text[range.clone()]);
        Isolate { range, direction: Direction::Ltr, language }
    });
    let mut all: Vec<_> = isolates.into_iter().chain(code).collect();
    all.sort_by_key(|isolate| (isolate.range.start, std::cmp::Reverse(isolate.range.end)));
    let mut kept: Vec<Isolate<'i>> = Vec::with_capacity(all.len());
    for isolate in all {
        match kept.last_mut().filter(|last| isolate.range.start < last.range.end) {
            Some(last) if isolate.range.end > last.range.end => {
                *last = Isolate { range: last.range.start..isolate.range.end, language: None, ..isolate };
            }
            Some(_) => {}
            None => kept.push(isolate),
        }
    }
    kept
}

/// The words of an element that are longer, in bytes, are not looked at as a sentence.
const LONGEST_SENTENCE: usize = 1000;

/// What is isolated in a line, and the elements that hold a sentence of the other direction alone.
fn with_sentences<'i>(
    isolates: Vec<Isolate<'i>>,
    line: &Line,
    isolator: &'i Isolator,
    direction: Direction,
) -> Vec<Isolate<'i>> {
    let mut stays = vec![true; isolates.len()];
    // Neither these nor the isolates overlap, so that only those near an element have to be looked at.
    let mut sentences: Vec<Isolate<'i>> = Vec::new();
    for words in line.elements().filter(|words| words.len() <= LONGEST_SENTENCE) {
        let Some(found) = isolator.sentence(&line.text[words.clone()], direction) else { continue };
        let is_inside = |other: &Isolate<'_>| words.start <= other.range.start && other.range.end <= words.end;
        let first = isolates.partition_point(|other| other.range.end <= words.start);
        let end = first + isolates[first..].partition_point(|other| other.range.start < words.end);
        let near = sentences.iter().rposition(|other| other.range.end <= words.start).map_or(0, |before| before + 1);
        if !isolates[first..end].iter().chain(&sentences[near..]).all(is_inside) {
            continue;
        }
        for (other, stays) in isolates[first..end].iter().zip(&mut stays[first..end]) {
            *stays &= other.direction != found.direction;
        }
        sentences.truncate(near);
        sentences.push(Isolate { range: words, ..found });
    }
    let kept = isolates.into_iter().zip(stays).filter_map(|(isolate, stays)| stays.then_some(isolate));
    let mut isolates: Vec<_> = kept.chain(sentences).collect();
    isolates.sort_by_key(|isolate| (isolate.range.start, std::cmp::Reverse(isolate.range.end)));
    isolates
}

/// Where an insertion stands, and after which others at the same place.
type Order = (usize, u8, isize);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::slotted::Slotted;

    fn page(html: &str, tag: &str) -> String {
        let direction = if tag == "ar" { Direction::Rtl } else { Direction::Ltr };
        let mut text = Slotted::default();
        text.push_str(html);
        text.insert(&directions(html, &[], &Isolator::new(direction, &["ar", "en"]), tag));
        text.as_str().to_owned()
    }

    #[test]
    fn code_that_signs_join_is_one() {
        for (html, directed) in [
            (
                "<p>اضغط <kbd>Ctrl</kbd>+<kbd>C</kbd> الآن",
                "<p>اضغط <bdi dir=\"ltr\"><kbd dir=\"ltr\">Ctrl</kbd>+<kbd dir=\"ltr\">C</kbd></bdi> الآن",
            ),
            ("<p>ثم <code>f</code>() و", "<p>ثم <bdi dir=\"ltr\"><code dir=\"ltr\">f</code>()</bdi> و"),
            ("<p>ثم <code>x</code>=5، و", "<p>ثم <bdi dir=\"ltr\"><code dir=\"ltr\">x</code>=5</bdi>، و"),
            ("<p>ثم <code>a</code> - وصف", "<p>ثم <code dir=\"ltr\">a</code> - وصف"),
            (
                "<p>ثم <code>a</code>، <code>b</code> و",
                "<p>ثم <code dir=\"ltr\">a</code>، <code dir=\"ltr\">b</code> و",
            ),
            ("<p>ثم <code>a</code>(انظر) و", "<p>ثم <code dir=\"ltr\">a</code>(انظر) و"),
            ("<p>ثم <code>a</code>/قيمة و", "<p>ثم <code dir=\"ltr\">a</code>/قيمة و"),
            (
                "<p>هي <code>x</code> is greater than <code>y</code> دائما",
                "<p>هي <bdi dir=\"ltr\" lang=\"en\"><code dir=\"ltr\">x</code> is greater than <code dir=\"ltr\">y</code></bdi> دائما",
            ),
            (
                "<p>عبر <code>map()</code> API أو Vue <code>ref</code>، ثم",
                "<p>عبر <bdi dir=\"ltr\"><code dir=\"ltr\">map()</code> API</bdi> أو <bdi dir=\"ltr\">Vue <code dir=\"ltr\">ref</code></bdi>، ثم",
            ),
            ("<p>ثم <code>a</code>، OpenAI", "<p>ثم <code dir=\"ltr\">a</code>، OpenAI"),
            (
                "<p>ثم <code>a</code> <code>b</code> 5 و",
                "<p>ثم <code dir=\"ltr\">a</code> <code dir=\"ltr\">b</code> 5 و",
            ),
            ("<p>ثم <code>vue</code>@3 و", "<p>ثم <bdi dir=\"ltr\"><code dir=\"ltr\">vue</code>@3</bdi> و"),
            ("<p>ثم <code>v</code>1.2. و", "<p>ثم <bdi dir=\"ltr\"><code dir=\"ltr\">v</code>1.2</bdi>. و"),
            ("<li><code>A</code> to <code>Z</code>", "<li dir=\"ltr\" lang=\"en\"><code>A</code> to <code>Z</code>"),
        ] {
            assert_eq!(page(html, "ar"), directed);
        }
        assert_eq!(page("<p>Press <kbd>a</kbd>+<kbd>b</kbd>", "en"), "<p>Press <kbd>a</kbd>+<kbd>b</kbd>");
    }

    #[test]
    fn phrases_have_whole_elements_in_them() {
        for (html, directed) in [
            (
                "<p>ورقة <a href=x>GPT-4</a>: Report",
                "<p>ورقة <bdi dir=\"ltr\" lang=\"en\"><a href=x>GPT-4</a>: Report</bdi>",
            ),
            ("<p>ثم C++ <b>(v2)</b> و", "<p>ثم <bdi dir=\"ltr\">C++ <b>(v2)</b></bdi> و"),
            ("<p>ثم <i><b>C++</b></i> و", "<p>ثم <i><b><bdi dir=\"ltr\">C++</bdi></b></i> و"),
            ("<p>ثم <i>C</i>++ <b>a</b> و", "<p>ثم <bdi dir=\"ltr\"><i>C</i>++ <b>a</b></bdi> و"),
            ("<p>ثم <i>في C</i>++ و", "<p>ثم <i>في \u{2066}C</i>++\u{2069} و"),
            (
                "<p>راجع <a href=x>What is Vue?</a> ثم <b>C++</b>؟ أو <i>GPT-4.</i> و",
                "<p>راجع <a href=x><bdi dir=\"ltr\" lang=\"en\">What is Vue?</bdi></a> ثم <b><bdi dir=\"ltr\">C++</bdi></b>؟ أو \
                 <i><bdi dir=\"ltr\">GPT-4</bdi>.</i> و",
            ),
            ("<p>ثم A&amp;B &lt;x&gt; و", "<p>ثم <bdi dir=\"ltr\">A&amp;B &lt;x&gt;</bdi> و"),
            ("<p>ثم C++<br>C# و", "<p>ثم <bdi dir=\"ltr\">C++</bdi><br><bdi dir=\"ltr\">C#</bdi> و"),
            (
                "<p>ثم <bdi>C++</bdi> <span dir=\"ltr\">-5%</span><!-- C# --> و",
                "<p>ثم <bdi>C++</bdi> <span dir=\"ltr\">-5%</span><!-- C# --> و",
            ),
            ("<p>كلمة</i> C++</b> < 5", "<p>كلمة</i> \u{2066}C++</b> < 5\u{2069}"),
            ("<p>و-<b>SQLite</b> ب-<i>12%</i>", "<p>و-<b>SQLite</b> ب-<i><bdi dir=\"ltr\">12%</bdi></i>"),
        ] {
            assert_eq!(page(html, "ar"), directed, "{html}");
        }
    }

    #[test]
    fn blocks_take_the_direction_of_what_is_in_them() {
        for (html, tag, directed) in [
            ("<p>Not yet.<p>نعم.", "ar", "<p dir=\"ltr\" lang=\"en\">Not yet.<p>نعم."),
            (
                "<ul><li>First one<li>Second one</ul>",
                "ar",
                "<ul dir=\"ltr\" lang=\"en\"><li>First one<li>Second one</ul>",
            ),
            (
                "<ul><li>First one<ul><li>نعم</ul></ul>",
                "ar",
                "<ul><li dir=\"ltr\" lang=\"en\">First one<ul dir=\"rtl\" lang=\"ar\"><li>نعم</ul></ul>",
            ),
            (
                "<div dir=\"ltr\"><p>نعم C++</p><p>Words</div>",
                "ar",
                "<div dir=\"ltr\"><p dir=\"rtl\">نعم <bdi dir=\"ltr\">C++</bdi></p><p lang=\"en\">Words</div>",
            ),
            ("<p lang=de>Guten Tag", "ar", "<p dir=\"ltr\" lang=de>Guten Tag"),
            ("<p dir=auto>Some words v2", "ar", "<p lang=\"en\" dir=auto>Some words v2"),
            ("<p>Привет, мир", "ar", "<p dir=\"ltr\">Привет, мир"),
            (
                "<table><tr><td>Some words<td>كلام</table>",
                "ar",
                "<table><tr><td dir=\"ltr\" lang=\"en\">Some words<td>كلام</table>",
            ),
            (
                "<p>نعم <code>x</code></p><p>No",
                "en",
                "<p dir=\"rtl\" lang=\"ar\">نعم <code dir=\"ltr\">x</code></p><p>No",
            ),
            ("Some words!", "ar", "<bdi dir=\"ltr\" lang=\"en\">Some words!</bdi>"),
        ] {
            assert_eq!(page(html, tag), directed, "{html}");
        }
    }

    #[test]
    fn time_grows_with_the_length_alone() {
        let started = std::time::Instant::now();
        for piece in [
            "<div>a ع",
            "<b>a ",
            "</b>a ع",
            "<p dir=ltr>a ع",
            "<a \"",
            "<!--",
            "<code>",
            "<i>a</b>",
            "&a",
            "<",
            "<li>a",
            "</p><div>",
            "<b>a ع</b>",
            "ع <i><b>C+</b></i>+ ",
            "<b>C+</b>+",
            "<bdi>",
            "\u{e000}",
            "a<br>",
        ] {
            for tag in ["ar", "en"] {
                page(&format!("عa1{}", piece.repeat(40_000 / piece.len())), tag);
            }
        }
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }
}
