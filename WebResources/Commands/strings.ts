import type { Question } from "../shared/forms/Question";
import { counted, pattern, texts } from "../shared/language/texts";

const notOffered = "Microsoft does not wait for an answer there";
const notOpen = "there is no open referral";

const taskWords = (doing: string, done: string, leftOut: string) => ({ doing, done, leftOut });

/** Everything that commands say. What the server answers comes in its own words. */
export const strings = texts("commands", {
  ok: "OK",
  nameless: "(No name)",
  deals: {
    sync: taskWords(
      "Syncing with Partner Center",
      "Synced",
      "Sync with Partner Center is off, or the referral is closed",
    ),
    accept: taskWords("Accepting", "Accepted", notOffered),
    decline: taskWords("Declining", "Declined", notOffered),
    closeWon: taskWords("Closing as won", "Closed as won", notOpen),
    closeLost: taskWords("Closing as lost", "Closed as lost", notOpen),
  },
  rows: {
    replay: taskWords("Doing it again", "Done again", "that work is done already"),
    replayLink: taskWords("Comparing both sides", "Compared", "no opportunity or lead belongs to it"),
    undoDecision: taskWords("Taking back", "Taken back", "nobody decided it for one of the two sides"),
    moveReferral: taskWords("Moving the referral", "Moved", "it has no referral"),
    takeOffReferral: taskWords("Taking off", "Taken off", "no record has its referral"),
    keepDynamics365: taskWords("Deciding for Dynamics 365", "Decided for Dynamics 365", "it is decided already"),
    takePartnerCenter: taskWords("Deciding for Partner Center", "Decided for Partner Center", "it is decided already"),
  },
  undo: {
    title: counted("Take 1 decision back?", "Take {0} decisions back?"),
    text: "Both sides get the value that lost. Where two records were said to be the same deal, the referral goes back to the record that it had. What changed since stays as it is.",
    confirm: "Take back",
  },
  move: {
    title: pattern("Move the referral to {0}?"),
    text: pattern(
      "{0} gets the referral of {1} and is synced from then on. Empty fields are filled; what differs otherwise becomes a conflict, and nothing typed is overwritten. The record that has the referral stays as it is, with sync off.",
    ),
    confirm: "Move",
  },
  takeOff: {
    title: counted("Take 1 referral off its record?", "Take {0} referrals off their records?"),
    text: "Partner Center keeps the referral as it is, and nothing brings it in again by itself. The record stays as it is, with sync off, and can be shared anew as another deal. To take this back, move the referral of the link to a record.",
    confirm: "Take off",
  },
  decide: {
    title: counted("Decide 1 conflict?", "Decide {0} conflicts?"),
    text: pattern("Both sides take the value of {0}. The other value stays in Conflicts."),
    confirm: pattern("Take {0}"),
  },
  accept: {
    title: pattern("Accept {0}?"),
    text: "Partner Center is told that your company takes up the work with Microsoft.",
    confirm: "Accept",
  },
  closeWon: {
    title: pattern("Close {0} as won?"),
    text: "The referral is closed in Partner Center, for good. Here, opportunities are closed as won and leads are qualified.",
    confirm: "Close as won",
  },
  cancel: "Cancel",
  willBeLeftOut: counted(
    "1 row of your selection will be left out: there is nothing to do.",
    "{0} rows of your selection will be left out: there is nothing to do.",
  ),
  replay: {
    done: "Done.",
    busy: "Somebody else works on it right now. Look again in a minute.",
    switchedOff:
      "This direction is switched off by Outbound enabled or Inbound enabled. An administrator can switch it on.",
    outOfTime: "There was no time left for it. Do it again.",
    failed: "It failed, and the server did not say why. Look at the message's detail, or at Setup and health.",
    forbidden: pattern(
      'Nothing was changed: you may not do work again. Ask your Dynamics 365 administrator for the security role "{0}".',
    ),
  },
  manyDeals: pattern("{0} deals"),
  reasonTitle: { decline: "Decline the referral", closeLost: "Close the referral as lost" },
  doing: pattern("{0}…"),
  doingMany: pattern("{0}: {1} of {2}…"),
  notDone: "Nothing was done",
  nothingToDo: pattern("Nothing was done, because {0}. The list or form may have been out of date."),
  allDone: counted("{1}: 1 row", "{1}: {0} rows"),
  someDone: counted("{1}: {2} of 1 row", "{1}: {2} of {0} rows"),
  leftOut: counted("1 row left out, because {1}.", "{0} rows left out, because {1}."),
  copied: counted("Referral id copied.", "{0} referral ids copied, one a line."),
  copyByHand: "Copy it from here",
});

const withRest = (text: string, leftOut: number): string =>
  leftOut > 0 ? `${text} ${strings.willBeLeftOut(leftOut)}` : text;

/** What is asked before conflicts are decided. */
export const decideQuestion = (
  command: "keepDynamics365" | "takePartnerCenter",
  count: number,
  leftOut: number,
): Question => {
  const winner = command === "keepDynamics365" ? "Dynamics 365" : "Partner Center";
  return {
    title: strings.decide.title(count),
    text: withRest(strings.decide.text(winner), leftOut),
    confirm: strings.decide.confirm(winner),
    cancel: strings.cancel,
  };
};

/** What is asked before Microsoft is answered. `about` is the deal's name, or how many. */
export const dealQuestion = (command: "accept" | "closeWon", about: string, leftOut: number): Question => {
  const { title, text, confirm } = strings[command];
  return { title: title(about), text: withRest(text, leftOut), confirm, cancel: strings.cancel };
};

/** What is asked before decisions are taken back. */
export const undoQuestion = (count: number, leftOut: number): Question => ({
  title: strings.undo.title(count),
  text: withRest(strings.undo.text, leftOut),
  confirm: strings.undo.confirm,
  cancel: strings.cancel,
});

/** What is asked before a referral goes to another record. */
export const moveQuestion = (link: string, to: string): Question => ({
  title: strings.move.title(to || strings.nameless),
  text: strings.move.text(to || strings.nameless, link || strings.nameless),
  confirm: strings.move.confirm,
  cancel: strings.cancel,
});

/** What is asked before referrals are taken off their records. */
export const takeOffQuestion = (count: number, leftOut: number): Question => ({
  title: strings.takeOff.title(count),
  text: withRest(strings.takeOff.text, leftOut),
  confirm: strings.takeOff.confirm,
  cancel: strings.cancel,
});
