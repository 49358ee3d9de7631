//! Which signs a text holds at all: what is looked for begins with one, and most texts hold few.

/// The signs of a text.
#[derive(Debug)]
pub struct Signs {
    /// A bit for each character of ASCII.
    ascii: u128,
    /// Whether a character stands there that may be a sign of another script: one of U+02C0 to U+02FF, of general punctuation,
    /// of the forms of Arabic, of full width, or for private use.
    pub is_other: bool,
}

impl Signs {
    /// Those of a text, in one pass.
    pub fn of(text: &str) -> Self {
        let (mut ascii, mut is_other) = (0_u128, false);
        for byte in text.bytes() {
            match byte {
                0..0x80 => ascii |= 1 << byte,
                _ => is_other |= matches!(byte, 0xcb | 0xe2 | 0xe3 | 0xee | 0xef),
            }
        }
        Self { ascii, is_other }
    }

    /// Whether one of some signs stands there; all of ASCII.
    pub fn has(&self, signs: &str) -> bool {
        signs.bytes().any(|sign| sign < 0x80 && self.ascii & (1 << sign) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_there_or_not() {
        let signs = Signs::of("a [b] — c");
        assert!(signs.has("[") && signs.has("x]") && !signs.has("{}") && signs.is_other);
        let signs = Signs::of("نص عربي، كلمة");
        assert!(!signs.has("[]{}:") && !signs.is_other && signs.has(" "));
        assert!(Signs::of("﴿كذا﴾").is_other && Signs::of("[ˆkey]").is_other && Signs::of("＃ x").is_other);
    }
}
