import type { ApiRequest, ApiResponse } from "../http/ApiRequest";
import type { Resource } from "../resource/Resource";
import type { WebApiContext } from "../WebApiContext";

/** A request on a resource of one kind; `options` is its query, split and decoded. */
export interface RouteRequest<K extends Resource["kind"]> {
  request: ApiRequest;
  resource: Extract<Resource, { kind: K }>;
  options: ReadonlyMap<string, string>;
}

export type Route<K extends Resource["kind"]> = (
  context: WebApiContext,
  request: RouteRequest<K>,
) => Promise<ApiResponse>;
