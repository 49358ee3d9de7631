//! What is left in a text of the program from which it was pasted: marks of chat tools, word processors, wikis, forums and
//! LaTeX, and words that a line of print has parted. Readers would see it.

use std::ops::Range;

use super::literal_foreign::between;
use super::literal_inline::{LONGEST, up_to};
use super::literal_lines::Found;
use super::signs::Signs;

/// The first of each kind. `signs` are those of the text.
pub fn pasted(text: &str, signs: &Signs) -> Vec<Found> {
    let mut found = Vec::new();
    if signs.has("[:") || signs.is_other {
        found.extend(citation_of_chat(text));
    }
    found.extend(words_of_chat(text).or_else(|| dummy_text(text)));
    if signs.has("!") {
        found.extend(broken_reference(text));
    }
    if signs.has("'") {
        found.extend(bold_of_wiki(text));
    }
    if signs.has("[") {
        found.extend(code_of_forum(text).or_else(|| number_of_note(text)));
        found.extend(link_of_asciidoc(text));
    }
    if signs.has("\\") {
        found.extend(command_of_latex(text));
    }
    if signs.has("-") {
        found.extend(parted_word(text));
    }
    found
}

/// The marks by which chat tools cite: `【4†source】`, `[4†source]`, `:contentReference[oaicite:2]{index=2}`, `[cite: 1]`,
/// `[cite_start]`, and `citeturn0search1` with its characters for private use.
fn citation_of_chat(text: &str) -> Option<Found> {
    let range = dagger(text).or_else(|| marked_number(text)).or_else(|| private(text))?;
    let message = format!("`{}` is a mark by which a chat tool cites, and readers see it", &text[range.clone()]);
    Some((range, message, "take it out, and cite the source: [^key]".to_owned()))
}

/// `【4:0†source】`.
fn dagger(text: &str) -> Option<Range<usize>> {
    text.match_indices('†').find_map(|(at, _)| {
        let near = text.floor_char_boundary(at.saturating_sub(12));
        let start = near + text[near..at].rfind(['【', '['])?;
        let open = text[start..].chars().next()?;
        let number = &text[start + open.len_utf8()..at];
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == ':');
        let close = if open == '[' { ']' } else { '】' };
        let rest = up_to(&text[at..], close, &['\n', '【', '['])?;
        is_number.then(|| start..at + rest.len() + close.len_utf8())
    })
}

/// `:contentReference[oaicite:2]{index=2}`, `[oaicite:2]`, `[cite: 1, 2]`, `[cite_start]`.
fn marked_number(text: &str) -> Option<Range<usize>> {
    ["[oaicite:", "[cite: ", "[cite_start]", "[cite_end]"].into_iter().find_map(|sign| {
        let at = text.find(sign)?;
        let end = at + up_to(&text[at + 1..], ']', &['[', '\n'])?.len() + 2;
        let inside = text[at + sign.len() - 1..end - 1].trim_start_matches([':', ' ']);
        let is_mark = sign.ends_with(']') || inside.chars().all(|c| c.is_ascii_digit() || ", ".contains(c));
        let before = &text[..at];
        let start = before.strip_suffix(":contentReference").map_or(at, str::len);
        let index = text[end..].strip_prefix("{index=").and_then(|rest| up_to(rest, '}', &['\n', ' ']));
        is_mark.then(|| start..index.map_or(end, |index| end + "{index=}".len() + index.len()))
    })
}

/// What stands between characters that mean something to one program alone.
fn private(text: &str) -> Option<Range<usize>> {
    let is_private = |c: char| matches!(c, '\u{e200}'..='\u{e206}');
    let start = text.find(is_private)?;
    let end = text.rfind(is_private)?;
    let near = start..end + text[end..].chars().next().map_or(0, char::len_utf8);
    text[near.clone()].contains("turn").then_some(near)
}

