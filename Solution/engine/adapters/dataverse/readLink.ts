import { leaseMs } from "../../domain/link/lease";
import { addMs, parseInstant, printInstant, type Instant } from "../../domain/values/instant";
import { emptyLinkState, parseLinkMemory, type Link } from "../../domain/link/Link";
import { columns, tables } from "../../domain/schema";
import { toSyncStatus } from "../../domain/sync/syncStatus";
import type { RowReader } from "./DataverseRow";
import { aliases } from "./toOpportunityQuery";

const { link } = columns;

const toInstant = (text: string): Instant | null => {
  const ms = parseInstant(text);
  return ms === null ? null : printInstant(ms);
};

/** The last time that a date column takes. */
const never: Instant = "9999-12-31T00:00:00.000Z";

/**
 * A link that no run has concluded yet is held by the run that made it: making it was the claim. One that came with a referral
 * is only gone on with by inbound, which knows what was agreed.
 */
const birthLease = (
  { text }: RowReader,
  column: (name: string) => string,
): Partial<Pick<Link, "leaseOwner" | "leaseExpiresOn">> => {
  if (text(column(link.referralIdentifier)) !== "") return { leaseOwner: "inbound", leaseExpiresOn: never };
  if (text(column(link.leaseOwner)) !== "") return {};
  return { leaseOwner: "creation", leaseExpiresOn: addMs(text(column("createdon")), leaseMs) };
};

const read = (reader: RowReader, alias: string, leadId: string | null): Link | null => {
  const { text, choice } = reader;
  const column = (name: string): string => `${alias}.${name}`;
  const textAt = (name: string): string => text(column(name));
  const orNull = (name: string): string | null => textAt(name) || null;
  const id = textAt(tables.link.primaryId);
  if (id === "") return null;
  const memory = textAt(link.lastAgreedValues);
  return {
    ...emptyLinkState,
    id,
    leadId,
    rowVersion: textAt("versionnumber"),
    referralId: orNull(link.referralIdentifier),
    engagementId: orNull(link.engagementIdentifier),
    microsoftReferralId: orNull(link.microsoftReferralIdentifier),
    eTag: orNull(link.referralETag),
    microsoftETag: orNull(link.microsoftReferralETag),
    memory: parseLinkMemory(memory),
    status: toSyncStatus(choice(column(link.syncStatus))),
    failureCode: orNull(link.failureCode),
    leaseOwner: orNull(link.leaseOwner),
    leaseExpiresOn: orNull(link.leaseExpiresOn),
    ...(memory === "" ? birthLease(reader, column) : {}),
    answerDueOn: toInstant(textAt(link.answerDueOn)),
    changedThereOn: toInstant(textAt(link.changedThereOn)),
    callDay: textAt(link.callDay),
    callCount: Number(textAt(link.callCount) || "0"),
    auditSequence: Number(textAt(link.auditSequence) || "0"),
    auditHash: textAt(link.auditHash),
  };
};

/** The link in a row of a deal's query; null where none is joined. */
export const readLink = (reader: RowReader): Link | null => read(reader, aliases.link, null);

/** The link of the lead that the opportunity was made from; null where there is none. */
export const readLeadLink = (reader: RowReader): Link | null => {
  const leadId = reader.reference("originatingleadid")?.id.toLowerCase() ?? null;
  return leadId === null ? null : read(reader, aliases.leadLink, leadId);
};
