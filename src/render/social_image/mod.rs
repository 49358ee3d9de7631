//! The picture that other sites show where a link to a page is shared: drawn when the site is built, in the site's own faces
//! and inks, from right to left where its language is. It is made of nothing but what a [`SocialCard`] says.

mod card;
mod layout;
mod lettering;
mod marks;
mod sheet;
mod typeface;

use bytes::Bytes;

pub use card::{
    CardDirection, CardScale, CardSubject, HEIGHT, ImageKey, SOCIAL_IMAGE, SocialCard, WIDTH, has_own_image,
};
pub use layout::draw;
pub use lettering::Lettering;
pub use marks::{line, mark, polygon};
pub use sheet::{Ink, Sheet, rgb};
pub use typeface::{TypefaceSet, Weight};

/// Where pictures wait for the next build. Used from many threads. A store may lose them: then they are drawn again.
pub trait ImageStore: Sync {
    /// Whether pictures are of any use. Nothing can be wrong with them, so that a build which is only asked for faults needs none.
    fn wants_images(&self) -> bool {
        true
    }

    /// A picture that was drawn before.
    fn image(&self, key: &ImageKey) -> Option<Bytes>;

    /// Takes a picture that has been drawn.
    fn put_image(&self, key: &ImageKey, image: &Bytes);
}

/// Remembers nothing.
#[derive(Debug)]
pub struct NoImageStore;

impl ImageStore for NoImageStore {
    fn image(&self, _: &ImageKey) -> Option<Bytes> {
        None
    }

    fn put_image(&self, _: &ImageKey, _: &Bytes) {}
}

/// Remembers nothing, and wants nothing drawn.
#[derive(Debug)]
pub struct NoImages;

impl ImageStore for NoImages {
    fn wants_images(&self) -> bool {
        false
    }

    fn image(&self, _: &ImageKey) -> Option<Bytes> {
        None
    }

    fn put_image(&self, _: &ImageKey, _: &Bytes) {}
}

#[cfg(test)]
mod tests {
    use super::card::CardDirection;
    use super::*;
    use crate::render::faces::{FontFace, faces};
    use crate::tree::embedded_assets;

    /// The faces of the default sheet, with their bytes changed by `change`.
    fn typefaces(change: impl Fn(&mut Vec<u8>)) -> TypefaceSet {
        let assets = embedded_assets();
        let bytes = |name: &str| assets.iter().find(|(own, _)| *own == name).map(|(_, bytes)| bytes.to_vec());
        let sheet = String::from_utf8(bytes("assets/style.css").unwrap()).unwrap();
        let files: Vec<(FontFace, Vec<u8>)> = faces(&sheet)
            .into_iter()
            .map(|face| {
                let mut file = bytes(&format!("assets/{}", face.file)).unwrap();
                change(&mut file);
                (face, file)
            })
            .collect();
        TypefaceSet::new(files.iter().map(|(face, file)| (face, &file[..])))
    }

    fn card(direction: CardDirection, title: &str, subjects: usize) -> SocialCard {
        let subject = |n: usize| CardSubject { name: format!("No. {n}"), ink: "#a3312b".to_owned() };
        SocialCard {
            direction,
            title: title.to_owned(),
            summary: String::new(),
            masthead: ["Name".to_owned(), String::new()],
            subjects: (0..subjects).map(subject).collect(),
            scale: None,
            rows: Vec::new(),
            colours: ["#fbf8f1", "#26211c", "#665d53", "#ddd4c5"].map(str::to_owned),
            faces: Vec::new(),
        }
    }

