import type { AuditFact } from "../../domain/audit/auditFacts";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { toDerivedGuid } from "../../domain/inbound/toDerivedGuid";
import { isRunning, leaseMs } from "../../domain/link/lease";
import type { LinkMemory } from "../../domain/link/Link";
import type { MatchCandidate } from "../../domain/match/MatchCandidate";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { addMs } from "../../domain/values/instant";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { Digest } from "../../ports/Digest";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import { chainFacts } from "../sync/chainFacts";

/** A referral that is to get a record. */
export interface RecordWish {
  table: MatchCandidate["table"];
  referral: Referral;
  settings: SyncSettings;
  /** A link that another run began and did not finish. */
  begun: LinkedReferral | null;
  /** Records that hold an identifier of the referral, and that nobody is certain of. */
  identified: readonly string[];
}

/** Id of the record that is made of a referral. */
export const recordIdOf = async (digest: Digest, referralId: string): Promise<string> =>
  toDerivedGuid(await digest.sha256(`referral ${referralId}`));

const busy = (wish: RecordWish) =>
  failed(toFailure("inbound.busy", `the link of ${wish.referral.id} has no record yet`));

/** Whether a link that another run began, or holds no longer, is this run's now. */
export const resumeLink = async (
  { inbound, clock }: Pick<EnginePorts, "inbound" | "clock">,
  begun: LinkedReferral,
): Promise<Outcome<boolean>> => {
  const now = await clock.now();
  return isRunning(begun.leaseExpiresOn, now) ? done(false) : inbound.resumeLink(begun, addMs(now, leaseMs));
};

/** The right to give the referral its record: the link under its key is the first's, until its lease runs out. */
export const acquireLink = async (ports: EnginePorts, wish: RecordWish): Promise<Outcome<string>> => {
  const { begun, referral } = wish;
  if (begun !== null) {
    const resumed = await resumeLink(ports, begun);
    if (resumed.kind === "failed") return resumed;
    return resumed.value ? done(begun.linkId) : busy(wish);
  }
  const name = typeof referral.content["name"] === "string" ? referral.content["name"] : "";
  const { id: referralId, engagementId } = referral;
  const link = await ports.inbound.createLink({ referralId, engagementId, name });
  if (link.kind === "failed") return link;
  return link.value.isBegun ? done(link.value.linkId) : busy(wish);
};

/** Whoever tries again need not wait for the lease. */
export const releaseLink = async ({ inbound, clock, trace }: EnginePorts, linkId: string): Promise<void> => {
  const unreleased = await inbound.releaseLink(linkId, await clock.now());
  if (unreleased !== null) await trace.note(`${unreleased.code}: ${unreleased.cause}`);
};

/** The last step: from now on the link is the ordinary sync's. What the run before this one told stands, and is not told again. */
export const conclude = async (
  { inbound, auditLog, digest, clock }: EnginePorts,
  linkId: string,
  record: LoadedRecord["record"],
  { facts, memory, isResumed }: { facts: readonly AuditFact[]; memory: LinkMemory; isResumed: boolean },
): Promise<Failure | null> => {
  const told = isResumed ? await auditLog.lastAfter(linkId, 0) : done(null);
  if (told.kind === "failed") return told.failure;
  if (told.value !== null) return inbound.completeLink(linkId, memory, told.value);
  const entries = await chainFacts({ auditSequence: 0, auditHash: "" }, facts, await clock.now(), digest);
  const last = { sequence: entries.length, hash: entries.at(-1)?.hash ?? "" };
  return (await auditLog.append(record, linkId, entries)) ?? (await inbound.completeLink(linkId, memory, last));
};
