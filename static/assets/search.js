// The search as a reader sees it: in a dialog over any page, and in place on the page of the search. Looking up and
// ranking is in search-engine.js; the words of the interface come with the index.

const KEY = "muwazana-searches";
const PAGES = 7;
/** How long whoever has stopped typing types nothing, in milliseconds. */
const PAUSE = 300;
const recent = {
  read() {
    try {
      const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(list) ? list.filter((text) => typeof text === "string").slice(0, 5) : [];
    } catch {
      return []; // No storage, no memory.
    }
  },
  write(list) {
    try {
      localStorage.setItem(KEY, JSON.stringify(list));
    } catch {}
  },
  add(text) {
    if (text) this.write([text, ...this.read().filter((other) => other !== text)].slice(0, 5));
  },
};

/** An element with attributes and children; texts are texts. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) if (value !== undefined && value !== false) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The index of a language, and those of the others when they are asked for. */
class Library {
  constructor() {
    this.address = new URL(`search/${document.documentElement.lang}.json`, import.meta.url);
    this.engine = import("./search-engine.js");
    this.indexes = new Map();
  }

  index(address = this.address, cache = "default") {
    if (!this.indexes.has(address.href)) {
      const get = async (name) => {
        const answer = await fetch(new URL(name, address), { cache });
        if (!answer.ok) throw new Error(`${answer.status} ${name}`);
        return answer.json();
      };
      const opened = Promise.all([this.engine, get(address)]).then(([{ Index }, manifest]) => new Index(manifest, get));
      opened.catch(() => this.indexes.delete(address.href));
      this.indexes.set(address.href, opened);
    }
    return this.indexes.get(address.href);
  }

  other(tag) {
    return this.index(new URL(`${tag}.json`, this.address));
  }

  /** A manifest that was kept from before the site changed names files that are gone: it is fetched anew, once. */
  async find(text) {
    try {
      return await (await this.index()).find(text);
    } catch {
      this.indexes.clear();
      return (await this.index(this.address, "reload")).find(text);
    }
  }
}

