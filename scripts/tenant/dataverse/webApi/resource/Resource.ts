import type { ColumnMetadata, TableMetadata } from "../../metadata";
import type { Literal } from "../odata/FilterExpression";
import type { Navigation } from "../query/navigation";

/** How a path names a row: by id, or by the values of an alternate key. */
export type RowKey = { id: string } | { keys: Record<string, Literal> };

export interface RowAddress {
  table: TableMetadata;
  key: RowKey;
}

/** What an operation is called on. */
export type OperationTarget = { kind: "row"; row: RowAddress } | { kind: "rows"; table: TableMetadata };

/** What a path below the service root means. */
export type Resource =
  | { kind: "service" }
  | { kind: "metadata" }
  | { kind: "batch" }
  | { kind: "definitions"; segments: readonly PathSegment[] }
  | { kind: "rows"; table: TableMetadata }
  | { kind: "count"; table: TableMetadata }
  | { kind: "row"; row: RowAddress }
  | { kind: "property"; row: RowAddress; column: ColumnMetadata; isRaw: boolean }
  | { kind: "related"; row: RowAddress; navigation: Navigation }
  | { kind: "relatedCount"; row: RowAddress; navigation: Navigation }
  | { kind: "references"; row: RowAddress; navigation: Navigation; related?: RowKey }
  | {
      kind: "operation";
      name: string;
      arguments: ReadonlyMap<string, Literal | { alias: string }>;
      target?: OperationTarget;
    };

/** A part of a path between slashes; `inside` is what stands in parentheses behind the name. */
export interface PathSegment {
  name: string;
  inside?: string;
}
