//! The program as its users run it: in a copy of a whole site, by its command line alone.

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use assert_cmd::cargo::cargo_bin_cmd;
use support::{files, fixture, root};

/// The fixture with templates and assets of its own, which are the default ones, to be spoilt.
fn copy_of_the_site() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    // What a build of the fixture has left there for its next one is not the site's.
    for (path, bytes) in files(&fixture()).into_iter().filter(|(path, _)| !path.starts_with(".muwazana/")) {
        put(copy.path(), &path, &bytes);
    }
    for top in ["templates", "static"] {
        for (path, bytes) in files(&root().join(top)) {
            put(copy.path(), &format!("{top}/{path}"), &bytes);
        }
    }
    copy
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(root.join(path)).expect("a text");
    assert!(text.contains(from), "{path} does not hold {from}");
    put(root, path, text.replacen(from, to, 1).as_bytes());
}

fn run(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = cargo_bin_cmd!("muwazana").arg("--root").arg(root).args(arguments).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn an_address_that_was_recorded_must_go_on_leading_somewhere() {
    let site = copy_of_the_site();
    let root = site.path();
    let lock = || std::fs::read_to_string(root.join("content/addresses.lock")).unwrap_or_default();
    assert_eq!(run(root, &["build"]).0, 0);
    assert_eq!(lock(), "", "a build records nothing");
    let (status, _, said) = run(root, &["addresses"]);
    assert!(status == 0 && !said.contains(" 0 of them"), "{said}");
    let recorded = lock();
    for address in ["/", "/en/", "/en/dimensions/cost/", "/parallel/cost/", "/en/feed.xml"] {
        assert!(recorded.lines().any(|line| line == address), "{address}: {recorded}");
    }
    assert!(recorded.lines().any(|line| line.starts_with("/files/") && line.ends_with(".csv")), "{recorded}");
    assert!(!recorded.contains("/assets/") && !recorded.contains("404"), "{recorded}");
    assert!(!recorded.contains("index.md") && !recorded.contains("social.png"), "what goes with its page: {recorded}");
    let (status, _, said) = run(root, &["addresses"]);
    assert!(status == 0 && said.contains(" 0 of them newly") && lock() == recorded, "{said}");
    assert_eq!(run(root, &["check", "--strict"]).0, 0);
    // A redirect is no page, and goes on leading somewhere only as long as it is written.
    let page = "content/about/en.md";
    replace(root, page, "+++\n", "+++\nredirects = [\"/en/new/\"]\n");
    let (status, _, said) = run(root, &["addresses"]);
    assert!(status == 0 && said.contains(" 1 of them newly"), "{said}");
    replace(root, page, "redirects = [\"/en/new/\"]\n", "");
    let (status, _, said) = run(root, &["check"]);
    assert!(status == 1 && said.contains("error[lost-address]") && said.contains("`/en/new/`"), "{said}");
    assert!(said.contains("content/addresses.lock:") && said.contains("redirects = [\"/en/new/\"]"), "{said}");
    // What is lost is not forgotten by recording what is new.
    replace(root, page, "+++\n", "+++\nredirects = [\"/en/newer/\"]\n");
    assert_eq!(run(root, &["addresses"]).0, 0);
    assert!(lock().contains("/en/new/\n") && lock().contains("/en/newer/\n"), "{}", lock());
    put(root, "content/addresses.lock", lock().replace("/en/new/\n", "").as_bytes());
    assert_eq!(run(root, &["check"]).0, 0);
}

/// A page that is renamed takes all with it that is named after it, and no address is lost, whoever renames it.
#[test]
fn a_page_is_renamed_with_all_that_belongs_to_it() {
    let site = copy_of_the_site();
    let root = site.path();
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    replace(
        root,
        "site.toml",
        "[[subjects]]",
        "[[theme.links]]\nname = { ar = \"الكلفة\", en = \"Cost\" }\npage = \"dimensions/cost\"\n\n[[subjects]]",
    );
    let nav = "nav = [\"space\", \"cost\", \"freedom\"]\n";
    put(root, "content/dimensions/page.toml", (read("content/dimensions/page.toml") + nav).as_bytes());
    for page in ["space", "cost", "freedom"] {
        let facts = format!("content/dimensions/{page}/page.toml");
        let text: String = read(&facts).split_inclusive('\n').filter(|line| !line.starts_with("order =")).collect();
        put(root, &facts, text.as_bytes());
    }
    let other = "content/dimensions/space/en.md";
    let more = "\nThe [trips](../cost/trips.csv) are counted in [cost](../cost/).\r\n";
    put(root, other, (read(other) + more).replace("\r\n", "\n").replace('\n', "\r\n").as_bytes());
    let (status, _, said) = run(root, &["check"]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(run(root, &["sync"]).0, 0);
    assert_eq!(run(root, &["addresses"]).0, 0);
    // Lists of earlier versions hold the Markdown of pages.
    let lock = read("content/addresses.lock") + "/en/dimensions/cost/index.md\n";
    put(root, "content/addresses.lock", lock.as_bytes());
    let before = files(root);
    let (status, shown, said) = run(root, &["rename", "cost", "price", "--dry-run"]);
    assert!(status == 0 && said.contains("content/dimensions/cost would be content/dimensions/price"), "{said}");
    assert!(
        shown.contains("+redirects = [\"dimensions/cost\"]") && shown.contains("+page = \"dimensions/price\""),
        "{shown}"
    );
    let unchanged = |(path, _): &(String, Vec<u8>)| !path.starts_with(".muwazana/");
    assert!(files(root).into_iter().filter(unchanged).eq(before.into_iter().filter(unchanged)), "a rehearsal wrote");
    let (status, _, said) = run(root, &["rename", "cost", "dimensions/price"]);
    assert!(status == 0 && said.contains("content/dimensions/cost is content/dimensions/price"), "{said}");
    let text = read(other);
    assert!(text.contains("[trips](../price/trips.csv)") && text.contains("[cost](../price/)"), "{text}");
    assert!(!text.replace("\r\n", "").contains('\n'), "the ends of its lines are what they were");
    let (status, _, said) = run(root, &["check"]);
    assert_eq!((status, said.contains("lost-address")), (0, false), "{said}");
    let (_, status, _) = run(root, &["status", "--format", "json"]);
    assert!(!status.contains("\"new\""), "{status}");
    assert_eq!(run(root, &["build"]).0, 0);
    for (old, new) in [("en/dimensions/cost", "/en/dimensions/price/"), ("parallel/cost", "/parallel/price/")] {
        let page = read(&format!("public/{old}/index.html"));
        assert!(page.contains(&format!("url={new}")), "{old}: {page}");
    }
    // What was renamed by hand, with a redirect, has lost nothing either.
    let moved = "content/dimensions/room";
    std::fs::rename(root.join("content/dimensions/space"), root.join(moved)).expect("a folder");
    for language in ["ar", "en"] {
        let page = format!("{moved}/{language}.md");
        let text = read(&page).replacen("\nsummary", "\nredirects = [\"dimensions/space\"]\nsummary", 1);
        put(root, &page, text.as_bytes());
    }
    let (_, _, said) = run(root, &["check"]);
    assert!(said.contains("no page `dimensions/space`") && !said.contains("lost-address"), "{said}");
    // Where no dimension can be, that alone is said.
    std::fs::rename(root.join(moved), root.join("content/space")).expect("a folder");
    let (_, _, said) = run(root, &["check"]);
    assert!(said.contains("belongs to dimensions") && !said.contains("translations.lock"), "{said}");
    std::fs::rename(root.join("content/space"), root.join("content/dimensions/space")).expect("a folder");
    for language in ["ar", "en"] {
        replace(root, &format!("content/dimensions/space/{language}.md"), "redirects = [\"dimensions/space\"]\n", "");
    }
    // What cannot be is said, and nothing is changed.
    for (arguments, why) in [
        (["rename", "price", "freedom"], "there is a page `dimensions/freedom` already"),
        (["rename", "price", "terms/price"], "`dimensions/price` stays in its folder"),
        (["rename", "dimensions/prize", "cost"], "did you mean `dimensions/price`?"),
        (["rename", "price", "Much money"], "makes no good address"),
        (["rename", "about", "feed.xml"], "`feed.xml` is the address of what Muwazana makes itself"),
        (["rename", "about", "search"], "`search` is the address of what Muwazana makes itself"),
    ] {
        let (status, _, said) = run(root, &arguments);
        assert!(status == 1 && said.contains(why), "{arguments:?}: {said}");
    }
}

/// The folder of a page with a slug may be called anything: the address stays, until the slug goes.
#[test]
fn a_page_with_a_slug_keeps_its_address_when_its_folder_is_renamed() {
    let site = copy_of_the_site();
    let root = site.path();
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    let facts = "content/dimensions/cost/page.toml";
    put(root, facts, format!("slug = \"price\"\n{}", read(facts)).as_bytes());
    assert_eq!(run(root, &["addresses"]).0, 0);
    let lock = read("content/addresses.lock");
    assert!(lock.contains("/en/dimensions/price/") && !lock.contains("/en/dimensions/cost/"), "{lock}");
    let (status, _, said) = run(root, &["rename", "cost", "outlay"]);
    assert!(status == 0 && said.contains("the addresses stay"), "{said}");
    assert!(!read("content/dimensions/outlay/en.md").contains("redirects"), "nothing is to be led on");
    let (status, _, said) = run(root, &["check"]);
    assert_eq!((status, said.contains("lost-address")), (0, false), "{said}");
    // Called as its slug, the folder needs none any more.
    assert_eq!(run(root, &["rename", "outlay", "price"]).0, 0);
    assert!(!read("content/dimensions/price/page.toml").contains("slug"));
    let (status, _, said) = run(root, &["check"]);
    assert_eq!((status, said.contains("lost-address"), said.contains("invalid-slug")), (0, false, false), "{said}");
    std::fs::remove_file(root.join("content/addresses.lock")).expect("removed");
    // Below a slug, the address that is led on is the one that readers have.
    put(root, "content/dimensions/page.toml", b"slug = \"points\"\n");
    assert_eq!(run(root, &["rename", "price", "expense"]).0, 0);
    let text = read("content/dimensions/expense/en.md");
    assert!(text.contains("\"points/price\""), "{text}");
    let (status, _, said) = run(root, &["rename", "expense", "price"]);
    assert!(status == 1 && said.contains("`points/price` is an old address of a page"), "{said}");
    // A page may begin in a folder that has a name of no address.
    put(root, "content/Our team/page.toml", b"title = { ar = \"a\", en = \"b\" }\nslug = \"team\"\n");
    let (status, _, said) = run(root, &["new", "page", "Our team/people"]);
    assert!(status == 0 && said.contains("content/Our team/people/page.toml"), "{said}");
    let (status, _, said) = run(root, &["new", "page", "Our team/more people"]);
    assert!(status == 1 && said.contains("no good address"), "{said}");
}

/// The page that a lost address is likely to have become is one that is new beside it.
#[test]
fn the_remedy_for_a_lost_address_names_the_page_that_took_its_place() {
    let site = copy_of_the_site();
    let root = site.path();
    assert_eq!(run(root, &["addresses"]).0, 0);
    std::fs::rename(root.join("content/about"), root.join("content/colophon")).expect("a folder");
    let (_, _, said) = run(root, &["check"]);
    assert!(said.contains("nothing is there any more") && said.contains("(`/en/colophon/`?)"), "{said}");
}

#[test]
fn a_new_dimension_is_everywhere_without_code_or_templates() {
    let site = copy_of_the_site();
    let (status, _, said) = run(site.path(), &["new", "dimension", "privacy"]);
    assert_eq!(status, 0, "{said}");
    for language in ["ar", "en"] {
        let file = format!("content/dimensions/privacy/{language}.md");
        replace(site.path(), &file, "title = \"privacy …\"", &format!("title = \"PRIVACY-{language}\""));
        finish(site.path(), "content/dimensions/privacy", language);
    }
    let (status, _, said) = run(site.path(), &["build"]);
    assert_eq!(status, 0, "{said}");
    for language in ["ar", "en"] {
        let read =
            |page: &str| std::fs::read_to_string(site.path().join("public").join(language).join(page)).expect("a page");
        let title = format!("PRIVACY-{language}");
        for page in ["index.html", "matrix/index.html", "dimensions/index.html", "dimensions/privacy/index.html"] {
            assert!(read(page).contains(&title), "{language}/{page}");
        }
        let scale = read("index.html");
        let scale = scale.split("id=\"scale\"").nth(1).expect("the scale");
        assert!(scale.split("</section>").next().is_some_and(|scale| scale.contains(&title)), "the scale");
        let last = read("dimensions/freedom/index.html");
        assert!(last.contains("rel=\"next\"") && last.contains(&title), "the navigation of its neighbour");
    }
    assert!(site.path().join("public/parallel/privacy/index.html").exists());
    let (status, _, said) = run(site.path(), &["new", "dimension", "privacy"]);
    assert_eq!((status, said.contains("is there already")), (1, true), "{said}");
}

/// Writes words in the place of guidance, and makes the page no draft any more.
fn finish(root: &Path, folder: &str, language: &str) {
    let file = root.join(folder).join(format!("{language}.md"));
    let text = std::fs::read_to_string(&file).expect("a page");
    let guidance = std::fs::read_to_string(support::root().join(format!("src/starter/files/words/{language}.ftl")))
        .expect("words");
    let mut text = text.replace("…", "said");
    for line in guidance.lines().filter(|line| line.starts_with("draft_")) {
        text = text.replace(line.split_once(" = ").expect("a message").1, "words");
    }
    std::fs::write(file, text).expect("written");
    let settings = root.join(folder).join("page.toml");
    let facts = std::fs::read_to_string(&settings).expect("page.toml");
    let facts: String = facts.split_inclusive('\n').filter(|line| !line.starts_with("draft")).collect();
    std::fs::write(settings, facts).expect("written");
}

#[cfg(unix)]
#[test]
fn commands_write_nothing_through_a_symbolic_link() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let settings =
        "base_url = \"https://example.org/\"\nname = { en = \"T\" }\n[[languages]]\ntag = \"en\"\nname = \"English\"\n";
    let site =
        support::site([("site.toml", settings), ("content/en.md", "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n")]);
    for link in ["content/away", ".schemas", "templates"] {
        std::os::unix::fs::symlink(elsewhere.path(), site.path().join(link)).expect("a link");
    }
    for arguments in
        [&["new", "page", "away/there"][..], &["schema", "--write"], &["defaults", "templates", "home.html", "--write"]]
    {
        let (status, _, said) = run(site.path(), arguments);
        assert!(status == 1 && said.contains("is a symbolic link"), "{arguments:?}: {said}");
    }
    assert_eq!(std::fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
}

#[test]
fn a_term_may_be_called_as_a_page_of_the_program_is() {
    let site = copy_of_the_site();
    assert_eq!(run(site.path(), &["new", "term", "search"]).0, 0);
    assert_eq!(run(site.path(), &["new", "page", "search"]).0, 1);
}

#[test]
fn what_new_writes_is_a_draft_until_it_is_finished() {
    let site = copy_of_the_site();
    let kinds = [
        vec!["dimension", "privacy"],
        vec!["term", "oracle"],
        vec!["page", "about/team"],
        vec!["section", "guide"],
        vec!["page", "guide/first"],
    ];
    for kind in &kinds {
        let arguments: Vec<_> = ["new"].iter().chain(kind).copied().collect();
        let (status, _, said) = run(site.path(), &arguments);
        assert_eq!(status, 0, "{said}");
    }
    let (status, _, said) = run(site.path(), &["check"]);
    assert!(status == 0 && !said.contains("placeholder") && !said.contains("draft"), "{said}");
    let (status, _, said) = run(site.path(), &["check", "--drafts", "--only", "placeholder"]);
    assert!(status == 0 && said.matches("placeholder").count() == 10 && said.contains("5 of them drafts"), "{said}");
    let (_, table, _) = run(site.path(), &["status"]);
    assert!(table.contains("guide/first  (draft)") && table.contains("(5 drafts)"), "{table}");

    assert_eq!(run(site.path(), &["build"]).0, 0);
    let page = site.path().join("public/en/guide/first/index.html");
    assert!(!page.exists());
    let (status, _, said) = run(site.path(), &["build", "--drafts"]);
    assert_eq!(status, 0, "{said}");
    let drafts = std::fs::read_to_string(&page).expect("a draft");
    assert!(drafts.contains("This page is a draft."), "{drafts}");
    let finished = std::fs::read_to_string(site.path().join("public/en/about/index.html")).expect("a page");
    assert!(!finished.contains("is a draft"), "{finished}");

    // No draft any more, but not written either.
    std::fs::write(site.path().join("content/guide/first/page.toml"), "").expect("written");
    let (status, _, said) = run(site.path(), &["check"]);
    assert!(status == 1 && said.contains("error[placeholder]") && said.contains("content/guide/first/ar.md"), "{said}");
    for kind in kinds.iter().map(|kind| match kind[0] {
        "dimension" => format!("dimensions/{}", kind[1]),
        "term" => format!("terms/{}", kind[1]),
        _ => kind[1].to_owned(),
    }) {
        ["ar", "en"].iter().for_each(|language| finish(site.path(), &format!("content/{kind}"), language));
    }
    assert_eq!(run(site.path(), &["build"]).0, 0);
    assert!(page.exists() && site.path().join("public/ar/terms/oracle/index.html").exists());
    for bad in ["Privacy", "a/b", "..", ".a", "-", "a.md", "a b", ""] {
        assert_eq!(run(site.path(), &["new", "dimension", bad]).0, 1, "{bad}");
    }
    for taken in ["search", "sources", "matrix", "balance"] {
        let (status, _, said) = run(site.path(), &["new", "page", taken]);
        assert!(status == 1 && said.contains("makes itself"), "{taken}: {said}");
    }
    // Whatever name `check` takes is a name that a page can begin with.
    assert_eq!(run(site.path(), &["new", "term", "Proof_2.0"]).0, 0);
    let (status, _, said) = run(site.path(), &["check", "--drafts", "--only", "invalid-slug"]);
    assert_eq!(status, 0, "{said}");
}

#[test]
fn a_link_to_a_draft_is_named_wherever_it_is_seen() {
    let site = copy_of_the_site();
    assert_eq!(run(site.path(), &["new", "page", "plans"]).0, 0);
    let about = std::fs::read_to_string(site.path().join("content/about/en.md")).expect("a page");
    put(site.path(), "content/about/en.md", (about + "\nSee [[plans]].\n").as_bytes());
    let (status, _, said) = run(site.path(), &["check"]);
    assert!(status == 1 && said.contains("error[broken-link]: the page `plans` is a draft"), "{said}");
    let (status, _, said) = run(site.path(), &["check", "--drafts"]);
    assert!(status == 0 && said.contains("warning[broken-link]: the page `plans` is a draft"), "{said}");
}

#[test]
fn a_home_page_can_be_begun_and_is_not_published_before_it_is_written() {
    let site = copy_of_the_site();
    for file in ["content/ar.md", "content/en.md"] {
        std::fs::remove_file(site.path().join(file)).expect("removed");
    }
    let (status, _, said) = run(site.path(), &["check"]);
    assert!(status == 1 && said.contains("there is no home page") && said.contains("muwazana new home"), "{said}");
    assert_eq!(run(site.path(), &["new", "home"]).0, 0);
    let (status, _, said) = run(site.path(), &["check"]);
    assert!(status == 1 && said.contains("the home page is a draft"), "{said}");
    assert_eq!(run(site.path(), &["check", "--drafts"]).0, 0);
    ["ar", "en"].iter().for_each(|language| finish(site.path(), "content", language));
    assert_eq!(run(site.path(), &["build"]).0, 0);
    assert_eq!(run(site.path(), &["new", "home"]).0, 1);
}

#[test]
fn ten_mistakes_are_reported_at_once_and_the_old_site_stays() {
    let site = copy_of_the_site();
    let root = site.path();
    assert_eq!(run(root, &["build"]).0, 0);
    let before = files(&root.join("public"));
    let article = "content/dimensions/cost/en.md";
    replace(root, article, "summary =", "sumary =");
    replace(root, article, "[^theft-2025]", "[^theft-2052]");
    replace(root, "content/about/en.md", "## ", "See [[freedm]].\n\n## ");
    replace(root, "content/dimensions/freedom/page.toml", "bicycle = ", "bicycle = 1");
    std::fs::remove_file(root.join("content/method/ar.md")).expect("removed");
    put(root, "content/dimensions/Freedom/en.md", b"+++\ntitle = \"x\"\nsummary = \"y\"\n+++\n");
    replace(root, "content/dimensions/space/page.toml", "order = ", "order == ");
    put(root, "content/terms/depot/en.md", b"+++\ntitle = \"Depot\"\nsummary = \"x\"\n+++\nbad \xff byte\n");
    replace(root, "content/method/en.md", "## ", "![A chart](nowhere.svg)\n\n## ");
    replace(root, "templates/term.html", "<article_head", "<article_haed");
    let (status, _, said) = run(root, &["build"]);
    assert_eq!(status, 1);
    // A build shows a screen of them; here each is asked for with its line and remedy.
    let (_, _, whole) = run(root, &["check", "--all"]);
    for (code, place, remedy) in [
        ("unknown-key", "content/dimensions/cost/en.md:3:1", "did you mean `summary`?"),
        ("unknown-citation", "content/dimensions/cost/en.md:", "did you mean `theft-2025`?"),
        ("broken-link", "content/about/en.md:", "did you mean `freedom`?"),
        ("invalid-value", "content/dimensions/freedom/page.toml:", "from 0 to 100"),
        ("missing-translation", "content/method/en.md:1:1", "write `content/method/ar.md`"),
        ("invalid-slug", "content/dimensions/Freedom/en.md:1:1", "`dimensions/freedom` is there already"),
        ("invalid-toml", "content/dimensions/space/page.toml:", "texts stand in double quotes"),
        ("invalid-utf8", "content/terms/depot/en.md:5:5", "encoding UTF-8"),
        ("missing-image", "content/method/en.md:", "put the file into the page's folder"),
        ("template", "templates/term.html:", "did you mean `article_head`?"),
    ] {
        let blocks: Vec<_> = whole.split("\n\n").filter(|block| block.contains(&format!("[{code}]"))).collect();
        let found = blocks.iter().any(|block| block.contains(place) && block.contains(remedy));
        assert!(found, "{code} at {place} with {remedy}:\n{}", blocks.join("\n\n"));
    }
    assert_eq!(files(&root.join("public")), before, "the old site has changed");
    let (status, _, check) = run(root, &["check"]);
    assert_eq!(status, 1);
    let faults = |said: &str| said.lines().filter(|line| line.contains("]: ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(faults(&check), faults(&said), "build and check differ");
}

#[test]
fn formats_and_exit_statuses() {
    let mistakes = root().join("tests/golden/mistakes/in");
    let (status, out, _) = run(&mistakes, &["check", "--format", "json", "--quiet"]);
    assert_eq!(status, 1);
    let records: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
    assert!(records.len() > 20 && records.iter().all(|record| record["code"].is_string()));
    let (_, out, _) = run(&mistakes, &["check", "--format", "github"]);
    assert!(out.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{out}");
    let typing = root().join("tests/golden/typing/in");
    assert_eq!(run(&typing, &["check"]).0, 0);
    assert_eq!(run(&typing, &["check", "--strict"]).0, 1);
    assert_eq!(run(&typing, &["biuld"]).0, 2);
    assert_eq!(run(&typing, &["build", "--base-url", "nonsense"]).0, 2);
    let (status, out, _) = run(&typing, &["completions", "bash"]);
    assert!(status == 0 && out.contains("muwazana"));
}

#[test]
fn a_second_build_writes_nothing_and_foreign_files_stay() {
    let site = copy_of_the_site();
    assert_eq!(run(site.path(), &["build"]).0, 0);
    put(site.path(), "public/theirs.txt", b"keep");
    let (_, _, said) = run(site.path(), &["build"]);
    assert!(said.contains(" 0 files written"), "{said}");
    assert!(site.path().join("public/theirs.txt").exists());
    put(site.path(), "elsewhere/index.html", b"theirs");
    let (status, _, said) = run(site.path(), &["build", "--out", &site.path().join("elsewhere").to_string_lossy()]);
    assert_eq!((status, said.contains("is in the way")), (1, true), "{said}");
    // Beside other files a site stands where somebody has said so.
    std::fs::remove_file(site.path().join("elsewhere/index.html")).unwrap();
    put(site.path(), "elsewhere/theirs.txt", b"keep");
    let elsewhere = site.path().join("elsewhere").to_string_lossy().into_owned();
    let (status, _, said) = run(site.path(), &["build", "--out", &elsewhere]);
    assert_eq!((status, said.contains("`theirs.txt` is in the way")), (1, true), "{said}");
    put(site.path(), "elsewhere/.muwazana-files", b"");
    assert_eq!(run(site.path(), &["build", "--out", &elsewhere]).0, 0);
    assert!(site.path().join("elsewhere/theirs.txt").exists());
}

#[test]
fn a_page_that_was_renamed_by_hand_is_told_beside_what_was_confirmed_of_it() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    let page = |folder: &str, tag: &str, title: &str, body: &str| {
        let text = format!("+++\ntitle = \"{title}\"\nsummary = \"{title}.\"\n+++\n{body}\n");
        put(root, &format!("content/{folder}{tag}.md"), text.as_bytes());
    };
    let language = |tag: &str, name: &str| format!("[[languages]]\ntag = \"{tag}\"\nname = \"{name}\"\n");
    let settings = "name = { fr = \"Site\", en = \"Site\" }\nbase_url = \"https://site.example/\"\n".to_owned();
    put(root, "site.toml", (settings + &language("fr", "Français") + &language("en", "English")).as_bytes());
    page("", "fr", "Maison", "Le début.");
    page("", "en", "House", "The beginning.");
    page("guide/", "fr", "Le guide", "On part ici.");
    page("guide/", "en", "The guide", "One sets out here.");
    assert_eq!(run(root, &["sync"]).0, 0);
    std::fs::rename(root.join("content/guide"), root.join("content/manual")).unwrap();
    let (status, _, said) = run(root, &["check", "--strict"]);
    assert_eq!((status, said.matches("unknown-name").count()), (1, 1), "{said}");
    assert!(
        said.contains("there is no page `guide`, and `manual` has the texts") && said.contains("sync manual"),
        "{said}"
    );
    assert!(said.contains("content/translations.lock:"), "{said}");
    assert_eq!(run(root, &["sync", "manual"]).0, 0);
    assert_eq!(run(root, &["check", "--strict"]).0, 0, "it is confirmed under its name");
    // A page that is gone is none that was renamed.
    std::fs::remove_dir_all(root.join("content/manual")).unwrap();
    page("other/", "fr", "Autre", "Tout autre chose.");
    page("other/", "en", "Other", "Another matter.");
    let (status, _, said) = run(root, &["check", "--strict"]);
    assert_eq!(status, 0, "{said}");
}

#[test]
fn a_section_that_changes_alone_leaves_the_others_behind_until_they_agree_again() {
    let site = copy_of_the_site();
    let root = site.path();
    let lock = root.join("content/translations.lock");
    let (status, _, said) = run(root, &["sync"]);
    assert_eq!(status, 0, "{said}");
    let recorded = std::fs::read(&lock).expect("a lock");
    assert_eq!(run(root, &["sync"]).0, 0);
    assert_eq!(std::fs::read(&lock).expect("a lock"), recorded, "the same texts give the same bytes");
    assert_eq!(run(root, &["check", "--strict"]).0, 0, "what was just recorded agrees");

    let article = "content/dimensions/cost/en.md";
    replace(root, article, "\n## ", "\n## A new heading {#new-here}\n\nNew.\n\n## ");
    let text = std::fs::read_to_string(root.join(article)).expect("an article");
    let heading = text.lines().find(|line| line.contains("{#change-our-mind}")).expect("a section");
    replace(root, article, heading, &format!("{heading}\n\nNewly thought of."));
    let (status, out, said) = run(root, &["check", "--format", "json"]);
    assert_eq!(status, 0, "{said}");
    let behind: Vec<_> = out.lines().filter(|line| line.contains("\"code\":\"behind\"")).collect();
    assert_eq!(behind.len(), 1, "{out}");
    assert!(behind[0].contains("dimensions/cost/ar.md") && behind[0].contains("#change-our-mind"), "{behind:?}");
    assert_eq!(run(root, &["build"]).0, 0);
    let page = |language: &str| {
        let path = format!("public/{language}/dimensions/cost/index.html");
        std::fs::read_to_string(root.join(path)).expect("a page")
    };
    let notice = "class=\"notice behind\" role=\"note\"><a href=\"/en/dimensions/cost/#change-our-mind\">";
    assert_eq!((page("ar").matches(notice).count(), page("en").matches("notice behind").count()), (1, 0));

    let (_, out, _) = run(root, &["status"]);
    let row = out.lines().find(|line| line.starts_with("dimensions/cost ")).expect("a row");
    assert!(row.contains("behind #change-our-mind") && row.contains("lacks #new-here"), "{row}");
    let (_, out, _) = run(root, &["status", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let pages = all["pages"].as_array().expect("pages");
    let own = pages.iter().find(|page| page["path"] == "dimensions/cost").expect("the page");
    assert_eq!(own["languages"]["ar"]["behind"], serde_json::json!(["change-our-mind"]));
    assert_eq!(own["languages"]["en"]["state"], "complete");
    assert!(own["languages"]["en"]["words"].as_u64().expect("words") > 500);

    assert_eq!(run(root, &["sync", "content/dimensions/cost/"]).0, 0);
    let (_, out, _) = run(root, &["check", "--format", "json"]);
    assert!(!out.contains("\"code\":\"behind\""), "{out}");
}

/// A commit of everything, in a repository that is made for the first one.
fn commit(root: &Path) {
    let names = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
    for arguments in [&["init", "--quiet"][..], &["add", "content"], &["commit", "--quiet", "--message", "m"]] {
        let status = Command::new("git").current_dir(root).args(names).args(arguments).status().expect("git");
        assert!(status.success(), "{arguments:?}");
    }
}

#[test]
fn what_has_changed_since_the_languages_agreed_is_shown_word_by_word() {
    let site = copy_of_the_site();
    let root = site.path();
    let article = "content/dimensions/cost/en.md";
    assert_eq!(run(root, &["sync"]).0, 0);
    commit(root);
    replace(root, article, "on fewer than 100 days", "on fewer than 90 days");
    commit(root);
    replace(root, article, "One bicycle in forty", "One bicycle < in forty");
    let (status, out, _) = run(root, &["status", "--diff", "--color", "never"]);
    assert_eq!(status, 0);
    assert!(
        out.contains("dimensions/cost #change-our-mind: en has changed, ar not\n  --> content/dimensions/cost/en.md:"),
        "{out}"
    );
    assert!(out.contains("   | - A count that finds riders on fewer than [-100-]{+90+} days of the year.\n"), "{out}");
    assert_eq!(out.matches("has changed").count(), 2, "{out}");
    let (_, out, _) = run(root, &["status", "--diff", "--format", "markdown"]);
    assert!(out.contains("| `dimensions/cost` | behind #evidence-against #change-our-mind | complete |"), "{out}");
    assert!(out.contains("fewer than <del>100</del><ins>90</ins> days") && out.contains("<ins>&lt; </ins>"), "{out}");
    let (_, out, _) = run(root, &["status", "--diff", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(all["changes"][1]["behind"], serde_json::json!(["ar"]));
    assert!(all["changes"][1]["before"].as_str().is_some_and(|text| text.contains("100 days")), "{out}");

    // The same stands on the page of the state of the translations, and the text that is behind leads to it.
    let settings = std::fs::read_to_string(root.join("site.toml")).expect("settings");
    put(root, "site.toml", format!("{settings}\n[output]\nstatus = true\n").as_bytes());
    let out = root.join("public");
    assert_eq!(run(root, &["build", "--out", &out.to_string_lossy()]).0, 0);
    let page = |path: &str| std::fs::read_to_string(out.join(path)).expect("a page");
    let status = page("en/status/index.html");
    assert!(status.contains("fewer than <del>100</del><ins>90</ins> days") && status.contains("<ins>&lt; </ins>"));
    let id = "ar/dimensions/cost/change-our-mind";
    assert!(status.contains(&format!("<div class=\"changes\" id=\"{id}\" lang=\"en\" dir=\"ltr\">")), "{status}");
    assert!(page("ar/dimensions/cost/index.html").contains(&format!("/ar/status/#{id}\"")));
    put(root, "site.toml", settings.as_bytes());

    // What is about to be recorded is said first, and a change that needs no translation is recorded alone.
    replace(root, article, "\n## What is claimed", "\n## New {#new}\n\nNew.\n\n## What is claimed");
    replace(root, "content/dimensions/cost/ar.md", "\n## ", "\n## جديد {#new}\n\nجديد.\n\n## ");
    let lock = root.join("content/translations.lock");
    let before = std::fs::read(&lock).expect("a lock");
    let (_, _, said) = run(root, &["sync", "cost", "--dry-run"]);
    assert!(
        said.contains(
            "dimensions/cost: #change-our-mind (changed in en), #evidence-against (changed in en), #new (new)"
        ),
        "{said}"
    );
    assert_eq!(std::fs::read(&lock).expect("a lock"), before);
    let (status, _, said) = run(root, &["sync", "--minor"]);
    assert!(status == 0 && said.contains("#change-our-mind (changed in en)") && !said.contains("#new"), "{said}");
    assert!(!std::fs::read_to_string(&lock).expect("a lock").contains("\"new\""));
    assert!(!run(root, &["status", "--diff"]).1.contains("has changed"));

    // Where the text on which they agreed was never committed, that is said.
    replace(root, article, "One bicycle < in forty", "One bicycle in fifty");
    assert_eq!(run(root, &["sync"]).0, 0);
    replace(root, article, "One bicycle in fifty", "One bicycle in sixty");
    let (_, out, _) = run(root, &["status", "--diff"]);
    assert!(out.contains("is not in the repository's history"), "{out}");
}

#[test]
fn words_that_nobody_has_translated_are_a_copy() {
    let site = copy_of_the_site();
    let root = site.path();
    let text = std::fs::read(root.join("content/about/en.md")).expect("a page");
    put(root, "content/about/ar.md", &text);
    let (_, out, _) = run(root, &["status"]);
    let row = out.lines().find(|line| line.starts_with("about ")).expect("a row");
    assert!(row.contains("a copy of en") && row.contains("complete"), "{row}");
    assert!(out.contains(" 1 copy,"), "{out}");
    let (_, out, _) = run(root, &["check", "--format", "json"]);
    let copies: Vec<&str> = out.lines().filter(|line| line.contains("are those in `en`, and not translated")).collect();
    assert!(copies.len() == 1 && copies[0].contains("content/about/ar.md"), "{out}");
    // The head alone is translated.
    replace(root, "content/about/ar.md", "title = \"About\"", "title = \"عن الموقع\"");
    let (_, out, _) = run(root, &["check", "--format", "json"]);
    let copies: Vec<&str> = out.lines().filter(|line| line.contains("are those in `en`, and not translated")).collect();
    assert!(copies.len() == 1 && copies[0].contains("content/about/ar.md"), "{out}");
}

/// Texts go out and come back as they were; what others have translated comes into its place, and the site is sound.
#[test]
fn translations_go_out_and_come_back() {
    let site = copy_of_the_site();
    let root = site.path();
    let content = || files(&root.join("content"));
    let (original, before) = (content(), run(root, &["check"]).2);
    let file = root.join("texts");
    let name = file.to_string_lossy().into_owned();
    for format in ["xliff", "po", "tmx"] {
        for (from, to) in [("en", "ar"), ("ar", "en")] {
            let export = ["translations", "export", "--format", format, "--from", from, "--to", to, "--out", &name];
            let (status, _, said) = run(root, &export);
            assert!(status == 0 && said.contains("0 of them without a translation"), "{said}");
            let (status, _, said) = run(root, &["translations", "import", &name]);
            assert!(status == 0 && said.contains("0 files changed"), "{format} {from}: {said}");
            assert!(content() == original, "{format} {from}: nothing was edited");
        }
    }
    // A page that a language lacks, and a section that it lacks, come back from another language's words.
    let (space, cost) = ("content/dimensions/space/ar.md", "content/dimensions/cost/ar.md");
    let text = std::fs::read_to_string(root.join(cost)).expect("a text");
    let (start, end) = (text.find("## ما يُدّعى").expect("a section"), text.find("## الأرقام").expect("the next"));
    let section = &text[start..end];
    for format in ["xliff", "po"] {
        run(root, &["translations", "export", "--format", format, "--from", "en", "--out", &name]);
        std::fs::remove_file(root.join(space)).expect("a file");
        put(root, cost, text.replacen(section, "", 1).as_bytes());
        let (status, _, said) = run(root, &["translations", "import", &name, "--dry-run"]);
        assert!(status == 0 && said.contains("2 files would change") && !root.join(space).exists(), "{said}");
        let (_, _, said) = run(root, &["translations", "import", &name]);
        assert!(said.contains("2 files changed"), "{said}");
        assert_eq!(std::fs::read_to_string(root.join(cost)).expect("a text"), text, "{format}");
        assert_eq!(run(root, &["check"]).2, before, "{format}");
        for (path, bytes) in &original {
            put(root, &format!("content/{path}"), bytes);
        }
    }
    // What is translated anew takes the place of what was there, in front matter and in sections.
    let (_, out, _) = run(root, &["translations", "export", "freedom", "--format", "po", "--from", "en"]);
    let title = "من يقرّر متى نمضي";
    let old = std::fs::read_to_string(root.join("content/dimensions/freedom/ar.md")).expect("a text");
    let old_title = old.split('"').nth(1).expect("a title").to_owned();
    put(root, "texts", out.replacen(&old_title, title, 1).as_bytes());
    let (_, _, said) = run(root, &["translations", "import", &name]);
    assert!(said.contains("1 file changed"), "{said}");
    let new = std::fs::read_to_string(root.join("content/dimensions/freedom/ar.md")).expect("a text");
    assert_eq!(new, old.replacen(&old_title, title, 1));
    put(root, "texts", b"<html></html>");
    let (status, _, said) = run(root, &["translations", "import", &name]);
    assert!(status == 1 && said.contains("neither XLIFF nor TMX"), "{said}");
}

/// A translation that does not come in is named with what to do, and so is one that lost what readers would miss.
#[test]
fn translations_that_are_left_out_are_named() {
    let site = copy_of_the_site();
    let root = site.path();
    let content = || files(&root.join("content"));
    let original = content();
    let (_, out, _) = run(root, &["translations", "export", "freedom", "--from", "en", "--to", "ar"]);
    let title = out.find("id=\"dimensions/freedom@title\"").expect("the title");
    let target = title + out[title..].find("<target").expect("its target");
    let end = target + out[target..].find("</target>").expect("the end of it");
    let import = |target_of_title: &str, more: &dyn Fn(&str) -> String| {
        let text = more(&format!("{}{target_of_title}{}", &out[..target], &out[end..]));
        put(root, "texts", text.as_bytes());
        let name = root.join("texts").to_string_lossy().into_owned();
        let (status, _, said) = run(root, &["translations", "import", &name, "--dry-run"]);
        assert_eq!(status, 0, "{said}");
        said
    };
    let same = |text: &str| text.to_owned();
    for state in ["needs-translation", "new"] {
        let said = import(&format!("<target state=\"{state}\">عنوان آخر"), &same);
        let why = "left out: dimensions/freedom@title is marked as one without a translation, and has one; approve it";
        assert!(said.contains(why) && said.contains("0 files would change"), "{said}");
    }
    let said = import("<target state=\"needs-review-translation\">عنوان آخر", &same);
    assert!(said.contains("dimensions/freedom@title is marked as one to be looked at again; approve it"), "{said}");
    assert!(
        !import("<target state=\"needs-translation\">", &same).contains("left out"),
        "nothing is there to leave out"
    );
    let said = import("<target state=\"translated\">عنوان آخر", &same);
    assert!(!said.contains("left out") && said.contains("1 file would change"), "{said}");
    // The citation of a section is lost, or comes twice.
    let in_target = |times: usize| {
        move |text: &str| {
            let unit = text.find("id=\"dimensions/freedom#claim\"").expect("a section");
            let target = unit + text[unit..].find("<target").expect("its target");
            let start = target + text[target..].find("[^").expect("a citation");
            let start = text[..start].rfind("<ph").expect("its code");
            let end = start + text[start..].find("</ph>").expect("the end of it") + "</ph>".len();
            format!("{}{}{}", &text[..start], text[start..end].repeat(times), &text[end..])
        }
    };
    let kept = &out[target..end];
    let said = import(kept, &in_target(0));
    assert!(
        said.contains("left out: dimensions/freedom#claim: its translation lost `[^") && said.contains("put it in")
    );
    assert!(said.contains("0 files would change"), "{said}");
    let said = import(kept, &in_target(2));
    assert!(said.contains("more often than its source") && said.contains("0 files would change"), "{said}");
    assert!(content() == original, "nothing was written");
    // What is only set in another way comes in, and is named.
    for tag in ["ar", "en"] {
        let path = format!("content/dimensions/freedom/{tag}.md");
        let text = std::fs::read_to_string(root.join(&path)).expect("a text");
        put(root, &path, format!("{}\n\n<kbd>X</kbd>\n", text.trim_end()).as_bytes());
    }
    let (_, out, _) = run(root, &["translations", "export", "freedom", "--from", "en", "--to", "ar"]);
    let last = out.rfind("<target").expect("the last target");
    let target = &out[last..];
    let bare = target.split("<ph id=\"").enumerate().map(|(n, piece)| match piece.split_once("</ph>") {
        Some((code, rest)) if code.contains("kbd") => rest.to_owned(),
        _ if n > 0 => format!("<ph id=\"{piece}"),
        _ => piece.to_owned(),
    });
    put(root, "texts", format!("{}{}", &out[..last], bare.collect::<String>()).as_bytes());
    let name = root.join("texts").to_string_lossy().into_owned();
    let (_, _, said) = run(root, &["translations", "import", &name]);
    assert!(said.contains(": `</kbd>`, `<kbd>` is set in another way than in the source"), "{said}");
    assert!(said.contains("1 file changed"), "{said}");
}

/// What is mended changes no meaning, stays mended, and leaves the rest of each file as it was, to the byte.
#[test]
fn what_needs_no_asking_is_mended_and_nothing_else() {
    let site = copy_of_the_site();
    let root = site.path();
    let arabic = "content/dimensions/cost/ar.md";
    let original = std::fs::read_to_string(root.join(arabic)).expect("a text");
    let good = original.replace('\n', "\r\n").replacen("## ", "كتاب، ثم كلمة.\r\n\r\n## ", 1);
    put(root, arabic, format!("\u{feff}{good}").as_bytes());
    let before = run(root, &["check"]).2;
    let bad = good.replacen("كتاب، ثم كلمة", "کتاب, ثم \u{200f}كلمة", 1).replacen(" {#claim}", "", 1).replacen(
        "aliases =",
        "alises =",
        1,
    );
    assert_ne!(bad, good);
    put(root, arabic, format!("\u{feff}{bad}").as_bytes());
    // A link to a page that is not there could mean another one: that is for a person to say.
    replace(root, "content/about/en.md", "\n+++\n", "\n+++\nSee [[fredom]].\n\n");
    let broken = std::fs::read(root.join("content/about/en.md")).expect("a text");

    let (_, shown, said) = run(root, &["check", "--fix", "--dry-run"]);
    assert!(shown.contains("--- a/content/dimensions/cost/ar.md\n") && shown.contains("+كتاب، ثم كلمة."), "{shown}");
    assert!(said.contains("would be mended"), "{said}");
    assert_eq!(std::fs::read_to_string(root.join(arabic)).expect("a text"), format!("\u{feff}{bad}"));

    let (status, _, said) = run(root, &["check", "--fix"]);
    assert!(status == 1 && said.contains("5 faults mended") && said.contains("did you mean `freedom`?"), "{said}");
    assert_eq!(std::fs::read_to_string(root.join(arabic)).expect("a text"), format!("\u{feff}{good}"));
    assert_eq!(std::fs::read(root.join("content/about/en.md")).expect("a text"), broken);
    assert!(run(root, &["check", "--fix"]).2.contains("0 faults mended"));
    replace(root, "content/about/en.md", "See [[fredom]].\n\n", "");
    assert_eq!(run(root, &["check"]).2, before);
}

#[test]
fn faults_are_written_as_sarif() {
    let mistakes = root().join("tests/golden/mistakes/in");
    let (status, out, _) = run(&mistakes, &["check", "--format", "sarif", "--quiet"]);
    assert_eq!(status, 1);
    let log: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let (_, lines, _) = run(&mistakes, &["check", "--format", "json", "--quiet"]);
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), lines.lines().count());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("a size");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
    }
    assert!(rules.iter().all(|rule| rule["help"]["text"].as_str().is_some_and(|text| text.len() > 40)));
}

#[test]
fn nothing_is_recorded_of_a_site_with_errors_or_of_a_page_that_is_not_there() {
    let site = copy_of_the_site();
    let root = site.path();
    let lock = root.join("content/translations.lock");
    let before = std::fs::read(&lock).ok();
    let (status, _, said) = run(root, &["sync", "dimensions/cots"]);
    assert_eq!((status, said.contains("did you mean `dimensions/cost`?")), (1, true), "{said}");
    replace(root, "content/about/en.md", "summary =", "sumary =");
    let (status, _, said) = run(root, &["sync"]);
    assert_eq!((status, said.contains("nothing was recorded")), (1, true), "{said}");
    assert_eq!(std::fs::read(&lock).ok(), before);
    let (status, out, _) = run(root, &["status"]);
    assert!(
        status == 0 && out.contains("8 sources (1 primary, 1 account, 1 copy, 5 without a grade), 0 past their date"),
        "{out}"
    );
}

/// `muwazana serve` while a test lasts.
struct Serving {
    process: Child,
    address: String,
    /// What it prints from then on, line by line.
    said: Receiver<String>,
}

impl Serving {
    fn start(root: &Path, base: &str) -> Self {
        Self::start_with(root, base, &[], |_| ())
    }

    /// The same with more options, and with the environment changed.
    fn start_with(root: &Path, base: &str, options: &[&str], change: impl Fn(&mut Command)) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muwazana"));
        command.args(["serve", "--port", "0", "--base-url", base]).args(options).arg("--root").arg(root);
        change(&mut command);
        let mut process = command.stderr(Stdio::piped()).spawn().expect("it starts");
        let mut lines = BufReader::new(process.stderr.take().expect("stderr")).lines();
        let line = lines.find_map(|line| line.ok().filter(|line| line.starts_with("serving on "))).expect("an address");
        let (send, said) = channel();
        // Read to the end, or its output would block it.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(send.send(line))));
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
        Self { process, address, said }
    }

    /// The next line in which one of these words is; nothing before it is looked at again.
    fn line(&self, words: &str) -> String {
        loop {
            let line = self.said.recv_timeout(Duration::from_secs(30)).expect(words);
            if line.contains(words) {
                return line;
            }
        }
    }

    fn open(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut answer = Vec::new();
        self.open(path).read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn serve_says_a_line_about_a_change_and_faults_once() {
    let home = |title: &str, text: &str| format!("+++\ntitle = \"{title}\"\nsummary = \"s\"\n+++\n{text}\n");
    let site = support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", &home("قبل", "")),
        ("content/en.md", &home("Before", "")),
    ]);
    let serving = Serving::start(site.path(), "https://example.org/repo/");
    let view = serving.line("side by side: ");
    assert_eq!(view, format!("side by side: http://{}/.muwazana/split?page=/repo/ar/", serving.address));
    let edit = |text: &str| std::fs::write(site.path().join("content/en.md"), text).expect("written");
    let line = |words: &str| {
        let line = serving.line("content/en.md: ");
        let (before, took) = line.split_once(" ms").expect(&line);
        let (start, number) = before.rsplit_once(' ').expect(&line);
        assert!(number.parse::<u32>().is_ok_and(|number| number > 0), "{line}");
        assert_eq!(format!("{start} N ms{took}"), words);
    };
    edit(&home("Before", "More."));
    line("content/en.md: 1 page, N ms; no faults");
    edit(&home("After", "More."));
    line("content/en.md: 1 page and what shows it, N ms; no faults");
    edit(&home("After", "[[nowhere]]"));
    assert!(serving.line("error").contains("nowhere"));
    line("content/en.md: 1 page and what shows it, N ms; 1 error");
    // What was said is not said again.
    std::fs::write(site.path().join("content/ar.md"), home("قبل", "نص.")).expect("written");
    let next = serving.said.recv_timeout(Duration::from_secs(30)).expect("a line");
    let next = if next.is_empty() { serving.line("content/ar.md") } else { next };
    assert!(next.starts_with("content/ar.md: 1 page, ") && next.ends_with(" ms; 1 error"), "{next}");
    std::fs::create_dir_all(site.path().join("static/assets")).expect("a folder");
    std::fs::write(site.path().join("static/assets/a.css"), "p { order: 1 }").expect("written");
    // A folder of the site's that comes may bring anything.
    assert!(serving.line(" ms; 1 error").starts_with("all files: "));
}

#[cfg(target_os = "linux")]
#[test]
fn serve_opens_a_browser_or_says_that_it_cannot() {
    use std::os::unix::fs::PermissionsExt;
    let site = support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", "+++\ntitle = \"قبل\"\nsummary = \"س\"\n+++\n"),
        ("content/en.md", "+++\ntitle = \"Before\"\nsummary = \"s\"\n+++\n"),
    ]);
    let programs = tempfile::tempdir().expect("a folder");
    let start = || {
        Serving::start_with(site.path(), "https://example.org/", &["--open"], |command| {
            command.env("PATH", programs.path());
        })
    };
    let serving = start();
    let warning = serving.line("warning: no browser could be opened");
    assert!(serving.line("help: open http://").contains(&serving.address), "{warning}");
    let (opener, seen) = (programs.path().join("xdg-open"), programs.path().join("seen"));
    std::fs::write(&opener, format!("#!/bin/sh\necho \"$1\" > {}\n", seen.display())).expect("written");
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let serving = start();
    let end = std::time::Instant::now() + Duration::from_secs(30);
    let read = || std::fs::read_to_string(&seen).unwrap_or_default();
    while !read().ends_with('\n') && std::time::Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(read(), format!("http://{}/\n", serving.address));
}

#[test]
fn serve_answers_as_pages_does_and_hears_of_changes() {
    let site = support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", "+++\ntitle = \"قبل\"\nsummary = \"س\"\n+++\n"),
        ("content/en.md", "+++\ntitle = \"Before\"\nsummary = \"s\"\n+++\n"),
    ]);
    let serving = Serving::start(site.path(), "https://example.org/repo/");
    assert!(
        serving.get("/repo/en/").starts_with("HTTP/1.1 200") && serving.get("/repo/en/").contains("<h1>Before</h1>")
    );
    let slash = serving.get("/repo/en");
    assert!(slash.starts_with("HTTP/1.1 301") && slash.to_lowercase().contains("location: /repo/en/"), "{slash}");
    let missing = serving.get("/repo/none/");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("Page not found"), "{missing}");
    let mut news = BufReader::new(serving.open("/.muwazana/events?page=/repo/en/")).lines().map_while(Result::ok);
    let mut next = || news.by_ref().find(|line| line.starts_with("data: ")).expect("news");
    assert!(next().contains("\"own\":[]"));
    put(site.path(), "content/en.md", "+++\ntitle = \"After\"\nsummary = \"s\"\n+++\n".as_bytes());
    assert!(next().contains("\"own\":[]"));
    assert!(serving.get("/repo/en/").contains("<h1>After</h1>"));
    put(site.path(), "content/en.md", b"+++\ntitel = \"Broken\"\nsummary = \"s\"\n+++\n");
    assert!(next().contains("did you mean `title`?"));
    let page = serving.get("/repo/en/");
    assert!(page.starts_with("HTTP/1.1 200") && !page.contains("<h1>After</h1>"), "it is shown as it is now: {page}");
    // A folder that is moved away and back, as another branch would do it, is heard as before.
    std::fs::rename(site.path().join("content"), site.path().join("away")).expect("moved");
    std::fs::rename(site.path().join("away"), site.path().join("content")).expect("moved");
    put(site.path(), "content/en.md", "+++\ntitle = \"Back\"\nsummary = \"s\"\n+++\n".as_bytes());
    while !serving.get("/repo/en/").contains("<h1>Back</h1>") {
        next();
    }
}

