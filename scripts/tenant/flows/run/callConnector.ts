import { randomUUID } from "node:crypto";
import { answerRequest } from "../../dataverse/webApi/answerRequest";
import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { WebApiParts } from "../../dataverse/webApi/WebApiContext";
import { FlowProblem } from "../FlowProblem";
import type { ConnectorAnswer, ConnectorRequest } from "./FlowRun";

/** What connectors reach. */
export interface ConnectorParts {
  parts: WebApiParts;
  /** systemuser whose connection it is. */
  userId: string;
  /** Address that starts a flow with an HTTP trigger, by the id Power Automate knows the flow by; undefined where there is none. */
  callbackUrl: (flowName: string) => Promise<string | undefined>;
  log: (line: string) => void;
}

const root = "http://tenant/api/data/v9.2/";
const headers = new Map([
  ["content-type", "application/json"],
  ["accept", "application/json"],
]);

/** An operation of a connector, as the connection's user. */
export async function callConnector(connector: ConnectorParts, request: ConnectorRequest): Promise<ConnectorAnswer> {
  switch (request.operation) {
    case "PerformUnboundAction":
      return performUnboundAction(connector, request.actionName, request.item);
    case "GetItem":
      return getItem(connector, request);
    case "ListCallbackUrl":
      return listCallbackUrl(connector, request.flowName);
  }
}

/** The name of an action or a table; it becomes part of an address. */
function checkName(name: string, what: string): void {
  if (!/^\w+$/.test(name)) throw new FlowProblem(`"${name}" is not the name of ${what}.`);
}

function performUnboundAction(connector: ConnectorParts, name: string, item: JsonObject): Promise<ConnectorAnswer> {
  checkName(name, "an action");
  return ask(connector, { method: "POST", path: name, query: "", body: JSON.stringify(item) });
}

function getItem(
  connector: ConnectorParts,
  { entitySetName, rowId, select }: Extract<ConnectorRequest, { operation: "GetItem" }>,
): Promise<ConnectorAnswer> {
  checkName(entitySetName, "a table");
  const query = select === "" ? "" : `$select=${encodeURIComponent(select)}`;
  return ask(connector, { method: "GET", path: `${entitySetName}(${encodeURIComponent(rowId)})`, query, body: "" });
}

async function ask(
  { parts, userId, log }: ConnectorParts,
  request: { method: string; path: string; query: string; body: string },
): Promise<ConnectorAnswer> {
  const caller = { userId, initiatingUserId: userId, depth: 1, correlationId: randomUUID() };
  const answer = await answerRequest({ parts, caller, root, log }, { ...request, headers });
  const body = answer.body === undefined ? null : (JSON.parse(answer.body) as Json);
  return { statusCode: answer.status, headers: answer.headers, body };
}

/** The connector wraps the answer of Power Automate once more. */
async function listCallbackUrl({ callbackUrl }: ConnectorParts, flowName: string): Promise<ConnectorAnswer> {
  const value = await callbackUrl(flowName);
  return value === undefined
    ? {
        statusCode: 404,
        headers: {},
        body: { error: { code: "FlowNotFound", message: `No flow '${flowName}' with an HTTP trigger is turned on.` } },
      }
    : { statusCode: 200, headers: {}, body: { response: { value, method: "POST" } } };
}
