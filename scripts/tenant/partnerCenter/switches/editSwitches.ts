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
} as const;