/// With what the answer of a chat tool begins.
const BEGINNINGS: [&str; 39] = [
    "sure! here",
    "sure, here",
    "sure thing! here",
    "certainly! here",
    "certainly, here",
    "of course! here",
    "absolutely! here",
    "here is the translat",
    "here is a translat",
    "here is your translat",
    "here's the translat",
    "here’s the translat",
    "here is the revised",
    "here is a revised",
    "here's the revised",
    "here's a revised",
    "here’s the revised",
    "here’s a revised",
    "here is the updated text",
    "بالتأكيد! إليك",
    "بالتأكيد، إليك",
    "بالطبع! إليك",
    "بالطبع، إليك",
    "بكل تأكيد! إليك",
    "إليك الترجمة",
    "إليك النص المترجم",
    "إليك ترجمة",
    "البته! در اینجا",
    "حتماً! در اینجا",
    "בטח! הנה",
    "כמובן! הנה",
    "bien sûr ! voici",
    "bien sûr\u{a0}! voici",
    "bien sûr, voici",
    "voici la traduction",
    "natürlich! hier",
    "hier ist die übersetzung",
    "¡claro! aquí",
    "aquí tienes la traducción",
];

/// With what sentences of a chat tool begin that stand behind its answer, or alone.
const SENTENCES: [&str; 8] = [
    "i hope this helps",
    "would you like me to",
    "let me know if you'd like me to",
    "let me know if you’d like me to",
    "let me know if you need any further",
    "as an ai language model",
    "as a large language model, i ",
    "هل تود أن أ",
];

/// A short paragraph with which the answer of a chat tool begins or ends.
fn words_of_chat(text: &str) -> Option<Found> {
    let shown = text.trim();
    if shown.len() > LONGEST || shown.contains('\n') {
        return None;
    }
    let begins = |words: &&str| shown.get(..words.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(words));
    let announces = shown.ends_with([':', '：']) && BEGINNINGS.iter().any(begins);
    let is_said = announces || SENTENCES.iter().any(begins);
    let message = "these are the words of a chat tool around its answer, and no part of the text".to_owned();
    let help = "take them out; if they are meant, put them between quotation marks".to_owned();
    is_said.then(|| (0..text.trim_end().len(), message, help))
}

/// What Word writes in the place of a reference that leads to nothing, in the languages of its users.
const BROKEN_REFERENCES: [&str; 11] = [
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Error! Hyperlink reference not valid",
    "خطأ! لم يتم العثور على مصدر المرجع",
    "خطأ! الإشارة المرجعية غير معرّفة",
    "خطأ! الإشارة المرجعية غير معرفة",
    "Erreur ! Source du renvoi introuvable",
    "Erreur ! Signet non défini",
    "Fehler! Verweisquelle konnte nicht gefunden werden",
    "Fehler! Textmarke nicht definiert",
    "¡Error! No se encuentra el origen de la referencia",
];

fn broken_reference(text: &str) -> Option<Found> {
    let (at, words) = BROKEN_REFERENCES.into_iter().find_map(|words| Some((text.find(words)?, words)))?;
    let message = "a word processor left this in the place of a reference that leads to nothing".to_owned();
    Some((at..at + words.len(), message, "write the link: [words](address), or take it out".to_owned()))
}

/// `'''words'''`, as MediaWiki writes bold, and italics with them.
fn bold_of_wiki(text: &str) -> Option<Found> {
    let (at, inside) = between(text, "'''", "'''").find(|(at, inside)| {
        let is_phrase = inside.trim() == *inside && inside.trim_matches('\'').contains(char::is_alphabetic);
        !text[..*at].ends_with(|c: char| c.is_alphanumeric()) && is_phrase
    })?;
    let surplus = text[at + inside.len() + 6..].chars().take_while(|c| *c == '\'').count();
    let words = inside.trim_matches('\'');
    let stars = if inside.starts_with("''") { "***" } else { "**" };
    let message = "`'''` is the bold of a wiki, and is shown as it is".to_owned();
    Some((at..at + inside.len() + 6 + surplus, message, format!("write {stars}{words}{stars}")))
}

