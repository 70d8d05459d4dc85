import type { Value } from "../values";

/** Normalized values by column, on their way to storage. */
export type RowValues = Map<string, Value>;
