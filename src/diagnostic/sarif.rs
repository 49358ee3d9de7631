//! Diagnostics as SARIF 2.1.0, which code hosts and editors read: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.

use serde_json::{Value, json};

use super::machine::without_controls;
use super::{Code, Diagnostic, Explanation, Severity, explanations};
use crate::text::{Source, Sources, Span};

/// One log with one run. Every kind of fault that is found is a rule, with what `explain` says of it; columns count characters.
pub fn sarif(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|fault| fault.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let explained = explanations("en").unwrap_or_default();
    let rule = |(code, own): &(Code, Explanation)| {
        let mut rule = json!({
            "id": code.as_str(),
            "shortDescription": { "text": own.meaning },
            "help": { "text": own.with_example() },
        });
        if let Some(address) = &own.see {
            rule["helpUri"] = json!(address);
        }
        rule
    };
    let rules = explained.iter().filter(|(code, _)| codes.binary_search(code).is_ok());
    let results: Vec<Value> = diagnostics.iter().map(|fault| result(sources, fault, &codes)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Muwazana",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    without_controls(&format!("{log:#}")) + "\n"
}

fn result(sources: &Sources, fault: &Diagnostic, codes: &[Code]) -> Value {
    let text = [Some(fault.message.as_str()), fault.help.as_deref()];
    let mut result = json!({
        "ruleId": fault.code.as_str(),
        "ruleIndex": codes.binary_search(&fault.code).unwrap_or_default(),
        "level": match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": { "text": text.into_iter().flatten().collect::<Vec<_>>().join("\n") },
    });
    let Some(span) = fault.span else { return result };
    let source = sources.get(span.file);
    let region = |source: &Source, start: usize, end: usize| {
        let (start, end) = (source.line_column(start), source.line_column(end));
        json!({
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        })
    };
    let artifact = |source: &Source| json!({ "uri": address(&source.path), "uriBaseId": "ROOT" });
    let location = |span: &Span| {
        let source = sources.get(span.file);
        let region = region(source, span.start, span.end);
        json!({ "physicalLocation": { "artifactLocation": artifact(source), "region": region } })
    };
    result["locations"] = json!([location(&span)]);
    if !fault.others().is_empty() {
        let places = fault.others().iter().filter_map(|other| other.span);
        result["relatedLocations"] = places.map(|span| location(&span)).collect();
    }
    if let Some((range, mend)) = fault.edit(sources) {
        let replacement = json!({
            "deletedRegion": region(source, range.start, range.end),
            "insertedContent": { "text": mend.to },
        });
        let change = json!({ "artifactLocation": artifact(source), "replacements": [replacement] });
        result["fixes"] = json!([{ "artifactChanges": [change] }]);
    }
    result
}

/// A path as a relative address.
fn address(path: &str) -> String {
    let part = |part| percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC).to_string();
    let encoded: Vec<String> = path.split('/').map(part).collect();
    encoded.join("/").replace("%2E", ".").replace("%2D", "-").replace("%5F", "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_names_its_rule_its_place_and_its_fix() {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("content/a b/ar.md", "أ\nكتاب ی\n"));
        let text = &sources.get(file).text;
        let at = text.find('ی').expect("the letter");
        let fault = Diagnostic::warning(Code::ForeignLetter, "m").at(file.span(at..at + 'ی'.len_utf8())).help("h");
        let log: Value = serde_json::from_str(&sarif(&sources, &[fault.mended("ی", "ي")])).expect("JSON");
        let result = &log["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/a%20b/ar.md");
        assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 7 }));
        assert_eq!((&result["level"], &result["message"]["text"]), (&json!("warning"), &json!("m\nh")));
        let fix = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!((&fix["deletedRegion"], &fix["insertedContent"]["text"]), (&place["region"], &json!("ي")));
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][0]["id"], "foreign-letter");
    }
}
