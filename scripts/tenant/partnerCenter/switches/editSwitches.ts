/** What a change may do. */
export const editSwitches = {
  substatusTransitions: {
    values: ["strict", "asTabled"],
    default: "strict",
    unknown: "Strict: New to Accepted or Declined, Active to Won or Lost. The published table allows more pairs.",
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
  visibilityWithdrawal: {
    values: ["refused", "ignored", "accepted"],
    default: "refused",
    unknown: "Visibility to Microsoft sellers is one-way; whether the server enforces it is not said.",
  },
  statusReason: {
    values: ["optional", "required"],
    default: "optional",
    unknown: "Whether the API wants a reason for declined and lost, as the pages do.",
  },
  wonWithin72Hours: {
    values: ["accepted", "refused"],
    default: "accepted",
    unknown: "72 hours between creation and Won are asked of a registered deal; of others nothing is said.",
  },
  secondDealRegistration: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "registrations is a list, and every documented path has index 0.",
  },
  registrationFields: {
    values: ["asInFiles", "fewest"],
    default: "asInFiles",
    unknown: "Which fields a registration needs is said of files for bulk upload only.",
  },
  registrationEdits: {
    values: ["untilDecided", "always"],
    default: "untilDecided",
    unknown: "Whether a registration can be corrected after Microsoft's verdict.",
  },
  marketplaceTransactedRegistration: {
    values: ["accepted", "refused"],
    default: "accepted",
    unknown: "Deals transacted through the marketplace need no registration; whether one is refused is not said.",
  },
} as const;
