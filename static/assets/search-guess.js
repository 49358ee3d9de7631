// From what is typed to what it may stand for: which terms of the index each word may be, and how surely. No DOM here,
// and nothing of how much a page is worth.

import { plain } from "./search-analysis.js";

/** @typedef {import("./search-analysis.js").Analysis} Analysis */
/** @typedef {import("./search-analysis.js").Forms} Forms */
/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Entry} Entry */
/** @typedef {import("./search-index.js").Spelling} Spelling */

/**
 * A stem in a spelling that a word may stand for; `weight` says how surely, 1 for the word itself. `alike` are those that
 * only look or sound like the word.
 * @typedef {{ entry: Entry, spelling: Spelling, weight: number, alike?: boolean }} Guess
 */
/**
 * Two terms side by side that a word may stand for.
 * @typedef {{ first: Entry, second: Entry, weight: number, alike?: boolean }} Split
 */
/**
 * A word of a query.
 * @typedef {object} Unit
 * @property {string} word
 * @property {number} at its number in what is typed, stop words included
 * @property {boolean} last whether it may still be being typed
 * @property {boolean} only whether it is a stop word that may become another word: only longer words are looked for
 * @property {string[]} spelled Latin letters whose Arabic names it is part of
 * @property {Guess[]} guesses the best first
 * @property {Split[]} splits
 * @property {boolean} exact whether it is a term as it is
 * @property {boolean} slip whether nothing but other words was found for it
 * @property {number} rarity how much it tells: the logarithm of how few pages have it; 0 if none has it
 */

// How many words and guesses are looked at.
/** Words of a query. */
const MAX_UNITS = 12;
/** Words that say something before a stop word at the end is taken for the beginning of another: token in(centive). */
const MAX_BEFORE_STOP = 2;
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
const MAX_FILES = 8;
/** Letters that a word has at least before typing errors in it are looked for, … */
const MIN_TYPO_LETTERS = 4;
/** … or before it is taken for two words, … */
const MIN_SPLIT_LETTERS = 5;
/** … and letters that each of the two has at least. */
const MIN_PART_LETTERS = 2;

// How surely a word stands for a term that is found by another form of it.
/** Another stem that it may as well have. */
const FIRM_STEM = 0.9;
/** Its stem in another spelling: with another ending. Who types it means it more often than any other form of it. */
const OTHER_SPELLING = 0.65;
/** A stem that it has if a letter is a particle or an ending. */
const MAYBE_STEM = 0.7;
/** A broken plural or its singular. A guess is certain if it weighs more. */
const SAME_SKELETON = 0.6;
/** A verb in another person or tense. */
const SAME_VERB = 0.65;
/** The same where the word is a term already: most are nouns. */
const OTHER_PERSON = 0.25;
/** A name that begins with the letter that is typed: C++, C#. */
const SIGNED_LETTER = 0.6;
/** The same where the skeleton has two letters, or may have another between them: it says little. */
const WEAK_SKELETON = 0.2;
/** A term that begins so, times the square root of how much of it is typed. */
const PREFIX = 0.75;
/** This much of that, where it is in no page's name. */
const UNNAMED = 0.75;
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

/** "And", which is written together with the word after it. */
const AND = /^[وف]/u;
/** A number, in the digits that the analysis makes of all. */
export const NUMBER = /^[0-9.]+$/;
/** The consonants of a skeleton that is a root. */
const ROOT = /^[^ا]{3}$/u;
/** How letters sound, in the order in which they are replaced. What is left of the letters is a vowel or close to one. */
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/[^a-z\u0621-\u06ff]/g, ""],
  [/تش|ش|tch|sch|sh|ch/g, "X"],
  [/ph|[fvفڤ]/g, "F"],
  [/th|[tتطث]/g, "T"],
  [/c(?=[eiy])|[szسصزظ]/g, "S"],
  [/كس|x/g, "KS"],
  [/ck|kh|gh|[cgjkqجكقغخچگ]/g, "K"],
  [/[bpبپ]/g, "P"],
  [/[dدذض]/g, "D"],
  [/[lل]/g, "L"],
  [/[mم]/g, "M"],
  [/[nن]/g, "N"],
  [/[rر]/g, "R"],
  [/(.)\1+/g, "$1"],
  [/[^A-Z]/g, ""],
]);
/** Consonants that a word has at least before one of another script is taken for it, … */
const MIN_SOUNDS = 4;
/** … two words that may be one, or a stem, … */
const MIN_JOINED_SOUNDS = 3;
/** … and what English endings leave: -ence, -er, -ing, -tion, -ment. */
const ENDING_SOUNDS = /^(?:N?S|RS?|NKS?|[TX]NS?|MNTS?)$/;
/** What follows a letter in the name of a programming language. */
const LETTER_SIGNS = ["++", "#", "+"];

