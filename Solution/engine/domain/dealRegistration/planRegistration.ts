import { printCrmValue } from "../mapping/crmValue";
import type { FieldMapping } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import type { SyncRecord } from "../opportunity/SyncRecord";
import type { PatchOperation } from "../referral/referralPatch";
import { isBlank } from "../values/isBlank";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import { writePointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";
import type { KnownRegistration } from "./KnownRegistration";
import { registrationPath, registrationRows } from "./registrationRows";
import { registrationPlaces } from "./registrationPlaces";
import { whyNotAccepted, whyNotEligible, type RegistrationFacts } from "./whyNotEligible";

/** What a won deal's registration still lacks, and why it lacks more. */
export interface RegistrationPlan {
  patch: readonly PatchOperation[];
  /** In words for sellers. */
  held: readonly string[];
  /** Rows whose value differs there and can follow no more. */
  left: readonly FieldMapping[];
}

const nothing: RegistrationPlan = { patch: [], held: [], left: [] };

/** Verdicts after which a registration is not corrected; one that is not known yet is tried. */
const decided: readonly string[] = ["Passed", "Failed", "Approved", "Closed"];

/** Only what a seller fills in for it asks for a registration: constants and the values of the referral come with every deal. */
const isAskedFor = (rows: readonly FieldMapping[], { wanted }: RegistrationFacts): boolean =>
  rows.some(({ opportunity, referral }) => {
    const value = wanted[referral];
    return opportunity.startsWith("/custom/") && !isBlank(value) && value !== false;
  });

const memberOf = (json: Json | undefined, name: string): Json => (isJsonObject(json) ? (json[name] ?? null) : null);

const filled = (rows: readonly FieldMapping[], wanted: ReferralValues): ReferralValues =>
  Object.fromEntries(
    rows.map(({ referral }) => [referral, wanted[referral] ?? null] as const).filter(([, value]) => !isBlank(value)),
  );

const toBody = (values: ReferralValues): JsonObject => {
  const tree = Object.entries(values).reduce<JsonObject>((body, [path, value]) => writePointer(body, path, value), {});
  const registration = memberOf(tree["registrations"], "0");
  return {
    type: "AzureIPCoSell",
    solutionDetails: [memberOf(memberOf(registration, "solutionDetails"), "0")],
    contract: memberOf(registration, "contract"),
  };
};

/** Whether a value of the registration can be corrected. */
export const isCorrectable = ({ referral }: FieldMapping, { status }: KnownRegistration): boolean =>
  registrationPlaces[referral]?.isFixed !== true && !decided.includes(status);

const toLeftWords = (left: readonly FieldMapping[], wanted: ReferralValues): string[] => {
  const labels = left.map(({ label, referral }) => `${label} (${printCrmValue(wanted[referral] ?? null)})`);
  return left.length === 0 ? [] : [`These values can follow no more: ${labels.join(", ")}.`];
};

/** What was sent once is not sent again, though Partner Center may write it another way. */
const correct = (
  rows: readonly FieldMapping[],
  known: KnownRegistration,
  { wanted, state }: RegistrationFacts,
): RegistrationPlan => {
  const ours = filled(rows, wanted);
  const isThere = (path: string): boolean =>
    [known.values, state.memory.values].some((values) => sameJson(values[path], ours[path]));
  const differing = rows.filter(({ referral }) => Object.hasOwn(ours, referral) && !isThere(referral));
  const left = differing.filter((row) => !isCorrectable(row, known));
  const patch = differing
    .filter((row) => isCorrectable(row, known))
    .map(({ referral: path }): PatchOperation => {
      const op = isBlank(known.values[path]) ? "add" : "replace";
      return { op, path, value: ours[path] ?? null };
    });
  const refused = patch.length === 0 ? [] : whyNotAccepted({ ...known.values, ...ours });
  return { patch: refused.length === 0 ? patch : [], held: [...toLeftWords(left, wanted), ...refused], left };
};

/**
 * What is to be done about the registration of a deal that both sides hold as won. A deal is registered at most once, and only
 * where the map has places for it and the seller filled one.
 */
export const planRegistration = (
  facts: RegistrationFacts & { deal: Pick<SyncRecord, "table" | "state"> },
): RegistrationPlan => {
  const { deal, state, wanted, fieldMap } = facts;
  const { own, registration } = state.memory;
  const isWon = own?.status === "Closed" && own.substatus === "Won" && deal.state === "won";
  const rows = registrationRows(fieldMap);
  if (!isWon || deal.table === "lead" || !isAskedFor(rows, facts)) return nothing;
  if (registration?.isRegistered === true) return correct(rows, registration, facts);
  const held = whyNotEligible(facts);
  if (held.length > 0) return { ...nothing, held };
  return { ...nothing, patch: [{ op: "add", path: registrationPath, value: toBody(filled(rows, wanted)) }] };
};
