// What a reader gains beside the plain page: the theme, the chosen language, notes and definitions beside their line,
// the section that is being read, and copying. Without this script each of these is a link or is not needed.
//
// Text of the page never becomes HTML or a selector here: nodes are cloned, and elements are found by their id.

/** @typedef {{ link: HTMLAnchorElement, note: HTMLElement, top: number, height: number }} MarginNote lengths in px */

const root = document.documentElement;
/** @type {HTMLElement | null} */
const article = document.querySelector("article.page");
/** @type {HTMLElement | null} */
const prose = document.querySelector(".prose");

/** @type {(key: string, value: string) => void} */
const save = (key, value) => {
  try {
    localStorage[key] = value;
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
};

/**
 * The elements that a selector finds, in the order of the document.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [inside]
 * @returns {T[]}
 */
const all = (selector, inside = document) => [...inside.querySelectorAll(/** @type {any} */ (selector))];

/** @type {HTMLElement | null} */
const theme = document.querySelector(".theme");
if (theme) {
  const themes = ["", "light", "dark"];
  const names = /** @type {string} */ (theme.dataset.names).split("|");
  const label = /** @type {Element} */ (theme.firstElementChild);
  const name = label.textContent;
  label.role = "status";
  let chosen = Math.max(0, themes.indexOf(/** @type {string} */ (root.dataset.theme)));
  const show = () => {
    theme.title = label.textContent = `${name}: ${names[chosen]}`;
    root.dataset.theme = themes[chosen];
  };
  show();
  theme.onclick = () => {
    chosen = (chosen + 1) % 3;
    show();
    save("muwazana-theme", themes[chosen]);
  };
}

const sections = all(".prose > section");
/** The id of the section whose beginning is the last one above the upper third of the window. */
const currentId = () =>
  sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3)?.querySelector("h2")?.id;

// The other language has the same sections: its link leads to the one that is being read.
addEventListener("click", /** @param {{ target: any }} event */ ({ target }) => {
  /** @type {HTMLAnchorElement | null} */
  const link = target.closest?.(".languages a, .enter");
  if (!link) return;
  save("muwazana-language", link.hreflang);
  const id = scrollY > 0 && link.closest(".languages") && currentId();
  if (id) link.hash = id;
});

const contents = all(".contents a");
const observer = new IntersectionObserver(
  () => {
    const id = currentId();
    for (const link of contents) link.ariaCurrent = link.getAttribute("href") === "#" + id ? "true" : null;
  },
  { rootMargin: "-33% 0px -66%" },
);
if (contents.length) sections.forEach((section) => observer.observe(section));

/** @type {(text: string, element: Element) => Promise<void>} */
const copy = async (text, element) => {
  await navigator.clipboard.writeText(text);
  element.classList.add("copied");
  setTimeout(() => element.classList.remove("copied"), 1500);
};
for (const anchor of /** @type {HTMLAnchorElement[]} */ (all(".anchor[href^='#']"))) anchor.onclick = () => copy(anchor.href, anchor);
for (const code of all("pre")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = /** @type {string} */ (prose?.dataset.copy);
  button.onclick = () => copy(code.textContent, button);
  code.after(button);
}

