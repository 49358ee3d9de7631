//! The language server over its protocol: a scripted editor asks the program, as a whole process, and compares what it
//! answers. Places are reckoned here by another way than in the program: from the code units themselves.

#[path = "support/editor.rs"]
mod editor;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use editor::{Editor, offset, position};
use muwazana::build::build;
use muwazana::diagnostic::{Code, human};
use serde_json::{Value, json};
use support::{files, fixture, options};

const COST: &str = "content/dimensions/cost/en.md";

fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files(&fixture()).into_iter().filter(|(path, _)| !path.starts_with(".muwazana/")) {
        put(copy.path(), &path, &bytes);
    }
    copy
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}

fn run(root: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_muwazana")).arg("--root").arg(root).args(arguments).status();
    assert!(status.expect("it runs").success(), "{arguments:?}");
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn faults_are_told_as_one_types_and_end_when_they_are_mended() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let path = "content/dimensions/cost/ar.md";
    let text = editor.open_file(path);
    let wrong = text.replacen("## ", "😀 رابط [[fredom]].\n\n## ", 1);
    editor.write(path, &wrong);
    editor.wait("a broken link", |faults| faults.get(path).is_some_and(|faults| faults.len() == 1));
    let fault = editor.faults[path][0].clone();
    assert_eq!((fault["code"].as_str(), fault["severity"].as_u64()), (Some("broken-link"), Some(1)));
    let (start, end) = (offset(&wrong, &fault["range"]["start"]), offset(&wrong, &fault["range"]["end"]));
    assert_eq!(&wrong[start..end], "[[fredom]]");
    assert!(fault["message"].as_str().is_some_and(|said| said.contains("did you mean `freedom`?")), "{fault}");
    // What is to be written is offered, and done below by hand.
    let range = fault["range"].clone();
    let document = json!({ "uri": editor.uri(path) });
    let params = json!({ "textDocument": document, "range": range, "context": { "diagnostics": [] } });
    let actions = editor.ask("textDocument/codeAction", params).expect("an answer");
    let edit = &actions[0]["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!((&actions[0]["title"], &edit["newText"]), (&json!("Write `freedom`"), &json!("freedom")));
    assert_eq!(&wrong[offset(&wrong, &edit["range"]["start"])..offset(&wrong, &edit["range"]["end"])], "fredom");
    // By the place of a range behind a character of two units, as editors send it.
    let at = wrong.find("fredom").expect("the name");
    let range = json!({ "start": position(&wrong, at), "end": position(&wrong, at + "fredom".len()) });
    editor.change(path, json!([{ "range": range, "text": "freedom" }]));
    editor.wait("none", |faults| faults[path].is_empty());
    // A file that is not on the disk yet is part of the site; when it is closed unsaved, it is not.
    editor.open_text("content/terms/lock/en.md", "+++\ntitle = \"Lock\"\n+++\n");
    let new = "content/terms/lock/en.md";
    editor.wait("a new page", |faults| faults.get(new).is_some_and(|faults| faults.len() > 1));
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri(new) } }));
    editor.wait("no new page", |faults| faults[new].is_empty());
    // What changes on the disk is heard of, too.
    let facts = "content/dimensions/cost/page.toml";
    put(site.path(), facts, editor.read(facts).replace("related", "relatd").as_bytes());
    editor.wait("a key", |faults| faults.get(facts).is_some_and(|faults| faults[0]["code"] == "unknown-key"));
    assert_eq!(editor.ask("shutdown", Value::Null), Ok(Value::Null));
    editor.tell("exit", Value::Null);
    assert!(editor.child.wait().expect("an end").success());
}

