// What is kept of a chart: its page, the document that other sites show in a frame, and its pictures that stand alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fixture, open } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const golden = (name) => fileURLToPath(new URL(`../golden/${name}/in`, import.meta.url));
const readers = [];
let pages; // of every chart of every site: the reader, and the path

before(async () => {
  for (const folder of [golden("chart-pages"), golden("charts"), fixture]) readers.push(await open(folder));
  pages = [];
  for (const reader of readers) {
    const base = new URL(reader.address).pathname;
    const sitemap = await (await fetch(`${reader.address}sitemap.xml`)).text();
    const found = [...sitemap.matchAll(/<loc>([^<]+\/charts\/[^<]+)<\/loc>/g)].map(([, url]) => decodeURI(new URL(url).pathname).slice(base.length));
    assert.ok(found.length > 1, `no charts in ${reader.address}`);
    pages.push(...found.map((path) => [reader, path]));
  }
});

after(async () => {
  for (const reader of readers) await reader.close();
});

const files = (path) => ["svg", "png"].map((ending) => `${path}${path.split("/").at(-2)}.${ending}`);

test("the page of a chart can be read on any screen, without a script, and axe finds nothing to object to", async () => {
  for (const [reader, path] of pages) {
    for (const [width, colorScheme] of [[320, "light"], [1280, "dark"]]) {
      await reader.visit(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${path} at ${width}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], path);
      });
    }
    await reader.visit(path, { javaScriptEnabled: false }, async (page) => {
      for (const url of await page.locator("a[download]").evaluateAll((links) => links.map((link) => link.href))) {
        assert.equal((await fetch(url)).status, 200, url);
      }
      const shown = await page.locator("main").innerText();
      assert.match(shown, /<iframe src=/);
      assert.match(shown, /<img src=/);
      assert.match(shown, /@online\{/);
    });
  }
});

test("a click on what is to be copied takes all of it and nothing else", async () => {
  const [reader, path] = pages[0];
  await reader.visit(path, {}, async (page) => {
    for (const code of await page.locator(".take").all()) {
      await code.click();
      assert.equal(await page.evaluate(() => getSelection().toString().trim()), (await code.innerText()).trim());
    }
  });
});

test("the frame of a chart shows all of it on another site, at any width, and nothing moves", async () => {
  const documents = new Map();
  for (const [reader, path] of pages) {
    const text = await (await fetch(reader.address + path)).text();
    const code = text.match(/&lt;iframe.*?&lt;\/iframe&gt;/)[0].replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
    const height = Number(code.match(/height="(\d+)"/)[1]);
    // The addresses in it are those of the published site.
    const frame = code.replace(/src="[^"]+"/, `src="${reader.address}${encodeURI(path)}embed.html"`);
    documents.set(path, [reader, `<!doctype html><title>x</title><body style="margin:0">${frame}<p id="below">x</p>`, height]);
  }
  const other = createServer((request, response) => {
    const shown = documents.get(decodeURI(request.url.slice(1)));
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(shown ? shown[1] : "");
  });
  await new Promise((listens) => other.listen(0, "127.0.0.1", listens));
  try {
    for (const [path, [reader, , height]] of documents) {
      for (const width of [320, 500, 1000]) {
        const page = await reader.browser.newPage({ viewport: { width, height: 2000 } });
        const wrong = [];
        page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && wrong.push(message.text()));
        await page.goto(`http://127.0.0.1:${other.address().port}/${encodeURI(path)}`, { waitUntil: "load" });
        const below = await page.locator("#below").evaluate((element) => element.getBoundingClientRect().top);
        assert.ok(Math.abs(below - height - 20) < 12, `${path}: ${below} and ${height}`);
        await page.locator("iframe").scrollIntoViewIfNeeded();
        const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
        await frame.waitForSelector(".chart svg[role=img]");
        const size = await frame.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight, document.scripts.length]);
        // What is served has a script that follows edits; the published document has none.
        assert.ok(size[0] <= 0 && size[1] <= 0, `${path} at ${width}: ${size}`);
        assert.equal(await page.locator("#below").evaluate((element) => element.getBoundingClientRect().top), below, path);
        assert.deepEqual(wrong, [], path);
        await page.close();
      }
    }
  } finally {
    other.close();
  }
});

test("the pictures of a chart stand alone: whole, in both themes, with nothing over anything", async () => {
  for (const [reader, path] of pages) {
    const [svg, png] = files(path);
    const papers = [];
    for (const colorScheme of ["light", "dark"]) {
      const page = await reader.browser.newPage({ colorScheme, viewport: { width: 800, height: 600 } });
      await page.goto(reader.address + encodeURI(svg));
      const seen = await page.evaluate(() => {
        const root = document.documentElement;
        const frame = root.getBoundingClientRect();
        const texts = [...root.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
        const wrong = texts.filter(([, box]) => box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom).map(([words]) => `${words} leaves the picture`);
        texts.forEach(([words, box], at) => {
          for (const [others, other] of texts.slice(at + 1)) {
            const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
            if (across > 1 && down > 0.5 * Math.min(box.height, other.height)) wrong.push(`${words} lies on ${others}`);
          }
        });
        const paper = getComputedStyle(root.querySelector(".p")).fill;
        return { wrong, paper, name: root.localName, said: root.textContent.length, scripts: root.querySelectorAll("script,foreignObject,image,use").length };
      });
      assert.deepEqual([seen.wrong, seen.name, seen.scripts], [[], "svg", 0], svg);
      papers.push(seen.paper);
      await page.close();
    }
    assert.notEqual(papers[0], papers[1], svg);
    const page = await reader.browser.newPage();
    await page.goto(reader.address + encodeURI(path));
    const sizes = await page.evaluate(
      (urls) => Promise.all(urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      })),
      [reader.address + encodeURI(svg), reader.address + encodeURI(png)],
    );
    assert.deepEqual(sizes[1], sizes[0].map((length) => length * 2), svg);
    await page.close();
  }
});
