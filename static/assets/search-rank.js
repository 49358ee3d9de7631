// From the terms that a query may stand for to the pages that answer: how much a page is worth that has them. No DOM
// here. Queries in `tests/search` and `benches/search` hold the numbers below to what readers expect.

import { NUMBER, understand } from "./search-guess.js";
import { Field } from "./search-index.js";

/** @typedef {import("./search-guess.js").Unit} Unit */
/** @typedef {import("./search-guess.js").Split} Split */
/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Group} Group */

/**
 * A place where a word of the query was found; `alike` where it only looks like it.
 * @typedef {Group & { weight: number, alike: boolean }} Hit
 */
/**
 * A page that answers; `slots` are its sections that do, the best first.
 * @typedef {object} Result
 * @property {number} page
 * @property {number} score
 * @property {number} sure how much of the query the page has for certain, by rarity, from 0 to 1
 * @property {boolean} whole whether all words of a name of the page are in the query, for certain
 * @property {number[]} slots
 */

// What a word is worth on a page: BM25F, whose fields are told apart by how much an occurrence in them counts.
/** An occurrence in each field, by the number of the field. */
const FIELD_COUNTS = [3, 4, 4, 5, 1];
/** How soon more occurrences add nothing, … */
const K1 = 4;
/** … and how much more of them a longer page needs, from 0 to 1. */
const B = 0.6;
/** Pages count towards the rarity of a word if a guess brings them that weighs so much of the best, … */
const RARITY_SHARE = 0.6;
/** … each by this power of its share: `statement` is not as common as `states`. */
const RARITY_EXPONENT = 2;
/** What a section begins with says what it is about: its first word counts for so much more, … */
const EARLY = 1;
/** … and one after so many words for a third of that. */
const EARLY_WORDS = 20;

/** A number says little of a page that lacks the word before it: the 4 of `GPT-4`. */
const LONE_NUMBER = 0.3;

// What is added where words stand together.
/** In a passage of so many words … */
const PASSAGE = 24;
/** … the different words of the query count for so much again. */
const PASSAGE_WEIGHT = 0.4;
/** Words that follow one another as they were typed: this share of what both are worth is added. */
const PHRASE = 0.45;
/** The same where they are near one another, … */
const NEAR = 0.16;
/** … that is, at most so many words apart. */
const NEAR_DISTANCE = 4;

// How much a name or heading is worth.
/** Each of its words, by the number of the field. */
const NAME_WEIGHTS = [8, 7, 5];
/** A name of which nothing is typed would be worth this much of its words, … */
const NAME_BASE = 0.4;
/** … and one of which all words are typed this much more; */
const NAME_COVERAGE = 0.6;
/** then this is added, if the query has no other word, … */
const NAME_IS_QUERY = 1.5;
/** … or this times the share of the query's words, if it has. */
const NAME_IN_QUERY = 1;
/** What a page has of a query counts to this power, if not all words of the name are typed: the share itself if they are. */
const NAME_EXPONENT = 1.5;
/** Another name of a page than its title. */
const ALIAS = 0.9;
/** A second name that answers, too. */
const SECOND_NAME = 0.1;

// How much a page is worth.
/** What a page has of a query counts to this power: all of it is worth more than its parts. */
const SHARE_EXPONENT = 0.15;
/** The same of a section. */
const SECTION_EXPONENT = 0.2;
/** Its best section, … */
const SECTION = 0.9;
/** … and this much of all others, which do not outweigh it. */
const OTHER_SECTIONS = 0.15;
/** Sections are shown that are worth so much of the best. */
const MIN_SECTION = 0.4;
/** Pages are shown that are worth so much of the best. */
const MIN_SCORE = 0.06;
/** If no page has so much of the query for certain, nor a name that is in it, then all results are guesses, … */
const MIN_SURE = 0.5;
/** … of which so many are shown. */
const MAX_GUESSED = 5;

/**
 * The pages that answer, the best first, and what was looked for. `guessed` says that none of them has what was typed.
 * @param {SearchIndex} index
 * @param {string} text what is typed
 * @returns {Promise<{ units: Unit[], results: Result[], guessed: boolean }>}
 */
