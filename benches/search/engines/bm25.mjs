// The textbook: BM25 over words that are normalised and stemmed, Arabic by light10 (Larkey, Ballesteros and Connell 2007),
// others by their Snowball stemmers.

import { gzipSync } from "node:zlib";
import snowball from "snowball-stemmers";
import { words } from "../sets.mjs";

const K1 = 1.2;
const B = 0.75;

const NAMES = { en: "english", de: "german", fr: "french", tr: "turkish", es: "spanish", it: "italian", ru: "russian", nl: "dutch", pt: "portuguese" };

export async function open({ language, pages }) {
  const start = performance.now();
  const stem = stemmer(language);
  const texts = pages.map((page) => words(page).map(stem));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const postings = new Map();
  for (const [page, text] of texts.entries()) {
    for (const word of text) {
      let list = postings.get(word);
      if (!list) postings.set(word, (list = new Map()));
      list.set(page, (list.get(page) ?? 0) + 1);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    async search(text) {
      const scores = new Map();
      for (const word of words(text).map(stem)) {
        const list = postings.get(word);
        if (!list) continue;
        const rarity = Math.log(1 + (pages.length - list.size + 0.5) / (list.size + 0.5));
        for (const [page, count] of list) {
          const norm = K1 * (1 - B + (B * texts[page].length) / average);
          scores.set(page, (scores.get(page) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm));
        }
      }
      return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
    },
    async cost() {
      const index = gzipSync(JSON.stringify([...postings].map(([word, list]) => [word, ...list]))).length;
      return { query: index, index, seconds };
    },
  };
}

function stemmer(language) {
  if (language === "ar") return light10;
  const name = NAMES[language];
  if (!name) return (word) => word;
  const { stem } = snowball.newStemmer(name);
  return (word) => stem(word);
}

const PREFIXES = ["وال", "بال", "كال", "فال", "ال", "لل"];
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"];

function light10(word) {
  let stem = word.replace(/[أإآ]/gu, "ا").replace(/ى$/u, "ي").replace(/ة$/u, "ه");
  if (stem.startsWith("و") && stem.length > 3) stem = stem.slice(1);
  const prefix = PREFIXES.find((prefix) => stem.startsWith(prefix) && stem.length - prefix.length >= 2);
  if (prefix) stem = stem.slice(prefix.length);
  for (const suffix of SUFFIXES) if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length);
  return stem;
}
