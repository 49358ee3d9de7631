//! Small sites in `tests/golden/NAME/in`, with what they become beside them: `diagnostics.txt` as a person sees it, and
//! in `out` the `<main>` of pages and the whole of other texts. A case shows the documents of its own pages; one that is
//! about other outputs names them in a file `outputs`, a pattern a line (`*` is any part of a name, `**` any path). An
//! expectation that nothing produces fails, and so does a pattern that matches nothing.
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes them all anew; read the difference before you commit it.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use muwazana::build::build;
use muwazana::diagnostic::human;

#[test]
fn golden_sites() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let folder = support::root().join("tests/golden");
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).expect("golden sites").flatten().map(|entry| entry.path()).collect();
    names.sort();
    assert!(names.len() >= 8, "golden sites have gone missing");
    let mut differences = Vec::new();
    for case in names {
        let built = build(&case.join("in"), &support::options(None));
        let mut actual = BTreeMap::new();
        actual.insert("diagnostics.txt".to_owned(), human(&built.sources, &built.diagnostics, false));
        let selection = Selection::of(&case);
        for output in built.outputs.iter().filter(|output| selection.includes(&output.path)) {
            if let Some(text) = expectation(&output.path, &output.bytes) {
                actual.insert(format!("out/{}", output.path), text);
            }
        }
        differences.extend(selection.unmatched(built.outputs.iter().map(|output| output.path.as_str())));
        if update {
            write(&case, &actual);
        }
        compare(&case, &actual, &mut differences);
    }
    assert!(differences.is_empty(), "{}\nUPDATE_GOLDEN=1 accepts what is new", differences.join("\n"));
}

/// What every site has besides the documents of its pages: few cases are about it.
const OF_EVERY_SITE: [&str; 14] = [
    ".nojekyll",
    "404.html",
    "index.html",
    "robots.txt",
    "sitemap.xml",
    "**/index.md",
    "*/feed.xml",
    "*/site.webmanifest",
    "icon.svg",
    "**llms.txt",
    "*/charts/**",
    "*/matrix/**",
    "*/search/**",
    "*/sources/**",
];

/// Which outputs a case is about.
struct Selection {
    case: String,
    /// The lines of the case's file `outputs`, if it has one.
    patterns: Option<Vec<String>>,
}

impl Selection {
    fn of(case: &Path) -> Self {
        let text = std::fs::read_to_string(case.join("outputs")).ok();
        Self {
            case: case.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            patterns: text.map(|text| text.lines().map(str::to_owned).collect()),
        }
    }

    fn includes(&self, path: &str) -> bool {
        match &self.patterns {
            Some(patterns) => patterns.iter().any(|pattern| matches(pattern, path)),
            None => !OF_EVERY_SITE.iter().any(|pattern| matches(pattern, path)),
        }
    }

    fn unmatched<'a>(&self, paths: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
        let patterns = self.patterns.iter().flatten();
        let unmatched = patterns.filter(|pattern| !paths.clone().any(|path| matches(pattern, path)));
        unmatched.map(|pattern| format!("{}: no output matches `{pattern}`", self.case)).collect()
    }
}

/// Whether a path fits a pattern: `**` stands for any text, `*` for any without a slash.
fn matches(pattern: &str, path: &str) -> bool {
    let Some(star) = pattern.find('*') else { return pattern == path };
    let (before, from) = pattern.split_at(star);
    let Some(rest) = path.strip_prefix(before) else { return false };
    let (after, end) = match from.strip_prefix("**") {
        Some(after) => (after, rest.len()),
        None => (&from[1..], rest.find('/').unwrap_or(rest.len())),
    };
    (0..=end).filter(|at| rest.is_char_boundary(*at)).any(|at| matches(after, &rest[at..]))
}

#[test]
fn patterns_of_outputs() {
    for (pattern, path) in [("**", "a/b.html"), ("*/x/**", "en/x/y/z"), ("a/*.csv", "a/ب.csv"), ("**/b", "a/a/b")] {
        assert!(matches(pattern, path), "{pattern} {path}");
    }
    for (pattern, path) in [("*", "a/b"), ("index.html", "en/index.html"), ("*/x/**", "a/b/x/y"), ("a*", "b")] {
        assert!(!matches(pattern, path), "{pattern} {path}");
    }
}

/// What is kept of a file: not the styles and scripts, nor what surrounds a page's own part.
fn expectation(path: &str, bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    if path.starts_with("assets/") {
        return path.ends_with(".csv").then(|| text.to_owned());
    }
    if !path.ends_with(".html") {
        return Some(text.to_owned());
    }
    let main = text.split_once("<main").and_then(|(_, rest)| rest.rsplit_once("</main>"));
    Some(main.map_or_else(|| text.to_owned(), |(main, _)| format!("<main{main}</main>\n")))
}

fn write(case: &Path, actual: &BTreeMap<String, String>) {
    let _ = std::fs::remove_dir_all(case.join("out"));
    for (path, text) in actual {
        let path = case.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("an expectation");
    }
}

fn compare(case: &Path, actual: &BTreeMap<String, String>, differences: &mut Vec<String>) {
    let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut expected: BTreeMap<String, String> = support::files(&case.join("out"))
        .into_iter()
        .map(|(path, bytes)| (format!("out/{path}"), String::from_utf8_lossy(&bytes).into_owned()))
        .collect();
    let diagnostics = std::fs::read_to_string(case.join("diagnostics.txt")).unwrap_or_default();
    expected.insert("diagnostics.txt".to_owned(), diagnostics);
    for (path, text) in actual {
        match expected.remove(path) {
            None => differences.push(format!("{name}: {path} is new")),
            Some(wanted) if wanted != *text => {
                let line = wanted.lines().zip(text.lines()).position(|(a, b)| a != b);
                let line = line.unwrap_or_else(|| wanted.lines().count().min(text.lines().count()));
                let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
                differences.push(format!(
                    "{name}: {path}:{}\n  expected {}\n  found    {}",
                    line + 1,
                    at(&wanted),
                    at(text)
                ));
            }
            Some(_) => {}
        }
    }
    differences.extend(expected.into_keys().map(|path| format!("{name}: {path} is expected, and nothing makes it")));
}
