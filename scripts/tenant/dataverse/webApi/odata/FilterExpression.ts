/** A value as written in a URL. */
export type Literal =
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  | { kind: "number" | "string" | "guid" | "date"; text: string }
  /** A member of an enumeration, as definitions have them: `Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'`. */
  | { kind: "enumeration"; text: string };

/** Property names from the row outwards: `parentaccountid/name` crosses to a related row. */
export type PropertyPath = readonly string[];

export type ComparisonOperator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

export type TextFunction = "contains" | "startswith" | "endswith";

export type FilterExpression =
  | { kind: "and" | "or"; operands: readonly FilterExpression[] }
  | { kind: "not"; operand: FilterExpression }
  | { kind: "compare"; operator: ComparisonOperator; path: PropertyPath; value: Literal }
  | { kind: "compareProperties"; operator: ComparisonOperator; path: PropertyPath; other: PropertyPath }
  | { kind: "in"; path: PropertyPath; values: readonly Literal[] }
  | { kind: "text"; function: TextFunction; path: PropertyPath; value: Literal }
  /** Some, or every, related row of a collection passes the condition; without one, there is any. */
  | { kind: "any" | "all"; path: PropertyPath; condition?: FilterExpression }
  /** A query function of Dataverse, such as `Microsoft.Dynamics.CRM.LastXDays`. */
  | { kind: "queryFunction"; function: string; property: string; values: readonly Literal[] };
