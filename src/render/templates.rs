//! The template set: the only file that knows Tera. Its errors become diagnostics: every template is parsed alone
//! first, so that all syntax errors are found, and what Tera says of unknown names is read from its report.

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use super::template_parents::Parents;
use super::template_tags::{OpenBraces, UnclosedTag, open_braces, unclosed, unclosed_element};
use crate::diagnostic::{Cause, Code, Diagnostic, Matter, nearest, quoted_list};
use crate::render::policy::Policy;
use crate::text::{FileId, LineColumn, Source, Sources, Span};

/// Anything that a template can show; shared, not copied, between views.
pub type Shared = Value;

/// Text that is HTML already.
pub fn html(text: &str) -> Shared {
    Value::safe_string(text)
}

/// Turns data that many views show into its shared form, once.
pub fn share(data: &impl Serialize) -> Shared {
    Value::from_serializable(data)
}

/// What stands before the name of a default, whatever a site has in its place.
const DEFAULT: &str = "default/";

/// A template set that has loaded.
pub struct Templates {
    tera: Tera,
    files: Vec<(String, FileId)>,
}

impl Templates {
    /// Loads templates by name; a default is there as `default/NAME`, too, so that what takes its place can extend it.
    /// Either all of them load, or all that is wrong with them is reported.
    pub fn load(
        files: &[(String, FileId)],
        defaults: &[(String, FileId)],
        sources: &Sources,
    ) -> Result<Self, Vec<Diagnostic>> {
        let files = &with_defaults(files, defaults, sources);
        let mut faults = Vec::new();
        let mut good = Vec::new();
        for (name, file) in files {
            let source = sources.get(*file);
            match syntax_error_of(name, &source.text) {
                Some(error) => faults.push(diagnose(&error, files, sources)),
                None => good.push((name.as_str(), unindented(&source.text))),
            }
        }
        let parents = Parents { files, sources };
        faults.extend(parents.circles().into_iter().chain(parents.without_parent()));
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut tera = Tera::default();
        match tera.add_raw_templates(good) {
            Ok(()) => Ok(Self { tera, files: files.to_vec() }),
            Err(error) => {
                Err(report(&error.to_string(), files, sources)
                    .unwrap_or_else(|| vec![diagnose(&error, files, sources)]))
            }
        }
    }

    /// Whether there is a template of that name.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// The names of all templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str())
    }

    /// Tells the policy of the site's pages what stands in the templates; what it stops there is a warning.
    pub fn inform(&self, policy: &mut Policy, sources: &Sources) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for (name, file) in self.files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let text = unindented(&sources.get(*file).text);
            let written = &sources.get(*file).text;
            if let Some((at, element)) = unclosed_element(written) {
                let message = format!("`<{element}>` is not closed in this template");
                let fault = Diagnostic::warning(Code::Template, message).at(file.span(at..at + 1 + element.len()));
                faults.push(fault.help(format!("write `</{element}>` where it ends")));
            }
            for stopped in policy.allow_template(&text) {
                let place = |offset: usize| Source::new(name.as_str(), text.as_str()).line_column(offset);
                let (at, end) = (place(stopped.range.start), place(stopped.range.end));
                let fault = Diagnostic::warning(Code::Template, stopped.message).help(stopped.help);
                let span = span(name, at, Some(end), &self.files, sources);
                faults.push(span.map_or_else(|| fault.clone(), |span| fault.clone().at(span)));
            }
        }
        faults
    }

    /// Renders a template with its view, to about so many bytes.
    pub fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        room: usize,
        sources: &Sources,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut out = Vec::with_capacity(room);
        let context = Context::from_serialize(view);
        context
            .and_then(|context| self.tera.render_to(name, &context, &mut out))
            .map_err(|error| diagnose(&error, &self.files, sources))?;
        Ok(out)
    }
}

