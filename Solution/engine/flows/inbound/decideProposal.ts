import { toFailure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import type { ProposalDecision } from "../../domain/match/Proposal";
import type { OpenConflict } from "../../ports/ConflictStore";
import type { EnginePorts } from "../EnginePorts";
import type { SyncResult } from "../sync/SyncResult";
import { readMicrosofts } from "../sync/readMicrosofts";
import { syncOpportunity } from "../sync/syncOpportunity";
import { moveReferral } from "./moveReferral";

/** The record that a referral may belong to, and what a person says to that. */
export interface ProposalAnswer {
  row: OpenConflict;
  /** The record that was there before. */
  proposedId: string;
  decision: ProposalDecision;
  isInTransaction: boolean;
}

const over = (cause: string): Outcome<never> => failed(toFailure("conflict.over", cause));

/** Moves the referral, or goes on where a run that was stopped had moved it. */
const join = async (
  ports: EnginePorts,
  { row, proposedId, isInTransaction }: ProposalAnswer,
  by: string,
): Promise<Outcome<SyncResult>> => {
  const { table, linkId } = row;
  const settings = await ports.settings.current();
  const links = await ports.inbound.findLinks({ kind: "link", linkId });
  if (links.kind === "failed") return links;
  const [link] = links.value;
  if (link === undefined || !link.isConcluded || link.referralId === null || link.deal?.table !== table)
    return over(`link ${linkId} has no record to leave`);
  const to = await ports.records[table].load(proposedId, settings, "always");
  if (to.kind === "failed") return to;
  if (to.value === null || to.value.record.state !== "open" || (to.value.link !== null && to.value.link.id !== linkId))
    return over(`${table} ${proposedId} is closed or has a referral`);
  const mayWrite = await ports.matches.mayUserWrite(to.value.record);
  if (mayWrite.kind === "failed") return mayWrite;
  if (!mayWrite.value) return failed(toFailure("dataverse.noRight", proposedId));
  const read = await ports.partnerCenter(settings).read(link.referralId);
  if (read.kind === "failed") return read;
  if (read.value.state.status === "Closed") return over(`referral ${link.referralId} is closed`);
  const microsofts = await readMicrosofts(ports, read.value, settings);
  if (microsofts.kind === "failed") return microsofts;
  // The check of the right was a write.
  const again = await ports.records[table].load(proposedId, settings, "always");
  if (again.kind === "failed" || again.value === null) return again.kind === "failed" ? again : over(proposedId);
  const from = await ports.records[table].load(link.deal.id, settings, "always");
  if (from.kind === "failed") return from;
  const move = { link, from: from.value, to: again.value, referral: read.value, settings, by };
  const moved = await moveReferral(ports, move);
  if (moved !== null) return failed(moved);
  const seen = [read.value, ...microsofts.value];
  return syncOpportunity(ports, { table, recordId: proposedId, trigger: "person", isInTransaction, seen });
};

/** Carries out what a person says to a proposal: it is never asked again. How the record stands that the referral belongs to. */
export const decideProposal = async (ports: EnginePorts, answer: ProposalAnswer): Promise<Outcome<SyncResult>> => {
  const { row, decision, isInTransaction } = answer;
  const { table, recordId } = row;
  const by = await ports.currentUser.name();
  const joined = decision === "theSameDeal" ? await join(ports, answer, by) : done(null);
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
