// The files of a search index: every number and name of the format is here and nowhere else in the scripts. The other
// side is `src/search/format.rs` and, for the keys of the manifest, `src/search/index/manifest.rs`; a format that this
// script cannot read has another version.

import { Analysis } from "./search-analysis.js";

/** @typedef {import("./search-analysis.js").Tables} Tables */
/** @typedef {import("./search-analysis.js").Analyser} Analyser */

/** The version of the format that this script reads: `VERSION` in `src/search/format.rs`. */
const VERSION = 4;

/** Where in a page a word stands: `Field` in `src/search/format.rs`. Fields before `HEADING` are names of the page. */
export const Field = { NAME: 0, FOREIGN: 1, HEADING: 2, SUMMARY: 3, BODY: 4 };
/** A group is `FIELDS * slot + field`. */
const FIELDS = 5;
/** A place in a field before `SUMMARY` is `LENGTHS * number + length`. */
const LENGTHS = 16;
/** A number in a list of postings is `MORE * number`, and one more where another of its kind follows. */
const MORE = 2;
/** A file of terms ends only between terms whose skeletons differ in so many first letters. */
const LETTERS_OF_TERM_FILES = 2;
/** Values of a section in a record: `id, heading, file, number`. */
const SECTION_VALUES = 4;
/** A stem or spelling in a file of terms: a sign, how many letters it shares with what is before it, the rest of them. */
const SIGNED = /([ !=])(.)([^ !=]*)/gu;
/** The sign of a stem that is in the name of a page, … */
const NAMED = "!";
/** … and that of a spelling of the stem before it. A stem that is followed by none is its only spelling. */
const SPELLING = "=";
/** The base in which the number of shared letters is written, as one digit. */
const SHARED_BASE = 36;
/** How a digit of the manifest tells the length of a page: `length_of` in `src/search/format.rs`. */
const LENGTH_BASE = 36;
const LENGTH_STEP = 8;
const LENGTH_PARTS = 4;

/**
 * What is read first: `assets/search/<language>.json`.
 * @typedef {object} Manifest
 * @property {number} version
 * @property {string} language
 * @property {number} pages how many pages there are
 * @property {number} segment how many pages a segment has
 * @property {number} size how many pages a file of records has
 * @property {string} lengths how long each page is, a digit for each
 * @property {Analyser} analyser
 * @property {Tables} tables
 * @property {{ places: string[], terms: string[], records: string[][], texts: string[][] }} files
 *   the digests in the names of files: by number, those of records and texts by segment and number
 * @property {[start: string, number: number][]} terms_from where files of terms begin: what their skeletons begin with,
 *   and the number of the first term
 * @property {number[]} places_from where files of postings begin: the number of the first term, from the one before
 * @property {Record<string, string>} words the messages of the interface
 * @property {string} numbers a language tag for writing numbers
 * @property {[title: string, url: string][]} suggestions
 * @property {{ tag: string, name: string, dir: string }[]} others the other languages
 */

/**
 * A stem in one of its spellings, which has postings of its own; or a stem that is its only spelling.
 * @typedef {object} Spelling
 * @property {string} text
 * @property {number} number by which its postings are found
 */

/**
 * A stem of the index.
 * @typedef {object} Entry
 * @property {string} term
 * @property {number} number that of its first spelling
 * @property {Spelling[]} spellings
 * @property {boolean} named whether it is in the name of a page
 * @property {string} skeleton
 * @property {boolean} arabic
 * @property {string} [sounds] its consonants, as soon as they have been asked for
 */

/**
 * The places of a term in one name, heading, summary or section of a page.
 * @typedef {object} Group
 * @property {number} key tells groups of a page apart
 * @property {number} slot the number of the name or section
 * @property {number} field
 * @property {number[]} places the numbers of the words
 * @property {number} length how many words a name or heading has, 15 at most; 0 elsewhere
 */

/** @typedef {[page: number, groups: Group[]]} Posting */

/** @typedef {{ id: string, heading: string, text: () => Promise<string> }} Section */

