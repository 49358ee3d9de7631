// A site in which every field holds a hostile text, opened without the policy of its pages: no script runs, nothing is asked of
// anybody else, and no text becomes more than a text. What `tests/hostile.rs` reads in the pages, a browser does here.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages, launch, serve } from "./site.mjs";

const form = fileURLToPath(new URL("../fixtures/hostile/", import.meta.url));
const texts = JSON.parse(await readFile(join(form, "texts.json"), "utf8"));

const address = `https://example.org/x'onload=alert(1)/?a="><script>alert(1)</script>&lt;`;

/**
 * The form with a text in every field.
 * @param {string} text
 */
async function filled(text) {
  const shown = text.replace(/[!-%'-/:-@[-`{-~]/g, "\\$&");
  const fields = {
    "@QUOTED@": JSON.stringify(text),
    "@SHOWN@": shown,
    "@CELL@": text.replaceAll('"', '""'),
    "@UNBARRED@": text.replaceAll("|", ""),
    "@UNQUOTED@": text.replaceAll('"', ""),
    "@ADDRESS@": JSON.stringify(address),
    "@TEXT@": text,
    FILE: "a' onload=alert(1) x='",
  };
  const fill = (/** @type {string} */ words) => Object.entries(fields).reduce((filled, [sign, value]) => filled.replaceAll(sign, () => value), words);
  const folder = await mkdtemp(join(tmpdir(), "hostile-"));
  const site = join(form, "site");
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const names = entry.name === "words.md" ? languages.map((tag) => `${tag}.md`) : [fill(entry.name)];
    const below = dirname(path).slice(site.length);
    await mkdir(join(folder, below), { recursive: true });
    for (const name of names) await writeFile(join(folder, below, name), fill(await readFile(path, "utf8")));
  }
  return folder;
}

/** The addresses of all pages that the site names, and those that no list names. */
async function pages(/** @type {string} */ home) {
  const sitemap = await (await fetch(`${home}sitemap.xml`)).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname.slice(1));
  const more = ["", "nothing/", "parallel/dimensions/cost/", ...languages.map((tag) => `${tag}/search/`)];
  return [...new Set([...more, ...listed])];
}

/** What a reader may do on a page: point at links, open what is folded, go through it by keyboard, search. */
async function use(page, text) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll("*")) {
      for (const type of ["pointerover", "mouseover", "focus", "load", "error"]) element.dispatchEvent(new Event(type));
      if ("focus" in element) element.focus();
    }
  });
  for (const link of (await page.locator("main a.term, main sup a").all()).slice(0, 3)) await link.hover({ timeout: 300, force: true }).catch(() => {});
  const search = page.locator("input[type=search]").first();
  if (await search.count()) await search.fill(text.slice(0, 40), { timeout: 1000 }).catch(() => {});
  await page.waitForTimeout(50);
}

/** Notes in the page that a script of a text has run. */
const notice = () => {
  window.alert = () => void (window.ran = true);
};

test("a script that runs is noticed", async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext({ bypassCSP: true });
    await context.addInitScript(notice);
    const page = await context.newPage();
    await page.route("http://127.0.0.1/", (route) => route.fulfill({ contentType: "text/html", body: "<img src=x onerror=alert(1)>" }));
    await page.goto("http://127.0.0.1/");
    await page.waitForFunction(() => window.ran);
  } finally {
    await browser.close();
  }
});

for (const [n, text] of texts.entries()) {
  test(`text ${n} stays a text on every page, without a policy`, async () => {
    const folder = await filled(text);
    const [site, browser] = [await serve(folder), await launch()];
    try {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
      await context.addInitScript(notice);
      const asked = [];
      let count = 0;
      // One page that goes from address to address: a new one for each would cost as much again as what is tried on it.
      const page = await context.newPage();
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(site.address) && !url.startsWith("data:")) asked.push(`${page.url()}: ${url}`);
      });
      page.on("dialog", (dialog) => asked.push(`${page.url()}: ${dialog.type()}`));
      for (const path of await pages(site.address)) {
        await page.goto(site.address + path, { waitUntil: "load" });
        const before = page.url();
        await use(page, text);
        assert.equal(await page.evaluate(() => window.ran), undefined, `${path}: a script runs`);
        assert.equal(page.url().split("#")[0], before.split("#")[0], `${path} leads away`);
        const handlers = await page.evaluate(() =>
          [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
        );
        assert.deepEqual(handlers, [], path);
        // Whatever the text opens or closes, a page ends as it is written: with its foot, or the door of a gate.
        const last = await page.evaluate(() => [...document.body.children].map((element) => element.localName).filter((name) => !["script", "div", "dialog"].includes(name)));
        assert.ok(last.every((name) => ["a", "header", "main", "footer", "nav", "aside", "p"].includes(name)), `${path}: ${last}`);
        count += 1;
      }
      assert.ok(count > 15, `only ${count} pages`);
      assert.deepEqual(asked, []);
    } finally {
      await browser.close();
      site.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
}
