//! Notes about lines in the comments of code, as VitePress (`// [!code ++]`) and Docusaurus (`// highlight-next-line`) have
//! them: they say how lines are shown, and are no part of the code. Numbers of notes, `# (1)!`, stand for items of a list
//! below, and are shown as numbers.

use std::borrow::Cow;

use memchr::memmem;

use super::fence::Fence;

/// What begins a comment in one language or another.
const OPENERS: [&str; 10] = ["{/*", "<!--", "/*", "//", "--", "#", ";", "%", "'", "\""];
/// What ends one that does not end with its line.
const CLOSERS: [&str; 3] = ["*/}", "-->", "*/"];

/// What a note says of lines.
#[derive(Clone, Copy)]
enum LineLook {
    Marked,
    Inserted,
    Deleted,
}

/// What a comment says.
enum LineNote {
    /// The look of so many lines: of its own and those after it, or only of those after it if it has none of its own.
    Lines(LineLook, usize),
    /// What follows is marked …
    Begin,
    /// … up to here.
    End,
}

/// Takes the notes out of code and adds what they say to the fence.
pub fn take_notes<'a>(code: &'a str, fence: &mut Fence) -> Cow<'a, str> {
    let may = |needle: &str| memmem::find(code.as_bytes(), needle.as_bytes()).is_some();
    if !may("[!code ") && !may("highlight-") && !may(")!") {
        return Cow::Borrowed(code);
    }
    let mut out = String::with_capacity(code.len());
    let (mut number, mut begun) = (0, None);
    for line in code.split_inclusive('\n') {
        let Some((before, note)) = note(line) else {
            out.push_str(&with_plain_numbers(line));
            number += 1;
            continue;
        };
        let has_own = !before.trim().is_empty();
        match note {
            LineNote::Lines(look, count) => {
                // A comment that is a line of its own is about those that follow.
                let first = number + 1;
                let ranges = match look {
                    LineLook::Marked => &mut fence.marked,
                    LineLook::Inserted => &mut fence.inserted,
                    LineLook::Deleted => &mut fence.deleted,
                };
                ranges.push(first..=first + count - 1);
            }
            LineNote::Begin => begun = Some(number + 1),
            LineNote::End => {
                fence.marked.extend(begun.take().filter(|first| *first <= number).map(|first| first..=number))
            }
        }
        if has_own {
            out.push_str(before.trim_end());
            out.push('\n');
            number += 1;
        }
    }
    fence.marked.extend(begun.filter(|first| *first <= number).map(|first| first..=number));
    Cow::Owned(out)
}

/// A line with `(1)` for `(1)!` where such numbers are all that the comment at its end holds: the sign tells MkDocs to show
/// a button for the comment.
fn with_plain_numbers(line: &str) -> Cow<'_, str> {
    let open = without_closer(line);
    let mut before = open;
    while let Some((head, number)) = before.trim_end().strip_suffix(")!").and_then(|rest| rest.rsplit_once('(')) {
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        before = head;
    }
    let is_comment = before.len() < open.len() && OPENERS.iter().any(|opener| before.trim_end().ends_with(opener));
    if !is_comment {
        return Cow::Borrowed(line);
    }
    let (code, comment) = line.split_at(before.len());
    let (numbers, closer) = comment.split_at(open.len() - before.len());
    Cow::Owned(format!("{code}{}{closer}", numbers.replace(")!", ")")))
}

/// The first note of VitePress in a comment at the end of a line that is none of these, if there is one: readers would see it.
pub fn unknown_note(code: &str) -> Option<&str> {
    code.lines().filter(|line| line.contains("[!code ")).find_map(|line| {
        let (before, words) = without_closer(line).strip_suffix(']')?.rsplit_once("[!code ")?;
        OPENERS.iter().any(|opener| before.trim_end().ends_with(opener)).then_some(words)
    })
}

/// A line up to the end of the comment at its end.
fn without_closer(line: &str) -> &str {
    let line = line.trim_end();
    CLOSERS.iter().find_map(|closer| line.strip_suffix(closer)).unwrap_or(line).trim_end()
}

