import { toFailure } from "../../domain/failure/Failure";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { requireReadAccess } from "../requireReadAccess";
import { guidOf } from "../inputs";
import { checkMapping } from "./checkMapping";

const toAnswer = async (ports: EnginePorts, request: EngineRequest, id: string | null): Promise<EngineAnswer> => {
  const outcome = await checkMapping(ports, id);
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  if (outcome.value === null) return refuse(toFailure("dataverse.noRight", `opportunity ${id ?? ""}`), request);
  return respond(outcome.value);
};

/** Answers `cosell_CheckMapping`; the values of a deal are shown to those who may see it. */
export const answerCheckMapping = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const recordId = guidOf(request.inputParameters["OpportunityId"]);
  if (recordId === "") return toAnswer(ports, request, null);
  return requireReadAccess(ports, request, { table: "opportunity", recordId }, () =>
    toAnswer(ports, request, recordId),
  );
};