/// `[b]words[/b]`, as forums write it.
fn code_of_forum(text: &str) -> Option<Found> {
    text.match_indices("[/").find_map(|(close, _)| {
        let name = up_to(&text[close + 2..], ']', &['[', '\n', ' '])?;
        let small = name.to_ascii_lowercase();
        let help = match small.as_str() {
            "b" => "write **words**",
            "i" => "write *words*",
            "s" => "write ~~words~~",
            "u" => "write <u>words</u>",
            "url" | "email" => "write [words](address)",
            "img" => "write ![what it shows](file)",
            "quote" => "write `> ` before each line",
            "code" => "put the code between backticks",
            "list" => "write `- ` before each item",
            "size" | "color" | "font" | "center" | "left" | "right" => "take it out",
            _ => return None,
        };
        let near = text.floor_char_boundary(close.saturating_sub(5 * LONGEST));
        let opens = |at: &usize| {
            let rest = text[at + 1..close].get(..name.len()).filter(|rest| rest.eq_ignore_ascii_case(name));
            rest.is_some_and(|_| text[at + 1 + name.len()..].starts_with([']', '=']))
        };
        let open = text[near..close].match_indices('[').map(|(at, _)| near + at).rfind(opens)?;
        let message = format!("`[{small}]` is the code of a forum, and is shown as it is");
        Some((open..close + name.len() + 3, message, help.to_owned()))
    })
}

/// `[1]` behind the sign that ends a sentence or a part of one, and `[citation needed]`, as they are copied from Wikipedia.
fn number_of_note(text: &str) -> Option<Found> {
    let needed = ["[citation needed]", "[بحاجة لمصدر]", "[edit]"];
    let whole = needed.into_iter().find_map(|sign| text.find(sign).map(|at| at..at + sign.len()));
    let number = || {
        text.match_indices('[').find_map(|(at, _)| {
            let inside = up_to(&text[at + 1..], ']', &['[', '\n'])?;
            let end = at + inside.len() + 2;
            let is_number = (1..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit());
            let ends = text[..at].ends_with(['.', ',', ';', '!', '?', '»', '”', '،', '؛', '؟', ']']);
            let goes_on = text[end..].starts_with(['(', ':', '.', '=']);
            (is_number && ends && !text[..at].ends_with("..") && !goes_on).then_some(at..end)
        })
    };
    let range = whole.or_else(number)?;
    let message = format!("`{}` refers to nothing here: it was the note of another page", &text[range.clone()]);
    Some((range, message, "take it out, or cite the source: [^key]".to_owned()))
}

/// `link:address[words]` and `xref:page[words]`.
fn link_of_asciidoc(text: &str) -> Option<Found> {
    ["link:", "xref:", "image::", "image:", "include::"].into_iter().find_map(|sign| {
        let at = text.find(sign).filter(|at| !text[..*at].ends_with(|c: char| c.is_alphanumeric()))?;
        let rest = &text[at + sign.len()..];
        let address = up_to(rest, '[', &[' ', '\n', '(', ']']).filter(|address| !address.is_empty())?;
        let words = up_to(&rest[address.len() + 1..], ']', &['[', '\n'])?;
        let end = at + sign.len() + address.len() + words.len() + 2;
        let message = format!("`{sign}` is the syntax of AsciiDoc, and is shown as it is");
        let picture = if sign.starts_with("image") { "!" } else { "" };
        Some((at..end, message, format!("write {picture}[{words}]({address})")))
    })
}

/// Words that stand where words are to come.
fn dummy_text(text: &str) -> Option<Found> {
    let at = ["Lorem ipsum dolor", "lorem ipsum dolor", "لوريم إيبسوم", "لوريم ايبسوم"]
        .into_iter()
        .find_map(|words| text.find(words))?;
    let end = text[at..].find(['.', '\n']).map_or(text.len(), |end| at + end);
    let message = "this is dummy text, in the place of words that are to come".to_owned();
    Some((at..end, message, "write them, or take it out".to_owned()))
}

/// `\emph{words}`: a command of LaTeX outside of a formula.
fn command_of_latex(text: &str) -> Option<Found> {
    text.match_indices('\\').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let help = match name {
            "emph" | "textit" | "textsl" => "write *words*",
            "textbf" => "write **words**",
            "texttt" => "put it between backticks",
            "underline" => "write <u>words</u>",
            "cite" | "citep" | "citet" | "parencite" | "textcite" | "autocite" => {
                "write [^key], and the source's key in it"
            }
            "ref" | "autoref" | "cref" | "pageref" => "write [words](#id)",
            "href" | "url" => "write [words](address)",
            "footnote" => "write [^name] here, and on a line of its own: `[^name]: the words of the note`",
            "chapter" | "section" | "subsection" | "subsubsection" => "write ## and the words behind it",
            "includegraphics" => "write ![what it shows](file)",
            "label" => "take it out, or give it to a heading: ## … {#id}",
            _ => return None,
        };
        let behind = &rest[name.len()..];
        let options = behind.strip_prefix('[').and_then(|inside| Some(up_to(inside, ']', &['[', '\n'])?.len() + 2));
        let argument = behind[options.unwrap_or_default()..].strip_prefix('{')?;
        let length = up_to(argument, '}', &['\n']).map_or(0, |inside| inside.len() + 1);
        let end = text.len() - argument.len() + length;
        let message = format!("`\\{name}` is a command of LaTeX, and is shown as it is");
        Some((at..end, message, help.to_owned()))
    })
}

