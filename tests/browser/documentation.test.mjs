// Documentation as a reader's browser has it: the tree of pages beside the text, behind a button on a phone, with the keyboard
// alone and without a script; contents that are folded where they would push the text away.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { documentation } from "./documentation.mjs";
import { open } from "./site.mjs";

const wide = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 320, height: 640 } };
const languages = ["ar", "en"];
const deep = "reference/settings/settings-20/";

/** In the page: whether the entry of the page that is read is drawn inside what shows the tree. */
const isInView = () => {
  const [tree, current] = [document.getElementById("tree"), document.querySelector("#tree [aria-current=page]")];
  const [outer, inner] = [tree.getBoundingClientRect(), current.getBoundingClientRect()];
  return inner.height > 0 && inner.top >= outer.top && inner.bottom <= Math.min(outer.bottom, innerHeight);
};
/** The script scrolls when the browser tells it that the tree has opened, which is a task after the click that opens it. */
const comesIntoView = async (page) => {
  for (let left = 50; left && !(await page.evaluate(isInView)); left--) await page.waitForTimeout(100);
  return page.evaluate(isInView);
};
const overflow = () => document.documentElement.scrollWidth - innerWidth;

describe("a site of 120 pages", () => {
  let reader;

  before(async () => (reader = await open(documentation())));
  after(() => reader?.close());

  test("the tree stands where lines begin, with the page that is read marked and in view, with a script and without", async () => {
    for (const language of languages) {
      for (const javaScriptEnabled of [true, false]) {
        await reader.visit(`${language}/${deep}`, { ...wide, javaScriptEnabled }, async (page) => {
          const [tree, text] = [await page.locator("#tree").boundingBox(), await page.locator(".prose").boundingBox()];
          assert.equal(tree.x < text.x, language === "en");
          assert.ok(await page.evaluate(isInView), `${language}, ${javaScriptEnabled}`);
          assert.equal(await page.locator("[aria-current=page]").count(), 1);
          assert.equal(await page.evaluate(overflow), 0);
          assert.equal(await page.locator("[popovertarget=tree]").isVisible(), false);
        });
      }
    }
  });

  test("on a phone one button opens it and closes it, with a script and without", async () => {
    for (const language of languages) {
      for (const javaScriptEnabled of [true, false]) {
        await reader.visit(`${language}/${deep}`, { ...phone, javaScriptEnabled }, async (page) => {
          const button = page.locator("[popovertarget=tree]");
          assert.equal(await button.count(), 1);
          assert.equal(await page.locator("#tree").isVisible(), false);
          await button.click();
          assert.ok(await comesIntoView(page), `${language}, ${javaScriptEnabled}`);
          assert.equal(await page.evaluate(overflow), 0);
          await button.click();
          assert.equal(await page.locator("#tree").isVisible(), false);
        });
      }
    }
  });

  test("the keyboard opens the tree, goes through it, opens and closes its parts, and follows its links", async () => {
    await reader.visit("en/guide/deploy/servers/", phone, async (page) => {
      await page.locator("[popovertarget=tree]").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Guide");
      await page.keyboard.press("Tab");
      const part = page.locator("#tree details").first();
      assert.equal(await page.evaluate(() => document.activeElement.matches("summary")), true);
      await page.keyboard.press("Enter");
      assert.equal(await part.evaluate((details) => details.open), false);
      await page.keyboard.press("Space");
      assert.equal(await part.evaluate((details) => details.open), true);
      await page.keyboard.press("Tab");
      await Promise.all([page.waitForURL("**/guide/install/"), page.keyboard.press("Enter")]);
      await page.locator("[popovertarget=tree]").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#tree").isVisible(), false);
    });
  });

  test("contents are folded on a phone, and open beside the text", async () => {
    for (const [options, isOpen] of [[phone, false], [{ viewport: { width: 1600, height: 900 } }, true]]) {
      await reader.visit(`ar/${deep}`, options, async (page) => {
        const link = page.locator(".contents li a").first();
        assert.equal(await link.isVisible(), isOpen);
        if (!isOpen) {
          await page.locator(".contents summary").click();
          assert.equal(await link.isVisible(), true);
        }
      });
    }
  });

  test("next leads through every page of the tree, each once, and previous back", async () => {
    const context = await reader.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const titles = [];
    let url = `${reader.address}en/`;
    for (let before = null; url; ) {
      await page.goto(url);
      titles.push(await page.locator("h1").textContent());
      const [previous, next] = await Promise.all(["prev", "next"].map(async (rel) => {
        const link = page.locator(`.neighbours [rel=${rel}]`);
        return (await link.count()) ? link.evaluate((link) => link.href) : null;
      }));
      assert.equal(previous, before);
      before = url;
      url = next;
    }
    await context.close();
    assert.equal(titles.length, 120);
    assert.equal(new Set(titles).size, 120);
    assert.deepEqual(titles.slice(0, 8), ["The engine’s manual", "Guide", "Installing", "First steps", "Deploying", "Containers", "Servers", "Recipe 1"]);
  });
});

describe("a site with a thousand pages at its top", () => {
  let reader;

  before(async () => (reader = await open(documentation(1000))));
  after(() => reader?.close());

  test("nothing scrolls sideways, and no page holds all links", async () => {
    for (const language of languages) {
      for (const options of [phone, wide]) {
        await reader.visit(`${language}/more-500/`, options, async (page) => {
          assert.equal(await page.evaluate(overflow), 0);
          assert.ok((await page.locator("#tree a").count()) < 60);
          if (options === phone) await page.locator("[popovertarget=tree]").click();
          assert.ok(await comesIntoView(page));
          assert.equal(await page.locator("#tree > ul > li:last-child a").getAttribute("href"), `/${language}/`);
        });
      }
    }
  });

  test("home lists every one of them", async () => {
    await reader.visit("en/", phone, async (page) => {
      assert.equal(await page.locator(".cards a[href*='/more-']").count(), 1000);
      assert.equal(await page.evaluate(overflow), 0);
    });
  });
});
