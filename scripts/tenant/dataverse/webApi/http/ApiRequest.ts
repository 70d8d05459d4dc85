/** A request below the service address, alone or as a part of a batch. */
export interface ApiRequest {
  method: string;
  /** Below the service root, still percent-encoded, without a leading slash. */
  path: string;
  /** Behind the question mark, still percent-encoded. */
  query: string;
  /** By name in lower case. */
  headers: ReadonlyMap<string, string>;
  body: string;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body?: string;
}
