// What is wrong with the page and with the site, above the page: a panel that can be closed and comes back with the next
// fault, and meanwhile a button in the corner. Texts of the site are text here and never become HTML.

/** @typedef {{ file: string, line: number, column: number, excerpt: [string, string, string] }} Place */
/** @typedef {{ id: string, severity: string, code: string, message: string, help?: string, place?: Place, address?: string }} Fault */
/** @typedef {{ own: Fault[], elsewhere: Fault[], more_own: number, more_elsewhere: number }} Faults */

/** Under which name closed faults are kept; it outlives the page, so that a link leads to no panel again. */
const CLOSED = "muwazana-closed-faults";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { all: initial; color-scheme: inherit; position: sticky; inset-block-start: 0; z-index: 2147483647; display: block; }
  section, .corner { font: 14px/1.5 system-ui, sans-serif; color: light-dark(#26211c, #f1ece4); }
  section { max-block-size: 40vh; overflow: auto; box-sizing: border-box; padding: 8px max(16px, calc(50vw - 600px)) 12px; background: light-dark(#fff8f0, #2a1c17); border-block-end: 3px solid light-dark(#a15c00, #d9a050); overflow-wrap: anywhere; }
  section.error { border-color: light-dark(#b3261e, #f2857c); }
  header { position: sticky; inset-block-start: -8px; display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; padding-block: 6px; background: inherit; }
  header strong { margin-inline-end: auto; }
  header button, .edit { font: inherit; color: inherit; }
  header button, .corner { min-block-size: 28px; padding: 2px 11px; border: 1px solid currentColor; border-radius: 4px; background: light-dark(#fff, #3a2a24); cursor: pointer; }
  .corner { position: fixed; inset-block-end: 12px; inset-inline-end: 12px; border-width: 2px; font-weight: 600; box-shadow: 0 1px 6px #0006; }
  .corner.error { border-color: light-dark(#b3261e, #f2857c); }
  ol { list-style: none; margin: 0; padding: 0; }
  li { padding-block: 9px; border-block-start: 1px solid light-dark(#0002, #fff3); }
  p { margin: 0; unicode-bidi: plaintext; }
  b { color: light-dark(#8a4b00, #e5b26a); }
  .error b { color: light-dark(#b3261e, #f7a29b); }
  .code { opacity: .8; font-size: .9em; }
  .edit { padding: 0; border: 0; background: none; font-family: ui-monospace, monospace; font-size: .93em; text-align: start; text-decoration: underline; cursor: pointer; }
  span.edit { text-decoration: none; cursor: auto; user-select: all; }
  pre { margin: 3px 0; padding: 4px 8px; white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; font: .93em/1.6 ui-monospace, monospace; background: light-dark(#0000000d, #ffffff14); }
  mark { background: light-dark(#ffd9a8, #7a4a12); color: inherit; }
  .error mark { background: light-dark(#ffc9c4, #7d2b25); }
  summary { padding-block: 8px; cursor: pointer; }
  :focus-visible { outline: 3px solid light-dark(#1d5c7a, #8fd0ee); outline-offset: 1px; }
  @media print { :host { display: none; } }
  @media (forced-colors: active) { section, .corner { border-color: CanvasText; } }
`);

/**
 * An element with what is in it.
 * @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} inner @returns {any}
 */
const make = (name, attributes, ...inner) => {
  const element = document.createElement(name);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inner);
  return element;
};

/** @type {(n: number, one: string) => string} */
const count = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;
/** What a fault is recognised by when the lines above it have changed. @param {Fault} fault */
const nameOf = ({ code, message, place }) => `${code} ${place?.file} ${message}`;

// A browser may refuse to store anything; then closed faults come back with the next page.
/** @returns {string[]} */
const closedFaults = () => {
  try {
    return JSON.parse(sessionStorage.getItem(CLOSED) ?? "[]");
  } catch {
    return [];
  }
};
/** @param {string[]} names */
const rememberClosed = (names) => {
  try {
    sessionStorage.setItem(CLOSED, JSON.stringify(names.slice(-500)));
  } catch {}
};

/** @type {HTMLElement | undefined} What holds the panel or the button; before the body, so that it is no part of the page. */
let host;
/** @type {Faults | undefined} */
let faults;
/** @type {Set<string> | undefined} Warnings that were there when the page was opened: they wait in the corner. */
let old;
let isOpen = false;
/** @type {boolean} Whether the server can lead an editor to a place. */
let hasEditor = false;

/** What is shown in the panel at most. */
const allFaults = () => [...(faults?.own ?? []), ...(faults?.elsewhere ?? [])];
const tally = () => {
  const all = allFaults();
  const errors = all.filter(({ severity }) => severity === "error").length + (faults?.more_elsewhere ?? 0);
  const warnings = all.length + (faults?.more_elsewhere ?? 0) - errors + (faults?.more_own ?? 0);
  return [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ");
};

/** Leads the editor to a fault. @param {Fault} fault @param {HTMLElement} item */
const edit = async ({ id }, item) => {
  const answer = await fetch(`/.muwazana/open?fault=${id}`, { method: "POST" }).catch(() => undefined);
  item.querySelector("[role=alert]")?.remove();
  if (!answer?.ok) item.append(make("p", { role: "alert" }, answer ? await answer.text() : "the server does not answer"));
};

/** @param {Fault} fault @returns {HTMLElement} */
const itemOf = (fault) => {
  const { id, severity, code, message, help, place, address } = fault;
  const item = make("li", { class: severity, tabindex: "-1", "data-id": id }, make("p", {}, make("b", {}, severity), ` ${message} `, make("span", { class: "code" }, code)));
  if (place) {
    const words = `${place.file}:${place.line}:${place.column}`;
    const link = address
      ? make("a", { class: "edit", href: address }, words)
      : make(hasEditor ? "button" : "span", { class: "edit" }, words);
    if (hasEditor && !address) link.onclick = () => edit(fault, item);
    const [before, marked, after] = place.excerpt;
    item.append(link);
    if (before || marked || after) item.append(make("pre", {}, before, make("mark", {}, marked), after));
  }
  if (help) item.append(make("p", {}, `help: ${help}`));
  return item;
};

const panel = () => {
  const { own, elsewhere, more_own, more_elsewhere } = /** @type {Faults} */ (faults);
  const dismiss = make("button", { type: "button" }, "Close (Esc)");
  dismiss.onclick = closePanel;
  const kind = allFaults().some(({ severity }) => severity === "error") ? "error" : "warning";
  const section = make("section", { class: kind, "aria-label": "Faults", lang: "en", dir: "ltr" },
    make("header", {}, make("strong", { role: "status" }, tally()), ...tools(), dismiss),
    make("ol", {}, ...own.map(itemOf)));
  if (more_own) section.append(make("p", {}, `and ${more_own} more of this page`));
  if (elsewhere.length) {
    const list = make("details", {}, make("summary", {}, `${count(elsewhere.length + more_elsewhere, "error")} elsewhere`), make("ol", {}, ...elsewhere.map(itemOf)));
    list.open = own.length === 0;
    if (more_elsewhere) list.append(make("p", {}, `and ${more_elsewhere} more: the terminal lists them by kind`));
    section.append(list);
  }
  return section;
};

const corner = () => {
  const kind = allFaults().some(({ severity }) => severity === "error") ? "error" : "warning";
  const button = make("button", { type: "button", class: `corner ${kind}`, lang: "en", dir: "ltr", title: "Show the faults (F8)" }, tally());
  button.onclick = () => openPanel();
  return button;
};

/** Where this page is shown beside one in another language; nothing where it is so already, or there is none. */
const splitAddress = () => {
  const links = [...document.querySelectorAll("[hreflang]:is(.languages a, link[rel=alternate])")];
  const isSplit = window !== top || !links.some((link) => link.getAttribute("hreflang") !== document.documentElement.lang);
  return isSplit ? undefined : `/.muwazana/split?page=${location.pathname}`;
};

/** @returns {Node[]} What else stands in the head of the panel. */
const tools = () => {
  const address = splitAddress();
  return address ? [make("a", { class: "edit", href: address, title: "Both languages (Shift+F8)" }, "Side by side")] : [];
};

const draw = () => {
  if (!allFaults().length) {
    host?.remove();
    return;
  }
  if (!host) {
    host = make("div", { id: "muwazana-faults" });
    /** @type {HTMLElement} */ (host).attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }
  const shadow = /** @type {ShadowRoot} */ (host?.shadowRoot);
  const scrolled = shadow.querySelector("section")?.scrollTop ?? 0;
  const focused = /** @type {HTMLElement | null | undefined} */ (shadow.activeElement?.closest("li"))?.dataset.id;
  shadow.replaceChildren(isOpen ? panel() : corner());
  if (!host?.isConnected) document.documentElement.insertBefore(/** @type {Node} */ (host), document.body);
  if (!isOpen) return;
  /** @type {Element} */ (shadow.firstElementChild).scrollTop = scrolled;
  if (focused) focusFault([...shadow.querySelectorAll("li")].find((item) => item.dataset.id === focused));
};

/** @param {HTMLElement | undefined} item */
const focusFault = (item) => (/** @type {any} */ (item?.querySelector("a, button")) ?? item)?.focus();

const openPanel = () => {
  isOpen = true;
  draw();
};

const closePanel = () => {
  const hadFocus = host?.shadowRoot?.activeElement;
  isOpen = false;
  rememberClosed([...new Set([...closedFaults(), ...allFaults().map(nameOf)])]);
  draw();
  if (hadFocus) host?.shadowRoot?.querySelector("button")?.focus();
};

/** @param {Faults} news @param {boolean} editor */
const showFaults = (news, editor) => {
  if (JSON.stringify(news) === JSON.stringify(faults)) return;
  [faults, hasEditor] = [news, editor];
  old ??= new Set(news.own.filter(({ severity }) => severity === "warning").map(nameOf));
  const closed = new Set(closedFaults());
  isOpen &&= allFaults().length > 0;
  isOpen ||= allFaults().some((fault) => !closed.has(nameOf(fault)) && !old?.has(nameOf(fault)));
  draw();
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if (event.key === "F8" && event.shiftKey) {
    const address = splitAddress();
    if (address) location.assign(address);
    return;
  }
  if (!allFaults().length) return;
  // Escape closes what lies above the page first.
  if (event.key === "Escape" && isOpen && !document.querySelector("dialog[open], :popover-open")) closePanel();
  if (event.key !== "F8") return;
  event.preventDefault();
  if (!isOpen) openPanel();
  /** @type {any[]} */
  const items = [...(host?.shadowRoot?.querySelectorAll("li") ?? [])].filter((item) => item.checkVisibility());
  const at = items.findIndex((item) => item.contains(host?.shadowRoot?.activeElement ?? null));
  focusFault(items[(at + 1) % items.length]);
});

const draftSheet = new CSSStyleSheet();
draftSheet.replaceSync('[data-muwazana-draft]::after { content: "\\2002\u270e" / "draft"; }');
/** Marks the links to drafts. @param {string[]} drafts their paths, decoded */
const markDrafts = (drafts) => {
  if (drafts.length && !document.adoptedStyleSheets.includes(draftSheet)) document.adoptedStyleSheets.push(draftSheet);
  const paths = new Set(drafts);
  for (const link of document.querySelectorAll("a[href]")) {
    const { origin, pathname } = /** @type {HTMLAnchorElement} */ (link);
    const isDraft = origin === location.origin && paths.has(decoded(pathname));
    if (isDraft !== link.hasAttribute("data-muwazana-draft")) link.toggleAttribute("data-muwazana-draft", isDraft);
  }
};

/** @param {string} path */
const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

