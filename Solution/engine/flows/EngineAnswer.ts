import type { Failure } from "../domain/failure/Failure";
import { failureKind, isTriedAgain } from "../domain/failure/failureKinds";
import type { JsonObject } from "../domain/values/Json";
import type { EngineRequest } from "./EngineRequest";

/** What the host gives back to the platform. */
export type EngineAnswer =
  | { outputParameters?: JsonObject }
  /** Stops the operation; with `retry` the platform runs an asynchronous step again. */
  | { error: { code: string; message: string; retry: boolean } };

/** The answer of a custom API whose one output is `Response`, a JSON text. */
export const respond = (response: object): EngineAnswer => ({
  outputParameters: { Response: JSON.stringify(response) },
});

const asynchronousMode = 1;

/** Stops the operation with the words of the catalogue. */
export const refuse = ({ code }: Failure, { mode }: Pick<EngineRequest, "mode">): EngineAnswer => {
  const { words, fix } = failureKind(code);
  return { error: { code, message: `${words} ${fix}`, retry: isTriedAgain(code) && mode === asynchronousMode } };
};

export const notUnderstood = (what: string): EngineAnswer => ({
  error: {
    code: "engine.unknownMessage",
    message: `The Co-sell Connector does not know what to do for ${what}. Ask your administrator to import the complete solution again.`,
    retry: false,
  },
});
