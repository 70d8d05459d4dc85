import { microsoft, type ReferralContent } from "../Referral";
import type { Draft } from "./Rule";

/** Whether Microsoft's help is asked for by this referral or by another of its engagement. */
export function isHelpAsked({ purpose, content, engagement }: Draft): boolean {
  return (
    purpose === "invitation" ||
    asksForHelp(content) ||
    engagement.some((referral) => referral.organizationId === microsoft.organizationId)
  );
}

export function asksForHelp(content: ReferralContent): boolean {
  const code = content.inviteContext?.assistanceRequestCode ?? "Unknown";
  return code !== "Unknown";
}
