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

const messages: ReadonlySet<string> = new Set([
  "Create",
  "CreateMultiple",
  "Delete",
  "Update",
  "UpdateMultiple",
  "Upsert",
  "UpsertMultiple",
]);

/** Throws `host.systemNotAllowed` unless the script may touch all these tables as SYSTEM. */
export function demandSystemAccess(tables: readonly string[]): void {
  if (tables.length > 0 && tables.every((table) => table.startsWith(ownPrefix) || others.has(table))) return;
  const touched = tables.length > 0 ? tables.join(", ") : "this request";
  throw new BridgeRefusal("host.systemNotAllowed", `The plug-in host does not act as SYSTEM on ${touched}.`);
}

export function queriedTables(fetchXml: string): string[] {
  const elements = Array.from(parse(fetchXml).getElementsByTagName("*"));
  return elements
    .filter((element) => element.localName === "entity" || element.localName === "link-entity")
    .map((element) => element.getAttribute("name") ?? "");
}

/** Only messages that write the rows they are given, whatever else they may be handed. */
export const tablesOfMessage = (message: string, parameters: Record<string, Value>): string[] =>
  messages.has(message) ? Object.values(parameters).flatMap(tablesOfRows) : [];

function tablesOfRows(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(tablesOfRows);
  const row = value as Exclude<Value, string | number | boolean>;
  if (typeof row !== "object" || row === null) return [];
  if (row.$t === "entity" || row.$t === "ref") return [row.table];
  return row.$t === "entities" ? [...row.rows.map(({ table }) => table), row.table] : [];
}

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
