// Orama with its own stemmer for the language, where there is one.

import { create, insertMultiple, save, search } from "@orama/orama";
import { gzipSync } from "node:zlib";

const NAMES = { ar: "arabic", en: "english", de: "german", fr: "french", tr: "turkish", es: "spanish", it: "italian", ru: "russian", nl: "dutch", pt: "portuguese" };

export async function open({ language, pages }) {
  const name = NAMES[language];
  if (!name) return undefined;
  const { stemmer } = await import(`@orama/stemmers/${name}`);
  const start = performance.now();
  const engine = create({ schema: { text: "string" }, components: { tokenizer: { language: name, stemming: true, stemmer } } });
  await insertMultiple(engine, pages.map((text, id) => ({ id: String(id), text })));
  const seconds = (performance.now() - start) / 1000;
  return {
    async search(text) {
      const { hits } = await search(engine, { term: text, limit: 10, threshold: 1 });
      return hits.map(({ id }) => Number(id));
    },
    async cost() {
      const index = gzipSync(JSON.stringify(save(engine))).length;
      return { query: index, index, seconds };
    },
  };
}
