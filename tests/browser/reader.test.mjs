// What a reader does with a page: follows it, asks what a word means, looks up a source, changes theme and language,
// narrows a list down, prints it; by mouse, by keyboard and by touch. And what a first visit costs. On the fixture.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, firstVisit, fixture, isCheap, languages, open } from "./site.mjs";

let reader;
let built;

before(async () => {
  reader = await open();
  built = mkdtempSync(join(tmpdir(), "muwazana-built-"));
  execFileSync(binary, ["build", "--root", fixture, "--out", built]);
});
after(async () => {
  await reader?.close();
  rmSync(built, { recursive: true, force: true });
});
const files = (folder) => readdirSync(join(built, folder));
const visit = (...visited) => reader.visit(...visited);
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const article = (language) => `${language}/dimensions/cost/`;

test("a term shows its definition by mouse, by keyboard and by touch, and Escape takes it away", async () => {
  for (const language of languages) {
    const shown = async (page) => {
      await page.waitForSelector(".gloss:not([hidden])");
      const { said, definition } = await page.evaluate(() => ({
        said: document.querySelector(".gloss").textContent,
        definition: document.querySelector(`.terms-used a[href="${document.querySelector(".prose a.term").getAttribute("href")}"]`).closest("div").querySelector("dd").textContent,
      }));
      assert.ok(definition.length > 20 && said.includes(definition), said);
    };
    // On a wide screen a definition in the margin is enough for the mouse.
    await visit(article(language), desk, async (page) => {
      const term = page.locator(".prose a.term").first();
      assert.ok(await page.locator(".side").first().isVisible());
      await term.hover();
      await page.waitForTimeout(400);
      assert.ok(await page.locator(".gloss").isHidden());
    });
    await visit(article(language), { viewport: { width: 900, height: 900 } }, async (page) => {
      const term = page.locator(".prose a.term").first();
      await term.hover();
      await shown(page);
      // The card stays while the pointer is on it.
      await page.locator(".gloss").hover();
      await page.waitForTimeout(400);
      await shown(page);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".gloss", { state: "hidden" });
      await page.mouse.move(0, 0);
      await page.waitForTimeout(300);
      await page.locator(".meta a").last().focus();
      for (let n = 0; n < 20 && !(await term.evaluate((link) => link === document.activeElement)); n++) await page.keyboard.press("Tab");
      await shown(page);
      assert.equal(await term.getAttribute("aria-describedby"), "gloss");
    });
    await visit(article(language), phone, async (page) => {
      const term = page.locator(".prose a.term").first();
      await term.scrollIntoViewIfNeeded();
      await term.tap();
      await shown(page);
      assert.ok(page.url().endsWith(article(language)), "the first tap stays");
      const { card, line } = await page.evaluate(() => ({
        card: document.querySelector(".gloss").getBoundingClientRect().toJSON(),
        line: [...document.querySelector(".prose a.term").getClientRects()].at(-1).toJSON(),
      }));
      assert.ok(card.top >= line.bottom && card.top < line.bottom + 24 && card.left >= 0 && card.right <= 360, "under its line");
      await term.tap();
      await page.waitForURL(/\/terms\//);
    });
  }
});

