import type { Host } from "../host/Host";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";

/** The version of a row as it is now, with the rights of the system; null where it cannot be read. */
export const readRowVersion = async (
  host: Host,
  table: string,
  primaryId: string,
  id: string,
): Promise<string | null> => {
  const conditions = [fetchXml.condition(primaryId, "eq", id)];
  const rows = await fetchRows(host, { table, columns: ["versionnumber"], conditions, top: 1 });
  return rows.kind === "failed" ? null : rows.value[0]?.text("versionnumber") || null;
};
