// A page in two of its languages side by side. Each side is the page itself, which follows the site as it always does; this
// keeps both at the same page and, section by section, at the same place.

/** @typedef {{ tag: string, name: string, address: string }} Version a page in a language */

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {[HTMLIFrameElement, HTMLIFrameElement]} */
const frames = /** @type {any} */ ([...document.querySelectorAll("iframe")]);
/** @type {[HTMLSelectElement, HTMLSelectElement]} */
const choices = [find("#first"), find("#second")];
/** @type {HTMLInputElement} */
const together = find("#together");

/** The languages of the two sides. @type {[string, string]} */
let shown = ["", ""];
/** The side that the reader scrolls; the other one follows. */
let leader = 0;
/** Where each side was put by this script. @type {[number, number]} */
const put = [0, 0];

/** The page that each side was sent to because of the other, until it is there. @type {[string, string]} */
const sent = ["", ""];

/** @param {number} side */
const windowOf = (side) => /** @type {Window} */ (frames[side].contentWindow);
/** @param {number} side */
const pageOf = (side) => windowOf(side).document;
/** @param {Document} page @param {string} tag */
const named = (page, tag) => /** @type {HTMLElement | null} */ (page.querySelector(`.languages [hreflang="${CSS.escape(tag)}"]`))?.textContent?.trim();

/** A page in all its languages, in the order of the site, whichever side it is on. @param {Document} page @returns {Version[]} */
const versionsOf = (page) => {
  const own = page.documentElement.lang;
  /** @type {Map<string, Version>} */
  const versions = new Map([[own, { tag: own, name: own, address: page.location.pathname }]]);
  /** @type {NodeListOf<any>} */
  const links = page.querySelectorAll(".languages a[hreflang], link[rel=alternate][hreflang]");
  for (const link of links) {
    const tag = link.hreflang;
    if (tag === "x-default" || versions.has(tag) || new URL(link.href).origin !== location.origin) continue;
    versions.set(tag, { tag, name: named(page, tag) ?? tag, address: new URL(link.href).pathname });
  }
  const order = [...page.querySelectorAll("link[rel=alternate][hreflang]")].map((link) => link.getAttribute("hreflang"));
  return [...versions.values()].sort((one, two) => order.indexOf(one.tag) - order.indexOf(two.tag));
};

/** The offsets at which both sides show the same, from top to bottom: the beginning, each section, the end. */
const points = () => {
  const [here, there] = [pageOf(0), pageOf(1)];
  /** @param {number} side @param {Element} heading */
  const top = (side, heading) => heading.getBoundingClientRect().top + windowOf(side).scrollY - 80;
  /** @param {number} side */
  const end = (side) => pageOf(side).documentElement.scrollHeight - windowOf(side).innerHeight;
  const pairs = [[0, 0]];
  for (const heading of here.querySelectorAll("main :is(h2, h3)[id]")) {
    const twin = there.getElementById(heading.id);
    const pair = twin && [top(0, heading), top(1, twin)];
    const last = /** @type {number[]} */ (pairs.at(-1));
    // What stands in another order there is passed over.
    if (pair && pair[0] > last[0] && pair[1] > last[1] && pair[0] < end(0) && pair[1] < end(1)) pairs.push(pair);
  }
  pairs.push([end(0), end(1)]);
  return pairs;
};

/** Brings the other side to where the leading one is. */
const align = () => {
  if (!together.checked || !isReady()) return;
  const [from, to] = leader === 0 ? [0, 1] : [1, 0];
  const at = windowOf(from).scrollY;
  const all = points();
  const next = Math.max(1, all.findIndex((pair, place) => place > 0 && pair[from] >= at));
  const [before, after] = [all[next - 1], all[next] ?? all.at(-1)];
  const length = after[from] - before[from];
  const part = length > 0 ? Math.min(1, (at - before[from]) / length) : 0;
  put[to] = Math.round(before[to] + part * (after[to] - before[to]));
  windowOf(to).scrollTo({ top: put[to], behavior: "instant" });
  put[to] = windowOf(to).scrollY;
};

const isReady = () => [0, 1].every((side) => pageOf(side)?.body && pageOf(side).location.protocol !== "about:");

