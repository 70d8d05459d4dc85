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
 * the query as a whole: such columns are found out, left out, and remembered for a while.
 */
export type MappedFetch = (
  wished: readonly string[],
  toQuery: (unknown: readonly string[]) => string,
) => Promise<Outcome<MappedRows>>;

export const createMappedFetch = (host: Host, memo: Memo): MappedFetch => {
  const ask = async (fetchXml: string) => host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml, as: "system" });

  return async (wished, toQuery) => {
    const known = wished.length === 0 ? null : await memo.get(memoKey);
    const remembered = (known === null ? [] : (JSON.parse(known) as string[])).filter((path) => wished.includes(path));
    const first = await ask(toQuery(remembered));
    if (first.ok) return done({ rows: first.value.rows, unknown: remembered });

    const failure = toDataverseFailure(first);
    if (failure.code !== "dataverse.columnUnknown" || wished.length === 0) return failed(failure);
    const unknown = await findUnknownColumns(host, wished);
    if (unknown.kind === "failed") return unknown;
    if (unknown.value.length === 0) return failed(failure);
    await memo.put(memoKey, JSON.stringify(unknown.value), rememberMs);
    const second = await ask(toQuery(unknown.value));
    return second.ok ? done({ rows: second.value.rows, unknown: unknown.value }) : failed(toDataverseFailure(second));
  };
};
