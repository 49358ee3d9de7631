// Filters and sorts a list by the data attributes of its items, and keeps the choice in the address of the page.

/** @type {HTMLFormElement & { dataset: { list: string, part: string } }} This script is loaded only beside one. */
const form = /** @type {any} */ (document.querySelector(".filters"));
/** @type {any} The element whose children are filtered. */
const list = document.getElementById(form.dataset.list);
/** @type {any[]} Elements, whose data attributes are compared with what is chosen. */
const items = [...list.children];
/** @type {Element} */
const status = /** @type {any} */ (document.querySelector(".count[role], .count [role]"));
/** What the count says when all items are shown. */
const text = status.textContent;
const number = new Intl.NumberFormat(form.dataset.numbers);

const apply = () => {
  /** @type {any[]} Pairs of a name and a value. */
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  const query = new URLSearchParams(chosen);
  const sort = query.get("sort");
  const filter = chosen.filter(([name]) => name !== "sort");
  for (const item of items) item.hidden = filter.some(([name, value]) => item.dataset[name] !== value);
  list.append(...(sort ? items.toSorted((a, b) => b.dataset[sort] - a.dataset[sort]) : items));
  const shown = items.filter((item) => !item.hidden).length;
  status.textContent = shown === items.length ? text : form.dataset.part.replace("{shown}", number.format(shown)).replace("{all}", number.format(items.length));
  history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
};

for (const [name, value] of new URLSearchParams(location.search)) {
  /** @type {any} */
  const choice = [...form.elements].find((/** @type {any} */ element) => element.name === name && element.value === value);
  if (choice) choice.checked = true;
}
form.addEventListener("change", apply);
if (location.search) apply();
// `serve` has changed the page in place: the choice is in the address.
addEventListener("muwazana-swap", () => location.reload());
