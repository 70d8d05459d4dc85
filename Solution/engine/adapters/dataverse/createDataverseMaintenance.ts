import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { emptyMaintenanceMemory, type MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { choices, columns, tables } from "../../domain/schema";
import type { Instant } from "../../domain/values/instant";
import { isJsonObject, type Json } from "../../domain/values/Json";
import type { DealReference, LinkVersion, MaintenanceStore } from "../../ports/MaintenanceStore";
import { parseJson } from "../host/parseJson";
import type { Host } from "../host/Host";
import { readConnection } from "./connectionRow";
import { createRowReader, tagged, toRow, type DataverseRow, type RowReader } from "./DataverseRow";
import { maintenanceQueries } from "./maintenanceQueries";
import { isOvertaken, toDataverseFailure } from "./toDataverseFailure";

const { link, message, connection } = columns;
const messages = tables.message;

/**
 * Key of the message row that is the lease. It has a row of its own, since the connection is written by every sign-in and every
 * event, and none of these may wait until a maintenance run inside a transaction has ended.
 */
const leaseKey = "maintenance";

const leaseRow = (attributes: Record<string, Json>, id?: string): DataverseRow =>
  toRow(messages.logicalName, attributes, id);

const readDeal = ({ reference }: RowReader): DealReference | null => {
  const opportunity = reference(link.opportunityId);
  const lead = reference(link.leadId);
  if (opportunity !== null) return { table: "opportunity", recordId: opportunity.id.toLowerCase() };
  return lead === null ? null : { table: "lead", recordId: lead.id.toLowerCase() };
};

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

const readMemory = (text: string): MaintenanceMemory => {
  const json = parseJson(text);
  return isJsonObject(json) ? { ...emptyMaintenanceMemory, ...json } : emptyMaintenanceMemory;
};

/** What maintenance needs of Dataverse, over the bridge. */
export const createDataverseMaintenance = (host: Host): MaintenanceStore => {
  const fetch = async (fetchXml: string): Promise<Outcome<readonly RowReader[]>> => {
    const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml, as: "system" });
    return answer.ok ? done(answer.value.rows.map(createRowReader)) : failed(toDataverseFailure(answer));
  };

  const fetchAll = async <Value>(
    query: string,
    read: (row: RowReader) => readonly Value[],
  ): Promise<Outcome<readonly Value[]>> => {
    const rows = await fetch(query);
    return rows.kind === "failed" ? rows : done(rows.value.flatMap(read));
  };

  /** The row of the lease; made where it is missing, without saying anything about who has it. */
  const findLease = async (): Promise<Outcome<RowReader | null>> => {
    const found = await fetch(maintenanceQueries.lease(leaseKey));
    if (found.kind === "failed" || found.value[0])
      return found.kind === "failed" ? found : done(found.value[0] ?? null);
    const row = leaseRow({
      [messages.primaryName]: "Maintenance",
      [message.direction]: tagged.choice(choices.direction.toDynamics365),
      [message.subject]: leaseKey,
      [message.state]: tagged.choice(choices.messageState.done),
    });
    const Target = { ...row, keys: { [message.idempotencyKey]: leaseKey } };
    const made = await host.call("org.execute", { message: "Upsert", parameters: { Target }, as: "system" });
    if (!made.ok) return failed(toDataverseFailure(made));
    const again = await fetch(maintenanceQueries.lease(leaseKey));
    return again.kind === "failed" ? again : done(again.value[0] ?? null);
  };

  return {
    lease: async (owner, now, until) => {
      const row = await findLease();
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const held = row.value.text(message.nextAttemptOn);
      if (held > now) return done(null);
      const id = row.value.text(messages.primaryId);
      const entity = leaseRow({ [message.nextAttemptOn]: tagged.instant(until), [message.detail]: owner }, id);
      const ifMatch = row.value.text("versionnumber");
      const answer = await host.call("org.update", { entity, ifMatch, as: "system" });
      if (answer.ok) return done({ id });
      return isOvertaken(answer) ? done(null) : failed(toDataverseFailure(answer));
    },

    release: async ({ id }) => {
      const entity = leaseRow({ [message.nextAttemptOn]: null }, id);
      const answer = await host.call("org.update", { entity, as: "system" });
      return answer.ok ? null : toDataverseFailure(answer);
    },

    read: async () => {
      const row = await readConnection(host, [connection.maintenanceMemory, connection.refreshTokenExpiresOn]);
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const memory = readMemory(row.value.text(connection.maintenanceMemory));
      return done({ memory, signInEndsOn: row.value.text(connection.refreshTokenExpiresOn) || null });
    },

    save: async (memory, { sweptOn, passedOn }) => {
      const row = await readConnection(host, []);
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row.failure : null;
      const attributes = {
        [connection.maintenanceMemory]: JSON.stringify(memory),
        ...(sweptOn === null ? {} : { [connection.lastSweepOn]: tagged.instant(sweptOn) }),
        ...(passedOn === null ? {} : { [connection.lastFullPassOn]: tagged.instant(passedOn) }),
      };
      const entity = toRow(tables.connection.logicalName, attributes, row.value.text(tables.connection.primaryId));
      const answer = await host.call("org.update", { entity, as: "system" });
      return answer.ok ? null : toDataverseFailure(answer);
    },

    linksOf: (referralIds, engagementIds) =>
      fetchAll(maintenanceQueries.linksOf(referralIds, engagementIds), readVersion),
    stuck: (untouchedSince, after, limit) =>
      fetchAll(maintenanceQueries.stuck(untouchedSince, after, limit), readStanding),
    withMicrosoft: (after, limit) => fetchAll(maintenanceQueries.withMicrosoft(after, limit), readStanding),
    edited: (table, since, limit) =>
      fetchAll(maintenanceQueries.edited(table, since, limit), ({ text }) => [
        {
          table,
          recordId: text(tables[table].primaryId).toLowerCase(),
          modifiedOn: text("modifiedon"),
          linkModifiedOn: text("link.modifiedon") || null,
        },
      ]),
  };
};
