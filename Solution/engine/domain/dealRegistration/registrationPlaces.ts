/** A place of a registration that a map may fill. */
export interface RegistrationPlace {
  kind: "text" | "number" | "day" | "flag";
  /** As sellers know it, where the map's row has no words of its own. */
  label: string;
  /** No registration without it. */
  isRequired?: true;
  /** Said once, with the registration; there is no path to correct it. */
  isFixed?: true;
}

const contract = "/registrations/0/contract";
const solution = "/registrations/0/solutionDetails/0";
const marketplace = `${solution}/marketplaceTransactionDetails`;

/** The places that eligibility depends on. */
export const startPath = `${contract}/startDateTime`;
export const signPath = `${contract}/signDateTime`;
export const marketplacePath = `${marketplace}/isMarketplaceTransacted`;

/** Every documented place. Source: `registrations` in the Partner Center connector's swagger. */
export const registrationPlaces: Readonly<Record<string, RegistrationPlace>> = {
  [`${contract}/value`]: { kind: "number", label: "Contract value", isRequired: true },
  [`${contract}/currency`]: { kind: "text", label: "Contract currency", isFixed: true },
  [`${contract}/term`]: { kind: "text", label: "Contract term" },
  [startPath]: { kind: "day", label: "Contract start", isRequired: true },
  [`${contract}/endDateTime`]: { kind: "day", label: "Contract end" },
  [signPath]: { kind: "day", label: "Contract signed on", isRequired: true },
  [`${solution}/id`]: { kind: "text", label: "Solution sold", isRequired: true, isFixed: true },
  [`${solution}/value`]: { kind: "number", label: "Solution value", isRequired: true },
  [`${solution}/currency`]: { kind: "text", label: "Solution currency" },
  [`${solution}/isDeployedOnAzure`]: { kind: "flag", label: "Deployed on Azure" },
  [`${solution}/primaryDeploymentOn`]: { kind: "text", label: "Primary deployment on" },
  [`${solution}/pricingModel`]: { kind: "text", label: "Pricing model" },
  [marketplacePath]: { kind: "flag", label: "Sold through the marketplace" },
  [`${marketplace}/marketplaceTransactionDateTime`]: { kind: "day", label: "Sold through the marketplace on" },
};