/// Templates, and beside those of a site the defaults below `default/`. Components are named in all templates alike, so that a
/// file that defines one is there once.
fn with_defaults(
    files: &[(String, FileId)],
    defaults: &[(String, FileId)],
    sources: &Sources,
) -> Vec<(String, FileId)> {
    let has_own = files.iter().any(|file| !defaults.contains(file));
    let is_component = |file: FileId| sources.get(file).text.replace("{%-", "{%").contains("{% component ");
    let below = defaults.iter().filter(|(_, file)| has_own && !is_component(*file));
    files.iter().cloned().chain(below.map(|(name, file)| (format!("{DEFAULT}{name}"), *file))).collect()
}

/// A template without the blanks at the beginnings of its lines: they are for whoever reads the template, and would make
/// each page larger. Every line stays where it is, so that a place in a report of Tera can be found in the file.
fn unindented(text: &str) -> String {
    text.split_inclusive('\n').map(|line| &line[indentation(line)..]).collect()
}

/// How many bytes, all of them blanks, stand before the first other character of a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// The syntax error of a template, if it has one. Names that only the whole set knows are no matter here.
fn syntax_error_of(name: &str, text: &str) -> Option<tera::Error> {
    let error = Tera::default().add_raw_template(name, &unindented(text)).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then_some(error)
}

fn diagnose(error: &tera::Error, files: &[(String, FileId)], sources: &Sources) -> Diagnostic {
    if let Some(fault) = braces(error, files, sources).or_else(|| not_closed(error, files, sources)) {
        return fault;
    }
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let at = LineColumn { line: report.span().start_line, column: report.span().start_col + 1 };
            let end = LineColumn { line: report.span().end_line, column: report.span().end_col + 1 };
            (report.message().to_owned(), span(report.filename(), at, Some(end), files, sources))
        }
        ErrorKind::MissingParent { current, parent } => {
            let top = LineColumn { line: 1, column: 1 };
            (format!("it extends `{parent}`, which is not there"), span(current, top, None, files, sources))
        }
        other => (other.to_string(), None),
    };
    // What there is in its place differs between the kinds of pages that the template makes.
    let said = message.split(". Available variables").next().unwrap_or_default();
    let fault = Diagnostic::error(Code::Template, format!("the template does not work: {}", lowercase_first(said)));
    let fault = fault.help(
        missing_parent(error, files)
            .or_else(|| field(&message))
            .unwrap_or_else(|| "see the default template of that name for what it is given".to_owned()),
    );
    // A field of `site.ui` is a message, which may be called otherwise in one place.
    let fault = match unknown_field(&message).filter(|(_, said)| said.starts_with(" is not defined")) {
        Some((name, _)) => fault.resting_on(Matter::Message(name.to_owned())),
        None => fault,
    };
    match place {
        Some(span) => {
            let name = format!("template {} {}: {}", span.file.0, span.start, fault.message);
            fault.at(span).because_of(Cause { name, instead: None })
        }
        None => fault,
    }
}

/// The name that Tera says a value has no field of, and what it says of it.
fn unknown_field(message: &str) -> Option<(&str, &str)> {
    message.split_once("ield `")?.1.split_once('`')
}

/// Braces that are not closed, or not by those that should, where Tera says only what it found in their place.
fn braces(error: &tera::Error, files: &[(String, FileId)], sources: &Sources) -> Option<Diagnostic> {
    let ErrorKind::SyntaxError(report) = error.kind() else { return None };
    let (_, file) = files.iter().find(|(name, _)| name == report.filename())?;
    let at = LineColumn { line: report.span().start_line, column: report.span().start_col + 1 };
    let place = span(report.filename(), at, None, files, sources)?;
    let text = &sources.get(*file).text;
    let before = text[..place.start].trim_end();
    if before.ends_with("{{{") {
        let message = "the template does not work: here stand three braces";
        let fault = Diagnostic::error(Code::Template, message).at(file.span(before.len() - 3..before.len()));
        return Some(fault.help("write two at each end: {{ … }}"));
    }
    let OpenBraces { start, open, close, inner, written } = open_braces(text, place.start)?;
    // A value may itself end in a brace.
    if !report.message().contains(&format!("expected {close}")) && written.is_empty() {
        return None;
    }
    let message = match written {
        "" => format!("the template does not work: this `{open}` is not closed, its `{close}` is missing"),
        _ => format!("the template does not work: this `{open}` is closed by `{written}`"),
    };
    let help = format!("write {open} {inner} {close}");
    Some(Diagnostic::error(Code::Template, message).at(file.span(start..start + open.len())).help(help))
}

