// From what is typed to the pages that answer: which terms of the index each word may stand for, and how much a page
// that has them is worth. No DOM here. Queries in `tests/search` hold the numbers below to what readers expect.

import { plain } from "./search-analysis.js";
import { Field } from "./search-index.js";

/** @typedef {import("./search-analysis.js").Analysis} Analysis */
/** @typedef {import("./search-analysis.js").Forms} Forms */
/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Entry} Entry */
/** @typedef {import("./search-index.js").Group} Group */

/**
 * A term that a word may stand for; `weight` says how surely, 1 for the word itself.
 * @typedef {{ entry: Entry, weight: number }} Guess
 */
/**
 * Two terms side by side that a word may stand for.
 * @typedef {{ first: Entry, second: Entry, weight: number }} Split
 */
/**
 * A word of a query.
 * @typedef {object} Unit
 * @property {string} word
 * @property {number} at its number in what is typed, stop words included
 * @property {boolean} last whether it may still be being typed
 * @property {boolean} only whether it is a stop word, and all that is typed: only longer words are looked for
 * @property {string[]} spelled Latin letters whose Arabic names it is part of
 * @property {Guess[]} guesses the best first
 * @property {Split[]} splits
 * @property {boolean} exact whether it is a term as it is
 * @property {boolean} slip whether nothing but other words was found for it
 * @property {number} rarity how much it tells: the logarithm of how few pages have it
 */
/**
 * A place where a word of the query was found.
 * @typedef {Group & { weight: number }} Hit
 */
/**
 * A page that answers; `slots` are its sections that do, the best first.
 * @typedef {object} Result
 * @property {number} page
 * @property {number} score
 * @property {number} share how much of the query the page has, by rarity, from 0 to 1
 * @property {boolean} whole whether all words of a name of the page are in the query
 * @property {number[]} slots
 */

// How many words and guesses are looked at.
/** Words of a query. */
const MAX_UNITS = 12;
/** Neighbours that are taken for names of letters together: إتش تي تي بي. */
const MAX_LETTER_NAMES = 6;
/** Terms that begin as an unfinished word does. */
const MAX_COMPLETIONS = 16;
/** Guesses for all words together, … */
const MAX_GUESSES = 24;
/** … and how many each word may have at least. */
const MIN_GUESSES = 4;
/** Neighbours that may be one word. */
const MAX_COMPOUND = 3;
/** Ways to take a word for two. */
const MAX_SPLITS = 8;
/** Files of postings that a query may ask for before guesses that need another are dropped. */
const MAX_FILES = 4;
/** Letters that a word has at least before typing errors in it are looked for, … */
const MIN_TYPO_LETTERS = 4;
/** … or before it is taken for two words, … */
const MIN_SPLIT_LETTERS = 5;
/** … and letters that each of the two has at least. */
const MIN_PART_LETTERS = 2;

// How surely a word stands for a term that is found by another form of it.
/** Another stem that it may as well have. */
const FIRM_STEM = 0.9;
/** A stem that it has if a letter is a particle or an ending. */
const MAYBE_STEM = 0.7;
/** A broken plural or its singular. A guess is certain if it weighs more. */
const SAME_SKELETON = 0.6;
/** The same where the skeleton has two letters, or may have another between them: it says little. */
const WEAK_SKELETON = 0.35;
/** A term that begins so, times the square root of how much of it is typed. */
const PREFIX = 0.75;
/** Half as surely, where the word is a term already or another form is likelier. */
const UNLIKELY = 0.5;
/** Neighbours as one word, or a word as two. */
const COMPOUND = 0.85;
/** A word that sounds the same. */
const SAME_SOUND = 0.55;
/** One letter is wrong, missing, extra or swapped with its neighbour. */
const TYPO = 0.45;
/** The same for skeletons of loan words, whose vowels are written in many ways. */
const SKELETON_TYPO = 0.3;

