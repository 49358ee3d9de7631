//! The Content-Security-Policy of every document: what a page may run and load. Scripts and sheets are files of the site,
//! or stand in a template, which the policy names by their digests. They are looked for in the templates and not in the
//! documents: what an article brings into a document by whatever mistake has no digest and does not run.

use std::ops::Range;

use data_encoding::BASE64;
use memchr::memmem::Finder;

use crate::config::{Config, ContentSources, RawHtml};
use crate::text::html_tags::{HtmlAttribute, HtmlTag, start_tags};

/// The policy of a site.
#[derive(Debug, Default)]
pub struct Policy {
    /// Nothing for a site without a policy.
    sources: Option<ContentSources>,
    /// Where images, sounds and films may come from beside the site.
    shown: Vec<&'static str>,
    /// Scripts and sheets that stand in templates.
    inline: Vec<Inline>,
}

/// What every page may load, on any site: the value of each directive.
const DIRECTIVES: [(&str, &str); 8] = [
    ("default-src", "'none'"),
    (SCRIPTS, "'self'"),
    (STYLES, "'self'"),
    (IMAGES, "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
];

const SCRIPTS: &str = "script-src";
const STYLES: &str = "style-src";
const IMAGES: &str = "img-src";
const MEDIA: &str = "media-src";

/// What only some documents may load: by a tag that they hold, a directive and its value. The converter of formulas sets
/// tables, widths and colours by attributes of style; a sheet that stands in the document is still none.
const OF_SOME: [(&str, &str, &str); 4] = [
    ("<math ", "style-src-attr", ANY_INLINE),
    ("<audio", MEDIA, "'self'"),
    ("<video", MEDIA, "'self'"),
    ("<link rel=\"manifest\"", "manifest-src", "'self'"),
];

/// With this source a directive allows all that is inline; digests beside it would revoke it.
const ANY_INLINE: &str = "'unsafe-inline'";

/// A script or a sheet that stands in a template.
#[derive(Debug)]
struct Inline {
    directive: &'static str,
    /// Finds it in a document.
    finder: Finder<'static>,
    /// `'sha256-…'`
    source: String,
}

/// Something in a template that the policy stops.
#[derive(Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Where it stands in the text of the template.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Policy {
    /// Of a site with these settings. A site that leaves HTML in articles as it is has none, since it could not tell what
    /// an author may have meant to run, unless its settings say what pages may load.
    pub fn new(config: &Config) -> Self {
        let sources = match (&config.security, config.raw_html) {
            (Some(sources), _) => Some(sources.clone()),
            (None, RawHtml::Allow) => None,
            (None, RawHtml::Sanitize | RawHtml::Deny) => Some(ContentSources::default()),
        };
        let shown = if config.external_images { vec!["https:", "http:"] } else { Vec::new() };
        Self { sources, shown, inline: Vec::new() }
    }

    /// Allows the scripts and sheets that stand in a template, and gives what there will not work in a page. The text is
    /// without indentation, as it is rendered.
    pub fn allow_template(&mut self, text: &str) -> Vec<Stopped> {
        let Some(sources) = &self.sources else { return Vec::new() };
        let masked = without_expressions(text);
        let mut stopped = Vec::new();
        for (tag, content) in start_tags(&masked).filter(|(tag, _)| tag.is_closed) {
            stopped.extend(stopped_attributes(&tag, sources));
            let Some(content) = content.filter(|_| is_inline(&tag)) else { continue };
            let directive = if tag.is("style") { STYLES } else { SCRIPTS };
            if sources.of(directive).iter().any(|source| source == ANY_INLINE) {
                continue;
            }
            let (own, masked) = (&text[content.clone()], &masked[content]);
            if own != masked {
                stopped.push(changing(&tag, directive));
            } else if !self.inline.iter().any(|known| known.directive == directive && known.is(own)) {
                self.inline.push(Inline::new(directive, own));
            }
        }
        stopped
    }

    /// Writes the policy into a document, before anything that it concerns.
    pub fn write_into(&self, document: &mut Vec<u8>) {
        let Some(sources) = &self.sources else { return };
        let Some(at) = std::str::from_utf8(document).ok().and_then(place) else { return };
        let value = self.value(sources, document);
        let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{value}\">");
        document.splice(at..at, meta.into_bytes());
    }

    /// The directives for a document, with what it holds and what the settings add.
    fn value(&self, sources: &ContentSources, document: &[u8]) -> String {
        let holds = |tag: &str| memchr::memmem::find(document, tag.as_bytes()).is_some();
        let mut directives: Vec<(&str, Vec<&str>)> = DIRECTIVES.iter().map(|(name, own)| (*name, vec![*own])).collect();
        let of_some = OF_SOME.iter().filter(|(tag, ..)| holds(tag)).map(|(_, name, own)| (*name, *own));
        let shown = self.shown.iter().flat_map(|source| [(IMAGES, *source), (MEDIA, *source)]);
        let inline = self.inline.iter().filter(|inline| inline.finder.find(document).is_some());
        let digests = inline.map(|inline| (inline.directive, inline.source.as_str()));
        for (name, source) in of_some.chain(shown).chain(digests).chain(sources.all()) {
            match directives.iter_mut().find(|(own, _)| *own == name) {
                Some((_, own)) if own.contains(&source) => {}
                Some((_, own)) => own.push(source),
                None => directives.push((name, vec![source])),
            }
        }
        let value: Vec<_> = directives.iter().map(|(name, sources)| format!("{name} {}", sources.join(" "))).collect();
        value.join(";")
    }
}

