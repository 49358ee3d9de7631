//! What the slots of an article are filled with for a reader of a language.

use crate::config::LanguageId;
use crate::content::Body;
use crate::content::NoteRef;
use crate::content::PageKind;
use crate::content::Slot;
use crate::content::Slotted;
use crate::render::renderer::{Renderer, attribute};
use crate::site::PageId;
use crate::site::{Destination, Resolved};

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
        let ReaderContext { words, prefix, .. } = reading;
        match slot {
            Slot::Link(n) => {
                let link = self.resolved_link(reading, *n);
                out.push_str(&attribute(&link.map_or(String::new(), |link| self.link_address(reading, link))));
            }
            Slot::LinkClass(n) => {
                if let Some(link) = self.resolved_link(reading, *n) {
                    self.link_attributes(reading, link, out);
                }
            }
            Slot::LinkTitle(n) => match self.resolved_link(reading, *n) {
                Some(Resolved { to: Destination::Page(target), anchor, .. }) => {
                    // The words around it are in `words`, so its title is wanted in that language.
                    let (language, title) = self.link_words(*target, anchor.as_deref(), words);
                    out.push_str(self.foreign(words, language, title).as_str().unwrap_or_default());
                }
                Some(Resolved { to: Destination::Generated(generated), .. }) => {
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
                let image = self.resolved_image(reading, *n);
                out.push_str(&attribute(&image.map_or(String::new(), |image| self.image_address(reading, *n, image))));
            }
            Slot::ImageSize(n) => {
                if let Some((width, height)) = self.resolved_image(reading, *n).and_then(|image| self.image_size(image))
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

    /// Where a link of the words leads, below the host; nothing for a link that leads nowhere, or to the address that it has.
    pub fn link_url(&self, reading: ReaderContext<'_>, n: usize) -> Option<String> {
        let link = self.resolved_link(reading, n).filter(|link| link.to != Destination::External)?;
        Some(self.link_address(reading, link))
    }

    /// The words of a link that has none of its own, plain text; empty for a link that leads to no page.
    pub fn link_title(&self, reading: ReaderContext<'_>, n: usize) -> String {
        match self.resolved_link(reading, n) {
            Some(Resolved { to: Destination::Page(target), anchor, .. }) => {
                self.link_words(*target, anchor.as_deref(), reading.words).1.to_owned()
            }
            Some(Resolved { to: Destination::Generated(generated), .. }) => {
                self.ui(reading.words, &format!("{}_title", generated.path()))
            }
            _ => String::new(),
        }
    }

    /// The address of an image of the words, and its width and height in CSS pixels where they are known;
    /// nothing for one that leads nowhere.
    pub fn shown_image(&self, reading: ReaderContext<'_>, n: usize) -> Option<(String, Option<(u32, u32)>)> {
        let image = self.resolved_image(reading, n)?;
        Some((self.image_address(reading, n, image), self.image_size(image)))
    }

    fn resolved_link(&self, reading: ReaderContext<'_>, n: usize) -> Option<&Resolved> {
        self.site.page(reading.page).links[reading.words.0].get(n)?.as_ref()
    }

    fn resolved_image(&self, reading: ReaderContext<'_>, n: usize) -> Option<&Resolved> {
        self.site.page(reading.page).images[reading.words.0].get(n)?.as_ref()
    }

    /// Where a link leads, not yet escaped.
    fn link_address(&self, reading: ReaderContext<'_>, link: &Resolved) -> String {
        let own = link.language.is_none_or(|language| language == reading.words);
        match &link.anchor {
            // Two articles can share a document, and then each has ids of its own.
            Some(id) if own && link.query.is_empty() && link.to == Destination::Page(reading.page) => {
                format!("#{}{id}", reading.prefix)
            }
            _ => self.address(reading, link),
        }
    }

    /// The address of what a link leads to, with its query and fragment.
    fn address(&self, reading: ReaderContext<'_>, link: &Resolved) -> String {
        let language = link.language.unwrap_or(reading.reader);
        let mut address = match &link.to {
            Destination::Page(page) => self.url(*page, language),
            Destination::Generated(generated) => self.addresses.page(language, generated.path()),
            Destination::Parallel(page) => self.parallel_url(*page).unwrap_or_default(),
            Destination::SiteFile(file) => self.addresses.site_file(language, *file),
            Destination::File(file) => self.addresses.download(self.site, *file),
            Destination::Static { name, .. } => self.addresses.static_file(name),
            Destination::External => String::new(),
        };
        address += &link.query;
        if let Some(anchor) = &link.anchor {
            address.push('#');
            address += anchor;
        }
        address
    }

    /// What marks a link: one to a term is shown with its definition, one to another language says which.
    fn link_attributes(&self, reading: ReaderContext<'_>, link: &Resolved, out: &mut String) {
        if let Destination::Page(target) = link.to
            && (target != reading.page || link.anchor.is_none())
            && self.site.page(target).input.kind == PageKind::Term
        {
            out.push_str(" class=\"term\"");
        }
        if let Some(language) = link.language.filter(|language| *language != reading.reader) {
            out.push_str(&format!(" hreflang=\"{}\"", self.config.at(language).locale.tag));
        }
    }

    /// Where the bytes of an image are, not yet escaped.
    fn image_address(&self, reading: ReaderContext<'_>, n: usize, image: &Resolved) -> String {
        match image.to {
            Destination::External => {
                let face = self.site.page(reading.page).input.faces[reading.words.0].as_ref();
                face.and_then(|face| face.images.get(n)).cloned().unwrap_or_default()
            }
            Destination::File(file) => {
                let anchor = image.anchor.as_ref().map_or(String::new(), |anchor| format!("#{anchor}"));
                self.addresses.shown_file(self.site, file) + &image.query + &anchor
            }
            _ => self.address(reading, image),
        }
    }

    /// The size of an image in CSS pixels, where it is known.
    fn image_size(&self, image: &Resolved) -> Option<(u32, u32)> {
        match &image.to {
            Destination::File(file) => self.site.page(file.0).input.files[file.1].dimensions,
            Destination::Static { dimensions, .. } => *dimensions,
            _ => None,
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
