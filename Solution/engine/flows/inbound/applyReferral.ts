import { toFailure, failureWithDetail } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { classifyReferral } from "../../domain/inbound/classifyReferral";
import { titleOf } from "../../domain/inbound/titleOf";
import { isRunning } from "../../domain/link/lease";
import { metRunCode } from "../../domain/maintenance/Message";
import { isAbsent } from "../../domain/referral/isAbsent";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import { tellDeleted } from "../sync/noteDeleted";
import { readMicrosofts } from "../sync/readMicrosofts";
import type { SyncRequest } from "../sync/SyncRequest";
import { syncOpportunity } from "../sync/syncOpportunity";
import type { Applied, ApplyContext } from "./Applied";
import { attachReferral } from "./attachReferral";
import { findLinkedRecord } from "./findLinkedRecord";
import { finishWithout, createRecord } from "./createRecord";
import { isSeen, wasSeenSince } from "./isKnownVersion";

type Deal = Extract<Applied, { kind: "applied" }>["deal"];

const ignored = (because: Extract<Applied, { kind: "ignored" }>["because"]): Outcome<Applied> =>
  done({ kind: "ignored", because });

const busy = (cause: string): Outcome<Applied> => failed(toFailure(metRunCode, cause));

const isHeld = async ({ clock }: EnginePorts, { leaseExpiresOn }: LinkedReferral): Promise<boolean> =>
  isRunning(leaseExpiresOn, await clock.now());

const beingHeld = ({ linkId }: LinkedReferral): Outcome<Applied> => busy(`another run holds link ${linkId}`);

/** The ordinary sync, with what was just read. */
const sync = async (
  ports: EnginePorts,
  deal: Deal,
  { trigger, isInTransaction }: ApplyContext,
  wish: Pick<SyncRequest, "seen" | "linkId" | "look">,
  how: "made" | "synced",
): Promise<Outcome<Applied>> => {
  const request: SyncRequest = { table: deal.table, recordId: deal.id, trigger, isInTransaction, ...wish };
  const synced = await syncOpportunity(ports, request);
  if (synced.kind === "failed") return synced;
  const { saveFailure, status } = synced.value;
  if (saveFailure !== null) return failed(saveFailure);
  if (status === "sending") return busy(`another run is at ${deal.table} ${deal.id}`);
  return done({ kind: "applied", deal, how });
};

/** Everything one decision needs. */
interface Case {
  ports: EnginePorts;
  referral: Referral;
  settings: SyncSettings;
  context: ApplyContext;
}

/** A referral that nobody has yet, or whose record an earlier run did not finish. */
const importReferral = async (
  { ports, referral, settings, context }: Case,
  begun: LinkedReferral | null,
): Promise<Outcome<Applied>> => {
  const found = classifyReferral(referral, settings.syncCosellOnly, begun !== null);
  if (found.kind === "microsoftSide") return ignored("microsoftAlone");
  if (found.kind === "ignored") return ignored(found.because);
  if (found.kind === "unknown")
    return failed(
      failureWithDetail("inbound.categoryUnknown", `type "${found.type}", qualification "${found.qualification}"`),
    );
  const table = found.kind === "lead" ? "lead" : "opportunity";
  const microsofts = table === "lead" ? done([]) : await readMicrosofts(ports, referral, settings);
  // Its own event may have come before: whoever tries again brings Microsoft's side if it cannot be had now.
  const others = microsofts.kind === "failed" ? [] : microsofts.value;
  const wish = { table, referral, settings, begun, identified: [] } as const;
  const attached = await attachReferral(ports, wish, others);
  if (attached.kind === "failed") return attached;
  const { recordId, identified } = attached.value;
  const made = recordId === null ? await createRecord(ports, { ...wish, identified }) : done({ id: recordId });
  if (made.kind === "failed") return made;
  const messageFailure = await ports.inbound.settleMessage(referral.id);
  if (messageFailure !== null) await ports.trace.note(`${messageFailure.code}: ${messageFailure.cause}`);
  const how = recordId === null ? "made" : "synced";
  const synced = await sync(ports, { table, id: made.value.id }, context, { seen: [referral, ...others] }, how);
  return microsofts.kind === "failed" ? microsofts : synced;
};

/** Operators are told of a deleted record until its referral is closed, however the record went. */
const leaveDeleted = async ({ ports, referral }: Case, { linkId }: LinkedReferral): Promise<Outcome<Applied>> => {
  if (isMicrosofts(referral)) return ignored("deletedHere");
  const isOver = referral.state.status === "Closed";
  const refusal = isOver
    ? await ports.inbound.settleMessage(referral.id)
    : await tellDeleted(ports, { referralId: referral.id, linkId, name: titleOf(referral) });
  return refusal === null ? ignored("deletedHere") : failed(refusal);
};