#[test]
fn headings_get_their_ids_for_review_and_then_in_the_files() {
    let site = copy_of_the_site();
    let root = site.path();
    put(root, "content/guide/en.md", b"+++\ntitle = \"Guide\"\nsummary = \"G.\"\n+++\n## First step\n\nA.\n");
    put(root, "content/guide/ar.md", "+++\ntitle = \"دليل\"\nsummary = \"د.\"\n+++\n## الأولى\n\nأ.\n".as_bytes());
    let before = files(root);
    let (status, shown, said) = run(root, &["ids"]);
    let wanted = "content/guide/ar.md:5\n-## الأولى\n+## الأولى {#first-step}\n";
    assert!(status == 0 && shown.contains(wanted) && said.contains("2 ids on 1 page to be given"), "{shown}{said}");
    assert!(files(root) == before, "nothing is written before it is asked for");
    assert_eq!(run(root, &["ids", "guide", "--write"]).0, 0);
    let english = std::fs::read_to_string(root.join("content/guide/en.md")).expect("a page");
    assert!(english.contains("\n## First step {#first-step}\n"), "{english}");
    let (status, shown, _) = run(root, &["ids"]);
    assert_eq!((status, shown.as_str()), (0, ""));
    assert!(!run(root, &["check", "--all"]).2.contains("content/guide"), "the sections are paired");
    assert_eq!(run(root, &["ids", "nowhere"]).0, 1);
}