impl Inline {
    fn new(directive: &'static str, content: &str) -> Self {
        // A browser digests what it has read, in which every line ends in one character.
        let read = content.replace("\r\n", "\n").replace('\r', "\n");
        let digest = BASE64.encode(&hmac_sha256::Hash::hash(read.as_bytes()));
        Self { directive, finder: Finder::new(content).into_owned(), source: format!("'sha256-{digest}'") }
    }

    fn is(&self, content: &str) -> bool {
        self.finder.needle() == content.as_bytes()
    }
}

/// Where the policy goes: after `<meta charset=…>` at the beginning of the head, or else before the first element in it.
fn place(document: &str) -> Option<usize> {
    let (first, _) = start_tags(document).find(|(tag, _)| !tag.is("html") && !tag.is("head"))?;
    let is_charset = first.is("meta") && first.attribute("charset").is_some();
    Some(if is_charset { first.range.end } else { first.range.start })
}

/// Whether an element is a script or a sheet whose content is used: a script may be a file, or data that is not run.
fn is_inline(tag: &HtmlTag<'_>) -> bool {
    let is_data = |kind: &str| kind.to_ascii_lowercase().ends_with("json");
    tag.is("style")
        || tag.is("script") && (tag.attribute("src").is_none() && !tag.attribute("type").is_some_and(is_data))
}

/// Attributes that the policy stops, and scripts of other sites.
fn stopped_attributes(tag: &HtmlTag<'_>, sources: &ContentSources) -> Vec<Stopped> {
    let any_inline = |directive| sources.of(directive).iter().any(|source| source == ANY_INLINE);
    let stop = |message: String, help: String| Stopped { range: tag.range.clone(), message, help };
    let mut stopped = Vec::new();
    for HtmlAttribute { name, value, .. } in tag.attributes() {
        let lower = name.to_ascii_lowercase();
        if lower == "style" && !any_inline(STYLES) {
            let help = "set it in a sheet in static/assets/, or write `[security] style_src = [\"'unsafe-inline'\"]` in site.toml";
            stopped.push(stop(
                "browsers will ignore the attribute `style` under the policy of the page".into(),
                help.into(),
            ));
        } else if is_handler(&lower) && !any_inline(SCRIPTS) {
            let help = "add the listener in a script: element.addEventListener(…)";
            stopped.push(stop(format!("browsers will not run `{lower}` under the policy of the page"), help.into()));
        } else if lower == "src" && tag.is("script") && !is_allowed_script(value, sources) {
            let help = format!("write `[security] script_src = [\"{}\"]` in site.toml", origin(value));
            stopped.push(stop("the policy of the page allows no scripts of other sites".into(), help));
        }
    }
    stopped
}