/**
 * How a page is shown.
 * @typedef {object} PageRecord
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} kind
 * @property {string[]} aliases
 * @property {Section[]} sections
 * @property {string} [tag] the language of the words, where it is not the reader's
 * @property {string} [dir] and its direction
 */

/** The index of a language. Its files are fetched when they are asked for, each once. */
export class SearchIndex {
  /**
   * @param {Manifest} manifest
   * @param {(name: string) => Promise<any>} load promises the content of a file beside the manifest
   */
  constructor(manifest, load) {
    if (manifest.version !== VERSION) {
      const message = `search index: format ${manifest.version}, not ${VERSION}`;
      console.warn(message);
      throw new Error(message);
    }
    this.manifest = manifest;
    this.analysis = new Analysis(manifest);
    this.load = load;
    /** About how many words each page has. */
    this.lengths = [...manifest.lengths].map(lengthOf);
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / this.lengths.length;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {number[]} By file of postings: the number of its first term. */
    this.postingsFrom = [];
    for (const distance of manifest.places_from) this.postingsFrom.push((this.postingsFrom.at(-1) ?? 0) + distance);
    /** @type {Entry[]} The stems that have been read, … */
    this.terms = [];
    /** @type {Map<string, Entry>} … by themselves, … */
    this.byTerm = new Map();
    /** @type {Map<string, Entry[]>} … and the Arabic ones by skeleton. */
    this.bySkeleton = new Map();
    /** @type {Set<number>} Files of terms that have been read. */
    this.termFiles = new Set();
    /** @type {Map<number, Posting[]>} By the number of the spelling. */
    this.postingLists = new Map();
  }

