/** One call of an API, as `/sandbox/requests` lists it; pages and controls are not logged. */
export interface LoggedRequest {
  at: string;
  operation: string;
  method: string;
  path: string;
  query: string;
  /** HTTP status; 0 when the caller got none. */
  status: number;
  ms: number;
  /** Kind of the fault that struck, if one did. */
  fault: string | null;
  clientRequestId: string | null;
}
