import type { EngineRequest } from "../EngineRequest";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { requireReadAccess, type DealKey } from "../requireReadAccess";
import { guidOf } from "../inputs";
import { previewSync } from "./previewSync";

/** Answers `cosell_PreviewSync`. */
export const answerPreview = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const deal: DealKey = { table: "opportunity", recordId: guidOf(request.inputParameters["OpportunityId"]) };
  return requireReadAccess(ports, request, deal, async () => {
    const outcome = await previewSync(ports, deal);
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    return respond({ failure: null, ...outcome.value });
  });
};
