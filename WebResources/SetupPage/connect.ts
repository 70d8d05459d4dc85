import { customApis } from "../../Solution/engine/domain/schema";
import type { SignInAnswer } from "../../Solution/engine/domain/signIn/SignInAnswer";
import type { Row, SetupClient } from "./SetupClient";

/** One step of a sign-in, by its name and what else it takes; a request that failed is an answer, too. */
export const connect = async (client: SetupClient, step: string, parameters: Row = {}): Promise<SignInAnswer> => {
  const reply = await client.call(customApis.connect, { Step: step, ...parameters });
  return reply.kind === "done"
    ? (reply.value as unknown as SignInAnswer)
    : { state: "failed", words: reply.words, fix: "", owner: "administrator" };
};
