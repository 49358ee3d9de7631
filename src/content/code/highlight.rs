//! Highlighted code: the only file that knows syntect. A token gets one class of one letter, and only if a reader
//! gains by its colour: the class names of whole scopes would make a page a third larger.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

use crate::text::html::escape;

/// Deserialising them takes milliseconds, so that a site without code never does it.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// From the innermost scope outwards, the first prefix that fits decides; an empty class stops the search.
static CLASSES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    [
        ("comment", "c"),
        ("string", "s"),
        ("constant.numeric", "n"),
        ("constant", "n"),
        ("keyword.operator", ""),
        ("keyword", "k"),
        ("storage", "k"),
        ("entity.name.tag", "k"),
        ("entity.name.function", "f"),
        ("support.function", "f"),
        ("entity.other.attribute-name", "f"),
        ("entity.name", "t"),
        ("support.type", "t"),
        ("support.class", "t"),
        ("variable.other.key", "f"),
        ("meta.mapping.key", "f"),
        ("markup.inserted", "s"),
        ("markup.deleted", "c"),
        ("markup.heading", "k"),
    ]
    .into_iter()
    .filter_map(|(prefix, class)| Some((Scope::new(prefix).ok()?, class)))
    .collect()
});

/// What the long lines of an article's code may cost. Grammars take as much as the cube of a line's length for what they
/// were not written for, such as a line of blanks; so that the time for an article grows as its length, what is long has
/// a budget, and code that would exceed it stays plain. Time itself is not measured: a build must come out the same on
/// every machine.
#[derive(Debug)]
pub struct HighlightBudget(usize);

impl Default for HighlightBudget {
    /// Some two seconds for what is known to be worst; for nearly all code that is hundreds of long lines.
    fn default() -> Self {
        Self(2_000)
    }
}

impl HighlightBudget {
    /// Lines up to so many bytes cost nothing.
    const FREE: usize = 160;

    /// Takes what a block costs. Whether there was enough for it; if not, nothing is taken.
    pub fn spend(&mut self, code: &str) -> bool {
        // A line of a hundred bytes is one.
        let cost = |line: &str| line.len().saturating_pow(3) / 1_000_000;
        let long = code.lines().filter(|line| line.len() > Self::FREE);
        let cost = long.map(cost).fold(0, usize::saturating_add);
        match self.0.checked_sub(cost) {
            Some(rest) => self.0 = rest,
            None => return false,
        }
        true
    }
}

/// The inside of `<code>`, its tokens in `<span class=…>`; nothing if no such language is known.
pub fn highlight(code: &str, language: &str) -> Option<impl FnOnce() -> String> {
    let syntax = grammar(language)?;
    Some(move || highlight_with(code, syntax))
}

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    SYNTAXES.find_syntax_by_token(language).filter(|syntax| !syntax.hidden)
}

/// Whether there is a grammar of this name or for files that end so.
#[cfg(test)]
pub fn has_grammar(language: &str) -> bool {
    grammar(language).is_some()
}

/// The names of the grammars.
pub fn grammar_names() -> impl Iterator<Item = &'static str> {
    SYNTAXES.syntaxes().iter().filter(|syntax| !syntax.hidden).map(|syntax| syntax.name.as_str())
}

/// A line as it is parsed, of the same length: syntect sees to it that a grammar which opens and closes a context at one place
/// goes on, but not where two contexts replace each other there, and then never comes back
/// (<https://github.com/trishume/syntect/issues/460>). Of all grammars two do so: JavaScript at blanks before comments that end
/// the line, Scala at an `@` before an operator. Others have code in those within theirs.
fn ending<'a>(line: &'a str, syntax: &SyntaxReference) -> Cow<'a, str> {
    let is = |names: &[&str]| names.contains(&syntax.name.as_str());
    let mut ending = Cow::Borrowed(line);
    // The grammars without Oniguruma lack "JavaScript (Babel)", and dozens use the one named JavaScript in its place.
    if is(&["JavaScript", "Svelte"]) || !cfg!(feature = "oniguruma") {
        part_from_comments(&mut ending);
    }
    if is(&["MediaWiki", "Scala", "Typst"]) {
        blank_annotated_operators(&mut ending);
    }
    ending
}

/// The blank before comments that end the line is none.
fn part_from_comments(ending: &mut Cow<'_, str>) {
    let line = ending.clone();
    for (at, _) in line.match_indices("/*") {
        let blank = line[..at].chars().next_back().filter(|before| before.is_whitespace());
        if let Some(length) = blank.map(char::len_utf8).filter(|_| is_comments(&line[at..])) {
            ending.to_mut().replace_range(at - length..at, &"\u{1}".repeat(length));
        }
    }
}

/// Whether there is nothing but comments, the last of which may go on in the next line.
fn is_comments(mut line: &str) -> bool {
    while let Some(comment) = line.strip_prefix("/*") {
        let Some((_, rest)) = comment.split_once("*/") else { return true };
        line = rest.trim_start();
    }
    line.is_empty()
}

