// Every picture of the manual is made by `npm run screens -- --manual`, and every one that it makes is shown, in each language
// and both themes. No browser is needed to ask that.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chapter, fileOf, pictures } from "./manual.mjs";
import { languages, root } from "./site.mjs";

const manual = join(root, "content/manual");
const kinds = /\.(apng|avif|gif|jpe?g|png|webp)$/;
const there = readdirSync(manual, { recursive: true }).filter((file) => kinds.test(file)).sort();
const made = pictures.flatMap((one) => languages.flatMap((language) => ["light", "dark"].map((scheme) => fileOf(one, language, scheme))));

test("the pictures beside the chapters are those that are made", () => assert.deepEqual(there, made.sort()));

test("each chapter shows its pictures, the dark one where the reader's system is dark, with words and a caption", () => {
  for (const one of pictures) {
    for (const language of languages) {
      const name = (scheme) => fileOf(one, "en", scheme).split("/")[1]; // the program finds the one of the page's language
      const figures = chapter(one.chapter, language).match(/^<figure>\n[^]*?\n<\/figure>$/gm) ?? [];
      const figure = figures.find((text) => text.includes(`<img src="${name("light")}"`));
      assert.ok(figure, `${one.chapter}/${language}.md does not show ${name("light")}`);
      assert.ok(figure.includes(`<source media="(prefers-color-scheme: dark)" srcset="${name("dark")}">`), figure);
      assert.match(figure, /<img [^>]*alt="[^"]{40,}"/);
      assert.match(figure, /<figcaption>[^]{20,}<\/figcaption>/);
    }
  }
});

test("each picture is as large as it says, and small to load", () => {
  for (const one of pictures) {
    for (const file of made.filter((file) => file.startsWith(`${one.chapter}/${one.name}.`))) {
      const bytes = readFileSync(join(manual, file));
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [one.width, one.height], file);
      assert.ok(bytes.length < 80_000, `${file}: ${bytes.length} bytes`);
    }
  }
});
