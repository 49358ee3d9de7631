// A long article: what is far from the window costs nothing before it comes near, and nobody notices but by the speed.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fixture, open } from "./site.mjs";

const SECTIONS = 24;
const words = {
  ar: "الموازنة بين الشيئين أن يُنظر في كل واحد منهما من الجهة التي يُنظر منها في الآخر، ثم يُردّ الحكم إلى شاهد يراه القارئ.",
  en: "To weigh two things is to look at each of them from the side from which the other is seen, and to show the reader why.",
};
const widths = [[360, 740], [1280, 900]];
let folder;
let reader;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "muwazana-far-"));
  cpSync(fixture, folder, { recursive: true });
  for (const [tag, sentence] of Object.entries(words)) {
    const part = (n) => `## ${n} {#part-${n}}\n\n${`${sentence} `.repeat(2)}[^${n}]\n\n${`${sentence} `.repeat(1 + (n % 5) * 4)}\n\n[^${n}]: ${sentence}\n`;
    const text = Array.from({ length: SECTIONS }, (_, n) => part(n + 1)).join("\n");
    writeFileSync(join(folder, `content/about/${tag}.md`), `+++\ntitle = "${words[tag].slice(0, 20)}"\nsummary = "${sentence}"\n+++\n${sentence}\n\n${text}`);
  }
  reader = await open(folder);
});
after(async () => {
  await reader?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** In the page: how many paragraphs of the text and the notes have no layout. */
const far = () => [...document.querySelectorAll(".prose p, .notes li")].filter((element) => !element.checkVisibility({ contentVisibilityAuto: true })).length;
/** In the page: the paragraph at a third of the window, and where it stands. */
const place = () => {
  const at = document.elementFromPoint(innerWidth / 2, innerHeight / 3).closest("section");
  return [at.querySelector("h2").id, Math.round(at.getBoundingClientRect().top)];
};
const wheel = async (page, times) => {
  for (let n = 0; n < times; n++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(20);
  }
  await page.waitForTimeout(200);
};

test("most of a long article has no layout when it is first shown, and no notes beside it", async () => {
  for (const language of Object.keys(words)) {
    for (const [width, height] of widths) {
      await reader.visit(`${language}/about/`, { viewport: { width, height } }, async (page) => {
        await page.waitForTimeout(200);
        const [all, notes] = await page.evaluate(() => [document.querySelectorAll(".prose p, .notes li").length, document.querySelectorAll(".side").length]);
        assert.ok(all >= 3 * SECTIONS);
        assert.ok((await page.evaluate(far)) > all / 2, `${language} ${width}`);
        assert.ok(notes < SECTIONS / 2, `${notes} notes`);
        assert.equal(notes > 0, width > 1000);
      });
    }
  }
});

test("whoever scrolls through it sees each note beside its line, and nothing moves", async () => {
  for (const language of Object.keys(words)) {
    await reader.visit(`${language}/about/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.evaluate(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
      });
      const seen = new Set();
      for (let step = 0; step < 40; step++) {
        if (step) await page.mouse.wheel(0, 500);
        await page.waitForTimeout(100);
        const found = await page.evaluate(() => {
          const inWindow = (element) => { const { top, bottom } = element.getBoundingClientRect(); return top > 0 && bottom < innerHeight; };
          const sides = [...document.querySelectorAll(".side")].filter((side) => side.style.visibility !== "hidden");
          return [...document.querySelectorAll(".prose sup a")].filter(inWindow).map((link) => {
            const side = sides.find((side) => side.querySelector("b").textContent === link.textContent);
            return [link.textContent, side ? side.getBoundingClientRect().top - link.getBoundingClientRect().top : null];
          });
        });
        for (const [number, distance] of found) {
          assert.ok(distance !== null && distance > -20 && distance < 200, `${language}, note ${number}: ${distance}`);
          seen.add(number);
        }
      }
      assert.equal(seen.size, SECTIONS);
      const shift = await page.evaluate(() => window.shift);
      assert.ok(shift <= 0.01, `${language}: ${shift}`);
    });
  }
});

/** Waits until as many notes stand where they stood as a moment before: they are made in several tasks. */
async function settled(page) {
  const places = () => page.evaluate(() => [...document.querySelectorAll(".side")].map((side) => side.style.insetBlockStart).join());
  for (let before; before !== (before = await places());) {
    await page.waitForTimeout(300);
  }
}

test("a note that stands beside its line stays while others come, goes where there is no room, and follows its line", async () => {
  for (const language of Object.keys(words)) {
    await reader.visit(`${language}/about/`, { viewport: { width: 1100, height: 900 } }, async (page) => {
      await page.locator(".side").nth(2).waitFor({ state: "attached" });
      await settled(page);
      await page.evaluate(() => (window.before = [...document.querySelectorAll(".side")]));
      await wheel(page, 2);
      await settled(page);
      const [kept, now] = await page.evaluate(() => [window.before.filter((side) => side.isConnected).length, document.querySelectorAll(".side").length]);
      assert.equal(kept, await page.evaluate(() => window.before.length), `${language}: of those near the window none is made again`);
      assert.ok(now > kept, `${language}: ${now} of ${kept}`);
      await page.evaluate(() => scrollTo(0, 0));
      await settled(page);
      const distance = () => page.evaluate(() => {
        const side = [...document.querySelectorAll(".side")].find((side) => side.querySelector("b").textContent === document.querySelector(".prose sup a").textContent);
        return Math.round(side.getBoundingClientRect().top - document.querySelector(".prose sup a").getBoundingClientRect().top);
      });
      const before = await distance();
      assert.ok(Math.abs(before) < 20, `${language}: ${before}`);
      await page.locator(".contents summary").click();
      await settled(page);
      assert.equal(await distance(), before, `${language}: what is folded out above the text moves both`);
      await page.setViewportSize({ width: 600, height: 900 });
      await page.locator(".side").first().waitFor({ state: "detached" });
      await page.setViewportSize({ width: 1100, height: 900 });
      await page.locator(".side").first().waitFor();
    });
  }
});

test("a link into it, a page that is loaded again and one that is gone back to show the same place", async () => {
  for (const language of Object.keys(words)) {
    for (const [width, height] of widths) {
      await reader.visit(`${language}/about/#part-17`, { viewport: { width, height } }, async (page) => {
        const top = () => page.evaluate(() => Math.round(document.getElementById("part-17").getBoundingClientRect().top));
        await page.waitForTimeout(200);
        assert.ok((await top()) > 0 && (await top()) < 120, `${language} ${width}: ${await top()}`);
      });
      await reader.visit(`${language}/about/`, { viewport: { width, height } }, async (page) => {
        await wheel(page, 12);
        const before = await page.evaluate(place);
        assert.notEqual(before[0], "part-1");
        await page.reload();
        await page.waitForTimeout(300);
        assert.deepEqual(await page.evaluate(place), before);
        assert.equal(await page.evaluate(far), 0, "who comes back finds all of it laid out");
        await page.goto(`${reader.address}${language}/`);
        await page.goBack();
        await page.waitForTimeout(300);
        assert.deepEqual(await page.evaluate(place), before);
      });
    }
  }
});

test("without a script all of it is laid out", async () => {
  await reader.visit("en/about/", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page) => {
    assert.equal(await page.evaluate(far), 0);
  });
});
