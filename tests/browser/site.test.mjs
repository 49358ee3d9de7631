// The site as a reader's browser has it: nothing wider than the screen, nothing in the wrong order, nothing that a
// check of accessibility objects to, no error in the console, and the language switch keeps the section.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { kinds, languages, launch, serve, shared } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
let site;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function visit(path, options, look) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && !/404 \(Not Found\)/.test(message.text()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith(site.address) || wrong.push(`asks ${request.url()}`));
  await page.goto(site.address + path, { waitUntil: "load" });
  try {
    await look(page);
    assert.deepEqual(wrong, [], path);
  } finally {
    await context.close();
  }
}

const everywhere = [...languages.flatMap((language) => Object.values(kinds(language))), ...Object.values(shared)];

test("no page is wider than a screen of 320 px", async () => {
  for (const path of everywhere) {
    await visit(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `/${path} is ${width} px wide`);
    });
  }
});

test("axe finds nothing to object to on any kind of page, in either theme, narrow or wide", async () => {
  for (const path of everywhere) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        await visit(path, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
          const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
          assert.deepEqual(said, [], `/${path} ${colorScheme} ${width}`);
        });
      }
    }
  }
});

test("Arabic reads from the right, English from the left, with one sheet", async () => {
  for (const [language, side] of [["ar", "right"], ["en", "left"]]) {
    await visit(`${language}/dimensions/open-source/`, { viewport: { width: 1280, height: 800 } }, async (page) => {
      const edges = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        return { article: box(".article").left, beside: box(".beside").left, code: getComputedStyle(document.body).direction };
      });
      assert.equal(edges.article > edges.beside, side === "right", language);
      assert.equal(edges.code, side === "right" ? "rtl" : "ltr");
    });
  }
});

// The order in which a reader sees the characters of a run, from left to right, by where each is drawn.
const drawn = (selector) =>
  [...document.querySelectorAll(selector)].map((element) => {
    const boxes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.data.length; at++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width) boxes.push({ c: walker.currentNode.data[at], x: box.left, y: Math.round(box.top / 8) });
      }
    }
    const oneLine = new Set(boxes.map((box) => box.y)).size === 1;
    return { written: boxes.map((box) => box.c).join(""), drawn: boxes.sort((a, b) => a.x - b.x).map((box) => box.c).join(""), oneLine };
  });

test("every isolated run and every piece of code in Arabic is drawn in order", async () => {
  for (const path of ["ar/dimensions/open-source/", "ar/dimensions/architecture/", "ar/contribute/"]) {
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
  await visit("ar/dimensions/open-source/", { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.evaluate(() => document.getElementById("evidence-against").scrollIntoView());
    // By the mouse, where the reader sees it: a click by name would first scroll the page.
    const { x, y } = await page.evaluate(() => document.querySelector(".languages a").getBoundingClientRect());
    await page.mouse.click(x + 12, y + 12);
    await page.waitForURL(/\/en\/dimensions\/open-source\/#evidence-against$/);
  });
});

test("the gate takes a returning reader straight on, and asks a new one", async () => {
  await visit("", {}, async (page) => {
    assert.equal(new URL(page.url()).pathname, "/");
    await page.click("a.enter[data-language=en]");
    await page.waitForURL(/\/en\/$/);
    await page.goto(site.address);
    await page.waitForURL(/\/en\/$/);
  });
});

test("everything can be read and reached without JavaScript", async () => {
  await visit("", { javaScriptEnabled: false }, async (page) => {
    await page.click("a.enter[data-language=ar]");
    await page.click(".site-nav a >> nth=0");
    await page.click(".scale a >> nth=0");
    assert.match(page.url(), /\/ar\/dimensions\/[a-z-]+\/$/);
    await page.click(".languages a");
    assert.match(page.url(), /\/en\/dimensions\/[a-z-]+\/$/);
  });
});
