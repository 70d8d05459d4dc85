import { isDeepStrictEqual } from "node:util";
import type { SandboxState } from "../SandboxState";
import type { Channel } from "./keepReferral";
import { microsoft, type ReferralContent, type StoredReferral } from "./Referral";
import { storeChange } from "./storeChange";

type Content = StoredReferral["content"];
type Details = NonNullable<ReferralContent["details"]>;

/** What belongs to the deal rather than to one side of it. */
const sharedDetails = ["dealValue", "currency", "closingDateTime", "notes", "requirements"] as const;

/** Changes one side of a deal, and carries on to the other sides what belongs to all of them. */
export function changeReferral(
  state: SandboxState,
  before: StoredReferral,
  change: Partial<Pick<StoredReferral, "content" | "microsoftMsxId">>,
  channel: Channel,
): StoredReferral {
  const after = storeChange(state, before, change, channel);
  if (!reachesOthers(state, before)) return after;
  for (const other of state.referrals.ofEngagement(before.engagementId)) {
    if (other.id === before.id || other.content.status === "Closed") continue;
    const carried = carryOver(before.content, after.content, other.content);
    if (!isDeepStrictEqual(carried, other.content)) storeChange(state, other, { content: carried }, channel);
  }
  return after;
}

function reachesOthers({ switches }: SandboxState, { organizationId }: StoredReferral): boolean {
  return organizationId === microsoft.organizationId
    ? switches.microsoftEditsReach === "bothReferrals"
    : switches.partnerEditsReach === "bothReferrals";
}

/** Only what changed: the other side may differ in what did not. */
function carryOver(before: Content, after: Content, other: Content): Content {
  const changed = sharedDetails.filter((name) => !isDeepStrictEqual(before.details?.[name], after.details?.[name]));
  const details: Details = { ...other.details };
  for (const name of changed) Object.assign(details, { [name]: after.details?.[name] });
  return {
    ...other,
    ...(changed.length === 0 ? {} : { details }),
    ...(isDeepStrictEqual(before.customerProfile, after.customerProfile) || after.customerProfile === undefined
      ? {}
      : { customerProfile: after.customerProfile }),
  };
}
