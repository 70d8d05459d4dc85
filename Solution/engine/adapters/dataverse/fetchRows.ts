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

/** Whose rights count. */
type Rights = "system" | "user";

/** Rows that FetchXML asks for. */
export const fetchAll = async (
  host: Host,
  query: string,
  as: Rights = "system",
): Promise<Outcome<readonly RowReader[]>> => {
  const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as });
  return answer.ok ? done(answer.value.rows.map(createRowReader)) : failed(toDataverseFailure(answer));
};

/** Rows of one table. */
export const fetchRows = (
  host: Host,
  { table, columns, conditions, top }: RowQuery,
  as?: Rights,
): Promise<Outcome<readonly RowReader[]>> =>
  fetchAll(
    host,
    `<fetch top="${top}"><entity name="${table}">${fetchXml.attributes(columns)}` +
      `<filter>${conditions.join("")}</filter></entity></fetch>`,
    as,
  );

/** The first of these rows; null where there is none. */
export const firstOf = (rows: Outcome<readonly RowReader[]>): Outcome<RowReader | null> =>
  rows.kind === "failed" ? rows : done(rows.value[0] ?? null);
