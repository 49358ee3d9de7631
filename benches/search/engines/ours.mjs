// The search of a site that the program builds of the pages, with the scripts and the index that it publishes.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** How many questions are asked of an index of which nothing has been fetched, to learn what one costs. */
const FIRST_QUERIES = 40;

export async function open({ language, pages }) {
  const folder = mkdtempSync(join(tmpdir(), "muwazana-search-"));
  const site = join(folder, "site");
  writeSite(site, language, pages);
  const seconds = Math.max(0, build(site, join(folder, "public"), true) - build(site, join(folder, "without"), false));
  const index = await openIndex(join(folder, "public"), language);
  return {
    search: index.search,
    async cost(questions) {
      const queries = [];
      for (const { text } of questions.slice(0, FIRST_QUERIES)) {
        const { search, fetched } = await openIndex(join(folder, "public"), language);
        await search(text, 7);
        queries.push(fetched.bytes);
      }
      queries.sort((a, b) => a - b);
      return { query: queries[queries.length >> 1], index: index.size, seconds };
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/**
 * The index of a language of a site that was built into a folder. `search` gives the numbers of the pages `pages/pNNNNN`,
 * or with `shown` fetches what is shown of so many results; `fetched.bytes` says what has been fetched, compressed.
 */
export async function openIndex(folder, language) {
  const assets = join(folder, "assets");
  writeFileSync(join(assets, "package.json"), '{"type":"module"}');
  const name = (part) => readdirSync(assets).find((file) => file.startsWith(`search${part}.`) && file.endsWith(".js"));
  const scripts = ["", "-analysis", "-guess", "-index", "-rank"].map(name);
  const size = (file) => gzipSync(readFileSync(file)).length;
  const fetched = { bytes: scripts.reduce((sum, file) => sum + size(join(assets, file)), 0) };
  const get = (file) => {
    const path = join(assets, "search", file);
    fetched.bytes += size(path);
    return JSON.parse(readFileSync(path, "utf8"));
  };
  const { SearchIndex } = await import(pathToFileURL(join(assets, name("-index"))));
  const { search } = await import(pathToFileURL(join(assets, name("-rank"))));
  const index = new SearchIndex(get(`${language}.json`), async (file) => get(file));
  const files = readdirSync(join(assets, "search")).filter((file) => file.startsWith(`${language}-`) || file === `${language}.json`);
  const numbers = new Map();
  return {
    index,
    fetched,
    size: files.reduce((sum, file) => sum + size(join(assets, "search", file)), 0),
    async search(text, shown = 0) {
      const { results } = await search(index, text);
      const found = [];
      for (const [rank, { page, slots }] of results.entries()) {
        if (rank >= Math.max(10, shown)) break;
        if (!numbers.has(page)) numbers.set(page, Number((await index.record(page)).url.match(/\/p(\d+)\//)?.[1] ?? -1));
        found.push(numbers.get(page));
        if (rank < shown) for (const slot of slots.slice(0, 3)) await (await index.record(page)).sections[slot].text();
      }
      return found;
    },
  };
}

/** A site of a language whose pages have these texts, and titles that say nothing. */
function writeSite(site, language, pages) {
  const write = (path, text) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  const about = '+++\ntitle = "…"\nsummary = "…"\n+++\n';
  const subject = (id) => `[[subjects]]\nid = "${id}"\nname = { ${language} = "…" }\naccent = "#7a2419"\n`;
  // What the interface says plays no part.
  write("site.toml", `base_url = "https://example.org/"\n[[languages]]\ntag = "${language}"\nname = "…"\ninterface = "en"\n${subject("one")}${subject("two")}`);
  write(`content/${language}.md`, about);
  write(`content/pages/${language}.md`, about);
  for (const [number, text] of pages.entries()) {
    const escaped = text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
    write(`content/pages/p${String(number).padStart(5, "0")}/${language}.md`, `${about}\n${escaped}\n`);
  }
}

/** Builds a site; gives the seconds of processor time. */
function build(site, out, search) {
  const binary = [join(target, "release/muwazana"), join(target, "debug/muwazana")].find(existsSync);
  if (!binary) throw new Error("build the program first: cargo build --release");
  const settings = readFileSync(join(site, "site.toml"), "utf8");
  writeFileSync(join(site, "site.toml"), `${settings}[output]\nsearch = ${search}\n`);
  rmSync(join(site, ".muwazana"), { recursive: true, force: true });
  const before = cpu();
  execFileSync(binary, ["build", "--quiet", "--root", site, "--out", out], { stdio: ["ignore", "ignore", "pipe"] });
  const seconds = cpu() - before;
  writeFileSync(join(site, "site.toml"), settings);
  return seconds;
}

/** Seconds of processor time of all processes that this one has started and that have ended. */
function cpu() {
  const [user, system] = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ").slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}
