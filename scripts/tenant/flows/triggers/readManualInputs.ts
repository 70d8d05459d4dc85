import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";
import type { ManualInput } from "../definition/FlowDefinition";

export type InputReading = { ok: true; body: JsonObject } | { ok: false; problem: string };

/** Undefined for what does not fit. */
function toValue({ type }: ManualInput, given: Json): Json | undefined {
  if (type === "string") return typeof given === "string" ? given : undefined;
  if (type === "boolean") return typeof given === "boolean" ? given : undefined;
  const isFitting = typeof given === "number" && (type === "number" || Number.isInteger(given));
  return isFitting ? given : undefined;
}

/** What a person gave to run a flow, by the keys or the titles of its inputs. */
export function readManualInputs(inputs: readonly ManualInput[], given: JsonObject): InputReading {
  const unknown = Object.keys(given).find((name) => !inputs.some(({ key, title }) => name === key || name === title));
  if (unknown !== undefined) return { ok: false, problem: `The flow has no input "${unknown}".` };
  const body: JsonObject = {};
  for (const input of inputs) {
    const json = given[input.key] ?? given[input.title];
    if (json === undefined || json === "") {
      if (input.isRequired) return { ok: false, problem: `The input "${input.title}" is missing.` };
      continue;
    }
    const value = toValue(input, json);
    if (value === undefined) return { ok: false, problem: `The input "${input.title}" is not of type ${input.type}.` };
    body[input.key] = value;
  }
  return { ok: true, body };
}

/** Fields of a form, which are text, in the types of the inputs. */
export function fromForm(inputs: readonly ManualInput[], form: URLSearchParams): JsonObject {
  const given: JsonObject = {};
  for (const { key, type } of inputs) {
    const text = form.get(key);
    if (text === null || text === "") continue;
    given[key] = type === "boolean" ? text === "true" : type === "string" ? text : Number(text);
  }
  return given;
}