export async function search(index, text) {
  const units = await understand(index, text);
  const results = rank(index, units, await collect(index, units));
  const guessed = results.length > 0 && results.every(({ sure, whole }) => !whole && sure <= MIN_SURE);
  return { units, results: guessed ? results.slice(0, MAX_GUESSED) : results, guessed };
}

/**
 * @param {SearchIndex} index
 * @param {Unit[]} units
 * @param {Map<number, Hit[][]>} pages the places of all guesses, by page and number of the word
 */
export function rank(index, units, pages) {
  const results = [...pages].map(([page, hits]) => scorePage(page, hits, units, index));
  results.sort((a, b) => b.score - a.score || a.page - b.page);
  const least = (results[0]?.score ?? 0) * MIN_SCORE;
  return results.filter(({ score }) => score > least);
}

/**
 * The places of all guesses, by page and number of the word; and how rare each word is.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 */
export async function collect(index, units) {
  const spellings = units.flatMap(({ guesses, splits }) => [...guesses.map(({ spelling }) => spelling), ...splits.flatMap(({ first, second }) => [...first.spellings, ...second.spellings])]);
  await Promise.all(spellings.map(({ number }) => index.postings(number)));
  /** @type {Map<number, Hit[][]>} */
  const pages = new Map();
  for (const [number, unit] of units.entries()) {
    /** @type {Map<number, number>} How surely each page has it. */
    const best = new Map();
    /** @type {(page: number, hit: Hit) => void} */
    const put = (page, hit) => {
      best.set(page, Math.max(best.get(page) ?? 0, hit.weight));
      let hits = pages.get(page);
      if (!hits) pages.set(page, (hits = units.map(() => [])));
      hits[number].push(hit);
    };
    for (const { spelling, weight, alike = false } of unit.guesses) {
      for (const [page, groups] of await index.postings(spelling.number)) {
        for (const group of groups) put(page, { ...group, weight, alike });
      }
    }
    for (const split of unit.splits) await collectSplit(index, split, put);
    // How rare a word is, is told by what it most surely stands for.
    const surest = Math.max(0, ...best.values());
    let having = 0;
    for (const weight of best.values()) {
      const share = weight / surest;
      if (share >= RARITY_SHARE) having += share ** RARITY_EXPONENT;
    }
    unit.rarity = having && rarity(index, having);
  }
  for (const [number, { word, at }] of units.entries()) {
    const before = units[number - 1];
    if (!before?.rarity || at - before.at !== 1 || !NUMBER.test(word)) continue;
    for (const hits of pages.values()) {
      if (!hits[number - 1].length) for (const hit of hits[number]) hit.weight *= LONE_NUMBER;
    }
  }
  return pages;
}

/**
 * How much a word tells that is on so many pages: the rarity of BM25. Pages that have it less surely are less than one.
 * @param {SearchIndex} index
 * @param {number} pages
 */
function rarity({ manifest }, pages) {
  return Math.log(1 + (manifest.pages - pages + 0.5) / (pages + 0.5));
}

/**
 * The places where two terms stand side by side; they count as one word.
 * @param {SearchIndex} index
 * @param {Split} split
 * @param {(page: number, hit: Hit) => void} put
 */
async function collectSplit(index, { first, second, weight, alike = false }, put) {
  for (const before of first.spellings) {
    for (const after of second.spellings) {
      const others = new Map(await index.postings(after.number));
      for (const [page, groups] of await index.postings(before.number)) {
        for (const group of groups) {
          const other = others.get(page)?.find(({ key, places }) => key === group.key && places.some((place) => group.places.includes(place - 1)));
          if (!other) continue;
          const places = group.places.filter((place) => other.places.includes(place + 1));
          put(page, { ...group, places, length: Math.max(1, group.length - 1), weight, alike });
        }
      }
    }
  }
}

/**
 * What was found in one name, heading, summary or section, by the number of the word.
 * @typedef {object} Match
 * @property {number} field
 * @property {number} slot
 * @property {number} length
 * @property {Map<number, Found>} units
 */
