//! What a site has beside the pages of its folders: pages and files that are made of others.

use crate::diagnostic::Matter;

/// A page that is made of others and has no folder of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Generated {
    /// All dimensions by all subjects.
    Matrix,
    /// How alike the subjects come out as a reader weighs the dimensions.
    Balance,
    /// What the judgements rest on.
    Evidence,
    /// The charts, and the scale.
    Charts,
    /// The bibliography.
    Sources,
    /// Search, and all pages with their sections in a row.
    Search,
    /// How far the languages go together.
    Status,
}

impl Generated {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Matrix, Self::Balance, Self::Evidence, Self::Charts, Self::Sources, Self::Search, Self::Status];

    /// The one that has a path below the language's folder.
    pub fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|generated| generated.path() == path)
    }

    /// Whether the program makes a page or a file there itself, so that no page can have the path.
    pub fn is_taken(path: &str) -> bool {
        let is_file = SiteFile::ALL.into_iter().any(|file| file.path() == path);
        is_file || Self::at(path).is_some() || matches!(path, "llms.txt" | "llms-full.txt" | "404.html" | "index.html")
    }

    /// What settles whether it is made.
    pub fn premise(self) -> Option<Matter> {
        match self {
            Self::Matrix | Self::Balance | Self::Evidence => Some(Matter::Subjects),
            Self::Sources => Some(Matter::Sources),
            Self::Status => Some(Matter::Languages),
            Self::Charts | Self::Search => None,
        }
    }

    /// Its path below the language's folder.
    pub fn path(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Balance => "balance",
            Self::Evidence => "evidence",
            Self::Charts => "charts",
            Self::Sources => "sources",
            Self::Search => "search",
            Self::Status => "status",
        }
    }
}

/// A file that is made of others and is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SiteFile {
    /// What has changed of late.
    Feed,
    /// How judgements have changed.
    Judgements,
    /// The matrix for spreadsheets.
    MatrixCsv,
    /// All addresses, for search engines.
    Sitemap,
    /// What programs may read.
    Robots,
    /// The marks of the first two subjects.
    Icon,
    /// The same for telephones.
    TouchIcon,
    /// What a browser needs to keep the site among its programs.
    Manifest,
    /// The pages as a book.
    Book,
}

impl SiteFile {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Feed,
        Self::Judgements,
        Self::MatrixCsv,
        Self::Sitemap,
        Self::Robots,
        Self::Icon,
        Self::TouchIcon,
        Self::Manifest,
        Self::Book,
    ];

    /// Its path, below the folder of a language if there is one for each.
    pub fn path(self) -> &'static str {
        match self {
            Self::Feed => "feed.xml",
            Self::Judgements => "evidence/changes.xml",
            Self::MatrixCsv => "matrix/matrix.csv",
            Self::Sitemap => "sitemap.xml",
            Self::Robots => "robots.txt",
            Self::Icon => "icon.svg",
            Self::TouchIcon => "apple-touch-icon.png",
            Self::Manifest => "site.webmanifest",
            Self::Book => "book.epub",
        }
    }

    /// Whether there is one for each language.
    pub fn is_of_language(self) -> bool {
        matches!(self, Self::Feed | Self::Judgements | Self::MatrixCsv | Self::Manifest | Self::Book)
    }
}
