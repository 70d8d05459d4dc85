import type { Json } from "../../dataverse/webApi/json/JsonObject";
import type { FlowDefinition } from "../definition/FlowDefinition";
import { FlowRun, type RunOutcome, type RunParts } from "./FlowRun";
import { runActions } from "./runActions";

/** Runs a flow from its trigger's outputs to its end. */
export async function runFlow(
  id: string,
  definition: FlowDefinition,
  triggerOutputs: Json,
  parts: RunParts,
): Promise<RunOutcome> {
  const run = new FlowRun(id, definition, triggerOutputs, parts);
  const error = await runActions(definition.actions, run);
  if (run.end) return run.end;
  return error ? { status: "Failed", error } : { status: "Succeeded" };
}
