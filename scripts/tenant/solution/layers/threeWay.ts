import { createHash } from "node:crypto";

/** Names of the values that a solution wrote, each with a short hash of what it wrote. */
export type WrittenValues = Readonly<Record<string, string>>;

/** Empty text and no value are the same to a row; so are a reference and its id. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "object" && "id" in value) return canonical(value.id);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Stands for a value where it is only to be recognised again. */
export const fingerprint = (value: unknown): string =>
  createHash("sha1").update(canonical(value)).digest("base64url").slice(0, 16);

export const fingerprints = (values: Readonly<Record<string, unknown>>): WrittenValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fingerprint(value)]));

/**
 * What is to stand after a solution says `next` again: its new values, except where somebody has changed what it wrote
 * before. A value that the solution has never written is its to write.
 */
export function mergeValues<T>(
  written: WrittenValues,
  present: Readonly<Record<string, T>>,
  next: Readonly<Record<string, T>>,
): Record<string, T> {
  const isTheirs = (name: string): boolean => {
    const before = written[name];
    return before !== undefined && name in present && before !== fingerprint(present[name]);
  };
  const merged = { ...next };
  for (const [name, value] of Object.entries(present)) if (isTheirs(name)) merged[name] = value;
  return merged;
}
