//! `[theme]` in `site.toml`: how a site looks without a template or a sheet of its own.

use super::contrast::{Papers, text_fault};
use super::names::{Tags, names_in_languages};
use crate::diagnostic::{Code, Diagnostic};
use crate::fields::Fields;
use crate::text::{Located, WebAddress};

/// The colours of the default sheet: the name of the key and of the CSS variable, and `#rrggbb` in the light theme and in
/// the dark one. `style.css` has the same; a test compares them.
pub const COLOURS: [(&str, [&str; 2]); 8] = [
    ("paper", ["#fbf8f1", "#191614"]),
    ("raised", ["#fffdf8", "#221e1b"]),
    ("ink", ["#26211c", "#ece5da"]),
    ("quiet", ["#665d53", "#b0a698"]),
    ("line", ["#ddd4c5", "#443c35"]),
    ("rule", ["#8d8273", "#84796c"]),
    ("code", ["#f3eee3", "#26221f"]),
    ("hit", ["#f7e7b0", "#4c4222"]),
];

/// The key of a list of fonts, and the CSS variable that it replaces.
const FONTS: [(&str, &str); 3] = [("latin", "latin"), ("arabic", "naskh"), ("code", "mono")];

/// What a site changes of how it looks.
#[derive(Debug, Default)]
pub struct Appearance {
    /// CSS variables that are replaced, each with its value; well-formed.
    pub variables: Vec<(&'static str, String)>,
    /// The colours behind text, in the light theme and in the dark one.
    pub papers: [String; 2],
    /// A picture before the name of the site: a file of `static/`.
    pub logo: Option<Located<String>>,
    /// What stands in the menu after the site's own pages.
    pub links: Vec<MenuLink>,
    /// Sheets that every page loads after the default one: files of `static/`.
    pub styles: Vec<Located<String>>,
    /// Scripts that every page loads: files of `static/`.
    pub scripts: Vec<Located<String>>,
}

/// A link of the menu.
#[derive(Debug)]
pub struct MenuLink {
    /// Its words, in the order of the languages.
    pub names: Vec<String>,
    /// Where it leads.
    pub to: MenuTarget,
}

/// Where a link of the menu leads.
#[derive(Debug)]
pub enum MenuTarget {
    /// To another site.
    Web(WebAddress),
    /// To a page of this one, by its path below `content/`, in the language of the reader.
    Page(Located<String>),
}

/// The names of files of `static/`, one or several.
fn files_of_static(theme: &mut Fields<'_, '_>, key: &str) -> Vec<Located<String>> {
    let names = theme.one_or_more(key);
    names.into_iter().filter_map(|name| file_of_static(theme, key, name)).collect()
}

/// The name of a file of `static/`, which is no address: browsers would look for `//name/x` on another site.
fn file_of_static(theme: &mut Fields<'_, '_>, key: &str, name: Located<String>) -> Option<Located<String>> {
    if !name.value.starts_with(['/', '\\']) && !name.value.contains("://") {
        return Some(name);
    }
    let message = format!("`theme.{key}` is `{}`, which is no file of `static/`", name.value);
    let fault = Diagnostic::error(Code::InvalidValue, message).at(name.span);
    theme.fault(fault.help("write the name that the file has below `static/`, such as \"name.css\""));
    None
}

impl Appearance {
    /// Reads the table `[theme]`, where there is one.
    pub fn read(site: &mut Fields<'_, '_>, tags: &Tags) -> Self {
        let mut papers = COLOURS[0].1.map(str::to_owned);
        let read = site.table("theme", |theme| {
            let mut variables = Vec::new();
            if let Some(read) = theme.table("colours", colours) {
                papers = read.paper();
                variables.extend(read.replaced());
            }
            variables.extend(theme.table("fonts", fonts).into_iter().flatten());
            Self {
                variables,
                papers: Default::default(),
                logo: theme.string("logo").and_then(|name| file_of_static(theme, "logo", name)),
                links: theme.tables("links", |link| menu_link(link, tags)).into_iter().flatten().collect(),
                styles: files_of_static(theme, "styles"),
                scripts: files_of_static(theme, "scripts"),
            }
        });
        Self { papers, ..read.unwrap_or_default() }
    }

