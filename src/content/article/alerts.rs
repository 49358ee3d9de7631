//! Alerts of GitHub, `> [!NOTE]`: their kinds, the line that begins one with a title of its own, and which was meant by what is
//! none. What the parser of Markdown knows of them comes by in `markdown.rs`, what is rewritten before it in `containers.rs`.

use crate::diagnostic::nearest;

/// The kinds of alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Something worth knowing.
    Note,
    /// Advice.
    Tip,
    /// What has to be known.
    Important,
    /// What needs care at once.
    Warning,
    /// What may do harm.
    Caution,
}

impl AlertKind {
    /// All of them.
    const ALL: [Self; 5] = [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution];

    /// The one that is meant by the name in `[!…]`, whatever the case of its letters.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.class().eq_ignore_ascii_case(name))
    }

    /// The one that was most likely meant by a name that is none.
    pub fn nearest(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let same = match name.as_str() {
            "notice" | "info" | "information" | "example" | "question" | "abstract" => Some(Self::Note),
            "hint" | "success" => Some(Self::Tip),
            "attention" | "warn" => Some(Self::Warning),
            "danger" | "error" | "failure" | "bug" => Some(Self::Caution),
            _ => None,
        };
        same.or_else(|| Self::parse(nearest(&name, Self::ALL.map(Self::class))?))
    }

    /// Its name in small letters, which is also its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// The message that is its title where it has none of its own.
    pub fn message(self) -> &'static str {
        match self {
            Self::Note => "alert_note",
            Self::Tip => "alert_tip",
            Self::Important => "alert_important",
            Self::Warning => "alert_warning",
            Self::Caution => "alert_caution",
        }
    }
}

/// An alert with a title of its own, which Markdown does not know: `[!NOTE] Title`, or `[!NOTE]- Title` and `[!NOTE]+ Title`
/// for one that is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TitledAlert<'a> {
    /// Its kind.
    pub kind: AlertKind,
    /// For one that is folded, whether it is open from the beginning.
    pub folded: Option<bool>,
    /// Its title, which is the end of the line.
    pub title: &'a str,
}

/// Reads the first line of a quotation, without the marks of quotations before it and white space at its end.
pub fn titled_alert(line: &str) -> Option<TitledAlert<'_>> {
    let (name, rest) = line.strip_prefix("[!")?.split_once(']')?;
    let kind = AlertKind::parse(name)?;
    // A colon parts the name from the words and is none of them.
    let title = rest.trim_start_matches(['-', '+', ':', '：']).trim_start();
    if !title.contains(char::is_alphanumeric) || rest.starts_with(['(', '[']) {
        return None;
    }
    let folded = rest.starts_with(['-', '+']).then(|| rest.starts_with('+'));
    Some(TitledAlert { kind, folded, title })
}

/// How long the sign of an alert is that has a colon behind it and nothing more, which Markdown would take for the definition
/// of a reference.
pub fn alert_before_colon(line: &str) -> Option<usize> {
    let (name, rest) = line.strip_prefix("[!")?.split_once(']')?;
    let is_colon = matches!(rest.trim(), ":" | "：");
    (is_colon && AlertKind::parse(name).is_some()).then_some(line.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_is_told_by_its_line() {
        let alert = |kind, folded, title| Some(TitledAlert { kind, folded, title });
        for (line, expected) in [
            ("[!NOTE] Title", alert(AlertKind::Note, None, "Title")),
            ("[!caution]- عنوان هنا", alert(AlertKind::Caution, Some(false), "عنوان هنا")),
            ("[!Tip]+ Title", alert(AlertKind::Tip, Some(true), "Title")),
            ("[!NOTE]: Title", alert(AlertKind::Note, None, "Title")),
            ("[!NOTE]", None),
            ("[!NOTE]-", None),
            ("[!NOTE](address) words", None),
            ("[!NOTES] Title", None),
            ("NOTE Title", None),
        ] {
            assert_eq!(titled_alert(line), expected, "{line}");
        }
        for (line, expected) in [("[!NOTE]:", Some(7)), ("[!tip] :", Some(6)), ("[!NOTE]", None), ("[!x]:", None)] {
            assert_eq!(alert_before_colon(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_no_alert_is_nearly_one() {
        for kind in AlertKind::ALL {
            assert_eq!(AlertKind::parse(&kind.class().to_uppercase()), Some(kind));
            assert_eq!(kind.message(), format!("alert_{}", kind.class()));
        }
        assert_eq!(AlertKind::nearest("Danger"), Some(AlertKind::Caution));
        assert_eq!(AlertKind::nearest("WARNIN"), Some(AlertKind::Warning));
        assert_eq!(AlertKind::nearest("xyzzy"), None);
    }
}
