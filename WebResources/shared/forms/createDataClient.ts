import { retrieveMultiple, unboundAction, type WebApiConfig } from "xrm-webapi";
import { isFailureCode } from "../../../Solution/engine/domain/failure/failureKinds";
import { forbiddenCodes, newWebApiConfig, readWebApiError } from "../webApi";
import type { CallFailure, CallResult, DataClient, Row } from "./DataClient";

/** What the client needs to know of the browser; Xrm answers it on a form. */
export interface Connectivity {
  isOnline: () => boolean;
  /** A custom API may run for two minutes; past this time nobody is waiting for its answer any more. */
  timeoutMs: number;
}

const failureByCode: Readonly<Record<string, CallFailure>> = {
  ...Object.fromEntries(forbiddenCodes.map((code) => [code, "forbidden"] as const)),
  "0x80060888": "notInstalled", // no resource of this name: the solution is not (or no longer) imported
  "0x8006088a": "notInstalled", // the same of an operation
};

// A plug-in that stops an operation on purpose; the engine ends its message with the code of its catalogue in brackets.
const stoppedByPlugin = "0x80040265";
const codeAtEnd = /\(([\w.]+)\)$/;

const toFailure = (reason: unknown): CallFailure => {
  const { code, message } = readWebApiError(reason);
  const [, engineCode = ""] = codeAtEnd.exec(message) ?? [];
  if (code === stoppedByPlugin && isFailureCode(engineCode)) return engineCode;
  return failureByCode[code] ?? "unexpected";
};

const withTimeout = async <Value>(answer: Promise<CallResult<Value>>, afterMs: number): Promise<CallResult<Value>> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<CallResult<Value>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "failed", failure: "timedOut" }), afterMs);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

/** {@link DataClient} over xrm-webapi, which finds the address of the environment through Xrm. */
export const createDataClient = ({ isOnline, timeoutMs }: Connectivity): DataClient => {
  const call = async <Value>(request: (config: WebApiConfig) => Promise<Value>): Promise<CallResult<Value>> => {
    if (!isOnline()) return { kind: "failed", failure: "offline" };
    try {
      const answer = request(newWebApiConfig()).then((value) => ({ kind: "done" as const, value }));
      return await withTimeout(answer, timeoutMs);
    } catch (reason) {
      return { kind: "failed", failure: isOnline() ? toFailure(reason) : "offline" };
    }
  };
  return {
    execute: (action, parameters) => call(async (config) => (await unboundAction(config, action, parameters)) as Row),
    retrieveMultiple: (entitySetName, query) =>
      call(
        async (config) =>
          (await retrieveMultiple(config, entitySetName, query, { includeFormattedValues: true })).value,
      ),
  };
};
