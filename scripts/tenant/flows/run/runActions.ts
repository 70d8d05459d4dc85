import type { FlowAction } from "../definition/FlowDefinition";
import { FlowProblem } from "../FlowProblem";
import type { FlowRun, RunError } from "./FlowRun";
import { failed, runStep } from "./runStep";

const isReady = ({ runAfter }: FlowAction, run: FlowRun): boolean =>
  [...runAfter].every(([name, statuses]) => statuses.includes(run.action(name)?.status ?? "Skipped"));

async function runAction({ name, step }: FlowAction, run: FlowRun): Promise<void> {
  try {
    run.note(name, await runStep(step, run));
  } catch (error) {
    if (!(error instanceof FlowProblem)) throw error;
    run.note(name, failed("InvalidTemplate", error.message));
  }
}

/** The failure that a last action leaves: its own or, when it was skipped, that of what it was to run after. */
function failureOf(action: FlowAction, actions: readonly FlowAction[], run: FlowRun): RunError | undefined {
  const facts = run.action(action.name);
  if (facts?.status === "Failed") {
    const message = facts.error?.message;
    return {
      code: "ActionFailed",
      message: `Action "${action.name}" failed: ${typeof message === "string" ? message : ""}`,
    };
  }
  if (facts?.status !== "Skipped") return undefined;
  const before = actions.filter(({ name }) => action.runAfter.has(name));
  return before.map((each) => failureOf(each, actions, run)).find((error) => error !== undefined);
}

/**
 * Runs actions that stand beside each other, one after the other. The answer is the failure of the group: a failure that
 * a later action ran after has been dealt with, one that nothing ran after has not.
 */
export async function runActions(actions: readonly FlowAction[], run: FlowRun): Promise<RunError | undefined> {
  for (const action of actions) {
    if (run.end) return undefined;
    if (isReady(action, run)) await runAction(action, run);
    else run.note(action.name, { status: "Skipped", outputs: null });
  }
  const last = actions.filter(({ name }) => !actions.some(({ runAfter }) => runAfter.has(name)));
  return last.map((action) => failureOf(action, actions, run)).find((error) => error !== undefined);
}
