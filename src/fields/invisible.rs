//! What is said of a sign in TOML that nobody sees.

pub fn message(c: char) -> String {
    let name = if c == '\u{a0}' { "a no-break space" } else { "a sign" };
    format!("here stands {name} that is invisible, U+{:04X}", u32::from(c))
}

pub fn help(c: char) -> &'static str {
    if c.is_whitespace() { "type a plain space in its place" } else { "delete it, or type the line again" }
}