if (article && prose) {
  const definitions = new Map(all(".terms-used dt a").map(/** @param {any} link */ (link) => [link.pathname, link.closest("div")]));
  const wide = matchMedia("(min-width: 62rem)");

  /**
   * The note that a reference leads to, or the definition of a term; nothing for any other link.
   * @type {(link: HTMLAnchorElement) => HTMLElement | null | undefined}
   */
  const noteOf = (link) => link.id ? document.getElementById(link.hash.slice(1)) : definitions.get(link.pathname);
  /** @type {(link: HTMLAnchorElement) => HTMLElement | null} */
  const copyNote = (link) => {
    const source = noteOf(link);
    if (!source) return null;
    const note = document.createElement("div");
    if (link.id) {
      const number = document.createElement("b");
      number.append(link.textContent);
      note.append(number, " ");
    }
    note.append(...source.cloneNode(true).childNodes);
    note.querySelectorAll(".back").forEach((back) => back.remove());
    return note;
  };

  // A card with the note or definition that the pointer or the focus is on.
  const card = document.createElement("div");
  card.className = card.id = "gloss";
  card.hidden = true;
  article.append(card);
  /** @type {HTMLAnchorElement | null} The link whose card is shown. */
  let shown = null;
  let timer = 0;
  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  };
  /** @type {(action: () => void, delay: number) => void} */
  const schedule = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const hideSoon = () => schedule(hide, 250);
  /** @type {(link: HTMLAnchorElement) => void} */
  const show = (link) => {
    clearTimeout(timer);
    if (shown === link) return;
    const note = copyNote(link);
    if (!note) return;
    // The layout is read before anything is written, so that it is not computed twice.
    const line = /** @type {DOMRect} */ ([...link.getClientRects()].at(-1));
    const top = (wide.matches ? line.top - 8 : line.bottom + 6) - article.getBoundingClientRect().top;
    hide();
    card.replaceChildren(...note.childNodes);
    card.style.insetBlockStart = `${top}px`;
    card.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", "gloss");
  };

  /** @type {MarginNote[]} */
  let notes = [];
  /**
   * Calls a handler for events on references to notes and on links to terms.
   * @type {(type: string, handler: (link: HTMLAnchorElement, event: any) => void) => void}
   */
  const on = (type, handler) =>
    prose.addEventListener(type, /** @param {{ target: any }} event */ (event) => {
      const link = event.target.closest("sup a, a.term");
      if (link) handler(link, event);
    });
  // What stands in the margin beside its line needs no card.
  /** @type {(link: HTMLAnchorElement) => boolean} */
  const isBeside = (link) => wide.matches && notes.some((one) => one.link === link && !one.note.style.visibility);
  on("pointerover", (link, { pointerType }) => pointerType === "mouse" && !isBeside(link) && schedule(() => show(link), 120));
  on("pointerout", hideSoon);
  on("focusin", (link) => link.matches(":focus-visible") && show(link));
  on("focusout", hideSoon);
  // A first tap shows what a mouse shows by hovering; a second follows the link.
  on("click", (link, event) => {
    if (event.pointerType === "touch" && shown !== link) {
      event.preventDefault();
      show(link);
    }
  });
  card.onpointerenter = () => clearTimeout(timer);
  card.onpointerleave = hideSoon;
  addEventListener("pointerdown", /** @param {{ target: any }} event */ ({ target }) =>
    shown && !card.contains(target) && target.closest("a") !== shown && hide());
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  /** @type {() => any[]} */
  const createNotes = () => {
    const seen = new Set();
    return [...all(".prose sup a"), ...all(".prose a.term")].flatMap(/** @param {any} link */ (link) => {
      const note = !seen.has(link.href) && !link.closest("table, figure, li") && copyNote(link);
      seen.add(link.href);
      if (!note) return [];
      note.className = "side";
      note.ariaHidden = "true";
      for (const inner of all("a", note)) inner.tabIndex = -1;
      article.append(note);
      return [{ link, note }];
    });
  };
  // On a wide screen notes, and where they leave room definitions, stand in the margin beside their line. Screen
  // readers have the lists under the article.
  const placeNotes = () => {
    if (!wide.matches) return;
    if (!notes.length) notes = createNotes();
    // All of the layout is read before the first style is written.
    const above = article.getBoundingClientRect().top + 4;
    for (const one of notes) {
      one.top = one.link.getBoundingClientRect().top - above;
      one.height = one.note.offsetHeight + 14;
    }
    /** @type {[number, number][]} The parts of the margin that are in use, from top to bottom. */
    const used = [];
    for (const { link, note, top, height } of notes) {
      let at = top;
      for (const [start, end] of used) if (at < end && at + height > start) at = end;
      const fits = at - top <= (link.id ? 180 : 24);
      if (fits) used.push([at, at + height]);
      used.sort((a, b) => a[0] - b[0]);
      note.style.visibility = fits ? "" : "hidden";
      note.style.insetBlockStart = `${at}px`;
    }
  };
  wide.onchange = placeNotes;
  new ResizeObserver(placeNotes).observe(prose);
}

/** @type {HTMLAnchorElement | null} */
const search = document.querySelector(".search-button");
if (search) {
  // The search is fetched when it is first opened.
  /** @type {(event: Event) => void} */
  const openSearch = (event) => {
    event.preventDefault();
    import("./search.js").then(({ open }) => open(search), () => location.assign(search.href));
  };
  search.onclick = (event) => event.ctrlKey || event.metaKey || event.shiftKey || openSearch(event);
  // The key of the slash writes ظ on an Arabic keyboard.
  addEventListener("keydown", /** @param {KeyboardEvent & { target: any }} event */ (event) => {
    const command = event.ctrlKey || event.metaKey;
    const slash = !command && "/ظ".includes(event.key) && !event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!event.altKey && (slash || (command && event.code === "KeyK"))) openSearch(event);
  });
}
