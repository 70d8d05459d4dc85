import type { KnownRegistration } from "../../../../../Solution/engine/domain/dealRegistration/KnownRegistration";
import {
  azurePath,
  marketplacePath,
  registrationPlaces,
  signPath,
  startPath,
  termPath,
} from "../../../../../Solution/engine/domain/dealRegistration/registrationPlaces";
import { emptyLinkState, type LinkMemory, type LinkState } from "../../../../../Solution/engine/domain/link/Link";
import type { ConverterName } from "../../../../../Solution/engine/domain/mapping/ConverterName";
import type { FieldMapping } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import type { ReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import type { ReferralState } from "../../../../../Solution/engine/domain/referral/Referral";
import { visibilityPath } from "../../../../../Solution/engine/domain/referral/referralPatch";

export const contractValuePath = "/registrations/0/contract/value";
export const currencyPath = "/registrations/0/contract/currency";

const converters: Readonly<Record<string, ConverterName>> = {
  text: "text",
  number: "number",
  day: "date",
  flag: "yesOrNo",
};

/** A row for every place of a registration, each with a column of its own. */
export const registrationMap: readonly FieldMapping[] = Object.entries(registrationPlaces).map(
  ([path, { kind, label }], index) => ({
    key: path,
    label,
    column: `new_column${index}`,
    crm: `new_column${index}`,
    opportunity: `/custom/new_column${index}`,
    referral: path,
    sent: "registration",
    converter: converters[kind] ?? "text",
    direction: "toPartnerCenter",
    conflictPolicy: null,
    defaultValue: "",
    converterDetail: "",
    condition: "",
  }),
);

/** A perpetual contract that lacks nothing. */
export const completeValues: ReferralValues = {
  [contractValuePath]: 90000,
  [currencyPath]: "NOK",
  [termPath]: "Perpetual",
  [signPath]: "2026-01-10T00:00:00Z",
  [startPath]: "2026-02-01T00:00:00Z",
  "/registrations/0/contract/endDateTime": null,
  "/registrations/0/solutionDetails/0/id": "SOL-10001-CFS",
  "/registrations/0/solutionDetails/0/value": 70000,
  "/registrations/0/solutionDetails/0/currency": "NOK",
  [azurePath]: true,
  "/registrations/0/solutionDetails/0/primaryDeploymentOn": "Customer",
  "/registrations/0/solutionDetails/0/pricingModel": "PayAsYouGo",
  [marketplacePath]: false,
};

export const won: ReferralState = { status: "Closed", substatus: "Won", reason: "", expiresOn: null, updatedOn: null };

/** Seen after it was won, three days old. */
export const unregistered: KnownRegistration = {
  isRegistered: false,
  status: "",
  reason: "",
  values: {},
  createdOn: "2026-01-15T12:00:00.000Z",
  closedOn: "2026-01-18T12:00:00.000Z",
};

export const registered = (changes: Partial<KnownRegistration> = {}): KnownRegistration => ({
  ...unregistered,
  isRegistered: true,
  status: "ReviewPending",
  values: completeValues,
  ...changes,
});

/** The link of a partner-led deal that both sides hold as won. */
export const wonLink = (memory: Partial<LinkMemory> = {}, link: Partial<LinkState> = {}): LinkState => ({
  ...emptyLinkState,
  referralId: "the-referral",
  ...link,
  memory: {
    ...emptyLinkState.memory,
    own: won,
    values: { [visibilityPath]: true },
    registration: unregistered,
    ...memory,
  },
});
