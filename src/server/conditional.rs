//! What a request says about the bytes it already has or wants: entity tags and byte ranges, as RFC 9110 has them.

use hyper::header::{self, HeaderMap, HeaderName};

/// Which bytes of a file are asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ByteRange {
    /// All of them; also where the range is not understood, or is more than one.
    Whole,
    /// From the first to the last, both included.
    Part(usize, usize),
    /// Some that the file does not have.
    Unsatisfiable,
}

/// Names some bytes: a strong entity tag, with its quotes.
pub(super) fn entity_tag(bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    format!("\"{}\"", &hash[..32])
}

/// Whether `If-None-Match` says that the asker has what the tag names.
pub(super) fn matches_none(headers: &HeaderMap, tag: &str) -> bool {
    let lists = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    // Tags of ours hold no comma. The comparison is the weak one.
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// Which bytes of a file of some length `Range` asks for, if `If-Range` names these bytes or none.
pub(super) fn requested_range(headers: &HeaderMap, tag: &str, length: usize) -> ByteRange {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (text(header::RANGE), text(header::IF_RANGE)) {
        (Some(range), condition) if condition.is_none_or(|condition| condition == tag) => parse_range(range, length),
        _ => ByteRange::Whole,
    }
}

fn parse_range(text: &str, length: usize) -> ByteRange {
    let range = text.split_once('=').filter(|(unit, _)| unit.trim().eq_ignore_ascii_case("bytes"));
    let Some((first, last)) = range.and_then(|(_, range)| range.trim().split_once('-')) else {
        return ByteRange::Whole;
    };
    let end = length.saturating_sub(1);
    match (number(first), number(last)) {
        (Some(first), _) if first >= length && last.is_empty() => ByteRange::Unsatisfiable,
        (Some(first), None) if last.is_empty() => ByteRange::Part(first, end),
        (Some(first), Some(last)) if first > last => ByteRange::Whole,
        (Some(first), Some(_)) if first >= length => ByteRange::Unsatisfiable,
        (Some(first), Some(last)) => ByteRange::Part(first, last.min(end)),
        (None, Some(count)) if first.is_empty() && (count == 0 || length == 0) => ByteRange::Unsatisfiable,
        (None, Some(count)) if first.is_empty() => ByteRange::Part(length.saturating_sub(count), end),
        _ => ByteRange::Whole,
    }
}

/// A number of digits alone; one that is too large for any file is the largest.
fn number(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn ranges_are_read_as_the_standard_has_them() {
        use ByteRange::{Part, Unsatisfiable, Whole};
        for (text, length, expected) in [
            ("bytes=0-0", 10, Part(0, 0)),
            ("bytes=2-5", 10, Part(2, 5)),
            ("Bytes = 2-5", 10, Part(2, 5)),
            ("bytes=2-", 10, Part(2, 9)),
            ("bytes=2-99999999999999999999999", 10, Part(2, 9)),
            ("bytes=-3", 10, Part(7, 9)),
            ("bytes=-30", 10, Part(0, 9)),
            ("bytes=10-", 10, Unsatisfiable),
            ("bytes=10-20", 10, Unsatisfiable),
            ("bytes=-0", 10, Unsatisfiable),
            ("bytes=0-", 0, Unsatisfiable),
            ("bytes=-1", 0, Unsatisfiable),
            ("bytes=5-2", 10, Whole),
            ("bytes=0-1,3-4", 10, Whole),
            ("bytes=-", 10, Whole),
            ("bytes=+1-2", 10, Whole),
            ("bytes=a-b", 10, Whole),
            ("lines=1-2", 10, Whole),
            ("bytes", 10, Whole),
            ("", 10, Whole),
        ] {
            assert_eq!(parse_range(text, length), expected, "{text}");
        }
    }

    #[test]
    fn a_tag_is_found_in_a_list() {
        let tag = entity_tag(b"x");
        assert_ne!(tag, entity_tag(b"y"));
        for (list, expected) in [
            (tag.clone(), true),
            (format!("\"other\", W/{tag}"), true),
            ("*".to_owned(), true),
            ("\"other\"".to_owned(), false),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::try_from(&list).expect("a header"));
            assert_eq!(matches_none(&headers, &tag), expected, "{list}");
        }
    }

    #[test]
    fn a_range_of_other_bytes_is_not_sent() {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, HeaderValue::from_static("bytes=1-2"));
        assert_eq!(requested_range(&headers, "\"a\"", 10), ByteRange::Part(1, 2));
        headers.insert(header::IF_RANGE, HeaderValue::from_static("\"a\""));
        assert_eq!(requested_range(&headers, "\"a\"", 10), ByteRange::Part(1, 2));
        assert_eq!(requested_range(&headers, "\"b\"", 10), ByteRange::Whole);
    }
}
