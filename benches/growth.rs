//! How the time of `check` grows with an input: some eighty shapes of what somebody may write, or make a program write, to keep a
//! build busy, each at two sizes. Fails if the CPU time of one grows by more than a little over its size, or if the large
//! size takes more than [`SECONDS`] or [`MEGABYTES`].
//!
//! ```sh
//! cargo bench --bench growth             # all
//! cargo bench --bench growth -- chart    # those whose names hold that
//! ```
//!
//! The exponent is that of the CPU time as the system accounts it to a process, without what an empty site takes, the least
//! of three runs: other programs on the machine hardly change it.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use wait4::Wait4;

/// What the large size may take.
const SECONDS: f64 = 2.0;
/// Peak memory of the large size.
const MEGABYTES: f64 = 300.0;
/// The small size is a quarter of the large one.
const RATIO: usize = 4;
/// n log n comes out below 1.2 at these sizes.
const EXPONENT: f64 = 1.4;
/// Shorter times tell nothing of growth, in seconds.
const TELLING: f64 = 0.05;

const SETTINGS: &str = "base_url = \"https://example.org/\"\n\
    [[languages]]\ntag = \"ar\"\nname = \"العربية\"\n[[languages]]\ntag = \"en\"\nname = \"English\"\n\
    [[subjects]]\nid = \"one\"\nname = { ar = \"أ\", en = \"One\" }\naccent = \"#a3312b\"\n\
    [[subjects]]\nid = \"two\"\nname = { ar = \"ب\", en = \"Two\" }\naccent = \"#1d5c7a\"\n";

const HEAD: &str = "+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n";

/// Files by path, beside those of an empty site.
type Files = Vec<(String, String)>;

/// An input that grows: its name, its large size, and what it is at a size.
struct Shape {
    name: String,
    size: usize,
    files: Box<dyn Fn(usize) -> Files>,
}

fn files(name: &str, size: usize, files: impl Fn(usize) -> Files + 'static) -> Shape {
    Shape { name: name.to_owned(), size, files: Box::new(files) }
}

/// An article.
fn article(name: &str, size: usize, text: impl Fn(usize) -> String + 'static) -> Shape {
    files(name, size, move |n| vec![("content/ar.md".to_owned(), HEAD.to_owned() + &text(n))])
}

/// An article of one piece, so many times.
fn repeated(piece: &'static str, size: usize) -> Shape {
    article(&format!("{piece:?}"), size, move |n| piece.repeat(n))
}

/// A line of code of one piece, so many times.
fn code(language: &'static str, piece: &'static str, size: usize) -> Shape {
    article(&format!("{piece:?} in {language}"), size, move |n| format!("```{language}\n{}\n```\n", piece.repeat(n)))
}

/// A chart of so many rows.
fn chart(kind: &'static str, name: &str, size: usize, more: impl Fn(usize) -> String + 'static) -> Shape {
    files(name, size, move |n| {
        let rows: String = (0..n).map(|row| format!("n{row},{row}\n")).collect();
        let keys = "data = \"d.csv\"\nx = \"name\"\ny = \"n\"\ntitle = \"T\"\n";
        let text = format!("{HEAD}```chart\ntype = \"{kind}\"\n{keys}{}```\n", more(n));
        vec![("content/ar.md".to_owned(), text), ("content/d.csv".to_owned(), format!("name,n\n{rows}"))]
    })
}

