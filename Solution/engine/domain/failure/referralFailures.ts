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
} as const satisfies Readonly<Record<string, FailureKind>>;
