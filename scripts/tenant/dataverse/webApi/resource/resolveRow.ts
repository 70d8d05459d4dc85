import type { TableMetadata } from "../../metadata";
import { refusals } from "../../refusals";
import type { Value } from "../../values";
import { fromJson } from "../json/fromJson";
import type { Literal } from "../odata/FilterExpression";
import { conditionOf } from "../query/FilterBuilder";
import { plainText } from "../query/literalText";
import { printRowQuery } from "../query/printRowQuery";
import type { WebApiContext } from "../WebApiContext";
import type { RowAddress } from "./Resource";

/** Values of an alternate key as the organization service takes them. */
export function keyValues(
  { catalogue }: WebApiContext,
  { logicalName, entitySetName }: TableMetadata,
  keys: Record<string, Literal>,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, literal] of Object.entries(keys)) {
    const column = catalogue.column(logicalName, name);
    if (!column) throw refusals.keyUndefined(logicalName);
    const target = column.targets?.[0];
    if (literal.kind === "guid" && target !== undefined) {
      values[name] = { $t: "ref", table: target, id: literal.text.toLowerCase() };
    } else {
      const plain = literal.kind === "number" ? Number(literal.text) : plainText(literal);
      values[name] = fromJson(column, literal.kind === "boolean" ? literal.value : plain, entitySetName);
    }
  }
  return values;
}

function keyQuery(context: WebApiContext, table: TableMetadata, keys: Record<string, Literal>): string {
  const names = Object.keys(keys).sort().join();
  if (!table.keys.some(({ columns }) => [...columns].sort().join() === names)) {
    throw refusals.keyUndefined(table.logicalName);
  }
  const conditions = Object.entries(keys).map(([name, value]) => {
    const column = context.catalogue.column(table.logicalName, name);
    if (!column) throw refusals.keyUndefined(table.logicalName);
    return conditionOf({ column }, "eq", [plainText(value)]);
  });
  return printRowQuery(table.logicalName, conditions, "id");
}

/** Id of the row an address means; an alternate key that names none is refused. */
export async function resolveRowId(context: WebApiContext, { table, key }: RowAddress): Promise<string> {
  if ("id" in key) return key.id;
  const { rows } = await context.service.fetch(keyQuery(context, table, key.keys), context.caller);
  const id = rows[0]?.id;
  if (id === undefined) throw refusals.rowMissingByKey(table.logicalName);
  return id;
}
