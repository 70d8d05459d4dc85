import { toFailure, toFailureWords } from "../../domain/failure/Failure";
import { proposedRecord, type ProposalDecision } from "../../domain/match/Proposal";
import { toUndoable } from "../../domain/merge/undoDecision";
import type { DecidedConflict, OpenConflict } from "../../ports/ConflictStore";
import { decideProposal } from "../inbound/decideProposal";
import { undoProposal } from "../inbound/undoProposal";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { requireReadAccess } from "../requireReadAccess";
import { guidOf, textOf } from "../inputs";
import { readApproval } from "../requireApproval";
import { toStandingOutput } from "../sync/answerSync";
import { syncOpportunity } from "../sync/syncOpportunity";
import { readDecision } from "./readDecision";
import { findDecided, isUndo, readUndo } from "./readUndo";

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

/** A question that was answered is open again, and the referral is where it was before. */
const answerUndoneProposal = async (
  ports: EnginePorts,
  request: EngineRequest,
  decided: DecidedConflict,
  proposedId: string,
): Promise<EngineAnswer> => {
  const { isInTransaction } = request;
  const outcome = await undoProposal(ports, { decided, proposedId, isInTransaction });
  return outcome.kind === "failed"
    ? refuse(outcome.failure, request)
    : { outputParameters: toStandingOutput(outcome.value) };
};

/** Takes back what was decided about a field, or about two records. */
const answerUndo = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters, isInTransaction } = request;
  const decided = await findDecided(ports, inputParameters);
  if (decided.kind === "failed") return refuse(decided.failure, request);
  const row = decided.value;
  const proposedId = proposedRecord(row.path);
  return requireReadAccess(ports, request, row, async () => {
    if (proposedId !== null) return answerUndoneProposal(ports, request, row, proposedId);
    const undo = await readUndo(ports, row, await ports.currentUser.name());
    if (undo.kind === "failed") return refuse(undo.failure, request);
    const approval = readApproval(inputParameters);
    // What somebody typed there since is not to be written over.
    const wish = { ...undo.value, trigger: "person", isInTransaction, look: true, ...approval } as const;
    const outcome = await syncOpportunity(ports, wish);
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.saveFailure !== null) return refuse(outcome.value.saveFailure, request);
    const after = await findDecided(ports, inputParameters);
    const isUndone = after.kind === "done" && after.value.conflict.decision?.kind === toUndoable(row.conflict)?.becomes;
    const code = outcome.value.status === "notShared" ? "conflict.syncIsOff" : "conflict.undoOutdated";
    const result = isUndone ? outcome.value : { ...outcome.value, failure: toFailureWords(code) };
    return { outputParameters: toStandingOutput(result) };
  });
};

/** Answers `cosell_ResolveConflict`: one value of a field that both sides changed becomes that of both. */
export const answerResolveConflict = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { inputParameters, isInTransaction } = request;
  if (isUndo(inputParameters)) return answerUndo(ports, request);
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
