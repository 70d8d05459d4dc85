import { flag, instant, list, number, oneOf, record, text } from "../referrals/Shape";

/** `Closed` is in the table of bulk files only, and has no time of its own in the swagger's history. */
export const registrationStatuses = [
  "ReviewPending",
  "ActionRequired",
  "Passed",
  "Failed",
  "Approved",
  "Closed",
] as const;

/** What a partner reports of a won deal to be rewarded for it. Source: the connector's swagger, `registrations`. */
const reported = {
  type: oneOf("AzureIPCoSell"),
  solutionDetails: list(
    record({
      id: text,
      currency: text,
      value: number,
      isDeployedOnAzure: flag,
      primaryDeploymentOn: oneOf("Customer", "Partner"),
      pricingModel: oneOf("PayAsYouGo", "Other"),
      marketplaceTransactionDetails: record({ isMarketplaceTransacted: flag, marketplaceTransactionDateTime: instant }),
    }),
  ),
  contract: record({
    currency: text,
    value: number,
    term: oneOf("Perpetual", "Finite"),
    startDateTime: instant,
    endDateTime: instant,
    signDateTime: instant,
  }),
} as const;

/** What the service adds. */
const ofService = {
  id: text,
  registrationDateTime: instant,
  status: oneOf(...registrationStatuses),
  statusReason: text,
  statusHistory: record({
    reviewPendingDateTime: instant,
    actionRequiredDateTime: instant,
    passedDateTime: instant,
    failedDateTime: instant,
    approvedDateTime: instant,
  }),
} as const;

export const dealRegistration = record({ ...reported, ...ofService });
