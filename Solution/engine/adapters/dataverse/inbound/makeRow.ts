import type { Failure } from "../../../domain/failure/Failure";
import type { Outcome } from "../../../domain/failure/Outcome";
import type { JsonObject } from "../../../domain/values/Json";
import type { Host } from "../../host/Host";
import { toRow } from "../DataverseRow";
import { fetchXml } from "../fetchXml";
import { isDuplicate, toDataverseFailure } from "../toDataverseFailure";
import { fetchRows } from "../fetchRows";

/**
 * Makes a row under a given id, unless there is one. One looks first, because inside a transaction a refused Create would
 * spoil everything after it; a twin outside of one may still be faster, and made the very same row.
 */
export const makeRow = async (
  host: Host,
  table: string,
  id: string,
  toAttributes: () => Promise<Outcome<JsonObject>>,
): Promise<Failure | null> => {
  const primaryId = `${table}id`;
  const conditions = [fetchXml.condition(primaryId, "eq", id)];
  const found = await fetchRows(host, { table, columns: [primaryId], conditions, top: 1 });
  if (found.kind === "failed") return found.failure;
  if (found.value.length > 0) return null;
  const attributes = await toAttributes();
  if (attributes.kind === "failed") return attributes.failure;
  const answer = await host.call("org.create", { entity: toRow(table, attributes.value, id), as: "system" });
  return answer.ok || isDuplicate(answer) ? null : toDataverseFailure(answer);
};
