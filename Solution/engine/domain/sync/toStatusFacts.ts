import type { Attempt, LinkState } from "../link/Link";
import { isAbsent } from "../referral/isAbsent";
import { sameJson } from "../values/sameJson";
import type { ReferralValues } from "../mapping/mapReferral";
import { microsoftEndOf } from "../response/microsoftEnd";
import type { StatusFacts } from "./statusOf";
import { isClosed, isOffered } from "./stepsOf";

/**
 * A column that does not exist keeps everything from being read; without its referral nothing of a deal can be sent; and what a
 * currency that is missing here keeps out waits though there is nothing to send.
 */
const isLasting = ({ code }: Attempt): boolean =>
  code === "dataverse.columnUnknown" || code === "referral.currencyUnknown" || isAbsent(code);

/** A failure is history once nothing is left to be sent, and Dynamics 365 was told of the end. */
const failureOf = (state: LinkState, changesHere: number): StatusFacts["failure"] => {
  const { attempt } = state.memory;
  if (attempt === null || (changesHere === 0 && !isClosed(state) && !isLasting(attempt))) return "none";
  return attempt.isParked ? "needsPerson" : "triedAgain";
};

/** The facts about a deal whose link stands like this and that nobody is sending. */
export const toStatusFacts = (
  state: LinkState,
  wanted: ReferralValues,
  facts: Pick<StatusFacts, "isSyncOn" | "isPaused" | "blockingFindings" | "changesHere">,
): StatusFacts => {
  const { values, differences, microsoft, attempt } = state.memory;
  const all = Object.entries(differences);
  const conflicts = all.filter(([path, { here }]) => !sameJson(here, values[path])).length;
  return {
    ...facts,
    isShared: state.referralId !== null,
    isClosed: isClosed(state) && attempt === null,
    isBeingSent: false,
    isAnswerOwed: isOffered(state),
    conflicts,
    changesThere: all.length - conflicts,
    failure: failureOf(state, facts.changesHere),
    hasMicrosoftEnded: microsoftEndOf(state.memory, wanted) !== null,
    isMicrosoftAsked: microsoft?.status === "New",
  };
};
