import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Host } from "../host/Host";
import { createRowReader, type DataverseRow, type RowReader } from "./DataverseRow";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

/** A query of one table. */
export interface RowQuery {
  table: string;
  columns: readonly string[];
  /** Conditions and filters, all of which must hold. */
  conditions: readonly string[];
  top: number;
}

/** Rows of one table, with the rights of the system. */
export const fetchRows = async (
  host: Host,
  { table, columns, conditions, top }: RowQuery,
): Promise<Outcome<readonly RowReader[]>> => {
  const query =
    `<fetch top="${top}"><entity name="${table}">${fetchXml.attributes(columns)}` +
    `<filter>${conditions.join("")}</filter></entity></fetch>`;
  const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "system" });
  return answer.ok ? done(answer.value.rows.map(createRowReader)) : failed(toDataverseFailure(answer));
};
