import { customApis } from "../../Solution/engine/domain/schema";
import type { SignInAnswer } from "../../Solution/engine/domain/signIn/SignInAnswer";
import type { SignedInMessage } from "../SignedInPage/SignedInMessage";
import type { Row, SetupClient } from "./SetupClient";
import { strings } from "./strings";

/** Windows and messages of the browser, as far as a sign-in needs them. */
export interface SignInWindows {
  /** Opens an empty window; null where the browser refuses. */
  open(): (Pick<Window, "close" | "closed"> & { location: Pick<Location, "href"> }) | null;
  /** Resolves with what the redirect page was given; null once `isOver` says that nobody waits any more. */
  waitForAnswer(isOver: () => boolean): Promise<SignedInMessage | null>;
}

/** Where a sign-in came to its end, or the address to open where the browser refused a window. */
export type SignInProgress = (state: { words: string; authorizeUrl?: string }) => void;

/** One step of a sign-in, by its name and what else it takes; a request that failed is an answer, too. */
const connect = async (client: SetupClient, step: string, parameters: Row = {}): Promise<SignInAnswer> => {
  const reply = await client.call(customApis.connect, { Step: step, ...parameters });
  return reply.kind === "done"
    ? (reply.value as unknown as SignInAnswer)
    : { state: "failed", words: reply.words, fix: "", owner: "administrator" };
};

/**
 * Signs the connector in by redirect. The window opens before anything is awaited, since browsers allow one only in answer to a
 * click; the code comes back through a page of ours, so that nobody copies anything.
 */
export const signIn = async (
  client: SetupClient,
  windows: SignInWindows,
  redirectUri: string,
  onProgress: SignInProgress,
): Promise<SignInAnswer> => {
  const page = windows.open();
  const begun = await connect(client, "start", { RedirectUri: redirectUri });
  if (begun.state !== "begun" || begun.authorizeUrl === undefined) {
    page?.close();
    return begun;
  }
  if (page) page.location.href = begun.authorizeUrl;
  onProgress({ words: strings.signIn.waiting, ...(page ? {} : { authorizeUrl: begun.authorizeUrl }) });
  const answer = await windows.waitForAnswer(() => page?.closed === true);
  if (answer === null) return { ...begun, state: "declined", words: strings.signIn.closed, fix: strings.signIn.again };
  if (answer.code === "")
    return { ...begun, state: "declined", words: toRefusal(answer.error), fix: strings.signIn.again };
  const { code: Code, state: State } = answer;
  return connect(client, "finish", { Code, State, RedirectUri: redirectUri });
};

const toRefusal = (reason: string): string =>
  reason === "" ? strings.signIn.declined : strings.signIn.refused(reason);

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
