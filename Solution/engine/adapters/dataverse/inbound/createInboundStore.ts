import type { Failure } from "../../../domain/failure/Failure";
import { done, type Outcome } from "../../../domain/failure/Outcome";
import { toMessageKey, toReferralSubject } from "../../../domain/maintenance/Message";
import type { DealTable } from "../../../domain/opportunity/SyncRecord";
import { choices, columns, tables } from "../../../domain/schema";
import type { Customize } from "../../../ports/Customize";
import type { InboundStore } from "../../../ports/InboundStore";
import type { Host } from "../../host/Host";
import { tagged, toRow } from "../DataverseRow";
import { findCurrency } from "../findCurrency";
import { fetchXml } from "../fetchXml";
import { toDataverseFailure } from "../toDataverseFailure";
import type { ReadColumns } from "../columns/createColumnReader";
import { createCustomers } from "./createCustomers";
import { createInboundLinks } from "./createInboundLinks";
import { findOwner } from "./findOwner";
import { fetchRows } from "../fetchRows";
import { makeRow } from "./makeRow";
import { toDealAttributes } from "./toDealAttributes";

const { logicalName: messageTable, primaryId: messageId } = tables.message;
const { message } = columns;
const dealTables: readonly DealTable[] = ["opportunity", "lead"];

const settleMessage = async (host: Host, referralId: string): Promise<Failure | null> => {
  const key = toMessageKey(toReferralSubject(referralId));
  const conditions = [
    fetchXml.condition(message.idempotencyKey, "eq", key),
    fetchXml.condition(message.state, "ne", choices.messageState.done),
  ];
  const rows = await fetchRows(host, { table: messageTable, columns: [messageId], conditions, top: 1 });
  if (rows.kind === "failed") return rows.failure;
  const id = rows.value[0]?.text(messageId);
  if (id === undefined) return null;
  const settled = {
    [message.state]: tagged.choice(choices.messageState.done),
    [message.parkedFor]: null,
    [message.nextAttemptOn]: null,
    [message.failureCode]: null,
  };
  const answer = await host.call("org.update", { entity: toRow(messageTable, settled, id), as: "system" });
  return answer.ok ? null : toDataverseFailure(answer);
};

/** What inbound referrals need of Dataverse, over the bridge. */
export const createInboundStore = (
  host: Host,
  customize: Customize,
  read: ReadColumns,
  userId: string,
): InboundStore => {
  const findDeal = async (id: string): Promise<Outcome<DealTable | null>> => {
    for (const table of dealTables) {
      const columnsOf = [tables[table].primaryId];
      const conditions = [fetchXml.condition(tables[table].primaryId, "eq", id)];
      const rows = await fetchRows(host, { table, columns: columnsOf, conditions, top: 1 });
      if (rows.kind === "failed") return rows;
      if (rows.value.length > 0) return done(table);
    }
    return done(null);
  };

  return {
    ...createInboundLinks(host),
    ...createCustomers(host, read),
    findDeal,
    findOwner: (email) =>
      email === "" ? Promise.resolve(done({ table: "systemuser", id: userId })) : findOwner(host, email),

    findCurrency: async (code) => {
      const found = await findCurrency(host, code);
      return found.kind === "failed" ? found : done(found.value?.id ?? null);
    },

    createRecord: (deal, settings) =>
      makeRow(
        host,
        deal.table,
        deal.id,
        () =>
          customize(settings.customizeApi, {
            table: deal.table,
            operation: "create",
            record: toDealAttributes(deal, settings),
            referral: deal.referral.content,
          }),
        read,
      ),

    switchOn: async ({ table, id, audit }, rowVersion) => {
      const { syncWithPartnerCenter, audit: trail } = columns[table];
      const entity = toRow(table, { [syncWithPartnerCenter]: true, [trail]: audit }, id);
      const ifMatch = rowVersion === undefined ? {} : { ifMatch: rowVersion };
      const answer = await host.call("org.update", { entity, ...ifMatch, as: "system" });
      return answer.ok ? null : toDataverseFailure(answer);
    },

    settleMessage: (referralId) => settleMessage(host, referralId),
  };
};
