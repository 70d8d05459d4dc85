import { toFailure } from "../../domain/failure/Failure";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { textOf } from "../inputs";
import { reasonOf } from "./reasonOf";
import { sendResponse } from "./sendResponse";
import { withRecord } from "./withRecord";

/** Answers `cosell_CloseReferral`: the deal is won or lost, in Partner Center first and then here. */
export const answerCloseReferral = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  withRecord(ports, request, (deal) => {
    const kind = textOf(request.inputParameters, "Outcome").toLowerCase();
    if (kind !== "won" && kind !== "lost")
      return Promise.resolve(refuse(toFailure("request.answerUnknown", kind), request));
    return sendResponse(ports, request, deal, { kind, reason: reasonOf(request.inputParameters) });
  });
