import { acknowledgeInvited } from "../../domain/link/acknowledge";
import { auditFacts } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import { isAbsent } from "../../domain/referral/isAbsent";
import type { JsonObject } from "../../domain/values/Json";
import { isMicrosofts } from "../../domain/referral/Referral";
import type { StepContext } from "./StepContext";
import { advance, countWrite, stop, type SyncProgress } from "./SyncProgress";

/** An invitation may be refused because the referral that it belongs to was removed meanwhile. */
const explain = async (
  { state: { referralId } }: SyncProgress,
  refusal: Failure,
  partnerCenter: StepContext["partnerCenter"],
): Promise<Failure> => {
  if (referralId === null || refusal.code !== "partnerCenter.invalidRequest") return refusal;
  const own = await partnerCenter.read(referralId);
  return own.kind === "failed" && isAbsent(own.failure.code) ? own.failure : refusal;
};

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
  if (invited.kind === "failed") return stop(progress, await explain(progress, invited.failure, partnerCenter));
  const facts = opportunity.help === null ? [] : [auditFacts.microsoftInvited(opportunity.help, invited.value.id)];
  return countWrite(advance(progress, acknowledgeInvited(progress.state, invited.value, wanted), facts));
};
