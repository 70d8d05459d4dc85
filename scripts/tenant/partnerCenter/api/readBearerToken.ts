import type { SandboxRequest } from "../http/SandboxRequest";

export function readBearerToken(headers: SandboxRequest["headers"]): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1];
}
