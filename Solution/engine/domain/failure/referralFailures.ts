import { forAdministrator, forSeller, type FailureKind } from "./FailureKind";

/** What keeps one deal from being equal on both sides, though nothing is broken. */
export const referralFailures = {
  "referral.answerDue": forSeller(
    "Microsoft offers this deal and waits for your answer.",
    "Accept or decline it in the co-sell panel before the days that are left have passed.",
  ),
  "referral.currencyUnknown": forAdministrator(
    "The deal has a currency in Partner Center that Dynamics 365 does not know.",
    "to add that currency, or choose the currency of the deal yourself",
  ),
  "referral.microsoftDeclined": forSeller(
    "Microsoft has declined to help with this deal.",
    "It stays shared, and Microsoft is not asked again in it: to ask once more, make a new opportunity. To go on alone, set How can Microsoft help? to blank.",
  ),
  "referral.microsoftExpired": forSeller(
    "Microsoft did not answer in time, and your request for help is over.",
    "The deal stays shared, and Microsoft is not asked again in it: to ask once more, make a new opportunity. To go on alone, set How can Microsoft help? to blank.",
  ),
  "referral.microsoftLost": forSeller(
    "Microsoft has closed its side of this deal as lost.",
    "Close the opportunity as lost, or go on alone: then set How can Microsoft help? to blank.",
  ),
  "referral.microsoftWon": forSeller(
    "Microsoft has closed its side of this deal as won.",
    "Close the opportunity as won once the customer has signed.",
  ),
  "referral.recordDeleted": {
    words: "The record was deleted in Dynamics 365, and its referral is still open in Partner Center.",
    fix: "Ask an administrator or operator to close the referral in Partner Center as won, lost or declined; the message is done then. To go on with the deal, keep the referral open there and tell Microsoft who looks after it.",
    owner: "administrator",
    retry: "person",
  },
} as const satisfies Readonly<Record<string, FailureKind>>;
