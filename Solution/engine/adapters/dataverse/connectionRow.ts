import type { Failure } from "../../domain/failure/Failure";
import type { Outcome } from "../../domain/failure/Outcome";
import { tables, type columns } from "../../domain/schema";
import type { JsonObject } from "../../domain/values/Json";
import type { Host } from "../host/Host";
import { toRow, type RowReader } from "./DataverseRow";
import { fetchRows, firstOf } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

const { logicalName: table, primaryId, primaryName } = tables.connection;

/** Name of the one row of the connection table that this version knows. */
const connectionName = "default";

/** Some columns of the connection, with its id, row version and creation; null before anybody signed in. */
export const readConnection = async (
  host: Host,
  names: readonly (typeof columns.connection)[keyof typeof columns.connection][],
): Promise<Outcome<RowReader | null>> => {
  const conditions = [fetchXml.condition(primaryName, "eq", connectionName)];
  return firstOf(
    await fetchRows(host, { table, columns: [primaryId, "versionnumber", "createdon", ...names], conditions, top: 1 }),
  );
};

/** Writes columns of the connection; nothing where there is none yet. Two requests. */
export const updateConnection = async (host: Host, attributes: JsonObject): Promise<Failure | null> => {
  const row = await readConnection(host, []);
  if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row.failure : null;
  const entity = toRow(table, attributes, row.value.text(primaryId));
  const answer = await host.call("org.update", { entity, as: "system" });
  return answer.ok ? null : toDataverseFailure(answer);
};

/**
 * Inside a transaction, locks the row until its end, before it is read: comparing versions there could end the request. Two
 * requests; none outside of a transaction.
 */
export const lockConnection = async (host: Host): Promise<void> => {
  if (!host.isInTransaction) return;
  await updateConnection(host, { [primaryName]: connectionName });
};

/** What keeps a write from going over somebody else's: the lock inside a transaction, the version that was read outside of one. */
export const guardOf = (host: Host, row: RowReader): { ifMatch?: string } =>
  host.isInTransaction ? {} : { ifMatch: row.text("versionnumber") };