/** A field and what is found: the same in the dialog and on the page. */
class Panel {
  constructor(door, id) {
    this.id = id;
    this.door = door;
    this.library = new Library();
    this.turn = 0;
    this.active = -1;
    const name = door.textContent.trim();
    this.field = make("input", {
      type: "text", name: "q", role: "combobox", "aria-label": name, "aria-controls": `${id}-list`, "aria-expanded": "false", "aria-autocomplete": "list",
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto", maxlength: "200",
    });
    this.count = make("p", { class: "search-count", role: "status" });
    this.list = make("div", { id: `${id}-list`, class: "search-list", role: "listbox", "aria-label": name, hidden: "" });
    this.hint = make("div", { class: "search-hint" });
    this.help = make("div", { class: "search-help" });
    this.form = make("form", { role: "search", action: door.href, class: "search-form" }, this.field);
    this.root = make("div", { class: "search-panel" }, this.form, this.count, this.hint, this.list, this.help);
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.list.addEventListener("click", () => recent.add(this.field.value.trim()));
    this.watch = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        this.watch.unobserve(target);
        target.show?.().catch(() => {}); // The heading alone still leads there.
      }
    });
    this.library.index().then((index) => this.name(index), () => this.fail());
  }

  name({ manifest: { words } }) {
    this.words = words;
    this.field.placeholder = words.search_placeholder;
    this.list.setAttribute("aria-label", words.search_results);
    if (!this.field.value.trim()) this.rest();
  }

  fail() {
    this.clear();
    const words = this.words?.search_failed ?? "";
    this.help.replaceChildren(make("p", {}, words, " ", make("a", { href: this.door.href }, this.words?.search_browse ?? this.door.textContent)));
  }

  clear() {
    this.hint.replaceChildren();
    this.list.replaceChildren();
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  /** What is there before anything is typed, or when nothing is found. */
  async rest(message) {
    const { manifest } = await this.library.index();
    const { words } = this;
    const parts = message ? [make("p", { class: "search-none" }, message)] : [];
    const before = recent.read();
    if (before.length && !message) {
      const again = (text) => make("li", {}, this.button(text, () => this.type(text), "bdi"));
      const forget = this.button(words.search_forget, () => (recent.write([]), this.rest(), this.field.focus()));
      forget.className = "search-forget";
      parts.push(make("h2", {}, words.search_recent), make("ul", {}, ...before.map(again)), forget);
    }
    if (manifest.suggestions.length) {
      const links = manifest.suggestions.map(([title, url]) => make("li", {}, make("a", { href: url }, title)));
      parts.push(make("h2", {}, words.search_terms), make("ul", {}, ...links));
    }
    parts.push(make("p", {}, make("a", { href: this.door.href }, words.search_browse)));
    this.help.replaceChildren(...parts);
  }

  button(text, act, inside) {
    const button = make("button", { type: "button" }, inside ? make(inside, {}, text) : text);
    button.addEventListener("click", act);
    return button;
  }

  type(text) {
    this.field.value = text;
    this.field.focus();
    return this.search();
  }

  async search() {
    const turn = ++this.turn;
    const text = this.field.value;
    this.changed?.(text.trim());
    if (!text.trim()) {
      this.clear();
      this.count.textContent = "";
      if (this.words) this.rest();
      return;
    }
    try {
      const { results, units } = await this.library.find(text);
      const index = await this.library.index();
      if (turn !== this.turn) return;
      const next = (from) => Promise.all(results.slice(from, from + PAGES).map(async (result) => ({ ...result, ...(await index.record(result.page)) })));
      const shown = await next(0);
      if (turn !== this.turn) return;
      this.show(index, shown, units, results.length, async (from) => (turn === this.turn ? next(from) : []));
      await this.suggest(index, shown, units, text, turn);
      if (results.length < 3 || units.every(({ slip }) => slip)) await this.abroad(index, text, turn);
    } catch {
      if (turn === this.turn) this.fail();
    }
  }

  show(index, results, units, total, next) {
    this.watch.disconnect();
    this.clear();
    this.help.replaceChildren();
    const terms = new Set(units.flatMap(({ found, pairs }) => [...found.map(({ entry }) => entry.term), ...pairs.flatMap(({ first, second }) => [first.term, second.term])]));
    const put = (results, from) => {
      this.list.append(...results.map((result) => this.group(index, result, terms)));
      for (const [number, option] of this.options().entries()) option.id = `${this.id}-${number}`;
      if (!results.length || from + results.length >= total) return;
      const end = this.list.lastElementChild;
      end.show = async () => put(await next(from + results.length), from + results.length);
      this.watch.observe(end);
    };
    put(results, 0);
    this.list.hidden = results.length === 0;
    this.field.setAttribute("aria-expanded", String(results.length > 0));
    this.count.textContent = this.counted(index.manifest, total);
    if (!results.length) this.rest(this.words.search_none);
  }

  counted({ language, numbers }, n) {
    const form = new Intl.PluralRules(language).select(n);
    const pattern = this.words[`search_count_${n === 0 && this.words.search_count_zero ? "zero" : form}`] || this.words.search_count_other;
    return pattern.replace("#", new Intl.NumberFormat(numbers).format(n));
  }

  /** A page and its sections that answer. */
  group(index, result, terms) {
    const { title, url, summary, kind, aliases, sections, tag, dir } = result;
    const words = { lang: tag, dir };
    // The other name under which it was found.
    const alias = aliases.find((alias) => marks(index.analysis, alias, terms).length) ?? "";
    const also = alias && !marks(index.analysis, title, terms).length ? [" ", make("span", { class: "search-alias" }, ...marked(index.analysis, alias, terms))] : [];
    const page = make(
      "a", { role: "option", href: url, tabindex: "-1", "aria-selected": "false", class: "search-page" },
      make("span", { class: "search-title", ...words }, ...marked(index.analysis, title, terms)), ...also,
      ...(kind ? [" ", make("span", { class: "search-kind" }, this.words[`search_${kind}`])] : []),
      make("span", { class: "search-context", ...words }, ...marked(index.analysis, summary, terms)),
    );
    const parts = result.slots.slice(0, 3).map((slot) => {
      const { id, heading, text } = sections[slot];
      const context = make("span", { class: "search-context", ...words });
      const option = make(
        "a", { role: "option", href: `${url}#${encodeURIComponent(id)}`, tabindex: "-1", "aria-selected": "false", class: "search-section" },
        make("span", { class: "search-title", ...words }, ...marked(index.analysis, heading, terms)), context,
      );
      option.show = async () => context.replaceChildren(...excerpt(index.analysis, await text(), terms));
      this.watch.observe(option);
      return option;
    });
    return make("div", { role: "group", "aria-label": title, class: "search-group" }, page, ...parts);
  }

  /** For a word that was not found as it is: the word that was meant, as the best page writes it. */
  async suggest(index, results, units, text, turn) {
    const wrong = units.filter(({ slip, found }) => slip && found.length);
    if (!wrong.length || !results.length) return;
    const tokens = index.analysis.tokens(text);
    let meant = text;
    for (const unit of wrong.toReversed()) {
      const terms = new Set([unit.found[0]?.entry.term]);
      for (const { title, aliases, summary, sections, sections: [lede] } of results.slice(0, 3)) {
        const texts = [title, ...aliases, summary, ...sections.map(({ heading }) => heading), (await lede?.text()) ?? ""];
        const word = texts.flatMap((text) => marks(index.analysis, text, terms).map(({ start, end }) => text.slice(start, end)))[0];
        if (!word) continue;
        meant = meant.slice(0, tokens[unit.at].start) + word + meant.slice(tokens[unit.at].end);
        break;
      }
    }
    if (turn !== this.turn || meant === text) return;
    this.hint.replaceChildren(this.words.search_meant, " ", this.button(meant, () => this.type(meant), "bdi"));
  }

  /** What the other languages have, apart and by name. */
  async abroad(own, text, turn) {
    // Another index is much to fetch: it is for whoever has stopped typing.
    await new Promise((done) => setTimeout(done, PAUSE));
    if (turn !== this.turn) return;
    for (const { tag, name, dir } of own.manifest.others) {
      const index = await this.library.other(tag);
      const { results, units } = await index.find(text);
      const shown = await Promise.all(results.slice(0, 3).map((result) => index.record(result.page)));
      if (turn !== this.turn) return;
      if (!shown.length) continue;
      const terms = new Set(units.flatMap(({ found }) => found.map(({ entry }) => entry.term)));
      const heading = make("p", { class: "search-abroad" }, this.words.search_other, " ", make("bdi", { lang: tag }, name));
      const links = shown.map(({ title, url, summary }) =>
        make("li", {}, make("a", { href: url, hreflang: tag }, ...marked(index.analysis, title, terms)), make("span", { class: "search-context" }, ...marked(index.analysis, summary, terms))));
      this.help.append(heading, make("ul", { class: "search-others", lang: tag, dir }, ...links));
    }
  }

  options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  mark(number) {
    const options = this.options();
    options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = options[number];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const last = this.options().length - 1;
    if (event.isComposing || last < 0) return;
    const to = { ArrowDown: this.active >= last ? 0 : this.active + 1, ArrowUp: this.active <= 0 ? last : this.active - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.mark(to);
  }

  submit(event) {
    const option = this.options()[Math.max(0, this.active)];
    recent.add(this.field.value.trim());
    if (!option) return this.field.value.trim() || event.preventDefault();
    event.preventDefault();
    option.click();
  }
}

/** Where a text has the words that were looked for. */
function marks(analysis, text, terms) {
  return analysis.tokens(text).filter(({ word }) => {
    if (analysis.isStop(word)) return false;
    const { stem, firm, maybe } = analysis.forms(word);
    return [stem, ...firm, ...maybe].some((form) => terms.has(form));
  });
}

function marked(analysis, text, terms, found = marks(analysis, text, terms)) {
  const parts = [];
  let done = 0;
  for (const { start, end } of found) {
    parts.push(text.slice(done, start), make("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

/** The part of a text where most of the words are, about two lines long. */
function excerpt(analysis, text, terms) {
  const length = 170;
  const found = marks(analysis, text, terms);
  let best = { start: 0, many: 0 };
  for (const { start } of found) {
    const many = new Set(found.filter((other) => other.start >= start && other.end <= start + length).map(({ word }) => word)).size;
    if (many > best.many) best = { start, many };
  }
  let from = Math.max(0, best.start - 50);
  if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), Math.min(text.length, best.start + 30));
  const piece = text.slice(from, to);
  return [from > 0 ? "… " : "", ...marked(analysis, piece, terms), to < text.length ? " …" : ""];
}

function dress() {
  const { href } = new URL("./search.css", import.meta.url);
  if ([...document.styleSheets].every((sheet) => sheet.href !== href)) document.head.append(make("link", { rel: "stylesheet", href }));
}

let dialog;
let here;

/** Opens the search over the page, or goes to its field where the page is the search. */
export function open(door) {
  if (here) return here.field.focus();
  if (!dialog) {
    dress();
    const panel = new Panel(door, "search");
    const close = make("button", { type: "button", class: "search-close" }, make("span", { "aria-hidden": "true" }, "×"));
    dialog = make("dialog", { class: "search-dialog", "aria-label": door.textContent.trim() }, panel.root);
    panel.form.append(close);
    close.setAttribute("aria-label", "×");
    panel.library.index().then(({ manifest }) => close.setAttribute("aria-label", manifest.words.search_close), () => {});
    close.addEventListener("click", () => dialog.close());
    // Beside the dialog is outside it; a result on the same page closes it, too.
    dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("a")) && dialog.close());
    dialog.panel = panel;
    document.body.append(dialog);
  }
  if (dialog.open) return dialog.panel.field.select();
  dialog.showModal();
  dialog.panel.field.focus();
  dialog.panel.field.select();
  if (!dialog.panel.field.value && dialog.panel.words) dialog.panel.rest();
}

const place = document.querySelector("[data-search-here]");
const door = document.querySelector(".search-button");
if (place && door) {
  here = new Panel(door, "here");
  place.append(here.root);
  here.changed = (text) => {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  };
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    here.field.value = asked;
    here.search();
  } else if (!location.hash) here.field.focus({ preventScroll: true });
}
