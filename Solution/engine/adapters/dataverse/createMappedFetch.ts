import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";
import type { DataverseRow } from "./DataverseRow";
import { findUnknownColumns } from "./findUnknownColumns";
import { toDataverseFailure } from "./toDataverseFailure";

const memoKey = "unknown columns";
const rememberMs = 10 * 60_000;

/** Rows, and which of the wished columns they lack because those do not exist. */
export interface MappedRows {
  rows: readonly DataverseRow[];
  unknown: readonly string[];
}

/**
 * Fetches with columns that administrators named. One that does not exist must not stop the others, though Dataverse refuses
 * the query as a whole: such columns are found out and left out; of the wished ones they are remembered for a while. `needed` are
 * those that are in every query.
 */
export type MappedFetch = (
  wished: readonly string[],
  needed: readonly string[],
  toQuery: (unknown: readonly string[]) => string,
) => Promise<Outcome<MappedRows>>;

export const createMappedFetch = (host: Host, memo: Memo): MappedFetch => {
  const ask = async (fetchXml: string) => host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml, as: "system" });

  return async (wished, needed, toQuery) => {
    const known = wished.length === 0 ? null : await memo.get(memoKey);
    const remembered = (known === null ? [] : (JSON.parse(known) as string[])).filter((path) => wished.includes(path));
    const first = await ask(toQuery(remembered));
    if (first.ok) return done({ rows: first.value.rows, unknown: remembered });

    const failure = toDataverseFailure(first);
    if (failure.code !== "dataverse.columnUnknown") return failed(failure);
    const unknown = await findUnknownColumns(host, [...new Set([...wished, ...needed])]);
    if (unknown.kind === "failed") return unknown;
    if (unknown.value.length === 0) return failed(failure);
    const forgettable = unknown.value.filter((path) => wished.includes(path));
    if (forgettable.length > 0) await memo.put(memoKey, JSON.stringify(forgettable), rememberMs);
    const second = await ask(toQuery(unknown.value));
    return second.ok ? done({ rows: second.value.rows, unknown: unknown.value }) : failed(toDataverseFailure(second));
  };
};
