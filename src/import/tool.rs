//! Where the tools that people come from keep documents, languages and settings.

use std::collections::BTreeMap;

use super::literal::literals_behind;
use crate::locale::{Digits, Locale};

/// The files of the tree that is moved, by their paths with `/`.
pub type ForeignFiles = BTreeMap<String, Vec<u8>>;

/// A generator from which trees are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// VitePress.
    VitePress,
    /// MkDocs, with the plugin for languages or without.
    MkDocs,
    /// Docusaurus.
    Docusaurus,
    /// mdBook.
    MdBook,
    /// Hugo.
    Hugo,
    /// Zola.
    Zola,
    /// Jekyll.
    Jekyll,
    /// Markdown files in folders, as code hosts show them.
    Plain,
}

/// The folder in which courses have all of their translations, each in a folder of its language.
const TRANSLATIONS: &str = "translations/";

impl Tool {
    /// Whether the names of files may say their language: `page.ar.md`.
    pub fn has_endings(self) -> bool {
        matches!(self, Self::MkDocs | Self::Hugo | Self::Zola | Self::Plain)
    }
}

/// Where things are in a tree.
#[derive(Debug)]
pub struct Layout {
    /// Which tool it was written for.
    pub tool: Tool,
    /// The tags of the languages, the first one first.
    pub languages: Vec<String>,
    /// Folders with documents, each ending in `/` unless it is the whole tree, and the language of what is in them. The
    /// longest that holds a file counts.
    pub roots: Vec<(String, usize)>,
    /// Folders whose files are published as they are.
    statics: Vec<String>,
    /// The settings, by name and text.
    pub settings: Vec<(String, String)>,
    /// The language that the settings name, where it is none that is known here.
    pub unknown_language: Option<String>,
    /// What the site is called.
    pub title: Option<String>,
    /// What the site is about.
    pub description: Option<String>,
    /// Where the site was, as its settings say it.
    pub base_url: Option<String>,
    /// The part of addresses under which the documents were, without slashes: `docs` of Docusaurus.
    route: String,
    /// Whether a page `a` was at `a/`, and not at `a.html`.
    has_folders: bool,
}

impl Layout {
    /// Looks where things are.
    pub fn new(files: &ForeignFiles, tool: Tool, languages: &[String]) -> Self {
        let settings = settings(files, tool);
        let setting =
            |keys: &[&str]| keys.iter().find_map(|key| settings.iter().find_map(|(_, text)| value(text, key)));
        let root = root(files, tool, &setting);
        let title = match tool {
            Tool::MkDocs => setting(&["site_name"]),
            Tool::Plain => None,
            _ => setting(&["title"]),
        };
        let named = named_language(&settings, tool, &setting).filter(|_| languages.is_empty());
        let known = named.as_deref().and_then(known_tag);
        let unknown_language = named.filter(|_| known.is_none());
        let languages = match languages {
            [] => found_languages(files, &root, tool, known),
            given => given.to_vec(),
        };
        let mut roots = vec![(root.clone(), 0)];
        for (at, tag) in languages.iter().enumerate() {
            roots.push((format!("{root}{tag}/"), at));
            if tool == Tool::Plain {
                roots.push((format!("{root}{TRANSLATIONS}{tag}/"), at));
            }
            if tool == Tool::Docusaurus {
                roots.push((format!("i18n/{tag}/docusaurus-plugin-content-docs/current/"), at));
            }
        }
        if tool == Tool::Jekyll {
            roots.extend(["_docs/", "_pages/"].map(|folder| (folder.to_owned(), 0)));
        }
        let statics = match tool {
            Tool::VitePress => vec![format!("{root}public/")],
            Tool::Docusaurus | Tool::Hugo | Tool::Zola => vec!["static/".to_owned()],
            Tool::Jekyll => vec![],
            Tool::MkDocs | Tool::MdBook | Tool::Plain => vec![],
        };
        let description = setting(match tool {
            Tool::MkDocs => &["site_description"],
            Tool::Docusaurus => &["tagline"],
            Tool::Plain => &[],
            _ => &["description"],
        });
        let joined = |url: &[&str], path: &str| {
            let (url, path) = (setting(url)?, setting(&[path]).unwrap_or_default());
            Some(format!("{}/{}", url.trim_end_matches('/'), path.trim_matches('/')))
        };
        let base_url = match tool {
            Tool::MkDocs => setting(&["site_url"]),
            Tool::Docusaurus => joined(&["url"], "baseUrl"),
            Tool::VitePress => joined(&["hostname"], "base"),
            Tool::Jekyll => joined(&["url"], "baseurl"),
            Tool::Hugo => setting(&["baseURL", "baseurl"]),
            Tool::Zola => setting(&["base_url"]),
            Tool::MdBook | Tool::Plain => None,
        };
        let has_folders = match tool {
            Tool::MkDocs => setting(&["use_directory_urls"]).as_deref() != Some("false"),
            Tool::Jekyll => setting(&["permalink"]).as_deref() == Some("pretty"),
            Tool::VitePress | Tool::MdBook => false,
            Tool::Docusaurus | Tool::Hugo | Tool::Zola | Tool::Plain => true,
        };
        let route = if tool == Tool::Docusaurus { docusaurus_route(&settings) } else { String::new() };
        Self {
            tool,
            languages,
            roots,
            statics,
            settings,
            unknown_language,
            title,
            description,
            base_url,
            route,
            has_folders,
        }
    }