#[test]
fn the_repository_can_be_named_on_the_command_line() {
    let site = copy_of_the_site();
    let address = "https://github.com/someone/fork/";
    assert_eq!(run(site.path(), &["build", "--repository", address]).0, 0);
    let page = std::fs::read_to_string(site.path().join("public/ar/dimensions/cost/index.html")).expect("a page");
    assert!(page.contains("\"https://github.com/someone/fork/edit/main/content/dimensions/cost/ar.md\""));
    assert!(page.contains("\"https://github.com/someone/fork\""));
    let (status, _, said) = run(site.path(), &["build", "--repository", "someone/fork"]);
    assert!(status == 2 && said.contains("it begins with `https://`"), "{said}");
}

/// A site with more faults than are shown one by one.
fn site_of_many_faults() -> tempfile::TempDir {
    let words: String = (0..30).map(|n| format!("See [[nowhere-{n}]].\n\n")).collect();
    let page = |body: &str| format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n{body}");
    support::site([
        ("site.toml", support::SITE),
        ("content/ar.md", &page("كلمة.\n")),
        ("content/en.md", &page("A word.\n")),
        ("content/docs/ar.md", &page("كلمة.\n")),
        ("content/docs/en.md", &page(&format!("{words}A cost of 365 euros.\n"))),
    ])
}

