//! A site whose tree of pages changes at random: pages and groups come, go, move, and are called and ordered otherwise. It
//! has warnings and never an error.

use std::fs;
use std::path::Path;

use super::Random;

/// The folders in which there may be pages.
const FOLDERS: [&str; 9] = ["a", "a/b", "a/c", "a/b/d", "a/b/d/e", "f", "g/h", "g/i", "g/i/j"];

/// Writes the site: with the settings of subjects it compares, and has its tree beside the comparison.
pub fn site(subjects: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let languages = "base_url = \"https://example.org/\"\n\
        [[languages]]\ntag = \"ar\"\nname = \"العربية\"\n[[languages]]\ntag = \"en\"\nname = \"English\"\n";
    fs::write(folder.path().join("site.toml"), format!("{languages}{subjects}")).expect("a file");
    write_page(folder.path(), "", 0);
    for at in ["a", "a/b", "a/c", "g/h"] {
        write_page(folder.path(), at, 0);
    }
    folder
}

fn write_page(root: &Path, folder: &str, n: usize) {
    let at = root.join("content").join(folder);
    fs::create_dir_all(&at).expect("a folder");
    for (tag, word) in [("ar", "صفحة"), ("en", "Page")] {
        let text = format!("+++\ntitle = \"{word} {n}\"\nsummary = \"{word}.\"\n+++\n{word}.\n");
        fs::write(at.join(format!("{tag}.md")), text).expect("a file");
    }
}

/// Changes something; says what. Whoever watches is told that anything may have changed.
pub fn change(root: &Path, random: &mut Random) -> String {
    let content = root.join("content");
    let folder = FOLDERS[random.below(FOLDERS.len())];
    let at = content.join(folder);
    let n = random.below(100_000);
    let is_page = at.join("en.md").is_file();
    let kind = random.below(8);
    match kind {
        0 if is_page => {
            let text = fs::read_to_string(at.join("en.md")).expect("a text");
            fs::write(at.join("en.md"), text + &format!("\nSentence {n}.\n")).expect("a file");
        }
        0..=2 => write_page(root, folder, n),
        // A page becomes a group, if there are pages below it.
        3 => ["ar.md", "en.md"].iter().for_each(|name| drop(fs::remove_file(at.join(name)))),
        4 => {
            let _ = fs::create_dir_all(&at);
            let facts = match is_page {
                true => format!("order = {n}\n"),
                false => format!("title = {{ ar = \"مجموعة {n}\", en = \"Group {n}\" }}\norder = {n}\n"),
            };
            fs::write(at.join("page.toml"), facts).expect("a file");
        }
        5 => {
            let above = if n.is_multiple_of(3) { content.clone() } else { at.clone() };
            let facts = fs::read_to_string(above.join("page.toml")).unwrap_or_default();
            let mut names = folders_in(&above);
            names.truncate(n % 4);
            let from = n % names.len().max(1);
            names.rotate_left(from);
            let kept: String =
                facts.lines().filter(|line| !line.starts_with("nav")).map(|line| format!("{line}\n")).collect();
            if above.is_dir() {
                fs::write(above.join("page.toml"), format!("nav = {names:?}\n{kept}")).expect("a file");
            }
        }
        // A page or group gets another address, or its own again; some pages are drafts for a while.
        6 => {
            let facts = fs::read_to_string(at.join("page.toml")).unwrap_or_default();
            let kept = facts.lines().filter(|line| !line.starts_with("slug") && !line.starts_with("draft"));
            let kept: String = kept.map(|line| format!("{line}\n")).collect();
            let slug = if n.is_multiple_of(4) { String::new() } else { format!("slug = \"s{n}\"\n") };
            let draft = if is_page && n.is_multiple_of(3) { "draft = true\n" } else { "" };
            if is_page || kept.contains("title") {
                fs::write(at.join("page.toml"), format!("{slug}{draft}{kept}")).expect("a file");
            }
        }
        _ => {
            let to = content.join(FOLDERS[random.below(FOLDERS.len())]);
            if at.is_dir() && !to.exists() && to.parent().is_some_and(Path::is_dir) {
                fs::rename(&at, &to).expect("moved");
            }
        }
    }
    settle(&content);
    format!("{kind} {n} {folder}")
}

/// Takes back what has become an error: titles of folders with words, settings of folders with neither, names of what is not
/// there any more.
fn settle(folder: &Path) {
    let names = folders_in(folder);
    names.iter().for_each(|name| settle(&folder.join(name)));
    let facts = folder.join("page.toml");
    let Ok(text) = fs::read_to_string(&facts) else { return };
    let is_page = folder.join("en.md").is_file();
    let there = |name: &str| {
        let at = folder.join(name);
        names.iter().any(|known| known == name) && holds_page(&at)
    };
    let line = |line: &str| match line.strip_prefix("nav = [") {
        Some(list) => {
            let listed = list.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"'));
            let listed: Vec<&str> = listed.filter(|name| there(name)).collect();
            format!("nav = {listed:?}\n")
        }
        None if is_page && line.starts_with("title") => String::new(),
        None => format!("{line}\n"),
    };
    let settled: String = text.lines().map(line).collect();
    match is_page || settled.contains("title") {
        true if settled != text => fs::write(facts, settled).expect("a file"),
        true => {}
        false => fs::remove_file(facts).expect("removed"),
    }
}

fn holds_page(folder: &Path) -> bool {
    folder.join("en.md").is_file() || folders_in(folder).iter().any(|name| holds_page(&folder.join(name)))
}

fn folders_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
