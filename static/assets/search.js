// The search as a reader sees it: in a dialog over any page, and in place on the page of the search. What is typed is
// looked up by search-rank.js in the index that search-index.js reads; the messages come with the index.

/** @typedef {import("./search-analysis.js").Analysis} Analysis */
/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Manifest} Manifest */
/** @typedef {import("./search-index.js").PageRecord} PageRecord */
/** @typedef {import("./search-rank.js").Result} Result */
/** @typedef {import("./search-guess.js").Unit} Unit */

/** @typedef {Result & PageRecord} ShownResult */
/** @typedef {Set<string>} Terms the terms of the index that a query stands for */

const STORAGE_KEY = "muwazana-searches";
const MAX_RECENT = 5;
/** Results that are shown at once; more follow when the last of them is scrolled to. */
const BATCH = 4;
/** Sections that are shown of a page. */
const MAX_SECTIONS = 3;
/** With fewer results the other languages are searched, too, … */
const FEW_RESULTS = 3;
/** … and so many of theirs are shown. */
const MAX_OTHER_RESULTS = 3;
/** After so many milliseconds without a key someone has stopped typing. */
const TYPING_PAUSE = 300;
/** How long an excerpt is, and how much of it stands before the first word that was found; in UTF-16 code units. */
const EXCERPT = 170;
const EXCERPT_BEFORE = 50;

/** What was searched for before, the latest first. */
const recent = {
  /** @returns {string[]} */
  read() {
    try {
      const list = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
      return Array.isArray(list) ? list.filter((text) => typeof text === "string").slice(0, MAX_RECENT) : [];
    } catch {
      return []; // Storage is switched off, or holds something else.
    }
  },
  /** @param {string[]} list */
  write(list) {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(list));
    } catch {
      // Storage is switched off.
    }
  },
  /** @param {string} text */
  add(text) {
    if (text) this.write([text, ...this.read().filter((other) => other !== text)].slice(0, MAX_RECENT));
  },
};

/**
 * An element with attributes and children; strings become text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | undefined>} attributes those without a value are left out
 * @param {...(Node | string)} children
 */
function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The index of the page's language, and those of the others when they are asked for. */
class Library {
  constructor() {
    this.address = new URL(`search/${document.documentElement.lang}.json`, import.meta.url);
    // The first module imports the others; named here all are fetched at once, and the dialog waits for none.
    this.modules = Promise.all([import("./search-rank.js"), import("./search-index.js"), import("./search-analysis.js"), import("./search-guess.js")]);
    /** @type {Map<string, Promise<SearchIndex>>} By the address of the manifest. */
    this.indexes = new Map();
  }

  /**
   * @param {URL} [address] of the manifest
   * @param {RequestCache} [cache]
   * @returns {Promise<SearchIndex>}
   */
  index(address = this.address, cache = "default") {
    let index = this.indexes.get(address.href);
    if (!index) {
      /** @param {string | URL} name */
      const load = async (name) => {
        const answer = await fetch(new URL(name, address), { cache });
        if (!answer.ok) throw new Error(`${answer.status} ${name}`);
        return answer.json();
      };
      index = Promise.all([this.modules, load(address)]).then(([[, { SearchIndex }], manifest]) => new SearchIndex(manifest, load));
      index.catch(() => this.indexes.delete(address.href));
      this.indexes.set(address.href, index);
    }
    return index;
  }

  /** @param {string} tag another language */
  other(tag) {
    return this.index(new URL(`${tag}.json`, this.address));
  }

  /**
   * @param {SearchIndex} index
   * @param {string} text
   */
  async searchIn(index, text) {
    const [{ search }] = await this.modules;
    return search(index, text);
  }

  /**
   * Searches the index of the page's language. A manifest that was cached before the site changed names files that are
   * gone: it is fetched again, once.
   * @param {string} text
   */
  async search(text) {
    try {
      return await this.searchIn(await this.index(), text);
    } catch {
      this.indexes.clear();
      return this.searchIn(await this.index(this.address, "reload"), text);
    }
  }
}

