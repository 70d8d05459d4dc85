import { columnName } from "../../../domain/columns/ColumnFacts";
import { done, failed, type Outcome } from "../../../domain/failure/Outcome";
import type { JsonObject } from "../../../domain/values/Json";
import type { Misfits } from "../../../ports/InboundStore";
import type { ReadColumns } from "../columns/createColumnReader";
import { fitAttributes } from "../columns/fitAttributes";
import type { Host } from "../../host/Host";
import { toRow } from "../DataverseRow";
import { fetchXml } from "../fetchXml";
import { isDuplicate, toDataverseFailure } from "../toDataverseFailure";
import { fetchRows } from "../fetchRows";

/**
 * Makes a row under a given id, with what its columns can hold, unless there is one. One looks first, because inside a transaction a refused Create would
 * spoil everything after it; a twin outside of one may still be faster, and made the very same row.
 */
export const makeRow = async (
  host: Host,
  table: string,
  id: string,
  toAttributes: () => Promise<Outcome<JsonObject>>,
  read: ReadColumns,
): Promise<Outcome<Misfits>> => {
  const primaryId = `${table}id`;
  const conditions = [fetchXml.condition(primaryId, "eq", id)];
  const found = await fetchRows(host, { table, columns: [primaryId], conditions, top: 1 });
  if (found.kind === "failed") return found;
  if (found.value.length > 0) return done({});
  const attributes = await toAttributes();
  if (attributes.kind === "failed") return attributes;
  const known = await read(Object.keys(attributes.value).map((column) => columnName(table, column)));
  const { attributes: fitted, misfits } = fitAttributes(table, attributes.value, known, "create");
  const answer = await host.call("org.create", { entity: toRow(table, fitted, id), as: "system" });
  if (!answer.ok && !isDuplicate(answer)) return failed(toDataverseFailure(answer));
  return done(Object.fromEntries(Object.entries(misfits).map(([column, why]) => [columnName(table, column), why])));
};
