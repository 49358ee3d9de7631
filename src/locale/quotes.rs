//! The quotation marks of a language: Unicode's, which ICU4X does not carry.

/// Opening and closing quotation marks, outer and inner.
pub type QuotationMarks = [(char, char); 2];

const ENGLISH: QuotationMarks = [('“', '”'), ('‘', '’')];
const ARABIC: QuotationMarks = [('«', '»'), ('“', '”')];

/// What stands between the marks of a language and what is quoted: in French a narrow space that does not break.
pub fn space_in_quotes(language: &str) -> &'static str {
    if language == "fr" { "\u{202f}" } else { "" }
}

/// The marks of a language by the first part of its tag. Languages that are not listed take those of their script.
pub fn quotation_marks(language: &str, arabic_script: bool) -> QuotationMarks {
    match language {
        "ar" | "fa" | "ur" | "ckb" | "ps" | "fr" | "es" | "it" | "ca" | "el" | "nb" | "nn" | "no" => ARABIC,
        "ru" | "uk" | "be" => [('«', '»'), ('„', '“')],
        "de" | "cs" | "sk" | "sl" | "bg" | "is" | "lt" => [('„', '“'), ('‚', '‘')],
        "pl" | "ro" | "hu" => [('„', '”'), ('«', '»')],
        "sv" | "fi" => [('”', '”'), ('’', '’')],
        "ja" => [('「', '」'), ('『', '』')],
        _ if arabic_script => ARABIC,
        _ => ENGLISH,
    }
}
