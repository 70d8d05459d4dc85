import type { Instant } from "../values/instant";
import type { SyncStatus } from "../sync/syncStatus";

/** The columns of an opportunity that the connector owns, and those it needs about the row itself. */
export type OpportunityRecord = {
  id: string;
  /** As stored, check mark and all. */
  name: string;
  ownerId: string;
  /** Users own links so that the owner of the opportunity sees them; a team may own an opportunity. */
  ownerTable: string;
  createdOn: Instant;
  isOpen: boolean;
  isSyncOn: boolean;
  /** Null where nothing was ever recorded. */
  status: SyncStatus | null;
  referralIdentifier: string;
  referralLink: string;
  microsoftCrmIdentifier: string;
  audit: string;
};
