import type { Failure } from "./Failure";

/** What came of asking somebody outside. */
export type Outcome<Value> = { kind: "done"; value: Value } | { kind: "failed"; failure: Failure };

export const done = <Value>(value: Value): Outcome<Value> => ({ kind: "done", value });

export const failed = (failure: Failure): { kind: "failed"; failure: Failure } => ({ kind: "failed", failure });
