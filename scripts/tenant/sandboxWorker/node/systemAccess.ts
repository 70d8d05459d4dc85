import { DOMParser } from "@xmldom/xmldom";
import type { Value } from "../../dataverse/values";
import { BridgeRefusal, invalidArguments } from "./BridgeRefusal";

const ownPrefix = "cosell_";
const written: ReadonlySet<string> = new Set([
  "account",
  "appnotification",
  "contact",
  "environmentvariabledefinition",
  "environmentvariablevalue",
  "lead",
  "opportunity",
  "webresource",
]);

/** Who owns a record, in which currency it is, and who holds which role: never written. */
const onlyRead: ReadonlySet<string> = new Set(["role", "systemuser", "systemuserroles", "team", "transactioncurrency"]);

const messages: ReadonlySet<string> = new Set([
  "Create",
  "CreateMultiple",
  "Delete",
  "Update",
  "UpdateMultiple",
  "Upsert",
  "UpsertMultiple",
]);

/** By the names of the requests; steps are registered on the messages behind them, Win and Lose. */
const closingMessages: ReadonlySet<string> = new Set(["LoseOpportunity", "WinOpportunity"]);
const closingParameters: ReadonlySet<string> = new Set(["OpportunityClose", "Status"]);

/** The tables a request touches, and which of them SYSTEM may. */
export interface SystemAccess {
  tables: readonly string[];
  isAllowed: (table: string) => boolean;
}

const mayWrite = (table: string): boolean => table.startsWith(ownPrefix) || written.has(table);
const mayRead = (table: string): boolean => mayWrite(table) || onlyRead.has(table);

export const toWrite = (table: string): SystemAccess => ({ tables: [table], isAllowed: mayWrite });
export const toRead = (table: string): SystemAccess => ({ tables: [table], isAllowed: mayRead });
export const toQuery = (fetchXml: string): SystemAccess => ({
  tables: queriedTables(fetchXml),
  isAllowed: mayRead,
});

/** Only messages that write the rows they are given, whatever else they may be handed. */
export function toMessage(message: string, parameters: Record<string, Value>): SystemAccess {
  if (closingMessages.has(message)) return toClose(parameters);
  const tables = messages.has(message) ? Object.values(parameters).flatMap(tablesOfRows) : [];
  return { tables, isAllowed: mayWrite };
}

/** Throws `host.systemNotAllowed` unless the script may touch all these tables as SYSTEM. */
export function demandSystemAccess({ tables, isAllowed }: SystemAccess): void {
  if (tables.length > 0 && tables.every(isAllowed)) return;
  const touched = tables.length > 0 ? tables.join(", ") : "this request";
  throw new BridgeRefusal("host.systemNotAllowed", `The plug-in host does not act as SYSTEM on ${touched}.`);
}

/** Of an opportunity that is won or lost, its closing activity and nothing else. */
function toClose(parameters: Record<string, Value>): SystemAccess {
  const isKnown = Object.keys(parameters).every((name) => closingParameters.has(name));
  const tables = isKnown ? Object.values(parameters).flatMap(tablesOfRows) : [];
  return { tables, isAllowed: (table) => table === "opportunityclose" };
}

function queriedTables(fetchXml: string): string[] {
  const elements = Array.from(parse(fetchXml).getElementsByTagName("*"));
  return elements
    .filter((element) => element.localName === "entity" || element.localName === "link-entity")
    .map((element) => element.getAttribute("name") ?? "");
}

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
