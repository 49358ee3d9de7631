// Copies addresses of sections and blocks of code. site.js fetches this when it is first wanted.

/** @type {(text: string, element: Element) => Promise<void>} */
export const copy = async (text, element) => {
  await navigator.clipboard.writeText(text);
  element.classList.add("copied");
  setTimeout(() => element.classList.remove("copied"), 1500);
};

/**
 * Puts a button behind every block of code, and takes away those that there were.
 * @param {string} label
 */
export const addButtons = (label) => {
  for (const button of document.querySelectorAll(".copy")) button.remove();
  for (const code of document.querySelectorAll("pre")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = label;
    button.onclick = () => copy(code.textContent, button);
    code.after(button);
  }
};
