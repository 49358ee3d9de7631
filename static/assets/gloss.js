// A card with the note or the definition that the pointer or the focus is on. site.js fetches this when it is first wanted.

/**
 * Puts the card into an article; gives what events on references to notes and on links to terms are handed to.
 * @param {HTMLElement} article
 * @param {MediaQueryList} wide whether there is a margin
 * @param {(link: HTMLAnchorElement) => HTMLElement | undefined} copyNote the note that a link leads to, if it leads to one
 * @returns {(link: HTMLAnchorElement, event: any, isTap: boolean) => void}
 */
export const gloss = (article, wide, copyNote) => {
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
  card.onpointerenter = () => clearTimeout(timer);
  card.onpointerleave = hideSoon;
  addEventListener("pointerdown", /** @param {{ target: any }} event */ ({ target }) =>
    shown && !card.contains(target) && target.closest("a") !== shown && hide());
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  return (link, { type, pointerType }, isTap) => {
    if (isTap || (type === "focusin" && link.matches(":focus-visible"))) show(link);
    // The pointer may have left while this script was on its way.
    if (type === "pointerover" && pointerType === "mouse") schedule(() => link.matches(":hover") && show(link), 120);
    if (type === "pointerout" || type === "focusout") hideSoon();
  };
};
