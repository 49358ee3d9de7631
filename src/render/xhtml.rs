//! HTML of a page as XML, for files that are read apart from the site: the feed and the book. Only this file and that which
//! reads the HTML of authors know html5ever. Whatever an author wrote becomes a tree as in a browser, so that what comes out
//! is well-formed.

use html5ever::tendril::TendrilSink;
use html5ever::{LocalName, Namespace, ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::text::html::escape;
use crate::text::html_tags::is_void;

/// An element before it is written anew. What is changed in it is written as it is then.
pub struct XhtmlElement {
    /// Its name.
    pub name: String,
    /// Its attributes, in their order.
    pub attributes: Vec<(String, String)>,
}

/// What becomes of an element.
#[derive(Debug, PartialEq, Eq)]
pub enum ElementFate {
    /// It is written.
    Written,
    /// Only what stands in it is written.
    Unwrapped,
    /// This text stands in its place.
    Text(String),
    /// Nothing of it is written.
    LeftOut,
}

impl XhtmlElement {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value.
    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => value.clone_into(own),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// Takes attributes away.
    pub fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.attributes.retain(|(name, _)| is_kept(name));
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|own| own == class))
    }

    /// Gives every address in it, and takes another in its place. An address that becomes nothing is left out.
    pub fn map_addresses(&mut self, map: &mut dyn FnMut(&str) -> Option<String>) {
        self.attributes.retain_mut(|(name, value)| match name.as_str() {
            "href" | "src" | "poster" | "cite" | "data" | "action" | "formaction" | "xlink:href" => {
                map(value.trim()).map(|mapped| *value = mapped).is_some()
            }
            // Between the pictures stand commas, with blanks behind them; an address may have commas in it.
            "srcset" => {
                let pictures = value.split(", ").filter_map(|picture| {
                    let (address, size) = picture.trim().split_once(' ').unwrap_or((picture.trim(), ""));
                    map(address).map(|address| format!("{address} {size}").trim_end().to_owned())
                });
                *value = pictures.collect::<Vec<_>>().join(", ");
                !value.is_empty()
            }
            _ => true,
        });
    }
}

/// What is still to be written.
enum Task {
    Node(Handle, Namespace),
    End(String),
}

/// A piece of HTML as XML; what stands in its elements is decided one by one.
pub fn xhtml(html: &str, decide: &mut dyn FnMut(&mut XhtmlElement) -> ElementFate) -> String {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let document = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut tasks = Vec::new();
    // The parser puts what it was given into an element of its own.
    document.document.children.borrow().iter().for_each(|root| push_children(&mut tasks, root, &ns!(html)));
    while let Some(task) = tasks.pop() {
        match task {
            Task::End(name) => {
                out.push_str("</");
                out.push_str(&name);
                out.push('>');
            }
            Task::Node(node, around) => match &node.data {
                NodeData::Text { contents } => escape(&legal(&contents.borrow()), &mut out),
                NodeData::Element { .. } => element(&node, &around, decide, &mut tasks, &mut out),
                _ => {}
            },
        }
    }
    out
}

/// Puts the children of a node on the stack, the first to be taken last.
fn push_children(tasks: &mut Vec<Task>, node: &Handle, around: &Namespace) {
    tasks.extend(node.children.borrow().iter().rev().map(|child| Task::Node(child.clone(), around.clone())));
}