    /// The folder of the first language's documents.
    pub fn root(&self) -> &str {
        self.roots.first().map_or("", |(root, _)| root)
    }

    /// The name below `static/` of a file that is published as it is.
    pub fn published<'a>(&self, path: &'a str) -> Option<&'a str> {
        self.statics.iter().find_map(|folder| path.strip_prefix(folder.as_str()))
    }

    /// Where a path from the top of the site lies in the tree.
    pub fn places_below(&self, path: &str) -> Vec<String> {
        let mut places: Vec<String> = self.statics.iter().map(|folder| format!("{folder}{path}")).collect();
        places.push(format!("{}{path}", self.root()));
        if let Some((tag, rest)) = path.split_once('/').filter(|(tag, _)| self.languages.iter().any(|own| own == tag)) {
            let folders = self.roots.iter().filter(|(_, language)| self.languages[*language] == tag);
            places.extend(folders.map(|(folder, _)| format!("{folder}{rest}")));
            places.push(format!("{}{rest}", self.root()));
        }
        places.push(path.to_owned());
        places
    }

    /// What a part of the path of a file, or a slug, was in an address: Hugo and Zola make others of them unless their settings
    /// say otherwise. What Zola makes of letters beside the Latin ones is not known here.
    pub fn published_name(&self, name: &str) -> String {
        let says = |key: &str, values: &[&str]| {
            let said = self.settings.iter().find_map(|(_, text)| value(text, key));
            said.is_some_and(|said| values.contains(&said.as_str()))
        };
        match self.tool {
            Tool::Hugo if says("disablePathToLower", &["true"]) => hugo_name(name),
            Tool::Hugo => hugo_name(name).to_lowercase(),
            Tool::Zola if name.is_ascii() && !says("paths", &["safe", "off"]) => {
                let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
                words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
            }
            _ => name.to_owned(),
        }
    }

    /// Whether a file name without its ending is that of the page of its folder.
    pub fn is_index(&self, stem: &str) -> bool {
        match self.tool {
            Tool::Hugo | Tool::Zola => matches!(stem, "_index" | "index"),
            Tool::VitePress => stem == "index",
            _ => stem == "index" || stem.eq_ignore_ascii_case("readme"),
        }
    }

    /// Where the tool published a document, given by its path without its ending and without `index`: as paths from the top.
    pub fn old_addresses(&self, tag: &str, path: &str, is_index: bool) -> Vec<String> {
        let language = if tag == self.languages[0] { "" } else { tag };
        let parts = [language, &self.route, path];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let address = format!("/{}", parts.join("/"));
        match self.tool {
            Tool::Plain => Vec::new(),
            _ if is_index || path.is_empty() || self.has_folders => vec![address],
            _ => vec![format!("{address}.html")],
        }
    }

    /// The address in the tree without the tag of a language that is not the first.
    pub fn without_language<'p>(&self, path: &'p str) -> &'p str {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        if self.languages.iter().skip(1).any(|tag| tag == first) { rest } else { path }
    }

    /// The language in whose folder a path from the top is, by number.
    pub fn language_of(&self, path: &str) -> usize {
        let first = path.trim_start_matches(['.', '/']).split('/').next();
        self.languages.iter().skip(1).position(|tag| Some(tag.as_str()) == first).map_or(0, |at| at + 1)
    }

    /// Whether a page `a` was at `a/`, from where its links counted.
    pub fn has_folders(&self) -> bool {
        self.has_folders && self.tool != Tool::Plain
    }

    /// Whether the documents were all there was at the root of the site.
    pub fn is_at_root(&self) -> bool {
        self.route.is_empty()
    }
}