/// For a template that is not there, the nearest one that is.
fn missing_parent(error: &tera::Error, files: &[(String, FileId)]) -> Option<String> {
    let ErrorKind::MissingParent { parent, .. } = error.kind() else { return None };
    let near = nearest(parent, files.iter().map(|(name, _)| name.as_str()))?;
    Some(format!("did you mean {{% extends \"{near}\" %}}?"))
}

/// A tag that is not closed, where Tera says only that the text ends or goes on in another way.
fn not_closed(error: &tera::Error, files: &[(String, FileId)], sources: &Sources) -> Option<Diagnostic> {
    let ErrorKind::SyntaxError(report) = error.kind() else { return None };
    let (_, file) = files.iter().find(|(name, _)| name == report.filename())?;
    let UnclosedTag { start, name, unknown } = unclosed(&sources.get(*file).text)?;
    let end = format!("end{name}");
    if let Some((at, written)) = unknown.filter(|(_, written)| nearest(written, [end.as_str()]).is_some()) {
        let message = format!("the template does not work: there is no tag `{{% {written} %}}`");
        let fault = Diagnostic::error(Code::Template, message).at(file.span(at..at + 2));
        return Some(fault.help(format!("did you mean `{{% {end} %}}`?")));
    }
    let message = format!("the template does not work: this `{{% {name} %}}` is not closed");
    let fault = Diagnostic::error(Code::Template, message).at(file.span(start..start + 2));
    Some(fault.help(format!("write `{{% {end} %}}` where it ends")))
}

/// For a field that a view has not, the nearest one that it has.
fn field(message: &str) -> Option<String> {
    let variable = || message.split_once("ariable `")?.1.split_once('`');
    let (unknown, fields) = unknown_field(message).or_else(variable)?;
    let (_, fields) = fields.split_once("fields: ").or_else(|| fields.split_once("variables: "))?;
    let near = nearest(unknown, fields.split(',').map(str::trim))?;
    Some(format!("did you mean `{near}`?"))
}

/// Tera joins what it says of unknown names into one text: a line `error: …`, then ` --> name:line:column`, a fault.
fn report(text: &str, files: &[(String, FileId)], sources: &Sources) -> Option<Vec<Diagnostic>> {
    let mut faults = Vec::new();
    let mut message = None;
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            message = Some(said);
        } else if let Some((_, place)) = line.trim_start().split_once("--> ")
            && let Some(message) = message.take()
        {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next()?.trim().parse().ok()?;
            let line = parts.next()?.parse().ok()?;
            let name = parts.next()?;
            let fault =
                Diagnostic::error(Code::Template, format!("the template does not work: {}", lowercase_first(message)));
            let fault = fault.help(remedy(message, name, files, sources));
            let place = span(name, LineColumn { line, column }, None, files, sources);
            faults.push(place.map_or_else(|| fault.clone(), |span| fault.clone().at(span)));
        }
    }
    (!faults.is_empty()).then_some(faults)
}

