import { acknowledgeCreated, acknowledgeFound } from "../domain/acknowledge";
import { auditFacts } from "../domain/auditFacts";
import { dealTypeOf } from "../domain/dealType";
import type { JsonObject } from "../domain/Json";
import { isMicrosofts } from "../domain/Referral";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

/** Makes the own referral, unless an interrupted run made it already: then that one is taken. */
export const createReferral = async (
  progress: SyncProgress,
  body: JsonObject,
  { partnerCenter, opportunity, wanted, unseenSince }: StepContext,
): Promise<SyncProgress> => {
  if (unseenSince !== null) {
    const found = await partnerCenter.find(
      { kind: "sentSince", since: unseenSince },
      (referral) => referral.externalReferenceId.toLowerCase() === opportunity.id && !isMicrosofts(referral),
    );
    if (found.kind === "failed") return stop(progress, found.failure);
    if (found.value !== null) {
      const { id, engagementId } = found.value;
      const fact = auditFacts.referralFound(id, engagementId);
      return advance(progress, acknowledgeFound(progress.state, found.value), [fact]);
    }
  }
  const created = await partnerCenter.create(body);
  if (created.kind === "failed") return stop(progress, created.failure);
  const { id, engagementId } = created.value;
  const fact = auditFacts.referralCreated(dealTypeOf(opportunity), id, engagementId);
  return countWrite(advance(progress, acknowledgeCreated(progress.state, created.value, wanted), [fact]));
};
