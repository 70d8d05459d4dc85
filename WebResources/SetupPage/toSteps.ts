import { cloudFlows, securityRoles } from "../../Solution/engine/domain/schema";
import type { SetupCheck } from "./checks/SetupCheck";
import type { CloudFlow } from "./SetupFacts";
import { strings } from "./strings";

export type StepName = "registration" | "signIn" | "flows" | "notifications" | "people" | "solutions";

/** Left to who has the page open, left to an administrator, or not to be seen without an administrator's rights. */
export type StepState = "done" | "open" | "administrator" | "unseen";

/** One thing to set up, in the order in which each makes the next one possible. */
export interface SetupStep {
  name: StepName;
  title: string;
  state: StepState;
  /** Checks that are not passed yet. */
  open: readonly SetupCheck[];
}

/** Checks that have to pass for a step to be done, by name. */
const needed: Readonly<Record<StepName, readonly string[]>> = {
  registration: ["settings", "secret"],
  signIn: ["signIn", "referralsToken", "webhooksToken", "referrals", "secondFactor"],
  // Whether people are told of trouble is theirs to say.
  flows: Object.values(cloudFlows)
    .filter(({ id }) => id !== cloudFlows.coSellAlerts.id)
    .map(({ id }) => `flow:${id}`),
  notifications: ["registration"],
  people: [`role:${securityRoles.coSellSeller}`, `role:${securityRoles.coSellIntegration}`],
  solutions: ["catalogue"],
};

const stateOf = (own: readonly (SetupCheck | undefined)[], isMine: boolean): StepState => {
  if (own.every((check) => check?.state === "ok")) return "done";
  if (isMine) return "open";
  return own.some((check) => check !== undefined && check.state !== "ok" && check.unread === undefined)
    ? "administrator"
    : "unseen";
};

/** The steps of setting up, as far as the checks say how they stand; `isMine` where who has the page open may do them. */
export const toSteps = (checks: readonly SetupCheck[], isMine: boolean): readonly SetupStep[] =>
  (Object.keys(needed) as StepName[]).map((name) => {
    const own = needed[name].map((check) => checks.find((each) => each.name === check));
    const open = own.flatMap((check) => (check !== undefined && check.state !== "ok" ? [check] : []));
    return { name, title: strings.steps[name].title, state: stateOf(own, isMine), open };
  });

/** The flows that one press turns on: those the step needs; only when these are on, the one that people may want or not. */
export const toFlowsToTurnOn = (flows: readonly CloudFlow[]): readonly CloudFlow[] => {
  const off = flows.filter(({ isOn }) => !isOn);
  const neededOff = off.filter(({ id }) => needed.flows.includes(`flow:${id}`));
  return neededOff.length > 0 ? neededOff : off;
};
