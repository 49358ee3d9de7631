//! Holds the crate to the map in `src/lib.rs`: rooms use rooms of lower rank only, the pure ones do no I/O, each of the
//! large libraries has its one file, and files stay short. And the style sheets to logical properties.

mod support;

use std::collections::{BTreeMap, BTreeSet};

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
fn the_guide_names_the_rooms_of_the_map() {
    let root = support::root();
    let guide = std::fs::read_to_string(root.join("CONTRIBUTING.md")).expect("the guide");
    let rows = guide.lines().skip_while(|line| !line.starts_with("| room ")).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.strip_prefix("| `")?.split(" | ").next());
    let named: Vec<&str> = cells.flat_map(|cell| cell.split(", ").map(|name| name.trim_matches('`'))).collect();
    for name in &named {
        let is_there = root.join("src").join(name).exists() || root.join(format!("src/{name}.rs")).exists();
        assert!(is_there, "CONTRIBUTING.md names `{name}`, which is not there");
    }
    let rooms: BTreeSet<&str> = named.into_iter().map(room).collect();
    let ranks = ranks();
    let map: BTreeSet<&str> = ranks.keys().map(String::as_str).collect();
    assert_eq!(rooms, map, "the rooms of CONTRIBUTING.md and of src/lib.rs");
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

/// What touches the world, and which rooms or files may: reading and writing files, sockets, the environment and clocks,
/// other programs, and what a person sees.
const WORLD: [(&[&str], &[&str]); 5] = [
    (
        &["std::fs", "fs::"],
        &[
            "tree/discover.rs",
            "tree/foreign.rs",
            "tree/near_names.rs",
            "tree/stamp.rs",
            "cache/disk.rs",
            "output/",
            "server/",
        ],
    ),
    (&["std::net", "TcpListener"], &["server/", "external/"]),
    (
        &["std::env", "SystemTime", "Instant::"],
        &["tree/discover.rs", "tree/stamp.rs", "output/", "server/", "external/", "command/"],
    ),
    (&["process::Command", "process::{Command"], &["tree/history.rs", "server/editor.rs"]),
    (&["println!", "stdout()", "stderr()", "process::exit"], &["command/", "main.rs"]),
];

#[test]
fn only_the_ends_touch_the_world() {
    for (path, text) in sources() {
        for (line, statement) in statements(&text) {
            for (names, places) in WORLD {
                let may = places.iter().any(|place| path.starts_with(place));
                let name = names.iter().find(|name| statement.contains(*name));
                assert!(may || name.is_none(), "src/{path}:{line} uses {}", name.unwrap_or(&""));
            }
        }
    }
}

/// Type names of the crate, each with where it is defined.
fn types() -> Vec<(String, String)> {
    let mut types = Vec::new();
    for (path, text) in sources() {
        for (line, statement) in statements(&text) {
            let words = statement.strip_prefix("pub").map_or(statement, |rest| {
                let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
                rest.trim_start()
            });
            let defined = ["struct ", "enum ", "trait ", "type "].iter().find_map(|word| words.strip_prefix(word));
            if let Some(defined) = defined {
                let name: String = defined.chars().take_while(|c| c.is_alphanumeric()).collect();
                types.push((name, format!("src/{path}:{line}")));
            }
        }
    }
    types
}

#[test]
fn no_two_types_share_a_name() {
    let mut known = BTreeMap::new();
    for (name, place) in types() {
        let other = known.insert(name.clone(), place.clone());
        assert!(other.is_none(), "{name} is defined at {place} and at {}", other.unwrap_or_default());
    }
    assert!(known.len() > 200, "only {} types were found", known.len());
}

/// The file in which a path such as `crate::content::Body` or `super::writer::Writer` is defined, as far as modules and
/// the re-exports in `mod.rs` tell; nothing for what is no file of the crate.
fn file_of(import: &str, from: &str, sources: &BTreeMap<String, String>) -> Option<String> {
    let mut parts = import.split("::").map(str::trim).peekable();
    let mut folder: Vec<&str> = from.split('/').collect();
    let file = folder.pop()?;
    let own: &str;
    // The module that a file is: `a/mod.rs` is `a`, `a/b.rs` is `a::b`.
    if file != "mod.rs" {
        own = file.strip_suffix(".rs")?;
        folder.push(own);
    }
    match parts.next()? {
        "crate" => folder.clear(),
        "super" => {
            folder.pop();
        }
        "self" => {}
        first => {
            let child = [folder.as_slice(), &[first]].concat().join("/");
            if !sources.contains_key(&format!("{child}.rs")) && !sources.contains_key(&format!("{child}/mod.rs")) {
                return None;
            }
            folder.push(first);
        }
    }
    while parts.peek() == Some(&"super") {
        parts.next();
        folder.pop();
    }
    for part in parts {
        let module = [folder.as_slice(), &[part]].concat();
        let path = module.join("/");
        if sources.contains_key(&format!("{path}.rs")) || sources.contains_key(&format!("{path}/mod.rs")) {
            folder = module;
            continue;
        }
        // An item: of the module itself, or re-exported by it from another.
        let index = format!("{}/mod.rs", folder.join("/"));
        let Some(text) = sources.get(&index) else { break };
        let reexport =
            text.split("pub").skip(1).filter_map(|rest| rest.split_once("use ")?.1.split_once(';')).find_map(
                |(path, _)| {
                    let (module, names) = path.rsplit_once("::")?;
                    let names =
                        names.trim_matches(['{', '}']).split(',').map(|name| name.split(" as ").next().map(str::trim));
                    names.flatten().any(|name| name == part).then(|| format!("{module}::{part}"))
                },
            );
        return match reexport {
            Some(path) => file_of(&path, &index, sources),
            None => Some(index),
        };
    }
    let path = folder.join("/");
    [format!("{path}.rs"), format!("{path}/mod.rs")].into_iter().find(|file| sources.contains_key(file))
}

