import type { FieldMap } from "../mapping/fieldMap";
import { readReferralValues } from "../mapping/mapReferral";
import type { Referral } from "../referral/Referral";
import { parseInstant, printInstant, type Instant } from "../values/instant";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import type { KnownRegistration } from "./KnownRegistration";

/** The rows of a map that fill a registration; none unless an administrator added some. */
export const registrationRows = (fieldMap: FieldMap): FieldMap =>
  fieldMap.filter(({ sent }) => sent === "registration");

const first = (list: Json | undefined): Json | null =>
  Array.isArray(list) ? ((list as readonly Json[])[0] ?? null) : null;

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const toInstant = (value: Json | undefined): Instant | null => {
  const ms = parseInstant(toText(value));
  return ms === null ? null : printInstant(ms);
};

/** Lists by number, so that the map's pointers lead into them. */
const byNumber = (registration: JsonObject): JsonObject => ({
  registrations: { 0: { ...registration, solutionDetails: { 0: first(registration["solutionDetails"]) } } },
});

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
  const registration = first(content["registrations"]);
  const isRegistered = isJsonObject(registration);
  if (!isRegistered && rows.length === 0) return null;
  return {
    isRegistered,
    status: isRegistered ? toText(registration["status"]) : "",
    reason: isRegistered ? toText(registration["statusReason"]) : "",
    values: isRegistered ? readReferralValues(byNumber(registration), rows) : {},
    createdOn,
    closedOn: toInstant(content["closedDateTime"]),
  };
};
