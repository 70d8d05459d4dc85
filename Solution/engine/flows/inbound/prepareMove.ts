import type { MoveReason } from "../../domain/audit/auditFacts";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { isNeverShared } from "../../domain/link/doubtSince";
import { isOutgoing } from "../../domain/inbound/classifyReferral";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { EnginePorts } from "../EnginePorts";
import type { DealKey } from "../requireReadAccess";
import { readMicrosofts } from "../sync/readMicrosofts";
import type { Move } from "./moveReferral";

type OfReferral = LinkedReferral & { referralId: string };

const refused = (code: FailureCode, cause: string): Outcome<never> => failed(toFailure(code, cause));

/** The link of a referral that a run has finished with. */
export const findMoved = async ({ inbound }: EnginePorts, linkId: string): Promise<Outcome<OfReferral>> => {
  const links = await inbound.findLinks({ kind: "link", linkId });
  if (links.kind === "failed") return links;
  const [link] = links.value;
  const referralId = link?.referralId ?? null;
  return link === undefined || !link.isConcluded || referralId === null
    ? refused("request.linkGone", `link ${linkId} has no referral`)
    : done({ ...link, referralId });
};

/** Why this user may not write the record, or null. The check is a write. */
const refuseUser = async ({ matches }: EnginePorts, { record }: LoadedRecord): Promise<Failure | null> => {
  const may = await matches.mayUserWrite(record);
  if (may.kind === "failed") return may.failure;
  return may.value ? null : toFailure("dataverse.noRight", record.id);
};

/** An open record that has the referral, or may have it. */
const loadOpen = async (
  ports: EnginePorts,
  { table, recordId }: DealKey,
  settings: SyncSettings,
  linkId: string,
): Promise<Outcome<LoadedRecord>> => {
  const found = await ports.records[table].load(recordId, settings, "always");
  if (found.kind === "failed") return found;
  if (found.value === null) return refused("dataverse.noRight", `${table} ${recordId} is gone`);
  if (found.value.record.state !== "open") return refused("request.moveClosed", `${table} ${recordId} is closed`);
  const { link } = found.value;
  return link !== null && link.id !== linkId && !isNeverShared(link)
    ? refused("request.moveShared", `${table} ${recordId} has link ${link.id}`)
    : done(found.value);
};

/** Where this user's own right is asked for, the record is read anew after that was checked: the check may have waited for another run. */
const loadOwn = async (
  ports: EnginePorts,
  key: DealKey,
  settings: SyncSettings,
  linkId: string,
  isOwn = true,
): Promise<Outcome<LoadedRecord>> => {
  const found = await loadOpen(ports, key, settings, linkId);
  if (found.kind === "failed" || !isOwn) return found;
  const refusal = await refuseUser(ports, found.value);
  return refusal === null ? loadOpen(ports, key, settings, linkId) : failed(refusal);
};

/** Whoever says that two records are the same deal needs the right on the one that takes it, and on it to take that back. */
const ownOf: Readonly<Record<MoveReason, { from: boolean; to: boolean }>> = {
  moved: { from: true, to: true },
  theSameDeal: { from: false, to: true },
  undone: { from: true, to: false },
};

/** The record that has the referral; one that was deleted, or a referral that was taken off, has none. */
const loadFrom = async (
  ports: EnginePorts,
  { deal, linkId }: LinkedReferral,
  settings: SyncSettings,
  why: MoveReason,
): Promise<Outcome<LoadedRecord | null>> => {
  if (deal === null) return done(null);
  return ownOf[why].from
    ? loadOwn(ports, { table: deal.table, recordId: deal.id }, settings, linkId)
    : ports.records[deal.table].load(deal.id, settings, "always");
};

const tableOf = ({ deal, memory }: LinkedReferral): DealTable | null => deal?.table ?? memory.takenOff?.table ?? null;

/** A move with the record that takes the referral, and what was read of Partner Center for it. */
export interface PreparedMove {
  move: Move;
  to: LoadedRecord;
  seen: readonly Referral[];
}

/** Everything that a move needs, or why there is none. Reads, and checks by a write what this user may write. */
export const prepareMove = async (
  ports: EnginePorts,
  { linkId, to: key, why }: { linkId: string; to: DealKey; why: MoveReason },
): Promise<Outcome<PreparedMove>> => {
  const settings = await ports.settings.current();
  const link = await findMoved(ports, linkId);
  if (link.kind === "failed") return link;
  const table = tableOf(link.value);
  if (table !== null && table !== key.table)
    return refused("request.moveOtherTable", `link ${linkId} is about a record of ${table}`);
  const to = await loadOwn(ports, key, settings, linkId, ownOf[why].to);
  if (to.kind === "failed") return to;
  const isThere = link.value.deal?.id === key.recordId;
  const from = isThere ? to : await loadFrom(ports, link.value, settings, why);
  if (from.kind === "failed") return from;
  const read = await ports.partnerCenter(settings).read(link.value.referralId);
  if (read.kind === "failed") return read;
  if (read.value.state.status === "Closed") return refused("request.moveReferralClosed", read.value.id);
  // The consent that this company noted was given for the record that has it; of what Microsoft brought in, Microsoft has it.
  if (!to.value.opportunity.hasConsent && isOutgoing(read.value))
    return refused("request.moveWithoutConsent", `opportunity ${key.recordId}`);
  const microsofts = key.table === "lead" ? done([]) : await readMicrosofts(ports, read.value, settings);
  if (microsofts.kind === "failed") return microsofts;
  const by = await ports.currentUser.name();
  const move: Move = { link: link.value, from: from.value, referral: read.value, settings, why, by };
  return done({ move, to: to.value, seen: [read.value, ...microsofts.value] });
};

/** The record that a referral is taken off, or null where somebody did so before; Partner Center is not asked. */
export const prepareTakeOff = async (
  ports: EnginePorts,
  linkId: string,
): Promise<Outcome<{ link: OfReferral; from: LoadedRecord | null }>> => {
  const settings = await ports.settings.current();
  const link = await findMoved(ports, linkId);
  if (link.kind === "failed") return link;
  const { deal, memory } = link.value;
  if (deal === null && memory.takenOff === null) return refused("request.linkGone", `link ${linkId} has no record`);
  if (memory.own?.status === "Closed") return refused("request.moveReferralClosed", link.value.referralId);
  const from = await loadFrom(ports, link.value, settings, "moved");
  return from.kind === "failed" ? from : done({ link: link.value, from: from.value });
};
