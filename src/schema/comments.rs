//! The comments of a sample, by the keys that they explain.

/// By path, parts joined by points: what stands in the comment behind a key or header, or in the lines above it. Parts of a
/// path between asterisks in a header stand for names.
pub fn comments(sample: &str) -> Vec<(String, String)> {
    let (mut table, mut above, mut found) = (String::new(), Vec::new(), Vec::new());
    for line in sample.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix('#') {
            above.push(comment.trim());
            continue;
        }
        let behind = line.rsplit_once("  # ").map(|(_, comment)| comment.trim());
        let said = behind.map_or_else(|| above.join(" "), str::to_owned);
        above.clear();
        let path = match line.strip_prefix('[') {
            Some(header) => {
                let name = header.trim_start_matches('[').split(']').next().unwrap_or_default();
                table = format!("{name}.");
                name.to_owned()
            }
            None => match line.split_once(" = ") {
                Some((key, _)) => format!("{table}{}", key.trim()),
                None => continue,
            },
        };
        if !said.is_empty() {
            found.push((path, said));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_explains_the_key_beside_it_or_below_it() {
        let found = comments("a = \"#\"  # one\n# two\n# lines\nb = 1\nc = 2\n[d]  # three\ne = 3  # four\n[[f.g]]\n");
        let wanted = [("a", "one"), ("b", "two lines"), ("d", "three"), ("d.e", "four")];
        assert_eq!(found, wanted.map(|(key, said)| (key.to_owned(), said.to_owned())));
    }
}
