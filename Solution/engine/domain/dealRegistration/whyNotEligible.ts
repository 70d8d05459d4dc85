import type { LinkState } from "../link/Link";
import { labelAt, type FieldMap } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { visibilityPath } from "../referral/referralPatch";
import { msBetween } from "../values/instant";
import { isBlank } from "../values/isBlank";
import type { Json } from "../values/Json";
import {
  azurePath,
  marketplacePath,
  registrationPlaces,
  signPath,
  startPath,
  termPath,
  type RegistrationPlace,
} from "./registrationPlaces";

/** What eligibility is judged by. */
export interface RegistrationFacts {
  state: LinkState;
  wanted: ReferralValues;
  fieldMap: FieldMap;
}

const minimumAgeMs = 72 * 3_600_000;

/** A co-sell deal needs Microsoft; without an invitation the deal is partner-led. */
const isMicrosoftMissing = ({ microsoftReferralId, memory }: LinkState): boolean =>
  microsoftReferralId !== null && !["Accepted", "Won"].includes(memory.microsoft?.substatus ?? "");

const isTooEarly = ({ memory: { registration } }: LinkState): boolean => {
  if (registration === null || registration.createdOn === null || registration.closedOn === null) return false;
  return msBetween(registration.createdOn, registration.closedOn) < minimumAgeMs;
};

const dayOf = (value: Json | undefined): string => (typeof value === "string" ? value.slice(0, 10) : "");

const startsBeforeSignature = (values: ReferralValues): boolean =>
  dayOf(values[startPath]) !== "" && dayOf(values[startPath]) < dayOf(values[signPath]);

const labelOf = (path: string, fieldMap: FieldMap): string => {
  const label = labelAt(path, fieldMap);
  return label === path ? (registrationPlaces[path]?.label ?? path) : label;
};

const isRequired = ({ required }: RegistrationPlace, term: Json | undefined): boolean =>
  required === "always" || (required === "unlessPerpetual" && !isBlank(term) && term !== "Perpetual");

const missingLabels = ({ wanted, fieldMap }: RegistrationFacts): string[] =>
  Object.entries(registrationPlaces)
    .filter(([path, place]) => isRequired(place, wanted[termPath]) && isBlank(wanted[path]))
    .map(([path]) => labelOf(path, fieldMap));

/** Why Partner Center takes no registration with these values, made or corrected. */
export const whyNotAccepted = (values: ReferralValues): string[] => [
  ...(values[marketplacePath] === true ? ["A deal sold through the marketplace needs no registration."] : []),
  ...(values[azurePath] === false ? ["Only a solution that is deployed on Azure earns an incentive."] : []),
  ...(startsBeforeSignature(values) ? ["The contract starts before it is signed."] : []),
];

/**
 * Why a won deal is not registered, in words for sellers; none where it may be. Whether a solution earns an incentive only
 * Partner Center knows. Source: register-deals and manage-co-sell-opportunities of Partner Center.
 */
export const whyNotEligible = (facts: RegistrationFacts): string[] => {
  const { state, wanted } = facts;
  const missing = missingLabels(facts);
  return [
    ...(state.memory.values[visibilityPath] === true
      ? []
      : ["Microsoft’s sellers cannot see the deal, and a private deal earns no incentive."]),
    ...(isMicrosoftMissing(state) ? ["Microsoft was asked for help and has not accepted the deal."] : []),
    ...(isTooEarly(state) ? ["The deal was won within 72 hours after it was shared."] : []),
    ...(missing.length > 0 ? [`These fields are empty: ${missing.join(", ")}.`] : []),
    ...whyNotAccepted(wanted),
  ];
};
