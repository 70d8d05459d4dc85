import { acknowledgeCreated, acknowledgeFound } from "../domain/acknowledge";
import { auditFacts } from "../domain/auditFacts";
import { dealTypeOf } from "../domain/dealType";
import type { JsonObject } from "../domain/Json";
import { isMicrosofts } from "../domain/Referral";
import type { PartnerCenter } from "../ports/PartnerCenter";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

const takeFound = async (
  progress: SyncProgress,
  referralId: string,
  partnerCenter: PartnerCenter,
): Promise<SyncProgress> => {
  const read = await partnerCenter.read(referralId);
  if (read.kind === "failed") return stop(progress, read.failure);
  const fact = auditFacts.referralFound(referralId, read.value.engagementId);
  return advance(progress, acknowledgeFound(progress.state, read.value), [fact]);
};

/** Makes the own referral, unless an interrupted run made it already: then that one is taken. */
export const createReferral = async (
  progress: SyncProgress,
  body: JsonObject,
  { partnerCenter, opportunity, wanted, unseen }: StepContext,
): Promise<SyncProgress> => {
  const found = await partnerCenter.find(
    { kind: "sentSince", ...unseen },
    (referral) => referral.externalReferenceId.toLowerCase() === opportunity.id && !isMicrosofts(referral),
  );
  if (found.kind === "failed") return stop(progress, found.failure);
  if (found.value !== null) return takeFound(progress, found.value.id, partnerCenter);
  const created = await partnerCenter.create(body);
  if (created.kind === "failed") return stop(progress, created.failure);
  const { id, engagementId } = created.value;
  const fact = auditFacts.referralCreated(dealTypeOf(opportunity), id, engagementId);
  return countWrite(advance(progress, acknowledgeCreated(progress.state, created.value, wanted), [fact]));
};
