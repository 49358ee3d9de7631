// An open page becomes what its address answers now. What was sent is compared with what is sent, and only what differs
// between the two is changed in the open document: whatever a reader and the page's own scripts have done to it stays.

/** @type {WeakMap<Node, Node>} The node of the open document that a node of what was sent has become. */
const shown = new WeakMap();

/**
 * Notes for a node and all in it what stands for it in the open document.
 * @param {Node} node
 * @param {Node} open
 */
const pair = (node, open) => {
  shown.set(node, open);
  let [inner, twin] = [node.firstChild, open.firstChild];
  while (inner && twin) {
    pair(inner, twin);
    [inner, twin] = [inner.nextSibling, twin.nextSibling];
  }
};

/** The node of the open document that stands for one that was sent. @param {Node} node @returns {any} */
const openOf = (node) => {
  const open = shown.get(node);
  if (!open?.isConnected) throw new Error("a script has taken out what is to be changed");
  return open;
};

/** @type {(node: Node) => node is Element} */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
/** @type {(node: any) => string} All of a node as text, to tell whether two are the same. */
const key = (node) =>
  node.nodeName === "SCRIPT" ? node.cloneNode(false).outerHTML : isElement(node) ? node.outerHTML : `${node.nodeName} ${node.data}`;
/** Whether one node may become the other; a sheet is loaded beside the old one and takes its place. @param {any} a @param {any} b */
const mayBecome = (a, b) => a.nodeName === b.nodeName && a.id === b.id && (a.nodeName !== "LINK" || a.rel !== "stylesheet");

/** More comparisons of siblings than this would be felt: then they are taken in their order. */
const MANY = 1e6;

/**
 * Which of the nodes that were sent becomes which of those that are sent, both in order.
 * @param {Node[]} before
 * @param {Node[]} after
 * @returns {Map<Node, Node>} the former by the latter
 */
const match = (before, after) => {
  const partners = new Map();
  let [start, end] = [0, 0];
  const rest = () => Math.min(before.length, after.length) - start - end;
  while (rest() > 0 && before[start].isEqualNode(after[start])) partners.set(after[start], before[start++]);
  while (rest() > 0 && /** @type {Node} */ (before.at(-1 - end)).isEqualNode(/** @type {Node} */ (after.at(-1 - end)))) {
    end += 1;
    partners.set(after.at(-end), before.at(-end));
  }
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  /** The nodes between two that stay the same become each other as far as they can. @param {number[]} from @param {number[]} to */
  const between = ([oldFrom, nowFrom], [oldTo, nowTo]) => {
    for (let [i, j] = [oldFrom, nowFrom]; j < nowTo; j++) {
      const found = old.slice(i, oldTo).findIndex((node) => mayBecome(node, now[j]));
      if (found < 0) continue;
      partners.set(now[j], old[i + found]);
      i += found + 1;
    }
  };
  let last = [0, 0];
  for (const same of old.length * now.length > MANY ? [] : longestCommon(old.map(key), now.map(key))) {
    between(last, same);
    partners.set(now[same[1]], old[same[0]]);
    last = [same[0] + 1, same[1] + 1];
  }
  between(last, [old.length, now.length]);
  return partners;
};

/** The places of the longest common subsequence of two lists. @param {string[]} a @param {string[]} b */
const longestCommon = (a, b) => {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const places = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return places;
};

/** Changes in the open document what differs between two nodes. @param {any} before @param {any} after */
const change = (before, after) => {
  const open = openOf(before);
  if (before.isEqualNode(after)) return repair(before, after);
  shown.set(after, open);
  if (!isElement(before)) {
    if (before.nodeValue !== after.nodeValue) open.data = after.data;
    if (before.nodeType !== Node.DOCUMENT_NODE) return;
  } else {
    for (const { namespaceURI, name, localName, value } of after.attributes) {
      if (before.getAttributeNS(namespaceURI, localName) !== value) open.setAttributeNS(namespaceURI, name, value);
    }
    for (const { namespaceURI, localName } of before.attributes) {
      if (!after.hasAttributeNS(namespaceURI, localName)) open.removeAttributeNS(namespaceURI, localName);
    }
  }
  if (before.nodeName === "SCRIPT") return;
  const [old, now] = [[...before.childNodes], [...after.childNodes]];
  const partners = match(old, now);
  const kept = new Set(partners.values());
  for (const node of old) if (!kept.has(node)) openOf(node).remove();
  /** @type {Node | null} */
  let following = null;
  for (const node of now.reverse()) {
    const partner = partners.get(node);
    if (partner) change(partner, node);
    else if (!shown.has(node)) {
      pair(node, document.importNode(node, true));
      open.insertBefore(shown.get(node), following);
    }
    following = openOf(node);
  }
};

