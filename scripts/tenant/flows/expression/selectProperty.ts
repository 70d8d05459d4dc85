import type { Json } from "../../dataverse/webApi/json/JsonObject";
import { FlowProblem } from "../FlowProblem";

/** Names are found whatever their case, as headers must be. */
function find(of: Json, key: Json): Json | undefined {
  if (Array.isArray(of)) return typeof key === "number" ? of[key] : undefined;
  if (typeof of !== "object" || of === null || typeof key !== "string") return undefined;
  const name = Object.keys(of).find((each) => each.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : of[name];
}

/** Outputs of connectors are selected by path: `outputs('Call')?['body/StatusCode']`. */
function findByPath(of: Json, key: Json): Json | undefined {
  const whole = find(of, key);
  if (whole !== undefined || typeof key !== "string" || !key.includes("/")) return whole;
  return key.split("/").reduce<Json | undefined>((at, name) => (at === undefined ? at : find(at, name)), of);
}

/** `of[key]`, or `of?[key]`, which is null for nothing and for what is missing in an object. Throws `FlowProblem`. */
export function selectProperty(of: Json, key: Json, isOptional: boolean): Json {
  const found = findByPath(of, key);
  if (found !== undefined) return found;
  if (isOptional && typeof of === "object") return null;
  const kind = of === null ? "null" : Array.isArray(of) ? "a list" : typeof of;
  throw new FlowProblem(`The property ${JSON.stringify(key)} cannot be selected, as it is not there (of ${kind}).`);
}
