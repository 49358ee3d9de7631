// Reloads a page when the site has changed or `serve` was started again, and shows over it what is wrong with the site.
// Only `serve` adds this script, as it sends a page; `data-run` and `data-version` tell which site the page belongs to.
(() => {
  const { run, version } = document.currentScript.dataset;
  const id = "muwazana-errors";
  /** The state whose errors were closed; it outlives the page, so that a link leads to no panel again. */
  const closed = "muwazana-errors-closed";
  /** @type {EventSource | undefined} */
  let events;
  /** @type {number | undefined} */
  let retry;

  const close = () => document.getElementById(id)?.remove();

  // A browser may refuse to store anything; then the panel comes back with the next page.
  /** @param {string} state */
  const isClosed = (state) => {
    try {
      return sessionStorage.getItem(closed) === state;
    } catch {
      return false;
    }
  };
  /** @param {string} state */
  const rememberClosed = (state) => {
    try {
      sessionStorage.setItem(closed, state);
    } catch {}
  };

  /** @param {string} errors @param {string} state */
  const show = (errors, state) => {
    close();
    if (!errors || isClosed(state)) return;
    const dismiss = () => {
      rememberClosed(state);
      close();
    };
    const panel = document.createElement("div");
    panel.id = id;
    panel.dir = "ltr";
    panel.lang = "en";
    panel.setAttribute("role", "alert");
    panel.style.cssText = "all:initial;position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;box-sizing:border-box;padding:1rem;background:#2b0d0d;color:#fff;font:14px/1.5 monospace;z-index:2147483647;text-align:left;direction:ltr;display:block";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Close (Esc)";
    button.style.cssText = "all:revert;position:sticky;top:0;float:right;font:inherit";
    button.onclick = dismiss;
    const text = document.createElement("pre");
    text.textContent = errors;
    text.style.cssText = "all:unset;display:block;white-space:pre-wrap;unicode-bidi:plaintext";
    panel.append(button, text);
    document.body.append(panel);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    /** @type {HTMLButtonElement | null | undefined} */ (document.getElementById(id)?.querySelector("button"))?.click();
  });

  const connect = () => {
    disconnect();
    events = new EventSource("/.muwazana/events");
    events.onmessage = (event) => {
      const news = JSON.parse(event.data);
      const isOther = news.run !== run || String(news.version) !== version;
      // Version 0 is no site: the page that stands here is better than none.
      if (isOther && news.version > 0) location.reload();
      else show(news.errors, `${news.run}/${news.version}`);
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
  const follow = () => (document.visibilityState === "hidden" ? disconnect() : connect());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
})();
