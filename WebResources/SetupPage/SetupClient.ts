/** Why a request came to nothing, in words. */
export interface RequestFailure {
  kind: "failed";
  words: string;
  /** The roles of who has the page open do not allow it. */
  isForbidden?: true;
}

export type Reply<Value> = { kind: "done"; value: Value } | RequestFailure;

/** A row or an answer as the Web API gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Requests of the setup page to Dataverse, with the rights of who has it open. Never rejects. */
export interface SetupClient {
  /** Calls a custom API of ours and gives its `Response`, parsed. */
  call(customApi: string, parameters: Row): Promise<Reply<Row>>;
  /** Rows of one page of a table; `query` is OData without the question mark. */
  rows(entitySetName: string, query: string): Promise<Reply<readonly Row[]>>;
  create(entitySetName: string, row: Row): Promise<Reply<null>>;
  update(entitySetName: string, id: string, row: Row): Promise<Reply<null>>;
}
