import type { Failure } from "../../domain/failure/Failure";
import { describeDeal, describeEvidence, toProposalPath } from "../../domain/match/Proposal";
import type { NewDeal } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import type { AlikeRecord } from "./findAlike";

/**
 * Asks about records that may be the deal for which another one was made: by a row on each of both records, owned by whoever owns
 * it. Safe to repeat. Two requests a record.
 */
export const proposeRecords = async (
  { conflicts, clock }: EnginePorts,
  linkId: string,
  { table, id, values, owner }: NewDeal,
  alike: readonly AlikeRecord[],
): Promise<Failure | null> => {
  const now = await clock.now();
  const made = { table, id, name: values.name ?? "", ownerId: owner.id, ownerTable: owner.table };
  for (const { loaded, evidence } of alike) {
    const path = toProposalPath(loaded.record.id);
    const row = {
      path,
      label: "May be the same deal",
      here: describeDeal(loaded.opportunity),
      there: describeDeal(values),
      agreed: describeEvidence(evidence),
      decision: null,
      isNew: true,
      on: now,
    };
    for (const record of [loaded.record, made]) {
      const refusal = await conflicts.note(record, linkId, [{ ...row, key: `${path}@${record.id}` }]);
      if (refusal !== null) return refusal;
    }
  }
  return null;
};
