/** Channel over which the redirect page hands Microsoft's answer to the setup page of the same environment. */
export const signInChannel = "cosell-sign-in";

/** What Microsoft Entra sent the browser back with. */
export interface SignedInMessage {
  /** Empty where the sign-in was declined or refused. */
  code: string;
  state: string;
  /** Entra's own words; empty where there is a code. */
  error: string;
}

/** Reads the answer from the part of the address behind `#`, which no server sees. */
export const readSignedIn = (hash: string): SignedInMessage => {
  const answer = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    code: answer.get("code") ?? "",
    state: answer.get("state") ?? "",
    error: answer.get("error_description") ?? answer.get("error") ?? "",
  };
};
