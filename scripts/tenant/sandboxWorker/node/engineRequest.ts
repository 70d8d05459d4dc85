import type { PluginInvocation } from "../PluginRunner";
import { carryMembers } from "./marshalValue";

export const hostApi = 1;

/** The execution context as the JSON that the engine script is called with. */
export const engineRequest = (invocation: PluginInvocation, budgetMs: number): string =>
  JSON.stringify({
    hostApi,
    now: new Date().toISOString(),
    messageName: invocation.messageName,
    stage: invocation.stage,
    mode: invocation.mode === "asynchronous" ? 1 : 0,
    depth: invocation.depth,
    primaryEntityName: invocation.primaryEntityName,
    primaryEntityId: invocation.primaryEntityId,
    inputParameters: carryMembers(invocation.inputParameters),
    preImages: carryMembers({ ...invocation.preImages }),
    postImages: carryMembers({ ...invocation.postImages }),
    userId: invocation.userId,
    initiatingUserId: invocation.initiatingUserId,
    organizationId: invocation.organizationId,
    correlationId: invocation.correlationId,
    operationId: invocation.operationId,
    requestId: invocation.requestId,
    operationCreatedOn: new Date(invocation.operationCreatedOn).toISOString(),
    isInTransaction: invocation.isInTransaction,
    budgetMs,
  });
