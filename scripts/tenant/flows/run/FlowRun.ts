import { randomUUID } from "node:crypto";
import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { FlowDefinition } from "../definition/FlowDefinition";
import type { ActionFacts, ExpressionScope } from "../expression/ExpressionScope";
import { FlowProblem } from "../FlowProblem";

/** What a Response action answers the caller with. */
export interface FlowResponse {
  statusCode: number;
  headers: Record<string, string>;
  /** Text as it goes out; undefined for none. */
  body?: string;
}

export interface ConnectorAnswer {
  statusCode: number;
  headers: JsonObject;
  body: Json;
}

/** An operation of a connector: of Dataverse, or of Power Automate Management. */
export type ConnectorRequest =
  | { operation: "PerformUnboundAction"; actionName: string; item: JsonObject }
  | { operation: "GetItem"; entitySetName: string; rowId: string; select: string }
  | { operation: "ListCallbackUrl"; flowName: string };

/** What a run needs of the tenant. */
export interface RunParts {
  /** Calls a connector over the connection. */
  call(connection: string, request: ConnectorRequest): Promise<ConnectorAnswer>;
  respond(response: FlowResponse): void;
  now(): Date;
}

export interface RunError {
  code: string;
  message: string;
}

export interface RunOutcome {
  status: "Succeeded" | "Failed" | "Cancelled";
  error?: RunError;
}

/** One run on its way: what its actions have done so far. */
export class FlowRun implements ExpressionScope {
  readonly parameters: JsonObject;
  /** Set by Terminate; nothing runs behind it. */
  end: RunOutcome | undefined;
  readonly #facts = new Map<string, ActionFacts>();
  #hasResponded = false;

  constructor(
    readonly id: string,
    { parameters }: FlowDefinition,
    readonly triggerOutputs: Json,
    readonly parts: RunParts,
  ) {
    this.parameters = parameters;
  }

  get workflow(): JsonObject {
    return { run: { name: this.id }, tags: { environmentName: "local-tenant" } };
  }

  action(name: string): ActionFacts | undefined {
    return this.#facts.get(name);
  }

  note(name: string, facts: ActionFacts): void {
    this.#facts.set(name, facts);
  }

  respond(response: FlowResponse): void {
    if (this.#hasResponded) throw new FlowProblem("The caller has had its response already.");
    this.#hasResponded = true;
    this.parts.respond(response);
  }

  now(): Date {
    return this.parts.now();
  }

  newId(): string {
    return randomUUID();
  }
}
