import { done, type Outcome } from "../../domain/failure/Outcome";
import { emptyMaintenanceMemory, type MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { columns, tables } from "../../domain/schema";
import type { Instant } from "../../domain/values/instant";
import { isJsonObject } from "../../domain/values/Json";
import type { DealReference, EditedDeal, LinkVersion, MaintenanceStore } from "../../ports/MaintenanceStore";
import { parseJson } from "../../domain/values/parseJson";
import type { Host } from "../host/Host";
import { readConnection, updateConnection } from "./connectionRow";
import { createMaintenanceLease } from "./createMaintenanceLease";
import { tagged, type RowReader } from "./DataverseRow";
import { fetchAll } from "./fetchRows";
import { maintenanceQueries } from "./maintenanceQueries";

const { link, connection } = columns;

const readDeal = ({ reference }: RowReader): DealReference | null => {
  const opportunity = reference(link.opportunityId);
  const lead = reference(link.leadId);
  if (opportunity !== null) return { table: "opportunity", recordId: opportunity.id.toLowerCase() };
  return lead === null ? null : { table: "lead", recordId: lead.id.toLowerCase() };
};

const readEdited = ({ text }: RowReader, { table, recordId }: DealReference): EditedDeal => ({
  table,
  recordId: recordId.toLowerCase(),
  modifiedOn: text("modifiedon"),
  rowVersion: text("versionnumber"),
  link:
    text("link.modifiedon") === ""
      ? null
      : { modifiedOn: text("link.modifiedon"), rowVersion: text("link.versionnumber") },
});

const readVersion = (row: RowReader): LinkVersion[] => {
  const deal = readDeal(row);
  const orNull = (column: string): string | null => row.text(column) || null;
  if (deal === null) return [];
  return [
    {
      ...deal,
      linkId: row.text(tables.link.primaryId),
      referralId: orNull(link.referralIdentifier),
      eTag: orNull(link.referralETag),
      microsoftReferralId: orNull(link.microsoftReferralIdentifier),
      microsoftETag: orNull(link.microsoftReferralETag),
      engagementId: orNull(link.engagementIdentifier),
    },
  ];
};

const readStanding = (row: RowReader): (DealReference & { createdOn: Instant })[] => {
  const deal = readDeal(row);
  return deal === null ? [] : [{ ...deal, createdOn: row.text("createdon") }];
};

const readOpportunity = ({ text }: RowReader): DealReference[] => [
  { table: "opportunity", recordId: text(tables.opportunity.primaryId).toLowerCase() },
];

const readMemory = (text: string): MaintenanceMemory => {
  const json = parseJson(text);
  return isJsonObject(json) ? { ...emptyMaintenanceMemory, ...json } : emptyMaintenanceMemory;
};

/** What maintenance needs of Dataverse, over the bridge. */
export const createDataverseMaintenance = (host: Host): MaintenanceStore => {
  const fetchEach = async <Value>(
    query: string,
    read: (row: RowReader) => readonly Value[],
  ): Promise<Outcome<readonly Value[]>> => {
    const rows = await fetchAll(host, query);
    return rows.kind === "failed" ? rows : done(rows.value.flatMap(read));
  };

  return {
    ...createMaintenanceLease(host),

    read: async () => {
      const row = await readConnection(host, [connection.maintenanceMemory, connection.refreshTokenExpiresOn]);
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const memory = readMemory(row.value.text(connection.maintenanceMemory));
      return done({
        memory,
        connectedOn: row.value.text("createdon"),
        signInEndsOn: row.value.text(connection.refreshTokenExpiresOn) || null,
      });
    },

    save: (memory, { sweptOn, passedOn }) =>
      updateConnection(host, {
        [connection.maintenanceMemory]: JSON.stringify(memory),
        ...(sweptOn === null ? {} : { [connection.lastSweepOn]: tagged.instant(sweptOn) }),
        ...(passedOn === null ? {} : { [connection.lastFullPassOn]: tagged.instant(passedOn) }),
      }),

    linksOf: (referralIds, engagementIds) =>
      fetchEach(maintenanceQueries.linksOf(referralIds, engagementIds), readVersion),
    stuck: (untouchedSince, after, limit, leasesOnly) =>
      fetchEach(maintenanceQueries.stuck(untouchedSince, after, limit, leasesOnly), readStanding),
    left: (since, limit) => fetchEach(maintenanceQueries.left(since, limit), readStanding),
    withMicrosoft: (after, limit) => fetchEach(maintenanceQueries.withMicrosoft(after, limit), readStanding),
    shared: (after, limit) => fetchEach(maintenanceQueries.shared(after, limit), readStanding),
    ofContact: (contactId, limit) => fetchEach(maintenanceQueries.ofContact(contactId, limit), readOpportunity),
    edited: (table, since, limit) =>
      table === "solution"
        ? fetchEach(maintenanceQueries.editedSolutions(since, limit), (row) => {
            const opportunity = row.reference(columns.partnerCenterSolution.opportunityId);
            return opportunity === null ? [] : [readEdited(row, { table: "opportunity", recordId: opportunity.id })];
          })
        : fetchEach(maintenanceQueries.edited(table, since, limit), (row) => [
            readEdited(row, { table, recordId: row.text(tables[table].primaryId) }),
          ]),
  };
};