/// An `@` that begins no annotation is a blank.
fn blank_annotated_operators(ending: &mut Cow<'_, str>) {
    let line = ending.clone();
    for (at, sign) in line.match_indices('@') {
        let is_known =
            |next: char| next.is_ascii_alphanumeric() || next.is_ascii_whitespace() || "[](){}'\";,.`_$".contains(next);
        if line[at + sign.len()..].chars().next().is_some_and(|next| !is_known(next)) {
            ending.to_mut().replace_range(at..at + sign.len(), " ");
        }
    }
}

fn highlight_with(code: &str, syntax: &SyntaxReference) -> String {
    let mut html = String::with_capacity(code.len() * 2);
    let (mut state, mut scopes) = (ParseState::new(syntax), Classes::default());
    LINES.with_borrow_mut(|lines| {
        for line in code.split_inclusive('\n') {
            let operations = lines.parse(&ending(line, syntax), &mut state);
            highlight_line(line, &operations, &mut scopes, &mut html);
        }
    });
    html
}

thread_local! {
    /// By thread, since a state of Oniguruma cannot go from one to another.
    static LINES: RefCell<Lines> = RefCell::default();
}

/// Short lines that have been parsed. Much of any code is a blank line or a bracket, for which a grammar tries as many
/// patterns as for any other.
#[derive(Default)]
struct Lines {
    known: FxHashMap<String, Vec<ParsedLine>>,
    /// How often a line is known, all lines together.
    count: usize,
}

/// What a line came to.
struct ParsedLine {
    before: ParseState,
    after: ParseState,
    operations: Rc<Operations>,
}

/// Where in a line which scopes open and close.
type Operations = Vec<(usize, ScopeStackOp)>;

impl Lines {
    /// Known are lines up to so many bytes, each with so many different states of the grammar before it, and so many in
    /// all: some megabytes.
    const LENGTH: usize = 24;
    const STATES: usize = 16;
    const MOST: usize = 2048;

    /// Parses a line, and leaves the state that comes after it.
    fn parse(&mut self, line: &str, state: &mut ParseState) -> Rc<Operations> {
        let states = self.known.get(line).map_or(&[] as &[_], Vec::as_slice);
        if let Some(parsed) = states.iter().find(|parsed| parsed.before == *state) {
            state.clone_from(&parsed.after);
            return parsed.operations.clone();
        }
        let is_kept = line.len() <= Self::LENGTH && states.len() < Self::STATES && self.count < Self::MOST;
        let before = is_kept.then(|| state.clone());
        // A grammar that fails on a line leaves that line plain.
        let operations = Rc::new(state.parse_line(line, &SYNTAXES).unwrap_or_default());
        if let Some(before) = before {
            let parsed = ParsedLine { before, after: state.clone(), operations: operations.clone() };
            self.known.entry(line.to_owned()).or_default().push(parsed);
            self.count += 1;
        }
        operations
    }
}

/// The scopes that are open, each with the class that it gives to what stands in it: found when a scope is opened,
/// not for each token again.
#[derive(Default)]
struct Classes {
    scopes: ScopeStack,
    classes: Vec<&'static str>,
    known: BTreeMap<Scope, Option<&'static str>>,
}

impl Classes {
    fn top(&self) -> &'static str {
        self.classes.last().copied().unwrap_or("")
    }

    fn apply(&mut self, operation: &ScopeStackOp) -> Option<()> {
        let Self { scopes, classes, known } = self;
        let hook = |change: BasicScopeStackOp, _: &[Scope]| match change {
            BasicScopeStackOp::Push(scope) => {
                let own = known.entry(scope).or_insert_with(|| class_of(scope));
                classes.push(own.unwrap_or(classes.last().copied().unwrap_or("")));
            }
            BasicScopeStackOp::Pop => {
                classes.pop();
            }
        };
        scopes.apply_with_hook(operation, hook).ok()
    }
}

fn class_of(scope: Scope) -> Option<&'static str> {
    CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, class)| *class)
}

fn highlight_line(line: &str, operations: &Operations, scopes: &mut Classes, html: &mut String) {
    // The end of the line stays outside every span.
    let end = line.trim_end_matches('\n').len();
    let (mut done, mut open) = (0, "");
    let mut put = |text: &str, class: &'static str| {
        if text.is_empty() {
            return;
        }
        // Blanks go on whatever colour is open, which makes runs longer and tags fewer.
        if class != open && !text.trim().is_empty() {
            if !open.is_empty() {
                html.push_str("</span>");
            }
            if !class.is_empty() {
                html.push_str("<span class=\"");
                html.push_str(class);
                html.push_str("\">");
            }
            open = class;
        }
        escape(text, html);
    };
    for (at, operation) in operations {
        // A place in the line as it was parsed may be within a character of this one.
        let at = end.min(line.ceil_char_boundary(*at));
        put(&line[done..at], scopes.top());
        done = at;
        if scopes.apply(operation).is_none() {
            break;
        }
    }
    put(&line[done..end], scopes.top());
    if !open.is_empty() {
        html.push_str("</span>");
    }
    html.push_str(&line[end..]);
}

#[cfg(test)]
mod tests {
    use super::super::{Fence, HighlightCache};
    use super::*;

