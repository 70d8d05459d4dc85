import { toFailure } from "../../domain/failure/Failure";
import { stepsOf } from "../../domain/sync/stepsOf";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import { createReferral } from "./createReferral";
import { inviteMicrosoft } from "./inviteMicrosoft";
import type { StepContext } from "./StepContext";
import { stop, type SyncProgress } from "./SyncProgress";
import { updateReferral } from "./updateReferral";

/** Rounds of writing and, where somebody was faster, reading again; after these the next run goes on. */
const maxRounds = 6;

/** The writes that are left, from what is known by now. */
export const stepsLeft = (progress: SyncProgress, { record, isComplete, rules }: StepContext): SyncStep[] =>
  stepsOf({ ...progress, deal: record, isComplete: isComplete(progress), fieldMap: rules.fieldMap });

const perform = (progress: SyncProgress, step: SyncStep, context: StepContext): Promise<SyncProgress> => {
  switch (step.kind) {
    case "create":
      return createReferral(progress, step.body, context);
    case "invite":
      return inviteMicrosoft(progress, step.body, context);
    case "update":
      return updateReferral(progress, step, context);
  }
};

/** Nothing is written over a value that lost before that is safe; the next run sends. */
const mustEndFirst = (step: SyncStep, { isUnsafe }: StepContext): boolean =>
  step.kind === "update" && step.patch.some(({ path }) => isUnsafe(path));

/**
 * Brings Partner Center up to date, one write at a time. What is left is asked anew after each, from what the link knows by
 * then: the saga of a co-sell deal, a referral found again and a changed referral all go the same way.
 */
export const sendSteps = async (start: SyncProgress, context: StepContext): Promise<SyncProgress> => {
  let progress = start;
  for (let round = 0; round < maxRounds; round += 1) {
    const [step] = stepsLeft(progress, context);
    if (step === undefined || progress.failure !== null) return progress;
    const refusal = await context.keep(progress.conflicts);
    if (refusal !== null) return stop(progress, refusal);
    if (mustEndFirst(step, context)) return progress;
    if (!context.mayWrite(step)) return stop(progress, toFailure("partnerCenter.resourceModified", "not as approved"));
    progress = await perform(progress, step, context);
  }
  const left = stepsLeft(progress, context);
  if (left.length === 0 || progress.failure !== null) return progress;
  return stop(progress, toFailure("partnerCenter.resourceModified", `${maxRounds} rounds were not enough`));
};
