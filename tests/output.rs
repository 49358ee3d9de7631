//! Nothing is lost when a site is written: builds that fail, are killed, run out of room or run at once, and folders that
//! are somebody else's. By the command line alone, on small sites. `MUWAZANA_LONG=1 cargo test --test output` does more
//! rounds.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use support::files;

fn rounds(short: u64, long: u64) -> u64 {
    if std::env::var_os("MUWAZANA_LONG").is_some() { long } else { short }
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

fn page(title: &str, more: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsummary = \"s\"\n{more}\n+++\nWords of {title}.\n")
}

/// A site of so many pages in two languages.
fn site(pages: usize) -> tempfile::TempDir {
    let site = support::site([("site.toml", support::SITE)]);
    for language in ["ar", "en"] {
        put(site.path(), &format!("content/{language}.md"), &page("Home", ""));
    }
    write_pages(site.path(), 0..pages, 0);
    site
}

/// Every text of a version differs from that of another.
fn write_pages(root: &Path, pages: std::ops::Range<usize>, version: u64) {
    for n in pages {
        for language in ["ar", "en"] {
            put(root, &format!("content/page-{n}/{language}.md"), &page(&format!("Page {n} of {version}"), ""));
        }
    }
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muwazana"));
    command.args(arguments).arg("--root").arg(root).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// The exit status, and what was said.
fn run(root: &Path, arguments: &[&str]) -> (i32, String) {
    let output = command(root, arguments).output().expect("it runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn build_well(root: &Path) {
    let (status, said) = run(root, &["build"]);
    assert_eq!(status, 0, "{said}");
}

/// What a build from nothing makes of the sources.
fn fresh(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder");
    let (status, said) = run(root, &["build", "--out", &out.path().join("site").to_string_lossy()]);
    assert_eq!(status, 0, "{said}");
    files(&out.path().join("site"))
}

/// Every path below a folder, with the bytes of files.
fn everything(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for path in std::fs::read_dir(&at).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let bytes = path.is_file().then(|| std::fs::read(&path).expect("readable"));
            found.insert(path.strip_prefix(folder).expect("below").to_string_lossy().into_owned(), bytes);
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    found
}

/// Numbers that are the same in every run.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn two_owners_of_a_path_are_found_by_check_and_build_and_the_old_site_stays() {
    let site = site(2);
    let root = site.path();
    build_well(root);
    put(root, "public/theirs.txt", "keep");
    let before = everything(&root.join("public"));
    let long = "n".repeat(300);
    let deep = ["part"; 3_000].join("/");
    for redirect in
        ["feed.xml", "index.html", "page-1/index.md", "matrix/matrix.csv", "a\\u0000b", "x\\nblog", &long, &deep]
    {
        let change = format!("redirects = [\"{redirect}\"]");
        put(root, "content/page-0/en.md", &page("Changed", &change));
        for command in ["check", "build"] {
            let (status, said) = run(root, &[command]);
            assert!(status == 1 && said.contains("content/page-0/en.md:4:"), "{command} {redirect}: {said}");
        }
        assert_eq!(everything(&root.join("public")), before, "{redirect}");
    }
    put(root, "content/page-0/en.md", &page("Changed", ""));
    for file in ["ar", "index.html/x", "en/page-0", "en/page-0/index.html", "ar/page-1/index.md", "assets"] {
        put(root, &format!("static/{file}"), "x");
        for command in ["check", "build"] {
            let (status, said) = run(root, &[command]);
            assert!(status == 1 && said.contains(&format!("static/{file}")), "{command} {file}: {said}");
        }
        assert_eq!(everything(&root.join("public")), before, "{file}");
        std::fs::remove_dir_all(root.join("static")).expect("removed");
    }
    // What is made of all pages can be replaced.
    put(root, "static/robots.txt", "User-agent: *\n");
    build_well(root);
    assert_eq!(std::fs::read(root.join("public/robots.txt")).expect("a file"), b"User-agent: *\n");
    assert_eq!(std::fs::read(root.join("public/theirs.txt")).expect("a file"), b"keep");
}

#[test]
fn files_of_pages_whose_names_would_be_too_long_are_found() {
    let site = site(1);
    let name = format!("{}.svg", "n".repeat(246));
    put(site.path(), &format!("content/page-0/{name}"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    put(site.path(), "content/page-0/en.md", &format!("{}\n![drawing]({name})\n", page("Page", "")));
    let (status, said) = run(site.path(), &["check"]);
    assert!(status == 1 && said.contains("[invalid-path]") && said.contains("259 bytes"), "{said}");
}

#[test]
fn no_name_claims_a_file_of_the_users() {
    let site = site(1);
    let root = site.path();
    put(root, "static/y\nnotes.txt", "ours");
    let (status, said) = run(root, &["check"]);
    assert!(status == 1 && said.contains("line end"), "{said}");
    std::fs::remove_dir_all(root.join("static")).expect("removed");
    build_well(root);
    put(root, "public/notes.txt", "theirs");
    build_well(root);
    assert_eq!(std::fs::read(root.join("public/notes.txt")).expect("a file"), b"theirs");
}

#[test]
fn folders_into_which_nobody_means_to_write_are_refused() {
    let site = site(1);
    let root = site.path();
    std::fs::create_dir(root.join(".git")).expect("a folder");
    let before = everything(root);
    let out = |folder: &Path| run(root, &["build", "--out", &folder.to_string_lossy()]);
    for folder in ["content", "content/site", "static", "static/pub", "templates", ".", ".git/x", "a/../content"] {
        let (status, said) = out(&root.join(folder));
        assert!(status == 1 && said.contains("no site is written into"), "{folder}: {said}");
    }
    let (status, said) = out(Path::new("/"));
    assert!(status == 1 && said.contains("root of the file system"), "{said}");
    let home = tempfile::tempdir().expect("a folder");
    let at_home = command(root, &["build", "--out", &home.path().to_string_lossy()]).env("HOME", home.path()).output();
    let said = String::from_utf8_lossy(&at_home.expect("it runs").stderr).into_owned();
    assert!(cfg!(not(unix)) || said.contains("your home folder"), "{said}");
    assert_eq!(everything(root), before, "nothing was written");
}

#[test]
fn a_build_with_a_fault_leaves_an_empty_folder_and_no_other() {
    let site = site(1);
    let root = site.path();
    put(root, "content/page-0/en.md", "no front matter");
    std::fs::create_dir(root.join("public")).expect("a folder");
    assert_eq!(run(root, &["build"]).0, 1);
    assert!(everything(&root.join("public")).is_empty());
    assert_eq!(run(root, &["build", "--out", &root.join("new/site").to_string_lossy()]).0, 1);
    assert!(!root.join("new").exists());
}

/// Killed at any moment, a build leaves the old site or the new one to the next command, and never loses a foreign file.
#[test]
fn a_build_that_is_killed_is_undone_or_finished_by_the_next() {
    let site = site(30);
    let root = site.path();
    build_well(root);
    put(root, "public/en/theirs.txt", "keep");
    let mut seed = 7;
    let mut last = 0;
    for round in 1..=rounds(15, 400) {
        write_pages(root, 0..30, round);
        // Files that become folders and back, come and go.
        let _ = std::fs::remove_dir_all(root.join("static"));
        put(root, if round % 2 == 0 { "static/turn" } else { "static/turn/inner" }, "x");
        let mut build = command(root, &["build", "--quiet"]).spawn().expect("it starts");
        std::thread::sleep(Duration::from_micros(random(&mut seed) % 400_000));
        let _ = build.kill();
        let _ = build.wait();
        // The next command finds an error in the sources; the folder is as one of the two versions all the same.
        put(root, "content/page-0/broken.md", "x");
        assert_eq!(run(root, &["build"]).0, 1);
        std::fs::remove_file(root.join("content/page-0/broken.md")).expect("removed");
        let found = versions(&root.join("public"));
        assert!(found == [last] || found == [round], "round {round}: pages of the versions {found:?}");
        assert!(!root.join("public/.muwazana-staging").exists());
        assert_eq!(std::fs::read(root.join("public/en/theirs.txt")).expect("a file"), b"keep");
        last = found[0];
    }
    build_well(root);
    std::fs::remove_file(root.join("public/en/theirs.txt")).expect("removed");
    assert_eq!(files(&root.join("public")), fresh(root));
}

/// The versions of the pages of a site, each once.
fn versions(folder: &Path) -> Vec<u64> {
    let number = |(path, bytes): (String, Vec<u8>)| {
        let is_page = path.contains("/page-") && path.ends_with("index.md");
        let text = String::from_utf8(bytes).ok().filter(|_| is_page)?;
        text.split(" of ").nth(1)?.split('"').next()?.parse().ok()
    };
    let found: std::collections::BTreeSet<u64> = files(folder).into_iter().filter_map(number).collect();
    found.into_iter().collect()
}

#[test]
fn builds_at_once_wait_for_one_another() {
    let site = site(30);
    let root = site.path();
    for round in 1..=rounds(4, 50) {
        write_pages(root, 0..30, round);
        let builds: Vec<_> = (0..3).map(|_| command(root, &["build"]).spawn().expect("it starts")).collect();
        for build in builds {
            let output = build.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert_eq!(files(&root.join("public")), fresh(root), "round {round}");
    }
}

/// A limit on the size of a file stands for a disk that is full: writing fails in the middle of one.
#[cfg(unix)]
#[test]
fn where_there_is_no_room_the_old_site_stays() {
    let site = site(3);
    let root = site.path();
    build_well(root);
    let before = everything(&root.join("public"));
    put(root, "static/large.bin", &"x".repeat(400_000));
    let script = format!("trap '' XFSZ; ulimit -f 200; exec {} build --root \"$0\"", env!("CARGO_BIN_EXE_muwazana"));
    let output = Command::new("sh").args(["-c", &script]).arg(root).output().expect("it runs");
    assert!(!output.status.success());
    // Whether the program was told or ended by a signal, the next one leaves the old site.
    put(root, "content/page-0/broken.md", "x");
    assert_eq!(run(root, &["build"]).0, 1);
    assert_eq!(everything(&root.join("public")), before);
    std::fs::remove_file(root.join("content/page-0/broken.md")).expect("removed");
    build_well(root);
    assert_eq!(std::fs::metadata(root.join("public/large.bin")).expect("a file").len(), 400_000);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_cache_file_hangs_nothing() {
    let site = site(1);
    let root = site.path();
    for name in ["code", "build", "pages"] {
        std::fs::create_dir_all(root.join(".muwazana")).expect("a folder");
        let made = Command::new("mkfifo").arg(root.join(".muwazana").join(name)).status().expect("it runs");
        assert!(made.success());
    }
    build_well(root);
    build_well(root);
    assert!(!root.join(".muwazana/code").is_file(), "the pipe is somebody else's");
}
