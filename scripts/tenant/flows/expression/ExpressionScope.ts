import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";

/** What expressions of one run can see. */
export interface ExpressionScope {
  /** `{ headers, body }` of an HTTP trigger, `{ body }` of a manual one. */
  triggerOutputs: Json;
  parameters: JsonObject;
  /** Undefined for an action that has not run. */
  action(name: string): ActionFacts | undefined;
  workflow: JsonObject;
  now(): Date;
  newId(): string;
}

export interface ActionFacts {
  status: string;
  outputs: Json;
  error?: JsonObject;
}

/** A parsed expression or template. Throws `FlowProblem` where it cannot be evaluated. */
export type Evaluate = (scope: ExpressionScope) => Json;
