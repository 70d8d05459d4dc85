import type { Host } from "../host/Host";
import { createRowReader, type DataverseRow } from "./DataverseRow";
import { fetchXml } from "./fetchXml";

/** The version of a row as it is now, with the rights of the system; null where it cannot be read. */
export const readRowVersion = async (
  host: Host,
  table: string,
  primaryId: string,
  id: string,
): Promise<string | null> => {
  const query =
    `<fetch top="1"><entity name="${table}">${fetchXml.attributes(["versionnumber"])}` +
    `${fetchXml.every([fetchXml.condition(primaryId, "eq", id)])}</entity></fetch>`;
  const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "system" });
  const [row] = answer.ok ? answer.value.rows : [];
  return row === undefined ? null : createRowReader(row).text("versionnumber") || null;
};
