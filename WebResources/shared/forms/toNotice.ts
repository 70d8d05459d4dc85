import { withLocalTimes } from "../../../PcfControls/shared/withLocalTimes";
import { checkMarks } from "../../../Solution/engine/domain/opportunity/checkMark";
import { answerDueCode, toReasonSentence, type FailureWords } from "../../../Solution/engine/domain/failure/Failure";
import { isMicrosoftEndCode } from "../../../Solution/engine/domain/response/microsoftEnd";
import type { SyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import type { Notice } from "./Notices";
import type { SyncAnswer } from "./SyncAnswer";
import { words } from "./strings";

/** What the line above the form depends on besides the answer. */
export interface NoticeSettings {
  /** Setting "Display check mark in the opportunity name": check mark or cross stay above the form as long as they are true. */
  isCheckMarkShown: boolean;
}

const successLastsMs = 8_000;

const sentences = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");

const crossOf = ({ isCheckMarkShown }: NoticeSettings): string => (isCheckMarkShown ? checkMarks.failed : "");

const success = (text: string, { isCheckMarkShown }: NoticeSettings): Notice =>
  isCheckMarkShown
    ? { level: "INFO", text: sentences(checkMarks.synced, text) }
    : { level: "INFO", text, lastsMs: successLastsMs };

const blocked = (findings: SyncAnswer["findings"]): Notice => {
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  const [first] = blocking;
  if (!first) return { level: "WARNING", text: sentences(words.blocked, words.seeTab) };
  const others = blocking.length > 1 ? sentences(words.othersBlocked(blocking.length), words.seeTab) : "";
  return { level: "WARNING", text: sentences(words.blocked, first.words, first.fix, others) };
};

const statusNotices: Readonly<Record<SyncStatus, (settings: NoticeSettings) => Notice | null>> = {
  notShared: () => null,
  blocked: () => blocked([]),
  ready: () => null,
  queued: () => ({ level: "WARNING", text: sentences(words.queued, words.seeTab) }),
  sending: () => ({ level: "INFO", text: words.sending }),
  waitingOnMicrosoft: (settings) => success(words.waitingOnMicrosoft, settings),
  inSync: (settings) => success(words.inSync, settings),
  changedHere: () => ({ level: "INFO", text: words.changedHere }),
  changedAtMicrosoft: () => ({ level: "INFO", text: words.heldThere }),
  conflict: () => ({ level: "WARNING", text: sentences(words.conflict, words.seeTab) }),
  needsAttention: (settings) => ({
    level: "WARNING",
    text: sentences(crossOf(settings), words.needsAttention, words.seeTab),
  }),
  closed: (settings) => success(words.closed, settings),
};

/** Why a deal stands as it does, as its link tells. */
export interface StatusCause {
  /** Null where nothing failed, or the user may not know. */
  failure: FailureWords | null;
  /** Days that are left for an answer; null where none is due. */
  daysLeft: number | null;
}

const unknownCause: StatusCause = { failure: null, daysLeft: null };

/** Statuses that have a cause. */
const explained: readonly SyncStatus[] = ["needsAttention", "queued"];

export const hasCause = (status: SyncStatus): boolean => explained.includes(status);

// The user's settings of Dynamics 365 have no time zone that a script could use; the browser has.
const toMoment = (moment: Date): string => moment.toLocaleString([], { dateStyle: "short", timeStyle: "short" });

/** Microsoft's leaving is news, no failure: it has neither cross nor the colour of one. */
const failureNotice = (
  needsAttention: boolean,
  failure: Pick<FailureWords, "code" | "words" | "fix" | "reason">,
  settings: NoticeSettings,
  level: Notice["level"] = "WARNING",
): Notice => {
  const isNews = isMicrosoftEndCode(failure.code);
  const cross = needsAttention && !isNews ? crossOf(settings) : "";
  const text = sentences(cross, failure.words, toReasonSentence(failure), failure.fix);
  return { level: isNews ? "WARNING" : level, text: withLocalTimes(text, toMoment) };
};

/** The line for a status alone, as a form shows it when it opens; null when there is nothing to say. */
export const toStatusNotice = (
  status: SyncStatus,
  settings: NoticeSettings,
  { failure, daysLeft }: StatusCause = unknownCause,
): Notice | null => {
  if (failure === null || !hasCause(status)) return statusNotices[status](settings);
  // Microsoft's offer is no failure: it waits for the seller, with its time running.
  if (failure.code === answerDueCode) {
    const left = daysLeft === null ? "" : words.daysToAnswer(Math.max(daysLeft, 1));
    return { level: "WARNING", text: sentences(words.offered, left, words.seeTab) };
  }
  return failureNotice(status === "needsAttention", failure, settings);
};

/** The line for the answer of a sync; null when there is nothing to say. */
export const toNotice = (answer: SyncAnswer, settings: NoticeSettings): Notice | null => {
  const { failure, status } = answer;
  if (failure) return failureNotice(true, failure, settings, status === "needsAttention" ? "ERROR" : "WARNING");
  return status === "blocked" ? blocked(answer.findings) : toStatusNotice(status, settings);
};
