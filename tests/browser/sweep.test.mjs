// What must hold for any site, whatever is in it: no page is wider than the screen, a check of accessibility and the checker
// of HTML object to nothing, and large text is not cut off. Asked of the fixture, of a site of documentation, and of the site
// that this repository publishes, whose pages are found in its sitemap.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { documentation } from "./documentation.mjs";
import { binary, fixture, onePageOfEachKind, open, root } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const light = { colorScheme: "light" };
const dark = { colorScheme: "dark" };
const narrow = { viewport: { width: 360, height: 800 } };
const wide = { viewport: { width: 1280, height: 800 } };

// The larger site is looked at in each theme and at each width, but not in each theme at each width.
const sites = [
  ["the fixture", fixture, [[light, narrow], [light, wide], [dark, narrow], [dark, wide]]],
  ["documentation", documentation(), [[light, narrow], [light, wide], [dark, narrow], [dark, wide]]],
  ["the repository's site", root, [[light, narrow], [dark, wide]]],
];

for (const [name, folder, looks] of sites) {
  describe(name, () => {
    let reader;
    let pages;

    before(async () => {
      reader = await open(folder);
      pages = await onePageOfEachKind(reader.address);
      assert.ok(pages.length > 5, `only ${pages}`);
    });
    after(() => reader?.close());

    test("no page is wider than a screen of 320 px", async () => {
      for (const path of pages) {
        await reader.visit(path, { viewport: { width: 320, height: 640 } }, async (page) => {
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= 320, `/${path} is ${width} px wide`);
        });
      }
    });

    test("at twice the size of text and in forced colours nothing is cut off", async () => {
      for (const path of pages) {
        await reader.visit(path, { viewport: { width: 640, height: 800 }, forcedColors: "active" }, async (page) => {
          await page.evaluate(() => (document.documentElement.style.fontSize = "225%"));
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= 640, `/${path} is ${width} px wide`);
        });
      }
    });

    test("axe finds nothing to object to on any kind of page, in either theme, narrow or wide", async () => {
      for (const path of pages) {
        for (const look of looks) {
          const options = Object.assign({}, ...look);
          await reader.visit(path, options, async (page) => {
            await page.evaluate(axe);
            // What is far from the window is laid out only when it comes near; here all of it is looked at.
            await page.evaluate(() => document.documentElement.removeAttribute("data-visit"));
            const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags }), wcag);
            const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
            assert.deepEqual(said, [], `/${path} ${JSON.stringify(options)}`);
          });
        }
      }
    });

    test("every document is valid HTML", () => {
      const built = mkdtempSync(join(tmpdir(), "muwazana-valid-"));
      try {
        execFileSync(binary, ["build", "--root", folder, "--out", built], { stdio: "ignore" });
        const checker = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));
        // From a file, 'self' is no address; that pages work under their policy is what policy.test.mjs sees.
        const filter = ["--filterpattern", ".*violates Content Security Policy.*"];
        const options = ["-jar", checker, "--skip-non-html", "--stdout", "--exit-zero-always", ...filter, built];
        assert.equal(execFileSync("java", options, { encoding: "utf8" }), "");
      } finally {
        rmSync(built, { recursive: true, force: true });
      }
    });
  });
}
