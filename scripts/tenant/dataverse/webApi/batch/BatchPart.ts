import type { ApiRequest } from "../http/ApiRequest";

/** One request of a batch; a change set is several that happen together or not at all. */
export type BatchPart =
  { kind: "request"; request: ApiRequest } | { kind: "changeSet"; requests: readonly ContentRequest[] };

export interface ContentRequest {
  request: ApiRequest;
  /** Number other requests of the change set may name the row by, as `$1`. */
  contentId?: string;
}
