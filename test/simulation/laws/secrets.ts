import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import type { World } from "../world/World";
import type { Law } from "./Law";

/** Columns that only the system reads. */
const secured = ["cosell_clientsecret", "cosell_refreshtoken", "cosell_pendingsignin"];

const isSecret = (text: string): boolean =>
  text.includes(localPartner.client.clientSecret) ||
  /\b0\.[0-9a-f]{8}-[0-9a-f-]{27}\./.test(text) ||
  /\beyJ[\w-]{10,}\./.test(text) ||
  text.includes("Bearer ");

/** No token and no secret stands in any text that somebody could read. */
export const secrets: Law = {
  name: "no secret stored",
  findBreaks: ({ dataverse: { store }, process }: World) => {
    const breaks: string[] = [];
    for (const table of store.tables.keys())
      for (const { id, attributes } of store.rows(table))
        for (const [column, value] of Object.entries(attributes))
          if (typeof value === "string" && !secured.includes(column) && isSecret(value))
            breaks.push(`${table} ${id} ${column} holds a secret`);
    return [...breaks, ...process.traces.filter(isSecret).map((trace) => `a trace holds a secret: ${trace}`)];
  },
};
