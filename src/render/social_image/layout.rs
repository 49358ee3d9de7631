//! Where everything stands on a picture. Lengths are in points, from the upper left corner; along a line from where reading
//! begins.

use bytes::Bytes;

use super::card::{CardDirection, CardScale, HEIGHT, SocialCard, WIDTH};
use super::lettering::{LetterLine, Lettering};
use super::marks::{disc_between, mark, ring};
use super::sheet::{Ink, Sheet, rgb};
use super::typeface::{TypefaceSet, Weight};

/// What stays empty at every edge.
const MARGIN: f32 = 80.0;

/// How long a line may be.
const LINE: f32 = WIDTH as f32 - 2.0 * MARGIN;

/// The sizes of a title, from one that fits.
const TITLES: [f32; 9] = [88.0, 80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0];

/// The base line of the site's name, and of the subjects.
const MASTHEAD: f32 = 112.0;
const LEGEND: f32 = 566.0;

/// Between these stands the title: below the masthead, and above the legend or the scale.
const TOP: f32 = 148.0;
const ABOVE_LEGEND: f32 = 490.0;
const ABOVE_SCALE: f32 = 362.0;

/// The names of the poles, and the axis below them.
const POLES: f32 = 420.0;
const AXIS: f32 = 466.0;

/// The figure of all axes, at the end of the lines, and what stays empty beside it.
const FIGURE: f32 = 340.0;
const GAP: f32 = 64.0;

const SMALL: f32 = 30.0;
const SUMMARY: f32 = 34.0;

/// Half of the width of a mark.
const MARK: f32 = 17.0;

/// The picture of a card as PNG. Where a face is missing for a character of the card, it is the plain one of the site; where
/// that has no face for the site's name either, marks alone.
pub fn draw(card: &SocialCard, faces: &TypefaceSet) -> Bytes {
    whole(card, faces).or_else(|| plain(card, faces)).unwrap_or_else(|| without_words(card)).finish()
}

/// The page's own picture; `None` where some character has no face.
fn whole(card: &SocialCard, faces: &TypefaceSet) -> Option<Sheet> {
    let mut page = CardDraft::new(card, faces);
    page.masthead()?;
    let bottom = match &card.scale {
        Some(scale) => {
            page.scale(scale)?;
            ABOVE_SCALE
        }
        None => ABOVE_LEGEND,
    };
    page.legend()?;
    let mut width = LINE;
    if !card.rows.is_empty() {
        page.figure();
        width -= FIGURE + GAP;
    }
    page.title(width, bottom)?;
    Some(page.sheet)
}

/// The name of the site between its marks.
fn plain(card: &SocialCard, faces: &TypefaceSet) -> Option<Sheet> {
    let mut page = CardDraft::new(card, faces);
    let name = Some(&card.masthead[0]).filter(|name| !name.is_empty())?;
    let name = page.lettering(name, Weight::Bold)?;
    let (size, lines) = fitting(&name, LINE, 300.0, page.leading(1.0))?;
    page.emblem(220.0, 60.0);
    let mut base = 420.0;
    for line in lines {
        let at = (WIDTH as f32 - line.width * size) / 2.0;
        page.write_at(&line, at, base, size, INK);
        base += size * page.leading(1.0);
    }
    Some(page.sheet)
}

/// Marks alone: what needs no face.
fn without_words(card: &SocialCard) -> Sheet {
    let mut page = CardDraft::new(card, &NO_FACES);
    page.emblem(HEIGHT as f32 / 2.0, 110.0);
    page.sheet
}

static NO_FACES: TypefaceSet = TypefaceSet::none();

/// The inks of a sheet: those of the site's texts, then those of the subjects.
const INK: Ink = Ink::Number(0);
const QUIET: Ink = Ink::Number(1);
const RULE: Ink = Ink::Number(2);
const INKS: usize = 3;

/// A picture in the making.
struct CardDraft<'a> {
    card: &'a SocialCard,
    faces: &'a TypefaceSet,
    sheet: Sheet,
    /// The sizes of what is written small; joined letters are smaller than others of one size.
    small: f32,
    summary: f32,
}

impl<'a> CardDraft<'a> {
    fn new(card: &'a SocialCard, faces: &'a TypefaceSet) -> Self {
        let [paper, texts @ ..] = &card.colours;
        let texts = texts.iter().chain(card.subjects.iter().map(|subject| &subject.ink));
        let sheet = Sheet::new([WIDTH, HEIGHT], rgb(paper), texts.map(|colour| rgb(colour)).collect());
        let larger = if card.direction == CardDirection::Rtl { 1.12 } else { 1.0 };
        Self { card, faces, sheet, small: SMALL * larger, summary: SUMMARY * larger }
    }

