// What other generators draw in another order than it was written: code and runs with neutral edges inside Arabic, in
// every place where they can stand. The place of each glyph on the screen decides, not the markup.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { open } from "./site.mjs";

const codes = [
  "--dry-run", "run();", ".env", "C#", "f(x) -> float", "a[0]", "{a: 1}", "<b>", "$HOME", "#id", "N = 405e9", "path/*.md", "a && b",
];
const runs = [
  "2026-05-01", "+966 11 123 4567", "10.5281/zenodo.123", "C++", "C#", ".NET", "-40%", "$5.6M", "20–80 ms", "v1.2.3-rc.1",
  "https://example.org/a?b=c", "/usr/local/bin", "OP Stack (v2)", "Ctrl+K", "--dry-run",
];
const about = (run) => `ثم جاء ${run} في وسط الجملة`;
const written = (run) => (codes.includes(run) && !runs.includes(run) ? `\`${run}\`` : run);

const files = () => {
  const all = [...codes.map((code) => `\`${code}\``), ...runs];
  const row = (items) => `| ${items.join(" | ")} |`;
  const body = [
    ...all.map((run) => `${about(run)}.\n`),
    ...all.map((run) => `- ${about(run)}`),
    "",
    row(["العمود", "الآخر"]),
    "|---|---|",
    ...all.map((run) => row([about(run.replaceAll("|", "\\|")), "نص"])),
    "",
    ...all.flatMap((run, n) => [`## ${about(run)} {#h${n}}`, "", "نص القسم.", ""]),
  ].join("\n");
  const dimension = (run, n) => ({
    [`content/dimensions/d${n}/page.toml`]: `kind = "difference"\norder = ${n + 1}\n[axis]\nllm = 20\nchain = 90\n`,
    [`content/dimensions/d${n}/ar.md`]:
      `+++\ntitle = '${about(run)}'\nsummary = '${about(run)}'\n[stance]\nllm = '${about(run)}'\nchain = 'نص'\n[axis]\nstart = '${run} أقل'\nend = 'أكثر'\n+++\n\nنص.\n`,
  });
  return {
    "site.toml":
      'base_url = "https://example.org/"\n[[languages]]\ntag = "ar"\nname = "العربية"\n[[languages]]\ntag = "en"\nname = "English"\n' +
      '[[subjects]]\nid = "llm"\nname = { ar = "النماذج", en = "Models" }\naccent = "#a3312b"\n' +
      '[[subjects]]\nid = "chain"\nname = { ar = "السلاسل", en = "Chains" }\naccent = "#1d5c7a"\n',
    "content/ar.md": "+++\ntitle = 'موازنة'\nsummary = 'نص'\n+++\n\nنص.\n",
    "content/dimensions/ar.md": "+++\ntitle = 'المحاور'\nsummary = 'نص'\n+++\n\nنص.\n",
    "content/runs/ar.md": `+++\ntitle = 'تجربة'\nsummary = 'نص'\n+++\n\n${body}`,
    ...Object.assign({}, ...runs.map(dimension)),
  };
};

let reader;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "muwazana-direction-"));
  for (const [path, text] of Object.entries(files())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  reader = await open(folder);
});

after(async () => {
  await reader?.close();
  rmSync(folder, { recursive: true, force: true });
});

// In the page: every occurrence of a run in the text of the elements, as it is drawn from left to right.
const seen = ([selector, run]) => {
  const found = [];
  for (const element of document.querySelectorAll(selector)) {
    const places = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.data.length; at++) places.push([walker.currentNode, at]);
      text += walker.currentNode.data;
    }
    const start = text.indexOf(run);
    if (start < 0) continue;
    const boxes = [];
    for (const [node, at] of places.slice(start, start + run.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, width } = range.getBoundingClientRect();
      if (width) boxes.push({ c: node.data[at], left, line: Math.round(top / 10) });
    }
    // A run that takes two lines is read line by line.
    boxes.sort((a, b) => a.line - b.line || a.left - b.left);
    found.push(boxes.map(({ c }) => c).join(""));
  }
  return found;
};
// Line ends swallow a blank.
const bare = (text) => text.replaceAll(" ", "");

const places = { sentence: ".prose > p", list: ".prose > ul > li", table: ".prose td", heading: ".prose h2", contents: ".contents a" };
for (const [place, selector] of Object.entries(places)) {
  test(`${codes.length} kinds of code and ${runs.length} kinds of run are drawn in order: ${place}`, async () => {
    await reader.visit("ar/runs/", { viewport: { width: 1280, height: 900 } }, async (page) => {
      for (const run of [...codes, ...runs]) {
        // The list of contents shows the words of a heading as plain text.
        if (place === "contents" && codes.includes(run) && !runs.includes(run)) continue;
        const drawn = await page.evaluate(seen, [selector, run]);
        assert.ok(drawn.length > 0, `${run} is not there`);
        for (const order of drawn) assert.equal(bare(order), bare(run), written(run));
      }
    });
  });
}

test("the runs are drawn in order in titles, summaries, stances and beside the scale", async () => {
  for (const [n, run] of runs.entries()) {
    await reader.visit(`ar/dimensions/d${n}/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      for (const selector of ["h1", ".summary", ".stance dd", ".pole"]) {
        const drawn = await page.evaluate(seen, [selector, run]);
        assert.equal(drawn.length, 1, `${selector}: ${run}`);
        assert.equal(bare(drawn[0]), bare(run), selector);
      }
      // Where no markup can stand, U+2068 and U+2069 do.
      assert.ok((await page.title()).includes(`\u2068${run}\u2069`), await page.title());
      const label = await page.getAttribute(".track", "aria-label");
      assert.ok(label.includes(run), label);
    });
  }
  for (const [path, selector] of [["ar/", ".scale-title"], ["ar/dimensions/", ".cards h3"]]) {
    await reader.visit(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
      for (const run of runs) {
        const drawn = await page.evaluate(seen, [selector, run]);
        assert.ok(drawn.length > 0, `${selector}: ${run}`);
        for (const order of drawn) assert.equal(bare(order), bare(run), selector);
      }
    });
  }
});
