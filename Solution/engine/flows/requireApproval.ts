import { toFailure } from "../domain/failure/Failure";
import { customApis } from "../domain/schema";
import type { JsonObject } from "../domain/values/Json";
import { refuse, type EngineAnswer } from "./EngineAnswer";
import type { EnginePorts } from "./EnginePorts";
import type { EngineRequest } from "./EngineRequest";
import { textOf } from "./inputs";

const apis: readonly string[] = Object.values(customApis);

const { previewSync, previewChange, checkMapping, checkHealth } = customApis;
const { getRecordDetails, getRecordSummary, getKeySalesInfo } = customApis;
const insights = [getRecordDetails, getRecordSummary, getKeySalesInfo];
const reading: readonly string[] = [previewSync, previewChange, checkMapping, checkHealth, ...insights];

const { syncOpportunity, respondToReferral, closeReferral, resolveConflict } = customApis;
const approvable: readonly string[] = [syncOpportunity, respondToReferral, closeReferral, resolveConflict];

/** The digest of an approved preview, for those who give one. */
export const readApproval = (parameters: JsonObject): { approved?: string } => {
  const approved = textOf(parameters, "Digest").trim();
  return approved === "" ? {} : { approved };
};

/**
 * Callers that an administrator has named, such as agents, write nothing that nobody has approved: custom APIs that have a preview want
 * its digest, and the others refuse them. What only reads is open to them.
 */
export const requireApproval = async (
  { settings }: EnginePorts,
  request: EngineRequest,
  answer: () => Promise<EngineAnswer>,
): Promise<EngineAnswer> => {
  const { messageName, inputParameters, userId } = request;
  if (!apis.includes(messageName) || reading.includes(messageName)) return answer();
  const { callersThatNeedPreview } = await settings.remembered();
  if (!callersThatNeedPreview.includes(userId)) return answer();
  const isApproved = approvable.includes(messageName) && readApproval(inputParameters).approved !== undefined;
  return isApproved ? answer() : refuse(toFailure("request.previewNeeded", messageName), request);
};
