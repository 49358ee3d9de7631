//! Holds the crate to the map in `src/lib.rs`: rooms use rooms of lower rank only, the pure ones do no I/O, each of the
//! large libraries has its one file, and files stay short. And the style sheets to logical properties.

mod support;

use std::collections::BTreeMap;

/// Rooms by rank, as the table in `src/lib.rs` gives them.
fn ranks() -> BTreeMap<String, u32> {
    let map = std::fs::read_to_string(support::root().join("src/lib.rs")).expect("the map");
    let row = |line: &str| {
        let mut cells = line.strip_prefix("//! | ")?.split(" | ");
        let rank = cells.next()?.parse().ok()?;
        Some((cells.next()?.trim_matches(['[', ']', '`']).to_owned(), rank))
    };
    map.lines().filter_map(row).collect()
}

/// Source files below `src/`, without their tests.
fn sources() -> BTreeMap<String, String> {
    let files = support::files(&support::root().join("src"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let code = |text: String| text.split("#[cfg(test)]\n").next().unwrap_or_default().to_owned();
    files.into_iter().filter(|(path, _)| path.ends_with(".rs")).map(|(path, bytes)| (path, code(text(bytes)))).collect()
}

fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Code without comments.
fn statements(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(n, line)| (n + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn every_room_is_on_the_map() {
    let ranks = ranks();
    assert!(ranks.len() >= 10, "the map could not be read: {ranks:?}");
    for path in sources().keys().filter(|path| !matches!(path.as_str(), "lib.rs" | "main.rs")) {
        assert!(ranks.contains_key(room(path)), "src/{path} is in no room of the map");
    }
    for room in ranks.keys() {
        assert!(sources().keys().any(|path| self::room(path) == room), "the map names `{room}`, which is not there");
    }
}

#[test]
fn rooms_use_rooms_of_lower_rank() {
    let ranks = ranks();
    for (path, text) in sources() {
        let Some(own) = ranks.get(room(&path)) else { continue };
        for (line, statement) in statements(&text) {
            for used in statement.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(rank) = ranks.get(&used) else { continue };
                let allowed = rank < own || used == room(&path);
                assert!(allowed, "src/{path}:{line} uses `{used}`, which ranks no lower");
            }
        }
    }
}

#[test]
fn only_the_ends_touch_the_world() {
    for (path, text) in sources() {
        let may = matches!(room(&path), "output" | "server" | "command" | "main")
            || matches!(path.as_str(), "tree/discover.rs" | "tree/stamp.rs" | "cache/disk.rs");
        for (line, statement) in statements(&text) {
            for banned in ["std::fs", "std::net", "std::env", "SystemTime", "Instant::", "println!", "process::exit"] {
                assert!(may || !statement.contains(banned), "src/{path}:{line} uses {banned}");
            }
        }
    }
}

#[test]
fn nothing_panics_on_purpose() {
    for (path, text) in sources() {
        for (line, statement) in statements(&text) {
            for banned in [".unwrap()", ".expect(", "panic!(", "unreachable!(", "unsafe "] {
                assert!(!statement.contains(banned), "src/{path}:{line} uses {banned}");
            }
        }
    }
}

#[test]
fn a_library_has_its_file() {
    for (library, file) in [
        ("pulldown_cmark", "content/article/markdown.rs"),
        ("syntect", "content/code/highlight.rs"),
        ("csv_core", "content/chart/csv.rs"),
        ("tera::", "render/templates.rs"),
        ("walkdir", "tree/discover.rs"),
        ("html5ever", "content/article/raw_html.rs"),
        ("fluent_bundle", "locale/messages.rs"),
        ("annotate_snippets", "diagnostic/human.rs"),
        ("notify", "server/watch.rs"),
        ("process::Command", "tree/history.rs"),
    ] {
        for (path, text) in sources().into_iter().filter(|(path, _)| path != file) {
            for (line, statement) in statements(&text) {
                assert!(!statement.contains(library), "src/{path}:{line} uses {library}, which belongs in {file}");
            }
        }
    }
}

#[test]
fn files_are_short_and_say_why_they_exist() {
    let mut lengths = Vec::new();
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "src/{path} does not say why it exists");
        let lines = text.lines().count();
        assert!(lines <= 500, "src/{path} has {lines} lines");
        lengths.push(lines);
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] < 200, "the median file has {} lines", lengths[lengths.len() / 2]);
}

