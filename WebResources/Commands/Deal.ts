import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";

/** Tables whose rows are shared with Partner Center. */
export type DealTable = "opportunity" | "lead";

/** What commands need to know of an opportunity or a lead, as the server has it. */
export interface Deal {
  table: DealTable;
  /** In lower case, without braces. */
  id: string;
  name: string;
  /** Sync with Partner Center is Yes. */
  isSyncOn: boolean;
  status: SyncStatus;
  /** Null while there is no referral. */
  referralId: string | null;
  referralLink: string | null;
  /** Microsoft offers it, and waits for an answer. */
  isOffered: boolean;
}
