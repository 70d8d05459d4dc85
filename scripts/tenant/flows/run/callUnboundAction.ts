import { randomUUID } from "node:crypto";
import { answerRequest } from "../../dataverse/webApi/answerRequest";
import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { WebApiParts } from "../../dataverse/webApi/WebApiContext";
import { FlowProblem } from "../FlowProblem";
import type { ConnectorAnswer } from "./FlowRun";

const root = "http://tenant/api/data/v9.2/";
const headers = new Map([
  ["content-type", "application/json"],
  ["accept", "application/json"],
]);

/** The connector's "Perform an unbound action": a Web API request of the connection's user. */
export async function callUnboundAction(
  parts: WebApiParts,
  userId: string,
  name: string,
  item: JsonObject,
  log: (line: string) => void,
): Promise<ConnectorAnswer> {
  if (!/^\w+$/.test(name)) throw new FlowProblem(`"${name}" is not the name of an action.`);
  const caller = { userId, initiatingUserId: userId, depth: 1, correlationId: randomUUID() };
  const request = { method: "POST", path: name, query: "", headers, body: JSON.stringify(item) };
  const answer = await answerRequest({ parts, caller, root, log }, request);
  const body = answer.body === undefined ? null : (JSON.parse(answer.body) as Json);
  return { statusCode: answer.status, headers: answer.headers, body };
}
