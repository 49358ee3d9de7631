//! TMX 1.4, for translation memories: what is translated, and nothing else.

use roxmltree::{Document, Node};

use super::unit::{Exchange, Unit, UnitState};
use super::xml::{attribute, text, with_codes};

/// Writes the units that have a translation which is not behind.
pub fn write(exchange: &Exchange) -> String {
    let (source, target) = (attribute(&exchange.source), attribute(&exchange.target));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"muwazana\" \
         creationtoolversion=\"{}\" segtype=\"block\" o-tmf=\"Markdown\" adminlang=\"en\" srclang=\"{source}\" \
         datatype=\"plaintext\"><prop type=\"target\">{target}</prop></header>\n  <body>\n",
        env!("CARGO_PKG_VERSION")
    );
    for unit in exchange.units.iter().filter(|unit| unit.state == UnitState::Translated && !unit.target.is_empty()) {
        out += &format!("    <tu tuid=\"{}\">\n", attribute(&unit.id()));
        for (tag, said) in [(&source, &unit.source), (&target, &unit.target)] {
            out += &format!("      <tuv xml:lang=\"{tag}\"><seg>{}</seg></tuv>\n", with_codes(said, "x"));
        }
        out += "    </tu>\n";
    }
    out + "  </body>\n</tmx>\n"
}

/// Reads units. An error is one sentence.
pub fn read(document: &Document<'_>) -> Result<Exchange, String> {
    let named = |name: &'static str| document.descendants().filter(move |node| node.tag_name().name() == name);
    let header = named("header").next().ok_or("there is no `header` in this TMX")?;
    let source = header.attribute("srclang").unwrap_or_default().to_owned();
    let tag = |node: &Node<'_, '_>| {
        let xml = node.attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
        xml.or(node.attribute("lang")).unwrap_or_default().to_owned()
    };
    let prop = header.children().find(|node| node.attribute("type") == Some("target")).and_then(|node| node.text());
    let other = || named("tuv").map(|node| tag(&node)).find(|tag| *tag != source);
    let target = prop.map(str::to_owned).or_else(other).ok_or("it has no second language")?;
    let mut units = Vec::new();
    for node in named("tu") {
        let id = node.attribute("tuid").unwrap_or_default();
        let (page, part) =
            Unit::split_id(id).ok_or_else(|| format!("the unit `{id}` names no page and no part of it"))?;
        let said = |wanted: &str| {
            let mut all = node.children().filter(|child| child.tag_name().name() == "tuv");
            all.find(|child| tag(child) == wanted).map(text_of_segment).unwrap_or_default()
        };
        let (source, target) = (said(&source), said(&target));
        let (page, part) = (page.to_owned(), part.to_owned());
        units.push(Unit { page, part, source, target, state: UnitState::Translated });
    }
    Ok(Exchange { source, target, units })
}

fn text_of_segment(node: Node<'_, '_>) -> String {
    node.children().find(|child| child.tag_name().name() == "seg").map(text).unwrap_or_default()
}
