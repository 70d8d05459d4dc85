import { toFailure, type Failure } from "../../domain/failure/Failure";
import { toProposalPath } from "../../domain/match/Proposal";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { moveReferral, takeOffReferral } from "../inbound/moveReferral";
import { prepareMove, prepareTakeOff } from "../inbound/prepareMove";
import { guidOf } from "../inputs";
import { requireReadAccess, type DealKey } from "../requireReadAccess";
import { toStandingOutput } from "../sync/answerSync";
import { syncOpportunity } from "../sync/syncOpportunity";
import { unshared } from "../sync/SyncResult";
import { readDeal } from "./withRecord";

/** Whether the referral's other record is asked about is over for all of them: somebody said whose it is. */
const endProposals = async (ports: EnginePorts, linkId: string, recordId: string): Promise<Failure | null> => {
  const decision = { kind: "theSameDeal", by: await ports.currentUser.name() } as const;
  return ports.conflicts.decideProposals(linkId, toProposalPath(recordId), decision, await ports.clock.now());
};

const move = async (
  ports: EnginePorts,
  request: EngineRequest,
  linkId: string,
  { table, recordId }: DealKey,
): Promise<EngineAnswer> => {
  const prepared = await prepareMove(ports, { linkId, to: { table, recordId }, why: "moved" });
  if (prepared.kind === "failed") return refuse(prepared.failure, request);
  const { move: wanted, to, seen } = prepared.value;
  const refusal =
    (await moveReferral(ports, wanted, to)) ??
    (await endProposals(ports, linkId, recordId)) ??
    // Whoever has it now looks after it, though the record before was deleted.
    (await ports.inbound.settleMessage(wanted.referral.id));
  if (refusal !== null) return refuse(refusal, request);
  const { isInTransaction } = request;
  const synced = await syncOpportunity(ports, { table, recordId, trigger: "person", isInTransaction, seen });
  return synced.kind === "failed"
    ? refuse(synced.failure, request)
    : { outputParameters: toStandingOutput(synced.value) };
};

const takeOff = async (ports: EnginePorts, request: EngineRequest, linkId: string): Promise<EngineAnswer> => {
  const prepared = await prepareTakeOff(ports, linkId);
  if (prepared.kind === "failed") return refuse(prepared.failure, request);
  const { link, from } = prepared.value;
  const refusal =
    (from === null ? null : await takeOffReferral(ports, link, from)) ??
    (await ports.conflicts.forget(linkId, [])) ??
    (await endProposals(ports, linkId, ""));
  return refusal === null ? { outputParameters: toStandingOutput(unshared) } : refuse(refusal, request);
};

/** Answers `cosell_MoveReferral`: a referral goes to another record, or is taken off the one that has it where none is named. */
export const answerMoveReferral = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const linkId = guidOf(request.inputParameters["LinkId"]);
  if (linkId === "") return refuse(toFailure("request.linkGone", request.messageName), request);
  const to = readDeal(request.inputParameters);
  if (to === null) return takeOff(ports, request, linkId);
  return requireReadAccess(ports, request, to, () => move(ports, request, linkId, to));
};
