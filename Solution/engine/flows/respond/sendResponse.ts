import { answerOutcomes, type AnswerOutcome } from "../../domain/response/answerOutcomes";
import type { Answer } from "../../domain/sync/Answer";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { readApproval } from "../requireApproval";
import type { DealKey } from "../requireReadAccess";
import { toStandingOutput } from "../sync/answerSync";
import { syncOpportunity } from "../sync/syncOpportunity";
import type { SyncResult } from "../sync/SyncResult";

const carriedOut: readonly AnswerOutcome[] = ["sent", "waiting"];

/** The result, with what became of the answer; where nothing did, that is what the seller has to read first. */
const explained = (result: SyncResult): SyncResult => {
  const { answered } = result;
  if (answered === null || carriedOut.includes(answered)) return result;
  return { ...result, failure: { code: `answer.${answered}`, ...answerOutcomes[answered], owner: "seller" } };
};

/** Gives a seller's answer to the referral of a deal, and says what came of it. */
export const sendResponse = async (
  ports: EnginePorts,
  request: EngineRequest,
  deal: DealKey,
  answer: Pick<Answer, "kind" | "reason">,
): Promise<EngineAnswer> => {
  const by = await ports.currentUser.name();
  const { isInTransaction } = request;
  const approval = readApproval(request.inputParameters);
  const wish = { ...deal, trigger: "person", isInTransaction, answer: { ...answer, by }, ...approval } as const;
  const outcome = await syncOpportunity(ports, wish);
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  const { value: result } = outcome;
  return result.saveFailure === null
    ? { outputParameters: toStandingOutput(explained(result)) }
    : refuse(result.saveFailure, request);
};
