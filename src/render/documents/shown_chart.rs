//! A chart where it stands: what its page, its pictures and the document for other sites are made of.

use crate::config::LanguageId;
use crate::content::{Chart, Slot};
use crate::render::chart::{Drawing, Plate, PlateText, chart_path};
use crate::render::parts::{LinkView, ReaderContext};
use crate::render::renderer::{Renderer, document_path};
use crate::site::{PageId, SourceId};
use crate::text::Date;

/// The document that other sites embed, in the folder of a chart.
const EMBED: &str = "embed.html";

/// A file of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChartForm {
    /// Its page.
    Page,
    /// What other sites embed.
    Embed,
    /// The picture as it is drawn.
    Svg,
    /// The picture in points.
    Png,
}

impl ChartForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Page, Self::Embed, Self::Svg, Self::Png];

    /// The name of the file in the folder of a chart. Pictures have names by which they are known when they have been
    /// downloaded.
    pub fn file_name(self, id: &str) -> String {
        match self {
            Self::Page => "index.html".to_owned(),
            Self::Embed => EMBED.to_owned(),
            Self::Svg => format!("{id}.svg"),
            Self::Png => format!("{id}.png"),
        }
    }
}

/// A chart in a language: one of a page, or the scale.
pub struct ShownChart<'a> {
    pub chart: &'a Chart,
    pub id: &'a str,
    pub language: LanguageId,
    /// The languages that have it.
    pub languages: Vec<LanguageId>,
    /// The page that it stands in, with its title; nothing for the scale.
    pub page: Option<(PageId, &'a str)>,
    pub drawing: Drawing<'a>,
    /// Where it stands: a section, or the matrix.
    pub within: LinkView,
    pub changed: Option<Date>,
    /// By the number of a note of the page: its source.
    pub notes: &'a [Option<SourceId>],
    /// The address of the data.
    pub csv: Option<String>,
}

impl ShownChart<'_> {
    /// The address of one of its files, below the host.
    pub fn url(&self, renderer: &Renderer<'_>, form: ChartForm) -> String {
        let (id, folder) = (self.id, renderer.config.folder(self.language));
        match form {
            ChartForm::Page => renderer.addresses.page(self.language, &chart_path(id)),
            _ => renderer.addresses.under(&document_path(folder, &chart_path(id), &form.file_name(id))),
        }
    }

    /// Its sources, each once, in the order in which it cites them.
    pub fn sources(&self) -> Vec<SourceId> {
        let mut sources = Vec::new();
        for source in self.chart.citations.iter().filter_map(|note| self.notes.get(note.note).copied().flatten()) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// Who the data are from, and when: plain text, isolated.
    pub fn providers(&self, renderer: &Renderer<'_>) -> Vec<String> {
        let here = renderer.config.at(self.language);
        let mut providers = Vec::new();
        for source in self.sources() {
            let entry = &renderer.site.bibliography[source.0];
            let publisher = here.isolator.plain(&entry.publisher);
            let said = match entry.published.or(entry.accessed) {
                Some(date) => format!("\u{2068}{publisher}\u{2069} ({})", here.locale.date(date)),
                None => format!("\u{2068}{publisher}\u{2069}"),
            };
            if !providers.contains(&said) {
                providers.push(said);
            }
        }
        providers
    }

    /// Who the data are from, and when, as a line; empty where it cites nothing.
    pub fn provided_by(&self, renderer: &Renderer<'_>) -> String {
        let providers = self.providers(renderer);
        let locale = &renderer.config.at(self.language).locale;
        let messages = &renderer.input.theme.messages[self.language.0];
        match providers.len() {
            0 => String::new(),
            n => format!("{} {}", messages.count(locale, "chart_sources", n), providers.join(" · ")),
        }
    }

    /// Whose chart it is and under which licence, plain text.
    fn owner(&self, renderer: &Renderer<'_>) -> String {
        let name = renderer.site_name(self.language);
        match &renderer.config.licence {
            Some(licence) => {
                format!("{name} · {} \u{2068}{}\u{2069}", renderer.ui(self.language, "words_licence"), licence.name)
            }
            None => name,
        }
    }

    /// The picture that stands alone.
    pub fn plate(&self, renderer: &Renderer<'_>) -> Plate {
        let isolator = &renderer.config.at(self.language).isolator;
        let note = self.chart.note.as_deref().map_or_else(String::new, |note| isolator.plain(note));
        let below = [note, self.provided_by(renderer), self.owner(renderer)];
        let text = PlateText {
            below: below.into_iter().filter(|paragraph| !paragraph.is_empty()).collect(),
            url: renderer.addresses.absolute(&self.url(renderer, ChartForm::Page)),
        };
        Plate::new(&self.drawing, &text)
    }
}

impl Renderer<'_> {
    /// A chart of the page whose words are at hand, by its number among those that have addresses.
    pub fn chart_on_page(&self, page: PageId, language: LanguageId, n: usize) -> Option<ShownChart<'_>> {
        let here = self.site.page(page);
        let place = here.charts.get(n)?;
        let number = place.numbers[language.0]?;
        let body = &self.words(page, language)?.body;
        let chart = body.charts.get(number)?;
        let reading = ReaderContext { page, reader: language, words: language, prefix: "" };
        let stands_in = body.sections.iter().find(|section| {
            let mut is_here = false;
            section.text.fill(&mut String::new(), |slot, _| is_here |= *slot == Slot::Chart(number));
            is_here
        });
        let url = self.url(page, language);
        let page_title = here.face(language).1.title.as_str();
        let within = match stands_in.and_then(|section| section.heading.as_ref()) {
            Some(heading) => LinkView {
                url: format!("{url}#{}", heading.id),
                title: self.isolated(language, &format!("{page_title} – {}", heading.text)),
            },
            None => LinkView { url, title: self.isolated(language, page_title) },
        };
        Some(ShownChart {
            chart,
            id: &place.id,
            language,
            languages: place.languages().collect(),
            page: Some((page, page_title)),
            drawing: self.drawing(language, chart),
            within,
            changed: here.changed(),
            notes: &here.citations[language.0],
            csv: self.link_url(reading, chart.link),
        })
    }
}
