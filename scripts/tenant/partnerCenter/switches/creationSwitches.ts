/** What a new referral must hold. */
export const creationSwitches = {
  createdStatus: {
    values: ["200", "201"],
    default: "200",
    unknown: "Status of a successful POST: the connector's swagger says 200, the response-code page lists 201.",
  },
  ownCreateState: {
    values: ["activeAccepted", "asSent"],
    default: "activeAccepted",
    unknown: "The POST sample sends New/Pending and receives Active/Accepted; no rule is written down.",
  },
  newWithAccepted: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "The bulk import asks for New with Accepted, which the table of states forbids.",
  },
  validationStatus: {
    values: ["400", "422"],
    default: "400",
    unknown: "Both statuses are listed; which one a broken rule gets is not said.",
  },
  unknownProperties: {
    values: ["refused", "ignored"],
    default: "refused",
    unknown: "What the service does with a property it does not know. Refusing finds typing errors.",
  },
  marketplaceIntent: {
    values: ["required", "optional"],
    default: "required",
    unknown: "Bulk import requires the customer's marketplace intent; the API pages only show it.",
  },
  bulkImportColumns: {
    values: ["optional", "required"],
    default: "optional",
    unknown: "Whether the API demands what a bulk import demands: street, city, a team member with all details.",
  },
  unknownSolutions: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "No lookup of solution ids exists; that an unknown one is refused is inferred.",
  },
  duplicateExternalReference: {
    values: ["accepted", "conflict"],
    default: "accepted",
    unknown: "Whether the service notices two referrals with one external reference.",
  },
  salesStageFormat: {
    values: ["either", "names", "percent"],
    default: "either",
    unknown: "The swagger has Qualify, Develop, Propose, Close; answers in public hold percentages as text.",
  },
  servicesAttributes: {
    values: ["required", "notChecked"],
    default: "required",
    unknown:
      "A services co-sell deal needs PartnerRole, SolutionArea and SolutionPlay; how they are named on the wire is inferred.",
  },
  repeatedPost: {
    values: ["createsAgain", "sameReferral"],
    default: "createsAgain",
    unknown:
      "request-id is documented in words of idempotency; whether a POST with a known client-request-id creates again is not.",
  },
} as const;
