import { fitText } from "../../domain/columns/fitText";
import type { Failure } from "../../domain/failure/Failure";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { DealClosing } from "../../ports/RecordStore";
import type { Host } from "../host/Host";
import { tagged, toRow } from "./DataverseRow";
import { toDataverseFailure } from "./toDataverseFailure";

const messages = { won: "WinOpportunity", lost: "LoseOpportunity" } as const;

/** Leaves the choice of the status reason to the platform. */
const anyStatusReason = -1;

const maxSubjectChars = 200;

/** Closes an opportunity the way its form does: with a closing activity that tells why. */
export const closeOpportunity = async (
  host: Host,
  { id }: Pick<SyncRecord, "id">,
  { outcome, reason, subject: given }: DealClosing,
): Promise<Failure | null> => {
  const subject = given ?? `Closed in Partner Center${reason === "" ? "" : `: ${reason}`}`;
  const activity = toRow("opportunityclose", {
    subject: fitText(subject, maxSubjectChars),
    opportunityid: tagged.reference("opportunity", id),
  });
  const answer = await host.call("org.execute", {
    message: messages[outcome],
    parameters: { OpportunityClose: activity, Status: tagged.choice(anyStatusReason) },
    as: "system",
  });
  return answer.ok ? null : toDataverseFailure(answer);
};
