import type { Decision } from "../../domain/merge/Decision";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import type { Referral } from "../../domain/referral/Referral";
import type { Answer } from "../../domain/sync/Answer";
import type { SyncTrigger } from "../../domain/sync/SyncTrigger";

/** A wish that an opportunity or lead and its referral be equal. */
export interface SyncRequest {
  table: DealTable;
  recordId: string;
  trigger: SyncTrigger;
  /** Dataverse writes of this run vanish if it is stopped, the lease among them. */
  isInTransaction: boolean;
  /** Referrals of this deal just read from Partner Center, own or Microsoft's, to be merged in. */
  seen?: readonly Referral[];
  /** The link that those belong to: nothing is merged where the record has it no more. Without it, any will do. */
  linkId?: string;
  /** Reads the referrals first, though no change of them is known: for replay and the weekly full pass. */
  look?: boolean;
  /** Holds the Audit column against its entries, though it is as it was written. */
  trail?: boolean;
  /** The seller's answer or closing that is to be sent. */
  answer?: Answer;
  /** Decided conflicts. */
  decisions?: readonly Decision[];
  /** Sync with Partner Center is to be Yes from now on. */
  turnsOn?: boolean;
  /** Digest of what somebody approved after a preview: nothing else may be written. */
  approved?: string;
}