#[test]
fn a_section_that_is_behind_names_its_counterpart() {
    let site = copy();
    run(site.path(), &["sync"]);
    let names = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
    for arguments in [&["init", "--quiet"][..], &["add", "content"], &["commit", "--quiet", "--message", "m"]] {
        let git = std::process::Command::new("git").current_dir(site.path()).args(names).args(arguments).status();
        assert!(git.is_ok_and(|status| status.success()), "{arguments:?}");
    }
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    editor.write(COST, &text.replace("nobody else's business", "their own business"));
    let other = "content/dimensions/cost/ar.md";
    editor.wait("behind", |faults| faults.get(other).is_some_and(|faults| faults[0]["code"] == "behind"));
    let related = editor.faults[other][0]["relatedInformation"][0].clone();
    assert_eq!(editor.path(&related["location"]["uri"]), COST);
    let arabic = editor.read(other);
    let said = editor.ask_at("textDocument/hover", other, &arabic, "{#where-each-stands}", 3).expect("an answer");
    let said = said["contents"]["value"].as_str().expect("a text");
    assert!(
        said.contains("`ar`") && said.contains("**behind** `en`") && said.contains("Where each of them stands"),
        "{said}"
    );
    assert!(said.contains("Changed in `en`") && said.contains("~~nobody~~**their**"), "{said}");
}

#[test]
fn what_can_be_written_is_proposed() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    let with = |line: &str| text.replacen("## What is claimed", &format!("{line}\n\n## What is claimed"), 1);
    for (line, label, replaced) in [
        ("See [[fre¦", "freedom", "freedom]]"),
        ("See [[¦]]", "sources", "sources"),
        ("See [[freedom#¦", "claim", "claim]]"),
        ("See [here](../freedom/#¦)", "evidence-against", "evidence-against"),
        ("A figure.[^¦", "fares-2026", "fares-2026]"),
        ("> [!¦", "TIP", "TIP]"),
        ("```ru¦", "rust", "rust"),
        ("```chart\ndata = \"trips.csv\"\nx = \"¦\"\n```", "dinars a trip", "dinars a trip"),
        ("```chart\ndata = \"¦\"\n```", "trips.csv", "trips.csv"),
        ("```chart\nsources = [\"¦\"]\n```", "fares-2026", "fares-2026"),
    ] {
        let items = editor.complete(COST, &with(line));
        let item = items.iter().find(|item| item["label"] == label);
        let item = item.unwrap_or_else(|| panic!("{line}: {:?}", labels(&items)));
        assert_eq!(item["textEdit"]["newText"], replaced, "{line}");
    }
    let items = editor.complete(COST, &with("See [[¦"));
    let freedom = items.iter().find(|item| item["label"] == "freedom").expect("a page");
    assert_eq!(freedom["detail"], "Who decides when it goes");
    assert!(freedom["documentation"].as_str().is_some_and(|said| said.starts_with("The bicycle goes")));
    let fares = &editor.complete(COST, &with("Much.[^fa¦"))[..];
    let fares = fares.iter().find(|item| item["label"] == "fares-2026").expect("a source");
    assert_eq!(
        (&fares["detail"], &fares["documentation"]),
        (&json!("هيئة النقل, 2026-01-01"), &json!("جدول التعرفة لسنة 2026"))
    );
    editor.write(COST, &text);
    let facts = "content/dimensions/cost/page.toml";
    let named = editor.open_file(facts);
    let items = editor.complete(facts, &named.replacen("\"depot-accounts-2025\"", "\"¦\"", 1));
    assert!(items.iter().any(|item| item["label"] == "fares-2026"), "{:?}", labels(&items));
    // An id that the other language has and this one lacks, and no other.
    let items = editor.complete(COST, &text.replacen("{#figures}", "{#¦", 1));
    assert_eq!(labels(&items), ["figures"]);
    assert_eq!(items[0]["textEdit"]["newText"], "figures}");
    // In code nothing is a link.
    assert_eq!(editor.complete(COST, &with("```md\nSee [[¦\n```")).len(), 0);
    editor.write(COST, &text);
    let arabic = "content/dimensions/cost/ar.md";
    let text = editor.open_file(arabic);
    let items = editor.complete(arabic, &text.replacen("## ", "انظر [[¦\n\n## ", 1));
    let freedom = items.iter().find(|item| item["label"] == "freedom").expect("a page");
    assert_ne!(freedom["detail"], "Who decides when it goes", "the title is that of the file's language");
    assert!(
        freedom["filterText"].as_str().is_some_and(|found_by| found_by.contains(freedom["detail"].as_str().unwrap()))
    );
}

