import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Something the engine does, said otherwise. */
export interface Mutation {
  /** Stands in the engine's source exactly once, however it is broken into lines, in whatever file. */
  before: string;
  after: string;
  /** Name of the top-level declaration that holds it, where it stands in several. */
  within?: string;
}

export interface Planted {
  path: string;
  text: string;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** White space may be anything, and a comma may stand before a closing bracket. */
const toPattern = (before: string): RegExp => new RegExp(before.trim().split(/\s+/).map(escape).join("\\s*"), "g");

const sources = new Map<string, readonly Planted[]>();

const readSources = (root: string): readonly Planted[] => {
  const known = sources.get(root);
  if (known !== undefined) return known;
  const folder = join(root, "Solution/engine");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const read = files.map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), "utf8") }));
  sources.set(root, read);
  return read;
};

/** Where a top-level declaration begins and ends; all of the text without a name; nothing where there is none. */
const rangeOf = (text: string, name: string | undefined): readonly [number, number] | null => {
  if (name === undefined) return [0, text.length];
  const start = new RegExp(`^(?:export )?(?:const|function|class|async function) ${escape(name)}\\b`, "m").exec(text);
  if (start === null) return null;
  const end = /^[^\s})].*$/m.exec(text.slice(start.index + start[0].length).replace(/^.*\n?/, ""));
  const skipped = start.index + start[0].length + (text.slice(start.index + start[0].length).indexOf("\n") + 1);
  return [start.index, end === null ? text.length : skipped + end.index];
};

interface Place {
  source: Planted;
  at: number;
  length: number;
}

const findAll = (root: string, { before, within }: Mutation): Place[] =>
  readSources(root).flatMap((source) => {
    const range = rangeOf(source.text, within);
    if (range === null) return [];
    return [...source.text.matchAll(toPattern(before))]
      .filter(({ index }) => index >= range[0] && index < range[1])
      .map(({ index, 0: found }) => ({ source, at: index, length: found.length }));
  });

/** How often the place of a bug is found; a bug that can be planted is found once. */
export const countPlaces = (root: string, mutation: Mutation): number => findAll(root, mutation).length;

/** The one file that differs, and how. */
export const plantBug = (root: string, mutation: Mutation): Planted => {
  const [place, ...others] = findAll(root, mutation);
  if (place === undefined || others.length > 0)
    throw new Error(`The engine does not hold exactly once: ${mutation.before}`);
  const { source, at, length } = place;
  return { path: source.path, text: source.text.slice(0, at) + mutation.after + source.text.slice(at + length) };
};
