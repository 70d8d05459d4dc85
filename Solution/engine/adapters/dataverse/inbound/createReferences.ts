import { done, type Outcome } from "../../../domain/failure/Outcome";
import type { InboundOwner } from "../../../ports/InboundStore";
import type { Host } from "../../host/Host";
import type { RowReference } from "../DataverseRow";
import { fetchXml } from "../fetchXml";
import { fetchRows } from "./fetchRows";

/** Rows that new records point to and that nobody but administrators makes. */
export interface References {
  owner(email: string): Promise<Outcome<InboundOwner | null>>;
  /** By ISO 4217 code; null where the organization does not use the currency. */
  currency(code: string): Promise<Outcome<RowReference | null>>;
}

const find = async (host: Host, table: string, conditions: readonly string[]): Promise<Outcome<string | null>> => {
  const primaryId = `${table}id`;
  const rows = await fetchRows(host, { table, columns: [primaryId], conditions, top: 2 });
  if (rows.kind === "failed") return rows;
  const [row, ...others] = rows.value;
  return done(row && others.length === 0 ? row.text(primaryId).toLowerCase() : null);
};

/** References by what people know them by; `userId` is the user of the request, who owns what nobody else is named for. */
export const createReferences = (host: Host, userId: string): References => ({
  owner: async (email) => {
    if (email === "") return done({ table: "systemuser", id: userId });
    const isEnabled = fetchXml.condition("isdisabled", "eq", false);
    const found = await find(host, "systemuser", [fetchXml.condition("internalemailaddress", "eq", email), isEnabled]);
    if (found.kind === "failed") return found;
    return done(found.value === null ? null : { table: "systemuser", id: found.value });
  },
  currency: async (code) => {
    if (code === "") return done(null);
    const isActive = fetchXml.condition("statecode", "eq", 0);
    const found = await find(host, "transactioncurrency", [
      fetchXml.condition("isocurrencycode", "eq", code),
      isActive,
    ]);
    if (found.kind === "failed") return found;
    return done(found.value === null ? null : { table: "transactioncurrency", id: found.value });
  },
});
