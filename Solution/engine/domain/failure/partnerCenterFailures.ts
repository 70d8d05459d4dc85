import { busy, defect, forAdministrator, forSeller, passing, signIn, silent, throttled, waits } from "./FailureKind";
import type { FailureKind } from "./FailureKind";

const checkDeal =
  "Check solutions, customer, value and close date, and save again. If all is right, ask your administrator to look at the plug-in trace log.";

const changedMeanwhile = passing("The deal kept changing in Partner Center while it was being updated.");

const checkStillThere = "to check in Partner Center whether the deal and the connector's user are still there";

const notUnderstood = (what: string): FailureKind =>
  defect(`Partner Center did not understand the connector: ${what}.`);

/** Documented error codes and statuses of the Referrals API. */
export const partnerCenterFailures = {
  "partnerCenter.accessDenied": forAdministrator(
    "The connector's Partner Center user may not do this.",
    "to give that user the role Referrals admin in Partner Center",
  ),
  "partnerCenter.bandwidthExceeded": throttled("Partner Center says that your company has sent too much for now."),
  "partnerCenter.conflict": forSeller(
    "Partner Center says that this contradicts something it holds already.",
    "Open the referral link and compare both sides; then save again.",
  ),
  "partnerCenter.gatewayTimeout": silent("A service behind Partner Center did not answer in time."),
  "partnerCenter.generalException": silent("Partner Center had an error of its own."),
  "partnerCenter.gone": forAdministrator("The referral was removed from Partner Center.", checkStillThere),
  "partnerCenter.insufficientClaims": signIn(
    "Your company's sign-in rules keep the connector out of Partner Center.",
    "to let the connector's user pass the conditional access rules, and to sign in again",
  ),
  "partnerCenter.invalidRequest": forSeller("Partner Center did not accept the deal as it is.", checkDeal),
  "partnerCenter.itemNotFound": forAdministrator(
    "The referral is no longer in Partner Center, or the connector's user may not see it.",
    checkStillThere,
  ),
  "partnerCenter.lengthRequired": notUnderstood("the length of a request was missing"),
  "partnerCenter.locked": busy("The referral is locked in Partner Center at the moment."),
  "partnerCenter.lookupIncomplete": busy("The connector could not make sure whether the deal was shared before."),
  "partnerCenter.mediaType": notUnderstood("the kind of data was not the expected one"),
  "partnerCenter.methodNotAllowed": notUnderstood("the deal takes no such request"),
  "partnerCenter.mfaRequired": signIn(
    "Partner Center asks for multi-factor authentication, and the connector signed in without it.",
    "to sign the connector in again with multi-factor authentication",
  ),
  "partnerCenter.notAcceptable": notUnderstood("it offers no answer that the connector reads"),
  "partnerCenter.notSupported": notUnderstood("it does not know the request"),
  "partnerCenter.preconditionFailed": changedMeanwhile,
  "partnerCenter.range": notUnderstood("the asked part of the data does not exist"),
  "partnerCenter.redirected": forAdministrator(
    "Partner Center's address has moved.",
    "to install the newest version of the connector",
  ),
  "partnerCenter.resourceModified": changedMeanwhile,
  "partnerCenter.serviceNotAvailable": silent("Partner Center is not available at the moment."),
  "partnerCenter.storageFull": silent("Partner Center could not store the deal."),
  "partnerCenter.throttled": throttled("Partner Center asked to send less at once."),
  "partnerCenter.tooLarge": forSeller(
    "The deal is larger than Partner Center takes.",
    "Shorten the description or remove solutions, and save again.",
  ),
  "partnerCenter.unauthenticated": signIn("Partner Center did not accept the connector's sign-in."),
  "partnerCenter.unexpected": defect("Partner Center gave an answer that the connector does not know."),
  "partnerCenter.unprocessable": forSeller("A value of the deal breaks a rule of Partner Center.", checkDeal),
  "partnerCenter.unreadable": { ...defect("Partner Center's answer could not be read."), mayHaveHappened: true },

  "budget.spent": {
    words: "The connector has used up the calls to Partner Center that your company allows it per day.",
    fix: `${waits} A new day begins at midnight UTC; your administrator can raise Daily call budget.`,
    owner: "administrator",
    retry: "throttled",
    isOwnLimit: true,
  },
} as const satisfies Readonly<Record<string, FailureKind>>;
