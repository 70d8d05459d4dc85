import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import type { DecidedConflict } from "../../ports/ConflictStore";
import type { EnginePorts } from "../EnginePorts";
import type { SyncResult } from "../sync/SyncResult";
import { syncOpportunity } from "../sync/syncOpportunity";
import { recordIdOf } from "./holdLink";
import { moveReferral } from "./moveReferral";
import { findMoved, prepareMove } from "./prepareMove";

/** What was said to a proposal, and is not to count any more. */
export interface UndoneProposal {
  decided: DecidedConflict;
  /** The record that was there before. */
  proposedId: string;
  isInTransaction: boolean;
}

/** The record that was made of the referral, opened again where it was closed as the same deal. */
const reopen = async (ports: EnginePorts, table: DealTable, id: string): Promise<Outcome<null>> => {
  const loaded = await ports.records[table].load(id, await ports.settings.current(), "ifSynced");
  if (loaded.kind === "failed") return loaded;
  if (loaded.value === null) return failed(toFailure("conflict.undoOutdated", `${table} ${id} is gone`));
  if (loaded.value.record.state !== "lost") return done(null);
  const refusal = await ports.matches.reopen({ table, id });
  return refusal === null ? done(null) : failed(refusal);
};

/** Moves the referral back to the record that was made of it, or goes on where a run that was stopped had moved it. */
const separate = async (
  ports: EnginePorts,
  { decided: { table, linkId }, proposedId, isInTransaction }: UndoneProposal,
): Promise<Outcome<SyncResult>> => {
  const link = await findMoved(ports, linkId);
  if (link.kind === "failed") return link;
  const made = await recordIdOf(ports.digest, link.value.referralId);
  const holder = link.value.deal?.id;
  if (holder !== proposedId && holder !== made)
    return failed(toFailure("conflict.undoOutdated", `link ${linkId} is at another record`));
  const reopened = await reopen(ports, table, made);
  if (reopened.kind === "failed") return reopened;
  const prepared = await prepareMove(ports, { linkId, to: { table, recordId: made }, why: "undone" });
  if (prepared.kind === "failed") return prepared;
  const { move, to, seen } = prepared.value;
  const refusal = await moveReferral(ports, move, to);
  if (refusal !== null) return failed(refusal);
  return syncOpportunity(ports, { table, recordId: made, trigger: "person", isInTransaction, seen });
};

/**
 * Takes back what a person said to a proposal: the question is open again, and what was moved as the same deal is where it was before.
 * How the record stands that the referral belongs to.
 */
export const undoProposal = async (ports: EnginePorts, undone: UndoneProposal): Promise<Outcome<SyncResult>> => {
  const { decided, isInTransaction } = undone;
  const { table, recordId, linkId, path } = decided;
  const separated = decided.conflict.decision?.kind === "theSameDeal" ? await separate(ports, undone) : done(null);
  if (separated.kind === "failed") return separated;
  const refusal = await ports.conflicts.reopenProposals(linkId, path);
  if (refusal !== null) return failed(refusal);
  return separated.value === null
    ? syncOpportunity(ports, { table, recordId, trigger: "step", isInTransaction })
    : done(separated.value);
};
