import { parseInstant, printInstant, type Instant } from "../values/instant";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";

/** Literal organization id of Microsoft in referrals and targets. */
export const microsoftOrganizationId = "msft";

/** Where a referral stands. */
export type ReferralState = {
  /** As Partner Center spells it. */
  status: string;
  substatus: string;
  /** Why it was declined or lost, as it was told; empty where nothing was. */
  reason: string;
  /** An answer that is owed is due; null where the answer did not tell. */
  expiresOn: Instant | null;
  /** By Partner Center's clock; null where the answer did not tell. */
  updatedOn: Instant | null;
};

/** A referral as Partner Center answers it. */
export interface Referral {
  id: string;
  engagementId: string;
  /** Owner of this referral; `msft` for Microsoft's. */
  organizationId: string;
  externalReferenceId: string;
  /** With its inner double quotes. */
  eTag: string | null;
  state: ReferralState;
  /** Null where the answer did not tell. */
  createdOn: Instant | null;
  /** Microsoft's own number of the deal; empty before Microsoft accepts. */
  microsoftCrmIdentifier: string;
  /** Everything that was answered. */
  content: JsonObject;
}

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toInstant = (value: Json | undefined): Instant | null => {
  const ms = parseInstant(toText(value));
  return ms === null ? null : printInstant(ms);
};

/** Whoever is asked has 14 days, told or not. Source: manage-co-sell-opportunities of Partner Center. */
const answerMs = 14 * 86_400_000;

const toAnswerDay = (json: JsonObject): Instant | null => {
  const createdMs = parseInstant(toText(json["createdDateTime"]));
  return createdMs === null || toText(json["status"]) !== "New" ? null : printInstant(createdMs + answerMs);
};

/** Reads an answer of the API; null when it is no referral. `eTag` is the response header's, which wins over the body's. */
export const parseReferral = (json: Json, eTag: string | null = null): Referral | null => {
  if (!isJsonObject(json) || toText(json["id"]) === "") return null;
  const tracking = json["trackingInfo"];
  const inBody = toText(json["eTag"]);
  return {
    id: toText(json["id"]).toLowerCase(),
    engagementId: toText(json["engagementId"]).toLowerCase(),
    organizationId: toText(json["organizationId"]),
    externalReferenceId: toText(json["externalReferenceId"]),
    eTag: eTag ?? (inBody === "" ? null : inBody),
    state: {
      status: toText(json["status"]),
      substatus: toText(json["substatus"]),
      reason: toText(json["statusReason"]),
      expiresOn: toInstant(json["expirationDateTime"]) ?? toAnswerDay(json),
      updatedOn: toInstant(json["updatedDateTime"]),
    },
    createdOn: toInstant(json["createdDateTime"]),
    microsoftCrmIdentifier: isJsonObject(tracking) ? toText(tracking["microsoftMsxId"]) : "",
    content: json,
  };
};

export const isMicrosofts = ({ organizationId }: Pick<Referral, "organizationId">): boolean =>
  organizationId.toLowerCase() === microsoftOrganizationId;