/**
 * The words of a query with the terms that each may stand for.
 * @param {SearchIndex} index
 * @param {string} text what is typed
 */
export async function understand(index, text) {
  let units = parse(index.analysis, text);
  // The more words, the less each has to be guessed at.
  const most = Math.max(MIN_GUESSES, Math.floor(MAX_GUESSES / units.length));
  for (const unit of units) unit.guesses = likeliest(await expand(index, unit), most);
  // A stop word that no longer word begins with is a stop word.
  units = units.filter(({ only, guesses }, at) => at === 0 || !only || guesses.length);
  await addCompounds(index, units);
  for (const unit of units) unit.splits = await splits(index, unit);
  const words = joinSpelled(units);
  limitFiles(index, words);
  return words;
}

/**
 * Names of letters that spell a term together are one word: جي بي تي is GPT, and no part of it is looked for alone.
 * @param {Unit[]} units
 */
function joinSpelled(units) {
  /** @type {string[] | undefined} */
  let run;
  return units.filter((unit) => {
    if (!unit.spelled.length || !unit.guesses.some(({ entry, weight }) => weight === 1 && !entry.arabic)) {
      run = undefined;
      return true;
    }
    unit.guesses = unit.guesses.filter(({ weight }) => weight === 1);
    unit.splits = [];
    const first = unit.spelled !== run;
    run = unit.spelled;
    return first;
  });
}

/**
 * The words of a query that say something; the last one too, if few do and it is still being typed, or if none does.
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
  const last = units.slice(-1).filter(({ last }) => !telling.length || (last && telling.length <= MAX_BEFORE_STOP));
  const begun = last.filter((unit) => !telling.includes(unit)).map((unit) => ({ ...unit, only: true }));
  return [...telling.slice(0, MAX_UNITS), ...begun];
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

/** The guesses for a word, each stem in a spelling once with its best weight. */
class Guesses {
  /** @type {Map<number, Guess>} By the number of the spelling. */
  bySpelling = new Map();

  /**
   * Adds a stem in all spellings.
   * @param {Entry | undefined} entry nothing if there is no such term
   * @param {number} weight
   * @param {boolean} alike whether it only looks or sounds like the word
   */
  add(entry, weight, alike = false) {
    for (const guess of spelt(entry, weight, alike)) this.put(guess);
  }

  /**
   * Adds a stem that the word has for certain, so that the word as it is spelt is likelier than another form of it.
   * @param {Entry | undefined} entry nothing if there is no such term
   * @param {number} weight
   * @param {string[]} spellings of the word
   */
  addOwn(entry, weight, spellings) {
    for (const guess of spelt(entry, weight)) this.put(spellings.includes(guess.spelling.text) ? guess : { ...guess, weight: OTHER_SPELLING });
  }

  /** @param {Guess} guess */
  put(guess) {
    const { number } = guess.spelling;
    if (guess.weight > (this.bySpelling.get(number)?.weight ?? 0)) this.bySpelling.set(number, guess);
  }

  get any() {
    return this.bySpelling.size > 0;
  }

  /** Whether a guess is more than a word that is alike. */
  get certain() {
    return [...this.bySpelling.values()].some(({ weight }) => weight > SAME_SKELETON);
  }

  sorted() {
    return [...this.bySpelling.values()].sort((a, b) => b.weight - a.weight || a.spelling.number - b.spelling.number);
  }
}

/**
 * A stem in each of its spellings as a guess.
 * @param {Entry | undefined} entry
 * @param {number} weight
 * @param {boolean} [alike]
 * @returns {Guess[]}
 */
function spelt(entry, weight, alike = false) {
  return entry ? entry.spellings.map((spelling) => ({ entry, spelling, weight, alike })) : [];
}

/**
 * Guesses of so many stems, the likeliest.
 * @param {Guess[]} guesses the likeliest first
 * @param {number} most
 */
