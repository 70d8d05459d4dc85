import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Json, JsonObject } from "../../dataverse/webApi/json/JsonObject";

/** The platform takes the header for its own sign-in, so that no flow sees it. */
const swallowed = "authorization";

function headersOf({ rawHeaders }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = [rawHeaders[at], rawHeaders[at + 1]];
    if (name.toLowerCase() === swallowed) continue;
    const known = Object.keys(headers).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    headers[known] = headers[known] === undefined ? value : `${headers[known]},${value}`;
  }
  return headers;
}

/** Levels of JSON that the platform reads; its parser refuses what is nested deeper. */
const maxDepth = 128;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isInText && sign === "\\") at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (!isInText && (sign === "{" || sign === "[")) depth += 1;
    else if (!isInText && (sign === "}" || sign === "]")) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/**
 * A body as flows see it: JSON as its value, text as text, everything else with its bytes in base64. Undefined for JSON that
 * cannot be read. Source: "Handle content types in Azure Logic Apps".
 */
function bodyOf(bytes: Buffer, contentType: string): Json | undefined {
  if (bytes.length === 0) return null;
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "application/json" || mediaType.endsWith("+json")) {
    const json = bytes.toString("utf8");
    if (isTooDeep(json)) return undefined;
    try {
      return JSON.parse(json) as Json;
    } catch {
      return undefined;
    }
  }
  if (mediaType.startsWith("text/")) return bytes.toString("utf8");
  return { "$content-type": contentType || "application/octet-stream", $content: bytes.toString("base64") };
}

/** `{ headers, body }` of a request that starts a flow; undefined when its JSON cannot be read. */
export async function readHttpTrigger(request: IncomingMessage): Promise<JsonObject | undefined> {
  const headers = headersOf(request);
  const body = bodyOf(await buffer(request), request.headers["content-type"] ?? "");
  return body === undefined ? undefined : { headers, ...(body === null ? {} : { body }) };
}
