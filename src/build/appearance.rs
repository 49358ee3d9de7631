//! Whether what `[theme]` names is there: files of `static/`, and pages.

use crate::config::{Config, MenuTarget};
use crate::diagnostic::{Code, Diagnostic};
use crate::site::Site;
use crate::text::Located;
use crate::tree::SourceTree;

/// What `[theme]` names and the site has not.
pub fn appearance(tree: &SourceTree, config: &Config, site: &Site) -> Vec<Diagnostic> {
    let appearance = &config.appearance;
    let files =
        appearance.logo.iter().map(|file| (file, "logo", ["svg", "png", "jpg", "webp", "avif", "gif"].as_slice()));
    let files = files.chain(appearance.styles.iter().map(|file| (file, "styles", ["css"].as_slice())));
    let files = files.chain(appearance.scripts.iter().map(|file| (file, "scripts", ["js", "mjs"].as_slice())));
    let pages = appearance.links.iter().filter_map(|link| match &link.to {
        MenuTarget::Page(page) => missing_page(site, page),
        MenuTarget::Web(_) => None,
    });
    files.filter_map(|(file, key, endings)| file_fault(tree, file, key, endings)).chain(pages).collect()
}

fn file_fault(tree: &SourceTree, file: &Located<String>, key: &str, endings: &[&str]) -> Option<Diagnostic> {
    let name = file.value.as_str();
    let names = || tree.assets.iter().map(|asset| asset.name.as_str());
    if !names().any(|known| known == name) {
        let fault = Diagnostic::error(Code::BrokenLink, format!("there is no file `static/{name}`")).at(file.span);
        let without_folder = name.trim_start_matches('/').trim_start_matches("static/");
        let near = names().find(|known| *known == without_folder).map(|known| format!("write `{known}`"));
        return Some(match near {
            Some(help) => fault.help(help),
            None => fault.nearest(name, names(), "name a file by its path below static/, such as \"assets/site.css\""),
        });
    }
    let sheet = tree.assets.iter().find(|asset| asset.name == name).filter(|_| name.ends_with(".css"));
    let text = sheet.and_then(|sheet| std::str::from_utf8(&sheet.bytes).ok());
    if let Some(line) = text.and_then(open_rule) {
        let message = format!("the `{{` of line {line} of `{name}` is not closed, and the rules behind it are lost");
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(file.span);
        return Some(fault.help("write `}` behind its last declaration"));
    }
    let is_right = name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending));
    let message = format!("`{name}` is no file for `{key}`");
    let help = || format!("its name has to end with one of: {}", endings.join(", "));
    (!is_right).then(|| Diagnostic::error(Code::InvalidValue, message).at(file.span).help(help()))
}

/// The line of the last rule of a style sheet that nothing closes. Comments, strings and escapes are passed over; a browser
/// takes what stands behind the rule as a part of it.
fn open_rule(sheet: &str) -> Option<usize> {
    let (mut open, mut line, mut signs) = (Vec::new(), 1, sheet.chars().peekable());
    while let Some(sign) = signs.next() {
        match sign {
            '\n' => line += 1,
            '\\' => line += usize::from(signs.next() == Some('\n')),
            '/' if signs.peek() == Some(&'*') => {
                let mut before = ' ';
                signs.next();
                for c in signs.by_ref() {
                    line += usize::from(c == '\n');
                    if (before, c) == ('*', '/') {
                        break;
                    }
                    before = c;
                }
            }
            '"' | '\'' => {
                let mut is_escaped = false;
                for c in signs.by_ref() {
                    line += usize::from(c == '\n');
                    if !is_escaped && (c == sign || c == '\n') {
                        break;
                    }
                    is_escaped = c == '\\' && !is_escaped;
                }
            }
            '{' => open.push(line),
            '}' => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

fn missing_page(site: &Site, page: &Located<String>) -> Option<Diagnostic> {
    if site.find(&page.value).is_some() {
        return None;
    }
    let fault = Diagnostic::error(Code::BrokenLink, format!("there is no page `{}`", page.value)).at(page.span);
    let paths = site.pages.iter().map(|page| page.input.path.as_str());
    Some(fault.nearest(&page.value, paths, "write the path of a folder below content/, such as \"method\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_nothing_closes() {
        for (sheet, line) in [
            ("a { b: c }\n", None),
            ("a {\n b: c;\n", Some(1)),
            ("/* { */ a::before { content: \"{\"; }\n", None),
            ("a::before { content: '\\'{'; }", None),
            ("@media print {\n a { b: c }\n", Some(1)),
            ("@media print {\n a { b: c;\n}\n", Some(1)),
            (".a\\{ { b: c }\n\n.d {", Some(3)),
            ("}\na {", Some(2)),
            ("a { b: \"open\n}", None),
        ] {
            assert_eq!(open_rule(sheet), line, "{sheet}");
        }
    }
}