/// The address under which Docusaurus publishes documents: `routeBasePath` of its `docs`.
fn docusaurus_route(settings: &[(String, String)]) -> String {
    let config = settings.iter().find(|(name, _)| name.starts_with("docusaurus.config."));
    let docs = config.map(|(_, text)| literals_behind(text, "docs:")).unwrap_or_default();
    let route = docs.iter().find_map(|docs| docs.text_of("routeBasePath"));
    route.unwrap_or("docs").trim_matches('/').to_owned()
}

/// A name without the signs that Hugo takes out of addresses; a hyphen for blanks.
fn hugo_name(name: &str) -> String {
    let mut out = String::new();
    let mut after_blank = false;
    for c in name.chars() {
        // Marks of vowels, which are no letters in Unicode, stay too.
        if c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace() || "._#+~-@".contains(c) {
            if after_blank && c != '-' {
                out.push('-');
            }
            after_blank = false;
            out.push(c);
        } else {
            after_blank |= c.is_whitespace() && !out.is_empty() && !out.ends_with('-');
        }
    }
    out
}

/// The files in which the tool keeps its settings and its navigation.
fn settings(files: &ForeignFiles, tool: Tool) -> Vec<(String, String)> {
    let is_settings = |path: &str| match tool {
        Tool::VitePress => path.contains(".vitepress/") && path.contains("config") && !path.contains("/cache/"),
        Tool::MkDocs => matches!(path, "mkdocs.yml" | "mkdocs.yaml"),
        Tool::Docusaurus => path.starts_with("docusaurus.config.") || path.starts_with("sidebars."),
        Tool::MdBook => path == "book.toml",
        Tool::Hugo => {
            matches!(path, "hugo.toml" | "config.toml" | "hugo.yaml" | "config.yaml" | "config/_default/hugo.toml")
        }
        Tool::Zola => matches!(path, "config.toml" | "zola.toml"),
        Tool::Jekyll => path == "_config.yml",
        Tool::Plain => false,
    };
    let text = |(path, bytes): (&String, &Vec<u8>)| Some((path.clone(), String::from_utf8(bytes.clone()).ok()?));
    files.iter().filter(|(path, _)| is_settings(path)).filter_map(text).collect()
}

/// The folder of the documents.
fn root(files: &ForeignFiles, tool: Tool, setting: &dyn Fn(&[&str]) -> Option<String>) -> String {
    let folder = |named: Option<String>, default: &str| {
        let named = named.unwrap_or_else(|| default.to_owned());
        let named = named.trim_start_matches("./").trim_matches('/');
        if named.is_empty() || named == "." { String::new() } else { format!("{named}/") }
    };
    match tool {
        Tool::VitePress => {
            let at = files.keys().find_map(|path| path.find(".vitepress/").map(|at| path[..at].to_owned()));
            at.unwrap_or_default() + &folder(setting(&["srcDir"]), "")
        }
        Tool::MkDocs => folder(setting(&["docs_dir"]), "docs"),
        Tool::Docusaurus => "docs/".to_owned(),
        Tool::MdBook => folder(setting(&["src"]), "src"),
        Tool::Hugo | Tool::Zola => "content/".to_owned(),
        Tool::Jekyll | Tool::Plain => String::new(),
    }
}

/// The value of a key in a text of any notation: a text in quotes, or the rest of the line.
pub fn value(text: &str, key: &str) -> Option<String> {
    let of_line = |line: &str| {
        let is_free =
            |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '#'));
        line.match_indices(key).filter(|(at, _)| is_free(*at)).find_map(|(at, _)| value_behind(&line[at + key.len()..]))
    };
    text.lines().find_map(of_line)
}

fn value_behind(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(['"', '\'']).trim_start().strip_prefix([':', '='])?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
    let found = match quote {
        Some(quote) => rest[1..].split(quote).next()?,
        None => rest.split([',', '#']).next()?.trim(),
    };
    Some(found.to_owned()).filter(|found| !found.is_empty() && !found.contains(['{', '(', '[']))
}

/// The language of the pages at the top, as the settings name it.
fn named_language(
    settings: &[(String, String)],
    tool: Tool,
    setting: &dyn Fn(&[&str]) -> Option<String>,
) -> Option<String> {
    match tool {
        // The theme has the words of the interface in it. The plugin for languages knows better which one is at the top.
        Tool::MkDocs => setting(&["default_language"])
            .or_else(|| settings.iter().find_map(|(_, text)| language_of_theme(text)))
            .or_else(|| setting(&["locale"])),
        Tool::MdBook => {
            let book = of_table(settings, "[book]");
            book.into_iter().find(|(key, _)| key == "language").map(|(_, tag)| tag)
        }
        Tool::VitePress => {
            let locales = settings.iter().flat_map(|(_, text)| literals_behind(text, "root:"));
            let root = locales.filter_map(|root| root.text_of("lang").map(str::to_owned)).next();
            root.or_else(|| setting(&["lang"]))
        }
        Tool::Docusaurus => setting(&["defaultLocale"]),
        Tool::Hugo => setting(&["defaultContentLanguage", "languageCode"]),
        Tool::Zola => setting(&["default_language"]),
        Tool::Jekyll => setting(&["lang", "locale"]),
        Tool::Plain => None,
    }
}

