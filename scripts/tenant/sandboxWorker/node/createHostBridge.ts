import { createHash, randomUUID } from "node:crypto";
import { DataverseError, type OrganizationService } from "../../dataverse/OrganizationService";
import type { PluginInvocation } from "../PluginRunner";
import { callerInside } from "../serveOrganizationCall";
import { BridgeArguments } from "./BridgeArguments";
import { BridgeRefusal } from "./BridgeRefusal";
import { moment } from "./marshalValue";
import { admitAddress } from "./cloudProfile";
import { EnvironmentVariables } from "./EnvironmentVariables";
import type { Memo } from "./Memo";
import { organizationOperations } from "./organizationOperations";
import { sendHttp } from "./sendHttp";
import { verifyCertificateSignature } from "./verifyCertificateSignature";

/** What one execution of the engine script may use. */
export interface BridgeParts {
  invocation: PluginInvocation;
  service: OrganizationService;
  memo: Memo;
  trace: string[];
  /** Milliseconds left of the time the execution may take. */
  remainingMs: () => number;
}

/** `__host`: JSON in, JSON out; a refusal is an answer, never an exception. */
export type HostBridge = (op: string, argsJson: string) => Promise<string>;

type Operation = (args: BridgeArguments) => Promise<object> | object;

export function createHostBridge(parts: BridgeParts): HostBridge {
  const operations = createOperations(parts);
  return async (op, argsJson) => {
    try {
      const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
      if (operation === undefined)
        throw new BridgeRefusal("host.unknownOperation", `The plug-in host has no operation "${op}".`);
      return JSON.stringify({ ok: true, value: await operation(new BridgeArguments(argsJson)) });
    } catch (error) {
      return JSON.stringify({ ok: false, ...refusal(error) });
    }
  };
}

function createOperations({ invocation, service, memo, trace, remainingMs }: BridgeParts): Record<string, Operation> {
  const user = callerInside(invocation, invocation.userId);
  const system = callerInside(invocation, null);
  const environment = new EnvironmentVariables(service, system);
  return {
    ...organizationOperations(service, user, system),
    "http.send": async (args) =>
      sendHttp(args, admitAddress(await environment.cloudProfile(), args.text("url")), remainingMs()),
    "crypto.sha256": (args) => ({ hex: createHash("sha256").update(args.text("text"), "utf8").digest("hex") }),
    "crypto.verifyCertificateSignature": verifyCertificateSignature,
    "id.new": () => ({ id: randomUUID() }),
    "clock.now": () => ({ now: new Date().toISOString() }),
    "env.get": (args) => environment.get(args.texts("names")),
    "secret.get": (args) => environment.secret(args.text("name")),
    "memo.get": (args) => ({ value: memo.get(invocation.organizationId, args.text("key")) }),
    "memo.put": (args) => {
      memo.put(invocation.organizationId, args.text("key"), args.text("value"), moment(args.text("expiresOn")));
      return {};
    },
    trace: (args) => {
      trace.push(args.text("text"));
      return {};
    },
  };
}

function refusal(error: unknown): { code: string; message: string } {
  if (error instanceof BridgeRefusal || error instanceof DataverseError)
    return { code: error.code, message: error.message };
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  return { code: "host.unexpected", message: `${name}: ${message}` };
}
