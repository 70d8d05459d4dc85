import { noteInFlight } from "../../domain/link/inFlight";
import { addMs } from "../../domain/values/instant";
import { leaseMs } from "../../domain/link/lease";
import { emptyMemory, type LinkMemory, type LinkState } from "../../domain/link/Link";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { LeaseAnswer } from "../../ports/LinkStore";
import { changesFor, concludeSync } from "./concludeSync";
import { prepareSync, type PreparedSync } from "./prepareSync";
import { sendSteps } from "./sendSteps";
import { startProgress, type SyncProgress } from "./SyncProgress";
import type { EnginePorts } from "../EnginePorts";
import type { SyncRequest } from "./SyncRequest";
import type { SyncResult } from "./SyncResult";
import { toSyncResult } from "./toSyncResult";

const notThere: SyncResult = {
  status: "notShared",
  findings: [],
  failure: null,
  writes: 0,
  referralIdentifier: "",
  referralLink: "",
  unsaved: null,
};

/** Nothing to send or to tell: at most the opportunity's own columns are put right. */
const rest = async (ports: EnginePorts, prepared: PreparedSync): Promise<SyncResult> => {
  const { plan, loaded } = prepared;
  const changes = plan.state.status === "sending" ? {} : changesFor(prepared, plan.state, [], false);
  const hasChanges = Object.keys(changes).length > 0;
  const unsaved = hasChanges
    ? await ports.deals[loaded.record.table].save(loaded.record, changes, prepared.settings)
    : null;
  return toSyncResult(prepared, plan.state, { writes: 0, unsaved });
};

const perform = (
  ports: EnginePorts,
  { plan, loaded: { record, opportunity }, settings }: PreparedSync,
): Promise<SyncProgress> => {
  if (plan.kind === "record") return Promise.resolve(startProgress(plan.state, plan.facts));
  const partnerCenter = ports.partnerCenter(settings);
  const opportunityCreatedOn = record.createdOn;
  return sendSteps(startProgress(plan.state), {
    partnerCenter,
    opportunity,
    wanted: plan.wanted,
    opportunityCreatedOn,
    fieldMap: settings.fieldMap,
  });
};

interface Round {
  result: SyncResult;
  /** Nothing that happened meanwhile can have been missed. */
  isFinal: boolean;
}

/** What a lease writes down before anything is sent: if this run comes to no end, the next one knows what it was about. */
const toNote = ({ loaded: { link }, plan }: PreparedSync): LinkMemory => {
  const memory = { ...(link?.memory ?? emptyMemory), doubtSince: plan.state.memory.doubtSince };
  return plan.kind === "send" ? noteInFlight(memory, plan.wanted) : memory;
};

const claimLease = async ({ links, ids }: EnginePorts, prepared: PreparedSync): Promise<Outcome<LeaseAnswer>> =>
  links.claim({
    record: prepared.loaded.record,
    link: prepared.loaded.link,
    memory: toNote(prepared),
    leaseOwner: await ids.next(),
    leaseExpiresOn: addMs(prepared.now, leaseMs),
  });

/** Reads first, then the lease, then Partner Center; what came of it is written last. */
const syncOnce = async (ports: EnginePorts, request: SyncRequest): Promise<Outcome<Round>> => {
  const preparation = await prepareSync(ports, request);
  if (preparation.kind === "failed") return preparation;
  const prepared = preparation.value;
  if (prepared === null) return done({ result: notThere, isFinal: true });
  if (prepared.plan.kind === "idle") return done({ result: await rest(ports, prepared), isFinal: true });

  const claim = await claimLease(ports, prepared);
  if (claim.kind === "failed") return claim;
  if (claim.value.kind === "taken") {
    const state: LinkState = { ...prepared.plan.state, status: "sending" };
    return done({ result: toSyncResult(prepared, state, { writes: 0, unsaved: null }), isFinal: false });
  }
  const progress = await perform(ports, prepared);
  if (progress.failure !== null) await ports.trace.note(`${progress.failure.code}: ${progress.failure.cause}`);
  const result = await concludeSync(ports, prepared, claim.value.linkId, progress);
  return done({ result, isFinal: request.isInTransaction || result.unsaved !== null });
};

/** Edits that come faster than this are left to their own runs. */
const maxRounds = 4;

/**
 * Makes an opportunity and its referral equal, as far as this side can. Expected failures are part of the result; `failed`
 * means that nothing could be read or claimed.
 *
 * A run that meets another's lease leaves the work to it, so whoever held a lease looks once more after giving it back: an
 * edit of that time would be lost otherwise. A lease inside a transaction nobody sees; others wait for its end and look again.
 */
export const syncOpportunity = async (ports: EnginePorts, request: SyncRequest): Promise<Outcome<SyncResult>> => {
  let writes = 0;
  let latest = notThere;
  for (let round = 0; round < maxRounds; round += 1) {
    const outcome = await syncOnce(ports, request);
    if (outcome.kind === "failed") return outcome;
    writes += outcome.value.result.writes;
    latest = { ...outcome.value.result, writes };
    if (outcome.value.isFinal) break;
  }
  return done(latest);
};