#[test]
fn many_faults_are_counted_on_one_screen_and_can_be_listed() {
    let site = site_of_many_faults();
    let (status, _, said) = run(site.path(), &["check"]);
    assert_eq!(status, 1);
    assert!(said.starts_with("error[broken-link]") && said.contains("error: 30 × broken-link in 1 file"), "{said}");
    assert!(said.lines().count() < 40, "{said}");
    let all = run(site.path(), &["check", "--all"]).2;
    assert_eq!(all.matches("error[broken-link]").count(), 30, "{all}");
    let only = run(site.path(), &["check", "--only", "uncited-figure"]).2;
    assert!(only.contains("[uncited-figure]") && !only.contains("broken-link"), "{only}");
    let json = run(site.path(), &["check", "--format", "json", "--quiet"]).1;
    assert_eq!(json.matches("\"broken-link\"").count(), 30);
    let wrong = run(site.path(), &["check", "--only", "broken-lnk"]);
    assert!(wrong.0 == 2 && wrong.2.contains("did you mean `broken-link`?"), "{}", wrong.2);
}

#[test]
fn known_faults_are_left_out_by_a_baseline() {
    let site = site_of_many_faults();
    let file = site.path().join("known.txt");
    let file = file.to_str().expect("a path");
    assert_eq!(run(site.path(), &["check", "--baseline-write", file]).0, 0);
    let (status, _, said) = run(site.path(), &["check", "--baseline", file]);
    assert!(status == 0 && said.contains("no faults; 31 known ones"), "{said}");
    replace(site.path(), "content/en.md", "A word.", "A [[wrod]].");
    let (status, _, said) = run(site.path(), &["check", "--baseline", file]);
    assert!(status == 1 && said.contains("`wrod`") && said.contains("1 error; 31 known ones"), "{said}");
}

