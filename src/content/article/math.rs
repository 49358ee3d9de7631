//! Formulas in TeX as MathML: the only file that knows math_core.

use std::cmp::Ordering;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::diagnostic::nearest;

/// Deciding what a formula may be takes no settings, so that one converter serves all.
static CONVERTER: LazyLock<Option<LatexToMathML>> =
    LazyLock::new(|| LatexToMathML::new(MathCoreConfig::default()).ok());

/// The elements that a formula may become.
const ELEMENTS: &[&str] = &[
    "math",
    "menclose",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

/// The attributes that they may have.
const ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "class",
    "display",
    "displaystyle",
    "form",
    "height",
    "depth",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "style",
    "symmetric",
    "voffset",
    "width",
];

/// How deep a formula may go: the converter calls itself for each group and for each command, and on a thread of 2 MiB it
/// overflows the stack at some three times as many.
const DEPTH: usize = 500;

/// The commands that formulas have most often: one that is not known may be one of them, misspelt.
const COMMANDS: [&str; 72] = [
    "alpha",
    "approx",
    "bar",
    "begin",
    "beta",
    "binom",
    "cdot",
    "cdots",
    "cfrac",
    "chi",
    "cos",
    "dfrac",
    "delta",
    "ell",
    "end",
    "epsilon",
    "equiv",
    "eta",
    "exists",
    "exp",
    "forall",
    "frac",
    "gamma",
    "geq",
    "hat",
    "in",
    "infty",
    "int",
    "kappa",
    "lambda",
    "langle",
    "ldots",
    "left",
    "leq",
    "lim",
    "ln",
    "log",
    "mathbb",
    "mathbf",
    "mathcal",
    "mathrm",
    "max",
    "min",
    "mu",
    "nabla",
    "neq",
    "notin",
    "omega",
    "operatorname",
    "overline",
    "partial",
    "phi",
    "prod",
    "quad",
    "rangle",
    "rho",
    "right",
    "rightarrow",
    "sigma",
    "sin",
    "sqrt",
    "subset",
    "sum",
    "tan",
    "tau",
    "text",
    "theta",
    "times",
    "underline",
    "varepsilon",
    "vec",
    "zeta",
];

const CANNOT_BE_READ: &str = "this formula cannot be read";

/// How a formula is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MathStyle {
    /// In a line of text.
    Inline,
    /// On a line of its own.
    Display,
}

/// What is wrong with a formula.
#[derive(Debug, PartialEq, Eq)]
pub struct MathFault {
    /// Where in its TeX.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
}

impl MathFault {
    /// What to do about it.
    pub fn help(&self) -> String {
        // `Unknown command `\farc``, in the words of the converter.
        let unknown = self.message.split('\\').nth(1).filter(|_| self.message.starts_with("Unknown command"));
        let near = unknown.and_then(|name| nearest(name.trim_end_matches('`'), COMMANDS));
        match near {
            Some(near) => format!("did you mean `\\{near}`?"),
            None => "mend its TeX; a dollar that begins no formula is written as \\$".to_owned(),
        }
    }
}

/// The inside of `<math>` for a formula.
///
/// # Errors
///
/// TeX that is wrong or not known, and what HTML could take for markup.
pub fn mathml(tex: &str, style: MathStyle) -> Result<String, MathFault> {
    let fault = |range: Range<usize>, message: String| Err(MathFault { range, message });
    if depth(tex) > DEPTH {
        return fault(0..tex.len(), "this formula has too many commands or groups; split it".to_owned());
    }
    let Some(converter) = CONVERTER.as_ref() else {
        return fault(0..tex.len(), "formulas cannot be set".to_owned());
    };
    let display = match style {
        MathStyle::Inline => MathDisplay::Inline,
        MathStyle::Display => MathDisplay::Block,
    };
    // Some formulas that are wrong make the converter panic where its assertions are on, and give a half of an element where
    // they are off (`&^"` in a matrix, in 0.7): either is a fault of the formula and not the end of a build. A conversion
    // leaves no state behind that could be broken.
    let html = match catch_unwind(AssertUnwindSafe(|| converter.convert_with_local_state(tex, display))) {
        Err(_) => return fault(0..tex.len(), CANNOT_BE_READ.to_owned()),
        Ok(Ok(result)) => result.mathml,
        Ok(Err(error)) => {
            if let Some((at, message)) = half_of_pair(tex) {
                return fault(at, message);
            }
            let at = error.0.start.min(tex.len())..error.0.end.min(tex.len());
            let message = error.error_message();
            return fault(at, message.trim_end_matches('.').replace('"', "`"));
        }
    };
    let inner = html.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</math>")).unwrap_or("<");
    match flaw(inner) {
        None => Ok(inner.to_owned()),
        Some(Flaw::MissingPart) => fault(0..tex.len(), CANNOT_BE_READ.to_owned()),
        // The name of an operator goes through as it is.
        Some(Flaw::Markup) => fault(0..tex.len(), "a sign of HTML stands in the name of an operator".to_owned()),
    }
}