// How much a place is worth.
/** A word in each field, by the number of the field. */
const FIELD_WEIGHTS = [10, 7, 5, 3, 1.2];
/** Pages count towards the rarity of a word if a guess brings them that weighs so much of the best. */
const RARITY_SHARE = 0.6;
/** Words that follow one another as they were typed: this share of what both are worth is added. */
const PHRASE = 0.4;
/** The same where they are near one another, … */
const NEAR = 0.3;
/** … that is, at most so many words apart. */
const NEAR_DISTANCE = 4;
/** A name of which nothing is typed would be worth this much of its words, … */
const NAME_BASE = 0.4;
/** … and one of which all words are typed this much more; */
const NAME_COVERAGE = 0.6;
/** then this is added, if the query has no other word, … */
const NAME_IS_QUERY = 1.5;
/** … or this times the share of the query's words, if it has. */
const NAME_IN_QUERY = 0.5;
/** Another name of a page than its title. */
const ALIAS = 0.9;

// How much a page is worth.
/** What a page has of a query counts to this power: all of it is worth more than its parts. */
const SHARE_EXPONENT = 1.5;
/** A second name that answers, too. */
const SECOND_NAME = 0.1;
/** All sections beside the best one, which they do not outweigh. */
const OTHER_SECTIONS = 0.15;
/** Sections are shown that are worth so much of the best. */
const MIN_SECTION = 0.4;
/** Pages are shown that are worth so much of the best … */
const MIN_SCORE = 0.08;
/** … and have so much of the query, unless a name of theirs is in it. */
const MIN_SHARE = 0.3;

/** "And", which is written together with the word after it. */
const AND = /^[وف]/u;
const NUMBER = /^[0-9.]+$/;

/**
 * The pages that answer, the best first, and what was looked for.
 * @param {SearchIndex} index
 * @param {string} text what is typed
 * @returns {Promise<{ units: Unit[], results: Result[] }>}
 */
export async function search(index, text) {
  const units = parse(index.analysis, text);
  // The more words, the less each has to be guessed at.
  const most = Math.max(MIN_GUESSES, Math.floor(MAX_GUESSES / units.length));
  for (const unit of units) unit.guesses = (await expand(index, unit)).slice(0, most);
  await addCompounds(index, units);
  for (const unit of units) unit.splits = await splits(index, unit);
  limitFiles(index, units);
  const pages = await collect(index, units);
  const total = units.reduce((sum, { rarity }) => sum + rarity, 0);
  const results = [...pages].map(([page, hits]) => scorePage(page, hits, units, total));
  results.sort((a, b) => b.score - a.score || a.page - b.page);
  const least = (results[0]?.score ?? 0) * MIN_SCORE;
  return { units, results: results.filter(({ score, share, whole }) => score > least && (whole || share > MIN_SHARE)) };
}

/**
 * The words of a query that say something; the last one, if none does.
 * @param {Analysis} analysis
 * @param {string} text
 */
function parse(analysis, text) {
  const tokens = analysis.tokens(text);
  const open = tokens.at(-1)?.end === text.length;
  /** @type {Unit[]} */
  const units = tokens.map(({ word }, at) => ({
    word, at, last: open && at === tokens.length - 1, only: false, spelled: [], guesses: [], splits: [], exact: false, slip: false, rarity: 0,
  }));
  spellLetters(analysis, units);
  const telling = units.filter(({ word, spelled }) => spelled.length || !analysis.isStop(word));
  const chosen = telling.length ? telling : units.slice(-1).map((unit) => ({ ...unit, only: true }));
  return chosen.slice(0, MAX_UNITS);
}

/**
 * Latin letters by their Arabic names: إتش 100 is H100.
 * @param {Analysis} analysis
 * @param {Unit[]} units
 */
function spellLetters(analysis, units) {
  const names = new Map(analysis.tables.arabic.letters);
  const letters = units.map(({ word }) => names.get(plain(analysis.ownLetters(word))));
  for (let from = 0; from < units.length; from++) {
    let spelled = [""];
    let to = from;
    for (; letters[to] && to - from < MAX_LETTER_NAMES; to++) {
      const own = [...(letters[to] ?? "")];
      spelled = spelled.flatMap((before) => own.map((letter) => before + letter));
    }
    if (to === from) continue;
    if (to < units.length && NUMBER.test(units[to].word)) {
      const { word } = units[to++];
      spelled = spelled.map((before) => before + word);
    }
    if (to - from < 2) continue;
    for (const unit of units.slice(from, to)) unit.spelled = spelled;
    from = to - 1;
  }
}

/** The guesses for a word, each term once with its best weight. */
class Guesses {
  /** @type {Map<number, Guess>} By the number of the term. */
  byTerm = new Map();

