import type { LinkState } from "../link/Link";
import { isConflict } from "../merge/reconcile";
import type { StatusFacts } from "./statusOf";
import { isClosed } from "./stepsOf";

/** A failure is history once nothing is left to be sent. */
const failureOf = ({ memory: { attempt } }: LinkState, changesHere: number): StatusFacts["failure"] => {
  if (attempt === null || changesHere === 0) return "none";
  return attempt.isParked ? "needsPerson" : "triedAgain";
};

/** The facts about an opportunity whose link stands like this and that nobody is sending. */
export const toStatusFacts = (
  state: LinkState,
  facts: Pick<StatusFacts, "isSyncOn" | "blockingFindings" | "changesHere">,
): StatusFacts => {
  const { values, differences, microsoft } = state.memory;
  const all = Object.entries(differences);
  const conflicts = all.filter(([path, difference]) => isConflict(path, difference, values)).length;
  return {
    ...facts,
    isShared: state.referralId !== null,
    isClosed: isClosed(state),
    isBeingSent: false,
    conflicts,
    changesThere: all.length - conflicts,
    failure: failureOf(state, facts.changesHere),
    isMicrosoftAsked: microsoft?.status === "New",
  };
};
