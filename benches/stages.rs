//! The stages of a build, one by one, on a corpus of 200 dimensions and 40 terms in two languages:
//! `cargo bench --bench stages`, or `cargo bench --bench stages -- parse` for those whose names hold that.

mod corpus;

use std::path::Path;
use std::sync::LazyLock;

use corpus::{Page, Shape};
use divan::{Bencher, black_box};
use muwazana::build::{Options, build, build_with};
use muwazana::cache::Cache;
use muwazana::config::{Config, read_config};
use muwazana::content::{Fence, HighlightCache, LanguageFileInput, PageKind, read_language_file};
use muwazana::output::Writing;
use muwazana::render::OutputSink;
use muwazana::text::{FileId, Source, Sources};
use muwazana::tree::discover;

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Dimensions of the corpus.
const SHAPE: Shape = Shape { dimensions: 200, terms: 40, languages: 2 };

static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    corpus::write(SHAPE, &mut |path, text| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    });
    folder
});

fn main() {
    divan::main();
}

fn root() -> &'static Path {
    SITE.path()
}

fn config() -> Config {
    let source = Source::new("site.toml", std::fs::read_to_string(root().join("site.toml")).expect("settings"));
    read_config(FileId(0).top(), &source, &mut Vec::new()).expect("settings")
}

/// The tree is walked; the texts of pages are not read.
#[divan::bench]
fn discover_240_folders(bencher: Bencher) {
    root();
    bencher.bench(|| discover(root()));
}

/// A page of 700 words without code.
#[divan::bench(args = ["ar", "en"])]
fn parse_a_page(bencher: Bencher, tag: &str) {
    let config = config();
    let highlights = HighlightCache::default();
    let source = Source::new("page.md", corpus::words_file(SHAPE, Page::Dimension(1), tag));
    let language = config.language(tag).expect("a language");
    let kind = PageKind::Dimension;
    let (config, highlights, source, sources) = (&config, &highlights, &source, &Sources::default());
    let (file, files) = (FileId(0), [].as_slice());
    bencher.bench(|| {
        read_language_file(&LanguageFileInput {
            file,
            source,
            files,
            sources,
            kind,
            finds_alike: false,
            language,
            config,
            highlights,
        })
    });
}

/// A block of 20 lines that nobody has seen.
#[divan::bench(args = ["bash", "go", "javascript", "python", "rust", "toml"])]
fn highlight_a_block(bencher: Bencher, language: &str) {
    let article = |n| corpus::article(SHAPE, Page::Dimension(n), "en", &|_| String::new());
    let block = (0..SHAPE.dimensions).find_map(|n| {
        let text = article(n);
        let (_, after) = text.split_once(&format!("```{language}\n"))?;
        Some(after.split("```").next()?.to_owned())
    });
    let (block, fence) = (block.expect("a block"), Fence::parse(language).0);
    HighlightCache::default().html(&block, &fence); // The grammar is compiled once in a build.
    bencher.bench(|| HighlightCache::default().html(black_box(&block), &fence));
}

/// Everything but writing, with no code seen before.
#[divan::bench]
fn build_480_pages(bencher: Bencher) {
    root();
    bencher.bench(|| build(root(), &Options::default()));
}

/// The same with all code seen before: parsing, linking and rendering.
#[divan::bench]
fn build_480_pages_with_code_highlighted_before(bencher: Bencher) {
    root();
    let cache = Cache::default();
    build_with(root(), &Options::default(), &cache);
    bencher.bench(|| build_with(root(), &Options::default(), &cache));
}

/// All files into an empty folder.
#[divan::bench]
fn write_480_pages(bencher: Bencher) {
    let built = build(root(), &Options::default());
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    bencher
        .with_inputs(|| {
            let _ = std::fs::remove_dir_all(&out);
        })
        .bench_values(|()| {
            let writing = Writing::into(&out).expect("a folder to write into");
            built.outputs.iter().for_each(|output| writing.write(output.clone()));
            writing.commit().expect("written")
        });
}
