import { DataverseError, type Caller } from "../OrganizationService";
import { answerBatch } from "./batch/answerBatch";
import { metadataDocument } from "./documents/metadataDocument";
import { readDefinitions } from "./documents/definitions";
import { serviceDocument } from "./documents/serviceDocument";
import type { ApiRequest, ApiResponse } from "./http/ApiRequest";
import { checkHeaders } from "./http/checkHeaders";
import { annotationsApplied, readPreferences } from "./http/readPreferences";
import { errorResponse } from "./http/responses";
import { splitQuery } from "./http/splitQuery";
import { impersonate } from "./impersonate";
import { protocolRefusals } from "./protocolRefusals";
import { parseResource } from "./resource/parseResource";
import type { Resource } from "./resource/Resource";
import { callOperation } from "./routes/callOperation";
import { countRows } from "./routes/countRows";
import { createRow } from "./routes/createRow";
import { deleteRow } from "./routes/deleteRow";
import { listRows } from "./routes/listRows";
import { deleteProperty, readProperty, writeProperty } from "./routes/properties";
import { addReference, readReferences, removeReference } from "./routes/references";
import { countRelated, createRelated, readRelated } from "./routes/related";
import { retrieveRow } from "./routes/retrieveRow";
import type { Route } from "./routes/Route";
import { updateRow } from "./routes/updateRow";
import type { WebApiContext, WebApiParts } from "./WebApiContext";

/** Who asks, at which address, and where refusals are written. */
export interface RequestSetting {
  parts: WebApiParts;
  caller: Caller;
  root: string;
  log: (line: string) => void;
}

type RouteTable = { readonly [K in Resource["kind"]]: Readonly<Record<string, Route<K>>> };

const routes: RouteTable = {
  service: { GET: serviceDocument },
  metadata: { GET: metadataDocument },
  definitions: { GET: readDefinitions },
  batch: {},
  rows: { GET: listRows, POST: createRow },
  count: { GET: countRows },
  row: { GET: retrieveRow, PATCH: updateRow, DELETE: deleteRow },
  property: { GET: readProperty, PUT: writeProperty, DELETE: deleteProperty },
  related: { GET: readRelated, POST: createRelated },
  relatedCount: { GET: countRelated },
  references: { GET: readReferences, POST: addReference, PUT: addReference, DELETE: removeReference },
  operation: { GET: callOperation, POST: callOperation },
};

/** Method and kind of resource of all that is answered, such as `GET rows`. */
export const answeredRoutes: readonly string[] = [
  "POST batch",
  ...Object.entries(routes).flatMap(([kind, methods]) => Object.keys(methods).map((method) => `${method} ${kind}`)),
];

function route<K extends Resource["kind"]>(
  context: WebApiContext,
  request: ApiRequest,
  resource: Extract<Resource, { kind: K }>,
  kind: K,
): Promise<ApiResponse> {
  const found = routes[kind][request.method];
  if (!found) throw protocolRefusals.methodNotAllowed(request.method, request.path);
  return found(context, { request, resource, options: splitQuery(request.query) });
}

function withAnnotationsApplied({ preferences }: WebApiContext, response: ApiResponse): ApiResponse {
  const annotations = annotationsApplied(preferences);
  const isData = response.status < 300 && response.headers["Content-Type"]?.startsWith("application/json") === true;
  if (annotations === undefined || !isData) return response;
  const others = response.headers["Preference-Applied"];
  const applied = others === undefined ? annotations : `${others}, ${annotations}`;
  return { ...response, headers: { ...response.headers, "Preference-Applied": applied } };
}

async function dispatch(setting: RequestSetting, request: ApiRequest): Promise<ApiResponse> {
  checkHeaders(request.headers);
  const { parts, root } = setting;
  const caller = await impersonate(parts, setting.caller, request.headers);
  const context: WebApiContext = {
    ...parts,
    caller,
    root,
    preferences: readPreferences(request.headers.get("prefer")),
  };
  const resource = parseResource(parts.catalogue, request.path);
  if (resource.kind === "batch" && request.method === "POST") {
    return answerBatch(context, request, (part) => answerRequest({ ...setting, caller }, part));
  }
  return withAnnotationsApplied(context, await route(context, request, resource, resource.kind));
}

const unexpected = () => new DataverseError("0x80040216", "An unexpected error occurred.", 500);

/** Answers one request; whatever is refused is said to the asker and to the log, with the reason. */
export async function answerRequest(setting: RequestSetting, request: ApiRequest): Promise<ApiResponse> {
  const { method, path, query } = request;
  const asked = `${method} ${path}${query === "" ? "" : `?${query}`}`;
  try {
    return await dispatch(setting, request);
  } catch (error) {
    if (error instanceof DataverseError) {
      setting.log(`Web API refused ${asked}: ${error.httpStatus} ${error.code} ${error.message}`);
      return errorResponse(error);
    }
    setting.log(
      `Web API failed at ${asked}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return errorResponse(unexpected());
  }
}
