//! The addresses of other sites that a site names, each once, with all its places; `external` asks them.

use std::collections::BTreeMap;

use crate::content::{PageText, SourceEntry};
use crate::text::{Date, Span, WebAddress};

/// An address of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalAddress {
    /// As it was written, without what follows `#`.
    pub url: String,
    /// Where it is written, in the order of the site.
    pub places: Vec<Span>,
    /// The key of the source that it is of, if it is of one.
    pub key: Option<String>,
    /// The day on which that source was read.
    pub accessed: Option<Date>,
    /// Whether that source names a copy in an archive.
    pub has_copy: bool,
}

/// Gathers addresses.
#[derive(Debug, Default)]
pub struct ExternalAddresses(BTreeMap<String, ExternalAddress>);

impl ExternalAddresses {
    /// Adds those of a bibliography.
    pub fn add_sources(&mut self, sources: &[SourceEntry]) {
        for source in sources {
            let Some(span) = source.url_span else { continue };
            let address = self.add(source.url.as_str(), span);
            address.has_copy |= source.archived.is_some();
            // Of two sources at one address, the one that was read last tells whether it has changed since.
            if address.key.is_none() || source.accessed > address.accessed {
                address.key = Some(source.key.value.clone());
                address.accessed = source.accessed.filter(|date| date.is_day());
            }
        }
    }

    /// Adds those of a page's words: links, and images that other sites hold.
    pub fn add_text(&mut self, text: &PageText) {
        for address in &text.body.addresses {
            self.add(&address.value, address.span);
        }
        let images = text.body.images.iter().filter(|image| WebAddress::parse(&image.source).is_ok());
        for image in images {
            self.add(&image.source, image.span);
        }
    }

    /// All of them, by address.
    pub fn into_list(self) -> Vec<ExternalAddress> {
        self.0.into_values().collect()
    }

    fn add(&mut self, written: &str, place: Span) -> &mut ExternalAddress {
        let url = written.split('#').next().unwrap_or_default().to_owned();
        let new =
            || ExternalAddress { url: url.clone(), places: Vec::new(), key: None, accessed: None, has_copy: false };
        let address = self.0.entry(url.clone()).or_insert_with(new);
        address.places.push(place);
        address
    }
}