    /// A colour of the light theme by its name in `COLOURS`, `#rrggbb`.
    pub fn light(&self, name: &str) -> String {
        self.colour(name, 0)
    }

    /// The same of the dark theme.
    pub fn dark(&self, name: &str) -> String {
        self.colour(name, 1)
    }

    fn colour(&self, name: &str, theme: usize) -> String {
        let own = self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let own = own.and_then(|value| value.strip_prefix("light-dark(")?.strip_suffix(')')?.split(',').nth(theme));
        let default = || COLOURS.iter().find(|(known, _)| *known == name).map_or("#000000", |(_, pair)| pair[theme]);
        own.unwrap_or_else(default).to_owned()
    }

    /// The colours behind text.
    pub fn papers(&self) -> Papers<'_> {
        Papers { light: &self.papers[0], dark: &self.papers[1] }
    }
}

/// The colours of a site, each with where it stands, or the default without a place.
struct Colours(Vec<(&'static str, [Option<Located<String>>; 2])>);

impl Colours {
    /// A colour in a theme, 0 being the light one.
    fn of(&self, name: &str, theme: usize) -> String {
        let own = self.0.iter().find(|(known, _)| *known == name).and_then(|(_, pair)| pair[theme].as_ref());
        let default = COLOURS.iter().find(|(known, _)| *known == name).map_or("#000000", |(_, pair)| pair[theme]);
        own.map_or_else(|| default.to_owned(), |own| own.value.clone())
    }

    /// The fault of a colour of text that can be read in neither theme, and would be in both the other way round.
    fn exchanged(&self, name: &str) -> Option<Diagnostic> {
        let (_, pair) = self.0.iter().find(|(known, _)| *known == name)?;
        let [Some(light), Some(dark)] = pair else { return None };
        let papers = self.paper();
        let fails = |text: &Located<String>, theme: usize| text_fault(name, text, &papers[theme], "").is_some();
        let is_exchanged = fails(light, 0) && fails(dark, 1) && !fails(light, 1) && !fails(dark, 0);
        is_exchanged.then(|| {
            let message = format!("`{name}` can be read in neither theme: its light and its dark colour are exchanged");
            let fault = Diagnostic::warning(Code::Contrast, message).at(light.span);
            fault.help(format!("write {{ light = \"{}\", dark = \"{}\" }}", dark.value, light.value))
        })
    }

    fn paper(&self) -> [String; 2] {
        [self.of("paper", 0), self.of("paper", 1)]
    }

    fn replaced(&self) -> Vec<(&'static str, String)> {
        let own = self.0.iter().filter(|(_, pair)| pair.iter().any(Option::is_some));
        let value = |name: &str| format!("light-dark({},{})", self.of(name, 0), self.of(name, 1));
        own.map(|(name, _)| (*name, value(name))).collect()
    }
}

fn colours(fields: &mut Fields<'_, '_>) -> Colours {
    let read = |(name, _): &(&'static str, _)| (*name, colour_pair(fields, name));
    let colours = Colours(COLOURS.iter().map(read).collect());
    let exchanged = ["ink", "quiet"].map(|name| colours.exchanged(name));
    exchanged.into_iter().flatten().for_each(|fault| fields.fault(fault));
    for (theme, theme_name) in ["light", "dark"].into_iter().enumerate() {
        let paper = colours.of("paper", theme);
        let of = |name: &str| colours.0.iter().find(|(known, _)| *known == name).and_then(|(_, p)| p[theme].clone());
        for name in ["ink", "quiet"].into_iter().filter(|name| colours.exchanged(name).is_none()) {
            // Where the paper alone is the site's own, the default ink on it is asked, at the place of the paper.
            let text = of(name).or_else(|| {
                let place = of("paper")?;
                Some(Located { value: colours.of(name, theme), span: place.span })
            });
            if let Some(fault) = text.and_then(|text| text_fault(name, &text, &paper, theme_name)) {
                fields.fault(fault);
            }
        }
    }
    colours
}

/// `"#rrggbb"` for both themes, or `{ light = "#rrggbb", dark = "#rrggbb" }`.
fn colour_pair(fields: &mut Fields<'_, '_>, name: &str) -> [Option<Located<String>>; 2] {
    if !fields.is_table(name) {
        let both = colour(fields, name);
        return [both.clone(), both];
    }
    let pair = fields.table(name, |pair| [colour(pair, "light"), colour(pair, "dark")]);
    pair.unwrap_or_default()
}

/// A colour as `#rrggbb`, if it is there and is one.
pub fn colour(fields: &mut Fields<'_, '_>, key: &str) -> Option<Located<String>> {
    let text = fields.string(key)?;
    let is_colour =
        text.value.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    if is_colour {
        return Some(text);
    }
    let message = format!("`{key}` is `{}`, which is not a colour", text.value);
    let help = match six_digits(&text.value) {
        Some(digits) => format!("write it as \"#rrggbb\": \"#{digits}\""),
        None => "write it as \"#rrggbb\"".to_owned(),
    };
    fields.fault(Diagnostic::error(Code::InvalidValue, message).at(text.span).help(help));
    None
}

/// The digits of a colour that is written without its sign, or with one digit for two.
fn six_digits(written: &str) -> Option<String> {
    let digits = written.strip_prefix('#').unwrap_or(written);
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    match digits.len() {
        6 if is_hex => Some(digits.to_owned()),
        3 if is_hex => Some(digits.chars().flat_map(|digit| [digit, digit]).collect()),
        _ => None,
    }
}

/// Lists of fonts as CSS has them. The names go into a sheet, so they hold nothing that could end a declaration.
fn fonts(fields: &mut Fields<'_, '_>) -> Vec<(&'static str, String)> {
    let mut fonts = Vec::new();
    for (key, variable) in FONTS {
        let Some(list) = fields.string(key) else { continue };
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '_' | '.');
        let names = list.value.replace(['"', '\''], "");
        if names.trim().is_empty() || !names.chars().all(is_plain) {
            let message = format!("`{key}` is `{}`, which is no list of fonts", list.value);
            let help = "write their names with commas between them, such as \"Amiri, serif\"";
            fields.fault(Diagnostic::error(Code::InvalidValue, message).at(list.span).help(help));
            continue;
        }
        let quoted = names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(family);
        fonts.push((variable, quoted.collect::<Vec<_>>().join(",")));
    }
    fonts
}

/// A name of a font in quotes; those of kinds of fonts, such as `serif`, have none.
fn family(name: &str) -> String {
    let generic =
        ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "cursive"];
    if generic.contains(&name) { name.to_owned() } else { format!("\"{name}\"") }
}

fn menu_link(link: &mut Fields<'_, '_>, tags: &Tags) -> Option<MenuLink> {
    let names = names_in_languages(link, "name", tags, "name the link in this language");
    if !link.has("name") {
        link.missing("name", "say what the link is called in every language: name = { ar = \"…\", en = \"…\" }");
    }
    let page = link.string("page");
    if page.is_none() && !link.has("url") {
        link.missing("url", "say where it leads: url = \"https://…\", or page = \"path/below/content\"");
    }
    if page.is_some() && link.has("url") {
        let fault =
            Diagnostic::error(Code::InvalidValue, "this link has a page and an address, and leads to one place");
        link.accept("url");
        link.fault(fault.at(link.key_span("url")).help("take out `url`, or `page`"));
    }
    let to = match page {
        Some(page) => MenuTarget::Page(Located { value: page.value.trim_matches('/').to_owned(), span: page.span }),
        None => MenuTarget::Web(link.web_address("url")?.value),
    };
    Some(MenuLink { names: names?, to })
}
