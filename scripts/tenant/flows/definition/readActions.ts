import { isJsonObject, type Json } from "../../dataverse/webApi/json/JsonObject";
import { compileCondition } from "./compileCondition";
import { DefinitionPart } from "./DefinitionPart";
import type { FlowAction, FlowStep } from "./FlowDefinition";

const common = ["type", "kind", "inputs", "runAfter", "metadata", "description", "runtimeConfiguration"];
const terminations: readonly string[] = ["Succeeded", "Failed", "Cancelled"];

/** `item/Name` members become the object that is posted. */
function itemOf(parameters: DefinitionPart): Json {
  const whole = parameters.json("item");
  if (whole !== undefined) return whole;
  const named = parameters.names.filter((name) => name.startsWith("item/"));
  return Object.fromEntries(named.map((name) => [name.slice("item/".length), parameters.json(name) ?? null]));
}

function readConnectorCall(action: DefinitionPart): FlowStep {
  const inputs = action.part("inputs");
  inputs.allow("host", "parameters", "authentication", "retryPolicy");
  const policy = inputs.part("retryPolicy");
  if (policy.names.length > 0 && policy.text("type") !== "none")
    return policy.fail("the local tenant does not try again; only the type none is run");
  const host = inputs.part("host");
  const operation = host.text("operationId");
  const connector = host.text("apiId").split("/").at(-1) ?? "";
  const read = connectorOperations[`${connector}/${operation}`];
  if (read === undefined) return host.fail(`${operation} of ${host.text("apiId")} is not run by the local tenant`);
  return read(inputs.part("parameters"), host.text("connectionName"));
}

type ReadOperation = (parameters: DefinitionPart, connection: string) => FlowStep;

const readUnboundAction: ReadOperation = (parameters, connection) => {
  const other = parameters.names.find((name) => name !== "actionName" && name !== "item" && !name.startsWith("item/"));
  if (other !== undefined) return parameters.fail(`"${other}" is not a parameter of PerformUnboundAction`);
  const actionName = parameters.template("actionName");
  parameters.text("actionName");
  return { type: "unboundAction", connection, actionName, item: parameters.compile(itemOf(parameters)) };
};

const readGetItem: ReadOperation = (parameters, connection) => {
  parameters.allow("entityName", "recordId", "$select");
  parameters.text("entityName");
  return {
    type: "getItem",
    connection,
    entitySetName: parameters.template("entityName"),
    rowId: parameters.template("recordId"),
    select: parameters.compile(parameters.json("$select") ?? ""),
  };
};

const readListCallbackUrl: ReadOperation = (parameters, connection) => {
  parameters.allow("environmentName", "flowName");
  parameters.text("environmentName");
  return { type: "listCallbackUrl", connection, flowName: parameters.template("flowName") };
};

/** The operations that run here, by connector. */
const connectorOperations: Readonly<Record<string, ReadOperation>> = {
  "shared_commondataserviceforapps/PerformUnboundAction": readUnboundAction,
  "shared_commondataserviceforapps/GetItem": readGetItem,
  "shared_flowmanagement/ListCallbackUrl": readListCallbackUrl,
};

function readResponse(action: DefinitionPart): FlowStep {
  const inputs = action.part("inputs");
  inputs.allow("statusCode", "headers", "body", "schema");
  if ((action.json("kind") ?? "Http") !== "Http")
    return action.fail("only responses of kind Http are run by the local tenant");
  const body = inputs.json("body");
  return {
    type: "response",
    statusCode: inputs.template("statusCode"),
    headers: inputs.compile(inputs.json("headers") ?? {}),
    body: body === undefined ? undefined : inputs.compile(body),
  };
}

function readTermination(action: DefinitionPart): FlowStep {
  const inputs = action.part("inputs");
  inputs.allow("runStatus", "runError");
  const status = inputs.text("runStatus");
  if (!terminations.includes(status))
    return inputs.fail(`the run status ${status} is not one of ${terminations.join(", ")}`);
  return { type: "terminate", status: status as "Succeeded", error: inputs.compile(inputs.json("runError") ?? {}) };
}

function readStep(action: DefinitionPart): FlowStep {
  const type = action.text("type");
  switch (type) {
    case "OpenApiConnection":
      return readConnectorCall(action);
    case "Response":
      return readResponse(action);
    case "Terminate":
      return readTermination(action);
    case "Compose":
      return { type: "compose", inputs: action.template("inputs") };
    case "Scope":
      return { type: "scope", actions: readActions(action.part("actions")) };
    case "If":
      return {
        type: "if",
        condition: compileCondition(action, action.json("expression") ?? null),
        actions: readActions(action.part("actions")),
        otherwise: readActions(action.part("else").part("actions")),
      };
    default:
      return action.fail(`actions of type ${type} are not run by the local tenant`);
  }
}

function readRunAfter(action: DefinitionPart, known: readonly string[]): FlowAction["runAfter"] {
  const runAfter = action.part("runAfter");
  return new Map(
    runAfter.names.map((name) => {
      const statuses = runAfter.json(name);
      if (!known.includes(name)) return runAfter.fail(`there is no action "${name}" beside it`);
      if (!Array.isArray(statuses)) return runAfter.fail(`"${name}" has no list of statuses`);
      return [name, statuses.map(String)] as const;
    }),
  );
}

/** Reads actions that stand beside each other, each behind those it runs after. Throws `FlowProblem`. */
export function readActions(group: DefinitionPart): FlowAction[] {
  const read = group.names.map((name): FlowAction => {
    const json = group.json(name);
    const action = DefinitionPart.of(`Action "${name}"`, isJsonObject(json) ? json : undefined);
    action.allow(...common, "actions", "else", "expression");
    action.part("runtimeConfiguration").allow("secureData");
    return { name, runAfter: readRunAfter(action, group.names), step: readStep(action) };
  });
  return inOrder(read, group);
}

function inOrder(actions: readonly FlowAction[], group: DefinitionPart): FlowAction[] {
  const ordered: FlowAction[] = [];
  const isReady = ({ runAfter }: FlowAction) =>
    [...runAfter.keys()].every((name) => ordered.some((each) => each.name === name));
  while (ordered.length < actions.length) {
    const next = actions.find((action) => !ordered.includes(action) && isReady(action));
    if (!next) return group.fail("its actions run after each other in a circle");
    ordered.push(next);
  }
  return ordered;
}
