import type { Finding } from "../../domain/validation/Finding";
import type { Json } from "../../domain/values/Json";
import type { LinkState } from "../../domain/link/Link";
import { labelAt } from "../../domain/mapping/fieldMap";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import type { SyncStatus } from "../../domain/sync/syncStatus";
import { isOpen } from "../../domain/opportunity/SyncRecord";
import { digestOf, plannedSteps } from "./approval";
import { prepareSync } from "./prepareSync";
import type { SyncRequest } from "./SyncRequest";
import type { EnginePorts } from "../EnginePorts";

/** One request to Partner Center, word for word; an invitation lacks the engagement id until the first POST is answered. */
export interface PlannedWrite {
  method: "POST" | "PATCH";
  /** Below the base address of the Referrals API. */
  path: string;
  body: Json;
}

/** What a sync would do now, if it were switched on. */
export interface SyncPreview {
  status: SyncStatus;
  findings: readonly Finding[];
  writes: readonly PlannedWrite[];
  /** Fields of the record that would take a value of Partner Center, or one that a person decided for. */
  changesHere: readonly { field: string; value: Json }[];
  /** Of all this; a writing API that is given it writes just this, or nothing. */
  digest: string;
}

const toWrite = (step: SyncStep, { referralId }: LinkState): PlannedWrite =>
  step.kind === "update"
    ? { method: "PATCH", path: `/referrals/${referralId ?? ""}`, body: step.patch }
    : { method: "POST", path: "/referrals", body: step.body };

/** A deal, and what is asked for it. */
export type PreviewWish = Pick<SyncRequest, "table" | "recordId" | "answer" | "decisions">;

/**
 * Dry run: findings and the exact writes, with nothing written anywhere. It shows what a seller is about to agree to, so it
 * takes sync as switched on, unless an answer or a decision is asked about, and asks neither for switches of administrators
 * nor for earlier failures. Null when there is no such record.
 */
export const previewSync = async (ports: EnginePorts, wish: PreviewWish): Promise<Outcome<SyncPreview | null>> => {
  // Nothing but a share is what turns sync on.
  const turnsOn = wish.answer === undefined && wish.decisions === undefined;
  const request: SyncRequest = { ...wish, trigger: "person", isInTransaction: false, turnsOn };
  const preparation = await prepareSync(ports, request);
  if (preparation.kind === "failed") return preparation;
  if (preparation.value === null) return done(null);
  const prepared = preparation.value;
  const { plan, loaded, rules } = prepared;
  if (plan.kind === "fail") return failed(plan.failure);
  const { state, taken } = plan.merge;
  const isShareable = isOpen(loaded.record) || state.referralId !== null;
  return done({
    status: state.status,
    findings: plan.findings,
    writes: isShareable ? plannedSteps(prepared).map((step) => toWrite(step, state)) : [],
    changesHere: taken.map(({ path, value }) => ({ field: labelAt(path, rules.fieldMap), value })),
    digest: await digestOf(ports, prepared, request),
  });
};
