// Remembers the language that a reader chose, and takes them straight on from the gate; nothing else is redirected.
(() => {
  const key = "muwazana-language";
  const storage = (() => {
    try {
      return window.localStorage;
    } catch {
      return null; // Storage is switched off: the gate simply asks each time.
    }
  })();
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-language]");
    if (!link) return;
    storage?.setItem(key, link.dataset.language);
    // The other language has the same sections: stay in the one that is being read.
    if (!link.closest(".languages")) return;
    const passed = [...document.querySelectorAll(".prose > section > h2")].filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const heading = passed.at(-1);
    if (heading && scrollY > 0) link.hash = heading.id;
  });
  const chosen = storage?.getItem(key);
  const arrived = document.currentScript && !document.currentScript.defer;
  if (arrived && chosen) {
    const link = document.querySelector(`link[rel=alternate][hreflang="${CSS.escape(chosen)}"]`);
    if (link) location.replace(new URL(link.href).pathname);
  }
})();