  /**
   * @param {Entry | undefined} entry nothing if there is no such term
   * @param {number} weight
   */
  add(entry, weight) {
    if (entry && weight > (this.byTerm.get(entry.number)?.weight ?? 0)) this.byTerm.set(entry.number, { entry, weight });
  }

  get any() {
    return this.byTerm.size > 0;
  }

  /** Whether a guess is more than a word that is alike. */
  get certain() {
    return [...this.byTerm.values()].some(({ weight }) => weight > SAME_SKELETON);
  }

  sorted() {
    return [...this.byTerm.values()].sort((a, b) => b.weight - a.weight || a.entry.number - b.entry.number);
  }
}

/**
 * The terms that a word may stand for, the likeliest first.
 * @param {SearchIndex} index
 * @param {Unit} unit
 */
async function expand(index, unit) {
  const { analysis } = index;
  const forms = analysis.forms(unit.word);
  const guesses = new Guesses();
  await index.readTerms(forms.stem);
  for (const word of unit.spelled) {
    await index.readTerms(word);
    guesses.add(index.byTerm.get(analysis.forms(word).stem) ?? index.byTerm.get(word), 1);
  }
  const spelled = guesses.any;
  const sure = await sureStems(index, unit.word, forms);
  if (!unit.only) {
    for (const stem of sure) guesses.add(index.byTerm.get(stem), stem === sure[0] ? 1 : FIRM_STEM);
  }
  unit.exact = guesses.any;
  if (!unit.exact) for (const stem of forms.maybe) await index.readTerms(stem);
  if (!unit.only && !spelled) addForms(index, unit, forms, sure, guesses);
  if (unit.last) addCompletions(index, unit, forms, guesses);
  unit.slip = !guesses.any;
  if (!guesses.certain && !unit.only) addMisspellings(index, unit, forms, guesses);
  return guesses.sorted();
}

/**
 * Stems that a word certainly has. "And" before a word of some page's name is "and", unless the whole is in a name, too.
 * The index has it so as well.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {Forms} forms
 */
async function sureStems(index, word, forms) {
  const [after] = AND.test(word) ? forms.maybe : [];
  if (after) {
    await index.readTerms(after);
    if (index.byTerm.get(after)?.named && !index.byTerm.get(forms.stem)?.named) return [after];
  }
  return [forms.stem, ...forms.firm];
}

/**
 * Adds stems that a word may have, and words of the same root.
 * @param {SearchIndex} index
 * @param {Unit} unit
 * @param {Forms} forms
 * @param {string[]} sure
 * @param {Guesses} guesses
 */
function addForms({ analysis, byTerm, bySkeleton }, unit, forms, sure, guesses) {
  // "And" before a word that is one without it is "and"; a preposition may as well be a letter of the word.
  const factor = unit.exact && !AND.test(unit.word) ? UNLIKELY : 1;
  for (const stem of forms.maybe) guesses.add(byTerm.get(stem), MAYBE_STEM * factor);
  if (!analysis.analyser.arabic || !analysis.isArabic(unit.word)) return;
  for (const stem of unit.exact ? sure : [...sure, ...forms.maybe]) {
    const skeleton = analysis.skeleton(stem);
    const weight = skeleton.length > 2 && !skeleton.includes("ا") ? SAME_SKELETON : WEAK_SKELETON;
    for (const entry of bySkeleton.get(skeleton) ?? []) guesses.add(entry, sure.includes(stem) ? weight : weight * UNLIKELY);
  }
}

/**
 * Adds terms that begin as a word does that is still being typed.
 * @param {SearchIndex} index
 * @param {Unit} unit
 * @param {Forms} forms
 * @param {Guesses} guesses
 */
function addCompletions({ analysis, terms }, unit, forms, guesses) {
  const stems = [withoutPrefix(analysis, unit.word), forms.stem, ...(guesses.certain ? [] : forms.maybe)];
  if (unit.word.startsWith("ال")) stems.push(plain(unit.word.slice(2)));
  // One letter says something only after other words.
  const starts = [...new Set(stems)].filter((start) => start.length > 1 || (start && unit.at > 0));
  const found = terms.filter(({ term }) => starts.some((start) => term.startsWith(start)));
  found.sort((a, b) => Number(b.named) - Number(a.named) || a.term.length - b.term.length || a.number - b.number);
  for (const entry of found.slice(0, MAX_COMPLETIONS)) {
    const length = Math.max(...starts.filter((start) => entry.term.startsWith(start)).map((start) => start.length));
    guesses.add(entry, PREFIX * (unit.exact ? UNLIKELY : 1) * Math.sqrt(length / entry.term.length));
  }
}