/// The readers decide which keys there are; each of them is proposed, and no other.
#[test]
fn every_key_that_is_read_is_proposed_with_its_meaning() {
    let site = copy();
    put(site.path(), "static/logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
    let settings = std::fs::read_to_string(site.path().join("site.toml")).expect("settings");
    put(site.path(), "site.toml", (settings + "\n[theme]\nlogo = \"logo.svg\"\n").as_bytes());
    let cost = std::fs::read_to_string(site.path().join(COST)).expect("a page");
    let annotated =
        cost.replace("unit = \"dinars\"\n", "unit = \"dinars\"\n[[annotation]]\nat = \"Bus\"\ntext = \"Dear\"\n");
    put(site.path(), COST, annotated.as_bytes());
    let mut editor = Editor::open(site.path());
    let wrong = "zzzzzzzzzzzz";
    let chart = "[The data as CSV](trips.csv)\n\n```chart\n";
    let mut checked = 0;
    for (path, before, whole) in [
        (COST, "+++\ntitle", true),
        (COST, "[axis]\nstart", true),
        (COST, chart, true),
        (COST, "[[annotation]]\n", true),
        ("content/dimensions/cost/page.toml", "", true),
        ("content/dimensions/cost/page.toml", "[evidence]\n", true),
        ("content/dimensions/cost/page.toml", "[[history]]\n", true),
        ("content/dimensions/cost/page.toml", "[[tests]]\n", true),
        ("site.toml", "name = { ar", true),
        ("site.toml", "[licence]\n", true),
        ("site.toml", "[[languages]]\ntag", true),
        ("site.toml", "[[subjects]]\nid", true),
        ("site.toml", "[[weightings]]\nname", true),
        ("site.toml", "[theme]\nlogo", true),
        ("content/sources.toml", "[fares-2026]\n", true),
    ] {
        let text = editor.open_file(path);
        let at = text.find(before).unwrap_or_else(|| panic!("{path} holds no {before}"));
        let at = at + before.rfind('\n').map_or(0, |end| end + 1);
        let wrongly = format!("{}{wrong} = 1\n{}", &text[..at], &text[at..]);
        put(site.path(), path, wrongly.as_bytes());
        let built = build(site.path(), &options(None));
        let unknown = built.diagnostics.iter().find(|fault| fault.code == Code::UnknownKey);
        let unknown = unknown.unwrap_or_else(|| panic!("{path}: {}", human(&built.sources, &built.diagnostics, false)));
        let help = unknown.help.clone().unwrap_or_default();
        let read: BTreeSet<&str> = help.split('`').skip(1).step_by(2).collect();
        assert!(read.len() > 1, "{path} {before}: {help}");
        put(site.path(), path, text.as_bytes());
        let items = editor.complete(path, &wrongly.replacen(wrong, &format!("{wrong}¦"), 1));
        let proposed: BTreeSet<&str> = labels(&items).into_iter().collect();
        assert_eq!(proposed, read, "{path} {before}: say in src/schema what a new key means");
        assert!(items.iter().all(|item| item["detail"].as_str().is_some_and(|said| whole && said.len() > 8)), "{path}");
        editor.write(path, &text);
        checked += read.len();
    }
    assert!(checked > 50, "only {checked} keys");
}

#[test]
fn what_stands_at_a_place_is_told_and_found() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    for (part, on, said) in [
        ("[[cargo-bicycle|", 4, "A bicycle with a box"),
        ("[^fares-2026]", 4, "هيئة النقل"),
        ("## The figures", 5, "`#figures`"),
        ("summary =", 3, "One or two sentences"),
    ] {
        let answer = editor.ask_at("textDocument/hover", COST, &text, part, on).expect("an answer");
        assert!(answer["contents"]["value"].as_str().is_some_and(|text| text.contains(said)), "{part}: {answer}");
    }
    assert_eq!(editor.ask_at("textDocument/hover", COST, &text, "Prices are those", 3), Ok(Value::Null));
    for (part, on, path, covered) in [
        ("[[cargo-bicycle|", 4, "content/terms/cargo-bicycle/en.md", ""),
        ("[^fares-2026]", 4, "content/sources.toml", "fares-2026"),
        ("[^own]", 3, COST, "[^own]"),
        ("## What is claimed", 5, "content/dimensions/cost/ar.md", "## ما يُدّعى {#claim}"),
    ] {
        let answer = editor.ask_at("textDocument/definition", COST, &text, part, on).expect("an answer");
        assert_eq!(editor.covered(&answer), [(path.to_owned(), covered.to_owned())], "{part}");
    }
    let other = "content/dimensions/freedom/en.md";
    let freedom = editor.open_file(other);
    let answer = editor.ask_at("textDocument/definition", other, &freedom, "[[cost#claim]]", 9).expect("an answer");
    assert_eq!(editor.covered(&answer), [(COST.to_owned(), "## What is claimed {#claim}".to_owned())]);

    let answer = editor.ask_at("textDocument/references", COST, &text, "[[space]]", 4).expect("an answer");
    let found = editor.covered(&answer);
    let from: BTreeSet<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    let expected = ["content/dimensions/cost/ar.md", COST, "content/dimensions/cost/page.toml"];
    assert_eq!(from, BTreeSet::from(expected));
    assert!(found.contains(&(COST.to_owned(), "[[space]]".to_owned())));
    let answer = editor.ask_at("textDocument/references", COST, &text, "[^fares-2026]", 4).expect("an answer");
    let cited = text.matches("[^fares-2026]").count();
    let here = editor.covered(&answer).into_iter().filter(|(path, part)| path == COST && part == "[^fares-2026]");
    assert_eq!(here.count(), cited);
}

