import type { Finding } from "../domain/Finding";
import type { Json } from "../domain/Json";
import { done, type Outcome } from "../domain/Outcome";
import type { LinkState } from "../domain/Link";
import type { SyncStep } from "../domain/SyncPlan";
import type { SyncStatus } from "../domain/syncStatus";
import { prepareSync } from "./prepareSync";
import type { SyncPorts } from "./SyncPorts";

/** One request to Partner Center, word for word. */
export interface PlannedWrite {
  method: "POST" | "PATCH";
  /** Below the base address of the Referrals API. */
  path: string;
  body: Json;
}

/** What a sync would do now. */
export interface SyncPreview {
  status: SyncStatus;
  findings: readonly Finding[];
  writes: readonly PlannedWrite[];
}

const toWrite = (step: SyncStep, { referralId }: LinkState): PlannedWrite =>
  step.kind === "update"
    ? { method: "PATCH", path: `/referrals/${referralId ?? ""}`, body: step.patch }
    : { method: "POST", path: "/referrals", body: step.body };

/** Dry run: findings and the exact writes, with nothing written anywhere. Null when there is no such opportunity. */
export const previewSync = async (ports: SyncPorts, opportunityId: string): Promise<Outcome<SyncPreview | null>> => {
  const preparation = await prepareSync(ports, { opportunityId, trigger: "person" });
  if (preparation.kind === "failed" || preparation.value === null)
    return preparation.kind === "failed" ? preparation : done(null);
  const { plan } = preparation.value;
  const steps = plan.kind === "send" ? plan.steps : [];
  return done({
    status: plan.state.status,
    findings: plan.findings,
    writes: steps.map((step) => toWrite(step, plan.state)),
  });
};
