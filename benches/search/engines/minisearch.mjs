// MiniSearch as it comes, which VitePress ships: prefixes and one typing error in five letters, as VitePress sets it.

import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";

export async function open({ pages }) {
  const start = performance.now();
  const engine = new MiniSearch({ fields: ["text"], searchOptions: { fuzzy: 0.2, prefix: true } });
  engine.addAll(pages.map((text, id) => ({ id, text })));
  const seconds = (performance.now() - start) / 1000;
  return {
    search: async (text) => engine.search(text).map(({ id }) => id),
    async cost() {
      const index = gzipSync(JSON.stringify(engine)).length;
      return { query: index, index, seconds };
    },
  };
}
