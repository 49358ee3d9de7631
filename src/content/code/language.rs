//! The names that authors give to languages of code, where a grammar has another.

use super::highlight::grammar_names;
use crate::diagnostic::nearest;

/// Names of code without colours.
const PLAIN: &[&str] =
    &["text", "txt", "plain", "plaintext", "none", "nohighlight", "output", "ascii", "tree", "ansi", "math", "mermaid"];

/// Names, and by which a grammar is found that colours the code as well.
const ALIASES: &[(&str, &str)] = &[
    ("angular-html", "html"),
    ("angular-ts", "ts"),
    ("apache", "htaccess"),
    ("apacheconf", "htaccess"),
    ("asm", "nasm"),
    ("assembly", "nasm"),
    ("astro", "html"),
    ("bash-session", "sh"),
    ("batch", "bat"),
    ("bibtex", "bib"),
    ("c#", "cs"),
    ("common-lisp", "lisp"),
    ("console", "sh"),
    ("csharp", "cs"),
    ("cts", "ts"),
    ("django", "jinja2"),
    ("docker", "dockerfile"),
    ("dosbatch", "bat"),
    ("dotenv", ".env"),
    ("ejs", "html"),
    ("elisp", "lisp"),
    ("env", ".env"),
    ("f#", "fs"),
    ("fsharp", "fs"),
    ("gitcommit", "COMMIT_EDITMSG"),
    ("go-html-template", "html"),
    ("golang", "go"),
    ("gomod", "go.mod"),
    ("graphviz", "dot"),
    ("handlebars", "html"),
    ("hbs", "html"),
    ("html+erb", "erb"),
    ("html+jinja", "html.j2"),
    ("http-request", "http"),
    ("json5", "json"),
    ("jsonc", "json"),
    ("jsonl", "json"),
    ("ksh", "sh"),
    ("liquid", "html"),
    ("makefile", "make"),
    ("mdx", "md"),
    ("mysql", "sql"),
    ("ndjson", "json"),
    ("node", "js"),
    ("objc", "m"),
    ("objective-c", "m"),
    ("objective-cpp", "mm"),
    ("objectivec", "m"),
    ("plpgsql", "sql"),
    ("plsql", "sql"),
    ("postgres", "sql"),
    ("postgresql", "sql"),
    ("powershell-session", "ps1"),
    ("prisma", "graphql"),
    ("prompt", "sh"),
    ("psql", "sql"),
    ("pwsh", "ps1"),
    ("pycon", "py"),
    ("python2", "py"),
    ("python3", "py"),
    ("rlang", "r"),
    ("scheme", "lisp"),
    ("sequel", "sql"),
    ("shell", "sh"),
    ("shell-session", "sh"),
    ("shellscript", "sh"),
    ("shellsession", "sh"),
    ("sqlite", "sql"),
    ("ssh-config", "ssh_config"),
    ("svg", "xml"),
    ("sys-verilog", "sv"),
    ("systemd", "ini"),
    ("terminal", "sh"),
    ("tfvars", "tf"),
    ("tsql", "sql"),
    ("udiff", "diff"),
    ("viml", "vim"),
    ("vue-html", "html"),
    ("webmanifest", "json"),
    ("wsl", "sh"),
    ("xslt", "xml"),
    ("zsh-session", "sh"),
];

/// What the word behind the backticks can be that is no language.
const BLOCKS: [&str; 3] = ["chart", "math", "mermaid"];

/// Whether code in a language has no colours, and is not meant to have any.
pub fn is_plain(language: &str) -> bool {
    PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language))
}

/// Whether code in a language is running text with a few marks, whose lines each have the direction of their words.
pub fn is_running_text(language: &str) -> bool {
    ["markdown", "md", "mdx"].iter().any(|prose| prose.eq_ignore_ascii_case(language))
}

/// The name by which the grammar of a language is looked up.
pub fn grammar_name(language: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(language)).map_or(language, |(_, name)| name)
}

/// The names by which blocks of code can name their languages, in lower case and sorted.
pub fn code_languages() -> Vec<String> {
    let grammars = grammar_names().map(str::to_lowercase).filter(|name| !name.contains(' '));
    let others = PLAIN.iter().copied().chain(ALIASES.iter().map(|(alias, _)| *alias)).map(str::to_owned);
    let mut names: Vec<String> = grammars.chain(others).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The name of a language that a person most likely meant, in lower case, if any is near.
pub fn nearest_language(written: &str) -> Option<String> {
    let written = written.to_lowercase();
    let near = |names: &mut dyn Iterator<Item = &'static str>| {
        let names: Vec<_> = names.map(str::to_lowercase).filter(|name| !name.contains(' ')).collect();
        nearest(&written, names.iter().map(String::as_str)).map(str::to_owned)
    };
    // Languages come before what some call them.
    near(&mut grammar_names())
        .or_else(|| near(&mut PLAIN.iter().copied().chain(ALIASES.iter().map(|(alias, _)| *alias))))
        .or_else(|| near(&mut BLOCKS.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::super::highlight::has_grammar;
    use super::*;

    #[test]
    fn every_name_that_authors_use_has_a_grammar() {
        for (alias, name) in ALIASES {
            assert!(has_grammar(name), "{alias}: there is no `{name}`");
        }
        let common = "bash sh shell zsh fish console js mjs cjs jsx ts tsx mts cts vue vue-html svelte html css scss sass \
                      less json jsonc json5 yaml yml toml ini xml svg md mdx markdown diff sql graphql docker dockerfile \
                      Dockerfile make makefile cmake nginx http python py py3 pycon rust rs go golang java kotlin kt swift \
                      c cpp c++ csharp cs c# ruby rb php perl lua r julia scala haskell hs elixir erlang clojure dart zig \
                      powershell ps1 bat cmd tex latex proto terraform tf hcl nix vim JavaScript Python Rust TOML";
        let unknown = |name: &&str| !is_plain(name) && !has_grammar(grammar_name(name));
        assert_eq!(common.split(' ').filter(unknown).collect::<Vec<_>>(), [""; 0]);
        assert!(ALIASES.is_sorted(), "the names are not in order");
    }

    #[test]
    fn the_nearest_language_is_named() {
        for (written, near) in [
            ("phyton", Some("python")),
            ("javscript", Some("javascript")),
            ("vue-htm", Some("vue-html")),
            ("cahrt", Some("chart")),
            ("xyzzy", None),
        ] {
            assert_eq!(nearest_language(written).as_deref(), near, "{written}");
        }
    }
}