test("a citation shows its source, leads to the list and back to the same place", async () => {
  for (const language of languages) {
    await visit(article(language), desk, async (page) => {
      const reference = page.locator(".prose sup a").nth(3);
      const id = await reference.getAttribute("id");
      const note = await page.evaluate((id) => document.querySelector(document.getElementById(id).hash).querySelector("cite").textContent, id);
      await reference.hover();
      await page.waitForSelector(".gloss:not([hidden])");
      assert.ok((await page.textContent(".gloss")).includes(note));
      await reference.click();
      const target = new URL(page.url()).hash;
      assert.match(target, /^#n\d+$/);
      await page.click(`${target} .back[href="#${id}"]`);
      assert.equal(new URL(page.url()).hash, `#${id}`);
    });
  }
});

test("on a wide screen the notes stand beside their line and not on one another", async () => {
  for (const language of languages) {
    // A window in which all of it is near: the notes of what is far are not made yet.
    await visit(article(language), { ...desk, viewport: { ...desk.viewport, height: 6000 } }, async (page) => {
      // They are placed when the page has been drawn.
      await page.locator(".side").nth(7).waitFor({ state: "attached" });
      const sides = await page.evaluate(async () => {
        await document.fonts.ready;
        const text = document.querySelector(".prose").getBoundingClientRect();
        const box = (side) => side.getBoundingClientRect().toJSON();
        return [...document.querySelectorAll(".side")].filter((side) => side.style.visibility !== "hidden").map((side) => ({ ...box(side), text: text.toJSON() }));
      });
      assert.ok(sides.length >= 8, `only ${sides.length} notes in the margin`);
      sides.sort((a, b) => a.top - b.top);
      for (const [n, side] of sides.entries()) {
        assert.ok(side.right <= side.text.left || side.left >= side.text.right, "over the text");
        assert.ok(side.left >= 0 && side.right <= 1280, "off the screen");
        if (n) assert.ok(side.top >= sides[n - 1].bottom, "over the note before it");
      }
    });
    await visit(article(language), phone, async (page) => {
      assert.equal(await page.evaluate(() => [...document.querySelectorAll(".side")].filter((side) => side.offsetParent).length), 0);
    });
  }
});

test("the contents mark the section that is being read", async () => {
  await visit(article("en"), desk, async (page) => {
    for (const id of ["evidence-for", "change-our-mind", "claim"]) {
      await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
      await page.waitForFunction((id) => document.querySelector(`.contents a[href="#${id}"]`).getAttribute("aria-current") === "true", id);
      assert.equal(await page.locator(".contents [aria-current]").count(), 1);
    }
  });
});

test("the theme follows the system until it is chosen, and the choice stays without a flash", async () => {
  await visit(article("ar"), { ...desk, colorScheme: "dark" }, async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.click(".theme");
    const light = await paper();
    assert.notEqual(light, dark);
    assert.match(await page.textContent(".theme [role=status]"), /فاتح/);
    await page.addInitScript(() => {
      // What the page looks like when its first content is there, before any deferred script.
      document.addEventListener("readystatechange", () => (window.early ??= document.documentElement.dataset.theme), { once: true });
    });
    await page.reload();
    assert.equal(await page.evaluate(() => window.early), "light");
    assert.equal(await paper(), light);
    await page.click(".theme");
    await page.click(".theme");
    assert.equal(await paper(), dark);
  });
});

test("the menu opens by touch and by keyboard, and leads on", async () => {
  for (const language of languages) {
    await visit(`${language}/`, phone, async (page) => {
      assert.equal(await page.locator(".site-nav").isVisible(), false);
      await page.tap(".menu-button");
      assert.equal(await page.locator(".site-nav").isVisible(), true);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".site-nav").isVisible(), false);
      await page.locator(".menu-button").focus();
      await page.keyboard.press("Enter");
      await page.tap(".site-nav a >> nth=1");
      await page.waitForURL(/\/matrix\//);
    });
  }
});