/**
 * Adds terms that sound the same or are a typing error away.
 * @param {SearchIndex} index
 * @param {Unit} unit
 * @param {Forms} forms
 * @param {Guesses} guesses
 */
function addMisspellings({ analysis, terms, byTerm }, unit, forms, guesses) {
  const arabic = analysis.isArabic(unit.word);
  if (arabic) for (const word of soundingAlike(analysis, unit.word)) guesses.add(byTerm.get(analysis.forms(word).stem), SAME_SOUND);
  const bare = withoutPrefix(analysis, unit.word);
  if (bare.length < MIN_TYPO_LETTERS || NUMBER.test(bare)) return;
  const stems = new Set([...typos(analysis, bare)].map((word) => analysis.analyse(word).stem));
  const skeleton = analysis.skeleton(forms.stem);
  for (const entry of terms) {
    const { term } = entry;
    if (entry.arabic !== arabic || term.length < 3) continue;
    if (stems.has(term) || isNear(forms.stem, term)) guesses.add(entry, TYPO);
    else if (arabic && skeleton.length > 3 && entry.skeleton.length > 3 && isNear(skeleton, entry.skeleton)) guesses.add(entry, SKELETON_TYPO);
  }
}

/**
 * A word without what stands before it, its ending still there.
 * @param {Analysis} analysis
 * @param {string} word
 */
function withoutPrefix(analysis, word) {
  const arabic = analysis.analyser.arabic && analysis.isArabic(word);
  return plain(arabic ? analysis.withoutArticle(analysis.ownLetters(word)) : word);
}

/**
 * Words that sound the same, or are written the same by some.
 * @param {Analysis} analysis
 * @param {string} word
 */
function soundingAlike({ tables }, word) {
  return tables.arabic.sounds.filter(([from]) => word.includes(from)).map(([from, to]) => word.replaceAll(from, to));
}

/**
 * Words with a letter of a word wrong, missing, extra or swapped with its neighbour.
 * @param {Analysis} analysis
 * @param {string} word
 */
function typos(analysis, word) {
  const letters = [...word];
  const { arabic, english } = analysis.tables;
  const alphabet = [...(analysis.isArabic(word) ? arabic : english).alphabet];
  /** @type {Set<string>} */
  const found = new Set();
  for (let at = 0; at <= letters.length; at++) {
    const [before, own, after] = [letters.slice(0, at).join(""), letters[at] ?? "", letters.slice(at + 1).join("")];
    if (own) found.add(before + after);
    if (at + 1 < letters.length) found.add(before + letters[at + 1] + own + letters.slice(at + 2).join(""));
    for (const letter of alphabet) {
      found.add(before + letter + own + after);
      if (own) found.add(before + letter + after);
    }
  }
  return found;
}

/**
 * Whether one letter wrong, missing, extra or swapped with its neighbour makes one of the other.
 * @param {string} a
 * @param {string} b
 */
