import { toFailure, type Failure } from "../../domain/failure/Failure";
import { toReferralSubject } from "../../domain/maintenance/Message";
import { emptyMemory } from "../../domain/link/Link";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import { columns, tables } from "../../domain/schema";
import type { EngineRequest } from "../EngineRequest";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, textOfColumn } from "../inputs";

export const isDealTable = (name: string): name is DealTable =>
  name === tables.opportunity.logicalName || name === tables.lead.logicalName;

/**
 * Tells operators that the record of a referral is gone: Partner Center goes on with the referral, and nobody here would see that.
 * Nothing is closed there, for nobody said how the deal ended. Returns why it could not be told, or null.
 */
export const tellDeleted = (
  { messages }: EnginePorts,
  { referralId, linkId, name }: { referralId: string; linkId: string; name: string },
): Promise<Failure | null> =>
  messages.postpone({
    record: toReferralSubject(referralId, name),
    linkId,
    attempts: 1,
    failure: toFailure("referral.recordDeleted", `referral ${referralId}`),
    nextAttemptOn: null,
    payload: { referralId },
  });

/** What the step on Delete does: a shared record was deleted. */
export const noteDeleted = async (
  ports: EnginePorts,
  { preImages }: Pick<EngineRequest, "preImages">,
  table: DealTable,
): Promise<Failure | null> => {
  const before = preImages["pre"];
  const referralId = textOfColumn(attributeOf(before, columns[table].referralIdentifier)).toLowerCase();
  if (referralId === "") return null;
  const links = await ports.inbound.findLinks({ kind: "referral", referralId });
  if (links.kind === "failed") return links.failure;
  // A qualified lead has given its referral over; a copy never had one.
  const left = links.value.find(({ deal, referralId: own }) => deal === null && own === referralId);
  if (left === undefined || left.memory.own?.status === "Closed") return null;
  // An unfinished link would have its record made again.
  const refusal = left.isConcluded
    ? null
    : await ports.inbound.completeLink(left.linkId, emptyMemory, { sequence: 0, hash: "" });
  if (refusal !== null) return refusal;
  const name = textOfColumn(attributeOf(before, tables[table].primaryName));
  return tellDeleted(ports, { referralId, linkId: left.linkId, name });
};
