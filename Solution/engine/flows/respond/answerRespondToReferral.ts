import { toFailure } from "../../domain/failure/Failure";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { textOf } from "../inputs";
import { readAnswer } from "./readAnswer";
import { sendResponse } from "./sendResponse";
import { withRecord } from "./withRecord";

/** Answers `cosell_RespondToReferral`: the seller takes the deal that Microsoft offers, or does not. */
export const answerRespondToReferral = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  withRecord(ports, request, (deal) => {
    const text = textOf(request.inputParameters, "Answer");
    const answer = readAnswer(text, ["accept", "decline"], request.inputParameters);
    if (answer === null) return Promise.resolve(refuse(toFailure("request.answerUnknown", text), request));
    return sendResponse(ports, request, deal, answer);
  });
