import type { AuditEntry } from "../../domain/audit/AuditEntry";
import type { DealRecord } from "../../domain/opportunity/DealRecord";
import type { JsonObject } from "../../domain/values/Json";
import { columns, tables } from "../../domain/schema";
import type { AuditLog } from "../../ports/AuditLog";
import { toDataverseFailure } from "./toDataverseFailure";
import { tagged, toRow, type DataverseRow } from "./DataverseRow";
import type { Host } from "../host/Host";

const { logicalName: table, primaryName } = tables.auditEntry;
const { auditEntry } = columns;

/** Characters an entry's name takes. */
const maxNameChars = 200;

const keysOf = (linkId: string, { sequence }: AuditEntry): JsonObject => ({
  [auditEntry.linkId]: tagged.reference(tables.link.logicalName, linkId),
  [auditEntry.sequence]: sequence,
});

const toEntryRow = (record: DealRecord, linkId: string, entry: AuditEntry): DataverseRow & { keys: JsonObject } => ({
  keys: keysOf(linkId, entry),
  ...toRow(table, {
    [primaryName]: entry.fact.words.slice(0, maxNameChars),
    [record.table === "lead" ? auditEntry.leadId : auditEntry.opportunityId]: tagged.reference(record.table, record.id),
    ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
    [auditEntry.fact]: entry.fact.name,
    [auditEntry.detail]: entry.detail,
    [auditEntry.occurredOn]: tagged.instant(entry.occurredOn),
    [auditEntry.previousHash]: entry.previousHash === "" ? null : entry.previousHash,
    [auditEntry.hash]: entry.hash,
  }),
});

/**
 * The audit trail over the bridge. Upserted by place in the trail: what a run wrote that was stopped before its link counts for
 * nothing, since no link leads to it, and the next run writes over it. A refused Create would spoil a transaction.
 */
export const createDataverseAuditLog = (host: Host): AuditLog => ({
  append: async (record, linkId, entries) => {
    const rows = entries.map((entry) => toEntryRow(record, linkId, entry));
    const answer = await host.call("org.execute", {
      message: "UpsertMultiple",
      parameters: { Targets: { $t: "entities", table, rows } },
      as: "system",
    });
    return answer.ok ? null : toDataverseFailure(answer);
  },
});
