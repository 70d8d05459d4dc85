import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { JsonObject } from "../../domain/values/Json";
import type { EngineRequest } from "../EngineRequest";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { requireReadAccess } from "../requireReadAccess";
import { guidOf, textOf } from "../inputs";
import { readAnswer } from "./readAnswer";
import { readDecision } from "./readDecision";
import { findDecided, isUndo, readUndo } from "./readUndo";
import { readDeal } from "./withRecord";
import { previewSync, type PreviewWish } from "../sync/previewSync";

/** A decision that is taken back writes what lost. */
const readUndone = async (ports: EnginePorts, parameters: JsonObject): Promise<Outcome<PreviewWish>> => {
  const decided = await findDecided(ports, parameters);
  return decided.kind === "failed" ? decided : readUndo(ports, decided.value, "");
};

/** A decision says by its conflict which deal it is about; anything else names the deal, with an answer or without. */
const readChange = async (
  ports: EnginePorts,
  { inputParameters, messageName }: EngineRequest,
): Promise<Outcome<PreviewWish>> => {
  if (isUndo(inputParameters)) return readUndone(ports, inputParameters);
  const { conflicts } = ports;
  const conflictId = guidOf(inputParameters["ConflictId"]);
  if (conflictId !== "") {
    const found = await conflicts.find(conflictId);
    if (found.kind === "failed") return found;
    if (found.value === null) return failed(toFailure("conflict.over", conflictId));
    const { path, table, recordId } = found.value;
    const decision = readDecision(inputParameters, path, "");
    if (decision === null) return failed(toFailure("request.answerUnknown", "Decision"));
    return done({ table, recordId, decisions: [decision] });
  }
  const deal = readDeal(inputParameters);
  if (deal === null) return failed(toFailure("request.dealMissing", messageName));
  const kind = textOf(inputParameters, "Answer");
  if (kind === "") return done(deal);
  const answer = readAnswer(kind, ["accept", "decline", "won", "lost"], inputParameters);
  return answer === null
    ? failed(toFailure("request.answerUnknown", kind))
    : done({ ...deal, answer: { ...answer, by: "" } });
};

/** Answers `cosell_PreviewSync` and `cosell_PreviewChange`. */
export const answerPreview = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const wish = await readChange(ports, request);
  if (wish.kind === "failed") return refuse(wish.failure, request);
  return requireReadAccess(ports, request, wish.value, async () => {
    const outcome = await previewSync(ports, wish.value);
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    return respond({ failure: null, ...outcome.value });
  });
};
