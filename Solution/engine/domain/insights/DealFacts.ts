import type { DealTable } from "../opportunity/SyncRecord";
import type { SyncStatus } from "../sync/syncStatus";
import type { Instant } from "../values/instant";

/** What both sides hold differently, and somebody has to decide. */
export interface OpenConflict {
  /** The field, as the form calls it. */
  label: string;
  dynamicsValue: string;
  partnerCenterValue: string;
  foundOn: Instant;
}

/** What the connector knows of a deal, as far as its reader may see it. Texts may be anybody's. */
export interface DealFacts {
  table: DealTable;
  id: string;
  name: string;
  isSyncOn: boolean;
  status: SyncStatus;
  /** In the language of the reader; empty where Dataverse gave none. */
  statusLabel: string;
  /** Empty before the deal is in Partner Center. */
  referralId: string;
  referralLink: string;
  microsoftCrmIdentifier: string;
  /** In the language of the reader; empty where no help is asked. */
  helpLabel: string;
  /** Of the last sync; empty when it succeeded. */
  failureCode: string;
  /** Null where nobody owes an answer. */
  answerDueOn: Instant | null;
  lastSyncedOn: Instant | null;
  modifiedOn: Instant;
  /** Fields whose value of Partner Center Dynamics 365 does not hold, as the form calls them. */
  differences: readonly string[];
  solutions: readonly string[];
  conflicts: readonly OpenConflict[];
  /** The latest first. */
  trail: readonly { words: string; occurredOn: Instant }[];
}
