import { toFailure } from "../../domain/failure/Failure";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { textOf } from "../inputs";
import { reasonOf } from "./reasonOf";
import { sendResponse } from "./sendResponse";
import { withRecord } from "./withRecord";

/** Answers `cosell_RespondToReferral`: the seller takes the deal that Microsoft offers, or does not. */
export const answerRespondToReferral = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> =>
  withRecord(ports, request, (deal) => {
    const kind = textOf(request.inputParameters, "Answer").toLowerCase();
    if (kind !== "accept" && kind !== "decline")
      return Promise.resolve(refuse(toFailure("request.answerUnknown", kind), request));
    return sendResponse(ports, request, deal, { kind, reason: reasonOf(request.inputParameters) });
  });
