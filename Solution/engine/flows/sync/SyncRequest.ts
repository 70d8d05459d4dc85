/** A wish that an opportunity and its referral be equal. */
export interface SyncRequest {
  opportunityId: string;
  /** A person waits for the answer, or a step follows any edit. */
  trigger: "person" | "step";
  /** Dataverse writes of this run vanish if it is stopped, the lease among them. */
  isInTransaction: boolean;
}
