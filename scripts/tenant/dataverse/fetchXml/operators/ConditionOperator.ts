import type { SqlFragment } from "../compile/SqlFragment";
import type { QueryColumn, QueryScope } from "../compile/QueryScope";

export interface ConditionArguments {
  operator: string;
  column: QueryColumn;
  values: readonly string[];
  scope: QueryScope;
}

/** Turns one condition into SQL that is true or false, never null. */
export type ConditionOperator = (condition: ConditionArguments) => SqlFragment;
