import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { isJsonObject, type Json, type JsonObject } from "../dataverse/webApi/json/JsonObject";
import type { SystemRows } from "../solution/rows/SystemRows";
import type { FlowDefinition, ManualInput } from "./definition/FlowDefinition";
import type { FlowRunner } from "./FlowRunner";
import type { FlowStore, StoredFlow } from "./FlowStore";
import { flowPage } from "./pages/flowPage";
import { flowsPage } from "./pages/flowsPage";
import { readRuns } from "./pages/readRuns";
import { readHttpTrigger } from "./triggers/readHttpTrigger";
import { fromForm, readManualInputs } from "./triggers/readManualInputs";

export interface FlowListenerParts {
  store: FlowStore;
  runner: FlowRunner;
  rows: SystemRows;
}

interface Asked {
  parts: FlowListenerParts;
  request: IncomingMessage;
  response: ServerResponse;
}

const address = /^\/flows(?:\/([0-9a-fA-F-]{36})(\/trigger|\/run)?)?\/?$/;

function sendText(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" });
  response.end(body);
}

const sendJson = (response: ServerResponse, status: number, body: JsonObject): void =>
  sendText(response, status, "application/json", JSON.stringify(body));

const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { error: { code, message } });

function runnable(flow: StoredFlow, response: ServerResponse): FlowDefinition | undefined {
  const { reading, isOn, name } = flow;
  if (reading.ok && isOn) return reading.definition;
  const why = reading.ok ? "it is turned off: turn it on" : reading.problem;
  refuse(response, 404, "WorkflowTriggerIsNotEnabled", `The flow "${name}" cannot be run: ${why}`);
  return undefined;
}

/** A request that starts a flow: answered by its Response action or, where it has none, at once. */
async function trigger({ parts, request, response }: Asked, flow: StoredFlow): Promise<void> {
  const definition = runnable(flow, response);
  if (!definition) return;
  const { trigger: started, hasResponse } = definition;
  if (started.kind !== "http")
    return refuse(response, 404, "WorkflowTriggerNotFound", `The flow "${flow.name}" is not started by HTTP requests.`);
  if (request.method !== started.method)
    return refuse(
      response,
      405,
      "TriggerRequestMethodNotValid",
      `The flow "${flow.name}" takes ${started.method} only.`,
    );
  const outputs = await readHttpTrigger(request);
  if (!outputs)
    return refuse(response, 400, "InvalidRequestContent", "The body of the request is not JSON as it says.");
  const run = parts.runner.begin(flow, definition, outputs);
  if (!hasResponse) {
    response.writeHead(202, { "x-ms-workflow-run-id": run.id }).end();
    return;
  }
  const answer = await run.response;
  if (!answer)
    return refuse(response, 502, "NoResponse", "The flow ended without a response; its run history says why.");
  response.writeHead(answer.statusCode, { ...answer.headers, "x-ms-workflow-run-id": run.id }).end(answer.body);
}

async function givenInputs(request: IncomingMessage, inputs: readonly ManualInput[]): Promise<JsonObject | undefined> {
  const body = await text(request);
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return fromForm(inputs, new URLSearchParams(body));
  try {
    const json = JSON.parse(body === "" ? "{}" : body) as Json;
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isFromElsewhere({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ""}`;
}

/** A person, or a script in their place, runs a flow by hand; answered when the run is over. */
async function runByHand({ parts, request, response }: Asked, flow: StoredFlow): Promise<void> {
  if (request.method !== "POST") return refuse(response, 405, "MethodNotAllowed", "A flow is run by POST.");
  if (isFromElsewhere(request)) return refuse(response, 403, "Forbidden", "Pages of other sites cannot run flows.");
  const definition = runnable(flow, response);
  if (!definition) return;
  if (definition.trigger.kind === "http")
    return refuse(
      response,
      404,
      "WorkflowTriggerNotFound",
      `The flow "${flow.name}" is started by HTTP requests only.`,
    );
  const inputs = definition.trigger.kind === "manual" ? definition.trigger.inputs : [];
  const given = await givenInputs(request, inputs);
  const read = given
    ? readManualInputs(inputs, given)
    : { ok: false as const, problem: "The body is not an object of JSON." };
  if (!read.ok) return refuse(response, 400, "InvalidInput", read.problem);
  const run = parts.runner.begin(flow, definition, { body: read.body });
  const outcome = await run.outcome;
  if (request.headers.accept?.includes("text/html")) response.writeHead(303, { location: `/flows/${flow.id}` }).end();
  else
    sendJson(response, 200, {
      run: run.id,
      status: outcome.status,
      error: outcome.error ? { ...outcome.error } : null,
    });
}

async function showFlow({ parts, request, response }: Asked, flow: StoredFlow): Promise<void> {
  const url = `http://${request.headers.host ?? "localhost"}/flows/${flow.id}/trigger`;
  sendText(response, 200, "text/html", flowPage(flow, await readRuns(parts.rows, flow.id), url));
}

/** The addresses of flows: `/flows`, `/flows/<id>`, `/flows/<id>/trigger`, `/flows/<id>/run`. */
export function createFlowListener(parts: FlowListenerParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const found = address.exec((request.url ?? "").split("?")[0] ?? "");
    if (!found) return false;
    const [, id, part] = found;
    const flows = await parts.store.flows();
    const asked: Asked = { parts, request, response };
    const flow = flows.find((each) => each.id === id?.toLowerCase());
    if (id === undefined) sendText(response, 200, "text/html", flowsPage(flows));
    else if (!flow) refuse(response, 404, "WorkflowNotFound", `There is no cloud flow ${id}.`);
    else if (part === "/trigger") await trigger(asked, flow);
    else if (part === "/run") await runByHand(asked, flow);
    else await showFlow(asked, flow);
    return true;
  };
}
