//! Whether the inks of a site can be read on its paper, as WCAG 2.2 measures it, in the light theme and in the dark one;
//! and the nearest colour that can.

use color::{Oklab, Oklch, OpaqueColor, Srgb};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Located;

/// What WCAG asks of text (success criterion 1.4.3, level AA): names of subjects are set in their ink.
const LEAST: f32 = 4.5;

/// How much white the default sheet mixes into an ink for the dark theme.
const WHITE: f32 = 0.45;

/// The colours behind text, as `#rrggbb`.
#[derive(Debug)]
pub struct Papers<'a> {
    /// In the light theme.
    pub light: &'a str,
    /// In the dark one.
    pub dark: &'a str,
}

/// What is wrong with the ink of a subject, if it cannot be read everywhere.
pub fn ink_fault(ink: &Located<String>, papers: &Papers<'_>) -> Option<Diagnostic> {
    let (colour, light, dark) = (parse(&ink.value)?, parse(papers.light)?, parse(papers.dark)?);
    let (on_light, on_dark) = (contrast(colour, light), contrast(in_dark(colour), dark));
    let (theme, ratio) = match (on_light < LEAST, on_dark < LEAST) {
        (true, _) => ("light", on_light),
        (_, true) => ("dark", on_dark),
        _ => return None,
    };
    let message =
        format!("the ink `{}` has a contrast of {ratio:.2} in the {theme} theme, and text needs {LEAST}", ink.value);
    let fault = Diagnostic::warning(Code::Contrast, message).at(ink.span);
    Some(match readable(colour, light, dark) {
        Some(near) => fault.help(format!("the nearest that can be read in both themes is \"{near}\"")),
        None => fault
            .help("no colour like it can be read in both themes: make the light paper lighter, or the dark one darker"),
    })
}

/// What is wrong with a colour of text on a paper; `what` names it.
pub fn text_fault(what: &str, text: &Located<String>, paper: &str, theme: &str) -> Option<Diagnostic> {
    let ratio = contrast(parse(&text.value)?, parse(paper)?);
    let message =
        format!("`{what}` has a contrast of {ratio:.2} to the paper of the {theme} theme, and text needs {LEAST}");
    let fault = Diagnostic::warning(Code::Contrast, message).at(text.span);
    (ratio < LEAST).then(|| fault.help("make it darker on light paper, and lighter on dark"))
}

fn parse(hex: &str) -> Option<OpaqueColor<Srgb>> {
    let colour = color::parse_color(hex).ok()?;
    Some(colour.to_alpha_color::<Srgb>().discard_alpha())
}

fn contrast(a: OpaqueColor<Srgb>, b: OpaqueColor<Srgb>) -> f32 {
    let (a, b) = (a.relative_luminance(), b.relative_luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// An ink as the default sheet shows it in the dark theme: `color-mix(in oklab, ink, white 45%)`.
fn in_dark(ink: OpaqueColor<Srgb>) -> OpaqueColor<Srgb> {
    let white = OpaqueColor::<Oklab>::WHITE;
    in_gamut(ink.convert::<Oklab>().lerp_rect(white, WHITE).convert::<Srgb>())
}

fn in_gamut(colour: OpaqueColor<Srgb>) -> OpaqueColor<Srgb> {
    colour.map(|r, g, b| [r, g, b].map(|part| part.clamp(0.0, 1.0)))
}

/// The colour of another lightness, as near as can be, that can be read on both papers.
fn readable(ink: OpaqueColor<Srgb>, light: OpaqueColor<Srgb>, dark: OpaqueColor<Srgb>) -> Option<String> {
    let own = ink.convert::<Oklch>();
    let [lightness, ..] = own.components;
    let steps = (1_u16..=200).flat_map(|step| [-1.0, 1.0].map(|sign| lightness + sign * f32::from(step) / 200.0));
    // A lightness may not have that much colour: then less of it, of the same hue.
    let of_lightness = |l: f32| {
        let mut less = (0_u16..=20)
            .map(|step| own.map(|_, chroma, hue| [l, chroma * (1.0 - f32::from(step) / 20.0), hue]).convert::<Srgb>());
        less.find(|colour| colour.components.iter().all(|part| (-0.001..=1.001).contains(part)))
    };
    let candidates = steps.filter(|l| (0.0..=1.0).contains(l)).filter_map(of_lightness).map(|colour| {
        let [r, g, b, _] = in_gamut(colour).to_rgba8().to_u8_array();
        format!("#{r:02x}{g:02x}{b:02x}")
    });
    // What is suggested is measured as it will be written.
    let mut readable = candidates.filter(|hex| {
        parse(hex).is_some_and(|colour| contrast(colour, light) >= LEAST && contrast(in_dark(colour), dark) >= LEAST)
    });
    readable.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    const PAPERS: Papers<'_> = Papers { light: "#fbf8f1", dark: "#191614" };

    fn fault(ink: &str) -> Option<Diagnostic> {
        ink_fault(&Located { value: ink.to_owned(), span: FileId(0).top() }, &PAPERS)
    }

    /// Ratios that WCAG's own formula gives, worked out apart from this program.
    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |a: &str, b: &str| contrast(parse(a).unwrap(), parse(b).unwrap());
        for (a, b, wanted) in
            [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#e48e00", "#fbf8f1", 2.42)]
        {
            assert!((ratio(a, b) - wanted).abs() < 0.01, "{a} on {b}: {}", ratio(a, b));
        }
    }

    #[test]
    fn what_is_suggested_can_be_read_and_is_of_the_same_hue() {
        for ink in ["#a3312b", "#1d5c7a", "#2f6b3a", "#6b3f2a"] {
            assert!(fault(ink).is_none(), "{ink}");
        }
        for ink in ["#e48e00", "#ffff00", "#ff0000", "#00ff00", "#7fd3ff", "#000000", "#ffffff", "#12006b"] {
            let fault = fault(ink).expect(ink);
            let help = fault.help.expect(ink);
            let near = help.split('"').nth(1).expect(&help);
            assert!(super::tests::fault(near).is_none(), "{ink} → {near}");
            let [_, chroma, hue] = parse(ink).unwrap().convert::<Oklch>().components;
            let [_, _, other] = parse(near).unwrap().convert::<Oklch>().components;
            let turned = (hue - other + 540.0) % 360.0 - 180.0;
            assert!(chroma < 0.02 || turned.abs() < 30.0, "{ink} → {near}: by {turned}");
        }
    }

    /// The sheet has the colours of which this file speaks.
    #[test]
    fn the_default_sheet_has_these_colours() {
        let sheet = crate::tree::embedded_assets().into_iter().find(|(name, _)| name == "assets/style.css").unwrap().1;
        let sheet = std::str::from_utf8(sheet).unwrap();
        for (name, [light, dark]) in crate::config::appearance::COLOURS {
            assert!(sheet.contains(&format!("--{name}: light-dark({light}, {dark});")), "{name}");
        }
        assert!(sheet.contains("color-mix(in oklab, var(--own), white 45%)"));
    }
}
