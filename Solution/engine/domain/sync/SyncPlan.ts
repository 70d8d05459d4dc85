import type { AuditFact } from "../audit/auditFacts";
import type { Failure } from "../failure/Failure";
import type { Merge } from "../merge/Merge";
import type { PatchOperation } from "../referral/referralPatch";
import type { Finding } from "../validation/Finding";
import type { JsonObject } from "../values/Json";

/** One write to Partner Center. */
export type SyncStep =
  | { kind: "create"; body: JsonObject }
  /** `body` lacks the engagement id while that is not known yet. */
  | { kind: "invite"; body: JsonObject }
  /** Without an entity tag the referral is read first. */
  | { kind: "update"; eTag: string | null; patch: readonly PatchOperation[] };

interface Planned {
  findings: readonly Finding[];
  /** Both sides together, as this plan leaves them before anything is sent. */
  merge: Merge;
}

/** What to do for one deal, and why. */
export type SyncPlan =
  /** Nothing to send and nothing new to tell. */
  | (Planned & { kind: "idle" })
  /** Nothing to send, but something is to be stored or belongs into the trail; the merge's facts and these. */
  | (Planned & { kind: "record"; facts: readonly AuditFact[] })
  | (Planned & { kind: "send"; steps: readonly SyncStep[] })
  /** Nothing can be decided before somebody does what the failure says. */
  | (Planned & { kind: "fail"; failure: Failure });
