import { addDays } from "../values/calendarDay";
import { maxSolutions } from "../columns/Misfit";
import { toCountryCode } from "../opportunity/toCountryCode";
import { isCurrencyCode } from "../values/currencyCode";
import { isExactAsNumber, isNegative } from "../values/decimalText";
import { toFinding, type Finding } from "./Finding";
import type { FindingCode } from "./findingKinds";
import type { Person } from "../opportunity/Opportunity";
import type { ReferralDraft } from "./ReferralDraft";

type Check = (draft: ReferralDraft) => readonly Finding[];

const when = (isTrue: boolean, finding: () => Finding): Finding[] => (isTrue ? [finding()] : []);

const nameAndState: Check = ({ opportunity, isOpen, shared }) => [
  ...when(opportunity.name === "", () => toFinding("nameMissing")),
  ...when(!isOpen, () => toFinding(shared ? "closedHere" : "opportunityClosed")),
];

const solutions: Check = ({ opportunity }) => {
  const nameless = opportunity.solutions.filter(({ id }) => id === "");
  const names = nameless.map(({ name }) => (name === "" ? "a solution without name" : `“${name}”`));
  return [
    ...when(opportunity.solutions.length === 0, () => toFinding("solutionMissing")),
    ...when(nameless.length > 0, () => toFinding("solutionIdMissing", { details: names.join(", ") })),
    ...when(opportunity.solutions.length > maxSolutions, () => toFinding("tooManySolutions")),
  ];
};

/** A column as a seller finds it: by its label on the standard form, or by the name that a setting gives. */
const fieldOf = (column: string | undefined, standard: string, label: string): string =>
  column === undefined || column === standard ? label : `the column “${column}”`;

const customer: Check = ({ opportunity: { customer: account }, columns }) => {
  if (!account) return [toFinding("customerMissing")];
  const { country } = account;
  const field = fieldOf(columns?.country, "address1_country", "Country/Region");
  const isInvalid = country !== "" && toCountryCode(country) === null;
  return [
    ...when(account.name === "", () => toFinding("customerNameMissing")),
    ...when(country === "", () => toFinding("countryCodeMissing", { field })),
    ...when(isInvalid, () => toFinding("countryCodeInvalid", { country, field })),
  ];
};

const missingDetails = (person: Person): string =>
  (
    [
      ["first name", person.firstName],
      ["last name", person.lastName],
      ["phone number", person.phone],
      ["e-mail address", person.email],
    ] as const
  )
    .filter(([, value]) => value === "")
    .map(([label]) => label)
    .join(", ");

const contact: Check = ({ opportunity }) => {
  if (opportunity.help === null) return [];
  if (!opportunity.contact) return [toFinding("contactMissing")];
  const details = missingDetails(opportunity.contact);
  return when(details !== "", () => toFinding("contactIncomplete", { details }));
};

const owner: Check = ({ opportunity }) => {
  if (opportunity.owner === undefined) return [];
  const details = opportunity.owner
    ? missingDetails(opportunity.owner)
    : "a person's name, phone number, e-mail address";
  return when(details !== "", () => toFinding("ownerIncomplete", { details }));
};

const dealValue: Check = ({ opportunity: { dealValue: value }, columns }) => {
  const field = fieldOf(columns?.dealValue, "estimatedvalue", "Est. Revenue");
  const finding = (code: FindingCode): Finding => toFinding(code, { field }, columns?.dealValue);
  return [
    ...when(value === null, () => finding("dealValueMissing")),
    ...when(value !== null && isNegative(value), () => finding("dealValueNegative")),
    ...when(value !== null && !isExactAsNumber(value), () => finding("dealValueTooLarge")),
  ];
};

const currency: Check = ({ opportunity: { currency: code = "XXX" }, columns }) => {
  const field = fieldOf(columns?.currency, "transactioncurrencyid", "Currency");
  const isInvalid = code !== "" && !isCurrencyCode(code);
  return [
    ...when(code === "", () => toFinding("currencyMissing", { field }, columns?.currency)),
    ...when(isInvalid, () => toFinding("currencyInvalid", { currency: code, field }, columns?.currency)),
  ];
};

const closeDate: Check = ({ opportunity, isOpen, today, shared }) => {
  const day = opportunity.closeDate;
  if (day === null) return [toFinding("closeDateMissing")];
  // Somewhere on earth it is still yesterday, and the seller may be there.
  const isPast = isOpen && day < addDays(today, -1);
  // A deal that runs late must not hold back what else changed on it.
  return when(isPast, () => toFinding(shared ? "closeDateOverdue" : "closeDatePast"));
};

const consentAndVisibility: Check = ({ opportunity, shared }) => [
  ...when(!opportunity.hasConsent, () => toFinding("consentMissing")),
  ...when(opportunity.help !== null && !opportunity.isVisible && !shared?.isVisible, () =>
    toFinding("helpNeedsVisibility"),
  ),
  ...when(shared !== null && shared.isVisible && !opportunity.isVisible, () => toFinding("visibilityIsFinal")),
  ...when(shared === null && opportunity.marketplaceIntent === null, () => toFinding("marketplaceIntentMissing")),
];

const fixedFields: Check = ({ shared }) => {
  const details = (shared?.fixed ?? []).join(", ");
  return when(details !== "", () => toFinding("fixedAfterSharing", { details }));
};

const checks: readonly Check[] = [
  nameAndState,
  solutions,
  customer,
  contact,
  dealValue,
  currency,
  closeDate,
  consentAndVisibility,
  owner,
  fixedFields,
];

/** Everything that keeps this deal from Partner Center, or that its seller should know; blocking findings first. */
export const validateReferral = (draft: ReferralDraft): Finding[] => {
  const findings = checks.flatMap((check) => check(draft));
  return [
    ...findings.filter(({ severity }) => severity === "blocking"),
    ...findings.filter(({ severity }) => severity === "warning"),
  ];
};
