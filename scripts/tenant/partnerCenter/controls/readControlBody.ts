import type { SandboxRequest } from "../http/SandboxRequest";

/** The fields a control was sent, as JSON or from an HTML form; null when neither can be read. */
export function readControlBody({ headers, body }: SandboxRequest): Record<string, unknown> | null {
  if (isForm(headers)) return Object.fromEntries(new URLSearchParams(body));
  try {
    const value = JSON.parse(body === "" ? "{}" : body) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

export function isForm(headers: SandboxRequest["headers"]): boolean {
  return (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
}
