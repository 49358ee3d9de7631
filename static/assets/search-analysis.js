// From text to the words of the search: tokens, one spelling for each, and stems. This is the mirror of
// `src/search/analysis/mod.rs` and `stem.rs`, function by function, with the same tables, which the index carries.
// `tests/browser/analysis.test.mjs` compares the two. Change both or neither.

/** @typedef {[from: number, to: number]} Range code points, both ends included */
/** @typedef {[ending: string, replacement: string, least: number]} Ending `least` letters have to be left before it */

/**
 * The tables of the analysis: `Tables` in `src/search/analysis/tables.rs`, where their fields are described.
 * @typedef {object} Tables
 * @property {Range[]} drop
 * @property {Range[]} alone
 * @property {[from: string, to: string][]} fold
 * @property {Range[]} script
 * @property {ArabicTables} arabic
 * @property {EnglishTables} english
 * @property {string[][]} stop
 */
/**
 * @typedef {object} ArabicTables
 * @property {[from: string, to: string][]} fold
 * @property {string[]} article
 * @property {string[]} clitics
 * @property {Ending[]} endings
 * @property {Ending[]} maybe
 * @property {string} weak
 * @property {string[]} persons
 * @property {string[]} perfect
 * @property {[one: string, many: string][]} broken
 * @property {[from: string, to: string][]} sounds
 * @property {[name: string, letters: string][]} letters
 * @property {string} alphabet
 */
/**
 * @typedef {object} EnglishTables
 * @property {Ending[]} endings
 * @property {string} vowels
 * @property {[word: string, stem: string][]} words
 * @property {string} alphabet
 */

/**
 * Which words are taken for Arabic and for English, and what all others are taken apart by.
 * @typedef {{ arabic: boolean, english: boolean, light?: Light }} Analyser
 */
/**
 * What words of another language are taken apart by: `Light` in `src/search/analysis/light.rs`.
 * @typedef {{ prefixes: string[], endings: Ending[], stop: string }} Light
 */

/**
 * A word of a text.
 * @typedef {object} Token
 * @property {number} start where it begins in the text, in UTF-16 code units
 * @property {number} end where it ends
 * @property {string} word its one spelling; never empty
 * @property {boolean} joined whether a hyphen joins it to the word before
 */

/**
 * What a word is looked up by.
 * @typedef {object} Forms
 * @property {string} stem
 * @property {string[]} firm other stems that it may as well have
 * @property {string[]} maybe stems that it has only if they are words of the site
 * @property {string[]} spellings what `stem` and `firm` are stems of: the word without what is written together before
 *   it; then the same for each of `maybe`
 */

/** The analysis of texts of one language. */
export class Analysis {
  /** @param {{ tables: Tables, analyser: Analyser }} manifest */
  constructor({ tables, analyser }) {
    const drop = ranges(tables.drop);
    const script = ranges(tables.script);
    const alone = ranges(tables.alone);
    const word = "\\p{Alphabetic}\\p{N}";
    const mark = `(?:[${drop}]|(?![${script}${alone}${word}])\\p{M})`;
    const arabic = `(?![${drop}])[${script}]`;
    const single = `(?![${drop}])[${alone}]`;
    const other = `(?![${drop}${script}${alone}])[${word}]`;
    this.tables = tables;
    this.analyser = analyser;
    /** Letters, digits and marks without anything between them, … */
    this.runPattern = new RegExp(`[${word}\\p{M}${drop}]+`, "gu");
    /** … and the pieces of such a run that are of one class. */
    this.piecePattern = new RegExp(`${mark}*(?:${single}${mark}*|${arabic}(?:${arabic}|${mark})*|${other}(?:${other}|${mark})*)|${mark}+`, "gu");
    this.dropPattern = new RegExp(`[${drop}]`, "gu");
    this.scriptPattern = new RegExp(`^[${script}]+$`, "u");
    this.fold = new Map(tables.fold);
    this.foldPattern = new RegExp(`[${tables.fold.map(([from]) => from).join("")}]`, "gu");
    this.arabicFold = new Map(tables.arabic.fold);
    this.irregular = new Map(tables.english.words);
    this.stop = new Set([...tables.stop.flat(), ...(analyser.light?.stop.split(" ") ?? [])]);
    this.weak = new Set(tables.arabic.weak);
    /** @type {Map<string, Forms>} Words that were analysed before. */
    this.cache = new Map();
  }

  /**
   * What a word is looked up by; remembered.
   * @param {string} word as `normalise` spells it
   */
  forms(word) {
    let forms = this.cache.get(word);
    if (!forms) {
      forms = this.analyse(word);
      this.cache.set(word, forms);
    }
    return forms;
  }

