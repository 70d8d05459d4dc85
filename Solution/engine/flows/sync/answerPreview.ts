import type { EngineRequest } from "../EngineRequest";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { ifVisible } from "../ifVisible";
import { guidOf } from "../inputs";
import { previewSync } from "./previewSync";

/** Answers `cosell_PreviewSync`. */
export const answerPreview = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const opportunityId = guidOf(request.inputParameters["OpportunityId"]);
  return ifVisible(ports, request, opportunityId, async () => {
    const outcome = await previewSync(ports, opportunityId);
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    return { outputParameters: { Response: JSON.stringify({ failure: null, ...outcome.value }) } };
  });
};
