/** What an account can be recognized by. */
export type AccountEvidence = "nameAndPostalCode" | "duns" | "domain";

/** How accounts are matched: the first kind of evidence counts most. */
export interface AccountMatch {
  order: readonly AccountEvidence[];
  /** Parts of the setting that mean nothing, as they were typed. */
  unknown: readonly string[];
}

const words: Readonly<Record<string, AccountEvidence>> = {
  "name and postal code": "nameAndPostalCode",
  duns: "duns",
  domain: "domain",
};

const standardOrder: readonly AccountEvidence[] = ["nameAndPostalCode", "duns", "domain"];

/** Parts are parted by commas, semicolons or lines. */
const separator = /[,;\n]/;

/**
 * Reads the setting Customer account match, such as `name and postal code, DUNS, domain`; case and spaces do not count. A
 * setting without any known part means the standard order: without a match every deal would make an account.
 */
export const parseAccountMatch = (text: string): AccountMatch => {
  const parts = text
    .split(separator)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
  const isKnown = (part: string): boolean => Object.hasOwn(words, part.toLowerCase());
  const known = parts.filter(isKnown).flatMap((part) => words[part.toLowerCase()] ?? []);
  return {
    order: known.length === 0 ? standardOrder : [...new Set(known)],
    unknown: parts.filter((part) => !isKnown(part)),
  };
};