/// Whether an attribute is one of `onclick` and its kind.
fn is_handler(name: &str) -> bool {
    name.strip_prefix("on")
        .is_some_and(|event| !event.is_empty() && event.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Whether a script may be fetched, as far as that can be told without asking.
fn is_allowed_script(address: &str, sources: &ContentSources) -> bool {
    let is_elsewhere = address.starts_with("//") || address.contains("://");
    let host = address.split("//").nth(1).unwrap_or_default();
    let covers = |source: &String| {
        let source = source.strip_prefix('*').unwrap_or(source);
        source.ends_with(':') || address.starts_with(source) || host.contains(source)
    };
    !is_elsewhere || sources.of(SCRIPTS).iter().any(covers)
}

/// Scheme and host of an address.
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("//").unwrap_or(("", address));
    let scheme = if scheme.is_empty() { "https:" } else { scheme };
    format!("{scheme}//{}", rest.split('/').next().unwrap_or_default())
}

/// A script or a sheet that is not the same in all pages.
fn changing(tag: &HtmlTag<'_>, directive: &'static str) -> Stopped {
    let (what, help) = match directive {
        STYLES => ("sheet", "move what changes into a class, or"),
        _ => (
            "script",
            "give it what changes in an attribute such as `data-value`, which it reads from `document.currentScript`, or",
        ),
    };
    let key = directive.replace('-', "_");
    Stopped {
        range: tag.range.clone(),
        message: format!(
            "the policy of the page cannot allow this {what}, since it holds an expression of the template"
        ),
        help: format!("{help} write `[security] {key} = [\"{ANY_INLINE}\"]` in site.toml"),
    }
}

/// A template in which all that is Tera's is blank, as HTML sees it; everything else stays in its place.
fn without_expressions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.match_indices('{').map(|(at, _)| at).find(|at| closing(&rest[*at..]).is_some()) {
        let inside = &rest[at..];
        let close = closing(inside).unwrap_or_default();
        let length = inside.find(close).map_or(inside.len(), |end| end + close.len());
        out.push_str(&rest[..at]);
        out.extend(std::iter::repeat_n(BLANK, length));
        rest = &inside[length..];
    }
    out + rest
}

/// White space in HTML that nobody writes.
const BLANK: char = '\u{c}';

