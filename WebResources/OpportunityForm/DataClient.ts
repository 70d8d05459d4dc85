/** Why a call to the server came to nothing; the closed list that {@link failureWords} puts into words. */
export type CallFailure = "offline" | "forbidden" | "notInstalled" | "timedOut" | "unexpected";

/** A row or an answer as the Web API gives it. */
export type Row = Readonly<Record<string, unknown>>;

export type CallResult<Value> = { kind: "done"; value: Value } | { kind: "failed"; failure: CallFailure };

/** Calls of a form script to Dataverse, with the rights of the signed-in user. Never rejects: a failure is a result. */
export interface DataClient {
  /** Calls an unbound action or custom API by its unique name. */
  execute(action: string, parameters: Row): Promise<CallResult<Row>>;
  /** Rows of one page of a table; `query` is OData without the question mark and may not hold `&` or `#` inside a value. */
  retrieveMultiple(entitySetName: string, query: string): Promise<CallResult<Row[]>>;
}