#[test]
fn styles_know_start_and_end_but_not_left_and_right() {
    for (path, bytes) in support::files(&support::root().join("static")) {
        if !path.ends_with(".css") {
            continue;
        }
        for (n, line) in String::from_utf8(bytes).expect("UTF-8").lines().enumerate() {
            // Code is written left to right in every language.
            let line = if line.starts_with("pre ") || line.starts_with("figure.code") { "" } else { line };
            for word in
                ["left", "right", "width:", "height:", "margin-top", "margin-bottom", "padding-top", "padding-bottom"]
            {
                let physical =
                    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(['-', '(']) && !line.starts_with('@'));
                assert!(!physical, "static/{path}:{}: {word} knows one direction only", n + 1);
            }
        }
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    for (path, bytes) in support::files(&support::root().join("templates")) {
        if !path.ends_with(".html") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("UTF-8");
        let visible = scan(&without_expressions(&text)).text;
        let words: String = visible.chars().filter(|c| c.is_alphabetic()).collect();
        assert!(words.is_empty(), "templates/{path} says `{words}` to readers; words belong in templates/i18n");
    }
}

#[test]
fn every_language_of_the_interface_is_in_its_own_script() {
    let arabic = std::fs::read_to_string(support::root().join("templates/i18n/ar.ftl")).expect("ar.ftl");
    for line in arabic.lines().filter(|line| line.contains(" = ")) {
        let words = line.split_once(" = ").map_or("", |(_, words)| words).trim();
        let arabic = words.chars().any(|c| ('\u{0620}'..='\u{064a}').contains(&c)) || matches!(words, "،");
        assert!(arabic || words.starts_with('{'), "ar.ftl: {line}");
    }
}

/// A template without its statements and comments, and with a sign in the place of each expression: a blank inside one
/// ends no attribute, and its `>` no tag.
fn without_expressions(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        plain.push_str(&rest[..at]);
        let (close, mark) = match &rest[at..] {
            s if s.starts_with("{{") => ("}}", "\u{1}"),
            s if s.starts_with("{%") => ("%}", ""),
            s if s.starts_with("{#") => ("#}", ""),
            _ => ("{", "{"),
        };
        plain.push_str(mark);
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        rest = &rest[end..];
    }
    plain + rest
}

/// What a template consists of.
#[derive(Default)]
struct Scanned {
    /// What stands outside tags and scripts, which is what a reader would see.
    text: String,
    /// What stands before each value of an attribute that is in no double quotes.
    unquoted: Vec<String>,
}

fn scan(plain: &str) -> Scanned {
    let mut scanned = Scanned::default();
    let (mut in_tag, mut in_value, mut in_script) = (false, false, false);
    for (at, c) in plain.char_indices() {
        let after = &plain[at + c.len_utf8()..];
        match c {
            '<' if !in_value => {
                let begins = |name: &str| after.starts_with(name);
                in_tag = if in_script {
                    begins("/script")
                } else {
                    after.starts_with(['/', '!', '?']) || begins_name(after)
                };
                in_script = begins("script") || in_script && !in_tag;
            }
            '>' if !in_value => in_tag = false,
            '"' if in_tag => in_value = !in_value,
            '=' if in_tag && !in_value && !after.starts_with('"') => {
                scanned.unquoted.push(plain[..at].rsplit([' ', '\n', '<']).next().unwrap_or_default().to_owned());
            }
            c if !in_tag && !in_script => scanned.text.push(c),
            _ => {}
        }
    }
    scanned
}

fn begins_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn unquoted_attributes(text: &str) -> Vec<String> {
    scan(&without_expressions(text)).unquoted
}

