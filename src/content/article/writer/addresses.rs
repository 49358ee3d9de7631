//! Attributes of the author's HTML that lead or load: each is resolved as a link or an image of Markdown is. They are found in
//! `html_addresses.rs`.

use std::ops::Range;

use super::Writer;
use crate::content::article::body::Image;
use crate::content::article::html_addresses::{FoundAttribute, found_attributes, source_set};
use crate::content::article::link::{Target, remedy_of_web_address};
use crate::content::article::raw_html::{AddressKind, HtmlElement, HtmlPiece, html_pieces};
use crate::content::slot::Slot;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

impl Writer<'_> {
    /// HTML as it is, but for the addresses in it that are of this site. `place` says where each of its lines stands.
    pub(super) fn write_trusted_html(&mut self, html: &str, place: &dyn Fn(u64) -> Range<usize>) {
        let mut done = 0;
        for found in found_attributes(html) {
            let line = html[..found.range.start].bytes().filter(|byte| *byte == b'\n').count() as u64 + 1;
            let (range, value) = (place(line), decoded(found.value));
            let value = value.trim();
            let FoundAttribute { element, name, kind, range: own, .. } = &found;
            let Some(kind) = kind else {
                self.anchor(value, self.span(range));
                continue;
            };
            let stays = match kind {
                AddressKind::Link => !matches!(Target::inline(value), Target::Path { .. }),
                AddressKind::Shown | AddressKind::ShownSet => Target::inline(value) == Target::Forbidden,
            };
            if stays {
                continue;
            }
            // The attribute is written with the blank before it.
            self.write(html[done..own.start].trim_end_matches(|c: char| c.is_ascii_whitespace()));
            self.write_address(element, name, *kind, value, range);
            done = own.end;
        }
        self.write(&html[done..]);
    }

    /// An attribute that leads or loads, resolved as that of a Markdown link or image.
    pub(super) fn write_address(
        &mut self,
        element: &str,
        name: &str,
        kind: AddressKind,
        address: &str,
        range: Range<usize>,
    ) {
        let span = self.span(range.clone());
        match kind {
            AddressKind::Link => match Target::inline(address) {
                Target::Path { .. } if address.is_empty() => {
                    let message = format!("`{name}` of this `<{element}>` is empty, and leads nowhere");
                    let fault = Diagnostic::warning(Code::EmptyLink, message).at(span);
                    self.faults.push(fault.help("write where it leads, or take the link away"));
                }
                Target::Forbidden => {
                    if let Some(remedy) = remedy_of_web_address(address) {
                        let message = format!("`{address}` is no address, and is taken out of the page");
                        self.faults.push(Diagnostic::warning(Code::RawHtml, message).at(span).help(remedy));
                        return;
                    }
                    let scheme = address.split(':').next().unwrap_or_default();
                    self.removed(&format!("{scheme}:…"), range, false);
                }
                target => self.write_target(name, target, address, span),
            },
            AddressKind::Shown if address.is_empty() => {
                let message = format!("`{name}` of this `<{element}>` is empty, and shows nothing");
                let fault = Diagnostic::warning(Code::EmptyLink, message).at(span);
                self.faults.push(fault.help("write the address of what it shows, or take the element away"));
            }
            AddressKind::Shown => self.write_shown(name, address.to_owned(), span),
            AddressKind::ShownSet => self.write_shown_set(element, name, address, span),
        }
    }

    /// `srcset`: addresses, each with the width or density that it is for.
    fn write_shown_set(&mut self, element: &str, name: &str, set: &str, span: Span) {
        let candidates = source_set(set);
        if candidates.is_empty() {
            let fault = Diagnostic::warning(Code::RawHtml, format!("`{name}` of this `<{element}>` names nothing"));
            self.faults
                .push(fault.at(span).help("write addresses with widths: srcset=\"small.png 400w, large.png 800w\""));
            return;
        }
        self.write(&format!(" {name}=\""));
        for (n, (address, descriptor)) in candidates.into_iter().enumerate() {
            self.write(if n > 0 { ", " } else { "" });
            self.body.images.push(Image { source: address.to_owned(), span });
            self.write_slot(Slot::Image(self.body.images.len() - 1));
            if !descriptor.is_empty() {
                self.out.write(|out| crate::text::html::escape(&format!(" {descriptor}"), out));
            }
        }
        self.write("\"");
    }

    /// The marks of the link that an element has just been given, if it leads to a place of the site.
    pub(super) fn write_link_mark(&mut self, element: &HtmlElement) {
        let leads = |(_, _, address): &(_, _, String)| {
            !address.trim().is_empty() && matches!(Target::inline(address.trim()), Target::Path { .. })
        };
        if element.addresses.iter().any(leads) {
            self.write_slot(Slot::LinkClass(self.body.links.len().saturating_sub(1)));
        }
    }

    /// The size of the image that the `src` of an element shows.
    pub(super) fn write_image_size(&mut self, element: &HtmlElement) {
        let source = element.addresses.iter().find(|(attribute, ..)| *attribute == "src");
        let Some((_, _, source)) = source else { return };
        if let Some(n) = self.body.images.iter().rposition(|image| image.source == source.trim()) {
            self.write_slot(Slot::ImageSize(n));
        }
    }
}

/// The value of an attribute with its entities read.
fn decoded(value: &str) -> String {
    match html_pieces(value).as_slice() {
        [(HtmlPiece::Text(text), _)] if !value.contains('<') => text.clone(),
        _ => value.to_owned(),
    }
}
