import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { raiseAlerts } from "./raiseAlerts";

/** Answers `cosell_RaiseAlerts`; `Response` is `{raised, standing, people}` with an `Alert` a line. */
export const answerRaiseAlerts = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const report = await raiseAlerts(ports, await ports.settings.current());
  return report.kind === "failed" ? refuse(report.failure, request) : respond({ ...report.value });
};
