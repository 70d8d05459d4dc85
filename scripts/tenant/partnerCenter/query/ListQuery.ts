import type { Filter } from "./Filter";

/** A list request, from its query options or from a skip token that carries them on. */
export interface ListQuery {
  filter: Filter | null;
  orderBy: { property: "createdDateTime" | "updatedDateTime"; descending: boolean };
  /** Top-level properties to return; null for all. */
  select: readonly string[] | null;
  /** Rows to pass over. */
  skip: number;
  /** Rows still wanted in all; null for all. */
  top: number | null;
}

export type ListQueryReading =
  { kind: "query"; query: ListQuery } | { kind: "refused"; option: string; message: string };
