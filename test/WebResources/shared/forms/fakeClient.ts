import { choices } from "../../../../Solution/engine/domain/schema";
import type { CallResult, DataClient, Row } from "../../../../WebResources/shared/forms/DataClient";

/** Answer of cosell_SyncOpportunity with this status. */
export const syncAnswer = (status: keyof typeof choices.syncStatus, response: Row = {}): Row => ({
  SyncStatus: choices.syncStatus[status],
  ReferralIdentifier: "ref-1",
  ReferralLink: "https://partner.microsoft.com/referrals/ref-1",
  Response: JSON.stringify({ status, findings: [], failure: null, writes: 1, ...response }),
});

/** A client that answers when the test says so. */
export const createFakeClient = (rows: Readonly<Record<string, Row[]>> = {}) => {
  const calls: { action: string; parameters: Row }[] = [];
  const queries: string[] = [];
  const waiting: ((result: CallResult<Row>) => void)[] = [];
  const client: DataClient = {
    execute: (action, parameters) => {
      calls.push({ action, parameters });
      return new Promise((resolve) => waiting.push(resolve));
    },
    retrieveMultiple: async (entitySetName, query) => {
      queries.push(`${entitySetName}?${query}`);
      return { kind: "done", value: rows[entitySetName] ?? [] };
    },
  };
  const answer = async (result: CallResult<Row>): Promise<void> => {
    waiting.shift()?.(result);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    client,
    calls,
    queries,
    succeed: (row: Row) => answer({ kind: "done", value: row }),
    fail: (failure: Extract<CallResult<Row>, { kind: "failed" }>["failure"]) => answer({ kind: "failed", failure }),
  };
};
