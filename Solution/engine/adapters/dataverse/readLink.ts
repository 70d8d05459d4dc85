import { leaseMs } from "../../domain/link/lease";
import { addMs, parseInstant, printInstant, type Instant } from "../../domain/values/instant";
import { emptyLinkState, parseLinkMemory, type Link } from "../../domain/link/Link";
import { columns, tables } from "../../domain/schema";
import { toSyncStatus } from "../../domain/sync/syncStatus";
import type { RowReader } from "./DataverseRow";
import { aliases } from "./toOpportunityQuery";

const toInstant = (text: string): Instant | null => {
  const ms = parseInstant(text);
  return ms === null ? null : printInstant(ms);
};

/** The link in a row of the opportunity query; null where none is joined. */
export const readLink = ({ text, choice }: RowReader): Link | null => {
  const column = (name: string): string => `${aliases.link}.${name}`;
  const read = (name: string): string => text(column(name));
  const orNull = (name: string): string | null => read(name) || null;
  const { link } = columns;
  const id = read(tables.link.primaryId);
  if (id === "") return null;
  const memory = read(link.lastAgreedValues);
  // A link that no run has concluded yet is held by the run that made it: making it was the claim.
  const birthLease =
    memory === "" ? { leaseOwner: "creation", leaseExpiresOn: addMs(read("createdon"), leaseMs) } : null;
  return {
    ...emptyLinkState,
    id,
    leadId: null,
    rowVersion: read("versionnumber"),
    referralId: orNull(link.referralIdentifier),
    engagementId: orNull(link.engagementIdentifier),
    microsoftReferralId: orNull(link.microsoftReferralIdentifier),
    eTag: orNull(link.referralETag),
    microsoftETag: orNull(link.microsoftReferralETag),
    memory: parseLinkMemory(memory),
    status: toSyncStatus(choice(column(link.syncStatus))),
    failureCode: orNull(link.failureCode),
    leaseOwner: orNull(link.leaseOwner) ?? birthLease?.leaseOwner ?? null,
    leaseExpiresOn: orNull(link.leaseExpiresOn) ?? birthLease?.leaseExpiresOn ?? null,
    answerDueOn: toInstant(read(link.answerDueOn)),
    changedThereOn: toInstant(read(link.changedThereOn)),
    callDay: read(link.callDay),
    callCount: Number(read(link.callCount) || "0"),
    auditSequence: Number(read(link.auditSequence) || "0"),
    auditHash: read(link.auditHash),
  };
};
