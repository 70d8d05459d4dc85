import { acknowledgeInvited } from "../../domain/link/acknowledge";
import { auditFacts } from "../../domain/audit/auditFacts";
import type { JsonObject } from "../../domain/values/Json";
import { isMicrosofts } from "../../domain/referral/Referral";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

/** Makes Microsoft's referral in the deal's engagement, unless an interrupted run made it already. */
export const inviteMicrosoft = async (
  progress: SyncProgress,
  body: JsonObject,
  { partnerCenter }: StepContext,
): Promise<SyncProgress> => {
  const { opportunity, wanted } = progress;
  const { engagementId } = progress.state;
  // A referral that this very run has made cannot have been joined by anybody yet.
  const isNew = progress.facts.some(({ name }) => name === "ReferralCreated");
  if (!isNew && engagementId !== null) {
    const found = await partnerCenter.find({ kind: "engagement", engagementId }, isMicrosofts);
    if (found.kind === "failed") return stop(progress, found.failure);
    if (found.value !== null) {
      const fact = auditFacts.invitationFound(found.value.id);
      return advance(progress, acknowledgeInvited(progress.state, found.value, wanted), [fact]);
    }
  }
  const invited = await partnerCenter.create(body);
  if (invited.kind === "failed") return stop(progress, invited.failure);
  const facts = opportunity.help === null ? [] : [auditFacts.microsoftInvited(opportunity.help, invited.value.id)];
  return countWrite(advance(progress, acknowledgeInvited(progress.state, invited.value, wanted), facts));
};
