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
  const label = theme.firstElementChild;
  const name = label.textContent;
  label.role = "status";
  const show = (at) => {
    theme.title = label.textContent = `${name}: ${theme.dataset.names.split("|")[at]}`;
    root.dataset.theme = themes[at];
  };
  let at = Math.max(0, themes.indexOf(root.dataset.theme));
  show(at);
  theme.onclick = () => {
    at = (at + 1) % 3;
    show(at);
    save("muwazana-theme", themes[at]);
  };
}

// The other language has the same sections: stay in the one that is being read.
const sections = all(".prose > section");
const reading = () => sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
addEventListener("click", ({ target }) => {
  const link = target.closest?.(".languages a, .enter");
  if (!link) return;
  save("muwazana-language", link.hreflang);
  const section = link.closest(".languages") && scrollY > 0 && reading();
  if (section) link.hash = section.querySelector("h2").id;
});

const entries = all(".contents a");
const watch = new IntersectionObserver(
  () => {
    const id = reading()?.querySelector("h2").id;
    for (const link of entries) link.ariaCurrent = decodeURIComponent(link.hash.slice(1)) === id ? "true" : null;
  },
  { rootMargin: "-33% 0px -66%" },
);
if (entries.length) sections.forEach((section) => watch.observe(section));

const copy = async (text, place) => {
  await navigator.clipboard.writeText(text);
  place.classList.add("copied");
  setTimeout(() => place.classList.remove("copied"), 1500);
};
for (const anchor of all(".anchor[href^='#']")) anchor.onclick = () => copy(anchor.href, anchor);
for (const code of all("pre")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = prose?.dataset.copy;
  button.onclick = () => copy(code.textContent, button);
  code.after(button);
}

if (page) {
  const definitions = new Map(all(".terms-used dt a").map((link) => [link.pathname, link.closest("div")]));
  const wide = matchMedia("(min-width: 62rem)");
  // The words of a note or of a term; nothing for any other link.
  const words = (link) => {
    const source = link.id ? document.querySelector(link.hash) : definitions.get(link.pathname);
    if (!source) return null;
    const copied = document.createElement("div");
    if (link.id) copied.innerHTML = `<b>${link.textContent}</b> `;
    copied.append(...[...source.cloneNode(true).childNodes].filter((node) => !node.classList?.contains("back")));
    return copied;
  };
  const card = document.createElement("div");
  card.className = "gloss";
  card.id = "gloss";
  card.hidden = true;
  page.append(card);
  let sides = [];
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
  const isBeside = (link) => wide.matches && sides.find((one) => one.link === link)?.side.style.visibility === "";
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
  const leave = () => later(hide, 250);
  const acts = {
    // What stands in the margin beside its line needs no card.
    pointerover: (link, { pointerType }) => pointerType === "mouse" && !isBeside(link) && later(() => show(link), 120),
    pointerout: leave,
    focusin: (link) => link.matches(":focus-visible") && show(link),
    focusout: leave,
    // A first tap shows what a mouse shows by hovering; a second follows the link. From a note the way back leads to
    // the reference that was followed.
    click: (link, event) => {
      if (event.pointerType === "touch" && shown !== link) {
        event.preventDefault();
        show(link);
      } else if (link.id) document.querySelector(`${link.hash} .back`).hash = link.id;
    },
  };
  for (const [type, act] of Object.entries(acts)) {
    prose.addEventListener(type, (event) => {
      const link = event.target.closest("sup a, a.term");
      if (link) act(link, event);
    });
  }
  card.onpointerenter = () => clearTimeout(timer);
  card.onpointerleave = leave;
  addEventListener("pointerdown", ({ target }) => shown && !card.contains(target) && target.closest("a") !== shown && hide());
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  // On a wide screen notes, and where they leave room definitions, stand in the margin beside their line. The lists
  // under the article stay what a voice reads.
  const margin = () => {
    if (!wide.matches) return;
    if (!sides.length) sides = [...all(".prose sup a"), ...all(".prose a.term")].flatMap((link, n, links) => {
      const first = links.findIndex(({ href }) => href === link.href) === n && !link.closest("table, figure, li");
      const side = first && words(link);
      if (!side) return [];
      side.className = "side";
      side.ariaHidden = "true";
      for (const inner of all("a", side)) inner.tabIndex = -1;
      page.append(side);
      return [{ link, side }];
    });
    const above = page.getBoundingClientRect().top + 4;
    for (const one of sides) {
      one.top = one.link.getBoundingClientRect().top - above;
      one.high = one.side.offsetHeight + 14;
    }
    const taken = [];
    for (const { link, side, top, high } of sides) {
      let at = top;
      for (const [start, end] of taken) if (at < end && at + high > start) at = end;
      const fits = at - top <= (link.id ? 180 : 24);
      if (fits) taken.push([at, at + high]);
      taken.sort((a, b) => a[0] - b[0]);
      side.style.visibility = fits ? "" : "hidden";
      side.style.insetBlockStart = `${at}px`;
    }
  };
  wide.onchange = margin;
  new ResizeObserver(margin).observe(prose);
}

// Search is fetched when it is wanted, and not before. The key of the slash writes ظ on an Arabic keyboard.
const door = document.querySelector(".search-button");
const search = (event) => {
  event.preventDefault();
  import("./search.js").then((module) => module.open(door), () => location.assign(door.href));
};
door?.addEventListener("click", (event) => event.ctrlKey || event.metaKey || event.shiftKey || search(event));
addEventListener("keydown", (event) => {
  const command = event.ctrlKey || event.metaKey;
  const slash = !command && "/ظ".includes(event.key) && !event.target.closest?.("input, textarea, select, [contenteditable]");
  if (door && !event.altKey && (slash || (command && event.code === "KeyK"))) search(event);
});