/// `\left` without `\right`, or the other way round: where it stands, and what is wrong.
fn half_of_pair(tex: &str) -> Option<(Range<usize>, String)> {
    let places = |command: &'static str| {
        let is_whole = move |at: &usize| !tex[at + command.len()..].starts_with(|c: char| c.is_ascii_alphabetic());
        tex.match_indices(command).map(|(at, _)| at).filter(is_whole).collect::<Vec<_>>()
    };
    let (left, right) = (places("\\left"), places("\\right"));
    let (at, one, other) = match left.len().cmp(&right.len()) {
        Ordering::Greater => (*left.last()?, "\\left", "\\right"),
        Ordering::Less => (*right.first()?, "\\right", "\\left"),
        Ordering::Equal => return None,
    };
    Some((at..at + one.len(), format!("this `{one}` has no `{other}`")))
}

/// At most so deep may a formula go: all its commands, and the groups that are open at once.
fn depth(tex: &str) -> usize {
    let (mut commands, mut open, mut deepest) = (0_usize, 0_usize, 0);
    for byte in tex.bytes() {
        match byte {
            b'\\' => commands += 1,
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    commands + deepest
}

/// What keeps HTML from being a formula.
#[derive(Debug, PartialEq, Eq)]
enum Flaw {
    /// Something that is no element of a formula, not closed where it should be, or has an attribute without quotes.
    Markup,
    /// An element without one of its parts, such as a superscript that stands at nothing.
    MissingPart,
}

/// What is wrong with HTML that should consist of known elements, each closed where it should be, with all its parts, their
/// attributes in quotes: that nothing an author writes into a formula becomes markup depends on this, not on the converter.
fn flaw(html: &str) -> Option<Flaw> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut lacks_part = false;
    let mut pieces = html.split('<');
    if !pieces.next().is_some_and(is_text) {
        return Some(Flaw::Markup);
    }
    for piece in pieces {
        let Some((tag, _)) = piece.split_once('>').filter(|(_, text)| is_text(text)) else { return Some(Flaw::Markup) };
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some((opened, children)) if opened == name => {
                    lacks_part |= parts(name).is_some_and(|parts| parts != children);
                }
                _ => return Some(Flaw::Markup),
            }
            continue;
        }
        let (tag, is_void) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !ELEMENTS.contains(&name) || !are_attributes(attributes) {
            return Some(Flaw::Markup);
        }
        if let Some((_, children)) = open.last_mut() {
            *children += 1;
        }
        if is_void {
            lacks_part |= parts(name).is_some();
        } else {
            open.push((name, 0));
        }
    }
    if open.is_empty() { lacks_part.then_some(Flaw::MissingPart) } else { Some(Flaw::Markup) }
}

/// How many elements stand in one of this name, if that is fixed (MathML Core, 3.3 and 3.4).
fn parts(name: &str) -> Option<usize> {
    match name {
        "mfrac" | "mover" | "mroot" | "msub" | "msup" | "munder" => Some(2),
        "msubsup" | "munderover" => Some(3),
        _ => None,
    }
}

fn is_text(text: &str) -> bool {
    !text.contains('>')
}

