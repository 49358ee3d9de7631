// The search as readers have it: it understands what they type, it is there by keyboard, touch and voice, and it costs
// nothing before it is opened. Queries are in tests/search, one a line.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { open as openSite } from "./site.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sample = mkdtempSync(join(tmpdir(), "muwazana-"));
let reader;
let other;

before(async () => {
  other = await openSite(writeSample());
  reader = await openSite(root);
});
after(async () => {
  await reader?.close();
  await other?.close();
  rmSync(sample, { recursive: true, force: true });
});
const visit = (...visited) => reader.visit(...visited);

/** A site of other pages: search must not know only its own. */
function writeSample() {
  const write = (path, text) => {
    mkdirSync(dirname(join(sample, path)), { recursive: true });
    writeFileSync(join(sample, path), text);
  };
  const language = (tag, name) => `[[languages]]\ntag = "${tag}"\nname = "${name}"\n`;
  const subject = (id) => `[[subjects]]\nid = "${id}"\nname = { ar = "${id}", en = "${id}" }\naccent = "#7a2419"\n`;
  write("site.toml", `base_url = "https://example.org/some/folder/"\n${language("ar", "العربية")}${language("en", "English")}${subject("one")}${subject("two")}`);
  for (const path of ["ar.md", "en.md", "pages/ar.md", "pages/en.md"]) write(`content/${path}`, '+++\ntitle = "…"\nsummary = "…"\n+++\n');
  for (const [, id, tag, title, body] of read("tests/search/sample/pages.txt").matchAll(/^== (\S+) \| (\S+) \| (.*)\n((?:(?!== ).*\n)*)/gm)) {
    write(`content/pages/${id}/${tag}.md`, `+++\ntitle = "${title}"\nsummary = "…"\n+++\n${body}`);
  }
  return sample;
}

const options = (page) => page.locator(".search-dialog [role=option]");

async function open(page, text) {
  await page.keyboard.press("/");
  await page.waitForSelector(".search-dialog[open]");
  if (!text) return;
  await page.keyboard.type(text);
  await options(page).first().waitFor();
}

/**
 * Asks a site every query of a file; gives by language and category how many there were and which were not answered. What
 * nothing should be found for may be answered with guesses that are called so.
 * Targets lie in a folder, `below`.
 */
async function ask(site, file, below) {
  const queries = read(file).split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  const answers = [];
  for (const tag of ["ar", "en"]) {
    await site.visit(`${tag}/`, {}, async (page) => {
      const own = queries.filter(([language]) => language === tag).map(([, category, query, expected]) => ({ category, query, expected }));
      // The panel has fetched the manifest and the scripts when it offers help: what the page asked for says where they are.
      await open(page);
      await page.locator(".search-help a").first().waitFor();
      const found = await page.evaluate(async (own) => {
        const asked = performance.getEntriesByType("resource").map(({ name }) => name);
        const { search } = await import(asked.find((name) => name.includes("/search-rank.")));
        const { SearchIndex } = await import(asked.find((name) => name.includes("/search-index.")));
        const manifest = asked.find((name) => name.endsWith(`/search/${document.documentElement.lang}.json`));
        const get = async (name) => (await fetch(new URL(name, manifest))).json();
        const opened = new SearchIndex(await get(manifest), get);
        const all = [];
        for (const { query } of own) {
          const start = performance.now();
          const { results, guessed } = await search(opened, query);
          const pages = [];
          for (const { page, slots } of results.slice(0, 3)) {
            const { url, sections } = await opened.record(page);
            pages.push({ url, ids: slots.slice(0, 3).map((slot) => sections[slot].id) });
          }
          all.push({ pages, guessed, time: performance.now() - start });
        }
        return all;
      }, own);
      const home = new URL(`${site.address}${tag}/`).pathname;
      answers.push(...own.map((query, at) => ({ tag, ...query, ...found[at], home })));
    });
  }
  return answers.map(({ tag, category, query, expected, pages, guessed, time, home }) => {
    const has = (target) => {
      const [path, id] = target.split("#");
      return pages.some(({ url, ids }) => url === `${home}${below}${path}/` && (!id || ids.includes(id)));
    };
    const first = (path) => pages[0]?.url === `${home}${below}${path}/`;
    const right = expected.startsWith("=") ? first(expected.slice(1)) : expected === "-" ? guessed || pages.length === 0 : expected.includes("|") ? expected.split("|").some(has) : expected.split(",").every(has);
    return { tag, category, query, right, time };
  });
}

