// Search finds in languages of which it knows no more than endings. This needs no browser: the index is read from the
// files that a build writes, by the scripts that it writes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { binary } from "./site.mjs";

const read = (path) => readFileSync(new URL(`../../tests/search/languages/${path}`, import.meta.url), "utf8");
const languages = ["de", "en", "fa", "fr", "he", "tr"];
const folder = mkdtempSync(join(tmpdir(), "muwazana-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function build() {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const names = languages.map((tag) => `${tag} = "…"`).join(", ");
  const subject = (id) => `[[subjects]]\nid = "${id}"\nname = { ${names} }\naccent = "#7a2419"\n`;
  const language = (tag) => `[[languages]]\ntag = "${tag}"\nname = "${tag}"\n`;
  write("site.toml", `base_url = "https://example.org/"\n${languages.map(language).join("")}${subject("one")}${subject("two")}`);
  for (const tag of languages) {
    for (const path of ["", "pages/"]) write(`content/${path}${tag}.md`, `+++\ntitle = "${tag}"\nsummary = "Words."\n+++\n`);
  }
  for (const [, id, tag, title, body] of read("pages.txt").matchAll(/^== (\S+) \| (\S+) \| (.*)\n((?:(?!== ).*\n)*)/gm)) {
    write(`content/pages/${id}/${tag}.md`, `+++\ntitle = "${title}"\nsummary = "Words."\n+++\n${body}`);
  }
  execFileSync(binary, ["build", "--quiet", "--root", folder, "--out", join(folder, "public")], { stdio: ["ignore", "ignore", "pipe"] });
}

test("each language finds its words by what is left of them", async () => {
  build();
  const assets = join(folder, "public/assets");
  writeFileSync(join(assets, "package.json"), '{"type":"module"}');
  const script = (name) => import(pathToFileURL(join(assets, readdirSync(assets).find((file) => file.startsWith(`search-${name}.`)))));
  const { SearchIndex } = await script("index");
  const { search } = await script("rank");
  const get = async (name) => JSON.parse(readFileSync(join(assets, "search", name), "utf8"));
  const queries = read("queries.tsv").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  const wrong = [];
  for (const tag of languages) {
    const index = new SearchIndex(await get(`${tag}.json`), get);
    const own = queries.filter(([language]) => language === tag);
    assert.ok(own.length > 4, tag);
    for (const [, query, expected] of own) {
      const { results, guessed } = await search(index, query);
      const { url } = results.length ? await index.record(results[0].page) : { url: "nothing" };
      if (guessed || !url.endsWith(`/pages/${expected}/`)) wrong.push(`${tag} ${query}: ${url}${guessed ? ", guessed" : ""}`);
    }
  }
  assert.deepEqual(wrong, []);
});
