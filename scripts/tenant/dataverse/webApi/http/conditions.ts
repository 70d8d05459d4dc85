import { protocolRefusals } from "../protocolRefusals";

/** What a request insists on: that the row is there, is absent, or has a certain version. */
export type Precondition = { kind: "none" | "mustExist" | "mustNotExist" } | { kind: "mustMatch"; rowVersion: string };

/** `W/"12345"` */
export const etagOf = (rowVersion: string): string => `W/"${rowVersion}"`;

export function rowVersionOf(etag: string): string | undefined {
  return /^(?:W\/)?"(\d+)"$/.exec(etag.trim())?.[1];
}

/** Reads the `If-Match` and `If-None-Match` of a write. */
export function readPrecondition(headers: ReadonlyMap<string, string>): Precondition {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")];
  // Browsers and some clients send the word null for "no condition".
  if (noneMatch !== undefined && noneMatch !== "null") {
    if (noneMatch === "*") return { kind: "mustNotExist" };
    throw protocolRefusals.headerUnknown("If-None-Match", noneMatch);
  }
  if (match === undefined) return { kind: "none" };
  if (match === "*") return { kind: "mustExist" };
  const rowVersion = rowVersionOf(match);
  if (rowVersion === undefined) throw protocolRefusals.headerUnknown("If-Match", match);
  return { kind: "mustMatch", rowVersion };
}
