import type { SignInAnswer } from "../../Solution/engine/domain/signIn/SignInAnswer";
import { connect } from "./connect";
import type { SetupClient } from "./SetupClient";
import type { SignInProgress } from "./signIn";
import { strings } from "./strings";

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Signs the connector in by a code that a person types on any device, and asks for the end as often as Microsoft allows. */
export const signInOnDevice = async (client: SetupClient, onProgress: SignInProgress): Promise<SignInAnswer> => {
  const begun = await connect(client, "startDevice");
  let answer = begun;
  if (begun.state === "begun")
    onProgress({ words: strings.signIn.code(begun.userCode ?? "", begun.verificationUri ?? "") });
  while (answer.state === "begun" || answer.state === "waiting") {
    await wait(1000 * (answer.pollAfterSeconds ?? 5));
    answer = await connect(client, "finishDevice");
  }
  return answer;
};
