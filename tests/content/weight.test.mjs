// What a first visit to each article of the site that this repository publishes costs. It belongs to these articles: longer
// ones would weigh more.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, firstVisit, isCheap, languages, open, root } from "../browser/site.mjs";

let reader;
let built;

before(async () => {
  reader = await open(root);
  built = mkdtempSync(join(tmpdir(), "muwazana-weight-"));
  execFileSync(binary, ["build", "--root", root, "--out", built], { stdio: "ignore" });
});
after(async () => {
  await reader?.close();
  rmSync(built, { recursive: true, force: true });
});

test("a first visit to any article costs at most 20 KB of page, style and script, 90 KB with fonts, and 5 requests", async () => {
  const entries = readdirSync(join(root, "content/dimensions"), { withFileTypes: true });
  const dimensions = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  assert.ok(dimensions.length >= 12);
  for (const language of languages) {
    for (const name of dimensions) {
      const cost = await firstVisit(reader, built, `${language}/dimensions/${name}/`);
      assert.ok(isCheap(cost), `${language}/${name}: ${JSON.stringify(cost)}`);
    }
  }
});
