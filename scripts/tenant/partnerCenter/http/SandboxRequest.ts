/** A request without its socket, so that a test or a simulation can send one too. */
export interface SandboxRequest {
  method: string;
  /** Decoded by nobody yet: as it stands in the request line, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Where the caller reached the sandbox; links in answers start with it. */
export function addressOf(request: SandboxRequest): string {
  return `http://${request.headers["host"] ?? "127.0.0.1:4280"}`;
}
