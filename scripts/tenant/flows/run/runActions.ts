import { isJsonObject, type Json } from "../../dataverse/webApi/json/JsonObject";
import type { FlowAction, FlowStep } from "../definition/FlowDefinition";
import type { ActionFacts } from "../expression/ExpressionScope";
import { toText } from "../expression/toText";
import { FlowProblem } from "../FlowProblem";
import type { ConnectorRequest, FlowResponse, FlowRun, RunError } from "./FlowRun";

/**
 * Runs actions that stand beside each other, one after the other. The answer is the failure of the group: a failure that
 * a later action ran after has been dealt with, one that nothing ran after has not.
 */
export async function runActions(actions: readonly FlowAction[], run: FlowRun): Promise<RunError | undefined> {
  for (const action of actions) {
    if (run.end) return undefined;
    if (isReady(action, run)) await runAction(action, run);
    else run.note(action.name, { status: "Skipped", outputs: null });
  }
  const last = actions.filter(({ name }) => !actions.some(({ runAfter }) => runAfter.has(name)));
  return last.map((action) => failureOf(action, actions, run)).find((error) => error !== undefined);
}

const isReady = ({ runAfter }: FlowAction, run: FlowRun): boolean =>
  [...runAfter].every(([name, statuses]) => statuses.includes(run.action(name)?.status ?? "Skipped"));

async function runAction({ name, step }: FlowAction, run: FlowRun): Promise<void> {
  try {
    run.note(name, await runStep(step, run));
  } catch (error) {
    if (!(error instanceof FlowProblem)) throw error;
    run.note(name, failed("InvalidTemplate", error.message));
  }
}

/** The failure that a last action leaves: its own or, when it was skipped, that of what it was to run after. */
function failureOf(action: FlowAction, actions: readonly FlowAction[], run: FlowRun): RunError | undefined {
  const facts = run.action(action.name);
  if (facts?.status === "Failed") {
    const message = facts.error?.message;
    return {
      code: "ActionFailed",
      message: `Action "${action.name}" failed: ${typeof message === "string" ? message : ""}`,
    };
  }
  if (facts?.status !== "Skipped") return undefined;
  const before = actions.filter(({ name }) => action.runAfter.has(name));
  return before.map((each) => failureOf(each, actions, run)).find((error) => error !== undefined);
}

type Step<T extends FlowStep["type"]> = Extract<FlowStep, { type: T }>;

const succeeded = (outputs: Json): ActionFacts => ({ status: "Succeeded", outputs });

const failed = (code: string, message: string, outputs: Json = null): ActionFacts => ({
  status: "Failed",
  outputs,
  error: { code, message },
});

/** The error of a Web API answer, in its own words. */
function errorIn(body: Json, statusCode: number): RunError {
  const error = isJsonObject(body) ? body.error : undefined;
  const { code, message } = isJsonObject(error) ? error : {};
  return {
    code: typeof code === "string" ? code : String(statusCode),
    message: typeof message === "string" ? message : `The call answered ${statusCode}.`,
  };
}

type ConnectorStep = Step<"unboundAction"> | Step<"getItem"> | Step<"listCallbackUrl">;

function toRequest(step: ConnectorStep, run: FlowRun): ConnectorRequest {
  switch (step.type) {
    case "unboundAction": {
      const item = step.item(run);
      if (!isJsonObject(item)) throw new FlowProblem('"item" is not an object.');
      return { operation: "PerformUnboundAction", actionName: toText(step.actionName(run)), item };
    }
    case "getItem":
      return {
        operation: "GetItem",
        entitySetName: toText(step.entitySetName(run)),
        rowId: toText(step.rowId(run)),
        select: toText(step.select(run)),
      };
    case "listCallbackUrl":
      return { operation: "ListCallbackUrl", flowName: toText(step.flowName(run)) };
  }
}

async function callConnector(step: ConnectorStep, run: FlowRun): Promise<ActionFacts> {
  const { statusCode, headers, body } = await run.parts.call(step.connection, toRequest(step, run));
  const outputs = { statusCode, headers, body };
  if (statusCode < 400) return succeeded(outputs);
  const { code, message } = errorIn(body, statusCode);
  return failed(code, message, outputs);
}

function textHeaders(headers: Json): Record<string, string> {
  if (!isJsonObject(headers)) throw new FlowProblem("The headers of a response are not an object.");
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, toText(value)]));
}

function toResponse({ statusCode, headers, body }: Step<"response">, run: FlowRun): FlowResponse {
  const status = Number(toText(statusCode(run)));
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new FlowProblem(`A response cannot have the status ${JSON.stringify(statusCode(run))}.`);
  const content = body?.(run);
  const given = textHeaders(headers(run));
  if (content === undefined || content === null) return { statusCode: status, headers: given };
  const hasType = Object.keys(given).some((name) => name.toLowerCase() === "content-type");
  const type = typeof content === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  return {
    statusCode: status,
    headers: hasType ? given : { ...given, "Content-Type": type },
    body: typeof content === "string" ? content : JSON.stringify(content),
  };
}

function terminate({ status, error }: Step<"terminate">, run: FlowRun): ActionFacts {
  const given = error(run);
  const { code = "Terminated", message = "The flow ended itself." } = isJsonObject(given) ? given : {};
  run.end = { status, ...(status === "Failed" && { error: { code: toText(code), message: toText(message) } }) };
  return succeeded(null);
}

/** Does what an action says. Throws `FlowProblem` where an expression cannot be evaluated. */
async function runStep(step: FlowStep, run: FlowRun): Promise<ActionFacts> {
  switch (step.type) {
    case "unboundAction":
    case "getItem":
    case "listCallbackUrl":
      return callConnector(step, run);
    case "response": {
      const response = toResponse(step, run);
      run.respond(response);
      return succeeded({ ...response, body: response.body ?? null });
    }
    case "terminate":
      return terminate(step, run);
    case "compose":
      return succeeded(step.inputs(run));
    case "scope":
      return groupFacts(await runActions(step.actions, run));
    case "if":
      return groupFacts(await runActions(step.condition(run) === true ? step.actions : step.otherwise, run));
  }
}

const groupFacts = (error: RunError | undefined): ActionFacts =>
  error ? failed("ActionFailed", error.message) : succeeded(null);