fn shapes() -> Vec<Shape> {
    let mut shapes = vec![
        // What took minutes in the first version, at ten times the sizes at which it did.
        code("ini", " ", 50_000),
        code("sv", "[", 40_000),
        code("sv", " ", 40_000),
        code("less", " ", 40_000),
        code("sass", " ", 40_000),
        code("scss", " ", 40_000),
        code("js", "QUJD", 50_000),
        code("jsx", "QUJD", 50_000),
        code("lua", "QUJD", 50_000),
        code("coffee", "QUJD", 50_000),
        code("erl", "QUJD", 50_000),
        repeated("عC++ 2026-01-01 ", 80_000),
        repeated("\u{202e}", 160_000),
        repeated("[^", 800_000),
        repeated("<div>\n", 400_000),
        repeated("### Same\n\n", 200_000),
        files("uncited sources", 200_000, |n| {
            let source = |n| format!("[s{n}]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"https://example.org/\"\n");
            vec![("content/sources.toml".to_owned(), (0..n).map(source).collect())]
        }),
        chart("bar", "rows of a chart", 50_000, |_| String::new()),
        chart("bar", "rows of a chart that are too many", 200_000, |_| String::new()),
        chart("line", "points of a line", 50_000, |_| String::new()),
        chart("bar", "series of a chart", 20_000, |_| "series = \"name\"\n".to_owned()),
        chart("bar", "labels of a chart", 20_000, |n| {
            "[labels]\n".to_owned() + &(0..n).map(|n| format!("n{n} = \"m{n}\"\n")).collect::<String>()
        }),
    ];
    // Signs of Markdown and of other generators that begin something, and what is looked for to end it.
    for (piece, size) in [
        ("[[", 400_000),
        ("[[word ", 200_000),
        ("]]", 400_000),
        ("]]word ", 200_000),
        ("2024+", 200_000),
        ("5% of 3 million, in May 2025 ", 40_000),
        ("the the ", 200_000),
        ("it;as the ", 100_000),
        ("المقد ّر ", 100_000),
        ("”so ", 200_000),
        ("some *word\n\n", 100_000),
        ("[ ^", 400_000),
        ("x][", 400_000),
        ("](", 400_000),
        ("::: note\n", 100_000),
        ("(^a ", 200_000),
        ("^[a b ", 200_000),
        ("[a] (b", 200_000),
        ("(a)[b", 200_000),
        ("[a", 400_000),
        (":::x", 300_000),
        (":", 1_000_000),
        ("**Stop!** ثم ", 60_000),
        ("> [!NOTE] a\n", 100_000),
        ("a**!", 300_000),
        ("ا**(", 300_000),
        ("*a _b ", 100_000),
        ("`a``b", 100_000),
        ("$a ", 300_000),
        ("\"a 'b ", 300_000),
        ("\\", 1_000_000),
        ("aB", 500_000),
        ("a-b", 300_000),
        ("v1.", 300_000),
        ("كلمة", 200_000),
        ("https://a.b/) ", 100_000),
        ("https://:", 200_000),
        ("https://a.b/ :x: ", 100_000),
        ("a@", 400_000),
        ("- ", 20_000),
        ("<b>a ", 200_000),
        ("<a href=\"", 200_000),
        ("<!-- ", 200_000),
        ("&amp;&a", 300_000),
        ("| a ", 200_000),
        ("a\n: b\n\n", 100_000),
        ("##\u{a0}a\n\n", 100_000),
        ("فيه GPT-4 (2023)، و\"كلمة\" ", 40_000),
    ] {
        shapes.push(repeated(piece, size));
    }
    shapes.extend([
        repeated("## Same\n\n", 100_000),
        files("sections that are not alike", 20_000, |n| {
            let text = |word: &str| HEAD.to_owned() + &(0..n).map(|n| format!("## {word} {n}\n\n")).collect::<String>();
            vec![("content/ar.md".to_owned(), text("باب")), ("content/en.md".to_owned(), text("Part"))]
        }),
        article("ids that are none", 40_000, |n| (0..n).map(|n| format!("## a {{#b/{n}}}\n\n")).collect()),
        article("links to nowhere", 40_000, |n| (0..n).map(|n| format!("[[nope-{n}]] ")).collect()),
        article("notes", 100_000, |n| (0..n).map(|n| format!("a[^{n}]\n\n[^{n}]: b\n\n")).collect()),
        article("one note", 200_000, |n| "a[^x] ".repeat(n) + "\n\n[^x]: b\n"),
        article("rows of a table", 200_000, |n| "| a | b |\n|---|---|\n".to_owned() + &"| c | d |\n".repeat(n)),
        article("Markdown in HTML", 40_000, |n| format!("<details>\n{}</details>\n", "*a* <b>c</b>\n".repeat(n))),
        article("one address", 1_000_000, |n| format!("https://a.b/{}", ")".repeat(n))),
        files("redirects", 40_000, |n| {
            let list: String = (0..n).map(|n| format!("\"old-{n}\",")).collect();
            vec![("content/ar.md".to_owned(), HEAD.replacen("title", &format!("redirects = [{list}]\ntitle"), 1))]
        }),
        files("front matter of one list", 1_000, |n| {
            vec![("content/ar.md".to_owned(), format!("---\ntitle: t\ntags: {}\n---\n", "[".repeat(n)))]
        }),
        article("links to headings", 40_000, |n| {
            let heading = |n| format!("## a {{#h{n}}}\n\n[b](#h{n})\n\n");
            (0..n).map(heading).collect()
        }),
        article("links to no heading beside headings", 20_000, |n| {
            (0..n).map(|n| format!("## a {{#part-{n}}}\n\n[b](#port-{n})\n\n")).collect()
        }),
        files("unknown citations beside sources", 20_000, |n| {
            let source =
                |n| format!("[source-{n}]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"https://example.org/\"\n");
            let text: String = (0..n).map(|n| format!("a[^sauce-{n}] ")).collect();
            vec![
                ("content/sources.toml".to_owned(), (0..n).map(source).collect()),
                ("content/ar.md".to_owned(), HEAD.to_owned() + &text),
            ]
        }),
        files("images that are not there beside files", 8_000, |n| {
            let text: String = (0..n).map(|n| format!("![a](pic-{n}.svg) ")).collect();
            let file = |n| (format!("content/pig-{n}.txt"), String::new());
            (0..n).map(file).chain([("content/ar.md".to_owned(), HEAD.to_owned() + &text)]).collect()
        }),
        files("links to nowhere beside pages", 4_000, |n| {
            let page = |n| (format!("content/page-{n}/ar.md"), HEAD.to_owned());
            let text: String = (0..n).map(|n| format!("[[pave-{n}]] [a](/pace-{n}/) ")).collect();
            (0..n).map(page).chain([("content/ar.md".to_owned(), HEAD.to_owned() + &text)]).collect()
        }),
        files("links to nowhere beside drafts", 4_000, |n| {
            let page = |n| (format!("content/page-{n}/ar.md"), HEAD.to_owned());
            let facts = |n| (format!("content/page-{n}/page.toml"), "draft = true\n".to_owned());
            let text: String = (0..n).map(|n| format!("[[pave-{n}]] [a](/pace-{n}/) ")).collect();
            (0..n)
                .map(page)
                .chain((0..n).map(facts))
                .chain([("content/ar.md".to_owned(), HEAD.to_owned() + &text)])
                .collect()
        }),
        files("sections whose ids are not alike", 20_000, |n| {
            let text =
                |word: &str| HEAD.to_owned() + &(0..n).map(|n| format!("## A {{#{word}-{n}}}\n\n")).collect::<String>();
            vec![("content/ar.md".to_owned(), text("one")), ("content/en.md".to_owned(), text("other"))]
        }),
        files("unknown keys of front matter", 40_000, |n| {
            let keys: String = (0..n).map(|n| format!("sumary{n} = 1\n")).collect();
            vec![("content/ar.md".to_owned(), HEAD.replacen("title", &(keys + "title"), 1))]
        }),
        files("unknown messages", 20_000, |n| {
            vec![(
                "templates/i18n/en.ftl".to_owned(),
                (0..n).map(|n| format!("mesage_{n} = {{ other_{n} }}\n")).collect(),
            )]
        }),
        files("names in nav that are not there", 40_000, |n| {
            let names: String = (0..n).map(|n| format!("\"n{n}\",")).collect();
            vec![("content/page.toml".to_owned(), format!("nav = [{names}]\n"))]
        }),
        files("lost addresses", 40_000, |n| {
            vec![("content/addresses.lock".to_owned(), (0..n).map(|n| format!("/en/serch{n}/\n")).collect())]
        }),
        files("lines that are no TOML", 20_000, |n| {
            vec![("content/page.toml".to_owned(), (0..n).map(|n| format!("key {n} = \"a\n")).collect())]
        }),
        files("blank lines in TOML with a slip", 1_000_000, |n| {
            vec![("content/page.toml".to_owned(), format!("a = [“b”{}\n", "\n".repeat(n)))]
        }),
        files("slips in TOML", 40_000, |n| {
            vec![("content/page.toml".to_owned(), (0..n).map(|n| format!("key{n} = “a”\n")).collect())]
        }),
        files("a key that is given twice, with a list that does not end", 200_000, |n| {
            vec![("content/page.toml".to_owned(), format!("a = 1\na = [{}\n", "1,".repeat(n)))]
        }),
        files("lines that are no YAML", 20_000, |n| {
            let lines: String = (0..n).map(|n| format!("key{n}: a: b\n - \"c\n")).collect();
            vec![("content/ar.md".to_owned(), format!("---\n{lines}---\n"))]
        }),
        article("unknown languages of code", 20_000, |n| (0..n).map(|n| format!("```rost{n}\n1\n```\n\n")).collect()),
        article("addresses with unknown schemes", 40_000, |n| (0..n).map(|n| format!("[a](htps{n}:b) ")).collect()),
        chart("bar", "labels of nothing", 20_000, |n| {
            "[labels]\n".to_owned() + &(0..n).map(|n| format!("m{n} = \"m\"\n")).collect::<String>()
        }),
        chart("bar", "rows that are not there", 20_000, |n| {
            let cells: String = (0..n).map(|n| format!("\"m{n}\",")).collect();
            format!("[only]\nname = [{cells}]\n")
        }),
        files("pages at the top", 2_000, |n| {
            (0..n).map(|n| (format!("content/page-{n}/ar.md"), HEAD.to_owned())).collect()
        }),
        files("pages of one order", 8_000, |n| {
            let page = |n| (format!("content/page-{n}/ar.md"), HEAD.to_owned());
            let facts =
                |at| (format!("content/page-{at}/page.toml"), format!("order = {}\n", if at < n / 2 { 1 } else { at }));
            (0..n).map(page).chain((0..n).map(facts)).collect()
        }),
        files("pages of one name", 8_000, |n| {
            let page = |path: String| (format!("content/f/{path}ar.md"), HEAD.to_owned());
            (0..n).map(|n| page(format!("g{n}/same/"))).chain([page(String::new())]).collect()
        }),
    ]);
    shapes
}

/// CPU time and peak memory of checking a site with these files.
fn check(files: &Files) -> (Duration, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for (path, text) in [("site.toml", SETTINGS), ("content/ar.md", HEAD), ("content/en.md", HEAD)] {
        put(path, text);
    }
    files.iter().for_each(|(path, text)| put(path, text));
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muwazana"));
        command.args(["check", "--quiet", "--root"]).arg(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        let used = command.spawn().expect("it starts").wait4().expect("it ends");
        assert!(matches!(used.status.code(), Some(0 | 1)), "it falls");
        (used.rusage.utime + used.rusage.stime, used.rusage.maxrss)
    };
    // What takes long takes long: only short times have to be told from noise.
    let first = run();
    let more = if first.0 < Duration::from_secs(1) { 2 } else { 0 };
    (0..more).map(|_| run()).fold(first, |least, next| (least.0.min(next.0), least.1.min(next.1)))
}

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let empty = check(&Vec::new()).0.as_secs_f64();
    println!("{:>9} {:>8} {:>6} {:>9}  input", "size", "CPU, s", "MB", "exponent");
    let mut wrong = 0;
    for shape in shapes().iter().filter(|shape| wanted.iter().all(|part| shape.name.contains(part.as_str()))) {
        let small = check(&(shape.files)(shape.size / RATIO)).0.as_secs_f64() - empty;
        let (large, memory) = check(&(shape.files)(shape.size));
        let (large, memory) = (large.as_secs_f64(), memory as f64 / 1e6);
        let exponent = ((large - empty) / small.max(1e-3)).ln() / (RATIO as f64).ln();
        let tells = large - empty > TELLING;
        let is_wrong = large > SECONDS || memory > MEGABYTES || tells && exponent > EXPONENT;
        wrong += usize::from(is_wrong);
        let exponent = if tells { format!("{exponent:.2}") } else { "–".to_owned() };
        let sign = if is_wrong { "  ← too much" } else { "" };
        println!("{:>9} {large:>8.2} {memory:>6.0} {exponent:>9}  {}{sign}", shape.size, shape.name);
    }
    println!("{wrong} take too much; an empty site takes {empty:.2} s");
    ExitCode::from(u8::from(wrong > 0))
}
