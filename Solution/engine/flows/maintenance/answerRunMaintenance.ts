import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { numberOf, textOf } from "../inputs";
import { runMaintenance, tasks, type TaskName } from "./runMaintenance";
import { startRun } from "./startRun";

const isTask = (name: string): name is TaskName => Object.hasOwn(tasks, name);

/**
 * Answers `cosell_RunMaintenance`. `Tasks` is a list with commas, absent for all; a name of another version is left out.
 * `Response` holds what was done and whether something is left for the next run.
 */
export const answerRunMaintenance = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const wanted = textOf(request.inputParameters, "Tasks")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const names = wanted.length === 0 ? (Object.keys(tasks) as TaskName[]) : wanted.filter(isTask);
  const run = await startRun(ports, request, numberOf(request.inputParameters, "MaxSeconds"));
  const outcome = await runMaintenance(run, names);
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  return respond(outcome.value);
};
