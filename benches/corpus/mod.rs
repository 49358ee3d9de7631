//! A comparison of any size, the same on every machine: what the benchmarks build, and what the tests that count work
//! build. `write` makes it for Muwazana; `hugo` beside makes the same pages for Hugo. Nothing of it is read back.

#![allow(dead_code, reason = "each benchmark and test uses its own part")]

mod code;
pub mod hugo;
mod words;

use words::{ARABIC, ENGLISH, Tongue};

/// How large a corpus is. Pages are `dimensions + terms` folders, each in every language.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Comparison points.
    pub dimensions: usize,
    /// Entries of the glossary.
    pub terms: usize,
    /// From 1 to 6: Arabic, English, then English words under other tags.
    pub languages: usize,
}

impl Shape {
    /// Two languages, and a term for every five dimensions: 1,000 of them are 2,400 pages.
    pub fn of(dimensions: usize) -> Self {
        Self { dimensions, terms: dimensions.div_ceil(5), languages: 2 }
    }

    /// Pages with ~700 words, in all languages.
    pub fn pages(self) -> usize {
        (self.dimensions + self.terms) * self.languages
    }

    /// Pages with two blocks of code, in one language.
    pub fn coded(self) -> usize {
        self.dimensions.div_ceil(CODE_EVERY) + self.terms.div_ceil(CODE_EVERY)
    }
}

/// The ids of the shared sections.
pub const SECTIONS: [&str; 6] = ["idea", "repeats", "evidence", "limits", "changes", "sum"];

/// Code stands on every fourth page.
const CODE_EVERY: usize = 4;

const TAGS: [(&str, &str); 6] =
    [("ar", "العربية"), ("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español"), ("tr", "Türkçe")];

/// The tags and names of the first languages.
pub fn tags(shape: Shape) -> &'static [(&'static str, &'static str)] {
    &TAGS[..shape.languages]
}

fn tongue(tag: &str) -> &'static Tongue {
    if tag == "ar" { &ARABIC } else { &ENGLISH }
}

/// SplitMix64: enough for words, and the same everywhere.
pub struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x1234_5678_9abc_def0))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end as u64).unwrap_or(0)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// A page of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Dimension(usize),
    Term(usize),
}

impl Page {
    /// The last part of its path.
    pub fn name(self) -> String {
        match self {
            Self::Dimension(n) => format!("point-{n:05}"),
            Self::Term(n) => format!("term-{n:05}"),
        }
    }

    /// Below `content/`.
    pub fn path(self) -> String {
        match self {
            Self::Dimension(_) => format!("dimensions/{}", self.name()),
            Self::Term(_) => format!("terms/{}", self.name()),
        }
    }

    fn number(self) -> usize {
        match self {
            Self::Dimension(n) | Self::Term(n) => n,
        }
    }

    fn seed(self) -> u64 {
        match self {
            Self::Dimension(n) => n as u64 * 2,
            Self::Term(n) => n as u64 * 2 + 1,
        }
    }
}

/// All pages, dimensions first.
pub fn pages(shape: Shape) -> impl Iterator<Item = Page> {
    (0..shape.dimensions).map(Page::Dimension).chain((0..shape.terms).map(Page::Term))
}

/// What is true of a dimension in every language.
pub struct Facts {
    pub kind: &'static str,
    pub order: usize,
    pub related: [usize; 3],
    pub day: String,
    pub axis: [usize; 2],
}

/// The facts of dimension `n`.
pub fn facts(shape: Shape, n: usize) -> Facts {
    let mut random = Random::new(n as u64 + 77);
    // Any but itself.
    let mut other = || (n + 1 + random.below(shape.dimensions.saturating_sub(1).max(1))) % shape.dimensions;
    let related = [other(), other(), other()];
    Facts {
        kind: ["similarity", "difference", "synthesis"][n % 3],
        order: n * 10,
        related,
        day: format!("20{:02}-{:02}-{:02}", 20 + n % 6, 1 + n % 12, 1 + n % 28),
        axis: [random.below(101), random.below(101)],
    }
}

/// A link of the corpus: where to, to which section, and with which words; those of the target's title where none.
pub struct Link {
    pub to: Page,
    pub section: Option<&'static str>,
    pub words: Option<String>,
}

