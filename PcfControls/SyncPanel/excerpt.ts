import type { Words } from "../shared/words";

const maxChars = 200;
/** What stands before the first difference, so that its place can be recognised. */
const leadChars = 40;

const cut = (text: string, from: number, words: Words): string => {
  const opening = from > 0 ? "…" : "";
  return text.length <= maxChars ? text : words("Excerpt", opening + text.slice(from, from + maxChars), text.length);
};

/** A text, or its beginning where it is long, and how long it is. */
export const excerpt = (text: string, words: Words): string => cut(text, 0, words);

const firstDifference = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/** Two texts as `excerpt` gives them, from where they begin to differ. */
export const excerptBoth = (here: string, there: string, words: Words): { here: string; there: string } => {
  const at = firstDifference(here, there);
  const from = at < maxChars - leadChars ? 0 : at - leadChars;
  return { here: cut(here, from, words), there: cut(there, from, words) };
};
