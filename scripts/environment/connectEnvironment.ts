import { DynamicsWebApi } from "dynamics-web-api";
import { setTimeout as delay } from "node:timers/promises";
import { describeFailure } from "./describeFailure";
import { withRetry } from "./retry";
import type { SignInOptions } from "./signIn";
import { createSignIn } from "./signIn";

/** Long enough for a message that runs the two minutes it may. */
const requestTimeoutMs = 180_000;

/** A Dataverse environment, signed in. */
export interface Environment {
  /** Its origin, such as `https://contoso.crm.dynamics.com`. */
  address: string;
  /** Asks by a request that may run twice; rejects with an `EnvironmentProblem`. */
  ask: <T>(request: (client: DynamicsWebApi) => Promise<T>) => Promise<T>;
  /** As `ask`, for a request that must not run twice: it is sent again only where it surely was not begun. */
  askOnce: <T>(request: (client: DynamicsWebApi) => Promise<T>) => Promise<T>;
}

/** Signs in to an environment; nothing is asked of it yet beyond where to sign in. */
export async function connectEnvironment(options: SignInOptions): Promise<Environment> {
  const { address, say } = options;
  const words = (error: unknown): never => {
    throw describeFailure(error, address);
  };
  const token = await createSignIn(options).catch(words);
  const client = new DynamicsWebApi({
    serverUrl: address,
    dataApi: { version: "9.2" },
    timeout: requestTimeoutMs,
    onTokenRefresh: token,
  });
  const rules = { say, wait: (ms: number) => delay(ms), nowMs: Date.now };
  return {
    address,
    ask: (request) => withRetry(() => request(client), { ...rules, isRepeatable: true }).catch(words),
    askOnce: (request) => withRetry(() => request(client), { ...rules, isRepeatable: false }).catch(words),
  };
}
