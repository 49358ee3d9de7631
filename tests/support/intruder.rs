//! What a page may hold, whoever wrote its texts: elements, attributes and addresses, as a browser finds them.

#![allow(dead_code, reason = "each test uses its own part")]

use std::collections::BTreeSet;

use scraper::ElementRef;

/// What templates and the generator write, and the HTML that most articles have.
const ELEMENTS: &str = "html head meta title link script body header footer main nav article section aside div span p \
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a b i u s em strong del ins sub sup kbd mark code pre cite q bdi bdo br hr wbr \
    blockquote figure figcaption img table thead tbody tr th td time button form output small fieldset legend label input details \
    summary noscript svg g line path rect circle text tspan title desc caption";

const ATTRIBUTES: &str = "property media lang dir class id style href hreflang rel type name content charset as crossorigin http-equiv src defer \
    title alt width height loading decoding role tabindex scope datetime popover popovertarget value checked disabled \
    download start open colspan min max for opacity align viewBox d x y x1 x2 y1 y2 cx cy r dx dy rx points fill transform preserveAspectRatio \
    direction text-anchor stroke-dasharray fill-opacity target";

/// The other HTML that articles may have.
const MORE_ELEMENTS: &str = "abbr acronym area audio center col colgroup data dfn hgroup map picture rp rt rtc ruby samp \
    small source strike tfoot track tt var video";

const MORE_ATTRIBUTES: &str = "abbr coords shape controls loop muted preload span reversed media sizes default kind label \
    srclang autoplay playsinline poster srcset summary rowspan size";

/// Formulas.
const MATH_ELEMENTS: &str = "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded \
    mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd menclose";

const MATH_ATTRIBUTES: &str = "xmlns display mathvariant stretchy symmetric form fence separator lspace rspace minsize maxsize \
    largeop movablelimits accent accentunder linethickness displaystyle scriptlevel mathcolor mathbackground columnalign \
    rowspacing columnspacing columnlines rowlines encoding mathsize depth voffset notation";

/// Names that a page may hold.
pub struct Allowed {
    elements: BTreeSet<&'static str>,
    attributes: BTreeSet<&'static str>,
}

impl Allowed {
    fn of(elements: &[&'static str], attributes: &[&'static str]) -> Self {
        let names = |lists: &[&'static str]| lists.iter().flat_map(|list| list.split_whitespace()).collect();
        Self { elements: names(elements), attributes: names(attributes) }
    }

    /// What stands in pages whose articles hold little HTML of their own.
    pub fn of_the_program() -> Self {
        Self::of(&[ELEMENTS], &[ATTRIBUTES])
    }

    /// All that articles may add.
    pub fn of_articles() -> Self {
        Self::of(&[ELEMENTS, MORE_ELEMENTS, MATH_ELEMENTS], &[ATTRIBUTES, MORE_ATTRIBUTES, MATH_ATTRIBUTES])
    }
}

/// Why an element is none that may be there, if it is none.
pub fn intruder(element: ElementRef<'_>, allowed: &Allowed) -> Option<String> {
    let name = element.value().name();
    if !allowed.elements.contains(name) {
        return Some(format!("the element {name}"));
    }
    element.value().attrs().find_map(|(attribute, value)| {
        let known =
            allowed.attributes.contains(attribute) || attribute.starts_with("aria-") || attribute.starts_with("data-");
        // A description is a text; only what a browser acts on can lead anywhere.
        let acts = attribute == "content" && element.attr("http-equiv").is_some();
        let loads = matches!(attribute, "src" | "poster" | "srcset");
        let leads = matches!(attribute, "href" | "action" | "formaction") || loads || acts;
        let address: String = value.to_lowercase().chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let is_media =
            loads && ["data:image/", "data:audio/", "data:video/"].iter().any(|kind| address.starts_with(kind));
        let runs = address.starts_with("javascript:")
            || address.contains("url=javascript:")
            || address.starts_with("vbscript:")
            || address.starts_with("data:") && element.attr("rel") != Some("icon") && !is_media;
        // No site here allows what is loaded from others.
        let asks = loads && (address.starts_with("//") || address.starts_with("http"));
        let is_style = attribute == "style" && (value.contains("url(") || value.contains('<'));
        (!known || leads && runs || asks || is_style).then(|| format!("{attribute}={value:?} of {name}"))
    })
}