const applyToLinked = async (one: Case, link: LinkedReferral): Promise<Outcome<Applied>> => {
  const { ports, referral, settings, context } = one;
  if (!link.isConcluded && !isMicrosofts(referral)) return importReferral(one, link);
  // Whoever makes the record later looks for Microsoft's side; whoever is at it may have looked before.
  if (!link.isConcluded) return (await isHeld(ports, link)) ? beingHeld(link) : ignored("microsoftAlone");
  if (link.memory.takenOff !== null) return ignored("takenOff");
  if (link.deal === null) return leaveDeleted(one, link);
  const paired = isMicrosofts(referral) ? link.microsoftReferralId : link.referralId;
  if (paired !== null && paired !== referral.id) return ignored("anotherOfTheDeal");
  // Microsoft's may have told of itself before the deal was known, and been left alone.
  const isAlone = link.microsoftReferralId === null && link.deal.table === "opportunity";
  const microsofts = isAlone && !isMicrosofts(referral) ? await readMicrosofts(ports, referral, settings) : done([]);
  if (microsofts.kind === "failed") return microsofts;
  const seen = isSeen(link, referral) ? microsofts.value : [referral, ...microsofts.value];
  return seen.length === 0
    ? done({ kind: "applied", deal: link.deal, how: "known" })
    : sync(ports, link.deal, context, { seen, linkId: link.linkId }, "synced");
};

/** The record that a referral names may have another one by now: nobody but a person can tell which of the two is meant. */
const applyToNamed = async ({ ports, referral, settings, context }: Case, deal: Deal): Promise<Outcome<Applied>> => {
  const synced = await sync(ports, deal, context, { seen: [referral] }, "synced");
  if (synced.kind === "failed" || isMicrosofts(referral)) return synced;
  const loaded = await ports.records[deal.table].load(deal.id, settings, "always");
  if (loaded.kind === "failed") return loaded;
  const paired = loaded.value?.link?.referralId ?? referral.id;
  if (paired === referral.id) return synced;
  return referral.state.status === "Closed"
    ? ignored("anotherOfTheDeal")
    : failed(failureWithDetail("inbound.recordTaken", `referral ${referral.id} names ${deal.table} ${deal.id}`));
};

/** Whoever was faster with the link may have given it back while this run waited for it. */
const importFirst = async (one: Case): Promise<Outcome<Applied>> => {
  const brought = await importReferral(one, null);
  if (brought.kind === "done" || brought.failure.code !== metRunCode) return brought;
  const links = await one.ports.inbound.findLinks({ kind: "referral", referralId: one.referral.id });
  if (links.kind === "failed") return links;
  const [link] = links.value;
  return link ? applyToLinked(one, link) : brought;
};

const applyRead = async (one: Case, known: readonly LinkedReferral[]): Promise<Outcome<Applied>> => {
  const { ports, referral } = one;
  const holder = await findLinkedRecord(ports, referral, known);
  if (holder.kind === "failed") return holder;
  switch (holder.value.kind) {
    case "linked":
      return applyToLinked(one, holder.value.link);
    case "named":
      return applyToNamed(one, holder.value.deal);
    case "unknownName":
      return failed(failureWithDetail("inbound.recordUnknown", `referral ${referral.id} names ${holder.value.name}`));
    case "nobody":
      return importFirst(one);
  }
};

/**
 * Makes Dynamics 365 equal to a referral, whoever told of it: its record is found, or made. The referral is always read from
 * Partner Center's own address, by its id; but one that was seen since it changed is not read again. Safe to repeat, and to
 * run twice at once.
 */
export const applyReferral = async (
  ports: EnginePorts,
  referralId: string,
  context: ApplyContext,
): Promise<Outcome<Applied>> => {
  const settings = await ports.settings.current();
  if (!settings.inboundEnabled) return failed(toFailure("inbound.paused", "Inbound enabled is no"));
  const links = await ports.inbound.findLinks({ kind: "referral", referralId });
  if (links.kind === "failed") return links;
  const [link] = links.value;
  const deal = link?.deal ?? null;
  const isWhole = context.trigger === "event" || (link?.microsoftReferralId ?? null) !== null;
  if (link && deal !== null && isWhole && wasSeenSince(link, referralId, context.changedOn))
    return done({ kind: "applied", deal, how: "known" });
  if (link && context.trigger === "maintenance" && (await isHeld(ports, link))) return beingHeld(link);
  const read = await ports.partnerCenter(settings).read(referralId);
  if (read.kind === "done") return applyRead({ ports, referral: read.value, settings, context }, links.value);
  if (!isAbsent(read.failure.code)) return read;
  if (link === undefined || deal === null) return ignored("notShown");
  const unfinished = link.isConcluded ? null : await finishWithout(ports, link, deal, settings);
  return unfinished === null ? sync(ports, deal, context, { look: true }, "synced") : failed(unfinished);
};
