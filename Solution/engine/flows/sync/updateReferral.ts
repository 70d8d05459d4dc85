import { acknowledgePatched } from "../../domain/link/acknowledge";
import { auditFacts, type AuditFact } from "../../domain/audit/auditFacts";
import { registrationPath, toSentValues } from "../../domain/dealRegistration/registrationRows";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { labelAt, type FieldMap } from "../../domain/mapping/fieldMap";
import { withMemory } from "../../domain/merge/Merge";
import { mergeReferral } from "../../domain/merge/mergeReferral";
import { answerKindOf, answerOf } from "../../domain/referral/answerPatch";
import type { PatchOperation } from "../../domain/referral/referralPatch";
import { mustLook } from "../../domain/sync/stepsOf";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import { readIfShown } from "./fetchReferrals";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

type Update = Extract<SyncStep, { kind: "update" }>;

const staleTag: readonly FailureCode[] = ["partnerCenter.preconditionFailed", "partnerCenter.resourceModified"];

/**
 * Reads the referral and merges what changed there; the next patch is then made anew, on top of it. Microsoft's is read, too, where
 * nobody knows what happened to either.
 */
const readAgain = async (
  progress: SyncProgress,
  referralId: string,
  { partnerCenter, rules, columns }: StepContext,
): Promise<SyncProgress> => {
  const read = await partnerCenter.read(referralId);
  if (read.kind === "failed") return stop(progress, read.failure);
  const { microsoftReferralId } = progress.state;
  const known = { ...rules, columns: await columns() };
  const merged = { ...progress, ...mergeReferral(progress, read.value, known) };
  if (!mustLook(progress.state)) return merged;
  const microsofts = await readIfShown(partnerCenter, microsoftReferralId);
  if (microsofts.kind === "failed") return stop(progress, microsofts.failure);
  return microsofts.value.reduce((both, referral) => ({ ...both, ...mergeReferral(both, referral, known) }), merged);
};

const describe = (patch: readonly PatchOperation[], { wanted }: SyncProgress, fieldMap: FieldMap): AuditFact[] => {
  const sent = toSentValues(patch, wanted, fieldMap);
  const labels = Object.keys(sent).map((path) => labelAt(path, fieldMap));
  const told = answerOf(patch);
  if (patch.some(({ path }) => path === registrationPath)) return [auditFacts.dealRegistered(sent)];
  return [
    ...(labels.length > 0 ? [auditFacts.referralUpdated(labels, sent)] : []),
    ...(told === null ? [] : [auditFacts.answerSent(answerKindOf(told), told.reason)]),
  ];
};

/** An answer that Partner Center has taken waits no more; a deal to be won is accepted first. */
const withoutAnswer = (progress: SyncProgress, patch: readonly PatchOperation[]): SyncProgress => {
  const told = answerOf(patch);
  const isGiven = told !== null && (told.status === "Closed" || progress.state.memory.answer?.kind === "accept");
  return isGiven ? withMemory(progress, { answer: null }) : progress;
};

/** Patches the own referral; where somebody changed it meanwhile, looks at it and leaves the patch to the next step. */
export const updateReferral = async (
  progress: SyncProgress,
  { eTag, patch }: Update,
  context: StepContext,
): Promise<SyncProgress> => {
  const { referralId } = progress.state;
  const { fieldMap } = context.rules;
  if (referralId === null) throw new Error("A referral that does not exist cannot be updated.");
  if (eTag === null) return readAgain(progress, referralId, context);
  const updated = await context.partnerCenter.update(referralId, eTag, patch);
  if (updated.kind === "failed") {
    const isStale = staleTag.includes(updated.failure.code);
    return isStale ? readAgain(progress, referralId, context) : stop(progress, updated.failure);
  }
  const told = { ...updated.value, patch };
  const state = acknowledgePatched(progress.state, told, progress.wanted, fieldMap);
  const facts = describe(patch, progress, fieldMap);
  return countWrite(withoutAnswer(advance(progress, state, facts), patch));
};