fn are_attributes(text: &str) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Some((name, value)) = rest.split_once("=\"") else { return false };
        let Some((value, after)) = value.split_once('"') else { return false };
        if !ATTRIBUTES.contains(&name) || value.contains("url(") {
            return false;
        }
        rest = after.trim_start();
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_become_mathml() {
        assert_eq!(
            mathml("E = mc^2", MathStyle::Inline).as_deref(),
            Ok("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>")
        );
        for tex in [
            r"\frac{a}{b} < \sqrt[3]{x}",
            r"\text{السعر} = 5 \times \text{الكمية}",
            r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
            r"\begin{cases} x & x > 0 \\ -x & \text{otherwise} \end{cases}",
            r"\begin{aligned} a &= b \\ &= c \end{aligned}",
            r"\sum_{i=1}^n x_i \quad \int_0^\infty e^{-x}\,dx",
            r"\mathbb{R} \vec{v} \overline{ab} \underbrace{a+b}_{n} \operatorname{lim} \left( \frac12 \right)",
            r"\color{red} x \not= y \binom{n}{k} \cancel{y}",
            r"{}^{14}_6\mathrm{C} f''(x) \overset{a}{b} \underset{a}{b} \stackrel{a}{b} \lim\limits_{x\to0} \int\nolimits^1_0",
            r"\frac{}{} x_{}^{} \sqrt[]{} \hat{} {}_1F_2 \left.\frac{dy}{dx}\right|_{x=0} \overbrace{}^{} ^2 _3",
            "",
        ] {
            assert!(mathml(tex, MathStyle::Display).is_ok(), "{tex}: {:?}", mathml(tex, MathStyle::Display));
        }
    }

    #[test]
    fn wrong_tex_has_its_place() {
        for (tex, range) in [(r"\frac{a}{", 9..9), (r"x + \alpa", 4..9), ("x^{2", 4..4), ("a & b", 2..3)] {
            assert_eq!(mathml(tex, MathStyle::Inline).map_err(|fault| fault.range), Err(range), "{tex}");
        }
    }

    #[test]
    fn no_markup_gets_through() {
        for tex in [
            r"\operatorname{<script>alert(1)</script>}",
            r"\operatorname{a<b}",
            r"\operatorname{<mi onclick=x>a</mi>}",
            r"\operatorname{</mo><img src=x>}",
            r"\operatorname{<mi/>}<",
        ] {
            let html = mathml(tex, MathStyle::Inline).unwrap_or_default();
            assert!(!html.contains("script") && !html.contains("onclick") && !html.contains("img"), "{html}");
        }
    }

    #[test]
    fn deep_formulas_end() {
        for (open, close) in [
            ("{", "}"),
            (r"\sqrt ", ""),
            (r"\frac1", ""),
            (r"\left(", r"\right)"),
            (r"\sqrt[", "]1"),
            ("x^{", "}"),
            ("'", ""),
        ] {
            for count in [DEPTH / 2 - 1, DEPTH - 1, 100_000] {
                let _ = mathml(&format!("{}x{}", open.repeat(count), close.repeat(count)), MathStyle::Inline);
            }
        }
        assert!(mathml(&"{".repeat(100_000), MathStyle::Inline).is_err());
    }

    #[test]
    fn what_the_converter_cannot_take_is_a_fault() {
        for tex in
            ["\\begin{matrix}%\n&^\"\\end{matrix}", r"\begin{matrix}^&\end{matrix}", r"\begin{matrix}_&\end{matrix}"]
        {
            assert_eq!(mathml(tex, MathStyle::Inline).map_err(|fault| fault.range), Err(0..tex.len()), "{tex}");
        }
    }

    #[test]
    fn an_element_has_all_its_parts() {
        for (html, expected) in [
            ("<msup><mi>x</mi><mn>2</mn></msup>", None),
            ("<msup><mi>x</mi></msup>", Some(Flaw::MissingPart)),
            ("<msubsup><mi>x</mi><mrow><mn>2</mn><mn>2</mn></mrow></msubsup>", Some(Flaw::MissingPart)),
            ("<mfrac/>", Some(Flaw::MissingPart)),
            ("<msup><mi>x</mi>", Some(Flaw::Markup)),
        ] {
            assert_eq!(flaw(html), expected, "{html}");
        }
    }

    proptest! {
        #[test]
        fn any_tex_ends_well(parts in proptest::collection::vec(prop_oneof![
            Just(r"\frac"), Just("{"), Just("}"), Just("^"), Just("_"), Just("x"), Just("<"), Just(">"), Just("&"), Just(r"\\"),
            Just(r"\left("), Just(r"\right)"), Just(r"\text{"), Just(r"\operatorname{"), Just(r"\begin{matrix}"),
            Just(r"\end{matrix}"), Just("%"), Just("#"), Just("\""), Just("ا"), Just("٣"), Just(r"\color{red}"), Just("/mo"),
            Just("script"), Just(" "), Just("\n"), Just(r"\not"), Just("'"), Just("=\""),
        ], 0..20)) {
            let tex = parts.concat();
            match mathml(&tex, MathStyle::Inline) {
                Ok(html) => prop_assert!(flaw(&html).is_none()),
                Err(fault) => prop_assert!(tex.get(fault.range.clone()).is_some(), "{:?}", fault),
            }
        }
    }
}
