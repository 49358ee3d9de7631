//! Labels of a chart that were copied from the chart of another language.

use crate::content::page::LanguageFileInput;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Direction, is_right_to_left};
use crate::text::Located;

/// Labels of which all are in letters from right to left, in a language that is written from left to right: a name may stay
/// as it is, and names in Latin letters stand in any language.
pub fn of_another_language(
    labels: &[(Located<String>, Located<String>)],
    input: &LanguageFileInput<'_>,
) -> Option<Diagnostic> {
    let locale = &input.config.at(input.language).locale;
    let letters = |label: &str| label.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
    let mut worded = labels.iter().filter(|(_, label)| !letters(&label.value).is_empty()).peekable();
    let (_, first) = worded.peek()?;
    let at = first.span;
    let is_other =
        |(_, label): &(Located<String>, Located<String>)| letters(&label.value).into_iter().all(is_right_to_left);
    let fits = locale.direction == Direction::Ltr && worded.clone().count() > 1 && worded.all(is_other);
    let message = "the labels of this chart are those of another language";
    fits.then(|| {
        Diagnostic::warning(Code::MissingTranslation, message).at(at).help("write them in the language of the page")
    })
}
