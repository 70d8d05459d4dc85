import { STATUS_CODES } from "node:http";
import type { ApiResponse } from "../http/ApiRequest";

export interface PartResponse {
  response: ApiResponse;
  contentId?: string;
}

const lineEnd = "\r\n";

function writeHttp({ response: { status, headers, body = "" }, contentId }: PartResponse): string {
  return [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    "",
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "",
    body,
  ].join(lineEnd);
}

const join = (boundary: string, parts: readonly string[]): string =>
  [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ""].join(lineEnd);

export const writePart = (part: PartResponse): string => writeHttp(part);

/** The answers of a change set, as one part of a batch. */
export function writeChangeSet(id: string, parts: readonly PartResponse[]): string {
  const boundary = `changesetresponse_${id}`;
  return [`Content-Type: multipart/mixed; boundary=${boundary}`, "", join(boundary, parts.map(writeHttp))].join(
    lineEnd,
  );
}

/** Clients know an answer of a batch by this very name of its boundary. */
export function writeBatch(id: string, parts: readonly string[], status: number): ApiResponse {
  const boundary = `batchresponse_${id}`;
  return {
    status,
    headers: { "OData-Version": "4.0", "Content-Type": `multipart/mixed; boundary=${boundary}` },
    body: join(boundary, parts),
  };
}
