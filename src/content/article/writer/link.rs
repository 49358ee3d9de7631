//! Links and images.

use std::ops::Range;

use super::Writer;
use super::open::{OpenImage, OpenLink};
use percent_encoding::percent_decode_str;

use crate::content::article::body::{Image, Link};
use crate::content::article::link::{Target, reaches_nobody, remedy_of_scheme};
use crate::content::article::raw_html::is_verbatim;
use crate::content::article::typography::typographic;
use crate::content::slot::Slot;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Direction, fault_of_slip};
use crate::text::html::escape;
use crate::text::{Located, Span, WebAddress, is_host};

impl Writer<'_> {
    /// Opens a link; its words follow. `title` is what a pointer that rests on it shows.
    pub fn begin_link(&mut self, target: Target, written: &str, title: &str, range: Range<usize>) {
        self.begin("<a");
        self.check_controls(written, range.clone());
        self.check_controls(title, range.clone());
        let has_two_bars = matches!(target, Target::Wiki { .. }) && self.markdown[range.clone()].contains("||");
        let span = self.span(range);
        if has_two_bars {
            let fault = Diagnostic::warning(Code::Markup, "two bars stand between the page and the words of this link");
            self.faults.push(fault.at(span).help(format!("write one: [[{written}|words]]")));
        }
        let has_address = matches!(&target, Target::Wiki { .. }).then(|| web_address(written)).flatten();
        let text = self.input.source.text.get(span.start..span.end).unwrap_or_default();
        let turned = matches!(&target, Target::Wiki { .. }).then(|| turned_wikilink(text)).flatten();
        if let Some(address) = has_address {
            let message = "two brackets lead to a page of the site, and this is an address";
            let words = text.split_once('|').map_or("words", |(_, words)| words.trim_end_matches(']').trim());
            let fault = Diagnostic::error(Code::BrokenLink, message).at(span);
            self.faults.push(fault.help(format!("write [{words}]({address})")));
        } else if let Some(help) = turned {
            let message = "the page and the words of this link have changed places";
            self.faults.push(Diagnostic::error(Code::BrokenLink, message).at(span).help(help));
        } else if let Some((message, help)) = no_address(&target, written) {
            self.faults.push(Diagnostic::error(Code::BrokenLink, message).at(span).help(help));
        } else {
            // Before the address, where it compresses better.
            if target != Target::External {
                self.write_slot(Slot::LinkClass(self.body.links.len()));
            }
            self.write_target("href", target, written, span);
        }
        if !title.is_empty() {
            let title = self.attribute_words(title, span);
            self.write_attribute("title", &title);
        }
        self.write(">");
        self.links.push(OpenLink { span, from: self.out.as_str().len(), shows_title: false });
    }

    /// Closes a link; one without words cannot be seen, nor found by a voice.
    pub fn end_link(&mut self) {
        self.end("</a>");
        let Some(OpenLink { span, from, shows_title }) = self.links.pop() else { return };
        let inside = self.out.as_str().get(from..).unwrap_or_default();
        if !shows_title && self.image.is_none() && !shows_something(inside) {
            let fault = Diagnostic::warning(Code::EmptyLink, "this link has no words").at(span);
            let is_wiki = self.input.source.text.get(span.start..).is_some_and(|text| text.starts_with("[["));
            let form = if is_wiki { "[[page|words]]" } else { "[words](address)" };
            self.faults.push(fault.help(format!("say in it where it leads: {form}")));
        }
    }

    /// Whether a bare address in the text becomes a link: there is no link in a link, nor in what is shown as it is.
    pub(super) fn may_link(&self) -> bool {
        self.links.is_empty()
            && self.image.is_none()
            && !self.elements.iter().any(|element| element.name == "a" || is_verbatim(element.name))
    }

    /// An address between angle brackets.
    pub fn address_link(&mut self, shown: &str, href: &str, range: Range<usize>) {
        if self.image.is_some() {
            return self.text(shown, range.start);
        }
        self.flush();
        self.bare_link(shown, href, range);
    }

    /// A bare address, which is a link and shows itself. It runs from left to right in every text.
    pub(super) fn bare_link(&mut self, shown: &str, href: &str, range: Range<usize>) {
        self.leads_out(href, self.span(range), true);
        self.write("<a");
        self.write_attribute("href", href);
        let isolated = self.language.locale.direction == Direction::Rtl || !shown.is_ascii();
        self.write(if isolated { " dir=\"ltr\">" } else { ">" });
        self.out.write(|out| escape(shown, out));
        self.write("</a>");
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(shown);
        }
        self.say(shown);
        self.body.words += 1;
        self.typesetter.pass_object();
        self.cite_here();
    }

    /// Keeps an address of the web: one of another site can be asked, and one of this site is looked up.
    fn leads_out(&mut self, address: &str, span: Span, is_shown: bool) {
        if let Some(meant) = gone_round(address) {
            let message = "this address goes round by another site, which counts who follows it";
            let fault = Diagnostic::warning(Code::Markup, message).at(span);
            self.faults.push(fault.help(format!("write where it leads: {meant}")));
        }
        if let Some((message, help)) = reaches_nobody(address) {
            self.faults.push(Diagnostic::warning(Code::BrokenLink, message).at(span).help(help));
        }
        // What is written without a scheme has that of the page that it stands in.
        let address = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
        if let Some(target) = Target::own_address(&address, &self.input.config.base_url, is_shown) {
            let may_be_other = matches!(target, Target::Preview { .. });
            self.body.links.push(Link { target, span });
            if !may_be_other {
                return;
            }
        }
        if WebAddress::parse(&address).is_ok() {
            self.body.addresses.push(Located { value: address, span });
        }
    }

    /// What stands in this block has its source beside it.
    pub(in crate::content::article) fn cite_here(&mut self) {
        for block in &mut self.blocks {
            block.cited = true;
        }
    }

    /// The attribute that says where a link leads.
    pub(super) fn write_target(&mut self, name: &str, target: Target, written: &str, span: Span) {
        if target == Target::External {
            if name == "href" {
                self.cite_here();
            }
            self.leads_out(written, span, false);
            self.write_attribute(name, written);
            return;
        }
        // A report or a table of the site's own is a source as one of another site is.
        if name == "href" && matches!(&target, Target::Path { path, .. } if is_document(path)) {
            self.cite_here();
        }
        self.body.links.push(Link { target, span });
        self.write(&format!(" {name}=\""));
        self.write_slot(Slot::Link(self.body.links.len() - 1));
        self.write("\"");
    }

    /// The title of the last link's target in place of words.
    pub fn link_title(&mut self) {
        if let Some(link) = self.links.last_mut() {
            link.shows_title = true;
        }
        let title = Slot::LinkTitle(self.body.links.len().saturating_sub(1));
        if self.speaks() {
            self.section.text.push_slot(title.clone());
        }
        self.write_slot(title);
        self.typesetter.pass_object();
    }

    /// Keeps what stands alone in square brackets: the site knows whether it is the name of something.
    pub fn bracketed(&mut self, text: String, range: Range<usize>) {
        let span = self.span(range);
        if !text.contains('|') {
            self.cite_here();
        }
        self.body.bracketed.push(Located { value: text, span });
    }

    /// Opens an image; its alternative text follows.
    pub fn begin_image(&mut self, source: &str, title: &str, range: Range<usize>) {
        self.flush();
        self.check_controls(source, range.clone());
        self.check_controls(title, range.clone());
        let (source, title, span) = (source.to_owned(), title.to_owned(), self.span(range));
        let theme = ["#gh-dark-mode-only", "#gh-light-mode-only", "#only-dark", "#only-light"];
        if let Some(theme) = theme.into_iter().find(|theme| source.ends_with(theme)) {
            let message = format!("`{theme}` hides no image here: it is shown on light and dark pages");
            let help =
                "write <picture> with a <source media=\"(prefers-color-scheme: dark)\" srcset=\"…\"> before the <img>";
            self.faults.push(Diagnostic::warning(Code::Markup, message).at(span).help(help));
        }
        self.image = Some(OpenImage { source, title, span, alternative: String::new(), size: [None, None] });
    }

    /// The size at which the image that is open is shown, in pixels, as far as it is written.
    pub fn image_size(&mut self, width: Option<&str>, height: Option<&str>) {
        self.flush();
        if let Some(image) = &mut self.image {
            image.size = [width, height].map(|length| length.map(str::to_owned));
        }
    }

    pub fn end_image(&mut self) {
        self.flush();
        let Some(OpenImage { source, title, span, alternative, size }) = self.image.take() else { return };
        let is_shown = self.check_shown(&source, span) && !self.embeds_page(&source, span);
        if is_shown {
            let help = "say in the brackets what it shows: ![…](…)";
            let message = match alternative.trim() {
                "" => Some(format!("the image `{source}` has no alternative text")),
                words => says_nothing(words, &source),
            };
            let fault = message.map(|message| Diagnostic::warning(Code::NoAlternative, message).at(span).help(help));
            self.faults.extend(fault);
        }
        let shown = self.language.isolator.plain(&alternative);
        let title = self.attribute_words(&title, span);
        self.write("<img");
        self.write_shown("src", source, span);
        match size {
            [None, None] => self.write_slot(Slot::ImageSize(self.body.images.len() - 1)),
            sizes => {
                for (name, length) in ["width", "height"].into_iter().zip(sizes) {
                    length.iter().for_each(|length| self.write_attribute(name, length));
                }
            }
        }
        self.write_attribute("alt", &shown);
        if !title.is_empty() {
            self.write_attribute("title", &title);
        }
        self.write(" loading=\"lazy\" decoding=\"async\">");
        self.blank();
        self.say(&alternative);
        self.blank();
    }

    /// Words that an attribute shows, with the marks and the isolation that they would have in the text.
    pub(super) fn attribute_words(&mut self, words: &str, span: Span) -> String {
        let (set, slips) = typographic(words, self.input.config, self.input.language);
        for (_, code, message, help) in slips {
            self.faults.push(fault_of_slip(code, message, help, span));
        }
        self.language.isolator.plain(&set)
    }

    /// Whether an image is written as Obsidian brings in a page, of which whoever knows all pages has more to say.
    fn embeds_page(&self, source: &str, span: Span) -> bool {
        let text = self.input.source.text.get(span.start..).unwrap_or_default();
        let name = source.split('#').next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        text.starts_with("![[") && !name.contains('.')
    }

    /// Whether an image is no film, no document and no data, which is named.
    pub(super) fn check_shown(&mut self, source: &str, span: Span) -> bool {
        let name = source.split(['?', '#']).next().unwrap_or_default();
        let Some((_, ending)) = name.rsplit_once('.') else { return true };
        let is_one_of = |endings: &[&str]| endings.iter().any(|own| ending.eq_ignore_ascii_case(own));
        let help = if is_one_of(&FILMS) {
            format!("write <video src=\"{name}\" controls></video>, on a line of its own")
        } else if is_one_of(&SOUNDS) {
            format!("write <audio src=\"{name}\" controls></audio>, on a line of its own")
        } else if is_one_of(&DOCUMENTS) {
            format!("link to it, without the exclamation mark: [words]({name})")
        } else {
            return true;
        };
        let message = format!("`{name}` is no image, and readers would see nothing");
        self.faults.push(Diagnostic::error(Code::MissingImage, message).at(span).help(help));
        false
    }

    /// The attribute that says what an image, a sound or a film shows.
    pub(super) fn write_shown(&mut self, name: &str, source: String, span: Span) {
        self.body.images.push(Image { source, span });
        self.write(&format!(" {name}=\""));
        self.write_slot(Slot::Image(self.body.images.len() - 1));
        self.write("\"");
    }
}

