import type { Json } from "../../domain/values/Json";

/** What the plug-in host says to one operation. */
export type HostAnswer<Value> = { ok: true; value: Value } | { ok: false; code: string; message: string };

/** The host's global function: an operation and its arguments as JSON in, a `HostAnswer` as JSON out. It never throws. */
export type HostFunction = (op: string, argsJson: string) => string | Promise<string>;

/** The operations of host API 1, typed by their callers. */
export interface Host {
  /** Whether a write that Dataverse refuses ends the request; see `stopAfterRefusal`. */
  isInTransaction: boolean;
  call<Value>(op: string, args: Json): Promise<HostAnswer<Value>>;
  /** For operations that the host has no reason to refuse. Throws when it does. */
  demand<Value>(op: string, args: Json): Promise<Value>;
}

export const createHost = (hostFunction: HostFunction): Host => {
  const call = async <Value>(op: string, args: Json): Promise<HostAnswer<Value>> =>
    JSON.parse(await hostFunction(op, JSON.stringify(args))) as HostAnswer<Value>;
  return {
    isInTransaction: false,
    call,
    demand: async <Value>(op: string, args: Json): Promise<Value> => {
      const answer = await call<Value>(op, args);
      if (!answer.ok) throw new Error(`The host refused ${op}: ${answer.code} ${answer.message}`);
      return answer.value;
    },
  };
};
