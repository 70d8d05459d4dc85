import type { TableMetadata } from "../../metadata";
import { refusals } from "../../refusals";
import type { Literal } from "../odata/FilterExpression";
import { expectLiteral } from "../odata/parseLiteral";
import { TokenReader } from "../odata/TokenReader";
import type { RowKey } from "./Resource";

/** Reads `name=value,name=value`, where a value may be an alias such as `@p1`. */
export function parseArguments(inside: string): Map<string, Literal | { alias: string }> {
  const found = new Map<string, Literal | { alias: string }>();
  const reader = new TokenReader(inside);
  reader.skipSpace();
  if (reader.peek().kind === "end") return found;
  do {
    const name = reader.expectName();
    reader.expectSign("=");
    const { kind, text } = reader.peek();
    if (kind === "name" && text.startsWith("@")) found.set(name, { alias: reader.next().text });
    else found.set(name, expectLiteral(reader));
  } while (reader.takeSign(","));
  reader.expectEnd();
  return found;
}

/** Reads what names a row: its id, or values of an alternate key. */
export function parseKey(inside: string, table: TableMetadata): RowKey {
  const reader = new TokenReader(inside);
  const { kind, text } = reader.peek();
  if (kind === "guid" && text.length === inside.length) return { id: text.toLowerCase() };
  if (kind !== "name") throw refusals.argument(`'${inside}' does not name a row of ${table.entitySetName}.`);
  const keys: Record<string, Literal> = {};
  for (const [property, value] of parseArguments(inside)) {
    if ("alias" in value) throw refusals.argument(`The key '${property}' needs a value, not '${value.alias}'.`);
    keys[/^_(.+)_value$/.exec(property)?.[1] ?? property] = value;
  }
  const own = keys[table.primaryId];
  return own?.kind === "guid" && Object.keys(keys).length === 1 ? { id: own.text.toLowerCase() } : { keys };
}
