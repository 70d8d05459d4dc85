import type { FilterExpression, PropertyPath } from "./FilterExpression";

export interface OrderItem {
  path: PropertyPath;
  isDescending: boolean;
}

export interface ExpandItem {
  /** Navigation property. */
  property: string;
  /** Only the ids of the related rows: `…/$ref`. */
  isReference: boolean;
  options: QueryOptions;
  /** The options as they were written, by name. */
  written: ReadonlyMap<string, string>;
}

/** What a request asks of rows, whether at the top or inside an `$expand`. */
export interface QueryOptions {
  select?: readonly string[];
  filter?: FilterExpression;
  orderBy?: readonly OrderItem[];
  expand?: readonly ExpandItem[];
  top?: number;
  isCounted?: boolean;
}