/** A field and what is found: the same in the dialog and on the page. */
class Panel {
  /** @type {Record<string, string> | undefined} The messages of the interface, as soon as the manifest is there. */
  messages;
  /** @type {((text: string) => void) | undefined} Called with what is typed. */
  onInput;
  /** The number of the latest search: answers to earlier ones are dropped. */
  latest = 0;
  /** The number of the option that is selected; -1 for none. */
  selected = -1;
  /** @type {Map<Element, () => Promise<void>>} What to do when an element comes into view. */
  onVisible = new Map();

  /**
   * @param {HTMLAnchorElement} button leads to the page of the search
   * @param {string} id what ids of elements begin with
   */
  constructor(button, id) {
    this.id = id;
    this.button = button;
    this.library = new Library();
    const name = button.textContent.trim();
    this.field = create("input", {
      type: "text", name: "q", role: "combobox", "aria-label": name, "aria-controls": `${id}-list`, "aria-expanded": "false", "aria-autocomplete": "list",
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto", maxlength: "200",
    });
    this.count = create("p", { class: "search-count", role: "status" });
    this.list = create("div", { id: `${id}-list`, class: "search-list", role: "listbox", "aria-label": name, hidden: "" });
    this.hint = create("div", { class: "search-hint" });
    this.help = create("div", { class: "search-help" });
    this.form = create("form", { role: "search", action: button.href, class: "search-form" }, this.field);
    this.root = create("div", { class: "search-panel" }, this.form, this.count, this.hint, this.list, this.help);
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.list.addEventListener("click", () => recent.add(this.field.value.trim()));
    this.observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.observer.unobserve(target);
        this.onVisible.get(target)?.().catch(() => {}); // The heading alone still leads there.
      }
    });
    this.library.index().then(({ manifest }) => this.showMessages(manifest.words), () => this.fail());
  }

  /** @param {Record<string, string>} messages */
  showMessages(messages) {
    this.messages = messages;
    this.field.placeholder = messages.search_placeholder;
    this.list.setAttribute("aria-label", messages.search_results);
    if (!this.field.value.trim()) this.showHelp(messages);
  }

  /** Says that the index cannot be read, and links to the page that lists everything. */
  fail() {
    this.clear();
    const link = create("a", { href: this.button.href }, this.messages?.search_browse ?? this.button.textContent);
    this.help.replaceChildren(create("p", {}, this.messages?.search_failed ?? "", " ", link));
  }

  clear() {
    this.hint.replaceChildren();
    this.list.replaceChildren();
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.select(-1);
  }

  /**
   * What is there before anything is typed, or when nothing is found.
   * @param {Record<string, string>} messages
   * @param {string} [reason] why nothing else is shown
   */
  async showHelp(messages, reason) {
    const { manifest } = await this.library.index();
    /** @type {Element[]} */
    const parts = reason ? [create("p", { class: "search-none" }, reason)] : [];
    const before = recent.read();
    if (before.length && !reason) {
      const repeat = before.map((text) => create("li", {}, this.createButton(() => this.type(text), create("bdi", {}, text))));
      const forget = this.createButton(() => {
        recent.write([]);
        this.showHelp(messages);
        this.field.focus();
      }, messages.search_forget);
      forget.className = "search-forget";
      parts.push(create("h2", {}, messages.search_recent), create("ul", {}, ...repeat), forget);
    }
    if (manifest.suggestions.length) {
      const links = manifest.suggestions.map(([title, url]) => create("li", {}, create("a", { href: url }, title)));
      parts.push(create("h2", {}, messages.search_terms), create("ul", {}, ...links));
    }
    parts.push(create("p", {}, create("a", { href: this.button.href }, messages.search_browse)));
    this.help.replaceChildren(...parts);
  }

  /**
   * @param {() => void} action
   * @param {Node | string} content
   */
  createButton(action, content) {
    const button = create("button", { type: "button" }, content);
    button.addEventListener("click", action);
    return button;
  }

  /**
   * Searches for a text as if it had been typed.
   * @param {string} text
   */
  type(text) {
    this.field.value = text;
    this.field.focus();
    return this.search();
  }

  async search() {
    const request = ++this.latest;
    const text = this.field.value;
    this.onInput?.(text.trim());
    if (!text.trim()) {
      this.clear();
      this.count.textContent = "";
      if (this.messages) this.showHelp(this.messages);
      return;
    }
    try {
      const { results, units, guessed } = await this.library.search(text);
      const index = await this.library.index();
      if (request !== this.latest) return;
      /** @type {(from: number) => Promise<ShownResult[]>} */
      const load = (from) => Promise.all(results.slice(from, from + BATCH).map(async (result) => ({ ...result, ...(await index.record(result.page)) })));
      const shown = await load(0);
      if (request !== this.latest) return;
      this.show(index, shown, units, results.length, async (from) => (request === this.latest ? load(from) : []));
      if (guessed) this.count.textContent = index.manifest.words.search_guessed;
      await this.suggest(index, shown, units, text, request);
      if (results.length < FEW_RESULTS || guessed) await this.searchOthers(index, text, request);
    } catch {
      if (request === this.latest) this.fail();
    }
  }

  /**
   * @param {SearchIndex} index
   * @param {ShownResult[]} results the first ones
   * @param {Unit[]} units
   * @param {number} total how many results there are
   * @param {(from: number) => Promise<ShownResult[]>} load gives the next ones; none if another search has begun
   */
  show(index, results, units, total, load) {
    const messages = index.manifest.words;
    this.observer.disconnect();
    this.onVisible.clear();
    this.clear();
    this.help.replaceChildren();
    const terms = new Set(units.flatMap(({ guesses, splits }) => [...guesses.map(({ entry }) => entry.term), ...splits.flatMap(({ first, second }) => [first.term, second.term])]));
    /** @type {(results: ShownResult[], from: number) => void} */
    const append = (results, from) => {
      this.list.append(...results.map((result) => this.createResult(index, result, terms)));
      for (const [number, option] of this.options().entries()) option.id = `${this.id}-${number}`;
      const next = from + results.length;
      const last = this.list.lastElementChild;
      if (!results.length || next >= total || !last) return;
      this.whenVisible(last, async () => append(await load(next), next));
    };
    append(results, 0);
    this.list.hidden = results.length === 0;
    this.field.setAttribute("aria-expanded", String(results.length > 0));
    this.count.textContent = countMessage(index.manifest, total);
    if (!results.length) this.showHelp(messages, messages.search_none);
  }

  /**
   * @param {Element} element
   * @param {() => Promise<void>} action
   */
  whenVisible(element, action) {
    this.onVisible.set(element, action);
    this.observer.observe(element);
  }

  /**
   * A page and its sections that answer.
   * @param {SearchIndex} index
   * @param {ShownResult} result
   * @param {Terms} terms
   */
  createResult({ analysis, manifest }, result, terms) {
    const { title, url, summary, kind, aliases, sections, tag, dir } = result;
    const language = { lang: tag, dir };
    // The other name under which it was found.
    const alias = aliases.find((alias) => findTerms(analysis, alias, terms).length) ?? "";
    const also = alias && !findTerms(analysis, title, terms).length ? [" ", create("span", { class: "search-alias" }, ...highlight(analysis, alias, terms))] : [];
    const page = create(
      "a", { role: "option", href: url, tabindex: "-1", "aria-selected": "false", class: "search-page" },
      create("span", { class: "search-title", ...language }, ...highlight(analysis, title, terms)), ...also,
      ...(kind ? [" ", create("span", { class: "search-kind" }, manifest.words[`search_${kind}`])] : []),
      create("span", { class: "search-context", ...language }, ...highlight(analysis, summary, terms)),
    );
    const parts = result.slots.slice(0, MAX_SECTIONS).map((slot) => {
      const { id, heading, text } = sections[slot];
      const context = create("span", { class: "search-context", ...language });
      const option = create(
        "a", { role: "option", href: `${url}#${encodeURIComponent(id)}`, tabindex: "-1", "aria-selected": "false", class: "search-section" },
        create("span", { class: "search-title", ...language }, ...highlight(analysis, heading, terms)), context,
      );
      this.whenVisible(option, async () => context.replaceChildren(...excerpt(analysis, await text(), terms)));
      return option;
    });
    return create("div", { role: "group", "aria-label": title, class: "search-group" }, page, ...parts);
  }

  /**
   * For a word that was not found as it is: the word that was meant, as the best page writes it.
   * @param {SearchIndex} index
   * @param {ShownResult[]} results
   * @param {Unit[]} units
   * @param {string} text
   * @param {number} request
   */
  async suggest({ analysis, manifest }, results, units, text, request) {
    const wrong = units.filter(({ slip, guesses }) => slip && guesses.length);
    if (!wrong.length || !results.length) return;
    const tokens = analysis.tokens(text);
    let meant = text;
    for (const unit of wrong.toReversed()) {
      const terms = new Set([unit.guesses[0].entry.term]);
      for (const { title, aliases, summary, sections } of results.slice(0, 3)) {
        const texts = [title, ...aliases, summary, ...sections.map(({ heading }) => heading), (await sections[0]?.text()) ?? ""];
        const word = texts.flatMap((text) => findTerms(analysis, text, terms).map(({ start, end }) => text.slice(start, end)))[0];
        if (!word) continue;
        meant = meant.slice(0, tokens[unit.at].start) + word + meant.slice(tokens[unit.at].end);
        break;
      }
    }
    if (request !== this.latest || meant === text) return;
    this.hint.replaceChildren(manifest.words.search_meant, " ", this.createButton(() => this.type(meant), create("bdi", {}, meant)));
  }

  /**
   * Shows what is found by the words of the other languages: both texts of a page are one, so a page is shown in the
   * reader's language, under the title by which it was found.
   * @param {SearchIndex} own
   * @param {string} text
   * @param {number} request
   */
  async searchOthers(own, text, request) {
    // Another index is much to fetch: it is for whoever has stopped typing.
    await new Promise((done) => setTimeout(done, TYPING_PAUSE));
    if (request !== this.latest) return;
    const { manifest } = own;
    for (const { tag, name, dir } of manifest.others) {
      const index = await this.library.other(tag);
      const { results, units, guessed } = await this.library.searchIn(index, text);
      // A guess of another language is no help.
      const pages = guessed ? [] : results.slice(0, MAX_OTHER_RESULTS).map(({ page }) => page);
      const shown = await Promise.all(pages.map(async (page) => ({ here: await own.record(page), there: await index.record(page) })));
      if (request !== this.latest) return;
      if (!shown.length) continue;
      const terms = new Set(units.flatMap(({ guesses }) => guesses.map(({ entry }) => entry.term)));
      const heading = create("p", {}, manifest.words.search_other, " ", create("bdi", { lang: tag }, name));
      const links = shown.map(({ here, there }) => {
        const found = create("span", { class: "search-context", lang: tag, dir }, ...highlight(index.analysis, there.title, terms), " – ", ...highlight(index.analysis, there.summary, terms));
        return create("li", {}, create("a", { href: here.url, lang: here.tag, dir: here.dir }, here.title), found);
      });
      this.help.append(heading, create("ul", { class: "search-others" }, ...links));
    }
  }

  options() {
    /** @type {NodeListOf<HTMLElement>} */
    const options = this.list.querySelectorAll("[role=option]");
    return [...options];
  }

  /** @param {number} number of an option; of none where there is no such option */
  select(number) {
    const options = this.options();
    options[this.selected]?.setAttribute("aria-selected", "false");
    this.selected = number;
    const option = options[number];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const last = this.options().length - 1;
    if (event.isComposing || last < 0) return;
    if (event.key === "ArrowDown") this.select(this.selected >= last ? 0 : this.selected + 1);
    else if (event.key === "ArrowUp") this.select(this.selected <= 0 ? last : this.selected - 1);
    else return;
    event.preventDefault();
  }

  /**
   * Follows the option that is selected, or the first; without any, the form leads to the page of the search.
   * @param {SubmitEvent} event
   */
  submit(event) {
    const option = this.options()[Math.max(0, this.selected)];
    const text = this.field.value.trim();
    recent.add(text);
    if (option || !text) event.preventDefault();
    option?.click();
  }
}

