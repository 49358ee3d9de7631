//! `[security]` in `site.toml`: what pages may load beside the files of the site itself.

use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::text::Located;

/// The keys of `[security]`, and the directives of a Content-Security-Policy that they add to.
const DIRECTIVES: [(&str, &str); 10] = [
    ("script_src", "script-src"),
    ("style_src", "style-src"),
    ("img_src", "img-src"),
    ("font_src", "font-src"),
    ("connect_src", "connect-src"),
    ("media_src", "media-src"),
    ("frame_src", "frame-src"),
    ("manifest_src", "manifest-src"),
    ("worker_src", "worker-src"),
    ("form_action", "form-action"),
];

/// What pages may load beside the files of the site itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentSources(Vec<(&'static str, Vec<String>)>);

impl ContentSources {
    /// Reads the table. A source that is none is reported and left out.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut all = Vec::new();
        for (key, directive) in DIRECTIVES {
            let listed = fields.strings(key);
            let mut sources = Vec::new();
            for Located { value, span } in listed {
                if is_source(&value) {
                    sources.push(value);
                    continue;
                }
                let message = format!("`{value}` is no source that `{key}` can name");
                let help = "write an origin such as \"https://example.org\", a scheme such as \"data:\", or a keyword in \
                            single quotes such as \"'unsafe-inline'\"";
                fields.fault(Diagnostic::error(Code::InvalidValue, message).at(span).help(help));
            }
            if !sources.is_empty() {
                all.push((directive, sources));
            }
        }
        Self(all)
    }

    /// What a directive allows beside what it allows on any site.
    pub fn of(&self, directive: &str) -> &[String] {
        self.0.iter().find(|(own, _)| *own == directive).map_or(&[], |(_, sources)| sources)
    }

    /// Directives with each source that they allow beside, in a fixed order.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().flat_map(|(directive, sources)| sources.iter().map(|source| (*directive, source.as_str())))
    }
}

/// Whether a text is one source of the Content-Security-Policy, by its form. None of them holds a character that would
/// end it, its directive or the attribute in which the policy stands.
fn is_source(text: &str) -> bool {
    let is_base64 = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte))
    };
    if let Some(keyword) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        let digest = ["sha256-", "sha384-", "sha512-"].iter().find_map(|name| keyword.strip_prefix(name));
        let known = ["self", "unsafe-inline", "unsafe-eval", "unsafe-hashes", "wasm-unsafe-eval", "strict-dynamic"];
        return known.contains(&keyword) || digest.is_some_and(is_base64);
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/*%".contains(&byte);
    text.bytes().all(is_plain) && text.contains(['.', ':', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_told_by_their_form() {
        for source in [
            "https:",
            "data:",
            "*",
            "https://example.org",
            "https://example.org:8443/a/b.js",
            "*.example.org",
            "wss://example.org",
            "https://xn--mgbh0fb.example",
            "'self'",
            "'unsafe-inline'",
            "'sha256-Lgzz9hsrBWxj/+gLkNnXXxDxKgU2Idp8lFl2rNJEYdE='",
        ] {
            assert!(is_source(source), "{source}");
        }
        for other in [
            "",
            "self",
            "unsafe-inline",
            "'none'",
            "'sha256-'",
            "'sha256-a b'",
            "'nonce-x'",
            "https://a.example https://b.example",
            "https://a.example;script-src",
            "https://a.example,",
            "https://a.example\"><script>",
            "https://a.example'",
            "https://موقع.example",
            "https://a.example\n",
        ] {
            assert!(!is_source(other), "{other}");
        }
    }
}
