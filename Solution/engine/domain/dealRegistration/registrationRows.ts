import type { FieldMap } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import type { PatchOperation } from "../referral/referralPatch";
import { filterEntries } from "../values/filterEntries";
import type { Json } from "../values/Json";

/** Where a registration is added: the end of the list. */
export const registrationPath = "/registrations/-";

/** The rows of a map that fill a registration; none unless an administrator added some. */
export const registrationRows = (fieldMap: FieldMap): FieldMap =>
  fieldMap.filter(({ sent }) => sent === "registration");

/** The values of the map that a patch brings; a registration brings all that it is made of. */
export const toSentValues = (
  patch: readonly PatchOperation[],
  wanted: ReferralValues,
  fieldMap: FieldMap,
): ReferralValues => {
  const registered = patch.some(({ path }) => path === registrationPath) ? registrationRows(fieldMap) : [];
  const paths = [...patch.map(({ path }) => path), ...registered.map(({ referral }) => referral)];
  return Object.fromEntries(
    paths.filter((path) => Object.hasOwn(wanted, path)).map((path): [string, Json] => [path, wanted[path] ?? null]),
  );
};

/** Values without those that wait for the deal to be won. */
export const withoutRegistration = (values: ReferralValues, fieldMap: FieldMap): ReferralValues => {
  const paths = registrationRows(fieldMap).map(({ referral }) => referral);
  return filterEntries(values, (path) => !paths.includes(path));
};
