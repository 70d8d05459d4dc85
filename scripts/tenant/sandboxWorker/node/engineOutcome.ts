import type { Value } from "../../dataverse/values";
import type { PluginOutcome } from "../PluginRunner";
import { isObject } from "./BridgeArguments";
import { carryMembers } from "./marshalValue";
import { engineFailure } from "./EngineFailure";

/** What the platform reports for a plug-in that stops an operation on purpose. */
export const isvAborted = "0x80040265";

/** Of the engine's answer: `{outputParameters?}` or `{error: {code, message, retry?}}`. Throws `EngineFailure` for others. */
export function engineOutcome(answer: string, trace: string[]): PluginOutcome {
  const { outputParameters, error } = parse(answer);
  if (isObject(error)) return { ...refusal(error), trace };
  return { kind: "completed", outputParameters: isObject(outputParameters) ? carried(outputParameters) : {}, trace };
}

function refusal({ code, message, retry }: Record<string, unknown>) {
  const [id, words] = [String(code), String(message)];
  // A Dataverse code has its own field; any other is for people and belongs to the words.
  const isHex = /^0x[\da-f]{8}$/i.test(id);
  return {
    kind: "faulted" as const,
    code: isHex ? id.toLowerCase() : isvAborted,
    message: isHex ? words : `${words} (${id})`,
    retry: retry === true,
  };
}

function parse(answer: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(answer);
    if (isObject(parsed)) return parsed;
  } catch {
    // Falls through: not JSON and not an object are the same to the caller.
  }
  throw engineFailure("host.badAnswer", answer);
}

function carried(outputParameters: Record<string, unknown>): Record<string, Value> {
  try {
    return carryMembers(outputParameters);
  } catch (error) {
    throw engineFailure("host.badAnswer", String(error));
  }
}
