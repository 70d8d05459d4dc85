import { toAnswerPatch } from "../../domain/referral/answerPatch";
import { stepsOf } from "../../domain/sync/stepsOf";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import { isBlocking } from "../../domain/validation/Finding";
import type { EnginePorts } from "../EnginePorts";
import type { PreparedSync } from "./prepareSync";
import type { SyncRequest } from "./SyncRequest";

/** The writes that a run would begin with, if nothing but what is known now counted: neither switches nor earlier failures. */
export const plannedSteps = ({ plan, loaded: { record }, rules }: PreparedSync): readonly SyncStep[] => {
  const { state } = plan.merge;
  const known = { ...state, memory: { ...state.memory, unseen: null } };
  const isComplete = !plan.findings.some(isBlocking);
  return stepsOf({ ...plan.merge, state: known, deal: record, isComplete, fieldMap: rules.fieldMap });
};

/** Entity tag and engagement are nobody's to approve: they are what Partner Center answered. */
const withoutEngagement = (key: string, value: unknown): unknown => (key === "engagementId" ? undefined : value);

/** What a step writes, piece by piece. */
const written = (step: SyncStep): readonly string[] =>
  step.kind === "update"
    ? step.patch.map((operation) => JSON.stringify(operation))
    : [`${step.kind} ${JSON.stringify(step.body, withoutEngagement)}`];

/**
 * SHA-256, in lower-case hex, of all that a run would write for this request: requests to Partner Center, values of
 * Dynamics 365, the answer and the decisions. Equal for two plans that write the same; of the moment it holds nothing.
 */
export const digestOf = (
  { digest }: Pick<EnginePorts, "digest">,
  prepared: PreparedSync,
  { answer, decisions = [] }: SyncRequest,
): Promise<string> => {
  const { table, id, isSyncOn } = prepared.loaded.record;
  const told = answer === undefined ? [] : [answer.kind, answer.reason];
  const decided = decisions.map(({ path, take, value = null }) => [path, take, value]);
  const steps = plannedSteps(prepared).map(written);
  return digest.sha256(JSON.stringify([table, id, isSyncOn, steps, prepared.plan.merge.taken, told, decided]));
};

/** Whether all that a step writes was approved: where somebody was faster in Partner Center, a step is made anew. */
export const createApproval = (prepared: PreparedSync, { answer }: SyncRequest): ((step: SyncStep) => boolean) => {
  const approved = plannedSteps(prepared).flatMap(written);
  const told = answer === undefined ? [] : toAnswerPatch(answer).map((operation) => JSON.stringify(operation));
  return (step) => written(step).every((piece) => approved.includes(piece) || told.includes(piece));
};
