import { isMicrosofts, microsoftOrganizationId, type Referral } from "../referral/Referral";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";

/** Why a referral is left alone although nothing is wrong with it. */
export type IgnoredBecause =
  /** Won, lost, declined or expired before anything was known of it. */
  | "closedBefore"
  /** An administrator lets co-sell deals in only. */
  | "leadsStayAway";

/** What becomes of a referral that belongs to no record yet. */
export type ReferralClass =
  | { kind: "lead" }
  | { kind: "coSell" }
  /** Microsoft's own referral: the deal is the partner's referral of the same engagement. */
  | { kind: "microsoftSide" }
  | { kind: "ignored"; because: IgnoredBecause }
  /** Nothing that is documented; guessing would make a wrong record. */
  | { kind: "unknown"; type: string; qualification: string };

const read = (content: JsonObject, name: string): string => {
  const value = content[name];
  return typeof value === "string" ? value.toLowerCase() : "";
};

const inviterOf = ({ inviteContext }: JsonObject): string => {
  const invitedBy: Json | undefined = isJsonObject(inviteContext) ? inviteContext["invitedBy"] : undefined;
  return isJsonObject(invitedBy) ? read(invitedBy, "organizationId") : "";
};

/** Whether this company made the referral. */
export const isOutgoing = ({ content }: Pick<Referral, "content">): boolean =>
  read(content, "direction") === "outgoing";

const leadQualifications = ["salesqualified", "marketingqualified"];

/**
 * The category by type, qualification and who invited. A Shared referral is a deal whoever invited, since the table of
 * categories has no row for deals that Microsoft begins; what this company made is a deal of its own. referralSource and
 * callToAction do not count, as the documentation asks. Source: referrals-api-introduction.
 */
const categoryOf = ({ content }: Referral): ReferralClass => {
  const type = read(content, "type");
  const qualification = read(content, "qualification");
  const inviter = inviterOf(content);
  const unknown: ReferralClass = { kind: "unknown", type, qualification };
  if (type === "shared") return { kind: "coSell" };
  if (type !== "independent") return unknown;
  if (isOutgoing({ content })) return { kind: "coSell" };
  const isByMicrosoft = inviter === microsoftOrganizationId;
  if (qualification === "direct") return isByMicrosoft || inviter === "" ? { kind: "lead" } : unknown;
  if (leadQualifications.includes(qualification) && isByMicrosoft) return { kind: "lead" };
  const isDeal = ["salesqualified", "none", ""].includes(qualification);
  return isDeal ? { kind: "coSell" } : unknown;
};

/**
 * What to do with a referral that no record of Dynamics 365 belongs to. `isBegun`: a run that was stopped has begun to bring it
 * in, so it is brought in whole though it was closed meanwhile; the record is closed with it.
 */
export const classifyReferral = (referral: Referral, syncCosellOnly: boolean, isBegun: boolean): ReferralClass => {
  if (isMicrosofts(referral)) return { kind: "microsoftSide" };
  if (referral.state.status.toLowerCase() === "closed" && !isBegun) return { kind: "ignored", because: "closedBefore" };
  const category = categoryOf(referral);
  return category.kind === "lead" && syncCosellOnly ? { kind: "ignored", because: "leadsStayAway" } : category;
};
