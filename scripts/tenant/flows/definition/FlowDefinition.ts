import type { JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { Evaluate } from "../expression/ExpressionScope";

/** An input a person fills in to run a manual flow. */
export interface ManualInput {
  /** Name in `triggerBody()`. */
  key: string;
  title: string;
  type: "string" | "boolean" | "number" | "integer";
  description?: string;
  isRequired: boolean;
}

export type FlowTrigger =
  | { kind: "http"; name: string; method: string }
  | { kind: "manual"; name: string; inputs: ManualInput[] }
  | { kind: "recurrence"; name: string; everyMs: number };

/** The action itself; every template is parsed. */
export type FlowStep =
  | { type: "unboundAction"; connection: string; actionName: Evaluate; item: Evaluate }
  | { type: "getItem"; connection: string; entitySetName: Evaluate; rowId: Evaluate; select: Evaluate }
  | { type: "listCallbackUrl"; connection: string; flowName: Evaluate }
  | { type: "response"; statusCode: Evaluate; headers: Evaluate; body: Evaluate | undefined }
  | { type: "terminate"; status: "Succeeded" | "Failed" | "Cancelled"; error: Evaluate }
  | { type: "compose"; inputs: Evaluate }
  | { type: "scope"; actions: FlowAction[] }
  | { type: "if"; condition: Evaluate; actions: FlowAction[]; otherwise: FlowAction[] };

export interface FlowAction {
  name: string;
  /** Statuses of earlier actions that let this one run. */
  runAfter: ReadonlyMap<string, readonly string[]>;
  step: FlowStep;
}

/** A cloud flow that the tenant can run. */
export interface FlowDefinition {
  trigger: FlowTrigger;
  actions: FlowAction[];
  parameters: JsonObject;
  /** Logical names of connection references by the key that actions use. */
  connections: ReadonlyMap<string, string>;
  /** True when whoever calls waits for a Response action. */
  hasResponse: boolean;
}
