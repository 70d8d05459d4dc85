import { done } from "../../domain/failure/Outcome";
import type { LinkState } from "../../domain/link/Link";
import type { Message } from "../../domain/maintenance/Message";
import type { EnginePorts } from "../EnginePorts";
import { leaveToJob } from "../leaveToJob";

/**
 * Whether the link knows all that the message can tell: a version of the referral as new as the change that it was stored for, and
 * Microsoft's referral, which whoever brings the own one in looks for.
 */
const isConsumed = ({ subject, payload }: Message, { referralId, microsoftReferralId, memory }: LinkState): boolean => {
  const { changedOn } = payload;
  const seen = subject.id === referralId?.toLowerCase() ? memory.own : memory.microsoft;
  return microsoftReferralId !== null && typeof changedOn === "string" && (seen?.updatedOn ?? "") >= changedOn;
};

/**
 * Sees to the messages of notifications that met a run of this deal: most are the echo of what that run has sent and are
 * settled; what may tell of more is left to a job at once. One request, and one for each message. What cannot be read or
 * stored waits for maintenance.
 */
export const settleMet = async (ports: Pick<EnginePorts, "messages" | "clock">, state: LinkState): Promise<void> => {
  const { messages } = ports;
  const ids = [state.referralId, state.microsoftReferralId].flatMap((id) => id ?? []);
  const met = ids.length === 0 ? done([]) : await messages.thatMetRun(ids);
  for (const message of met.kind === "done" ? met.value : [])
    if (isConsumed(message, state)) await messages.settle(message.subject);
    else await leaveToJob(ports, message.subject, {}, message.payload);
};
