// The analysis of words in JavaScript gives what Rust's gives, which `tests/search/analysis.json` says and
// `cargo test --test search` checks. This needs neither a browser nor a site.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
// The scripts lie in no package, so that Node would not know them for modules by their names.
const { Analysis } = await import(`data:text/javascript,${encodeURIComponent(read("static/assets/search-analysis.js"))}`);

test("JavaScript takes every word apart as Rust does", () => {
  const { tables, analysers, words } = JSON.parse(read("tests/search/analysis.json"));
  assert.ok(words.length > 5000 && analysers.length === 6);
  const analyses = analysers.map((analyser) => new Analysis({ tables, analyser }));
  for (const [text, expected] of words) {
    const found = analyses[0].tokens(text).map(({ start, end, joined, word }) => {
      const forms = analyses.map((analysis) => {
        const { stem, firm, maybe, spellings } = analysis.forms(word);
        return [stem, firm, maybe, analysis.skeleton(stem), spellings];
      });
      return [start, end, joined, word, analyses[0].isStop(word), forms];
    });
    // Null stands for the forms of the first analyser.
    for (const [, , , , , forms] of expected) for (const at of forms.keys()) forms[at] ??= forms[0];
    assert.deepEqual(found, expected, text);
  }
});
