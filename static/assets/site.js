// What a reader gains beside the plain page: the theme, the chosen language, notes and definitions beside their line,
// the section that is being read, and copying. Without this script each of these is a link or is not needed.
//
// Text of the page never becomes HTML or a selector here: nodes are cloned, and elements are found by their id.

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

/** The id of the section whose beginning is the last one above the upper third of the window. */
const currentId = () =>
  all(".prose > section").findLast((section) => section.getBoundingClientRect().top < innerHeight / 3)?.querySelector("h2")?.id;

// The other language has the same sections: its link leads to the one that is being read.
addEventListener("click", /** @param {{ target: any }} event */ ({ target }) => {
  /** @type {HTMLAnchorElement | null} */
  const link = target.closest?.(".languages a, .enter, .anchor[href^='#']");
  if (!link) return;
  if (link.className === "anchor") return import("./copy.js").then(({ copy }) => copy(link.href, link));
  save("muwazana-language", link.hreflang);
  const id = scrollY > 0 && link.closest(".languages") && currentId();
  if (id) link.hash = id;
});

addEventListener("scroll", () => {
  const id = "#" + currentId();
  for (const link of all(".contents a")) link.ariaCurrent = /** @type {any} */ (link.getAttribute("href") === id || null);
});

// Copying has a script of its own, fetched where there is code, or when something is first copied or unfolded.
const forCode = () => import("./copy.js").then(({ addButtons }) => addButtons(/** @type {string} */ (prose?.dataset.copy)));
if (document.querySelector(".prose pre")) forCode();
else addEventListener("toggle", forCode, { capture: true, once: true });

if (article && prose) {
  const wide = matchMedia("(min-width: 62rem)");

  /**
   * The note that a reference leads to, or the definition of a term; nothing for any other link.
   * @type {(link: HTMLAnchorElement) => HTMLElement | null | undefined}
   */
  const noteOf = (link) => link.id
    ? document.getElementById(link.hash.slice(1))
    : all(".terms-used dt a").find(/** @param {any} term */ (term) => term.pathname === link.pathname)?.closest("div");
  /** @type {(link: HTMLAnchorElement) => HTMLElement | undefined} */
  const copyNote = (link) => {
    const source = noteOf(link);
    if (!source) return;
    const note = document.createElement("div");
    if (link.id) {
      const number = document.createElement("b");
      number.append(link.textContent);
      note.append(number, " ");
    }
    note.append(...source.cloneNode(true).childNodes);
    for (const back of all(".back", note)) back.remove();
    return note;
  };

  /** @type {Map<HTMLAnchorElement, HTMLElement>} What stands in the margin, by the link beside whose line it is. */
  let notes = new Map();
  // A card shows the note or definition of the reference that the pointer or the focus is on. Its script is fetched when
  // that is first so. A first tap shows what a mouse shows by hovering; a second follows the link.
  /** @type {Promise<(link: HTMLAnchorElement, event: any, isTap: boolean) => void> | undefined} */
  let card;
  for (const type of ["pointerover", "pointerout", "focusin", "focusout", "click"]) {
    prose.addEventListener(type, /** @param {any} event */ (event) => {
      const link = event.target.closest("sup a, a.term");
      // What stands in the margin beside its line needs no card.
      if (!link || (type.endsWith("out") ? !card : type === "pointerover" && notes.get(link)?.style.visibility === "")) return;
      const isTap = type === "click" && event.pointerType === "touch" && !link.hasAttribute("aria-describedby");
      if (isTap) event.preventDefault();
      card ??= import("./gloss.js").then(({ gloss }) => gloss(article, wide, copyNote));
      card.then((take) => take(link, event, isTap), () => isTap && location.assign(link.href));
    });
  }

  let due = 0;
  const placeSoon = () => {
    clearTimeout(due);
    due = setTimeout(placeNotes);
  };
  // On a wide screen notes, and where they leave room definitions, stand in the margin beside their line. Screen
  // readers have the lists under the article. What is far from the window has no layout yet (style.css): its notes are
  // made when it comes near, and asking where it stands would make that layout. Those that are made stay, and only a few
  // more are made at a time, so that nobody waits for all of them.
  const placeNotes = () => {
    const old = notes;
    notes = new Map();
    const seen = new Set();
    let left = 6;
    /** @type {any[]} */
    const links = wide.matches ? [...all(".prose sup a"), ...all(".prose a.term")] : [];
    for (const link of links.filter((link) => link.checkVisibility({ contentVisibilityAuto: true }))) {
      if (seen.has(link.href)) continue;
      seen.add(link.href);
      /** @type {any} */
      let note = old.get(link);
      if (!note) {
        note = left && !link.closest("table, figure, li") && copyNote(link);
        if (!note) continue;
        if (!--left) placeSoon();
        note.className = "side";
        note.ariaHidden = "true";
        for (const inner of all("a", note)) inner.tabIndex = -1;
        article.append(note);
      }
      old.delete(link);
      notes.set(link, note);
    }
    for (const note of old.values()) note.remove();
    // All of the layout is read before the first style is written.
    const above = article.getBoundingClientRect().top + 4;
    const places = [...notes].map(([link, note]) =>
      /** @type {const} */ ([link, note, link.getBoundingClientRect().top - above, note.offsetHeight + 14]));
    /** @type {[number, number][]} The parts of the margin that are in use, from top to bottom. */
    const used = [];
    for (const [link, note, top, height] of places) {
      let at = top;
      for (const [start, end] of used) if (at < end && at + height > start) at = end;
      const fits = at - top <= (link.id ? 180 : 24);
      if (fits) used.push([at, at + height]);
      used.sort((a, b) => a[0] - b[0]);
      note.style.visibility = fits ? "" : "hidden";
      note.style.insetBlockStart = `${at}px`;
    }
  };
  // `serve` has changed the page in place, and has taken out the notes beside it.
  addEventListener("muwazana-swap", () => {
    notes.clear();
    placeSoon();
    forCode();
  });
  // Where lines stand changes with the height of the page: with the window, late faces, and what is folded out above them.
  new ResizeObserver(placeSoon).observe(root);
  prose.addEventListener("contentvisibilityautostatechange", placeSoon, true);
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