/// The code of a line, and what the comment at its end says of it; nothing if it has no such comment.
fn note(line: &str) -> Option<(&str, LineNote)> {
    let open = without_closer(line);
    let (before, note) = match open.strip_suffix(']').and_then(|open| open.rsplit_once("[!code ")) {
        Some((before, words)) => (before, vitepress(words)?),
        None => {
            let (name, note) = [
                ("highlight-next-line", LineNote::Lines(LineLook::Marked, 1)),
                ("highlight-start", LineNote::Begin),
                ("highlight-end", LineNote::End),
            ]
            .into_iter()
            .find(|(name, _)| open.ends_with(name))?;
            (open.strip_suffix(name)?, note)
        }
    };
    let before = before.trim_end();
    let code = OPENERS.iter().find_map(|opener| before.strip_suffix(opener))?;
    // Docusaurus has its notes on lines of their own.
    (matches!(note, LineNote::Lines(..)) || code.trim().is_empty()).then_some((code, note))
}

fn vitepress(words: &str) -> Option<LineNote> {
    let (name, count) = words.trim().split_once(':').unwrap_or((words.trim(), "1"));
    let count = count.parse().ok().filter(|count| (1..=100_000).contains(count))?;
    let look = match name {
        "highlight" | "hl" | "focus" | "warning" | "error" => LineLook::Marked,
        "++" => LineLook::Inserted,
        "--" => LineLook::Deleted,
        _ => return None,
    };
    Some(LineNote::Lines(look, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(code: &str) -> (String, Fence) {
        let mut fence = Fence::default();
        (take_notes(code, &mut fence).into_owned(), fence)
    }

    #[test]
    fn notes_are_taken_out_and_heeded() {
        let (code, fence) =
            noted("a // [!code highlight]\nb <!-- [!code --] -->\nc # [!code ++]\n\nd /* [!code focus:2] */\ne\n");
        assert_eq!(code, "a\nb\nc\n\nd\ne\n");
        assert_eq!(fence.marked, [1..=1, 5..=6]);
        assert_eq!(fence.deleted, [2..=2]);
        assert_eq!(fence.inserted, [3..=3]);
        let (code, fence) = noted("a\n// highlight-next-line\nb\n# highlight-start\nc\nd\n# highlight-end\ne\n");
        assert_eq!(code, "a\nb\nc\nd\ne\n");
        assert_eq!(fence.marked, [2..=2, 3..=4]);
        let (code, fence) = noted("a\n  // [!code ++:2]\n  b\n  c\n");
        assert_eq!(code, "a\n  b\n  c\n");
        assert_eq!(fence.inserted, [2..=3]);
    }

    #[test]
    fn numbers_of_notes_are_shown_as_numbers() {
        for (code, shown) in [
            ("theme: x # (1)!\n", "theme: x # (1)\n"),
            ("a() // (1)! (12)!\nb\n", "a() // (1) (12)\nb\n"),
            ("<p> <!-- (3)! -->\n", "<p> <!-- (3) -->\n"),
            ("# (1)!", "# (1)"),
            (
                "foo(1)!\nprint(\"(1)!\")\n# see (1)!x\n# note (1)!\n",
                "foo(1)!\nprint(\"(1)!\")\n# see (1)!x\n# note (1)!\n",
            ),
        ] {
            assert_eq!(noted(code).0, shown, "{code}");
        }
    }

    #[test]
    fn unknown_notes_are_found() {
        assert_eq!(unknown_note("a\nx // [!code word:x]\n"), Some("word:x"));
        assert_eq!(unknown_note("x <!-- [!code hlight] -->"), Some("hlight"));
        for code in ["let x = \"[!code word]\";\n", "// see [!code x] below\n", "a\n"] {
            assert_eq!(unknown_note(code), None, "{code}");
        }
    }

    #[test]
    fn other_code_stays_as_it_is() {
        for code in [
            "let x = \"[!code highlight]\";\n",
            "x // [!code word:x]\n",
            "x // [!code ++:0]\n",
            "x // highlight-start\n",
            "highlight-next-line\n",
            "// see [!code ++] below\n",
        ] {
            let (out, fence) = noted(code);
            assert_eq!((out.as_str(), fence), (code, Fence::default()), "{code}");
        }
    }
}