#[test]
fn files_and_the_site_are_listed_and_folded() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    let document = json!({ "textDocument": { "uri": editor.uri(COST) } });
    let symbols = editor.ask("textDocument/documentSymbol", document.clone()).expect("an answer");
    let names: Vec<&str> =
        symbols.as_array().expect("a list").iter().filter_map(|part| part["detail"].as_str()).collect();
    let headings = text.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!((names.len(), names[0]), (headings, "#claim"));
    let folds = editor.ask("textDocument/foldingRange", document).expect("an answer");
    assert!(folds.as_array().is_some_and(|folds| folds.len() > headings), "{folds}");
    // Which way lines of both directions run: in Arabic from right to left, however they begin.
    let arabic = "content/about/ar.md";
    let begun = editor.read(arabic) + "\nDeFi كلمة أولى.\n\nكلمات وحدها.\n";
    editor.open_text(arabic, &begun);
    let last = begun.lines().count() - 3;
    let range = json!({ "start": { "line": last, "character": 0 }, "end": { "line": last + 2, "character": 0 } });
    let params = json!({ "textDocument": { "uri": editor.uri(arabic) }, "range": range });
    let hints = editor.ask("textDocument/inlayHint", params).expect("an answer");
    let hints = hints.as_array().expect("a list");
    assert!(hints.len() == 1 && hints[0]["label"] == "←" && hints[0]["position"]["line"] == last, "{hints:?}");
    let found = editor.ask("workspace/symbol", json!({ "query": "CARGO" })).expect("an answer");
    assert_eq!(editor.path(&found[0]["location"]["uri"]), "content/terms/cargo-bicycle/ar.md");
    let found = editor.ask("workspace/symbol", json!({ "query": "يُدّعى" })).expect("an answer");
    assert!(found.as_array().is_some_and(|found| !found.is_empty()), "sections are found by their titles");
    assert!(editor.ask("textDocument/signatureHelp", json!({})).is_err());
}

