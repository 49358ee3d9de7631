// Sites that somebody makes with nothing but the program, from an empty folder or from what they have: they check without a
// fault, nothing is wrong with them for anybody who cannot see or has a narrow screen, the search finds their pages, the
// interface speaks the language of the page, and nothing is on a page that its site has no use for.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { binary, onePageOfEachKind, open, root } from "./site.mjs";
import { vitepress } from "./vitepress.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const made = mkdtempSync(join(tmpdir(), "muwazana-begun-"));
after(() => rmSync(made, { recursive: true, force: true }));

const program = (...args) => execFileSync(binary, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const begin = (name, ...args) => {
  program("init", join(made, name), "--quiet", ...args);
  return join(made, name);
};

const databases = "postgres=פוסטגרס|PostgreSQL,mysql=מייסקיול|MySQL,sqlite=סקולייט|SQLite";
const rivers = [
  "nile=النيل|Nile|Nil|نیل",
  "danube=الدانوب|Danube|Donau|ڈینیوب",
  "indus=السند|Indus|Indus|سندھ",
  "amazon=الأمازون|Amazon|Amazonas|ایمیزون",
  "congo=الكونغو|Congo|Kongo|کانگو",
].join();

/** A tree of another generator, imported; headings that correspond get the same names, as the manual says. */
const moved = () => {
  const folder = join(made, "reedbed");
  program("import", vitepress(join(made, "old"), 100), "--from", "vitepress", "--root", folder, "--quiet");
  program("ids", "--write", "--root", folder, "--quiet");
  return folder;
};

const comparison = { absent: [] };
/** Nothing is compared there. */
const documentation = {
  absent: ["matrix", "balance", "evidence", "dimensions", "parallel", "charts"],
  furniture: ".stances, .stance, .axis, .track, .mark, .balance, .facets",
};
/** There is nothing to choose. */
const handbook = {
  absent: [...documentation.absent, "tr", "en"],
  furniture: `${documentation.furniture}, .languages, link[hreflang]`,
};
const sites = [
  ["coffee and tea in French and Persian", comparison, () => begin("cups", "--languages", "fr,fa", "--subjects", "coffee,tea")],
  ["three databases in Hebrew and English", comparison, () => begin("databases", "--languages", "he,en", "--subjects", databases)],
  ["five rivers in four languages", comparison, () => begin("rivers", "--languages", "ar,en,de,ur", "--subjects", rivers)],
  ["a handbook in one language", handbook, () => begin("handbook", "--kind", "documentation", "--languages", "tr")],
  ["documentation of a hundred pages that comes from VitePress", documentation, moved],
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

/** What is wrong with a page in the window and theme that it has now. */
const objections = async (page, only) => {
  const { violations } = await page.evaluate((only) => axe.run({ runOnly: only }), only);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
};

for (const [name, { absent, furniture }, make] of sites) {
  test(name, async () => {
    const folder = make();
    program("check", "--strict", "--root", folder);
    const settings = readFileSync(join(folder, "site.toml"), "utf8");
    const tags = [...settings.matchAll(/^tag = "([^"]+)"/gm)].map(([, tag]) => tag);
    const atRoot = settings.match(/^root = "([^"]+)"/m)?.[1];
    const reader = await open(folder);
    try {
      const paths = await onePageOfEachKind(reader.address);
      assert.ok(paths.length > 3 && paths.length < 60, `${paths}`);
      for (const path of absent.flatMap((part) => [part, ...tags.map((tag) => `${tag}/${part}`)])) {
        assert.equal((await fetch(`${reader.address}${path}/`)).status, 404, path);
      }
      for (const path of paths) {
        // Pages in the languages of one direction differ in their words alone.
        const language = tags.find((tag) => path.startsWith(`${tag}/`)) ?? atRoot ?? tags[0];
        const isRtl = (tag) => /^(ar|fa|he|ur)$/.test(tag);
        const isFirst = language === tags[0];
        const isLooked = language === tags.find((tag) => isRtl(tag) === isRtl(language));
        await reader.visit(path, { viewport: { width: 320, height: 740 }, colorScheme: "light" }, async (page) => {
          const spoke = await page.evaluate(() => document.documentElement.lang);
          const known = all.get(spoke);
          assert.ok(known?.size > 40, spoke);
          const said = await page.evaluate(spoken);
          assert.deepEqual(said.filter((words) => !known.has(words)), [], `/${path} speaks ${spoke}`);
          if (furniture) {
            const needless = await page.evaluate((furniture) => [...document.querySelectorAll(furniture)].map((one) => one.outerHTML), furniture);
            assert.deepEqual(needless, [], `/${path}`);
          }
          // What is far from the window is laid out only when it comes near; here all of it is looked at.
          await page.evaluate(() => document.documentElement.removeAttribute("data-visit"));
          if (isLooked) await page.evaluate(axe);
          for (const [width, colorScheme, otherScheme] of [[320], [360, "light", "dark"], [768], [1280, "dark", "light"]]) {
            await page.setViewportSize({ width, height: 740 });
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= width, `/${path} is ${wide} px wide of ${width}`);
            if (!colorScheme || !isLooked) continue;
            await page.emulateMedia({ colorScheme });
            assert.deepEqual(await objections(page, wcag), [], `/${path} at ${width} px`);
            if (!isFirst) continue;
            // The themes differ in colours alone.
            await page.emulateMedia({ colorScheme: otherScheme });
            assert.deepEqual(await objections(page, ["color-contrast"]), [], `/${path} at ${width} px in the other theme`);
          }
        });
      }
      for (const tag of tags) await findsItsPages(reader, tag === atRoot ? "" : `${tag}/`, tags, paths);
    } finally {
      await reader.close();
    }
  });
}

/** Asks the search of a language, which has a folder or none, for the titles of its pages; of many for some of them. */
async function findsItsPages(reader, folder, tags, paths) {
  const sitemap = await (await fetch(`${reader.address}sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname.slice(1));
  const isOwn = (path) => (folder ? path.startsWith(folder) : !tags.some((tag) => path.startsWith(`${tag}/`)));
  // A chart is found by the page that shows it.
  const own = pages.filter((path) => isOwn(path) && !/^(search|charts)\//.test(path.slice(folder.length)));
  assert.ok(own.length > 2, `${folder}: ${pages}`);
  const some = own.filter((path, at) => own.length < 20 || at % 10 === 0 || paths.includes(path));
  const titles = await Promise.all(some.map(async (path) => {
    const html = await (await fetch(reader.address + path)).text();
    return [path, html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, "").trim() ?? ""];
  }));
  await reader.visit(`${folder}search/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const field = page.locator("[data-search-here] input, input[type=search]").first();
    for (const [path, title] of titles.filter(([, title]) => title)) {
      await field.fill(title);
      const found = page.locator(`[role=option] a[href^="/${path}"], a[role=option][href^="/${path}"]`).first();
      await found.waitFor({ timeout: 5000 }).catch(() => assert.fail(`the search does not find \`${title}\`, /${path}`));
    }
  });
}