/// The four links of a page. Every dimension and every term is led to by some page.
pub fn links(shape: Shape, page: Page) -> [(Page, Option<&'static str>); 4] {
    let mut random = Random::new(page.seed() + 5);
    let n = page.number();
    let any = Page::Dimension(random.below(shape.dimensions));
    let section = Some(SECTIONS[random.below(SECTIONS.len())]);
    let term = Page::Term(n % shape.terms);
    let other = Page::Dimension(random.below(shape.dimensions));
    [(Page::Dimension((n + 1) % shape.dimensions), None), (any, section), (term, None), (other, None)]
}

/// Writes a sentence of nine to fifteen words.
fn sentence(tongue: &Tongue, random: &mut Random) -> String {
    let mut text = String::new();
    if random.below(3) == 0 {
        text.push_str(random.pick(tongue.openings));
        text.push_str(tongue.comma);
        text.push(' ');
    }
    let clause = |text: &mut String, random: &mut Random| {
        // An Arabic sentence begins with its verb.
        let (noun, verb) = (random.pick(tongue.nouns), random.pick(tongue.verbs));
        let (first, second) = if tongue.comma == "،" { (verb, noun) } else { (noun, verb) };
        text.push_str(&format!("{first} {second} {}", random.pick(tongue.nouns)));
        if random.below(2) == 0 {
            text.push_str(&format!(" {}", random.pick(tongue.adjectives)));
        }
    };
    clause(&mut text, random);
    text.push_str(tongue.comma);
    text.push(' ');
    text.push_str(tongue.and);
    clause(&mut text, random);
    if random.below(8) == 0 {
        text.push_str(&format!(" ({})", random.pick(tongue.names)));
    }
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

fn paragraph(tongue: &Tongue, random: &mut Random, sentences: usize) -> String {
    (0..sentences).map(|_| sentence(tongue, random)).collect::<Vec<_>>().join(" ")
}

fn phrase(tongue: &Tongue, random: &mut Random) -> String {
    format!("{} {}", random.pick(tongue.nouns), random.pick(tongue.adjectives))
}

/// What a page says in one language, beside its article.
pub struct Front {
    pub title: String,
    pub summary: String,
    pub stances: [String; 2],
    pub poles: [String; 2],
}

/// The front matter of a page in a language.
pub fn front(page: Page, tag: &str) -> Front {
    let tongue = tongue(tag);
    let mut random = Random::new(page.seed() * 8 + tag.len() as u64 + u64::from(tag.as_bytes()[0]));
    let random = &mut random;
    Front {
        title: format!("{} {}", phrase(tongue, random), page.number() + 1),
        summary: paragraph(tongue, random, 2),
        stances: [sentence(tongue, random), sentence(tongue, random)],
        poles: [phrase(tongue, random), phrase(tongue, random)],
    }
}

/// The article of a page in a language: about 700 words in six sections, `link` written as the generator wants it.
pub fn article(shape: Shape, page: Page, tag: &str, link: &dyn Fn(Link) -> String) -> String {
    let tongue = tongue(tag);
    let mut random = Random::new(page.seed() * 16 + 3 + u64::from(tag.as_bytes()[0]) + u64::from(tag.as_bytes()[1]));
    let random = &mut random;
    let [next, anchored, term, again] = links(shape, page);
    let words = |random: &mut Random| Some(phrase(tongue, random));
    let mut text = format!("{}\n", paragraph(tongue, random, 3));
    for (n, id) in SECTIONS.into_iter().enumerate() {
        text.push_str(&format!("\n## {} {{#{id}}}\n\n", tongue.sections[n]));
        text.push_str(&paragraph(tongue, random, 4));
        match n {
            0 => text.push_str(&format!(" {}.", link(Link { to: next.0, section: None, words: None }))),
            1 => text.push_str(&format!(
                "[^one] {}.",
                link(Link { to: anchored.0, section: anchored.1, words: words(random) })
            )),
            3 => text.push_str(&format!(" {}.[^two]", link(Link { to: term.0, section: None, words: None }))),
            4 => text.push_str(&format!(" {}.", link(Link { to: again.0, section: None, words: words(random) }))),
            _ => {}
        }
        text.push_str("\n\n");
        text.push_str(&paragraph(tongue, random, 3));
        text.push_str("\n\n");
        match n {
            1 => (0..4).for_each(|_| text.push_str(&format!("- {}\n", sentence(tongue, random)))),
            2 => {
                text.push_str(&format!("| {} |\n|---|---|---|\n", tongue.columns.join(" | ")));
                for _ in 0..4 {
                    let cells: Vec<_> = (0..3).map(|_| phrase(tongue, random)).collect();
                    text.push_str(&format!("| {} |\n", cells.join(" | ")));
                }
            }
            3 => text.push_str(&format!("> {}\n", paragraph(tongue, random, 2))),
            // The same two blocks in every language.
            4 if page.number().is_multiple_of(CODE_EVERY) => {
                let mut shared = Random::new(page.seed() + 999);
                for block in 0..2 {
                    let (language, code) = code::block(&mut shared, page.number() / CODE_EVERY * 2 + block);
                    text.push_str(&format!("```{language}\n{code}```\n\n"));
                }
            }
            _ => {}
        }
    }
    for note in ["one", "two"] {
        text.push_str(&format!("\n[^{note}]: {}\n", sentence(tongue, random)));
    }
    text
}

/// Hands out every file of the corpus for Muwazana, by its path: `put` writes it, or counts it.
pub fn write(shape: Shape, put: &mut dyn FnMut(&str, &str)) {
    put("site.toml", &settings(shape));
    for (n, (tag, name)) in tags(shape).iter().enumerate() {
        for (path, title) in [("", "home"), ("dimensions/", "dimensions"), ("terms/", "terms")] {
            // English words that are those of no other language, which would be taken for copies.
            let mut random = Random::new((title.len() + 100 * n.saturating_sub(1)) as u64);
            let words = paragraph(tongue(tag), &mut random, 3);
            let text = format!("+++\ntitle = \"{title} {name}\"\nsummary = \"{words}\"\n+++\n\n{words}\n");
            put(&format!("content/{path}{tag}.md"), &text);
        }
        if !matches!(*tag, "ar" | "en") {
            put(&format!("templates/i18n/{tag}.ftl"), include_str!("../../templates/i18n/en.ftl"));
        }
    }
    for page in pages(shape) {
        let folder = format!("content/{}", page.path());
        if let Page::Dimension(n) = page {
            let Facts { kind, order, related, day, axis: [llm, chain] } = facts(shape, n);
            let mut related: Vec<_> = related.map(|n| format!("\"{}\"", Page::Dimension(n).name())).into();
            // In a small site one may come twice.
            related.sort_unstable();
            related.dedup();
            let related = related.join(", ");
            put(
                &format!("{folder}/page.toml"),
                &format!(
                    "kind = \"{kind}\"\norder = {order}\nrelated = [{related}]\ndate = {day}\n\n[axis]\nllm = {llm}\nchain = {chain}\n"
                ),
            );
        }
        for (tag, _) in tags(shape) {
            put(&format!("{folder}/{tag}.md"), &words_file(shape, page, tag));
        }
    }
}

/// One language file.
pub fn words_file(shape: Shape, page: Page, tag: &str) -> String {
    let Front { title, summary, stances: [llm, chain], poles: [start, end] } = front(page, tag);
    let mut text = format!("+++\ntitle = \"{title}\"\nsummary = \"{summary}\"\n");
    if matches!(page, Page::Dimension(_)) {
        text.push_str(&format!(
            "\n[stance]\nllm = \"{llm}\"\nchain = \"{chain}\"\n\n[axis]\nstart = \"{start}\"\nend = \"{end}\"\n"
        ));
    }
    text.push_str("+++\n\n");
    let own = page.path();
    text.push_str(&article(shape, page, tag, &|link: Link| {
        let anchor = link.section.map_or(String::new(), |id| format!("#{id}"));
        match link.words {
            None => format!("[[{}{anchor}]]", link.to.name()),
            Some(words) if link.section.is_some() => format!("[[{}{anchor}|{words}]]", link.to.name()),
            Some(words) => format!("[{words}]({}{}/)", "../".repeat(own.split('/').count()), link.to.path()),
        }
    }));
    text
}

fn settings(shape: Shape) -> String {
    let mut text = "base_url = \"https://example.org/\"\n".to_owned();
    for (tag, name) in tags(shape) {
        text.push_str(&format!("\n[[languages]]\ntag = \"{tag}\"\nname = \"{name}\"\n"));
    }
    for (id, arabic, english, accent) in
        [("llm", "النماذج اللغوية", "Language models", "#a3312b"), ("chain", "سلاسل الكتل", "Blockchains", "#1d5c7a")]
    {
        let name = |tag: &str| if tag == "ar" { arabic } else { english };
        let names: Vec<_> = tags(shape).iter().map(|(tag, _)| format!("{tag} = \"{}\"", name(tag))).collect();
        text.push_str(&format!(
            "\n[[subjects]]\nid = \"{id}\"\nname = {{ {} }}\naccent = \"{accent}\"\n",
            names.join(", ")
        ));
    }
    text
}
