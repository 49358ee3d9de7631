// The balance as a reader weighs: the same computation as in the program (site/balance.rs), for the weights of the sliders,
// which the address keeps.

/**
 * The mean of numbers, each counted as often as its weight says; a half counts up. `undefined` if nothing counts.
 * @param {number[]} values
 * @param {number[]} weights
 */
export const mean = (values, weights) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = values.reduce((sum, value, at) => sum + value * weights[at], 0);
  return total ? Math.floor((2 * sum + total) / (2 * total)) : undefined;
};

/** @param {HTMLFormElement} form */
const begin = (form) => {
  /** @type {any} The element that has the words of results. */
  const page = form.closest("[data-ranging]");
  const { ranging, sure, nothing, numbers } = page.dataset;
  const number = new Intl.NumberFormat(numbers);
  const mirrored = document.documentElement.dir === "rtl";
  /** @type {HTMLInputElement[]} */
  const inputs = [...form.querySelectorAll("input")];
  const start = inputs.map((input) => input.value);
  /** @param {number} at */
  const x = (at) => `${mirrored ? 100 - at : at}%`;

  const weigh = () => {
    const weights = inputs.map((input) => +input.value);
    for (const output of form.querySelectorAll("output")) output.value = number.format(weights[inputs.findIndex((input) => input.id === output.htmlFor.value)]);
    for (const pair of page.querySelectorAll("[data-low]")) {
      const [low, middle, high] = ["low", "middle", "high"].map((end) => mean(pair.dataset[end].split(" ").map(Number), weights));
      const words = low === undefined ? nothing : low === high ? sure : ranging;
      const said = words.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ end) => number.format(/** @type {any} */ ({ low, middle, high })[end]));
      pair.querySelector("output").value = said;
      const track = pair.querySelector(".track");
      track.setAttribute("aria-label", said);
      track.toggleAttribute("data-empty", low === undefined);
      if (low === undefined || middle === undefined || high === undefined) continue;
      track.querySelector(".span").setAttribute("x1", x(low));
      track.querySelector(".span").setAttribute("x2", x(high));
      track.querySelector("svg").setAttribute("x", x(middle));
    }
    const changed = inputs.filter((input, at) => input.value !== start[at]).map((input) => [input.name, input.value]);
    const query = new URLSearchParams(changed);
    history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
  };

  const chosen = new URLSearchParams(location.search);
  for (const input of inputs) input.value = chosen.get(input.name) ?? input.value;
  form.addEventListener("input", weigh);
  // `serve` has changed the page in place: the weights are in the address.
  addEventListener("muwazana-swap", () => location.reload());
  if (chosen.size) weigh();
};

/** @type {any} Nothing where the computation alone is wanted. */
const form = globalThis.document?.querySelector("#weights");
if (form) begin(form);
