// Question sets in the JSON of SQuAD: `data[].paragraphs[].{context, qas[].question}`.

/**
 * A set by its name, whose last part is a language tag. Paragraphs that are the same are one page; of `half` only the
 * articles that belong to it.
 */
export function readSet({ data }, name, half) {
  const language = name.split(".").at(-1);
  const pages = [];
  const byText = new Map();
  const questions = [];
  for (const [number, { paragraphs }] of data.entries()) {
    const asks = !half || (number % 2 === 0) === (half === "dev");
    for (const { context, qas } of paragraphs) {
      let page = byText.get(context);
      if (page === undefined) {
        page = pages.push(context) - 1;
        byText.set(context, page);
      }
      if (asks) questions.push(...qas.map(({ question }) => ({ text: question.trim(), page })));
    }
  }
  return { name, language, pages, questions };
}

/** Each question reduced to its two words that are on the fewest pages, but on one, in their order. */
export function rarestWords({ pages, questions }) {
  const frequencies = new Map();
  for (const page of pages) for (const word of new Set(words(page))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return questions.map(({ text, page }) => {
    const own = [...new Set(words(text))];
    const known = own.filter((word) => frequencies.has(word));
    const rarest = known.toSorted((a, b) => frequencies.get(a) - frequencies.get(b)).slice(0, 2);
    return { page, text: own.filter((word) => rarest.includes(word)).join(" ") || text };
  });
}

/** The words of a text, as anybody would count them. */
export function words(text) {
  const marks = /[\u0640\u064b-\u065f\u0670]/gu;
  return text.toLowerCase().replace(marks, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
