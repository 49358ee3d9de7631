//! What a picture shows, and by what it is known again.

use serde::Serialize;

use crate::config::Config;
use crate::locale::Direction;
use crate::site::{PageId, Site};

/// The name of the picture in the folder of its page.
pub const SOCIAL_IMAGE: &str = "social.png";

/// How wide a picture is, in points: what the large networks ask for.
pub const WIDTH: u32 = 1200;

/// How high it is, in points.
pub const HEIGHT: u32 = 630;

/// As many pages in all languages have pictures of their own where the settings do not ask for them: to draw so many takes
/// some seconds. Pages of a larger site show that of its home page.
const MOST_PAGES: usize = 2000;

/// Whether a page has a picture of its own.
pub fn has_own_image(config: &Config, site: &Site, page: PageId) -> bool {
    let is_small = || site.pages.len() * config.languages.len() <= MOST_PAGES;
    let is_home = || site.page(page).input.path.is_empty();
    config.output.social_images.unwrap_or_else(|| is_small() || is_home())
}

/// Changes with everything that is drawn otherwise than before.
const DESIGN: u32 = 1;

/// All that a picture shows.
#[derive(Debug, Serialize)]
pub struct SocialCard {
    /// Where reading begins.
    pub direction: CardDirection,
    /// What the page is called: plain text, isolated. Nothing on a plain card.
    pub title: String,
    /// What it is about, where there is room: plain text, isolated; may be empty.
    pub summary: String,
    /// What the site is called, and after it what the page belongs to; the latter may be empty.
    pub masthead: [String; 2],
    /// What is compared, in the order of the settings: at most as many as there are marks.
    pub subjects: Vec<CardSubject>,
    /// Where the subjects stand between which two poles.
    pub scale: Option<CardScale>,
    /// Where the subjects stand on every axis of the site, a row each.
    pub rows: Vec<Vec<u8>>,
    /// The colours of paper, text, quieter text and lines: `#rrggbb`.
    pub colours: [String; 4],
    /// The addresses of the faces, which name their bytes.
    pub faces: Vec<String>,
}

/// Where reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CardDirection {
    /// On the left.
    Ltr,
    /// On the right.
    Rtl,
}

impl From<Direction> for CardDirection {
    fn from(direction: Direction) -> Self {
        if direction == Direction::Rtl { Self::Rtl } else { Self::Ltr }
    }
}

/// One of the things that are compared.
#[derive(Debug, Serialize)]
pub struct CardSubject {
    /// Its name: plain text, isolated.
    pub name: String,
    /// Its ink: `#rrggbb`.
    pub ink: String,
}

/// An axis.
#[derive(Debug, Serialize)]
pub struct CardScale {
    /// What its two ends are called: plain text, isolated.
    pub poles: [String; 2],
    /// By subject: between which places it stands, 0 to 100.
    pub places: Vec<[u8; 2]>,
}

/// Names a picture by all that decides how it looks.
pub type ImageKey = [u8; 32];

impl SocialCard {
    /// The name of its picture.
    pub fn key(&self) -> ImageKey {
        // A card is made of texts and numbers, which can always be written.
        let text = serde_json::to_vec(&(DESIGN, self)).unwrap_or_default();
        *blake3::hash(&text).as_bytes()
    }
}
