//! What is wrong with a site, as data: a code, a severity, a place, a message that stands alone, and a remedy.
//! Stages collect these and go on; only a command decides what follows from them. Printers are beside.

mod baseline;
mod cause;
mod consequences;
mod explain;
mod human;
mod levels;
mod machine;
mod matter;
mod mend;
mod nearest;
mod overview;
mod printable;
mod sarif;

pub use baseline::Baseline;
pub use cause::Cause;
pub use consequences::without_consequences;
pub use explain::{Explanation, explained_languages, explanations, manual_address};
pub use human::human;
pub use levels::{Level, Levels};
pub use machine::{github, json};
pub use matter::Matter;
pub use mend::{Certainty, Mend};
pub use nearest::{Guesses, is_slip, nearest, quoted_list};
pub use overview::{errors_first, overview};
pub use printable::{printable, printable_lines};
pub use sarif::sarif;

use serde::{Deserialize, Serialize};

use crate::text::{Sources, Span, find_invisible};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The site is written; `--strict` makes it an error.
    Warning,
}

/// Whether anything is wrong enough to stop a build.
pub fn has_errors(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

macro_rules! codes {
    ($(#[doc = $doc:literal] $name:ident = $text:literal,)*) => {
        /// What kind of fault it is; its text is stable, so that people can search for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code { $(#[doc = $doc] $name,)* }

        impl Code {
            /// All of them, in this order.
            pub const ALL: &'static [Self] = &[$(Code::$name,)*];

            /// The code of a text that is printed.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }

            /// What it means, in one line.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $doc,)* }.trim()
            }

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// A file that cannot be read.
    Unreadable = "unreadable",
    /// Bytes that are not UTF-8.
    InvalidUtf8 = "invalid-utf8",
    /// A conflict that a merge has left.
    MergeConflict = "merge-conflict",
    /// TOML that does not parse.
    InvalidToml = "invalid-toml",
    /// YAML that does not parse, in front matter.
    InvalidYaml = "invalid-yaml",
    /// No `site.toml`, or no content at all.
    NoSite = "no-site",
    /// A key that nothing reads.
    UnknownKey = "unknown-key",
    /// A key that has to be there.
    MissingKey = "missing-key",
    /// A value of the wrong type, or out of range.
    InvalidValue = "invalid-value",
    /// A name of something that site.toml does not list.
    UnknownName = "unknown-name",
    /// Front matter that does not begin or end.
    FrontMatter = "front-matter",
    /// Two pages at one address, or two files of the site at one path.
    DuplicatePath = "duplicate-path",
    /// A file of the site whose name no file can have, or not on every system.
    InvalidPath = "invalid-path",
    /// Two pages at one place in the order.
    DuplicateOrder = "duplicate-order",
    /// A folder of pages that has no title, or one with a title that has no pages.
    Group = "group",
    /// Two terms with one title, two sources that are one, or a page that is a copy of another.
    DuplicateTitle = "duplicate-title",
    /// A date that lies in the future.
    FutureDate = "future-date",
    /// A text that is still as `muwazana new` wrote it.
    Placeholder = "placeholder",
    /// Two headings of a page, or two charts of the site, with one id.
    DuplicateId = "duplicate-id",
    /// A folder name or a slug that makes no good address.
    InvalidSlug = "invalid-slug",
    /// An address that the site was published with, and that leads nowhere now.
    LostAddress = "lost-address",
    /// A link to a page or file that is not there.
    BrokenLink = "broken-link",
    /// A link to a heading that is not there.
    BrokenAnchor = "broken-anchor",
    /// A link without words.
    EmptyLink = "empty-link",
    /// A link that several pages answer to.
    AmbiguousLink = "ambiguous-link",
    /// A citation that sources.toml does not list.
    UnknownCitation = "unknown-citation",
    /// An image that is not there.
    MissingImage = "missing-image",
    /// An image that no browser can show.
    DamagedFile = "damaged-file",
    /// An image that readers wait for.
    LargeImage = "large-image",
    /// A file beside a page that is of no type that is published.
    FileType = "file-type",
    /// A column that a chart names and its data lacks.
    UnknownColumn = "unknown-column",
    /// A cell of a CSV file that a chart cannot show.
    InvalidCell = "invalid-cell",
    /// Parts of a whole that do not add up to it.
    ShareSum = "share-sum",
    /// A colour of text that cannot be told well from what is behind it.
    Contrast = "contrast",
    /// A template that does not load or render.
    Template = "template",
    /// A copy of a default that has changed since.
    OldDefault = "old-default",
    /// An interface message that is missing or malformed.
    Message = "message",
    /// Raw HTML where the site forbids it, or of a kind that is taken out.
    RawHtml = "raw-html",
    /// A page that a language lacks.
    MissingTranslation = "missing-translation",
    /// A section that a language lacks.
    MissingSection = "missing-section",
    /// A heading whose id is not that of its counterpart in another language.
    SectionId = "section-id",
    /// Sections in another order than in the first language.
    SectionOrder = "section-order",
    /// A section whose counterpart in another language has changed, and it has not.
    Behind = "behind",
    /// A section that holds other figures, charts or sources in two languages.
    LanguagesDiffer = "languages-differ",
    /// A dimension that no page links to.
    Orphan = "orphan",
    /// A term that no page uses.
    UnusedTerm = "unused-term",
    /// A source that no page cites.
    UncitedSource = "uncited-source",
    /// A source whose `review_by` has passed.
    SourceReview = "source-review",
    /// A place on an axis that is surer than its evidence.
    NarrowJudgement = "narrow-judgement",
    /// An address of another site that is another for good now.
    AddressMoved = "address-moved",
    /// An address of another site at which nothing is any more.
    AddressGone = "address-gone",
    /// An address of another site that could not be checked.
    AddressUnreachable = "address-unreachable",
    /// A source that has changed since it was read.
    SourceChanged = "source-changed",
    /// An image without alternative text.
    NoAlternative = "no-alternative",
    /// A heading more than one level below the one before it.
    SkippedLevel = "skipped-level",
    /// A figure without a citation in its paragraph.
    UncitedFigure = "uncited-figure",
    /// A control character, which no text may hold.
    ControlCharacter = "control-character",
    /// Code that stays plain, because its lines are too long to be coloured in good time.
    PlainCode = "plain-code",
    /// A diagram in Mermaid, which readers get as its source.
    Mermaid = "mermaid",
    /// A formula whose TeX is wrong or not known.
    InvalidMath = "invalid-math",
    /// A heading or an element with an id that cannot be one.
    InvalidId = "invalid-id",
    /// An invisible bidirectional control character.
    BidiControl = "bidi-control",
    /// Code that was typed in the order in which a right-to-left text would show it.
    TurnedCode = "turned-code",
    /// Punctuation of another script.
    Punctuation = "punctuation",
    /// A mark of Markdown, or of another generator, that readers would see as it is.
    Markup = "markup",
    /// A footnote that nothing refers to, or that is defined twice.
    Footnote = "footnote",
    /// A letter from another language's keyboard.
    ForeignLetter = "foreign-letter",
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Where; nothing for what has no place in a file.
    pub span: Option<Span>,
    /// One sentence that can be understood without the excerpt.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// How it bears on others; nothing for most faults.
    bearing: Option<Box<Bearing>>,
    /// The slip of which it may be one of several faults; nothing for most faults.
    cause: Option<Box<Cause>>,
    /// What takes it away; nothing for most faults.
    mend: Option<Box<Mend>>,
}

/// How a fault bears on others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Bearing {
    /// What it puts in doubt.
    doubts: Vec<Matter>,
    /// What it rests on.
    premises: Vec<Matter>,
    /// The places whose change or difference it tells of; none for most faults.
    passages: Vec<Span>,
    /// The other faults of the same slip, which it tells of.
    others: Vec<Diagnostic>,
}

impl Diagnostic {
    /// An error without a place yet.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            span: None,
            message: message.into(),
            help: None,
            bearing: None,
            cause: None,
            mend: None,
        }
    }

    /// A warning without a place yet.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// The error of a character that [`find_control`](crate::text::find_control) has found, without its place.
    pub fn control_character(c: char) -> Self {
        let message = format!("here stands the control character U+{:04X}", u32::from(c));
        Self::error(Code::ControlCharacter, message)
            .help("delete it: a text holds no control characters but tabs and line ends")
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The other faults of the same slip, each with its own place and remedy; none for most faults.
    pub fn others(&self) -> &[Self] {
        self.bearing.as_ref().map_or(&[], |bearing| &bearing.others)
    }

    /// This one and the others of the same slip.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.others())
    }

    /// The same, apart from the others of the same slip.
    pub fn apart(mut self) -> (Self, Vec<Self>) {
        let others = self.bearing.as_mut().map(|bearing| std::mem::take(&mut bearing.others));
        (self, others.unwrap_or_default())
    }

    /// The same, which tells of these faults, too.
    #[must_use]
    pub fn told_with(mut self, others: Vec<Self>) -> Self {
        if !others.is_empty() {
            self.bearing.get_or_insert_default().others.extend(others);
        }
        self
    }

    /// Forgets the places that a text has no more.
    pub fn retain_places(&mut self, is_there: impl Fn(&Span) -> bool) {
        self.span = self.span.filter(&is_there);
        if let Some(bearing) = &mut self.bearing {
            bearing.others.retain(|other| other.span.as_ref().is_some_and(&is_there));
        }
    }

    /// The same with a remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What it puts in doubt: other faults may be its consequences.
    pub fn doubts(&self) -> &[Matter] {
        self.bearing.as_ref().map_or(&[], |bearing| &bearing.doubts)
    }

    /// What it rests on: where that is in doubt, it is left out.
    pub fn premises(&self) -> &[Matter] {
        self.bearing.as_ref().map_or(&[], |bearing| &bearing.premises)
    }

    /// The same, which puts a matter in doubt.
    #[must_use]
    pub fn doubting(mut self, matter: Matter) -> Self {
        push_only(&mut self.bearing.get_or_insert_default().doubts, matter);
        self
    }

    /// The same, which holds only where a matter is not in doubt.
    #[must_use]
    pub fn resting_on(mut self, matter: Matter) -> Self {
        push_only(&mut self.bearing.get_or_insert_default().premises, matter);
        self
    }

    /// The passages whose change or difference it tells of: while something else is wrong there, it is left out.
    pub fn passages(&self) -> &[Span] {
        self.bearing.as_ref().map_or(&[], |bearing| &bearing.passages)
    }

    /// The same, which holds only where nothing else is wrong in a passage.
    #[must_use]
    pub fn resting_on_passage(mut self, passage: Span) -> Self {
        push_only(&mut self.bearing.get_or_insert_default().passages, passage);
        self
    }

    /// The slip of which it may be one of several faults.
    pub fn cause(&self) -> Option<&Cause> {
        self.cause.as_deref()
    }

    /// The same, which is told once of all that have its cause.
    #[must_use]
    pub fn because_of(mut self, cause: Cause) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }

    /// The same, with "did you mean" as the remedy if a candidate is near enough, else with `otherwise`.
    #[must_use]
    pub fn nearest<'a>(self, name: &str, candidates: impl IntoIterator<Item = &'a str>, otherwise: &str) -> Self {
        match (nearest(name, candidates), find_invisible(name)) {
            (Some(near), Some(c)) => {
                self.help(format!("in it stands the invisible U+{:04X}; did you mean `{near}`?", u32::from(c)))
            }
            (Some(near), None) => self.help(format!("did you mean `{near}`?")).likely_mended(name, near),
            (None, _) => self.help(otherwise),
        }
    }
}

/// Most faults have one such matter, and there may be very many faults.
fn push_only<T>(matters: &mut Vec<T>, matter: T) {
    matters.reserve_exact(1);
    matters.push(matter);
}

/// Puts faults in the order in which people read: by file, then by place, errors first at one place.
pub fn sort(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| d.span.map(|span| (sources.get(span.file).path.clone(), span.start, span.end));
        (key(a), a.severity, a.code, &a.message).cmp(&(key(b), b.severity, b.code, &b.message))
    });
    diagnostics.dedup();
}
