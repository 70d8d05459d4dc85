import type { SandboxRequest } from "../http/SandboxRequest";
import type { ApiRefusal } from "./ApiRefusal";
import { refuseRequest } from "./refuse";

export function readJsonBody({ body }: SandboxRequest): { kind: "json"; value: unknown } | ApiRefusal {
  try {
    return { kind: "json", value: JSON.parse(body) as unknown };
  } catch {
    return refuseRequest("malformedJson", "The request body is not JSON.");
  }
}
