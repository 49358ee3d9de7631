// Pictures of one page of each kind of the repository's site, for people to look at: `npm run screens` in this folder. They
// land in screens/, with one sheet of all of them, index.html. `npm run screens -- --readme dimensions/open-source` makes
// only the pictures of the README, of that page, in both themes.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { languages, launch, onePageOfEachKind, serve } from "./site.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const site = await serve();
const browser = await launch();

async function picture(path, file, { width, scheme, height = 800, whole = true }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(site.address + path);
  await page.screenshot({ path: file, fullPage: whole });
  await context.close();
}

try {
  const readme = process.argv.indexOf("--readme");
  if (readme > 0) {
    for (const language of languages) {
      for (const [scheme, ending] of [["light", ""], ["dark", ".dark"]]) {
        const file = here(`../../.github/site.${language}${ending}.png`);
        await picture(`${language}/${process.argv[readme + 1]}/`, file, { width: 1000, height: 760, scheme, whole: false });
      }
    }
  } else {
    mkdirSync(here("screens"), { recursive: true });
    const names = [];
    const pages = await onePageOfEachKind(site.address);
    for (const width of [360, 1280]) {
      for (const scheme of ["light", "dark"]) {
        for (const path of pages) {
          const name = path.replaceAll("/", "-").replace(/-$/, "") || "gate";
          const file = `${name}-${width}-${scheme}.png`;
          await picture(path, here(`screens/${file}`), { width, scheme });
          names.push(file);
        }
      }
    }
    const figures = names.map((name) => `<figure><img src="${name}" loading="lazy"><figcaption>${name}</figcaption></figure>`);
    const style = "body{display:flex;flex-wrap:wrap;gap:1rem;align-items:start;background:#777}figure{margin:0}img{max-width:30rem}";
    writeFileSync(here("screens/index.html"), `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join("\n")}`);
  }
} finally {
  await browser.close();
  site.stop();
}
