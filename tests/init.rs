//! What `muwazana init` writes is a site that is finished as it stands: it checks without a fault and every link leads
//! somewhere, whatever it is asked for.

mod support;

use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::cargo::cargo_bin_cmd;
use muwazana::build::Options;
use muwazana::diagnostic::human;
use support::{build_well, dead_links, files, options};

fn init(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = cargo_bin_cmd!("muwazana");
    command.arg("init").arg(folder).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Begins a site, and insists that nothing is wrong with it, not even a little.
fn begun(arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let output = init(folder.path(), arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    let built = build_well(folder.path(), &Options { today: None, ..options(None) });
    assert!(built.diagnostics.is_empty(), "{arguments:?}: {}", human(&built.sources, &built.diagnostics, false));
    assert_eq!(dead_links(&built.outputs, "https://example.org", "/"), Vec::<String>::new(), "{arguments:?}");
    assert_eq!(built.counts.drafts, 0);
    folder
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_site_begins_without_a_fault_in_every_language_that_has_words() {
    let words = files(&support::root().join("src/starter/files/words"));
    let tags: Vec<String> = words.keys().filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned())).collect();
    assert!(tags.len() > 4, "{tags:?}");
    for tag in &tags {
        begun(&["--languages", tag]);
    }
    begun(&["--languages", &tags.join(",")]);
}

#[test]
fn a_language_without_words_begins_in_english_and_says_so() {
    let folder = begun(&["--languages", "sw,en"]);
    let settings = read(folder.path(), "site.toml");
    assert!(settings.contains("name = \"Kiswahili\"\ninterface = \"en\""), "{settings}");
    assert!(settings.contains("missing-translation = \"off\""), "{settings}");
    let output = init(tempfile::tempdir().expect("a folder").path(), &["--languages", "sw"]);
    for words in ["the interface has no words in `sw`", "the first pages in `sw` are in English"] {
        assert!(said(&output).contains(words), "{}", said(&output));
    }
}

#[test]
fn documentation_begins_without_anything_that_compares() {
    let words = files(&support::root().join("src/starter/files/words"));
    let tags: Vec<String> = words.keys().filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned())).collect();
    let site = begun(&["--kind", "documentation", "--languages", &tags.join(",")]);
    assert!(!read(site.path(), "site.toml").contains("subjects"));
    let handbook = begun(&["--kind", "documentation", "--languages", "de", "--title", "Hilfe"]);
    let built = build_well(handbook.path(), &options(None));
    let has = |path: &str| built.outputs.iter().any(|output| output.path == path);
    assert!(has("guide/pages/index.html") && !has("de/guide/pages/index.html") && !has("matrix/index.html"));
}

#[test]
fn comparisons_have_as_many_subjects_as_are_asked_for() {
    let site = begun(&["--languages", "fr,fa", "--subjects", "coffee,tea"]);
    let settings = read(site.path(), "site.toml");
    assert!(settings.contains("name = { fr = \"Café\", fa = \"قهوه\" }"), "{settings}");
    let point = read(site.path(), "content/dimensions/comparable/fa.md");
    assert!(point.contains("coffee = \"قهوه: "), "{point}");
    let site = begun(&["--languages", "he,en", "--subjects", "postgres=פוסטגרס|PostgreSQL,mysql=MySQL,sqlite"]);
    let settings = read(site.path(), "site.toml");
    assert!(settings.contains("{ he = \"פוסטגרס\", en = \"PostgreSQL\" }"), "{settings}");
    assert!(settings.contains("{ he = \"MySQL\", en = \"MySQL\" }"), "{settings}");
    begun(&["--languages", "en,ar,fr,fa", "--subjects", "a,b,c,d,e,f,g,h", "--title", "Letters"]);
}

