import type { Notice } from "./Notices";
import type { SyncAnswer, SyncFailure, SyncStatus } from "./SyncAnswer";
import { words } from "./words";

/** What the line above the form depends on besides the answer. */
export interface NoticeSettings {
  /** Setting "Display check mark in the opportunity name": the mark stays above the form while the record is synced. */
  isCheckMarkShown: boolean;
}

const successLastsMs = 8_000;

const whoCanHelp: Readonly<Record<SyncFailure["owner"], string>> = {
  seller: "You can do this yourself.",
  administrator: "Your Dynamics 365 administrator can do this.",
  microsoft: "Microsoft has to do this.",
  nobody: "",
};

const sentences = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");

const success = (text: string, { isCheckMarkShown }: NoticeSettings): Notice =>
  isCheckMarkShown ? { level: "INFO", text: `✔ ${text}` } : { level: "INFO", text, lastsMs: successLastsMs };

const blocked = (findings: SyncAnswer["findings"]): Notice => {
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  const [first] = blocking;
  const opening = "Saved, but not sent to Partner Center yet.";
  if (!first) return { level: "WARNING", text: sentences(opening, words.seeTab) };
  const others = blocking.length > 1 ? `There are ${blocking.length} items like this. ${words.seeTab}` : "";
  return { level: "WARNING", text: sentences(opening, first.words, first.fix, others) };
};

const statusNotices: Readonly<Record<SyncStatus, (settings: NoticeSettings) => Notice | null>> = {
  notShared: () => null,
  blocked: () => blocked([]),
  ready: () => null,
  queued: () => ({
    level: "INFO",
    text: "Saved. Partner Center is told as soon as it takes calls again; there is nothing to do.",
  }),
  sending: () => ({ level: "INFO", text: words.sending }),
  waitingOnMicrosoft: (settings) =>
    success("Shared in Microsoft Partner Center. Microsoft has not answered yet.", settings),
  inSync: (settings) => success("In sync with Microsoft Partner Center.", settings),
  changedHere: () => ({ level: "INFO", text: "Saved. Partner Center gets the change next." }),
  changedAtMicrosoft: () => ({ level: "INFO", text: "Microsoft changed this referral; the change arrives here next." }),
  conflict: () => ({ level: "WARNING", text: `Changed here and at Microsoft. ${words.seeTab}` }),
  needsAttention: () => ({ level: "WARNING", text: `✖ Not in sync with Microsoft Partner Center. ${words.seeTab}` }),
  closed: (settings) => success("Closed in Microsoft Partner Center.", settings),
};

/** The line for a status alone, as a form shows it when it opens; null when there is nothing to say. */
export const toStatusNotice = (status: SyncStatus, settings: NoticeSettings): Notice | null =>
  statusNotices[status](settings);

/** The line for the answer of a sync; null when there is nothing to say. */
export const toNotice = (answer: SyncAnswer, settings: NoticeSettings): Notice | null => {
  const { failure } = answer;
  if (failure)
    return {
      level: failure.owner === "nobody" ? "WARNING" : "ERROR",
      text: sentences("✖", failure.words, failure.fix, whoCanHelp[failure.owner]),
    };
  return answer.status === "blocked" ? blocked(answer.findings) : toStatusNotice(answer.status, settings);
};