function isNear(a, b) {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [endA - start, endB - start];
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/**
 * Adds to neighbours what they are as one word: loan words are written both ways.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 */
async function addCompounds(index, units) {
  const { analysis } = index;
  for (let at = 0; at < units.length; at++) {
    for (let size = 2; size <= MAX_COMPOUND && at + size <= units.length; size++) {
      const parts = units.slice(at, at + size);
      // A stop word stands between them.
      if (units[at + size - 1].at - units[at].at !== size - 1) break;
      const forms = analysis.forms(parts.map(({ word }) => word).join(""));
      await index.readTerms(forms.stem);
      const skeleton = analysis.skeleton(forms.stem);
      const alike = skeleton.length > 3 && analysis.isArabic(forms.stem) ? (index.bySkeleton.get(skeleton) ?? []) : [];
      for (const part of parts) {
        for (const stem of [forms.stem, ...forms.firm, ...forms.maybe]) {
          const entry = index.byTerm.get(stem);
          if (entry) part.guesses.push({ entry, weight: COMPOUND });
        }
        for (const entry of alike) part.guesses.push({ entry, weight: SAME_SKELETON });
      }
    }
  }
}

/**
 * The ways to take a word for two.
 * @param {SearchIndex} index
 * @param {Unit} unit
 */
async function splits(index, unit) {
  const { analysis, byTerm, terms } = index;
  /** @type {Split[]} */
  const found = [];
  const bare = withoutPrefix(analysis, unit.word);
  if (unit.exact || unit.only || bare.length < MIN_SPLIT_LETTERS) return found;
  for (let at = MIN_PART_LETTERS; at <= bare.length - MIN_PART_LETTERS; at++) {
    const [left, right] = [bare.slice(0, at), bare.slice(at)];
    const first = byTerm.get(analysis.forms(left).stem) ?? byTerm.get(left);
    if (!first) continue;
    const { stem } = analysis.forms(right);
    await index.readTerms(stem);
    const exact = byTerm.get(stem) ?? byTerm.get(right);
    if (exact) found.push({ first, second: exact, weight: COMPOUND });
    else if (right.length > 3) {
      const near = terms.filter(({ term, arabic }) => arabic === first.arabic && term.length > 2 && isNear(right, term));
      found.push(...near.map((second) => ({ first, second, weight: TYPO })));
    }
  }
  return found.slice(0, MAX_SPLITS);
}

/**
 * Keeps the best guess for each word, and others only while the files that they ask for are few.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 */
function limitFiles(index, units) {
  const guesses = units.flatMap((unit) => unit.guesses.map((guess, at) => ({ guess, best: at === 0 })));
  guesses.sort((a, b) => Number(b.best) - Number(a.best) || b.guess.weight - a.guess.weight);
  /** @type {Set<number>} */
  const files = new Set();
  /** @type {Set<Guess>} */
  const kept = new Set();
  for (const { guess, best } of guesses) {
    const file = index.postingsFile(guess.entry.number);
    if (!best && !files.has(file) && files.size >= MAX_FILES) continue;
    files.add(file);
    kept.add(guess);
  }
  for (const unit of units) {
    unit.guesses = unit.guesses.filter((guess) => kept.has(guess));
    unit.splits = unit.splits.filter(({ first, second }) => {
      const more = [first, second].map(({ number }) => index.postingsFile(number)).filter((file) => !files.has(file));
      if (unit.guesses.length && files.size + more.length > MAX_FILES) return false;
      more.forEach((file) => files.add(file));
      return true;
    });
  }
}

/**
 * The places of all guesses, by page and number of the word; and how rare each word is.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 */
async function collect(index, units) {
  const entries = units.flatMap(({ guesses, splits }) => [...guesses.map(({ entry }) => entry), ...splits.flatMap(({ first, second }) => [first, second])]);
  await Promise.all(entries.map(({ number }) => index.postings(number)));
  /** @type {Map<number, Hit[][]>} */
  const pages = new Map();
  for (const [number, unit] of units.entries()) {
    // How rare a word is, is told by what it surely stands for.
    const weights = [...unit.guesses, ...unit.splits].map(({ weight }) => weight);
    const sure = RARITY_SHARE * Math.max(0, ...weights);
    /** @type {Set<number>} */
    const seen = new Set();
    /** @type {(page: number, hit: Hit) => void} */
    const put = (page, hit) => {
      if (hit.weight >= sure) seen.add(page);
      let hits = pages.get(page);
      if (!hits) pages.set(page, (hits = units.map(() => [])));
      hits[number].push(hit);
    };
    for (const { entry, weight } of unit.guesses) {
      for (const [page, groups] of await index.postings(entry.number)) {
        for (const group of groups) put(page, { ...group, weight });
      }
    }
    for (const split of unit.splits) await collectSplit(index, split, put);
    unit.rarity = Math.log(1 + index.manifest.pages / Math.max(1, seen.size));
  }
  return pages;
}

/**
 * The places where two terms stand side by side; they count as one word.
 * @param {SearchIndex} index
 * @param {Split} split
 * @param {(page: number, hit: Hit) => void} put
 */
async function collectSplit(index, { first, second, weight }, put) {
  const others = new Map(await index.postings(second.number));
  for (const [page, groups] of await index.postings(first.number)) {
    for (const group of groups) {
      const other = others.get(page)?.find(({ key, places }) => key === group.key && places.some((place) => group.places.includes(place - 1)));
      if (!other) continue;
      const places = group.places.filter((place) => other.places.includes(place + 1));
      put(page, { ...group, places, length: Math.max(1, group.length - 1), weight });
    }
  }
}

/**
 * What was found in one name, heading, summary or section, by the number of the word.
 * @typedef {object} Match
 * @property {number} field
 * @property {number} slot
 * @property {number} length
 * @property {Map<number, { weight: number, places: Map<number, number> }>} units with the weight of each place
 */

/**
 * The hits in a page by their groups.
 * @param {Hit[][]} hits by the number of the word
 */
function matches(hits) {
  /** @type {Map<number, Match>} */
  const found = new Map();
  for (const [unit, list] of hits.entries()) {
    for (const { key, slot, field, places, length, weight } of list) {
      let match = found.get(key);
      if (!match) found.set(key, (match = { field, slot, length, units: new Map() }));
      let own = match.units.get(unit);
      if (!own) match.units.set(unit, (own = { weight: 0, places: new Map() }));
      own.weight = Math.max(own.weight, weight);
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
 * @param {number} total the rarity of all words together
 * @returns {Result}
 */
function scorePage(page, hits, units, total) {
  /** @type {(which: Iterable<number>) => number} */
  const shareOf = (which) => [...which].reduce((sum, unit) => sum + units[unit].rarity, 0) / total;
  const share = shareOf([...hits.keys()].filter((unit) => hits[unit].length));
  const power = share ** SHARE_EXPONENT;
  /** @type {number[]} */
  const names = [];
  /** @type {Set<number>} Words that are in a name. */
  const named = new Set();
  let whole = false;
  let summary = 0;
  /** @type {Map<number, { slot: number, score: number, units: Set<number> }>} */
  const sections = new Map();
  for (const match of matches(hits)) {
    const score = scoreMatch(match, units);
    if (match.field < Field.HEADING) {
      const all = match.units.size >= match.length;
      whole ||= all;
      names.push(score * (all ? share : power));
      for (const unit of match.units.keys()) named.add(unit);
    } else if (match.field === Field.SUMMARY) summary += score;
    else {
      const section = sections.get(match.slot) ?? { slot: match.slot, score: 0, units: new Set() };
      section.score += score;
      for (const unit of match.units.keys()) section.units.add(unit);
      sections.set(match.slot, section);
    }
  }
  names.sort((a, b) => b - a);
  for (const section of sections.values()) section.score *= shareOf(new Set([...section.units, ...named])) ** SHARE_EXPONENT;
  const ranked = [...sections.values()].sort((a, b) => b.score - a.score || a.slot - b.slot);
  const rest = ranked.slice(1).reduce((sum, { score }) => sum + score, 0);
  const best = ranked[0]?.score ?? 0;
  const name = (names[0] ?? 0) + SECOND_NAME * (names[1] ?? 0);
  const score = name + (summary + best + Math.min(best, OTHER_SECTIONS * rest)) * power;
  const slots = ranked.filter((section) => section.slot > 0 && section.score >= best * MIN_SECTION).map(({ slot }) => slot);
  return { page, score, share, whole, slots };
}

/**
 * How much the words in one name, heading, summary or section are worth together.
 * @param {Match} match
 * @param {Unit[]} units
 */
function scoreMatch(match, units) {
  const { field, slot, length } = match;
  let score = 0;
  for (const [unit, { weight, places }] of match.units) {
    // The more often in a section the better, but never twice as good.
    const often = field === Field.BODY ? places.size / (places.size + 1) : 1;
    score += units[unit].rarity * weight * often;
  }
  for (let unit = 1; unit < units.length; unit++) score += scorePhrase(match, units, unit);
  score *= FIELD_WEIGHTS[field];
  if (field >= Field.SUMMARY) return score;
  const covered = length ? Math.min(1, match.units.size / length) : 0;
  let shape = NAME_BASE + NAME_COVERAGE * covered;
  if (covered === 1) shape += match.units.size === units.length ? NAME_IS_QUERY : NAME_IN_QUERY * (match.units.size / units.length);
  return score * shape * (field === Field.HEADING || slot === 0 ? 1 : ALIAS);
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
