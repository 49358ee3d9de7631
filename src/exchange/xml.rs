//! Texts with codes, as the formats in XML have them.

use roxmltree::Node;

use super::codes::{Markup, pieces};
use crate::text::html::escape;

/// A text, with each code in an element `ph` that has a number by an attribute of this name.
pub fn with_codes(text: &str, number: &str) -> String {
    let mut out = String::new();
    let mut n = 0;
    for piece in pieces(text) {
        match piece {
            Markup::Words(words) => escape(words, &mut out),
            Markup::Code(code) => {
                n += 1;
                out += &format!("<ph {number}=\"{n}\">");
                escape(code, &mut out);
                out += "</ph>";
            }
        }
    }
    out
}

/// A text as the value of an attribute.
pub fn attribute(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// The text of an element, with what is in its codes.
pub fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}
