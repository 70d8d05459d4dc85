import type { Law } from "./Law";

/** Rows of deals; what maintenance notes about itself is none. */
const dealTables: ReadonlySet<string> = new Set([
  "opportunity",
  "lead",
  "account",
  "contact",
  "cosell_link",
  "cosell_conflict",
  "cosell_auditentry",
  "cosell_partnercentersolution",
]);

/** Whether a row, by its key in the history, is one of a deal. */
export const isOfDeal = (key: string): boolean => dealTables.has(key.slice(0, key.indexOf(" ")));

export const isReferralWrite = (method: string, path: string): boolean =>
  method !== "GET" && path.includes("/referrals");

/** Nothing is written that is there already, and nothing at all once both sides are quiet. */
export const noEcho: Law = {
  name: "no echo",
  findBreaks: ({ history, network, quietSinceMs }) => {
    const empty = network.calls.filter(
      ({ method, path, status, changed }) =>
        method === "PATCH" && path.includes("/referrals/") && status < 300 && !changed,
    );
    const late = network.calls.filter(
      ({ method, path, arrivedMs }) => arrivedMs >= quietSinceMs && isReferralWrite(method, path),
    );
    const rows = history.rows.filter(
      ({ atMs, by, key }) => atMs >= quietSinceMs && by.kind === "engine" && isOfDeal(key),
    );
    return [
      ...empty.map(({ by, body }) => `${by} sent what Partner Center held already: ${body}`),
      ...late.map(({ by, method, body }) => `${by} sent ${method} though all was quiet: ${body}`),
      ...rows.map(({ by, key }) => `${by.name} wrote ${key} though all was quiet`),
    ];
  },
};
