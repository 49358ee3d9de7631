// How well the search finds, beside a textbook and the searches that ship with other generators. It takes folders of
// question sets in the JSON of SQuAD, `NAME.LANGUAGE.json`, and prints a table for each set:
//
//     cargo build --release && npm ci --prefix benches/search
//     node benches/search/main.mjs FOLDER… [--only ENGINE,…] [--half dev|test]
//
// Each different paragraph of a set becomes a page whose title and summary say nothing, and each question is typed whole;
// then only its two rarest words are. A set is split by its articles into a half that may be tuned on and one that may
// not: every second article is of `test`. Beside what was found stand the times of answers to whole questions, the bytes
// after compression that the first question fetches and that the index has as a whole, and the time it took to make it.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import * as bm25 from "./engines/bm25.mjs";
import * as lunr from "./engines/lunr.mjs";
import * as minisearch from "./engines/minisearch.mjs";
import * as orama from "./engines/orama.mjs";
import * as ours from "./engines/ours.mjs";
import * as pagefind from "./engines/pagefind.mjs";
import { readSet, rarestWords } from "./sets.mjs";

const ENGINES = { ours, bm25, minisearch, lunr, orama, pagefind };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, half: { type: "string" } },
});
if (!positionals.length) {
  console.error("usage: node benches/search/main.mjs FOLDER… [--only ENGINE,…] [--half dev|test]");
  process.exit(2);
}
const chosen = values.only?.split(",") ?? Object.keys(ENGINES);

for (const folder of positionals) {
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".json")).sort()) {
    const set = readSet(JSON.parse(readFileSync(join(folder, file), "utf8")), basename(file, ".json"), values.half);
    await compare(set);
  }
}

/** Prints the table of a set. */
async function compare(set) {
  console.log(`\n${set.name}: ${set.pages.length} pages, ${set.questions.length} questions\n`);
  console.log("| | whole @1 / @3 / @10 | empty | two words @1 / @3 / @10 | empty | answer, ms: median / p95 | one question, KB | whole index, KB | made in, s |");
  console.log("|---|---|---:|---|---:|---:|---:|---:|---:|");
  const short = rarestWords(set);
  for (const name of chosen) {
    const engine = await ENGINES[name].open(set);
    if (!engine) {
      console.log(`| ${name} | does not know the language |`);
      continue;
    }
    const whole = await ask(engine, set.questions);
    const two = await ask(engine, short);
    const { query, index, seconds } = await engine.cost(set.questions);
    await engine.close?.();
    const cells = [name, recalls(whole), whole.empty, recalls(two), two.empty, `${whole.median.toFixed(1)} / ${whole.p95.toFixed(1)}`, kilobytes(query), kilobytes(index), seconds.toFixed(2)];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

/**
 * Asks an engine all questions; gives the shares that were found, how many had no answer, and how many ms half of the
 * answers took at most, and 95 in 100.
 */
async function ask(engine, questions) {
  const ranks = [];
  const times = [];
  let empty = 0;
  for (const { text, page } of questions) {
    const start = performance.now();
    const found = await engine.search(text);
    times.push(performance.now() - start);
    empty += Number(found.length === 0);
    const at = found.indexOf(page);
    ranks.push(at < 0 ? Infinity : at);
  }
  times.sort((a, b) => a - b);
  const recall = (most) => ranks.filter((rank) => rank < most).length / ranks.length;
  const within = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { recalls: [1, 3, 10].map(recall), empty, median: within(0.5), p95: within(0.95) };
}

function recalls({ recalls }) {
  return recalls.map((share) => (100 * share).toFixed(1)).join(" / ");
}

function kilobytes(bytes) {
  return bytes === undefined ? "–" : (bytes / 1024).toFixed(0);
}