#[test]
fn the_files_of_a_site_name_schemas_that_are_there() {
    for kind in ["comparison", "documentation"] {
        let site = begun(&["--kind", kind]);
        assert!(
            cargo_bin_cmd!("muwazana")
                .arg("--root")
                .arg(site.path())
                .args(["new", "page", "guide/x/y"])
                .output()
                .is_ok()
        );
        let mut named = 0;
        for (path, bytes) in files(site.path()).into_iter().filter(|(path, _)| path.ends_with(".toml")) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let schema =
                text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap_or_else(|| panic!("{path}"));
            let file = site.path().join(&path).parent().expect("a folder").join(schema);
            let schema: serde_json::Value =
                serde_json::from_slice(&std::fs::read(file).unwrap_or_else(|error| panic!("{path}: {error}")))
                    .expect("JSON");
            let table: toml::Table = text.parse().expect("TOML");
            let known =
                |key: &String| schema["properties"].get(key).is_some() || !schema["additionalProperties"].is_boolean();
            assert!(table.keys().all(known), "{path}: {table:?}");
            named += 1;
        }
        assert!(named > 3, "{kind}: {named}");
        let mut command = cargo_bin_cmd!("muwazana");
        let printed = command.args(["schema", "site"]).output().expect("it runs").stdout;
        assert_eq!(printed, std::fs::read(site.path().join(".schemas/site.json")).expect("a schema"));
    }
}

#[test]
fn titles_are_of_one_language_or_of_all() {
    let site = begun(&["--languages", "en,ar", "--title", "Cups", "--title", "ar=أكواب"]);
    assert!(read(site.path(), "site.toml").contains("name = { en = \"Cups\", ar = \"أكواب\" }"));
}

#[test]
fn nothing_of_what_is_there_is_touched() {
    let folder = begun(&[]);
    let before = files(folder.path());
    let output = init(folder.path(), &[]);
    assert!(!output.status.success() && said(&output).contains("there is a site in"), "{}", said(&output));
    assert_eq!(files(folder.path()), before);

    let folder = support::site([("README.md", "mine"), (".gitignore", "mine")]);
    let before = files(folder.path());
    let output = init(folder.path(), &[]);
    assert!(!output.status.success() && said(&output).contains(".gitignore is there already"), "{}", said(&output));
    assert_eq!(files(folder.path()), before);
}

#[test]
fn what_cannot_be_is_said() {
    for (arguments, words) in [
        (["--languages", "e n"], "`e n` is no language"),
        (["--languages", "xx"], "`xx` is no language"),
        (["--languages", "en,en"], "named twice"),
        (["--subjects", "one"], "two to 8 subjects"),
        (["--subjects", "a,a"], "named twice"),
        (["--subjects", "a/b,c"], "no short name"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = init(folder.path(), &arguments);
        assert!(!output.status.success() && said(&output).contains(words), "{arguments:?}: {}", said(&output));
        assert_eq!(files(folder.path()).len(), 0, "{arguments:?}");
    }
}

#[test]
fn the_workflow_uses_the_same_actions_as_this_repository() {
    let actions = |text: &str| -> std::collections::BTreeSet<String> {
        let uses = text.lines().filter_map(|line| line.split_once("uses: "));
        uses.map(|(_, action)| action.trim().to_owned()).collect()
    };
    let own = std::fs::read_to_string(support::root().join(".github/workflows/pages.yml")).expect("a workflow");
    let folder = tempfile::tempdir().expect("a folder");
    assert!(init(folder.path(), &["--quiet"]).status.success());
    let begun = read(folder.path(), ".github/workflows/pages.yml");
    assert!(!begun.contains('@') || !begun.contains("@program@"), "{begun}");
    assert!(actions(&own).len() > 3);
    assert_eq!(actions(&begun), actions(&own));
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_muwazana"));
    let status = command.arg("--quiet").arg("init").arg(folder.path()).stdin(Stdio::null()).status();
    assert!(status.expect("it runs").success());
    assert!(read(folder.path(), "content/en.md").contains("Coffee and Tea"));
}

/// What lies below `content` is pages, and a site there would become pages of the one around it.
#[test]
fn no_site_begins_among_the_files_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(init(folder.path(), &["--quiet"]).status.success());
    for inside in ["content", "content/dimensions/new", "content/../content/new"] {
        let output = init(&folder.path().join(inside), &["--quiet"]);
        assert!(!output.status.success() && said(&output).contains("folder of the site in"), "{}", said(&output));
    }
    assert!(init(&folder.path().join("examples/one"), &["--quiet"]).status.success());
    assert!(init(&folder.path().join("content/../other"), &["--quiet"]).status.success());
}
