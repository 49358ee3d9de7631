//! What a preprocessor and an option of mdBook read that it does not read by itself: notes of `mdbook-admonish`, which are blocks
//! of code to all others, and formulas between backslashes and brackets. A text keeps its lines.

use super::fences::CodeFence;
use super::tabs::attribute;
use super::tool::{Layout, of_table};

/// A text of a book as its settings have it read.
pub fn preprocessed(text: String, layout: &Layout) -> String {
    let has = |header: &str| layout.settings.iter().any(|(_, text)| text.lines().any(|line| line.trim() == header));
    let text = if has("[preprocessor.admonish]") { with_notes(&text) } else { text };
    let of_html = of_table(&layout.settings, "[output.html]");
    let has_formulas = of_html.iter().any(|(key, value)| key == "mathjax-support" && value == "true");
    if has_formulas { with_dollars(&text) } else { text }
}

/// Blocks of code in the language `admonish` as containers.
fn with_notes(text: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut fence = CodeFence::default();
    let mut out = Vec::new();
    for line in text.split('\n') {
        let shown = line.trim();
        let indentation = &line[..line.len() - line.trim_start().len()];
        let ticks = &shown[..shown.len() - shown.trim_start_matches('`').len()];
        let named = shown[ticks.len()..].trim_start().strip_prefix("admonish");
        let settings =
            named.filter(|rest| ticks.len() >= 3 && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'));
        let closes = ticks == shown && open.last().is_some_and(|own| ticks.len() >= own.len());
        match settings {
            Some(settings) if !fence.is_open() => {
                open.push(ticks);
                out.push(format!("{indentation}{} {}", ":".repeat(ticks.len()), note(settings)));
            }
            _ if closes && !fence.is_open() => {
                let own = open.pop().unwrap_or_default();
                out.push(format!("{indentation}{}", ":".repeat(own.len())));
            }
            _ => {
                fence.is_open_after(line);
                out.push(line.to_owned());
            }
        }
    }
    out.join("\n")
}

/// The name and the title of a container, of what stands behind `admonish`.
fn note(settings: &str) -> String {
    let settings = settings.trim_start_matches(',').trim();
    let kind = settings.split([' ', ',']).next().filter(|kind| !kind.contains(['=', '"'])).unwrap_or_default();
    let title = attribute(&format!(" {settings}"), "title");
    if settings.contains("collapsible=true") {
        return format!("details {}", title.filter(|title| !title.is_empty()).unwrap_or_else(|| named_after(kind)));
    }
    let (name, is_own) = match kind {
        "" => ("note", true),
        "note" | "info" | "tip" | "hint" | "success" | "important" | "warning" | "attention" | "caution" | "danger"
        | "error" => (kind, true),
        "check" | "done" => ("tip", false),
        "failure" | "fail" | "missing" | "bug" => ("danger", false),
        _ => ("note", false),
    };
    // One that is called otherwise here has its own name for a title.
    let title = title.or_else(|| (!is_own).then(|| named_after(kind))).unwrap_or_default();
    format!("{name} {title}").trim_end().to_owned()
}

fn named_after(kind: &str) -> String {
    let mut letters = if kind.is_empty() { "note" } else { kind }.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `\\( … \\)` and `\\[ … \\]` as formulas between dollars. None goes over the end of a paragraph.
fn with_dollars(text: &str) -> String {
    let (mut out, mut paragraph): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut fence = CodeFence::default();
    for line in text.split('\n') {
        let was_open = fence.is_open();
        let is_code = fence.is_open_after(line) || was_open;
        if !is_code && !line.trim().is_empty() {
            paragraph.push(line);
            continue;
        }
        if !paragraph.is_empty() {
            out.push(formulas(&std::mem::take(&mut paragraph).join("\n")));
        }
        out.push(line.to_owned());
    }
    if !paragraph.is_empty() {
        out.push(formulas(&paragraph.join("\n")));
    }
    out.join("\n")
}

fn formulas(paragraph: &str) -> String {
    let mut out = String::new();
    let mut rest = paragraph;
    // A kind of mark that is not closed once is not closed behind that either.
    let mut unclosed: Vec<&str> = Vec::new();
    while let Some(at) = rest.find(['`', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let (open, close, sign) = match rest {
            _ if ticks > 0 => (&rest[..ticks], &rest[..ticks], None),
            _ if rest.starts_with(r"\\(") => (&rest[..3], r"\\)", Some("$")),
            _ if rest.starts_with(r"\\[") => (&rest[..3], r"\\]", Some("$$")),
            // A backslash with the sign that it makes a letter of.
            _ => {
                let length = rest.chars().take(2).map(char::len_utf8).sum();
                out.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
        };
        let behind = &rest[open.len()..];
        let end = if unclosed.contains(&close) { None } else { behind.find(close) };
        let Some(end) = end else {
            unclosed.push(close);
            out.push_str(open);
            rest = behind;
            continue;
        };
        let inside = &behind[..end];
        match sign {
            None => out.push_str(&rest[..2 * open.len() + end]),
            // Between single dollars no blank stands at the ends.
            Some("$") => out.push_str(&format!("${}$", unescaped(inside.trim()))),
            Some(sign) => out.push_str(&format!("{sign}{}{sign}", unescaped(inside))),
        }
        rest = &behind[end + close.len()..];
    }
    out + rest
}

/// A formula as it was behind Markdown, where a backslash before a sign of punctuation is that sign.
fn unescaped(formula: &str) -> String {
    let mut out = String::with_capacity(formula.len());
    let mut chars = formula.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_between_brackets() {
        for (written, expected) in [
            (r"A \\( x = y \\) and \\(a\_b\\).", r"A $x = y$ and $a_b$."),
            ("\\\\[\na \\\\\\\\ b, \\frac{1}{2}\n\\\\]\n", "$$\na \\\\ b, \\frac{1}{2}\n$$\n"),
            (r"`\\( x \\)` and \\( no end", r"`\\( x \\)` and \\( no end"),
            ("\\\\( a\n\nb \\\\)", "\\\\( a\n\nb \\\\)"),
            ("```\n\\\\( a \\\\)\n```", "```\n\\\\( a \\\\)\n```"),
            (r"\\\\( a \\)", r"\\$a$"),
        ] {
            assert_eq!(with_dollars(written), expected, "{written}");
        }
    }

    #[test]
    fn notes_are_containers() {
        for (written, expected) in [
            ("```admonish warning title=\"x y\"\nA\n```\nB", "::: warning x y\nA\n:::\nB"),
            ("```admonish\nA\n```", "::: note\nA\n:::"),
            ("  ```admonish bug\n  A\n  ```", "  ::: danger Bug\n  A\n  :::"),
            ("````admonish tip\n```sh\n```\n````", ":::: tip\n```sh\n```\n::::"),
            ("```admonish title=\"S\", collapsible=true\nA\n```", "::: details S\nA\n:::"),
            ("````md\n```admonish\n```\n````", "````md\n```admonish\n```\n````"),
            ("```admonish-x\n```", "```admonish-x\n```"),
        ] {
            assert_eq!(with_notes(written), expected, "{written}");
        }
    }
}
