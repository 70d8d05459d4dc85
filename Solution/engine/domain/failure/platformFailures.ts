import { defect, forAdministrator, forSeller, passing, silent, type FailureKind } from "./FailureKind";

/** What the plug-in host and Dataverse refuse. */
export const platformFailures = {
  "http.network": silent("Partner Center could not be reached."),
  "http.notAllowed": defect("The plug-in host did not allow the call to Partner Center."),
  "http.timeout": silent("Partner Center did not answer in time."),
  "http.tooLarge": { ...defect("Partner Center's answer was too long."), mayHaveHappened: true },

  "host.neverEnded": defect("The work was begun several times and never came to its end."),
  "host.outOfTime": passing("There was no time left to finish."),
  "host.unexpected": defect("The plug-in host had an error of its own."),

  "dataverse.busy": passing("Dynamics 365 is too busy at the moment."),
  "dataverse.changedMeanwhile": passing("Somebody else changed the same row at the same moment."),
  "dataverse.columnUnknown": forAdministrator(
    "A setting of the connector names a column that does not exist.",
    "to correct that environment variable",
  ),
  "dataverse.duplicate": forAdministrator(
    "Dynamics 365 holds a row like this already and takes no second one.",
    "to look for the duplicate, or at the duplicate detection rules",
  ),
  "dataverse.noRight": {
    words: "You may not do this with the opportunity.",
    fix: "Ask your administrator for the role Co-sell Seller and for access to this opportunity.",
    owner: "administrator",
    retry: "person",
  },
  "dataverse.otherPlugIn": forAdministrator(
    "Another extension of Dynamics 365 kept the connector from storing its result.",
    "to look at the plug-in trace log for what refused it",
  ),
  "dataverse.refused": forAdministrator(
    "Dynamics 365 did not take what the connector wanted to store.",
    "to look at the plug-in trace log, often another plug-in or a business rule is the cause",
  ),
  "dataverse.rowGone": forAdministrator(
    "A row that the connector needs was deleted meanwhile.",
    "to check whether the opportunity and its referral link are still there",
  ),
  "dataverse.textTooLong": forSeller(
    "A text is longer than its column in Dynamics 365 takes.",
    "Shorten the text, in Dynamics 365 or in Partner Center, and save again.",
  ),
  "dataverse.timeout": passing("Dynamics 365 took too long to store the result."),
  "dataverse.valueOutOfRange": forSeller(
    "A number is larger or smaller than its column in Dynamics 365 takes.",
    "Check the deal value in Dynamics 365 and in Partner Center, and save again.",
  ),
} as const satisfies Readonly<Record<string, FailureKind>>;