test("the matrix is filtered and sorted, and its address says how", async () => {
  await visit("ar/matrix/", desk, async (page) => {
    const rows = () => page.evaluate(() => [...document.querySelectorAll("#rows > tr")].filter((row) => !row.hidden).map((row) => ({ kind: row.dataset.kind, gap: +row.dataset.gap })));
    const all = await rows();
    await page.check("[name=kind][value=difference]");
    const some = await rows();
    assert.ok(some.length > 0 && some.length < all.length && some.every((row) => row.kind === "difference"));
    await page.check("[name=sort][value=gap]");
    const sorted = await rows();
    assert.deepEqual(sorted.map((row) => row.gap), some.map((row) => row.gap).sort((a, b) => b - a));
    assert.match(page.url(), /\?kind=difference&sort=gap$/);
    await page.reload();
    assert.deepEqual(await rows(), sorted);
    const said = (await page.textContent(".count [role=status]")).replace(/[\u2066-\u2069]/g, "");
    assert.equal(said, `${some.length} من ${all.length}`);
    await page.check("[name=kind] >> nth=0");
    await page.check("[name=sort] >> nth=0");
    assert.deepEqual(await rows(), all);
    assert.match(page.url(), /\/matrix\/$/);
    for (const finding of ["alike", "different"]) {
      await page.check(`[name=finding][value=${finding}]`);
      const found = await page.evaluate(() => [...document.querySelectorAll("#rows > tr")].filter((row) => !row.hidden).map((row) => row.dataset.finding));
      assert.deepEqual(found, [finding]);
      assert.match(page.url(), new RegExp(`\\?finding=${finding}$`));
    }
    await page.check("[name=finding] >> nth=0");
    assert.deepEqual(await rows(), all);
    const csv = await page.evaluate(async () => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await (await fetch(document.querySelector("a[download]").href)).arrayBuffer()));
    assert.ok(csv.startsWith("\ufeff\""), "a spreadsheet knows it for UTF-8");
    assert.equal(csv.trim().split("\r\n").length, all.length + 1);
  });
  await visit("en/matrix/", phone, async (page) => {
    const label = page.locator("#rows td b").first();
    assert.ok(await label.isVisible());
    assert.match(await label.textContent(), /The bicycle/);
    assert.equal(await label.locator("svg").count(), 1);
  });
});

test("the sources are narrowed down by kind and language", async () => {
  await visit("en/sources/?kind=paper", desk, async (page) => {
    const kinds = await page.evaluate(() => [...document.querySelectorAll("#sources > li")].filter((item) => !item.hidden).map((item) => item.dataset.kind));
    assert.ok(kinds.length > 0 && kinds.every((kind) => kind === "paper"));
  });
});

test("parallel reading: aligned by section on a desk, interleaved on a phone, one language by a tap, without a script", async () => {
  const tops = () => [...document.querySelectorAll(".row")].map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().toJSON()));
  // The baseline of a heading is that of a point of no height in its first line.
  const baselines = () => [...document.querySelectorAll(".row")].flatMap((row) => {
    const heads = [...row.querySelectorAll(":scope > section > h2")].map((head) => {
      const point = head.insertBefore(document.createElement("i"), head.firstChild);
      point.style.cssText = "display: inline-block";
      return point.getBoundingClientRect().bottom;
    });
    return heads.length === 2 ? [heads] : [];
  });
  await visit("parallel/cost/", { ...desk, javaScriptEnabled: false }, async (page) => {
    const rows = await page.evaluate(tops);
    assert.ok(rows.length >= 7);
    for (const [arabic, english] of rows) {
      assert.ok(Math.abs(arabic.top - english.top) < 8);
      assert.ok(arabic.left >= english.right, "Arabic stands on the right");
    }
    const heads = await page.evaluate(baselines);
    assert.ok(heads.length >= 5);
    for (const [arabic, english] of heads) assert.ok(Math.abs(arabic - english) < 1.5, `${arabic} and ${english}`);
  });
  await visit("parallel/cost/", { ...phone, javaScriptEnabled: false }, async (page) => {
    for (const [arabic, english] of await page.evaluate(tops)) assert.ok(english.top >= arabic.bottom - 1);
    await page.locator(".swap input").nth(2).check();
    const visible = await page.evaluate(() => [...document.querySelectorAll(".row > *")].filter((cell) => cell.offsetParent).map((cell) => cell.lang));
    assert.ok(visible.length > 0 && visible.every((language) => language === "en"));
  });
  await visit(article("ar"), desk, async (page) => {
    await page.locator(".heading .anchor[href*=parallel]").nth(2).click();
    await page.waitForURL(/\/parallel\/cost\/#ar-[a-z-]+$/);
    assert.ok(await page.evaluate(() => document.querySelector(":target")));
  });
});