/// What ends the tag of Tera that begins a text.
fn closing(text: &str) -> Option<&'static str> {
    match text.get(..2)? {
        "{{" => Some("}}"),
        "{%" => Some("%}"),
        "{#" => Some("#}"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy { sources: Some(ContentSources::default()), ..Policy::default() }
    }

    fn messages(stopped: &[Stopped]) -> Vec<&str> {
        stopped.iter().map(|stopped| stopped.message.as_str()).collect()
    }

    fn written(policy: &Policy, document: &str) -> String {
        let mut bytes = document.as_bytes().to_vec();
        policy.write_into(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_stands_in_a_template_is_allowed_by_its_digest_where_a_document_has_it() {
        let mut policy = policy();
        assert_eq!(policy.allow_template("<script>alert(1)</script><style>a{}</style>{# <script>x</script> #}"), []);
        let both = written(&policy, "<!doctype html><meta charset=utf-8><script>alert(1)</script><style>a{}</style>");
        // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(both.contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';"), "{both}");
        assert_eq!(both.matches("sha256-").count(), 2);
        let one = written(&policy, "<!doctype html><meta charset=utf-8><script>alert(1)</script>");
        assert!(one.contains(";style-src 'self';"), "{one}");
        let other = written(&policy, "<!doctype html><meta charset=utf-8><script>alert(2)</script>");
        assert_eq!(other.matches("sha256-").count(), 0, "{other}");
    }

    #[test]
    fn a_policy_stands_before_all_that_it_concerns() {
        for (document, before) in [
            (
                "<!doctype html><html lang=ar><head>\n<meta charset=\"utf-8\">\n<title>x</title>",
                "<meta charset=\"utf-8\">",
            ),
            ("<!doctype html><html><HEAD><title>x</title><meta charset=\"utf-8\">", "<HEAD>"),
            ("<!doctype html><!-- <meta charset=x> --><script src=x></script>", "-->"),
        ] {
            let written = written(&policy(), document);
            let at = written.find("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
            assert!(written[..at].ends_with(before), "{written}");
        }
    }

    #[test]
    fn what_the_policy_stops_in_a_template_is_named() {
        let config = |sources: &[(&'static str, &str)]| {
            let text: String = sources.iter().map(|(key, source)| format!("{key} = [\"{source}\"]\n")).collect();
            let mut faults = Vec::new();
            let region = crate::fields::Region { file: crate::text::FileId(0), offset: 0 };
            let read =
                crate::fields::read_toml(&text, region, &mut faults, |fields| Some(ContentSources::read(fields)));
            assert_eq!(faults, []);
            Policy { sources: read, ..Policy::default() }
        };
        for (template, key, source) in [
            ("<p style=\"x\">", "style_src", "'unsafe-inline'"),
            ("<p {% if a > b %}style='x'{% endif %}>", "style_src", "'unsafe-inline'"),
            ("<p onclick=\"x()\">", "script_src", "'unsafe-inline'"),
            ("<script>x({{ y }})</script>", "script_src", "'unsafe-inline'"),
            ("<style>a { color: {{ y }} }</style>", "style_src", "'unsafe-inline'"),
            ("<script src=\"https://count.example/x.js\"></script>", "script_src", "https://count.example"),
            ("<script src=\"https://a.count.example/x.js\"></script>", "script_src", "*.count.example"),
            ("<script src=\"//count.example/x.js\"></script>", "script_src", "https:"),
        ] {
            assert_eq!(policy().allow_template(template).len(), 1, "{template}");
            assert_eq!(messages(&config(&[(key, source)]).allow_template(template)), [""; 0], "{template}");
            assert_eq!(Policy::default().allow_template(template), [], "no policy stops nothing");
        }
        for template in [
            "<script src=\"{{ site.assets[\"site.js\"] }}\"></script>",
            "<script type=\"application/ld+json\">{{ y }}</script>",
            "<p data-on=\"1\" title=\"style='x' onclick='y'\">{{ '<p style>' }}",
            "{# <p style=\"x\"> #}",
        ] {
            assert_eq!(policy().allow_template(template), [], "{template}");
        }
    }

    #[test]
    fn settings_add_to_the_policy() {
        let text = "script_src = [\"https://count.example\"]\nframe_src = [\"https://film.example\"]\n";
        let region = crate::fields::Region { file: crate::text::FileId(0), offset: 0 };
        let sources =
            crate::fields::read_toml(text, region, &mut Vec::new(), |fields| Some(ContentSources::read(fields)));
        let policy = Policy { sources, shown: vec!["https:"], inline: Vec::new() };
        let document = written(&policy, "<meta charset=utf-8><video src=a.mp4><audio src=a.mp3>");
        let value = document.split("content=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(
            value.expect("a policy"),
            "default-src 'none';script-src 'self' https://count.example;style-src 'self';img-src 'self' data: https:;\
             font-src 'self';connect-src 'self';base-uri 'none';form-action 'self';media-src 'self' https:;\
             frame-src https://film.example"
        );
    }
}
