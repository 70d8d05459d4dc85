import type { IgnoredBecause } from "../../domain/inbound/classifyReferral";
import type { DealTable } from "../../domain/opportunity/SyncRecord";

/** What asks for a referral to be brought in. */
export interface ApplyContext {
  trigger: "event" | "maintenance";
  isInTransaction: boolean;
  /** When the change was told to have happened, by Partner Center's clock; null where only the referral is known. */
  changedOn: string | null;
}

/** What became of a referral in Dynamics 365. */
export type Applied =
  /** A record was made of it, or its record is equal to it now, or was already. */
  | { kind: "applied"; deal: { table: DealTable; id: string }; how: "made" | "synced" | "known" }
  | {
      kind: "ignored";
      because:
        | IgnoredBecause
        /** Its record was deleted in Dynamics 365, so it must not come back. */
        | "deletedHere"
        /** A person took it off its record. */
        | "takenOff"
        /** Partner Center does not show it to the connector, and no record belongs to it. */
        | "notShown"
        /** Microsoft's referral of an engagement without an own one: the own one has its own event. */
        | "microsoftAlone"
        /** The engagement's deal belongs to another own referral. */
        | "anotherOfTheDeal";
    };
