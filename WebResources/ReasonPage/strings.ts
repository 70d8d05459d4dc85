import { texts } from "../shared/language/texts";

/** Everything that the page says, besides the reasons, which are Partner Center's. */
export const strings = texts("reason", {
  pageTitle: "Co-sell – reason",
  why: "Reason",
  confirm: { decline: "Decline for good", closeLost: "Close as lost" },
  consequence: {
    decline: "Microsoft is told the reason. A declined referral cannot be taken up again.",
    closeLost:
      "The referral is closed in Partner Center with this reason, for good. Here, opportunities are closed as lost and leads are disqualified.",
  },
  cancel: "Cancel",
  closeByHand: "You can close this window now.",
  openedAlone:
    "This page asks for a reason when a referral is declined or closed as lost. Start from the command of a form or a list.",
});
