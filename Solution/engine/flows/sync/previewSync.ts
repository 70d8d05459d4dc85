import { isBlocking, type Finding } from "../../domain/validation/Finding";
import type { Json } from "../../domain/values/Json";
import type { LinkState } from "../../domain/link/Link";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { toMissingColumnsFailure } from "../../domain/settings/missingColumns";
import { namedColumnsOf } from "../../domain/sync/SyncSettings";
import { planSync } from "../../domain/sync/planSync";
import { stepsOf } from "../../domain/sync/stepsOf";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import type { SyncStatus } from "../../domain/sync/syncStatus";
import { isOpen } from "../../domain/opportunity/SyncRecord";
import type { SyncRequest } from "./SyncRequest";
import { toRules } from "./prepareSync";
import { withFieldMap } from "./withFieldMap";
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
}

const toWrite = (step: SyncStep, { referralId }: LinkState): PlannedWrite =>
  step.kind === "update"
    ? { method: "PATCH", path: `/referrals/${referralId ?? ""}`, body: step.patch }
    : { method: "POST", path: "/referrals", body: step.body };

/**
 * Dry run: findings and the exact writes, with nothing written anywhere. It shows what a seller is about to agree to, so it
 * takes sync as switched on and asks neither for switches of administrators nor for earlier failures. Null when there is no
 * such opportunity.
 */
export const previewSync = async (
  ports: EnginePorts,
  { table, recordId }: Pick<SyncRequest, "table" | "recordId">,
): Promise<Outcome<SyncPreview | null>> => {
  const company = await ports.settings.current();
  const found = await ports.records[table].load(recordId, company, "always");
  if (found.kind === "failed") return found;
  if (found.value === null) return done(null);
  const { missingColumns = [] } = found.value;
  if (missingColumns.length > 0) return failed(toMissingColumnsFailure(missingColumns, company));
  const asked = { ...found.value, record: { ...found.value.record, isSyncOn: true } };
  const { loaded, settings, findings: unmapped } = withFieldMap(asked, company);
  const { record } = loaded;
  const now = await ports.clock.now();
  const rules = toRules(settings, loaded, now, {});
  const { findings, merge } = planSync({
    ...loaded,
    seen: [],
    answer: null,
    decisions: [],
    trigger: "person",
    outboundEnabled: settings.outboundEnabled,
    columns: namedColumnsOf(settings),
    writesMark: settings.writeCheckMarkIntoName,
    rules,
  });
  const { state } = merge;
  const isShareable = isOpen(record) || state.referralId !== null;
  const isComplete = !findings.some(isBlocking);
  const known = { ...state, memory: { ...state.memory, unseen: null } };
  const steps = isShareable
    ? stepsOf({ ...merge, state: known, deal: record, isComplete, fieldMap: settings.fieldMap })
    : [];
  return done({
    status: state.status,
    findings: [...findings, ...unmapped],
    writes: steps.map((step) => toWrite(step, state)),
  });
};
