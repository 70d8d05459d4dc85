import { acknowledgeAbsent, acknowledgeCreated, acknowledgeFound } from "../../domain/link/acknowledge";
import { auditFacts } from "../../domain/audit/auditFacts";
import { withoutRegistration } from "../../domain/dealRegistration/registrationRows";
import type { Outcome } from "../../domain/failure/Outcome";
import { dealTypeOf } from "../../domain/opportunity/dealType";
import { clockSkewMs } from "../../domain/link/doubtSince";
import { addMs, type Instant } from "../../domain/values/instant";
import type { LinkState } from "../../domain/link/Link";
import type { JsonObject } from "../../domain/values/Json";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import { mergeReferral } from "../../domain/merge/mergeReferral";
import { mustLook } from "../../domain/sync/stepsOf";
import type { ReferralSearch } from "../../ports/PartnerCenter";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

const takeFound = async (
  progress: SyncProgress,
  referralId: string,
  { partnerCenter, rules, columns }: StepContext,
): Promise<SyncProgress> => {
  const read = await partnerCenter.read(referralId);
  if (read.kind === "failed") return stop(progress, read.failure);
  const fact = auditFacts.referralFound(referralId, read.value.engagementId);
  const found = advance(progress, acknowledgeFound(progress, read.value, rules.fieldMap), [fact]);
  // Both referrals are looked at by the next step.
  if (mustLook(found.state)) return found;
  // Somebody may have edited it meanwhile.
  return { ...found, ...mergeReferral(found, read.value, { ...rules, columns: await columns() }) };
};

/**
 * Where an own referral would be that Dataverse knows nothing about. Where there is doubt, nothing since it began may be
 * overlooked. But a run that is stopped inside its transaction leaves no trace to doubt, for Dataverse forgets its lease with
 * everything else: so one always looks, then among the newest, where a run of just now would be.
 */
const searchFor = ({ memory }: LinkState, opportunityCreatedOn: Instant): ReferralSearch => ({
  kind: "sentSince",
  since: addMs(opportunityCreatedOn, -clockSkewMs),
  doubtSince: memory.doubtSince,
});

/** The referral that an interrupted run made. One that left this record for another, or was taken off it, carries its id as well. */
const findInterrupted = async (
  { state, opportunity }: SyncProgress,
  { partnerCenter, record, hasLink }: StepContext,
): Promise<Outcome<Referral | null>> => {
  const left: string[] = [];
  for (;;) {
    const isOwn = (referral: Referral): boolean =>
      referral.externalReferenceId.toLowerCase() === opportunity.id &&
      !isMicrosofts(referral) &&
      !left.includes(referral.id);
    const found = await partnerCenter.find(searchFor(state, record.createdOn), isOwn);
    if (found.kind === "failed" || found.value === null) return found;
    const linked = await hasLink(found.value.id);
    if (linked.kind === "failed" || !linked.value) return linked.kind === "failed" ? linked : found;
    left.push(found.value.id);
  }
};

/** Makes the own referral, unless an interrupted run made it already: then that one is taken. */
export const createReferral = async (
  progress: SyncProgress,
  body: JsonObject,
  context: StepContext,
): Promise<SyncProgress> => {
  const { partnerCenter, rules } = context;
  const { opportunity, wanted } = progress;
  const found = await findInterrupted(progress, context);
  if (found.kind === "failed") return stop(progress, found.failure);
  if (found.value !== null) return takeFound(progress, found.value.id, context);

  const certain = advance(progress, acknowledgeAbsent(progress.state), []);
  const created = await partnerCenter.create(body);
  if (created.kind === "failed") return stop(certain, created.failure);
  const { id, engagementId } = created.value;
  const fact = auditFacts.referralCreated(dealTypeOf(opportunity), id, engagementId);
  const sent = withoutRegistration(wanted, rules.fieldMap);
  return countWrite(advance(certain, acknowledgeCreated(certain.state, created.value, sent, rules.fieldMap), [fact]));
};
