// The view of `serve` that shows a page in two of its languages: both sides stay at the same page and, section by section,
// at the same place.

import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, serve } from "./site.mjs";

let folder, site, browser;

const write = (path, text) => writeFile(join(folder, path), text);
const words = (title, text) => `+++\ntitle = "${title}"\nsummary = "s"\n+++\n${text}\n`;
const paragraphs = (n, word) => Array.from({ length: n }, (_, at) => `${word} ${at}.`).join("\n\n");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "split-"));
  for (const page of ["about", "alone"]) await mkdir(join(folder, "content", page), { recursive: true });
  const language = (tag, name) => `[[languages]]\ntag = "${tag}"\nname = "${name}"\n`;
  await write("site.toml", `base_url = "https://example.org/"\n${language("ar", "العربية")}${language("en", "English")}${language("fr", "Français")}`);
  for (const [tag, title] of [["ar", "موقع"], ["en", "Site"], ["fr", "Site"]]) await write(`content/${tag}.md`, words(title, ""));
  // The sections of one language are much longer than those of the other.
  const sections = (n, word) => ["one", "two", "three"].map((id, at) => `## ${word} ${at} {#${id}}\n\n${paragraphs(n, word)}`).join("\n\n");
  await write("content/about/ar.md", words("عن الموقع", `[[alone]]\n\n${sections(30, "فقرة")}`));
  await write("content/about/en.md", words("About", `[[alone]]\n\n${sections(12, "Paragraph")}`));
  await write("content/about/fr.md", words("À propos", `[[alone]]\n\n${sections(12, "Alinéa")}`));
  for (const [tag, title] of [["ar", "وحدها"], ["en", "Alone"], ["fr", "Seule"]]) await write(`content/alone/${tag}.md`, words(title, paragraphs(40, title)));
  site = await serve(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
  await rm(folder, { recursive: true, force: true });
});

const side = (page, n) => page.frames().filter((frame) => frame.parentFrame())[n];

async function open(path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  const base = new URL(site.address);
  await page.goto(`${base.origin}/.muwazana/split?page=${base.pathname}${path}`);
  // Both sides are there, and this knows it: on a busy machine that takes longer than their first words.
  await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every((frame) => frame.contentDocument?.readyState === "complete" && frame.contentDocument.querySelector("h1")) && document.querySelector("#second").options.length > 0);
  return page;
}

const heads = (page) => page.evaluate(() => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument.querySelector("h1").textContent));
const waitForHeads = (page, expected) =>
  page.waitForFunction((expected) => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument?.querySelector("h1")?.textContent).join() === expected, expected.join());
/** How far below the top of its side a section begins. */
const top = (page, n, id) => side(page, n).evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);

test("both sides show one page, and each section begins at the same height on both", async () => {
  const page = await open("ar/about/");
  assert.deepEqual(await heads(page), ["عن الموقع", "About"]);
  for (const [driver, id] of [[0, "two"], [0, "three"], [1, "two"], [1, "one"]]) {
    await side(page, driver).evaluate((id) => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 80), id);
    await page.waitForFunction(([n, id]) => Math.abs(document.querySelectorAll("iframe")[n].contentDocument.getElementById(id).getBoundingClientRect().top - 80) <= 2, [1 - driver, id]);
    assert.ok(Math.abs((await top(page, driver, id)) - 80) <= 2, "the leading side stays where it is");
  }
  await side(page, 0).evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForFunction(() => {
    const { scrollY, innerHeight, document: inner } = document.querySelectorAll("iframe")[1].contentWindow;
    return scrollY + innerHeight >= inner.documentElement.scrollHeight - 2;
  });
  // Not together any more, by the key where S is, whatever it writes.
  await side(page, 0).locator("body").press("KeyS");
  const before = await side(page, 1).evaluate(() => scrollY);
  await side(page, 0).evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(200);
  assert.equal(await side(page, 1).evaluate(() => scrollY), before);
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test("a link on one side leads the other, and languages can be chosen and exchanged", async () => {
  const page = await open("en/about/");
  assert.deepEqual(await heads(page), ["About", "عن الموقع"]);
  await side(page, 0).locator(".prose a").first().click();
  await waitForHeads(page, ["Alone", "وحدها"]);
  assert.match(page.url(), /\?page=\/en\/alone\/$/);
  assert.deepEqual(await page.locator("#second option").allTextContents(), ["العربية", "English", "Français"]);
  await page.locator("#second").selectOption("fr");
  await waitForHeads(page, ["Alone", "Seule"]);
  await page.locator("#exchange").click();
  await waitForHeads(page, ["Seule", "Alone"]);
  // The language of the other side: that one takes what this one had.
  await page.locator("#first").selectOption("en");
  await waitForHeads(page, ["Alone", "Seule"]);
  // The keys of the sides, where the digits are.
  await page.locator("#leave").focus();
  await page.keyboard.press("Digit2");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelectorAll("iframe")[1]), true);
  await page.keyboard.press("Digit1");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelectorAll("iframe")[0]), true);
  // One step back for both.
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.querySelector("h1")?.textContent === "About");
  assert.deepEqual(page.wrong, []);
  await page.close();
});

test("an edit is seen on its side alone, at the same place", async () => {
  const page = await open("ar/about/");
  for (const n of [0, 1]) await side(page, n).evaluate(() => (window.isSame = true));
  await side(page, 1).evaluate(() => scrollTo(0, 900));
  await page.waitForFunction(() => document.querySelector("iframe").contentWindow.scrollY > 900);
  await write("content/about/fr.md", words("À propos", "court"));
  const text = words("About", `[[alone]]\n\nNew in English.\n\n${["one", "two", "three"].map((id, at) => `## Paragraph ${at} {#${id}}\n\n${paragraphs(12, "Paragraph")}`).join("\n\n")}`);
  await write("content/about/en.md", text);
  await side(page, 1).waitForSelector("text=New in English.", { state: "attached" });
  assert.deepEqual(await Promise.all([0, 1].map((n) => side(page, n).evaluate(() => window.isSame))), [true, true]);
  await page.close();
});

test("on a narrow screen one side is above the other, and nothing is cut off", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open("ar/about/", { viewport: { width: 320, height: 640 }, colorScheme });
    const boxes = await page.evaluate(() => [...document.querySelectorAll("iframe")].map((frame) => frame.getBoundingClientRect().toJSON()));
    assert.ok(boxes[0].bottom <= boxes[1].top && boxes.every(({ width, height }) => width === 320 && height > 150), JSON.stringify(boxes));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320 && document.documentElement.scrollHeight <= 640));
    await page.close();
  }
});

test("a page leads to the view, and the view back", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}en/about/`);
  await page.keyboard.press("Shift+F8");
  await page.waitForURL(/\.muwazana\/split\?page=\/en\/about\/$/);
  await page.waitForFunction(() => document.querySelectorAll("iframe")[1].contentDocument?.querySelector("h1"));
  await page.getByRole("link", { name: "Leave" }).click();
  await page.waitForURL(`${site.address}en/about/`);
  await page.close();
});