#[test]
fn each_kind_of_fault_is_as_bad_as_the_settings_say() {
    let site = site_of_many_faults();
    let settings = |check: &str| {
        std::fs::write(site.path().join("site.toml"), format!("{}\n{check}", support::SITE)).expect("written");
        run(site.path(), &["build"])
    };
    assert_eq!(settings("").0, 1);
    let (status, _, said) = settings("[check]\nbroken-link = \"warning\"\nuncited-figure = \"off\"\n");
    assert!(status == 0 && said.contains("warning: 30 × broken-link") || said.contains("30 warnings"), "{said}");
    assert!(!said.contains("uncited-figure") && site.path().join("public/en/docs/index.html").is_file(), "{said}");
    let (status, _, said) = settings("[check.folders.\"docs\"]\nbroken-link = \"off\"\n");
    assert!(status == 0 && said.contains("1 warning"), "{said}");
    assert_eq!(settings("[check.folders.\"other\"]\nbroken-link = \"off\"\n").0, 1);
    let (_, _, said) = settings("[check]\nbroken-lnk = \"off\"\n");
    assert!(said.contains("did you mean `broken-link`?"), "{said}");
    let (_, _, said) = settings("[check]\ntemplate = \"off\"\n");
    assert!(said.contains("`template` is always an error"), "{said}");
}

