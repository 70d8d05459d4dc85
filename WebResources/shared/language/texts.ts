type Value = string | number;

/** A text with places `{0}`, `{1}` for values. */
interface Pattern {
  kind: "pattern";
  text: string;
}

/** The same for one thing and for more; how many stands at `{0}`. */
interface Counted {
  kind: "counted";
  one: string;
  other: string;
}

type Entry = string | Pattern | Counted;

interface Tree {
  readonly [name: string]: Entry | Tree;
}

type Shown<T> = T extends string
  ? string
  : T extends Pattern
    ? (...values: readonly Value[]) => string
    : T extends Counted
      ? (count: number, ...values: readonly Value[]) => string
      : { readonly [Name in keyof T]: Shown<T[Name]> };

/** Which texts a script reads: those of forms and commands, or those of the setup page. */
export type StringTable = "Forms" | "SetupPage";

/** Every English text by its key, which is its place in the tree, such as `setup.steps.done`. */
export const englishTexts = new Map<string, string>();

/** What stands in their place in the user's language; empty for English. */
let translations: ReadonlyMap<string, string> = new Map();

/** From now on texts are read in another language; what it lacks stays English. */
export const useTranslations = (own: ReadonlyMap<string, string>): void => {
  translations = own;
};

export const pattern = (text: string): Pattern => ({ kind: "pattern", text });
export const counted = (one: string, other: string): Counted => ({ kind: "counted", one, other });

const read = (key: string): string => translations.get(key) ?? englishTexts.get(key) ?? key;

const fill = (text: string, values: readonly Value[]): string =>
  text.replace(/\{(\d)\}/g, (place, at: string) => String(values[Number(at)] ?? place));

const isEntry = (entry: Entry | Tree): entry is Entry =>
  typeof entry === "string" || entry["kind"] === "pattern" || entry["kind"] === "counted";

/** What stands in the place of an entry: asked for whenever it is shown, as the language may come later than the script. */
const toReader = (key: string, entry: Entry): (() => unknown) => {
  if (typeof entry === "string") {
    englishTexts.set(key, entry);
    return () => read(key);
  }
  if (entry.kind === "pattern") {
    englishTexts.set(key, entry.text);
    const filled = (...values: readonly Value[]) => fill(read(key), values);
    return () => filled;
  }
  const { one, other } = entry;
  englishTexts.set(`${key}.one`, one).set(`${key}.other`, other);
  const counting = (count: number, ...values: readonly Value[]) =>
    fill(read(`${key}.${count === 1 ? "one" : "other"}`), [count, ...values]);
  return () => counting;
};

/**
 * The texts of a script, as it shows them: a text is a string, a pattern or a counted one is a function of its values. They are
 * written in English here; `prefix` begins the keys by which translations know them.
 */
export const texts = <const T extends Tree>(prefix: string, english: T): Shown<T> => {
  const shown: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(english)) {
    const key = `${prefix}.${name}`;
    const below = isEntry(entry) ? undefined : texts(key, entry);
    const get = isEntry(entry) ? toReader(key, entry) : () => below;
    Object.defineProperty(shown, name, { enumerable: true, get });
  }
  return shown as Shown<T>;
};