  /**
   * A file by its number, or by its segment and its number there.
   * @param {keyof Manifest["files"]} kind
   * @param {...number} numbers
   * @returns {Promise<any>}
   */
  file(kind, ...numbers) {
    /** @type {any} */
    const digests = this.manifest.files[kind];
    const digest = numbers.reduce((inner, number) => inner[number], digests);
    const name = `${this.manifest.language}-${kind}-${numbers.join("-")}.${digest}.json`;
    let file = this.files.get(name);
    if (!file) {
      file = this.load(name);
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return file;
  }

  /**
   * How a page is shown, by its number.
   * @param {number} page
   * @returns {Promise<PageRecord>}
   */
  async record(page) {
    const { segment: pages, size } = this.manifest;
    const segment = Math.floor(page / pages);
    const records = await this.file("records", segment, Math.floor((page % pages) / size));
    const [url, title, summary, kind, aliases, values, tag, dir] = records[(page % pages) % size];
    /** @type {Section[]} */
    const sections = [];
    for (let at = 0; at < values.length; at += SECTION_VALUES) {
      const [id, heading, file, number] = values.slice(at, at + SECTION_VALUES);
      sections.push({ id, heading, text: async () => (await this.file("texts", segment, file))[number] });
    }
    return { url, title, summary, kind, aliases, sections, tag, dir };
  }

  /**
   * Reads the file of terms where a stem is, if it is one.
   * @param {string} stem
   */
  async readTerms(stem) {
    await this.readTermFile(this.termFile(this.startOf(stem, LETTERS_OF_TERM_FILES)));
  }

  /**
   * Reads the files of all terms that begin with the letter of a stem: it may be any of them that is not yet typed.
   * @param {string} stem
   */
  async readTermsOfLetter(stem) {
    const letter = this.startOf(stem, 1);
    const last = this.manifest.terms_from.findLastIndex(([start]) => start <= letter || start.startsWith(letter));
    for (let file = this.termFile(letter); file <= last; file++) await this.readTermFile(file);
  }

  /**
   * What a skeleton begins with.
   * @param {string} stem
   * @param {number} letters
   */
  startOf(stem, letters) {
    return [...this.analysis.skeleton(stem)].slice(0, letters).join("");
  }

  /**
   * The number of the file of terms with what begins so.
   * @param {string} start
   */
  termFile(start) {
    return Math.max(0, this.manifest.terms_from.findLastIndex(([first]) => first <= start));
  }

  /** Reads all files of terms: what is written in another way may begin with any letter. */
  async readAllTerms() {
    await Promise.all(this.manifest.files.terms.map((_, file) => this.readTermFile(file)));
  }

  /** @param {number} file */
  async readTermFile(file) {
    if (this.termFiles.has(file) || !this.manifest.files.terms.length) return;
    const text = await this.file("terms", file);
    if (this.termFiles.has(file)) return;
    this.termFiles.add(file);
    let number = this.manifest.terms_from[file][1];
    /** @type {string[]} */
    let before = [];
    /** @type {Entry | undefined} */
    let entry;
    for (const [, sign, shared, rest] of text.matchAll(SIGNED)) {
      before = [...before.slice(0, parseInt(shared, SHARED_BASE)), ...rest];
      const word = before.join("");
      if (entry && sign === SPELLING) {
        entry.spellings.push({ text: word, number: number++ });
        continue;
      }
      if (entry && !entry.spellings.length) entry.spellings.push({ text: entry.term, number: number++ });
      entry = this.addTerm(word, number, sign === NAMED);
    }
    if (entry && !entry.spellings.length) entry.spellings.push({ text: entry.term, number });
  }

  /**
   * @param {string} term
   * @param {number} number
   * @param {boolean} named
   * @returns {Entry} without spellings yet
   */
  addTerm(term, number, named) {
    const skeleton = this.analysis.skeleton(term);
    /** @type {Entry} */
    const entry = { term, number, named, skeleton, arabic: this.analysis.isArabic(term), spellings: [] };
    this.terms.push(entry);
    this.byTerm.set(term, entry);
    // A single letter says too little to find words that are alike.
    if (!entry.arabic || skeleton.length < 2) return entry;
    const alike = this.bySkeleton.get(skeleton);
    if (alike) alike.push(entry);
    else this.bySkeleton.set(skeleton, [entry]);
    return entry;
  }

  /**
   * The number of the file with the postings of a spelling; those of a stem are all in one.
   * @param {number} term its number
   */
  postingsFile(term) {
    return this.postingsFrom.findLastIndex((start) => start <= term);
  }

  /**
   * Where a spelling stands, page by page.
   * @param {number} term its number
   */
  async postings(term) {
    let postings = this.postingLists.get(term);
    if (!postings) {
      const file = this.postingsFile(term);
      const lists = await this.file("places", file);
      postings = decodePostings(lists[term - this.postingsFrom[file]]);
      this.postingLists.set(term, postings);
    }
    return postings;
  }
}

/**
 * About how many words a page has.
 * @param {string} digit
 */
function lengthOf(digit) {
  const number = parseInt(digit, LENGTH_BASE);
  const part = LENGTH_PARTS + (number % LENGTH_PARTS) + 0.5;
  return LENGTH_STEP * ((part * 2 ** Math.floor(number / LENGTH_PARTS)) / LENGTH_PARTS) - LENGTH_STEP / 2;
}

/**
 * Reads a list of postings: for each page its distance from the one before, then its groups, each with its places.
 * @param {number[]} list
 */
function decodePostings(list) {
  /** @type {Posting[]} */
  const postings = [];
  let at = 0;
  let page = 0;
  // The next number, and whether another of its kind follows.
  const next = () => {
    const value = list[at++];
    return { number: Math.floor(value / MORE), more: value % MORE === 1 };
  };
  while (at < list.length) {
    page += list[at++];
    /** @type {Group[]} */
    const groups = [];
    for (let moreGroups = true; moreGroups; ) {
      const group = next();
      moreGroups = group.more;
      const field = group.number % FIELDS;
      /** @type {number[]} */
      const places = [];
      let length = 0;
      for (let morePlaces = true; morePlaces; ) {
        const place = next();
        morePlaces = place.more;
        if (field < Field.SUMMARY) {
          length = place.number % LENGTHS;
          places.push(Math.floor(place.number / LENGTHS));
        } else {
          places.push((places.at(-1) ?? 0) + place.number);
        }
      }
      groups.push({ key: group.number, slot: Math.floor(group.number / FIELDS), field, places, length });
    }
    postings.push([page, groups]);
  }
  return postings;
}