/** What stands for a node now stands for one that is the same. @param {Node} before @param {Node} after */
const repair = (before, after) => {
  const open = shown.get(before);
  if (open) shown.set(after, open);
  let [inner, twin] = [before.firstChild, after.firstChild];
  while (inner && twin) {
    repair(inner, twin);
    [inner, twin] = [inner.nextSibling, twin.nextSibling];
  }
};

/** Loads the sheets that are new beside the old ones, so that the page is never without. @param {Document} before @param {Document} after */
const loadSheets = (before, after) => {
  /** @param {Document} page @returns {HTMLLinkElement[]} */
  const sheets = (page) => [...page.querySelectorAll(/** @type {"link"} */ ("head link[rel=stylesheet]"))];
  const old = sheets(before);
  const loads = sheets(after).map((sheet, at) => {
    if (old.some((one) => one.isEqualNode(sheet))) return;
    const open = document.importNode(sheet, true);
    shown.set(sheet, open);
    const loaded = new Promise((resolve) => (open.onload = open.onerror = resolve));
    const place = old[at] ?? old.at(-1);
    place ? openOf(place).after(open) : document.head.append(open);
    return Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 2000))]);
  });
  return Promise.all(loads);
};

/** What is read stays where it is in the window, however much grows or shrinks above it. @param {() => void} action */
const keepPlace = (action) => {
  const root = document.documentElement;
  const read = scrollY ? [0.2, 0.4, 0.6, 0.8].map((part) => document.elementFromPoint(innerWidth / 2, innerHeight * part)) : [];
  const places = read.map((element) => /** @type {const} */ ([element, element?.getBoundingClientRect().top]));
  root.style.overflowAnchor = "none";
  action();
  const [element, top] = places.find(([element]) => element?.isConnected && element.closest("main")) ?? [];
  if (element && top !== undefined) scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  root.style.removeProperty("overflow-anchor");
  if (!root.getAttribute("style")) root.removeAttribute("style");
};

/** The scripts of a page that run, and its policy: neither can be exchanged. @param {Document} page */
const fixed = (page) =>
  [...page.querySelectorAll("script:not([type$=json]), meta[http-equiv]")].map((element) =>
    element.hasAttribute("data-state") ? "" : element.outerHTML).join();

/** What a script may have done before this one runs is not told from what was sent; the theme and the kind of visit alone are known. */
const isAltered = [...document.querySelectorAll("script:not([type$=json], [type=module], [defer], [data-state])")].some(
  (script) => script.hasAttribute("src") || !script.textContent?.includes("muwazana-theme"));

/**
 * A copy of a node of the open document and of all in it, noted; scripts are without their text, which need not be
 * followed, and which some policies let nobody set.
 * @param {Node} open @returns {Node}
 */
const copy = (open) => {
  const node = open.cloneNode(false);
  shown.set(node, open);
  if (open.nodeName !== "SCRIPT") for (const inner of open.childNodes) node.appendChild(copy(inner));
  return node;
};

document.normalize();
/** @type {any} What was sent. This runs before any script that waits for the whole page. */
let sent = copy(document);
let sentFixed = fixed(document);
for (const own of ["data-theme", "data-visit"]) sent.documentElement.removeAttribute(own);

/**
 * Makes what is sent now of the open page. Says whether it could.
 * @param {Document} next
 */
const swap = async (next) => {
  next.normalize();
  if (isAltered || sentFixed !== fixed(next)) return false;
  await loadSheets(sent, next);
  keepPlace(() => change(sent, next));
  [sent, sentFixed] = [next, fixed(next)];
  // The default script puts notes beside the text. It and those of the site take anew what they have taken from the page.
  for (const note of document.querySelectorAll("article > .side")) note.remove();
  dispatchEvent(new Event("muwazana-swap"));
  return true;
};
