// Keeps an open page as its address answers it now: after a change of the site, and after a restart of `serve`. Over it
// stands what is wrong with the site. Only `serve` adds this script, as it sends a page; `data-state` names what was sent.

/** @typedef {{ templates: string, state: string | null, editor: boolean, drafts: string[], faults: Faults }} News what the server tells about a page */

let { templates, state } = /** @type {any} */ (document.currentScript).dataset;

/** @type {EventSource | undefined} */
let events;
/** @type {number | undefined} */
let retry;
/** @type {News | undefined} What was told last. */
let told;
let isFollowing = false;

/** Where the place is kept that a page was read at, while it is loaded again. */
const PLACE = "muwazana:place";
/** The place that this page has still to be put at: its address, and how far it was scrolled. @type {{ page: string, top: number } | null} */
let place = null;

/**
 * Loads the page again and has it stand where it was read. A browser restores the place after the first layout; a change
 * that comes before that would have it forgotten.
 */
const loadAgain = () => {
  const top = place?.top ?? scrollY;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, top }));
  } catch {
    // A browser that refuses to store anything restores the place where it can.
  }
  location.reload();
};

/** Puts the page where it was read before it was loaded again, unless the reader has moved it. */
const restorePlace = () => {
  try {
    place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
  } catch {}
  if (place?.page !== location.pathname) place = null;
  if (!place) return;
  const leave = () => (place = null);
  for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(moved, leave, { once: true, passive: true });
  const put = () => {
    if (place && Math.abs(scrollY - place.top) > 1) scrollTo({ top: place.top, behavior: "instant" });
    place = null;
  };
  // After the load, the browser puts it there by itself in the next frame; what it has put is left.
  addEventListener("load", () => requestAnimationFrame(put));
};

/** What the address of this page answers now, as a document whose scripts do not run. @returns {Promise<Document>} */
const fetchPage = () =>
  new Promise((resolve, reject) => {
    // Unlike a parser of text, this works where the policy of a page lets no text become HTML.
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname + location.search);
    request.responseType = "document";
    request.onload = () => (request.responseXML ? resolve(request.responseXML) : reject(new Error("no page")));
    request.onerror = reject;
    request.send();
  });

/** Makes of this page what it should be; loads it again where it cannot be changed in place. @param {News} news */
const become = async (news) => {
  const isSame = news.state?.split("-")[0] === state.split("-")[0];
  // Where the page is the same, a file that it shows is another one.
  if (isSame || news.templates !== templates) return loadAgain();
  const next = await fetchPage();
  const script = /** @type {HTMLElement | null} */ (next.querySelector("script[data-state]"));
  if (!script || script.dataset.templates !== templates) return loadAgain();
  const done = await swap(next).catch((error) => console.warn(error));
  if (!done) return loadAgain();
  state = script.dataset.state;
  markDrafts(told?.drafts ?? []);
};

const follow = async () => {
  if (isFollowing) return;
  isFollowing = true;
  let done;
  try {
    while (told && told !== done) {
      done = told;
      // Without a state there is no site: the page that stands here is better than none.
      if (done.state && done.state !== state) await become(done);
    }
  } catch {
    // The server has gone; when it is back it tells again.
  } finally {
    isFollowing = false;
  }
};

const connect = () => {
  disconnect();
  events = new EventSource(`/.muwazana/events?page=${location.pathname}`);
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    told = news;
    showFaults(news.faults, news.editor);
    markDrafts(news.drafts);
    follow();
  };
  // A browser that gives up on a server that is away does not see it come back.
  events.onerror = () => {
    if (events?.readyState === EventSource.CLOSED) retry = window.setTimeout(connect, 1000);
  };
};

const disconnect = () => {
  window.clearTimeout(retry);
  events?.close();
};

// A browser opens six connections to a host and no more: pages that nobody sees do without theirs.
const listen = () => (document.visibilityState === "hidden" ? disconnect() : connect());
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", disconnect);
addEventListener("pageshow", (event) => event.persisted && listen());
restorePlace();
listen();