/// A page is known by its folder, is found by its slug, and keeps its address when the folder gets another name.
#[test]
fn a_page_with_a_slug_is_named_by_its_folder() {
    let site = copy();
    let facts = "content/dimensions/freedom/page.toml";
    let text = std::fs::read_to_string(site.path().join(facts)).expect(facts);
    put(site.path(), facts, format!("slug = \"liberty\"\n{text}").as_bytes());
    let linked = std::fs::read_to_string(site.path().join(COST)).expect(COST) + "\nSee [[freedom]].\n";
    put(site.path(), COST, linked.as_bytes());
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    let with = text.replacen("## What is claimed", "See [[lib\n\n## What is claimed", 1);
    let items = editor.complete(COST, &with.replacen("[[lib", "[[lib¦", 1));
    let page = items.iter().find(|item| item["label"] == "freedom").expect("a page");
    assert!(page["filterText"].as_str().is_some_and(|found_by| found_by.contains("dimensions/liberty")), "{page}");
    editor.write(COST, &text);
    let said = editor.ask_at("textDocument/hover", COST, &text, "[[freedom]].", 3).expect("an answer");
    assert!(said["contents"]["value"].as_str().is_some_and(|said| said.contains("at `dimensions/liberty`")), "{said}");
    let said = editor.open_file(facts);
    let said = editor.ask_at("textDocument/hover", facts, &said, "slug", 2).expect("an answer");
    assert!(said["contents"]["value"].as_str().is_some_and(|said| said.contains("`slug`: ")), "{said}");
    let mut params = editor.at(COST, &text, text.find("[[freedom]].").expect("a link") + 3);
    params["newName"] = json!("liberty");
    let edit = editor.ask("textDocument/rename", params).expect("a renaming");
    apply(&editor, &edit);
    let facts = std::fs::read_to_string(site.path().join("content/dimensions/liberty/page.toml")).expect("a folder");
    assert!(!facts.contains("slug"), "{facts}");
    let built = build(site.path(), &options(None));
    assert_eq!(built.faults().0, 0, "{}", human(&built.sources, &built.diagnostics, false));
    let is_there = |path: &str| built.outputs.iter().any(|output| output.path == path);
    assert!(is_there("en/dimensions/liberty/index.html") && !is_there("en/dimensions/freedom/index.html"));
}

/// Does what an editor does with the answer to a request for a new name.
fn apply(editor: &Editor, edit: &Value) -> BTreeSet<String> {
    let mut changed = BTreeSet::new();
    for change in edit["documentChanges"].as_array().expect("changes") {
        if change["kind"] == "rename" {
            let (old, new) = (editor.path(&change["oldUri"]), editor.path(&change["newUri"]));
            std::fs::rename(editor.root.join(old), editor.root.join(new)).expect("a new name");
            continue;
        }
        let path = editor.path(&change["textDocument"]["uri"]);
        let mut text = editor.read(&path);
        let place = |edit: &Value| (offset(&text, &edit["range"]["start"]), offset(&text, &edit["range"]["end"]));
        let mut edits: Vec<_> =
            change["edits"].as_array().expect("edits").iter().map(|edit| (place(edit), edit)).collect();
        edits.sort_by_key(|(place, _)| *place);
        assert!(edits.windows(2).all(|pair| pair[0].0.1 <= pair[1].0.0), "edits overlap: {edits:?}");
        for ((start, end), edit) in edits.into_iter().rev() {
            text.replace_range(start..end, edit["newText"].as_str().expect("a text"));
        }
        put(&editor.root, &path, text.as_bytes());
        changed.insert(path);
    }
    changed
}

