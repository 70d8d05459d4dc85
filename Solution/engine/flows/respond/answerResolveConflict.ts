import { toFailure, toFailureWords } from "../../domain/failure/Failure";
import type { Decision } from "../../domain/merge/Decision";
import type { Json } from "../../domain/values/Json";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { ifVisible } from "../ifVisible";
import { guidOf, textOf } from "../inputs";
import { toStandingOutput } from "../sync/answerSync";
import { syncOpportunity } from "../sync/syncOpportunity";

/** A value that a person typed: JSON, as conflict rows hold values, or the plain text. */
const parseValue = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
};

const sides = ["dynamics365", "partnerCenter", "value"] as const;

const toTake = (text: string): Decision["take"] | null =>
  sides.find((side) => side.toLowerCase() === text.trim().toLowerCase()) ?? null;

/** Answers `cosell_ResolveConflict`: one value of a field that both sides changed becomes that of both. */
export const answerResolveConflict = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters, isInTransaction } = request;
  const conflictId = guidOf(inputParameters["ConflictId"]);
  const take = toTake(textOf(inputParameters, "Decision"));
  if (take === null) return refuse(toFailure("request.answerUnknown", "Decision"), request);
  const found = await ports.conflicts.find(conflictId);
  if (found.kind === "failed") return refuse(found.failure, request);
  if (found.value === null) return refuse(toFailure("conflict.over", conflictId), request);
  const { path, ...deal } = found.value;
  return ifVisible(ports, request, deal, async () => {
    const by = await ports.currentUser.name();
    const typed = take === "value" ? { value: parseValue(textOf(inputParameters, "Value")) } : {};
    const decisions: Decision[] = [{ path, take, by, ...typed }];
    const outcome = await syncOpportunity(ports, { ...deal, trigger: "person", isInTransaction, decisions });
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.unsaved !== null) return refuse(outcome.value.unsaved, request);
    const left = await ports.conflicts.find(conflictId);
    const isOpen = left.kind === "done" && left.value !== null;
    const code = outcome.value.status === "notShared" ? "conflict.syncIsOff" : "conflict.notTaken";
    const result = isOpen ? { ...outcome.value, failure: toFailureWords(code) } : outcome.value;
    return { outputParameters: toStandingOutput(result) };
  });
};
