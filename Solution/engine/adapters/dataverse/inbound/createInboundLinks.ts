import { fitText } from "../../../domain/columns/fitText";
import type { Failure } from "../../../domain/failure/Failure";
import { done, failed } from "../../../domain/failure/Outcome";
import { parseLinkMemory, printLinkMemory } from "../../../domain/link/Link";
import { columns, tables } from "../../../domain/schema";
import { leaseMs } from "../../../domain/link/lease";
import { addMs, type Instant } from "../../../domain/values/instant";
import type { Json, JsonObject } from "../../../domain/values/Json";
import type { InboundStore, LinkedReferral, LinkSearch } from "../../../ports/InboundStore";
import type { Host } from "../../host/Host";
import { tagged, toRow, type RowReader } from "../DataverseRow";
import { fetchXml } from "../fetchXml";
import { isOvertaken, toDataverseFailure } from "../toDataverseFailure";
import { fetchRows } from "../fetchRows";

const { logicalName: table, primaryId, primaryName } = tables.link;
const { link } = columns;

/** Characters a link's name takes. */
const maxNameChars = 200;
/** Links of one engagement; more than one only where something went wrong. */
const maxLinks = 10;

const linkColumns = [
  primaryId,
  "versionnumber",
  "createdon",
  link.leaseExpiresOn,
  link.opportunityId,
  link.leadId,
  link.referralIdentifier,
  link.referralETag,
  link.microsoftReferralIdentifier,
  link.microsoftReferralETag,
  link.lastAgreedValues,
];

const toFilter = (search: LinkSearch): string => {
  if (search.kind === "link") return fetchXml.condition(primaryId, "eq", search.linkId);
  return search.kind === "engagement"
    ? fetchXml.condition(link.engagementIdentifier, "eq", search.engagementId)
    : fetchXml.either([
        fetchXml.condition(link.referralIdentifier, "eq", search.referralId),
        fetchXml.condition(link.microsoftReferralIdentifier, "eq", search.referralId),
      ]);
};

/** A qualified lead's link may name both: the opportunity is the deal then. */
const readDeal = ({ reference }: RowReader): LinkedReferral["deal"] => {
  const opportunity = reference(link.opportunityId);
  if (opportunity) return { table: "opportunity", id: opportunity.id.toLowerCase() };
  const lead = reference(link.leadId);
  return lead ? { table: "lead", id: lead.id.toLowerCase() } : null;
};

const readLinked = (reader: RowReader): LinkedReferral => {
  const orNull = (column: string): string | null => reader.text(column) || null;
  const memory = reader.text(link.lastAgreedValues);
  return {
    linkId: reader.text(primaryId),
    deal: readDeal(reader),
    rowVersion: reader.text("versionnumber"),
    isConcluded: memory !== "",
    // Making the link was its first lease, until its record was made.
    leaseExpiresOn: reader.text(link.leaseExpiresOn) || addMs(reader.text("createdon"), memory === "" ? leaseMs : 0),
    referralId: orNull(link.referralIdentifier),
    eTag: orNull(link.referralETag),
    microsoftReferralId: orNull(link.microsoftReferralIdentifier),
    microsoftETag: orNull(link.microsoftReferralETag),
    memory: parseLinkMemory(memory),
  };
};

const update = async (host: Host, linkId: string, attributes: JsonObject): Promise<Failure | null> => {
  const answer = await host.call("org.update", { entity: toRow(table, attributes, linkId), as: "system" });
  return answer.ok ? null : toDataverseFailure(answer);
};

/** A record is being made: syncs leave it alone. */
const toLease = (expiresOn: Instant): Record<string, Json> => ({
  [link.leaseOwner]: "inbound",
  [link.leaseExpiresOn]: tagged.instant(expiresOn),
});

type InboundLinks = Pick<
  InboundStore,
  "findLinks" | "createLink" | "resumeLink" | "releaseLink" | "linkRecord" | "completeLink"
>;

/** Links as inbound referrals find and make them. */
export const createInboundLinks = (host: Host): InboundLinks => ({
  findLinks: async (search) => {
    const query = { table, columns: linkColumns, conditions: [toFilter(search)], top: maxLinks };
    const rows = await fetchRows(host, query);
    return rows.kind === "failed" ? rows : done(rows.value.map(readLinked));
  },

  // An Upsert, as it carries nothing that would do harm to a link of another run (an owner would), nor to an open transaction.
  createLink: async ({ referralId, engagementId, name }) => {
    const row = toRow(table, {
      [primaryName]: fitText(name || "Referral", maxNameChars),
      [link.referralIdentifier]: referralId,
      [link.engagementIdentifier]: engagementId,
    });
    const answer = await host.call<{ results: { RecordCreated: boolean; Target: { id: string } } }>("org.execute", {
      message: "Upsert",
      parameters: { Target: { ...row, keys: { [link.referralIdentifier]: referralId } } },
      as: "system",
    });
    if (!answer.ok) return failed(toDataverseFailure(answer));
    const { RecordCreated: isBegun, Target } = answer.value.results;
    return done({ isBegun, linkId: Target.id });
  },

  resumeLink: async ({ linkId, rowVersion }, leaseExpiresOn) => {
    const entity = toRow(table, toLease(leaseExpiresOn), linkId);
    const answer = await host.call("org.update", { entity, ifMatch: rowVersion, as: "system" });
    if (answer.ok) return done(true);
    return isOvertaken(answer) ? done(false) : failed(toDataverseFailure(answer));
  },

  // The time stays, and is over: without one, making the link would count as its lease.
  releaseLink: (linkId, now) =>
    update(host, linkId, { [link.leaseOwner]: null, [link.leaseExpiresOn]: tagged.instant(now) }),

  linkRecord: (linkId, { table: dealTable, id, referral, owner }) =>
    update(host, linkId, {
      [dealTable === "lead" ? link.leadId : link.opportunityId]: tagged.reference(dealTable, id),
      [link.engagementIdentifier]: referral.engagementId,
      ...(owner.id === "" ? {} : { ownerid: tagged.reference(owner.table, owner.id) }),
    }),

  completeLink: (linkId, memory, { sequence, hash }) =>
    update(host, linkId, {
      [link.lastAgreedValues]: printLinkMemory(memory),
      [link.auditSequence]: sequence,
      [link.auditHash]: hash,
      [link.leaseOwner]: null,
      [link.leaseExpiresOn]: null,
    }),
});
