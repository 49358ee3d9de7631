//! XLIFF 1.2, which nearly every tool reads: <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>. A file of it is a page.

use roxmltree::{Document, Node};

use super::unit::{Exchange, Unit, UnitState};
use super::xml::{attribute, text, with_codes};

/// Writes units. What is behind is to be looked at again.
pub fn write(exchange: &Exchange) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n",
    );
    let (source, target) = (attribute(&exchange.source), attribute(&exchange.target));
    let mut page: Option<&str> = None;
    for unit in &exchange.units {
        if page != Some(&unit.page) {
            if page.is_some() {
                out += "  </body></file>\n";
            }
            let original = attribute(&format!("content/{}", unit.page));
            out += &format!(
                "  <file original=\"{original}\" source-language=\"{source}\" target-language=\"{target}\" datatype=\"plaintext\"><body>\n"
            );
            page = Some(&unit.page);
        }
        // Tools take what is not approved for a draft.
        let approved = if unit.state == UnitState::Translated { "yes" } else { "no" };
        let id = attribute(&unit.id());
        out += &format!("    <trans-unit id=\"{id}\" approved=\"{approved}\" xml:space=\"preserve\">\n");
        out += &format!("      <source>{}</source>\n", with_codes(&unit.source, "id"));
        let state = match unit.state {
            UnitState::Missing => "needs-translation",
            UnitState::Behind => "needs-review-translation",
            UnitState::Translated => "translated",
        };
        out += &format!(
            "      <target state=\"{state}\">{}</target>\n    </trans-unit>\n",
            with_codes(&unit.target, "id")
        );
    }
    if page.is_some() {
        out += "  </body></file>\n";
    }
    out + "</xliff>\n"
}

/// Reads units. An error is one sentence.
pub fn read(document: &Document<'_>) -> Result<Exchange, String> {
    let files: Vec<Node<'_, '_>> = document.descendants().filter(|node| node.has_tag_name_of("file")).collect();
    let first = files.first().ok_or("there is no `file` in this XLIFF; version 1.2 is read")?;
    let tag = |name: &str| {
        let tag = first.attribute(name).map(str::to_owned);
        tag.ok_or_else(|| format!("its first `file` has no `{name}`"))
    };
    let (source, target) = (tag("source-language")?, tag("target-language")?);
    let mut units = Vec::new();
    for node in document.descendants().filter(|node| node.has_tag_name_of("trans-unit")) {
        let id = node.attribute("id").unwrap_or_default();
        let (page, part) =
            Unit::split_id(id).ok_or_else(|| format!("the unit `{id}` names no page and no part of it"))?;
        let child = |name: &str| node.children().find(|child| child.has_tag_name_of(name));
        let target = child("target");
        let state = match target.and_then(|target| target.attribute("state")) {
            Some("needs-translation" | "new") => UnitState::Missing,
            Some(state) if state.starts_with("needs-") => UnitState::Behind,
            _ => UnitState::Translated,
        };
        units.push(Unit {
            page: page.to_owned(),
            part: part.to_owned(),
            source: child("source").map(text).unwrap_or_default(),
            target: target.map(text).unwrap_or_default(),
            state,
        });
    }
    Ok(Exchange { source, target, units })
}

/// Names without their namespace, which some tools leave out.
trait LocalName {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
