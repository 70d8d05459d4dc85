import type { Area, Assumption, Check, FidelityEntry, Source } from "../FidelityEntry";

/** What is believed, where it is known from, and the title of the test that holds it. */
export type TestedRow = readonly [what: string, source: Source, title: string];

/** Entries that tests of one file hold. */
export const tested = (area: Area, file: string, rows: readonly TestedRow[]): readonly FidelityEntry[] =>
  rows.map(([what, source, title]) => ({
    id: `${area}.${slug(what)}`,
    area,
    what,
    source,
    pin: { kind: "test", file, title },
  }));

/** An entry that is a request. */
export const checked = (area: Area, what: string, source: Source, check: Check): FidelityEntry => ({
  id: `${area}.${slug(what)}`,
  area,
  what,
  source,
  pin: { kind: "check", check },
});

/** An assumption that nothing here can show. */
export const unproven = (area: Area, what: string, assumption: Omit<Assumption, "kind">): FidelityEntry => ({
  id: `${area}.${slug(what)}`,
  area,
  what,
  source: { kind: "assumed", ...assumption },
  pin: { kind: "unproven" },
});

/** A page of Microsoft's documentation, by what stands behind its host. */
export const learn = (page: string): Source => ({ kind: "document", url: `https://learn.microsoft.com/${page}` });

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return words.slice(0, 12).join("-");
}
