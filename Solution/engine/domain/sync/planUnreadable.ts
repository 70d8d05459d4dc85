import type { Failure } from "../failure/Failure";
import { isLeased } from "../link/lease";
import { emptyLinkState } from "../link/Link";
import { startMerge, type Merge } from "../merge/Merge";
import type { PlanFacts } from "./planSync";
import { isClosed } from "./stepsOf";
import type { SyncPlan } from "./SyncPlan";

/**
 * The plan for a record of which a column is missing that counts: nothing is compared, since an empty value would be nobody's, and
 * the deal waits for the setting. What Partner Center holds meanwhile is looked at once there is something to compare it with.
 */
export const planUnreadable = ({ link, opportunity, rules, trigger }: PlanFacts, failure: Failure): SyncPlan => {
  const state = link ?? emptyLinkState;
  const unseen = state.memory.unseen ?? (state.referralId === null ? null : "columnWasMissing");
  const merge: Merge = {
    ...startMerge(opportunity, { ...state, memory: { ...state.memory, unseen } }, rules.fieldMap),
    wanted: state.memory.values,
  };
  if (link !== null && isLeased(link, rules.now))
    return { kind: "idle", findings: [], merge: { ...merge, state: { ...state, status: "sending" } } };
  const { attempt } = state.memory;
  const isKnown = attempt?.code === failure.code && attempt.about?.reason === failure.about?.reason;
  if (isClosed(state) || (isKnown && trigger !== "maintenance"))
    return { kind: "idle", findings: [], merge: { ...merge, state } };
  return { kind: "fail", findings: [], merge, failure };
};
