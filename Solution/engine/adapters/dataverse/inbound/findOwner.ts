import { done, type Outcome } from "../../../domain/failure/Outcome";
import type { InboundOwner } from "../../../ports/InboundStore";
import type { Host } from "../../host/Host";
import { fetchRows } from "../fetchRows";
import { fetchXml } from "../fetchXml";

/** The one enabled user with an e-mail address; null for none, and for several. */
export const findOwner = async (host: Host, email: string): Promise<Outcome<InboundOwner | null>> => {
  const conditions = [
    fetchXml.condition("internalemailaddress", "eq", email),
    fetchXml.condition("isdisabled", "eq", false),
  ];
  const rows = await fetchRows(host, { table: "systemuser", columns: ["systemuserid"], conditions, top: 2 });
  if (rows.kind === "failed") return rows;
  const [row, ...others] = rows.value;
  const id = others.length === 0 ? row?.text("systemuserid").toLowerCase() : undefined;
  return done(id === undefined ? null : { table: "systemuser", id });
};