/// What is wrong with an alternative text that is what the image's file is called: `map.svg`, `IMG_0042`.
pub(super) fn says_nothing(words: &str, source: &str) -> Option<String> {
    is_name_of_file(words, source).then(|| format!("`{words}` is the name of a file, and no alternative text"))
}

fn is_name_of_file(words: &str, source: &str) -> bool {
    let name = source.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let has_ending = words.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending));
    let is_code = stem.contains(|c: char| c.is_ascii_digit() || c == '_');
    let is_one_word = !words.contains(char::is_whitespace);
    words == name || has_ending && is_one_word || words == stem && is_code && is_one_word
}

/// Where an address leads that office programs and networks put round another.
fn gone_round(address: &str) -> Option<String> {
    let rest = address.split_once("://")?.1;
    let (host, query) = rest.split_once('?')?;
    let names: &[&str] = match host.split_once('/').map_or((host, ""), |(host, path)| (host, path)) {
        (host, "url") if host.starts_with("www.google.") => &["q", "url"],
        ("l.facebook.com" | "lm.facebook.com", "l.php") => &["u"],
        (host, _) if host.ends_with(".safelinks.protection.outlook.com") => &["url"],
        _ => return None,
    };
    let value = |name: &&str| query.split('&').find_map(|pair| pair.strip_prefix(*name)?.strip_prefix('='));
    let meant = percent_decode_str(names.iter().find_map(value)?).decode_utf8().ok()?.into_owned();
    meant.starts_with("http").then_some(meant)
}

