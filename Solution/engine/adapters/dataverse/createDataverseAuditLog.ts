import { toEntryName } from "../../domain/audit/StoredEntry";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { AuditEntry } from "../../domain/audit/AuditEntry";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import { isJsonObject, type JsonObject } from "../../domain/values/Json";
import { parseJson } from "../../domain/values/parseJson";
import { columns, tables } from "../../domain/schema";
import type { AuditLog, TrailEnd } from "../../ports/AuditLog";
import { toDataverseFailure } from "./toDataverseFailure";
import { auditQueries, maxTrailEntries, readAuditedLink, readStoredEntry } from "./auditQueries";
import { fetchAll, fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import { tagged, toRow, type DataverseRow, type RowReader } from "./DataverseRow";
import type { Host } from "../host/Host";

const { logicalName: table, primaryName } = tables.auditEntry;
const { auditEntry } = columns;

/** Facts that tell of an own referral which the link may not know yet. */
const pairing: readonly string[] = ["ReferralCreated", "ReferralFound"];

const toldId = (detail: string, name: string): string | null => {
  const told = parseJson(detail);
  const id = isJsonObject(told) ? told[name] : null;
  return typeof id === "string" ? id : null;
};

const readEnd = ({ text }: RowReader): TrailEnd => {
  const detail = text(auditEntry.detail);
  return {
    sequence: Number(text(auditEntry.sequence)),
    hash: text(auditEntry.hash),
    referralId: pairing.includes(text(auditEntry.fact)) ? toldId(detail, "referralId") : null,
    microsoftReferralId: toldId(detail, "microsoftReferralId"),
  };
};

const keysOf = (linkId: string, { sequence }: AuditEntry): JsonObject => ({
  [auditEntry.linkId]: tagged.reference(tables.link.logicalName, linkId),
  [auditEntry.sequence]: sequence,
});

const toEntryRow = (record: SyncRecord, linkId: string, entry: AuditEntry): DataverseRow & { keys: JsonObject } => ({
  keys: keysOf(linkId, entry),
  ...toRow(table, {
    [primaryName]: toEntryName(entry.fact.words),
    [record.table === "lead" ? auditEntry.leadId : auditEntry.opportunityId]: tagged.reference(record.table, record.id),
    ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
    [auditEntry.fact]: entry.fact.name,
    [auditEntry.detail]: entry.detail,
    [auditEntry.occurredOn]: tagged.instant(entry.occurredOn),
    [auditEntry.previousHash]: entry.previousHash === "" ? null : entry.previousHash,
    [auditEntry.hash]: entry.hash,
  }),
});

/** More than one run ever writes. */
const maxTail = 200;

/** Trails as they lie there, for whoever holds them against their chains. */
const createTrails = (host: Host): Omit<AuditLog, "append" | "lastAfter"> => {
  const fetch = async <Value>(query: string, read: (row: RowReader) => Value): Promise<Outcome<readonly Value[]>> => {
    const rows = await fetchAll(host, query);
    return rows.kind === "failed" ? rows : done(rows.value.map(read));
  };
  return {
    linksAfter: (after, limit) => fetch(auditQueries.linksAfter(after, limit), readAuditedLink),
    latestLinks: (limit) => fetch(auditQueries.latestLinks(limit), readAuditedLink),
    strayEntries: (limit) => fetch(auditQueries.strayEntries(limit), readStoredEntry),
    trailsOf: async (linkIds) => {
      const entries = linkIds.length === 0 ? done([]) : await fetch(auditQueries.trailsOf(linkIds), readStoredEntry);
      return entries.kind === "failed"
        ? entries
        : done({ entries: entries.value, isWhole: entries.value.length < maxTrailEntries });
    },
  };
};

/** The audit trail over the bridge. Upserted by place in the trail: a refused Create would spoil a transaction. */
export const createDataverseAuditLog = (host: Host): AuditLog => ({
  ...createTrails(host),

  append: async (record, linkId, entries) => {
    const rows = entries.map((entry) => toEntryRow(record, linkId, entry));
    const answer = await host.call("org.execute", {
      message: "UpsertMultiple",
      parameters: { Targets: { $t: "entities", table, rows } },
      as: "system",
    });
    return answer.ok ? null : toDataverseFailure(answer);
  },

  lastAfter: async (linkId, sequence) => {
    const rows = await fetchRows(host, {
      table,
      columns: [auditEntry.sequence, auditEntry.hash, auditEntry.fact, auditEntry.detail],
      conditions: [
        fetchXml.condition(auditEntry.linkId, "eq", linkId),
        fetchXml.condition(auditEntry.sequence, "gt", sequence),
      ],
      top: maxTail,
    });
    if (rows.kind === "failed") return rows;
    const ends = rows.value.map(readEnd).sort((one, other) => other.sequence - one.sequence);
    const [last] = ends;
    if (last === undefined) return done(null);
    const newest = (name: "referralId" | "microsoftReferralId") =>
      ends.find((end) => end[name] !== null)?.[name] ?? null;
    return done({ ...last, referralId: newest("referralId"), microsoftReferralId: newest("microsoftReferralId") });
  },
});
