//! Citations of sources that there are not.

use super::{Site, SourceId};
use crate::diagnostic::{Cause, Code, Diagnostic, Guesses, Matter, nearest, quoted_list};
use crate::text::Located;

/// More keys than this have a beginning in common by chance.
const MOST_BEGUN: usize = 4;

/// What is said of a key that no source has; `otherwise` is what to do where none is near. What cites a source is known already.
pub(super) fn unknown_source(site: &Site, key: &str, guesses: &Guesses, otherwise: &str) -> Diagnostic {
    let is_guessed = guesses.allow(site.bibliography.len());
    let keys = || site.bibliography.iter().map(|source| source.key.value.as_str()).take_while(|_| is_guessed);
    let fault = Diagnostic::error(Code::UnknownCitation, format!("no source has the key `{key}`"));
    let parts: Vec<&str> = key.split([',', '،', '؛', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| site.source_of_key(part).is_some()) {
        let matter = |part: &&str| Matter::Citation((*part).to_owned());
        let fault = parts.iter().map(matter).fold(fault, Diagnostic::doubting);
        return fault.help(format!("these are several: in a cell a semicolon parts them, {}", parts.join(";")));
    }
    let fault = fault.resting_on(Matter::Sources);
    // Where no key is nearly this one, it may be the beginning of one, or the whole of which one is the beginning.
    let begins =
        |known: &&str| key.chars().count() > 3 && (known.starts_with(key) || key.starts_with(known) && known.len() > 3);
    let begun: Vec<&str> =
        if nearest(key, keys()).is_none() { keys().filter(begins).take(MOST_BEGUN + 1).collect() } else { Vec::new() };
    let fault = match begun[..] {
        [] => fault.nearest(key, keys(), otherwise),
        [meant] => fault.help(format!("did you mean `{meant}`?")).likely_mended(key, meant),
        _ if begun.len() > MOST_BEGUN => fault.help(otherwise),
        _ => fault.help(format!("did you mean {}?", quoted_list(begun.iter().copied()))),
    };
    let near = fault.meant().and_then(|(_, near)| site.source_of_key(near));
    let Some(uncited) = near.or_else(|| only_uncited(site)).filter(|source| site.cited_by[source.0].is_empty()) else {
        return fault;
    };
    let source = &site.bibliography[uncited.0].key;
    let fault = fault.doubting(Matter::Citation(source.value.clone()));
    match near {
        Some(_) => fault.because_of(renamed(key, source)),
        None => fault,
    }
}

/// The one source that nothing cites: it may have been called otherwise.
fn only_uncited(site: &Site) -> Option<SourceId> {
    let mut uncited = (0..site.cited_by.len()).filter(|source| site.cited_by[*source].is_empty());
    uncited.next().filter(|_| uncited.next().is_none()).map(SourceId)
}

/// A source that nothing cites, while several files cite one of nearly its key, was renamed.
fn renamed(key: &str, source: &Located<String>) -> Cause {
    let message = format!("no source has the key `{key}`, which several files cite");
    let fault = Diagnostic::error(Code::UnknownCitation, message).at(source.span);
    let fault = fault.doubting(Matter::Citation(source.value.clone()));
    let help = format!("if this one is meant, call it `{key}` again, or write `{}` in each of them", source.value);
    Cause { name: format!("source {key}"), instead: Some(fault.help(help)) }
}
