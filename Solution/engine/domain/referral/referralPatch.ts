import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { Difference, LinkMemory } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { isBlank } from "../values/isBlank";
import { isEmptyJson } from "../values/isEmptyJson";
import { isJsonObject, type Json } from "../values/Json";
import { sameJson } from "../values/sameJson";

/** One operation of RFC 6902; Partner Center takes these two only. */
export type PatchOperation = { op: "add" | "replace"; path: string; value: Json };

/** The own consent to be seen by Microsoft's sellers, which nobody can take back. */
export const visibilityPath = "/consent/consentToShareReferralWithMicrosoftSellers";

/** An amount's currency. */
export const currencyPath = "/details/currency";

/** The help Microsoft was asked for. */
export const helpPath = "/inviteContext/assistanceRequestCode";

/** Whether Partner Center takes changes of the field, and from here. */
const isPatchable = ({ sent, direction }: FieldMapping): boolean =>
  sent === "always" && (direction === "both" || direction === "toPartnerCenter");

/** Whether this side still owes the other its value: not when the seller has seen the other's and left the own as it was. */
const isOwed = (value: Json, agreed: Json, difference: Difference | undefined): boolean =>
  !sameJson(value, agreed) &&
  (difference === undefined || !(sameJson(value, difference.here) || sameJson(value, difference.there)));

/** The wanted values as far as they may be sent at all: a visible deal stays visible. */
export const sendable = (wanted: ReferralValues, agreed: ReferralValues): ReferralValues =>
  agreed[visibilityPath] === true ? { ...wanted, [visibilityPath]: true } : wanted;

/** Nobody in the CRM to name: the people in Partner Center stay. It takes no empty currency either, and keeps its own. */
const isUnsayable = ({ converter, referral }: FieldMapping, value: Json): boolean =>
  converter === "owner" ? isEmptyJson(value) : referral === currencyPath && isBlank(value);

/** What changed here since both sides agreed, as the shortest patch that makes Partner Center equal. */
export const toPatch = (
  wanted: ReferralValues,
  { values: agreed, differences }: Pick<LinkMemory, "values" | "differences">,
  fieldMap: FieldMap,
): PatchOperation[] => {
  const values = sendable(wanted, agreed);
  return fieldMap.filter(isPatchable).flatMap((row): PatchOperation[] => {
    const path = row.referral;
    const value = values[path] ?? null;
    const before = agreed[path] ?? null;
    if (!Object.hasOwn(values, path) || isUnsayable(row, value)) return [];
    if (!isOwed(value, before, differences[path])) return [];
    return [{ op: isBlank(before) ? "add" : "replace", path, value }];
  });
};

/** Of a member of a team, in small letters; empty where there is none. */
export const emailOf = (member: Json): string => {
  const email = isJsonObject(member) ? member["email"] : null;
  return typeof email === "string" ? email.trim().toLowerCase() : "";
};

/** The items of a list; none where there is no list. */
export const asList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** A list of people is replaced as a whole, so the members that only Partner Center knows are sent along. */
export const withOtherMembers = (
  patch: readonly PatchOperation[],
  { lists, values }: Pick<LinkMemory, "lists" | "values">,
): PatchOperation[] =>
  patch.map((operation) => {
    const known = lists[operation.path];
    if (known === undefined) return operation;
    const own = asList(operation.value);
    const replaced = [...own, ...asList(values[operation.path])].map(emailOf);
    const others = known.filter((member) => !replaced.includes(emailOf(member)));
    return others.length === 0 ? operation : { ...operation, value: [...own, ...others] };
  });

/** Labels of what changed here and cannot follow, because Partner Center fixes it when a referral is made. */
export const toFixedLabels = (wanted: ReferralValues, agreed: ReferralValues, fieldMap: FieldMap): string[] =>
  fieldMap
    .filter(({ sent, direction }) => sent !== "always" && sent !== "registration" && direction !== "toDynamics365")
    // Help that was never asked for is not fixed yet.
    .filter(({ referral }) => referral !== helpPath || (agreed[helpPath] ?? null) !== null)
    .filter(({ referral }) => !sameJson(wanted[referral], agreed[referral]))
    .map(({ label }) => label);
