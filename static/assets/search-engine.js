// Search in the browser: what is typed is taken apart by the tables of the index, exactly as `src/locale/analysis`
// took the pages apart; then terms are looked up and pages ranked. No DOM here: tests run it in Node.

const ranges = (list) => list.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join("");
const count = (text) => [...text].length;

/** Words, spelling and stems: the same as in Rust. */
export class Analysis {
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
    this.rules = analyser;
    this.runs = new RegExp(`[${word}\\p{M}${drop}]+`, "gu");
    this.pieces = new RegExp(`${mark}*(?:${single}${mark}*|${arabic}(?:${arabic}|${mark})*|${other}(?:${other}|${mark})*)|${mark}+`, "gu");
    this.drop = new RegExp(`[${drop}]`, "gu");
    this.script = new RegExp(`^[${script}]+$`, "u");
    this.fold = new Map(tables.fold);
    this.folded = new RegExp(`[${tables.fold.map(([from]) => from).join("")}]`, "gu");
    this.borrowed = new Map(tables.arabic.fold);
    this.irregular = new Map(tables.english.words);
    this.stop = new Set(tables.stop.flat());
    this.weak = new Set(tables.arabic.weak);
    this.letters = new Map(tables.arabic.letters);
    this.known = new Map();
  }

  tokens(text) {
    const found = [];
    for (const run of text.matchAll(this.runs)) {
      for (const piece of run[0].matchAll(this.pieces)) {
        let [start, end] = [run.index + piece.index, run.index + piece.index + piece[0].length];
        if (/^[A-Za-z]$/.test(piece[0])) end += /^[+#]*/.exec(text.slice(end))[0].length;
        const before = found.at(-1);
        const gap = before && text.slice(before.end, start);
        const digits = before && /\p{N}$/u.test(text.slice(before.start, before.end)) && /^\p{N}/u.test(piece[0]);
        if (gap === "'" || gap === "’" || (digits && [".", ",", "٫", "٬"].includes(gap))) before.end = end;
        else found.push({ start, end, joined: ["-", "‐", "‑", "_"].includes(gap) });
      }
    }
    for (const token of found) token.word = this.normalise(text.slice(token.start, token.end));
    return found.filter((token) => token.word);
  }

  normalise(text) {
    const own = text.replace(/['’]s$/, "");
    if (/^[a-z0-9ا-غف-وي]*$/.test(own)) return own;
    const lower = own.normalize("NFKD").replace(this.drop, "").toLowerCase().replace(this.drop, "");
    return lower
      .replace(this.folded, (letter) => this.fold.get(letter))
      .replace(/ا[\u0653-\u0655]+/g, "أ")
      .replace(/[وي][\u0653-\u0655]+/g, "ء")
      .replace(/[\u0653-\u0655 ]/g, "");
  }

  isStop(word) {
    return this.stop.has(plain(word));
  }

  isArabic(word) {
    return this.script.test(word);
  }

  forms(word) {
    let forms = this.known.get(word);
    if (!forms) {
      forms = this.apart(word);
      this.known.set(word, forms);
    }
    return forms;
  }

  apart(word) {
    const only = (stem) => ({ stem, firm: [], maybe: [] });
    if (this.isArabic(word)) return this.rules.arabic ? this.arabic(word) : only(plain(word));
    return only(this.rules.english && /^[a-z]+$/.test(word) ? this.english(word) : word);
  }

  /** A word without what stands before it, its ending still there. */
  bare(word) {
    return plain(this.rules.arabic && this.isArabic(word) ? this.withoutArticle(this.own(word)) : word);
  }

  own(word) {
    return [...word].map((letter) => this.borrowed.get(letter) ?? letter).join("");
  }

  arabic(typed) {
    const { clitics, maybe } = this.tables.arabic;
    const word = this.own(typed);
    const bare = this.withoutArticle(word);
    const forms = { stem: this.stem(bare), firm: [], maybe: [] };
    if (bare.startsWith("أل") && count(bare) > 4) forms.firm.push(this.stem(bare.slice(2)));
    if (count(bare) === 5 && /^[اأ].*ات$/u.test(bare)) forms.firm.push(plain(bare));
    if (bare.length < word.length) {
      if (word.startsWith("ا")) forms.maybe.push(this.stem(word));
    } else {
      for (const clitic of clitics) {
        const rest = word.slice(clitic.length);
        if (word.startsWith(clitic) && count(rest) > 2) forms.maybe.push(this.stem(this.withoutArticle(rest)));
      }
    }
    for (const [ending, , least] of maybe) {
      const rest = bare.slice(0, -ending.length);
      if (bare.endsWith(ending) && count(rest) >= least) forms.maybe.push(this.stem(rest));
    }
    forms.firm = [...new Set(forms.firm)].filter((other) => other !== forms.stem);
    forms.maybe = [...new Set(forms.maybe)].filter((other) => other !== forms.stem && !forms.firm.includes(other));
    return forms;
  }

  stem(word) {
    return plain(ends(word, this.tables.arabic.endings, ""));
  }

  withoutArticle(whole) {
    const { article, endings } = this.tables.arabic;
    let word = whole;
    for (let turn = 0; turn < 2; turn++) {
      const found = article.find((article) => word.startsWith(article));
      const rest = found && word.slice(found.length);
      const ending = rest && count(rest) === 2 && (rest === "ية" || rest === "يه" || endings.some(([ending]) => ending === rest));
      if (!rest || count(rest) < 2 || ending) break;
      word = rest;
      if (!word.startsWith("ال")) break;
    }
    return word;
  }

  /** Words that sound the same, or are written the same by some. */
  sounds(word) {
    return this.tables.arabic.sounds.filter(([from]) => word.includes(from)).map(([from, to]) => word.replaceAll(from, to));
  }

  /** Words that are a slip of the finger away: a letter wrong, missing, extra or swapped with its neighbour. */
  slips(word) {
    const [letters, found] = [[...word], new Set()];
    const alphabet = [...(this.isArabic(word) ? this.tables.arabic : this.tables.english).alphabet];
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

  english(word) {
    const { endings, vowels } = this.tables.english;
    if (this.irregular.has(word)) return this.irregular.get(word);
    const stem = ends(word, endings, vowels);
    return stem.length > 2 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  }

  skeleton(stem) {
    const out = [];
    let [hollow, gap, at] = [false, false, 0];
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
}

const plain = (word) => word.replaceAll("ة", "ه").replaceAll("أ", "ا");

function ends(whole, endings, need) {
  let word = whole;
  for (let turn = 0; turn < 6; turn++) {
    const found = endings.find(([ending, put, least]) => {
      if (!word.endsWith(ending)) return false;
      const rest = word.slice(0, word.length - ending.length);
      return count(rest) >= least && (!need || ending === put || [...need].some((letter) => rest.includes(letter)));
    });
    if (!found || found[0] === found[1]) break;
    word = word.slice(0, word.length - found[0].length) + found[1];
  }
  return word;
}

/** Fields, as `Field` in `src/render/search/gather.rs` numbers them, and what a word is worth in each. */
const [NAME, FOREIGN, HEADING, SUMMARY, BODY] = [0, 1, 2, 3, 4];
const WORTH = [10, 7, 5, 3, 1.2];
/** What is found by another form of a word counts for less than the word itself. */
const MAYBE = 0.7;
const SKELETON = 0.6;
const HOLLOW = 0.35;
const PREFIX = 0.75;
/** How many files of places a query may ask for before guesses that need another are let go. */
const FILES = 4;
const JOINED = 0.85;
const SOUND = 0.55;
const TYPO = 0.45;
const BLUR = 0.3;

/** Whether one letter wrong, missing, extra or swapped with its neighbour makes one of the other. */
export function near(a, b) {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [restA, restB] = [endA - start, endB - start];
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** A language's index. `load(name)` promises the content of a file beside the manifest. */
export class Index {
  constructor(manifest, load) {
    this.manifest = manifest;
    this.analysis = new Analysis(manifest);
    this.load = load;
    this.files = new Map();
    this.starts = [];
    for (const distance of manifest.places_from) this.starts.push((this.starts.at(-1) ?? 0) + distance);
    /** Terms that have been read: by themselves, by skeleton, and in a row. */
    this.known = new Map();
    this.alike = new Map();
    this.terms = [];
    this.read = new Set();
    this.lists = new Map();
  }

  /** A file by its number, or by its segment and its number there. */
  file(kind, ...numbers) {
    const digest = numbers.reduce((digests, number) => digests[number], this.manifest.files[kind]);
    const name = `${this.manifest.language}-${kind}-${numbers.join("-")}.${digest}.json`;
    if (!this.files.has(name)) {
      const loading = this.load(name);
      loading.catch(() => this.files.delete(name));
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  async record(page) {
    const { segment: pages, size } = this.manifest;
    const segment = Math.floor(page / pages);
    const records = await this.file("records", segment, Math.floor((page % pages) / size));
    const [url, title, summary, kind, aliases, parts, tag, dir] = records[(page % pages) % size];
    const sections = [];
    for (let at = 0; at < parts.length; at += 4) {
      const [id, heading, file, number] = parts.slice(at, at + 4);
      sections.push({ id, heading, text: async () => (await this.file("texts", segment, file))[number] });
    }
    return { url, title, summary, kind, aliases, sections, tag, dir };
  }

  /** Reads the terms that begin as a stem does. */
  async readTerms(stem) {
    const from = this.manifest.terms_from;
    const letter = [...this.analysis.skeleton(stem)][0] ?? "";
    const at = Math.max(0, from.findLastIndex(([first]) => first <= letter));
    if (!this.manifest.files.terms.length) return;
    const text = await this.file("terms", at);
    if (this.read.has(at)) return;
    this.read.add(at);
    let number = from[at][1];
    let before = [];
    for (const [, sign, shared, rest] of text.matchAll(/([ !])(.)([^ !]*)/gu)) {
      before = [...before.slice(0, parseInt(shared, 36)), ...rest];
      const term = before.join("");
      const entry = { term, number: number++, named: sign === "!", skeleton: this.analysis.skeleton(term), arabic: this.analysis.isArabic(term) };
      this.terms.push(entry);
      this.known.set(term, entry);
      if (entry.arabic && entry.skeleton.length > 1) {
        if (!this.alike.has(entry.skeleton)) this.alike.set(entry.skeleton, []);
        this.alike.get(entry.skeleton).push(entry);
      }
    }
  }

  /** The file that tells where a term stands. */
  block(number) {
    return this.starts.findLastIndex((start) => start <= number);
  }

  /** Keeps the best guess for each word, and others only while the files that they ask for are few. */
  frugal(units) {
    const guesses = units.flatMap((unit) => unit.found.map((guess, rank) => ({ unit, guess, rank: Math.min(rank, 1) })));
    guesses.sort((a, b) => a.rank - b.rank || b.guess.weight - a.guess.weight);
    const files = new Set();
    const kept = new Set();
    for (const { guess, rank } of guesses) {
      const file = this.block(guess.entry.number);
      if (rank && !files.has(file) && files.size >= FILES) continue;
      files.add(file);
      kept.add(guess);
    }
    for (const unit of units) {
      unit.found = unit.found.filter((guess) => kept.has(guess));
      unit.pairs = unit.pairs.filter(({ first, second }) => {
        const more = [first, second].map(({ number }) => this.block(number)).filter((file) => !files.has(file));
        if (unit.found.length && files.size + more.length > FILES) return false;
        more.forEach((file) => files.add(file));
        return true;
      });
    }
  }

  /** Where a term stands: `[page, [[slot, field, places, length], …]]` for each page. */
  async places(number) {
    if (!this.lists.has(number)) {
      const block = this.block(number);
      const lists = await this.file("places", block);
      this.lists.set(number, decode(lists[number - this.starts[block]]));
    }
    return this.lists.get(number);
  }

  /** What is typed, as words to look up. */
  parse(text) {
    const tokens = this.analysis.tokens(text);
    const open = tokens.length > 0 && tokens.at(-1).end === text.length;
    let units = tokens.map(({ word }, at) => ({ word, at, last: open && at === tokens.length - 1, spelt: [] }));
    this.spell(units);
    const telling = units.filter(({ word, spelt }) => spelt.length || !this.analysis.isStop(word));
    units = telling.length ? telling : units.slice(-1).map((unit) => ({ ...unit, only: true }));
    return units.slice(0, 12);
  }

  /** Latin letters by their Arabic names: إتش 100 is H100. */
  spell(units) {
    const letters = (unit) => this.analysis.letters.get(plain(this.analysis.own(unit.word)));
    for (let from = 0; from < units.length; from++) {
      let spelt = [""];
      let to = from;
      for (; to < units.length && letters(units[to]) && to - from < 6; to++) {
        spelt = spelt.flatMap((before) => [...letters(units[to])].map((letter) => before + letter));
      }
      if (to === from) continue;
      if (to < units.length && /^[0-9.]+$/.test(units[to].word)) {
        spelt = spelt.map((before) => before + units[to].word);
        to++;
      }
      if (to - from < 2) continue;
      for (const unit of units.slice(from, to)) unit.spelt = spelt;
      from = to - 1;
    }
  }

  /** The terms that a word may stand for, each with what it counts. */
  async expand(unit) {
    const { analysis } = this;
    const forms = analysis.forms(unit.word);
    const bare = analysis.bare(unit.word);
    const arabic = analysis.isArabic(unit.word);
    const found = new Map();
    const add = (entry, weight) => {
      if (entry && weight > (found.get(entry.number)?.weight ?? 0)) found.set(entry.number, { entry, weight });
    };
    await this.readTerms(forms.stem);
    for (const word of unit.spelt) {
      await this.readTerms(word);
      add(this.known.get(analysis.forms(word).stem) ?? this.known.get(word), 1);
    }
    const spelt = found.size > 0;
    let sure = [forms.stem, ...forms.firm];
    // "And" before a word of some page's name is "and", unless the whole is in a name, too. The index has it so as well.
    const [after] = /^[وف]/u.test(unit.word) ? forms.maybe : [];
    if (after) await this.readTerms(after);
    if (this.known.get(after)?.named && !this.known.get(forms.stem)?.named) sure = [after];
    if (!unit.only) {
      for (const stem of sure) add(this.known.get(stem), stem === sure[0] ? 1 : 0.9);
    }
    unit.exact = found.size > 0;
    if (!unit.exact) for (const stem of forms.maybe) await this.readTerms(stem);
    if (!unit.only && !spelt) {
      // "And" before a word that is one without it is "and"; a preposition may as well be a letter of the word.
      for (const stem of forms.maybe) add(this.known.get(stem), unit.exact && !/^[وف]/u.test(unit.word) ? MAYBE / 2 : MAYBE);
      if (arabic && analysis.rules.arabic) {
        for (const stem of unit.exact ? sure : [...sure, ...forms.maybe]) {
          const skeleton = analysis.skeleton(stem);
          const weight = skeleton.length > 2 && !skeleton.includes("ا") ? SKELETON : HOLLOW;
          for (const entry of this.alike.get(skeleton) ?? []) add(entry, sure.includes(stem) ? weight : weight / 2);
        }
      }
    }
    const certain = () => [...found.values()].some(({ weight }) => weight > SKELETON);
    if (unit.last) this.open(unit, [bare, forms.stem, ...(certain() ? [] : forms.maybe)], add);
    unit.slip = !found.size;
    if (!certain() && !unit.only) {
      if (arabic) for (const word of analysis.sounds(unit.word)) add(this.known.get(analysis.forms(word).stem), SOUND);
      this.blur(unit, forms, bare, arabic, add);
    }
    unit.found = [...found.values()].sort((a, b) => b.weight - a.weight || a.entry.number - b.entry.number);
    return unit;
  }

  /** A word that is still being typed. */
  open(unit, forms, add) {
    const rest = unit.word.startsWith("ال") ? [unit.word.slice(2)] : [];
    const starts = [...new Set([...forms, ...rest.map(plain)])].filter((start) => start.length > 1 || (start && unit.at > 0));
    const open = this.terms.filter(({ term }) => starts.some((start) => term.startsWith(start)));
    open.sort((a, b) => b.named - a.named || a.term.length - b.term.length || a.number - b.number);
    for (const entry of open.slice(0, 16)) {
      const length = Math.max(...starts.filter((start) => entry.term.startsWith(start)).map((start) => start.length));
      add(entry, PREFIX * (unit.exact ? 0.5 : 1) * Math.sqrt(length / entry.term.length));
    }
  }

  /** Terms that are a slip of the finger away. */
  blur(unit, forms, bare, arabic, add) {
    const { analysis } = this;
    if (bare.length < 4 || /^[0-9.]+$/.test(bare)) return;
    const stems = new Set([...analysis.slips(bare)].map((word) => analysis.apart(word).stem));
    const skeleton = analysis.skeleton(forms.stem);
    for (const entry of this.terms) {
      const { term } = entry;
      if (entry.arabic !== arabic || term.length < 3) continue;
      if (stems.has(term) || near(forms.stem, term)) add(entry, TYPO);
      // Vowels of loan words are written as one likes, so a slip is one in the skeleton.
      else if (arabic && skeleton.length > 3 && entry.skeleton.length > 3 && near(skeleton, entry.skeleton)) add(entry, BLUR);
    }
  }

  /** Neighbours that may be one word, and words that may be two: loan words are written both ways. */
  async join(units) {
    for (let at = 0; at < units.length; at++) {
      for (let size = 2; size <= 3 && at + size <= units.length; size++) {
        const parts = units.slice(at, at + size);
        if (parts.at(-1).at - parts[0].at !== size - 1) break;
        const forms = this.analysis.forms(parts.map(({ word }) => word).join(""));
        await this.readTerms(forms.stem);
        const skeleton = this.analysis.skeleton(forms.stem);
        const entries = [forms.stem, ...forms.firm, ...forms.maybe].map((stem) => this.known.get(stem)).filter(Boolean);
        const alike = skeleton.length > 3 && this.analysis.isArabic(forms.stem) ? (this.alike.get(skeleton) ?? []) : [];
        for (const part of parts) {
          for (const entry of entries) part.found.push({ entry, weight: JOINED });
          for (const entry of alike) part.found.push({ entry, weight: SKELETON });
        }
      }
    }
    for (const unit of units) {
      unit.pairs = [];
      const bare = this.analysis.bare(unit.word);
      if (unit.exact || unit.only || bare.length < 5) continue;
      for (let at = 2; at <= bare.length - 2; at++) {
        const left = this.analysis.forms(bare.slice(0, at)).stem;
        const right = bare.slice(at);
        const first = this.known.get(left) ?? this.known.get(bare.slice(0, at));
        if (!first) continue;
        const stem = this.analysis.forms(right).stem;
        await this.readTerms(stem);
        const exact = this.known.get(stem) ?? this.known.get(right);
        if (exact) unit.pairs.push({ first, second: exact, weight: JOINED });
        else if (right.length > 3) {
          for (const second of this.terms) {
            if (second.arabic === first.arabic && second.term.length > 2 && near(right, second.term)) unit.pairs.push({ first, second, weight: TYPO });
          }
        }
      }
      unit.pairs = unit.pairs.slice(0, 8);
    }
  }

  /** The pages that answer, the best first. */
  async find(text) {
    const units = this.parse(text);
    for (const unit of units) {
      await this.expand(unit);
      // The more words, the less each has to be guessed at.
      unit.found.length = Math.min(unit.found.length, Math.max(4, Math.floor(24 / units.length)));
    }
    await this.join(units);
    this.frugal(units);
    await Promise.all(units.flatMap((unit) => [...unit.found, ...unit.pairs.flatMap(({ first, second }) => [{ entry: first }, { entry: second }])]).map(({ entry }) => this.places(entry.number)));
    const pages = new Map();
    const put = (page, unit, hit) => {
      if (!pages.has(page)) pages.set(page, units.map(() => []));
      pages.get(page)[unit].push(hit);
    };
    for (const [number, unit] of units.entries()) {
      // How rare a word is, is told by what it surely stands for.
      const seen = new Set();
      const sure = 0.6 * Math.max(0, ...unit.found.map(({ weight }) => weight), ...unit.pairs.map(({ weight }) => weight));
      for (const { entry, weight } of unit.found) {
        for (const [page, groups] of await this.places(entry.number)) {
          if (weight >= sure) seen.add(page);
          for (const group of groups) put(page, number, { ...group, weight, entry });
        }
      }
      for (const { first, second, weight } of unit.pairs) {
        const others = new Map(await this.places(second.number));
        for (const [page, groups] of await this.places(first.number)) {
          for (const group of groups) {
            const beside = (others.get(page) ?? []).find(({ slot, field, places }) => slot === group.slot && field === group.field && places.some((place) => group.places.includes(place - 1)));
            if (!beside) continue;
            if (weight >= sure) seen.add(page);
            const places = group.places.filter((place) => beside.places.includes(place + 1));
            for (const entry of [first, second]) put(page, number, { ...group, places, length: Math.max(1, group.length - 1), weight, entry });
          }
        }
      }
      unit.rarity = Math.log(1 + this.manifest.pages / Math.max(1, seen.size));
    }
    const all = units.reduce((sum, { rarity }) => sum + rarity, 0);
    const results = [...pages].map(([page, hits]) => rank(page, hits, units, all));
    results.sort((a, b) => b.score - a.score || a.page - b.page);
    const least = (results[0]?.score ?? 0) * 0.08;
    return { units, results: results.filter(({ score, share, whole }) => score > least && (whole || share > 0.3)) };
  }
}

function decode(list) {
  const pages = [];
  let at = 0;
  let page = 0;
  while (at < list.length) {
    page += list[at++];
    const groups = [];
    for (let more = true; more; ) {
      const head = list[at++];
      more = head % 2 === 1;
      const field = (head >> 1) % 5;
      const slot = ((head >> 1) - field) / 5;
      const places = [];
      let [length, before] = [0, 0];
      for (let next = true; next; ) {
        const place = list[at++];
        next = place % 2 === 1;
        if (field < SUMMARY) {
          length = (place >> 1) % 16;
          places.push(place >> 5);
        } else {
          before += place >> 1;
          places.push(before);
        }
      }
      groups.push({ slot, field, places, length });
    }
    pages.push([page, groups]);
  }
  return pages;
}

/** What a page is worth, and which of its sections answer. */
function rank(page, hits, units, all) {
  const groups = new Map();
  for (const [unit, list] of hits.entries()) {
    for (const { slot, field, places, length, weight } of list) {
      const key = field * 65536 + slot;
      if (!groups.has(key)) groups.set(key, { field, slot, length, units: new Map() });
      const group = groups.get(key);
      const own = group.units.get(unit) ?? { weight: 0, places: new Map() };
      own.weight = Math.max(own.weight, weight);
      for (const place of places) own.places.set(place, Math.max(own.places.get(place) ?? 0, weight));
      group.units.set(unit, own);
    }
  }
  const mass = (which) => [...which].reduce((sum, unit) => sum + units[unit].rarity, 0) / all;
  const share = mass([...hits.keys()].filter((unit) => hits[unit].length));
  const names = [];
  let whole = false;
  const sections = new Map();
  let summary = 0;
  for (const group of groups.values()) {
    const worth = value(group, units);
    if (group.field < HEADING) {
      const all = group.units.size >= group.length;
      whole ||= all;
      names.push(worth * (all ? share : share ** 1.5));
    } else if (group.field === SUMMARY) summary += worth;
    else {
      const section = sections.get(group.slot) ?? { slot: group.slot, score: 0, units: new Set(), heading: false };
      section.score += worth;
      section.heading ||= group.field === HEADING;
      for (const unit of group.units.keys()) section.units.add(unit);
      sections.set(group.slot, section);
    }
  }
  names.sort((a, b) => b - a);
  const named = new Set([...groups.values()].filter(({ field }) => field < HEADING).flatMap(({ units }) => [...units.keys()]));
  for (const section of sections.values()) section.score *= mass(new Set([...section.units, ...named])) ** 1.5;
  const ranked = [...sections.values()].sort((a, b) => b.score - a.score || a.slot - b.slot);
  const rest = ranked.slice(1).reduce((sum, { score }) => sum + score, 0);
  const best = ranked[0]?.score ?? 0;
  const name = (names[0] ?? 0) + 0.1 * (names[1] ?? 0);
  const score = name + (summary + best + Math.min(best, 0.15 * rest)) * share ** 1.5;
  const slots = ranked.filter((section) => section.slot > 0 && section.score >= best * 0.4).map(({ slot }) => slot);
  return { page, score, share, whole, slots };
}

/** What the words in one name, heading, summary or section are worth together. */
function value(group, units) {
  const { field, slot, length } = group;
  let worth = 0;
  for (const [unit, { weight, places }] of group.units) {
    const often = field === BODY ? places.size / (places.size + 1) : 1;
    worth += units[unit].rarity * weight * often;
  }
  // Words that follow one another as they were typed.
  for (let unit = 1; unit < units.length; unit++) {
    const [before, own] = [group.units.get(unit - 1), group.units.get(unit)];
    if (!before || !own) continue;
    const apart = units[unit].at - units[unit - 1].at;
    let best = 0;
    for (const [place, weight] of own.places) {
      const exact = before.places.get(place - apart);
      const close = [1, 2, 3, 4].some((step) => before.places.has(place - step) || before.places.has(place + step));
      best = Math.max(best, exact ? Math.min(exact, weight) : close ? 0.3 * weight : 0);
    }
    worth += 0.4 * best * (units[unit].rarity + units[unit - 1].rarity);
  }
  worth *= WORTH[field];
  if (field >= SUMMARY) return worth;
  const covered = length ? Math.min(1, group.units.size / length) : 0;
  const whole = covered === 1;
  const every = group.units.size === units.length;
  const shape = 0.4 + 0.6 * covered + (whole && every ? 1.5 : whole ? 0.5 * (group.units.size / units.length) : 0);
  return worth * shape * (field === HEADING || slot === 0 ? 1 : 0.9);
}
