import { microsoft } from "../referrals/Referral";
import type { Breach, Draft } from "../referrals/rules/Rule";
import type { SandboxState } from "../SandboxState";

export const minimumAgeMs = 72 * 60 * 60 * 1000;
const target = "/registrations";

/** Whether a deal may be registered. Source: partner-center register-deals.md and manage-co-sell-opportunities.md. */
export function eligibility({ content, before, engagement }: Draft, state: SandboxState): Breach | null {
  if (content.substatus !== "Won")
    return { innerCode: "dealNotWon", message: "Only a won deal can be registered.", target };
  if (content.consent?.consentToShareReferralWithMicrosoftSellers !== true)
    return { innerCode: "dealIsPrivate", message: "A private deal cannot be registered.", target };
  const microsofts = engagement.filter(({ organizationId }) => organizationId === microsoft.organizationId);
  if (microsofts.length > 0 && !microsofts.some((one) => ["Accepted", "Won"].includes(one.content.substatus)))
    return { innerCode: "microsoftNotOnBoard", message: "Microsoft has neither accepted nor won the deal.", target };
  const createdMs = Date.parse(before?.createdDateTime ?? "");
  const wonMs = before?.closedDateTime == null ? state.clock() : Date.parse(before.closedDateTime);
  if (!(wonMs - createdMs >= minimumAgeMs))
    return { innerCode: "wonTooEarly", message: "A deal won within 72 hours cannot be registered.", target };
  return null;
}
