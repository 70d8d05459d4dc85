import type { FieldMap } from "../mapping/fieldMap";
import type { Json } from "../values/Json";
import type { Difference } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { sameJson } from "../values/sameJson";

/** One operation of RFC 6902; Partner Center takes these two only. */
export type PatchOperation = { op: "add" | "replace"; path: string; value: Json };

/** The own consent to be seen by Microsoft's sellers, which nobody can take back. */
export const visibilityPath = "/consent/consentToShareReferralWithMicrosoftSellers";

/** The help Microsoft was asked for. */
export const helpPath = "/inviteContext/assistanceRequestCode";

/** Places that Partner Center takes changes of. */
export const patchablePlaces = (fieldMap: FieldMap): string[] =>
  fieldMap.filter(({ sent }) => sent === "always").map(({ referral }) => referral);

const isEmpty = (value: Json): boolean => value === null || value === "";

/** Whether this side still owes the other its value: not when the seller has seen the other's and left the own as it was. */
const isOwed = (value: Json, agreed: Json, difference: Difference | undefined): boolean =>
  !sameJson(value, agreed) &&
  (difference === undefined || !(sameJson(value, difference.here) || sameJson(value, difference.there)));

/** The wanted values as far as they may be sent at all: a visible deal stays visible. */
export const sendable = (wanted: ReferralValues, agreed: ReferralValues): ReferralValues =>
  agreed[visibilityPath] === true ? { ...wanted, [visibilityPath]: true } : wanted;

/** What changed here since both sides agreed, as the shortest patch that makes Partner Center equal. */
export const toPatch = (
  wanted: ReferralValues,
  agreed: ReferralValues,
  fieldMap: FieldMap,
  differences: Readonly<Record<string, Difference>> = {},
): PatchOperation[] => {
  const values = sendable(wanted, agreed);
  return patchablePlaces(fieldMap).flatMap((path): PatchOperation[] => {
    const value = values[path] ?? null;
    const before = agreed[path] ?? null;
    if (!isOwed(value, before, differences[path])) return [];
    return [{ op: isEmpty(before) ? "add" : "replace", path, value }];
  });
};

/** Labels of what changed here and cannot follow, because Partner Center fixes it when a referral is made. */
export const toFixedLabels = (wanted: ReferralValues, agreed: ReferralValues, fieldMap: FieldMap): string[] =>
  fieldMap
    .filter(({ sent }) => sent !== "always")
    // Help that was never asked for is not fixed yet.
    .filter(({ referral }) => referral !== helpPath || (agreed[helpPath] ?? null) !== null)
    .filter(({ referral }) => !sameJson(wanted[referral] ?? null, agreed[referral] ?? null))
    .map(({ label }) => label);

/** The agreed values after Partner Center took a patch. */
export const applyPatch = (agreed: ReferralValues, patch: readonly PatchOperation[]): ReferralValues => ({
  ...agreed,
  ...Object.fromEntries(patch.map(({ path, value }) => [path, value])),
});
