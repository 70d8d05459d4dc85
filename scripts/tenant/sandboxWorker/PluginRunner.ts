import type { EntityValue, Value } from "../dataverse/values";
import type { OrganizationService } from "../dataverse/OrganizationService";

/** One call of `IPlugin.Execute`, with all an execution context carries. */
export interface PluginInvocation {
  /** Bytes of the assembly as imported; a runner may cache by `assemblyId` and `contentHash`. */
  assembly: { id: string; contentHash: string; bytes: Uint8Array };
  typeName: string;
  /** Unsecure configuration of the step, handed to the constructor of the plug-in; custom APIs have none. */
  configuration?: string;
  messageName: string;
  /** 10, 20, 40 for steps; 30 for the main operation of a custom API. */
  stage: 10 | 20 | 30 | 40;
  mode: "synchronous" | "asynchronous";
  depth: number;
  primaryEntityName: string;
  primaryEntityId: string | null;
  inputParameters: Record<string, Value>;
  preImages: Record<string, EntityValue>;
  postImages: Record<string, EntityValue>;
  userId: string;
  initiatingUserId: string;
  businessUnitId: string;
  organizationId: string;
  organizationName: string;
  correlationId: string;
  operationId: string;
  requestId: string;
  operationCreatedOn: string;
  isInTransaction: boolean;
}

export type PluginOutcome =
  | { kind: "completed"; outputParameters: Record<string, Value>; trace: string[] }
  /** The plug-in threw `InvalidPluginExecutionException`, or anything else: then `code` is 0x80040265 like there. */
  | { kind: "faulted"; code: string; message: string; retry: boolean; trace: string[] }
  /** Past the two minutes of the platform: the worker was killed. */
  | { kind: "timedOut"; trace: string[] };

/** Runs plug-ins as the sandbox service of Dataverse does; the tenant has one, made at start. */
export interface PluginRunner {
  /** Plain words for the start-up log and the health page, such as ".NET 10, out of process". */
  readonly description: string;
  execute(invocation: PluginInvocation, service: OrganizationService): Promise<PluginOutcome>;
  stop(): Promise<void>;
}