function likeliest(guesses, most) {
  const stems = new Set([...new Set(guesses.map(({ entry }) => entry))].slice(0, most));
  return guesses.filter(({ entry }) => stems.has(entry));
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
  for (const word of [forms.stem, ...forms.firm, ...unit.spelled]) await index.readTerms(word);
  const written = unit.spelled.flatMap((word) => index.byTerm.get(word) ?? []);
  const stems = unit.spelled.flatMap((word) => index.byTerm.get(analysis.forms(word).stem) ?? []);
  for (const entry of written.length ? written : stems) guesses.add(entry, 1);
  if (guesses.any) return guesses.sorted();
  const sure = await sureStems(index, unit.word, forms);
  if (!unit.only) {
    for (const stem of sure) guesses.addOwn(index.byTerm.get(stem), stem === sure[0] ? 1 : FIRM_STEM, forms.spellings);
  }
  unit.exact = guesses.any;
  if (!unit.exact) for (const stem of forms.maybe) await index.readTerms(stem);
  if (!unit.only) addForms(index, unit, forms, sure, guesses);
  if (!unit.only && /^[a-z]$/.test(unit.word)) {
    for (const sign of LETTER_SIGNS) guesses.add(index.byTerm.get(unit.word + sign), SIGNED_LETTER);
  }
  if (!unit.only && index.analysis.analyser.arabic && index.analysis.isArabic(unit.word)) await addInflections(index, unit, guesses);
  for (const prefix of (!unit.only && index.analysis.analyser.light?.prefixes) || []) {
    const { stem } = analysis.forms(prefix + unit.word);
    if (!unit.exact) await index.readTerms(stem);
    guesses.add(index.byTerm.get(stem), MAYBE_STEM);
  }
  if (unit.last) {
    await index.readTermsOfLetter(forms.stem);
    addCompletions(index, unit, forms, guesses);
  }
  unit.slip = !guesses.any;
  if (unit.slip && !unit.only) await index.readAllTerms();
  if (!guesses.certain && !unit.only) {
    await index.readTermsOfLetter(forms.stem);
    addMisspellings(index, unit, forms, guesses);
  }
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
    const certain = sure.includes(stem);
    for (const entry of bySkeleton.get(skeleton) ?? []) guesses.add(entry, certain ? weight : weight * UNLIKELY, !certain || weight === WEAK_SKELETON);
  }
}

/**
 * Adds other persons and tenses of a verb, and broken plurals that a skeleton does not show. They are looked for where they
 * may be terms, so that a noun that looks like a verb brings nothing.
 * @param {SearchIndex} index
 * @param {Unit} unit
 * @param {Guesses} guesses
 */
async function addInflections(index, unit, guesses) {
  const { analysis, byTerm } = index;
  const { persons, perfect, broken } = analysis.tables.arabic;
  const word = plain(analysis.ownLetters(unit.word));
  /** @type {(pattern: string, from: string, to: string) => string | undefined} */
  const turn = (stem, from, to) => {
    const found = new RegExp(`^${from.replace("1", "([^ه])").replace(/\d/g, "([^اه])")}$`, "u").exec(stem);
    return found ? to.replace(/\d/g, (number) => found[Number(number)]) : undefined;
  };
  const plurals = broken.flatMap(([one, many]) => [turn(word, one, many), turn(word, many, one)]);
  const future = word.startsWith("س") ? [word, word.slice(1)] : [word];
  const bases = future.flatMap((form) => [form, ...persons.filter((person) => form.startsWith(person)).map((person) => form.slice(person.length))]);
  const endless = bases.flatMap((base) => [base, ...perfect.filter((ending) => base.endsWith(ending)).map((ending) => base.slice(0, -ending.length))]);
  // No verb has the article, or ends with ة.
  const nominal = unit.word.startsWith("ال") || unit.word.endsWith("ة");
  const long = nominal ? [] : endless.filter((base) => [...base].length > 2);
  // يبدؤون is of بدأ; أساهم and أسهم are of one root, and mean the same as often as not.
  const spelled = long.map((base) => base.replace(/ء(?:ون|وا|ين)?$/u, "ا"));
  const bare = unit.exact ? [] : long.map((base) => analysis.skeleton(analysis.stem(base))).filter((root) => ROOT.test(root));
  const roots = [...long, ...spelled, ...bare];
  const verbs = roots.flatMap((root) => ["", ...persons].map((person) => person + root));
  for (const [weight, words] of /** @type {[number, (string | undefined)[]][]} */ ([[SAME_SKELETON, plurals], [unit.exact ? OTHER_PERSON : SAME_VERB, verbs]])) {
    for (const form of new Set(words)) {
      if (!form || form === word) continue;
      const stem = analysis.stem(form);
      // A word that is a term as it is is no reason to fetch another file of them.
      if (!unit.exact) await index.readTerms(stem);
      if (stem.length > 2) guesses.add(byTerm.get(stem) ?? byTerm.get(form), weight);
    }
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
    const likely = (unit.exact ? UNLIKELY : 1) * (entry.named ? 1 : UNNAMED);
    guesses.add(entry, PREFIX * likely * Math.sqrt(length / entry.term.length));
  }
}

