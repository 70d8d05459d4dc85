import type { ApiRequest } from "../http/ApiRequest";
import { protocolRefusals } from "../protocolRefusals";
import type { BatchPart, ContentRequest } from "./BatchPart";

/** Operations in a batch, change sets taken apart. */
const maxOperations = 1000;

interface MimePart {
  headers: ReadonlyMap<string, string>;
  content: string;
}

function parseHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const separator = line.indexOf(":");
    if (separator < 1) throw protocolRefusals.batch(`The line '${line}' of a part is no header.`);
    headers.set(line.slice(0, separator).trim().toLowerCase(), line.slice(separator + 1).trim());
  }
  return headers;
}

/** Headers up to the first empty line, and what comes behind it. */
function splitHead(text: string): { lines: string[]; rest: string } {
  const end = text.indexOf("\r\n\r\n");
  const head = end < 0 ? text : text.slice(0, end);
  return { lines: head.split("\r\n").filter((line) => line !== ""), rest: end < 0 ? "" : text.slice(end + 4) };
}

function boundaryOf(contentType: string | undefined): string {
  const boundary = /^multipart\/mixed\s*;.*\bboundary="?([^";]+)"?/i.exec(contentType ?? "")?.[1];
  if (boundary === undefined) throw protocolRefusals.mediaType(contentType ?? "");
  return boundary;
}

function splitParts(body: string, boundary: string): MimePart[] {
  // Dataverse cannot read other line ends either.
  if (!body.includes("\r\n")) throw protocolRefusals.payload("", "System.ArgumentException: Stream was not readable.");
  const [, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith("--"));
  if (end < 0) throw protocolRefusals.batch(`The batch does not end with '--${boundary}--'.`);
  return pieces.slice(0, end).map((piece) => {
    const { lines, rest } = splitHead(piece.replace(/^[ \t]*\r\n/, ""));
    return { headers: parseHeaders(lines), content: rest };
  });
}

/** Addresses are whole, or start at the host, or below the service. */
function splitAddress(address: string): Pick<ApiRequest, "path" | "query"> {
  const below = address
    .replace(/^https?:\/\/[^/]+/i, "")
    .replace(/^\/api\/data\/v9\.\d\//i, "")
    .replace(/^\//, "");
  const mark = below.indexOf("?");
  return mark < 0 ? { path: below, query: "" } : { path: below.slice(0, mark), query: below.slice(mark + 1) };
}

function parseHttp({ headers, content }: MimePart): ContentRequest {
  if (!/^application\/http\b/i.test(headers.get("content-type") ?? "")) {
    throw protocolRefusals.batch("A part of a batch must be of type application/http or multipart/mixed.");
  }
  const { lines, rest } = splitHead(content);
  const [first = "", ...headerLines] = lines;
  const [, method, address] = /^([A-Z]+) (\S+)(?: HTTP\/\d\.\d)?$/.exec(first.trim()) ?? [];
  if (method === undefined || address === undefined) throw protocolRefusals.batch(`'${first}' is no request line.`);
  const inner = parseHeaders(headerLines);
  const contentId = headers.get("content-id") ?? inner.get("content-id");
  return {
    request: { method, ...splitAddress(address), headers: inner, body: rest.trim() },
    ...(contentId !== undefined && { contentId }),
  };
}

function parseChangeSet(part: MimePart, boundary: string): BatchPart {
  const requests = splitParts(part.content, boundary).map(parseHttp);
  const reading = requests.find(({ request }) => request.method === "GET");
  if (reading) throw protocolRefusals.batch("A change set cannot have a GET in it.");
  return { kind: "changeSet", requests };
}

/** Reads the multipart body of a batch. */
export function parseBatch({ headers, body }: ApiRequest): BatchPart[] {
  const parts = splitParts(body, boundaryOf(headers.get("content-type"))).map((part): BatchPart => {
    const contentType = part.headers.get("content-type") ?? "";
    if (/^multipart\/mixed/i.test(contentType)) return parseChangeSet(part, boundaryOf(contentType));
    return { kind: "request", request: parseHttp(part).request };
  });
  const count = parts.reduce((sum, part) => sum + (part.kind === "changeSet" ? part.requests.length : 1), 0);
  if (count > maxOperations) {
    throw protocolRefusals.batch(
      `The current batch contains too many operations. A maximum number of '${maxOperations}' operations are allowed in a batch.`,
    );
  }
  return parts;
}
