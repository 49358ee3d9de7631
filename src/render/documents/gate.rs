//! The gate, where languages part, and the page for what is not there: both are in all languages.

use serde::Serialize;

use crate::config::LanguageId;
use crate::locale::Direction;
use crate::render::parts::DocumentHead;
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::{Shared, html};

/// `gate.html` and `404.html`
#[derive(Debug, Serialize)]
pub struct GateView {
    pub site: Shared,
    pub document: DocumentHead,
    /// The languages, in order.
    pub doors: Vec<Door>,
}

/// A language at the gate.
#[derive(Debug, Serialize)]
pub struct Door {
    pub tag: String,
    pub dir: Direction,
    pub url: String,
    pub title: Shared,
    pub summary: Shared,
    /// The words of the way in.
    pub enter: String,
    /// Says in the language that nothing is there.
    pub not_found_title: String,
    /// Says what may have happened.
    pub not_found_text: String,
    /// The words of the way to the home page.
    pub not_found_home: String,
}

/// The gate.
pub fn gate(renderer: &Renderer<'_>) -> Rendered {
    renderer.template("gate.html", &gate_view(renderer, "gate"))
}

/// The page for an address at which nothing is.
pub fn not_found(renderer: &Renderer<'_>) -> Rendered {
    let mut view = gate_view(renderer, "not-found");
    let titles: Vec<_> = view.doors.iter().map(|door| door.not_found_title.clone()).collect();
    view.document.title = titles.join(" · ");
    view.document.noindex = true;
    view.document.image = None;
    renderer.template("404.html", &view)
}

/// A view with all languages; the document itself is in the first.
fn gate_view(renderer: &Renderer<'_>, kind: &'static str) -> GateView {
    let first = LanguageId(0);
    let home = renderer.site.find("");
    let titles =
        home.map(|home| renderer.config.language_ids().map(move |language| renderer.plain_title(home, language)));
    let titles: Vec<_> = titles.into_iter().flatten().collect();
    let summary = |language| home.map_or_else(String::new, |home| renderer.plain_summary(home, language));
    let mut document = renderer.bare_head(first, "", kind, "");
    document.title = titles.join(" · ");
    document.faces = renderer.faces(&renderer.config.language_ids().collect::<Vec<_>>());
    document.own_title.clone_from(&document.title);
    document.description = renderer.config.language_ids().map(summary).collect::<Vec<_>>().join(" · ");
    document.canonical = renderer.addresses.absolute(&renderer.addresses.under(""));
    document.languages.iter_mut().for_each(|link| link.current = false);
    let door = |language: LanguageId| {
        let here = renderer.config.at(language);
        Door {
            tag: here.locale.tag.clone(),
            dir: here.locale.direction,
            url: renderer.addresses.page(language, ""),
            title: home.map_or_else(|| html(""), |home| renderer.title(home, language)),
            summary: home.map_or_else(|| html(""), |home| renderer.summary(home, language)),
            enter: renderer.ui(language, "gate_enter"),
            not_found_title: renderer.ui(language, "not_found_title"),
            not_found_text: renderer.ui(language, "not_found_text"),
            not_found_home: renderer.ui(language, "not_found_home"),
        }
    };
    GateView {
        site: renderer.shared[first.0].clone(),
        document,
        doors: renderer.config.language_ids().map(door).collect(),
    }
}
