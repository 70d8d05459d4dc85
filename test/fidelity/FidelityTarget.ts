/** What a Web API answered. */
export interface Seen {
  status: number;
  headers: Headers;
  text: string;
  /** The body; undefined for one that is no JSON. */
  json: unknown;
}

export interface TargetRequest {
  method: string;
  /** Below `/api/data/v9.2/`, encoded. */
  address: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** A Dataverse Web API to hold the manifest against: the local tenant, or a real environment. */
export interface FidelityTarget {
  /** Such as `https://contoso.crm.dynamics.com/api/data/v9.2/`. */
  root: string;
  /** What the names in braces stand for. Those of rows are there only where checks may write. */
  ids: Readonly<Record<string, string>>;
  /** Kinds of checks that may run here. */
  runs: readonly ("anywhere" | "installed" | "rows" | "local")[];
  /** Puts this target's own mark in the place of `(sample)`, by which rows made for checks are known. */
  marked: (text: string) => string;
  send: (request: TargetRequest) => Promise<Seen>;
  /** Headers by which a request is an administrator's. */
  asAdministrator: Readonly<Record<string, string>>;
  /** Takes away what was made. */
  close: () => Promise<void>;
}
