import type { Instant } from "../values/instant";
import type { JsonObject } from "../values/Json";
import type { SyncStatus } from "../sync/syncStatus";

/** Tables of Dynamics 365 whose rows are paired with referrals. */
export type DealTable = "opportunity" | "lead";

/** The columns of an opportunity or lead that the connector owns, and those it needs about the row itself. */
export type SyncRecord = {
  table: DealTable;
  id: string;
  rowVersion: string;
  /** As stored, check mark and all. */
  name: string;
  ownerId: string;
  /** Users own links so that the owner of the deal sees them; a team may own a deal. */
  ownerTable: string;
  createdOn: Instant;
  /** Any column counts, those of the connector too. */
  modifiedOn: Instant;
  /** A disqualified lead is lost. */
  state: DealState;
  /** The opportunity that was made of a qualified lead; empty or absent where there is none. */
  becameId?: string;
  isSyncOn: boolean;
  /** Null where nothing was ever recorded. */
  status: SyncStatus | null;
  referralIdentifier: string;
  referralLink: string;
  microsoftCrmIdentifier: string;
  /** Null where nobody owes an answer. */
  answerDueOn: Instant | null;
  audit: string;
  /** The column holds another text than `audit`, which is what its entries tell. */
  showsForeignAudit?: true;
  /** Custom columns as the platform gave them, by path: what they hold tells how a new value is to be written. */
  hostValues?: JsonObject;
  /** Solution ids by the rows that hold them, as they were loaded. */
  solutionIds?: Readonly<Record<string, string>>;
  /** Of the customer; null where the deal has none. */
  accountId?: string | null;
};

export type DealState = "open" | "won" | "lost";

export const isOpen = ({ state }: Pick<SyncRecord, "state">): boolean => state === "open";