    fn lettering(&self, text: &'a str, weight: Weight) -> Option<Lettering<'a>> {
        Lettering::new(self.faces, text, self.card.direction, weight)
    }

    /// The distance between base lines, in sizes: joined scripts reach further below them.
    fn leading(&self, looser: f32) -> f32 {
        looser * if self.card.direction == CardDirection::Rtl { 1.5 } else { 1.22 }
    }

    /// How far from the left something begins that is `width` wide and `along` far from where reading begins.
    fn left(&self, along: f32, width: f32) -> f32 {
        match self.card.direction {
            CardDirection::Ltr => along,
            CardDirection::Rtl => WIDTH as f32 - along - width,
        }
    }

    fn write(&mut self, line: &LetterLine, along: f32, base: f32, size: f32, ink: Ink) {
        let left = self.left(along, line.width * size);
        self.write_at(line, left, base, size, ink);
    }

    fn write_at(&mut self, line: &LetterLine, left: f32, base: f32, size: f32, ink: Ink) {
        self.sheet.fill(&line.outlines, [left, base], size, [size * 1.6, size * 1.2], ink);
    }

    /// A bar of a length, around a height.
    fn bar(&mut self, [along, y]: [f32; 2], length: f32, thickness: f32, ink: Ink) {
        let (left, half) = (self.left(along, length), thickness / 2.0);
        let outline = disc_between(length, half);
        self.sheet.fill(&outline, [left, y], 1.0, [half + 1.0, half + 1.0], ink);
    }

    /// The mark of a subject around a place.
    fn mark(&mut self, number: usize, [along, y]: [f32; 2], half: f32, ink: Ink) {
        let x = self.left(along, 0.0);
        self.sheet.fill(&mark(number), [x, y], half, [half * 1.3, half * 1.3], ink);
    }

    /// A mark with a rim of paper, so that it can be told from what is under it.
    fn rimmed_mark(&mut self, number: usize, at: [f32; 2], half: f32) {
        self.mark(number, at, half * 1.34, Ink::Paper);
        self.mark(number, at, half, Ink::Number(INKS + number));
    }

    /// The icon of the site: the marks of the first two subjects, or a ring; `half` as high as it is.
    fn emblem(&mut self, y: f32, half: f32) {
        let middle = WIDTH as f32 / 2.0;
        if self.card.subjects.len() < 2 {
            self.sheet.fill(&ring(), [middle, y], half, [half * 1.2, half * 1.2], QUIET);
            return;
        }
        for (number, side) in [(0, -1.0), (1, 1.0)] {
            self.mark(number, [middle + side * half * 1.15, y], half, Ink::Number(INKS + number));
        }
    }

    /// The site's name, and at the end of the line what the page belongs to.
    fn masthead(&mut self) -> Option<()> {
        let [name, section] = &self.card.masthead;
        let name = self.lettering(name, Weight::Bold)?.whole();
        let section = self.lettering(section, Weight::Regular)?.whole();
        let size = self.small.min((LINE - 60.0) / name.width.max(0.1));
        let mut along = MARGIN;
        if self.card.subjects.len() >= 2 {
            for number in [0, 1] {
                self.mark(number, [along + 10.0, MASTHEAD - 10.0], 10.0, Ink::Number(INKS + number));
                along += 24.0;
            }
            along += 12.0;
        }
        self.write(&name, along, MASTHEAD, size, INK);
        let end = along + name.width * size;
        let begin = WIDTH as f32 - MARGIN - section.width * self.small;
        if begin > end + 40.0 {
            self.write(&section, begin, MASTHEAD, self.small, QUIET);
        }
        Some(())
    }

    /// What the marks stand for: as many names as the line holds, smaller where it holds few.
    fn legend(&mut self) -> Option<()> {
        let mut names = Vec::new();
        for subject in &self.card.subjects {
            names.push(self.lettering(&subject.name, Weight::Regular)?.whole());
        }
        let length = |size: f32| names.iter().map(|name| name.width * size + size * 2.6).sum::<f32>() - size * 1.4;
        let sizes = [0.94, 0.8, 0.67, 0.56].map(|part| part * self.small);
        let size = sizes.into_iter().find(|size| length(*size) <= LINE);
        let Some(size) = size.filter(|_| !names.is_empty()) else { return Some(()) };
        let mut along = MARGIN;
        for (number, name) in names.iter().enumerate() {
            let half = size * 0.38;
            self.mark(number, [along + half, LEGEND - size * 0.32], half, Ink::Number(INKS + number));
            self.write(name, along + size * 1.2, LEGEND, size, QUIET);
            along += name.width * size + size * 2.6;
        }
        Some(())
    }

    /// The axis with its poles and where the subjects stand on it.
    fn scale(&mut self, scale: &'a CardScale) -> Option<()> {
        let [start, end] = &scale.poles;
        let (start, end) =
            (self.lettering(start, Weight::Regular)?.whole(), self.lettering(end, Weight::Regular)?.whole());
        let room = (start.width + end.width).max(0.1);
        let size = self.small.min((LINE - 40.0) / room);
        self.write(&start, MARGIN, POLES, size, QUIET);
        self.write(&end, WIDTH as f32 - MARGIN - end.width * size, POLES, size, QUIET);
        self.bar([MARGIN, AXIS], LINE, 2.0, QUIET);
        for end in [MARGIN, WIDTH as f32 - MARGIN - 2.0] {
            self.bar([end, AXIS], 2.0, 22.0, QUIET);
        }
        let along = |at: u8| MARGIN + MARK + f32::from(at.min(100)) / 100.0 * (LINE - 2.0 * MARK);
        let places: Vec<_> = scale.places.iter().zip(0..self.card.subjects.len()).collect();
        for ([low, high], number) in &places {
            if low < high {
                self.bar([along(*low), AXIS], along(*high) - along(*low), 9.0, Ink::Number(INKS + number));
            }
        }
        let mut before: Vec<f32> = Vec::new();
        for ([low, high], number) in places {
            let at = (along(*low) + along(*high)) / 2.0;
            // Of marks at one place each stands below the one before.
            let stacked = before.iter().filter(|other| (*other - at).abs() < MARK * 0.9).count().min(2);
            before.push(at);
            self.rimmed_mark(number, [at, AXIS + stacked as f32 * MARK * 1.7], MARK);
        }
        Some(())
    }

    /// Every axis of the site with its marks, at the end of the lines.
    fn figure(&mut self) {
        let rows = &self.card.rows;
        let begin = WIDTH as f32 - MARGIN - FIGURE;
        let step = ((ABOVE_LEGEND - TOP - 40.0) / rows.len() as f32).min(52.0);
        let half = (step * 0.3).clamp(2.0, 11.0);
        let first = (TOP + ABOVE_LEGEND) / 2.0 - step * (rows.len() as f32 - 1.0) / 2.0;
        let along = |at: u8| begin + half + f32::from(at.min(100)) / 100.0 * (FIGURE - 2.0 * half);
        for (n, row) in rows.iter().enumerate() {
            let y = first + n as f32 * step;
            self.bar([begin, y], FIGURE, 2.0, RULE);
            for (number, at) in row.iter().enumerate().take(self.card.subjects.len()) {
                self.rimmed_mark(number, [along(*at), y], half);
            }
        }
    }

    /// The title, and the summary below it where both fit; in the middle of what is left.
    fn title(&mut self, width: f32, bottom: f32) -> Option<()> {
        let title = self.lettering(&self.card.title, Weight::Bold)?;
        let summary = self.lettering(&self.card.summary, Weight::Regular);
        let (tight, loose) = (self.leading(1.0), self.leading(1.08));
        let room = bottom - TOP;
        let (size, lines) = fitting(&title, width, room, tight)?;
        let height = lines.len() as f32 * size * tight;
        let summary = summary.filter(|_| self.card.scale.is_none() && !self.card.summary.is_empty());
        let beside = size * 0.35;
        let below = |summary: &Lettering<'_>| {
            let most = ((room - height - beside) / (self.summary * loose)).floor();
            (most >= 1.0).then(|| summary.lines(width / self.summary, (most as usize).min(4))).flatten()
        };
        let summary = summary.as_ref().and_then(below).unwrap_or_default();
        let whole = match summary.len() {
            0 => height,
            lines => height + beside + lines as f32 * self.summary * loose,
        };
        // A base line lies about four fifths down its line.
        let mut base = TOP + (room - whole) / 2.0 + size * tight * 0.78;
        for line in &lines {
            self.write(line, MARGIN, base, size, INK);
            base += size * tight;
        }
        base += beside - size * tight * 0.78 + self.summary * loose * 0.78;
        for line in &summary {
            self.write(line, MARGIN, base, self.summary, QUIET);
            base += self.summary * loose;
        }
        Some(())
    }
}

/// The largest size at which a text fits, with its lines. What fits at none is cut where the room ends.
fn fitting(text: &Lettering<'_>, width: f32, height: f32, leading: f32) -> Option<(f32, Vec<LetterLine>)> {
    let most = |size: f32| ((height / (size * leading)).floor().max(1.0) as usize).min(5);
    let whole = TITLES.into_iter().find_map(|size| Some((size, text.lines(width / size, most(size))?)));
    let least = TITLES[TITLES.len() - 1];
    whole.or_else(|| Some((least, text.cut_lines(width / least, most(least)))))
}
