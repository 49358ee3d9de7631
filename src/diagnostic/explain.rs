//! The long form of each kind of fault, with an example: `explanations.txt` beside this file has a part for each code,
//! which begins with a line `= code`.

use super::Code;

const TEXT: &str = include_str!("explanations.txt");

/// What a code means, what to do, and an example, as lines for a terminal.
pub fn explain(code: Code) -> &'static str {
    parts().find(|(name, _)| *name == code.as_str()).map_or("", |(_, text)| text)
}

/// Where the manual explains a code.
pub fn manual_address(code: Code) -> String {
    format!("{}en/manual/checks/#{}", env!("CARGO_PKG_HOMEPAGE"), code.as_str())
}

/// The parts of the file: codes and their texts.
fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = TEXT.strip_prefix("= ").unwrap_or(TEXT).split("\n= ");
    parts.filter_map(|part| part.split_once('\n')).map(|(name, text)| (name.trim(), text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_with_an_example() {
        for code in Code::ALL {
            let text = explain(*code);
            let example = text.lines().any(|line| line.starts_with("    "));
            assert!(text.lines().next().is_some_and(|line| line.len() > 20) && example, "{}", code.as_str());
        }
        for (name, _) in parts() {
            assert!(Code::parse(name).is_some(), "{name} is no code");
        }
        assert_eq!(parts().count(), Code::ALL.len(), "a code is explained twice");
    }
}
