export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

/** A value in a filter, with the way it was written: OData tells types apart by that. */
export interface Literal {
  written: "quoted" | "number" | "instant" | "guid" | "keyword";
  value: string | number | boolean | null;
}

/** A parsed `$filter`. Paths are steps, such as ["customerProfile", "address", "country"]. */
export type Filter =
  | { kind: "and" | "or"; left: Filter; right: Filter }
  | { kind: "not"; of: Filter }
  | { kind: "compare"; path: readonly string[]; operator: Comparison; literal: Literal }
  | { kind: "any"; path: readonly string[]; variable: string; of: Filter };

/** Thrown inside this room only; `parseFilter` turns it into an answer. */
export class FilterError extends Error {}
