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
  "request.answerUnknown": defect("The connector was given an answer that it does not know."),
  "request.busy": forSeller("Another run is at this deal, so this was not done.", "Try again in a moment."),
  "request.dealMissing": defect("The connector was not told which opportunity or lead this is about."),
  "request.previewNeeded": forSeller(
    "This caller writes only what somebody has approved, and this call names no approved preview.",
    "Call Preview Change, let somebody approve what it shows, and give its digest along.",
  ),
  "request.previewOutdated": forSeller(
    "The deal is no longer as the preview showed it, so nothing was written.",
    "Look at a new preview, and approve that.",
  ),
} as const satisfies Readonly<Record<string, FailureKind>>;
