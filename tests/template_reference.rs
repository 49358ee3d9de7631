//! `content/manual/look/templates`: what every template, component and block is given, made of the types of the views and of
//! the templates themselves. `UPDATE_REFERENCE=1 cargo test --test template_reference` writes it anew between the marks of
//! each language. Comments of the program are in English: on the pages of other languages they are marked as such.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type};

/// What names mean that are the same in many views.
const EVERYWHERE: [(&str, &str); 25] = [
    ("article", "The text with its title, sections and notes"),
    ("backlinks", "The pages that link to it"),
    ("cards", "The pages as cards"),
    ("children", "The pages below it"),
    ("columns", "Its languages, in order"),
    ("count", "How many there are, in words"),
    ("dir", "The direction of its language"),
    ("document", "What is around the words"),
    ("entries", "What it lists, in order"),
    ("name", "What it is called"),
    ("next", "The page after it"),
    ("others", "What it is called in the other languages"),
    ("parent", "The page above it"),
    ("path", "Its path below the folder of the language"),
    ("previous", "The page before it"),
    ("related", "The pages that it names as related"),
    ("rows", "Its rows, in order"),
    ("sections", "Its sections, in order"),
    ("site", "What every document of a language shows"),
    ("sources", "Its sources, in order"),
    ("summary", "One or two sentences on it"),
    ("tag", "The tag of its language"),
    ("title", "Its title"),
    ("updated", "When it was last changed"),
    ("url", "Its address"),
];

/// A type that templates see.
struct View {
    doc: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    of: Type,
    doc: String,
}

impl Field {
    /// Its type in words, and the types that it leads to.
    fn described(&self) -> (String, Vec<String>) {
        described(&self.name, &self.of, &self.doc)
    }

    /// What it is.
    fn meaning(&self) -> String {
        let common = EVERYWHERE.iter().find(|(name, _)| *name == self.name).map(|(_, meaning)| format!("{meaning}."));
        let own = Some(without_links(&self.doc)).filter(|doc| !doc.is_empty());
        own.or(common).unwrap_or_else(|| panic!("`{}` does not say what it is: write a comment above it", self.name))
    }
}

#[test]
fn what_templates_are_given_is_written_down() {
    let reference = Reference::new();
    for tag in ["ar", "en"] {
        let part = |name: &str| {
            let text = reference.part(name);
            let is_foreign = tag != "en";
            let text = text.trim();
            if is_foreign {
                format!("<div lang=\"en\" dir=\"ltr\" markdown=\"1\">\n\n{text}\n\n</div>")
            } else {
                text.to_owned()
            }
        };
        support::generated::hold_generated(&format!("content/manual/look/templates/{tag}.md"), &part);
    }
}

/// What the parts of the page are made of.
struct Reference {
    views: BTreeMap<String, View>,
    templates: BTreeMap<String, String>,
}

impl Reference {
    fn new() -> Self {
        Self { views: views(), templates: texts("templates") }
    }

    fn part(&self, name: &str) -> String {
        match name {
            "documents" => self.documents().0,
            "components" => self.components(),
            "types" => self.types(),
            _ => panic!("there is no part `{name}`"),
        }
    }

    /// The templates of documents, and the types that lead on from them.
    fn documents(&self) -> (String, Vec<String>) {
        let pages =
            self.templates.iter().filter(|(name, _)| !name.starts_with("components/") && !name.ends_with(".ftl"));
        let mut out = String::new();
        let mut open: Vec<String> = Vec::new();
        for (name, text) in pages {
            let text = text.replace("{%-", "{%");
            let extends = after(&text, "{% extends \"").into_iter().next();
            let blocks = after(&text, "{% block ");
            let _ = write!(out, "\n### `{name}` {{#template-{}}}\n\n", name.replace(['/', '.'], "-").to_lowercase());
            let view = self.views.iter().find(|(_, view)| view.doc.contains(&format!("`{name}`")));
            match view {
                Some((_, view)) => {
                    out += &beside_the_names(&view.doc);
                    out += &table(view);
                    open.extend(leads_to(view));
                }
                None => {
                    assert!(!blocks.is_empty(), "no view says that it is given to `{name}`");
                    out += "What other templates extend; it is given what they are.\n";
                }
            }
            if !blocks.is_empty() {
                let list: Vec<_> = blocks.iter().map(|block| format!("`{block}`")).collect();
                let beside =
                    extends.map_or_else(String::new, |base| format!(", beside those of `{base}`, which it extends"));
                let _ = write!(out, "\nBlocks: {}{beside}.\n", list.join(", "));
            }
        }
        (out, open)
    }

    fn components(&self) -> String {
        let mut out = "| component | arguments | defined in |\n|---|---|---|\n".to_owned();
        for (name, text) in self.templates.iter().filter(|(name, _)| name.starts_with("components/")) {
            for component in signatures(text) {
                let (component, arguments) = component.split_once('(').expect("arguments");
                let arguments = arguments.split(", ").filter(|argument| !argument.is_empty());
                let arguments: Vec<_> = arguments.map(|argument| format!("`{argument}`")).collect();
                let _ = writeln!(out, "| `{component}` | {} | `{name}` |", arguments.join(", "));
            }
        }
        out
    }

    fn types(&self) -> String {
        let (mut out, mut open) = (String::new(), self.documents().1);
        let mut done = BTreeSet::new();
        while let Some(name) = open.pop() {
            let Some(view) = self.views.get(&name).filter(|_| done.insert(name.clone())) else { continue };
            open.extend(leads_to(view));
        }
        for name in done {
            let view = &self.views[&name];
            let _ = write!(out, "\n### {name} {{#{}}}\n\n{}\n\n{}", anchor(&name), view.doc, table(view));
        }
        out
    }
}

