// lunr with the stemmers of lunr-languages, which MkDocs and Docusaurus plugins ship. A question is a query of its words.

import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const LANGUAGES = ["ar", "de", "es", "fr", "he", "it", "nl", "pt", "ru", "tr"];
/** The parts of lunr-languages that have been read: each may be so once. */
const read = new Set();

export async function open({ language, pages }) {
  const lunr = require("lunr");
  if (language !== "en") {
    if (!LANGUAGES.includes(language)) return undefined;
    for (const part of ["lunr.stemmer.support", `lunr.${language}`].filter((part) => !read.has(part))) {
      require(`lunr-languages/${part}`)(lunr);
      read.add(part);
    }
  }
  const start = performance.now();
  const engine = lunr(function () {
    if (language !== "en") this.use(lunr[language]);
    this.ref("id");
    this.field("text");
    for (const [id, text] of pages.entries()) this.add({ id, text });
  });
  const seconds = (performance.now() - start) / 1000;
  const search = (text) => engine.query((query) => query.term(lunr.tokenizer(text.replace(/[؟،؛?,;.:!]/gu, " ")), {}));
  return {
    search: async (text) => search(text).map(({ ref }) => Number(ref)),
    async cost() {
      const index = gzipSync(JSON.stringify(engine)).length;
      return { query: index, index, seconds };
    },
  };
}
