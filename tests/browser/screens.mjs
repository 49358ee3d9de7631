// Pictures of one page of each kind of the repository's site, for people to look at: `npm run screens` in this folder. They
// land in screens/, with one sheet of all of them, index.html. `npm run screens -- --readme dimensions/open-source` makes
// only the pictures of the README, of that page, and `npm run screens -- --manual` those of the manual, of sites that it
// begins for them; both in each language and theme.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { languages, launch, onePageOfEachKind, serve } from "./site.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const browser = await launch();

async function picture(address, file, { width, scheme, height = 800, whole = true, awaits, unfolds, framed = false }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  if (!whole) await page.reload(); // a face that came too late for the first view of a page is used in the second
  if (awaits) await page.waitForSelector(awaits);
  if (unfolds) await page.locator(unfolds).evaluate((details) => (details.open = true));
  await page.evaluate(() => scrollTo(0, 0)); // what was added above may have moved it
  if (framed) await page.evaluate(frame);
  await page.screenshot({ path: file, fullPage: whole });
  await context.close();
}

/** In the page: a line around it, since a picture of a page stands in a page of the same colour. */
function frame() {
  const line = document.createElement("div");
  line.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; border: 2px solid var(--rule)";
  document.body.append(line);
}

async function ofTheReadme(site, path) {
  for (const language of languages) {
    for (const [scheme, ending] of [["light", ""], ["dark", ".dark"]]) {
      const file = here(`../../.github/site.${language}${ending}.png`);
      await picture(`${site.address}${language}/${path}/`, file, { width: 1000, height: 760, scheme, whole: false });
    }
  }
}

async function ofTheManual() {
  // A site without the manual has no such file.
  const { fileOf, pictures } = await import("./manual.mjs");
  const folder = mkdtempSync(join(tmpdir(), "muwazana-manual-"));
  try {
    for (const one of pictures) {
      for (const language of languages) {
        const own = join(folder, `${one.name}-${language}`);
        one.write(own, language);
        const site = await serve(own);
        for (const scheme of ["light", "dark"]) {
          const file = here(`../../content/manual/${fileOf(one, language, scheme)}`);
          await picture(site.address + one.path(language), file, { ...one, scheme, whole: false, framed: true });
        }
        site.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ofEachKind(site) {
  mkdirSync(here("screens"), { recursive: true });
  const names = [];
  const pages = await onePageOfEachKind(site.address);
  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"]) {
      for (const path of pages) {
        const name = path.replaceAll("/", "-").replace(/-$/, "") || "gate";
        const file = `${name}-${width}-${scheme}.png`;
        await picture(site.address + path, here(`screens/${file}`), { width, scheme });
        names.push(file);
      }
    }
  }
  const figures = names.map((name) => `<figure><img src="${name}" loading="lazy"><figcaption>${name}</figcaption></figure>`);
  const style = "body{display:flex;flex-wrap:wrap;gap:1rem;align-items:start;background:#777}figure{margin:0}img{max-width:30rem}";
  writeFileSync(here("screens/index.html"), `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join("\n")}`);
}

/** Takes pictures of the site of this repository. */
async function ofThisSite(take) {
  const site = await serve();
  try {
    await take(site);
  } finally {
    site.stop();
  }
}

const [option, path] = process.argv.slice(2);
try {
  if (option === "--manual") await ofTheManual();
  else if (option === "--readme") await ofThisSite((site) => ofTheReadme(site, path));
  else await ofThisSite(ofEachKind);
} finally {
  await browser.close();
}
