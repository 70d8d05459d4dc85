import type { choices } from "../../Solution/engine/domain/schema";

export type SyncStatus = keyof typeof choices.syncStatus;

export interface SyncFinding {
  severity: "blocking" | "warning";
  words: string;
  fix: string;
}

export interface SyncFailure {
  words: string;
  fix: string;
  owner: "seller" | "administrator" | "microsoft" | "nobody";
}

/** What the custom API says about one opportunity, as its Response parameter carries it. */
export interface SyncAnswer {
  status: SyncStatus;
  findings: SyncFinding[];
  failure: SyncFailure | null;
}