/// The files that a file uses by name; re-exports are no use.
fn uses(path: &str, sources: &BTreeMap<String, String>) -> BTreeSet<String> {
    let text = &sources[path];
    let mut used = BTreeSet::new();
    let code: String = statements(text).map(|(_, line)| format!("{line}\n")).collect();
    for statement in code.split(';') {
        let Some(rest) = statement.trim_start().strip_prefix("use ") else { continue };
        let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        let (module, names) = match rest.split_once('{') {
            Some((module, names)) => (module.trim_end_matches("::").to_owned(), names.trim_end_matches('}').to_owned()),
            None => rest.rsplit_once("::").map_or_else(|| (rest.clone(), String::new()), |(a, b)| (a.into(), b.into())),
        };
        for name in names.split(',').map(|name| name.split(" as ").next().unwrap_or_default().trim()) {
            used.extend(file_of(&format!("{module}::{name}"), path, sources));
        }
    }
    for inline in code.split("crate::").skip(1) {
        let import: String = inline.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
        used.extend(file_of(&format!("crate::{}", import.trim_end_matches(':')), path, sources));
    }
    used.remove(path);
    used
}

/// Files that use each other, at once or by a detour, cannot be understood one after the other.
#[test]
fn no_files_import_each_other() {
    let sources = sources();
    let uses: BTreeMap<&str, BTreeSet<String>> =
        sources.keys().map(|path| (path.as_str(), uses(path, &sources))).collect();
    assert!(uses.values().map(BTreeSet::len).sum::<usize>() > 500, "the imports could not be read");
    let mut circles = Vec::new();
    for start in uses.keys() {
        let mut reached: BTreeMap<&str, &str> = BTreeMap::new();
        let mut open = vec![*start];
        while let Some(file) = open.pop() {
            for next in uses.get(file).into_iter().flatten() {
                if next == start {
                    let mut way = vec![*start, file];
                    while let Some(before) = reached.get(way[way.len() - 1]).filter(|before| *before != start) {
                        way.push(before);
                    }
                    circles.push(way.join(" <- "));
                }
                if next != start && !reached.contains_key(next.as_str()) {
                    reached.insert(next, file);
                    open.push(next);
                }
            }
        }
    }
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), circles.join("\n"));
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
fn a_library_has_its_place() {
    for (library, file) in [
        ("pulldown_cmark::", "content/article/markdown"),
        ("pulldown_cmark_escape", "text/html.rs"),
        ("biblatex::", "exchange/references/bibtex.rs"),
        ("toml_edit", "exchange/references/merge.rs"),
        ("ureq", "external/"),
        ("rustls", "external/client.rs"),
        ("postcard", "cache/"),
        ("lz4_flex", "cache/"),
        ("minifier", "render/statics.rs"),
        ("syntect::", "content/code/highlight.rs"),
        ("math_core", "content/article/math.rs"),
        ("saphyr", "fields/yaml.rs"),
        ("csv_core", "content/chart/csv.rs"),
        ("tera::", "render/templates.rs"),
        ("zip::", "render/epub/container.rs"),
        ("walkdir", "tree/discover.rs"),
        ("html5ever", "content/article/raw_html.rs|render/xhtml.rs"),
        ("fluent_bundle", "locale/messages.rs"),
        ("annotate_snippets", "diagnostic/human.rs"),
        ("notify", "server/watch.rs"),
        ("harfrust", "render/social_image/"),
        ("wuff", "render/social_image/typeface.rs"),
        ("zeno", "render/social_image/"),
    ] {
        for (path, text) in
            sources().into_iter().filter(|(path, _)| !file.split('|').any(|file| path.starts_with(file)))
        {
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

/// What is stored of highlighted code is of use to the same versions only.
#[test]
fn the_highlighter_is_the_one_that_is_locked() {
    let read = |path: &str| std::fs::read_to_string(support::root().join(path)).expect(path);
    let lock = read("Cargo.lock");
    let version = |name: &str| {
        let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \"")).expect("a locked package");
        after.split('"').next().unwrap_or_default().to_owned()
    };
    let named = format!("\"syntect {}, two-face {}\"", version("syntect"), version("two-face"));
    assert!(read("src/content/code/highlight_cache.rs").contains(&named), "HIGHLIGHTER has to name {named}");
}
