//! What a heading can be called in an address.

/// Ids that documents have of their own, besides those of notes and of references to them.
const OWN: &[&str] =
    &["main", "menu", "notes", "gloss", "scale", "points", "children", "related", "backlinks", "used-in"];

/// Whether a document may have this id already: `notes`, or `n7` and `r7-2`, which are a note and a reference to it.
pub fn is_taken(id: &str) -> bool {
    let note = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    OWN.contains(&id) || id.strip_prefix(['n', 'r']).is_some_and(note)
}

/// Letters and digits of any script, lower case, joined by hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_the_document_are_taken() {
        for id in ["notes", "n1", "r12", "r3-2"] {
            assert!(is_taken(id), "{id}");
        }
        for id in ["n", "note", "n1a", "r-und-d", "claim", "مصادر"] {
            assert!(!is_taken(id), "{id}");
        }
    }
}