function judge(answers, least) {
  const share = (of) => of.filter(({ right }) => right).length / of.length;
  const missed = answers.filter(({ right }) => !right).map(({ tag, category, query }) => `${tag} ${category}: ${query}`).join("\n");
  for (const tag of ["ar", "en"]) {
    const own = answers.filter((answer) => answer.tag === tag);
    assert.ok(own.length > 10 && share(own) >= least, `${tag}: ${share(own).toFixed(3)} of ${own.length}\n${missed}`);
    for (const category of new Set(own.map(({ category }) => category))) {
      const of = own.filter((answer) => answer.category === category);
      assert.ok(share(of) >= 0.93, `${tag} ${category}: ${share(of).toFixed(3)} of ${of.length}\n${missed}`);
    }
  }
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  assert.ok(times[times.length >> 1] < 30, `the median answer took ${times[times.length >> 1]} ms`);
}

test("readers find the page among the first three, however they type", async () => {
  const answers = await ask(reader, "tests/search/queries.tsv", "");
  assert.ok(answers.filter(({ tag }) => tag === "ar").length >= 200 && answers.filter(({ tag }) => tag === "en").length >= 80);
  judge(answers, 0.98);
});

test("they do with questions on which nobody has tuned it", async (t) => {
  const answers = await ask(reader, "tests/search/questions.tsv", "");
  for (const tag of ["ar", "en"]) {
    const own = answers.filter((answer) => answer.tag === tag);
    for (const [name, rest] of [["the half to tune on", 0], ["the other half", 1]]) {
      const half = own.filter((_, at) => at % 2 === rest);
      const share = half.filter(({ right }) => right).length / half.length;
      t.diagnostic(`${tag}, ${name}: ${share.toFixed(3)} of ${half.length}`);
      assert.ok(half.length === 50 && share >= 0.78, `${tag}, ${name}: ${share.toFixed(3)}`);
    }
  }
});

test("they do on pages that the search was not made for, below a folder", async () => {
  judge(await ask(other, "tests/search/sample/queries.tsv", "pages/"), 0.98);
});

test("nothing is fetched before search is opened, and little for the first query", async (t) => {
  const queries = [["ar", "نماذج مفتوحة"], ["ar", "هل البلوكتشين يستهلك طاقة أكثر من الذكاء الاصطناعي"], ["en", "open weights"], ["en", "how are rollups governed"]];
  // A query that comes as a whole is one; what is typed letter by letter is as many as there are letters. A question of
  // seven words takes most, in Arabic.
  for (const [[tag, query], typed, most] of queries.flatMap((query) => [[query, false, 50_000], [query, true, 115 * 1024]])) {
    await visit(`${tag}/dimensions/open-source/`, { viewport: { width: 390, height: 800 } }, async (page) => {
      const bodies = [];
      const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      assert.deepEqual(before.filter((name) => name.includes("search")), []);
      const own = (response) => new URL(response.url()).pathname.startsWith("/assets/");
      page.on("response", (response) => own(response) && bodies.push(response.body().then((body) => [response.url(), gzipSync(body).length])));
      await open(page, typed ? query : "");
      if (!typed) await page.locator(".search-dialog input").fill(query);
      await options(page).first().waitFor();
      await page.waitForTimeout(500);
      const sizes = await Promise.all(bodies);
      const total = sizes.reduce((sum, [, size]) => sum + size, 0);
      t.diagnostic(`${query}${typed ? ", letter by letter" : ""}: ${total} bytes in ${sizes.length} files`);
      assert.ok(total < most, `${query}: ${total} bytes\n${sizes.join("\n")}`);
    });
  }
});

