import { DOMParser } from "@xmldom/xmldom";
import type { Value } from "../../dataverse/values";
import { BridgeRefusal, invalidArguments } from "./BridgeRefusal";

const ownPrefix = "cosell_";
const others: ReadonlySet<string> = new Set([
  "account",
  "contact",
  "environmentvariabledefinition",
  "environmentvariablevalue",
  "lead",
  "opportunity",
  "webresource",
]);

/** Throws `host.systemNotAllowed` unless the script may touch all these tables as SYSTEM. */
export function demandSystemAccess(tables: readonly string[]): void {
  if (tables.length > 0 && tables.every((table) => table.startsWith(ownPrefix) || others.has(table))) return;
  const touched = tables.length > 0 ? tables.join(", ") : "a request without rows";
  throw new BridgeRefusal("host.systemNotAllowed", `The plug-in host does not act as SYSTEM on ${touched}.`);
}

export function queriedTables(fetchXml: string): string[] {
  const elements = Array.from(parse(fetchXml).getElementsByTagName("*"));
  return elements
    .filter((element) => element.localName === "entity" || element.localName === "link-entity")
    .map((element) => element.getAttribute("name") ?? "");
}

/** A message is judged by the rows it is about. */
export const tablesOfRows = (parameters: Record<string, Value>): string[] =>
  Object.values(parameters).flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    if (value.$t === "entity" || value.$t === "ref") return [value.table];
    return value.$t === "entities" ? [...value.rows.map((row) => row.table), value.table] : [];
  });

function parse(fetchXml: string) {
  try {
    const onError = (_level: string, message: string): never => {
      throw new Error(message);
    };
    return new DOMParser({ onError }).parseFromString(fetchXml, "text/xml");
  } catch (error) {
    throw invalidArguments(`the query is not XML (${error instanceof Error ? error.message : String(error)})`);
  }
}
