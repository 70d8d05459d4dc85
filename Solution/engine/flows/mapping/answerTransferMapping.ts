import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { flagOf, textOf } from "../inputs";
import { exportMapping, importMapping } from "./transferMapping";

/** Answers `cosell_TransferMapping`: an export without Mapping, an import with it. */
export const answerTransferMapping = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const text = textOf(request.inputParameters, "Mapping");
  if (text.trim() === "") {
    const exported = await exportMapping(ports);
    if (exported.kind === "failed") return refuse(exported.failure, request);
    return respond({ mapping: exported.value });
  }
  const imported = await importMapping(ports, text, flagOf(request.inputParameters, "DryRun"));
  if (imported.kind === "failed") return refuse(imported.failure, request);
  return respond(imported.value);
};
