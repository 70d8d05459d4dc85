/**
 * Where the documentation is silent or contradicts itself, the sandbox takes a side and says so here. A client is right
 * only if it lives with every value. Each entry: the possible values, the one taken, and what is unknown.
 */
export const switchTable = {
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
  substatusTransitions: {
    values: ["strict", "asTabled"],
    default: "strict",
    unknown: "Strict: New to Accepted or Declined, Active to Won or Lost. The published table allows more pairs.",
  },
  validationStatus: {
    values: ["400", "422"],
    default: "400",
    unknown: "Both statuses are listed; which one a broken rule gets is not said.",
  },
  unsupportedPatchOperationStatus: {
    values: ["400", "422"],
    default: "400",
    unknown: "Only add and replace are supported; the refusal of the others is not described.",
  },
  patchPaths: {
    values: ["documented", "anyWritable"],
    default: "documented",
    unknown: "The connector offers a list of paths; the service may take more.",
  },
  unchangedPatch: {
    values: ["keepsETag", "newETag"],
    default: "keepsETag",
    unknown: "Whether a PATCH that changes nothing counts as a change.",
  },
  staleETagCode: {
    values: ["preconditionFailed", "resourceModified"],
    default: "preconditionFailed",
    unknown: "Both codes are described for an eTag mismatch.",
  },
  unauthenticatedCode: {
    values: ["unauthenticated", "unAuthorized"],
    default: "unauthenticated",
    unknown: "The table of codes and the sample on the same page differ.",
  },
  mfaClaim: {
    values: ["required", "notChecked"],
    default: "required",
    unknown: "Whether the 900421 refusal of user tokens without MFA reaches the Referrals host yet.",
  },
  appOnlyReferralCalls: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "Every page demands app and user; how an app-only token is refused is not shown.",
  },
  clientRequestId: {
    values: ["required", "optional"],
    default: "required",
    unknown: "Documented as required; some published samples leave it out.",
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
  assistanceRequestCodePlace: {
    values: ["eitherReferral", "microsoftReferral", "ownReferral"],
    default: "eitherReferral",
    unknown: "Which referral of a co-sell deal says what help is asked for.",
  },
  secondInvitation: {
    values: ["accepted", "conflict"],
    default: "accepted",
    unknown: "Whether a second invitation of Microsoft into one engagement is refused.",
  },
  duplicateExternalReference: {
    values: ["accepted", "conflict"],
    default: "accepted",
    unknown: "Whether the service notices two referrals with one external reference.",
  },
  invitationFromIndependent: {
    values: ["becomesShared", "refused"],
    default: "becomesShared",
    unknown: "How a private or partner-led deal becomes a co-sell deal: type is not patchable.",
  },
  visibilityWithdrawal: {
    values: ["refused", "ignored", "accepted"],
    default: "refused",
    unknown: "Visibility to Microsoft sellers is one-way; whether the server enforces it is not said.",
  },
  microsoftReferrals: {
    values: ["shown", "hidden"],
    default: "shown",
    unknown: "Whether the partner may read Microsoft's referral of a common engagement.",
  },
  microsoftReferralFields: {
    values: ["all", "withoutTeams"],
    default: "all",
    unknown: "Which fields of Microsoft's referral are masked.",
  },
  microsoftReferralPatch: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "Whether the partner may change Microsoft's referral.",
  },
  salesStageFormat: {
    values: ["either", "names", "percent"],
    default: "either",
    unknown: "The swagger has Qualify, Develop, Propose, Close; answers in public hold percentages as text.",
  },
  relatedLinkQuotes: {
    values: ["unquoted", "quoted"],
    default: "unquoted",
    unknown: "The related-referrals link is documented with quotes around the engagement id and returned without.",
  },
  externalReferenceIdFilter: {
    values: ["accepted", "refused"],
    default: "accepted",
    unknown: "externalReferenceId is on no list of filterable fields.",
  },
  odataCount: {
    values: ["total", "page"],
    default: "total",
    unknown: "Samples show @odata.count equal to the rows of the page while a next page exists.",
  },
  pageSize: {
    values: ["100", "200"],
    default: "100",
    unknown: "100 is documented as the maximum; an integrator asks for 200.",
  },
  secondRegistration: {
    values: ["refused", "overwrites"],
    default: "refused",
    unknown: "What POST does while a webhook registration exists.",
  },
  earlierRefreshToken: {
    values: ["staysValid", "revoked"],
    default: "staysValid",
    unknown: "Entra keeps a redeemed refresh token valid; a client must survive the stricter way too.",
  },
} as const;

export type SwitchName = keyof typeof switchTable;
export type Switches = { [Name in SwitchName]: (typeof switchTable)[Name]["values"][number] };

export const switchNames = Object.keys(switchTable) as SwitchName[];

/** Every switch at its default, but for those given. */
export function setSwitches(given: Partial<Switches> = {}): Switches {
  const defaults = Object.fromEntries(switchNames.map((name) => [name, switchTable[name].default])) as Switches;
  return { ...defaults, ...given };
}

/** Whether this text names a switch and one of its values. */
export function isSwitchSetting(name: string, value: unknown): boolean {
  if (!Object.hasOwn(switchTable, name)) return false;
  const values: readonly unknown[] = switchTable[name as SwitchName].values;
  return values.includes(value);
}
