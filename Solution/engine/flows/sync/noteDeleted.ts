import { toFailure, type Failure } from "../../domain/failure/Failure";
import { toReferralSubject } from "../../domain/maintenance/Message";
import type { DealTable } from "../../domain/opportunity/DealRecord";
import { columns, tables } from "../../domain/schema";
import type { EngineRequest } from "../EngineRequest";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, textOfColumn } from "../inputs";

export const isDealTable = (name: string): name is DealTable =>
  name === tables.opportunity.logicalName || name === tables.lead.logicalName;

/**
 * Tells operators of a shared record that was deleted: Partner Center goes on with its referral, and nobody here would see that.
 * Nothing is closed there, for nobody said how the deal ended. Returns why it could not be told, or null.
 */
export const noteDeleted = async (
  { inbound, messages }: EnginePorts,
  { preImages }: Pick<EngineRequest, "preImages">,
  table: DealTable,
): Promise<Failure | null> => {
  const before = preImages["pre"];
  const referralId = textOfColumn(attributeOf(before, columns[table].referralIdentifier)).toLowerCase();
  if (referralId === "") return null;
  const links = await inbound.findLinks({ kind: "referral", referralId });
  if (links.kind === "failed") return links.failure;
  // A qualified lead has given its referral over; a copy never had one.
  const left = links.value.find(({ deal, referralId: own }) => deal === null && own === referralId);
  if (left === undefined || left.memory.own?.status === "Closed") return null;
  return messages.postpone({
    record: toReferralSubject(referralId, textOfColumn(attributeOf(before, tables[table].primaryName))),
    linkId: left.linkId,
    attempts: 1,
    failure: toFailure("referral.recordDeleted", `${table} of referral ${referralId}`),
    nextAttemptOn: null,
    payload: { referralId },
  });
};