#[test]
fn kinds_of_faults_are_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    // While the manual has no address, nothing leads there.
    let ends_with_see = |out: &str, tag: &str| {
        let mut explained = muwazana::diagnostic::explanations(tag).expect(tag).into_iter();
        let (_, own) = explained.find(|(code, _)| code.as_str() == "section-id").expect("a code");
        match own.see {
            Some(address) => out.ends_with(&format!("\nsee {address}\n")),
            None => !out.contains("/manual/checks/"),
        }
    };
    let (status, out, _) = run(folder.path(), &["explain", "section-id"]);
    assert!(ends_with_see(&out, "en"), "{out}");
    assert!(status == 0 && out.contains("{#evidence}"), "{out}");
    assert!(run(folder.path(), &["explain"]).1.contains("broken-link "));
    assert!(run(folder.path(), &["explain", "broken"]).0 == 1);
    let (status, out, _) = run(folder.path(), &["explain", "section-id", "--lang", "ar"]);
    assert!(ends_with_see(&out, "ar"), "{out}");
    assert!(status == 0 && out.contains("{#evidence}") && out.contains("قسم واحد"), "{out}");
    assert!(run(folder.path(), &["explain", "--lang", "ar"]).1.contains("broken-link "));
    let (status, _, said) = run(folder.path(), &["explain", "section-id", "--lang", "fr"]);
    assert!(status == 1 && said.contains("only in en and ar"), "{said}");
}

