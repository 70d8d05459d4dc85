/** Who can end a failure. */
export type FailureOwner = "seller" | "administrator" | "microsoft" | "nobody";

/** One line of the failure catalogue. */
export interface FailureKind {
  /** What happened, for a seller. */
  words: string;
  /** What to do, and who can do it. */
  fix: string;
  owner: FailureOwner;
  /** Time alone may end it: it is tried again without a person. */
  isRetryable: boolean;
  /** The request may have been carried out although it failed, so the next attempt looks before it creates. */
  mayHaveHappened?: true;
}

const administratorFix = "Ask your administrator";
const sellerAsksAdministrator = (task: string): string => `${administratorFix} ${task}; then save again.`;
const waits = "Nothing is lost. Save the opportunity again in a few minutes to try again.";

const signIn = (words: string, task = "to sign the connector in to Partner Center again"): FailureKind => ({
  words,
  fix: sellerAsksAdministrator(task),
  owner: "administrator",
  isRetryable: false,
});

const busy = (words: string): FailureKind => ({ words, fix: waits, owner: "microsoft", isRetryable: true });

const silent = (words: string): FailureKind => ({ ...busy(words), mayHaveHappened: true });

const defect = (words: string): FailureKind => ({
  words,
  fix: sellerAsksAdministrator("to report this with the audit entry of this opportunity"),
  owner: "administrator",
  isRetryable: false,
});

const refusedDeal: FailureKind = {
  words: "Partner Center did not accept the deal as it is.",
  fix: "Check solutions, customer, value and close date, and save again. If all is right, ask your administrator to look at the audit entry.",
  owner: "seller",
  isRetryable: false,
};

const noRight: FailureKind = {
  words: "The connector's Partner Center user may not do this.",
  fix: sellerAsksAdministrator("to give that user the role Referrals admin in Partner Center"),
  owner: "administrator",
  isRetryable: false,
};

const goneReferral: FailureKind = {
  words: "The referral is no longer in Partner Center, or the connector's user may not see it.",
  fix: sellerAsksAdministrator("to check in Partner Center whether the deal and the connector's user are still there"),
  owner: "administrator",
  isRetryable: false,
};

const changedMeanwhile: FailureKind = {
  words: "The deal kept changing in Partner Center while it was being updated.",
  fix: waits,
  owner: "nobody",
  isRetryable: true,
};

/**
 * Every failure outside, by the code that Sync Messages and links hold. `partnerCenter.*` are the documented error codes and
 * statuses of the Referrals API, `token.*` those of Microsoft Entra, `http.*` and `host.*` of the plug-in host,
 * `dataverse.*` groups of platform codes.
 */