    #[test]
    fn what_is_known_of_a_line_holds_after_the_same_lines_only() {
        let rust = || Fence { language: Some("rust".to_owned()), ..Fence::default() };
        let code = "}\n\"\n}\n\"\n}\n";
        let html =
            "}\n<span class=\"s\">&quot;</span>\n<span class=\"s\">}</span>\n<span class=\"s\">&quot;</span>\n}\n";
        for highlights in [HighlightCache::default(), HighlightCache::default()] {
            assert_eq!(highlights.html(code, &rust()).0, html);
            assert_eq!(
                highlights.html(&format!("{code}/*\n}}\n"), &rust()).0,
                format!("{html}<span class=\"c\">/*</span>\n<span class=\"c\">}}</span>\n")
            );
        }
    }

    #[test]
    fn colours_are_few_and_text_is_kept() {
        let fence = Fence { language: Some("rust".to_owned()), marked: vec![2..=2], ..Fence::default() };
        let highlights = HighlightCache::default();
        let (html, known) = highlights.html("fn main() {\n    let x = \"<b>\"; // نعم\n}\n", &fence);
        assert!(known);
        assert_eq!(
            html,
            "<span class=\"k\">fn </span><span class=\"f\">main</span>() {\n<mark>    <span class=\"k\">let</span> x = \
             <span class=\"s\">&quot;&lt;b&gt;&quot;</span>; <span class=\"c\">// نعم</span></mark>\n}\n"
        );
        let knows = |language: &str| highlight("", language).is_some();
        assert!(knows("toml") && knows("ts") && !knows("chart"));
    }

    /// The HTML of texts in one language, of which each comes soon.
    fn highlighted(language: &'static str, texts: Vec<String>) -> Vec<String> {
        let (send, receive) = std::sync::mpsc::channel();
        let all = texts.clone();
        std::thread::spawn(move || {
            for code in all {
                let html = highlight(&code, language).unwrap_or_else(|| panic!("{language}"))();
                send.send(html).expect("it is waited for");
            }
        });
        let soon = std::time::Duration::from_secs(60);
        let html = |code| receive.recv_timeout(soon).unwrap_or_else(|_| panic!("no end of {language}: {code:?}"));
        texts.iter().map(html).collect()
    }

    #[test]
    fn a_line_at_which_a_grammar_never_ends_is_coloured() {
        for (language, code, html) in [
            ("javascript", "x /*", "x <span class=\"c\">/*</span>"),
            ("javascript", "x /* a */\n1\n", "x <span class=\"c\">/* a */</span>\n<span class=\"n\">1</span>\n"),
            ("javascript", "x \u{2003}/*/ a\n", "x \u{2003}<span class=\"c\">/*/ a</span>\n"),
            (
                "javascript",
                "\"a\" // b\n\n  /**\n   * c\n   */ 1\n",
                "<span class=\"s\">&quot;a&quot; </span><span class=\"c\">// b</span>\n\n  <span class=\"c\">/**</span>\n   \
                 <span class=\"c\">* c</span>\n   <span class=\"c\">*/ </span><span class=\"n\">1</span>\n",
            ),
            ("javascript", "2 /* /*/f\n", "<span class=\"n\">2 </span><span class=\"c\">/* /*/</span>f\n"),
            ("js", "x /*", "x <span class=\"c\">/*</span>"),
            ("svelte", "{x /*", "{x <span class=\"c\">/*</span>"),
            ("scala", "class A@+\n", "<span class=\"k\">class</span><span class=\"t\"> A</span>@+\n"),
            (
                "scala",
                ":T@∀ 1\n",
                ":<span class=\"t\">T</span>@<span class=\"t\">∀ </span><span class=\"n\">1</span>\n",
            ),
        ] {
            assert_eq!(highlighted(language, vec![code.to_owned()]), [html], "{language}: {code:?}");
        }
    }

    #[test]
    fn whatever_is_written_in_a_language_ends() {
        let tokens = [
            " /*",
            "*/",
            "\u{a0}",
            "\t",
            " ",
            "\n",
            "//",
            "#",
            "<!--",
            "-->",
            "\"",
            "'",
            "`",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "x",
            "A",
            "1",
            "=",
            ";",
            ":",
            ",",
            ".",
            "<",
            ">",
            "</",
            "<script>",
            "<style>",
            "<?php ",
            "?>",
            "$(",
            "$",
            "@",
            "&",
            "|",
            "->",
            "=>",
            "--",
            "/",
            "*",
            "+",
            "?",
            "!",
            "~",
            "%",
            "\\",
            "م",
            "😀",
            "class ",
            "def ",
            "val ",
            "function ",
            "return ",
            "if ",
        ];
        let mut random = 1_u64;
        let mut below = |count: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % count
        };
        for name in grammar_names() {
            let count =
                if ending(" /*", grammar(name).expect(name)).starts_with('\u{1}') || name == "Scala" { 400 } else { 8 };
            let texts = (0..count).map(|_| (0..20).map(|_| tokens[below(tokens.len())]).collect());
            highlighted(name, texts.collect());
        }
    }
}
