// What a reader gains beside the plain page: the theme, the language that was chosen, notes and definitions beside
// their line, the section that is being read, and copying. Without this every one of them is a link or is not needed.
const root = document.documentElement;
const page = document.querySelector("article.page");
const prose = document.querySelector(".prose");
const save = (key, value) => {
  try {
    localStorage[key] = value;
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
};
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

const theme = document.querySelector(".theme");
if (theme) {
  const themes = ["", "light", "dark"];
  const label = document.createElement("span");
  label.className = "visually-hidden";
  label.role = "status";
  theme.append(label);
  const show = (at) => {
    theme.title = `${theme.firstElementChild.textContent}: ${theme.dataset.names.split("|")[at]}`;
    root.dataset.theme = themes[at];
    return theme.title;
  };
  let at = Math.max(0, themes.indexOf(root.dataset.theme));
  show(at);
  theme.onclick = () => {
    at = (at + 1) % 3;
    label.textContent = show(at);
    save("muwazana-theme", themes[at]);
  };
}

// The other language has the same sections: stay in the one that is being read.
const sections = all(".prose > section");
const reading = () => sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[data-language]");
  if (!link) return;
  save("muwazana-language", link.dataset.language);
  const section = link.closest(".languages") && scrollY > 0 && reading();
  if (section) link.hash = section.getAttribute("aria-labelledby");
});

const entries = all(".contents a");
const watch = new IntersectionObserver(
  () => {
    const id = reading()?.getAttribute("aria-labelledby");
    for (const link of entries) link.ariaCurrent = decodeURIComponent(link.hash.slice(1)) === id ? "true" : null;
  },
  { rootMargin: "-33% 0px -66% 0px" },
);
if (entries.length) sections.forEach((section) => watch.observe(section));

const copy = async (text, place) => {
  await navigator.clipboard.writeText(text);
  place.classList.add("copied");
  setTimeout(() => place.classList.remove("copied"), 1500);
};
for (const anchor of all(".anchor[href^='#']")) anchor.addEventListener("click", () => copy(anchor.href, anchor));
for (const figure of all("figure.code, .tools details")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = prose?.dataset.copy;
  button.onclick = () => copy(figure.querySelector("pre").textContent, button);
  figure.append(button);
}

if (page) {
  const definitions = new Map(all(".terms-used dt a").map((link) => [link.pathname, link.parentElement.parentElement]));
  const wide = matchMedia("(min-width: 62rem)");
  // The words of a note or of a term; nothing for any other link.
  const words = (link) => {
    const source = link.role === "doc-noteref" ? document.getElementById(link.hash.slice(1)) : definitions.get(link.pathname);
    if (!source) return null;
    const copied = document.createElement("div");
    if (link.role === "doc-noteref") copied.innerHTML = `<b>${link.textContent}</b> `;
    copied.append(...[...source.cloneNode(true).childNodes].filter((node) => !node.classList?.contains("back")));
    return copied;
  };
  const links = all(".prose a[role=doc-noteref], .prose a.term");

  const card = document.createElement("div");
  card.className = "gloss";
  card.id = "gloss";
  card.hidden = true;
  page.append(card);
  let shown = null;
  let timer = 0;
  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  };
  const later = (what, delay) => {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  };
  const show = (link) => {
    clearTimeout(timer);
    if (shown === link) return;
    const said = words(link);
    if (!said) return;
    hide();
    card.replaceChildren(...said.childNodes);
    const line = [...link.getClientRects()].at(-1);
    const above = page.getBoundingClientRect().top;
    card.style.insetBlockStart = `${(wide.matches ? line.top - 8 : line.bottom + 6) - above}px`;
    card.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", "gloss");
  };
  for (const link of links) {
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(link), 120));
    link.addEventListener("pointerleave", () => later(hide, 250));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", () => later(hide, 250));
    // A first tap shows what a mouse shows by hovering; a second follows the link.
    link.addEventListener("click", (event) => {
      if (event.pointerType === "touch" && shown !== link) {
        event.preventDefault();
        show(link);
      } else if (link.id) {
        // From the note the way back leads to this reference.
        document.querySelector(`${link.hash} .back`)?.setAttribute("href", `#${link.id}`);
      }
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(hide, 250));
  card.addEventListener("focusin", () => clearTimeout(timer));
  document.addEventListener("pointerdown", ({ target }) => shown && !card.contains(target) && target.closest("a") !== shown && hide());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  // On a wide screen notes, and where there is room definitions, stand in the margin beside their line. The list under
  // the article stays what a voice reads.
  const seen = new Set();
  const candidates = links.filter((link) => !link.closest("table, figure, li") && !seen.has(link.href) && seen.add(link.href));
  const sides = [];
  const margin = () => {
    if (!wide.matches) return;
    if (!sides.length) {
      for (const link of candidates) {
        const side = words(link);
        if (!side) continue;
        side.className = "side";
        side.ariaHidden = "true";
        for (const inner of all("a", side)) inner.tabIndex = -1;
        for (const inner of all("[id]", side)) inner.removeAttribute("id");
        sides.push({ link, side, term: link.className === "term" });
      }
      page.append(...sides.map(({ side }) => side));
    }
    const above = page.getBoundingClientRect().top;
    const free = [];
    for (const one of sides) {
      one.at = one.link.getBoundingClientRect().top - above - 4;
      one.high = one.side.offsetHeight + 14;
    }
    // Notes come first; a definition takes only what they leave.
    for (const one of [...sides.filter(({ term }) => !term), ...sides.filter(({ term }) => term)]) {
      const reach = one.term ? 24 : 96;
      let at = one.at;
      for (const [start, end] of free) if (at < end && at + one.high > start) at = end;
      const fits = at - one.at <= reach;
      one.side.style.visibility = fits ? "" : "hidden";
      one.side.style.insetBlockStart = `${at}px`;
      if (fits) free.push([at, at + one.high]), free.sort((a, b) => a[0] - b[0]);
    }
  };
  margin();
  wide.addEventListener("change", margin);
  new ResizeObserver(margin).observe(prose);
  document.fonts?.ready.then(margin);
}