/// `time-` at the end of a line and `table` on the next: a blank comes between them. A word that the next one completes
/// stands before a word that joins both, as in `pre- and post-war`.
fn parted_word(text: &str) -> Option<Found> {
    const JOINING: [&str; 22] = [
        "and", "or", "to", "nor", "but", "und", "oder", "bis", "bzw", "sowie", "et", "ou", "y", "e", "o", "u", "en",
        "of", "och", "eller", "og", "i",
    ];
    text.match_indices("-\n").find_map(|(at, _)| {
        let start = text[..at]
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
        let rest = &text[at + 2..];
        let next = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let first = &text[start..at];
        let begins = next.starts_with(char::is_lowercase) && !first.is_empty() && !text[..start].ends_with('-');
        let message = format!("this word goes on in the next line, and readers see a blank in it: “{first}- {next}”");
        let help = format!("write it on one line: {first}{next}, or {first}-{next}");
        (begins && !JOINING.contains(&next)).then(|| (start..at + 1, message, help))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        pasted(text, &Signs::of(text)).into_iter().map(|(range, ..)| text[range].to_owned()).collect()
    }

    #[test]
    fn what_other_programs_leave_is_named() {
        for (text, found) in [
            ("It is full.【4†source】 And", "【4†source】"),
            ("It is full.【4:0†source】", "【4:0†source】"),
            ("It is full [3†L12-L20].", "[3†L12-L20]"),
            ("us. :contentReference[oaicite:2]{index=2} So", ":contentReference[oaicite:2]{index=2}"),
            ("us [oaicite:2].", "[oaicite:2]"),
            ("us [cite: 1, 2].", "[cite: 1, 2]"),
            ("[cite_start]The train", "[cite_start]"),
            ("full \u{e200}cite\u{e202}turn0search1\u{e201}.", "\u{e200}cite\u{e202}turn0search1\u{e201}"),
            ("Sure! Here is the translation:", "Sure! Here is the translation:"),
            ("بالتأكيد! إليك الترجمة:", "بالتأكيد! إليك الترجمة:"),
            ("I hope this helps!", "I hope this helps!"),
            ("See Error! Reference source not found.", "Error! Reference source not found"),
            ("not in the '''train'''.", "'''train'''"),
            ("not in the '''''train'''''.", "'''''train'''''"),
            ("on the [b]web[/b], and", "[b]web[/b]"),
            ("every ten minutes,[1] nobody", "[1]"),
            ("so it was.[12]", "[12]"),
            ("so it was[citation needed] there", "[citation needed]"),
            ("See link:../tickets/[tickets] there", "link:../tickets/[tickets]"),
            ("Lorem ipsum dolor sit amet, so.", "Lorem ipsum dolor sit amet, so"),
            ("on the [URL=\u{fffc}x\u{fffc}]web[/URL]", "[URL=\u{fffc}x\u{fffc}]web[/URL]"),
            ("in the \\emph{train} now", "\\emph{train}"),
            ("by \\cite[p. 5]{smith} now", "\\cite[p. 5]{smith}"),
            ("carries a time-\ntable now", "time-"),
        ] {
            assert_eq!(all(text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands() {
        for text in [
            "He died † in 1908 [2] and 【so】",
            "cited [cite: Smith 2020] and [1], [a/b], [/etc/hosts] and [b] alone",
            "Here is the timetable: it is long.",
            "a[0] and f(x)[1], [1] and so, ...[1], see [3]; the link: a [b]",
            "Error! The page was not found.",
            "rock 'n' roll and ''' alone, 5'''",
            "C:\\temp\\emph and \\alpha and \\textbf",
            "pre-\nand post-war, 10-\n20, A-\nB, --\ndash",
            "« Sure! Here is the translation: »",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }
}
