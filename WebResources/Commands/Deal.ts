import type { DealKey } from "../../PcfControls/shared/deal/DealKey";
import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";

/** What commands need to know of an opportunity or a lead, as the server has it. */
export interface Deal extends DealKey {
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
