//! Which marks end a sentence, in every script.

use icu_properties::CodePointSetData;
use icu_properties::props::SentenceTerminal;

/// Whether a text ends with a mark that ends a sentence: those that Unicode knows, such as `.`, `؟`, `۔` and `。`, and `…`. What
/// stands behind such a mark, a closing quotation mark or white space, is the caller's.
pub fn ends_sentence(text: &str) -> bool {
    let is_mark = |c: char| c == '…' || CodePointSetData::new::<SentenceTerminal>().contains(c);
    text.ends_with(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_every_script() {
        for text in ["Said.", "Said?", "Said!", "Said…", "قيل؟", "کہا۔", "说。", "说！", "说？", "कहा।", "ասաց։"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["", "Said", "Said,", "Said:", "قيل،", "قيل؛", "说、", "Said.»", "Said. "] {
            assert!(!ends_sentence(text), "{text}");
        }
    }
}
