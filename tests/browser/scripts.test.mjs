// The scripts keep what a page says from becoming code: they run where the browser refuses to make HTML of text
// (Trusted Types), and text of a page that looks like HTML or like part of a selector stays text.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languages, open } from "./site.mjs";

let reader;

before(async () => (reader = await open()));
after(() => reader?.close());

const article = (language) => `${language}/dimensions/cost/`;
const desk = { viewport: { width: 1280, height: 900 } };

/** Serves the page again with other headers, or with markup in front of everything in `.prose`. */
async function reloadWith(page, { headers = {}, markup = "" }) {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<div class="?prose"?[^>]*>/, (start) => start + markup);
    await route.fulfill({ response, headers: { ...response.headers(), ...headers }, body });
  });
  await page.reload({ waitUntil: "load" });
}

/** Whatever the browser refuses is an error in the console, which fails the visit. */
async function enforce(page) {
  await reloadWith(page, { headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" } });
}

test("Trusted Types are enforced by these tests", async () => {
  await reader.visit("en/", desk, async (page) => {
    await enforce(page);
    await page.evaluate(() => (document.createElement("p").innerHTML = "x"));
  }).then(() => assert.fail("text became HTML"), (error) => assert.match(String(error), /TrustedHTML/));
});

test("every script works where no text may become HTML", async () => {
  for (const language of languages) {
    const dimension = article(language);
    for (const path of [dimension, `${language}/`, `${language}/matrix/`]) {
      await reader.visit(path, desk, async (page) => {
        await enforce(page);
        if (path === dimension) {
          await page.locator(".side").first().waitFor();
          await page.setViewportSize({ width: 900, height: 900 });
          await page.locator(".prose sup a").first().hover();
          await page.locator(".gloss:not([hidden]) b").waitFor();
        }
        await page.click(".theme");
        await page.keyboard.press("/");
        await page.locator(".search-dialog[open]").waitFor();
        await page.keyboard.type(language === "ar" ? "الكلفة" : "cost");
        await page.locator(".search-dialog .search-section mark").first().waitFor();
      });
    }
    await reader.visit(`${language}/search/?q=${language === "ar" ? "الكلفة" : "cost"}`, desk, async (page) => {
      await enforce(page);
      await page.locator("[data-search-here] [role=option] mark").first().waitFor();
    });
  }
});

test("text that looks like HTML stays text in a note, and odd ids hurt nothing", async () => {
  const text = "<img src=missing onerror='window.ran = true'>";
  const escaped = text.replaceAll("<", "&lt;");
  const markup =
    `<p>A<sup><a id="q" href="#x">${escaped}</a></sup> B<sup><a id="1x" href="#1x">1</a></sup>` +
    ` C<sup><a id="y" href="#a%zz]">2</a></sup> D<sup><a id="z" href="#">3</a></sup></p>` +
    `<p id="x">Words of <b>the</b> note</p>`;
  for (const language of languages) {
    await reader.visit(article(language), desk, async (page) => {
      // Without Trusted Types: nothing but the script itself keeps the text from becoming an image.
      await reloadWith(page, { markup });
      const side = page.locator(".side", { hasText: "Words of the note" });
      await side.waitFor({ state: "attached" });
      assert.equal(await side.locator("b").first().textContent(), text);
      assert.equal(await side.locator("b").last().textContent(), "the");
      await page.setViewportSize({ width: 900, height: 900 });
      for (const id of ["q", "1x", "y", "z"]) {
        await page.locator(`[id="${id}"]`).hover();
        await page.waitForTimeout(200);
        await page.locator(`[id="${id}"]`).click();
      }
      assert.equal(await page.locator(".gloss img, .side img").count(), 0);
      assert.equal(await page.evaluate(() => window.ran), undefined);
    });
  }
});
