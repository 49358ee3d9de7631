//! What the slots of an article are filled with for a reader of a language.

use crate::config::LanguageId;
use crate::content::Body;
use crate::content::NoteRef;
use crate::content::PageKind;
use crate::content::Slot;
use crate::content::Slotted;
use crate::render::renderer::{Renderer, attribute};
use crate::site::PageId;
use crate::site::Resolved;

/// For which reader, and in which language's text, slots are filled.
#[derive(Clone, Copy)]
pub struct ReaderContext<'a> {
    pub page: PageId,
    /// The language of the links.
    pub reader: LanguageId,
    /// The language of the words.
    pub words: LanguageId,
    /// Stands before every id, where two articles share a document.
    pub prefix: &'a str,
}

impl Renderer<'_> {
    /// HTML of an article with its slots filled.
    pub fn fill(&self, reading: ReaderContext<'_>, body: &Body, text: &Slotted) -> String {
        let length = text.as_str().len();
        let mut out = String::with_capacity(length + length / 4);
        text.fill(&mut out, |slot, out| self.slot(reading, body, slot, out));
        out
    }

    /// Writes what a slot stands for.
    pub fn slot(&self, reading: ReaderContext<'_>, body: &Body, slot: &Slot, out: &mut String) {
        let ReaderContext { page, words, prefix, .. } = reading;
        let here = self.site.page(page);
        match slot {
            Slot::Link(n) => out.push_str(&attribute(&self.link_address(reading, here.links[words.0].get(*n)))),
            Slot::LinkClass(n) => {
                if let Some(Some(Resolved::Page(target, anchor))) = here.links[words.0].get(*n)
                    && (*target != page || anchor.is_none())
                    && self.site.page(*target).input.kind == PageKind::Term
                {
                    out.push_str(" class=\"term\"");
                }
            }
            Slot::LinkTitle(n) => match here.links[words.0].get(*n) {
                Some(Some(Resolved::Page(target, _))) => {
                    // The words around it are in `words`, so its title is wanted in that language.
                    out.push_str(self.title(*target, words).as_str().unwrap_or_default());
                }
                Some(Some(Resolved::Generated(generated))) => {
                    out.push_str(&attribute(&self.ui(words, &format!("{}_title", generated.path()))));
                }
                _ => {}
            },
            Slot::Note(NoteRef { note: n, earlier }) => {
                let id = reference_id(prefix, *n, *earlier);
                let number = self.config.at(words).locale.number(n + 1);
                let html = format!("<sup><a id=\"{id}\" href=\"#{prefix}n{}\">{number}</a></sup>", n + 1);
                out.push_str(&html);
            }
            Slot::Image(n) => {
                if let Some(Some(file)) = here.images[words.0].get(*n) {
                    out.push_str(&attribute(&self.addresses.file(self.site, *file)));
                }
            }
            Slot::ImageSize(n) => {
                if let Some(Some(file)) = here.images[words.0].get(*n)
                    && let Some((width, height)) = self.site.page(file.0).input.files[file.1].dimensions
                {
                    out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
                }
            }
            Slot::Chart(n) => self.chart(reading, body, *n, out),
            Slot::Id(id) => {
                out.push_str(prefix);
                out.push_str(&attribute(id));
            }
            Slot::Message(id) => out.push_str(&attribute(&self.ui(words, id))),
        }
    }

    /// Where a link leads, not yet escaped; empty if it leads nowhere.
    fn link_address(&self, reading: ReaderContext<'_>, link: Option<&Option<Resolved>>) -> String {
        let ReaderContext { page, reader, prefix, .. } = reading;
        match link {
            Some(Some(Resolved::Page(target, anchor))) => {
                let fragment = |prefix: &str| anchor.as_ref().map_or(String::new(), |id| format!("#{prefix}{id}"));
                match *target == page && anchor.is_some() {
                    true => fragment(prefix),
                    false => self.url(*target, reader) + &fragment(""),
                }
            }
            Some(Some(Resolved::Generated(generated))) => self.addresses.page(reader, generated.path()),
            Some(Some(Resolved::File(file))) => self.addresses.file(self.site, *file),
            _ => String::new(),
        }
    }
}

/// The id of a reference to a note, by the note's number and how often it was referred to before.
pub fn reference_id(prefix: &str, note: usize, earlier: usize) -> String {
    match earlier {
        0 => format!("{prefix}r{}", note + 1),
        _ => format!("{prefix}r{}-{}", note + 1, earlier + 1),
    }
}
