import type { FailureCode } from "../../../Solution/engine/domain/failure/failureKinds";

/** Why a call to the server came to nothing on the way there or back. */
export type TransportFailure = "offline" | "forbidden" | "notInstalled" | "timedOut" | "unexpected";

/** Why a call came to nothing: on the way, or, by a code of the engine's catalogue, in the engine. */
export type CallFailure = TransportFailure | FailureCode;

/** A row or an answer as the Web API gives it. */
export type Row = Readonly<Record<string, unknown>>;

export type CallResult<Value> = { kind: "done"; value: Value } | { kind: "failed"; failure: CallFailure };

/** Calls of a form script to Dataverse, with the rights of the signed-in user. Never rejects: a failure is a result. */
export interface DataClient {
  /** Calls an unbound action or custom API by its unique name. */
  execute(action: string, parameters: Row): Promise<CallResult<Row>>;
  /** Rows of one page of a table, with formatted values; `query` is OData without the question mark and may not hold `&` or `#` inside a value. */
  retrieveMultiple(entitySetName: string, query: string): Promise<CallResult<Row[]>>;
}
