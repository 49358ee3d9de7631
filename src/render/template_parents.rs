//! Which template extends which, read from their texts: Tera says neither where a circle of them is to be broken, nor which blocks
//! the parents of a template have.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Sources};

/// Templates by name, as the set has them.
pub struct Parents<'a> {
    pub files: &'a [(String, FileId)],
    pub sources: &'a Sources,
}

impl<'a> Parents<'a> {
    fn text(&self, name: &str) -> Option<(FileId, &'a str)> {
        let (_, file) = self.files.iter().find(|(known, _)| known == name)?;
        Some((*file, &self.sources.get(*file).text))
    }

    /// The template that another extends, and where it says so.
    fn parent(&self, name: &str) -> Option<(&'a str, Range<usize>)> {
        extended(self.text(name)?.1)
    }

    /// The templates that one rests on, the nearest first; each is there once.
    fn above(&self, name: &str) -> Vec<&'a str> {
        let mut above = Vec::new();
        let mut next = self.parent(name);
        while let Some((parent, _)) = next.filter(|(parent, _)| !above.contains(parent)) {
            above.push(parent);
            next = self.parent(parent);
        }
        above
    }

    /// The names of the blocks of the templates that one rests on.
    pub fn blocks_above(&self, name: &str) -> Vec<&'a str> {
        let texts = self.above(name).into_iter().filter_map(|parent| self.text(parent));
        let mut blocks: Vec<&str> = texts.flat_map(|(_, text)| blocks(text)).collect();
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// Where the names of templates that extend each other go round in a circle; each circle once.
    pub fn circles(&self) -> Vec<Diagnostic> {
        let mut told: Vec<&str> = Vec::new();
        let mut faults = Vec::new();
        for (name, _) in self.files {
            let above = self.above(name);
            if !above.contains(&name.as_str()) || told.contains(&name.as_str()) {
                continue;
            }
            faults.extend(self.circle(&above));
            told.extend(above);
        }
        faults
    }

    /// What is said of a circle, at the template that is not to extend what it does.
    fn circle(&self, circle: &[&str]) -> Option<Diagnostic> {
        // As a default extends it, so may what stands in the default's place.
        let is_usual = |name: &str| {
            let of_default = self.parent(&format!("default/{name}"));
            of_default.is_some_and(|(parent, _)| self.parent(name).is_some_and(|(own, _)| own == parent))
        };
        let name = circle.iter().copied().find(|name| !is_usual(name)).or(circle.first().copied())?;
        let (parent, place) = self.parent(name)?;
        let message = match circle.len() {
            1 => format!("the template `{name}` extends itself"),
            _ => format!("the template `{name}` extends `{parent}`, which rests on `{name}` itself"),
        };
        let default = format!("default/{name}");
        let help = match self.text(&default) {
            Some(_) => format!("write {{% extends \"{default}\" %}}"),
            None => "name another template, or take the tag out".to_owned(),
        };
        let (file, _) = self.text(name)?;
        Some(Diagnostic::error(Code::Template, message).at(file.span(place)).help(help))
    }
}

/// What a template extends, and where its first tag stands, which says so.
fn extended(text: &str) -> Option<(&str, Range<usize>)> {
    let (start, inner) = tags(text).next()?;
    let name = inner.strip_prefix("extends")?.trim().trim_matches(['"', '\'']);
    let end = text[start..].find("%}").map_or(text.len(), |end| start + end + 2);
    Some((name, start..end))
}

fn blocks(text: &str) -> impl Iterator<Item = &str> {
    tags(text).filter_map(|(_, inner)| inner.strip_prefix("block ")).map(str::trim)
}

/// The tags of a template, each with where it begins, without what stands in comments.
fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("{%").filter(|(start, _)| !super::is_in_comment(text, *start)).filter_map(|(start, _)| {
        let inner = text[start + 2..].split_once("%}")?.0;
        Some((start, inner.trim_matches('-').trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn set(texts: &[(&str, &str)]) -> (Vec<(String, FileId)>, Sources) {
        let mut sources = Sources::default();
        let files =
            texts.iter().map(|(name, text)| ((*name).to_owned(), sources.add(Source::new(*name, *text)))).collect();
        (files, sources)
    }

    fn said(texts: &[(&str, &str)]) -> Vec<String> {
        let (files, sources) = set(texts);
        let faults = Parents { files: &files, sources: &sources }.circles();
        faults.into_iter().map(|fault| format!("{}: {}", fault.message, fault.help.unwrap_or_default())).collect()
    }

    #[test]
    fn a_circle_is_told_once_and_where_it_is_to_be_broken() {
        let base = ("default/base.html", "x {% block main %}{% endblock %}");
        let page = ("default/page.html", "{% extends \"base.html\" %}");
        let itself = ("base.html", "{# {% extends \"x\" %} #}{%- extends 'base.html' -%}");
        let said_of_base = "the template `base.html` extends itself: write {% extends \"default/base.html\" %}";
        assert_eq!(said(&[itself, ("page.html", page.1), base, page]), [said_of_base]);
        let each = "the template `base.html` extends `page.html`, which rests on `base.html` itself: \
                    write {% extends \"default/base.html\" %}";
        assert_eq!(said(&[("base.html", "{% extends \"page.html\" %}"), ("page.html", page.1), base, page]), [each]);
        assert_eq!(
            said(&[("base.html", "{% extends \"default/base.html\" %}"), ("page.html", page.1), base, page]),
            [""; 0]
        );
    }

    #[test]
    fn blocks_are_those_of_all_above() {
        let (files, sources) = set(&[
            ("a", "{% block one %}{% endblock %}{% block two %}{% endblock %}"),
            ("b", "{% extends \"a\" %}{%- block three -%}{% endblock %}"),
            ("c", "{% extends \"b\" %}{% block four %}{% endblock %}"),
        ]);
        assert_eq!(Parents { files: &files, sources: &sources }.blocks_above("c"), ["one", "three", "two"]);
    }
}
