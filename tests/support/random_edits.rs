//! A site of the benchmarks' corpus that is edited at random: texts, settings, data, templates, files that come, go and move,
//! and mistakes, each of which the next edit mends.

#![allow(dead_code, reason = "each test uses its own part")]

use std::collections::BTreeSet;
use std::path::Path;

use crate::corpus::{self, SMALL, put, read};
use crate::support::Random;

/// Changes something under the root and mends what was broken before; gives the paths that a watcher would tell, and what
/// was done.
pub fn edit_at_random(root: &Path, random: &mut Random) -> (BTreeSet<String>, String) {
    let before: Vec<_> = ["ar", "en"]
        .iter()
        .flat_map(|tag| (0..10).map(move |n| format!("content/dimensions/point-{n:05}/{tag}.md")))
        .filter(|path| read(root, path).contains("broken") || read(root, path).len() < 60)
        .collect();
    let (paths, what) = change(root, random);
    let mut told = BTreeSet::from_iter(paths);
    for path in before.into_iter().filter(|path| root.join(path).is_file()) {
        let page: usize = path[25..30].parse().expect("a number");
        let tag = if path.ends_with("ar.md") { "ar" } else { "en" };
        if page < SMALL.dimensions {
            put(root, &path, &corpus::words_file(SMALL, corpus::Page::Dimension(page), tag));
        } else {
            std::fs::remove_file(root.join(&path)).expect("removed");
        }
        told.insert(path);
    }
    (told, what)
}

/// Changes something under the root; gives the paths that a watcher would tell, and what was done.
fn change(root: &Path, random: &mut Random) -> (Vec<String>, String) {
    let tag = ["ar", "en"][random.below(2)];
    let page = format!("content/dimensions/point-{:05}", random.below(10));
    let text = format!("{page}/{tag}.md");
    let n = random.below(1000);
    let edit = |path: &str, change: &dyn Fn(String) -> String| {
        if root.join(path).is_file() {
            put(root, path, &change(read(root, path)));
        }
        vec![path.to_owned()]
    };
    let kind = random.below(16);
    let told = match kind {
        0..=2 => edit(&text, &|text| format!("{text}\nSentence {n} C++.\n")),
        3 => edit(&text, &|text| text.replacen("title = \"", &format!("title = \"T{n} "), 1)),
        4 => edit(&text, &|text| format!("{text}\n## More {n} {{#more-{n}}}\n\n[[term-00001]]\n")),
        5 => edit(&text, &|text| format!("{text}\n```rust\nlet x = {n};\n```\n")),
        6 => edit(&format!("{page}/page.toml"), &|text| text.replacen("llm = ", &format!("llm = {} # ", n % 100), 1)),
        7 => {
            put(root, &format!("{page}/cost.csv"), &format!("name,cost\na,{n}\n"));
            vec![format!("{page}/cost.csv")]
        }
        8 => {
            let name = format!("content/about-{}", n % 3);
            for tag in ["ar", "en"] {
                let text = format!("+++\ntitle = \"A{n}\"\nsummary = \"s\"\n+++\nText {n}. [[point-00001]]\n");
                put(root, &format!("{name}/{tag}.md"), &text);
            }
            vec![name]
        }
        9 => {
            let name = format!("content/about-{}", n % 3);
            let _ = std::fs::remove_dir_all(root.join(&name));
            vec![name]
        }
        10 => {
            let (from, to) = (format!("content/about-{}", n % 3), format!("content/moved-{}", n % 2));
            let _ = std::fs::remove_dir_all(root.join(&to));
            let _ = std::fs::rename(root.join(&from), root.join(&to));
            vec![from, to]
        }
        11 => {
            put(
                root,
                "templates/components/site_footer.html",
                &format!(
                    "{{% component site_footer(site, document) %}}<footer>{n}</footer>{{% endcomponent site_footer %}}"
                ),
            );
            vec!["templates/components/site_footer.html".to_owned()]
        }
        12 => {
            let _ = std::fs::remove_dir_all(root.join("templates"));
            put(root, &format!("static/assets/extra-{}.css", n % 2), &format!("p {{ order: {n} }}"));
            vec!["templates".to_owned(), format!("static/assets/extra-{}.css", n % 2)]
        }
        13 => edit("site.toml", &|text| {
            let rest =
                text.lines().filter(|line| !line.starts_with("name = { ar = \"S")).collect::<Vec<_>>().join("\n");
            format!("name = {{ ar = \"S{n}\", en = \"S{n}\" }}\n{rest}\n")
        }),
        14 => {
            let path = "content/sources.toml";
            let key = format!("\n[key-{n}]\ntitle = \"t\"\npublisher = \"p\"\nurl = \"https://example.org/{n}\"\n");
            put(root, path, &(read(root, path) + &key));
            vec![path.to_owned()]
        }
        // An error, mended by what comes next.
        _ => {
            let broken = format!("{}broken [[nowhere-{n}]]", read(root, &text));
            let whole = read(root, &text);
            put(root, &text, if whole.contains("broken") { "+++\ntitle = \"t\"\nsummary = \"s\"\n" } else { &broken });
            return (vec![text.clone()], format!("{kind} {n} {text} (broken)"));
        }
    };
    (told, format!("{kind} {n} {text}"))
}