fn element(
    node: &Handle,
    around: &Namespace,
    decide: &mut dyn FnMut(&mut XhtmlElement) -> ElementFate,
    tasks: &mut Vec<Task>,
    out: &mut String,
) {
    let NodeData::Element { name, attrs, .. } = &node.data else { return };
    let attribute = |attribute: &html5ever::Attribute| {
        let QualName { prefix, local, .. } = &attribute.name;
        let name = prefix.as_ref().map_or(local.to_string(), |prefix| format!("{prefix}:{local}"));
        let is_known = attribute.name.ns != ns!(xmlns) && (prefix.is_some() || is_name(local) || local == "epub:type");
        (is_known && !name.starts_with("xmlns")).then(|| (name, attribute.value.to_string()))
    };
    let attributes = attrs.borrow().iter().filter_map(attribute).collect();
    let mut own = XhtmlElement { name: name.local.to_string(), attributes };
    let fate = match is_name(&name.local) {
        true => decide(&mut own),
        false => ElementFate::Unwrapped,
    };
    match fate {
        ElementFate::LeftOut => {}
        ElementFate::Text(text) => escape(&legal(&text), out),
        ElementFate::Unwrapped => push_children(tasks, node, around),
        ElementFate::Written => {
            out.push('<');
            out.push_str(&own.name);
            if name.ns != *around {
                write_attribute("xmlns", &name.ns, out);
            }
            if own.attributes.iter().any(|(name, _)| name.starts_with("xlink:")) {
                write_attribute("xmlns:xlink", &ns!(xlink), out);
            }
            own.attributes.iter().for_each(|(name, value)| write_attribute(name, value, out));
            let is_html = name.ns == ns!(html);
            if is_html && is_void(&own.name) || !is_html && node.children.borrow().is_empty() {
                out.push_str("/>");
                return;
            }
            out.push('>');
            tasks.push(Task::End(own.name));
            push_children(tasks, node, &name.ns);
        }
    }
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(&legal(value), out);
    out.push('"');
}

/// Whether XML can have an element or attribute of this name; HTML can have one of nearly any.
fn is_name(name: &LocalName) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// A text without the characters that XML cannot have.
pub fn legal(text: &str) -> String {
    let is_legal =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_legal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(html: &str) -> String {
        xhtml(html, &mut |_| ElementFate::Written)
    }

    #[test]
    fn whatever_an_author_wrote_is_well_formed() {
        for (html, expected) in [
            ("<p>one<p>two", "<p>one</p><p>two</p>"),
            ("a<br>b<hr>", "a<br/>b<hr/>"),
            ("<b><i>x</b>y</i>", "<b><i>x</i></b><i>y</i>"),
            ("<input disabled>", "<input disabled=\"\"/>"),
            ("<td>no table", "no table"),
            ("<a @click=\"x\" 1=2 title='\"&<'>x</a>", "<a title=\"&quot;&amp;&lt;\">x</a>"),
            ("<span xmlns:v=\"urn:x\">x</span><x:y>z</x:y>", "<span>x</span>z"),
            ("a&nbsp;b &lt;c&gt; \u{1}", "a\u{a0}b &lt;c&gt; "),
            ("<!-- no --><template><p>x</p></template>", "<template></template>"),
            ("<span></span>", "<span></span>"),
        ] {
            assert_eq!(kept(html), expected);
            let document = format!("<body>{}</body>", kept(html));
            assert!(roxmltree::Document::parse(&document).is_ok(), "{document}");
        }
    }

    #[test]
    fn formulas_and_pictures_have_their_namespaces() {
        let math = "<math display=\"block\"><mi>x</mi><mspace></mspace></math>";
        let expected =
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mi>x</mi><mspace/></math>";
        assert_eq!(kept(math), expected);
        let svg = "<svg viewbox=\"0 0 1 1\"><path d=\"M0\"></path><foreignobject><p>x</p></foreignobject></svg>";
        let expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0\"/>\
                        <foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject></svg>";
        assert_eq!(kept(svg), expected);
        assert!(kept("<svg><use xlink:href=\"#a\"/></svg>").contains("xmlns:xlink="));
    }

    #[test]
    fn elements_are_left_out_and_addresses_changed() {
        let mut decide = |element: &mut XhtmlElement| {
            element.map_addresses(&mut |address| (address != "gone").then(|| format!("/x/{address}")));
            match element.name.as_str() {
                "script" => ElementFate::LeftOut,
                "div" => ElementFate::Unwrapped,
                _ => ElementFate::Written,
            }
        };
        let html = "<div><a href=\"y\">a</a><script>b</script><img src=gone srcset=\"p,q 1x, r 2x\"></div>";
        assert_eq!(xhtml(html, &mut decide), "<a href=\"/x/y\">a</a><img srcset=\"/x/p,q 1x, /x/r 2x\"/>");
    }

    #[test]
    fn depth_is_no_limit() {
        let deep = "<b>".repeat(100_000);
        assert!(kept(&deep).ends_with("</b>"));
    }
}
