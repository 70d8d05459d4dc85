import { securityRoles } from "../../../Solution/engine/domain/schema";
import { counted, pattern, texts } from "../language/texts";
import type { TransportFailure } from "./DataClient";

/** Everything the form script says. Each problem tells what happened, what to do, and who can do it. */
export const words = texts("forms", {
  sending: "Sending to Microsoft Partner Center…",
  carryingOut: "Telling Microsoft Partner Center…",
  stillSending: "Still sending to Microsoft Partner Center. Your changes are saved; you can go on working.",
  sentElsewhere: "Partner Center takes longer than usual. Refresh the form in a few minutes to see the result.",
  offered: "Microsoft offers this deal to you.",
  daysToAnswer: counted("This is the last day to answer.", "You have {0} days to answer."),
  seeTab: "Open the Microsoft Partner Center tab to see what to do.",
  heldThere: "Partner Center holds something that is not here. Open the Microsoft Partner Center tab to see it.",
  blocked: "Saved, but not sent to Partner Center yet.",
  othersBlocked: pattern("There are {0} items like this."),
  queued: "Saved; it waits to be sent to Partner Center.",
  waitingOnMicrosoft: "Shared in Microsoft Partner Center. Microsoft has not answered yet.",
  inSync: "In sync with Microsoft Partner Center.",
  changedHere: "Saved. Partner Center does not have the change yet.",
  conflict: "Changed here and in Partner Center.",
  needsAttention: "Not in sync with Microsoft Partner Center.",
  closed: "Closed in Microsoft Partner Center.",
  stale: {
    title: "Changed since you opened this form",
    empty: pattern("{0} is empty by now."),
    now: pattern("{0} is {1} by now."),
    text: pattern(
      "{0} Microsoft or a colleague changed that after you opened this form. " +
        "If you save, your values replace it, here and in Partner Center.",
    ),
    confirm: "Save mine",
    cancel: "Don't save",
    notSaved: pattern("Not saved. {0} To take that, refresh the form; to keep yours, save again."),
  },
  visibilityQuestion: {
    title: "Show this referral to Microsoft sellers?",
    text: "Microsoft sellers will see the deal and the customer. Once it is sent, this can't be undone.",
    confirm: "Show to Microsoft",
    cancel: "Keep private",
  },
  helpQuestion: {
    title: "Ask Microsoft for help?",
    text:
      "Asking for help shows this referral to Microsoft sellers: they will see the deal and the customer. " +
      "Once it is sent, this can't be undone.",
    confirm: "Ask for help",
    cancel: "Don't ask",
  },
  visibilityIsFinal:
    "This referral stays visible: Microsoft sellers may already have seen it, and Partner Center can't take that back. " +
    "Nothing else was changed.",
  fieldNotHere: "This column is not on the form you use. Ask your Dynamics 365 administrator to add it.",
  savedNotSent: "Your changes are saved but not sent.",
});

/** What a seller reads when the call itself came to nothing. The save has succeeded in all these cases. */
export const transportFailureWords: Readonly<Record<TransportFailure, string>> = texts("forms.failures", {
  offline:
    "You are offline, so Partner Center has not been told yet. Your changes are sent when you are online again; there is nothing to do.",
  forbidden:
    "Your changes are saved and sent in the background, but you may not follow that here. " +
    `Ask your Dynamics 365 administrator for the security role "${securityRoles.coSellSeller}".`,
  notInstalled:
    "Your changes are saved but not sent: the Co-sell Connector is not complete in this environment. " +
    "Ask your Dynamics 365 administrator to import its solution again.",
  timedOut:
    "Your changes are saved; Partner Center has not answered yet. Sending goes on in the background: " +
    "refresh the form in a few minutes to see the result.",
  unexpected:
    "Your changes are saved, but sending them stopped unexpectedly. It is tried again in the background. " +
    "If the status has not changed in ten minutes, ask your Dynamics 365 administrator to look at it.",
});

/** The same of an answer or a decision, which has not happened in most of these cases. */
export const wishTransportWords: Readonly<Record<TransportFailure, string>> = texts("forms.wishFailures", {
  offline: "You are offline, so nothing was changed. Try again when you are online.",
  forbidden:
    "Nothing was changed: you may not do this for this opportunity. " +
    `Ask your Dynamics 365 administrator for the security role "${securityRoles.coSellSeller}".`,
  notInstalled:
    "Nothing was changed: the Co-sell Connector is not complete in this environment. " +
    "Ask your Dynamics 365 administrator to import its solution again.",
  timedOut: "Partner Center has not answered yet. Refresh the form in a few minutes to see whether it was done.",
  unexpected:
    "It is not certain whether this was done. Refresh the form to see; if nothing has changed, try again, " +
    "and ask your Dynamics 365 administrator if it happens twice.",
});
