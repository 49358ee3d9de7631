//! Slips in a style sheet of the site's own, of which browsers say nothing: rules that are lost, and files that are not there.
//! The library that makes sheets smaller passes over the first and does not look for the second.

/// A slip in a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct SheetSlip {
    /// Its line, from 0.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// The first slip in a sheet of this name below `static/`. `is_there` says whether there is a file at a path of the site, without
/// the slash at its beginning.
pub fn first_slip(name: &str, sheet: &str, is_there: &dyn Fn(&str) -> bool) -> Option<SheetSlip> {
    let rules = without_texts(sheet);
    if let Some(line) = open_rule(&rules) {
        let message = "the `{` of this line is not closed, and the rules behind it are lost".to_owned();
        return Some(SheetSlip { line, message, help: "write `}` behind its last declaration" });
    }
    if let Some(line) = colon_at_end(&rules) {
        let message = "this line ends with a colon, and it and the next declaration are lost".to_owned();
        return Some(SheetSlip { line, message, help: "write a semicolon in its place" });
    }
    let (line, path) = missing_file(name, sheet, &rules, is_there)?;
    let message = format!("this style sheet asks for `{path}`, and there is no such file");
    Some(SheetSlip { line, message, help: "put it into `static/`, or write the path that it has there" })
}

/// A sheet with blanks in the place of comments and of what stands in quotation marks: each byte that stays stands where it stood.
fn without_texts(sheet: &str) -> String {
    let mut out = sheet.as_bytes().to_vec();
    let mut at = 0;
    while at < out.len() {
        let end = match out[at] {
            b'\\' => {
                sheet.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(out.len(), |c| at + 1 + c.len_utf8())
            }
            b'/' if out.get(at + 1) == Some(&b'*') => {
                sheet.get(at + 2..).and_then(|rest| rest.find("*/")).map_or(out.len(), |end| at + 2 + end + 2)
            }
            mark @ (b'"' | b'\'') => {
                let mut end = at + 1;
                while end < out.len() && out[end] != mark && out[end] != b'\n' {
                    end += if out[end] == b'\\' { 2 } else { 1 };
                }
                (end + 1).min(out.len())
            }
            _ => {
                at += 1;
                continue;
            }
        };
        out[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The line of the last rule that nothing closes; a browser takes what stands behind it as a part of it.
fn open_rule(rules: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (number, line) in rules.lines().enumerate() {
        for sign in line.bytes() {
            match sign {
                b'{' => open.push(number),
                b'}' => drop(open.pop()),
                _ => {}
            }
        }
    }
    open.pop()
}

/// The line of a declaration that ends with a colon, before another one.
fn colon_at_end(rules: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut lines = rules.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        let shown = line.trim();
        depth = (depth + shown.matches('{').count()).saturating_sub(shown.matches('}').count());
        let is_declaration =
            shown.strip_suffix(':').is_some_and(|rest| rest.contains(':') && !rest.contains(['{', ';']));
        let next = lines.peek().map_or("", |(_, next)| next.trim());
        if depth > 0 && is_declaration && (next.starts_with('}') || next.contains(':')) {
            return Some(number);
        }
    }
    None
}

/// The line of the first `url(…)` of the site at which nothing is, and what it asks for.
fn missing_file<'s>(
    name: &str,
    sheet: &'s str,
    rules: &str,
    is_there: &dyn Fn(&str) -> bool,
) -> Option<(usize, &'s str)> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    rules.match_indices("url(").find_map(|(at, sign)| {
        let inside = &sheet[at + sign.len()..];
        let written = inside[..inside.find(')')?].trim().trim_matches(['"', '\'']);
        let path = written.split(['?', '#']).next().unwrap_or_default();
        let is_elsewhere = path.is_empty() || path.starts_with("//") || path.contains(':') || path.contains("%");
        let whole = match path.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => joined(folder, path),
        };
        (!is_elsewhere && !is_there(&whole)).then(|| (sheet[..at].matches('\n').count(), written))
    })
}

/// A path from a folder of the site on.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_nothing_closes() {
        for (sheet, line) in [
            ("a { b: c }\n", None),
            ("a {\n b: c;\n", Some(0)),
            ("/* { */ a::before { content: \"{\"; }\n", None),
            ("a::before { content: '\\'{'; }", None),
            ("@media print {\n a { b: c }\n", Some(0)),
            ("@media print {\n a { b: c;\n}\n", Some(0)),
            (".a\\{ { b: c }\n\n.d {", Some(2)),
            ("}\na {", Some(1)),
            ("a { b: \"open\n}", None),
        ] {
            assert_eq!(open_rule(&without_texts(sheet)), line, "{sheet}");
        }
    }

    #[test]
    fn slips_of_a_sheet_are_told() {
        let told = |sheet: &str| {
            first_slip("css/own.css", sheet, &|path| path == "css/a.woff2" || path == "b.png")
                .map(|slip| (slip.line, slip.message))
        };
        for (sheet, (line, words)) in [
            ("a {\n color: red:\n width: 1px;\n}", (1, "this line ends with a colon")),
            ("a {\n color: red:\n}", (1, "this line ends with a colon")),
            ("a { b: url(\"c.woff2\") }", (0, "this style sheet asks for `c.woff2`")),
            ("/* ü */\na { b: url(/css/b.png) }", (1, "this style sheet asks for `/css/b.png`")),
        ] {
            let (told_line, told) = told(sheet).unwrap_or_default();
            assert!(told_line == line && told.starts_with(words), "{sheet}: {told_line}: {told}");
        }
        for sheet in [
            "a:hover,\nb:focus {\n color: red;\n}",
            "@media (min-width: 1px) {\n a:hover,\na:focus { b: c }\n}",
            "a { b: url(a.woff2) url('../b.png?x#y') url(data:x) url(//x.example/y) url(#id) url(https://x.example/) }",
            "/* url(c.png) { */ a { content: \"url(c.png) {\" }",
        ] {
            assert_eq!(told(sheet), None, "{sheet}");
        }
    }
}
