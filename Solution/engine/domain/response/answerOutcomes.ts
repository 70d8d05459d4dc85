import type { LinkMemory, LinkState } from "../link/Link";
import type { Answer } from "../sync/Answer";

/** What became of a seller's answer. */
export const answerOutcomes = {
  sent: { words: "Partner Center has taken your answer.", fix: "" },
  waiting: {
    words: "Your answer is stored and not yet in Partner Center.",
    fix: "Nothing needs to be done: the connector sends it as soon as it can.",
  },
  notShared: {
    words: "This deal is not shared with Partner Center, so there is nobody to answer.",
    fix: "Set Sync with Partner Center to Yes to share it.",
  },
  notOffered: {
    words: "This deal was accepted before; there is nothing left to accept or decline.",
    fix: "To end it, close it as won or lost.",
  },
  expired: {
    words: "It is too late: nobody answered within the days that Microsoft waits, and the offer is over.",
    fix: "Ask your Microsoft contact to offer the deal again.",
  },
  closed: {
    words: "The deal is closed in Partner Center, and that is final.",
    fix: "To go on with Microsoft, make a new opportunity and share that one.",
  },
} as const satisfies Readonly<Record<string, { words: string; fix: string }>>;

export type AnswerOutcome = keyof typeof answerOutcomes;

const substatuses: Readonly<Record<Answer["kind"], string>> = {
  accept: "Accepted",
  decline: "Declined",
  won: "Won",
  lost: "Lost",
};

const ended = (substatus: string | undefined): AnswerOutcome => (substatus === "Expired" ? "expired" : "closed");

/** What became of an answer, from what was known before and after the run that was to send it. */
export const toAnswerOutcome = (
  { kind }: Pick<Answer, "kind">,
  before: LinkMemory | null,
  { referralId, memory }: Pick<LinkState, "referralId" | "memory">,
): AnswerOutcome => {
  if (referralId === null) return "notShared";
  const was = before?.own ?? null;
  if (was?.status === "Closed") return ended(was.substatus);
  if ((kind === "accept" || kind === "decline") && was?.status === "Active") return "notOffered";
  if (memory.answer !== null) return "waiting";
  return memory.own?.substatus === substatuses[kind] ? "sent" : ended(memory.own?.substatus);
};
