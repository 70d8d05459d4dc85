import type { SetupClient } from "./SetupClient";
import type { SignInWindows } from "./signIn";

/** What the page is given by the app it stands in. */
export interface SetupContext {
  client: SetupClient;
  windows: SignInWindows;
  /** Address that a sign-in comes back to; the app registration has to name it. */
  redirectUri: string;
  /** The solution in Power Apps, and the users of the environment; empty where the app does not say which environment it is. */
  addresses: { solutions: string; users: string };
  /** Opens the list of a table in this app. */
  openList: (table: string) => void;
  now: () => Date;
  /** The user's language as browsers name it, to write times by; undefined leaves them to the browser. */
  locale: string | undefined;
}
