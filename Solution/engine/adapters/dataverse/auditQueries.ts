import type { StoredEntry } from "../../domain/audit/StoredEntry";
import { columns, tables } from "../../domain/schema";
import type { Instant } from "../../domain/values/instant";
import type { AuditedLink } from "../../ports/AuditLog";
import type { RowReader } from "./DataverseRow";
import { fetchXml } from "./fetchXml";

const { auditEntry, link } = columns;
const { attributes, condition, every, isNull, isOneOf } = fetchXml;

/** As many rows as one query gives. */
export const maxTrailEntries = 5000;

const nameColumns = { opportunity: "name", lead: "subject" } as const;

const joinRecord = (table: keyof typeof nameColumns): string =>
  `<link-entity name="${table}" from="${tables[table].primaryId}" to="${link[`${table}Id`]}" alias="${table}" link-type="outer">` +
  `${attributes([tables[table].primaryId, nameColumns[table], columns[table].audit])}</link-entity>`;

const linkQuery = (limit: number, filter: string, order: string): string =>
  `<fetch top="${limit}"><entity name="${tables.link.logicalName}">` +
  attributes([tables.link.primaryId, "createdon", link.auditSequence, link.auditHash, link.leaseOwner]) +
  `${filter}${joinRecord("opportunity")}${joinRecord("lead")}${order}</entity></fetch>`;

const entryQuery = (limit: number, filter: string): string =>
  `<fetch top="${limit}"><entity name="${tables.auditEntry.logicalName}">` +
  attributes([tables.auditEntry.primaryName, ...Object.values(entryColumns)]) +
  `${filter}<order attribute="${auditEntry.linkId}"/><order attribute="${auditEntry.sequence}"/></entity></fetch>`;

const entryColumns = {
  linkId: auditEntry.linkId,
  sequence: auditEntry.sequence,
  factName: auditEntry.fact,
  detail: auditEntry.detail,
  occurredOn: auditEntry.occurredOn,
  previousHash: auditEntry.previousHash,
  hash: auditEntry.hash,
} as const;

/** FetchXML of trails. */
export const auditQueries = {
  linksAfter: (after: Instant, limit: number): string =>
    linkQuery(limit, every([condition("createdon", "gt", after)]), `<order attribute="createdon"/>`),

  latestLinks: (limit: number): string => linkQuery(limit, "", `<order attribute="modifiedon" descending="true"/>`),

  trailsOf: (linkIds: readonly string[]): string =>
    entryQuery(maxTrailEntries, every([isOneOf(auditEntry.linkId, linkIds)])),

  strayEntries: (limit: number): string => entryQuery(limit, every([isNull(auditEntry.linkId)])),
} as const;

const readRecord = ({ text }: RowReader): AuditedLink["record"] => {
  const table = (["opportunity", "lead"] as const).find((name) => text(`${name}.${tables[name].primaryId}`) !== "");
  if (table === undefined) return null;
  return {
    table,
    id: text(`${table}.${tables[table].primaryId}`).toLowerCase(),
    name: text(`${table}.${nameColumns[table]}`),
    audit: text(`${table}.${columns[table].audit}`),
  };
};

export const readAuditedLink = (row: RowReader): AuditedLink => ({
  id: row.text(tables.link.primaryId).toLowerCase(),
  createdOn: row.text("createdon"),
  record: readRecord(row),
  end: { sequence: Number(row.text(link.auditSequence) || "0"), hash: row.text(link.auditHash) },
  isLeased: row.text(link.leaseOwner) !== "",
});

export const readStoredEntry = ({ text, reference }: RowReader): StoredEntry => ({
  linkId: reference(entryColumns.linkId)?.id.toLowerCase() ?? "",
  sequence: text(entryColumns.sequence) === "" ? null : Number(text(entryColumns.sequence)),
  name: text(tables.auditEntry.primaryName),
  factName: text(entryColumns.factName),
  detail: text(entryColumns.detail),
  occurredOn: text(entryColumns.occurredOn),
  previousHash: text(entryColumns.previousHash),
  hash: text(entryColumns.hash),
});
