// Sites in other languages than the fixture's, with as many subjects as there may be: nothing moves while a page loads,
// whatever fonts the reader has; nothing goes sideways; and no word of the interface is of another language.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, onePageOfEachKind, open, root, serve } from "./site.mjs";
import { writeSite } from "./sites.mjs";

const sites = [
  [["fr"], 2],
  [["he", "en"], 3],
  [["ar", "fa", "fr", "tr"], 5],
  [["de", "es", "id", "ur"], 8],
];

/** The messages of English that are sentences or phrases. */
const phrases = readFileSync(join(root, "templates/i18n/en.ftl"), "utf8")
  .split("\n")
  .map((line) => line.match(/^[a-z_]+ = ([^{]+ [^{]+)$/)?.[1])
  .filter(Boolean);

for (const [languages, subjects] of sites) {
  test(`${languages.join(", ")} with ${subjects} subjects: nothing sideways, no word of another language, no needless furniture`, async () => {
    assert.ok(phrases.length > 40);
    const folder = writeSite(languages, subjects);
    const reader = await open(folder);
    try {
      for (const path of await onePageOfEachKind(reader.address)) {
        for (const width of [320, 1280]) {
          await reader.visit(path, { viewport: { width, height: 700 } }, async (page) => {
            const found = await page.evaluate(() => {
              /** The words of an element in its own language, with those of its attributes. */
              const own = (element) => [...element.childNodes].flatMap((node) =>
                node.nodeType === Node.TEXT_NODE ? [node.data] : node.nodeType === Node.ELEMENT_NODE && !node.lang && !node.matches("script, noscript, code, bdi[dir], .tools details") ? [...["aria-label", "title", "placeholder", "data-copy", "data-names"].map((name) => node.getAttribute(name) ?? ""), ...own(node)] : []);
              const inks = [...document.querySelectorAll(".legend .mark")].map((mark) => getComputedStyle(mark).fill + mark.innerHTML);
              return { language: document.documentElement.lang, wide: document.documentElement.scrollWidth, words: own(document.body).join(" "), switches: document.querySelectorAll(".languages, .doors section").length, inks };
            });
            assert.ok(found.wide <= width, `/${path} is ${found.wide} px wide of ${width}`);
            const isOfAll = path.startsWith("parallel") || (path === "" && languages.length > 1) || path === "nothing/here/";
            if (found.language !== "en" && !isOfAll) {
              const english = phrases.filter((phrase) => found.words.includes(phrase));
              assert.deepEqual(english, [], `/${path}`);
              const words = found.words.replace(/https?:[^\s\u2068\u2069]+/g, "").match(/[A-Za-z]{3,}/g) ?? [];
              const latin = words.filter((word) => !["CSV", "SVG", "PNG", "Markdown", "JavaScript"].includes(word));
              if (["ar", "fa", "he", "ur"].includes(found.language)) assert.deepEqual(latin, [], `/${path}`);
            }
            if (languages.length === 1 && path !== "nothing/here/") assert.equal(found.switches, 0, `/${path}`);
            if (found.inks.length) assert.equal(new Set(found.inks).size, subjects, `/${path} has an ink and a mark for each`);
          });
        }
      }
    } finally {
      await reader.close();
      rmSync(folder, { recursive: true });
    }
  });
}

/** A browser that has only the fonts of some folders. */
async function launchWithFonts(folders) {
  const settings = join(mkdtempSync(join(tmpdir(), "muwazana-fonts-")), "fonts.conf");
  writeFileSync(settings, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join("")}</fontconfig>`);
  process.env.FONTCONFIG_FILE = settings;
  try {
    return await launch();
  } finally {
    delete process.env.FONTCONFIG_FILE;
  }
}

// Each page at one width in turn and on a slow line, which shows most; at all widths and on a fast line, too, when asked for.
const long = process.env.MUWAZANA_LONG;

for (const [name, folders] of [["few fonts", ["/usr/share/fonts/truetype/dejavu"]], ["all fonts", ["/usr/share/fonts"]]]) {
  test(`nothing moves while a page loads: every kind of page in four languages, three widths, with ${name}`, async () => {
    const folder = writeSite(["ar", "fa", "fr", "tr"], 5);
    const site = await serve(folder);
    const browser = await launchWithFonts(folders);
    try {
      for (const [at, path] of (await onePageOfEachKind(site.address)).entries()) {
        const widths = [360, 768, 1280];
        for (const width of long ? widths : [widths[at % 3]]) {
          for (const slow of long ? [false, true] : [true]) {
            const context = await browser.newContext({ viewport: { width, height: 800 } });
            const page = await context.newPage();
            if (slow) {
              const session = await context.newCDPSession(page);
              await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 60_000, uploadThroughput: 60_000 });
            }
            await page.addInitScript(() => {
              window.moved = [];
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || window.moved.push([entry.value, entry.sources.map((source) => source.node?.nodeName)]))).observe({ type: "layout-shift", buffered: true });
            });
            await page.goto(site.address + path, { waitUntil: "load" });
            await page.evaluate(() => document.fonts.ready);
            await page.waitForTimeout(200);
            const moved = await page.evaluate(() => window.moved);
            const sum = moved.reduce((sum, [value]) => sum + value, 0);
            assert.ok(sum <= 0.01, `/${path} at ${width} px, ${slow ? "slow" : "fast"}: ${sum} ${JSON.stringify(moved)}`);
            await context.close();
          }
        }
      }
    } finally {
      await browser.close();
      site.stop();
      rmSync(folder, { recursive: true });
    }
  });
}
