import type { SignInAnswer } from "../../Solution/engine/domain/signIn/SignInAnswer";
import type { SignedInMessage } from "../SignedInPage/SignedInMessage";
import { connect } from "./connect";
import type { SetupClient } from "./SetupClient";
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
    return { ...begun, state: "declined", words: strings.signIn.refused(answer.error), fix: strings.signIn.again };
  const { code: Code, state: State } = answer;
  return connect(client, "finish", { Code, State, RedirectUri: redirectUri });
};