test("by keyboard: open, choose, follow; Escape leads back", async () => {
  for (const [key, tag] of [["/", "ar"], ["Control+k", "ar"], ["Meta+k", "en"]]) {
    await visit(`${tag}/`, {}, async (page) => {
      await page.locator(".search-button").focus();
      await page.keyboard.press(key);
      await page.waitForSelector(".search-dialog[open]");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".search-dialog[open]").count(), 0);
      assert.ok(await page.evaluate(() => document.activeElement.matches(".search-button")));
      await page.keyboard.press(key);
      await page.waitForSelector(".search-dialog[open]");
      await page.keyboard.type(tag === "ar" ? "رولاب" : "rollup");
      await options(page).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      const chosen = page.locator(".search-dialog [aria-selected=true]");
      assert.equal(await chosen.count(), 1);
      assert.equal(await chosen.getAttribute("id"), await page.getByRole("combobox").getAttribute("aria-activedescendant"));
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${tag}/terms/rollup/`);
    });
  }
  await visit("ar/", {}, async (page) => {
    await open(page, "عملة مستقرة");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/ar\/(dimensions|terms)\/./);
    await page.goto(`${reader.address}ar/`);
    await open(page);
    // What was searched for before is offered again.
    await page.getByRole("button", { name: "عملة مستقرة" }).click();
    await options(page).first().waitFor();
  });
});

test("a slash in a field is a slash", async () => {
  await visit("ar/search/", {}, async (page) => {
    await page.getByRole("combobox").fill("");
    await page.keyboard.type("a/b");
    assert.equal(await page.getByRole("combobox").inputValue(), "a/b");
  });
});

test("by touch: nothing is out of reach or too small, and a tap leads to the section", async () => {
  await visit("ar/", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
    await page.locator(".search-button").tap();
    await page.getByRole("combobox").fill("خمس شركات");
    await page.locator(".search-section").first().waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".search-dialog :is(a, button, input)")].map((element) => [element.outerHTML, element.getBoundingClientRect()]).filter(([, { width, height }]) => width < 24 || height < 24));
    assert.deepEqual(small, []);
    assert.ok((await page.evaluate(() => document.querySelector(".search-dialog").scrollWidth)) <= 320);
    await page.locator(".search-section").first().tap();
    await page.waitForURL(/\/ar\/.+\/#[a-z-]+$/);
  });
});

test("voices hear what is there, in the language of the page; axe has nothing to object to", async () => {
  for (const [path, query, name, results, colorScheme] of [["ar/", "البلوكتشين", "ابحث", "النتائج", "light"], ["en/", "rollups", "Search", "Results", "dark"]]) {
    await visit(path, { colorScheme }, async (page) => {
      await open(page, query);
      const field = page.getByRole("combobox", { name });
      assert.equal(await field.getAttribute("aria-expanded"), "true");
      await page.getByRole("dialog", { name }).waitFor();
      await page.getByRole("listbox", { name: results }).waitFor();
      assert.match(await page.locator(".search-dialog [role=status]").textContent(), /\d|صفحة|صفحت/);
      await page.keyboard.press("ArrowDown");
      await page.waitForTimeout(200);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(".search-dialog", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" | ")}`), []);
    });
  }
});

test("from the right in Arabic, from the left in English; words are marked where they stand", async () => {
  for (const [tag, query, right] of [["ar", "طبقات", true], ["en", "layers", false]]) {
    await visit(`${tag}/`, {}, async (page) => {
      await open(page);
      await page.getByRole("combobox").fill(query);
      await page.locator(".search-section mark").first().waitFor();
      const edges = await page.evaluate(() => {
        const box = (selector) => document.querySelector(`.search-dialog ${selector}`).getBoundingClientRect();
        return { field: box("input").left, close: box(".search-close").left, page: box(".search-page"), section: box(".search-section") };
      });
      assert.equal(edges.field > edges.close, right);
      assert.equal(right ? edges.section.right < edges.page.right : edges.section.left > edges.page.left, true);
      const marks = await page.locator(".search-dialog mark").allTextContents();
      // A broken plural may be taken for another word's of the same consonants: الطوابق.
      const meant = marks.filter((mark) => (right ? /طبق/ : /layer/i).test(mark));
      assert.ok(meant.length > 2 && meant.length >= 0.9 * marks.length, marks.join(" "));
    });
  }
});

