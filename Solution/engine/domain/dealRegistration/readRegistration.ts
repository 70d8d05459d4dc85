import type { FieldMap } from "../mapping/fieldMap";
import { readReferralValues } from "../mapping/mapReferral";
import type { Referral } from "../referral/Referral";
import { parseInstant, printInstant, type Instant } from "../values/instant";
import { isJsonObject, type Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import type { KnownRegistration } from "./KnownRegistration";
import { registrationRows } from "./registrationRows";

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toInstant = (value: Json | undefined): Instant | null => {
  const ms = parseInstant(toText(value));
  return ms === null ? null : printInstant(ms);
};

/**
 * What a referral tells of its registration. Null where there is nothing to tell: the deal is not won, the answer leaves values
 * out, or nobody registers anything.
 */
export const readRegistration = (
  { content, state, createdOn }: Referral,
  fieldMap: FieldMap,
): KnownRegistration | null => {
  const rows = registrationRows(fieldMap);
  const isWon = state.status === "Closed" && state.substatus === "Won";
  if (!isWon || !isJsonObject(content["details"])) return null;
  const registration = readPointer(content, "/registrations/0");
  const isRegistered = isJsonObject(registration);
  if (!isRegistered && rows.length === 0) return null;
  return {
    isRegistered,
    status: isRegistered ? toText(registration["status"]) : "",
    reason: isRegistered ? toText(registration["statusReason"]) : "",
    values: isRegistered ? readReferralValues(content, rows) : {},
    createdOn,
    closedOn: toInstant(content["closedDateTime"]),
  };
};
