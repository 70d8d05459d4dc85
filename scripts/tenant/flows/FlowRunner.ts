import { randomUUID } from "node:crypto";
import type { Json } from "../dataverse/webApi/json/JsonObject";
import type { WebApiParts } from "../dataverse/webApi/WebApiContext";
import type { FlowDefinition } from "./definition/FlowDefinition";
import type { FlowHistory, StartedRun } from "./FlowHistory";
import { FlowProblem } from "./FlowProblem";
import type { FlowStore, StoredFlow } from "./FlowStore";
import { callConnector } from "./run/callConnector";
import type { ConnectorAnswer, ConnectorRequest, FlowResponse, RunOutcome, RunParts } from "./run/FlowRun";
import { runFlow } from "./run/runFlow";

export interface FlowRunnerOptions {
  parts: WebApiParts;
  store: FlowStore;
  history: FlowHistory;
  /** Where the tenant answers, such as `http://127.0.0.1:4270`. */
  tenantAddress: () => string;
  clock: () => Date;
  say: (line: string) => void;
}

/** A run on its way. */
export interface BegunRun {
  id: string;
  /** What the Response action says; undefined for a run that ends without. */
  response: Promise<FlowResponse | undefined>;
  outcome: Promise<RunOutcome>;
}

/** Runs flows and writes down what came of it. */
export class FlowRunner {
  readonly #options: FlowRunnerOptions;
  readonly #running = new Set<Promise<unknown>>();

  constructor(options: FlowRunnerOptions) {
    this.#options = options;
  }

  begin(flow: StoredFlow, definition: FlowDefinition, triggerOutputs: Json): BegunRun {
    const started: StartedRun = {
      id: randomUUID(),
      flowId: flow.id,
      trigger: definition.trigger.kind,
      startedOn: this.#options.clock(),
    };
    let respond: (response: FlowResponse | undefined) => void = () => undefined;
    const response = new Promise<FlowResponse | undefined>((resolve) => (respond = resolve));
    const outcome = this.#run(flow, definition, triggerOutputs, started, respond).finally(() => {
      respond(undefined);
      this.#running.delete(outcome);
    });
    this.#running.add(outcome);
    // A request that was on its way when the tenant stopped finds nothing to write to; who waits for the outcome hears of it.
    outcome.catch(() => undefined);
    return { id: started.id, response, outcome };
  }

  /** Resolves once nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  async #run(
    flow: StoredFlow,
    definition: FlowDefinition,
    triggerOutputs: Json,
    started: StartedRun,
    respond: RunParts["respond"],
  ): Promise<RunOutcome> {
    const { history, clock, say } = this.#options;
    await history.begin(started);
    const call: RunParts["call"] = (connection, request) => this.#call(definition, connection, request);
    const outcome = await runFlow(started.id, definition, triggerOutputs, { call, respond, now: clock }).catch(
      (error: unknown): RunOutcome => {
        const message = error instanceof Error ? error.message : String(error);
        return { status: "Failed", error: { code: "InternalServerError", message } };
      },
    );
    await history.finish(started, outcome, clock());
    if (outcome.status === "Failed")
      say(`The flow "${flow.name}" failed: ${outcome.error?.message ?? "no reason given"}`);
    return outcome;
  }

  async #call({ connections }: FlowDefinition, key: string, request: ConnectorRequest): Promise<ConnectorAnswer> {
    const { parts, store, say } = this.#options;
    const logicalName = connections.get(key)?.toLowerCase();
    const connection = (await store.connections()).find((each) => each.logicalName.toLowerCase() === logicalName);
    if (connection?.userId === undefined)
      throw new FlowProblem(
        `The connection reference ${logicalName ?? key} has no connection: connect it, then run again`,
      );
    const callbackUrl = (flowName: string) => this.#callbackUrl(flowName);
    return callConnector({ parts, userId: connection.userId, callbackUrl, log: say }, request);
  }

  async #callbackUrl(flowName: string): Promise<string | undefined> {
    const { store, tenantAddress } = this.#options;
    const flow = (await store.flows()).find(({ resourceId }) => resourceId === flowName);
    // Power Automate gives a flow its address when it is turned on.
    const hasAddress = flow?.isOn === true && flow.reading.ok && flow.reading.definition.trigger.kind === "http";
    return hasAddress ? `${tenantAddress()}/flows/${flow.id}/trigger` : undefined;
  }
}