/**
 * A word in a match: its best weight, whether that is no mere look-alike, and the weight of each place.
 * @typedef {{ weight: number, sure: boolean, places: Map<number, number> }} Found
 */

/**
 * The hits in a page by their groups.
 * @param {Hit[][]} hits by the number of the word
 */
function matches(hits) {
  /** @type {Map<number, Match>} */
  const found = new Map();
  for (const [unit, list] of hits.entries()) {
    for (const { key, slot, field, places, length, weight, alike } of list) {
      let match = found.get(key);
      if (!match) found.set(key, (match = { field, slot, length, units: new Map() }));
      let own = match.units.get(unit);
      if (!own) match.units.set(unit, (own = { weight: 0, sure: false, places: new Map() }));
      own.weight = Math.max(own.weight, weight);
      own.sure ||= !alike;
      for (const place of places) own.places.set(place, Math.max(own.places.get(place) ?? 0, weight));
    }
  }
  return [...found.values()];
}

/**
 * How much a page is worth, and which of its sections answer.
 * @param {number} page
 * @param {Hit[][]} hits by the number of the word
 * @param {Unit[]} units
 * @param {SearchIndex} index
 * @returns {Result}
 */
function scorePage(page, hits, units, index) {
  // A word that no page has says nothing of any.
  const total = units.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  /** @type {(which: Iterable<number>) => number} */
  const shareOf = (which) => [...which].reduce((sum, unit) => sum + units[unit].rarity, 0) / total;
  const found = matches(hits);
  const share = shareOf([...hits.keys()].filter((unit) => hits[unit].length));
  const { name, named, whole } = scoreNames(found, units, share);
  /** @type {Map<number, { slot: number, score: number, units: Set<number> }>} */
  const sections = new Map();
  for (const match of found) {
    if (match.field !== Field.HEADING && match.field !== Field.BODY) continue;
    const section = sections.get(match.slot) ?? { slot: match.slot, score: 0, units: new Set(named) };
    section.score += match.field === Field.BODY ? scorePassage(match, units) : scoreName(match, units);
    for (const unit of match.units.keys()) section.units.add(unit);
    sections.set(match.slot, section);
  }
  for (const section of sections.values()) section.score *= shareOf(section.units) ** SECTION_EXPONENT;
  const ranked = [...sections.values()].sort((a, b) => b.score - a.score || a.slot - b.slot);
  const rest = ranked.slice(1).reduce((sum, { score }) => sum + score, 0);
  const best = ranked[0]?.score ?? 0;
  const words = scoreWords(found, units, index.lengths[page] / index.averageLength);
  const score = name + (words + SECTION * (best + Math.min(best, OTHER_SECTIONS * rest))) * share ** SHARE_EXPONENT;
  const slots = ranked.filter((section) => section.slot > 0 && section.score >= best * MIN_SECTION).map(({ slot }) => slot);
  return { page, score, sure: sureShare(found, units, index), whole, slots };
}

/**
 * How much of a query a page has for certain. A word that no page has counts as much as one that a single page has.
 * @param {Match[]} found
 * @param {Unit[]} units
 * @param {SearchIndex} index
 */
function sureShare(found, units, index) {
  let own = 0;
  let all = 0;
  for (const [number, unit] of units.entries()) {
    const worth = unit.rarity || rarity(index, 1);
    all += worth;
    if (found.some((match) => match.units.get(number)?.sure)) own += worth;
  }
  return all && own / all;
}

/**
 * BM25F: how much the words of a query are worth on a page for how often they occur.
 * @param {Match[]} found
 * @param {Unit[]} units
 * @param {number} length of the page, where the average is 1
 */
function scoreWords(found, units, length) {
  const norm = K1 * (1 - B + B * length);
  let score = 0;
  for (const [number, { rarity }] of units.entries()) {
    let count = 0;
    let surest = 0;
    for (const { field, units: own } of found) {
      const word = own.get(number);
      if (!word) continue;
      for (const [place, weight] of word.places) count += FIELD_COUNTS[field] * weight * (field === Field.BODY ? 1 + EARLY * earliness(place) : 1);
      surest = Math.max(surest, word.weight);
    }
    // What is less sure counts less often, and the surest of all is worth less if it is not sure.
    if (count) score += (rarity * surest * count * (K1 + 1)) / (count + norm * surest);
  }
  return score;
}

