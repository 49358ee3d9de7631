//! When pages were last changed, as the repository's history tells.

mod support;

use std::path::Path;
use std::process::Command;

use muwazana::build::Workspace;
use muwazana::content::HighlightCache;
use support::SITE;

const HOME: &str = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";
const POINT: &str = "+++\ntitle = \"t\"\nsummary = \"s\"\n[stance]\nllm = \"a\"\nchain = \"b\"\n[axis]\nstart = \"c\"\nend = \"d\"\n+++\nWords.\n";
const FACTS: &str = "kind = \"difference\"\norder = 1\ndate = 2026-01-10\n[axis]\nllm = 1\nchain = 2\n";

fn git(root: &Path, day: &str, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(root).args([
        "-c",
        "user.name=n",
        "-c",
        "user.email=n@example.org",
        "-c",
        "commit.gpgsign=false",
    ]);
    let when = format!("{day}T12:00:00Z");
    command.args(arguments).env("GIT_AUTHOR_DATE", &when).env("GIT_COMMITTER_DATE", &when);
    let output = command.output().expect("git");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(root: &Path, day: &str) {
    git(root, day, &["add", "content", "site.toml"]);
    git(root, day, &["commit", "--quiet", "--message", "m"]);
}

fn repository() -> tempfile::TempDir {
    let site = support::site([
        ("site.toml", SITE),
        ("content/ar.md", HOME),
        ("content/en.md", HOME),
        ("content/dimensions/one/page.toml", FACTS),
        ("content/dimensions/one/ar.md", POINT),
        ("content/dimensions/one/en.md", POINT),
        ("content/dimensions/two/page.toml", &FACTS.replace("order = 1", "order = 2\nupdated = 2026-01-20")),
        ("content/dimensions/two/ar.md", POINT),
        ("content/dimensions/two/en.md", POINT),
    ]);
    git(site.path(), "2026-01-10", &["init", "--quiet"]);
    commit(site.path(), "2026-01-10");
    site
}

/// What the program's own build says of two pages, by their machine-readable days.
fn days(root: &Path) -> [String; 2] {
    let output =
        Command::new(env!("CARGO_BIN_EXE_muwazana")).arg("--quiet").arg("--root").arg(root).arg("build").output();
    assert!(output.expect("it starts").status.success());
    ["one", "two"].map(|page| {
        let path = root.join(format!("public/en/dimensions/{page}/index.html"));
        let text = std::fs::read_to_string(path).expect("a page");
        let day = text.split_once("datetime=\"").expect("a day").1;
        format!("{} {}", text.contains("Updated"), day.split('"').next().unwrap_or_default())
    })
}

#[test]
fn a_page_was_last_changed_by_its_last_commit_unless_it_says_so_itself() {
    let site = repository();
    let root = site.path();
    // What was published that day has not changed since.
    assert_eq!(days(root), ["false 2026-01-10", "true 2026-01-20"]);
    for page in ["one", "two"] {
        std::fs::write(root.join(format!("content/dimensions/{page}/ar.md")), POINT.to_owned() + "\nMore.\n")
            .expect("written");
    }
    // What is not committed has no day yet.
    assert_eq!(days(root), ["false 2026-01-10", "true 2026-01-20"]);
    commit(root, "2026-03-04");
    // No file has changed since the last build; the history has.
    assert_eq!(days(root), ["true 2026-03-04", "true 2026-01-20"]);
}

#[test]
fn a_clone_of_the_last_commits_knows_nothing_of_others() {
    let site = repository();
    std::fs::write(site.path().join("content/dimensions/one/data.csv"), "a\n1\n").expect("written");
    commit(site.path(), "2026-03-04");
    let clone = tempfile::tempdir().expect("a folder");
    let from = format!("file://{}", site.path().display());
    let to = clone.path().join("clone").display().to_string();
    for (depth, day) in [("1", "false 2026-01-10"), ("9", "true 2026-03-04")] {
        git(clone.path(), "2026-03-04", &["clone", "--quiet", "--depth", depth, &from, &to]);
        assert_eq!(days(Path::new(&to))[0], day);
        std::fs::remove_dir_all(&to).expect("removed");
    }
}

#[test]
fn the_state_of_the_translations_is_the_same_while_the_site_is_edited() {
    let site = repository();
    let root = site.path();
    let put = |path: &str, text: &str| std::fs::write(root.join(path), text).expect("written");
    put("site.toml", &format!("{SITE}\n[output]\nstatus = true\n"));
    let program = |arguments: &[&str]| {
        let status = Command::new(env!("CARGO_BIN_EXE_muwazana")).arg("--root").arg(root).args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "{arguments:?}");
    };
    program(&["sync", "--quiet"]);
    commit(root, "2026-01-11");
    put("content/dimensions/one/en.md", &POINT.replace("Words.", "Other words."));
    let built = muwazana::build::build(root, &support::options(None));
    let workspace = Workspace::open(root.to_owned(), support::options(None), HighlightCache::default());
    for path in ["ar/status/index.html", "en/status/index.html", "ar/dimensions/one/index.html"] {
        let output = built.outputs.iter().find(|output| output.path == path).expect(path);
        let text = String::from_utf8_lossy(&output.bytes);
        assert!(text.contains("<del>Words.</del><ins>Other words.</ins>") == path.contains("status"), "{text}");
        assert!(workspace.file(path).expect(path).expect("no fault") == output.bytes, "{path}");
    }
}