#[test]
fn defaults_are_listed_printed_and_written_to_be_changed() {
    let site = tempfile::tempdir().expect("a folder");
    let root = site.path();
    for (path, bytes) in files(&fixture()).into_iter().filter(|(path, _)| !path.starts_with(".muwazana/")) {
        put(root, &path, &bytes);
    }
    let run =
        |arguments: &[&str]| cargo_bin_cmd!("muwazana").arg("--root").arg(root).args(arguments).output().expect("it");
    let listed = String::from_utf8(run(&["defaults"]).stdout).unwrap();
    for path in ["templates/base.html", "templates/i18n/fa.ftl", "static/assets/style.css", "static/assets/site.js"] {
        assert!(listed.lines().any(|line| line == path), "{path} in {listed}");
    }
    let printed = run(&["defaults", "messages", "fr.ftl"]);
    assert!(String::from_utf8(printed.stdout).unwrap().contains("search_title = Recherche"));
    let written = run(&["defaults", "templates", "base.html", "--write"]);
    assert!(written.status.success(), "{written:?}");
    assert!(run(&["defaults", "styles", "--write"]).status.success());
    assert!(run(&["defaults", "messages", "ar.ftl", "--write"]).status.success());
    // A copy is as good as the default, and is not written over.
    let copy = std::fs::read_to_string(root.join("templates/base.html")).unwrap();
    assert!(copy.starts_with("{#- Copy of a default of muwazana "), "{copy}");
    let checked = run(&["check", "--strict"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert_eq!(run(&["defaults", "templates", "base.html", "--write"]).status.code(), Some(1));
    // One of a default that was other words then is named.
    std::fs::write(root.join("templates/base.html"), copy.replacen('(', "(0", 1)).unwrap();
    let checked = String::from_utf8(run(&["check"]).stderr).unwrap();
    assert!(checked.contains("old-default") && checked.contains("templates/base.html"), "{checked}");
    let unknown = run(&["defaults", "templates", "bsae.html"]);
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("did you mean `base.html`?"));
}

#[test]
fn what_a_language_of_ones_own_lacks_is_named_in_one_fault() {
    let site = tempfile::tempdir().expect("a folder");
    put(
        site.path(),
        "site.toml",
        b"base_url = \"https://example.org/\"\nlanguages = [{ tag = \"mt\", name = \"Malti\" }]\n",
    );
    put(site.path(), "content/mt.md", b"+++\ntitle = \"Dar\"\nsummary = \"Merhba.\"\n+++\n");
    put(site.path(), "templates/i18n/mt.ftl", b"search_title = Tfittxija\n");
    let (status, _, said) = run(site.path(), &["check"]);
    assert_eq!(status, 1, "{said}");
    assert_eq!(said.matches("error[message]").count(), 1, "{said}");
    assert!(said.contains("messages are missing in `mt`: `accessed`, ") && said.contains("`words_licence`"), "{said}");
    assert!(!said.contains("`search_title`") && said.contains("interface = \"en\""), "{said}");
}

/// The bibliography goes to reference managers and comes back; nothing that is there is changed unless that is asked for.
#[test]
fn the_bibliography_goes_out_and_comes_back() {
    let site = copy_of_the_site();
    let root = site.path();
    let file = "content/sources.toml";
    let bibliography = || std::fs::read_to_string(root.join(file)).expect("a bibliography");
    let original = bibliography();
    let count = original.lines().filter(|line| line.starts_with('[')).count();
    let name = root.join("library").to_string_lossy().into_owned();
    for format in ["bibtex", "csl-json"] {
        let (status, _, said) = run(root, &["sources", "export", "--format", format, "--out", &name]);
        assert!(status == 0 && said.contains(&format!("{count} sources")), "{said}");
        let (status, _, said) = run(root, &["sources", "import", &name]);
        assert!(status == 0 && said.contains(&format!("0 sources added, 0 changed, {count} the same")), "{said}");
        assert_eq!(bibliography(), original);
        // Into an empty bibliography everything comes back, and the site is what it was.
        std::fs::remove_file(root.join(file)).expect("a file");
        let (status, _, said) = run(root, &["sources", "import", &name]);
        assert!(status == 0 && said.contains(&format!("{count} sources added")), "{said}");
        let (status, _, said) = run(root, &["check", "--strict"]);
        assert_eq!(status, 0, "{format}: {said}");
        put(root, file, original.as_bytes());
    }
    let (_, of_page, said) = run(root, &["sources", "export", "--page", "freedom", "--format", "csl-json"]);
    let items: Vec<serde_json::Value> = serde_json::from_str(&of_page).expect("JSON");
    assert!(said.contains(&format!("{} sources", items.len())) && items.len() < count, "{said}");
    let cited = std::fs::read_to_string(root.join("content/dimensions/freedom/en.md")).expect("a page");
    let key = cited.split("[^").nth(1).and_then(|rest| rest.split(']').next()).expect("a citation");
    assert!(items.iter().any(|item| item["id"] == key), "{of_page}");
    let (status, _, said) = run(root, &["sources", "export", "--page", "kost"]);
    assert!(status == 1 && said.contains("there is no page `kost`"), "{said}");
    // What is new and what differs is said; only what is new comes in, and the rest of the file stays as it is.
    let library = "@online{fares-2026, title = {Fares}, organization = {P}, url = {https://library.example/fares}}\n\
                   @online{new+good, title = {New}, organization = {P}, url = {https://library.example/new}}\n\
                   @book{old, title = {Old}}\n";
    put(root, "library", library.as_bytes());
    let (status, _, said) = run(root, &["sources", "import", &name, "--dry-run"]);
    assert!(status == 0 && said.contains("1 source would be added") && bibliography() == original, "{said}");
    let (status, _, said) = run(root, &["sources", "import", &name]);
    assert_eq!(status, 0, "{said}");
    for part in
        ["new: `new-good`", "`fares-2026` is there already, and differs in title, publisher", "`old`: left out: it"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let added = "\n[new-good]\ntitle = \"New\"\npublisher = \"P\"\nurl = \"https://library.example/new\"\n";
    assert_eq!(bibliography().replacen(added, "", 1), original);
    let (_, _, said) = run(root, &["sources", "import", &name, "--update"]);
    assert!(
        said.contains("changed: `fares-2026` in title, publisher") && bibliography().contains("title = \"Fares\""),
        "{said}"
    );
    put(root, "library", b"no entry");
    let (status, _, said) = run(root, &["sources", "import", &name]);
    assert!(status == 1 && said.contains("no entry of BibTeX or CSL-JSON"), "{said}");
}

/// A page that becomes a draft for a while keeps what was confirmed of it; a draft is confirmed where it is named.
#[test]
fn what_was_confirmed_of_a_draft_is_not_forgotten() {
    let site = copy_of_the_site();
    let root = site.path();
    let lock = || std::fs::read_to_string(root.join("content/translations.lock")).unwrap_or_default();
    assert_eq!(run(root, &["sync"]).0, 0);
    let recorded = lock();
    let of_page = "\n[\"about\"]\n";
    assert!(recorded.contains(of_page), "{recorded}");
    let settings = std::fs::read_to_string(root.join("content/about/page.toml")).unwrap_or_default();
    put(root, "content/about/page.toml", format!("draft = true\n{settings}").as_bytes());
    assert_eq!(run(root, &["sync"]).0, 0);
    assert_eq!(lock(), recorded);
    // Something in it changes: `sync` alone says nothing of a draft, and `sync cost` does.
    let words = std::fs::read_to_string(root.join("content/about/en.md")).expect("a page");
    put(root, "content/about/en.md", format!("{words}\nOne more sentence of the draft.\n").as_bytes());
    assert_eq!(run(root, &["sync"]).0, 0);
    assert_eq!(lock(), recorded);
    let (status, _, said) = run(root, &["sync", "about"]);
    assert!(status == 0 && said.contains("about: ") && lock() != recorded, "{said}");
}

/// The page that shows how far the languages go together says what `status` says, and follows every edit.
#[test]
fn the_page_of_the_site_says_what_status_says() {
    let site = copy_of_the_site();
    let root = site.path();
    let page = |tag: &str| std::fs::read_to_string(root.join(format!("public/{tag}/status/index.html")));
    assert_eq!(run(root, &["sync"]).0, 0);
    assert_eq!(run(root, &["build"]).0, 0);
    assert!(page("en").is_err(), "nobody has asked for it");
    let settings = std::fs::read_to_string(root.join("site.toml")).expect("settings");
    put(root, "site.toml", format!("output = {{ status = true }}\n{settings}").as_bytes());
    let (status, _, said) = run(root, &["build"]);
    assert_eq!(status, 0, "{said}");
    let complete = page("en").expect("a page");
    assert!(complete.contains("Every page is complete") && !complete.contains("is-behind"), "{complete}");
    // An edit of a text that no other page can see.
    let cost = "content/dimensions/cost/en.md";
    let text = std::fs::read_to_string(root.join(cost)).expect("a text");
    put(root, cost, format!("{text}\nOne more sentence.\n").as_bytes());
    assert_eq!(run(root, &["build"]).0, 0);
    let after = page("ar").expect("a page");
    assert!(after.contains("<td class=\"is-behind\">") && after.contains("<rect class=\"is-behind\""), "{after}");
    std::fs::remove_file(root.join("content/dimensions/space/ar.md")).expect("a file");
    assert_eq!(run(root, &["build"]).0, 0);
    let (_, out, _) = run(root, &["status", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let pages = told["pages"].as_array().expect("pages");
    for tag in ["ar", "en"] {
        let shown = page(tag).expect("a page");
        for state in ["complete", "behind", "missing", "incomplete", "copy"] {
            let is_so = |page: &&serde_json::Value| {
                ["ar", "en"].iter().filter(|tag| page["languages"][tag]["state"] == state).count()
            };
            let count: usize = pages.iter().map(|page| is_so(&page)).sum();
            assert_eq!(shown.matches(&format!("<td class=\"is-{state}\">")).count(), count, "{tag} {state}: {out}");
        }
    }
    // What was made again by parts is what is made from nothing.
    let made = page("en").expect("a page");
    std::fs::remove_dir_all(root.join("public")).expect("a folder");
    std::fs::remove_dir_all(root.join(".muwazana")).expect("a folder");
    assert_eq!(run(root, &["build"]).0, 0);
    assert_eq!(page("en").expect("a page"), made);
}

#[test]
fn what_is_typed_wrongly_is_answered_by_what_was_meant() {
    let site = copy_of_the_site();
    let root = site.path();
    let (there, file) = (root.join("nowhere").display().to_string(), root.join("site.toml").display().to_string());
    for (arguments, said) in [
        (&["check", "-all"][..], "'--all'"),
        (&["check", "-q", "-strict"], "'--strict'"),
        (&["build", "-ot=public"], "'--out'"),
        (
            &["check", "content"],
            "`check` takes the site as a whole; the folder that holds site.toml is named with --root",
        ),
        (&["sync", "dimensions/csot"], "did you mean `dimensions/cost`?"),
        (&["sync", "csot"], "did you mean `cost`?"),
        (&["ids", "abuot"], "did you mean `about`?"),
        (&["init", "new", "--languages", "ar;en"], "commas part the tags: ar,en"),
        (&["init", "new", "--languages", "ar en"], "commas part the tags: ar,en"),
        (&["init", "new", "--languages", "ar,en", "--subjects", "tea،coffee"], "commas part the names: tea,coffee"),
        (&["init", "new", "--languages", "klingon"], "write tags of BCP 47"),
        (&["serve", "--port", "99999"], "it can be 65535 at the most"),
        (&["serve", "--port", "web"], "write a whole number"),
        (&["sources", "import", "library.bib"], "library.bib: there is no such file or folder\n"),
    ] {
        let (status, _, answer) = run(root, arguments);
        assert!(status != 0 && answer.contains(said), "{arguments:?}: {answer}");
    }
    // An option that no command has, and a name too many, are left to the usage.
    for arguments in [&["check", "-x"][..], &["rename", "cost", "price", "more"]] {
        let (status, _, answer) = run(root, arguments);
        assert!(status == 2 && !answer.contains("tip:"), "{answer}");
    }
    for command in [&["check"][..], &["new", "page", "prices"], &["ids"]] {
        for (at, said) in [(&there, "there is no folder `"), (&file, "is a file, and no folder")] {
            let output = cargo_bin_cmd!("muwazana").arg("--root").arg(at).args(command).output().expect("it runs");
            let answer = String::from_utf8_lossy(&output.stderr);
            assert!(answer.contains(said) && answer.contains("--root"), "{command:?}: {answer}");
        }
    }
}