test("a slip is noticed, another language is asked, and nothing found is no dead end", async () => {
  await visit("ar/", {}, async (page) => {
    await open(page, "اللامركزبة");
    await page.getByRole("button", { name: "اللامركزية" }).click();
    await page.waitForFunction(() => document.querySelector(".search-dialog input").value === "اللامركزية");
    // The answer to what stands in the field now comes after it, and takes the suggestion away.
    await page.locator(".search-hint button").waitFor({ state: "detached" });
    await page.getByRole("combobox").fill("zzzzqqqq");
    await page.locator(".search-none").waitFor();
    await page.locator(".search-help a").nth(3).waitFor();
    // Found by the words of its counterpart, and shown in the reader's language.
    await page.getByRole("combobox").fill("disagree");
    const abroad = page.locator(".search-others li").first();
    await abroad.waitFor();
    assert.match(await abroad.locator("a").getAttribute("href"), /\/ar\//);
    const words = abroad.locator(".search-context");
    assert.deepEqual([await words.getAttribute("lang"), await words.getAttribute("dir")], ["en", "ltr"]);
  });
});

test("what no page has is answered with guesses that are called so", async () => {
  await visit("en/", {}, async (page) => {
    await open(page, "liqvidaty");
    const status = page.locator(".search-dialog [role=status]");
    await page.waitForFunction(() => !/\d/.test(document.querySelector(".search-dialog [role=status]").textContent));
    assert.match(await status.textContent(), /No page has these words/);
    assert.ok((await options(page).count()) <= 20);
    await page.getByRole("combobox").fill("liquidity");
    await page.waitForFunction(() => /\d/.test(document.querySelector(".search-dialog [role=status]").textContent));
  });
});

test("the page of the search can be linked to", async () => {
  await visit(`ar/search/?q=${encodeURIComponent("محفظتي")}`, {}, async (page) => {
    await page.locator("[data-search-here] [role=option]").first().waitFor();
    assert.equal(await page.getByRole("combobox").inputValue(), "محفظتي");
    await page.getByRole("combobox").fill("السيولة");
    await page.waitForURL(`**/ar/search/?q=${encodeURIComponent("السيولة")}`);
    await page.keyboard.press("Control+k");
    assert.equal(await page.locator("dialog").count(), 0);
  });
});

test("without JavaScript the button leads to an index of all pages and sections", async () => {
  await visit("ar/", { javaScriptEnabled: false }, async (page) => {
    await page.locator(".search-button").click();
    await page.waitForURL("**/ar/search/");
    assert.ok((await page.locator(".shelves a").count()) > 100);
    await page.locator(".shelves ul ul a").first().click();
    await page.waitForURL(/\/ar\/dimensions\/[a-z-]+\/#[a-z-]+$/);
  });
});

test("the modules of the search are fetched at once, and no more than four", async () => {
  await visit("en/", {}, async (page) => {
    // Each module waits until all have been asked for.
    const asked = [];
    let release;
    const all = new Promise((resolve) => (release = resolve));
    await page.route("**/assets/search-*.js", async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      if (asked.length === 4) release();
      await all;
      await route.continue();
    });
    await open(page, "rollup");
    assert.equal(asked.length, 4, asked.join(" "));
  });
});

test("an index that was kept from an older site is fetched anew", async () => {
  await visit("en/", { missingFiles: true }, async (page) => {
    let stale = true;
    const age = (digests) => digests.map((digest) => (Array.isArray(digest) ? age(digest) : "00000000"));
    await page.route("**/assets/search/en.json", async (route) => {
      const answer = await route.fetch();
      const manifest = await answer.json();
      if (stale) for (const [kind, digests] of Object.entries(manifest.files)) manifest.files[kind] = age(digests);
      stale = false;
      await route.fulfill({ json: manifest });
    });
    const missed = page.waitForResponse((response) => response.status() === 404);
    await open(page, "rollup");
    await missed;
  });
});

test("an index that is lost, or of a format that the scripts do not read, is said to be; a link leads to all pages", async () => {
  const later = async (route) => {
    const manifest = await (await route.fetch()).json();
    await route.fulfill({ json: { ...manifest, version: manifest.version + 1 } });
  };
  const lost = (route) => route.fulfill({ status: 200, body: "not json" });
  for (const [answer, warning] of [[later, /format 5, not 4/], [lost, null]]) {
    await visit("en/", {}, async (page) => {
      const warnings = [];
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      await page.route("**/assets/search/**", answer);
      await page.keyboard.press("/");
      const link = page.locator(".search-help a");
      await link.waitFor();
      if (warning) assert.match(warnings.join("\n"), warning);
      await link.click();
      await page.waitForURL("**/en/search/");
    });
  }
});
