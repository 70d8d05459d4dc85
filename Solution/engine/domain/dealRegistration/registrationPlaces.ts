/** A place of a registration that a map may fill. */
export interface RegistrationPlace {
  kind: "text" | "number" | "day" | "flag";
  /** As sellers know it, where the map has no row for it. */
  label: string;
  /** Whether there is no registration without it; a contract that never ends needs no end. */
  required: "always" | "unlessPerpetual" | "never";
  /** Said once, with the registration; there is no path to correct it. */
  isFixed?: true;
}

const contract = "/registrations/0/contract";
const solution = "/registrations/0/solutionDetails/0";
const marketplace = `${solution}/marketplaceTransactionDetails`;

/** The places that eligibility depends on. */
export const termPath = `${contract}/term`;
export const startPath = `${contract}/startDateTime`;
export const signPath = `${contract}/signDateTime`;
export const azurePath = `${solution}/isDeployedOnAzure`;
export const marketplacePath = `${marketplace}/isMarketplaceTransacted`;

/**
 * Every documented place. Source: `registrations` in the Partner Center connector's swagger; what is required, from Partner
 * Center's page about bulk operations for deal registrations.
 */
export const registrationPlaces: Readonly<Record<string, RegistrationPlace>> = {
  [`${contract}/value`]: { kind: "number", label: "Contract value", required: "always" },
  [`${contract}/currency`]: { kind: "text", label: "Contract currency", required: "always", isFixed: true },
  [termPath]: { kind: "text", label: "Contract term", required: "always" },
  [signPath]: { kind: "day", label: "Contract signed on", required: "always" },
  [startPath]: { kind: "day", label: "Contract start", required: "always" },
  [`${contract}/endDateTime`]: { kind: "day", label: "Contract end", required: "unlessPerpetual" },
  [`${solution}/id`]: { kind: "text", label: "Solution sold", required: "always", isFixed: true },
  [`${solution}/value`]: { kind: "number", label: "Solution value", required: "always" },
  [`${solution}/currency`]: { kind: "text", label: "Solution currency", required: "always" },
  [azurePath]: { kind: "flag", label: "Deployed on Azure", required: "always" },
  [`${solution}/primaryDeploymentOn`]: { kind: "text", label: "Primary deployment on", required: "always" },
  [`${solution}/pricingModel`]: { kind: "text", label: "Pricing model", required: "always" },
  [marketplacePath]: { kind: "flag", label: "Sold through the marketplace", required: "always" },
  [`${marketplace}/marketplaceTransactionDateTime`]: {
    kind: "day",
    label: "Sold through the marketplace on",
    required: "never",
  },
};
