//! What has a name in a site, and how that is written.

use std::ops::Range;

use crate::build::SiteModel;
use crate::config::LanguageId;
use crate::content::{Heading, PageText, Target};
use crate::site::{PageId, Resolved};

/// What has a name in a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A page.
    Page(PageId),
    /// A section of a page, by its id.
    Section(PageId, String),
    /// A source, by its key.
    Source(String),
}

/// All headings of the second and third level, in order.
pub fn headings(words: &PageText) -> impl Iterator<Item = &Heading> {
    words.body.sections.iter().flat_map(|section| section.heading.iter().chain(&section.inner))
}

/// Where the id of a heading is written, if it is.
pub fn written_id(text: &str, heading: &Heading) -> Option<Range<usize>> {
    let written = text.get(heading.span.start..heading.span.end)?;
    let at = written.rfind("{#")? + 2;
    let end = at + written[at..].find(|c: char| c == '}' || c.is_whitespace())?;
    Some(heading.span.start + at..heading.span.start + end)
}

/// The inside of a text in quotation marks.
pub fn unquoted(text: &str, range: Range<usize>) -> Range<usize> {
    let written = text.get(range.clone()).unwrap_or_default();
    match written.starts_with(['"', '\'']) && written.len() >= 2 {
        true => range.start + 1..range.end - 1,
        false => range,
    }
}

/// Where a link of a page leads. The site knows the links of the last state without errors; one that is as it was then leads
/// where it led.
pub fn resolve<'m>(
    model: &'m SiteModel<'_>,
    page: PageId,
    language: LanguageId,
    target: &Target,
) -> Option<&'m Resolved> {
    let page = model.site.page(page);
    let face = page.input.faces[language.0].as_ref()?;
    let at = face.links.iter().position(|known| known == target)?;
    page.links[language.0].get(at)?.as_ref()
}
