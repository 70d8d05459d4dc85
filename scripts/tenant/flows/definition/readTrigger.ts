import type { DefinitionPart } from "./DefinitionPart";
import type { FlowTrigger, ManualInput } from "./FlowDefinition";

const frequenciesMs: Readonly<Record<string, number>> = {
  Second: 1_000,
  Minute: 60_000,
  Hour: 3_600_000,
  Day: 86_400_000,
  Week: 604_800_000,
};

const inputTypes: readonly string[] = ["string", "boolean", "number", "integer"] satisfies ManualInput["type"][];

function readInput(schema: DefinitionPart, key: string, required: readonly unknown[]): ManualInput {
  const property = schema.part("properties").part(key);
  const type = property.text("type");
  if (!inputTypes.includes(type)) return property.fail(`inputs of type ${type} are not run by the local tenant`);
  const title = property.json("title");
  const description = property.json("description");
  return {
    key,
    title: typeof title === "string" ? title : key,
    type: type as ManualInput["type"],
    ...(typeof description === "string" && { description }),
    isRequired: required.includes(key),
  };
}

function readRequest(name: string, trigger: DefinitionPart): FlowTrigger {
  const inputs = trigger.part("inputs");
  const kind = trigger.json("kind") ?? "Http";
  if (kind === "Http") {
    inputs.allow("schema", "method", "triggerAuthenticationType");
    const method = inputs.json("method") ?? "POST";
    return { kind: "http", name, method: typeof method === "string" ? method.toUpperCase() : inputs.text("method") };
  }
  if (kind !== "Button")
    return trigger.fail(`requests of kind ${JSON.stringify(kind)} are not run by the local tenant`);
  inputs.allow("schema");
  const schema = inputs.part("schema");
  const required = schema.json("required");
  const keys = schema.part("properties").names;
  return {
    kind: "manual",
    name,
    inputs: keys.map((key) => readInput(schema, key, Array.isArray(required) ? required : [])),
  };
}

function readRecurrence(name: string, trigger: DefinitionPart): FlowTrigger {
  const recurrence = trigger.part("recurrence");
  recurrence.allow("frequency", "interval");
  const unitMs = frequenciesMs[recurrence.text("frequency")];
  const interval = recurrence.json("interval");
  if (unitMs === undefined) return recurrence.fail(`the frequency ${recurrence.text("frequency")} is not run here`);
  if (typeof interval !== "number" || !Number.isInteger(interval) || interval < 1)
    return recurrence.fail('"interval" is not a positive whole number');
  return { kind: "recurrence", name, everyMs: interval * unitMs };
}

/** Reads what starts a flow. Throws `FlowProblem`. */
export function readTrigger(name: string, trigger: DefinitionPart): FlowTrigger {
  trigger.allow("type", "kind", "inputs", "recurrence", "metadata", "description", "runtimeConfiguration");
  // Runs of a recurrence never overlap here, so that this is the only setting that can be kept.
  trigger.part("runtimeConfiguration").allow("concurrency");
  const type = trigger.text("type");
  if (type === "Request") return readRequest(name, trigger);
  if (type === "Recurrence") return readRecurrence(name, trigger);
  return trigger.fail(`triggers of type ${type} are not run by the local tenant`);
}
