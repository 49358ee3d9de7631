// The balance: the script computes what the program computes, by mouse, by keyboard and by address, from the left in English
// and from the right in Arabic; without JavaScript the page says what it can.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mean } from "../../static/assets/balance.js";
import { languages, open } from "./site.mjs";

let reader;

before(async () => (reader = await open()));
after(() => reader?.close());

test("the mean of what is weighed is exact, a half counts up, and of nothing there is none", () => {
  for (let round = 0; round < 2000; round++) {
    const values = Array.from({ length: 1 + (round % 7) }, (_, at) => (round * 37 + at * 53) % 101);
    const weights = values.map((_, at) => (round * 11 + at * 7) % 6);
    const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
    const sum = values.reduce((sum, value, at) => sum + BigInt(value) * BigInt(weights[at]), 0n);
    assert.equal(mean(values, weights), total ? Number((2n * sum + total) / (2n * total)) : undefined);
  }
});

/** In the page: the words of the result, its place and its range, and the weights. */
const seen = () => ({
  words: document.querySelector(".balance output").value.replace(/[\u2068\u2069]/g, ""),
  label: document.querySelector(".balance .track").getAttribute("aria-label").replace(/[\u2068\u2069]/g, ""),
  mark: document.querySelector(".balance .track svg").getAttribute("x"),
  ends: ["x1", "x2"].map((end) => document.querySelector(".balance .span").getAttribute(end)).sort(),
  weights: [...document.querySelectorAll("#weights input")].map((input) => input.value).join(""),
});

// On the fixture cost is 55 apart, space from 5 to 15, and the synthesis is left out.
test("a reader weighs by keyboard, the address keeps it, and the page that is opened by it is the same", async () => {
  for (const language of languages) {
    const x = (at) => `${language === "ar" ? 100 - at : at}%`;
    await reader.visit(`${language}/balance/`, {}, async (page) => {
      const begun = await page.evaluate(seen);
      assert.deepEqual([begun.weights, begun.mark], ["330", x(33)], begun.words);
      await page.focus("#weight-cost");
      await page.keyboard.press("End");
      await page.focus("#weight-space");
      await page.keyboard.press("Home");
      const alone = await page.evaluate(seen);
      assert.deepEqual([alone.weights, alone.mark, alone.ends], ["500", x(55), [x(55), x(55)]]);
      assert.match(alone.words, /55/);
      assert.equal(alone.label, alone.words);
      const address = new URL(page.url());
      assert.equal(address.search, "?cost=5&space=0");
      await page.reload({ waitUntil: "load" });
      assert.deepEqual(await page.evaluate(seen), alone);
      await page.focus("#weight-cost");
      await page.keyboard.press("Home");
      const nothing = await page.evaluate(seen);
      assert.equal(nothing.words, await page.locator("[data-nothing]").getAttribute("data-nothing"));
      for (const [input, weight] of [["cost", "3"], ["space", "3"]]) await page.fill(`#weight-${input}`, weight);
      assert.deepEqual(await page.evaluate(seen), begun);
      assert.equal(new URL(page.url()).search, "");
    });
  }
});

test("one begins with the weights of another", async () => {
  await reader.visit("en/balance/", {}, async (page) => {
    await page.locator(".weighting a").nth(1).click();
    await page.waitForURL(/cost=5/);
    assert.equal((await page.evaluate(seen)).weights, "500");
  });
});

test("without JavaScript there are the equal weights and those of others, and no slider", async () => {
  for (const language of languages) {
    await reader.visit(`${language}/balance/`, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("#weights input").first().isVisible(), false);
      assert.equal(await page.locator(".weighting a").first().isVisible(), false);
      assert.equal(await page.locator("noscript").count(), 1);
      assert.equal(await page.locator(".track").count(), 3);
    });
  }
});
