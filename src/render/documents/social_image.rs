//! The pictures that stand where a link to a page is shared: one for each page and language. Those of pages have the page's
//! title on them, and those of dimensions where the subjects stand.

use bytes::Bytes;

use crate::config::{LanguageId, Subject};
use crate::content::PageKind;
use crate::render::parts::ReaderContext;
use crate::render::renderer::{Rendered, Renderer};
use crate::render::social_image::{CardScale, CardSubject, ImageKey, SocialCard, TypefaceSet, draw};
use crate::site::{Generated, PageId, Tree};

/// As many axes as the figure of all of them shows.
const MOST_ROWS: usize = 14;

/// The picture of a page with a folder, in a language that it has words in.
pub fn of_page(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> Rendered {
    renderer.drawn(&renderer.card_of_page(page, language))
}

/// The picture of a page that is made of others.
pub fn of_generated(renderer: &Renderer<'_>, generated: Generated, language: LanguageId) -> Rendered {
    let name = generated.path();
    let title = renderer.config.at(language).isolator.plain(&renderer.ui(language, &format!("{name}_title")));
    let mut card = renderer.titled_card(language, title);
    let summary = match generated {
        Generated::Search => String::new(),
        _ => renderer.ui(language, &format!("{name}_summary")),
    };
    card.summary = renderer.config.at(language).isolator.plain(&summary);
    if matches!(generated, Generated::Matrix | Generated::Balance) {
        card.rows = renderer.all_axes();
    }
    renderer.drawn(&card)
}

impl Renderer<'_> {
    fn drawn(&self, card: &SocialCard) -> Rendered {
        self.drawn_once(&card.key(), |faces| draw(card, faces))
    }

    /// A picture, as it was drawn before, or else drawn.
    pub fn drawn_once(&self, key: &ImageKey, draw: impl FnOnce(&TypefaceSet) -> Bytes) -> Rendered {
        let store = self.input.images;
        if let Some(image) = store.image(key) {
            return Ok(image);
        }
        let image = draw(self.input.theme.statics.typefaces());
        store.put_image(key, &image);
        Ok(image)
    }

    /// The addresses of the faces of pictures, which name their bytes.
    pub fn picture_faces(&self) -> Vec<String> {
        let faces = self.input.theme.statics.faces.iter();
        faces.filter_map(|face| self.addresses.assets.get(&face.file).cloned()).collect()
    }

    /// A card with nothing but a title.
    fn titled_card(&self, language: LanguageId, title: String) -> SocialCard {
        let here = self.config.at(language);
        let subject = |subject: &Subject| CardSubject {
            name: here.isolator.plain(&subject.names[language.0]),
            ink: subject.accent.clone(),
        };
        let name = here.isolator.plain(&self.site_name(language));
        SocialCard {
            direction: here.locale.direction.into(),
            // What is called as the site is says so once.
            masthead: [if name == title { String::new() } else { name }, String::new()],
            title,
            summary: String::new(),
            subjects: self.config.subjects.iter().map(subject).collect(),
            scale: None,
            rows: Vec::new(),
            colours: ["paper", "ink", "quiet", "line"].map(|name| self.config.appearance.light(name)),
            faces: self.picture_faces(),
        }
    }

    fn card_of_page(&self, page: PageId, language: LanguageId) -> SocialCard {
        let here = self.site.page(page);
        let (_, face) = here.face(language);
        let plain = |text: &str| self.config.at(language).isolator.plain(text);
        let mut card = self.titled_card(language, plain(&face.title));
        card.summary = plain(&face.summary);
        let above = self.site.tree.parent(Tree::node(page)).and_then(|node| self.site.tree.page(node));
        if let Some(above) = above.filter(|above| !self.site.page(*above).input.path.is_empty()) {
            card.masthead[1] = self.plain_title(above, language);
        }
        if let Some(poles) = face.poles.as_ref().filter(|_| here.input.kind == PageKind::Dimension) {
            let places = here.input.facts.axis.iter().map(|place| [place.low, place.high]);
            let poles = [plain(&poles[0]), plain(&poles[1])];
            card.scale = Some(CardScale { poles, places: places.collect() });
        }
        if matches!(here.input.kind, PageKind::Home | PageKind::Dimensions) && self.config.compares() {
            card.rows = self.all_axes();
        }
        card
    }

    /// Where the subjects stand on each axis, in the order of the dimensions.
    fn all_axes(&self) -> Vec<Vec<u8>> {
        let places = |page: &PageId| {
            let axis = &self.site.page(*page).input.facts.axis;
            axis.iter().map(|place| place.middle()).collect()
        };
        self.site.dimensions.iter().take(MOST_ROWS).map(places).collect()
    }

    /// The picture that the words of a page name in a language: its address, and its width and height where they are known.
    pub fn own_image(&self, page: PageId, words: LanguageId) -> Option<(String, Option<(u32, u32)>)> {
        let number = self.site.page(page).face(words).1.image?;
        self.shown_image(ReaderContext { page, reader: words, words, prefix: "" }, number)
    }
}
