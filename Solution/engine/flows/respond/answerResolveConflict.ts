import { toFailure, toFailureWords } from "../../domain/failure/Failure";
import { proposedRecord, type ProposalDecision } from "../../domain/match/Proposal";
import type { OpenConflict } from "../../ports/ConflictStore";
import { decideProposal } from "../inbound/decideProposal";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { requireReadAccess } from "../requireReadAccess";
import { guidOf, textOf } from "../inputs";
import { readApproval } from "../requireApproval";
import { toStandingOutput } from "../sync/answerSync";
import { syncOpportunity } from "../sync/syncOpportunity";
import { readDecision } from "./readDecision";

const proposalDecisions: Readonly<Record<string, ProposalDecision>> = {
  samedeal: "theSameDeal",
  anotherdeal: "anotherDeal",
};

/** What is proposed is decided by words of its own. */
const answerProposal = async (
  ports: EnginePorts,
  request: EngineRequest,
  row: OpenConflict,
  proposedId: string,
): Promise<EngineAnswer> => {
  const decision = proposalDecisions[textOf(request.inputParameters, "Decision").trim().toLowerCase()];
  if (decision === undefined) return refuse(toFailure("request.answerUnknown", "Decision"), request);
  const { isInTransaction } = request;
  const outcome = await decideProposal(ports, { row, proposedId, decision, isInTransaction });
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  return { outputParameters: toStandingOutput(outcome.value) };
};

/** Answers `cosell_ResolveConflict`: one value of a field that both sides changed becomes that of both. */
export const answerResolveConflict = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters, isInTransaction } = request;
  const conflictId = guidOf(inputParameters["ConflictId"]);
  const found = await ports.conflicts.find(conflictId);
  if (found.kind === "failed") return refuse(found.failure, request);
  if (found.value === null) return refuse(toFailure("conflict.over", conflictId), request);
  const { path, table, recordId } = found.value;
  const deal = { table, recordId };
  const row = found.value;
  const proposedId = proposedRecord(path);
  if (proposedId !== null)
    return requireReadAccess(ports, request, deal, () => answerProposal(ports, request, row, proposedId));
  if (readDecision(inputParameters, path, "") === null)
    return refuse(toFailure("request.answerUnknown", "Decision"), request);
  return requireReadAccess(ports, request, deal, async () => {
    const decision = readDecision(inputParameters, path, await ports.currentUser.name());
    const decisions = decision === null ? [] : [decision];
    const wish = { ...deal, trigger: "person", isInTransaction, decisions, ...readApproval(inputParameters) } as const;
    const outcome = await syncOpportunity(ports, wish);
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.saveFailure !== null) return refuse(outcome.value.saveFailure, request);
    const left = await ports.conflicts.find(conflictId);
    const isOpen = left.kind === "done" && left.value !== null;
    const code = outcome.value.status === "notShared" ? "conflict.syncIsOff" : "conflict.notTaken";
    const result = isOpen ? { ...outcome.value, failure: toFailureWords(code) } : outcome.value;
    return { outputParameters: toStandingOutput(result) };
  });
};