/// Endings of what no browser shows as an image.
const FILMS: [&str; 6] = ["mp4", "webm", "ogv", "mov", "m4v", "mkv"];
const SOUNDS: [&str; 7] = ["mp3", "ogg", "oga", "wav", "m4a", "flac", "opus"];
const DOCUMENTS: [&str; 16] = [
    "csv", "tsv", "json", "pdf", "docx", "xlsx", "pptx", "odt", "ods", "txt", "md", "html", "toml", "yaml", "zip",
    "geojson",
];

/// Whether a path leads to a file that is no page and in which figures may be read.
fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_own = |ending: &str| DOCUMENTS.iter().any(|own| ending.eq_ignore_ascii_case(own));
    name.rsplit_once('.').is_some_and(|(_, ending)| is_own(ending) && !matches!(ending, "md" | "html"))
}

/// The address of another site that stands where a page should be named.
fn web_address(written: &str) -> Option<String> {
    let written = written.trim_end_matches('\\').trim();
    if Target::inline(written) == Target::External {
        return Some(written.to_owned());
    }
    let host = written.split('/').next().unwrap_or_default();
    (host.starts_with("www.") && is_host(host)).then(|| format!("https://{written}"))
}

/// What to write for a wikilink that has its words before the bar: they hold blanks, which names of pages do not, and what
/// stands behind the bar could be one.
fn turned_wikilink(written: &str) -> Option<String> {
    let (words, page) = written.strip_prefix("[[")?.strip_suffix("]]")?.split_once('|')?;
    let is_name = |c: char| c.is_alphanumeric() || "-_./#".contains(c);
    let is_page = page.contains(['#', '/', '-']) && page.chars().all(is_name);
    (words.trim().contains(' ') && is_page).then(|| format!("write [[{page}|{}]]", words.trim()))
}

/// Why what was written can be no address, if it can be none, and what to write.
fn no_address(target: &Target, written: &str) -> Option<(String, String)> {
    match target {
        Target::Forbidden => Some((format!("a link must not lead to `{written}`"), remedy_of_scheme(written))),
        Target::Wiki { page, anchor: None } if page.is_empty() => {
            Some(("this link names no page".to_owned(), "write the page before the bar: [[page|words]]".to_owned()))
        }
        Target::Wiki { page, anchor: None } if written.trim_end().ends_with('#') => Some((
            "the `#` of this link names no section".to_owned(),
            format!("take it out, or write the section behind it: [[{page}]] or [[{page}#section]]"),
        )),
        Target::Path { .. } if written.is_empty() => Some((
            "this link has no address".to_owned(),
            "write it between the parentheses, or take the brackets away".to_owned(),
        )),
        _ => None,
    }
}

/// Whether a reader sees or hears anything of HTML of the generator's own.
fn shows_something(html: &str) -> bool {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if !rest[..start].trim().is_empty() || rest[start..].starts_with("<img") {
            return true;
        }
        rest = rest[start..].find('>').map_or("", |end| &rest[start + end + 1..]);
    }
    !rest.trim().is_empty()
}
