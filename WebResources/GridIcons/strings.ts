import { texts } from "../shared/language/texts";

/** What the icon of each state says; a script that draws icons answers at once, so it brings all languages along. */
export const strings = texts("icons", {
  blocked: "Not sent to Partner Center yet: something is missing",
  ready: "Ready to be sent to Partner Center",
  queued: "Waits to be sent to Partner Center",
  sending: "Being sent to Partner Center",
  waitingOnMicrosoft: "Shared in Partner Center; Microsoft has not answered yet",
  inSync: "In sync with Partner Center",
  changedHere: "Partner Center does not have the last change yet",
  changedAtMicrosoft: "Changed in Partner Center: open the opportunity to compare",
  conflict: "Changed on both sides: open the opportunity to compare",
  needsAttention: "Partner Center sync needs attention: open the opportunity to see why",
  closed: "Closed in Partner Center",
});