export const failureKinds = {
  "partnerCenter.accessDenied": noRight,
  "partnerCenter.insufficientClaims": signIn(
    "Your company's sign-in rules keep the connector out of Partner Center.",
    "to let the connector's user pass the conditional access rules, and to sign in again",
  ),
  "partnerCenter.mfaRequired": signIn(
    "Partner Center asks for multi-factor authentication, and the connector signed in without it.",
    "to sign the connector in again with multi-factor authentication",
  ),
  "partnerCenter.unauthenticated": signIn("Partner Center did not accept the connector's sign-in."),
  "partnerCenter.invalidRequest": refusedDeal,
  "partnerCenter.itemNotFound": goneReferral,
  "partnerCenter.preconditionFailed": changedMeanwhile,
  "partnerCenter.resourceModified": changedMeanwhile,
  "partnerCenter.serviceNotAvailable": silent("Partner Center is not available at the moment."),
  "partnerCenter.generalException": silent("Partner Center had an error of its own."),
  "partnerCenter.throttled": busy("Partner Center asked to send less at once."),
  "partnerCenter.conflict": {
    words: "Partner Center says that this contradicts something it holds already.",
    fix: "Open the referral link and compare both sides; then save again.",
    owner: "seller",
    isRetryable: false,
  },
  "partnerCenter.gone": goneReferral,
  "partnerCenter.locked": busy("The referral is locked in Partner Center at the moment."),
  "partnerCenter.tooLarge": {
    words: "The deal is larger than Partner Center takes.",
    fix: "Shorten the description or remove solutions, and save again.",
    owner: "seller",
    isRetryable: false,
  },
  "partnerCenter.notSupported": defect("Partner Center did not understand the connector's request."),
  "partnerCenter.storageFull": silent("Partner Center could not store the deal."),
  "partnerCenter.unreadable": { ...defect("Partner Center's answer could not be read."), mayHaveHappened: true },
  "partnerCenter.unexpected": defect("Partner Center gave an answer that the connector does not know."),
  "partnerCenter.lookupIncomplete": busy("The connector could not make sure whether the deal was shared before."),

  "token.revoked": signIn("The connector's sign-in to Partner Center was ended, for example by a new password."),
  "token.expired": signIn("The connector's sign-in to Partner Center has expired."),
  "token.mfaRequired": signIn(
    "Microsoft Entra asks for multi-factor authentication before the connector may sign in.",
    "to sign the connector in again with multi-factor authentication",
  ),
  "token.conditionalAccess": signIn(
    "Your company's sign-in rules keep the connector's user out.",
    "to let the connector's user pass the conditional access rules, and to sign in again",
  ),
  "token.userDisabled": signIn(
    "The Partner Center user of the connector is disabled or locked.",
    "to enable that user, or to sign in with another",
  ),
  "token.passwordExpired": signIn("The password of the connector's Partner Center user has expired."),
  "token.consentMissing": signIn(
    "The app registration may not use Partner Center for your company yet.",
    "to give admin consent to the app registration",
  ),
  "token.secretWrong": signIn(
    "The client secret of the app registration is wrong.",
    "to correct the environment variable Partner Center client secret",
  ),
  "token.secretExpired": signIn(
    "The client secret of the app registration has expired.",
    "to make a new client secret and to store it in the environment variable Partner Center client secret",
  ),
  "token.appUnknown": signIn(
    "The app registration of the connector does not exist in your company's directory.",
    "to correct the environment variables Partner Center client id and tenant id",
  ),
  "token.tenantUnknown": signIn(
    "The directory of the connector does not exist.",
    "to correct the environment variable Partner Center tenant id",
  ),
  "token.refused": signIn("Microsoft Entra refused the connector's sign-in."),
  "token.unavailable": busy("Microsoft Entra is not available, so the connector cannot sign in at the moment."),

  "connection.notSignedIn": signIn(
    "The connector is not signed in to Partner Center yet.",
    "to sign the connector in to Partner Center",
  ),
  "connection.settingsMissing": signIn(
    "The connector lacks settings for Partner Center.",
    "to fill in the environment variables Partner Center tenant id, client id and client secret",
  ),
  "connection.profileUnknown": signIn(
    "The Partner Center cloud profile is not one the connector knows.",
    "to set the environment variable Partner Center cloud profile to Commercial",
  ),

  "customize.failed": {
    words: "Your company's own customization did not let a change of Partner Center into Dynamics 365.",
    fix: sellerAsksAdministrator("to look at the custom API that the environment variable Customize API names"),
    owner: "administrator",
    isRetryable: true,
  },
  "customize.unknown": {
    words: "The custom API of your company that changes of Partner Center go through does not exist.",
    fix: sellerAsksAdministrator("to correct or empty the environment variable Customize API"),
    owner: "administrator",
    isRetryable: false,
  },
  "customize.unreadable": {
    words: "The custom API of your company that changes of Partner Center go through gave no record back.",
    fix: sellerAsksAdministrator("to make that custom API answer the record as a JSON object in its output Record"),
    owner: "administrator",
    isRetryable: false,
  },

  "http.timeout": silent("Partner Center did not answer in time."),
  "http.network": silent("Partner Center could not be reached."),
  "http.notAllowed": defect("The plug-in host did not allow the call to Partner Center."),
  "http.tooLarge": { ...defect("Partner Center's answer was too long."), mayHaveHappened: true },

  "host.outOfTime": {
    words: "There was no time left to finish.",
    fix: waits,
    owner: "nobody",
    isRetryable: true,
  },
  "host.unexpected": defect("The plug-in host had an error of its own."),

  "dataverse.refused": {
    words: "Dynamics 365 did not take what the connector wanted to store.",
    fix: sellerAsksAdministrator(
      "to look at the plug-in trace log, often another plug-in or a business rule is the cause",
    ),
    owner: "administrator",
    isRetryable: false,
  },
  "dataverse.noRight": {
    words: "You may not do this with the opportunity.",
    fix: "Ask your administrator for the role Co-sell Seller and for access to this opportunity.",
    owner: "administrator",
    isRetryable: false,
  },
  "dataverse.columnUnknown": {
    words: "A setting of the connector names a column that does not exist.",
    fix: sellerAsksAdministrator(
      "to correct the environment variables for deal value, currency and country code field names",
    ),
    owner: "administrator",
    isRetryable: false,
  },
  "dataverse.busy": {
    words: "Dynamics 365 is too busy at the moment.",
    fix: waits,
    owner: "nobody",
    isRetryable: true,
  },
  "dataverse.changedMeanwhile": {
    words: "Somebody else changed the same row at the same moment.",
    fix: "Save again.",
    owner: "seller",
    isRetryable: true,
  },
} as const satisfies Readonly<Record<string, FailureKind>>;

export type FailureCode = keyof typeof failureKinds;

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureKinds, code);

/** The catalogue's line; for a code of another version that of the unexpected. */
export const failureKind = (code: string): FailureKind =>
  failureKinds[isFailureCode(code) ? code : "partnerCenter.unexpected"];
