//! The icon of a site that brings none: the marks of its first two subjects in their inks.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::config::Config;

/// What an address in an attribute cannot hold as it is.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'<').add(b'>').add(b'#').add(b'%').add(b'"');

/// A disc and a diamond, as the scale has them; of a site without a comparison, a ring.
pub fn drawing(config: &Config) -> String {
    let inks: Vec<_> = config.subjects.iter().map(|subject| subject.accent.as_str()).collect();
    let marks = match inks.as_slice() {
        [first, second, ..] => {
            format!("<circle cx='2' cy='4' r='2' fill='{first}'/><path d='M6 2l2 2-2 2-2-2z' fill='{second}'/>")
        }
        _ => "<circle cx='4' cy='4' r='2.5' fill='none' stroke='#665d53' stroke-width='1.5'/>".to_owned(),
    };
    format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>{marks}</svg>")
}

/// The drawing as an address, so that it costs no request.
pub fn data_address(config: &Config) -> String {
    format!("data:image/svg+xml,{}", utf8_percent_encode(&drawing(config), RESERVED))
}
