import { printCrmValue } from "../mapping/crmValue";
import type { FieldMapping } from "../mapping/fieldMap";
import type { DealRecord } from "../opportunity/DealRecord";
import type { PatchOperation } from "../referral/referralPatch";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import { writePointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";
import type { KnownRegistration } from "./KnownRegistration";
import { registrationRows } from "./readRegistration";
import { registrationPlaces } from "./registrationPlaces";
import { isBlank, whyNotEligible, type RegistrationFacts } from "./whyNotEligible";

/** Where a registration is added: the end of the list. */
export const registrationPath = "/registrations/-";

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
const decided: readonly string[] = ["Passed", "Failed", "Approved"];

/** Constants come with every deal: they ask for nothing. */
const isAskedFor = (rows: readonly FieldMapping[], { wanted }: RegistrationFacts): boolean =>
  rows.some(({ converter, referral }) => {
    const value = wanted[referral];
    return converter !== "constant" && !isBlank(value) && value !== false;
  });

const memberOf = (json: Json | undefined, name: string): Json => (isJsonObject(json) ? (json[name] ?? null) : null);

const toBody = (rows: readonly FieldMapping[], { wanted }: RegistrationFacts): JsonObject => {
  const tree = rows
    .filter(({ referral }) => !isBlank(wanted[referral]))
    .reduce<JsonObject>((body, { referral }) => writePointer(body, referral, wanted[referral] ?? null), {});
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

const correct = (
  rows: readonly FieldMapping[],
  known: KnownRegistration,
  { wanted }: RegistrationFacts,
): RegistrationPlan => {
  const differing = rows.filter(
    ({ referral }) => !isBlank(wanted[referral]) && !sameJson(wanted[referral] ?? null, known.values[referral] ?? null),
  );
  const patch = differing
    .filter((row) => isCorrectable(row, known))
    .map(({ referral: path }): PatchOperation => {
      const op = isBlank(known.values[path]) ? "add" : "replace";
      return { op, path, value: wanted[path] ?? null };
    });
  const left = differing.filter((row) => !isCorrectable(row, known));
  const labels = left.map(({ label, referral }) => `${label} (${printCrmValue(wanted[referral] ?? null)})`);
  const held =
    left.length === 0 ? [] : [`The deal is registered, and these values can follow no more: ${labels.join(", ")}.`];
  return { patch, held, left };
};

/**
 * What is to be done about the registration of a deal that both sides hold as won. A deal is registered at most once, and only
 * where the map has places for it and the seller filled one.
 */
export const planRegistration = (
  facts: RegistrationFacts & { deal: Pick<DealRecord, "table" | "state"> },
): RegistrationPlan => {
  const { deal, state, fieldMap } = facts;
  const { own, registration } = state.memory;
  const isWon = own?.status === "Closed" && own.substatus === "Won" && deal.state === "won";
  const rows = registrationRows(fieldMap);
  if (!isWon || deal.table === "lead" || !isAskedFor(rows, facts)) return nothing;
  if (registration?.isRegistered === true) return correct(rows, registration, facts);
  const held = whyNotEligible(facts);
  if (held.length > 0) return { ...nothing, held };
  return { ...nothing, patch: [{ op: "add", path: registrationPath, value: toBody(rows, facts) }] };
};