  /**
   * What a word is looked up by; not remembered, for the many words of a guess.
   * @param {string} word
   * @returns {Forms}
   */
  analyse(word) {
    const { arabic, english, light } = this.analyser;
    const isArabic = this.isArabic(word);
    if (isArabic && arabic) return this.arabic(word);
    if (!isArabic && english && /^[a-z]+$/.test(word)) return only(this.english(word), word);
    const own = isArabic ? plain(word) : word;
    return light && /^\p{Alphabetic}+$/u.test(own) ? lightForms(own, light) : only(own, own);
  }

  /** @param {string} word */
  isArabic(word) {
    return this.scriptPattern.test(word);
  }

  /**
   * Whether a word says nothing of what a page is about.
   * @param {string} word
   */
  isStop(word) {
    return this.stop.has(plain(word));
  }

  /**
   * The words of a text, in order.
   * @param {string} text
   */
  tokens(text) {
    /** @type {Token[]} */
    const found = [];
    for (const run of text.matchAll(this.runPattern)) {
      for (const piece of run[0].matchAll(this.piecePattern)) {
        const start = run.index + piece.index;
        let end = start + piece[0].length;
        // C++, C#.
        if (/^[A-Za-z]$/.test(piece[0])) end += (/^[+#]*/.exec(text.slice(end))?.[0] ?? "").length;
        const before = found.at(-1);
        const gap = before ? text.slice(before.end, start) : "";
        // An apostrophe and the point of a number part no words.
        const digits = before && /\p{N}$/u.test(text.slice(before.start, before.end)) && /^\p{N}/u.test(piece[0]);
        if (before && (gap === "'" || gap === "’" || (digits && [".", ",", "٫", "٬"].includes(gap)))) before.end = end;
        else found.push({ start, end, word: "", joined: ["-", "‐", "‑", "_"].includes(gap) });
      }
    }
    for (const token of found) token.word = this.normalise(text.slice(token.start, token.end));
    return found.filter((token) => token.word);
  }

  /**
   * The one spelling of a word: without marks, accents and capitals. ة is still apart from ه; أ is left for every alef
   * with hamza or madda, ء for every other hamza.
   * @param {string} text
   */
  normalise(text) {
    // L’article, d'une, qu’elle: French and its neighbours leave a vowel out.
    const own = text.replace(/['’]s$/, "").replace(/^(?:[cdjlmnst]|qu)['’](?=..)/isu, "");
    if (/^[a-z0-9ا-غف-وي]*$/.test(own)) return own;
    const lower = own.normalize("NFKD").replace(this.dropPattern, "").toLowerCase().replace(this.dropPattern, "");
    return lower
      .replace(this.foldPattern, (letter) => this.fold.get(letter) ?? letter)
      .replace(/ا[\u0653-\u0655]+/g, "أ")
      .replace(/[وي][\u0653-\u0655]+/g, "ء")
      .replace(/[\u0653-\u0655 ]/g, "");
  }

  /**
   * An Arabic word.
   * @param {string} typed
   */
  arabic(typed) {
    const { clitics, maybe } = this.tables.arabic;
    const word = this.ownLetters(typed);
    const bare = this.withoutArticle(word);
    const forms = only(this.stem(bare), plain(bare));
    /** @type {[stem: string, spelling: string][]} */
    const possible = [];
    // Alef with hamza and lam are no article, unless whoever typed it left hamza out.
    if (bare.startsWith("أل") && letters(bare) > 4) forms.firm.push(this.stem(bare.slice(2)));
    // The plural of صوت ends like a feminine one.
    if (letters(bare) === 5 && /^[اأ].*ات$/u.test(bare)) forms.firm.push(plain(bare));
    if (bare.length < word.length) {
      // What looks like the article may be part of the word.
      if (word.startsWith("ا")) possible.push([this.stem(word), plain(word)]);
    } else {
      for (const clitic of clitics) {
        const rest = word.slice(clitic.length);
        if (!word.startsWith(clitic) || letters(rest) <= 2) continue;
        const own = this.withoutArticle(rest);
        possible.push([this.stem(own), plain(own)]);
      }
    }
    for (const [ending, , least] of maybe) {
      const rest = bare.slice(0, -ending.length);
      if (bare.endsWith(ending) && letters(rest) >= least) possible.push([this.stem(rest), plain(bare)]);
    }
    forms.firm = [...new Set(forms.firm)].filter((other) => other !== forms.stem);
    // Two letters are left of too many words: كر of فكرة.
    for (const [stem, spelling] of possible) addPossible(forms, stem, spelling);
    return forms;
  }

  /**
   * A word with Arabic letters for those that its neighbours borrow.
   * @param {string} word
   */
  ownLetters(word) {
    return [...word].map((letter) => this.arabicFold.get(letter) ?? letter).join("");
  }

  /** @param {string} word */
  stem(word) {
    // The last two letters of تعدين and تأمين are no ending of the plural.
    if (letters(word) === 5 && /^ت.*ين$/u.test(word)) return plain(word);
    return plain(withoutEndings(word, this.tables.arabic.endings, ""));
  }

  /** @param {string} whole */
  withoutArticle(whole) {
    let word = whole;
    // Twice at most: the second is the beginning of a word such as التزام.
    for (let round = 0; round < 2; round++) {
      const found = this.tables.arabic.article.find((article) => word.startsWith(article));
      const rest = found && word.slice(found.length);
      if (!rest || letters(rest) < 2 || this.isEnding(rest)) break;
      word = rest;
      if (!word.startsWith("ال")) break;
    }
    return word;
  }

  /** @param {string} rest */
  isEnding(rest) {
    return letters(rest) === 2 && (rest === "ية" || rest === "يه" || this.tables.arabic.endings.some(([ending]) => ending === rest));
  }

  /**
   * Without letters that come and go between singular and broken plural, and of two that are alike one. Where two
   * letters are left, it tells roots such as صوت from such as حقّ whether a weak one stood between them.
   * @param {string} stem
   */
  skeleton(stem) {
    /** @type {string[]} */
    const out = [];
    let hollow = false;
    let gap = false;
    let at = 0;
    for (const letter of stem) {
      if (this.weak.has(letter) && (at++ > 0 || letter === "ا")) {
        gap = true;
        continue;
      }
      at++;
      if (out.at(-1) !== letter) {
        if (out.length === 1 && gap) hollow = true;
        out.push(letter);
      }
      gap = false;
    }
    return out.join(out.length === 2 && hollow ? "ا" : "");
  }

  /**
   * An English word, or one that is treated as such.
   * @param {string} word
   */
  english(word) {
    const { endings, vowels } = this.tables.english;
    const irregular = this.irregular.get(word);
    if (irregular !== undefined) return irregular;
    const stem = withoutEndings(word, endings, vowels);
    // Modelling, modeling.
    return stem.length > 3 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  }
}

/**
 * One stem alone.
 * @param {string} stem
 * @param {string} spelling
 * @returns {Forms}
 */
function only(stem, spelling) {
  return { stem, firm: [], maybe: [], spellings: [spelling] };
}

/**
 * Adds a stem that a word may have, unless it has it already.
 * @param {Forms} forms
 * @param {string} stem
 * @param {string} spelling
 */
function addPossible(forms, stem, spelling) {
  if (letters(stem) <= 2 || [forms.stem, ...forms.firm, ...forms.maybe].includes(stem)) return;
  forms.maybe.push(stem);
  forms.spellings.push(spelling);
}

/**
 * A word of a language of which little is known.
 * @param {string} word
 * @param {Light} language
 */
function lightForms(word, { prefixes, endings }) {
  const forms = only(withoutEndings(word, endings, ""), word);
  const rests = prefixes.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length));
  for (const rest of rests) if (letters(rest) > 2) addPossible(forms, withoutEndings(rest, endings, ""), rest);
  return forms;
}

/**
 * One form for those letters that were kept apart for stemming.
 * @param {string} word
 */
export function plain(word) {
  return word.replaceAll("ة", "ه").replaceAll("أ", "ا");
}

/**
 * Takes endings off until none is left; at most six, which no word has.
 * @param {string} whole
 * @param {Ending[]} endings
 * @param {string} need one of these letters has to be left; any if it is empty
 */
function withoutEndings(whole, endings, need) {
  let word = whole;
  for (let round = 0; round < 6; round++) {
    const found = endings.find(([ending, replacement, least]) => {
      if (!word.endsWith(ending)) return false;
      const rest = word.slice(0, word.length - ending.length);
      return letters(rest) >= least && (!need || ending === replacement || [...need].some((letter) => rest.includes(letter)));
    });
    // An ending that stands for itself ends the search: the `s` of `process` is none.
    if (!found || found[0] === found[1]) break;
    word = word.slice(0, word.length - found[0].length) + found[1];
  }
  return word;
}

/** @param {string} text */
function letters(text) {
  return [...text].length;
}

/**
 * Ranges of code points as a class of a regular expression writes them.
 * @param {Range[]} list
 */
function ranges(list) {
  return list.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join("");
}
