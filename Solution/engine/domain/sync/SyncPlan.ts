import type { AuditFact } from "../audit/auditFacts";
import type { Finding } from "../validation/Finding";
import type { JsonObject } from "../values/Json";
import type { LinkState } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import type { PatchOperation } from "../referral/referralPatch";

/** One write to Partner Center. */
export type SyncStep =
  | { kind: "create"; body: JsonObject }
  /** `body` lacks the engagement id while that is not known yet. */
  | { kind: "invite"; body: JsonObject }
  /** Without an entity tag the referral is read first. */
  | { kind: "update"; eTag: string | null; patch: readonly PatchOperation[] };

interface Planned {
  findings: readonly Finding[];
  /** The values Partner Center should hold in the end. */
  wanted: ReferralValues;
  /** The link as this plan leaves it, before anything is sent. */
  state: LinkState;
}

/** What to do for one opportunity, and why. */
export type SyncPlan =
  /** Nothing to send and nothing new to tell. */
  | (Planned & { kind: "idle" })
  /** Nothing to send, but something happened that belongs into the trail. */
  | (Planned & { kind: "record"; facts: readonly AuditFact[] })
  | (Planned & { kind: "send"; steps: readonly SyncStep[] });
