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

    /// What is said of each template in the place of a default that has nothing but blocks of that default and extends nothing:
    /// the line that names its parent has gone, and every default that rests on it would lack blocks.
    pub fn without_parent(&self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for (name, file) in self.files {
            let default = format!("default/{name}");
            let text = &self.sources.get(*file).text;
            let Some((_, of_default)) = self.text(&default).filter(|_| extended(text).is_none()) else { continue };
            let mut known = self.blocks_above(&default);
            known.extend(blocks(of_default));
            if only_blocks(text).is_some_and(|own| !own.is_empty() && own.iter().all(|block| known.contains(block))) {
                let message =
                    format!("the template `{name}` has blocks alone, and extends nothing that they would fill");
                let fault = Diagnostic::error(Code::Template, message).at(file.top());
                faults.push(fault.help(format!("write {{% extends \"{default}\" %}} in its first line")));
            }
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

/// The outermost blocks of a template that shows nothing beside them; nothing for one that does.
fn only_blocks(text: &str) -> Option<Vec<&str>> {
    let (mut depth, mut end, mut own) = (0_usize, 0, Vec::new());
    let is_blank = |range: Range<usize>| without_comments(&text[range]).trim().is_empty();
    for (start, inner) in tags(text) {
        if depth == 0 && !is_blank(end..start.max(end)) {
            return None;
        }
        if let Some(name) = inner.strip_prefix("block ") {
            own.extend((depth == 0).then(|| name.trim()));
            depth += 1;
        } else if inner.starts_with("endblock") {
            depth = depth.saturating_sub(1);
        }
        end = text[start..].find("%}").map_or(text.len(), |close| start + close + 2);
    }
    is_blank(end..text.len()).then_some(own)
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shown, part| shown + part.split_once("#}").map_or("", |(_, rest)| rest))
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
    fn a_template_of_blocks_alone_lacks_its_parent() {
        let base = ("default/base.html", "<html>{% block head %}{% endblock %}{% block main %}{% endblock %}");
        let page = ("default/page.html", "{% extends \"base.html\" %}{% block main %}{% endblock %}");
        let said = |name, text| {
            let (files, sources) = set(&[(name, text), base, page]);
            let faults = Parents { files: &files, sources: &sources }.without_parent();
            faults.into_iter().filter_map(|fault| fault.help).collect::<Vec<_>>()
        };
        let of = |name| vec![format!("write {{% extends \"default/{name}\" %}} in its first line")];
        assert_eq!(
            said("base.html", "{# a #}\n{% block head %}x{% if a %}y{% endif %}{% endblock %}\n"),
            of("base.html")
        );
        assert_eq!(said("page.html", "{%- block main -%}x{% endblock main %}"), of("page.html"));
        for (name, text) in [
            ("base.html", "{% extends \"default/base.html\" %}{% block head %}{% endblock %}"),
            ("base.html", "<html>{% block head %}{% endblock %}"),
            ("base.html", "{% block all %}<html>{% block head %}{% endblock %}{% endblock %}"),
            ("base.html", "{{ site.name }}"),
            ("other.html", "{% block head %}{% endblock %}"),
        ] {
            assert_eq!(said(name, text), [""; 0], "{text}");
        }
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
