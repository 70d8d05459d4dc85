import { registrationPlaces } from "../dealRegistration/registrationPlaces";
import type { SentWhen } from "../mapping/fieldMap";

/** What a place in a referral holds. */
export type PlaceKind = "text" | "number" | "day" | "flag" | "people" | "solutions";

/** A place in a referral that can be mapped. */
export interface ReferralPlace {
  kind: PlaceKind;
  /** Never: Partner Center fills it, and it can only be read. */
  sent: SentWhen | "never";
}

type Row = readonly [path: string, kind: PlaceKind, sent: ReferralPlace["sent"]];

/**
 * Every documented place that a map may name; `*` is any name. `always` holds exactly the paths that the Partner Center
 * connector's swagger offers for PATCH. Source: union of the referral resource's documentation and that swagger.
 */
const rows: readonly Row[] = [
  ["/campaignId", "text", "always"],
  ["/consent/consentToShareReferralWithMicrosoftSellers", "flag", "always"],
  ["/customerProfile/team", "people", "always"],
  ["/details/closingDateTime", "day", "always"],
  ["/details/currency", "text", "always"],
  ["/details/dealValue", "number", "always"],
  ["/details/notes", "text", "always"],
  ["/details/requirements/solutions", "solutions", "always"],
  ["/externalReferenceId", "text", "always"],
  ["/referralProgram", "text", "always"],
  ["/salesStage", "text", "always"],
  ["/team", "people", "always"],

  ["/consent/consentToContact", "flag", "create"],
  ["/consent/consentToMicrosoftToContactSpecificPartners", "flag", "create"],
  ["/consent/consentToToShareInfoWithOthers", "flag", "create"],
  ["/customerProfile/address/addressLine1", "text", "create"],
  ["/customerProfile/address/addressLine2", "text", "create"],
  ["/customerProfile/address/city", "text", "create"],
  ["/customerProfile/address/country", "text", "create"],
  ["/customerProfile/address/postalCode", "text", "create"],
  ["/customerProfile/address/region", "text", "create"],
  ["/customerProfile/address/state", "text", "create"],
  ["/customerProfile/ids/Duns", "text", "create"],
  ["/customerProfile/ids/External", "text", "create"],
  ["/customerProfile/name", "text", "create"],
  ["/customerProfile/size", "text", "create"],
  ["/details/customerAction", "text", "create"],
  ["/details/customerRequestedContact", "text", "create"],
  ["/details/incentiveLevel", "text", "create"],
  ["/details/requirements/additionalRequirements/attributes/*", "text", "create"],
  ["/details/requirements/additionalRequirements/iot/*", "text", "create"],
  ["/mpnId", "text", "create"],
  ["/name", "text", "create"],

  ["/inviteContext/assistanceRequestCode", "text", "invitation"],
  ["/inviteContext/notes", "text", "invitation"],

  ...Object.entries(registrationPlaces).map(([path, { kind }]) => [path, kind, "registration"] as const),

  ["/acceptedDateTime", "day", "never"],
  ["/callToAction", "text", "never"],
  ["/closedDateTime", "day", "never"],
  ["/createdDateTime", "day", "never"],
  ["/customerProfile/isMaccEligible", "flag", "never"],
  ["/dealSensitivity", "text", "never"],
  ["/direction", "text", "never"],
  ["/expirationDateTime", "day", "never"],
  ["/isSpam", "flag", "never"],
  ["/organizationName", "text", "never"],
  ["/quality", "text", "never"],
  ["/referralSource", "text", "never"],
  ["/registrationStatus", "text", "never"],
  ["/trackingInfo/microsoftMsxId", "text", "never"],
  ["/trackingInfo/microsoftUSFedLeadId", "text", "never"],
  ["/trackingInfo/microsoftUSFedOpportunityId", "text", "never"],
  ["/updatedDateTime", "day", "never"],
];

/** Places that the connector itself answers for: identity, state, whom a referral is aimed at. */
const own =
  /^\/(?:id|eTag|engagementId|externalReferenceId|organizationId|type|target|qualification|status|substatus|statusReason|registrations|links|inviteContext\/invitedBy)(?:\/|$)/;

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith("*")
    ? path.startsWith(pattern.slice(0, -1)) && /^[^/]+$/.test(path.slice(pattern.length - 1))
    : pattern === path;

/** What is documented about a place; null for one that is not documented. */
export const placeOf = (path: string): ReferralPlace | null => {
  const row = rows.find(([pattern]) => fits(pattern, path));
  return row ? { kind: row[1], sent: row[2] } : null;
};

export const isOwnPlace = (path: string): boolean => own.test(path) && placeOf(path)?.sent !== "registration";
