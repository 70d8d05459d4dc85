import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";
import { FlowProblem } from "../FlowProblem";
import { DefinitionPart } from "./DefinitionPart";
import type { FlowAction, FlowDefinition } from "./FlowDefinition";
import { readActions } from "./readActions";
import { readTrigger } from "./readTrigger";

export type FlowReading = { ok: true; definition: FlowDefinition } | { ok: false; problem: string };

function parse(clientData: string): Json {
  try {
    return JSON.parse(clientData) as Json;
  } catch {
    throw new FlowProblem("The definition is not JSON.");
  }
}

function readConnections(references: DefinitionPart): Map<string, string> {
  return new Map(
    references.names.map((key) => {
      const logicalName = references.part(key).part("connection").text("connectionReferenceLogicalName");
      return [key, logicalName];
    }),
  );
}

/** By their default values; `$connections` and `$authentication` belong to the platform and stay empty here. */
function readParameters(parameters: DefinitionPart): JsonObject {
  return Object.fromEntries(parameters.names.map((name) => [name, parameters.part(name).json("defaultValue") ?? null]));
}

function nestedIn({ step }: FlowAction): FlowAction[] {
  const inner = step.type === "scope" ? step.actions : step.type === "if" ? [...step.actions, ...step.otherwise] : [];
  return [...inner, ...inner.flatMap(nestedIn)];
}

function checkConnections(actions: readonly FlowAction[], connections: ReadonlyMap<string, string>): void {
  for (const { name, step } of actions)
    if ("connection" in step && !connections.has(step.connection))
      throw new FlowProblem(
        `Action "${name}" uses the connection ${step.connection}, which the flow does not declare.`,
      );
}

function read(clientData: string): FlowDefinition {
  const properties = DefinitionPart.of("The flow", parse(clientData)).part("properties");
  const definition = properties.part("definition");
  definition.allow("$schema", "contentVersion", "parameters", "triggers", "actions", "outputs", "description");
  const triggers = definition.part("triggers");
  const [name, ...others] = triggers.names;
  if (name === undefined || others.length > 0)
    throw new FlowProblem(`The flow has ${triggers.names.length} triggers, not one.`);
  const actions = readActions(definition.part("actions"));
  const all = [...actions, ...actions.flatMap(nestedIn)];
  const connections = readConnections(properties.part("connectionReferences"));
  checkConnections(all, connections);
  const trigger = readTrigger(name, DefinitionPart.of(`Trigger "${name}"`, triggers.json(name)));
  const hasResponse = all.some(({ step }) => step.type === "response");
  if (hasResponse && trigger.kind !== "http")
    throw new FlowProblem("Only a flow that an HTTP request starts can respond.");
  return {
    trigger,
    actions,
    parameters: readParameters(definition.part("parameters")),
    connections,
    hasResponse,
  };
}

/** Reads a cloud flow as solutions carry it; what the tenant cannot run is named in the answer. */
export function readFlowDefinition(clientData: string): FlowReading {
  try {
    return { ok: true, definition: read(clientData) };
  } catch (error) {
    if (error instanceof FlowProblem) return { ok: false, problem: error.message };
    throw error;
  }
}
