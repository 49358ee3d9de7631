// Pictures of the key pages for people to look at: `npm run screens` in this folder. They land in screens/, with one
// sheet of all of them, index.html; `npm run screens -- --readme` makes only the two pictures of the README.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kinds, languages, launch, serve, shared } from "./site.mjs";

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
  if (process.argv.includes("--readme")) {
    for (const language of languages) {
      const file = here(`../../.github/site.${language}.png`);
      await picture(`${language}/dimensions/open-source/`, file, { width: 1000, height: 760, scheme: "light", whole: false });
    }
  } else {
    mkdirSync(here("screens"), { recursive: true });
    const names = [];
    for (const width of [360, 1280]) {
      for (const scheme of ["light", "dark"]) {
        const pages = languages.flatMap((language) => Object.entries(kinds(language)).map(([kind, path]) => [`${language}-${kind}`, path]));
        for (const [name, path] of [...pages, ...Object.entries(shared)]) {
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
