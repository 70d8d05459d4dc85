import { toFailure, type Failure } from "../domain/failure/Failure";
import { failureKind } from "../domain/failure/failureKinds";
import type { Instant } from "../domain/values/instant";
import { isJsonObject, type Json, type JsonObject } from "../domain/values/Json";
import { columns, customApis, tables } from "../domain/schema";
import { toChoice } from "../domain/sync/syncStatus";
import { previewSync } from "./sync/previewSync";
import type { EnginePorts } from "./EnginePorts";
import type { SyncRequest } from "./sync/SyncRequest";
import type { SyncResult } from "./sync/SyncResult";
import { syncOpportunity } from "./sync/syncOpportunity";

/** The execution context of the plug-in, as the host writes it. */
export interface EngineRequest {
  now: Instant;
  messageName: string;
  /** 1 in asynchronous steps, which the platform can run again. */
  mode: number;
  primaryEntityName: string;
  primaryEntityId: string | null;
  inputParameters: JsonObject;
  preImages: JsonObject;
  correlationId: string;
  isInTransaction: boolean;
  /** Time this run may take, from `now` on. */
  budgetMs: number;
}

const asynchronousMode = 1;

/** What the host gives back to the platform. */
export type EngineAnswer =
  | { outputParameters?: JsonObject }
  /** Stops the operation; with `retry` the platform runs an asynchronous step again. */
  | { error: { code: string; message: string; retry: boolean } };

const refuse = ({ code }: Failure, { mode }: Pick<EngineRequest, "mode">): EngineAnswer => {
  const { words, fix, isRetryable } = failureKind(code);
  return { error: { code, message: `${words} ${fix}`, retry: isRetryable && mode === asynchronousMode } };
};

const notUnderstood = (what: string): EngineAnswer => ({
  error: {
    code: "engine.unknownMessage",
    message: `The Co-sell Connector does not know what to do for ${what}. Ask your administrator to import the complete solution again.`,
    retry: false,
  },
});

const guidOf = (value: Json | undefined): string => {
  if (typeof value === "string") return value.toLowerCase();
  if (!isJsonObject(value)) return "";
  const inner = value["$t"] === "ref" ? value["id"] : value["v"];
  return typeof inner === "string" ? inner.toLowerCase() : "";
};

const attributeOf = (entity: Json | undefined, column: string): Json | undefined => {
  const attributes = isJsonObject(entity) ? entity["attributes"] : undefined;
  return isJsonObject(attributes) ? attributes[column] : undefined;
};

/** Opportunities that an edit of a row is about: for a solution the one it belongs to, and the one it was moved from. */
const affected = (request: EngineRequest): string[] => {
  const { primaryEntityName, primaryEntityId, inputParameters, preImages } = request;
  if (primaryEntityName === tables.opportunity.logicalName) return [guidOf(primaryEntityId ?? "")];
  const column = columns.partnerCenterSolution.opportunityId;
  const after = guidOf(attributeOf(inputParameters["Target"], column));
  const before = guidOf(attributeOf(preImages["pre"], column));
  return [...new Set([after, before])].filter((id) => id !== "");
};

const toSyncRequest = (
  request: EngineRequest,
  opportunityId: string,
  trigger: SyncRequest["trigger"],
): SyncRequest => ({
  opportunityId,
  trigger,
  isInTransaction: request.isInTransaction,
});

const answerStep = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  for (const opportunityId of affected(request)) {
    const outcome = await syncOpportunity(ports, toSyncRequest(request, opportunityId, "step"));
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.unsaved !== null) return refuse(outcome.value.unsaved, request);
  }
  return {};
};

const toOutput = ({ status, findings, failure, writes, ...links }: SyncResult): EngineAnswer => ({
  outputParameters: {
    SyncStatus: toChoice(status),
    ReferralIdentifier: links.referralIdentifier,
    ReferralLink: links.referralLink,
    Response: JSON.stringify({ status, findings, failure, writes }),
  },
});

/** The rights of the one who asks count for the opportunity, whatever the system may see. */
const ifVisible = async (
  { opportunities }: EnginePorts,
  request: EngineRequest,
  opportunityId: string,
  answer: () => Promise<EngineAnswer>,
): Promise<EngineAnswer> => {
  const visible = await opportunities.isVisibleToUser(opportunityId);
  if (visible.kind === "failed") return refuse(visible.failure, request);
  return visible.value ? answer() : refuse(toFailure("dataverse.noRight", opportunityId), request);
};

const answerSync = async (ports: EnginePorts, request: EngineRequest, opportunityId: string): Promise<EngineAnswer> => {
  const outcome = await syncOpportunity(ports, toSyncRequest(request, opportunityId, "person"));
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  return outcome.value.unsaved === null ? toOutput(outcome.value) : refuse(outcome.value.unsaved, request);
};

const answerPreview = async (
  ports: EnginePorts,
  request: EngineRequest,
  opportunityId: string,
): Promise<EngineAnswer> => {
  const outcome = await previewSync(ports, opportunityId);
  if (outcome.kind === "failed") return refuse(outcome.failure, request);
  return { outputParameters: { Response: JSON.stringify({ failure: null, ...outcome.value }) } };
};

const stepTables: readonly string[] = [tables.opportunity.logicalName, tables.partnerCenterSolution.logicalName];

/** Gives every message of the solution to its flow. */
export const answerRequest = (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { messageName, primaryEntityName, inputParameters } = request;
  const opportunityId = guidOf(inputParameters["OpportunityId"]);
  switch (messageName) {
    case customApis.syncOpportunity:
      return ifVisible(ports, request, opportunityId, () => answerSync(ports, request, opportunityId));
    case customApis.previewSync:
      return ifVisible(ports, request, opportunityId, () => answerPreview(ports, request, opportunityId));
    case "Create":
    case "Update":
    case "Delete":
      return stepTables.includes(primaryEntityName)
        ? answerStep(ports, request)
        : Promise.resolve(notUnderstood(`${messageName} of ${primaryEntityName}`));
    default:
      return Promise.resolve(notUnderstood(messageName));
  }
};
