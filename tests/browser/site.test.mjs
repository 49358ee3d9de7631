// The fixture as a reader's browser has it: nothing in the wrong order, no error in the console, the language switch stays in
// the section, the gate remembers, and nothing needs a script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, open } from "./site.mjs";

let reader;

before(async () => (reader = await open()));
after(() => reader?.close());
const visit = (...visited) => reader.visit(...visited);

test("Arabic reads from the right, English from the left, with one sheet", async () => {
  for (const [language, side] of [["ar", "right"], ["en", "left"]]) {
    await visit(`${language}/dimensions/cost/`, { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.locator(".side").first().waitFor();
      const edges = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        return { text: box(".prose").left, note: box(".side").left, contents: box(".contents").left, code: getComputedStyle(document.body).direction };
      });
      // The notes stand after the text, the contents before it.
      assert.equal(edges.note < edges.text, side === "right", language);
      assert.equal(edges.contents > edges.text, side === "right", language);
      assert.equal(edges.code, side === "right" ? "rtl" : "ltr");
    });
  }
});

test("every isolated run and every piece of code in Arabic is drawn in order", async () => {
  for (const path of ["ar/dimensions/cost/", "ar/dimensions/space/", "ar/contribute/"]) {
    await visit(path, { viewport: { width: 1280, height: 800 } }, async (page) => {
      const runs = await page.evaluate(drawn, "main bdi[dir=ltr], main :not(pre) > code");
      // A run of two lines has no one order, and Arabic inside code goes its own way.
      const found = runs.filter((run) => run.oneLine && !/\p{Script=Arabic}/u.test(run.written));
      assert.ok(found.length > 0, `${path} has no runs`);
      for (const run of found) assert.equal(run.drawn, run.written, path);
    });
  }
});

test("the language switch stays in the section that is being read", async () => {
  await visit("ar/dimensions/cost/", { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.evaluate(() => document.getElementById("evidence-against").scrollIntoView());
    // By the mouse, where the reader sees it: a click by name would first scroll the page.
    const { x, y } = await page.evaluate(() => document.querySelector(".languages a").getBoundingClientRect());
    await page.mouse.click(x + 12, y + 12);
    await page.waitForURL(/\/en\/dimensions\/cost\/#evidence-against$/);
  });
});

test("the gate takes a returning reader straight on, and asks a new one", async () => {
  await visit("", {}, async (page) => {
    assert.equal(new URL(page.url()).pathname, "/");
    await page.click("a.enter[hreflang=en]");
    await page.waitForURL(/\/en\/$/);
    await page.goto(reader.address);
    await page.waitForURL(/\/en\/$/);
  });
});

test("everything can be read and reached without JavaScript", async () => {
  await visit("", { javaScriptEnabled: false }, async (page) => {
    await page.click("a.enter[hreflang=ar]");
    await page.click(".site-nav a >> nth=0");
    await page.click(".cards a >> nth=0");
    assert.match(page.url(), /\/ar\/dimensions\/[a-z-]+\/$/);
    await page.click(".languages a");
    assert.match(page.url(), /\/en\/dimensions\/[a-z-]+\/$/);
  });
});
