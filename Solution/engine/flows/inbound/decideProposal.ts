import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { ProposalDecision } from "../../domain/match/Proposal";
import type { OpenConflict } from "../../ports/ConflictStore";
import type { EnginePorts } from "../EnginePorts";
import type { SyncResult } from "../sync/SyncResult";
import { syncOpportunity } from "../sync/syncOpportunity";
import { moveReferral } from "./moveReferral";
import { prepareMove } from "./prepareMove";

/** The record that a referral may belong to, and what a person says to that. */
export interface ProposalAnswer {
  row: OpenConflict;
  /** The record that was there before. */
  proposedId: string;
  decision: ProposalDecision;
  isInTransaction: boolean;
}

/** Moves the referral, or goes on where a run that was stopped had moved it. */
const join = async (
  ports: EnginePorts,
  { row: { table, linkId }, proposedId, isInTransaction }: ProposalAnswer,
): Promise<Outcome<SyncResult>> => {
  const prepared = await prepareMove(ports, { linkId, to: { table, recordId: proposedId }, why: "theSameDeal" });
  if (prepared.kind === "failed") return prepared;
  const { move, to, seen } = prepared.value;
  const refusal = await moveReferral(ports, move, to);
  if (refusal !== null) return failed(refusal);
  return syncOpportunity(ports, { table, recordId: proposedId, trigger: "person", isInTransaction, seen });
};

/** Carries out what a person says to a proposal: it is never asked again. How the record stands that the referral belongs to. */
export const decideProposal = async (ports: EnginePorts, answer: ProposalAnswer): Promise<Outcome<SyncResult>> => {
  const { row, decision, isInTransaction } = answer;
  const { table, recordId } = row;
  const by = await ports.currentUser.name();
  const joined = decision === "theSameDeal" ? await join(ports, answer) : done(null);
  if (joined.kind === "failed") return joined;
  const refusal = await ports.conflicts.decideProposals(
    row.linkId,
    row.path,
    { kind: decision, by },
    await ports.clock.now(),
  );
  if (refusal !== null) return failed(refusal);
  return joined.value === null
    ? syncOpportunity(ports, { table, recordId, trigger: "step", isInTransaction })
    : done(joined.value);
};
