// The Content-Security-Policy of the pages: all of them work under it, and what is not the site's own does not run, is not
// shown and is not asked for.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { languages, onePageOfEachKind, open } from "./site.mjs";

let reader;

before(async () => (reader = await open()));
after(() => reader?.close());

const desk = { viewport: { width: 1280, height: 900 } };

/**
 * A visit to a page in which whatever its policy stops is written to `window.stopped`.
 * @param {string} path
 * @param {(page: any) => Promise<void>} look
 * @param {(page: any) => Promise<void>} [prepare] is called before the page is asked for
 */
async function visit(path, look, prepare = async () => {}) {
  const context = await reader.browser.newContext(desk);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.stopped = [];
      addEventListener("securitypolicyviolation", (event) => window.stopped.push(`${event.effectiveDirective} ${event.blockedURI}`));
    });
    await prepare(page);
    await page.goto(reader.address + path, { waitUntil: "networkidle" });
    await look(page);
  } finally {
    await context.close();
  }
}

const stopped = (page) => page.evaluate(() => window.stopped);

const policyOf = (page) => page.evaluate(() => document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "");

test("every kind of page works under its policy", async () => {
  for (const path of await onePageOfEachKind(reader.address)) {
    await visit(path, async (page) => {
      assert.match(await policyOf(page), /^default-src 'none';/, path);
      const inks = await page.evaluate(() => [...document.querySelectorAll(".s2")].map((element) => getComputedStyle(element).getPropertyValue("--own")));
      assert.ok(inks.every((ink) => /^#[\da-f]{6}$/.test(ink)), `${path}: ${inks}`);
      if (await page.locator(".theme").count()) {
        await page.click(".theme");
        await page.keyboard.press("/");
        await page.locator(".search-panel .search-help a").first().waitFor();
      }
      assert.deepEqual(await stopped(page), [], path);
    });
  }
});

test("what stands beside the text and in charts is placed under the policy", async () => {
  for (const language of languages) {
    await visit(`${language}/dimensions/cost/`, async (page) => {
      await page.locator(".side").first().waitFor();
      const side = await page.evaluate(() => document.querySelector(".side").style.insetBlockStart);
      assert.match(side, /px$/);
      assert.ok(await page.locator(".chart > div > [role]").count());
      const fits = await page.evaluate(() => {
        const widths = [...document.querySelectorAll(".chart > div")].map((plot) => {
          const inside = [...plot.children].reduce((sum, part) => sum + part.getBoundingClientRect().width, 0);
          return Math.abs(plot.getBoundingClientRect().width - inside) < 1;
        });
        return widths.length > 0 && widths.every(Boolean);
      });
      assert.ok(fits);
      assert.deepEqual(await stopped(page), []);
    });
  }
});

test("a redirect leads on, and the gate sends a reader back to the chosen language", async () => {
  const folder = await mkdtemp(join(tmpdir(), "policy-"));
  const subject = (id) => `[[subjects]]\nid = "${id}"\nname = { ar = "${id}", en = "${id}" }\naccent = "#a3312b"\n`;
  const language = (tag) => `[[languages]]\ntag = "${tag}"\nname = "${tag}"\n`;
  await mkdir(join(folder, "content/about"), { recursive: true });
  await writeFile(join(folder, "site.toml"), `base_url = "https://example.org/"\n${["ar", "en"].map(language).join("")}${["one", "two"].map(subject).join("")}`);
  for (const tag of ["ar", "en"]) {
    await writeFile(join(folder, `content/${tag}.md`), '+++\ntitle = "Home"\nsummary = "s"\n+++\n');
    await writeFile(join(folder, `content/about/${tag}.md`), '+++\ntitle = "About"\nsummary = "s"\nredirects = ["old"]\n+++\n');
  }
  const own = await open(folder);
  try {
    await own.visit("en/old/", desk, async (page) => {
      await page.waitForURL(`${own.address}en/about/`);
      await page.evaluate(() => (localStorage["muwazana-language"] = "ar"));
      await page.goto(own.address);
      await page.waitForURL(`${own.address}ar/`);
    });
  } finally {
    await own.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("what is not the site's own does not run, is not shown and is not asked for", async () => {
  const asked = [];
  const other = createServer((request, response) => {
    asked.push(request.url);
    response.end("window.ran = 'elsewhere'");
  });
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const elsewhere = `http://127.0.0.1:${other.address().port}`;
  const injected = `<script>window.ran = "script"</script><img src="/missing" onerror="window.ran = 'handler'">
    <script src="${elsewhere}/x.js"></script><script src="data:text/javascript,window.ran='data'"></script>
    <img src="${elsewhere}/x.png"><iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
    <object data="${elsewhere}/x"></object><base href="${elsewhere}/"><style>h1 { color: red !important }</style>
    <p id="styled" style="color: red">x</p><svg><script>window.ran = "svg"</script></svg>
    <a id="go" href="javascript:window.ran='address'">x</a><form id="form" action="${elsewhere}/form"></form>`;
  const inject = (page) =>
    page.route(`${reader.address}en/`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<main id="?main"?>/, (start) => start + injected);
      assert.ok(body.includes(injected));
      await route.fulfill({ response, body });
    });
  await visit("en/", async (page) => {
    await page.evaluate(() => document.getElementById("go").click());
    await page.evaluate(() => document.getElementById("form").submit());
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.evaluate(() => document.baseURI), `${reader.address}en/`);
    const isRed = () => [...document.querySelectorAll("h1, #styled")].some((element) => getComputedStyle(element).color === "rgb(255, 0, 0)");
    assert.equal(await page.evaluate(isRed), false);
    const all = ["base-uri", "form-action", "img-src", "object-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"];
    const directives = new Set((await stopped(page)).map((line) => line.split(" ")[0]));
    assert.deepEqual([...directives].filter((directive) => all.includes(directive)).sort(), all);
  }, inject);
  assert.deepEqual(asked, []);
  other.close();
});
