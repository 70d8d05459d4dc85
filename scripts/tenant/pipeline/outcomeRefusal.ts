import type { DataverseError } from "../dataverse/OrganizationService";
import type { PluginOutcome } from "../sandboxWorker/PluginRunner";
import { pipelineRefusals } from "./pipelineRefusals";

/** What the caller is told of a plug-in that did not complete. */
export function outcomeRefusal(
  outcome: Exclude<PluginOutcome, { kind: "completed" }>,
  typeName: string,
): DataverseError {
  return outcome.kind === "timedOut"
    ? pipelineRefusals.timedOut(typeName)
    : pipelineRefusals.faulted(outcome.code, outcome.message);
}