/**
 * How close to the beginning of a section a word stands: 1 at its very beginning, and ever less after that.
 * @param {number} place
 */
function earliness(place) {
  return Math.exp(-(place / EARLY_WORDS));
}

/**
 * How much the best names of a page are worth, which words are in them, and whether all words of one are typed.
 * @param {Match[]} found
 * @param {Unit[]} units
 * @param {number} share how much of the query the page has
 */
function scoreNames(found, units, share) {
  const power = share ** NAME_EXPONENT;
  /** @type {Set<number>} */
  const named = new Set();
  const names = found.filter(({ field }) => field < Field.HEADING);
  const typed = (/** @type {Match} */ match) => match.units.size >= match.length;
  const scores = names.map((match) => scoreName(match, units) * (typed(match) ? share : power));
  for (const match of names) for (const unit of match.units.keys()) named.add(unit);
  scores.sort((a, b) => b - a);
  return { name: (scores[0] ?? 0) + SECOND_NAME * (scores[1] ?? 0), named, whole: names.some((match) => typed(match) && [...match.units.values()].every(({ sure }) => sure)) };
}

/**
 * How much the words in one name or heading are worth together.
 * @param {Match} match
 * @param {Unit[]} units
 */
function scoreName(match, units) {
  const { field, slot, length } = match;
  let score = 0;
  for (const [unit, { weight }] of match.units) score += units[unit].rarity * weight;
  for (let unit = 1; unit < units.length; unit++) score += scorePhrase(match, units, unit);
  score *= NAME_WEIGHTS[field];
  const covered = length ? Math.min(1, match.units.size / length) : 0;
  let shape = NAME_BASE + NAME_COVERAGE * covered;
  if (covered === 1) shape += match.units.size === units.length ? NAME_IS_QUERY : NAME_IN_QUERY * (match.units.size / units.length);
  return score * shape * (field === Field.HEADING || slot === 0 ? 1 : ALIAS);
}

/**
 * How much the passage of a section is worth that has most of the words near one another.
 * @param {Match} match
 * @param {Unit[]} units
 */
function scorePassage(match, units) {
  /** @type {{ place: number, unit: number, worth: number }[]} */
  const places = [];
  for (const [unit, own] of match.units) {
    for (const [place, weight] of own.places) places.push({ place, unit, worth: units[unit].rarity * weight });
  }
  places.sort((a, b) => a.place - b.place);
  let best = 0;
  for (let from = 0; from < places.length; from++) {
    /** @type {Map<number, number>} */
    const worth = new Map();
    for (let to = from; to < places.length && places[to].place < places[from].place + PASSAGE; to++) {
      const { unit, worth: own } = places[to];
      worth.set(unit, Math.max(worth.get(unit) ?? 0, own));
    }
    best = Math.max(best, [...worth.values()].reduce((sum, own) => sum + own, 0));
  }
  let score = best * PASSAGE_WEIGHT;
  for (let unit = 1; unit < units.length; unit++) score += scorePhrase(match, units, unit);
  return score;
}

/**
 * What it adds that a word follows the one before as they were typed, or is near it.
 * @param {Match} match
 * @param {Unit[]} units
 * @param {number} unit the number of the second word
 */
function scorePhrase(match, units, unit) {
  const before = match.units.get(unit - 1)?.places;
  const own = match.units.get(unit)?.places;
  if (!before || !own) return 0;
  const distance = units[unit].at - units[unit - 1].at;
  let best = 0;
  for (const [place, weight] of own) {
    const exact = before.get(place - distance);
    let score = exact ? Math.min(exact, weight) : 0;
    for (let step = 1; !exact && step <= NEAR_DISTANCE; step++) {
      if (before.has(place - step) || before.has(place + step)) score = NEAR * weight;
    }
    best = Math.max(best, score);
  }
  return PHRASE * best * (units[unit].rarity + units[unit - 1].rarity);
}