    /// The points of a picture, row by row: 0 is paper.
    fn points(image: &[u8]) -> Vec<u8> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(image)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
        let mut points = vec![0; (WIDTH * HEIGHT) as usize];
        reader.next_frame(&mut points).unwrap();
        points
    }

    /// The first and the last column that is not paper, of the rows where the title stands.
    fn columns(image: &[u8]) -> (usize, usize) {
        let points = points(image);
        let rows = points.chunks(WIDTH as usize).skip(150).take(340);
        let places = rows.flat_map(|row| row.iter().enumerate().filter(|(_, point)| **point != 0).map(|(x, _)| x));
        (places.clone().min().unwrap(), places.max().unwrap())
    }

    #[test]
    fn a_title_begins_where_reading_begins() {
        let faces = typefaces(|_| {});
        let (left, right) = columns(&draw(&card(CardDirection::Ltr, "Word", 2), &faces));
        assert!((78..90).contains(&left) && right < 500, "{left} {right}");
        let (left, right) = columns(&draw(&card(CardDirection::Rtl, "كلمة", 2), &faces));
        assert!((1110..1122).contains(&right) && left > 700, "{left} {right}");
        // The middle of a word of a right-to-left script is drawn otherwise than its letters alone.
        let drawn = |title: &str| draw(&card(CardDirection::Rtl, title, 2), &faces);
        assert!(drawn("ببب") != drawn("ب\u{200c}ب\u{200c}ب"));
        // What is isolated keeps its own order, and marks of order are nothing to be seen.
        assert!(drawn("أ \u{2068}C++\u{2069}") == drawn("أ \u{200e}C++\u{200e}"));
        assert!(drawn("أ \u{2068}C++\u{2069}") != drawn("أ C++"));
    }

    #[test]
    fn a_character_without_a_face_leaves_a_plain_card() {
        let faces = typefaces(|_| {});
        let plain = draw(&card(CardDirection::Ltr, "漢字", 2), &faces);
        assert!(plain == draw(&card(CardDirection::Ltr, "a \u{1f600}", 2), &faces));
        assert!(plain != draw(&card(CardDirection::Ltr, "a", 2), &faces));
        // Where the site's name has no face either, there are marks alone; and without a face at all.
        let mut nameless = card(CardDirection::Ltr, "a", 2);
        nameless.masthead[0] = "漢".to_owned();
        assert!(draw(&nameless, &faces) == draw(&card(CardDirection::Ltr, "b", 2), &TypefaceSet::none()));
    }

    #[test]
    fn any_card_is_a_picture_of_at_most_60_kb() {
        let faces = typefaces(|_| {});
        let long = "كلمة طويلة جدا و Donaudampfschifffahrtsgesellschaft ".repeat(40);
        for title in ["", " ", "\n\n", "x", &"W".repeat(500), &long, "a\u{2029}b", "\u{300}", "\u{2067}", "ـــ"] {
            for (subjects, direction) in [(0, CardDirection::Ltr), (2, CardDirection::Rtl), (8, CardDirection::Ltr)] {
                let mut card = card(direction, title, subjects);
                card.summary = "word ".repeat(60);
                card.rows = (0..14).map(|n| vec![n * 7; subjects]).collect();
                let image = draw(&card, &faces);
                assert!(image.len() <= 60_000, "{title:?}: {}", image.len());
                assert!(image == draw(&card, &faces));
                card.scale =
                    Some(CardScale { poles: [title.to_owned(), "b".to_owned()], places: vec![[0, 100]; subjects] });
                assert!(points(&draw(&card, &faces)).iter().any(|point| *point != 0), "{title:?}");
            }
        }
    }

    #[test]
    fn a_damaged_face_does_no_harm() {
        let card = card(CardDirection::Rtl, "كلمة word", 2);
        let mut random = 1_u64;
        let mut next = move || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize
        };
        for _ in 0..120 {
            let (at, value, end) = (next(), next() as u8, next());
            let faces = typefaces(|file| {
                // The header and the directory, where the sizes stand, more often than the compressed rest.
                let reach = if value < 200 { 120 } else { file.len() };
                file[at % reach] = value;
                if value > 240 {
                    file.truncate(end % file.len());
                }
            });
            draw(&card, &faces);
        }
    }
}
