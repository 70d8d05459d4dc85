import type { DecisionActions } from "../shared/deal/Decision";
import type { ValueFormats } from "../shared/deal/ValueFormats";
import type { Look } from "../shared/Look";
import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import type { Words } from "../shared/words";
import type { RecordSource } from "../shared/deal/RecordSource";

/** A record that a lookup column points to. */
export interface Reference {
  id: string;
  name: string;
}

/** The opportunity as it stands on the form, saved or not. */
export interface OpportunityValues {
  /** Null before the first save. */
  id: string | null;
  name: string | null;
  dealValue: number | null;
  closeDate: Date | null;
  customer: Reference | null;
  contact: Reference | null;
  /** Choice values of the columns, null where empty. */
  howCanMicrosoftHelp: number | null;
  referralVisibility: number | null;
  customerMarketplaceIntent: number | null;
  hasConsent: boolean;
  isSyncOn: boolean;
}

/** What the last sync left on the opportunity. */
export interface SyncRecord {
  status: SyncStatus;
  referralIdentifier: string | null;
  referralLink: string | null;
  lastSyncedOn: Date | null;
  audit: string;
}

export interface PanelActions extends DecisionActions {
  /** Sets Sync with Partner Center to Yes on the form; nothing is saved yet. */
  turnOn: () => void;
  /** Takes the seller to a column of the form, or to the solutions grid by its table's name. */
  goToField: (column: string) => void;
  /** Saves what is open and syncs; null where the form has nobody who listens. */
  syncNow: (() => void) | null;
  openLink: (url: string) => void;
}

export interface PanelProps {
  words: Words;
  look: Look;
  opportunity: OpportunityValues;
  formats: ValueFormats;
  sync: SyncRecord;
  isReadOnly: boolean;
  isOffline: boolean;
  /** Some of the columns are hidden from this user, so what is missing cannot be told for certain. */
  hasHiddenColumns: boolean;
  records: RecordSource;
  formatDateTime: (moment: Date) => string;
  actions: PanelActions;
}
