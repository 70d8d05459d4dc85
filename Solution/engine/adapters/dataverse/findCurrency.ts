import { done, type Outcome } from "../../domain/failure/Outcome";
import type { Host } from "../host/Host";
import type { RowReference } from "./DataverseRow";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";

const table = "transactioncurrency";

/** A currency by its ISO 4217 code; null for an empty code, and where the organization does not use the currency. */
export const findCurrency = async (host: Host, code: string): Promise<Outcome<RowReference | null>> => {
  if (code === "") return done(null);
  const conditions = [fetchXml.condition("isocurrencycode", "eq", code), fetchXml.condition("statecode", "eq", 0)];
  const rows = await fetchRows(host, { table, columns: ["transactioncurrencyid"], conditions, top: 1 });
  if (rows.kind === "failed") return rows;
  const id = rows.value[0]?.text("transactioncurrencyid").toLowerCase();
  return done(id === undefined ? null : { table, id });
};
