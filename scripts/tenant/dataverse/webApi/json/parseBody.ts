import type { ApiRequest } from "../http/ApiRequest";
import { protocolRefusals } from "../protocolRefusals";
import { isJsonObject, type JsonObject } from "./JsonObject";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw protocolRefusals.bodyUnreadable(error instanceof Error ? error.message : String(error));
  }
}

/** The JSON object in a request's body; an empty body is one without properties. */
export function parseBody({ body, headers }: ApiRequest): JsonObject {
  if (body.trim() === "") return {};
  const contentType = headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(contentType)) throw protocolRefusals.mediaType(contentType);
  const json = parse(body);
  if (!isJsonObject(json)) throw protocolRefusals.bodyUnreadable("an object is expected.");
  return json;
}

/** Like `parseBody`, but there must be a body. */
export function requireBody(request: ApiRequest): JsonObject {
  if (request.body.trim() === "") throw protocolRefusals.bodyMissing();
  return parseBody(request);
}