/// For an unknown component, the nearest one that a template defines; for an unknown block, the nearest one of the templates
/// that the template extends.
fn remedy(message: &str, template: &str, files: &[(String, FileId)], sources: &Sources) -> String {
    let unknown = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("Unknown component") {
        let texts = files.iter().map(|(_, file)| sources.get(*file).text.as_str());
        let names =
            texts.flat_map(|text| text.split("{% component ").skip(1)).filter_map(|rest| rest.split('(').next());
        if let Some(near) = nearest(unknown, names.map(str::trim)) {
            return format!("did you mean `{near}`?");
        }
        return "define it in a file in templates/components/".to_owned();
    }
    if message.starts_with("Block ") {
        let blocks = Parents { files, sources }.blocks_above(template);
        let near = nearest(unknown, blocks.iter().copied());
        return match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the blocks of the templates that it extends are {}", quoted_list(blocks)),
        };
    }
    if message.starts_with("Unknown template") {
        return match nearest(unknown, files.iter().map(|(name, _)| name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write `templates/{unknown}`, or take the tag out"),
        };
    }
    "use what Tera offers, and leave everything else to the views".to_owned()
}

/// A place that Tera names, in the file: there the lines have their indentation.
fn span(
    name: &str,
    at: LineColumn,
    end: Option<LineColumn>,
    files: &[(String, FileId)],
    sources: &Sources,
) -> Option<Span> {
    let (_, file) = files.iter().find(|(known, _)| known == name)?;
    let source: &Source = sources.get(*file);
    let in_file = |place: LineColumn| {
        let line = source.text.lines().nth(place.line.saturating_sub(1)).unwrap_or_default();
        source.offset(LineColumn { column: place.column + indentation(line), ..place })
    };
    let start = in_file(at);
    let end = end.map_or_else(|| source.text.ceil_char_boundary(start + 1), in_file);
    Some(file.span(start..end))
}

fn lowercase_first(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(texts: &[(&str, &str)]) -> Result<Templates, Vec<String>> {
        let mut sources = Sources::default();
        let files: Vec<_> =
            texts.iter().map(|(name, text)| ((*name).to_owned(), sources.add(Source::new(*name, *text)))).collect();
        let place = |fault: &Diagnostic| {
            let at = fault.span.map(|span| sources.get(span.file).line_column(span.start));
            at.map_or("nowhere".to_owned(), |at| format!("{}:{}", at.line, at.column))
        };
        Templates::load(&files, &[], &sources)
            .map_err(|faults| faults.iter().map(|fault| format!("{} {}", place(fault), fault.message)).collect())
    }

    /// Pins the form of Tera's reports, which `report` reads.
    #[test]
    fn every_fault_of_a_set_is_reported_with_its_place() {
        let unknown = load(&[("a.html", "x\n{{ <card /> }}{{ nothing() }}"), ("b.html", "{{ 1 | shout }}")]);
        let mut unknown = unknown.err().unwrap_or_default();
        unknown.sort();
        assert_eq!(
            unknown,
            [
                "1:8 the template does not work: unknown filter `shout`",
                "2:18 the template does not work: unknown function `nothing`",
                "2:4 the template does not work: unknown component `card`",
            ]
        );
        let syntax =
            load(&[("a.html", "{% if %}"), ("b.html", "ok"), ("c.html", "العربية {{ }}")]).err().unwrap_or_default();
        assert_eq!(syntax.len(), 2, "{syntax:?}");
        assert!(syntax[1].starts_with("1:12"), "{syntax:?}");
        let indented = load(&[("a.html", "x\n    {{ 1 | shout }}\n")]).err().unwrap_or_default();
        assert_eq!(indented, ["2:12 the template does not work: unknown filter `shout`"]);
        let parent = load(&[("a.html", "{% extends \"none.html\" %}")]).err().unwrap_or_default();
        assert_eq!(parent, ["1:1 the template does not work: it extends `none.html`, which is not there"]);
    }

    #[test]
    fn safe_text_stays_safe_inside_a_view() {
        #[derive(Serialize)]
        struct View {
            raw: Shared,
            text: &'static str,
        }
        let templates = load(&[("a.html", "{{ raw }} {{ text }}")]).unwrap_or_else(|faults| panic!("{faults:?}"));
        let out = templates.render("a.html", &View { raw: html("<b>"), text: "<b>" }, 0, &Sources::default());
        assert_eq!(out.as_deref(), Ok(b"<b> &lt;b&gt;".as_slice()));
    }
}
