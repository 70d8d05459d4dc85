import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import type { DecisionActions } from "../shared/deal/Decision";
import type { RecordSource } from "../shared/deal/RecordSource";
import type { ValueFormats } from "../shared/deal/ValueFormats";
import type { Look } from "../shared/Look";
import type { Words } from "../shared/words";

/** What the last sync left on the lead. */
export interface LeadSync {
  /** Null before the first save. */
  leadId: string | null;
  isSyncOn: boolean;
  status: SyncStatus;
  referralIdentifier: string | null;
  referralLink: string | null;
  lastSyncedOn: Date | null;
  audit: string;
}

export interface LeadActions extends DecisionActions {
  openLink: (url: string) => void;
}

export interface LeadProps {
  words: Words;
  look: Look;
  lead: LeadSync;
  formats: ValueFormats;
  isReadOnly: boolean;
  isOffline: boolean;
  records: RecordSource;
  formatDateTime: (moment: Date) => string;
  actions: LeadActions;
}
