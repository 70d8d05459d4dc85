import { dealTypeOf } from "../opportunity/dealType";
import type { FieldMap, SentWhen } from "../mapping/fieldMap";
import { isBlank } from "../values/isBlank";
import type { JsonObject } from "../values/Json";
import { readPointer, writePointer } from "../values/jsonPointer";
import { writePlace } from "../mapping/referralPointer";
import { toReferralValues } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import { microsoftOrganizationId } from "./Referral";

const write = (opportunity: Opportunity, fieldMap: FieldMap, sent: readonly SentWhen[]): JsonObject => {
  const values = toReferralValues(opportunity, fieldMap);
  return fieldMap
    .filter((row) => row.direction !== "toDynamics365" && sent.includes(row.sent) && !isBlank(values[row.referral]))
    .reduce<JsonObject>((body, row) => writePlace(body, row.referral, values[row.referral] ?? null), {});
};

/** Consents that are given only where somebody recorded them: the customer's to a deal being shared covers neither. */
const notAskedFor = ["/consent/consentToContact", "/consent/consentToMicrosoftToContactSpecificPartners"];

const withConsent = (body: JsonObject): JsonObject =>
  notAskedFor.reduce((told, path) => writePointer(told, path, readPointer(told, path) === true), body);

/**
 * Body of the POST that makes the partner's own referral. Private and partner-led deals are Independent, co-sell deals
 * Shared and aimed at the solutions. Source: create-a-referral of the Referrals API.
 */
export const toOwnReferral = (opportunity: Opportunity, fieldMap: FieldMap): JsonObject => {
  const body = withConsent(write(opportunity, fieldMap, ["create", "always"]));
  const common = { ...body, qualification: "SalesQualified", status: "New", substatus: "Pending" };
  if (dealTypeOf(opportunity) !== "coSell") return { ...common, type: "Independent" };
  const target = opportunity.solutions.map(({ id }) => ({ type: "SolutionProfile", id }));
  return { ...common, type: "Shared", target };
};

/**
 * Body of the second POST of a co-sell deal: a referral of the same engagement, aimed at Microsoft. The engagement is not
 * known before the first POST is answered.
 */
export const toInvitation = (
  opportunity: Opportunity,
  engagementId: string | null,
  fieldMap: FieldMap,
): JsonObject => ({
  ...writePointer(
    withConsent(write(opportunity, fieldMap, ["create", "always", "invitation"])),
    "/inviteContext/notes",
    opportunity.notes,
  ),
  qualification: "SalesQualified",
  status: "New",
  substatus: "Pending",
  type: "Shared",
  ...(engagementId === null ? {} : { engagementId }),
  target: [{ type: "BusinessProfileLocation", id: microsoftOrganizationId }],
});