/// After a renaming the site is as sound as before, its translations agree as before, and an old address leads on.
#[test]
fn a_renaming_leaves_a_sound_site() {
    for (path, part, on, new, gone, then) in [
        ("content/dimensions/freedom/en.md", "[[cost#claim]]", 3, "price", "[[cost", "price/index.html"),
        (COST, "[[bus-lane|", 4, "busway", "[[bus-lane", "busway/index.html"),
        (COST, "## The figures", 4, "numbers", "#figures", "id=\"numbers\""),
        (COST, "[^rad-kosten-2025]", 4, "bicycle-costs", "rad-kosten-2025", "bicycle-costs"),
        (
            "content/dimensions/cost/page.toml",
            "\"depot-accounts-2025",
            3,
            "depot-books",
            "depot-accounts",
            "depot-books",
        ),
        ("content/dimensions/cost/page.toml", "\"space\"", 3, "room", "[[space", "room/index.html"),
    ] {
        let site = copy();
        let facts = "content/dimensions/freedom/ar.md";
        let linked = std::fs::read_to_string(site.path().join(facts)).expect(facts)
            + "\n[أ](../cost/#figures) و[ب](/dimensions/space/ar.md) و[ج][د].\n\n[د]: ../../terms/bus-lane/\n";
        put(site.path(), facts, linked.as_bytes());
        run(site.path(), &["sync"]);
        let before = build(site.path(), &options(None));
        let told = |built: &muwazana::build::Build| -> Vec<String> {
            built.diagnostics.iter().map(|fault| fault.code.as_str().to_owned()).collect()
        };
        assert_eq!(before.faults().0, 0, "{}", human(&before.sources, &before.diagnostics, false));
        let mut editor = Editor::open(site.path());
        let text = editor.open_file(path);
        let prepared = editor.ask_at("textDocument/prepareRename", path, &text, part, on).expect("a name");
        assert!(prepared["placeholder"].is_string());
        let at = text.find(part).expect("a part") + on;
        let mut params = editor.at(path, &text, at);
        params["newName"] = json!(new);
        let edit = editor.ask("textDocument/rename", params).expect("a renaming");
        let changed = apply(&editor, &edit);
        assert!(changed.len() > 2, "{part}: {changed:?}");
        let after = build(site.path(), &options(None));
        assert_eq!(told(&after), told(&before), "{part}: {}", human(&after.sources, &after.diagnostics, false));
        for (file, bytes) in files(&site.path().join("content")) {
            assert!(!String::from_utf8_lossy(&bytes).contains(gone), "{part}: {file} still has {gone}");
        }
        let is_there = |output: &muwazana::render::Output| {
            output.path.ends_with(then) || String::from_utf8_lossy(&output.bytes).contains(then)
        };
        assert!(after.outputs.iter().any(is_there), "{part}: {then}");
        let paths = |built: &muwazana::build::Build| -> BTreeSet<String> {
            built.outputs.iter().map(|output| output.path.clone()).filter(|path| path.ends_with("index.html")).collect()
        };
        // The address side by side leads on as well. Charts without an id of their own go with the page.
        let lost = paths(&before).difference(&paths(&after)).cloned().collect::<Vec<_>>();
        let lost: Vec<_> = lost.into_iter().filter(|path| !path.contains("/charts/")).collect();
        assert_eq!(lost, Vec::<String>::new(), "{part}");
    }
}

#[test]
fn a_name_that_cannot_be_is_refused_in_a_sentence() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let text = editor.open_file(COST);
    for (part, on, new, why) in [
        ("[[space]]", 3, "freedom", "there is a page `dimensions/freedom` already"),
        ("[[space]]", 3, "Much Room", "no good address"),
        ("## The figures", 3, "claim", "has a heading `#claim` already"),
        ("[^fares-2026]", 4, "theft-2025", "a source `theft-2025` already"),
        ("Prices are those", 3, "x", "no page, section or source"),
    ] {
        let mut params = editor.at(COST, &text, text.find(part).expect("a part") + on);
        params["newName"] = json!(new);
        let refused = editor.ask("textDocument/rename", params).expect_err(part);
        assert!(refused.contains(why), "{part}: {refused}");
    }
}

