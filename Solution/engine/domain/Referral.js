import { parseInstant, printInstant } from "./instant";
import { isJsonObject } from "./Json";
/** Literal organization id of Microsoft in referrals and targets. */
export const microsoftOrganizationId = "msft";
const toText = (value) => (typeof value === "string" ? value : "");
/** Reads an answer of the API; null when it is no referral. `eTag` is the response header's, which wins over the body's. */
export const parseReferral = (json, eTag = null) => {
    if (!isJsonObject(json) || toText(json["id"]) === "")
        return null;
    const tracking = json["trackingInfo"];
    const createdMs = parseInstant(toText(json["createdDateTime"]));
    const inBody = toText(json["eTag"]);
    return {
        id: toText(json["id"]).toLowerCase(),
        engagementId: toText(json["engagementId"]).toLowerCase(),
        organizationId: toText(json["organizationId"]),
        externalReferenceId: toText(json["externalReferenceId"]),
        eTag: eTag !== null && eTag !== void 0 ? eTag : (inBody === "" ? null : inBody),
        state: { status: toText(json["status"]), substatus: toText(json["substatus"]) },
        createdOn: createdMs === null ? null : printInstant(createdMs),
        microsoftCrmIdentifier: isJsonObject(tracking) ? toText(tracking["microsoftMsxId"]) : "",
        content: json,
    };
};
export const isMicrosofts = ({ organizationId }) => organizationId.toLowerCase() === microsoftOrganizationId;
