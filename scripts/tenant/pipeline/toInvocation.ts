import { randomUUID } from "node:crypto";
import type { PluginInvocation } from "../sandboxWorker/PluginRunner";
import type { Operation, StepImages } from "./Operation";
import { organizationFacts } from "./organizationFacts";
import type { RegisteredType } from "./Registrations";

export interface InvocationPlace {
  type: RegisteredType;
  configuration?: string;
  stage: PluginInvocation["stage"];
  mode: PluginInvocation["mode"];
  isInTransaction: boolean;
  images?: StepImages;
}

/** The execution context a plug-in gets for an operation. */
export function toInvocation(operation: Operation, place: InvocationPlace): PluginInvocation {
  const { caller } = operation;
  return {
    assembly: place.type.assembly,
    typeName: place.type.typeName,
    ...(place.configuration !== undefined && { configuration: place.configuration }),
    messageName: operation.message,
    stage: place.stage,
    mode: place.mode,
    depth: caller.depth,
    primaryEntityName: operation.table,
    primaryEntityId: operation.rowId,
    inputParameters: operation.inputParameters,
    preImages: place.images?.before ?? {},
    postImages: place.images?.after ?? {},
    // What SYSTEM does, it does in the name of who started it.
    userId: caller.userId ?? caller.initiatingUserId,
    initiatingUserId: caller.initiatingUserId,
    ...organizationFacts,
    correlationId: caller.correlationId,
    operationId: operation.operationId,
    requestId: randomUUID(),
    operationCreatedOn: operation.createdOn,
    isInTransaction: place.isInTransaction,
  };
}
