import { tables, type columns } from "../../domain/schema";
import type { Outcome } from "../../domain/failure/Outcome";
import type { Host } from "../host/Host";
import { toRow, type RowReader } from "./DataverseRow";
import { fetchRows, firstOf } from "./fetchRows";
import { fetchXml } from "./fetchXml";

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

/**
 * Inside a transaction, locks the row until its end, before it is read: comparing versions there could end the request. Two
 * requests; none outside of a transaction.
 */
export const lockConnection = async (host: Host): Promise<void> => {
  if (!host.isInTransaction) return;
  const row = await readConnection(host, []);
  if (row.kind === "failed" || row.value === null) return;
  const entity = toRow(table, { [primaryName]: connectionName }, row.value.text(primaryId));
  await host.call("org.update", { entity, as: "system" });
};

/** What keeps a write from going over somebody else's: the lock inside a transaction, the version that was read outside of one. */
export const guardOf = (host: Host, row: RowReader): { ifMatch?: string } =>
  host.isInTransaction ? {} : { ifMatch: row.text("versionnumber") };