test("a heading's link and a block of code are copied", async () => {
  await visit("en/contribute/", desk, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator(".anchor").first().click();
    await page.waitForFunction(() => document.querySelector(".anchor.copied"));
    assert.match(await clipboard(), /\/en\/contribute\/#[a-z-]+$/);
    const code = await page.textContent("figure.code pre >> nth=0");
    await page.locator("figure.code .copy").first().click();
    await page.waitForFunction(() => document.querySelector(".copy.copied"));
    assert.equal(await clipboard(), code);
  });
});

test("printed from the dark theme a page is light, without what only works on a screen, and says its addresses", async () => {
  for (const path of [article("ar"), article("en"), "parallel/cost/"]) {
    await visit(path, { ...desk, colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const seen = await page.evaluate(() => ({
        paper: getComputedStyle(document.documentElement).backgroundColor,
        header: document.querySelector(".site-header").offsetParent,
        sides: [...document.querySelectorAll(".side")].filter((side) => side.offsetParent).length,
        address: getComputedStyle(document.querySelector(".notes cite a"), "::after").content,
      }));
      assert.equal(seen.paper, "rgb(255, 255, 255)");
      assert.equal(seen.header, null);
      assert.equal(seen.sides, 0);
      assert.match(seen.address, /https?:/);
    });
  }
});

test("a first visit to an article costs at most 20 KB of page, style and script, 90 KB with fonts, and 5 requests", async () => {
  for (const language of languages) {
    const cost = await firstVisit(reader, built, article(language));
    assert.ok(isCheap(cost), JSON.stringify(cost));
  }
});

test("nothing moves while a page loads, in ten loads, and no task is long with a processor four times as slow", async () => {
  for (let load = 0; load < 10; load++) {
    const context = await reader.browser.newContext(load % 2 ? phone : desk);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (load >= 6) await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    // Fonts come late, as they do on a slow line.
    await page.route("**/*.woff2", async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(reader.address + article(languages[load % 2]), { waitUntil: "networkidle" });
    await page.waitForTimeout(200);
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift <= 0.01, `load ${load}: ${shift}`);
    await context.close();
  }
});

test("the small sheets say what the written ones say, rule by rule", async () => {
  await visit("en/", desk, async (page) => {
    for (const name of ["style", "lists", "code", "tree"]) {
      const written = readFileSync(new URL(`../../static/assets/${name}.css`, import.meta.url), "utf8");
      const small = files("assets").find((file) => file.startsWith(`${name}.`) && file.endsWith(".css"));
      const said = await page.evaluate(async ([written, small]) => {
        const rules = (text) => {
          const sheet = new CSSStyleSheet();
          // Addresses differ by their fingerprints only.
          sheet.replaceSync(text.replace(/(url\([^)]*?)\.[0-9a-f]{8}(\.woff2\))/g, "$1$2"));
          // Declarations are sorted where their order means nothing, which render::compact sees to.
          const sorted = (declarations) => declarations.trim().split(/;\s*/).sort().join("; ");
          // In custom properties blanks are kept as they are written, and mean nothing.
          const texts = [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(", ", ","));
          // The inks of the subjects are the settings' own.
          return texts.filter((text) => !/^\.s\d+ \{ --own/.test(text)).map((text) => text.replace(/(?<={)[^{}]*(?=})/g, sorted));
        };
        return [rules(written), rules(await (await fetch(small)).text())];
      }, [written, new URL(`assets/${small}`, reader.address).href]);
      assert.ok(said[0].length > 5);
      assert.deepEqual(said[1], said[0], name);
    }
  });
});