/** @param {number} side @param {string} address */
const show = (side, address) => {
  // The history has one entry for both sides: that of the one that the reader has used.
  if (pageOf(side).location.pathname !== address) windowOf(side).location.replace(address);
};

/** The same because of the other side. @param {number} side @param {string} address */
const follow = (side, address) => {
  sent[side] = pageOf(side).location.pathname === address ? "" : address;
  show(side, address);
};

/** @param {string} words */
const say = (words) => (find("#said").textContent = words);

/** A side has another page: the other one follows. @param {number} side */
const arrived = (side) => {
  const page = pageOf(side);
  if (page.location.protocol === "about:") return;
  listen(side);
  // A side that has followed does not lead: the reader may have gone on with the other one meanwhile.
  const follows = sent[side] === page.location.pathname;
  sent[side] = "";
  const versions = versionsOf(page);
  const own = page.documentElement.lang;
  const other = 1 - side;
  // Who changes the language on one side wants the old one on the other.
  let wanted = own === shown[other] ? shown[side] : shown[other];
  if (wanted === own || !versions.some(({ tag }) => tag === wanted)) wanted = versions.find(({ tag }) => tag !== own)?.tag ?? wanted;
  shown[side] = own;
  const twin = versions.find(({ tag }) => tag === wanted);
  say(twin ? "" : "This page has no other language.");
  if (twin && !follows) {
    shown[other] = wanted;
    follow(other, twin.address);
  }
  for (const [at, choice] of choices.entries()) {
    choice.replaceChildren(...versions.map(({ tag, name }) => new Option(namesOf.get(tag) ?? name, tag, false, tag === shown[at])));
  }
  // The side on which a line begins is where its language is looked for first.
  const first = pageOf(0).documentElement?.dir;
  if (first) find("main").dir = first;
  document.title = `${page.title}: side by side`;
  // The first side stands for both.
  const path = (pageOf(0).location.protocol === "about:" ? page : pageOf(0)).location.pathname;
  find("#leave").href = path;
  history.replaceState(null, "", `?page=${path}`);
  align();
};

/** The names of languages, as pages in other languages call them. @type {Map<string, string>} */
const namesOf = new Map();

/** @param {number} side */
const listen = (side) => {
  const inner = windowOf(side);
  for (const { tag, name } of versionsOf(pageOf(side))) if (name !== tag) namesOf.set(tag, name);
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    inner.addEventListener(type, () => (leader = side), { capture: true, passive: true });
  }
  inner.addEventListener("keydown", press);
  inner.addEventListener("scroll", () => {
    // Whoever draws the scroll bar or follows a link moves a side without any of these.
    if (Math.abs(inner.scrollY - put[side]) > 2 && side !== leader) leader = side;
    if (side === leader) {
      put[side] = inner.scrollY;
      align();
    }
  });
  inner.addEventListener("muwazana-swap", align);
};

/** @param {KeyboardEvent & { target: any }} event */
const press = (event) => {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target?.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  // Named by their places on the keyboard, which is an Arabic one as often as not.
  if (event.code === "Digit1" || event.code === "Digit2") frames[event.code === "Digit1" ? 0 : 1].focus();
  else if (event.code === "KeyX") exchange();
  else if (event.code === "KeyS") {
    together.checked = !together.checked;
    align();
  } else return;
  event.preventDefault();
};

const exchange = () => {
  const [first, second] = [pageOf(0).location.pathname, pageOf(1).location.pathname];
  shown.reverse();
  leader = 1 - leader;
  follow(0, second);
  follow(1, first);
};

for (const [side, frame] of frames.entries()) frame.addEventListener("load", () => arrived(side));
for (const [side, choice] of choices.entries()) {
  choice.addEventListener("change", () => {
    const version = versionsOf(pageOf(side)).find(({ tag }) => tag === choice.value);
    if (version) show(side, version.address);
  });
}
find("#exchange").addEventListener("click", exchange);
together.addEventListener("change", align);
addEventListener("keydown", /** @type {any} */ (press));
addEventListener("resize", align);

const asked = location.search.startsWith("?page=/") ? location.search.slice("?page=".length) : "/";
// One slash only: two would name another host.
windowOf(0).location.replace(asked.replace(/^\/+/, "/"));
