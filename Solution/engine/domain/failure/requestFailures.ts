import { defect, forSeller, type FailureKind } from "./FailureKind";

/** What keeps a seller's wish from being carried out, before anybody outside is asked. */
export const requestFailures = {
  "conflict.syncIsOff": forSeller(
    "The deal is not synced at the moment, so the conflict is still open.",
    "Turn on Sync with Partner Center, and decide again.",
  ),
  "conflict.notTaken": forSeller(
    "Dynamics 365 has no place for that value, so the conflict is still open.",
    "Decide for the value of Dynamics 365, or type another value in the field itself and save.",
  ),
  "conflict.over": forSeller(
    "This conflict is decided already, or you may not see it.",
    "Look at the form again: it shows the conflicts that are open.",
  ),
  "conflict.notUndone": forSeller(
    "That decision cannot be taken back by itself: it was about a list, a long text, a third value or a field that Partner Center takes only once, or nobody made it.",
    "Type the value that you want into the field and save: the conflict shows both earlier ones.",
  ),
  "conflict.undoClosed": forSeller(
    "The deal is closed, so what was decided stays as it is.",
    "Nothing needs to be done.",
  ),
  "conflict.undoOutdated": forSeller(
    "The field holds another value than the one that was decided for, so the decision was not taken back.",
    "Look at the field on both sides, and type the value that you want.",
  ),
  "request.answerUnknown": defect("The connector was given an answer that it does not know."),
  "request.busy": forSeller("Another run is at this deal, so this was not done.", "Try again in a moment."),
  "request.dealMissing": defect("The connector was not told which opportunity or lead this is about."),
  "request.linkGone": forSeller(
    "No record has this referral, or its referral link is gone or not finished.",
    "Look at the list of referral links again, and choose the record that should have the referral.",
  ),
  "request.moveClosed": forSeller(
    "The record that has the referral, or the one that should take it, is closed.",
    "Reopen it, or choose an open record, and try again.",
  ),
  "request.moveWithoutConsent": forSeller(
    "The customer has not agreed to be shared with Microsoft.",
    "Ask the customer, set Customer Consent to Share to Yes on the record that should take the referral, and try again.",
  ),
  "request.moveOtherTable": forSeller(
    "The referral of a lead goes to another lead only, and that of an opportunity to another opportunity.",
    "Choose a record of the same kind as the one that has the referral.",
  ),
  "request.moveReferralClosed": forSeller(
    "The referral is closed in Partner Center, which is final, so it stays where it is.",
    "Leave it there: there is nothing left to keep equal.",
  ),
  "request.moveShared": forSeller(
    "The record that should take the referral has a referral of its own.",
    "Choose another record, or take its own referral off it first.",
  ),
  "request.previewNeeded": forSeller(
    "This caller writes only what somebody has approved, and this call names no approved preview.",
    "Call Preview Change, let somebody approve what it shows, and give its digest along.",
  ),
  "request.previewOutdated": forSeller(
    "The deal is no longer as the preview showed it, so nothing was written.",
    "Look at a new preview, and approve that.",
  ),
} as const satisfies Readonly<Record<string, FailureKind>>;
