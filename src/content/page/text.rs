//! What a language file becomes.

use serde::{Deserialize, Serialize};

use super::section_facts::SectionFacts;
use crate::content::article::Body;
use crate::text::{Located, Span};

/// One page's words in one language.
#[derive(Debug, Serialize, Deserialize)]
pub struct PageText {
    /// The file, for faults of the page as a whole.
    pub top: Span,
    /// The page's title; plain text.
    pub title: String,
    /// What lists that name the page again and again call it, if not by its title; plain text.
    pub short_title: Option<String>,
    /// One or two sentences; plain text.
    pub summary: String,
    /// Whether the summary is the first paragraph of the article, and need not stand above it.
    pub is_summary_in_article: bool,
    /// Other names that people search for.
    pub aliases: Vec<Located<String>>,
    /// Old paths below the language's folder that lead here.
    pub redirects: Vec<Located<String>>,
    /// The template that the page has in place of that of its kind: a file of `templates/pages/`.
    pub template: Option<Located<String>>,
    /// The picture that is shown where a link to the page is shared, by its number in [`Body::images`](crate::content::Body::images).
    pub image: Option<usize>,
    /// What is said of each subject, in their order; empty for pages that are no dimension.
    pub stances: Vec<String>,
    /// The names of the two ends of the axis.
    pub poles: Option<[String; 2]>,
    /// The article.
    pub body: Body,
    /// By section, in their order, what stands for its text; the first, with the empty id, for all before the sections.
    pub digests: Vec<(String, String)>,
    /// By section, in the same order, what it holds beside words.
    pub section_facts: Vec<SectionFacts>,
    /// What stands for the article alone.
    pub article_digest: ArticleDigest,
}

/// What stands for the words of an article without its head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleDigest {
    /// Blind to where lines break.
    pub digest: String,
    /// Whether most of its letters run from right to left.
    pub is_right_to_left: bool,
}

impl PageText {
    /// The texts of the head that say in each language the same. Each field is named here, so that none is forgotten.
    pub fn translated_head(&self) -> impl Iterator<Item = &String> {
        let Self {
            title,
            short_title,
            summary,
            stances,
            poles,
            top: _,
            is_summary_in_article: _,
            aliases: _,
            redirects: _,
            template: _,
            image: _,
            body: _,
            digests: _,
            section_facts: _,
            article_digest: _,
        } = self;
        [title].into_iter().chain(short_title).chain([summary]).chain(stances).chain(poles.iter().flatten())
    }
}
