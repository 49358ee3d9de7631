// Sites that somebody makes with nothing but the program, from an empty folder: they check without a fault, nothing is wrong
// with them for anybody who cannot see or has a narrow screen, the search finds their pages, and the interface speaks the
// language of the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { binary, onePageOfEachKind, open, root } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const made = mkdtempSync(join(tmpdir(), "muwazana-begun-"));
after(() => rmSync(made, { recursive: true, force: true }));

const program = (...args) => execFileSync(binary, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const begin = (name, ...args) => {
  program("init", join(made, name), "--quiet", ...args);
  return join(made, name);
};

const subjects = "postgres=פוסטגרס|PostgreSQL,mysql=מייסקיול|MySQL,sqlite=סקולייט|SQLite";
const sites = [
  ["coffee and tea in French and Persian", () => begin("cups", "--languages", "fr,fa", "--subjects", "coffee,tea")],
  ["three databases in Hebrew and English", () => begin("databases", "--languages", "he,en", "--subjects", subjects)],
];

/** What the messages of a language say, but for those with numbers and names in them; of several forms each. */
const messages = (tag) => {
  const lines = readFileSync(join(root, `templates/i18n/${tag}.ftl`), "utf8").split("\n");
  const texts = lines.map((line) => line.match(/^(?:[a-z_]+ =|\s+\*?\[\w+\]) ([^{]+)$/)?.[1].trim());
  return new Set(texts.filter(Boolean));
};
const all = new Map(readdirSync(join(root, "templates/i18n")).map((file) => file.replace(".ftl", "")).map((tag) => [tag, messages(tag)]));

/** In the page: what elements of the interface say, which no author has written. */
const spoken = () => {
  const words = (selector, of) => [...document.querySelectorAll(selector)].map(of);
  const text = (element) => element.textContent.trim();
  const label = (element) => element.getAttribute("aria-label");
  return [
    ...words(".skip, .search-button, .menu-button, .tree-button, .contents summary, .tools summary, .neighbours span", text),
    ...words(".site-nav, .languages, .contents, .neighbours, .anchor, .stances, .tree", label),
    ...words(".prose", (element) => element.dataset.copy ?? null),
    ...words(".theme", (element) => element.dataset.names.split("|")).flat(),
  ].filter((said) => said?.trim());
};

for (const [name, make] of sites) {
  test(name, async () => {
    const folder = make();
    program("check", "--strict", "--root", folder);
    const settings = readFileSync(join(folder, "site.toml"), "utf8");
    const tags = [...settings.matchAll(/^tag = "([^"]+)"/gm)].map(([, tag]) => tag);
    const reader = await open(folder);
    try {
      const paths = await onePageOfEachKind(reader.address);
      assert.ok(paths.length > 3, `${paths}`);
      for (const path of paths) {
        for (const [n, viewport] of [{ width: 360, height: 740 }, { width: 1280, height: 900 }].entries()) {
          await reader.visit(path, { viewport, colorScheme: n ? "dark" : "light" }, async (page) => {
            const objections = async (only) => {
              const { violations } = await page.evaluate((only) => axe.run({ runOnly: only }), only);
              return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
            };
            await page.evaluate(axe);
            assert.deepEqual(await objections(wcag), [], `/${path} at ${viewport.width} px`);
            // The themes differ in colours alone, and the pages of a site's other languages in their words.
            if (!tags.slice(1).some((tag) => path.startsWith(`${tag}/`))) {
              await page.emulateMedia({ colorScheme: n ? "light" : "dark" });
              assert.deepEqual(await objections(["color-contrast"]), [], `/${path} at ${viewport.width} px in the other theme`);
            }
            for (const width of n ? [1280, 768] : [320, 360]) {
              await page.setViewportSize({ width, height: 700 });
              const wide = await page.evaluate(() => document.documentElement.scrollWidth);
              assert.ok(wide <= width, `/${path} is ${wide} px wide of ${width}`);
            }
            const language = await page.evaluate(() => document.documentElement.lang);
            const known = all.get(language);
            assert.ok(known?.size > 40, language);
            const said = await page.evaluate(spoken);
            assert.deepEqual(said.filter((words) => !known.has(words)), [], `/${path} speaks ${language}`);
          });
        }
      }
      await findsEach(reader, tags);
    } finally {
      await reader.close();
    }
  });
}

/** Asks the search of each language for the words of the titles of its pages. */
async function findsEach(reader, tags) {
  const sitemap = await (await fetch(`${reader.address}sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname.slice(1));
  for (const tag of tags) {
    // A chart is found by the page that shows it.
    const own = pages.filter((path) => path.startsWith(`${tag}/`) && !/^[^/]+\/(search|charts)\//.test(path));
    assert.ok(own.length > 4, `${tag}: ${pages}`);
    const titles = await Promise.all(own.map(async (path) => {
      const html = await (await fetch(reader.address + path)).text();
      return [path, html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, "").trim() ?? ""];
    }));
    await reader.visit(`${tag}/search/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const field = page.locator("[data-search-here] input, input[type=search]").first();
      for (const [path, title] of titles.filter(([, title]) => title)) {
        await field.fill(title);
        const found = page.locator(`[role=option] a[href^="/${path}"], a[role=option][href^="/${path}"]`).first();
        await found.waitFor({ timeout: 5000 }).catch(() => assert.fail(`the search does not find \`${title}\`, /${path}`));
      }
    });
  }
}
