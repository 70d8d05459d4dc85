import { readSignedIn, signInChannel } from "./SignedInMessage";

/** Hands the answer of a sign-in to the setup page, and closes itself. */
const handOver = (): void => {
  const channel = new BroadcastChannel(signInChannel);
  channel.postMessage(readSignedIn(location.hash));
  channel.close();
  // The code is of no more use here, and stays out of the browser's history.
  history.replaceState(null, "", location.pathname);
  window.close();
};

handOver();