/**
 * How many pages were found, in the plural form of the language.
 * @param {Manifest} manifest
 * @param {number} n
 */
function countMessage({ language, numbers, words }, n) {
  const form = new Intl.PluralRules(language).select(n);
  const pattern = words[`search_count_${n === 0 && words.search_count_zero ? "zero" : form}`] || words.search_count_other;
  return pattern.replace("#", new Intl.NumberFormat(numbers).format(n));
}

/**
 * Where a text has the words that were looked for.
 * @param {Analysis} analysis
 * @param {string} text
 * @param {Terms} terms
 */
function findTerms(analysis, text, terms) {
  return analysis.tokens(text).filter(({ word }) => {
    if (analysis.isStop(word)) return false;
    const { stem, firm, maybe } = analysis.forms(word);
    return [stem, ...firm, ...maybe].some((form) => terms.has(form));
  });
}

/**
 * A text whose words that were looked for are marked.
 * @param {Analysis} analysis
 * @param {string} text
 * @param {Terms} terms
 */
function highlight(analysis, text, terms) {
  /** @type {(string | Node)[]} */
  const parts = [];
  let done = 0;
  for (const { start, end } of findTerms(analysis, text, terms)) {
    parts.push(text.slice(done, start), create("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

/**
 * The part of a text where most of the words are, about two lines long.
 * @param {Analysis} analysis
 * @param {string} text
 * @param {Terms} terms
 */
function excerpt(analysis, text, terms) {
  const found = findTerms(analysis, text, terms);
  let best = { start: 0, words: 0 };
  for (const { start } of found) {
    const words = new Set(found.filter((other) => other.start >= start && other.end <= start + EXCERPT).map(({ word }) => word)).size;
    if (words > best.words) best = { start, words };
  }
  let from = Math.max(0, best.start - EXCERPT_BEFORE);
  if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + EXCERPT);
  // It ends at a blank, but not before the first word that was found.
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), Math.min(text.length, best.start + 30));
  return [from > 0 ? "… " : "", ...highlight(analysis, text.slice(from, to), terms), to < text.length ? " …" : ""];
}

function loadStyles() {
  const { href } = new URL("./search.css", import.meta.url);
  if ([...document.styleSheets].every((sheet) => sheet.href !== href)) document.head.append(create("link", { rel: "stylesheet", href }));
}

/**
 * The dialog with a panel, closed.
 * @param {HTMLAnchorElement} button
 */
function createDialog(button) {
  loadStyles();
  const panel = new Panel(button, "search");
  const close = create("button", { type: "button", class: "search-close", "aria-label": "×" }, create("span", { "aria-hidden": "true" }, "×"));
  const element = create("dialog", { class: "search-dialog", "aria-label": button.textContent.trim() }, panel.root);
  panel.form.append(close);
  panel.library.index().then(({ manifest }) => close.setAttribute("aria-label", manifest.words.search_close), () => {});
  close.addEventListener("click", () => element.close());
  // Beside the dialog is outside it; a result on the same page closes it, too.
  element.addEventListener("click", /** @param {{ target: any }} event */ ({ target }) => (target === element || target.closest("a")) && element.close());
  document.body.append(element);
  return { element, panel };
}

/** @type {ReturnType<typeof createDialog> | undefined} */
let dialog;
/** @type {Panel | undefined} The panel of the page of the search. */
let pagePanel;

/**
 * Opens the search over the page, or goes to its field where the page is the search.
 * @param {HTMLAnchorElement} button leads to the page of the search
 */
export function open(button) {
  if (pagePanel) return pagePanel.field.focus();
  dialog ??= createDialog(button);
  const { element, panel } = dialog;
  if (element.open) return panel.field.select();
  element.showModal();
  panel.field.focus();
  panel.field.select();
  if (!panel.field.value && panel.messages) panel.showHelp(panel.messages);
}

/**
 * Puts a panel on the page of the search, whose address says what is searched for.
 * @param {Element} place
 * @param {HTMLAnchorElement} button
 */
function showOnPage(place, button) {
  const panel = new Panel(button, "here");
  place.append(panel.root);
  panel.onInput = (text) => {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  };
  const query = new URLSearchParams(location.search).get("q");
  if (query) {
    panel.field.value = query;
    panel.search();
  } else if (!location.hash) panel.field.focus({ preventScroll: true });
  return panel;
}

const place = document.querySelector("[data-search-here]");
/** @type {HTMLAnchorElement | null} */
const button = document.querySelector(".search-button");
if (place && button) pagePanel = showOnPage(place, button);
