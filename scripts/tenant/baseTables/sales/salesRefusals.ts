import { DataverseError } from "../../dataverse/OrganizationService";

/**
 * The refusals of Sales. The first one's code and words are in Microsoft's list of web service error codes; of the others
 * the words are those that users report, the code is the one for arguments of any kind.
 */
export const salesRefusals = {
  stateNeedsMessage: (state: string) =>
    new DataverseError(
      "0x80100005",
      `This message can not be used to set the state of opportunity to ${state}. In order to set state of opportunity to ${state}, use the ${state} message instead.`,
      400,
    ),
  opportunityClosed: () => new DataverseError("0x80040203", "The opportunity has already been closed.", 400),
  leadClosed: () => new DataverseError("0x80040203", "The lead is already closed.", 400),
} as const;
