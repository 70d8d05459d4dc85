import { isSwitchedOn, waitsUntil } from "../../domain/maintenance/Message";
import { columns } from "../../domain/schema";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { attributeOf, guidOf, instantOf } from "../inputs";
import { handleMessage } from "./handleMessage";
import { startRun } from "./startRun";

/**
 * Does the work of one sync message, in the system job that was started for it. Whoever leased, stored or settled the message
 * since moved its time: then this job is not the one it waits for.
 */
export const answerMessageJob = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { jobUntil } = columns.message;
  const until = instantOf({ until: attributeOf(request.inputParameters["Target"], jobUntil) ?? null }, "until");
  if (until === null) return {};
  const found = await ports.messages.byId(guidOf(request.primaryEntityId ?? ""));
  if (found.kind === "failed") return refuse(found.failure, request);
  const message = found.value;
  if (message === null || !waitsUntil(message, until)) return {};
  const run = await startRun(ports, request, null);
  if (!isSwitchedOn(run.settings, message)) return {};
  await handleMessage(message.payload["isBackground"] === true ? { ...run, ports: run.background } : run, message);
  return {};
};