/// Whatever is typed, the server has the same text as the editor and says what a build from nothing says.
#[test]
fn after_many_edits_it_says_what_a_fresh_build_says() {
    let site = copy();
    let mut editor = Editor::open(site.path());
    let mut text = editor.open_file(COST);
    let pieces = ["م", "😀", "[[", "]]", "[^", "\n", "## ", "{#x}", "```\n", "**", "1,000", " ", "\r\n", "<b>", "|"];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("a size") % below
    };
    for n in 0..300 {
        // The places at which a character begins.
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let from = next(places.len());
        let (start, end) = (places[from], places[(from + next(4)).min(places.len() - 1)]);
        let (start, end) = if text[start..end].contains('\r') { (start, start) } else { (start, end) };
        let piece = pieces[next(pieces.len())];
        let range = json!({ "start": position(&text, start), "end": position(&text, end) });
        editor.change(COST, json!([{ "range": range, "text": piece }]));
        text.replace_range(start..end, piece);
        if n % 60 == 59 {
            put(site.path(), COST, text.as_bytes());
            let built = build(site.path(), &muwazana::build::Options { drafts: true, ..options(None) });
            let expected: BTreeSet<String> = built
                .diagnostics
                .iter()
                .filter(|fault| fault.span.is_some_and(|span| built.sources.get(span.file).path == COST))
                .map(|fault| fault.message.clone())
                .collect();
            let said = |faults: &BTreeMap<String, Vec<Value>>| -> BTreeSet<String> {
                let own = faults.get(COST).into_iter().flatten();
                own.filter_map(|fault| Some(fault["message"].as_str()?.split('\n').next()?.to_owned())).collect()
            };
            let first = |messages: &BTreeSet<String>| -> BTreeSet<String> {
                messages.iter().map(|message| message.split('\n').next().unwrap_or_default().to_owned()).collect()
            };
            let expected = first(&expected);
            editor.wait(&format!("edit {n}: {expected:#?}"), |faults| said(faults) == expected);
        }
    }
}

/// With a real editor: Neovim, which `tests/run` installs. Run it with `-- --ignored`.
#[test]
#[ignore = "needs Neovim"]
fn a_writer_in_neovim_completes_sees_faults_and_renames() {
    let site = copy();
    let root = site.path().canonicalize().expect("a root");
    let seen = root.join("seen.json");
    let script = support::root().join("tests/lsp/nvim.lua");
    let ended = Command::new("nvim")
        .args(["--headless", "--clean", "-S"])
        .arg(script)
        .env("SITE", &root)
        .env("SEEN", &seen)
        .env("MUWAZANA", env!("CARGO_BIN_EXE_muwazana"))
        .status()
        .expect("Neovim is installed");
    assert!(ended.success());
    let told: Value = serde_json::from_slice(&std::fs::read(seen).expect("what was seen")).expect("JSON");
    assert_eq!(told["problem"], Value::Null, "{told}");
    assert_eq!(told["line"], "See [[freedom]]");
    assert!(told["hover"].as_str().is_some_and(|said| said.contains("Who decides when it goes")), "{told}");
    assert!(told["fault"].as_str().is_some_and(|said| said.contains("did you mean `freedom`?")), "{told}");
    for (path, heading) in
        [(COST, "## What is claimed {#claimed}"), ("content/dimensions/freedom/ar.md", "[[cost#claimed")]
    {
        let text = std::fs::read_to_string(root.join(path)).expect(path);
        assert!(text.contains(heading), "{path}: {text}");
    }
    let built = build(&root, &options(None));
    assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
}
