import type { Question } from "../shared/forms/Question";
import type { TaskWords } from "./Task";

const rows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);

const restOf = (leftOut: number): string =>
  leftOut > 0 ? ` ${rows(leftOut)} of your selection will be left out: there is nothing to do.` : "";

const taskWords = (doing: string, done: string, leftOut: string): TaskWords => ({ doing, done, leftOut });

const notOffered = "Microsoft does not wait for an answer there";
const notOpen = "there is no open referral";

/** Everything that commands say. What the server answers comes in its own words. */
export const strings = {
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
    keepDynamics365: taskWords("Deciding for Dynamics 365", "Decided for Dynamics 365", "it is decided already"),
    takePartnerCenter: taskWords("Deciding for Partner Center", "Decided for Partner Center", "it is decided already"),
  },
  decideQuestion: (command: "keepDynamics365" | "takePartnerCenter", count: number, leftOut: number): Question => {
    const winner = command === "keepDynamics365" ? "Dynamics 365" : "Partner Center";
    return {
      title: count === 1 ? "Decide 1 conflict?" : `Decide ${count} conflicts?`,
      text: `Both sides take the value of ${winner}. The other value stays in Conflicts.${restOf(leftOut)}`,
      confirm: `Take ${winner}`,
      cancel: "Cancel",
    };
  },
  replay: {
    done: "Done.",
    busy: "Somebody else works on it right now. Look again in a minute.",
    switchedOff:
      "This direction is switched off by Outbound enabled or Inbound enabled. An administrator can switch it on.",
    outOfTime: "There was no time left for it. Do it again.",
    failed: "It failed, and the server did not say why. Look at the message's detail, or at Setup and health.",
  },
  manyDeals: (count: number): string => `${count} deals`,
  reasonTitle: { decline: "Decline the referral", closeLost: "Close the referral as lost" },
  question: (command: "accept" | "closeWon", about: string, leftOut: number): Question => {
    const rest = restOf(leftOut);
    return command === "accept"
      ? {
          title: `Accept ${about}?`,
          text: `Partner Center is told that your company takes up the work with Microsoft.${rest}`,
          confirm: "Accept",
          cancel: "Cancel",
        }
      : {
          title: `Close ${about} as won?`,
          text: `The referral is closed in Partner Center, for good. Here, opportunities are closed as won and leads are qualified.${rest}`,
          confirm: "Close as won",
          cancel: "Cancel",
        };
  },
  progress: (doing: string, at: number, count: number): string =>
    count === 1 ? `${doing}…` : `${doing}: ${at} of ${count}…`,
  notDone: "Nothing was done",
  nothingToDo: (why: string): string => `Nothing was done, because ${why}. The list or form may have been out of date.`,
  summaryTitle: (done: string, count: number, of: number): string =>
    count === of ? `${done}: ${rows(count)}` : `${done}: ${count} of ${rows(of)}`,
  leftOut: (count: number, why: string): string => `${rows(count)} left out, because ${why}.`,
  notOpened: "Not opened",
  copied: (count: number): string =>
    count === 1 ? "Referral id copied." : `${count} referral ids copied, one a line.`,
  copyByHand: "Copy it from here",
} as const;
