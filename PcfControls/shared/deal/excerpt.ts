import type { Words } from "../words";
import type { ValueFormats } from "./ValueFormats";

const maxChars = 200;
/** What stands before the first difference, so that its place can be recognised. */
const leadChars = 40;

/** How a text is shortened: the sentence, and how the user writes numbers. */
export interface ExcerptParts {
  words: Words;
  formats: Pick<ValueFormats, "decimal">;
}

const cut = (text: string, from: number, { words, formats }: ExcerptParts): string => {
  const opening = from > 0 ? "…" : "";
  if (text.length <= maxChars) return text;
  return words("Excerpt", opening + text.slice(from, from + maxChars), formats.decimal(text.length, 0));
};

/** A text, or its beginning where it is long, and how long it is. */
export const excerpt = (text: string, parts: ExcerptParts): string => cut(text, 0, parts);

const firstDifference = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/** Two texts as `excerpt` gives them, from where they begin to differ. */
export const excerptBoth = (here: string, there: string, parts: ExcerptParts): { here: string; there: string } => {
  const at = firstDifference(here, there);
  const from = at < maxChars - leadChars ? 0 : at - leadChars;
  return { here: cut(here, from, parts), there: cut(there, from, parts) };
};
