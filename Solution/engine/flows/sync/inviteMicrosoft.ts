import { acknowledgeInvited } from "../../domain/link/acknowledge";
import { auditFacts } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import { mergeReferral } from "../../domain/merge/mergeReferral";
import { isClosed } from "../../domain/sync/stepsOf";
import { isAbsent } from "../../domain/referral/isAbsent";
import type { JsonObject } from "../../domain/values/Json";
import { isMicrosofts } from "../../domain/referral/Referral";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

/** An invitation may be refused because the referral that it belongs to was closed or removed meanwhile: one looks. */
const lookAfterRefusal = async (
  progress: SyncProgress,
  refusal: Failure,
  { partnerCenter, rules, columns }: StepContext,
): Promise<SyncProgress> => {
  const { referralId } = progress.state;
  if (referralId === null || refusal.code !== "partnerCenter.invalidRequest") return stop(progress, refusal);
  const own = await partnerCenter.read(referralId);
  if (own.kind === "failed") return stop(progress, isAbsent(own.failure.code) ? own.failure : refusal);
  const merged = { ...progress, ...mergeReferral(progress, own.value, { ...rules, columns: await columns() }) };
  return isClosed(merged.state) ? merged : stop(merged, refusal);
};

/**
 * Microsoft's referral was there: an interrupted run has invited it, or Microsoft has begun the deal. Its values were nobody's to
 * agree on so far.
 */
const takeInvited = async (
  progress: SyncProgress,
  microsoftReferralId: string,
  { partnerCenter, rules, columns }: StepContext,
): Promise<SyncProgress> => {
  const read = await partnerCenter.read(microsoftReferralId);
  if (read.kind === "failed") return stop(progress, read.failure);
  const { microsoftValues } = progress.state.memory;
  const known = acknowledgeInvited(progress.state, read.value, progress.wanted);
  const state = { ...known, memory: { ...known.memory, microsoftValues } };
  const found = advance(progress, state, [auditFacts.invitationFound(microsoftReferralId)]);
  return { ...found, ...mergeReferral(found, read.value, { ...rules, columns: await columns() }) };
};

/** Makes Microsoft's referral in the deal's engagement, unless an interrupted run made it already. */
export const inviteMicrosoft = async (
  progress: SyncProgress,
  body: JsonObject,
  context: StepContext,
): Promise<SyncProgress> => {
  const { partnerCenter } = context;
  const { opportunity, wanted } = progress;
  const { engagementId } = progress.state;
  // A referral that this very run has made cannot have been joined by anybody yet.
  const isNew = progress.facts.some(({ name }) => name === "ReferralCreated");
  if (!isNew && engagementId !== null) {
    const found = await partnerCenter.find({ kind: "engagement", engagementId }, isMicrosofts);
    if (found.kind === "failed") return stop(progress, found.failure);
    if (found.value !== null) return takeInvited(progress, found.value.id, context);
  }
  const invited = await partnerCenter.create(body);
  if (invited.kind === "failed") return lookAfterRefusal(progress, invited.failure, context);
  const facts = opportunity.help === null ? [] : [auditFacts.microsoftInvited(opportunity.help, invited.value.id)];
  return countWrite(advance(progress, acknowledgeInvited(progress.state, invited.value, wanted), facts));
};
