// Charts as they are drawn: no text leaves its figure or lies on another, on the narrowest screen and on a wide one,
// and what is drawn from the left in English is drawn from the right in Arabic.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, serve } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
let sites = [];

before(async () => {
  const folders = ["charts", "chart-details"].map((name) => fileURLToPath(new URL(`../golden/${name}/in`, import.meta.url)));
  sites = await Promise.all(folders.map((folder) => serve(folder)));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  sites.forEach((site) => site.stop());
});

async function look(language, options, see, site = sites[0]) {
  const page = await browser.newPage({ reducedMotion: "reduce", ...options });
  try {
    await page.goto(`${site.address}${language}/page/`, { waitUntil: "load" });
    await see(page);
  } finally {
    await page.close();
  }
}

const faults = () => {
  const found = [];
  for (const figure of document.querySelectorAll(".chart")) {
    const frame = figure.getBoundingClientRect();
    const texts = [...figure.querySelectorAll("svg text:not(g text)")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
    for (const [at, { words, box }] of texts.entries()) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2) found.push(`${words} leaves its figure`);
      for (const other of texts.slice(at + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // The boxes of two lines reach into one another by the room for marks above and below.
        if (across > 1 && down > 0.45 * Math.min(box.height, other.box.height)) found.push(`${words} lies on ${other.words}`);
      }
    }
    if (texts.length < 3) found.push("a chart without text");
  }
  return [document.querySelectorAll(".chart").length, found];
};

test("no text of a chart leaves its figure or lies on another", async () => {
  for (const [site, charts] of [[sites[0], 7], [sites[1], 10]]) {
    for (const language of ["ar", "en"]) {
      for (const width of [320, 768, 1280]) {
        await look(language, { viewport: { width, height: 800 } }, async (page) => {
          assert.deepEqual(await page.evaluate(faults), [charts, []], `${language} ${width}`);
        }, site);
      }
    }
  }
});

test("small drawings are as wide as one another, below one another where there is no room beside", async () => {
  for (const language of ["ar", "en"]) {
    for (const [width, columns] of [[320, 1], [1280, 2]]) {
      await look(language, { viewport: { width, height: 800 } }, async (page) => {
        const edges = await page.evaluate(() => [...document.querySelectorAll(".facets")].map((facets) =>
          [...facets.children].map((part) => part.querySelector("[role]").getBoundingClientRect()).map(({ left, width }) => [Math.round(left), Math.round(width)])));
        assert.equal(edges.length, 3);
        for (const parts of edges) {
          assert.equal(new Set(parts.map(([left]) => left)).size, columns, `${language} ${width}`);
          assert.equal(new Set(parts.map(([, width]) => width)).size, 1, `${language} ${width}`);
        }
      }, sites[1]);
    }
  }
});

test("a value that is not written beside its mark is seen while the pointer is there, without a script", async () => {
  for (const [language, value] of [["ar", "٤٢"], ["en", "42"]]) {
    await look(language, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false }, async (page) => {
      const hint = page.locator(".chart.line").first().locator("[role] g", { hasText: value });
      const text = hint.locator("text", { hasText: value });
      assert.equal(await text.isVisible(), false);
      await hint.locator("circle").last().hover();
      assert.equal(await text.isVisible(), true, language);
    }, sites[1]);
  }
});

test("bars and time begin where reading begins", async () => {
  for (const [language, mirrored] of [["ar", true], ["en", false]]) {
    await look(language, { viewport: { width: 768, height: 800 } }, async (page) => {
      const begins = await page.evaluate(() => {
        const middle = (box) => (box.left + box.right) / 2;
        const inside = (figure, selector) => [...figure.querySelectorAll(`:scope > div > [role] ${selector}`)].map((element) => element.getBoundingClientRect());
        const [bars, , time] = document.querySelectorAll(".chart");
        const [first, second] = inside(bars, "rect");
        const marks = inside(time, "svg");
        // An edge is the sum of a place and a width, and each is rounded on its own.
        const meet = (one, other) => Math.abs(one - other) < 0.1;
        return { left: meet(first.left, second.left), right: meet(first.right, second.right), time: middle(marks[0]) > middle(marks[3]) };
      });
      assert.deepEqual(begins, { left: !mirrored, right: mirrored, time: mirrored }, language);
    });
  }
});

test("axe has nothing to object to in a chart, closed or open, in either theme", async () => {
  for (const [language, site] of ["ar", "en"].flatMap((language) => sites.map((site) => [language, site]))) {
    for (const colorScheme of ["light", "dark"]) {
      await look(language, { colorScheme, viewport: { width: 360, height: 800 } }, async (page) => {
        await page.evaluate(axe);
        for (const open of [false, true]) {
          await page.evaluate((open) => document.querySelectorAll("details").forEach((details) => (details.open = open)), open);
          const { violations } = await page.evaluate(() => axe.run(".prose"));
          const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
          assert.deepEqual(said, [], `${language} ${colorScheme}`);
        }
      }, site);
    }
  }
});