/// `language`, or else `locale`, of the theme of MkDocs.
fn language_of_theme(settings: &str) -> Option<String> {
    let mut lines = settings.lines().skip_while(|line| !line.starts_with("theme:"));
    let first = lines.next()?;
    let below = lines.take_while(|line| line.is_empty() || line.starts_with([' ', '\t', '#']));
    let lines: Vec<&str> = std::iter::once(first).chain(below.filter(|line| !line.trim().starts_with('#'))).collect();
    let found = ["language", "locale"].iter().find_map(|key| lines.iter().find_map(|line| value(line, key)))?;
    Some(found.trim_end_matches('}').trim().to_owned())
}

/// The tag of a language that is known here, as it is written here: `zh_cn` is `zh-CN`.
fn known_tag(written: &str) -> Option<String> {
    let part = |(at, part): (usize, &str)| match (at, part.len()) {
        (1.., 2) => part.to_ascii_uppercase(),
        (1.., 4) => part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase(),
        _ => part.to_ascii_lowercase(),
    };
    let is_plain = written.is_ascii();
    let tag = is_plain.then(|| written.split(['-', '_']).enumerate().map(part).collect::<Vec<_>>().join("-"))?;
    Locale::new(&tag, Digits::Latin)?.language_name(&tag).is_some().then_some(tag)
}

/// The keys and texts of a table of settings in TOML.
pub fn of_table(settings: &[(String, String)], header: &str) -> Vec<(String, String)> {
    let lines = settings.iter().flat_map(|(_, text)| text.lines());
    let own = lines.skip_while(|line| line.trim() != header).skip(1).take_while(|line| !line.trim().starts_with('['));
    let pair = |line: &str| {
        let (key, value) = line.split_once('=')?;
        let plain = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
        (!line.trim().starts_with('#')).then(|| (plain(key), plain(value)))
    };
    own.filter_map(pair).collect()
}

/// The language that the settings name, or else English, and others that have a folder or an ending of their own.
fn found_languages(files: &ForeignFiles, root: &str, tool: Tool, named: Option<String>) -> Vec<String> {
    let is_tag = |tag: &str| {
        let fit = tag.len() == 2 || tag.len() == 5 && tag.as_bytes()[2] == b'-';
        fit && Locale::new(tag, Digits::Latin).is_some_and(|locale| locale.language_name(tag).is_some())
    };
    let mut languages: Vec<String> = named.into_iter().collect();
    let is_named = !languages.is_empty();
    let mut add = |tag: &str| {
        if is_tag(tag) && !languages.iter().any(|own| own == tag) {
            languages.push(tag.to_owned());
        }
    };
    let documents = || files.keys().filter(|path| path.ends_with(".md") || path.ends_with(".mdx"));
    let has_other_pages =
        documents().any(|path| path.strip_prefix(root).is_some_and(|rest| !rest.split('/').next().is_some_and(is_tag)));
    if has_other_pages && !is_named {
        add("en");
    }
    if tool.has_endings() {
        for path in documents().filter(|path| path.starts_with(root)) {
            let Some((page, tag)) = path.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('.')) else { continue };
            // A page that is there without an ending, too, has another language there.
            if ["md", "mdx", "markdown"].iter().any(|end| files.contains_key(&format!("{page}.{end}"))) {
                add(tag);
            }
        }
    }
    for path in documents().filter_map(|path| path.strip_prefix(root)?.strip_prefix(TRANSLATIONS)) {
        if let Some((tag, _)) = path.split_once('/').filter(|_| tool == Tool::Plain) {
            add(tag);
        }
    }
    for path in documents() {
        let folder = if tool == Tool::Docusaurus { path.strip_prefix("i18n/") } else { path.strip_prefix(root) };
        let Some((first, _)) = folder.and_then(|rest| rest.split_once('/')) else { continue };
        add(first);
    }
    if languages.is_empty() {
        languages.push("en".to_owned());
    }
    languages
}

/// A path from a folder, without `.` and `..`.
pub fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
