// Brings the page that is read into view in the tree of pages, in browsers where the sheet alone does not.

const tree = document.getElementById("tree");
/** @type {HTMLElement | null | undefined} */
const current = tree?.querySelector("a[aria-current]");
if (tree && current) {
  const show = () => {
    const place = current.getBoundingClientRect();
    const view = tree.getBoundingClientRect();
    if (place.top < view.top || place.bottom > view.bottom) tree.scrollTop += place.top - view.top - view.height / 3;
  };
  show();
  tree.addEventListener("toggle", show);
}
