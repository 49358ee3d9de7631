// Filters and sorts a list by its items' data attributes, and keeps the choice in the address.
const form = document.querySelector(".filters");
const list = document.getElementById(form.dataset.list);
const items = [...list.children];
const status = document.querySelector(".count[role], .count [role]");
const whole = status.textContent;
const number = new Intl.NumberFormat(form.dataset.numbers);

const apply = () => {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  const query = new URLSearchParams(chosen);
  const sort = query.get("sort");
  const wanted = chosen.filter(([name]) => name !== "sort");
  for (const item of items) item.hidden = wanted.some(([name, value]) => item.dataset[name] !== value);
  list.append(...(sort ? items.toSorted((a, b) => b.dataset[sort] - a.dataset[sort]) : items));
  const shown = items.filter((item) => !item.hidden).length;
  status.textContent = shown === items.length ? whole : form.dataset.part.replace("{shown}", number.format(shown)).replace("{all}", number.format(items.length));
  history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
};

for (const [name, value] of new URLSearchParams(location.search)) {
  const choice = [...form.elements].find((element) => element.name === name && element.value === value);
  if (choice) choice.checked = true;
}
form.addEventListener("change", apply);
if (location.search) apply();
