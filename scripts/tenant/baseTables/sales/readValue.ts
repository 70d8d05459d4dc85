import type { Value } from "../../dataverse/values";

type Reference = Extract<Value, { $t: "ref" }>;

export const referenceOf = (value: Value | undefined): Reference | undefined =>
  typeof value === "object" && value?.$t === "ref" ? value : undefined;

/** An option as the SDK passes it, or as the Web API does: a plain number. */
export function optionOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "object" && value?.$t === "opt" ? value.v : undefined;
}
