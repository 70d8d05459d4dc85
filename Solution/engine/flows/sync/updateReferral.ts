import { acknowledgePatched, acknowledgeRead } from "../../domain/link/acknowledge";
import { auditFacts } from "../../domain/audit/auditFacts";
import { describeDifferences } from "../../domain/merge/describeDifferences";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { labelAt } from "../../domain/mapping/fieldMap";
import { isClosed } from "../../domain/sync/stepsOf";
import type { SyncStep } from "../../domain/sync/SyncPlan";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

type Update = Extract<SyncStep, { kind: "update" }>;

const staleTag: readonly FailureCode[] = ["partnerCenter.preconditionFailed", "partnerCenter.resourceModified"];

/** Reads the referral and notes what changed there; the next patch is then made anew, on top of it. */
const readAgain = async (
  progress: SyncProgress,
  referralId: string,
  { partnerCenter, wanted, fieldMap }: StepContext,
): Promise<SyncProgress> => {
  const read = await partnerCenter.read(referralId);
  if (read.kind === "failed") return stop(progress, read.failure);
  const state = acknowledgeRead(progress.state, read.value, wanted, fieldMap);
  const facts = describeDifferences(progress.state.memory, state.memory, fieldMap);
  const closed = isClosed(state) ? [auditFacts.referralClosed(read.value.state.substatus)] : [];
  return advance(progress, state, [...facts, ...closed]);
};

/** Patches the own referral; where somebody changed it meanwhile, looks at it and leaves the patch to the next step. */
export const updateReferral = async (
  progress: SyncProgress,
  { eTag, patch }: Update,
  context: StepContext,
): Promise<SyncProgress> => {
  const { referralId } = progress.state;
  if (referralId === null) throw new Error("A referral that does not exist cannot be updated.");
  if (eTag === null) return readAgain(progress, referralId, context);
  const updated = await context.partnerCenter.update(referralId, eTag, patch);
  if (updated.kind === "failed") {
    const isStale = staleTag.includes(updated.failure.code);
    return isStale ? readAgain(progress, referralId, context) : stop(progress, updated.failure);
  }
  const paths = patch.map(({ path }) => path);
  const fact = auditFacts.referralUpdated(
    paths.map((path) => labelAt(path, context.fieldMap)),
    paths,
  );
  const state = acknowledgePatched(progress.state, patch, updated.value.eTag, updated.value.referral);
  return countWrite(advance(progress, state, [fact]));
};
