import type { JsonObject } from "../../domain/values/Json";
import { toChoice } from "../../domain/sync/syncStatus";
import type { EngineRequest } from "../EngineRequest";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { readApproval } from "../requireApproval";
import { requireReadAccess, type DealKey } from "../requireReadAccess";
import { guidOf } from "../inputs";
import { syncOpportunity } from "./syncOpportunity";
import type { SyncResult } from "./SyncResult";

/** Output parameters that every answer about a record has: where it stands, as the choice's value and in words. */
export const toStandingOutput = ({
  status,
  findings,
  failure,
  writes,
  answered,
  answerDueOn,
}: SyncResult): JsonObject => ({
  SyncStatus: toChoice(status),
  Response: JSON.stringify({ status, findings, failure, writes, answered, answerDueOn }),
});

const toSyncOutput = (result: SyncResult): EngineAnswer => ({
  outputParameters: {
    ...toStandingOutput(result),
    ReferralIdentifier: result.referralIdentifier,
    ReferralLink: result.referralLink,
  },
});

/** Answers `cosell_SyncOpportunity`. */
export const answerSync = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const deal: DealKey = { table: "opportunity", recordId: guidOf(request.inputParameters["OpportunityId"]) };
  return requireReadAccess(ports, request, deal, async () => {
    const { isInTransaction, inputParameters } = request;
    const approval = readApproval(inputParameters);
    // What was approved is the deal as a preview shows it: shared.
    const turnsOn = approval.approved !== undefined;
    const outcome = await syncOpportunity(ports, { ...deal, trigger: "person", isInTransaction, turnsOn, ...approval });
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    return outcome.value.saveFailure === null
      ? toSyncOutput(outcome.value)
      : refuse(outcome.value.saveFailure, request);
  });
};