/**
 * Adds terms that sound the same or are a typing error away.
 * @param {SearchIndex} index
 * @param {Unit} unit
 * @param {Forms} forms
 * @param {Guesses} guesses
 */
function addMisspellings(index, unit, forms, guesses) {
  const { analysis, terms, byTerm } = index;
  const arabic = analysis.isArabic(unit.word);
  if (arabic) for (const word of soundingAlike(analysis, unit.word)) guesses.add(byTerm.get(analysis.forms(word).stem), SAME_SOUND, true);
  for (const entry of inOtherScript(index, unit.word, MIN_SOUNDS)) guesses.add(entry, SAME_SOUND, true);
  const bare = withoutPrefix(analysis, unit.word);
  if (bare.length < MIN_TYPO_LETTERS || NUMBER.test(bare)) return;
  const stems = new Set([...typos(analysis, bare)].map((word) => analysis.analyse(word).stem));
  const skeleton = analysis.skeleton(forms.stem);
  for (const entry of terms) {
    const { term } = entry;
    if (entry.arabic !== arabic || term.length < 3) continue;
    if (stems.has(term) || isNear(forms.stem, term)) guesses.add(entry, TYPO, true);
    else if (arabic && skeleton.length > 3 && entry.skeleton.length > 3 && isNear(skeleton, entry.skeleton)) guesses.add(entry, SKELETON_TYPO, true);
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
 * Terms of the other script, Arabic or Latin, whose consonants sound like those of a word: إنفرنس is inference.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {number} least so many consonants it has to have
 */
function inOtherScript({ analysis, terms }, word, least) {
  const sounds = consonants(word);
  if (sounds.length < least) return [];
  const arabic = analysis.isArabic(word);
  return terms.filter((entry) => {
    if (entry.arabic === arabic) return false;
    entry.sounds ??= consonants(entry.term);
    // The stem of an English word lacks its ending.
    const stemmed = entry.sounds.length >= MIN_JOINED_SOUNDS && sounds.startsWith(entry.sounds) && ENDING_SOUNDS.test(sounds.slice(entry.sounds.length));
    return sounds === entry.sounds || stemmed;
  });
}

/**
 * The consonants of a loan word or a name, as Arabic and Latin letters share them: those that Arabic writes with one letter,
 * or one language or dialect with another's, are one.
 * @param {string} word
 */
function consonants(word) {
  let sounds = word;
  for (const [letters, sound] of SOUNDS) sounds = sounds.replace(letters, sound);
  return sounds;
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
      const joined = parts.map(({ word }) => word).join("");
      const forms = analysis.forms(joined);
      await index.readTerms(forms.stem);
      const skeleton = analysis.skeleton(forms.stem);
      const alike = skeleton.length > 3 && analysis.isArabic(forms.stem) ? (index.bySkeleton.get(skeleton) ?? []) : [];
      const foreign = parts.some(({ exact }) => !exact) ? inOtherScript(index, joined, MIN_JOINED_SOUNDS) : [];
      for (const part of parts) {
        for (const stem of [forms.stem, ...forms.firm, ...forms.maybe]) {
          part.guesses.push(...spelt(index.byTerm.get(stem), COMPOUND));
        }
        for (const entry of alike) part.guesses.push(...spelt(entry, SAME_SKELETON));
        for (const entry of foreign) part.guesses.push(...spelt(entry, SAME_SOUND, true));
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
      found.push(...near.map((second) => ({ first, second, weight: TYPO, alike: true })));
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
    const file = index.postingsFile(guess.spelling.number);
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