#[test]
fn every_attribute_of_a_template_is_quoted() {
    assert_eq!(unquoted_attributes("<a href={{ url }} class=\"x\">"), ["href"]);
    assert_eq!(unquoted_attributes("<a {% if x == 1 %}class=b{% endif %}>1 = 2</a><script>a=b</script>"), ["class"]);
    assert_eq!(unquoted_attributes("<a title=\"x=y > {{ f(a=\"b\") }}\" b>"), Vec::<String>::new());
    for (path, bytes) in support::files(&support::root().join("templates")) {
        if path.ends_with(".html") || path.ends_with(".xml") {
            let found = unquoted_attributes(&String::from_utf8(bytes).expect("UTF-8"));
            assert!(found.is_empty(), "templates/{path}: the value of an attribute stands in no quotes: {found:?}");
        }
    }
}

#[test]
fn the_lines_of_templates_can_be_read() {
    for (path, bytes) in support::files(&support::root().join("templates")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        // A script is one line, since its digest depends on it.
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.contains("<script>")) {
            let length = line.chars().count();
            assert!(path.ends_with(".ftl") || length <= 140, "templates/{path}:{} has {length} characters", n + 1);
        }
    }
}

/// Attributes that Rust code under `src/render` writes by hand, too. Charts are drawn in a file of their own.
#[test]
fn attributes_that_code_fills_in_are_quoted() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("render/") && !path.contains("chart"))
    {
        for (line, statement) in statements(&text) {
            let tags = statement.split('"').any(|part| part.contains('<') && part.contains("={"));
            assert!(!tags, "src/{path}:{line} fills an attribute without quotes");
        }
    }
}

/// Where a script makes code of a string: HTML, a script, a selector.
const SINKS: [&str; 14] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "parseHTMLUnsafe",
    "parseFromString",
    "createContextualFragment",
    "srcdoc",
    "document.write",
    "javascript:",
    "eval(",
    "new Function",
    "setTimeout(\"",
    "setAttribute(\"on",
];

/// Whether every selector of a line is written out in it, or what is put into it is escaped.
fn selectors_are_constant(line: &str) -> bool {
    let calls = ["querySelector(", "querySelectorAll(", ".closest(", ".closest?.(", ".matches("];
    let mut arguments = calls.iter().flat_map(|call| line.split(call).skip(1));
    let constant = |argument: &str| {
        let literal = argument.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        literal.is_some_and(|(_, after)| after.starts_with(')'))
    };
    arguments.all(|argument| constant(argument) || argument.starts_with("/** @type {any} */ (selector)"))
        || line.contains("CSS.escape(")
}

/// A text of a page stays a text: a script that makes HTML of it lets whoever wrote it run scripts.
#[test]
fn scripts_make_no_code_of_texts() {
    let in_folder = |folder: &'static str, ending: &'static str| {
        let files = support::files(&support::root().join(folder)).into_iter();
        files
            .filter(move |(path, _)| path.ends_with(ending))
            .map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    };
    let mut scripts = 0;
    for (path, bytes) in in_folder("static", ".js").chain(in_folder("templates", ".html")) {
        scripts += usize::from(path.ends_with(".js"));
        let text = String::from_utf8(bytes).expect("UTF-8");
        for (line, statement) in statements(&text) {
            for sink in SINKS {
                assert!(!statement.contains(sink), "{path}:{line} uses {sink}");
            }
            assert!(selectors_are_constant(statement), "{path}:{line} makes a selector of a text: {statement}");
        }
    }
    assert!(scripts >= 6, "only {scripts} scripts were found");
    assert!(selectors_are_constant(r#"a.querySelector("b").closest("c, d")"#) && selectors_are_constant("no selector"));
    assert!(!selectors_are_constant("all.querySelector(link.hash)"));
    assert!(!selectors_are_constant("all.querySelector(`${link.hash} .back`)"));
    assert!(!selectors_are_constant(r##"all.querySelector("#" + id)"##));
}
