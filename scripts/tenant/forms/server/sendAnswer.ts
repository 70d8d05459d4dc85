import type { ServerResponse } from "node:http";
import type { FormAnswer } from "./FormRequest";

/** Keeps the page from asking anything outside this machine: what is not served here does not load. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
].join("; ");

/** Answers with the headers that every page of the tenant has. */
export function sendAnswer(
  response: ServerResponse,
  { status, contentType, body, isImmutable = false }: FormAnswer,
): void {
  response.writeHead(status, {
    "content-type": contentType,
    "cache-control": isImmutable ? "public, max-age=3600" : "no-cache",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}
