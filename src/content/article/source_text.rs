//! What is done to the text of an article before Markdown is parsed: see each of the files that find changes.

use super::components::component_lines;
use super::containers::{ContainerFault, ContainersByPlace, containers};
use super::edited_text::{EditedText, free_separator};
use super::emoji::colon_lines;
use super::emphasis::emphasis;
use super::heading_blanks::heading_blanks;
use super::list_digits::list_digits;

/// An article that is ready to be parsed.
pub struct SourceText<'a> {
    /// Its text.
    pub text: EditedText<'a>,
    /// The quotations in it that stand for containers.
    pub containers: ContainersByPlace,
    /// What is wrong with containers, by places in the text as it was written.
    pub faults: Vec<ContainerFault>,
}

impl<'a> SourceText<'a> {
    /// Finds what has to be changed in a text, and changes it.
    pub fn new(markdown: &'a str) -> Self {
        let mut changes = Vec::new();
        let Some(separator) = free_separator(markdown) else {
            let text = EditedText::new(markdown, changes, None);
            return Self { text, containers: ContainersByPlace::new(), faults: Vec::new() };
        };
        // The marks of containers come before whatever else is changed at the beginning of a line.
        let (containers, faults) = containers(markdown, separator, &mut changes);
        // A line without words would end a container.
        if containers.is_empty() {
            component_lines(markdown, &mut changes);
        }
        list_digits(markdown, &mut changes);
        heading_blanks(markdown, &mut changes);
        colon_lines(markdown, separator, &mut changes);
        emphasis(markdown, separator, &mut changes);
        Self { text: EditedText::new(markdown, changes, Some(separator)), containers, faults }
    }

    /// A text inside HTML, in which no containers are looked for.
    pub fn without_containers(markdown: &'a str) -> EditedText<'a> {
        let mut changes = Vec::new();
        let separator = free_separator(markdown);
        list_digits(markdown, &mut changes);
        heading_blanks(markdown, &mut changes);
        if let Some(separator) = separator {
            colon_lines(markdown, separator, &mut changes);
            emphasis(markdown, separator, &mut changes);
        }
        EditedText::new(markdown, changes, separator)
    }
}

/// Lines without the white space that all of them begin with.
pub fn without_indentation(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let lines = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let common = lines.map(indentation).min().unwrap_or(0);
    let mut shown = String::with_capacity(text.len());
    for (n, line) in text.split_inclusive('\n').enumerate() {
        shown.push_str(if n > 0 { line.get(common..).unwrap_or("\n") } else { line });
    }
    shown
}