/// The id of a type on the page.
fn anchor(name: &str) -> String {
    format!("type-{}", name.to_lowercase())
}

fn table(view: &View) -> String {
    let mut out = "| variable | type | what it is |\n|---|---|---|\n".to_owned();
    for field in &view.fields {
        let _ = writeln!(out, "| `{}` | {} | {} |", field.name, field.described().0, field.meaning());
    }
    out
}

/// The types that templates reach from a view.
fn leads_to(view: &View) -> impl Iterator<Item = String> {
    view.fields.iter().flat_map(|field| field.described().1)
}

/// What the comment of a view says beside the names of its templates.
fn beside_the_names(doc: &str) -> String {
    let rest = doc.split_once(": ").map_or("", |(_, rest)| rest);
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}\n\n", first.to_uppercase(), letters.as_str()))
}

/// The structures under `src/render` that are made into data, by name.
fn views() -> BTreeMap<String, View> {
    let mut views = BTreeMap::new();
    for (path, text) in texts("src/render").into_iter().filter(|(path, _)| path.ends_with(".rs")) {
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        for item in file.items {
            let Item::Struct(item) = item else { continue };
            let (name, Fields::Named(fields)) = (item.ident.to_string(), &item.fields) else { continue };
            if !derives_serialize(&item.attrs) {
                continue;
            }
            let field = |field: &syn::Field| Field {
                name: field.ident.as_ref().expect("a name").to_string(),
                of: field.ty.clone(),
                doc: doc(&field.attrs),
            };
            let fields = fields.named.iter().map(field).collect();
            views.insert(name, View { doc: without_links(&doc(&item.attrs)), fields });
        }
    }
    views
}

fn derives_serialize(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("derive") && list.tokens.to_string().contains("Serialize"),
        _ => false,
    })
}

/// A comment in one line.
fn doc(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(value) => match &value.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// Links of Rust's documentation as the bare names.
fn without_links(doc: &str) -> String {
    let mut out = String::new();
    let mut rest = doc;
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, after) = after.split_once("`]").expect("the end of a link");
        let after = after.strip_prefix('(').and_then(|after| after.split_once(')')).map_or(after, |(_, after)| after);
        out += before;
        out += &format!("`{name}`");
        rest = after;
    }
    out + rest
}

/// A type in words, and the types of ours in it. Data that many documents share has no type of its own: its comment names it.
fn described(field: &str, of: &Type, doc: &str) -> (String, Vec<String>) {
    let Type::Path(path) = of else { return described_other(field, of, doc) };
    let last = path.path.segments.last().expect("a name");
    let inner = || {
        match &last.arguments {
            PathArguments::AngleBracketed(list) => list.args.iter().filter_map(|argument| match argument {
                GenericArgument::Type(of) => Some(described(field, of, doc)),
                _ => None,
            }),
            _ => panic!("{field}: {}", last.ident),
        }
        .collect::<Vec<_>>()
    };
    let wrapped = |words: &str| {
        let (of, types) = inner().pop().expect("a type");
        (words.replace('…', &of), types)
    };
    match last.ident.to_string().as_str() {
        "String" | "str" | "WebAddress" => ("text".to_owned(), Vec::new()),
        "Direction" => ("`ltr` or `rtl`".to_owned(), Vec::new()),
        "bool" => ("yes or no".to_owned(), Vec::new()),
        "usize" | "u8" | "u32" | "i64" | "f64" => ("number".to_owned(), Vec::new()),
        "Option" => wrapped("…, or nothing"),
        "Vec" => wrapped("list of …"),
        "BTreeMap" => wrapped("… by name"),
        "Shared" if field == "site" => (format!("[SiteView](#{})", anchor("SiteView")), vec!["SiteView".to_owned()]),
        "Shared" => match doc.split_once("[`").and_then(|(_, rest)| rest.split_once("`]")) {
            Some((name, _)) => {
                let list = if doc.starts_with("Of each") { "list of " } else { "" };
                (format!("{list}[{name}](#{})", anchor(name)), vec![name.to_owned()])
            }
            None => ("HTML".to_owned(), Vec::new()),
        },
        name => (format!("[{name}](#{})", anchor(name)), vec![name.to_owned()]),
    }
}

fn described_other(field: &str, of: &Type, doc: &str) -> (String, Vec<String>) {
    match of {
        Type::Reference(of) => described(field, &of.elem, doc),
        Type::Array(of) => {
            let (inner, types) = described(field, &of.elem, doc);
            (format!("list of {inner}"), types)
        }
        Type::Tuple(of) => {
            let parts: Vec<_> = of.elems.iter().map(|part| described(field, part, doc).0).collect();
            (format!("list of {}", parts.join(" and ")), Vec::new())
        }
        _ => panic!("the type of `{field}` has no description"),
    }
}

/// The files under a folder of the repository, by their paths below it.
fn texts(folder: &str) -> BTreeMap<String, String> {
    let files = support::files(&support::root().join(folder));
    files.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

/// The names that stand after every occurrence of something in a template.
fn after(text: &str, what: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || "_-./".contains(*c)).collect();
    text.split(what).skip(1).map(name).collect()
}

/// `name(first, second = "")` of every component in a file, without the bracket at the end.
fn signatures(text: &str) -> Vec<String> {
    let signature = |rest: &str| rest.split(')').next().unwrap_or_default().replace('\n', " ");
    text.replace("{%-", "{%").split("{% component ").skip(1).map(signature).collect()
}
