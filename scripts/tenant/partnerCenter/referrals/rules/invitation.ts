import { microsoft } from "../Referral";
import { asksForHelp } from "./isHelpAsked";
import type { Rule } from "./Rule";

/** What must hold before Microsoft can be invited into an engagement. */
export const invitation: Rule = ({ purpose, content, before, engagement }, { switches, partner }) => {
  if (purpose !== "invitation" || before !== null) return null;
  const own = engagement.find((referral) => referral.organizationId === partner.organizationId);
  if (own === undefined)
    return {
      innerCode: "engagementNotFound",
      message: "The engagement holds no referral of your organization.",
      target: "/engagementId",
    };
  if (own.content.status === "Closed")
    return { innerCode: "engagementClosed", message: "The deal is closed.", target: "/engagementId" };
  if (content.type !== "Shared")
    return { innerCode: "typeMustBeShared", message: "A connected referral must be of type Shared.", target: "/type" };
  if (own.content.type !== "Shared" && switches.invitationFromIndependent === "refused")
    return {
      innerCode: "ownReferralIndependent",
      message: "Your referral of this engagement is Independent; only a Shared one takes others in.",
      target: "/engagementId",
    };
  if (
    switches.secondInvitation === "conflict" &&
    engagement.some((one) => one.organizationId === microsoft.organizationId)
  )
    return {
      innerCode: "alreadyInvited",
      message: "Microsoft has been invited into this engagement already.",
      target: "/target",
      conflict: true,
    };
  const places = { eitherReferral: [content, own.content], microsoftReferral: [content], ownReferral: [own.content] };
  if (!places[switches.assistanceRequestCodePlace].some(asksForHelp))
    return {
      innerCode: "assistanceRequestCodeRequired",
      message: "Say which help is asked for.",
      target: "/inviteContext/assistanceRequestCode",
    };
  return null;
};
