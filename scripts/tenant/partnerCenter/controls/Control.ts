import type { Identity } from "../../identity/createIdentity";
import type { HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";

export interface ControlContext {
  identity: Identity;
  /** What stands in the place of `{id}` in the address. */
  id: string;
}

export type Control = (
  state: SandboxState,
  request: SandboxRequest,
  context: ControlContext,
) => HttpAnswer | Promise<HttpAnswer>;

/** Controls by method and address, such as "POST /sandbox/deliveries/{id}/redeliver". */
export type ControlTable = Readonly<Record<string, Control>>;
